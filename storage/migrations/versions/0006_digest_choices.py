"""What an officer chooses about their digest: days, quiet hours, lunch, lines put off, and who stands in for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CHOICES = ("digest_days", "quiet_from", "quiet_until", "lunch_from", "lunch_until")
_OPEN = sa.text("state <> 'closed'")
_PRESENT = sa.text("left_at IS NULL")
_UNCOVERED = sa.text("covered_on IS NULL")
_DIGEST = [
    "handler_unit_code", "handler_organisation", "officer_id", "province_code", "state", "due_at", "paused_at",
    "reopened", "confidential", "danger",
]  # fmt: skip


def upgrade() -> None:
    """Apply."""
    for name in _CHOICES:
        op.add_column("officer", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("officer", sa.Column("digest_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "absence",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("officer_id", _KEY, nullable=False),
        sa.Column("substitute_id", _KEY, nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("entered_by_id", _KEY, nullable=True),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("covered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["entered_by_id"], ["officer.id"], name=op.f("fk_absence_entered_by_id_officer")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_absence_officer_id_officer")),
        sa.ForeignKeyConstraint(["substitute_id"], ["officer.id"], name=op.f("fk_absence_substitute_id_officer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_officer_id"), "absence", ["officer_id"])
    op.create_index(op.f("ix_absence_substitute_id"), "absence", ["substitute_id"])
    op.create_index(
        "ix_absence_last_day", "absence", ["last_day"], sqlite_where=_UNCOVERED, postgresql_where=_UNCOVERED
    )
    op.create_table(
        "digest_snooze",
        sa.Column("officer_id", _KEY, nullable=False),
        sa.Column("case_id", _KEY, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("was_overdue", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_digest_snooze_case_id_case_file")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_digest_snooze_officer_id_officer")),
        sa.PrimaryKeyConstraint("officer_id", "case_id", name=op.f("pk_digest_snooze")),
    )
    op.drop_index("ix_case_file_digest", table_name="case_file", sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index(
        "ix_case_file_digest", "case_file", [*_DIGEST, "changed_at"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    op.create_index(
        "ix_case_petition_present",
        "case_petition",
        ["case_id", "petition_id"],
        sqlite_where=_PRESENT,
        postgresql_where=_PRESENT,
    )


def downgrade() -> None:
    """Take back. Absences and lines put off are forgotten; the hour of the digest stays."""
    op.drop_index(
        "ix_case_petition_present", table_name="case_petition", sqlite_where=_PRESENT, postgresql_where=_PRESENT
    )
    op.drop_index("ix_case_file_digest", table_name="case_file", sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("ix_case_file_digest", "case_file", _DIGEST, sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.drop_table("digest_snooze")
    op.drop_table("absence")
    with op.batch_alter_table("officer", schema=None) as batch_op:
        for name in ("digest_at", *reversed(_CHOICES)):
            batch_op.drop_column(name)
