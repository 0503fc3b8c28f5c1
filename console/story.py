"""The story of a report as its page tells it: what was done when and by whom, where it went and whether it arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import accounts, report_ways
from storage import reports as store
from texts import day_words, moment_words, say


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `bad` marks what did not arrive."""

    at: datetime
    when: str
    what: str
    who: str = ""
    note: str = ""
    bad: bool = False


async def story_of(db: AsyncConnection, report_id: int, language: str) -> list[Line]:
    """Return the story, newest first."""
    events = await store.events(db, report_id)
    sent, papers = await report_ways.dispatches(db, report_id), await report_ways.handovers(db, report_id)
    ids = sorted({row.officer_id for row in (*events, *sent) if row.officer_id is not None})
    names = {account.id: account.name for account in await accounts.accounts(db, ids=ids)} if ids else {}
    lines = [_step(event, names, language) for event in events]
    lines += [_dispatch(row, names, language) for row in sent]
    lines += [
        Line(
            row.at,
            moment_words(row.at),
            say("report-page-paper-line", language, {"whom": row.recipient, "day": day_words(row.day)}),
            names.get(row.officer_id, ""),
        )
        for row in papers
    ]
    lines.reverse()  # of one moment the later step stands first
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _step(event: Row[Any], names: dict[int, str], language: str) -> Line:
    what = say(f"report-step-{event.step}", language)
    way = event.data.get("way", "") if isinstance(event.data, dict) else ""
    if way:
        what = f"{what}: {say(f'report-way-{way}', language)}"
    return Line(event.at, moment_words(event.at), what, names.get(event.officer_id, ""), event.note)


def _dispatch(row: Row[Any], names: dict[int, str], language: str) -> Line:
    state, bad = _state(row)
    values: dict[str, object] = {
        "way": say(f"report-way-{row.way}", language),
        "recipient": row.recipient,
        "state": say(f"report-delivery-{state}", language),
    }
    what = say("report-page-dispatch-line", language, values)
    reason = row.error or (row.reason if bad else None) or ""
    return Line(row.at, moment_words(row.at), what, names.get(row.officer_id, ""), reason, bad)


def _state(row: Row[Any]) -> tuple[str, bool]:
    """Return the end of a text key for how a sending stands, and whether something is wrong with it."""
    if row.error:
        return "failed", True
    if row.done_at is None:
        return "being-made", False
    known = {"delivered": "delivered", "failed": "failed"}
    return known.get(row.delivery, "under-way"), row.delivery == "failed"
