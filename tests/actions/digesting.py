"""An officer's digest for tests: compiled as the clock would, and looked at by what it counts and names."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert

from actions import digests
from actions.digest_values import Digest, Item, Section
from domain.calendar import end_of_day
from storage import recipients, schema
from storage.digest_queue import mark_compiled
from tests.actions.world import CALENDAR, COMMUNE, MONDAY, PROVINCE, World
from tests.support.looking import looking_at

NOW = MONDAY
TODAY = MONDAY.date()


def due(days: int) -> datetime:
    """Return 24:00 of a day so many days from Monday."""
    return end_of_day(TODAY + timedelta(days=days))


async def digest(world: World, officer: int, *, now: datetime = NOW, full: bool = False) -> Digest:
    """Compile an officer's digest."""
    async with looking_at(world.database) as db:
        (recipient,) = await recipients.recipients(db, now.date(), officer_id=officer, sent_too=full)
        return await digests.digest_of(db, recipient, now=now, calendar=CALENDAR, full=full)


async def had_a_digest(world: World, officer: int, at: datetime) -> None:
    """Let the officer have had a digest at a moment."""
    async with world.database.begin() as db:
        await mark_compiled(db, [officer], now=at)


async def a_unit(world: World) -> None:
    """Enter the commune's name."""
    async with world.database.begin() as db:
        unit = {"code": COMMUNE.code, "name": "Quảng Điền", "type": "xa", "province_code": PROVINCE}
        await db.execute(insert(schema.unit), unit | {"folded": "quang dien", "edition": "test"})


async def a_case(world: World, text: str = "Đèn đường hỏng", *, filed: dict | None = None, **columns) -> int:
    """File a petition and put its case where the test wants it; not due for days unless said otherwise."""
    made = await world.file(text, **(filed or {}))
    await world.put(schema.case_file, made.case_id, **({"state": "accepted", "due_at": due(7)} | columns))
    return made.case_id


def shape(found: Digest, sections: tuple[Section, ...] | None = None) -> dict[str, tuple[int, list[int]]]:
    """Return each section's count and the cases it names."""
    sections = found.sections if sections is None else sections
    return {s.todo.value: (s.count, [line.case_id for line in s.lines]) for s in sections}


def the_item(found: Digest) -> Item:
    """Return the only line of a digest."""
    (section,) = found.sections
    (item,) = found.items(section)
    return item
