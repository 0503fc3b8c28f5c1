"""What the doctor says of the bodies: who works there, and where they can be met."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from bot.finding import ANSWER_SECONDS, Clock, Finding, Level
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from domain.routing import Body

WITHOUT_OFFICE = """
    SELECT DISTINCT s.unit_code, s.organisation
    FROM officer_scope s JOIN officer o ON o.id = s.officer_id
    WHERE o.disabled_at IS NULL AND s.unit_code IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM office f
        WHERE f.unit_code = s.unit_code AND (s.organisation IS NULL OR f.organisation IN (s.organisation, 'mttq'))
    )
"""
"""Bodies with an active account for which "gặp cán bộ" finds no office of their own."""

WAITING = """
    SELECT handler_unit_code, handler_organisation, count(*)
    FROM case_file
    WHERE state <> 'closed' AND merged_into_id IS NULL
    GROUP BY handler_unit_code, handler_organisation
    ORDER BY count(*) DESC, handler_unit_code, handler_organisation
"""
"""Open cases by the body that reads them."""

T = TypeVar("T")


async def check_offices(settings: Settings, _clock: Clock) -> list[Finding]:
    """Who asks for an officer is told where to come: the body's own office, its Front's, or the installation's."""
    rows = await rows_of(settings, WITHOUT_OFFICE)
    if rows is None or settings.office.address:
        return []
    missing = sorted(f"{unit}/{organisation or 'all'}" for unit, organisation in rows)
    if not missing:
        return [Finding("offices", Level.OK, "Every body with an officer says where it can be met.")]
    named = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
    what = f"{len(missing)} bodies with an officer do not say where they can be met: {named}."
    do = "Run `nghedan office set --unit CODE --address …`, or set NGHEDAN_OFFICE_ADDRESS."
    return [Finding("offices", Level.WARNING, what, do)]


async def check_waiting(settings: Settings, _clock: Clock) -> list[Finding]:
    """Somebody works wherever cases wait: what a body without officers reads stands in nobody's list."""
    unread = await answer_of(settings, _unread)
    if unread is None:
        return []
    if not unread:
        return [Finding("waiting", Level.OK, "Every open case has somebody who can read it.")]
    named = ", ".join(f"{count} at {body.unit.code}/{body.organisation}" for body, count in unread[:5])
    more = ", …" if len(unread) > 5 else ""
    total = sum(count for _, count in unread)
    cases = "1 open case waits" if total == 1 else f"{total} open cases wait"
    what = f"{cases} where nobody works: {named}{more}."
    do = "Run `nghedan officer add NAME --unit CODE --organisation …` for these bodies."
    return [Finding("waiting", Level.WARNING, what, do)]


async def _unread(connection: AsyncConnection) -> list[tuple[Body, int]]:
    """Return the bodies where cases wait and nobody works, with the number of these cases."""
    from sqlalchemy import text

    from domain.kinds import Organisation
    from domain.routing import Body
    from domain.units import UnitRef
    from storage.officers import staffed_bodies

    rows = await connection.execute(text(WAITING))
    waiting = {Body(UnitRef(unit), Organisation(organisation)): count for unit, organisation, count in rows}
    staffed = await staffed_bodies(connection, list(waiting))
    return [(body, count) for body, count in waiting.items() if body not in staffed]


async def rows_of(settings: Settings, statement: str) -> list[tuple[Any, ...]] | None:
    """What a query returns; None where there is no usable database."""
    from sqlalchemy import text

    async def ask(connection: AsyncConnection) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await connection.execute(text(statement))]

    return await answer_of(settings, ask)


async def answer_of(settings: Settings, ask: Callable[[AsyncConnection], Awaitable[T]]) -> T | None:
    """What a question to the database returns; None without a usable one, as `check_database` says."""
    from storage.database import Database, sqlite_file

    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return None
    database = Database(settings.database_url)
    try:
        async with asyncio.timeout(ANSWER_SECONDS), database.read() as connection:
            return await ask(connection)
    except Exception:  # noqa: BLE001 - drivers raise their own trees and plain OSError
        return None
    finally:
        await database.close()
