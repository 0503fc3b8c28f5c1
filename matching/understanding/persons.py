"""Persons and numbers that identify somebody, to be pointed at and masked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.reading import Reading, Token
from matching.understanding.places import Place, has_case
from matching.understanding.values import Span, SpanKind

_MARKED_TITLES = "ông bà anh chị cô chú thầy thằng lão mụ bác cậu dì dượng gã tên con mợ thím"
_TITLES = frozenset(_MARKED_TITLES.split())
_FOLDED_TITLES = frozenset({"ong", "ba", "anh", "chi", "co", "chu", "thay", "thang", "bac", "cau"})
_SURNAMES = frozenset(
    {"nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "duong", "ly"}
    | {"truong", "dinh", "luong", "trinh", "doan", "mai", "cao", "ha", "ta", "to", "lam", "luu", "quach", "thach"}
)
_PHONE = re.compile(r"(?<![\d/])(?:\+?84|0)(?:[\s.\-]?\d){8,10}(?![\d/])|(?<!\d)0\d{1,3}[\dxX*]{4,8}(?!\d)")
_DIGITS = re.compile(r"\d")
_IDENTITY = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")


def find_numbers(text: str) -> list[Span]:
    """Return phone numbers and numbers of identity papers (9 or 12 digits) in a written text."""
    if not _DIGITS.search(text):
        return []
    spans = [_number_span(match) for match in _PHONE.finditer(text)]
    taken = [(span.start, span.end) for span in spans]
    spans += [
        Span(SpanKind.IDENTITY, match.start(), match.end(), match[0], match[0])
        for match in _IDENTITY.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return spans


def _number_span(match: re.Match[str]) -> Span:
    digits = re.sub(r"[^\dxX*+]", "", match[0])
    is_paper = len(digits) == 12 and digits.startswith("0")
    kind = SpanKind.IDENTITY if is_paper else SpanKind.PHONE
    return Span(kind, match.start(), match.end(), match[0], digits)


def is_form_of_address(word: str, *, has_marks: bool) -> bool:
    """Tell whether a word is one after which a name may stand: with its marks, or folded where it has none."""
    return word in _TITLES if has_marks else word in _FOLDED_TITLES


def _name_end(tokens: Sequence[Token], start: int, *, cased: bool) -> int:
    end = start
    if cased:
        while end < len(tokens) and end - start < 4 and not (tokens[end].after_break and end > start):
            if tokens[end].number is not None or not tokens[end].written[0].isupper():
                break
            end += 1
        return end
    if start < len(tokens) and tokens[start].folded in _SURNAMES and start + 1 < len(tokens):
        following = tokens[start + 1].folded
        if following in ("van", "thi"):
            return min(start + 3, len(tokens))
        if len(following) == 1 and following.isalpha():
            return start + 2
    if start < len(tokens) and len(tokens[start].written) == 1 and tokens[start].written.isalpha():
        return start + 1
    return start


def find_persons(reading: Reading, places: Sequence[Place]) -> list[Span]:
    """Return the persons who are named after a title ("ông Nguyễn Văn B", "bà T"); the span is the name alone."""
    tokens = reading.tokens
    titled = [
        index
        for index, (start, end, _, _, expanded, folded, has_marks, _, _) in enumerate(tokens)
        if (expanded in _TITLES if has_marks else folded in _FOLDED_TITLES) and start != end
    ]
    if not titled:  # most texts
        return []
    cased = has_case(reading)
    inside = {index for place in places for index in range(place.first, place.last + 1)}
    spans: list[Span] = []
    for index in titled:
        if index in inside:
            continue
        if index + 1 < len(tokens) and tokens[index + 1].after_break:
            continue
        end = _name_end(tokens, index + 1, cased=cased)
        if end > index + 1 and tokens[index + 1].start != tokens[index].start:
            start, stop = tokens[index + 1].start, tokens[end - 1].end
            name = " ".join(one.folded for one in tokens[index + 1 : end])
            spans.append(Span(SpanKind.PERSON, start, stop, reading.written[start:stop], name))
    return spans
