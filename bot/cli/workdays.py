"""`nghedan workdays`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from domain.calendar import Override

NOTE_MAX = 200
"""Characters; it is read out where a due date explains itself."""

day_argument = click.argument("day", type=DAY)


@click.group(
    epilog=example("workdays list", "workdays set 2027-02-12 --off --note 'QD 123/QD-TTg'", "workdays clear 2027-02-12")
)
def command() -> None:
    """Enter days off and extra working days that differ from the table of holidays."""


@command.command("list", epilog=example("workdays list", "workdays list --year 2027", "workdays list --json"))
@click.option("--year", type=click.IntRange(2000, 2100), help="Only those of this year.")
@json_option
@in_loop
async def list_days(*, year: int | None, as_json: bool) -> None:
    """List the days that were entered; all others are as the table of holidays says."""
    from storage import workdays

    async with opened(load_settings()) as database, database.read() as db:
        found = [day for day in await workdays.overrides(db) if year in {None, day.day.year}]
    if as_json:
        print_json([_as_json(day) for day in found])
        return
    if not found:
        click.echo("None is entered; `nghedan workdays set DATE --off` enters one.")
    for day in found:
        click.echo(f"{day.day}  {day.kind.value:4}  {day.basis}".rstrip())


@command.command(
    "set",
    epilog=example(
        "workdays set 2027-02-12 --off --note 'QD 123/QD-TTg'",
        "workdays set 2027-02-20 --on --note 'in exchange for 12 February' --json",
    ),
)
@day_argument
@click.option("--off", "kind", flag_value="off", help="Nobody works on this day.")
@click.option("--on", "kind", flag_value="work", help="It is worked, though a weekend or a holiday.")
@click.option("--note", default="", help="What it rests on, such as the number of the decision.")
@json_option
@in_loop
async def set_day(*, day: datetime, kind: str | None, note: str, as_json: bool) -> None:
    """
    Enter a day off or an extra working day, written 2027-02-12.

    It counts for whatever is due from now on, within a minute and without a restart; dates that were given
    before stay as they were told.
    """
    if kind is None:
        raise click.UsageError("Say --off or --on.")
    if len(note) > NOTE_MAX:
        raise click.UsageError(f"--note may have {NOTE_MAX} characters.")
    from domain.calendar import Override, OverrideKind
    from storage import workdays

    entered = Override(day.date(), OverrideKind(kind), " ".join(note.split()))
    async with opened(load_settings()) as database, database.begin() as db:
        await workdays.put_override(db, entered)
    if as_json:
        print_json(_as_json(entered))
    else:
        click.echo(f"{entered.day}: {'not worked' if kind == 'off' else 'worked'}.")


@command.command("clear", epilog=example("workdays clear 2027-02-12", "workdays clear 2027-02-12 --json"))
@day_argument
@json_option
@in_loop
async def clear_day(*, day: datetime, as_json: bool) -> None:
    """
    Let a day be what the table of holidays says.

    Exit status 1 when nothing was entered for it.
    """
    from storage import workdays

    async with opened(load_settings()) as database, database.begin() as db:
        known = await workdays.remove_override(db, day.date())
    if not known:
        raise fail(f"Nothing was entered for {day.date()}.")
    if as_json:
        print_json({"day": day.date().isoformat(), "cleared": True})
    else:
        click.echo(f"{day.date()}: as the table of holidays says.")


def _as_json(day: Override) -> dict[str, Any]:
    return {"day": day.day.isoformat(), "kind": day.kind.value, "note": day.basis}
