"""The demo loaded: accounts, people, three months of acts in short transactions, and what can be tried afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import delete, false, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.demo import marker, removal
from bot.demo.cast import Cast, posts
from bot.demo.hours import DAYS
from bot.demo.marker import Marker, Sample
from bot.demo.material import SHOWCASE, Material, material
from bot.demo.plan import Place, Plan, make_plan
from bot.demo.play import play
from bot.demo.scene import Stage
from bot.demo.stories import STORIES
from domain.calendar import ONE_DAY, local_date, start_of_day
from domain.kinds import Organisation
from domain.roles import Actor
from domain.roles import officer as officer_actor
from handlers.submit import CONSENT_VERSION
from matching.places.units import TYPE_WORDS, UnitType
from storage import accounts, audit
from storage.database import Database
from storage.outbox import UNSENT
from storage.schema import case_file, officer, officer_scope, outbox, person, petition, unit
from storage.workdays import work_calendar

SEED: Final = 1

_ACTS_AT_ONCE: Final = 40
"""Acts in one transaction: about a quarter of a second, so that a program that runs meanwhile hardly waits."""

_ROWS_AT_ONCE: Final = 500


class DemoRefused(Exception):
    """The demo cannot be loaded; the message says why, for an operator."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; None leaves it to us."""

    seed: int | None = None
    until: date | None = None
    with_real_data: bool = False


@dataclass(slots=True)
class Loading:
    """A load that has begun: officers and people are there, the acts are to be played."""

    database: Database
    stage: Stage
    mark: Marker
    now: datetime

    @property
    def length(self) -> int:
        """How many acts there are."""
        return len(self.stage.plan.acts)

    async def finish(self, progress: Callable[[int], object]) -> Marker:
        """
        Play everything; `progress` is told the acts played since it was told last. Returns the final marker.

        Raises:
            DemoRefused: another process has begun to load meanwhile.
        """
        acts = self.stage.plan.acts
        for start in range(0, len(acts), _ACTS_AT_ONCE):
            batch = acts[start : start + _ACTS_AT_ONCE]
            async with self.database.begin() as db:
                await self._still_ours(db)
                for act in batch:
                    await play(db, self.stage, act)
                await _flag(db, self.stage)
            progress(len(batch))
        done = replace(self.mark, loaded=True, samples=tuple(_samples(self.stage)))
        async with self.database.begin() as db:
            await self._still_ours(db)
            await marker.write(db, done)
            data = {"seed": done.seed, "until": done.until.isoformat(), "petitions": self.stage.plan.petitions}
            await audit.append(
                db, at=self.now, actor="administrator", action="demo_loaded", subject="demo", data=dict(data)
            )
        return done

    async def _still_ours(self, db: AsyncConnection) -> None:
        found = await marker.read(db, for_update=True)
        if found is None or found.run != self.mark.run:
            raise DemoRefused("Another `nghedan demo` has taken over meanwhile; this one stops.")


async def begin(database: Database, wish: Wish, *, now: datetime, secret: bytes) -> Loading | Marker:
    """
    Begin to load, from a clean start when an earlier load was cut off; a marker means that all is there already.

    The schema and the units are the newest.

    Raises:
        DemoRefused: real petitions or officers are in the way, another demo is loaded, or the day is not over.
    """
    async with database.begin() as db:
        found = await marker.read(db, for_update=True)
        if found is not None and found.loaded:
            return _same(found, wish)
        seed = SEED if wish.seed is None else wish.seed
        until = wish.until or local_date(now) - ONE_DAY
        if until >= local_date(now):
            raise DemoRefused(f"{until} is not over yet; the demo ends with a day that is, yesterday at the latest.")
        if await removal.is_there(db):
            await removal.remove(db)
        shipped = material()
        await _check_alone(db, shipped, with_real_data=wish.with_real_data)
        calendar = await work_calendar(db)
        plan = make_plan(seed, until, calendar, shipped, await _places(db, shipped))
        mark = Marker(seed, until, secrets.token_hex(8))
        await marker.write(db, mark)
        cast = Cast(tuple(await _hire(db, seed, shipped, at=start_of_day(until - (DAYS + 1) * ONE_DAY))))
        people = await _settle(db, plan)
    return Loading(database, Stage(plan, cast, shipped, people, calendar, secret, seed), mark, now)


def _same(found: Marker, wish: Wish) -> Marker:
    if wish.seed not in {None, found.seed} or wish.until not in {None, found.until}:
        raise DemoRefused(
            f"The demo of seed {found.seed} until {found.until} is loaded; "
            "`nghedan demo --remove` takes it out, then another can be loaded."
        )
    return found


async def _check_alone(db: AsyncConnection, shipped: Material, *, with_real_data: bool) -> None:
    real = await removal.real_petitions(db)
    if real and not with_real_data:
        raise DemoRefused(
            f"The database holds {real} real petition{'s' if real > 1 else ''}; nothing was loaded. "
            "Name another database in DATABASE_URL, or say --with-real-data."
        )
    units = [*shipped.provinces, *(commune.unit.code for commune in shipped.communes)]
    scope = officer_scope.c
    working = (
        select(scope.unit_code)
        .join(officer, officer.c.id == scope.officer_id)
        .where(officer.c.demo == false(), officer.c.disabled_at.is_(None), scope.unit_code.in_(units))
        .limit(1)
    )
    here = (await db.execute(working)).scalar()
    if here is not None:
        raise DemoRefused(
            f"A real officer works in unit {here}, which the demo plays in, and would be told of invented cases; "
            "nothing was loaded. Name another database in DATABASE_URL."
        )


async def _places(db: AsyncConnection, shipped: Material) -> dict[str, Place]:
    codes = [commune.unit.code for commune in shipped.communes]
    rows = (await db.execute(select(unit).where(unit.c.code.in_(codes)))).all()
    found = {row.code: Place(f"{TYPE_WORDS[UnitType(row.type)]} {row.name}", row.lat, row.lon) for row in rows}
    missing = sorted(set(codes) - set(found))
    if missing:
        raise DemoRefused(f"The list of units lacks {', '.join(missing)}; run `nghedan migrate` first.")
    return found


async def _hire(db: AsyncConnection, seed: int, shipped: Material, *, at: datetime) -> list[Actor]:
    hired = []
    for post in posts(seed, shipped):
        officer_id = await accounts.insert_officer(
            db,
            name=post.name,
            roles=post.roles,
            scopes=post.scopes,
            digest_minute=7 * 60 + 30,
            digest_empty="line",
            now=at,
            demo=True,
        )
        hired.append(officer_actor(officer_id, post.roles, post.scopes))
    return hired


async def _settle(db: AsyncConnection, plan: Plan) -> dict[int, int]:
    """Insert the residents; return their ids by number."""
    rows = [
        {
            "key": f"{removal.PERSON_KEY}{one.number:05d}",
            "language": "vi",
            "consent_version": CONSENT_VERSION,
            "consented_at": one.since,
            "created_at": one.since - timedelta(minutes=3),
        }
        for one in plan.people
    ]
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        await db.execute(insert(person), rows[start : start + _ROWS_AT_ONCE])
    own = select(person.c.id, person.c.key).where(person.c.key.startswith(removal.PERSON_KEY))
    return {int(row.key.removeprefix(removal.PERSON_KEY)): row.id for row in await db.execute(own)}


async def _flag(db: AsyncConnection, stage: Stage) -> None:
    """Mark what the batch made as the demo's, before anybody sees it; nobody is written to about invented cases."""
    for table, ids in ((petition, stage.made_petitions), (case_file, stage.made_cases)):
        if ids:
            await db.execute(update(table).where(table.c.id.in_(ids)).values(demo=True))
    stage.clear()
    # Leaders of the whole country, who have a scope everywhere, are told of what is to be decided.
    about = outbox.c.about_case_id.in_(select(case_file.c.id).where(case_file.c.demo))
    await db.execute(delete(outbox).where(about, text(UNSENT)))


def _samples(stage: Stage) -> list[Sample]:
    """Return a petition of every story that a visitor is offered, the showcase commune's Front first."""
    found = []
    for story in STORIES:
        scenes = [scene for scene in stage.scenes.values() if scene.issue.story is story] if story.shows else []
        if scenes:
            scenes.sort(key=lambda scene: _distance(scene.issue.commune.unit.code, scene.issue.problem.organisation))
            found.append(Sample(scenes[0].first.code, scenes[0].first.pin, story.shows))
    return found


def _distance(commune: str, organisation: Organisation) -> tuple[bool, bool]:
    return commune != SHOWCASE, organisation is not Organisation.FRONT
