"""The demo of `bot.demo` in tests: loaded as the command does, and looked at."""

from __future__ import annotations

import asyncio
import secrets
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Row, Table, select

from actions.cases.opening import FILED
from actions.filing import NewPetition, file_petition
from bot.demo import marker
from bot.demo.load import Loading, Wish, begin
from bot.demo.marker import Marker
from bot.demo.material import SHOWCASE, material
from bot.demo.plan import Place, Plan, make_plan
from domain.calendar import WorkCalendar
from domain.kinds import Kind, Organisation
from domain.subjects import Subject
from domain.units import UnitRef
from storage import cases, schema
from storage.cases import Case, Event
from storage.data import shipped_units
from storage.database import Database
from storage.units import load_shipped
from tests.support.looking import looking_at
from tests.support.rows import a_chat

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
YESTERDAY = date(2026, 11, 21)
SECRET = b"the installation's key"
CALENDAR = WorkCalendar()
NO_STEP = frozenset({FILED, "took_in", "gave_back"})
"""Lines of a story that are no step of `domain.life`."""


async def load(database: Database, wish: Wish | None = None, *, now: datetime = NOW) -> Marker:
    """Load the demo as the command does."""
    async with database.begin() as db:
        await load_shipped(db)
    found = await begin(database, wish or Wish(), now=now, secret=SECRET)
    return await found.finish(lambda _: None) if isinstance(found, Loading) else found


def load_into(url: str) -> None:
    async def run() -> None:
        database = Database(url)
        try:
            await load(database)
        finally:
            await database.close()

    asyncio.run(run())


async def rows(database: Database, table: Table) -> list[Row[Any]]:
    async with looking_at(database) as db:
        order = list(table.primary_key.columns)
        return list((await db.execute(select(table).order_by(*order))).all())


CHANGES_EVERY_TIME = {"invitation", "audit"}
"""Tables that keep when and how often the command was called."""


async def contents(database: Database) -> dict[str, list[Any]]:
    """Everything in the tables, as plain values."""
    found = {}
    for table in schema.metadata.sorted_tables:
        if table.name not in CHANGES_EVERY_TIME:
            found[table.name] = [tuple(row) for row in await rows(database, table)]
    run = next((value for key, value in found["setting"] if key == marker.KEY), {})
    run.pop("run", None)
    return found


async def stories(database: Database) -> list[tuple[Case, list[Event]]]:
    """Every case with its whole story."""
    async with looking_at(database) as db:
        found = [cases.from_row(row) for row in await db.execute(select(schema.case_file).order_by("id"))]
        return [(case, await cases.events(db, case.id)) for case in found]


def plan(seed: int = 1, until: date = YESTERDAY) -> Plan:
    shipped, units = material(), {unit.code: unit for unit in shipped_units().communes}
    places = {
        one.unit.code: Place(units[one.unit.code].full_name, units[one.unit.code].lat, units[one.unit.code].lon)
        for one in shipped.communes
    }
    return make_plan(seed, until, CALENDAR, shipped, places)


async def real_petition(database: Database, *, join_case: int | None = None) -> int:
    """File a petition of a real person; return its id."""
    chat = await a_chat(database, address=secrets.token_hex(8))
    async with database.begin() as db:
        table = schema.conversation
        person = await db.scalar(select(table.c.person_id).where(table.c.id == chat))
        new = NewPetition(
            person_id=person, conversation_id=chat, origin="telegram", kind=Kind.OBSERVATION,
            text="Đèn đường ngõ 12 hỏng", commune=UnitRef(SHOWCASE, "46"), organisation=Organisation.FRONT,
            subject=Subject.UTILITIES, join_case=join_case,
        )  # fmt: skip
        filed = await file_petition(db, new, now=NOW, calendar=CALENDAR, secret=SECRET, draw=secrets.token_bytes)
    return filed.petition_id
