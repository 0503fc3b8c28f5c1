"""What comes from outside made safe: text in NFC that a database takes, the JSON of a body."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import msgspec

from channels.contract import NotUnderstood

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
