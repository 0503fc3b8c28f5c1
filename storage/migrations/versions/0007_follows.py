"""Residents follow units and subjects; leaders have a weekly digest."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "follow",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_code", sa.String(length=5), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("agreed_version", sa.String(length=16), nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow")),
        sa.UniqueConstraint("person_id", "unit_code", "subject", name=op.f("uq_follow_person_id_unit_code_subject")),
    )
    op.create_table(
        "weekly_choice",
        sa.Column(
            "officer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("off", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_weekly_choice_officer_id_officer")),
        sa.PrimaryKeyConstraint("officer_id", name=op.f("pk_weekly_choice")),
    )
    op.create_table(
        "weekly_digest",
        sa.Column(
            "officer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_weekly_digest_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_weekly_digest_officer_id_officer")),
        sa.PrimaryKeyConstraint("officer_id", "until", name=op.f("pk_weekly_digest")),
    )


def downgrade() -> None:
    """Take back. What people chose is lost, as the version before knows of no such digest."""
    op.drop_table("weekly_digest")
    op.drop_table("weekly_choice")
    op.drop_table("follow")
