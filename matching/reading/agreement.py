"""How far two words agree when one of them may have been typed without marks."""

from __future__ import annotations

from matching.reading.syllables import split_tone
from matching.reading.values import Token

SAME, OPEN, SLIP, ONLY_LETTERS, OTHER = 1.0, 0.9, 0.8, 0.3, 0.0
_HOI_NGA = frozenset("\u0303\u0309")


def agree(one: Token, other: Token) -> float:
    """
    Return how far two words agree, 0 to 1.

    1.0 the same word (or the same number); 0.9 the marks of at least one are open and the letters agree; 0.8 a
    common slip: hỏi for ngã, or the tone typed and the mark of the letter forgotten; 0.3 other marks over the same
    letters, which is another word (bạn, bán); 0.0 other letters or another number.
    """
    if one.number is not None or other.number is not None:
        return SAME if one.number == other.number else OTHER
    if one.folded != other.folded:
        return OTHER
    if one.expanded == other.expanded:
        return SAME if one.has_marks and other.has_marks else OPEN
    if not (one.has_marks and other.has_marks):
        return OPEN
    is_near = is_slip(one.expanded, other.expanded) or is_slip(other.expanded, one.expanded)
    return SLIP if is_near else ONLY_LETTERS


def is_slip(typed: str, meant: str) -> bool:
    """Tell whether a word differs from the one meant as a slip does: hỏi for ngã, or "duòng" for "đường"."""
    base_typed, tone_typed = split_tone(typed)
    base_meant, tone_meant = split_tone(meant)
    if base_typed == base_meant:
        return {tone_typed, tone_meant} == _HOI_NGA
    return bool(tone_typed) and tone_typed == tone_meant and base_typed.isascii()
