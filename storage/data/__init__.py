"""The data files of the repository and the pure functions that read them: units of today, units of before July 2025."""

from __future__ import annotations

import functools
import gc
import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from matching.places.units import FormerUnit, Unit, UnitType

UNITS_FILE = Path(__file__).with_name("units.json.gz")
FORMER_UNITS_FILE = Path(__file__).with_name("former_units.json.gz")

_TYPES = {str(kind): kind for kind in UnitType}


@dataclass(frozen=True, slots=True)
class ShippedUnits:
    """
    The list of units that comes with this version.

    `edition` names the state of the list ("2026-10"): store it beside codes, for codes are not stable.
    `code_aliases` maps a code seen in other lists to ours (06978 to 06970, Ba Chẽ).
    `former_provinces` maps a present province's code to the names of the provinces it was made from.
    """

    edition: str
    provinces: tuple[Unit, ...]
    communes: tuple[Unit, ...]
    former_units: tuple[FormerUnit, ...]
    former_provinces: MappingProxyType[str, tuple[str, ...]]
    code_aliases: MappingProxyType[str, str]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Provinces, then communes."""
        return self.provinces + self.communes


@functools.cache
def shipped_units() -> ShippedUnits:
    """Return the shipped list, read once per process; forget_shipped_units() frees its memory again."""
    with _without_collections():
        return _shipped_units(_read(UNITS_FILE), _read(FORMER_UNITS_FILE))


def _shipped_units(present: dict[str, Any], former: dict[str, Any]) -> ShippedUnits:
    return ShippedUnits(
        edition=present["edition"],
        provinces=tuple(
            Unit(code, name, _TYPES[kind], None, lat, lon, None, tuple(aliases))
            for code, name, kind, lat, lon, aliases, _ in present["provinces"]
        ),
        communes=tuple(
            Unit(code, name, _TYPES[kind], code_of_province, lat, lon, area, tuple(aliases))
            for code, name, kind, code_of_province, lat, lon, area, aliases in present["communes"]
        ),
        former_units=tuple(_former_units(former)),
        former_provinces=MappingProxyType({row[0]: tuple(row[6]) for row in present["provinces"]}),
        code_aliases=MappingProxyType(dict(present["code_aliases"])),
    )


def forget_shipped_units() -> None:
    """Free the memory of shipped_units(), once the table or the gazetteer has been filled from it."""
    shipped_units.cache_clear()


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keep the collector from walking 100,000 new objects again and again: it doubles the time, and none is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return document


def _former_units(document: dict[str, Any]) -> list[FormerUnit]:
    provinces: list[str] = document["provinces"]
    districts = [
        (provinces[province], name, _TYPES[kind], tuple(aliases))
        for province, kind, name, aliases in document["districts"]
    ]
    units = []
    for district, kind, name, code, new_codes, lat, lon, box, aliases in document["units"]:
        province, district_name, district_type, district_aliases = districts[district]
        units.append(
            FormerUnit(
                province, district_name, district_type, name, _TYPES[kind] if kind else None, code, tuple(new_codes),
                lat, lon, tuple(box) if box else None, tuple(aliases), district_aliases,
            )
        )  # fmt: skip
    return units
