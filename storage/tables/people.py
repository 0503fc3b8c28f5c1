"""Tables of residents, officers and their chats."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import JsonText, Moment

person = Table(
    "person",
    metadata,
    row_id(),
    Column("key", String(32), nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("consent_version", String(16)),
    Column("consented_at", Moment),
    Column("name", Text),
    Column("phone", Text),
    Column("erased_at", Moment),
    Column("created_at", Moment, nullable=False),
)

officer = Table(
    "officer",
    metadata,
    row_id(),
    Column("name", String(120), nullable=False),
    Column("roles", JsonText, nullable=False),  # list of role codes
    Column("digest_minute", Integer, nullable=False),  # minute of the local day
    Column("digest_empty", String(CODE), nullable=False),  # "line" or "none"
    Column("digest_days", Integer),  # sum of 1 << weekday, Monday 0; NULL: working days
    Column("quiet_from", Integer),  # minutes of the local day between which no bulk message lands; NULL: the house's
    Column("quiet_until", Integer),
    Column("lunch_from", Integer),
    Column("lunch_until", Integer),
    Column("digest_at", Moment),  # the moment as of which the last digest was compiled, sent or silent
    Column("disabled_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("demo", Boolean, nullable=False, server_default=text("false")),
)

officer_scope = Table(
    "officer_scope",
    metadata,
    row_id(),
    to("officer", "officer_id", index=True),
    Column("unit_code", String(5), index=True),  # NULL: every unit
    Column("organisation", String(CODE)),  # NULL: every organisation
)

invitation = Table(
    "invitation",
    metadata,
    row_id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    to("officer", "officer_id", index=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("created_at", Moment, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    row_id(),
    Column("channel", String(16), nullable=False),
    Column("address", String(80), nullable=False),
    to("person", "person_id", index=True),
    to("officer", "officer_id", null=True, index=True),
    Column("state", Text, nullable=False),
    Column("expires_at", Moment, index=True),
    Column("line", Integer, nullable=False),  # number of the newest line of this chat
    Column("last_inbound_at", Moment),
    Column("unreachable_at", Moment),
    Column("unreachable_reason", String(CODE)),
    Column("sender_name", Text),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("channel", "address"),
)
"""One person's chat on one channel, and the state of what is being talked about."""
