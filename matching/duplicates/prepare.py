"""What is computed once per report, so that comparing two costs microseconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from matching.duplicates.cues import Cues, read_cues
from matching.duplicates.marks import Place, Word, read_places
from matching.duplicates.relations import accent_key, meanings
from matching.duplicates.values import Report
from matching.reading import read

_MOST_CHARACTERS = 4000
_MOST_TOKENS = 400
_LONGEST_TOKEN = 24
_WORDING_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with its features. Equal reports give equal features; nothing here depends on other reports."""

    report: Report
    words: frozenset[str]
    pairs: frozenset[str]
    characters: frozenset[str]
    wording: str
    plain: str
    count: int
    meanings: dict[str, float]
    objects: frozenset[str]
    troubles: frozenset[str]
    subjects: dict[str, float]
    places: tuple[Place, ...]
    place_words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    cues: Cues
    keys: frozenset[str] = field(default_factory=frozenset)


def prepare(report: Report) -> Prepared:
    """Return the report with everything that a comparison needs. Never raises for any text."""
    tokens = read(report.text[:_MOST_CHARACTERS]).tokens[:_MOST_TOKENS]
    folded = [token.folded[:_LONGEST_TOKEN] for token in tokens]
    words = [Word(plain, token.written[:1].isupper()) for plain, token in zip(folded, tokens, strict=True)]
    keys = [accent_key(token.expanded[:_LONGEST_TOKEN]) for token in tokens]
    found = meanings(folded, keys, [not token.has_marks for token in tokens])
    strengths: dict[str, float] = {}
    subjects: dict[str, float] = {}
    for _, _, meaning, strength in found:
        strengths[meaning.code] = max(strength, strengths.get(meaning.code, 0.0))
        for subject in meaning.subjects:
            subjects[subject] = subjects.get(subject, 0.0) + strength / len(meaning.subjects)
    total = sum(subjects.values()) or 1.0
    places, used = read_places(words)
    names = _names(words) | {word for place in places if place.sure for word in place.name}
    content = " ".join(word for at, word in enumerate(folded) if at not in used)
    wording = " ".join(folded)[:_WORDING_CHARACTERS]
    squeezed = f" {wording} "
    bag = frozenset(folded)
    pairs = frozenset(f"{one} {two}" for one, two in pairwise(folded))
    return Prepared(
        report=report,
        words=bag,
        pairs=pairs,
        characters=frozenset(squeezed[at : at + 4] for at in range(len(squeezed) - 3)),
        wording=wording,
        plain=content[:_WORDING_CHARACTERS],
        count=len(folded),
        meanings=strengths,
        objects=frozenset(m.code for _, _, m, _ in found if m.role == "o"),
        troubles=frozenset(m.code for _, _, m, _ in found if m.role == "t"),
        subjects={code: value / total for code, value in subjects.items()},
        places=tuple(dict.fromkeys(places)),
        place_words=frozenset(folded[at] for at in used),
        names=frozenset(names),
        numbers=frozenset(word for word in folded if word[0].isdigit() or word[-1].isdigit()),
        cues=read_cues(folded),
        keys=bag | pairs | frozenset("=" + code for code in strengths),
    )


def _names(words: list[Word]) -> set[str]:
    """Return the words that capitals inside a sentence mark as names."""
    capitals = sum(word.capital for word in words)
    if capitals > 0.6 * len(words):
        return set()
    return {word.folded for word in words[1:] if word.capital and not word.folded[0].isdigit()}
