"""
PostgreSQL keeps a message of the outbox in its row, as it is, up to a page; it compressed what was above 2 kB.

A digest has some 2,200 bytes, is written once and read once: compressing it took nearly half of the time in which
thousands of them are queued. Source: PostgreSQL, CREATE TABLE, toast_tuple_target (read 2026-11).
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE outbox SET (toast_tuple_target = 8160)")


def downgrade() -> None:
    """Take back."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE outbox RESET (toast_tuple_target)")
