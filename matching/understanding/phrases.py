"""Finding the phrases of a dictionary in a text, with marks where they are known and without where they are not."""

from __future__ import annotations

import functools
import operator
import sys
from collections.abc import Iterable, Mapping, Sequence
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

    @property
    def folded(self) -> str:
        """The value as it is compared."""
        return folded(self.value)


@functools.cache
def folded(value: str) -> str:
    """Return `fold` of a value of the dictionaries: of those alone, each is kept."""
    return fold(value)


class Hit(NamedTuple):
    """An entry found at tokens `first` to `last` (both included)."""

    first: int
    last: int
    entry: Entry


class _Node(NamedTuple):
    after: Mapping[str, _Node]
    entries: tuple[Entry, ...]


_new = tuple.__new__  # what Hit(...) ends in; half of the time that it takes, and there are many
_LONG_ENOUGH = 5  # letters
_LOOKED_AT_AGAIN = ("place:", "concept")
_NONE: Mapping[str, _Node] = {}  # one for all ends of phrases: most nodes are ends


class Phrases:
    """A dictionary of phrases, laid out by folded words so that one walk from each token finds all of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _node([(tuple(sys.intern(fold(word)) for word in entry.words), entry) for entry in entries], 0)

    def find(self, tokens: tuple[Token, ...]) -> list[Hit]:
        """Return every hit, longer ones and those inside them alike, in order of their first token."""
        if not tokens:
            return []
        starts, _, _, _, expanded, folded, has_marks, _, after_break = zip(*tokens, strict=True)
        hits: list[Hit] = []
        root = self._root.after
        count = len(tokens)
        for first, word in enumerate(folded):
            node = root.get(word)
            if node is None or (first and starts[first] == starts[first - 1]):
                continue  # most words; or inside an abbreviation ("tổ quốc" in MTTQ)
            last = first
            while True:
                after, entries = node
                for entry in entries:
                    if _agrees(expanded, has_marks, first, entry):
                        hits.append(_new(Hit, (first, last, entry)))  # noqa: PERF401  # a list for each node costs more
                last += 1
                if not after or last == count or after_break[last]:
                    break
                node = after.get(folded[last])
                if node is None:
                    break
        return _without_ignored(hits)


def _node(entries: Sequence[tuple[tuple[str, ...], Entry]], depth: int) -> _Node:
    """Return the node that entries reach whose first `depth` folded words are the same."""
    following: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for folded, entry in entries:
        if len(folded) > depth:
            following.setdefault(folded[depth], []).append((folded, entry))
    after = {word: _node(longer, depth + 1) for word, longer in following.items()}
    return _Node(after or _NONE, tuple(entry for folded, entry in entries if len(folded) == depth))


def _agrees(expanded: Sequence[str], has_marks: Sequence[bool], first: int, entry: Entry) -> bool:
    """
    Tell whether the marks agree where they are known.

    A single word of a text without marks is taken only where it is long enough (five letters) to have few other
    readings; places and concepts are looked at again with what stands beside them.
    """
    words, what, _, _ = entry
    if len(words) == 1:
        if has_marks[first]:
            return expanded[first] == words[0] or _is_slip(expanded[first], words[0])
        return len(words[0]) >= _LONG_ENOUGH or what.startswith(_LOOKED_AT_AGAIN)
    at = first
    for word in words:
        if expanded[at] != word and has_marks[at] and not _is_slip(expanded[at], word):
            return False
        at += 1
    return True


@functools.lru_cache(1024)
def _is_slip(typed: str, meant: str) -> bool:
    return is_slip(typed, meant)


def _without_ignored(hits: list[Hit]) -> list[Hit]:
    """Leave out what lies in a phrase with another meaning."""
    ignored = [hit for hit in hits if hit.entry.what == "ignore"]
    return outside(hits, ignored) if ignored else hits


_FIRST = operator.itemgetter(0)


def outside(hits: Iterable[Hit], covers: Iterable[Hit]) -> list[Hit]:
    """Return the hits that lie in none of the covers, in order of their first token; time n log n."""
    ordered = sorted(covers, key=_FIRST)
    if not ordered:
        return sorted(hits, key=_FIRST)
    kept: list[Hit] = []
    reach, at = -1, 0
    for hit in sorted(hits, key=_FIRST):
        while at < len(ordered) and ordered[at].first <= hit.first:
            reach, at = max(reach, ordered[at].last), at + 1
        if hit.last > reach:
            kept.append(hit)
    return kept


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that lie in no longer hit of the same kind (`what`), in order."""
    ordered = list(hits)
    if len(ordered) < 2:
        return ordered
    ordered.sort(key=by_place)
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in ordered:
        first, last, entry = hit
        what = entry.what
        covered = reach.get(what, -1)
        if last > covered:
            kept.append(hit)
            reach[what] = last
            continue
        before = kept[-1]
        if before.first == first and before.last == last and before.entry.what == what and before.entry != entry:
            kept.append(hit)
    return kept


def by_place(hit: Hit) -> tuple[int, int]:
    """Order hits by their first token, longer ones before those that they begin with."""
    return hit.first, -hit.last


def entries_of(name: str) -> list[Entry]:
    """Return the entries of a data file with the columns what, value, weight, phrases."""
    found: list[Entry] = []
    for what, value, weight, phrases in rows(name):
        for phrase in phrases.split(";"):
            words = _words(phrase)
            if words:
                found.append(Entry(words, what, value, float(weight)))
    return found


_ROLES = {"o": "object", "t": "trouble"}


def entries_of_relations() -> list[Entry]:
    """Return what people call one thing, objects and troubles only, each with the name of its group."""
    return [
        Entry(_words(wording), _ROLES[role], name, 1.0)
        for role, _, wordings in rows("relations.tsv")
        if role in _ROLES
        for name, *_ in [wordings.split("|")]
        for wording in wordings.split("|")
    ]


def _words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase, each kept once for all phrases."""
    return tuple(sys.intern(with_tone_in_place(word)) for word in phrase.split())
