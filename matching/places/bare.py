"""A name without "xã" or "phường" in a sentence: what shows that a commune is meant, and no words, street or person."""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise

from matching.places.everyday import surprise
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope
from matching.places.mentions import Mention
from matching.places.spelling import is_spelled_out, spelling_gap
from matching.places.tokens import COMMA, JOINED, STOP, Token, Word
from matching.places.words import words
from matching.reading.syllables import is_syllable

_CAPITALS, _DISTINCTIVE, _FEW, _KNOWN_PROVINCE, _OTHER_SPELLING = 0.5, 0.5, 0.3, 0.3, -0.4
_LONG_NAME_WORDS, _FEW_COMMUNES, _WORDS_LOOKED_BACK = 3, 2, 3
_UNLIKE_A_LANDMARK = 17.0
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


_WEIGHT = {
    _Said.AT: 0.7, _Said.NEAR: 0.7, _Said.OFFICE: 0.7, _Said.BEGINS: 0.4, _Said.NOTHING: 0.0, _Said.PART: -2.0,
    _Said.BESIDE: -2.0, _Said.OTHER: -2.0,
}  # fmt: skip
#: What a name counts where its words would be so surprising (everyday.surprise) if no name were meant.
_UNLIKE_OTHER_WORDS = {
    _Said.AT: ((12.0, 0.8), (11.0, 0.5)),
    _Said.NEAR: ((17.0, 1.1), (14.0, 0.8)),
    _Said.BEGINS: ((15.0, 1.1),),
    _Said.NOTHING: ((16.0, 1.5), (14.0, 1.2)),
}


def may_be_told(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name without capitals, type and neighbours may count here at all."""
    return _before(tokens, mention) in _UNLIKE_OTHER_WORDS


def evidence_of_name(scope: Scope, found: Hypothesis) -> float:
    """Weigh a name without a type word by the word before it, by how it is written and by what else it may be."""
    tokens, mention = scope.tokens, found.mention
    before, capitals = _before(tokens, mention), scope.has_capitals(mention)
    if before in (_Said.PART, _Said.BESIDE) and found.districts + found.provinces:
        before = _Said.NOTHING
    evidence = 0.0 if before is _Said.OFFICE and not capitals else _WEIGHT[before]
    if 0 < len({at for place in found.places if place.kind < Kind.DISTRICT for at in place.targets}) <= _FEW_COMMUNES:
        evidence += _FEW
    unlike = _evidence_of_words(tokens, found, before)
    evidence += max(unlike, _evidence_of_capitals(tokens, mention)) if capitals else unlike
    if scope.province_code or scope.near:
        evidence += _KNOWN_PROVINCE
    if min(spelling_gap(tokens, mention, place) for place in found.places):
        evidence += _OTHER_SPELLING
    return evidence


def _before(tokens: list[Token], mention: Mention) -> _Said:
    """Return what the word, or the pair of words, before a name says."""
    first = mention.first
    if first and tokens[first].gap != STOP:
        last = tokens[first - 1].word
        pair = f"{tokens[first - 2].word.folded} {last.folded}" if first > 1 else ""
        said = {last.marks, pair}
        if said & words().other:
            return _Said.OTHER
        if said & words().at:
            return _Said.AT
        if said & words().near and pair not in words().not_near:
            return _Said.NEAR
        if said & words().office:
            return _Said.OFFICE
        if said & words().beside:
            return _Said.BESIDE
    if tokens[first].gap >= COMMA:
        return _Said.BEGINS
    return _Said.PART if _is_part_of_a_name(tokens, mention) else _Said.NOTHING


def _is_part_of_a_name(tokens: list[Token], mention: Mention) -> bool:
    """Return whether what looks like a name is a part of a longer one, or a firm's, a product's or a person's."""
    first, stop = mention.first, mention.stop
    start = first
    while start and tokens[start].gap < COMMA and first - start < _WORDS_LOOKED_BACK:
        start -= 1
    before = [token.word for token in tokens[start:first]]
    said = {word.marks for word in before}.union(f"{one.folded} {two.folded}" for one, two in pairwise(before))
    if said & words().maker or before[-1].marks in words().family:
        return True
    is_capital = tokens[first].word.capital
    if is_capital and before[-1].capital and (len(before) > 1 or tokens[start].gap < COMMA):
        return True
    return is_capital and stop < len(tokens) and tokens[stop].gap == JOINED and tokens[stop].word.capital


def _evidence_of_capitals(tokens: list[Token], mention: Mention) -> float:
    """Weigh a capitalised name: one of three words, or with one that is not Vietnamese, is hardly anything else."""
    name = [token.word for token in tokens[mention.start : mention.stop]]
    is_other = _folded(name) in words().street or _is_landmark(name)
    is_distinctive = len(name) >= _LONG_NAME_WORDS or any(map(_is_foreign, name))
    return _CAPITALS + (_DISTINCTIVE if is_distinctive and not mention.slips and not is_other else 0.0)


def _evidence_of_words(tokens: list[Token], found: Hypothesis, before: _Said) -> float:
    """
    Weigh a name by how surprising its words would be if no name were meant.

    It must be spelled as the name is, without diacritics or with the right ones. Where nothing announces a name, all
    readings of its words must be surprising.
    """
    mention = found.mention
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    if before not in _UNLIKE_OTHER_WORDS or mention.slips or _folded(name) in words().street | words().ordinary:
        return 0.0
    if not any(is_spelled_out(tokens, mention, place) for place in found.places):
        return 0.0
    if _is_landmark(name) and (before is not _Said.AT or surprise(name, folded=True) < _UNLIKE_A_LANDMARK):
        return 0.0
    unlikely = surprise(name, folded=before is _Said.NOTHING)
    return next((weight for least, weight in _UNLIKE_OTHER_WORDS[before] if unlikely >= least), 0.0)


def _is_landmark(name: list[Word]) -> bool:
    """Return whether a name tells of a bridge, a market, a hamlet or a person, which may be called so themselves."""
    marked = any(word.has_marks for word in name)
    return name[0].marks in (words().landmark if marked else words().landmark_folded)


def _folded(name: list[Word]) -> str:
    return " ".join(word.folded for word in name)


def _is_foreign(word: Word) -> bool:
    """Return whether a word is no Vietnamese syllable; k stands before e, i, y only ("Rờ Kơi")."""
    folded = word.folded
    return word.mended is None and (not is_syllable(folded) or (folded[0] == "k" and folded[1:2] in _AFTER_C))
