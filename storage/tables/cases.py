"""Tables of petitions, cases and what became of them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import CODE, metadata, row_id, to
from storage.types import JsonText, Moment

petition = Table(
    "petition",
    metadata,
    row_id(),
    Column("code", String(8), nullable=False, unique=True),
    to("person", "person_id", index=True),
    to("conversation", "conversation_id", null=True),
    Column("kind", String(CODE), nullable=False),
    Column("text", Text, nullable=False),
    Column("commune_code", String(5), nullable=False),
    Column("province_code", String(2), nullable=False),
    Column("organisation", String(CODE), nullable=False),
    Column("subject", String(CODE), nullable=False),
    Column("place", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("on_behalf", String(CODE), nullable=False),
    Column("name_visibility", String(CODE), nullable=False),
    Column("sender_name", Text),
    Column("sender_phone", Text),
    Column("confidential", Boolean, nullable=False),
    Column("danger", Boolean, nullable=False),
    Column("pin_hash", String(128)),
    Column("filed_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    Column("origin", String(16), nullable=False),  # channel, or "walk_in"
    Column("demo", Boolean, nullable=False, server_default=text("false")),
    Index("ix_petition_commune_filed", "commune_code", "filed_at"),
    Index("ix_petition_province_filed", "province_code", "filed_at"),
)

case_file = Table(
    "case_file",
    metadata,
    row_id(),
    Column("code", String(8), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("unit_code", String(5), nullable=False),  # the body that owns it: unit ...
    Column("organisation", String(CODE), nullable=False),  # ... and organisation
    Column("commune_code", String(5), nullable=False),
    Column("province_code", String(2), nullable=False),
    Column("handler_unit_code", String(5), nullable=False),  # the body that reads it now (fallback)
    Column("handler_organisation", String(CODE), nullable=False),
    Column("subject", String(CODE), nullable=False),
    Column("kind", String(CODE), nullable=False),
    Column("place", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("state", String(CODE), nullable=False),
    Column("outcome", String(CODE)),
    Column("reopened", Integer, nullable=False),
    Column("confidential", Boolean, nullable=False),
    Column("danger", Boolean, nullable=False),
    to("officer", "officer_id", null=True, index=True),
    Column("opened_at", Moment, nullable=False),
    Column("read_at", Moment),
    Column("due_at", Moment),
    Column("due_rule", String(CODE)),
    Column("paused_at", Moment),
    Column("paused_days", Integer, nullable=False),
    Column("closed_at", Moment),
    Column("changed_at", Moment, nullable=False),
    to("case_file", "merged_into_id", null=True),
    to("case_file", "recurrence_of_id", null=True),
    Column("demo", Boolean, nullable=False, server_default=text("false")),
    Index("ix_case_file_handler", "handler_unit_code", "handler_organisation", "state"),
    Index("ix_case_file_commune", "commune_code", "state", "opened_at"),
    Index("ix_case_file_province", "province_code", "opened_at"),  # a report's referrals
    # Everything that digests sort and count by: they read no row of the table but those that are named. The id is in
    # every index of SQLite; PostgreSQL's is given it by migration 0013.
    Index(
        "ix_case_file_digest",
        "handler_unit_code",
        "handler_organisation",
        "officer_id",
        "province_code",
        "state",
        "due_at",
        "paused_at",
        "reopened",
        "confidential",
        "danger",
        "changed_at",
        sqlite_where=text("state <> 'closed'"),
    ),
    Index("ix_case_file_due", "due_at", sqlite_where=text("state <> 'closed'")),
    Index(
        "ix_case_file_province_open",
        "province_code",
        "due_at",
        sqlite_where=text("state <> 'closed'"),
    ),
)

case_petition = Table(
    "case_petition",
    metadata,
    row_id(),
    to("case_file", "case_id", index=True),
    to("petition", "petition_id", index=True),  # PostgreSQL's holds the case, too: migration 0015
    Column("joined_at", Moment, nullable=False),
    Column("joined_by", String(CODE), nullable=False),  # "resident", "officer", "filing"
    to("officer", "joined_by_officer_id", null=True),
    Column("left_at", Moment),
    UniqueConstraint("case_id", "petition_id"),
    # Which cases have several petitions is read off this one, in the cases' order.
    Index(
        "ix_case_petition_present",
        "case_id",
        "petition_id",
        sqlite_where=text("left_at IS NULL"),
    ),
)

case_event = Table(
    "case_event",
    metadata,
    row_id(),
    to("case_file", "case_id"),
    to("petition", "petition_id", null=True, index=True),
    Column("at", Moment, nullable=False),
    Column("step", String(CODE), nullable=False),
    to("officer", "officer_id", null=True),
    to("person", "person_id", null=True),
    Column("state_before", String(CODE), nullable=False),
    Column("state_after", String(CODE), nullable=False),
    Column("data", JsonText, nullable=False),
    Column("told", Boolean, nullable=False),  # whether residents were told
    Index("ix_case_event_case", "case_id", "id"),
    Index(
        "ix_case_event_recused",
        "officer_id",
        "case_id",
        sqlite_where=text("step = 'recuse'"),
    ),
    Index("ix_case_event_asked", "petition_id", sqlite_where=text("step = 'ask'")),
    Index(
        "ix_case_event_handed_back",
        "case_id",
        "at",
        sqlite_where=text("step = 'hand_back'"),
    ),
)
"""The story of a case. `data` holds the step's own values: a text, an authority, a reason, an old due date."""

referral = Table(
    "referral",
    metadata,
    row_id(),
    to("case_file", "case_id", index=True),
    Column("authority", String(CODE), nullable=False),
    Column("authority_name", Text, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("due_rule", String(CODE), nullable=False),
    Column("reminded", Integer, nullable=False),
    Column("last_reminded_at", Moment),
    Column("answered_at", Moment),
    Column("answer", Text),
    Column("ended_at", Moment),  # the case was closed before an answer came: nobody waits for one any more
    to("officer", "officer_id", null=True),
    Index(
        "ix_referral_due",
        "due_at",
        sqlite_where=text("answered_at IS NULL"),
    ),
)

rating = Table(
    "rating",
    metadata,
    row_id(),
    to("petition", "petition_id"),
    to("case_file", "case_id", index=True),
    Column("at", Moment, nullable=False),
    Column("score", String(CODE), nullable=False),
    Column("comment", Text),
    UniqueConstraint("petition_id", "case_id"),
)

call_back = Table(
    "call_back",
    metadata,
    row_id(),
    to("conversation", "conversation_id"),
    Column("unit_code", String(5), nullable=False),
    Column("organisation", String(CODE), nullable=False),
    Column("phone", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("done_at", Moment),
    Index("ix_call_back_open", "unit_code", sqlite_where=text("done_at IS NULL")),
)
