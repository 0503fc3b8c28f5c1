"""Lists of units in the order of a Vietnamese dictionary, for pages and pick lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matching.places.units import Unit
from matching.text import sort_key

_NUMBER = re.compile(r"\d+")


def provinces_in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the provinces among the units, by name."""
    return tuple(sorted((unit for unit in units if unit.province_code is None), key=_by_name))


def communes_in_order(units: Iterable[Unit], province_code: str) -> tuple[Unit, ...]:
    """Return the communes of one province, by name and then by type; "Sơn Kim 2" comes before "Sơn Kim 10"."""
    return tuple(sorted((unit for unit in units if unit.province_code == province_code), key=_by_name))


def _by_name(unit: Unit) -> tuple[bytes, str]:
    return sort_key(_NUMBER.sub(lambda number: number[0].zfill(3), unit.name)), unit.type
