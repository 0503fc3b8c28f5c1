"""Failed messages are found without reading all that ever came in; a referral ends with its case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FAILED = sa.text("state IN ('failed', 'told', 'seen')")


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_inbound_failed", "inbound", ["id"], sqlite_where=_FAILED, postgresql_where=_FAILED)
    op.add_column("referral", sa.Column("ended_at", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE referral SET ended_at = (SELECT c.closed_at FROM case_file c WHERE c.id = referral.case_id) "
        "WHERE answered_at IS NULL "
        "AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = referral.case_id AND c.state = 'closed')"
    )


def downgrade() -> None:
    """Take back. Whether somebody has read of a failure is forgotten: the version before knows 'failed' alone."""
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_column("ended_at")
    op.drop_index("ix_inbound_failed", table_name="inbound", sqlite_where=_FAILED, postgresql_where=_FAILED)
    op.execute("UPDATE inbound SET state = 'failed' WHERE state IN ('told', 'seen')")
