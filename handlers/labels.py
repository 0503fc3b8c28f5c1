"""Codes as words, and long texts shortened for a message."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from enum import StrEnum

from conversation.messages import Words, words
from domain.kinds import Kind, NameVisibility, OnBehalf, Organisation
from domain.subjects import Subject


@functools.cache
def _code(prefix: str, code: StrEnum) -> Words:
    return words(f"{prefix}-{code.value.replace('_', '-')}")


def kind_words(kind: Kind) -> Words:
    """Return the label of a kind."""
    return _code("kind", kind)


def organisation_words(organisation: Organisation) -> Words:
    """Return the label of an organisation."""
    return _code("organisation", organisation)


def subject_words(subject: Subject) -> Words:
    """Return the label of a subject."""
    return _code("subject", subject)


def on_behalf_words(value: OnBehalf) -> Words:
    """Return for whom a petition is filed."""
    return _code("on-behalf", value)


def name_words(value: NameVisibility) -> Words:
    """Return who learns the name."""
    return _code("name-visibility", value)


def shortened(text: str, limit: int) -> str:
    """Return the text, cut at a word with an ellipsis when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"


def listed_words(parts: Sequence[Words]) -> Words:
    """Return parts joined by commas; at least one."""
    if len(parts) == 1:
        return parts[0]
    return words("list-pair", first=listed_words(parts[:-1]), last=parts[-1])


def in_lines(sentences: Sequence[Words]) -> Words:
    """Return the sentences one under the other, as one paragraph."""
    return functools.reduce(lambda first, rest: words("officer-lines", first=first, rest=rest), sentences)
