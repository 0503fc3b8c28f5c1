"""Tables of what came in, what goes out, and the files of both."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import Key, Moment

_FAILED = "state IN ('failed', 'told', 'seen')"

inbound = Table(
    "inbound",
    metadata,
    row_id(),
    Column("channel", String(16), nullable=False),
    Column("external_id", String(120), nullable=False),
    to("conversation", "conversation_id"),
    Column("line", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(8), nullable=False),  # done, retry, failed; a failed one that was shown: told, seen
    Column("error", Text),
    Column("purge_at", Moment),
    UniqueConstraint("channel", "external_id"),
    Index("ix_inbound_conversation_line", "conversation_id", "line"),
    Index(
        "ix_inbound_purge",
        "purge_at",
        sqlite_where=text("purge_at IS NOT NULL"),
    ),
    Index("ix_inbound_failed", "id", sqlite_where=text(_FAILED)),
    Index("ix_inbound_retry", "id", sqlite_where=text("state = 'retry'")),
)
"""Every message that was acknowledged, once. `body` is the message as JSON, '' once purged."""

_UNSENT = "state IN ('queued', 'leased')"

outbox = Table(
    "outbox",
    metadata,
    row_id(),
    to("conversation", "conversation_id"),
    Column("line", Integer, nullable=False),  # given at delivery, in chats whose transcript we keep; else 0
    Column("reply", Text, nullable=False),
    Column("state", String(10), nullable=False),  # queued, leased, delivered, failed, replaced
    Column("once", String(120), unique=True),
    Column("collapse", String(80)),
    Column("about_case_id", Key),
    Column("not_before", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", String(40)),
    Column("leased_until", Moment),
    Column("sent_parts", Integer, nullable=False),
    Column("external_id", String(80)),
    Column("reason", Text),
    Column("created_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index("ix_outbox_conversation_line", "conversation_id", "line"),
    Index("ix_outbox_unsent", "conversation_id", "id", sqlite_where=text(_UNSENT)),
    Index("ix_outbox_waiting", "conversation_id", sqlite_where=text("state = 'waiting'")),
    Index("ix_outbox_held", "not_before", sqlite_where=text("reason = 'quiet_hours'")),
    Index(
        "ix_outbox_failed",
        "about_case_id",
        sqlite_where=text("state = 'failed'"),
    ),
)
"""
Every message to be sent, with its life. `once` is the unique (what, for whom, period) of digests and notices.

PostgreSQL keeps its rows as they are up to a page (migration 0014).
"""

file = Table(
    "file",
    metadata,
    row_id(),
    to("conversation", "conversation_id", index=True),
    to("petition", "petition_id", null=True, index=True),
    Column("channel", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("kind", String(CODE), nullable=False),
    Column("name", String(200), nullable=False),
    Column("mime", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64)),
    Column("thumbnail", String(64)),
    Column("state", String(10), nullable=False),  # wanted, stored, refused, failed, purged
    Column("reason", String(80)),
    Column("attempts", Integer, nullable=False),
    Column("next_try_at", Moment),
    Column("created_at", Moment, nullable=False),
    Index(
        "ix_file_wanted",
        "next_try_at",
        sqlite_where=text("state = 'wanted'"),
    ),
)
