"""Tables of what a messenger allows and costs, of its tokens, and of chats that belong to one person."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import JsonText, Key, Moment

chat_window = Table(
    "chat_window",
    metadata,
    Column("conversation_id", Key, ForeignKey("conversation.id"), primary_key=True, autoincrement=False),
    Column("alias", String(80), index=True),
    Column("interacted_at", Moment),
    Column("closed_at", Moment),
    Column("sent", Integer, nullable=False),
)
"""
Of a chat on a messenger with a reply window: when the person last did something, and how many messages went out since.

`closed_at` is when the messenger itself said that the window is closed; `alias` another id of the chat there.
"""

channel_usage = Table(
    "channel_usage",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("month", String(7), primary_key=True),  # local, '2026-11'
    Column("kind", String(CODE), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("cost", Integer, nullable=False),  # dong
)

channel_health = Table(
    "channel_health",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("delivered_at", Moment),
    Column("failed_at", Moment),
    Column("failure", String(CODE)),
)
"""When a channel last delivered, and what went wrong last: a code, never words."""

oauth_pair = Table(
    "oauth_pair",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("previous", Text),
    Column("access_expires_at", Moment, nullable=False),
    Column("refresh_expires_at", Moment, nullable=False),
    Column("renewed_at", Moment, nullable=False),
    Column("lost_at", Moment),
    Column("lease_by", String(40)),
    Column("lease_until", Moment),
)
"""
The tokens of an account, encrypted with a key that is not in the database.

A refresh token works once: whoever holds the lease of a version may send it, and writes the next version.
"""

oauth_consent = Table(
    "oauth_consent",
    metadata,
    Column("state_hash", String(64), primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)
"""A consent that an administrator was sent to give: its code verifier, encrypted."""

upload_id = Table(
    "upload_id",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("file_id", Key, primary_key=True, autoincrement=False),
    Column("token", Text, nullable=False),
    Column("uploaded_at", Moment, nullable=False),
)
"""Ids under which a messenger has files that we uploaded."""

lease = Table(
    "lease",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("holder", String(40), nullable=False),
    Column("until", Moment, nullable=False),
)
"""What only one process does at a time, such as polling."""

link_code = Table(
    "link_code",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    to("conversation", "conversation_id", index=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)
"""A code that makes another chat the same person's, once."""

chat_link = Table(
    "chat_link",
    metadata,
    row_id(),
    to("conversation", "conversation_id"),
    to("person", "person_id"),
    to("person", "former_person_id"),
    Column("petitions", JsonText, nullable=False),
    Column("linked_at", Moment, nullable=False),
    Column("unlinked_at", Moment),
    Index(
        "ix_chat_link_now",
        "conversation_id",
        sqlite_where=text("unlinked_at IS NULL"),
    ),
    Index("ix_chat_link_person", "person_id"),
)
"""A chat that its person linked to another of theirs: whom it belonged to before, and which petitions came along."""
