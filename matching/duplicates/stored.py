"""
A prepared report as text for a table, and the version of the reading that made it.

Preparing a text costs a quarter of a millisecond, taking a prepared one from the table a tenth of that. What is stored
is derived from the petition's own words and can be made again at any time.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any, Final

import msgspec

from matching.duplicates.kin import signs
from matching.duplicates.marks import Place
from matching.duplicates.prepare import Prepared
from matching.duplicates.values import Report
from matching.outcome import Cues

_MATCHING: Final = Path(__file__).parents[1]
_READS: Final = (
    "text.py", "outcome.py", "reading", "data", "duplicates",
    "understanding/subjects.py", "understanding/lanes.py", "understanding/values.py",
)  # fmt: skip
"""What decides how a text is prepared, below `matching/`."""

_ONLY_SCORES: Final = frozenset({
    "weights.json", "model.py", "evidence.py", "reasons.py", "search.py", "memory.py", "clusters.py", "window.py",
    "look.json", "told.py",
})  # fmt: skip
"""Files beside them that compare prepared reports and have no part in preparing them."""


@functools.cache
def reading_version() -> int:
    """
    Return a number that changes whenever a text may be read differently: 62 bits of a digest of code and tables.

    What an older version stored is still found by its keys, but prepared anew from the text before it is compared.
    """
    digest = hashlib.sha256()
    for file in reading_files():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return int.from_bytes(digest.digest()[:8], "big") >> 2


def reading_files() -> list[Path]:
    """Return the files of code and tables that decide how a text is prepared."""
    places = [_MATCHING / part for part in _READS]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.iterdir()))]
    return [f for f in files if f.suffix in {".py", ".tsv", ".txt", ".json"} and f.name not in _ONLY_SCORES]


# --- One report -----------------------------------------------------------------------------------------------------


def _place(values: list[Any]) -> Place:
    kind, family, name, sure, written = values
    return Place(kind, family, tuple(name), sure, written)


def _as_is(value: Any) -> Any:
    return value


_Convert = Callable[[Any], Any]
_CODEC: Final[dict[str, tuple[_Convert, _Convert]]] = {
    "str": (_as_is, _as_is),
    "int": (_as_is, _as_is),
    "float": (_as_is, _as_is),
    "bool": (_as_is, _as_is),
    "dict[str, float]": (_as_is, _as_is),
    "frozenset[str]": (sorted, frozenset),
    "tuple[str, ...]": (list, tuple),
    "tuple[Place, ...]": (
        lambda places: [[one.kind, one.family, one.name, one.sure, one.written] for one in places],
        lambda stored: tuple(map(_place, stored)),
    ),
    "Cues": (
        lambda cues: [[int(told) for told in cues.told], cues.again, cues.over],
        lambda stored: Cues(tuple(map(bool, stored[0])), stored[1], stored[2]),
    ),
}
"""Type of a field, as written in `Prepared` -> how it is written and read. A new kind of field needs a line here."""

_FIELDS: Final = {name: kind for name, kind in Prepared.__annotations__.items() if name not in {"report", "signs"}}
_WRITTEN: Final = tuple((name, _CODEC[kind][0]) for name, kind in _FIELDS.items())
_READ: Final = tuple((at, read) for at, kind in enumerate(_FIELDS.values()) if (read := _CODEC[kind][1]) is not _as_is)
_PLACES: Final = {name: at for at, name in enumerate(_FIELDS)}
_SIGNED: Final = [_PLACES[name] for name in signature(signs).parameters]


def to_text(prepared: Prepared) -> str:
    """Return a prepared report, without the report, as a compact JSON list."""
    values = [write(getattr(prepared, name)) for name, write in _WRITTEN]
    return msgspec.json.encode(values).decode()


def from_text(report: Report, stored: str) -> Prepared:
    """
    Undo `to_text` for the report that it was made of.

    Raises:
        ValueError: the text was written by another version of `Prepared`.
    """
    values: list[Any] = msgspec.json.decode(stored)
    if len(values) != len(_FIELDS):
        raise ValueError("stored by another version of Prepared")
    for at, read in _READ:
        values[at] = read(values[at])
    told = signs(*[values[at] for at in _SIGNED])
    return Prepared(*[report, *values, told])  # `report` is the first field, what is derived the last
