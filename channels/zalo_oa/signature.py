"""
The proof that an event comes from Zalo: a plain SHA-256 over app, raw body, moment and the account's secret.

Which moment is meant is open: the official pages use the body's, many implementations a header. Both are tried and
either is believed. Source: zalo reference B8 (UNSURE there).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable

SIGNATURE_HEADER = "x-zevent-signature"
TIMESTAMP_HEADER = "x-zevent-timestamp"


def signature(app_id: str, body: bytes, timestamp: str, secret: str) -> str:
    """Return the lower-case hex digest; `body` are the bytes as received."""
    return hashlib.sha256(app_id.encode() + body + timestamp.encode() + secret.encode()).hexdigest()


def is_signed(header: str, app_id: str, body: bytes, timestamps: Iterable[str], secret: str) -> bool:
    """Return whether the header, `mac=<hex>` or the hex alone, proves the body for one of the moments."""
    given = header.strip().removeprefix("mac=").strip().lower().encode("utf-8", "surrogateescape")
    good = False
    for timestamp in timestamps:
        expected = signature(app_id, body, timestamp, secret).encode()
        good |= hmac.compare_digest(expected, given)
    return good and bool(secret)
