"""Rows of small weights, each row one whole number: adding the numbers adds all columns at once."""

from __future__ import annotations

import functools
import struct
from collections.abc import Callable, Iterable, Sequence

_BITS = 32
_BYTES = _BITS // 8
_MIDDLE = 1 << (_BITS - 1)


def packed(row: Iterable[tuple[int, int]]) -> int:
    """
    Return pairs of a column's place and its whole weight as one number, 32 bits a column.

    A table of ten thousand rows takes a tenth of the room of tuples, and a sum over rows is one `sum`. Sums are right
    while every column's lies within 31 bits.
    """
    return sum(weight << (_BITS * place) for place, weight in row)


def columns(total: int, count: int) -> Sequence[int]:
    """Return the first `count` columns of a sum of packed rows."""
    middles, mask, unpack = _middles(count)
    # half of a column's range added keeps it above zero; turning its highest bit takes that away again
    raw = (((total + middles) & mask) ^ middles).to_bytes(_BYTES * count, "little")
    return list(unpack(raw))


@functools.cache
def _middles(count: int) -> tuple[int, int, Callable[[bytes], tuple[int, ...]]]:
    """Return half of what a column holds in each, which keeps all above zero, ones in all bits, and what parts them."""
    half = sum(_MIDDLE << (_BITS * place) for place in range(count))
    return half, (1 << (_BITS * count)) - 1, struct.Struct(f"<{count}i").unpack
