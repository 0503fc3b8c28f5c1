"""A Zalo Bot's deliveries, answered after what they hold is durable."""

from __future__ import annotations

import structlog
from aiohttp import web

from channels.contract import Count, NotFromPlatform, NotUnderstood, RawRequest, uncounted
from channels.text import decoded
from channels.zalo_bot.channel import SECRET_HEADER, ZaloBotChannel
from channels.zalo_bot.groups import Groups
from channels.zalo_bot.payloads import GROUP
from channels.zalo_common.receiving import Receiver
from conversation.messages import Ignored, Inbound

log = structlog.get_logger(__name__)


def add_webhook(
    app: web.Application,
    path: str,
    channel: ZaloBotChannel,
    receiver: Receiver,
    *,
    groups: Groups | None = None,
    count: Count = uncounted,
) -> None:
    """
    Serve `POST path` for the channel.

    - 200 to an empty body: Zalo's probe when the address is set. It is not known to carry the secret (zalo reference
      A4: UNSURE), and there is nothing in it to believe.
    - 403: the secret is missing or wrong; nothing else has been looked at.
    - 200: durable, or nothing for us.
    - 503: not durable. Whether Zalo knocks again is not documented; it is the honest answer all the same.
    """

    async def handle(request: web.Request) -> web.Response:
        body = await request.read()
        if not body.strip():
            return web.Response()
        try:
            channel.verify(RawRequest({SECRET_HEADER: request.headers.get(SECRET_HEADER, "")}, body))
        except NotFromPlatform:
            count("forged")
            return web.Response(status=403)
        try:
            payload = decoded(body)
            parsed = channel.parse(payload)
        except NotUnderstood as error:
            count("malformed")
            log.warning("update_not_understood", channel=channel.name, error=str(error))
            return web.Response()
        for item in parsed:
            if isinstance(item, Ignored):
                count(item.reason)
                if item.reason == GROUP and groups is not None:
                    groups.heard(payload)
        messages = [item for item in parsed if isinstance(item, Inbound)]
        return web.Response() if await receiver.take(body, messages) else web.Response(status=503)

    app.router.add_post(path, handle)
