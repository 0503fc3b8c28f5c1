"""What understanding a text gives: guesses with their confidence, and spans that point into the text."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from matching.reading import Reading


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


class Understanding(Struct, frozen=True):
    """
    What a report says.

    Attributes:
        reading: the text in its layers; positions of spans refer to `reading.written`.
        kind: kien_nghi, phan_anh, khieu_nai, to_cao, gop_y, cam_on.
        subject: a code of domain.md §4.4.
        organisation: mttq, cong_doan, nong_dan, phu_nu, cuu_chien_binh, doan_thanh_nien.
        urgency: khan or binh_thuong; khan exactly when `danger` is not empty.
        accusation: "accusation" when a person or a post is accused of breaking the law (to be kept confidential).
        danger: the numbers to be shown at once: 111, 112, 113, 114, 115.
        spans: in order of position.
        is_thanks, is_fixed: the text thanks; says that the trouble is over.
        several_matters: the text may speak of several matters.
    """

    reading: Reading
    kind: Guess
    subject: Guess
    organisation: Guess
    urgency: Guess
    accusation: Guess
    danger: frozenset[str]
    spans: tuple[Span, ...]
    is_thanks: bool
    is_fixed: bool
    several_matters: bool
