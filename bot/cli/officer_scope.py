"""`nghedan officer scope`: where an officer works, changed without a new account."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.cli.frame import counted, example, fail, json_option, load_settings, print_json
from bot.cli.opened import refuse_none

if TYPE_CHECKING:
    from collections.abc import Callable

    from actions.scopes import Changed
    from bot.settings import Settings
    from domain.errors import Refused
    from domain.roles import Scope
    from storage.accounts import Account

_REFUSALS = {
    "error-scope-not-there": "That is none of the account's scopes; `nghedan officer list` shows them.",
    "error-scope-none-left": "No scope would be left; add one, or end the account with `nghedan officer disable`.",
    "error-scope-the-same": "Nothing changes: the account has these scopes already.",
    "error-scope-never-changed": "The scopes of this account were never changed.",
    "error-scope-changed-since": "The account was given other scopes since; say what to --add and --remove.",
}


def scope_command(read: Callable[[tuple[str, ...], tuple[str, ...]], list[Scope]]) -> click.Command:
    """Return the command; `read` makes scopes of codes of units and of organisations, or fails with a sentence."""

    @click.command(
        "scope",
        epilog=example(
            "officer scope 3",
            "officer scope 3 --add 19870/mttq",
            "officer scope 3 --remove 19867/mttq --add 46/all",
            "officer scope 3 --undo",
        ),
    )
    @click.argument("officer_id", type=click.IntRange(min=1))
    @click.option("--add", multiple=True, metavar="UNIT/ORGANISATION", help="Also works here. May be repeated.")
    @click.option("--remove", multiple=True, metavar="UNIT/ORGANISATION", help="No longer here. May be repeated.")
    @click.option("--undo", is_flag=True, help="As it was before the last change.")
    @json_option
    def scope(*, officer_id: int, add: tuple[str, ...], remove: tuple[str, ...], undo: bool, as_json: bool) -> None:
        """
        Show or change where an officer works; the officer is told in their chats.

        OFFICER_ID is the number that `nghedan officer list` shows, and a scope is written as there: a unit's code
        (a commune, a province, 00 for the centre, or 'all'), a slash and an organisation or 'all'. Open cases outside
        what is left go back to the body that handles them.
        """
        if undo and (add or remove):
            raise click.UsageError("Give --undo alone.")
        settings = load_settings()
        added, removed = ([_read(text, read) for text in texts] for texts in (add, remove))
        account, changed = asyncio.run(_change(settings, officer_id, added, removed, undo=undo))
        _say(account, changed, as_json=as_json)

    return scope


def _read(text: str, read: Callable[[tuple[str, ...], tuple[str, ...]], list[Scope]]) -> Scope:
    from bot.cli.officer import EVERY, ORGANISATIONS

    unit, slash, organisation = text.partition("/")
    if not slash or not unit:
        raise fail(f"{text!r} is no scope; write UNIT/ORGANISATION, such as 19867/mttq or 46/all.")
    if organisation not in (*ORGANISATIONS, EVERY):
        raise fail(f"There is no organisation {organisation!r}; there are {', '.join(ORGANISATIONS)} and {EVERY}.")
    return read((unit,), (organisation,))[0]


async def _change(
    settings: Settings, officer_id: int, add: list[Scope], remove: list[Scope], *, undo: bool
) -> tuple[Account, Changed | None]:
    from actions import officers, scopes
    from domain.errors import NotFound, Refused
    from storage import migrate
    from storage.database import Database
    from storage.workdays import work_calendar

    refuse_none(settings)
    migrate.ensure(settings.database_url)
    database, now = Database(settings.database_url), datetime.now(UTC)
    try:
        async with database.begin() as db:
            changed = None
            if undo:
                changed = await scopes.undo_scopes(db, officer_id, now=now, calendar=await work_calendar(db))
            elif add or remove:
                changed = await scopes.change_scopes(
                    db, officer_id, add=add, remove=remove, now=now, calendar=await work_calendar(db)
                )
            return await officers.account_of(db, officer_id), changed
    except NotFound as refusal:
        raise fail("There is no active account of this number; `nghedan officer list --all` shows all.") from refusal
    except Refused as refusal:
        raise fail(_sentence(refusal)) from refusal
    finally:
        await database.close()


def _sentence(refusal: Refused) -> str:
    return _REFUSALS.get(refusal.key, str(refusal))


def _say(account: Account, changed: Changed | None, *, as_json: bool) -> None:
    now = [scope.code for scope in account.scopes]
    given_back = changed.given_back if changed else 0
    if as_json:
        before = [scope.code for scope in changed.before] if changed else now
        print_json({"id": account.id, "scopes": now, "before": before, "cases_given_back": given_back})
        return
    click.echo(f"{account.name} ({account.id}) works at {', '.join(now)}.")
    if changed is not None:
        click.echo(
            f"Told in {counted(len(account.chats), 'chat')}. To take it back: nghedan officer scope {account.id} --undo"
        )
    if given_back:
        click.echo(f"{counted(given_back, 'open case')} outside of it went back to the body that handles them.")
    if changed is not None and changed.waiting:
        waiting = counted(changed.waiting, "case")
        click.echo(f"The body still holds {waiting} that the change had sent back, taken by nobody.")
