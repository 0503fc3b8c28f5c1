"""An officer's open question is found without reading all that happened to a petition."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ASKED = sa.text("step = 'ask'")


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_case_event_asked", "case_event", ["petition_id"], sqlite_where=_ASKED, postgresql_where=_ASKED)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_case_event_asked", table_name="case_event", sqlite_where=_ASKED, postgresql_where=_ASKED)
