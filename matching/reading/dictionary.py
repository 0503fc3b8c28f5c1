"""Writing out what was abbreviated or said in dialect, each row under its condition."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from matching.data import rows
from matching.reading.syllables import is_syllable, with_tone_in_place
from matching.reading.words import Word
from matching.text import fold

_LETTERED = "khu lô dãy tầng tòa block nhà bãi hẻm ngõ ngách kiệt đường số lớp tổ cột trụ cầu kênh"
_LETTERED_PLACES = frozenset(_LETTERED.split())


@dataclass(frozen=True, slots=True)
class Context:
    """The words around the one that may be expanded; None at the ends of the text or a sentence."""

    before: Word | None
    after: Word | None
    is_marked_text: bool


Condition = Callable[[Word, Context], bool]


def _is_number(word: Word | None) -> bool:
    return word is not None and word.written[0].isdigit()


def _is_name(word: Word | None) -> bool:
    return word is not None and (word.written[0].isdigit() or word.written[0].isupper() or not word.is_known)


def _is_lettered_place(word: Word | None) -> bool:
    return word is not None and word.normal in _LETTERED_PLACES


_CONDITIONS: dict[str, Condition] = {
    "after_number": lambda _, near: _is_number(near.before),
    "not_after_number": lambda _, near: not _is_number(near.before),
    "before_number": lambda _, near: _is_number(near.after),
    "before_name": lambda _, near: _is_name(near.after),
    "marked": lambda word, near: near.is_marked_text or word.is_marked,
    "dotted": lambda word, _: word.is_dotted,
    "lower": lambda word, _: not word.written[0].isupper(),
    "not_place": lambda _, near: not (_is_lettered_place(near.before) or _is_number(near.after)),
}


def _neighbours(names: str, *, after: bool) -> Condition:
    marked = frozenset(with_tone_in_place(name) for name in names.split("|"))
    folded = frozenset(fold(name) for name in marked)

    def holds(_: Word, near: Context) -> bool:
        other = near.before if after else near.after
        if other is None:
            return False
        return other.normal in marked if other.is_marked or near.is_marked_text else other.folded in folded

    return holds


def _condition(text: str) -> Condition:
    """Return the condition of a dictionary row; its parts are joined by commas and must all hold."""
    parts: list[Condition] = []
    for part in filter(None, text.split(",")):
        name, _, names = part.partition("=")
        parts.append(_neighbours(names, after=name == "after") if names else _CONDITIONS[name])
    return lambda word, near: all(holds(word, near) for holds in parts)


class Row(Struct, frozen=True):
    """One line of a dictionary: the words after the first, what is meant, and when."""

    rest: tuple[str, ...]
    meaning: tuple[str, ...]
    needs_marks: bool
    holds: Condition | None


@functools.cache
def dictionary() -> dict[str, tuple[Row, ...]]:
    """Return the rows by the folded first word; longer groups stand before shorter ones."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for name, column, dialect in (("dialect.tsv", 3, True), ("abbreviations.tsv", 2, False)):
        for row in rows(name):
            first, *rest = (with_tone_in_place(word) for word in row[0].split())
            condition = _condition(row[column]) if len(row) > column and row[column] else None
            meaning = tuple(with_tone_in_place(word) for word in row[1].split())
            entry = Row(tuple(rest), meaning, dialect and not rest, condition)
            found.setdefault(first, []).append((first, entry))
            if fold(first) != first and (rest or not (dialect or is_syllable(fold(first)))):
                found.setdefault(fold(first), []).append((first, entry))
    return {
        first: tuple(row for _, row in sorted(entries, key=lambda entry: -len(entry[1].rest)))
        for first, entries in found.items()
    }


Meaning = tuple[tuple[str, ...], int]


def meaning_at(words: Sequence[Word], index: int, entries: Sequence[Row], *, is_marked_text: bool) -> Meaning | None:
    """
    Return what the words from `index` on mean by one of the rows of the first, and how many of them that takes.

    Returns:
        None when no row applies; a row that maps a word to itself ends the search.
    """
    word = words[index]
    near: Context | None = None
    for row in entries:
        if row.needs_marks and (_is_inside_name(words, index) or not (is_marked_text or word.is_marked)):
            continue
        if row.rest and not _follows(words, index + 1, row.rest):
            continue
        if row.holds is not None:
            if near is None:
                before = words[index - 1] if index and not word.after_break else None
                after = words[index + 1] if index + 1 < len(words) else None
                near = Context(before, after, is_marked_text)
            if not row.holds(word, near):
                continue
        return row.meaning, 1 + len(row.rest)
    return None


def _is_inside_name(words: Sequence[Word], index: int) -> bool:
    """Tell whether a word is capitalised beside a capitalised one ("An Mô"), which is no dialect."""
    written = words[index].written
    if not written[0].isupper() or (len(written) > 1 and written.isupper()) or index == 0:
        return False
    return not words[index].after_break


def _follows(words: Sequence[Word], start: int, rest: tuple[str, ...]) -> bool:
    if start + len(rest) > len(words):
        return False
    for at, wanted in enumerate(rest, start):
        word = words[at]
        if word.normal != wanted and (word.is_marked or word.folded != folded(wanted)):
            return False
    return True


def reaches_on(normal: str) -> bool:
    """Tell whether the last of these words (`Word.normal`) may mean something else when other words follow."""
    explained, most = dictionary(), _most_words()
    for after, word in enumerate(reversed(normal.rsplit(" ", most)[-most:])):
        for row in explained.get(word, ()):
            if len(row.rest) > after or (after == 0 and row.holds is not None):
                return True
    return False


@functools.cache
def _most_words() -> int:
    return 1 + max(len(row.rest) for rows_of_word in dictionary().values() for row in rows_of_word)


@functools.cache
def folded(word: str) -> str:
    """Return `fold` of a word of the dictionaries: of those alone, each is kept."""
    return fold(word)
