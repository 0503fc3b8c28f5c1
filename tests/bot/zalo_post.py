"""An account with a reply window, the real deliverer before it, and a clock that both go by."""

from __future__ import annotations

from contextlib import asynccontextmanager

from bot.books import Books
from bot.deliverer import Deliverer
from bot.windows import WindowGate
from channels.zalo_oa import App, ZaloOaChannel
from conversation.messages import Reply, words
from domain.window import Rules
from storage import outbox, windows
from tests.channels.zalo_oa_case import Tokens
from tests.doubles.zalo_oa import APP_ID, OA_SECRET, ZaloOaServer
from tests.support.clock import START, FakeClock
from tests.support.recording_channel import RecordingChannel
from tests.support.rows import a_chat

AN = "246845883529197922"
RULES = Rules()
DAY = 86_400

IMPORTANT = ("notice-check", {"body": "Mặt trận phường"})
ORDINARY = ("notice-in-progress", {})


class NoMetrics:
    def delivery(self, channel, result, seconds=None):
        pass

    def sent(self, channel, kind):
        pass


class Post:
    """An account, a deliverer before it, and a clock that both go by."""

    def __init__(self, database, zalo, clock, rules):
        self.database, self.zalo, self.clock = database, zalo, clock
        self.telegram = RecordingChannel("telegram")
        self.channel = ZaloOaChannel(App(APP_ID, OA_SECRET), Tokens(zalo), api_url=zalo.url, now=clock.now)
        self.books = Books(database, NoMetrics(), clock, price=rules.price)
        self.channel._sender._accounting = self.books
        channels = {"zalo_oa": self.channel, "telegram": self.telegram}
        gate = WindowGate(database, self.books, rules, channels=tuple(channels), clock=clock, me="me")
        self.deliverer = Deliverer(
            database, channels, me="me", clock=clock, metrics=self.books, gates={"zalo_oa": gate}
        )
        self.person = zalo.person(AN)

    async def chat(self, **values):
        self.id = await a_chat(self.database, channel="zalo_oa", address=AN, last_inbound_at=START, **values)
        await self.acts()
        return self.id

    async def acts(self):
        """The person writes: the account's clock and ours begin anew, what waited is taken up."""
        self.person.interacts()
        async with self.database.begin() as db:
            await windows.interacted(db, self.id, at=self.clock.now())
            await windows.take_up(db, self.id, now=self.clock.now())

    async def notice(self, said=ORDINARY, *, case=1, code="HK7M-3PQR", options=()):
        key, values = said
        async with self.database.begin() as db:
            reply = Reply((words(key, code=code, **values),), options)
            return await outbox.queue(db, self.id, reply, now=self.clock.now(), about_case_id=case)

    async def deliver(self):
        while await self.deliverer.claim():
            await self.deliverer.idle()
        await self.books.write()

    @property
    def seen(self):
        return [message.text for _, message in self.zalo.sent]


@asynccontextmanager
async def a_post(database, *, rules=RULES):
    clock = FakeClock()
    async with ZaloOaServer(clock=lambda: clock.now().timestamp()) as zalo:
        post = Post(database, zalo, clock, rules)
        try:
            yield post
        finally:
            await post.deliverer.stop()
            await post.channel.close()
