"""What every answer of the web chat has in common: headers that close it to other sites, polite refusals."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qs

import msgspec
from aiohttp import web

from channels.webchat.capabilities import SAID_MAX
from channels.webchat.visitors import is_same_origin
from texts import say

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": that turns the Origin of our own forms into "null".
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class Refused(Exception):
    """
    A request that is politely not taken.

    `text_key` and `values` are for the person, `status` for HTTP; with `retry_after` seconds the page tries
    again by itself.
    """

    def __init__(self, text_key: str, status: int, *, retry_after: float = 0.0, **values: str | int) -> None:
        super().__init__(text_key)
        self.text_key = text_key
        self.status = status
        self.retry_after = retry_after
        self.values: Mapping[str, str | int] = values

    def data(self, language: str, client_id: str = "") -> dict[str, Any]:
        """Return `{"type": "error", "id": …, "text": …, "retry_after": seconds or 0}`."""
        return {
            "type": "error",
            "id": client_id,
            "text": say(self.text_key, language, self.values),
            "retry_after": round(self.retry_after, 1),
        }


def json_answer(data: object, *, status: int = 200, retry_after: float = 0.0) -> web.Response:
    headers = {"Retry-After": str(math.ceil(retry_after))} if retry_after else None
    return web.Response(
        body=msgspec.json.encode(data),
        status=status,
        headers=headers,
        content_type="application/json",
        charset="utf-8",
    )


def guarded(handler: Handler) -> Handler:
    """Refuse requests of other sites that would change something, and close every answer to them."""

    async def guard(request: web.Request) -> web.StreamResponse:
        if request.method not in _SAFE and not is_same_origin(request.headers):
            raise web.HTTPForbidden(text="This request comes from another site.", headers=SECURITY_HEADERS)
        try:
            answer = await handler(request)
        except ConnectionError:
            if request.transport is not None:  # the page is there: it was the database's connection
                raise
            # It went away in the middle of what it sent, as phones do: nobody hears the answer.
            answer = web.Response(status=400)
        except web.HTTPException as error:
            _close(error)
            raise
        _close(answer)
        return answer

    return guard


def _close(answer: web.StreamResponse) -> None:
    if not answer.prepared:
        for name, value in SECURITY_HEADERS.items():
            answer.headers.setdefault(name, value)


async def read_body(request: web.Request, most: int) -> bytes:
    """
    Return the body.

    Raises:
        Refused: it has more than `most` bytes.
    """
    body = bytearray()
    if (request.content_length or 0) <= most:
        async for chunk in request.content.iter_chunked(16 * 1024):
            body += chunk
            if len(body) > most:
                break
        else:
            return bytes(body)
    raise Refused("webchat-too-long", 413, most=SAID_MAX)


async def read_form(request: web.Request, most: int) -> dict[str, str]:
    """
    Return the fields of a plain form, the last of each name.

    Raises:
        Refused: it has more than `most` bytes, or is not such a form.
    """
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refused("webchat-not-understood", 415)
    body = await read_body(request, most)
    try:
        pairs = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except ValueError as error:
        raise Refused("webchat-not-understood", 400) from error
    return {name: values[-1] for name, values in pairs.items()}
