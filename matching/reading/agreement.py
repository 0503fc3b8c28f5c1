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
    common slip: hỏi for ngã, or the tone typed and the mark of the letter forgotten; 0.3 other marks over the same letters, which is
    another word (bạn, bán); 0.0 other letters or another number.
    """
    if one.number is not None or other.number is not None:
        return SAME if one.number == other.number else OTHER
    if one.folded != other.folded:
        return OTHER
    if one.expanded == other.expanded:
        return SAME if one.has_marks and other.has_marks else OPEN
    if not (one.has_marks and other.has_marks):
        return OPEN
    return SLIP if is_slip(one.expanded, other.expanded) else ONLY_LETTERS


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words with the same letters differ as a slip does: hỏi for ngã, or "duòng" for "đường"."""
    base_one, tone_one = split_tone(one)
    base_other, tone_other = split_tone(other)
    if base_one == base_other:
        return {tone_one, tone_other} == _HOI_NGA
    return bool(tone_one) and tone_one == tone_other and (base_one.isascii() or base_other.isascii())
