"""What the demo is made of: communes, problems, phrases and names, read from the data files beside it."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

from domain.authorities import Authority
from domain.kinds import Kind, Organisation
from domain.subjects import Subject
from domain.units import UnitRef

SHOWCASE: Final = "19867"
"""Quảng Điền: the commune whose Front a visitor is let into."""

POOLS: Final = (
    "hamlet", "street", "school", "secondary", "kinder", "market", "bridge", "river", "canal", "flats", "park", "zone",
    "road", "speciality",
)  # fmt: skip
"""Kinds of place that a commune may have some of."""


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of the demo. `weight` is its share of the petitions, `staff` the organisations with officers."""

    unit: UnitRef
    weight: int
    staff: tuple[Organisation, ...]
    rural: bool
    alley_word: str
    places: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that goes wrong, in several people's words. `place` is a template; `rural` ones need fields around."""

    id: str
    kind: Kind
    subject: Subject
    organisation: Organisation
    authority: Authority | None
    rural: bool
    place: str
    texts: tuple[str, ...]
    again: tuple[str, ...]
    thanks: tuple[str, ...]
    answer: str
    result: str
    danger: bool
    confidential: bool
    accuses_leader: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Parts of names; `mark` ends an officer's name and says that nobody is called so."""

    family: tuple[str, ...]
    middle: Mapping[str, tuple[str, ...]]
    given: Mapping[str, tuple[str, ...]]
    mark: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything."""

    communes: tuple[Commune, ...]
    problems: tuple[Problem, ...]
    phrases: Mapping[str, tuple[str, ...]]
    names: Names

    @property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces, in order."""
        return tuple(dict.fromkeys(str(commune.unit.province) for commune in self.communes))


@functools.cache
def material() -> Material:
    """Return the shipped material."""
    names = _read("names.json")
    return Material(
        communes=tuple(map(_commune, _read("communes.json")["communes"])),
        problems=tuple(map(_problem, _read("problems.json"))),
        phrases=MappingProxyType({key: tuple(said) for key, said in _read("phrases.json").items()}),
        names=Names(
            family=tuple(names["family"]),
            middle={sex: tuple(names[f"middle_{sex}"]) for sex in "fm"},
            given={sex: tuple(names[f"given_{sex}"]) for sex in "fm"},
            mark=names["mark"],
        ),
    )


def _read(name: str) -> Any:
    return json.loads(resources.files("bot.demo.data").joinpath(name).read_text(encoding="utf-8"))


def _commune(row: dict[str, Any]) -> Commune:
    return Commune(
        unit=UnitRef(row["code"], row["province"]),
        weight=row["weight"],
        staff=tuple(map(Organisation, row["staff"])),
        rural=row.get("rural", False),
        alley_word=row["alley"],
        places=MappingProxyType({pool: tuple(row[pool]) for pool in POOLS if pool in row}),
    )


def _problem(row: dict[str, Any]) -> Problem:
    kind = Kind(row["kind"])
    return Problem(
        id=row["id"],
        kind=kind,
        subject=Subject(row["subject"]),
        organisation=Organisation(row["organisation"]),
        authority=Authority(row["authority"]) if "authority" in row else None,
        rural=row.get("rural", False),
        place=row["place"],
        texts=tuple(row["texts"]),
        again=tuple(row.get("again", ())),
        thanks=tuple(row.get("thanks", ())),
        answer=row["answer"],
        result=row["result"],
        danger=row.get("danger", False),
        # As the conversation with a resident does: what may be a complaint or denunciation is filed sealed.
        confidential=row.get("confidential", False) or kind.needs_proper_form,
        accuses_leader=row.get("accuses_leader", False),
    )
