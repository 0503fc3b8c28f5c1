"""Tables of the daily digest: who is away and who stands in, and the lines that an officer put off."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Table, text

from storage.tables.base import metadata, row_id, to
from storage.types import Key, Moment

absence = Table(
    "absence",
    metadata,
    row_id(),
    to("officer", "officer_id", index=True),
    to("officer", "substitute_id", null=True, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    to("officer", "entered_by_id", null=True),  # NULL: an administrator, by command
    Column("entered_at", Moment, nullable=False),
    Column("ended_at", Moment),  # ended early, or never begun
    Column("covered_on", Date),  # the day whose digest told the officer what had happened meanwhile
    Index(
        "ix_absence_last_day",
        "last_day",
        sqlite_where=text("covered_on IS NULL"),
    ),
)
"""An officer is away on local days, both included; while it lasts the substitute handles what the officer does."""

digest_snooze = Table(
    "digest_snooze",
    metadata,
    Column("officer_id", Key, ForeignKey("officer.id"), primary_key=True),
    Column("case_id", Key, ForeignKey("case_file.id"), primary_key=True),
    Column("until", Date, nullable=False),  # the day on which the line comes back
    Column("was_overdue", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)
"""A line of a digest that its officer put off."""
