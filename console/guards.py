"""What every answer has in common: headers that close it to other sites, cookies of one page, forms of bounded size."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

FORM_MAX_BYTES: Final = 2 * 1024 * 1024
"""Of one form: Vietnamese letters take nine bytes each on their way, and a yearly report has some 30,000."""

FIELDS_MAX: Final = 4_000

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": that turns the Origin of our own forms into "null". The token stands in no page's own address.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class FormTooLarge(Exception):
    """A form has more bytes or fields than any report needs."""


def is_same_origin(headers: Mapping[str, str]) -> bool:
    """
    Tell whether a request that changes something comes from our own page.

    Browsers send `Sec-Fetch-Site` to https and to localhost; elsewhere `Origin` must name the host that was asked. A
    request with neither comes from no page. Header names are in lower case.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    if origin is None:
        return True
    hosts = {headers.get("host", ""), headers.get("x-forwarded-host", "")}
    return urlsplit(origin).netloc in hosts - {""}


def is_https(request: web.Request) -> bool:
    """Tell whether the browser speaks https, to us or to the proxy before us."""
    forwarded = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return request.scheme == "https" or forwarded == "https"


def cookie_name(request: web.Request, page_id: int) -> str:
    """Return the name of a page's cookie; over https it is bound to this host."""
    name = f"nghedan_report_{page_id}"
    return f"__Host-{name}" if is_https(request) else name


def guarded(handler: Handler) -> Handler:
    """Refuse requests of other sites that would change something, and close every answer to them."""

    async def guard(request: web.Request) -> web.StreamResponse:
        headers = {name.lower(): value for name, value in request.headers.items()}
        if request.method not in _SAFE and not is_same_origin(headers):
            raise web.HTTPForbidden(text="This request comes from another site.", headers=_HEADERS)
        try:
            answer = await handler(request)
        except web.HTTPException as error:
            _close(error)
            raise
        _close(answer)
        return answer

    return guard


def _close(answer: web.StreamResponse) -> None:
    if not answer.prepared:
        for name, value in _HEADERS.items():
            answer.headers.setdefault(name, value)


async def read_form(request: web.Request) -> dict[str, list[str]]:
    """
    Return the fields of a plain form.

    Raises:
        FormTooLarge: it has more than any report needs, or is no such form.
    """
    if request.content_type != "application/x-www-form-urlencoded":
        raise FormTooLarge
    body = bytearray()
    async for chunk in request.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > FORM_MAX_BYTES:
            raise FormTooLarge
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS_MAX)
    except ValueError as error:
        raise FormTooLarge from error
