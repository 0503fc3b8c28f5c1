"""A Zalo Bot in the contract suite: the channel beside the local server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from channels.contract import RawRequest
from channels.zalo_bot import ZaloBotChannel
from conversation.messages import FileKind, IncomingFile
from tests.channels.contract_case import ChannelCase, Shown, Trouble
from tests.doubles.zalo_bot import ZaloBotServer

SECRET = "a-secret_of-the-webhook"
HEADER = "x-bot-api-secret-token"
AN = "6ede9afa66b88fe6d6a9"


class Links:
    """Public addresses of files; none with `public` False."""

    def __init__(self, *, public: bool = True) -> None:
        self.public = public

    def link(self, file_id: int, name: str) -> str:
        return f"https://nghedan.example.vn/f/{file_id}" if self.public else ""


class OpenZaloBot:
    """One person, one bot, one server."""

    def __init__(self, zalo: ZaloBotServer, channel: ZaloBotChannel) -> None:
        self.zalo = zalo
        self.channel = channel
        self.person = zalo.person(AN, "Ted")
        self.address = AN
        self.genuine = RawRequest({HEADER: SECRET}, b"{}")
        self.forged = RawRequest({HEADER: SECRET + "x"}, b"{}")
        message = {
            "from": {"id": AN, "display_name": "Ted", "is_bot": False},
            "chat": {"id": AN, "chat_type": "PRIVATE"},
            "message_id": "2d758cb5e222177a4e35",
            "date": 1750316131602,
        }
        self.written = {"event_name": "message.text.received", "message": {**message, "text": "Xin chào"}}
        self.malformed = {"event_name": "message.text.received", "message": {"text": "Xin chào"}}
        self.unknown = {"event_name": "message.hologram.received", "message": message}

    async def shown(self) -> Shown:
        return Shown((await self.person.hears()).text)

    def tapped(self, label: str):
        raise AssertionError("a Zalo Bot has no buttons")

    def make(self, trouble: Trouble) -> None:
        match trouble:
            case Trouble.THROTTLED:
                self.zalo.refuse(429, "Quota exceeded")
            case Trouble.DOWN:
                self.zalo.refuse(503, "Service unavailable")
            case Trouble.CUT_OFF:
                self.zalo.cuts = 1
            case Trouble.REFUSED:
                self.zalo.refuse(400, "Bad request", status=200)
            case Trouble.BAD_CONFIG:
                self.zalo.token = "12345689:another"
            case Trouble.FILE_GONE:
                self.zalo.files.clear()
            case _:
                raise AssertionError(trouble)

    def sent_file(self, content: bytes) -> IncomingFile:
        return IncomingFile(FileKind.PHOTO, self.zalo.keep(content, "jpg"))


@asynccontextmanager
async def open_zalo_bot(*, public: bool = True, wrapped: bool = False) -> AsyncIterator[OpenZaloBot]:
    async with ZaloBotServer(wrapped=wrapped) as zalo:
        channel = ZaloBotChannel(
            zalo.token,
            api_url=zalo.url,
            webhook_secret=SECRET,
            links=Links(public=public),
            media_hosts=[zalo.media_host],
        )
        try:
            yield OpenZaloBot(zalo, channel)
        finally:
            await channel.close()


# That a person blocked the bot has no code of its own, and no size limit of files is documented.
ZALO_BOT_CASE = ChannelCase(
    "zalo_bot", open_zalo_bot, frozenset(Trouble) - {Trouble.GONE, Trouble.FILE_TOO_LARGE}, buttons=False
)
