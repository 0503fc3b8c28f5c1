"""One-time links to a report's page, drafts that come back, reports by e-mail, link and on paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITING, _UNDONE = sa.text("state = 'waiting'"), sa.text("done_at IS NULL")


def _id() -> sa.Column[int]:
    return sa.Column("id", _ID, autoincrement=True, nullable=False)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "report_draft",
        _id(),
        sa.Column("file_id", _ID, nullable=False),
        sa.Column("conversation_id", _ID, nullable=False),
        sa.Column("officer_id", _ID, nullable=True),
        sa.Column("report_id", _ID, nullable=True),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("error", sa.String(length=80), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["file.id"], name=op.f("fk_report_draft_file_id_file")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_report_draft_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_report_draft_officer_id_officer")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_draft_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_draft")),
        sa.UniqueConstraint("file_id", name=op.f("uq_report_draft_file_id")),
    )
    op.create_index("ix_report_draft_waiting", "report_draft", ["id"], sqlite_where=_WAITING, postgresql_where=_WAITING)
    op.create_table(
        "report_page",
        _id(),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("officer_id", _ID, nullable=True),
        sa.Column("conversation_id", _ID, nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("session_hash", sa.String(length=64), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_page_report_id_report")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_report_page_officer_id_officer")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_report_page_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_page")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_report_page_token_hash")),
    )
    op.create_index("ix_report_page_report_id", "report_page", ["report_id"])
    op.create_index("ix_report_page_officer_id", "report_page", ["officer_id"])
    op.create_table(
        "report_dispatch",
        _id(),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("formats", sa.Text(), nullable=False),
        sa.Column("officer_id", _ID, nullable=True),
        sa.Column("conversation_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(length=80), nullable=True),
        sa.Column("once", sa.String(length=120), nullable=True),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_dispatch_report_id_report")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_report_dispatch_officer_id_officer")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_report_dispatch_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_dispatch")),
        sa.UniqueConstraint(
            "report_id", "version", "way", "recipient", name=op.f("uq_report_dispatch_report_id_version_way_recipient")
        ),
    )
    op.create_index(
        "ix_report_dispatch_waiting", "report_dispatch", ["id"], sqlite_where=_UNDONE, postgresql_where=_UNDONE
    )
    op.create_table(
        "report_handover",
        _id(),
        sa.Column("report_id", _ID, nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("officer_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_handover_report_id_report")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_report_handover_officer_id_officer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_handover")),
        sa.UniqueConstraint("report_id", "recipient", "day", name=op.f("uq_report_handover_report_id_recipient_day")),
    )
    op.create_index("ix_report_handover_report_id", "report_handover", ["report_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("report_handover")
    op.drop_table("report_dispatch")
    op.drop_table("report_page")
    op.drop_table("report_draft")
