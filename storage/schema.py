"""All tables. Reached only through the query modules beside this one; migrations are in `storage/migrations`."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import JsonText, Key, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CODE = 32
"""Characters of a code column: kinds, states, roles. Plain strings: a new value needs no migration."""


def _id() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _to(target: str, name: str, *, null: bool = False, index: bool = False) -> Column[int]:
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=null, index=index)


setting = Table(
    "setting",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("value", JsonText, nullable=False),
)

# --- Units -----------------------------------------------------------------------------------------------------

unit = Table(
    "unit",
    metadata,
    Column("code", String(5), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("type", String(16), nullable=False),
    Column("province_code", String(2), nullable=False, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("folded", String(80), nullable=False, index=True),
    Column("edition", String(16), nullable=False),
    Column("extra", JsonText),
)
"""Provinces (2 digits) and communes (5 digits) of the shipped edition."""

former_unit = Table(
    "former_unit",
    metadata,
    _id(),
    Column("code", String(5), nullable=False),
    Column("name", String(80), nullable=False),
    Column("type", String(16), nullable=False),
    Column("district", String(80), nullable=False),
    Column("province", String(80), nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("new_codes", JsonText, nullable=False),
    Column("extra", JsonText, nullable=False),
)

unit_polygon = Table(
    "unit_polygon",
    metadata,
    Column("code", String(5), primary_key=True),
    Column("geometry", JsonText, nullable=False),
)

work_day = Table(
    "work_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", String(CODE), nullable=False),  # "off" or "work"
    Column("basis", Text, nullable=False),
)
"""Days off and make-up working days that an administrator adds; they win over the holiday library."""

office = Table(
    "office",
    metadata,
    Column("unit_code", String(5), primary_key=True),
    Column("organisation", String(CODE), primary_key=True),
    Column("address", Text, nullable=False),
    Column("phone", String(40), nullable=False),
    Column("hours", Text, nullable=False),
)
"""Where a body can be met; shown by 'gặp cán bộ'."""

# --- People and chats --------------------------------------------------------------------------------------------

person = Table(
    "person",
    metadata,
    _id(),
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
    _id(),
    Column("name", String(120), nullable=False),
    Column("roles", JsonText, nullable=False),  # list of role codes
    Column("digest_minute", Integer, nullable=False),  # minute of the local day
    Column("digest_empty", String(CODE), nullable=False),  # "line" or "none"
    Column("disabled_at", Moment),
    Column("created_at", Moment, nullable=False),
    Column("demo", Boolean, nullable=False, server_default=text("false")),
)

officer_scope = Table(
    "officer_scope",
    metadata,
    _id(),
    _to("officer", "officer_id", index=True),
    Column("unit_code", String(5), index=True),  # NULL: every unit
    Column("organisation", String(CODE)),  # NULL: every organisation
)

invitation = Table(
    "invitation",
    metadata,
    _id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    _to("officer", "officer_id", index=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("created_at", Moment, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    _id(),
    Column("channel", String(16), nullable=False),
    Column("address", String(80), nullable=False),
    _to("person", "person_id", index=True),
    _to("officer", "officer_id", null=True, index=True),
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

inbound = Table(
    "inbound",
    metadata,
    _id(),
    Column("channel", String(16), nullable=False),
    Column("external_id", String(120), nullable=False),
    _to("conversation", "conversation_id"),
    Column("line", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(8), nullable=False),  # done, retry, failed
    Column("error", Text),
    Column("purge_at", Moment),
    UniqueConstraint("channel", "external_id"),
    Index("ix_inbound_conversation_line", "conversation_id", "line"),
    Index(
        "ix_inbound_purge",
        "purge_at",
        sqlite_where=text("purge_at IS NOT NULL"),
        postgresql_where=text("purge_at IS NOT NULL"),
    ),
    Index("ix_inbound_retry", "id", sqlite_where=text("state = 'retry'"), postgresql_where=text("state = 'retry'")),
)
"""Every message that was acknowledged, once. `body` is the message as JSON, '' once purged."""

_UNSENT = "state IN ('queued', 'leased')"

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _to("conversation", "conversation_id"),
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
    Index("ix_outbox_unsent", "conversation_id", "id", sqlite_where=text(_UNSENT), postgresql_where=text(_UNSENT)),
    Index(
        "ix_outbox_failed",
        "about_case_id",
        sqlite_where=text("state = 'failed'"),
        postgresql_where=text("state = 'failed'"),
    ),
)
"""Every message to be sent, with its life. `once` is the unique (what, for whom, period) of digests and notices."""

file = Table(
    "file",
    metadata,
    _id(),
    _to("conversation", "conversation_id", index=True),
    _to("petition", "petition_id", null=True, index=True),
    Column("channel", String(16), nullable=False),
    Column("source", String(200), nullable=False),
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
        postgresql_where=text("state = 'wanted'"),
    ),
)

# --- Petitions and cases -----------------------------------------------------------------------------------------

petition = Table(
    "petition",
    metadata,
    _id(),
    Column("code", String(8), nullable=False, unique=True),
    _to("person", "person_id", index=True),
    _to("conversation", "conversation_id", null=True),
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
    _id(),
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
    _to("officer", "officer_id", null=True, index=True),
    Column("opened_at", Moment, nullable=False),
    Column("read_at", Moment),
    Column("due_at", Moment),
    Column("due_rule", String(CODE)),
    Column("paused_at", Moment),
    Column("paused_days", Integer, nullable=False),
    Column("closed_at", Moment),
    Column("changed_at", Moment, nullable=False),
    _to("case_file", "merged_into_id", null=True),
    _to("case_file", "recurrence_of_id", null=True),
    Column("demo", Boolean, nullable=False, server_default=text("false")),
    Index("ix_case_file_handler", "handler_unit_code", "handler_organisation", "state"),
    Index("ix_case_file_commune", "commune_code", "state", "opened_at"),
    Index(
        "ix_case_file_due", "due_at", sqlite_where=text("state <> 'closed'"), postgresql_where=text("state <> 'closed'")
    ),
    Index(
        "ix_case_file_province_open",
        "province_code",
        "due_at",
        sqlite_where=text("state <> 'closed'"),
        postgresql_where=text("state <> 'closed'"),
    ),
)

case_petition = Table(
    "case_petition",
    metadata,
    _id(),
    _to("case_file", "case_id", index=True),
    _to("petition", "petition_id", index=True),
    Column("joined_at", Moment, nullable=False),
    Column("joined_by", String(CODE), nullable=False),  # "resident", "officer", "filing"
    _to("officer", "joined_by_officer_id", null=True),
    Column("left_at", Moment),
    UniqueConstraint("case_id", "petition_id"),
)

case_event = Table(
    "case_event",
    metadata,
    _id(),
    _to("case_file", "case_id"),
    _to("petition", "petition_id", null=True, index=True),
    Column("at", Moment, nullable=False),
    Column("step", String(CODE), nullable=False),
    _to("officer", "officer_id", null=True),
    _to("person", "person_id", null=True),
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
        postgresql_where=text("step = 'recuse'"),
    ),
)
"""The story of a case. `data` holds the step's own values: a text, an authority, a reason, an old due date."""

referral = Table(
    "referral",
    metadata,
    _id(),
    _to("case_file", "case_id", index=True),
    Column("authority", String(CODE), nullable=False),
    Column("authority_name", Text, nullable=False),
    Column("sent_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("due_rule", String(CODE), nullable=False),
    Column("reminded", Integer, nullable=False),
    Column("last_reminded_at", Moment),
    Column("answered_at", Moment),
    Column("answer", Text),
    _to("officer", "officer_id", null=True),
    Index(
        "ix_referral_due",
        "due_at",
        sqlite_where=text("answered_at IS NULL"),
        postgresql_where=text("answered_at IS NULL"),
    ),
)

rating = Table(
    "rating",
    metadata,
    _id(),
    _to("petition", "petition_id"),
    _to("case_file", "case_id", index=True),
    Column("at", Moment, nullable=False),
    Column("score", String(CODE), nullable=False),
    Column("comment", Text),
    UniqueConstraint("petition_id", "case_id"),
)

call_back = Table(
    "call_back",
    metadata,
    _id(),
    _to("conversation", "conversation_id"),
    Column("unit_code", String(5), nullable=False),
    Column("organisation", String(CODE), nullable=False),
    Column("phone", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("done_at", Moment),
    Index(
        "ix_call_back_open", "unit_code", sqlite_where=text("done_at IS NULL"), postgresql_where=text("done_at IS NULL")
    ),
)

# --- Guards, clock, audit -----------------------------------------------------------------------------------------

wrong_try = Table(
    "wrong_try",
    metadata,
    _id(),
    Column("what", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_wrong_try_what", "what", "at"),
)

job_run = Table(
    "job_run",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("slot", String(60), primary_key=True),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("result", Integer),
    Column("error", Text),
)
"""One row a job and period decides who runs it; `slot` names the period: '2026-11-22' or '2026-W47'."""

audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Moment, nullable=False),
    Column("actor", String(60), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("data", JsonText, nullable=False),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
