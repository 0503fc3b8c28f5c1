"""By what a stored report is found again: hashes of its words and marks, the few that are posted, its pin's cell."""

from __future__ import annotations

import functools
import math
import sys
from array import array
from collections.abc import Iterable, Mapping
from zlib import crc32

from matching.duplicates.keys import place_key
from matching.duplicates.look import marks_of
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import ordinary

POSTED = 14
"""Keys under which one report can be found among thousands; benchmarks/duplicates/scale.py measures what they find."""

ASKED = 18
"""Keys of a new report that are looked up."""

CELL_DEGREES = 0.001
"""Side of a cell of the map, about 111 m: a pin's cell and its eight neighbours hold all that is within 100 m."""

TRAITS_MAX = 240
"""Keys of a very long text that are kept; those left out would find nothing that these do not."""

_SCENES = 2  # of a report are posted: the likeliest
_TELLING = 2.3  # nats: a word that nine of ten ordinary complaints lack


@functools.lru_cache(512)  # 100 bytes each; a new report's keys are asked for three times, one after the other
def hashed(key: str) -> int:
    """Return a key as a signed number of 32 bits, equal on every machine (Python's own hash is not)."""
    return crc32(key.encode()) - 2_147_483_648


def traits(prepared: Prepared) -> bytes:
    """
    Return the hashes of named places, of `look.marks_of`, of words and meanings and of the pin's cell: 4 bytes each.

    Neighbours are left out: what two reports have in common beside their words, marks and names says nothing more.
    """
    told = prepared.words.union(prepared.meanings)
    keys = [*place_keys(prepared), *marks_of(prepared)]
    keys += told if len(keys) + len(told) <= TRAITS_MAX else sorted(told)[: max(0, TRAITS_MAX - len(keys))]
    numbers = set(map(hashed, keys))
    here = cell(prepared.report.lat, prepared.report.lon)
    if here is not None:
        numbers.add(here)
    packed = array("i", sorted(numbers))
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def unpacked(stored: bytes) -> array[int]:
    """Undo `traits`; an array is ten times faster than unpacking by hand, and 4 bytes wide on all our machines."""
    numbers = array("i", stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def posted(prepared: Prepared) -> list[int]:
    """Return the keys of a report's postings: hashes of places, main scenes, rarest words and meanings, of its cell."""
    words = sorted(_findable(prepared), key=lambda key: (-ordinary(key), key))
    found = set(map(hashed, [*place_keys(prepared), *_scenes(prepared), *words][:POSTED]))
    here = cell(prepared.report.lat, prepared.report.lon)
    return sorted(found if here is None else {*found, here})


def asked(prepared: Prepared, weights: Mapping[str, float]) -> list[int]:
    """Return the hashes to look a report's like up by, most telling first; `weights` holds each key's rarity here."""
    words = sorted(_findable(prepared), key=lambda key: (-weights[key], key))
    found = map(hashed, [*place_keys(prepared), *_scenes(prepared), *words][:ASKED])
    return list(dict.fromkeys([*found, *cells_around(prepared.report.lat, prepared.report.lon)]))


def _scenes(prepared: Prepared) -> list[str]:
    scenes = sorted(prepared.scenes, key=lambda scene: (-prepared.scenes[scene], scene))
    return [f"~{scene}" for scene in scenes[:_SCENES]]


def _findable(prepared: Prepared) -> Iterable[str]:
    """Words and meanings: of neighbours only names tell something, for nearly any two words are rare together."""
    return (key for key in prepared.words.union(prepared.meanings) if ordinary(key) >= _TELLING)


def place_keys(prepared: Prepared) -> list[str]:
    """Return the named places as keys, in order."""
    return list(dict.fromkeys(map(place_key, prepared.places)))


def cell(lat: float | None, lon: float | None) -> int | None:
    """Return the hash of the map's cell that holds a pin (degrees, WGS 84), None without a pin."""
    if lat is None or lon is None:
        return None
    return _cell(math.floor(lat / CELL_DEGREES), math.floor(lon / CELL_DEGREES))


def cells_around(lat: float | None, lon: float | None) -> list[int]:
    """Return the hashes of a pin's cell and of its eight neighbours; none without a pin."""
    if lat is None or lon is None:
        return []
    north, east = math.floor(lat / CELL_DEGREES), math.floor(lon / CELL_DEGREES)
    return [_cell(north + up, east + right) for up in (0, -1, 1) for right in (0, -1, 1)]


def _cell(north: int, east: int) -> int:
    return hashed(f"@{north},{east}")
