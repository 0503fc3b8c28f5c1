"""Tables of what people chose to be told of by the clock: residents each month, leaders each week."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import Key, Moment

follow = Table(
    "follow",
    metadata,
    row_id(),
    to("person", "person_id"),
    Column("unit_code", String(5), nullable=False),
    Column("subject", String(CODE), nullable=False),  # '' for everything in the unit
    Column("agreed_version", String(16), nullable=False),  # of the text that the person agreed to
    Column("agreed_at", Moment, nullable=False),
    UniqueConstraint("person_id", "unit_code", "subject"),
)
"""What a resident asked to hear of once a month. Taking it back deletes the row."""

weekly_choice = Table(
    "weekly_choice",
    metadata,
    Column("officer_id", Key, ForeignKey("officer.id"), primary_key=True, autoincrement=False),
    Column("weekday", Integer, nullable=False),  # 0 is Monday
    Column("minute", Integer, nullable=False),  # minute of the local day
    Column("off", Boolean, nullable=False, server_default=text("false")),
    Column("changed_at", Moment, nullable=False),
)
"""When a leader wants the weekly digest, or that there be none. Who has no row gets it at the usual time."""

weekly_digest = Table(
    "weekly_digest",
    metadata,
    Column("officer_id", Key, ForeignKey("officer.id"), primary_key=True, autoincrement=False),
    Column("until", Date, primary_key=True),  # the day after the seven that it tells of
    to("conversation", "conversation_id"),
    Column("digest", Text, nullable=False),  # the value as JSON
    Column("lines", Text, nullable=False),  # the cases behind each line, as JSON
)
"""A leader's week as it was sent, and what lies behind its lines: a button shows that, and counts nothing again."""
