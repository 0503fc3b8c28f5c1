"""What a text complains of as a report names it: 'đèn chiếu sáng không hoạt động'; nobody's own wording."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matching.data import rows
from matching.reading import Reading, read
from matching.reading.syllables import with_tone_in_place
from matching.understanding.persons import find_persons
from matching.understanding.phrases import Hit
from matching.understanding.places import find_places
from matching.understanding.spans import dictionary

_DENIES: Final = frozenset("khong chua chang het khoi dung".split())
_ROLES: Final = {"o": "object", "t": "trouble"}

_Wording = tuple[str, str]
"""A wording of the dictionary: `object` or `trouble`, and its words."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a text is about, as an official text says it: after "tình trạng" when something is wrong, else "việc"."""

    words: str
    is_trouble: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of gists.tsv: what must be in a text about its subjects; an empty set asks for nothing."""

    gist: Gist
    things: frozenset[_Wording]
    troubles: frozenset[_Wording]


@functools.cache
def _lines() -> dict[str, list[_Line]]:
    """Return the lines of each subject."""
    groups: dict[_Wording, list[str]] = {}
    for role, _, wordings in rows("relations.tsv"):
        if role in _ROLES:
            said = wordings.split("|")
            groups.setdefault((_ROLES[role], said[0]), []).extend(said)
    found: dict[str, list[_Line]] = {}
    for kind, subjects, words, *texts in rows("gists.tsv"):
        things, troubles = (_meant(groups, role, text) for role, text in zip(_ROLES, texts, strict=True))
        for subject in subjects.split(","):
            found.setdefault(subject, []).append(_Line(Gist(words, is_trouble=kind == "t"), things, troubles))
    return found


def _meant(groups: dict[_Wording, list[str]], role: str, text: str) -> frozenset[_Wording]:
    """
    Return the wordings of a column.

    Raises:
        KeyError: it names a group that is not there.
    """
    found: set[str] = set()
    for one in text.split("|") if text != "-" else ():
        found.update(groups[_ROLES[role], one[1:]] if one.startswith("@") else [one])
    return frozenset((_ROLES[role], _placed(wording)) for wording in found)


def _placed(wording: str) -> str:
    return " ".join(with_tone_in_place(word) for word in wording.split())


@functools.lru_cache(1_024)
def gist(text: str, subject: str) -> Gist | None:
    """
    Return what a text about a subject (a code of domain.md §4.4) complains of or asks for, None where it is not clear.

    The words are ours. Names of places and persons, and troubles that the text denies, are left out. The cache changes
    no answer: one case stands in several places of a report.
    """
    reading = read(text)
    tokens = reading.tokens
    hits = dictionary().find(tokens)
    named = [hit for hit in hits if hit.entry.what in _ROLES.values() and not _is_denied(reading, hit)]
    if _line_of(named, subject) is None:
        return None
    # Only now, for it takes as long as all of the above: a bridge called "Cầu Sập" has not collapsed.
    places = find_places(reading, hits)
    taken = {index for place in places for index in range(place.first, place.last + 1)}
    persons = [(span.start, span.end) for span in find_persons(reading, places)]
    taken |= {i for i, token in enumerate(tokens) if any(start <= token.start < end for start, end in persons)}
    return _line_of([hit for hit in named if not taken.intersection(range(hit.first, hit.last + 1))], subject)


def _line_of(hits: Sequence[Hit], subject: str) -> Gist | None:
    said = {(hit.entry.what, " ".join(hit.entry.words)) for hit in hits}
    for line in _lines().get(subject, ()):
        if all(not asked or not asked.isdisjoint(said) for asked in (line.things, line.troubles)):
            return line.gist
    return None


def _is_denied(reading: Reading, hit: Hit) -> bool:
    if hit.entry.what != "trouble" or not hit.first or reading.tokens[hit.first].after_break:
        return False
    return reading.tokens[hit.first - 1].folded in _DENIES
