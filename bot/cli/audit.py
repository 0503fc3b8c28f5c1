"""`nghedan audit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json, progress
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import datetime

_HASH_DIGITS = 64


@click.group(
    invoke_without_command=True,
    epilog=example("audit", "audit --contains 5f2c…", "audit list --subject case/12", "audit list --actor officer/7"),
)
@click.option("--contains", "noted", metavar="HASH", help="A hash that was noted before; it must still be there.")
@json_option
@click.pass_context
def command(context: click.Context, *, noted: str | None, as_json: bool) -> None:
    """
    Check that nobody changed the audit trail, and show it.

    Every row holds the hash of the one before: a row that was changed, taken out or put in shows. Rows cut off at the
    end do not show by themselves: note the printed hash outside, and give it with --contains next time. Exit status 1
    when the chain does not hold.
    """
    if context.invoked_subcommand is None:
        in_loop(_check)(noted=noted, as_json=as_json)


async def _check(*, noted: str | None, as_json: bool) -> None:
    if noted is not None and len(noted) != _HASH_DIGITS:
        raise click.UsageError(f"--contains takes a whole hash, {_HASH_DIGITS} digits.")
    settings = load_settings()
    from storage import audit

    async with opened(settings) as database, database.read() as db:
        end = await audit.end(db)
        with progress(end.rows, "Checking", quiet=as_json) as bar:
            broken = await audit.first_broken(db, bar.update)
        missing = noted is not None and not await audit.holds(db, noted.lower())
    if as_json:
        print_json({
            "rows": end.rows, "hash": end.hash, "broken_at": broken.id if broken else None, "contains": not missing
        })  # fmt: skip
    if broken is not None:
        raise fail(f"The audit trail does not hold at row {broken.id}: it or the one before was changed or taken out.")
    if missing:
        raise fail("The noted row is gone: the end of the audit trail was cut off after it was noted.")
    if not as_json:
        click.echo(f"The audit trail holds: {end.rows:,} rows. Its last hash, to be noted outside:\n{end.hash}")


@command.command("list", epilog=example("audit list --subject case/12", "audit list --since 2026-11-01 --limit 500"))
@click.option("--actor", metavar="KIND/ID", help="Only what this one did, such as officer/7.")
@click.option("--subject", metavar="KIND/ID", help="Only what was done to this, such as case/12.")
@click.option("--since", type=DAY, help="Only from this day on, in Vietnam.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="The newest so many.")
@json_option
@in_loop
async def list_rows(
    *, actor: str | None, subject: str | None, since: datetime | None, limit: int, as_json: bool
) -> None:
    """Show who did what, the newest last; never a name or a petition's words."""
    settings = load_settings()
    from domain.calendar import LOCAL
    from storage import audit

    begin = since.replace(tzinfo=LOCAL) if since else None
    async with opened(settings) as database, database.read() as db:
        rows = await audit.entries(db, actor=actor, subject=subject, since=begin, limit=limit)
    if as_json:
        print_json([_entry(row) for row in rows])
        return
    for row in rows:
        click.echo(f"{row.at.astimezone(LOCAL):%Y-%m-%d %H:%M:%S}  {row.actor:14}  {row.action:22}  {row.subject}")
    if not rows:
        click.echo("Nothing of that kind is in the audit trail.")


def _entry(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "at": row.at.isoformat(),
        "actor": row.actor,
        "action": row.action,
        "subject": row.subject,
        "data": row.data,
        "hash": row.hash,
    }
