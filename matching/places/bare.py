"""A name without "xã" or "phường" in a sentence: what shows that a commune is meant, and no words, street or person."""

from __future__ import annotations

import functools
from enum import Enum, auto
from itertools import pairwise

from matching.places.everyday import belonging, surprise
from matching.places.gazetteer import Kind, Place
from matching.places.hypotheses import Hypothesis, Scope
from matching.places.mentions import Mention, type_before
from matching.places.spelling import (
    best_spelled,
    has_only_its_tones,
    is_heard_so,
    is_spelled_out,
    spelling,
    spelling_gap,
)
from matching.places.tokens import COMMA, JOINED, STOP, Token, Word
from matching.places.words import words

_CAPITALS, _DISTINCTIVE, _FEW, _KNOWN_PROVINCE, _OTHER_SPELLING = 0.5, 0.5, 0.3, 0.3, -0.4
_LONG_NAME_WORDS, _FEW_COMMUNES, _WORDS_LOOKED_BACK = 3, 2, 3
#: So much more surprising than one without diacritics, in all its readings, must a name with them be where nothing
#: announces it; with capitals it is likelier that of a firm or a place in the commune.
_MARKS_ALONE = 3.5
_UNLIKE_A_LANDMARK, _UNLIKE_A_LANDMARK_BEGINNING, _UNLIKE_A_LANDMARK_WITH_MARKS = 17.0, 15.0, 19.0
_UNLIKE_A_SLIP, _UNLIKE_WHAT_ANNOUNCES = 16.0, 17.0
#: A name that one commune bears: what it counts where nothing announces it, and how surprising it must be.
_SOLE, _UNLIKE_IF_SOLE, _UNLIKE_IF_OF_BEFORE, _UNLIKE_IF_EVERYDAY = 1.2, 13.0, 14.0, 15.0
_FEW_FORMER, _UNLIKE_IF_NOT_SOLE, _UNLIKE_A_LANDMARK_IF_SOLE = 2, 15.0, 16.0
_OWN = 0.7


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
_PRECEDENCE = (_Said.OTHER, _Said.AT, _Said.NEAR, _Said.OFFICE, _Said.BESIDE, _Said.BEGINS)
_WEIGHT = {
    _Said.AT: 0.7, _Said.NEAR: 0.7, _Said.OFFICE: 0.7, _Said.BEGINS: 0.4, _Said.NOTHING: 0.0, _Said.PART: -2.0,
    _Said.BESIDE: -2.0, _Said.OTHER: -2.0,
}  # fmt: skip
_UNANNOUNCED = frozenset({_Said.NOTHING, _Said.PART, _Said.BESIDE, _Said.OTHER})
#: What a name counts where its words would be so surprising (everyday.surprise) if no name were meant.
_UNLIKE_OTHER_WORDS = {
    _Said.AT: ((16.0, 1.1), (12.0, 0.8), (11.0, 0.5)),
    _Said.NEAR: ((17.0, 1.1), (14.0, 0.8)),
    _Said.BEGINS: ((15.0, 1.1),),
    _Said.NOTHING: ((15.0, 1.2),),
}

_BEGINS_WITH_MARKS = ((12.0, 0.8),)
_NEAR_ONE_OF_TODAY = ((13.0, 0.8),)
#: A complaint often begins with the commune: one of today's is enough there.
_BEGINS_OF_TODAY, _BEGINS_OF_TODAY_WITH_MARKS = ((12.0, 1.1),), ((10.0, 1.1),)
_BEGINS_AS_TOPIC, _BEGINS_AS_OWN = ((10.0, 1.1),), ((12.0, 1.1),)
#: So much less surprising are words that are others without diacritics, where "ở" does not announce a name.
_OTHER_READING = 3.0
_LEAST_UNLIKE = {_Said.AT: 11.0, _Said.NEAR: 13.0, _Said.BEGINS: 10.0, _Said.NOTHING: 15.0}


def may_be_told(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name without capitals, type and neighbours may count here at all."""
    before = _before(tokens, mention)
    return before in _LEAST_UNLIKE and _surprise(tokens, mention, before) >= _LEAST_UNLIKE[before]


def is_at(tokens: list[Token], at: int) -> bool:
    """Return whether words that are said of one's own place ("ở", "bà con") stand right before a token."""
    return _said_before(tokens, at) is _Said.AT


def is_told(tokens: list[Token], at: int) -> bool:
    """Return whether a place is expected at a token: behind "ở", "qua", "thôn 3"."""
    return _said_before(tokens, at) in (_Said.AT, _Said.NEAR) or is_behind_a_hamlet(tokens, at)


def is_of_district(tokens: list[Token], at: int) -> bool:
    """Return whether the words for a district's office stand right before a token: its health centre."""
    return [token.word.folded for token in tokens[max(0, at - 4) : at]] == ["trung", "tam", "y", "te"]


def evidence_of_name(scope: Scope, found: Hypothesis) -> float:
    """Weigh a name without a type word by the word before it, by how it is written and by what else it may be."""
    tokens, mention = scope.tokens, found.mention
    before, capitals = _before(tokens, mention), scope.has_capitals(mention)
    is_sole = capitals and before in _UNANNOUNCED and _is_sole(scope, found)
    is_part = before in (_Said.PART, _Said.BESIDE)
    if (is_part and found.districts + found.provinces) or (found.districts and _is_called_so(tokens, mention.first)):
        before = _Said.NOTHING
    elif is_sole:
        before = _before_sole_name(scope, mention, before)
    evidence = 0.0 if before is _Said.OFFICE and not capitals else _WEIGHT[before]
    communes = len({at for place in found.places if place.kind < Kind.DISTRICT for at in place.targets})
    of_today = _is_of_today(found)
    is_few = 0 < communes <= (_FEW_COMMUNES if before is not _Said.NOTHING else 1)
    if is_few or is_sole or (capitals and of_today and _is_of_the_writer(tokens, mention.first, before)):
        evidence += _FEW
    unlike = _SOLE if is_sole and before is _Said.NOTHING else _evidence_of_words(scope, found, before)
    if capitals and is_own(tokens, mention) and any(is_spelled_out(tokens, mention, place) for place in found.places):
        evidence += _OWN
    evidence += max(unlike, _evidence_of_capitals(tokens, mention)) if capitals else unlike
    if scope.province_code or scope.near:
        evidence += _KNOWN_PROVINCE
    if not mention.slips and not any(_is_as_spelled(tokens, mention, place) for place in found.places):
        evidence += _OTHER_SPELLING
    return evidence


def _is_of_the_writer(tokens: list[Token], first: int, before: _Said) -> bool:
    """Return whether one's own place stands before a name: "ở X", "nhà em X", "ấp 3 X"."""
    if before is not _Said.NEAR:
        return before is _Said.AT
    pair = " ".join(token.word.folded for token in tokens[max(0, first - 2) : first])
    return pair in words().own or is_behind_a_hamlet(tokens, first)


def _is_called_so(tokens: list[Token], first: int) -> bool:
    """Return whether a village or an industrial estate is called by a name, which communes are called by, too."""
    if first == 0:
        return False
    before = tokens[first - 1].word
    return before.folded in words().estate or before.marks in words().village


def _is_sole(scope: Scope, found: Hypothesis) -> bool:
    """
    Return whether a name with capitals is hardly anything but one commune's: "muối Mai Phụ", "lò gạch Lãng Sơn".

    It is spelled so, no other commune bears it or bore it, it is no name of a street, a landmark or goods ("vải Lục
    Ngạn"), nor made of words that persons and firms are called by, and its words are no everyday ones.
    """
    tokens, mention = scope.tokens, found.mention
    if mention.slips or _goes_on(tokens, mention):
        return False
    name = [token.word for token in tokens[mention.start : mention.stop]]
    if _is_ordinary(name) or _folded(name) in words().famed:
        return False
    if _is_landmark(name) and surprise(name, folded=True) < _UNLIKE_A_LANDMARK_IF_SOLE:
        return False
    least = _UNLIKE_IF_SOLE if _is_of_today(found) else _UNLIKE_IF_OF_BEFORE
    if all(word.marks in words().fine for word in name) or surprise(name) < least:
        return False
    return _is_borne_by_one(tokens, found, former=_FEW_FORMER if surprise(name) >= _UNLIKE_IF_NOT_SOLE else 0)


def _is_borne_by_one(tokens: list[Token], found: Hypothesis, *, former: int = 0) -> bool:
    """Return whether one commune is spelled so, and former ones of a name of today lie in so many others at most."""
    known = [place for place in best_spelled(tokens, found.mention, found.places) if place.kind <= Kind.FORMER]
    of_today = {at for place in known if place.kind is Kind.CURRENT for at in place.targets}
    of_any = {at for place in known for at in place.targets}
    if len(of_today) > 1 or not 1 <= len(of_any) <= 1 + (former if of_today else 0):
        return False
    return any(is_spelled_out(tokens, found.mention, place) for place in known)


def _goes_on(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a capital right behind a name shows that it is longer: "Đất Mũi Nhỏ"."""
    stop = mention.stop
    return stop < len(tokens) and tokens[stop].gap == JOINED and tokens[stop].word.capital


def _before_sole_name(scope: Scope, mention: Mention, before: _Said) -> _Said:
    """Return what stands before a name that one commune bears: its market or fields, a hamlet of one word."""
    tokens, first = scope.tokens, mention.first
    if before is _Said.NOTHING or tokens[first].gap != JOINED:
        return before
    if before is _Said.BESIDE and tokens[first - 1].word.marks in words().around:
        return _Said.NOTHING
    if first < 2 or tokens[first - 1].gap != JOINED or not tokens[first - 1].word.capital:
        return before
    begins_another = f"{tokens[first - 1].word.key}{tokens[first].word.key}" in scope.gazetteer.by_key
    is_hamlet = tokens[first - 2].word.marks in words().hamlet and not begins_another
    return _Said.NEAR if is_hamlet else before


def _is_as_spelled(tokens: list[Token], mention: Mention, place: Place) -> bool:
    return not spelling_gap(tokens, mention, place) or has_only_its_tones(tokens, mention, place)


def _before(tokens: list[Token], mention: Mention) -> _Said:
    """Return what stands before a name, and where it seems to be a part of a longer one, that."""
    if mention.type is None and type_before(tokens, mention.first)[0] is not None:
        return _Said.OTHER  # "huyện Quảng Điền" is not the commune
    said = _said_before(tokens, mention.first)
    if said is _Said.OFFICE or (said is _Said.NEAR and mention.first > 1):
        is_persons = _folded([token.word for token in tokens[mention.start : mention.stop]]) in words().street
        return _Said.PART if is_persons else said  # schools are called after whom streets are
    if said is not None:
        return said
    if is_behind_a_hamlet(tokens, mention.first):
        return _Said.NEAR
    return _Said.PART if _is_part_of_a_name(tokens, mention) else _Said.NOTHING


def _said_before(tokens: list[Token], first: int) -> _Said | None:
    """Return what the word, or the pair of words, before a token says, None where it says nothing."""
    if first and tokens[first].gap != STOP:
        last, known = tokens[first - 1].word, _meanings()
        pair = f"{tokens[first - 2].word.folded} {last.folded}" if first > 1 else ""
        if pair == "y te" and first > 2 and tokens[first - 3].word.folded == "tram":
            return _Said.AT  # of a commune; a health centre is of a district
        said = known.get(pair) or known.get(last.marks)
        if said in (_Said.OTHER, _Said.BESIDE) and tokens[first].gap >= COMMA and tokens[first].word.capital:
            return _Said.BEGINS  # "hỏng đường, X mong sửa"
        if said and not (said is _Said.NEAR and pair in words().not_near):
            return said
    return _Said.BEGINS if tokens[first].gap >= COMMA else None


@functools.cache
def _meanings() -> dict[str, _Said]:
    """Return what the words, and pairs of words, that may stand before a name say."""
    known = words()
    sets = {
        _Said.OTHER: known.other, _Said.AT: known.at, _Said.NEAR: known.near, _Said.OFFICE: known.office,
        _Said.BESIDE: known.beside, _Said.BEGINS: known.opens,
    }  # fmt: skip
    return {word: said for said in reversed(_PRECEDENCE) for word in sets[said]}


def is_behind_a_hamlet(tokens: list[Token], first: int) -> bool:
    """Return whether a hamlet stands right before, by its number or in two words: "thôn 3 X", "ấp Suối Cát X"."""
    if first < 2 or tokens[first].gap != JOINED or tokens[first - 1].gap != JOINED:
        return False
    if tokens[first - 1].word.key.isdigit():
        return tokens[first - 2].word.marks in words().numbered
    return first > 2 and tokens[first - 2].gap == JOINED and tokens[first - 3].word.marks in words().hamlet


def _is_part_of_a_name(tokens: list[Token], mention: Mention) -> bool:
    """Return whether what looks like a name is a part of a longer one, or a firm's, a product's or a person's."""
    first = mention.first
    start = first
    while start and tokens[start].gap < COMMA and first - start < _WORDS_LOOKED_BACK:
        start -= 1
    before = [token.word for token in tokens[start:first]]
    said = {word.marks for word in before}.union(f"{one.folded} {two.folded}" for one, two in pairwise(before))
    if said & words().maker or before[-1].marks in words().family or before[-1].key.isdigit():
        return True
    is_capital = tokens[first].word.capital
    is_behind_capital = before[-1].capital and before[-1].folded not in words().people
    if is_capital and is_behind_capital and (len(before) > 1 or tokens[start].gap < COMMA):
        return True
    return is_capital and _goes_on(tokens, mention)


def _evidence_of_capitals(tokens: list[Token], mention: Mention) -> float:
    """Weigh a capitalised name: one of three words, or with one that is not Vietnamese, is hardly anything else."""
    name = [token.word for token in tokens[mention.start : mention.stop]]
    is_other = _folded(name) in words().street or _is_landmark(name)
    is_distinctive = len(name) >= _LONG_NAME_WORDS or any(word.foreign for word in name)
    return _CAPITALS + (_DISTINCTIVE if is_distinctive and not mention.slips and not is_other else 0.0)


def _evidence_of_words(scope: Scope, found: Hypothesis, before: _Said) -> float:
    """
    Weigh a name by how surprising its words would be if no name were meant.

    It must be spelled as the name is, without diacritics or with the right ones. Where nothing announces a name, all
    readings of its words must be surprising.
    """
    tokens, mention = scope.tokens, found.mention
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    if before not in _UNLIKE_OTHER_WORDS or (_is_ordinary(name) and not _is_shown_by_capitals(scope, found)):
        return 0.0
    unlikely = _surprise(tokens, mention, before)
    if mention.slips or not any(is_spelled_out(tokens, mention, place) for place in found.places):
        is_nearly = before is _Said.AT and unlikely >= _UNLIKE_A_SLIP and _is_nearly_spelled_out(tokens, found)
        is_heard = before is not _Said.NOTHING and any(is_heard_so(name, place) for place in found.places)
        return _UNLIKE_OTHER_WORDS[before][0][1] if is_nearly or is_heard else 0.0
    if _is_announced_by_its_first_word(scope, name) and not name[0].capital:
        return 0.0
    if _is_landmark(name) and not (_is_more_than_a_landmark(name, found, before) or is_own(tokens, mention)):
        return 0.0
    if (before is _Said.BEGINS and _is_something_done(tokens, mention)) or _is_wished(tokens, mention, name):
        return 0.0
    steps = _UNLIKE_OTHER_WORDS[before]
    if before is _Said.BEGINS:
        steps = _steps_of_beginning(found, marked=any(word.has_marks for word in name))
        if _is_topic(tokens, mention) and _is_of_today(found):
            steps += _BEGINS_AS_TOPIC
        elif is_own(tokens, mention):
            steps += _BEGINS_AS_OWN
    elif before is _Said.NEAR and _is_of_today(found):
        steps += _NEAR_ONE_OF_TODAY
    return next((weight for least, weight in steps if unlikely >= least), 0.0)


def _is_announced_by_its_first_word(scope: Scope, name: list[Word]) -> bool:
    """Return whether the rest of a name is one, too: "dân an bình" are the people of An Bình, not of Dân An."""
    if name[0].marks not in words().at | words().near:
        return False
    return surprise(name) < _UNLIKE_WHAT_ANNOUNCES or "".join(w.key for w in name[1:]) in scope.gazetteer.by_key


def _is_ordinary(name: list[Word]) -> bool:
    """Return whether the words are a street's name or ordinary ones; with diacritics as spelled ("trà ôn")."""
    folded = _folded(name)
    if folded in words().street:
        return True
    spelled = words().ordinary.get(folded)
    return spelled is not None and all(
        not word.has_marks or word.marks == other for word, other in zip(name, spelled, strict=True)
    )


def _is_shown_by_capitals(scope: Scope, found: Hypothesis) -> bool:
    """Return whether a name that is an everyday word, too, is shown by its second capital: "Chế Tạo đường lầy"."""
    name = [token.word for token in scope.tokens[found.mention.start : found.mention.stop]]
    if (
        _folded(name) in words().street
        or not scope.has_capitals(found.mention)
        or _goes_on(scope.tokens, found.mention)
    ):
        return False
    return _is_borne_by_one(scope.tokens, found) and surprise(name, folded=True) >= _UNLIKE_IF_EVERYDAY


def _is_something_done(tokens: list[Token], mention: Mention) -> bool:
    """Return whether what follows shows that no place is spoken of: "phu cat len ruong", "chau thanh di hoc"."""
    if mention.stop == len(tokens) or tokens[mention.stop].gap != JOINED:
        return False
    first, after = tokens[mention.start].word, tokens[mention.stop].word
    is_person = first.marks in words().person and after.folded in words().does
    return is_person or after.marks in words().doing


def _is_of_today(found: Hypothesis) -> bool:
    return any(place.kind is Kind.CURRENT for place in found.places)


def _is_topic(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name that a clause begins with stands alone ("ba tri, …"), or something is said of it."""
    if mention.stop == len(tokens):
        return False
    after = tokens[mention.stop]
    return after.gap >= COMMA or after.word.folded in words().said_of or is_own(tokens, mention)


def is_own(tokens: list[Token], mention: Mention) -> bool:
    """Return whether the writer calls the place the own one: "X nhà em", "X cũ chúng tôi"."""
    at = mention.stop
    if at < len(tokens) and tokens[at].word.folded == "cu":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].gap != JOINED:
        return False
    return f"{tokens[at].word.folded} {tokens[at + 1].word.folded}" in words().own


def _is_wished(tokens: list[Token], mention: Mention, name: list[Word]) -> bool:
    """Return whether the words are what one wishes, some words behind "mong": "mong bà con bình an"."""
    before = tokens[max(0, mention.first - _WORDS_LOOKED_BACK) : mention.first]
    return _folded(name) in words().wished and any(token.word.folded in words().wish for token in before)


def _steps_of_beginning(found: Hypothesis, *, marked: bool) -> tuple[tuple[float, float], ...]:
    if _is_of_today(found):
        return _BEGINS_OF_TODAY_WITH_MARKS if marked else _BEGINS_OF_TODAY
    return _UNLIKE_OTHER_WORDS[_Said.BEGINS] + (_BEGINS_WITH_MARKS if marked else ())


def _is_more_than_a_landmark(name: list[Word], found: Hypothesis, before: _Said) -> bool:
    """Return whether "ở Rạch Giá" is said of a commune of today, or "ở suối kiết" of words unlike any other."""
    is_of_today = _is_of_today(found)
    if before is _Said.BEGINS:
        of_all_readings = surprise(name, folded=True) >= _UNLIKE_A_LANDMARK_BEGINNING
        as_spelled = not is_of_other(name[0]) and surprise(name) >= _UNLIKE_A_LANDMARK_WITH_MARKS
        return is_of_today and (of_all_readings or as_spelled)
    if before is not _Said.AT:
        return False
    return surprise(name, folded=True) >= (_UNLIKE_OTHER_WORDS[_Said.AT][1][0] if is_of_today else _UNLIKE_A_LANDMARK)


def _surprise(tokens: list[Token], mention: Mention, before: _Said) -> float:
    """
    Return how surprising the words are; where nothing announces a name, in all their readings.

    Less so where the word behind them, or before them where nothing announces a name, belongs to theirs: "son tay vin".
    """
    name = [token.word.mended or token.word for token in tokens[mention.start : mention.stop]]
    found = surprise(name)
    if before is _Said.NOTHING:
        of_all_readings = surprise(name, folded=True)
        found = of_all_readings if name[0].capital else max(of_all_readings, found - _MARKS_ALONE)
    if mention.stop < len(tokens) and tokens[mention.stop].gap == JOINED:
        found -= belonging(name[-1], tokens[mention.stop].word)
    if before is _Said.NOTHING and tokens[mention.start].gap == JOINED:
        found -= belonging(tokens[mention.start - 1].word, name[0])
    is_typed_plainly = not name[0].has_marks and not name[0].capital
    if is_typed_plainly and _folded(name) in words().ordinary_unmarked and not _is_in(tokens, mention):
        found -= _OTHER_READING
    return found


def _is_in(tokens: list[Token], mention: Mention) -> bool:
    """Return whether "ở" stands right before a name, behind which hardly anything else is said."""
    return mention.first > 0 and tokens[mention.first - 1].word.folded in ("o", "tai", "thuoc")


def _is_nearly_spelled_out(tokens: list[Token], found: Hypothesis) -> bool:
    """Return whether one tone or letter is wrong where words are no everyday ones: "ở nam phưóc", "ở Trịnh Tườg"."""
    mention = found.mention
    return any(is_spelled_out(tokens, mention, place, gap=1) for place in found.places) or mention.slips == 1


def is_everyday(place: Place) -> bool:
    """Return whether a place has the name of streets or landmarks, or one that is an everyday word as well."""
    name = list(spelling(place.name))
    return _folded(name) in words().street or _folded(name) in words().ordinary or _is_landmark(name)


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
