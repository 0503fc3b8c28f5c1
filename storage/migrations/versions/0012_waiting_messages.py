"""Messages that wait for their person are counted at every look at /metrics, without reading the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    """Apply."""
    op.create_index(
        "ix_outbox_waiting", "outbox", ["conversation_id"], sqlite_where=_WAITING, postgresql_where=_WAITING
    )


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_outbox_waiting", table_name="outbox", sqlite_where=_WAITING, postgresql_where=_WAITING)
