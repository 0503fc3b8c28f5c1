"""Values of Zalo's JSON made safe: text in NFC, ids as text, moments from milliseconds, decoded bodies."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from channels.contract import NotUnderstood

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_decode = msgspec.json.Decoder().decode


def clean(value: object) -> str:
    """
    Return the text in NFC, without what a database refuses: NUL and lone surrogates.

    Raises:
        TypeError: it is not text.
    """
    if not isinstance(value, str):
        raise TypeError("text expected")
    if value.isascii():
        return value.replace("\0", "")
    try:
        value.encode()
    except UnicodeEncodeError:
        value = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", value.replace("\0", ""))


def ident(value: object) -> str:
    """
    Return an id: opaque text, which some events give as a number.

    Raises:
        TypeError, ValueError: it is neither, or empty, or longer than any id.
    """
    text = str(value) if type(value) is int else clean(value)
    if not text.strip() or len(text) > 80:
        raise ValueError("an id expected")
    return text


def moment(value: object) -> datetime:
    """
    Return the moment of a number or text of milliseconds since 1970, aware UTC.

    Raises:
        TypeError, ValueError, OverflowError: it is none.
    """
    if type(value) not in {int, str}:
        raise TypeError("milliseconds expected")
    assert isinstance(value, int | str)
    return _EPOCH + timedelta(milliseconds=int(value))


def decoded(body: bytes) -> Any:
    """
    Return the JSON of a body.

    Raises:
        NotUnderstood: it is none.
    """
    try:
        return _decode(body)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(body)  # broken surrogate pairs, which the fast decoder refuses and `clean` mends
    except (ValueError, RecursionError):
        raise NotUnderstood("the body is not JSON") from None


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 code units: neither product says how it counts, and this is the longest."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
