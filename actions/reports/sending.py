"""Sending a report: whom it goes to in chat, by e-mail, as links or on paper, and that it went, whatever the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.emails import address_in
from actions.notices import tell_officers
from actions.reports import life, schedule
from actions.reports.life import WRITERS, ReportChange
from conversation.messages import words
from domain.errors import NotAllowed, Refused
from domain.reporting import ReportStep, next_report_state
from domain.roles import SYSTEM, Role
from storage import accounts, emails, report_ways
from storage.reports import ReportRow

BY_EMAIL: Final = "email"
BY_LINK: Final = "link"
ON_PAPER: Final = "paper"

ADDRESSES_MAX: Final = 10
RECIPIENT_MAX: Final = 200
USUAL_FORMATS: Final = ("docx", "pdf")


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
        Refused: nobody whom it goes to has a chat: it was not sent.
    """
    ids = await readers(db, row)
    recipients = [f"officer/{id}" for id in ids]
    sent = await life.record_sending(db, row, change, way="chat", recipients=recipients)
    sentence = words("report-told-sent", report=schedule.name_of(sent))
    once = f"report/{row.id}/sent/{sent.version}"
    told = await tell_officers(db, ids, sentence, (schedule.open_option(row.id),), now=change.now, once=once)
    if not told:
        raise Refused(key="report-nobody-told")
    return told


# --- By e-mail and as links: asked for here, made by a job ------------------------------------------------------------


async def known_addresses(db: AsyncConnection, row: ReportRow) -> list[str]:
    """Return the e-mail addresses of those whom a report goes to."""
    found = [await emails.address_of(db, id) for id in await readers(db, row)]
    return sorted({address for address in found if address})


def addresses_in(text: str) -> list[str]:
    """
    Return the e-mail addresses of a text, separated by spaces, commas, semicolons or lines.

    Raises:
        ValueError: with a text key: there is none, one of the words is none, or there are too many.
    """
    parts = text.replace(",", " ").replace(";", " ").split()
    found = [address_in(part) for part in parts]
    addresses = list(dict.fromkeys(address for address in found if address))
    if not addresses or not all(found):
        raise ValueError("report-addresses-not-understood")
    if len(addresses) > ADDRESSES_MAX:
        raise ValueError("report-addresses-many")
    return addresses


async def ask_for(
    db: AsyncConnection,
    row: ReportRow,
    change: ReportChange,
    *,
    way: str,
    recipients: Sequence[str],
    formats: Sequence[str] = USUAL_FORMATS,
    conversation_id: int | None = None,
) -> int:
    """
    Ask for a report to be mailed (`BY_EMAIL`), or for links to its files to pass on (`BY_LINK`); return how many.

    The documents are made by a job, which records the sending once it hands them on. Asked for twice before that,
    nothing is sent twice. `conversation_id` is the chat in which who asked hears how it went.

    Raises:
        NotAllowed: no officer of this body.
        StepNotAllowed: the report is not approved.
    """
    await may_send(db, row, change)
    return sum(
        [
            await report_ways.add_dispatch(
                db,
                report_id=row.id,
                version=row.version,
                way=way,
                recipient=recipient[:RECIPIENT_MAX],
                formats=formats,
                officer_id=change.actor.officer_id,
                conversation_id=conversation_id,
                now=change.now,
            )
            for recipient in recipients
        ]
    )


async def record_paper(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, recipient: str, day: date
) -> ReportRow:
    """
    Record that a report was sent on paper, to whom and when.

    Raises:
        NotAllowed: no officer of this body.
        StepNotAllowed: the report is not approved.
        Refused: nobody is named, or the very same was recorded before.
    """
    await may_send(db, row, change)
    whom = " ".join(recipient.split())[:RECIPIENT_MAX]
    if not whom:
        raise Refused(key="report-paper-nobody")
    officer = change.actor.officer_id
    if not await report_ways.add_handover(
        db, report_id=row.id, recipient=whom, day=day, officer_id=officer, now=change.now
    ):
        raise Refused(key="report-paper-twice", recipient=whom, day=day)
    return await life.record_sending(db, row, change, way=ON_PAPER, recipients=[whom])


async def may_send(db: AsyncConnection, row: ReportRow, change: ReportChange) -> None:
    """
    Refuse whoever may not send a report out, or not yet.

    Raises:
        NotAllowed: no officer of this body.
        StepNotAllowed: the report is not approved.
    """
    if not (change.actor.has(Role.SYSTEM) or await life.may(db, change.actor, row, WRITERS)):
        raise NotAllowed
    next_report_state(row.state, ReportStep.SEND)
