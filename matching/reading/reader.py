"""`read`: a text as written becomes its layers."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from matching.reading.dictionary import dictionary, folded, meaning_at
from matching.reading.numerals import with_numbers
from matching.reading.values import Reading, Token
from matching.reading.words import Word, words_as_typed
from matching.text import nfc

LONGEST_TEXT = 6_000  # characters; a petition has at most 4,000, what comes after is kept but not read
_new = tuple.__new__  # what Token(...) ends in; half of the time that it takes, and there are many
_SHARE_OF_MARKS = 0.35  # of the words; Vietnamese written with marks has them on about seven words of ten


def _is_marked(words: list[Word]) -> bool:
    known = [word.is_marked for word in words if word.is_known]
    return bool(known) and sum(known) >= len(known) * _SHARE_OF_MARKS


def _expanded(words: list[Word], *, is_marked_text: bool) -> list[Token]:
    tokens: list[Token] = []
    explained = dictionary()
    done = 0  # before which words are explained together with one before them
    for index, (start, end, written, normal, plain, is_marked, _, after_break, _) in enumerate(words):
        if index < done:
            continue
        entries = explained.get(normal)  # most words have none
        meant = meaning_at(words, index, entries, is_marked_text=is_marked_text) if entries else None
        if meant is None:
            has_marks = is_marked or is_marked_text
            tokens.append(_new(Token, (start, end, written, normal, normal, plain, has_marks, None, after_break)))
            continue
        meaning, length = meant
        done = index + length
        tokens += _meant(words[index:done], meaning)
    return tokens


def _meant(words: list[Word], meaning: Sequence[str]) -> Iterator[Token]:
    """Yield what these words mean together; all of it stands where they do."""
    start, end, after_break = words[0].start, words[-1].end, words[0].after_break
    written, normal = " ".join([word.written for word in words]), " ".join([word.normal for word in words])
    for part in meaning:
        yield _new(Token, (start, end, written, normal, part, folded(part), True, None, after_break))
        after_break = False


@functools.lru_cache(256)
def read(text: str) -> Reading:
    """
    Return the text in layers: as written, mended, expanded, folded; see `Reading`.

    Never raises for any string; only the first `LONGEST_TEXT` characters are read into words. The cache changes no
    answer: what is said, where, and whether it was said before are asked of the same text one after another.
    """
    written = nfc(text)
    is_cut = len(written) > LONGEST_TEXT
    words, is_vni = words_as_typed(written[:LONGEST_TEXT] if is_cut else written)
    is_marked = _is_marked(words)
    tokens, quantities = with_numbers(_expanded(words, is_marked_text=is_marked))
    return Reading(
        written=written,
        normal=" ".join([word.normal for word in words]),
        expanded=" ".join([token.expanded for token in tokens]),
        folded=" ".join([token.folded for token in tokens]),
        tokens=tuple(tokens),
        quantities=tuple(quantities),
        is_marked=is_marked,
        is_cut=is_cut,
        is_vni=is_vni,
    )
