"""Telegram's deliveries, answered after what they hold has been committed."""

from __future__ import annotations

import msgspec
import structlog
from aiohttp import web

from channels.contract import Count, NotAccepted, NotFromPlatform, NotUnderstood, RawRequest, Receive, uncounted
from channels.telegram.capabilities import RETRY_AFTER_MAX_SECONDS
from channels.telegram.channel import SECRET_HEADER, TelegramChannel
from channels.telegram.payloads import SHARING_ASKED, callback_query_id
from channels.text import decoded
from conversation.messages import Ignored

log = structlog.get_logger(__name__)

RETRY_AFTER_SECONDS = 2
"""When Telegram shall knock again after something of ours broke; its own rhythm grows to two minutes."""


def add_webhook(
    app: web.Application, path: str, channel: TelegramChannel, receive: Receive, *, count: Count = uncounted
) -> None:
    """
    Serve `POST path` for the channel.

    - 403: the secret token is missing or wrong; nothing else has been looked at.
    - 200: committed, or nothing for us. What we cannot read is counted and taken, because an answer of
      failure would hold back everything this person writes for 24 hours (telegram-bot-api 10.0, WebhookActor,
      read 2026-11).
    - 503 with Retry-After: not committed; Telegram brings it again, in order.

    The answer to a tap carries `answerCallbackQuery` in its body and so saves a call. Telegram never tells us
    the result, which is why no message goes this way.
    """

    async def handle(request: web.Request) -> web.Response:
        try:
            channel.verify(RawRequest({SECRET_HEADER: request.headers.get(SECRET_HEADER, "")}, b""))
        except NotFromPlatform:
            count("forged")
            return web.Response(status=403)
        try:
            payload = decoded(await request.read())
            parsed = channel.parse(payload)
        except (NotUnderstood, web.HTTPRequestEntityTooLarge) as error:
            count("malformed")
            log.warning("update_not_understood", channel=channel.name, error=str(error))
            return web.Response()
        try:
            for item in parsed:
                if isinstance(item, Ignored):
                    count(item.reason)
                    if item.reason == SHARING_ASKED:
                        await channel.offer_sharing(payload)
                else:
                    await receive(item)
        except NotAccepted as error:
            return _again(error.retry_after_seconds)
        except Exception:
            # Whatever it was, the message is not stored: to acknowledge it would be to lose it.
            log.exception("update_not_received", channel=channel.name)
            return _again(RETRY_AFTER_SECONDS)
        query_id = callback_query_id(payload)
        return _tap_answered(query_id) if query_id else web.Response()

    app.router.add_post(path, handle)


def _again(after_seconds: float) -> web.Response:
    seconds = min(max(1, round(after_seconds)), RETRY_AFTER_MAX_SECONDS)
    return web.Response(status=503, headers={"Retry-After": str(seconds)})


def _tap_answered(query_id: str) -> web.Response:
    body = msgspec.json.encode({"method": "answerCallbackQuery", "callback_query_id": query_id})
    return web.Response(body=body, content_type="application/json")
