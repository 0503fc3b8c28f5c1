"""On PostgreSQL, too, digests sort and count cases by an index alone: it holds their ids, as those of SQLite do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_OPEN = sa.text("state <> 'closed'")
_COLUMNS = [
    "handler_unit_code", "handler_organisation", "officer_id", "province_code", "state", "due_at", "paused_at",
    "reopened", "confidential", "danger", "changed_at",
]  # fmt: skip


def upgrade() -> None:
    """Apply."""
    _index_with(["id"])


def downgrade() -> None:
    """Take back."""
    _index_with([])


def _index_with(others: list[str]) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.drop_index("ix_case_file_digest", table_name="case_file")
    op.create_index(
        "ix_case_file_digest", "case_file", _COLUMNS, postgresql_where=_OPEN, postgresql_include=others or None
    )
