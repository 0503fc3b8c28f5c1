"""Communes named in an answer: the hypothesis that accounts for every word of a short text."""

from __future__ import annotations

from msgspec.structs import replace

from matching.places.everyday import surprise
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope, hypothesis, may_be_province
from matching.places.initials import is_around
from matching.places.mentions import Mention, nearly_mentions
from matching.places.spelling import least_gap, sounds_alike
from matching.places.tokens import Token
from matching.places.words import words
from matching.reading.syllables import is_syllable

#: An answer is a text in which every word belongs to the place; longer ones are read as sentences.
MAX_ANSWER_WORDS = 14
_MAX_NEARLY_WORDS = 9
_MAX_UNKNOWN_WORDS = 4
_LONG_NAME = 7
_MANY_SLIPS, _MANY_SLIPS_IN_GUESS = 3, 1
_UNLIKE_WORDS = 12.0
_MANY_SLIPS_ALONE = 1  # "đường hỏng" is no Đường Hồng


def best_of_answer(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    """Return the hypothesis that accounts for every word of a short text, or None."""
    if len(scope.tokens) > MAX_ANSWER_WORDS:
        return None
    found = _best_complete(scope, mentions)
    if (found is None or found.slips > 1) and _may_be_misspelt(scope, mentions):
        nearly = [
            mention
            for at in range(len(scope.tokens))
            for mention in nearly_mentions(scope.gazetteer, scope.tokens, at)
            if not _is_small_talk(scope.tokens, mention)
        ]
        found = _best_complete(scope, mentions + nearly) or found
    return found


def _is_small_talk(tokens: list[Token], mention: Mention) -> bool:
    """Return whether the words are those of any short message: "xin chào" is not the commune Xín Chải."""
    name = [token.word.folded for token in tokens[mention.start : mention.stop]]
    return all(word in words().talk or word in words().fillers for word in name)


def _is_likely_slip(scope: Scope, mention: Mention, found: Hypothesis | None) -> bool:
    """
    Return whether a name that is nearly known was probably meant.

    With diacritics the spelling must be near too. Then a type word, a broken syllable, a district or province beside
    it, the same sound, or a known province and a long name vouch for it.
    """
    name = [token.word for token in scope.tokens[mention.start : mention.stop]]
    marked = any(word.has_marks for word in name)
    if marked and _slips(scope.tokens, mention) > mention.slips + (mention.type is not None):
        return False
    if mention.type is not None or not all(is_syllable(word.folded) for word in name):
        return True
    if found is not None and (found.districts or found.provinces):
        return True
    if (marked or surprise(name) >= _UNLIKE_WORDS) and any(sounds_alike(name, place) for place in mention.places):
        return True
    return scope.province_code is not None and sum(len(word.key) for word in name) >= _LONG_NAME


def _slips(tokens: list[Token], mention: Mention) -> int:
    """Return how many letters of the name are wrong; tones and diacritics count where some are typed."""
    if not any(token.word.has_marks for token in tokens[mention.start : mention.stop]):
        return mention.slips
    return max(mention.slips, least_gap(tokens, mention))


def _may_be_misspelt(scope: Scope, mentions: list[Mention]) -> bool:
    """Return whether few enough words are left over for a slip or two to explain them."""
    if len(scope.tokens) > _MAX_NEARLY_WORDS:
        return False
    known = _fillers(scope.tokens).union(*(range(mention.first, mention.stop) for mention in mentions))
    return len(scope.tokens) - len(known) <= _MAX_UNKNOWN_WORDS


def _best_complete(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    fillers = _fillers(scope.tokens)
    everything = frozenset(range(len(scope.tokens)))
    best: tuple[tuple[float, ...], Hypothesis] | None = None
    contexts = sorted(
        (
            mention
            for mention in mentions
            if any(place.kind >= Kind.DISTRICT for place in mention.places)
            and (not mention.slips or _is_likely_slip(scope, mention, None))
        ),
        key=lambda mention: (mention.slips, mention.type is None, mention.start - mention.stop),
    )
    for mention in mentions:
        found = hypothesis(scope, mention, contexts)
        if found is None or (mention.slips and not _is_likely_slip(scope, mention, found)):
            continue
        left = everything - found.explained - fillers - _hamlet_before(scope.tokens, mention)
        if left:
            found, left = _with_initials(scope, found, left)
        if left:
            continue
        slips = sum(_slips(scope.tokens, one) for one in (mention, *found.contexts))
        commune = any(place.kind <= Kind.FORMER for place in found.places)
        of_province = mention.type is None and any(place.kind is Kind.PROVINCE for place in mention.places)
        rank = (
            -slips, commune, mention.names_commune, not of_province, found.districts, found.provinces,
            mention.stop - mention.start, -mention.start,
        )  # fmt: skip
        if best is None or rank > best[0]:
            trust = max(0.5, 0.97 - 0.12 * slips)
            best = rank, replace(found, slips=slips, trust=trust, doubtful=_is_doubtful(scope, found, slips))
    return best[1] if best else None


def _is_doubtful(scope: Scope, found: Hypothesis, slips: int) -> bool:
    """Return whether asking is better than deciding: too many slips, a guess by sound alone, a province's name."""
    guessed = any(one.slips for one in (found.mention, *found.contexts))
    if slips > (_MANY_SLIPS_IN_GUESS if guessed else _MANY_SLIPS):
        return True
    name = scope.tokens[found.mention.start : found.mention.stop]
    alone = found.mention.type is None and not found.contexts and scope.province_code is None
    if alone and (guessed or slips > _MANY_SLIPS_ALONE) and all(is_syllable(token.word.folded) for token in name):
        return True
    return may_be_province(scope, found)


def _fillers(tokens: list[Token]) -> frozenset[int]:
    """Return the positions of words that say nothing more: "tôi ở", "thôn 3", "số 12"."""
    known = words()
    found = set()
    for at, token in enumerate(tokens):
        folded = token.word.folded
        if folded in known.fillers:
            found.add(at)
            continue
        numbered = folded in known.other or folded in known.beside or folded == "so"
        if numbered and at + 1 < len(tokens) and tokens[at + 1].word.folded.isdigit():
            found.update((at, at + 1))
    return frozenset(found)


def _hamlet_before(tokens: list[Token], mention: Mention) -> frozenset[int]:
    """Return the positions of a hamlet of two words right before a name: "ấp Suối Cát, Xuân Hòa"."""
    start = mention.first - 3
    if start < 0 or mention.slips or tokens[start].word.marks not in words().hamlet:
        return frozenset()
    return frozenset(range(start, mention.first))


def _with_initials(scope: Scope, found: Hypothesis, left: frozenset[int]) -> tuple[Hypothesis, frozenset[int]]:
    """Read one leftover of two to four letters as initials of a province or district: "na" after "x do luong"."""
    (at,) = left if len(left) == 1 else (None,)
    letters = "" if at is None else scope.tokens[at].word.folded
    if at is None or not 2 <= len(letters) <= 4 or letters.isdigit() or letters in words().types:
        return found, left
    agreeing = tuple(place for place in found.places if is_around(scope.gazetteer, place, letters))
    if not agreeing:
        return found, left
    found = replace(found, places=agreeing, provinces=found.provinces + 1, explained=found.explained | left)
    return found, frozenset()
