"""Names in a sentence that are one slip from a known one, and what stands beside a name to vouch for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from matching.places.bare import is_at, is_everyday, is_of_other, is_told
from matching.places.everyday import surprise
from matching.places.gazetteer import Gazetteer, Kind, Place
from matching.places.hypotheses import Scope, hypothesis
from matching.places.mentions import Mention, heard_mentions, nearly_mentions, type_before
from matching.places.spelling import is_heard_so, sounds_alike
from matching.places.tokens import COMMA, JOINED, STOP, Token
from matching.places.words import COMMUNE_LEVEL, words
from matching.reading.syllables import is_syllable

_SHORT_WORD = 3
_LONGEST_PART = 4
_UNLIKE_WORDS = 14.0
_MOST_LINKS, _LONGEST_LANDMARK = 5, 3


def misspelt_after_type_words(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """
    Return names one slip away after "xã", "phường" …, where the slip shows.

    By capitals, by a word that is none, or by the district or province beside it ("xã bình liu, quảng ninh"). A name
    that is known counts as misspelt where that district or province has none such: "xã Hoằn Sơn Thanh Hóa".
    """
    tokens = scope.tokens
    known = _known_after_type_words(scope, mentions)
    contexts = [mention for mention in mentions if any(place.kind >= Kind.DISTRICT for place in mention.places)]
    ends = {context.first for context in contexts}
    found = []
    announcing = words().announcing
    for at in range(1, len(tokens)):
        last = tokens[at - 1].word
        if (last.mended or last).folded not in announcing:  # most words
            continue
        kind, first = type_before(tokens, at)
        if kind not in COMMUNE_LEVEL:
            continue
        exact = known.get(first, [])
        if exact and (
            ends.isdisjoint((exact[0].stop, exact[0].stop + 1))
            or any(_is_known_there(scope, mention, contexts) for mention in exact)
        ):
            continue
        for mention in nearly_mentions(scope.gazetteer, tokens, at):
            name = tokens[mention.start : mention.stop]
            is_there = _is_known_there(scope, mention, contexts)
            broken = any(not is_syllable(token.word.folded) and not token.word.mended for token in name)
            shows = is_there or (not exact and (broken or scope.has_capitals(mention)))
            if mention.names_commune and is_long(tokens, mention) and shows:
                found.append(mention)
    return found


def _known_after_type_words(scope: Scope, mentions: list[Mention]) -> dict[int, list[Mention]]:
    """Return the names behind type words that are spelled as they are known, by the type word, longest first."""
    known: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: -mention.stop):
        if mention.names_commune and is_long(scope.tokens, mention):
            known[mention.first].append(mention)
    return known


def misspelt_where_told(scope: Scope, mentions: list[Mention], contexts: list[Mention]) -> list[Mention]:
    """
    Return names without a type word that are one slip away, where one is expected and the slip shows.

    Behind "ở" by a word that is none; at the beginning of a clause, or with capitals and such a word, by the district
    or province beside it, which has such a name; anywhere by its sound where the district beside it has such a name:
    "bản Cá Giáng chung lý mường lát".
    """
    tokens = scope.tokens
    known = {mention.start for mention in mentions if is_long(tokens, mention)}
    ends = {context.first for context in contexts}
    found = []
    for at in range(len(tokens) - 1):
        shows = tokens[at].word.foreign or tokens[at + 1].word.foreign
        is_beside = bool(ends) and not ends.isdisjoint((at + 2, at + 3))
        if not (shows or is_beside) or at in known:
            continue
        is_other = is_of_other(tokens[at].word)
        if is_other and not is_beside:
            continue
        if type_before(tokens, at + 1)[0] in COMMUNE_LEVEL:
            continue  # "phường Đnôg" is a ward, and no name of two words
        expected, begins = shows and is_at(tokens, at), tokens[at].gap >= COMMA or is_told(tokens, at)
        is_named = shows and tokens[at].word.capital and tokens[at + 1].word.capital and not scope.shouting
        nearly: Callable[[Gazetteer, list[Token], int], Iterable[Mention]]
        nearly = nearly_mentions if expected or (is_beside and (begins or is_named)) else heard_mentions
        for mention in nearly(scope.gazetteer, tokens, at):
            if mention.type is not None or mention.stop <= at + 1:
                continue
            around = _around(scope, mention, contexts)
            sounds_so = around.districts and _sounds_alike(scope, mention, around)
            is_there = around.districts or (around.provinces and not is_other)
            is_named_there = around.districts and is_named and scope.has_capitals(mention)
            counts = sounds_so or (is_there and begins) or is_named_there or (expected and not is_other)
            if counts and not _is_everyday(mention):
                found.append(mention)
    return found


def misheard_where_told(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """
    Return names behind "ở" or "qua" that sound as the name of one commune of today does, with the same diacritics.

    Their words must be no everyday ones: "qua trung dã", "dân liên trâu".
    """
    tokens, known = scope.tokens, {mention.start for mention in mentions if is_long(scope.tokens, mention)}
    found = []
    for at in range(1, len(tokens) - 1):
        if not (tokens[at].word.has_marks or tokens[at + 1].word.has_marks) or at in known:
            continue
        heard = heard_mentions(scope.gazetteer, tokens, at)
        if heard and is_told(tokens, at) and not is_of_other(tokens[at].word):
            found += [mention for mention in heard if _is_one_and_unlike_words(scope, mention)]
    return found


def _is_one_and_unlike_words(scope: Scope, mention: Mention) -> bool:
    name = [token.word for token in scope.tokens[mention.start : mention.stop]]
    if not any(word.has_marks for word in name) or surprise(name) < _UNLIKE_WORDS:
        return False
    heard = [place for place in mention.places if place.kind is Kind.CURRENT and is_heard_so(name, place)]
    return len(heard) == 1 and not is_everyday(heard[0])


class _Around(NamedTuple):
    """How many districts and provinces beside a name have one such, and which those are."""

    districts: int = 0
    provinces: int = 0
    places: tuple[Place, ...] = ()


def _around(scope: Scope, mention: Mention, contexts: list[Mention]) -> _Around:
    found = hypothesis(scope, mention, neighbours_of(scope.tokens, mention, contexts))
    return _Around() if found is None else _Around(found.districts, found.provinces, found.places)


def _is_everyday(mention: Mention) -> bool:
    known = [place for place in mention.places if place.kind is not Kind.EARLIER]
    return not known or any(map(is_everyday, known))


def _sounds_alike(scope: Scope, mention: Mention, around: _Around) -> bool:
    name = [token.word for token in scope.tokens[mention.start : mention.stop]]
    return any(sounds_alike(name, place) for place in around.places)


def _is_known_there(scope: Scope, mention: Mention, contexts: list[Mention]) -> bool:
    """Return whether the district or province named beside a misspelt name has such a name."""
    around = _around(scope, mention, contexts)
    return around.districts + around.provinces > 0


def is_long(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name has several syllables, written apart or, as "Pleiku", together."""
    word = tokens[mention.start].word
    return mention.stop - mention.start > 1 or (len(word.folded) > _SHORT_WORD and not is_syllable(word.folded))


def neighbours_of(tokens: list[Token], mention: Mention, contexts: list[Mention]) -> list[Mention]:
    """Return the districts and provinces that are named right after the mention, one or two, or right before it."""
    chosen: list[Mention] = []
    end = mention.stop
    for _ in range(2):
        reach = _reach(tokens, end)
        following = [other for other in contexts if end <= other.first <= reach]
        if not following:
            break
        following.sort(key=_typed_and_long_first)
        chosen.extend(following)
        end = following[0].stop
    start = _reach_back(tokens, mention.first)
    preceding = [other for other in contexts if start <= other.stop <= mention.first]
    if not chosen and not preceding and (mention.names_commune or is_at(tokens, mention.first)):
        return [
            other
            for other in contexts
            if (mention.names_commune and _ends_address(tokens, mention.stop, other.first))
            or _is_near_what_is_in(tokens, mention.stop, other.first)
        ]
    return chosen + sorted(preceding, key=_typed_and_long_first)


def _typed_and_long_first(mention: Mention) -> tuple[bool, int]:
    return mention.type is None, mention.start - mention.stop


def _ends_address(tokens: list[Token], end: int, start: int) -> bool:
    """Return whether one short part stands between a commune and what is around it: "xã X (chợ Y, Đà Nẵng)"."""
    if not end + 1 < start <= end + _LONGEST_PART:
        return False
    return all(tokens[at].gap == (COMMA if at in (end, start) else JOINED) for at in range(end, start + 1))


def _is_near_what_is_in(tokens: list[Token], end: int, start: int) -> bool:
    """Return whether a place is said to be near something that lies in another: "phường X gần bến xe Thái Nguyên"."""
    if not end < start <= end + 1 + _LONGEST_LANDMARK or tokens[end].word.folded not in words().nearby:
        return False
    return all(token.gap == JOINED for token in tokens[end + 1 : start + 1])


def follows(tokens: list[Token], end: int, start: int) -> bool:
    """Return whether a name stands right behind another, or some words like "hồi trước thuộc" further."""
    return end <= start <= _reach(tokens, end)


def _reach(tokens: list[Token], end: int) -> int:
    """Return the last token at which what is around a name that ends at `end` may begin; -1 if there is none."""
    links, at = words().link, end
    for at in range(end, min(len(tokens), end + _MOST_LINKS + 1)):
        if tokens[at].gap == STOP:
            return at - 1 if at > end else -1
        if tokens[at].word.folded not in links:
            return at
    return at if end < len(tokens) else -1


def _reach_back(tokens: list[Token], first: int) -> int:
    """Return the first token at which what is around a name that begins at `first` may end."""
    links, at = words().link_before, first
    if tokens[first].gap == STOP:
        return first + 1
    while at and first - at < _MOST_LINKS and tokens[at - 1].word.folded in links and tokens[at - 1].gap != STOP:
        at -= 1
    return at
