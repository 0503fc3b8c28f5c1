"""Values of Zalo's JSON: ids as text, moments from milliseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from channels.text import clean

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
