"""
Tables of the search for duplicates: an index of the petitions that may be candidates, and pairs found for officers.

The first three are derived from `petition` and its cases and can be made again (`nghedan duplicates rebuild`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import JsonText, Key, Moment

petition_trace = Table(
    "petition_trace",
    metadata,
    Column("commune_code", String(5), primary_key=True),
    Column("petition_id", Key, primary_key=True, autoincrement=False),
    Column("filed_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),  # from then on it is too old to be a candidate
    Column("traits", LargeBinary, nullable=False),  # matching.duplicates.postings.traits
    sqlite_with_rowid=False,
)
"""
Every petition that may be a candidate, by commune and in order of arrival: clustered so on SQLite, on PostgreSQL read
off its key, which holds the other columns (migration 0015).
"""

petition_posting = Table(
    "petition_posting",
    metadata,
    Column("commune_code", String(5), primary_key=True),
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("petition_id", Key, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Under which keys a candidate is found in a commune that has too many to look at each."""

petition_reading = Table(
    "petition_reading",
    metadata,
    Column("petition_id", Key, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),  # matching.duplicates.stored.reading_version
    Column("body", Text, nullable=False),  # matching.duplicates.stored.to_text
)
"""The candidate's text as read: what a full comparison needs, without reading the words again."""

case_pair = Table(
    "case_pair",
    metadata,
    row_id(),
    to("case_file", "case_id"),  # the later case
    to("case_file", "other_id", index=True),  # the earlier one
    Column("relation", String(CODE), nullable=False),  # matching.duplicates.Relation
    Column("score", Float, nullable=False),
    Column("reasons", JsonText, nullable=False),  # [[code, agrees, value], ...]
    Column("source", String(CODE), nullable=False),  # "night", or "resident" who could not tell
    Column("found_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decision", String(CODE)),  # "merged", "linked" or "different"
    to("officer", "officer_id", null=True),
    UniqueConstraint("case_id", "other_id"),
    Index(
        "ix_case_pair_undecided",
        "case_id",
        sqlite_where=text("decided_at IS NULL"),
    ),
)
"""Two cases that may be one, suggested to officers once: whatever was decided, the row stays."""
