"""Digests that are held over quiet hours are found without reading the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_HELD = sa.text("reason = 'quiet_hours'")


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_outbox_held", "outbox", ["not_before"], sqlite_where=_HELD, postgresql_where=_HELD)


def downgrade() -> None:
    """Take back. What was held is queued: the version before knows of no quiet hours."""
    op.drop_index("ix_outbox_held", table_name="outbox", sqlite_where=_HELD, postgresql_where=_HELD)
    op.execute("UPDATE outbox SET state = 'queued', reason = NULL WHERE state = 'waiting' AND reason = 'quiet_hours'")
