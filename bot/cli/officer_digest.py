"""`nghedan officer digest` and `nghedan officer away`: an officer's hours, and who stands in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.cli.frame import DAY, HOUR, example, fail, json_option, load_settings, print_json

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.ext.asyncio import AsyncConnection

    from domain.calendar import WorkCalendar
    from domain.daily import Hours
    from storage.absences import Absence
    from storage.recipients import Choice

T = TypeVar("T")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_WORKING_DAY = "working"
NONE = "none"


@click.command(
    "digest",
    epilog=example(
        "officer digest 3",
        "officer digest 3 --at 07:30 --days mon-sat",
        "officer digest 3 --quiet 19:00-06:30 --lunch none --empty none",
        "officer digest 3 --days working --dry-run --json",
    ),
)
@click.argument("officer_id", type=click.IntRange(min=1))
@click.option("--at", type=HOUR, help="When it comes, such as 07:30.")
@click.option("--days", help="Weekdays such as mon-sat or mon,wed,fri, or 'working'. Holidays are always free.")
@click.option("--quiet", help="Hours in which no digest lands, such as 20:00-05:00, or 'none'.")
@click.option("--lunch", help="The same for lunch, such as 11:30-13:30, or 'none'.")
@click.option("--empty", type=click.Choice(["line", "none"]), help="What comes on a day without anything.")
@click.option("--dry-run", is_flag=True, help="Change nothing: say what would hold.")
@json_option
def digest(
    *,
    officer_id: int,
    at: datetime | None,
    days: str | None,
    quiet: str | None,
    lunch: str | None,
    empty: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """
    Show or change when an officer's daily digest comes.

    OFFICER_ID is the number that `nghedan officer list` shows. The officer can change the same in the chat. News of
    one case, a danger among them, is no digest: it comes at once.
    """
    from actions import digest_choices
    from storage import recipients

    async def work(db: AsyncConnection, now: datetime, calendar: WorkCalendar) -> Choice:
        chosen = await recipients.choice_of(db, officer_id)
        if chosen is None:
            raise fail(f"There is no active account {officer_id}.")
        hours = _hours(chosen.hours, at, days, quiet, lunch)
        if hours != chosen.hours or empty is not None:
            try:
                done = await digest_choices.choose(
                    db,
                    officer_id,
                    hours=hours if hours != chosen.hours else None,
                    empty=empty,
                    now=now,
                    calendar=calendar,
                )
            except ValueError as problem:
                raise fail(_PROBLEMS.get(str(problem), "These hours cannot be chosen.")) from problem
            chosen = done.choice
        return chosen

    chosen = _in_database(work, dry_run=dry_run)
    if as_json:
        print_json({"officer": officer_id, "dry_run": dry_run, **_choice_as_json(chosen)})
        return
    shown = _choice_as_json(chosen)
    click.echo(
        f"Officer {officer_id}: at {shown['lands_at']}, days {shown['days']}, quiet {shown['quiet']}, "
        f"lunch {shown['lunch']}, on an empty day {shown['empty']}." + (" Nothing was changed." if dry_run else "")
    )


_PROBLEMS = {
    "digest-hour-not-understood": "The digest comes between 05:00 and 17:00.",
    "digest-span-too-long": "With these silences the digest has no time to arrive: make them shorter.",
}


def _hours(hours: Hours, at: datetime | None, days: str | None, quiet: str | None, lunch: str | None) -> Hours:
    from dataclasses import replace

    if at is not None:
        hours = replace(hours, minute=at.hour * 60 + at.minute)
    if days is not None:
        hours = replace(hours, days=_mask(days))
    for name, span in (("quiet", quiet), ("lunch", lunch)):
        if span is not None:
            from actions.digest_choices import with_span

            hours = with_span(hours, name, _window(span))
    return hours


def _mask(text: str) -> int | None:
    from domain.daily import days_mask

    if text == EVERY_WORKING_DAY:
        return None
    chosen: list[int] = []
    for part in text.lower().split(","):
        first, _, last = part.strip().partition("-")
        if first not in WEEKDAYS or (last and last not in WEEKDAYS):
            raise click.UsageError(f"--days: '{part}' is no weekday; say mon-sat, or mon,wed,fri, or working.")
        begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        chosen += [day % 7 for day in range(begin, end + (7 if end < begin else 0) + 1)]
    return days_mask(chosen)


def _window(text: str) -> Any:
    from domain.daily import Window

    if text == NONE:
        return Window(0, 0)
    try:
        start, end = (datetime.strptime(part.strip(), "%H:%M") for part in text.split("-"))  # noqa: DTZ007  # an hour
    except ValueError:
        raise click.UsageError(f"'{text}' is no span of the day; say 20:00-05:00, or none.") from None
    return Window(start.hour * 60 + start.minute, end.hour * 60 + end.minute)


def _choice_as_json(choice: Choice) -> dict[str, Any]:
    from domain.daily import weekdays_of

    hours = choice.hours
    return {
        "at": _clock(hours.minute),
        "lands_at": _clock(hours.lands),
        "days": EVERY_WORKING_DAY if hours.days is None else ",".join(WEEKDAYS[d] for d in weekdays_of(hours.days)),
        "quiet": _span(hours.quiet),
        "lunch": _span(hours.lunch),
        "empty": choice.empty,
    }


def _span(window: Any) -> str:
    return NONE if window.start == window.end else f"{_clock(window.start)}-{_clock(window.end)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


# --- Away -----------------------------------------------------------------------------------------------------------


@click.command(
    "away",
    epilog=example(
        "officer away 3 --from 2026-11-24 --to 2026-11-28 --substitute 8",
        "officer away 3 --end",
        "officer away",
        "officer away 3 --from 2026-11-24 --to 2026-11-28 --substitute 8 --dry-run",
    ),
)
@click.argument("officer_id", type=click.IntRange(min=1), required=False)
@click.option("--from", "first", type=DAY, help="The first day, in Vietnam.")
@click.option("--to", "last", type=DAY, help="The last day; the first when left out.")
@click.option("--substitute", "substitute_id", type=click.IntRange(min=1), help="Who stands in (an id).")
@click.option("--end", "ends", is_flag=True, help="The officer is back: end what lasts today or comes next.")
@click.option("--dry-run", is_flag=True, help="Change nothing: say what would hold.")
@json_option
def away(
    *,
    officer_id: int | None,
    first: datetime | None,
    last: datetime | None,
    substitute_id: int | None,
    ends: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """
    Say that an officer is away and who stands in, end it, or list who is away.

    While it lasts the substitute handles the cases of the officer's bodies, except confidential ones, and finds them
    in their own digest and work list. Every case opened in that way is in the audit trail.
    """
    if (first is None) is not (last is None and substitute_id is None) and first is None:
        raise click.UsageError("--to and --substitute go with --from.")
    if officer_id is None and (first is not None or ends):
        raise click.UsageError("Say which officer.")
    from actions import absences as actions
    from domain.calendar import local_date
    from domain.errors import Refused
    from storage import absences

    async def work(db: AsyncConnection, now: datetime, _: WorkCalendar) -> list[Absence]:
        today = local_date(now)
        try:
            if first is not None and officer_id is not None:
                until: date = (last or first).date()
                await actions.begin(db, officer_id, substitute_id, first.date(), until, by=None, now=now)
            elif ends and officer_id is not None:
                found = await absences.coming(db, today, officer_id=officer_id)
                if not found:
                    raise fail(f"Officer {officer_id} is not away.")
                await actions.end(db, found[0], by=None, now=now)
        except Refused as refusal:
            raise fail(_REFUSALS.get(refusal.key, "There is no such active account.")) from refusal
        return await absences.coming(db, today, officer_id=officer_id)

    found = _in_database(work, dry_run=dry_run)
    if as_json:
        print_json({"dry_run": dry_run, "absences": [_absence_as_json(one) for one in found]})
        return
    for one in found:
        stands_in = (
            f"{one.substitute_name} ({one.substitute_id}) stands in" if one.substitute_id else "nobody stands in"
        )
        click.echo(f"{one.name} ({one.officer_id}): {one.first_day} to {one.last_day}, {stands_in}")
    if not found:
        click.echo("Nobody is away." if officer_id is None else f"Officer {officer_id} is not away.")
    if dry_run:
        click.echo("Nothing was changed.", err=True)


_REFUSALS = {
    "absence-days-wrong": "The last day must follow the first, must not have passed, and be within a year.",
    "absence-overlaps": "The officer is away in this time already.",
    "absence-no-substitute": "A substitute is another officer or leader.",
    "absence-substitute-away": "The substitute is away then, too.",
}


def _absence_as_json(one: Absence) -> dict[str, Any]:
    return {
        "officer": one.officer_id,
        "substitute": one.substitute_id,
        "from": one.first_day.isoformat(),
        "to": one.last_day.isoformat(),
    }


def _in_database(work: Callable[[AsyncConnection, datetime, WorkCalendar], Awaitable[T]], *, dry_run: bool) -> T:
    """Do some work in one transaction that is taken back in a dry run."""
    from bot.cli.opened import opened
    from storage.workdays import work_calendar

    async def run() -> T:
        async with opened(load_settings()) as database, database.begin() as db:
            savepoint = await db.begin_nested()
            made = await work(db, datetime.now(UTC), await work_calendar(db))
            await (savepoint.rollback() if dry_run else savepoint.commit())
            return made

    return asyncio.run(run())
