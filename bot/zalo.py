"""Both Zalo channels put together: made from the settings, their doors, their start, what the clock does for them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import structlog
from aiohttp import web

from actions.notices import tell_officers
from bot.books import Books
from bot.pacer import Pacer
from bot.timing import Clock
from channels.contract import Channel, FileLinks, FileStore, Receive, SendError
from channels.text import decoded
from channels.zalo_common.inbox import Inbox
from channels.zalo_common.receiving import Parse, Receiver
from conversation.messages import Ignored, Inbound, words
from domain.calendar import local_date
from storage import leases, recipients, uploads, usage
from storage.database import Database
from texts import say

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.zalo_tokens import StoredTokens
    from channels.zalo_bot import Groups, Poller, ZaloBotChannel
    from channels.zalo_oa import ZaloOaChannel

log = structlog.get_logger(__name__)

BOT_PATH: Final = "/zalo-bot/webhook"
OA_PATH: Final = "/zalo-oa/webhook"
CALLBACK_PATH: Final = "/zalo-oa/callback"

NEAR: Final = 0.8
"""Share of a limit from which administrators are warned."""

LEADS_FOR: Final = timedelta(seconds=90)
"""Longer than one poll: a second poller of a token would steal messages (zalo reference A3)."""

BOT_PER_CHAT: Final = 1.0
"""Messages a second into one chat. Source: policy of zalo reference A7."""

POLL_SECONDS: Final = 20
LEFT_BEHIND_SECONDS: Final = 60.0
"""A payload that lies on disk for longer is taken for that of a process that ended."""

RETRY_SECONDS: Final = 30.0
LAST_POLL_SECONDS: Final = 3.0


class StoredUploads:
    """Implements `channels.zalo_oa.Uploads` on the tables."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def known(self, file_id: int) -> str:
        from channels.zalo_oa.capabilities import UPLOAD_KEPT

        async with self._database.read() as db:
            return await uploads.known(db, "zalo_oa", file_id, since=self._clock.now() - UPLOAD_KEPT)

    async def keep(self, file_id: int, token: str) -> None:
        async with self._database.begin() as db:
            await uploads.keep(db, "zalo_oa", file_id, token, now=self._clock.now())

    async def forget(self, file_id: int) -> None:
        async with self._database.begin() as db:
            await uploads.forget(db, "zalo_oa", file_id)


@dataclass(slots=True)
class Parts:
    """What the house gives."""

    settings: Settings
    database: Database
    clock: Clock
    me: str
    books: Books
    files: FileStore
    links: FileLinks
    receive: Receive
    count: Callable[[str], None]


def _parser(channel: Channel) -> Parse:
    def parse(body: bytes) -> Sequence[Inbound | Ignored]:
        return channel.parse(decoded(body))

    return parse


class Zalo:
    """The Zalo side of the house. `bot` and `account` are None when their settings are empty."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.bot: ZaloBotChannel | None = None
        self.account: ZaloOaChannel | None = None
        self.tokens: StoredTokens | None = None
        self.poller: Poller | None = None
        self._groups: Groups | None = None
        self._receivers: dict[str, Receiver] = {}
        self.pacers: dict[str, Pacer] = {}
        if parts.settings.zalo_bot.enabled:
            self._make_bot()
        if parts.settings.zalo_oa.enabled:
            self._make_account()

    @property
    def channels(self) -> dict[str, ZaloBotChannel | ZaloOaChannel]:
        """The channels that run, by name."""
        return {channel.name: channel for channel in (self.bot, self.account) if channel is not None}

    def _make_bot(self) -> None:
        from channels.zalo_bot import Groups, ZaloBotChannel

        settings, books = self._parts.settings, self._parts.books
        self.bot = ZaloBotChannel(
            settings.zalo_bot.token.reveal(),
            api_url=settings.zalo_bot.api_url,
            webhook_secret=settings.zalo_bot.webhook_secret.reveal(),
            links=self._parts.links,
            media_hosts=settings.zalo_media.suffixes,
            on_sent=lambda _address: books.count("zalo_bot", "sent"),
        )
        self._groups = Groups(self.bot, say("zalo-group-private"))
        self._receivers["zalo_bot"] = self._receiver("zalo_bot")
        self.pacers["zalo_bot"] = Pacer(per_chat=BOT_PER_CHAT)

    def _make_account(self) -> None:
        from bot.zalo_tokens import stored_tokens
        from channels.zalo_oa import App, ZaloOaChannel

        parts, oa = self._parts, self._parts.settings.zalo_oa
        self.tokens = stored_tokens(parts.database, parts.settings, clock=parts.clock, me=parts.me)
        pacer = self.pacers["zalo_oa"] = Pacer(overall=oa.calls_per_minute / 60)
        self.account = ZaloOaChannel(
            App(oa.app_id, oa.oa_secret.reveal()),
            self.tokens,
            api_url=oa.api_url,
            files=parts.files,
            links=parts.links,
            uploads=StoredUploads(parts.database, parts.clock),
            accounting=parts.books,
            info_image=oa.info_image,
            stranger_words=self._stranger_words(),
            media_hosts=parts.settings.zalo_media.suffixes,
            on_limit=lambda per_minute: pacer.set_overall(per_minute / 60),
            now=parts.clock.now,
        )
        self._receivers["zalo_oa"] = self._receiver("zalo_oa")

    def _stranger_words(self) -> str:
        settings = self._parts.settings
        if settings.zalo_oa.strangers == "ignore":
            return ""
        return say("zalo-stranger", values={"url": settings.public_url})

    def _receiver(self, name: str) -> Receiver:
        return Receiver(self._parts.receive, Inbox(self._parts.settings.general.data_folder / "inbox" / name))

    # --- Doors -----------------------------------------------------------------------------------------------------

    def add_routes(self, app: web.Application) -> None:
        """Serve the webhooks and the way back from a consent."""
        if self.bot is not None and self._parts.settings.zalo_bot_by_webhook:
            from channels.zalo_bot import add_webhook

            receiver = self._receivers["zalo_bot"]
            add_webhook(app, BOT_PATH, self.bot, receiver, groups=self._groups, count=self._parts.count)
        if self.account is not None:
            from channels.zalo_oa import add_webhook as add_account

            add_account(app, OA_PATH, self.account, self._receivers["zalo_oa"], count=self._parts.count)
            app.router.add_get(CALLBACK_PATH, self._consented)

    async def _consented(self, request: web.Request) -> web.Response:
        """An administrator of the account comes back from Zalo with a code."""
        assert self.tokens is not None
        state, code = request.query.get("state", ""), request.query.get("code", "")
        if not state or not code:
            refused = request.query.get("error_code") or request.query.get("error") or "no code"
            log.warning("consent_refused", channel="zalo_oa", code=refused[:40])
            return web.Response(status=400, text=f"Zalo: {refused[:40]}. -14003: PUBLIC_URL, domain?\n")
        try:
            connected = await self.tokens.finish_consent(state, code)
        except SendError as error:
            log.error("consent_not_exchanged", channel="zalo_oa", reason=str(error))  # noqa: TRY400  # says it all
            return web.Response(status=502, text="Zalo gave no token. Run `nghedan zalo connect` again.\n")
        if not connected:
            return web.Response(status=400, text="This link was used or is too old. Run `nghedan zalo connect`.\n")
        log.info("account_connected", channel="zalo_oa")
        return web.Response(text="Zalo OA: OK. You may close this page.\n")

    # --- Life ------------------------------------------------------------------------------------------------------

    async def take_inbox(self, *, older_than_seconds: float = LEFT_BEHIND_SECONDS) -> int:
        """Hand on what processes that ended left on this machine's disk; return how many payloads."""
        total = 0
        for name, receiver in self._receivers.items():
            count = await receiver.replay(_parser(self.channels[name]), older_than_seconds=older_than_seconds)
            if count:
                log.warning("inbox_replayed", channel=name, payloads=count)
            total += count
        return total

    async def recover(self) -> None:
        """Take in what an earlier process of this folder left on disk."""
        await self.take_inbox(older_than_seconds=0.0)
        if self.tokens is not None:
            with contextlib.suppress(SendError):
                await self.tokens.recover()

    async def connect(self) -> None:
        """Tell Zalo where the bot is, and poll if it is not called; runs until cancelled."""
        if self.bot is None:
            return
        from channels.zalo_bot import Mode, Poller, prepare

        settings = self._parts.settings
        by_webhook = settings.zalo_bot_by_webhook
        url = settings.public_url + BOT_PATH if by_webhook else ""
        while True:
            try:
                await prepare(self.bot, Mode.WEBHOOK if by_webhook else Mode.POLLING, webhook_url=url)
                break
            except SendError as error:
                log.error("zalo_bot_not_prepared", code=error.code, retry_seconds=RETRY_SECONDS)  # noqa: TRY400
                await self._parts.clock.sleep(RETRY_SECONDS)
        if not by_webhook:
            receiver = self._receivers["zalo_bot"]
            self.poller = Poller(
                self.bot,
                receiver,
                groups=self._groups,
                leads=self._leads,
                count=self._parts.count,
                wait_seconds=POLL_SECONDS,
            )
            await self._poll(self.poller)

    async def _poll(self, poller: Poller) -> None:
        """Poll until cancelled; then wait shortly for the poll in the air: it may hold the only copy of a message."""
        task = asyncio.create_task(poller.run(), name="zalo-bot-poller")
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            poller.stop()
            await asyncio.wait({task}, timeout=LAST_POLL_SECONDS)
            task.cancel()
            raise

    async def _leads(self) -> bool:
        """Take or renew the right to poll."""
        parts = self._parts
        async with parts.database.begin() as db:
            return await leases.take(db, "zalo_bot/poll", parts.me, now=parts.clock.now(), lasts=LEADS_FOR)

    async def stop(self) -> None:
        """Wait for what is under way."""
        await asyncio.gather(*(receiver.stop() for receiver in self._receivers.values()))
        with contextlib.suppress(Exception):  # the lease runs out by itself
            async with self._parts.database.begin() as db:
                await leases.give_back(db, "zalo_bot/poll", self._parts.me)

    # --- The clock's work ------------------------------------------------------------------------------------------

    async def keep_tokens(self) -> int:
        """Renew tokens ahead of time and give alarms."""
        return await self.tokens.keep() if self.tokens is not None else 0

    async def watch_limits(self, now: datetime) -> int:
        """Warn administrators, once a day, of a plan or a month's money that is nearly used up; return how many."""
        return await warn_of_limits(self._parts.database, self._parts.settings, now=now)


async def warn_of_limits(database: Database, settings: Settings, *, now: datetime) -> int:
    """See `Zalo.watch_limits`."""
    async with database.read() as db:
        states = await usage.channel_states(db, now=now)
        spent = await usage.spent(db, "zalo_oa", now=now)
    near = []
    plan, state = settings.zalo_bot, states.get("zalo_bot")
    if plan.enabled and state is not None:
        messages = state.sent + (state.received if plan.plan_counts == "both" else 0)
        for what, used, limit in (
            ("users", state.people, plan.plan_users),
            ("messages", messages, plan.plan_messages),
        ):
            if limit and used >= NEAR * limit:
                near.append((what, words("zalo-plan-near", used=used, limit=limit, what=what)))
    ceiling = settings.zalo_oa.ceiling
    if settings.zalo_oa.enabled and ceiling and spent >= NEAR * ceiling:
        near.append(("cost", words("zalo-cost-near", spent=spent, limit=ceiling)))
    day = local_date(now).isoformat()
    told = 0
    for what, sentence in near:
        log.warning("limit_near", what=what)
        async with database.begin() as db:
            administrators = await recipients.administrators(db)
            told += await tell_officers(db, administrators, sentence, now=now, once=f"zalo-limit/{what}/{day}")
    return told
