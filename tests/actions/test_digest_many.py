"""Thousands of digests are compiled from a handful of queries, and are the same as one alone."""

from __future__ import annotations

from sqlalchemy import insert

from actions import digests
from actions.digest_values import opened
from storage import recipients, schema
from storage.digests import NAMED_MAX
from tests.actions.digesting import NOW, a_case, digest, due
from tests.actions.world import CALENDAR
from tests.support.looking import looking_at


class Counted:
    """A connection that counts the queries sent through it, by SQLAlchemy or on the driver itself."""

    def __init__(self, connection) -> None:
        self._connection, self.queries = connection, 0

    @property
    def dialect(self):
        return self._connection.dialect

    async def execute(self, *arguments):
        self.queries += 1
        return await self._connection.execute(*arguments)

    @property
    def sync_connection(self):
        self.queries += 1
        return self._connection.sync_connection


async def test_any_number_of_officers_costs_the_same_handful_of_queries(world):
    made = [await world.officer(f"Officer {n}", unit=f"{20000 + n}") for n in range(30)]
    for n in range(30):
        await a_case(world, handler_unit_code=f"{20000 + n}", state="received")

    async with looking_at(world.database) as db:
        few = Counted(db)
        (first,) = await recipients.recipients(few, NOW.date(), officer_id=made[0])
        await digests.digest_of(few, first, now=NOW, calendar=CALENDAR)
        counted = Counted(db)
        found = await recipients.recipients(counted, NOW.date())
        many = {r.officer_id: opened(d) async for r, d in digests.compiled(counted, found, now=NOW, calendar=CALENDAR)}
        single = {r.officer_id: await digests.digest_of(db, r, now=NOW, calendar=CALENDAR) for r in found}

    assert set(many) == set(made)
    assert many == single
    assert [len(d.sections) for d in many.values()] == [1] * 30
    assert counted.queries == few.queries < 20


async def test_among_so_many_that_queries_name_nobody_an_officer_gets_the_same(world):
    many = range(1, NAMED_MAX + 3)
    account = {"name": "X", "roles": ["officer"], "digest_minute": 450, "digest_empty": "line", "created_at": NOW}
    async with world.database.begin() as db:
        await db.execute(insert(schema.officer), [account] * len(many))
        scopes = [{"officer_id": n, "unit_code": f"{20000 + n}", "organisation": "mttq"} for n in many]
        await db.execute(insert(schema.officer_scope), scopes)
    for n in (1, 2, 2, 400):
        await a_case(world, handler_unit_code=f"{20000 + n}", state="received")
        crowded = await a_case(world, handler_unit_code=f"{20000 + n}", due_at=due(-1))
        await world.file(join_case=crowded)
    alone = [await digest(world, n) for n in (1, 2, 3, 400)]

    async with looking_at(world.database) as db:
        found = await recipients.recipients(db, NOW.date())
        together = {r.officer_id: opened(d) async for r, d in digests.compiled(db, found, now=NOW, calendar=CALENDAR)}

    assert len(together) == len(many)
    assert [together[n] for n in (1, 2, 3, 400)] == alone
    assert [d.to_look_at for d in alone] == [2, 4, 0, 2]
    assert [sum(d.people.values()) for d in alone] == [2, 4, 0, 2]
