"""Tables of periodic reports: their calendar, life, snapshots, edits and sendings; and the register of indicators."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
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
from storage.types import JsonText, Moment

report_rule = Table(
    "report_rule",
    metadata,
    row_id(),
    Column("unit_code", String(5), nullable=False),  # "" for every unit
    Column("organisation", String(CODE), nullable=False),  # "" for all together
    Column("kind", String(CODE), nullable=False),
    Column("rhythm", String(CODE), nullable=False),
    Column("month_day", Integer, nullable=False),
    Column("closes_early", Integer, nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("due_days", Integer, nullable=False),
    Column("remind_days", JsonText, nullable=False),
    Column("committee", Text, nullable=False),
    Column("party_layout", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("since", Date, nullable=False),  # periods that end before it are not caught up
    Column("parts", JsonText, nullable=False, server_default="[]"),  # codes of sections, [] for the kind's usual ones
    UniqueConstraint("unit_code", "organisation", "kind"),
)
"""Lines of the calendar that an administrator set; the usual ones are in `domain/reporting.py`."""

report_body = Table(
    "report_body",
    metadata,
    Column("unit_code", String(5), primary_key=True),
    Column("organisation", String(CODE), primary_key=True),  # "" for all together
    Column("superior", JsonText, nullable=False),  # lines at the upper left, [] for the usual ones
    Column("issuer", JsonText, nullable=False),
    Column("symbol", String(40), nullable=False),
    Column("place", String(80), nullable=False),
    Column("signing_form", String(CODE), nullable=False),
    Column("for_whom", String(120), nullable=False),
    Column("post", String(120), nullable=False),
    Column("signer", String(120), nullable=False),
    Column("recipients", JsonText, nullable=False),  # [[name, purpose], ...]
    Column("filing", String(80), nullable=False),
    Column("next_number", Integer),  # None: numbers are given by hand
    Column("committee", Text, nullable=False, server_default=""),  # whom its reports go to
    Column("board", String(120), nullable=False, server_default=""),  # for which collective a deputy signs, too
)
"""How a body's documents are headed, signed and numbered; '' or [] stands for what is usual."""

_ASKED = text("recompile_at IS NOT NULL")

report = Table(
    "report",
    metadata,
    row_id(),
    Column("kind", String(CODE), nullable=False),
    Column("unit_code", String(5), nullable=False),
    Column("organisation", String(CODE), nullable=False),  # "" for all together
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("opens", Date, nullable=False),
    Column("cut_off", Date, nullable=False),
    Column("revision", Integer, nullable=False),  # 1, then one more for each correction
    Column("state", String(CODE), nullable=False),
    Column("version", Integer, nullable=False),
    Column("due_on", Date),
    to("report_snapshot", "snapshot_id", null=True),
    to("report", "corrects_id", null=True),
    Column("what_changed", Text, nullable=False),
    to("officer", "submitted_by_id", null=True),
    to("officer", "approved_by_id", null=True),
    Column("number", Integer),
    Column("symbol", String(40), nullable=False),
    Column("dated", Date),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("demo", Boolean, nullable=False),
    to("report_template", "template_id", null=True),  # of a frozen report: the Word file that governs it
    Column("recompile_at", Moment),  # somebody asked in chat to have the figures taken again
    UniqueConstraint("kind", "unit_code", "organisation", "first", "last", "revision", name="uq_report_once"),
    Index("ix_report_unit", "unit_code", "last"),
    Index("ix_report_due", "state", "due_on"),
    Index("ix_report_recompile", "id", sqlite_where=_ASKED),
)
"""One row a report: the unique (kind, body, period, revision) makes a second compilation impossible."""

_PRESENT = text("replaced_at IS NULL AND reverted_at IS NULL")

report_template = Table(
    "report_template",
    metadata,
    row_id(),
    Column("layout", String(CODE), nullable=False),
    Column("unit_code", String(5), nullable=False),  # "" for every unit
    Column("organisation", String(CODE), nullable=False),  # "" for all together, and for all where the unit is ""
    Column("name", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("installed_at", Moment, nullable=False),
    to("officer", "officer_id", null=True),
    Column("replaced_at", Moment),  # by a newer one of the same layout and body
    Column("reverted_at", Moment),  # taken back: the one before governs again
    Index(
        "uq_report_template_present",
        "layout",
        "unit_code",
        "organisation",
        unique=True,
        sqlite_where=_PRESENT,
    ),
)
"""Word templates that an administrator installed. A row is never changed but for the two marks: reports point at it."""

report_snapshot = Table(
    "report_snapshot",
    metadata,
    row_id(),
    Column("taken_at", Moment, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),  # the report value as JSON, compressed by zlib
    Column("figures", Integer, nullable=False),
    Column("cases", Integer, nullable=False),
)
"""What was compiled, as it was: never changed after it was written."""

report_edit = Table(
    "report_edit",
    metadata,
    row_id(),
    to("report", "report_id"),
    Column("paragraph", String(40), nullable=False),
    Column("source", Text, nullable=False),  # the paragraph as compiled
    Column("text", Text, nullable=False),
    Column("figures", JsonText, nullable=False),  # [{"figure": key or "", "source": shown, "value": shown}, ...]
    Column("reason", Text, nullable=False),
    to("officer", "officer_id", null=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("report_id", "paragraph"),
)
"""Paragraphs that read otherwise than compiled; a changed figure keeps what it was and why it was changed."""

report_event = Table(
    "report_event",
    metadata,
    row_id(),
    to("report", "report_id", index=True),
    Column("at", Moment, nullable=False),
    Column("step", String(CODE), nullable=False),
    to("officer", "officer_id", null=True),
    Column("state_before", String(CODE), nullable=False),
    Column("state_after", String(CODE), nullable=False),
    Column("note", Text, nullable=False),
    Column("data", JsonText, nullable=False),
)

report_sending = Table(
    "report_sending",
    metadata,
    row_id(),
    to("report", "report_id"),
    Column("way", String(CODE), nullable=False),  # "chat", "email", "link", "paper"
    Column("recipient", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    to("officer", "officer_id", null=True),
    UniqueConstraint("report_id", "way", "recipient"),
)

report_request = Table(
    "report_request",
    metadata,
    row_id(),
    to("report", "report_id"),
    to("conversation", "conversation_id"),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("error", Text),
    UniqueConstraint("report_id", "conversation_id", "version"),
    Index(
        "ix_report_request_waiting",
        "id",
        sqlite_where=text("done_at IS NULL"),
    ),
)
"""Somebody asked in a chat for a report's documents; they are made by a job and sent there; asked again, again."""

indicator = Table(
    "indicator",
    metadata,
    row_id(),
    Column("unit_code", String(5), nullable=False),
    Column("organisation", String(CODE), nullable=False),  # "" for none
    Column("year", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("measure", String(20), nullable=False),  # "%", "nội dung", ...
    Column("target", Float, nullable=False),
    Column("basis", Text, nullable=False),
    to("officer", "officer_id", null=True),
    Column("created_at", Moment, nullable=False),
    Column("removed_at", Moment),
    UniqueConstraint("unit_code", "organisation", "year", "name"),
)

indicator_value = Table(
    "indicator_value",
    metadata,
    row_id(),
    to("indicator", "indicator_id", index=True),
    Column("value", Float, nullable=False),
    Column("day", Date, nullable=False),
    Column("evidence", Text, nullable=False),
    to("officer", "officer_id", null=True),
    Column("at", Moment, nullable=False),
)
"""Every value that was entered, the newest day counts; evidence is a document or a link, in words."""
