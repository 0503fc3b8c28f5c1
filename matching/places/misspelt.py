"""Names in a sentence that are one slip from a known one, and what stands beside a name to vouch for it."""

from __future__ import annotations

from matching.places.bare import is_at, is_everyday, is_of_other
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Scope, hypothesis
from matching.places.mentions import Mention, nearly_mentions, type_before
from matching.places.tokens import COMMA, STOP, Token
from matching.places.words import COMMUNE_LEVEL
from matching.reading.syllables import is_syllable

_SHORT_WORD = 3


def misspelt_after_type_words(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """
    Return names one slip away after "xã", "phường" …, where the slip shows.

    By capitals, by a word that is none, or by the district or province beside it ("xã bình liu, quảng ninh").
    """
    tokens = scope.tokens
    known = {mention.first for mention in mentions if mention.names_commune and is_long(tokens, mention)}
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


def misspelt_where_told(scope: Scope, mentions: list[Mention], contexts: list[Mention]) -> list[Mention]:
    """
    Return names without a type word that are one slip away, where one is expected and the slip shows.

    Behind "ở" by a word that is none; at the beginning of a clause by the district or province beside it, which has
    such a name.
    """
    tokens = scope.tokens
    known = {mention.start for mention in mentions if is_long(tokens, mention)}
    ends = {context.first for context in contexts}
    found = []
    for at in range(len(tokens) - 1):
        shows, is_beside = (
            tokens[at].word.foreign or tokens[at + 1].word.foreign,
            not ends.isdisjoint((at + 2, at + 3)),
        )
        if not (shows or is_beside) or at in known or is_of_other(tokens[at].word):
            continue
        if type_before(tokens, at + 1)[0] in COMMUNE_LEVEL:
            continue  # "phường Đnôg" is a ward, and no name of two words
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
    found = hypothesis(scope, mention, neighbours_of(scope.tokens, mention, contexts))
    return found is not None and found.districts + found.provinces > 0


def is_long(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a name has several syllables, written apart or, as "Pleiku", together."""
    word = tokens[mention.start].word
    return mention.stop - mention.start > 1 or (len(word.folded) > _SHORT_WORD and not is_syllable(word.folded))


def neighbours_of(tokens: list[Token], mention: Mention, contexts: list[Mention]) -> list[Mention]:
    """Return the districts and provinces that are named right after the mention, one or two, or right before it."""
    names = [other for other in contexts if not other.overlaps(mention)]
    chosen: list[Mention] = []
    end = mention.stop
    for _ in range(2):
        following = [other for other in names if follows(tokens, end, other.first)]
        following.sort(key=lambda other: (other.type is None, other.start - other.stop))
        chosen.extend(following)
        end = following[0].stop if following else end
    preceding = [other for other in names if follows(tokens, other.stop, mention.first)]
    return chosen + sorted(preceding, key=lambda other: (other.type is None, other.start - other.stop))


def follows(tokens: list[Token], end: int, start: int) -> bool:
    if start == end:
        return start < len(tokens) and tokens[start].gap != STOP
    linked = start == end + 1 and tokens[end].word.folded in ("thuoc", "cua", "o", "cu")
    return linked and tokens[start].gap != STOP
