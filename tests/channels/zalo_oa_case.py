"""An Official Account in the contract suite: the channel beside the local servers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from channels.contract import BadConfig, RawRequest
from channels.zalo_oa import App, Quota, ZaloOaChannel
from conversation.messages import FileKind, IncomingFile
from tests.channels.contract_case import ChannelCase, Shown, Trouble
from tests.channels.zalo_bot_case import Links
from tests.doubles.zalo_oa import APP_ID, OA_SECRET, ZaloOaServer

AN = "246845883529197922"


class Tokens:
    """The token of a single process; `lost` when nobody can renew it."""

    def __init__(self, zalo: ZaloOaServer) -> None:
        self.zalo = zalo
        self.token = zalo.access
        self.lost = False
        self.renewals = 0

    async def current(self) -> str:
        return self.token

    async def renewed(self, spent: str) -> str:
        if self.lost:
            raise BadConfig("the consent is lost")
        self.renewals += 1
        self.token = self.zalo.access
        return self.token


class Uploads:
    """Remembered ids."""

    def __init__(self) -> None:
        self.ids: dict[int, str] = {}

    async def known(self, file_id: int) -> str:
        return self.ids.get(file_id, "")

    async def keep(self, file_id: int, token: str) -> None:
        self.ids[file_id] = token

    async def forget(self, file_id: int) -> None:
        self.ids.pop(file_id, None)


class Accounting:
    """What was counted."""

    def __init__(self) -> None:
        self.quotas: list[Quota] = []

    def sent(self, address: str, quota: Quota) -> None:
        self.quotas.append(quota)


class Files:
    """Stored files by number."""

    def __init__(self, files: dict[int, tuple[bytes, str]]) -> None:
        self.files = files
        self.reads = 0

    async def read(self, file_id: int) -> tuple[bytes, str]:
        self.reads += 1
        return self.files[file_id]


class OpenZaloOa:
    """One person, one account."""

    def __init__(self, zalo: ZaloOaServer, channel: ZaloOaChannel, tokens: Tokens, **parts: Any) -> None:
        self.zalo, self.channel, self.tokens = zalo, channel, tokens
        self.accounting: Accounting = parts["accounting"]
        self.uploads: Uploads = parts["uploads"]
        self.person = zalo.person(AN)
        self.address = AN
        self.genuine = self.request(self.person.event("user_send_text", text="Xin chào"))
        self.forged = self.request(self.person.event("user_send_text", text="Xin chào"), secret="another")
        self.written = self.person.event("user_send_text", text="Xin chào")
        self.malformed = {"event_name": "user_send_text", "message": {"text": "Xin chào"}}
        self.unknown = {"event_name": "user_waves", "timestamp": "1543908534740"}

    def request(self, event: dict[str, Any], *, secret: str | None = None) -> RawRequest:
        body, headers = self.zalo.signed(event, secret=secret)
        return RawRequest({name.lower(): value for name, value in headers.items()}, body)

    async def shown(self) -> Shown:
        seen = await self.person.hears()
        return Shown(seen.text, seen.labels)

    def tapped(self, label: str):
        return self.person.tapped(label)

    def make(self, trouble: Trouble) -> None:
        match trouble:
            case Trouble.GONE:
                self.person.refusal = -217
            case Trouble.THROTTLED:
                self.zalo.errors.append(-32)
            case Trouble.DOWN:
                self.zalo.down = 1
            case Trouble.CUT_OFF:
                self.zalo.cuts = 1
            case Trouble.REFUSED:
                self.zalo.errors.append(-201)
            case Trouble.BAD_CONFIG:
                self.zalo.errors.append(-223)
            case Trouble.FILE_GONE:
                self.zalo.files.clear()
            case _:
                raise AssertionError(trouble)

    def sent_file(self, content: bytes) -> IncomingFile:
        return IncomingFile(FileKind.PHOTO, self.zalo.keep(content, "jpg"))


@asynccontextmanager
async def open_zalo_oa(
    *,
    files: dict[int, tuple[bytes, str]] | None = None,
    public: bool = True,
    header_stamp: bool = False,
    info_image: str = "",
    **options: Any,
) -> AsyncIterator[OpenZaloOa]:
    async with ZaloOaServer(header_stamp=header_stamp) as zalo:
        tokens, uploads, accounting = Tokens(zalo), Uploads(), Accounting()
        channel = ZaloOaChannel(
            App(APP_ID, OA_SECRET),
            tokens,
            api_url=zalo.url,
            files=Files(files or {}),
            links=Links(public=public),
            uploads=uploads,
            accounting=accounting,
            info_image=info_image,
            media_hosts=[zalo.media_host],
            **options,
        )
        try:
            yield OpenZaloOa(zalo, channel, tokens, uploads=uploads, accounting=accounting)
        finally:
            await channel.close()


# No size limit of what people send is documented.
ZALO_OA_CASE = ChannelCase("zalo_oa", open_zalo_oa, frozenset(Trouble) - {Trouble.FILE_TOO_LARGE})
