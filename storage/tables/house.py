"""Tables of the house itself: settings, guards against guessing, jobs, the audit trail."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from storage.tables.base import metadata, row_id
from storage.types import JsonText, Moment

setting = Table(
    "setting",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("value", JsonText, nullable=False),
)

wrong_try = Table(
    "wrong_try",
    metadata,
    row_id(),
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
    row_id(),
    Column("at", Moment, nullable=False),
    Column("actor", String(60), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("data", JsonText, nullable=False),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
