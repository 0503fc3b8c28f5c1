"""`nghedan indicator`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import checked_organisation, known_unit

if TYPE_CHECKING:
    from datetime import datetime

    from storage.indicators import IndicatorLine

NO_TARGET = "There is no target {}; `nghedan indicator list` shows them."


@click.group(
    epilog=example(
        "indicator set --unit 19867 --year 2026 --name Supervisions --measure items --target 2",
        "indicator enter 3 --value 1 --evidence 12/KH-MTTQ",
        "indicator remove 3",
        "indicator list --unit 19867 --year 2026",
    )
)
def command() -> None:
    """
    Set yearly targets and enter what was reached.

    Targets come from local resolutions: none is shipped. They stand beside what was reached in the yearly report.
    """


@command.command(
    "set", epilog=example("indicator set --unit 19867 --year 2026 --name Supervisions --measure items --target 2")
)
@click.option("--unit", required=True, metavar="CODE")
@click.option("--year", type=click.IntRange(2000, 2100), required=True)
@click.option("--name", required=True)
@click.option("--measure", default="%", show_default=True, help="% or what is counted.")
@click.option("--target", type=float, required=True, help="The least value to be reached.")
@click.option("--organisation", default="", help="Whose it is; nobody's in particular when left out.")
@click.option("--basis", default="", help="The resolution that sets it.")
@in_loop
async def set_target(
    *, unit: str, year: int, name: str, measure: str, target: float, organisation: str, basis: str
) -> None:
    """Set a target of a unit for a year."""
    settings = load_settings()
    from datetime import UTC, datetime

    from sqlalchemy.exc import IntegrityError

    from actions import indicators
    from domain.errors import Refused
    from domain.roles import Actor, Role

    checked_organisation(organisation)
    known_unit(unit)
    if not name.strip():
        raise click.UsageError("--name is empty.")
    actor = Actor(roles=frozenset({Role.ADMINISTRATOR}))
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                id = await indicators.set_target(
                    db,
                    actor,
                    unit=unit,
                    year=year,
                    name=name,
                    measure=measure,
                    target=target,
                    organisation=organisation,
                    basis=basis,
                    now=datetime.now(UTC),
                )
        except IntegrityError:
            raise fail("This unit has a target of that name for the year already.") from None
        except Refused:
            raise fail("The target was not set: it is 0 or more, and at most 100 where it is measured in %.") from None
    click.echo(f"Target {id} is set.")


@command.command(epilog=example("indicator enter 3 --value 1 --evidence 12/KH-MTTQ"))
@click.argument("indicator_id", type=click.IntRange(min=1))
@click.option("--value", type=float, required=True)
@click.option("--day", type=DAY, help="The day it was reached; today when left out.")
@click.option("--evidence", required=True, help="The document or link that shows it.")
@in_loop
async def enter(*, indicator_id: int, value: float, day: datetime | None, evidence: str) -> None:
    """Enter what was reached."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions import indicators
    from domain.calendar import local_date
    from domain.errors import NotFound, Refused
    from domain.roles import Actor, Role

    now = datetime.now(UTC)
    actor = Actor(roles=frozenset({Role.ADMINISTRATOR}))
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                await indicators.enter_value(
                    db,
                    actor,
                    indicator_id,
                    value=value,
                    day=day.date() if day else local_date(now),
                    evidence=evidence,
                    now=now,
                )
        except NotFound:
            raise fail(NO_TARGET.format(indicator_id)) from None
        except Refused:
            raise fail("Nothing was entered: a value is 0 or more, and --evidence names what shows it.") from None
    click.echo(f"Entered for target {indicator_id}.")


@command.command(epilog=example("indicator remove 3"))
@click.argument("indicator_id", type=click.IntRange(min=1))
@in_loop
async def remove(*, indicator_id: int) -> None:
    """Take a target out that was set by mistake, or that was repealed; what was entered for it is kept."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions import indicators
    from domain.errors import NotFound
    from domain.roles import Actor, Role

    actor = Actor(roles=frozenset({Role.ADMINISTRATOR}))
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                await indicators.remove_target(db, actor, indicator_id, now=datetime.now(UTC))
        except NotFound:
            raise fail(NO_TARGET.format(indicator_id)) from None
    click.echo(f"Target {indicator_id} is removed.")


@command.command("list", epilog=example("indicator list --unit 19867 --year 2026"))
@click.option("--unit", required=True, metavar="CODE")
@click.option("--year", type=click.IntRange(2000, 2100), required=True)
@json_option
@in_loop
async def list_targets(*, unit: str, year: int, as_json: bool) -> None:
    """Show a unit's targets of a year beside what was reached."""
    settings = load_settings()
    from storage import indicators

    known_unit(unit)
    async with opened(settings) as database, database.read() as db:
        lines = await indicators.indicator_lines(db, unit, year)
    entries = [_entry(line) for line in lines]
    if as_json:
        print_json(entries)
        return
    from bot.cli.streams import table

    if not entries:
        click.echo(f"No target is set for {unit} in {year}.")
    table([_row(line) for line in lines])


def _row(line: IndicatorLine) -> tuple[str, ...]:
    reached = "nothing entered" if line.value is None else f"reached {_measured(line.value, line.measure)}"
    met = "" if line.value is None else "met" if line.is_met else "not met"
    target = f"at least {_measured(line.target, line.measure)}"
    return str(line.id), line.organisation, line.name, target, reached, met, str(line.day or ""), line.evidence


def _measured(value: float, measure: str) -> str:
    return f"{value:g}{measure}" if measure == "%" else f"{value:g} {measure}"


def _entry(line: IndicatorLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "organisation": line.organisation,
        "name": line.name,
        "target": line.target,
        "measure": line.measure,
        "value": line.value,
        "met": line.is_met if line.value is not None else None,
        "day": line.day.isoformat() if line.day else None,
        "evidence": line.evidence,
    }
