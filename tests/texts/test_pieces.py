"""Sentences read without Fluent are what Fluent would read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Placeable, TextElement, VariableReference

import texts
from texts.pieces import Choice, Name, Pieces, read_pieces


def parsed(source: str, key: str) -> list[tuple[bool, str]] | None:
    """Return what Fluent reads: whether it is the name of a value, and the text; None for what takes its grammar."""
    bundle = FluentBundle(["vi"], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    pattern = bundle.get_message(key).value
    found: list[tuple[bool, str]] = []
    for element in getattr(pattern, "elements", [pattern]):
        if isinstance(element, TextElement):
            before = found.pop()[1] if found and not found[-1][0] else ""
            found.append((False, before + element.value))
        elif isinstance(element, Placeable) and isinstance(element.expression, VariableReference):
            found.append((True, element.expression.id.name))
        else:
            return None
    return found


def read(source: str) -> list[tuple[bool, str]] | None:
    """Return the same, read by us."""
    pieces = read_pieces(source)
    return None if pieces is None else [(type(piece) is Name, str(piece)) for piece in pieces]


def shipped() -> Iterator[tuple[str, str]]:
    """Return keys and sources of all messages of both languages."""
    for language in texts.LANGUAGES:
        for key, source in texts._sources(language).items():
            if not key.startswith("-"):
                yield key, source


def test_every_sentence_is_read_as_fluent_reads_it() -> None:
    ours = {key: read(source) for key, source in shipped()}
    theirs = {key: parsed(source, key) for key, source in shipped() if ours[key] is not None}

    assert theirs == {key: pieces for key, pieces in ours.items() if pieces is not None}


def named(pieces: Pieces) -> Iterator[tuple[str, list[object]]]:
    """Yield the values that a sentence names, each with what there is to try of it."""
    for piece in pieces:
        if isinstance(piece, Choice):
            yield piece.name, [*piece.variants, 7 if piece.type is int else "?"]
            for within in (*piece.variants.values(), piece.others):
                yield from named(within)
        elif isinstance(piece, Name):
            yield str(piece), ["said"]


def test_a_choice_by_a_word_or_a_number_is_made_as_fluent_makes_it() -> None:
    said = 0
    for language in texts.LANGUAGES:
        sentences = texts._sentences(language)
        for key in [key for key, source in texts._sources(language).items() if read_pieces(source) is None]:
            pieces = texts._template(language, key)
            if pieces is None:
                continue
            # What chooses may be put in as well: then it is tried as what chooses.
            tried = dict(sorted(named(pieces), key=lambda one: len(one[1])))
            for row in product(*tried.values()):
                values = dict(zip(tried, row, strict=True))
                theirs, errors = sentences.bundle.format_pattern(sentences.pattern(key), values)
                assert (texts._filled(pieces, values), errors) == (theirs, []), key
                said += 1

    assert said > 100


def test_nearly_every_sentence_is_read_without_fluent() -> None:
    grammar = [key for key, source in shipped() if read(source) is None]

    assert len(grammar) < 0.05 * len(list(shipped()))


@pytest.mark.parametrize(
    "source",
    [
        "said = { $count ->\n    [one] one\n   *[other] many\n }\n",
        "said = before { -term } behind\n",
        "said = { other-key }\n",
        'said = { "" }    kept\n',
        "said = { NUMBER($count) }\n",
        "said = words\n    .title = an attribute\n",
    ],
)
def test_what_takes_fluent_s_grammar_is_left_to_it(source: str) -> None:
    assert read_pieces(source) is None


@pytest.mark.parametrize(
    "source",
    [
        "said = one line\n",
        "said =\n    first\n      further in\n\n    last   \n\n",
        "said = inline\n        and below\n    and further out\n# a comment\n## of the next\n",
        "said = {$name}, { $other } and { $name }\n",
        "said =\n    { $name }\n    behind\n",
    ],
)
def test_indents_breaks_and_comments_are_as_fluent_has_them(source: str) -> None:
    assert read(source) == parsed(source, "said")
