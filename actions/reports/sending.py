"""Sending a report: whom it goes to in chat, and that it went, whatever the way."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from actions.reports import life, schedule
from actions.reports.life import ReportChange
from conversation.messages import words
from domain.roles import SYSTEM, Role
from storage import accounts
from storage.reports import ReportRow


def by_clock(now: datetime) -> ReportChange:
    """Return the clock, or an administrator at the command line, as the one who sends."""
    return ReportChange(SYSTEM, now)


async def readers(db: AsyncConnection, row: ReportRow) -> list[int]:
    """Return the accounts that a finished report goes to: leaders, approvers and Party readers over its body."""
    body = await life.body_of(db, row)
    deciding = [one.id for one in await accounts.approvers_of(db, body)]
    party = [one.id for one in await accounts.accounts_over(db, body) if Role.PARTY_READER in one.roles]
    return sorted({*deciding, *party})


async def send_by_chat(db: AsyncConnection, row: ReportRow, change: ReportChange) -> int:
    """
    Tell everybody whom a report goes to that it is there, with the button that opens it; return how many.

    Raises:
        StepNotAllowed: it is not approved.
    """
    ids = await readers(db, row)
    recipients = [f"officer/{id}" for id in ids]
    sent = await life.record_sending(db, row, change, way="chat", recipients=recipients)
    sentence = words("report-told-sent", report=schedule.name_of(sent))
    once = f"report/{row.id}/sent/{sent.version}"
    return await tell_officers(db, ids, sentence, (schedule.open_option(row.id),), now=change.now, once=once)
