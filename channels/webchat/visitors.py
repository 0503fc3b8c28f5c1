"""Who writes: a visitor is known by a secret cookie, and the chat's address is made from it."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from conversation.voices import OFFICER

COOKIE_MAX_AGE_SECONDS: Final = 400 * 24 * 3600
"""400 days: browsers keep no cookie longer. Source: RFC 6265bis, section 5.5 (read 2026-11)."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}\Z")  # secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Door:
    """One of the two ways in: its path, its cookie, and what its chats' addresses begin with."""

    name: str
    base: str
    cookie: str
    prefix: str

    def cookie_name(self, *, secure: bool) -> str:
        """Over https the name binds the cookie to this host: a neighbouring host cannot plant one."""
        return f"__Host-{self.cookie}" if secure else self.cookie

    @property
    def home(self) -> str:
        """The page's own path."""
        return self.base or "/"

    @property
    def voice(self) -> str:
        """How who comes in here is spoken to (see `conversation/voices.py`)."""
        return OFFICER if self.name == "officer" else ""


RESIDENTS: Final = Door("resident", "", "nghedan_visitor", "v")
OFFICERS: Final = Door("officer", "/officer", "nghedan_officer", "o")
DOORS: Final = (RESIDENTS, OFFICERS)


def new_secret() -> str:
    """Return a cookie's value: 256 random bits."""
    return secrets.token_urlsafe(32)


def address_of(door: Door, secret: str) -> str:
    """Return the chat's address: the secret itself is never stored on our side."""
    return door.prefix + hashlib.sha256(secret.encode()).hexdigest()[:40]


def is_https(headers: Mapping[str, str], scheme: str) -> bool:
    """Tell whether the browser speaks https, to us or to the proxy before us."""
    return scheme == "https" or headers.get("x-forwarded-proto", "").split(",")[0].strip() == "https"


def secret_in(cookie_header: str, name: str) -> str | None:
    """Return the visitor's secret from a Cookie header, None when there is none that we could have given."""
    try:
        cookie = SimpleCookie(cookie_header).get(name)
    except CookieError:
        return None
    return cookie.value if cookie is not None and _SECRET.match(cookie.value) else None


def is_same_origin(headers: Mapping[str, str]) -> bool:
    """
    Tell whether a request that changes something comes from our own page.

    Browsers send `Sec-Fetch-Site` to https and to localhost; elsewhere `Origin` must name the host that was
    asked. A request with neither comes from no page. Header names are in lower case.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    if origin is None:
        return True
    hosts = {headers.get("host", ""), headers.get("x-forwarded-host", "")}
    return urlsplit(origin).netloc in hosts - {""}
