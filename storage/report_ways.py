"""How reports come back and go out, as rows: drafts returned in a chat, links to a page, dispatches, paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import (
    case_file,
    case_petition,
    conversation,
    file,
    outbox,
    petition,
    report,
    report_dispatch,
    report_draft,
    report_event,
    report_handover,
    report_page,
)
from storage.upserts import insert_into

_CODES_AT_ONCE = 500

# --- Drafts that came back --------------------------------------------------------------------------------------------


async def add_draft(
    db: AsyncConnection, *, file_id: int, conversation_id: int, officer_id: int, now: datetime
) -> int | None:
    """Note a file that may be a draft, to be read once its bytes are there; None when it was noted before."""
    values = {
        "file_id": file_id,
        "conversation_id": conversation_id,
        "officer_id": officer_id,
        "state": "waiting",
        "changes": [],
        "at": now,
    }
    made = insert_into(db, report_draft).values(values).on_conflict_do_nothing().returning(report_draft.c.id)
    id: int | None = (await db.execute(made)).scalar()
    return id


async def waiting_drafts(db: AsyncConnection, *, limit: int) -> list[Row[Any]]:
    """Return drafts whose bytes are there, or will never be: with the file's `file_state`, `sha256` and `file_name`."""
    d = report_draft.c
    query = (
        select(report_draft, file.c.state.label("file_state"), file.c.sha256, file.c.name.label("file_name"))
        .join(file, file.c.id == d.file_id)
        .where(text("report_draft.state = 'waiting'"), file.c.state != "wanted")
        .order_by(d.id)
        .limit(limit)
    )
    return list((await db.execute(query)).all())


async def draft(db: AsyncConnection, draft_id: int, *, for_update: bool = False) -> Row[Any] | None:
    """Return a draft, locked when it is to be changed."""
    query = select(report_draft).where(report_draft.c.id == draft_id)
    return (await db.execute(query.with_for_update() if for_update else query)).first()


async def change_draft(db: AsyncConnection, draft_id: int, *, before: str, **values: Any) -> bool:
    """Move a draft on from a state; False when somebody else has."""
    here = (report_draft.c.id == draft_id) & (report_draft.c.state == before)
    return (await db.execute(update(report_draft).where(here).values(**values))).rowcount == 1


# --- Pages ------------------------------------------------------------------------------------------------------------


async def add_page(
    db: AsyncConnection,
    *,
    report_id: int,
    officer_id: int,
    conversation_id: int | None,
    token_hash: str,
    expires_at: datetime,
    now: datetime,
) -> int:
    """Note a link to a report's page; return its id."""
    values = {
        "report_id": report_id,
        "officer_id": officer_id,
        "conversation_id": conversation_id,
        "token_hash": token_hash,
        "expires_at": expires_at,
        "created_at": now,
    }
    return int((await db.execute(insert(report_page).values(values).returning(report_page.c.id))).scalar_one())


def _pages() -> Any:
    """A page with the officer to whom its chat belongs now: a chat that was taken away opens nothing any more."""
    return select(report_page, conversation.c.officer_id.label("chat_officer_id")).outerjoin(
        conversation, conversation.c.id == report_page.c.conversation_id
    )


async def page_of_token(db: AsyncConnection, token_hash: str) -> Row[Any] | None:
    """Return the page of a token's hash."""
    return (await db.execute(_pages().where(report_page.c.token_hash == token_hash))).first()


async def page(db: AsyncConnection, page_id: int) -> Row[Any] | None:
    """Return a page."""
    return (await db.execute(_pages().where(report_page.c.id == page_id))).first()


async def open_page(
    db: AsyncConnection, page_id: int, *, session_hash: str, expires_at: datetime, now: datetime
) -> bool:
    """Tie a page to one device; False when it is tied to one, or its time is over."""
    p = report_page.c
    fresh = (p.id == page_id) & p.session_hash.is_(None) & (p.expires_at > now)
    values = {"session_hash": session_hash, "expires_at": expires_at, "opened_at": now}
    return (await db.execute(update(report_page).where(fresh).values(**values))).rowcount == 1


async def close_page(db: AsyncConnection, page_id: int, *, now: datetime) -> None:
    """End a page on its device."""
    await db.execute(update(report_page).where(report_page.c.id == page_id).values(expires_at=now))


async def forget_pages(db: AsyncConnection, *, before: datetime) -> int:
    """Forget links whose time was over before a moment; return how many."""
    return (await db.execute(delete(report_page).where(report_page.c.expires_at < before))).rowcount


async def end_pages(db: AsyncConnection, *, report_id: int, officer_id: int, now: datetime) -> int:
    """End the links of an officer to a report that nobody has opened; return how many."""
    p = report_page.c
    unopened = (p.report_id == report_id) & (p.officer_id == officer_id) & p.session_hash.is_(None)
    change = update(report_page).where(unopened, p.expires_at > now).values(expires_at=now)
    return (await db.execute(change)).rowcount


# --- Dispatches -------------------------------------------------------------------------------------------------------


async def add_dispatch(
    db: AsyncConnection,
    *,
    report_id: int,
    version: int,
    way: str,
    recipient: str,
    formats: Sequence[str],
    officer_id: int | None,
    conversation_id: int | None,
    now: datetime,
) -> bool:
    """Ask for a sending; False when this version was asked for this way and recipient before."""
    values = {
        "report_id": report_id,
        "version": version,
        "way": way,
        "recipient": recipient,
        "formats": list(formats),
        "officer_id": officer_id,
        "conversation_id": conversation_id,
        "at": now,
    }
    made = insert_into(db, report_dispatch).values(values).on_conflict_do_nothing()
    return (await db.execute(made)).rowcount == 1


async def waiting_dispatches(db: AsyncConnection, *, limit: int) -> list[Row[Any]]:
    """Return the sendings that were asked for and not made, oldest first."""
    query = select(report_dispatch).where(text("report_dispatch.done_at IS NULL")).order_by(report_dispatch.c.id)
    return list((await db.execute(query.limit(limit))).all())


async def end_dispatch(
    db: AsyncConnection, dispatch_id: int, *, now: datetime, once: str | None = None, error: str = ""
) -> bool:
    """Note that a sending was handed on (as the message named `once`), or cannot be; False when somebody else did."""
    open_ = (report_dispatch.c.id == dispatch_id) & report_dispatch.c.done_at.is_(None)
    values = {"done_at": now, "once": once, "error": error[:80] or None}
    return (await db.execute(update(report_dispatch).where(open_).values(**values))).rowcount == 1


async def dispatches(db: AsyncConnection, report_id: int) -> list[Row[Any]]:
    """Return a report's sendings with the state of their message, as `delivery` and `reason`."""
    d = report_dispatch.c
    query = (
        select(report_dispatch, outbox.c.state.label("delivery"), outbox.c.reason)
        .outerjoin(outbox, outbox.c.once == d.once)
        .where(d.report_id == report_id)
        .order_by(d.id)
    )
    return list((await db.execute(query)).all())


async def failed_dispatches(db: AsyncConnection, *, since: datetime, limit: int) -> list[Row[Any]]:
    """Return sendings whose message did not arrive and of which nobody was told yet, with its `reason`."""
    d = report_dispatch.c
    query = (
        select(report_dispatch, outbox.c.reason)
        .join(outbox, outbox.c.once == d.once)
        .where(d.done_at > since, d.told_at.is_(None), outbox.c.state == "failed")
        .order_by(d.id)
        .limit(limit)
    )
    return list((await db.execute(query)).all())


async def told_of_dispatch(db: AsyncConnection, dispatch_id: int, *, now: datetime) -> bool:
    """Note that somebody was told of a sending that did not arrive; False when somebody was."""
    untold = (report_dispatch.c.id == dispatch_id) & report_dispatch.c.told_at.is_(None)
    return (await db.execute(update(report_dispatch).where(untold).values(told_at=now))).rowcount == 1


async def returned_since(db: AsyncConnection, report_id: int, since: datetime) -> bool:
    """Tell whether a report was given back after a moment: what was asked for before is not sent any more."""
    e = report_event.c
    query = select(func.count()).where(e.report_id == report_id, e.step == "return", e.at >= since)
    return bool(await db.scalar(query))


# --- Paper, numbers ---------------------------------------------------------------------------------------------------


async def add_handover(
    db: AsyncConnection, *, report_id: int, recipient: str, day: date, officer_id: int | None, now: datetime
) -> bool:
    """Record a report sent on paper; False when this was recorded before."""
    values = {"report_id": report_id, "recipient": recipient, "day": day, "officer_id": officer_id, "at": now}
    made = insert_into(db, report_handover).values(values).on_conflict_do_nothing()
    return (await db.execute(made)).rowcount == 1


async def handovers(db: AsyncConnection, report_id: int) -> list[Row[Any]]:
    """Return to whom a report went on paper, oldest first."""
    h = report_handover.c
    return list((await db.execute(select(report_handover).where(h.report_id == report_id).order_by(h.id))).all())


async def report_of_number(
    db: AsyncConnection, *, unit: str, organisation: str, number: int, year: int, but_not: int
) -> int | None:
    """Return another report of a body that has this number in the register of a year (or no day of its own)."""
    r = report.c
    this_year = r.dated.between(date(year, 1, 1), date(year, 12, 31))
    # A correction takes the place of what it corrects, and may keep its number.
    related = select(r.corrects_id).where(r.id == but_not, r.corrects_id.is_not(None))
    query = select(r.id).where(
        r.unit_code == unit,
        r.organisation == organisation,
        r.number == number,
        this_year,
        r.id != but_not,
        r.id.not_in(related),
    )
    return (await db.execute(query.limit(1))).scalar()


async def case_codes(db: AsyncConnection, codes: Sequence[str]) -> dict[str, str]:
    """Return, by the receipt code of a petition, the code of its (first) case."""
    found: dict[str, str] = {}
    for start in range(0, len(codes), _CODES_AT_ONCE):
        part = codes[start : start + _CODES_AT_ONCE]
        query = (
            select(petition.c.code, case_file.c.code.label("case_code"))
            .join(case_petition, case_petition.c.petition_id == petition.c.id)
            .join(case_file, case_file.c.id == case_petition.c.case_id)
            .where(petition.c.code.in_(part))
            .order_by(case_petition.c.id)
        )
        for row in await db.execute(query):
            found.setdefault(row.code, row.case_code)
    return found
