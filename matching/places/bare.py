"""A name without "xã" or "phường" in a sentence: what shows that a commune is meant, and no words, street or person."""

from __future__ import annotations

from enum import Enum, auto

from matching.places.everyday import surprise
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope, acceptable
from matching.places.mentions import Mention
from matching.places.spelling import is_spelled_out, spelling_gap
from matching.places.tokens import COMMA, STOP, Token, Word
from matching.places.words import words
from matching.reading.syllables import is_syllable

_CAPITALS, _DISTINCTIVE, _FEW, _KNOWN_PROVINCE, _OTHER_SPELLING = 0.5, 0.5, 0.3, 0.3, -0.4
#: What a name counts where its words would be so surprising (everyday.surprise) if no name were meant.
_UNLIKE_OTHER_WORDS = ((17.0, 1.1), (14.0, 0.8), (12.0, 0.5))
_LONG_NAME_WORDS = 3
_FEW_COMMUNES, _MANY_COMMUNES = 2, 5
_AFTER_C = tuple("aou")


class _Said(Enum):
    """What stands before a name: "ở", "về", the word for an office, nothing, a hamlet's or street's, any other word."""

    AT = auto()
    NEAR = auto()
    OFFICE = auto()
    BEGINS = auto()
    OF_OTHER = auto()
    NOTHING = auto()


_WEIGHT = {
    _Said.AT: 0.7, _Said.NEAR: 0.7, _Said.OFFICE: 0.7, _Said.BEGINS: 0.4, _Said.OF_OTHER: -2.0, _Said.NOTHING: 0.0,
}  # fmt: skip
_TELLING = (_Said.AT, _Said.NEAR, _Said.BEGINS)


def may_be_told(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name without capitals, type and neighbours may count here at all."""
    return _before(tokens, mention.first) in _TELLING


def evidence_of_name(scope: Scope, found: Hypothesis) -> float:
    """Weigh a name without a type word by the word before it, by how it is written and by what else it may be."""
    tokens, mention = scope.tokens, found.mention
    before, capitals = _before(tokens, mention.first), scope.has_capitals(mention)
    evidence = 0.0 if before is _Said.OFFICE and not capitals else _WEIGHT[before]
    if 0 < len({at for place in found.places if place.kind < Kind.DISTRICT for at in place.targets}) <= _FEW_COMMUNES:
        evidence += _FEW
    unlike = 0.0 if _has_many_namesakes(scope, found) else _evidence_of_words(tokens, found, before)
    evidence += max(unlike, _evidence_of_capitals(tokens, mention)) if capitals else unlike
    if scope.province_code or scope.near:
        evidence += _KNOWN_PROVINCE
    if min(spelling_gap(tokens, mention, place) for place in found.places):
        evidence += _OTHER_SPELLING
    return evidence


def _has_many_namesakes(scope: Scope, found: Hypothesis) -> bool:
    """Return whether more communes are called so than can be offered: the open question is better then."""
    return sum(place.kind < Kind.DISTRICT for place in acceptable(scope, found).values()) > _MANY_COMMUNES


def _before(tokens: list[Token], first: int) -> _Said:
    """Return what the word, or the pair of words, before a token says."""
    if first and tokens[first].gap != STOP:
        last = tokens[first - 1].word
        pair = f"{tokens[first - 2].word.folded} {last.folded}" if first > 1 else ""
        said = {last.folded, last.marks, pair}
        if said & words().other:
            return _Said.OF_OTHER
        if last.marks in words().at or pair in words().at:
            return _Said.AT
        if last.marks in words().near and pair not in words().not_near:
            return _Said.NEAR
        if said & words().office:
            return _Said.OFFICE
    return _Said.BEGINS if tokens[first].gap >= COMMA else _Said.NOTHING


def _evidence_of_capitals(tokens: list[Token], mention: Mention) -> float:
    """Weigh a capitalised name: one of three words, or with one that is not Vietnamese, is hardly anything else."""
    name = [token.word for token in tokens[mention.start : mention.stop]]
    is_distinctive = len(name) >= _LONG_NAME_WORDS or any(map(_is_foreign, name))
    return _CAPITALS + (_DISTINCTIVE if is_distinctive and not mention.slips and not _is_of_other(name) else 0.0)


def _evidence_of_words(tokens: list[Token], found: Hypothesis, before: _Said) -> float:
    """
    Weigh a name by how surprising its words would be if no name were meant.

    It must be spelled as the name is, without diacritics or with the right ones. Only right behind "ở" these count for
    it: elsewhere a person or a firm may be called so, and more must show.
    """
    mention = found.mention
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    if before not in _TELLING or mention.slips or _is_of_other(name) or _folded(name) in words().ordinary:
        return 0.0
    if not any(is_spelled_out(tokens, mention, place) for place in found.places):
        return 0.0
    unlikely = surprise(name, folded=before is _Said.BEGINS)
    steps = _UNLIKE_OTHER_WORDS if before is _Said.AT else _UNLIKE_OTHER_WORDS[:2]
    return next((weight for least, weight in steps if unlikely >= least), 0.0)


def _is_of_other(name: list[Word]) -> bool:
    """Return whether streets are called so all over the country, or a name tells of a person, a bridge, a market."""
    return _folded(name) in words().street or name[0].marks in words().landmark


def _folded(name: list[Word]) -> str:
    return " ".join(word.folded for word in name)


def _is_foreign(word: Word) -> bool:
    """Return whether a word is no Vietnamese syllable; k stands before e, i, y only ("Rờ Kơi")."""
    folded = word.folded
    return word.mended is None and (not is_syllable(folded) or (folded[0] == "k" and folded[1:2] in _AFTER_C))
