"""Finding the phrases of a dictionary in a text, with marks where they are known and without where they are not."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

from matching.data import rows
from matching.reading import Token
from matching.reading.agreement import is_slip
from matching.reading.syllables import with_tone_in_place
from matching.text import fold


class Entry(NamedTuple):
    """A phrase of a dictionary: its words, and what it stands for (see the file's columns)."""

    words: tuple[str, ...]
    what: str
    value: str
    weight: float


class Hit(NamedTuple):
    """An entry found at tokens `first` to `last` (both included)."""

    first: int
    last: int
    entry: Entry


class _Node(NamedTuple):
    after: dict[str, _Node]
    entries: list[Entry]


class Phrases:
    """A dictionary of phrases, laid out by folded words so that one walk from each token finds all of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node({}, [])
        for entry in entries:
            node = self._root
            for word in entry.words:
                node = node.after.setdefault(fold(word), _Node({}, []))
            node.entries.append(entry)

    def find(self, tokens: tuple[Token, ...]) -> list[Hit]:
        """Return every hit, longer ones and those inside them alike, in order of their first token."""
        hits: list[Hit] = []
        root = self._root.after
        count = len(tokens)
        for first, token in enumerate(tokens):
            node = root.get(token.folded)
            last = first
            while node is not None:
                if node.entries:
                    hits += [Hit(first, last, entry) for entry in node.entries if _agrees(tokens, first, entry)]
                last += 1
                if last == count or not node.after or tokens[last].after_break:
                    break
                node = node.after.get(tokens[last].folded)
        return _without_ignored(hits, tokens)


def _agrees(tokens: tuple[Token, ...], first: int, entry: Entry) -> bool:
    """
    Tell whether the marks agree where they are known.

    A single word of a text without marks is taken only where it is long enough (five letters) to have few other
    readings; places and concepts are looked at again with what stands beside them.
    """
    words = entry.words
    is_open = False
    for at, word in enumerate(words, first):
        token = tokens[at]
        if not token.has_marks:
            is_open = True
        elif token.expanded != word and not _is_slip(token.expanded, word):
            return False
    return not (is_open and len(words) == 1 and len(words[0]) < 5 and not entry.what.startswith(("place:", "concept")))


@functools.lru_cache(8192)
def _is_slip(typed: str, meant: str) -> bool:
    return is_slip(typed, meant)


def _without_ignored(hits: list[Hit], tokens: tuple[Token, ...]) -> list[Hit]:
    """Leave out what begins inside an abbreviation ("tổ quốc" in MTTQ) or lies in a phrase with another meaning."""
    whole = [hit for hit in hits if not (hit.first and tokens[hit.first].start == tokens[hit.first - 1].start)]
    ignored = [hit for hit in whole if hit.entry.what == "ignore"]
    return outside(whole, ignored) if ignored else whole


def outside(hits: Iterable[Hit], covers: Iterable[Hit]) -> list[Hit]:
    """Return the hits that lie in none of the covers, in order of their first token; time n log n."""
    ordered = sorted(covers, key=lambda hit: hit.first)
    kept: list[Hit] = []
    reach, at = -1, 0
    for hit in sorted(hits, key=lambda hit: hit.first):
        while at < len(ordered) and ordered[at].first <= hit.first:
            reach, at = max(reach, ordered[at].last), at + 1
        if hit.last > reach:
            kept.append(hit)
    return kept


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that lie in no longer hit of the same kind (`what`), in order."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    ordered = list(hits)
    if len(ordered) > 1:
        ordered.sort(key=lambda hit: (hit.first, -hit.last))
    for hit in ordered:
        covered = reach.get(hit.entry.what, -1)
        same_place = bool(kept) and kept[-1].first == hit.first and kept[-1].last == hit.last
        if hit.last > covered or (same_place and kept[-1].entry != hit.entry and kept[-1].entry.what == hit.entry.what):
            kept.append(hit)
            reach[hit.entry.what] = max(covered, hit.last)
    return kept


def entries_of(name: str) -> list[Entry]:
    """Return the entries of a data file with the columns what, value, weight, phrases."""
    found: list[Entry] = []
    for what, value, weight, phrases in rows(name):
        for phrase in phrases.split(";"):
            words = tuple(with_tone_in_place(word) for word in phrase.split())
            if words:
                found.append(Entry(words, what, value, float(weight)))
    return found


_ROLES = {"o": "object", "t": "trouble"}


def entries_of_relations() -> list[Entry]:
    """Return what people call one thing, objects and troubles only, each with the name of its group."""
    return [
        Entry(tuple(with_tone_in_place(word) for word in wording.split()), _ROLES[role], wordings.split("|")[0], 1.0)
        for role, _, wordings in rows("relations.tsv")
        if role in _ROLES
        for wording in wordings.split("|")
    ]
