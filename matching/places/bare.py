"""A name without "xã" or "phường" in a sentence: what shows that a commune is meant, and no words, street or person."""

from __future__ import annotations

import functools
from enum import Enum, auto
from itertools import pairwise

from matching.places.everyday import surprise
from matching.places.gazetteer import Kind, Place
from matching.places.hypotheses import Hypothesis, Scope
from matching.places.mentions import Mention
from matching.places.spelling import is_spelled_out, spelling, spelling_gap
from matching.places.tokens import COMMA, JOINED, STOP, Token, Word
from matching.places.words import words
from matching.reading.syllables import is_syllable

_CAPITALS, _DISTINCTIVE, _FEW, _KNOWN_PROVINCE, _OTHER_SPELLING = 0.5, 0.5, 0.3, 0.3, -0.4
_LONG_NAME_WORDS, _FEW_COMMUNES, _WORDS_LOOKED_BACK = 3, 2, 3
_UNLIKE_A_LANDMARK, _UNLIKE_A_SLIP = 17.0, 16.0
_AFTER_C = tuple("aou")


class _Said(Enum):
    """What stands before a name; the words are those of words.tsv."""

    AT = auto()
    NEAR = auto()
    OFFICE = auto()
    BEGINS = auto()
    NOTHING = auto()
    PART = auto()
    BESIDE = auto()
    OTHER = auto()


#: What a word says that is in several sets.
_PRECEDENCE = (_Said.OTHER, _Said.AT, _Said.NEAR, _Said.OFFICE, _Said.BESIDE)
_WEIGHT = {
    _Said.AT: 0.7, _Said.NEAR: 0.7, _Said.OFFICE: 0.7, _Said.BEGINS: 0.4, _Said.NOTHING: 0.0, _Said.PART: -2.0,
    _Said.BESIDE: -2.0, _Said.OTHER: -2.0,
}  # fmt: skip
#: What a name counts where its words would be so surprising (everyday.surprise) if no name were meant.
_UNLIKE_OTHER_WORDS = {
    _Said.AT: ((16.0, 1.1), (12.0, 0.8), (11.0, 0.5)),
    _Said.NEAR: ((17.0, 1.1), (14.0, 0.8)),
    _Said.BEGINS: ((15.0, 1.1),),
    _Said.NOTHING: ((15.0, 1.2),),
}

_BEGINS_WITH_MARKS = ((12.0, 0.8),)


def may_be_told(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name without capitals, type and neighbours may count here at all."""
    before = _before(tokens, mention)
    steps = _BEGINS_WITH_MARKS if before is _Said.BEGINS else _UNLIKE_OTHER_WORDS.get(before)
    return steps is not None and _surprise(tokens, mention, before) >= steps[-1][0]


def is_at(tokens: list[Token], at: int) -> bool:
    """Return whether words that are said of one's own place ("ở", "bà con") stand right before a token."""
    return _said_before(tokens, at) is _Said.AT


def is_of_district(tokens: list[Token], at: int) -> bool:
    """Return whether the words for a district's office stand right before a token: its health centre."""
    return [token.word.folded for token in tokens[max(0, at - 4) : at]] == ["trung", "tam", "y", "te"]


def evidence_of_name(scope: Scope, found: Hypothesis) -> float:
    """Weigh a name without a type word by the word before it, by how it is written and by what else it may be."""
    tokens, mention = scope.tokens, found.mention
    before, capitals = _before(tokens, mention), scope.has_capitals(mention)
    if before in (_Said.PART, _Said.BESIDE) and found.districts + found.provinces:
        before = _Said.NOTHING
    evidence = 0.0 if before is _Said.OFFICE and not capitals else _WEIGHT[before]
    communes = len({at for place in found.places if place.kind < Kind.DISTRICT for at in place.targets})
    if 0 < communes <= (_FEW_COMMUNES if before is not _Said.NOTHING else 1):
        evidence += _FEW
    unlike = _evidence_of_words(tokens, found, before)
    evidence += max(unlike, _evidence_of_capitals(tokens, mention)) if capitals else unlike
    if scope.province_code or scope.near:
        evidence += _KNOWN_PROVINCE
    if not mention.slips and min(spelling_gap(tokens, mention, place) for place in found.places):
        evidence += _OTHER_SPELLING
    return evidence


def _before(tokens: list[Token], mention: Mention) -> _Said:
    """Return what stands before a name, and where it seems to be a part of a longer one, that."""
    said = _said_before(tokens, mention.first)
    if said is not None:
        return said
    return _Said.PART if _is_part_of_a_name(tokens, mention) else _Said.NOTHING


def _said_before(tokens: list[Token], first: int) -> _Said | None:
    """Return what the word, or the pair of words, before a token says, None where it says nothing."""
    if first and tokens[first].gap != STOP:
        last, known = tokens[first - 1].word, _meanings()
        pair = f"{tokens[first - 2].word.folded} {last.folded}" if first > 1 else ""
        said = known.get(pair) or known.get(last.marks)
        if said and not (said is _Said.NEAR and pair in words().not_near):
            return said
    return _Said.BEGINS if tokens[first].gap >= COMMA else None


@functools.cache
def _meanings() -> dict[str, _Said]:
    """Return what the words, and pairs of words, that may stand before a name say."""
    known = words()
    sets = {
        _Said.OTHER: known.other, _Said.AT: known.at, _Said.NEAR: known.near, _Said.OFFICE: known.office,
        _Said.BESIDE: known.beside,
    }  # fmt: skip
    return {word: said for said in reversed(_PRECEDENCE) for word in sets[said]}


def _is_part_of_a_name(tokens: list[Token], mention: Mention) -> bool:
    """Return whether what looks like a name is a part of a longer one, or a firm's, a product's or a person's."""
    first, stop = mention.first, mention.stop
    start = first
    while start and tokens[start].gap < COMMA and first - start < _WORDS_LOOKED_BACK:
        start -= 1
    before = [token.word for token in tokens[start:first]]
    said = {word.marks for word in before}.union(f"{one.folded} {two.folded}" for one, two in pairwise(before))
    if said & words().maker or before[-1].marks in words().family or before[-1].key.isdigit():
        return True
    is_capital = tokens[first].word.capital
    if is_capital and before[-1].capital and (len(before) > 1 or tokens[start].gap < COMMA):
        return True
    return is_capital and stop < len(tokens) and tokens[stop].gap == JOINED and tokens[stop].word.capital


def _evidence_of_capitals(tokens: list[Token], mention: Mention) -> float:
    """Weigh a capitalised name: one of three words, or with one that is not Vietnamese, is hardly anything else."""
    name = [token.word for token in tokens[mention.start : mention.stop]]
    is_other = _folded(name) in words().street or _is_landmark(name)
    is_distinctive = len(name) >= _LONG_NAME_WORDS or any(map(is_foreign, name))
    return _CAPITALS + (_DISTINCTIVE if is_distinctive and not mention.slips and not is_other else 0.0)


def _evidence_of_words(tokens: list[Token], found: Hypothesis, before: _Said) -> float:
    """
    Weigh a name by how surprising its words would be if no name were meant.

    It must be spelled as the name is, without diacritics or with the right ones. Where nothing announces a name, all
    readings of its words must be surprising.
    """
    mention = found.mention
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    if before not in _UNLIKE_OTHER_WORDS or _folded(name) in words().street | words().ordinary:
        return 0.0
    unlikely = _surprise(tokens, mention, before)
    if mention.slips or not any(is_spelled_out(tokens, mention, place) for place in found.places):
        is_nearly = before is _Said.AT and unlikely >= _UNLIKE_A_SLIP and _is_nearly_spelled_out(tokens, found)
        return _UNLIKE_OTHER_WORDS[before][0][1] if is_nearly else 0.0
    if name[0].marks in words().at | words().near and not name[0].capital:
        return 0.0  # "dân an bình" are the people of An Bình, not of Dân An
    if _is_landmark(name) and not (before is _Said.AT and _is_more_than_a_landmark(name, found)):
        return 0.0
    steps = _UNLIKE_OTHER_WORDS[before]
    if before is _Said.BEGINS and any(word.has_marks for word in name):
        steps += _BEGINS_WITH_MARKS
    return next((weight for least, weight in steps if unlikely >= least), 0.0)


def _is_more_than_a_landmark(name: list[Word], found: Hypothesis) -> bool:
    """Return whether "ở Rạch Giá" is said of a commune of today, or "ở suối kiết" of words unlike any other."""
    is_of_today = any(place.kind is Kind.CURRENT for place in found.places)
    return surprise(name, folded=True) >= (_UNLIKE_OTHER_WORDS[_Said.AT][1][0] if is_of_today else _UNLIKE_A_LANDMARK)


def _surprise(tokens: list[Token], mention: Mention, before: _Said) -> float:
    """Return how surprising the words are; where nothing announces a name, in all their readings."""
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    return surprise(name, folded=before is _Said.NOTHING)


def _is_nearly_spelled_out(tokens: list[Token], found: Hypothesis) -> bool:
    """Return whether one tone or letter is wrong where words are no everyday ones: "ở nam phưóc", "ở Trịnh Tườg"."""
    mention = found.mention
    return any(is_spelled_out(tokens, mention, place, gap=1) for place in found.places) or mention.slips == 1


def is_everyday(place: Place) -> bool:
    """Return whether a place has the name of streets or landmarks, or one that is an everyday word as well."""
    name = list(spelling(place.name))
    return _folded(name) in words().street | words().ordinary or _is_landmark(name)


def says_place(one: Word, two: Word) -> bool:
    """Return whether two words together are said of one's own place or its offices: "công an", "bà con"."""
    return f"{one.folded} {two.folded}" in words().at


def is_of_other(word: Word) -> bool:
    """Return whether a word is that of something smaller than a commune, of a firm or a person."""
    return word.marks in words().other or word.marks in words().beside


def _is_landmark(name: list[Word]) -> bool:
    """Return whether a name tells of a bridge, a market, a hamlet or a person, which may be called so themselves."""
    marked = any(word.has_marks for word in name)
    return name[0].marks in (words().landmark if marked else words().landmark_unmarked)


def _folded(name: list[Word]) -> str:
    return " ".join(word.folded for word in name)


def is_foreign(word: Word) -> bool:
    """Return whether a word is no Vietnamese syllable; k stands before e, i, y only ("Rờ Kơi")."""
    folded = word.folded
    return (
        not folded.isdigit()
        and word.mended is None
        and (not is_syllable(folded) or (folded[0] == "k" and folded[1:2] in _AFTER_C))
    )
