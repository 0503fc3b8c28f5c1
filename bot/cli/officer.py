"""`nghedan officer`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.cli.frame import HOUR, counted, example, fail, json_option, load_settings, print_json
from bot.cli.officer_digest import away, digest
from bot.cli.officer_scope import scope_command
from bot.cli.opened import refuse_none

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from actions.officers import Invitation
    from bot.settings import Settings
    from domain.roles import Scope
    from storage.accounts import Account

T = TypeVar("T")

ORGANISATIONS = ("mttq", "cong_doan", "nong_dan", "phu_nu", "cuu_chien_binh", "doan_thanh_nien")
ROLES = ("officer", "leader", "approver", "administrator", "collaborator", "party_reader")
"""As `domain.kinds.Organisation` and `domain.roles.GRANTABLE`, which --help must not import; a test compares."""

EVERY = "all"
"""As `domain.roles.EVERY`."""


@click.group(
    epilog=example(
        "officer add 'Tran Thi Lan' --unit 19867",
        "officer list",
        "officer invite 3",
        "officer scope 3 --add 19870/mttq",
        "officer hand-over 3 8",
        "officer away 3 --from 2026-11-24 --to 2026-11-28 --substitute 8",
    )
)
def command() -> None:
    """Invite and list officers, change where they work, disable them."""


command.add_command(digest)
command.add_command(away)


@command.command(
    "add",
    epilog=example(
        "officer add 'Tran Thi Lan' --unit 19867",
        "officer add 'Le Van Binh' --unit 46 --organisation all --role leader --role approver",
        "officer add 'Pham Thi Hoa' --unit 19867 --unit 19870 --organisation phu_nu --json",
    ),
)
@click.argument("name")
@click.option(
    "--unit",
    "units",
    multiple=True,
    required=True,
    help="Code of a commune or province, 00 for the centre, or 'all'. May be repeated.",
)
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    default=("mttq",),
    show_default=True,
    type=click.Choice((*ORGANISATIONS, EVERY)),
    help="May be repeated; the account works for each of them in each unit.",
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=("officer",),
    show_default=True,
    type=click.Choice(ROLES),
    help="May be repeated.",
)
@click.option("--digest-at", type=HOUR, help="When the daily digest comes, such as 07:30.")
@json_option
def add(
    *,
    name: str,
    units: tuple[str, ...],
    organisations: tuple[str, ...],
    roles: tuple[str, ...],
    digest_at: datetime | None,
    as_json: bool,
) -> None:
    """
    Create an account and print a one-time invitation.

    The link (or the code, pasted into the chat) lets its owner in once, within seven days. It is shown now and
    stored nowhere: give it to that person alone.
    """
    settings = load_settings()
    from actions import officers
    from domain.roles import Role

    if not name.strip():
        raise click.UsageError("Give a name.")
    scopes = _scopes(units, organisations)
    at = digest_at.time() if digest_at else settings.digest.at

    async def work(db: AsyncConnection, now: datetime) -> tuple[Account, Invitation]:
        officer_id = await officers.add_officer(
            db, name=name, roles=[Role(role) for role in roles], scopes=scopes, now=now, digest_minute=_minute(at)
        )
        return await officers.account_of(db, officer_id), await officers.invite(db, officer_id, now=now)

    account, invitation = _in_database(settings, work, begins=True)
    _print_invitation(settings, account, invitation, as_json=as_json)


@command.command("list", epilog=example("officer list", "officer list --all", "officer list --json"))
@click.option("--all", "everybody", is_flag=True, help="Disabled accounts, too.")
@json_option
def list_officers(*, everybody: bool, as_json: bool) -> None:
    """List the accounts with their scopes, roles, chats and open cases."""
    settings = load_settings()
    from storage import accounts

    async def work(db: AsyncConnection, now: datetime) -> list[Account]:  # noqa: ARG001 - the shape of `_in_database`
        return await accounts.accounts(db)

    found = [account for account in _in_database(settings, work) if everybody or account.disabled_at is None]
    if as_json:
        print_json([_as_json(account) for account in found])
        return
    if not found:
        click.echo("No officers yet; `nghedan officer add NAME --unit CODE` makes the first.")
    for account in found:
        click.echo(_line(account))


@command.command("invite", epilog=example("officer invite 3", "officer invite 3 --lost", "officer invite 3 --json"))
@click.argument("officer_id", type=click.IntRange(min=1))
@click.option(
    "--lost", is_flag=True, help="A device was lost: none of the account's present chats is its own any more."
)
@json_option
def invite(*, officer_id: int, lost: bool, as_json: bool) -> None:
    """
    Print a new invitation: for a further channel, or a new device.

    OFFICER_ID is the number that `nghedan officer list` shows. An earlier invitation that was not used ends.
    """
    settings = load_settings()
    from actions import officers

    async def work(db: AsyncConnection, now: datetime) -> tuple[Account, Invitation]:
        if lost:
            await officers.end_chats(db, officer_id, now=now)
        return await officers.account_of(db, officer_id), await officers.invite(db, officer_id, now=now)

    account, invitation = _in_database(settings, work)
    _print_invitation(settings, account, invitation, as_json=as_json)


@command.command("disable", epilog=example("officer disable 3", "officer disable 3 --json"))
@click.argument("officer_id", type=click.IntRange(min=1))
@json_option
def disable(*, officer_id: int, as_json: bool) -> None:
    """
    Disable an account: its chats and invitations end, its open cases go back to the body.

    OFFICER_ID is the number that `nghedan officer list` shows. What the officer did stays in the records.
    """
    settings = load_settings()
    from actions import officers

    async def work(db: AsyncConnection, now: datetime) -> Account:
        account = await officers.account_of(db, officer_id)
        await officers.disable(db, officer_id, now=now)
        return account

    account = _in_database(settings, work)
    if as_json:
        print_json({"id": account.id, "disabled": True, "cases_given_back": account.open_cases})
        return
    click.echo(
        f"{account.name} ({account.id}) is disabled; {counted(account.open_cases, 'open case')} went back to the body."
    )


@command.command("hand-over", epilog=example("officer hand-over 3 8", "officer hand-over 3 8 --json"))
@click.argument("from_id", type=click.IntRange(min=1))
@click.argument("to_id", type=click.IntRange(min=1))
@json_option
def hand_over(*, from_id: int, to_id: int, as_json: bool) -> None:
    """
    Give an officer's scopes and open cases to a successor and disable the account.

    FROM_ID and TO_ID are the numbers that `nghedan officer list` shows. A case that concerns the successor goes
    back to its body.
    """
    settings = load_settings()
    from actions import officers
    from storage.workdays import work_calendar

    async def work(db: AsyncConnection, now: datetime) -> officers.HandedOver:
        return await officers.hand_over(db, from_id, to_id, now=now, calendar=await work_calendar(db))

    done = _in_database(settings, work)
    if as_json:
        print_json({"from": from_id, "to": to_id, "given": done.given, "left_with_body": done.left_with_body})
        return
    click.echo(f"{counted(done.given, 'open case')} handed over from {from_id} to {to_id}; {from_id} is disabled.")
    if done.left_with_body:
        click.echo(f"{counted(done.left_with_body, 'open case')} concern the successor and went back to the body.")


@command.command(
    "email", epilog=example("officer email 3 lan@example.vn", "officer email 3 --none", "officer email 3 x@y.vn --json")
)
@click.argument("officer_id", type=click.IntRange(min=1))
@click.argument("address", default="")
@click.option("--none", "take_away", is_flag=True, help="Take the address away.")
@json_option
def email(*, officer_id: int, address: str, take_away: bool, as_json: bool) -> None:
    """
    Enter where an officer is written to when no messenger can be used.

    OFFICER_ID is the number that `nghedan officer list` shows. You vouch for ADDRESS; in the chat an officer confirms
    one with a code that is sent there.
    """
    if bool(address) == take_away:
        raise fail("Give an address, or --none.")
    settings = load_settings()
    from actions import emails, officers

    async def work(db: AsyncConnection, now: datetime) -> Account:
        account = await officers.account_of(db, officer_id)
        try:
            await emails.enter(db, officer_id, address, now=now)
        except emails.NoAddress as refusal:
            raise fail("That is no e-mail address.") from refusal
        return account

    account = _in_database(settings, work)
    if as_json:
        print_json({"id": account.id, "email": address or None})
        return
    click.echo(
        f"{account.name} ({account.id}) is written to at {address}." if address else f"{account.name}: no e-mail."
    )
    if not settings.email.enabled:
        click.echo("No mail server is set: see NGHEDAN_SMTP_HOST in .env.example.")


# --- Reading what was typed -----------------------------------------------------------------------------------


def _scopes(units: tuple[str, ...], organisations: tuple[str, ...]) -> list[Scope]:
    from domain.kinds import Organisation
    from domain.roles import Scope
    from domain.units import CENTRE
    from storage.data import shipped_units

    shipped = shipped_units()
    known = {unit.code for unit in (*shipped.provinces, *shipped.communes)}
    for code in units:
        if code not in known | {EVERY, CENTRE}:
            raise fail(f"There is no unit {code}; `nghedan units search NAME` finds codes.")
    return [
        Scope(None if unit == EVERY else unit, None if organisation == EVERY else Organisation(organisation))
        for unit in units
        for organisation in organisations
    ]


command.add_command(scope_command(_scopes))


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _in_database(
    settings: Settings, work: Callable[[AsyncConnection, datetime], Awaitable[T]], *, begins: bool = False
) -> T:
    """
    Run `work` in one transaction on the newest schema; a refusal becomes a sentence and exit status 1.

    `begins` makes an installation where there is none: a mistyped folder must not look like one without officers.
    """
    from domain.errors import NotFound, Refused
    from storage import migrate
    from storage.database import Database

    if not begins:
        refuse_none(settings)
    migrate.ensure(settings.database_url)

    async def run() -> T:
        database = Database(settings.database_url)
        try:
            async with database.begin() as db:
                return await work(db, datetime.now(UTC))
        finally:
            await database.close()

    try:
        return asyncio.run(run())
    except NotFound as refusal:
        raise fail("There is no active account of this number; `nghedan officer list --all` shows all.") from refusal
    except Refused as refusal:
        raise fail("That cannot be done: cases are handed over to another officer or leader.") from refusal


# --- Saying it ------------------------------------------------------------------------------------------------


def _print_invitation(settings: Settings, account: Account, invitation: Invitation, *, as_json: bool) -> None:
    from bot.invitations import invitation_links
    from texts import moment_words

    links = asyncio.run(invitation_links(settings, invitation.payload))
    if as_json:
        urls = {link.channel: link.url for link in links}
        print_json(
            {
                **_as_json(account),
                "code": invitation.token,
                "links": urls,
                "expires_at": invitation.expires_at.isoformat(),
            }
        )
        return
    click.echo(_line(account))
    click.echo(f"One-time invitation, until {moment_words(invitation.expires_at)}:")
    for link in links:
        click.echo(f"  {link.channel}: {link.url}")
    click.echo(f"  code to paste into the chat: {invitation.token}")


def _as_json(account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": account.name,
        "roles": [role.value for role in account.roles],
        "scopes": [
            {"unit": scope.unit or EVERY, "organisation": scope.organisation.value if scope.organisation else EVERY}
            for scope in account.scopes
        ],
        "digest_at": f"{account.digest_minute // 60:02d}:{account.digest_minute % 60:02d}",
        "chats": list(account.chats),
        "open_cases": account.open_cases,
        "disabled_at": account.disabled_at.isoformat() if account.disabled_at else None,
    }


def _line(account: Account) -> str:
    scopes = ", ".join(scope.code for scope in account.scopes)
    parts = [f"{account.id}  {account.name}", "+".join(role.value for role in account.roles), scopes]
    parts.append(f"chats: {', '.join(account.chats) or 'none'}")
    parts.append(counted(account.open_cases, "open case"))
    if account.disabled_at is not None:
        parts.append("disabled")
    return "  |  ".join(parts)
