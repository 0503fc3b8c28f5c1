"""`nghedan office`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.officer import ORGANISATIONS
from bot.cli.opened import opened

if TYPE_CHECKING:
    from domain.offices import Office
    from domain.units import UnitRef
    from storage.offices import Entered

unit_option = click.option("--unit", "unit_code", required=True, help="Code of a commune or province.")
organisation_option = click.option(
    "--organisation", default="mttq", show_default=True, type=click.Choice(ORGANISATIONS), help="Whose office it is."
)


@click.group(
    epilog=example("office list", "office set --unit 19867 --address '12 Tran Phu'", "office clear --unit 19867")
)
def command() -> None:
    """Enter where people can meet and phone a body."""


@command.command("list", epilog=example("office list", "office list --unit 19867", "office list --json"))
@click.option("--unit", "unit_code", help="Only those of this commune or province.")
@json_option
@in_loop
async def list_offices(*, unit_code: str | None, as_json: bool) -> None:
    """List what was entered; other bodies show the address of the settings."""
    from storage import offices

    async with opened(load_settings()) as database, database.read() as db:
        found = await offices.offices(db, unit_code=unit_code)
    if as_json:
        print_json([_as_json(entered.unit_code, entered.organisation.value, entered.office) for entered in found])
        return
    if not found:
        click.echo("None is entered; `nghedan office set --unit CODE --address ...` enters one.")
    for entered in found:
        click.echo(_line(entered))


@command.command(
    "set",
    epilog=example(
        "office set --unit 19867 --address '12 Tran Phu' --phone '0234 3822 123' --hours '7:30-11:30, 13:30-17:00'",
        "office set --unit 46 --organisation phu_nu --phone 02343822456 --json",
    ),
)
@unit_option
@organisation_option
@click.option("--address", help="Where people may come. Left out: stays as it is.")
@click.option("--phone", help="A phone that is answered, or several. Left out: stays as it is.")
@click.option("--hours", help="When somebody is there, in words for people. Left out: stays as it is.")
@json_option
@in_loop
async def set_office(
    *, unit_code: str, organisation: str, address: str | None, phone: str | None, hours: str | None, as_json: bool
) -> None:
    """
    Enter or change where a body can be met; "Gặp cán bộ" shows it from now on.

    An empty text ('') takes a part away; a body without any part is forgotten.
    """
    if address is None and phone is None and hours is None:
        raise click.UsageError("Give at least one of --address, --phone and --hours.")
    unit = known_unit(unit_code)
    from actions import offices as actions
    from domain.errors import Refused
    from domain.kinds import Organisation
    from domain.offices import LIMITS, Office
    from storage import offices

    given = {"address": address, "phone": phone, "hours": hours}
    body = Organisation(organisation)
    async with opened(load_settings()) as database, database.begin() as db:
        known = await offices.office_of(db, unit.code, body) or Office()
        parts = {name: getattr(known, name) if text is None else text for name, text in given.items()}
        try:
            kept = await actions.set_office(db, unit, body, Office(**parts), by=actions.CONSOLE, now=datetime.now(UTC))
        except Refused as refusal:
            limits = ", ".join(f"{name} {limit}" for name, limit in LIMITS.items())
            raise fail(f"A phone needs digits, and no part may be longer than: {limits} characters.") from refusal
    if as_json:
        print_json(_as_json(unit.code, organisation, kept or Office()))
    elif kept is None:
        click.echo(f"{unit.code}/{organisation}: nothing is entered any more.")
    else:
        click.echo(f"{unit.code}/{organisation}: {_parts(kept)}")


@command.command(
    "clear", epilog=example("office clear --unit 19867", "office clear --unit 19867 --organisation phu_nu")
)
@unit_option
@organisation_option
@json_option
@in_loop
async def clear_office(*, unit_code: str, organisation: str, as_json: bool) -> None:
    """
    Forget where a body can be met.

    Exit status 1 when nothing was entered.
    """
    unit = known_unit(unit_code)
    from actions import offices as actions
    from domain.kinds import Organisation

    async with opened(load_settings()) as database, database.begin() as db:
        known = await actions.clear_office(
            db, unit, Organisation(organisation), by=actions.CONSOLE, now=datetime.now(UTC)
        )
    if not known:
        raise fail(f"Nothing was entered for {unit.code}/{organisation}.")
    if as_json:
        print_json({"unit": unit.code, "organisation": organisation, "cleared": True})
    else:
        click.echo(f"{unit.code}/{organisation}: forgotten.")


def known_unit(code: str) -> UnitRef:
    """
    Return the unit of a code of the shipped list.

    Raises:
        ClickException: there is none.
    """
    from domain.units import UnitRef
    from storage.data import shipped_units

    shipped = shipped_units()
    for unit in (*shipped.provinces, *shipped.communes):
        if unit.code == code:
            return UnitRef(code, unit.province_code)
    raise fail(f"There is no unit {code}; `nghedan units search NAME` finds codes.")


def _as_json(unit_code: str, organisation: str, office: Office) -> dict[str, Any]:
    return {
        "unit": unit_code,
        "organisation": organisation,
        "address": office.address,
        "phone": office.phone,
        "hours": office.hours,
    }


def _line(entered: Entered) -> str:
    return f"{entered.unit_code}/{entered.organisation.value}: {_parts(entered.office)}"


def _parts(office: Office) -> str:
    return "  |  ".join(part or "-" for part in (office.address, office.phone, office.hours))
