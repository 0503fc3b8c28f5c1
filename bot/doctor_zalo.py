"""What `nghedan doctor` asks Zalo: is the token taken, do updates reach us, how much of the plan is left."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.finding import Clock, Finding, Level
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.database import Database

SILENT_AFTER = timedelta(hours=24)
"""Zalo disables a webhook that failed for an hour and says nothing: a day without an event is worth a look."""

NEAR = 0.8


async def check_zalo_bot(settings: Settings, clock: Clock) -> list[Finding]:
    """The token is taken, updates come the way that the settings say, the plan is not used up."""
    plan = settings.zalo_bot
    if not plan.enabled:
        return []
    from channels.contract import SendError
    from channels.zalo_bot import ZaloBotChannel, status

    channel = ZaloBotChannel(plan.token.reveal(), api_url=plan.api_url)
    try:
        seen = await status(channel)
    except SendError as error:
        do = "Check ZALO_BOT_TOKEN in Zalo Bot Creator, and the network."
        return [Finding("zalo bot", Level.BAD, f"{plan.api_url} refuses or does not answer: {error}", do)]
    finally:
        await channel.close()
    found = [Finding("zalo bot", Level.OK, f"The bot is {seen.name}.")]
    if settings.zalo_bot_by_webhook and not seen.webhook_url.startswith(settings.public_url + "/"):
        what = f"Zalo delivers to {seen.webhook_url or 'nobody'}, not to {settings.public_url}."
        found.append(Finding("zalo bot", Level.WARNING, what, "Start the program: it registers its address."))
    if not settings.zalo_bot_by_webhook and seen.webhook_url:
        what = f"Zalo delivers to {seen.webhook_url}, but we are set to ask for updates ourselves."
        found.append(Finding("zalo bot", Level.WARNING, what, "Start the program once: it takes the webhook away."))
    return found + await _plan(settings, clock)


async def _plan(settings: Settings, clock: Clock) -> list[Finding]:
    from storage import usage

    plan = settings.zalo_bot
    async with _database(settings) as database:
        if database is None:
            return []
        async with database.read() as db:
            state = (await usage.channel_states(db, now=clock())).get("zalo_bot")
    if state is None:
        return []
    messages = state.sent + (state.received if plan.plan_counts == "both" else 0)
    found = []
    for what, used, limit in (("users", state.people, plan.plan_users), ("messages", messages, plan.plan_messages)):
        level = Level.WARNING if limit and used >= NEAR * limit else Level.OK
        do = "Move the public service to the Official Account, see docs/zalo.md." if level is Level.WARNING else ""
        found.append(Finding("zalo plan", level, f"{used} of {limit or 'unlimited'} {what}.", do))
    return found


async def check_zalo_oa(settings: Settings, clock: Clock) -> list[Finding]:
    """The account is connected, its consent lasts, Zalo takes the token, and events arrive."""
    if not settings.zalo_oa.enabled:
        return []
    from bot.zalo import OA_PATH
    from storage import oauth, usage

    if not settings.web.public_url.startswith("https://"):
        do = "Set PUBLIC_URL to an https address with a domain that is verified in the console."
        return [Finding("zalo oa", Level.BAD, f"Zalo calls no address like {settings.public_url}{OA_PATH}.", do)]
    async with _database(settings) as database:
        if database is None:
            return []
        async with database.read() as db:
            pair = await oauth.pair_of(db, "zalo_oa")
            state = (await usage.channel_states(db, now=clock())).get("zalo_oa")
        if pair is None:
            return [Finding("zalo oa", Level.BAD, "The account is not connected.", "Run `nghedan zalo connect`.")]
        if pair.lost_at is not None:
            what = (
                "Zalo refused the refresh token; the present token ends " + f"{pair.access_expires_at:%d/%m %H:%M} UTC."
            )
            return [Finding("zalo oa", Level.BAD, what, "Run `nghedan zalo connect` now.")]
        found = [_consent(pair.refresh_expires_at - clock()), *await _asked(settings, database, clock)]
    if state is not None and state.heard_at is not None and clock() - state.heard_at > SILENT_AFTER:
        what = f"No event since {state.heard_at:%d/%m %H:%M} UTC."
        do = "Look at the webhook in the developer console: Zalo disables one that failed, and says nothing."
        found.append(Finding("zalo oa", Level.WARNING, what, do))
    return found + await _officers(settings)


def _consent(left: timedelta) -> Finding:
    days = left.days
    if days < 14:
        do = "Run `nghedan zalo connect` and consent again; look in the log why renewing fails."
        level = Level.BAD if days < 1 else Level.WARNING
        return Finding("zalo oa", level, f"The consent ends in {days} days.", do)
    return Finding("zalo oa", Level.OK, f"Connected; the consent lasts {days} days and is renewed daily.")


async def _asked(settings: Settings, database: Database, clock: Clock) -> list[Finding]:
    """Ask Zalo about the account with the stored token; a refused one is not renewed here: that is the program's."""
    from bot.zalo_tokens import read_only
    from channels.contract import SendError
    from channels.zalo_oa import App, ZaloOaChannel, account

    oa = settings.zalo_oa
    tokens = read_only(database, settings)
    channel = ZaloOaChannel(App(oa.app_id, oa.oa_secret.reveal()), tokens, api_url=oa.api_url, now=clock)
    try:
        seen = await account(channel)
    except SendError as error:
        do = "Look at the code in docs/zalo.md, or run `nghedan zalo connect`."
        return [Finding("zalo oa", Level.BAD, f"Zalo refuses or does not answer: {error}", do)]
    finally:
        await channel.close()
    level, do = Level.OK, ""
    if not seen.verified:
        level, do = Level.WARNING, "Verify the account: unverified ones may not write through the API (-221)."
    kind = "a state agency's account" if seen.type == 4 else f"type {seen.type}"
    return [Finding("zalo oa", level, f"The account is {seen.name or seen.oa_id}, {kind}.", do)]


async def _officers(settings: Settings) -> list[Finding]:
    """Whoever has Zalo OA alone hears nothing after seven days without a word."""
    from sqlalchemy import case, func, select

    from storage.schema import conversation

    async with _database(settings) as database:
        if database is None:
            return []
        c = conversation.c
        alone = (
            select(c.officer_id)
            .where(c.officer_id.is_not(None), c.unreachable_at.is_(None))
            .group_by(c.officer_id)
            .having(func.count() == func.sum(case((c.channel == "zalo_oa", 1), else_=0)))
        )
        async with database.read() as db:
            ids = sorted((await db.execute(alone)).scalars())
    if not ids:
        return []
    what = f"{len(ids)} officers have Zalo OA alone: {', '.join(map(str, ids[:10]))}."
    do = "Invite them to a second channel (`nghedan officer invite`): OA lets us write for 7 days after their last tap."
    return [Finding("zalo oa", Level.WARNING, what, do)]


class _database:  # noqa: N801  # used as a function
    """The database, None where there is none yet, which is `check_database`'s to say."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opened: Database | None = None

    async def __aenter__(self) -> Database | None:
        from storage.database import Database, sqlite_file

        file = sqlite_file(self._settings.database_url)
        if file is not None and not file.exists():
            return None
        self._opened = Database(self._settings.database_url)
        return self._opened

    async def __aexit__(self, *_: object) -> None:
        if self._opened is not None:
            await self._opened.close()
