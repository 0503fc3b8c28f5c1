"""An index for the search for duplicates, filled by the clock or `nghedan duplicates rebuild`; pairs of cases found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_UNDECIDED = sa.text("decided_at IS NULL")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "petition_trace",
        sa.Column("commune_code", sa.String(length=5), nullable=False),
        sa.Column("petition_id", _ID, autoincrement=False, nullable=False),
        sa.Column("filed_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("traits", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("commune_code", "petition_id", name=op.f("pk_petition_trace")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "petition_posting",
        sa.Column("commune_code", sa.String(length=5), nullable=False),
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("petition_id", _ID, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("commune_code", "key", "petition_id", name=op.f("pk_petition_posting")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "petition_reading",
        sa.Column("petition_id", _ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_petition_reading")),
    )
    op.create_table(
        "case_pair",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("case_id", _ID, nullable=False),
        sa.Column("other_id", _ID, nullable=False),
        sa.Column("relation", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("officer_id", _ID, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_pair_case_id_case_file")),
        sa.ForeignKeyConstraint(["other_id"], ["case_file.id"], name=op.f("fk_case_pair_other_id_case_file")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_case_pair_officer_id_officer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_pair")),
        sa.UniqueConstraint("case_id", "other_id", name=op.f("uq_case_pair_case_id_other_id")),
    )
    op.create_index(
        "ix_case_pair_undecided", "case_pair", ["case_id"], sqlite_where=_UNDECIDED, postgresql_where=_UNDECIDED
    )
    op.create_index(op.f("ix_case_pair_other_id"), "case_pair", ["other_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("case_pair")
    op.drop_table("petition_reading")
    op.drop_table("petition_posting")
    op.drop_table("petition_trace")
