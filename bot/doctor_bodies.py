"""What the doctor says of the bodies: who works there, and where they can be met."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.finding import Clock, Finding, Level
from bot.settings import Settings

ANSWER_SECONDS = 10
"""How long the database may take."""

WITHOUT_OFFICE = """
    SELECT DISTINCT s.unit_code, s.organisation
    FROM officer_scope s JOIN officer o ON o.id = s.officer_id
    WHERE o.disabled_at IS NULL AND s.unit_code IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM office f
        WHERE f.unit_code = s.unit_code AND (s.organisation IS NULL OR f.organisation IN (s.organisation, 'mttq'))
    )
"""
"""Bodies with an active account for which "gặp cán bộ" finds no office of their own."""

UNREAD = """
    SELECT c.handler_unit_code, c.handler_organisation, count(*)
    FROM case_file c
    WHERE c.state <> 'closed' AND c.merged_into_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM officer_scope s JOIN officer o ON o.id = s.officer_id
        WHERE o.disabled_at IS NULL AND (o.roles LIKE '%"officer"%' OR o.roles LIKE '%"leader"%')
            AND s.unit_code = c.handler_unit_code
            AND (s.organisation IS NULL OR s.organisation = c.handler_organisation)
    )
    GROUP BY c.handler_unit_code, c.handler_organisation
    ORDER BY count(*) DESC, c.handler_unit_code, c.handler_organisation
"""
"""Open cases by the body that reads them, where nobody works who could: they stand in no officer's list."""


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
    """Somebody works wherever cases wait: a body without officers has its own filed with the province or the centre."""
    rows = await rows_of(settings, UNREAD)
    if rows is None:
        return []
    if not rows:
        return [Finding("waiting", Level.OK, "Every open case has somebody who can read it.")]
    named = ", ".join(f"{count} at {unit}/{organisation}" for unit, organisation, count in rows[:5])
    more = ", …" if len(rows) > 5 else ""
    what = f"{sum(count for *_, count in rows)} open cases wait where nobody works: {named}{more}."
    do = "Run `nghedan officer add NAME --unit CODE --organisation …` for these bodies."
    return [Finding("waiting", Level.WARNING, what, do)]


async def rows_of(settings: Settings, statement: str) -> list[tuple[Any, ...]] | None:
    """What a query returns; None where there is no usable database, which is `check_database`'s to say."""
    from sqlalchemy import text

    from storage.database import Database, sqlite_file

    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return None
    database = Database(settings.database_url)
    try:
        async with asyncio.timeout(ANSWER_SECONDS), database.read() as connection:
            return [tuple(row) for row in await connection.execute(text(statement))]
    except Exception:  # noqa: BLE001 - drivers raise their own trees and plain OSError
        return None
    finally:
        await database.close()
