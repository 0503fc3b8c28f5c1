"""Communes named inside sentences: a name alone is not enough, a type word or a neighbour must vouch for it."""

from __future__ import annotations

from dataclasses import replace

from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope, acceptable, hypothesis
from matching.places.mentions import Mention, nearly_mentions, type_before
from matching.places.tokens import STOP, Token
from matching.places.words import COMMUNE_LEVEL, words

#: What a mention must reach before a text counts as naming a commune.
THRESHOLD = 1.5

_TYPE_WORD = 2.0
_DISTRICT_BESIDE, _PROVINCE_BESIDE = 2.0, 1.5
_LOCATIVE, _CAPITALS, _ONLY_ONE, _KNOWN_PROVINCE = 0.7, 0.5, 0.3, 0.3
_NAME_OF_OTHER_THING = -2.0
_CLOSE_CALL = 0.3


def named_in_sentence(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    """Return the best supported mention of a commune in running text, or None where none is supported."""
    mentions = mentions + _misspelt_after_type_words(scope, mentions)
    found = []
    for mention in mentions:
        if mention.type is None and mention.stop - mention.start < 2:
            continue
        if mention.type is None or mention.type in COMMUNE_LEVEL:
            weighed = _weighed(scope, mention, mentions)
            if weighed is not None and weighed.evidence >= THRESHOLD:
                found.append(weighed)
    if not found:
        return None
    found.sort(key=lambda one: (-one.evidence, one.mention.slips, one.mention.start - one.mention.stop, one.mention.start))
    return _agreement(scope, found)


def _weighed(scope: Scope, mention: Mention, mentions: list[Mention]) -> Hypothesis | None:
    tokens = scope.tokens
    beside = _neighbours(tokens, mention, mentions)
    found = hypothesis(scope, mention, beside)
    if found is None:
        return None
    if not mention.names_commune:
        communes = tuple(place for place in found.places if place.kind is not Kind.DISTRICT)
        if not communes:
            return None
        found = replace(found, places=communes)
    evidence = 0.0
    if mention.names_commune:
        evidence += _TYPE_WORD - (0.6 if _doubtful_type_word(tokens, mention) else 0.0)
    if found.districts:
        evidence += _DISTRICT_BESIDE
    if found.provinces:
        evidence += _PROVINCE_BESIDE
    if not mention.names_commune:
        before = _before(tokens, mention.first)
        if before & words().other:
            evidence += _NAME_OF_OTHER_THING
        elif before & words().locative:
            evidence += _LOCATIVE
        if _capitals(tokens, mention):
            evidence += _CAPITALS
        if len(found.places) == 1:
            evidence += _ONLY_ONE
        if scope.province_code or scope.near:
            evidence += _KNOWN_PROVINCE
    evidence -= 0.4 * mention.slips
    return replace(found, evidence=evidence, trust=min(0.96, 0.6 + 0.12 * evidence))


def _agreement(scope: Scope, found: list[Hypothesis]) -> Hypothesis:
    """Where two mentions are equally supported, prefer what both allow: "xã X cũ, nay là xã Y"."""
    best = found[0]
    for other in found[1:]:
        if other.mention.overlaps(best.mention) or best.evidence - other.evidence > _CLOSE_CALL:
            continue
        mine, theirs = acceptable(scope, best), acceptable(scope, other)
        if len(mine) > 1 and len(theirs) == 1 and theirs.keys() <= mine.keys():
            return other
    return best


def _neighbours(tokens: list[Token], mention: Mention, mentions: list[Mention]) -> list[Mention]:
    """Return the districts and provinces named right after or before the mention, and typed ones anywhere."""
    names = [m for m in mentions if any(place.kind >= Kind.DISTRICT for place in m.places) and not m.overlaps(mention)]
    after, before = mention.stop, mention.first
    chosen: list[Mention] = []
    for _ in range(2):
        following = [m for m in names if _follows(tokens, after, m.first)]
        if following:
            longest = max(following, key=lambda m: (m.type is not None, m.stop - m.first))
            chosen.extend(sorted(following, key=lambda m: (m is not longest, m.first - m.stop)))
            after = longest.stop
    preceding = [m for m in names if _follows(tokens, m.stop, before)]
    chosen.extend(sorted(preceding, key=lambda m: (m.type is None, m.first - m.stop)))
    return chosen


def _follows(tokens: list[Token], end: int, start: int) -> bool:
    if start == end:
        return start < len(tokens) and tokens[start].gap != STOP
    return start == end + 1 and tokens[end].word.folded in ("thuoc", "cua", "o", "cu") and tokens[start].gap != STOP


def _doubtful_type_word(tokens: list[Token], mention: Mention) -> bool:
    """A bare "xa" before a short lower-case name may be "xả", "xa", "xá"."""
    name = tokens[mention.start : mention.stop]
    kind = tokens[mention.first].word
    return len(name) == 1 and not kind.has_marks and not name[0].word.capital and not name[0].word.key.isdigit()


def _before(tokens: list[Token], first: int) -> set[str]:
    if first == 0 or tokens[first].gap == STOP:
        return set()
    last = tokens[first - 1].word.folded
    found = {last}
    if first >= 2:
        found.add(f"{tokens[first - 2].word.folded} {last}")
    if last.isdigit() and first >= 2:
        found.add("")
    return found


def _capitals(tokens: list[Token], mention: Mention) -> bool:
    name = [token.word for token in tokens[mention.start : mention.stop]]
    shouting = sum(token.word.upper for token in tokens) > len(tokens) / 2
    return all(word.capital for word in name) and not shouting


def _misspelt_after_type_words(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    known = {mention.first for mention in mentions if mention.names_commune}
    found = []
    for at in range(1, len(scope.tokens)):
        kind, first = type_before(scope.tokens, at)
        if kind in COMMUNE_LEVEL and first not in known:
            found.extend(m for m in nearly_mentions(scope.gazetteer, scope.tokens, at) if m.stop - m.start > 1)
    return found
