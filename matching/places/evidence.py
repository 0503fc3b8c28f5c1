"""Communes named inside sentences: a name alone is not enough, a type word or a neighbour must vouch for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from matching.places.bare import (
    evidence_of_name,
    is_at,
    is_everyday,
    is_foreign,
    is_of_district,
    is_of_other,
    may_be_told,
    says_place,
)
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope, acceptable, hypothesis, may_be_province
from matching.places.mentions import FORMER, Mention, nearly_mentions, type_before
from matching.places.spelling import best_spelled, is_spelled_out, spelling_gap
from matching.places.tokens import COMMA, STOP, Token
from matching.places.words import COMMUNE_LEVEL, DISTRICT_LEVEL, words
from matching.reading.syllables import is_syllable

#: What a mention must reach before a text counts as naming a commune.
THRESHOLD = 1.5

_TYPE_WORD = 2.0
_DISTRICT_BESIDE, _TYPED_DISTRICT_BESIDE, _PROVINCE_BESIDE = 2.0, 3.5, 1.5
_DOUBTFUL_TYPE_WORD, _OTHER_SPELLING, _ONE_LOWER_SYLLABLE, _OTHER_TYPE = -1.5, -1.2, -1.2, -0.6
_SLIP = -0.4
_CLOSE_CALL = 0.3
_LONG_NAME, _SHORT_WORD = 3, 3
_ROUNDING = 1e-9


def named_in_sentence(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    """Return the best supported mention of a commune in running text, or None where none is supported."""
    contexts = [mention for mention in mentions if any(place.kind >= Kind.DISTRICT for place in mention.places)]
    found = []
    mentions = _longest(scope, mentions)
    for mention in (*mentions, *_misspelt_after_type_words(scope, mentions), *_misspelt(scope, mentions, contexts)):
        if mention.names_commune or (mention.type is None and _is_long(scope.tokens, mention)):
            weighed = _weighed(scope, mention, contexts)
            if weighed is not None and weighed.evidence >= THRESHOLD - _ROUNDING:
                found.append(weighed)
    if not found:
        return None
    found.sort(key=_preference)
    return _agreement(scope, found)


def _longest(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """Leave out bare names that are a part of a longer one: "nam sầm sơn" is not Sầm Sơn."""
    longer: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.stop - mention.start >= _LONG_NAME and _is_whole(scope, mention):
            longer[mention.stop].append(mention)
            longer[mention.stop - 1].append(mention)
    return [
        mention
        for mention in mentions
        if mention.type is not None
        or not any(
            one.start <= mention.start and mention.stop - mention.start < one.stop - one.start
            for one in longer.get(mention.stop, ())
        )
    ]


def _is_whole(scope: Scope, mention: Mention) -> bool:
    """Return whether a name is spelled so, and not begun by an office's last word ("công an Phú Thuận")."""
    tokens, start = scope.tokens, mention.start
    words_of_name = tokens[start : mention.stop]
    capitals = {token.word.capital for token in words_of_name if not token.word.key.isdigit()}
    if len(capitals) > 1 or (start and says_place(tokens[start - 1].word, tokens[start].word)):
        return False
    return any(is_spelled_out(tokens, mention, place) for place in mention.places)


def _is_long(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name has several syllables, written apart or, as "Pleiku", together."""
    word = tokens[mention.start].word
    return mention.stop - mention.start > 1 or (len(word.folded) > _SHORT_WORD and not is_syllable(word.folded))


def _preference(one: Hypothesis) -> tuple[float, int, int, int]:
    mention = one.mention
    return -one.evidence, mention.slips, mention.start - mention.stop, mention.start


def _weighed(scope: Scope, mention: Mention, contexts: list[Mention]) -> Hypothesis | None:
    neighbours = _neighbours(scope.tokens, mention, contexts)
    likely = mention.names_commune or neighbours or scope.has_capitals(mention)
    if not likely and not may_be_told(scope.tokens, mention):
        return None  # what is left could not reach the threshold
    found = hypothesis(scope, mention, neighbours)
    if found is None:
        return None
    if all(place.kind is Kind.DISTRICT for place in found.places):
        return None
    if may_be_province(scope, found):
        return None  # in running text it is
    if mention.names_commune:
        own = _evidence_of_type_word(scope, found)
    else:
        own, found = evidence_of_name(scope, found), _of_today(scope, found)
    evidence = own + _evidence_beside(found) + _SLIP * mention.slips
    return replace(found, evidence=evidence, trust=min(0.96, 0.6 + 0.12 * evidence))


def _of_today(scope: Scope, found: Hypothesis) -> Hypothesis:
    """
    Return what a bare name means in a sentence: the communes of today that bear it, if any, not a former district.

    What happened in a commune is told by its name; "Kế Sách" as an answer may still be the district that it was, and so
    may "Dĩ An" beside "Bình Dương", which is no province any more, and a name behind "trung tâm y tế".
    """
    places = best_spelled(scope.tokens, found.mention, found.places)
    if found.districts or all(place.kind is not Kind.CURRENT for place in places):
        return found
    if is_of_district(scope.tokens, found.mention.first):
        return found
    for context in found.contexts:
        provinces = [place for place in context.places if place.kind is Kind.PROVINCE]
        if provinces and all(place.former_province for place in provinces):
            return found
    return replace(found, places=tuple(place for place in found.places if place.kind is not Kind.DISTRICT))


def _evidence_of_type_word(scope: Scope, found: Hypothesis) -> float:
    """Weigh "xã X": less where "xa" may be another word, where X is spelled otherwise or is one small syllable."""
    tokens, mention = scope.tokens, found.mention
    announcing, name = tokens[mention.first].word, tokens[mention.start : mention.stop]
    capitals, digits = scope.has_capitals(mention), name[0].word.key.isdigit()
    bare = not announcing.has_marks
    evidence = _TYPE_WORD
    if mention.first and len(announcing.folded) == 1 and tokens[mention.first - 1].word.folded.isdigit():
        evidence += _DOUBTFUL_TYPE_WORD
    is_other = f"{announcing.folded} {name[0].word.folded}" in words().not_types or name[0].word.marks in FORMER
    if not capitals and is_other:
        evidence += _DOUBTFUL_TYPE_WORD
    if len(name) == 1 and not capitals and not digits:
        evidence += _ONE_LOWER_SYLLABLE
    if bare and not capitals and not any(place.type is mention.type for place in found.places):
        evidence += _OTHER_TYPE
    if any(token.word.has_marks for token in name):
        gap = min(spelling_gap(tokens, mention, place) for place in found.places)
        if gap > 1 + capitals:
            evidence += _OTHER_SPELLING
    return evidence


def _evidence_beside(found: Hypothesis) -> float:
    evidence = _PROVINCE_BESIDE if found.provinces else 0.0
    if found.districts:
        typed = any(context.type in DISTRICT_LEVEL for context in found.contexts)
        evidence += _TYPED_DISTRICT_BESIDE if typed else _DISTRICT_BESIDE
    return evidence


def _agreement(scope: Scope, found: list[Hypothesis]) -> Hypothesis:
    """
    Settle between mentions that are equally supported.

    "Xã X cũ, nay là xã Y" means what both allow; "xã X và xã Y" may mean either.
    """
    best = found[0]
    for other in found[1:]:
        if other.mention.overlaps(best.mention):
            continue
        mine, theirs = acceptable(scope, best).keys(), acceptable(scope, other).keys()
        if theirs < mine:
            best = other
        elif other.mention.names_commune < best.mention.names_commune:
            continue  # "xã X" says more than any bare name
        elif not mine & theirs and best.evidence - other.evidence <= _CLOSE_CALL:
            best = replace(best, rivals=(*best.rivals, other))
    return best


def _neighbours(tokens: list[Token], mention: Mention, contexts: list[Mention]) -> list[Mention]:
    """Return the districts and provinces that are named right after the mention, one or two, or right before it."""
    names = [other for other in contexts if not other.overlaps(mention)]
    chosen: list[Mention] = []
    end = mention.stop
    for _ in range(2):
        following = [other for other in names if _follows(tokens, end, other.first)]
        following.sort(key=lambda other: (other.type is None, other.start - other.stop))
        chosen.extend(following)
        end = following[0].stop if following else end
    preceding = [other for other in names if _follows(tokens, other.stop, mention.first)]
    return chosen + sorted(preceding, key=lambda other: (other.type is None, other.start - other.stop))


def _follows(tokens: list[Token], end: int, start: int) -> bool:
    if start == end:
        return start < len(tokens) and tokens[start].gap != STOP
    linked = start == end + 1 and tokens[end].word.folded in ("thuoc", "cua", "o", "cu")
    return linked and tokens[start].gap != STOP


def _misspelt_after_type_words(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """
    Return names one slip away after "xã", "phường" …, where the slip shows.

    By capitals, by a word that is none, or by the district or province beside it ("xã bình liu, quảng ninh").
    """
    tokens = scope.tokens
    known = {mention.first for mention in mentions if mention.names_commune and _is_long(tokens, mention)}
    contexts = [mention for mention in mentions if any(place.kind >= Kind.DISTRICT for place in mention.places)]
    found = []
    for at in range(1, len(tokens)):
        kind, first = type_before(tokens, at)
        if kind not in COMMUNE_LEVEL or first in known:
            continue
        for mention in nearly_mentions(scope.gazetteer, tokens, at):
            name = tokens[mention.start : mention.stop]
            broken = any(not is_syllable(token.word.folded) and not token.word.mended for token in name)
            shows = broken or scope.has_capitals(mention) or _is_known_there(scope, mention, contexts)
            if mention.names_commune and len(name) > 1 and shows:
                found.append(mention)
    return found


def _misspelt(scope: Scope, mentions: list[Mention], contexts: list[Mention]) -> list[Mention]:
    """
    Return names without a type word that are one slip away, where one is expected and the slip shows.

    Behind "ở" by a word that is none; at the beginning of a clause by the district or province beside it, which has
    such a name.
    """
    tokens = scope.tokens
    known = {mention.start for mention in mentions if _is_long(tokens, mention)}
    ends = {context.first for context in contexts}
    found = []
    for at in range(len(tokens) - 1):
        shows, is_beside = (
            is_foreign(tokens[at].word) or is_foreign(tokens[at + 1].word),
            not ends.isdisjoint((at + 2, at + 3)),
        )
        if not (shows or is_beside) or at in known or is_of_other(tokens[at].word):
            continue
        expected = shows and is_at(tokens, at)
        if expected or (is_beside and (tokens[at].gap >= COMMA or is_at(tokens, at))):
            nearly = nearly_mentions(scope.gazetteer, tokens, at)
            found += [
                mention for mention in nearly
                if mention.type is None and mention.stop > at + 1 and not any(map(is_everyday, mention.places))
                and (expected or _is_known_there(scope, mention, contexts))
            ]  # fmt: skip
    return found


def _is_known_there(scope: Scope, mention: Mention, contexts: list[Mention]) -> bool:
    """Return whether the district or province named beside a misspelt name has such a name."""
    found = hypothesis(scope, mention, _neighbours(scope.tokens, mention, contexts))
    return found is not None and found.districts + found.provinces > 0
