"""An Official Account's events: answered with 200 well inside the two seconds after which Zalo gives up."""

from __future__ import annotations

import structlog
from aiohttp import web

from channels.contract import Count, NotFromPlatform, NotUnderstood, RawRequest, uncounted
from channels.text import decoded
from channels.zalo_common.receiving import Receiver
from channels.zalo_oa.channel import ZaloOaChannel
from channels.zalo_oa.payloads import ANONYMOUS
from channels.zalo_oa.signature import SIGNATURE_HEADER, TIMESTAMP_HEADER
from conversation.messages import Ignored, Inbound

log = structlog.get_logger(__name__)

RETRY_HEADER = "num_retry"
"""Present when Zalo brings an event again. Source: zalo reference B8."""


def add_webhook(
    app: web.Application, path: str, channel: ZaloOaChannel, receiver: Receiver, *, count: Count = uncounted
) -> None:
    """
    Serve `path` for the channel.

    - 200 to GET, and to an unsigned POST of `{}`: what the console sends when the address is saved.
    - 403: the signature is missing or wrong, or the event is too old.
    - 200: durable, or nothing for us, unknown kinds among it.
    - 503: not durable. Zalo retries when the connection fails; whether it does so here is not documented (zalo
      reference B8: UNSURE). To acknowledge would be to lose the message for certain.
    """

    async def handle(request: web.Request) -> web.Response:
        body = await request.read()
        if body.strip() in {b"", b"{}"}:
            return web.Response()
        headers = {name: request.headers.get(name, "") for name in (SIGNATURE_HEADER, TIMESTAMP_HEADER)}
        try:
            channel.verify(RawRequest(headers, body))
        except NotFromPlatform as error:
            count("forged")
            log.warning("event_not_believed", channel=channel.name, reason=str(error))
            return web.Response(status=403)
        if RETRY_HEADER in request.headers:
            count("brought_again")
        try:
            event = decoded(body)
            parsed = channel.parse(event)
        except NotUnderstood as error:
            count("malformed")
            log.warning("update_not_understood", channel=channel.name, error=str(error))
            return web.Response()
        for item in parsed:
            if isinstance(item, Ignored):
                count(item.reason)
                if item.reason == ANONYMOUS:
                    channel.strangers.heard(event)
        messages = [item for item in parsed if isinstance(item, Inbound)]
        return web.Response() if await receiver.take(body, messages) else web.Response(status=503)

    async def shown(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    app.router.add_post(path, handle)
    app.router.add_get(path, shown)
