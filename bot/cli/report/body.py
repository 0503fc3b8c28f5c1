"""`nghedan report body`: who signs a body's reports and how, to whom they go, what stands at their head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import FORMS, checked_organisation, known_unit, organisation_option, said, unit_option

if TYPE_CHECKING:
    from actions.reports.heads import Head


@click.group(
    epilog=example(
        "report body show --unit 19867",
        "report body set --unit 19867 --post 'Chu tich' --signer 'Nguyen Van Chu'",
        "report body set --unit 19867 --form for-the-head --board 'Ban Thuong truc' --for-whom 'Chu tich'",
    )
)
def body() -> None:
    """Show and set how a body's reports begin and end."""


@body.command("show", epilog=example("report body show --unit 19867", "report body show --unit 46 --party --json"))
@unit_option
@organisation_option
@click.option("--party", is_flag=True, help="As the Party committee's own office issues it.")
@json_option
@in_loop
async def show(*, unit: str, organisation: str, party: bool, as_json: bool) -> None:
    """Show the head that a body's next report will have: what is usual, and what was set."""
    place = known_unit(unit)
    checked_organisation(organisation)
    settings = load_settings()
    from actions.reports import bodies

    async with opened(settings) as database, database.read() as db:
        head = await bodies.head(db, place.code, organisation, party=party)
    _say(head, as_json=as_json)


@body.command(
    "set",
    epilog=example(
        "report body set --unit 19867 --signer 'Nguyen Van Chu' --next-number 12",
        "report body set --unit 19867 --recipient 'Thuong truc Dang uy xa (de bao cao)' --recipient 'VPUB (de biet)'",
    ),
)
@unit_option
@organisation_option
@click.option("--form", "signing_form", type=click.Choice(FORMS), help="TM., KT., TL., TUQ., Q. or the head.")
@click.option("--board", help="The collective for which a deputy signs, too: TM. BAN THUONG TRUC / KT. CHU TICH.")
@click.option("--for-whom", help="On whose behalf: the board, or the head for whom a deputy signs.")
@click.option("--post", help="The signer's post.")
@click.option("--signer", help="The signer's name; '' leaves room for it.")
@click.option("--committee", help="The committee that the reports go to.")
@click.option("--recipient", "recipients", multiple=True, help="A line of Noi nhan, its purpose in brackets; again.")
@click.option("--filing", help="Where the copy is kept.")
@click.option("--symbol", help="What follows the number: BC-MTTQ-BTT.")
@click.option("--place", help="The place before the date.")
@click.option("--superior", multiple=True, help="A line at the upper left; again for the next.")
@click.option("--issuer", multiple=True, help="A bold line below it; again for the next.")
@click.option("--next-number", type=click.IntRange(1, 99_999), help="Next number of the register.")
@click.option("--number-by-hand", is_flag=True, help="Numbers are given by hand.")
@click.option("--dry-run", is_flag=True, help="Change nothing; show what would be set.")
@json_option
@in_loop
async def set_head(*, unit: str, organisation: str, dry_run: bool, as_json: bool, **given: Any) -> None:
    """Set parts of a body's head; what is left out stays, '' takes a part back to what is usual."""
    place = known_unit(unit)
    checked_organisation(organisation)
    values = _values(given)
    if not values:
        raise click.UsageError("Give at least one part to set; `report body show` shows them.")
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import bodies
    from domain.errors import Refused

    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                head = await bodies.set_head(db, place, organisation, values, by=CONSOLE, now=datetime.now(UTC))
                if dry_run:
                    await db.rollback()
        except Refused as refusal:
            raise fail(f"Nothing was set: {said(refusal)}") from None
    _say(head, as_json=as_json)


def _values(given: dict[str, Any]) -> dict[str, Any]:
    from domain.report_heads import recipient_of

    by_hand, number = given.pop("number_by_hand"), given.pop("next_number")
    if by_hand and number:
        raise click.UsageError("--next-number and --number-by-hand exclude each other.")
    lines = {name: list(given.pop(name)) for name in ("recipients", "superior", "issuer")}
    values = {name: value for name, value in given.items() if value is not None}
    values |= {name: found for name, found in lines.items() if found}
    if "recipients" in values:
        values["recipients"] = [recipient_of(line) for line in values["recipients"] if line.strip()]
    if by_hand or number:
        values["next_number"] = number
    return values


@body.command("reset", epilog=example("report body reset --unit 19867"))
@unit_option
@organisation_option
@in_loop
async def reset(*, unit: str, organisation: str) -> None:
    """Forget what was set of a body's head."""
    place = known_unit(unit)
    checked_organisation(organisation)
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import bodies
    from domain.errors import Refused

    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                await bodies.reset_head(db, place, organisation, by=CONSOLE, now=datetime.now(UTC))
        except Refused as refusal:
            raise fail(said(refusal)) from None
    click.echo(f"{unit}: as usual again.")


def _say(head: Head, *, as_json: bool) -> None:
    signature = head.signature
    facts = {
        "layout": head.layout.value,
        "superior": list(head.superior),
        "issuer": list(head.issuer),
        "symbol": head.symbol,
        "place": head.place,
        "committee": head.committee,
        "signing_form": signature.form.value,
        "board": signature.board,
        "for_whom": signature.for_whom,
        "post": signature.post,
        "signer": signature.name,
        "recipients": [f"{one.name} ({one.purpose})" if one.purpose else one.name for one in head.recipients],
        "filing": head.filing,
        "next_number": head.next_number,
    }
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        shown = "; ".join(value) if isinstance(value, list) else value
        click.echo(f"{name:<13} {shown if shown not in ('', None) else '-'}")
    if not signature.name:
        click.echo("Nobody is named to sign: documents leave room, and say so (--signer names one).")
