"""The small dictionary beside this file: words that announce, surround or forbid the name of a commune."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from matching.places.tokens import marks
from matching.places.units import UnitType
from matching.text import fold

COMMUNE_LEVEL = frozenset({UnitType.COMMUNE, UnitType.WARD, UnitType.TOWNSHIP, UnitType.SPECIAL_ZONE})
DISTRICT_LEVEL = frozenset({UnitType.RURAL_DISTRICT, UnitType.URBAN_DISTRICT, UnitType.TOWN, UnitType.CITY})


@dataclass(frozen=True, slots=True)
class Words:
    """
    The sets of words.tsv, one or two folded words an entry; entries with diacritics as tokens.marks gives them.

    `types` maps words to the type they announce (`second_parts`: the second of two; `announcing`: what a name may
    follow then, "cũ" too); `spelling` maps full type words
    to their only spelling with diacritics, and `ordinary` names that are other words, too, to the words' spelling.
    """

    types: dict[str, UnitType]
    second_parts: frozenset[str]
    announcing: frozenset[str]
    spelling: dict[str, str]
    not_types: frozenset[str]
    fillers: frozenset[str]
    talk: frozenset[str]
    office: frozenset[str]
    other: frozenset[str]
    beside: frozenset[str]
    maker: frozenset[str]
    family: frozenset[str]
    street: frozenset[str]
    landmark: frozenset[str]
    landmark_unmarked: frozenset[str]
    near: frozenset[str]
    not_near: frozenset[str]
    at: frozenset[str]
    ordinary: dict[str, list[str]]
    doing: frozenset[str]
    said_of: frozenset[str]
    wish: frozenset[str]
    wished: frozenset[str]
    opens: frozenset[str]
    hamlet: frozenset[str]
    home: frozenset[str]
    own: frozenset[str]
    ordinary_unmarked: frozenset[str]
    person: frozenset[str]
    does: frozenset[str]
    link: frozenset[str]
    link_before: frozenset[str]
    nearby: frozenset[str]
    numbered: frozenset[str]
    around: frozenset[str]
    fine: frozenset[str]
    famed: frozenset[str]
    people: frozenset[str]
    estate: frozenset[str]
    village: frozenset[str]
    mine: frozenset[str]
    kind: frozenset[str]
    elsewhere: frozenset[str]
    on_the_way: frozenset[str]
    done_at: frozenset[str]
    moved: frozenset[str]


@functools.cache
def words() -> Words:
    """Return the dictionary, read once."""
    sets: defaultdict[str, list[str]] = defaultdict(list)
    for line in Path(__file__).with_name("words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, entries = line.partition("\t")
            sets[name] += [entry.strip() for entry in entries.split(",")]
    types = {
        word: UnitType(name.removeprefix("type "))
        for name, entries in sets.items()
        if name.startswith("type ")
        for word in entries
    }
    return Words(
        types=types,
        second_parts=frozenset(word.partition(" ")[2] for word in types if " " in word),
        announcing=frozenset({"cu", "moi"}.union(word.split()[-1] for word in types)),
        spelling={fold(spelled): " ".join(map(marks, spelled.split())) for spelled in sets["spelling"]},
        not_types=frozenset(sets["not type"]),
        fillers=frozenset(sets["filler"]),
        talk=frozenset(sets["talk"]),
        office=_spelled(sets["office"]),
        other=_said(sets["other"]),
        beside=_said(sets["beside"]),
        maker=_said(sets["maker"]),
        family=_said(sets["family"]),
        street=frozenset(map(fold, sets["street"])),
        landmark=frozenset(map(marks, sets["landmark"])),
        landmark_unmarked=frozenset(map(marks, sets["landmark unmarked"])),
        near=_spelled(sets["near"]),
        not_near=frozenset(sets["not near"]),
        at=_spelled(sets["at"]),
        ordinary={fold(entry): [marks(word) for word in entry.split()] for entry in sets["ordinary"]},
        doing=_spelled(sets["doing"]),
        opens=frozenset(sets["opens"]),
        wish=frozenset(sets["wish"]),
        wished=frozenset(map(fold, sets["wished"])),
        said_of=frozenset(sets["said of"]),
        hamlet=_said(sets["hamlet"]),
        home=frozenset(sets["home"]),
        own=frozenset(sets["own"]),
        ordinary_unmarked=frozenset(sets["ordinary unmarked"]),
        person=frozenset(sets["person"]),
        does=frozenset(sets["does"]),
        link=frozenset(sets["link"] + sets["link before"]),
        link_before=frozenset(sets["link before"]),
        nearby=frozenset(sets["nearby"]),
        numbered=_said(sets["hamlet"] + sets["numbered"]),
        around=_said(sets["around"]),
        fine=_said(sets["fine"]),
        famed=frozenset(map(fold, sets["famed"])),
        people=frozenset(sets["people"]),
        estate=frozenset(sets["estate"]),
        village=_said(sets["village"]),
        mine=frozenset(sets["mine"]),
        kind=frozenset(map(fold, sets["kind"])),
        elsewhere=_spelled(sets["elsewhere"]),
        on_the_way=_spelled(sets["on the way"]),
        done_at=_spelled(sets["done at"]),
        moved=frozenset(sets["moved"]),
    )


def _said(entries: list[str]) -> frozenset[str]:
    """Return words as spelled and without marks, for words that are typed with marks and without any; pairs folded."""
    forms = ((fold(entry),) if " " in entry else (marks(entry), marks(fold(entry))) for entry in entries)
    return frozenset(form for both in forms for form in both)


def _spelled(entries: list[str]) -> frozenset[str]:
    """Return words as spelled, for which none without marks stands; pairs are folded."""
    return frozenset(entry if " " in entry else marks(entry) for entry in entries)
