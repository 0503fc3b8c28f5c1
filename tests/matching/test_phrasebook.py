"""One book for the phrases of three tables: what stands in a text is found as each table has it."""

from __future__ import annotations

from itertools import pairwise

from matching.duplicates.phrasebook import book, look_up, meanings
from matching.duplicates.relations import Typed, accent_key, table
from matching.duplicates.scenes import phrases, told_in
from matching.text import strip_marks


def typed(text: str, *, is_open: bool = False) -> Typed:
    words = text.split()
    folded = [strip_marks(word) for word in words]
    keys = folded if is_open else [accent_key(word) for word in words]
    return Typed(folded, keys, [is_open] * len(words), [f"{one} {two}" for one, two in pairwise(folded)])


def test_every_phrase_of_the_three_tables_is_found_whole() -> None:
    said = {" ".join(words) for found in (table(), phrases("scenes.tsv"), phrases("harms.tsv")) for words in found}

    unfound = [
        words
        for words in said
        if words.count(" ") < 4
        and all(end < len(words.split()) for found in look_up(typed(words)) for _, end, _ in found)
    ]

    assert unfound == []


def test_of_phrases_that_begin_alike_the_longest_stands_first() -> None:
    ends = [end for at, end, _ in look_up(typed("đèn đường")).wordings if at == 0]

    assert ends == sorted(ends, reverse=True)
    assert ends[0] == 2


def test_the_longest_meaning_covers_those_inside_it() -> None:
    words = typed("đèn đường tắt")

    assert [(one.start, one.end) for one in meanings(look_up(words), words)] == [(0, 2), (2, 3)]


def test_what_only_begins_a_phrase_says_nothing() -> None:
    begins = [words for words, entry in book().items() if entry.longer and not any(entry[1:])]

    assert begins
    assert [words for words in begins if any(look_up(typed(words)).wordings) and " " not in words] == []


def test_a_word_with_other_marks_is_another_word() -> None:
    right, wrong, open_ = typed("rác"), typed("rạc"), typed("rác", is_open=True)

    assert [one.strength for one in meanings(look_up(right), right)] == [1.0]
    assert meanings(look_up(wrong), wrong) == []
    assert 0.0 < max(one.strength for one in meanings(look_up(open_), open_)) < 1.0


def test_words_of_places_tell_of_no_harm() -> None:
    words = typed("mất trộm xe")
    found = look_up(words).harms

    assert told_in(found, words, set())
    assert told_in(found, words, {0, 1, 2}) == {}
