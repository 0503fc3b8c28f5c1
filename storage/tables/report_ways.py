"""Tables of how reports come back and go out: drafts returned in a chat, one-time pages, e-mails and links."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import JsonText, Moment

report_draft = Table(
    "report_draft",
    metadata,
    row_id(),
    to("file", "file_id"),
    to("conversation", "conversation_id"),
    to("officer", "officer_id", null=True),
    to("report", "report_id", null=True),
    Column("base", Integer),  # the report's version that the file was made of, NULL until it was read
    Column("state", String(CODE), nullable=False),  # waiting, shown, same, refused, taken, left
    Column("changes", JsonText, nullable=False),  # what is different, as it was shown
    Column("error", String(80)),
    Column("at", Moment, nullable=False),
    Column("done_at", Moment),
    UniqueConstraint("file_id"),
    Index(
        "ix_report_draft_waiting",
        "id",
        sqlite_where=text("state = 'waiting'"),
    ),
)
"""A Word file that an officer sent back in a chat: read by a process of its own, shown, then taken over or left."""

report_page = Table(
    "report_page",
    metadata,
    row_id(),
    to("report", "report_id", index=True),
    to("officer", "officer_id", null=True, index=True),
    to("conversation", "conversation_id", null=True),  # NULL: made at the command line
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("session_hash", String(64)),  # of the cookie of the one device that opened it
    Column("expires_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("created_at", Moment, nullable=False),
)
"""A link to a report's page: it opens once, on one device, for one officer. Neither token nor cookie is kept."""

report_dispatch = Table(
    "report_dispatch",
    metadata,
    row_id(),
    to("report", "report_id"),
    Column("version", Integer, nullable=False),
    Column("way", String(CODE), nullable=False),  # "email" or "link"
    Column("recipient", String(200), nullable=False),
    Column("formats", JsonText, nullable=False),
    to("officer", "officer_id", null=True),
    to("conversation", "conversation_id", null=True),  # who asked hears there how it went
    Column("at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("error", String(80)),
    Column("once", String(120)),  # name of its message in the outbox, whose state is that of the sending
    Column("told_at", Moment),  # when who asked was told that it did not arrive
    UniqueConstraint("report_id", "version", "way", "recipient"),
    Index(
        "ix_report_dispatch_waiting",
        "id",
        sqlite_where=text("done_at IS NULL"),
    ),
)
"""Somebody asked for a report to be mailed, or for links to its files: made by a job, once each."""

report_handover = Table(
    "report_handover",
    metadata,
    row_id(),
    to("report", "report_id", index=True),
    Column("recipient", String(200), nullable=False),
    Column("day", Date, nullable=False),
    to("officer", "officer_id", null=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("report_id", "recipient", "day"),
)
"""A report that was sent on paper: to whom and on which day, as the officer says."""
