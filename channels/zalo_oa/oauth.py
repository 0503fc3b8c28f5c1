"""
Consent and tokens of an Official Account: OAuth v4 with PKCE.

A refresh token works once. Whoever sends it must hold the only right to do so and write down the answer before using
it; that is done by the running program (`bot/zalo_tokens.py`), this file speaks to Zalo. Source: zalo reference B2.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import aiohttp
import msgspec

from channels.contract import BadConfig, Unreachable
from channels.zalo_oa.api import broken

CLOUD = "https://oauth.zaloapp.com"
REFRESH_LIFE = timedelta(days=90)
"""
How long a refresh token lives from issue. Zalo says three months; counted short. Source: zalo reference B2.
"""

_ALPHABET = string.ascii_letters + string.digits
_TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=10)


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token with the refresh token that replaces both; `lifetime` is that of the access token."""

    access: str
    refresh: str
    lifetime: timedelta

    def __repr__(self) -> str:
        """Without the tokens."""
        return "Pair()"


class ConsentLost(BadConfig):
    """Zalo refuses the refresh token or the code: an administrator of the account must consent again."""


def new_verifier() -> str:
    """Return a code verifier: 43 letters and digits. Source: zalo reference B2."""
    while True:
        drawn = "".join(secrets.choice(_ALPHABET) for _ in range(43))
        if any(c.isupper() for c in drawn) and any(c.islower() for c in drawn) and any(c.isdigit() for c in drawn):
            return drawn


def challenge(verifier: str) -> str:
    """Return the code challenge: Base64 of SHA-256 without padding, in the URL-safe letters of RFC 7636 (UNSURE)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode()


def consent_link(app_id: str, redirect_uri: str, verifier: str, state: str, *, url: str = CLOUD) -> str:
    """Return the page where an administrator of the account agrees that the app may use it."""
    query = {
        "app_id": app_id,
        "redirect_uri": redirect_uri,
        "code_challenge": challenge(verifier),
        "state": state,
    }
    return f"{url.rstrip('/')}/v4/oa/permission?{urlencode(query)}"


class OAuth:
    """Speaks to Zalo's token server. `app_secret` is the *app secret key*, not the OA secret key."""

    def __init__(self, app_id: str, app_secret: str, *, url: str = CLOUD) -> None:
        self._app_id, self._app_secret = app_id, app_secret
        self._address = f"{url.rstrip('/')}/v4/oa/access_token"

    def __repr__(self) -> str:
        """Without the secret."""
        return "OAuth()"

    async def exchange(self, code: str, verifier: str) -> Pair:
        """Return the first pair for a consent's code; raises as `refresh`."""
        return await self._ask({"code": code, "grant_type": "authorization_code", "code_verifier": verifier})

    async def refresh(self, refresh_token: str) -> Pair:
        """
        Return the next pair; the token given is spent by it.

        Raises:
            ConsentLost: Zalo answered and gave none.
            Unreachable: Zalo did not answer; `doubtful` when the token may be spent all the same.
        """
        return await self._ask({"refresh_token": refresh_token, "grant_type": "refresh_token"})

    async def _ask(self, form: Mapping[str, str]) -> Pair:
        try:
            async with (
                aiohttp.ClientSession(timeout=_TIMEOUT) as session,
                session.post(
                    self._address,
                    data={**form, "app_id": self._app_id},
                    headers={"secret_key": self._app_secret},
                    allow_redirects=False,
                ) as answer,
            ):
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise broken(error) from None
        return _pair(status, body)


def _pair(status: int, body: bytes) -> Pair:
    """Return the pair of an answer. Rule: no access token in the answer is a failure, whatever the status says."""
    try:
        answer: Any = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise Unreachable(f"the token server answers {status} without JSON", doubtful=True)
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not access or not refresh:
        code = answer.get("error", status)
        raise ConsentLost(
            f"no token: {code} {str(answer.get('error_description') or answer.get('error_name', ''))[:120]}"
        )
    try:
        lifetime = timedelta(seconds=int(answer.get("expires_in", "90000")))
    except (TypeError, ValueError):
        lifetime = timedelta(hours=25)
    return Pair(str(access), str(refresh), lifetime)
