"""Telegram in the contract suite: the channel beside the local Bot API server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from channels.contract import RawRequest
from channels.telegram import TelegramChannel
from conversation.messages import FileKind, IncomingFile
from tests.channels.contract_case import ChannelCase, Shown, Trouble
from tests.doubles.bot_api import BotApi

SECRET = "a-secret_of-the-webhook"
HEADER = "x-telegram-bot-api-secret-token"


class Files:
    """Stored files by number."""

    def __init__(self, **files: tuple[bytes, str]) -> None:
        self.files = {int(number.removeprefix("f")): file for number, file in files.items()}

    async def read(self, file_id: int) -> tuple[bytes, str]:
        return self.files[file_id]


class OpenTelegram:
    """One person, one bot, one server."""

    def __init__(self, api: BotApi, channel: TelegramChannel) -> None:
        self.api = api
        self.channel = channel
        self.person = api.person(5001, "An")
        self.address = "5001"
        self.genuine = RawRequest({HEADER: SECRET}, b"{}")
        self.forged = RawRequest({HEADER: SECRET + "x"}, b"{}")
        sender = {"id": 5001, "is_bot": False, "first_name": "An"}
        message = {
            "message_id": 1,
            "date": 1767225600,
            "from": sender,
            "chat": {"id": 5001, "type": "private"},
        }
        self.written = {"update_id": 1, "message": {**message, "text": "Xin chào"}}
        self.malformed = {"update_id": 2, "message": {"text": "Xin chào"}}
        self.unknown = {"update_id": 3, "poll_answer": {}}

    async def shown(self) -> Shown:
        self.last = await self.person.hears()
        return Shown(self.last.text, self.last.labels)

    def tapped(self, label: str):
        return self.person.taps(label, on=self.last).update

    def make(self, trouble: Trouble) -> None:
        faults = self.api.faults
        match trouble:
            case Trouble.GONE:
                self.person.blocks()
            case Trouble.THROTTLED:
                faults.throttle(7)
            case Trouble.DOWN:
                faults.fail(502, "Bad Gateway")
            case Trouble.CUT_OFF:
                faults.drop("after")
            case Trouble.REFUSED:
                faults.fail(400, "can't parse entities: unsupported start tag")
            case Trouble.BAD_CONFIG:
                faults.fail(401, "Unauthorized")
            case Trouble.FILE_GONE:
                self.api.files.clear()
            case Trouble.FILE_TOO_LARGE:
                faults.fail(400, "file is too big", method="getFile")

    def sent_file(self, content: bytes) -> IncomingFile:
        stored = self.api.keep_file(content, "photos/file_0.jpg")
        return IncomingFile(FileKind.PHOTO, stored.file_id, size=len(content))


@asynccontextmanager
async def open_telegram(**files: tuple[bytes, str]) -> AsyncIterator[OpenTelegram]:
    async with BotApi(time_scale=0.01) as api:
        channel = TelegramChannel(api.token, api_url=api.url, webhook_secret=SECRET, files=Files(**files))
        try:
            yield OpenTelegram(api, channel)
        finally:
            await channel.close()


TELEGRAM_CASE = ChannelCase("telegram", open_telegram, frozenset(Trouble))
