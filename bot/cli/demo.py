"""`nghedan demo`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json, progress

if TYPE_CHECKING:
    from bot.demo.load import Wish
    from bot.demo.marker import Marker
    from bot.demo.removal import Removed
    from bot.demo.summary import Counts, Login
    from bot.settings import Settings


@click.command(epilog=example("demo", "demo --until 2026-10-31 --seed 7", "demo --json", "demo --remove"))
@click.option("--seed", type=int, help="Which data set; the same seed and day give the same one. Usually 1.")
@click.option("--until", type=DAY, metavar="DATE", help="Its last day, YYYY-MM-DD. Usually yesterday.")
@click.option("--with-real-data", is_flag=True, help="Load it beside petitions of real people.")
@click.option("--remove", is_flag=True, help="Take the demo out again, and nothing else.")
@json_option
def command(*, seed: int | None, until: datetime | None, with_real_data: bool, remove: bool, as_json: bool) -> None:
    """
    Load a believable data set to look at.

    Ten communes of Nghệ An and TP. Huế, all six organisations, officers and leaders, hundreds of invented petitions
    of three months in every state. Run again it doubles nothing and prints new links to log in with; a load that was
    cut off is begun anew. Nobody is written to.
    """
    if remove and (seed is not None or until is not None or with_real_data):
        raise click.UsageError("--remove stands alone.")
    settings = load_settings()
    from bot.demo.load import Wish
    from storage import migrate

    migrate.ensure(settings.database_url)
    if remove:
        _say_removed(_remove(settings), as_json=as_json)
        return
    wish = Wish(seed, until.date() if until else None, with_real_data=with_real_data)
    _load(settings, wish, as_json=as_json)


@in_loop
async def _remove(settings: Settings) -> Removed:
    from datetime import UTC

    from bot.demo import removal
    from storage import audit
    from storage.database import Database

    database = Database(settings.database_url)
    try:
        async with database.begin() as db:
            removed = await removal.remove(db)
            if removed:
                data = {"petitions": removed.petitions, "cases": removed.cases, "officers": removed.officers}
                now = datetime.now(UTC)
                await audit.append(
                    db, at=now, actor="administrator", action="demo_removed", subject="demo", data=dict(data)
                )
            return removed
    finally:
        await database.close()


def _say_removed(removed: Removed, *, as_json: bool) -> None:
    if as_json:
        print_json({name: getattr(removed, name) for name in ("petitions", "cases", "officers", "kept")})
        return
    if not removed:
        click.echo("There is no demo to remove.")
        return
    click.echo(f"Removed: {removed.petitions} petitions, {removed.cases} cases, {removed.officers} officers.")
    if removed.kept:
        click.echo(f"{removed.kept} of its cases stay: real petitions were filed into them.")


@in_loop
async def _load(settings: Settings, wish: Wish, *, as_json: bool) -> None:
    from datetime import UTC

    from bot.demo import summary
    from bot.demo.load import DemoRefused, Loading, begin
    from bot.keys import secret_key
    from storage.database import Database
    from storage.units import load_shipped

    database, now = Database(settings.database_url), datetime.now(UTC)
    try:
        async with database.begin() as db:
            await load_shipped(db)
        found = await begin(database, wish, now=now, secret=secret_key(settings.key_file))
        fresh = isinstance(found, Loading)
        if isinstance(found, Loading):
            with progress(found.length, "Playing three months", quiet=as_json) as bar:
                found = await found.finish(bar.update)
        async with database.begin() as db:
            counts, logins = await summary.counts(db, now=now), await summary.logins(db, now=now)
    except DemoRefused as error:
        raise fail(str(error)) from error
    finally:
        await database.close()
    if as_json:
        print_json(_as_json(found, counts, logins, settings.public_url, fresh=fresh))
    else:
        _say(found, counts, logins, settings.public_url, fresh=fresh)


def _as_json(mark: Marker, counts: Counts, logins: list[Login], public_url: str, *, fresh: bool) -> dict[str, Any]:
    import dataclasses

    return {
        "loaded_now": fresh,
        "seed": mark.seed,
        "until": mark.until,
        "counts": dataclasses.asdict(counts),
        "logins": [
            {"role": login.role, "name": login.name, "unit": login.unit, "link": login.link(public_url)}
            for login in logins
        ],
        "try": [{"code": sample.code, "pin": sample.pin, "shows": sample.shows} for sample in mark.samples],
    }


def _say(mark: Marker, counts: Counts, logins: list[Login], public_url: str, *, fresh: bool) -> None:
    from bot.demo.table import rows_of
    from domain.receipt import display

    click.echo(f"{'Loaded' if fresh else 'Loaded before'}: the demo of seed {mark.seed} until {mark.until}.\n")
    for row in rows_of(counts):
        click.echo(row)
    click.echo("\nLog in, once each and within seven days:")
    for login in logins:
        click.echo(f"  {login.role} of the Front, {login.unit}: {login.name}\n    {login.link(public_url)}")
    click.echo("\nLook up in any chat (receipt code, PIN):")
    for sample in mark.samples:
        click.echo(f"  {display(sample.code)}  {sample.pin}  {sample.shows}")
    click.echo("\n`nghedan run` shows it; `nghedan demo --remove` takes it out again.")
