"""The calendar of reports names its sections, heads name a committee and a board, Word templates are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ASKED = sa.text("recompile_at IS NOT NULL")


def upgrade() -> None:
    """Apply."""
    op.add_column("report_rule", sa.Column("parts", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("report_body", sa.Column("committee", sa.Text(), nullable=False, server_default=""))
    op.add_column("report_body", sa.Column("board", sa.String(length=120), nullable=False, server_default=""))
    op.create_table(
        "report_template",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("layout", sa.String(length=32), nullable=False),
        sa.Column("unit_code", sa.String(length=5), nullable=False),
        sa.Column("organisation", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("installed_at", sa.BigInteger(), nullable=False),
        sa.Column("officer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("replaced_at", sa.BigInteger(), nullable=True),
        sa.Column("reverted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_report_template_officer_id_officer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_template")),
    )
    op.create_index(
        "uq_report_template_present",
        "report_template",
        ["layout", "unit_code", "organisation"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL AND reverted_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL AND reverted_at IS NULL"),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("template_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("recompile_at", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_report_template_id_report_template"), "report_template", ["template_id"], ["id"]
        )
    op.create_index("ix_report_recompile", "report", ["id"], sqlite_where=_ASKED, postgresql_where=_ASKED)


def downgrade() -> None:
    """Take back. Templates that were installed are gone: the shipped ones govern every document again."""
    op.drop_index("ix_report_recompile", "report", sqlite_where=_ASKED, postgresql_where=_ASKED)
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("fk_report_template_id_report_template"), type_="foreignkey")
        batch_op.drop_column("recompile_at")
        batch_op.drop_column("template_id")
    op.drop_index("uq_report_template_present", "report_template")
    op.drop_table("report_template")
    with op.batch_alter_table("report_body", schema=None) as batch_op:
        batch_op.drop_column("board")
        batch_op.drop_column("committee")
    with op.batch_alter_table("report_rule", schema=None) as batch_op:
        batch_op.drop_column("parts")
