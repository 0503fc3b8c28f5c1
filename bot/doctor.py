"""What an installation needs to be well, looked at one by one, and what to do about what is not."""

from __future__ import annotations

import asyncio
import shutil
import stat
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor_bodies import check_offices, check_waiting, rows_of
from bot.doctor_email import check_email
from bot.doctor_telegram import check_telegram
from bot.doctor_zalo import check_zalo_bot, check_zalo_oa
from bot.finding import ANSWER_SECONDS, Clock, Finding, Level, words_of
from bot.settings import Settings
from bot.spool import spooled_messages

GIGABYTE = 1_000_000_000

MADE_AFTER = datetime(2025, 7, 1, tzinfo=UTC)
"""A clock that stands before this day is wrong: none of today's communes existed (NQ 202/2025/QH15)."""

Check = Callable[[Settings, Clock], Awaitable[list[Finding]]]


async def examine(settings: Settings, clock: Clock) -> list[Finding]:
    """Return every finding, in a fixed order; a check that breaks is itself a finding."""
    found: list[Finding] = []
    for check in CHECKS:
        name = check.__name__.removeprefix("check_")
        try:
            async with asyncio.timeout(3 * ANSWER_SECONDS):
                found += await check(settings, clock)
        except Exception as error:  # noqa: BLE001 - the patient is ill, the doctor goes on
            found.append(Finding(name, Level.BAD, f"The check broke off: {type(error).__name__}: {error}"))
    return found


async def check_folder(settings: Settings, _clock: Clock) -> list[Finding]:
    """The data folder can be written, has room and is closed to other users."""
    home = settings.general.data_folder
    place = next(path for path in (home.absolute(), *home.absolute().parents) if path.exists())
    probe = place / ".nghedan-doctor"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        return [Finding("folder", Level.BAD, f"{place}: {error.strerror}.", "Let the program's user write there.")]
    free = shutil.disk_usage(place).free
    what, do = f"{home}: {free / GIGABYTE:.1f} GB free.", "Free some space, or set NGHEDAN_DATA_FOLDER."
    if free < GIGABYTE / 4:
        disk = Finding("disk", Level.BAD, what, do)
    else:
        disk = Finding("disk", Level.WARNING, what, do) if free < 2 * GIGABYTE else Finding("disk", Level.OK, what)
    if home.exists() and (mode := stat.S_IMODE(home.stat().st_mode)) & 0o007:
        # The database in it is readable by all who come to it, and what people wrote is not encrypted.
        return [
            disk,
            Finding("folder", Level.WARNING, f"Others may look into {home} ({mode:04o}).", f"chmod 700 {home}"),
        ]
    return [disk]


async def check_key(settings: Settings, _clock: Clock) -> list[Finding]:
    """The key file belongs to one user alone."""
    path = settings.key_file
    if not path.exists():
        return [Finding("key", Level.OK, f"{path} does not exist yet; the first start makes it.")]
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return [Finding("key", Level.BAD, f"{path} can be read by others ({mode:04o}).", f"chmod 600 {path}")]
    return [Finding("key", Level.OK, f"{path} is readable by its owner alone. It is in no backup: keep a copy.")]


async def check_database(settings: Settings, _clock: Clock) -> list[Finding]:
    """The database answers, is whole, has the newest schema and knows the units."""
    from sqlalchemy import text

    from storage import migrate
    from storage.database import Database, sqlite_file

    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        do = "Run `nghedan migrate`, or just start the program."
        return [Finding("database", Level.WARNING, f"There is none at {file} yet.", do)]
    database = Database(settings.database_url)
    try:
        async with asyncio.timeout(ANSWER_SECONDS), database.read() as connection:
            if file is not None:
                health = (await connection.execute(text("PRAGMA quick_check(3)"))).scalar_one()
                version = (await connection.execute(text("SELECT sqlite_version()"))).scalar_one()
                what = f"SQLite {version}, {file}, {file.stat().st_size / 1e6:.1f} MB."
                if health != "ok":
                    do = "Stop the program and put the last backup back (`nghedan restore`)."
                    return [Finding("database", Level.BAD, f"{what} It is damaged: {health}", do)]
            else:
                version = (await connection.execute(text("SHOW server_version"))).scalar_one()
                what = f"PostgreSQL {version}."
    except Exception as error:  # noqa: BLE001 - drivers raise their own trees and plain OSError
        do = "Check DATABASE_URL, and that the server runs and lets us in."
        return [Finding("database", Level.BAD, f"It does not answer: {words_of(error)}", do)]
    finally:
        await database.close()
    current, newest = await asyncio.to_thread(migrate.current, settings.database_url), migrate.head()
    if current != newest:
        do = "Run `nghedan migrate`."
        schema = Finding("schema", Level.BAD, f"It is {current or 'empty'}, the newest is {newest}.", do)
    else:
        schema = Finding("schema", Level.OK, f"The newest ({newest}).")
    return [Finding("database", Level.OK, what), schema]


async def check_spool(settings: Settings, _clock: Clock) -> list[Finding]:
    """Messages that were taken while the database was away are handled when it is back."""
    waiting = await asyncio.to_thread(spooled_messages, settings.spool_folder)
    if not waiting:
        return []
    what = f"{waiting} messages wait on the disk for the database."
    do = "Keep the program running and make the database answer; they are handled then, in order."
    return [Finding("spool", Level.WARNING, what, do)]


async def check_units(settings: Settings, _clock: Clock) -> list[Finding]:
    """Nobody can name their commune before the list of units is loaded."""
    rows = await rows_of(settings, "SELECT edition, count(*) FROM unit GROUP BY edition ORDER BY edition")
    if rows is None:
        return []
    if not rows:
        return [Finding("units", Level.WARNING, "No unit is loaded yet.", "Run `nghedan migrate`.")]
    return [Finding("units", Level.OK, f"{count} of edition {edition}.") for edition, count in rows]


async def check_calendar(settings: Settings, clock: Clock) -> list[Finding]:
    """Due dates and digests count the working days of this year and the next."""
    from domain.calendar import LOCAL, WorkCalendar

    calendar, today = WorkCalendar(), clock().astimezone(LOCAL).date()
    entered = {str(day)[:4] for (day,) in await rows_of(settings, "SELECT day FROM work_day") or []}
    found = []
    for year in (today.year, today.year + 1):
        if not calendar.covers(year):
            do = "Install a newer edition."
            found.append(Finding("holidays", Level.BAD, f"The table does not reach {year}.", do))
        elif calendar.is_decided(year) or str(year) in entered:
            found.append(Finding("holidays", Level.OK, f"{year}: as the Government decided."))
        elif year == today.year:
            what = f"{year}: by the usual rule, without swapped days."
            do = "Enter the days off and swapped days (`nghedan workdays set`), or install a newer edition."
            found.append(Finding("holidays", Level.WARNING, what, do))
        else:
            what = f"{year}: by the usual rule until the Government decides, late in the year before."
            found.append(Finding("holidays", Level.OK, what))
    return found


async def check_time(_settings: Settings, clock: Clock) -> list[Finding]:
    """The time zone is known and the clock stands after the day this edition was made."""
    try:
        offset = clock().astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).utcoffset()
    except ZoneInfoNotFoundError:
        return [Finding("time", Level.BAD, "The time zone Asia/Ho_Chi_Minh is unknown.", "Install tzdata.")]
    if offset != timedelta(hours=7):
        return [Finding("time", Level.BAD, f"Asia/Ho_Chi_Minh is {offset} from UTC.", "Install tzdata again.")]
    local = clock().astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    if clock() < MADE_AFTER:
        do = "Set the clock; let it be kept by NTP."
        return [Finding("time", Level.BAD, f"The clock says {local:%Y-%m-%d %H:%M}, which is past.", do)]
    return [Finding("time", Level.OK, f"{local:%Y-%m-%d %H:%M} in Vietnam.")]


async def check_fonts(_settings: Settings, _clock: Clock) -> list[Finding]:
    """The pages bring their own letters; without them Vietnamese looks broken on some phones."""
    fonts = resources.files("channels") / "webchat" / "static" / "fonts"
    names = [font.name for font in fonts.iterdir() if font.name.endswith(".woff2")] if fonts.is_dir() else []
    # The package's "vietnamese" file alone has neither a to z nor the letters with circumflex.
    missing = [part for part in ("-latin-", "-latin-ext-", "-vietnamese-") if not any(part in n for n in names)]
    if missing:
        what = f"Web fonts are missing: {', '.join(part.strip('-') for part in missing)}."
        return [Finding("fonts", Level.BAD, what, "Install the program again: the installation is incomplete.")]
    return [Finding("fonts", Level.OK, f"{len(names)} web fonts.")]


CHECKS: tuple[Check, ...] = (
    check_folder,
    check_key,
    check_database,
    check_spool,
    check_units,
    check_telegram,
    check_zalo_oa,
    check_email,
    check_zalo_bot,
    check_time,
    check_calendar,
    check_offices,
    check_waiting,
    check_fonts,
)
