"""What understanding a text gives is made of: guesses with their confidence, and spans that point into the text."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class SpanKind(StrEnum):
    """What a stretch of the text is about."""

    PLACE = "place"
    OBJECT = "object"
    TROUBLE = "trouble"
    SINCE = "since"
    AMOUNT = "amount"
    PERSON = "person"
    POST = "post"
    DANGER = "danger"
    THANKS = "thanks"
    FIXED = "fixed"
    PHONE = "phone"
    IDENTITY = "identity"


class Span(Struct, frozen=True):
    """
    A stretch of `Reading.written` that says something.

    Attributes:
        start, end: half-open range of characters.
        text: the characters of that range.
        value: the same in a form to compare: "ngo 12", "den duong", "3 month", "1500000 dong"; for a danger the
            numbers to call, joined by commas.
    """

    kind: SpanKind
    start: int
    end: int
    text: str
    value: str


class Guess(Struct, frozen=True):
    """
    What a text suggests, with a confidence from 0 to 1 that is meant as a probability.

    Attributes:
        code: the code, or None when no code is likely enough to be said.
        confidence: of the best code, also when it is not said.
        alternatives: the best codes with their confidence, best first, the said one included.
    """

    code: str | None
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()
