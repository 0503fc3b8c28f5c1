"""The channel's contract, kept for an Official Account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import structlog

from channels.contract import FileLinks, FileStore, NotFromPlatform, NotUnderstood, RawRequest, Sent
from channels.text import decoded
from channels.zalo_common.media import HOSTS, download
from channels.zalo_common.text import moment
from channels.zalo_oa.api import CLOUD, OaApi
from channels.zalo_oa.capabilities import EVENT_MAX_AGE, ZALO_OA
from channels.zalo_oa.payloads import NAME, parse_event
from channels.zalo_oa.ports import Accounting, NoAccounting, NoUploads, Tokens, Uploads
from channels.zalo_oa.send import Sender
from channels.zalo_oa.signature import SIGNATURE_HEADER, TIMESTAMP_HEADER, is_signed
from channels.zalo_oa.strangers import Strangers
from conversation.messages import Ignored, Inbound, IncomingFile, Outbound

log = structlog.get_logger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class App:
    """
    What the developer console shows of the app.

    `oa_secret` is the *OA secret key* of the webhook page, not the app's secret key: mixing the two is the commonest
    mistake. Source: zalo reference B1.
    """

    app_id: str
    oa_secret: str


class ZaloOaChannel:
    """
    One Official Account.

    `tokens` gives the access token, `uploads` remembers ids of uploaded files, `accounting` hears of each sent message.
    `info_image` is a public picture; without one nobody is asked for contact details by Zalo's form. Without
    `stranger_words` visitors who are not logged in get no answer.
    """

    name = NAME

    def __init__(
        self,
        app: App,
        tokens: Tokens,
        *,
        api_url: str = CLOUD,
        files: FileStore | None = None,
        links: FileLinks | None = None,
        uploads: Uploads | None = None,
        accounting: Accounting | None = None,
        info_image: str = "",
        stranger_words: str = "",
        media_hosts: Sequence[str] = HOSTS,
        on_limit: Callable[[int], None] | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self.api = OaApi(tokens, url=api_url, now=now, on_limit=on_limit)
        self.capabilities = replace(ZALO_OA, asks_phone=bool(info_image))
        self.strangers = Strangers(self.api, stranger_words)
        self._app = app
        self._hosts = tuple(media_hosts)
        self._now = now
        self._sender = Sender(
            self.api,
            accounting or NoAccounting(),
            uploads or NoUploads(),
            files=files,
            links=links,
            info_image=info_image,
        )

    def verify(self, request: RawRequest) -> None:
        """Raise `NotFromPlatform` unless the body is signed, for our app, and not older than retries can be."""
        try:
            event = decoded(request.body)
            stamp = str(event["timestamp"])
            app_id = str(event.get("app_id") or self._app.app_id)
            age = abs(self._now() - moment(stamp))
        except (NotUnderstood, KeyError, TypeError, ValueError, AttributeError, OverflowError):
            raise NotFromPlatform("the body is no event with a timestamp") from None
        header = request.headers.get(TIMESTAMP_HEADER, "")
        stamps = [value for value in dict.fromkeys((header, stamp)) if value]
        given = request.headers.get(SIGNATURE_HEADER, "")
        if app_id != self._app.app_id:
            raise NotFromPlatform("the event is for another app")
        if not is_signed(given, app_id, request.body, stamps, self._app.oa_secret):
            log.warning("signature_wrong", channel=NAME, header_timestamp=header[:20], body_timestamp=stamp[:20])
            raise NotFromPlatform("the signature is missing or wrong: is it the OA secret key that was set?")
        if age > EVENT_MAX_AGE:
            raise NotFromPlatform("the event is older than retries can be: somebody repeats it")

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        return (parse_event(payload),)

    async def send(self, message: Outbound) -> Sent:
        return await self._sender.deliver(message)

    def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        return download(self.api.session, file.source, hosts=self._hosts)

    async def close(self) -> None:
        await self.strangers.idle()
        await self.api.close()
