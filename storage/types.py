"""Column types that are the same on both databases: moments, JSON, codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from conversation.codec import Json, dumps, loads

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

Key = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit row id. SQLite counts up only a column that is declared INTEGER."""


def to_ms(moment: datetime) -> int:
    """Return an aware moment as whole milliseconds since 1970 (UTC)."""
    since = moment - _EPOCH  # by its parts: dividing one timedelta by another takes a third longer
    return since.days * 86_400_000 + since.seconds * 1_000 + since.microseconds // 1_000


def from_ms(ms: int) -> datetime:
    """Undo `to_ms`; aware UTC."""
    return _EPOCH + ms * _MILLISECOND


class Moment(TypeDecorator[datetime]):
    """
    An aware moment, stored as milliseconds since 1970.

    One integer is the same on both databases, sorts and groups by local day with plain arithmetic, and cannot
    lose its time zone on the way.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the stored integer; a naive moment raises TypeError."""
        return None if value is None else to_ms(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Return an aware UTC moment."""
        return None if value is None else from_ms(value)


class JsonText(TypeDecorator[Json]):
    """A JSON value, stored as compact text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Dialect) -> str | None:
        """Return the text."""
        return None if value is None else dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Json:
        """Return the value."""
        return None if value is None else loads(value)
