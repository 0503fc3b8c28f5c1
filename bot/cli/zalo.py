"""`nghedan zalo`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.frame import example, fail, in_loop, load_settings
from bot.cli.opened import opened

if TYPE_CHECKING:
    from bot.settings import Settings


@click.group(
    epilog=example("zalo connect", "zalo put-tokens", "zalo check-signature body.json --header mac=9f86d081…"),
)
def command() -> None:
    """
    Connect a Zalo Official Account.

    docs/zalo.md tells the whole way, from creating the account to the first message.
    """


def _settings() -> Settings:
    settings = load_settings()
    if not settings.zalo_oa.enabled:
        raise fail("ZALO_OA_APP_ID, ZALO_OA_APP_SECRET and ZALO_OA_SECRET must be set first; see docs/zalo.md.")
    return settings


@command.command(epilog=example("zalo connect"))
@in_loop
async def connect() -> None:
    """
    Print the link where an administrator of the account consents.

    Zalo then calls PUBLIC_URL/zalo-oa/callback, so the program must be running. The link works once, for an hour.
    Run it again whenever the consent was lost: nothing else is to be done.
    """
    settings = _settings()
    from bot.zalo import CALLBACK_PATH
    from bot.zalo_tokens import stored_tokens

    async with opened(settings) as database:
        tokens = stored_tokens(database, settings)
        address = settings.public_url + CALLBACK_PATH
        link = await tokens.begin_consent(settings.zalo_oa.app_id, address, url=settings.zalo_oa.oauth_url)
    click.echo("Open this as an administrator of the Official Account, and agree:\n")
    click.echo(f"  {link}\n")
    click.echo(f"The address {address} must stand in the app's Official Account settings (callback URL).")
    click.echo("Afterwards `nghedan doctor` says whether it worked.")


@command.command("put-tokens", epilog=example("zalo put-tokens < pair.txt"))
@in_loop
async def put_tokens() -> None:
    """
    Store a pair that was made in the console's API Explorer.

    The other way back, where the program cannot be reached from outside. Asks for both tokens, or reads two lines.
    """
    settings = _settings()
    from datetime import timedelta

    from bot.zalo_tokens import stored_tokens
    from channels.zalo_oa import Pair

    if sys.stdin.isatty():
        written = [str(click.prompt(name, hide_input=True)) for name in ("Access token", "Refresh token")]
    else:
        written = sys.stdin.read().split()
    access, refresh = [*written, "", ""][:2]
    if not access or not refresh:
        raise fail("Two lines are expected: the access token and the refresh token.")
    async with opened(settings) as database:
        await stored_tokens(database, settings).put(Pair(access.strip(), refresh.strip(), timedelta(hours=25)))
    click.echo("Stored, encrypted. `nghedan doctor` asks Zalo whether they are good.")


@command.command("check-signature", epilog=example("zalo check-signature body.json --header mac=9f86d081…"))
@click.argument("body", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--header", required=True, help="The request header X-ZEvent-Signature.")
@click.option("--timestamp", default="", help="The request header X-ZEvent-Timestamp, if there was one.")
def check_signature(body: Path, header: str, timestamp: str) -> None:
    """
    Tell whether a captured event is signed with the OA secret key that is set.

    BODY is the file with the request's body, byte for byte. Exit status 1 when it is not.
    """
    settings = _settings()
    from channels.contract import NotUnderstood
    from channels.text import decoded
    from channels.zalo_oa.signature import is_signed

    raw = body.read_bytes()
    try:
        event = decoded(raw)
        stamp, app_id = str(event["timestamp"]), str(event["app_id"])
    except (NotUnderstood, KeyError, TypeError):
        raise fail("The file holds no event: app_id and timestamp are expected in it.") from None
    secrets = {"OA secret key": settings.zalo_oa.oa_secret, "APP secret key": settings.zalo_oa.app_secret}
    for name, secret in secrets.items():
        for where, moment in (("body", stamp), ("header", timestamp)):
            if moment and is_signed(header, app_id, raw, [moment], secret.reveal()):
                if name.startswith("APP"):
                    raise fail("It is signed with what stands in ZALO_OA_APP_SECRET: the two keys are exchanged.")
                click.echo(f"The signature is right, with the moment of the {where}.")
                return
    if app_id != settings.zalo_oa.app_id:
        raise fail(f"The event is for app {app_id}, ZALO_OA_APP_ID is {settings.zalo_oa.app_id}.")
    raise fail("The signature is wrong: the OA secret key differs, or the body was changed on the way.")
