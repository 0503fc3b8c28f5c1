"""Communes named inside sentences: a name alone is not enough, a type word or a neighbour must vouch for it."""

from __future__ import annotations

import itertools
from collections import defaultdict

from msgspec.structs import replace

from matching.places.bare import (
    evidence_of_name,
    is_at,
    is_of_district,
    is_of_other,
    is_own,
    may_be_told,
    says_place,
)
from matching.places.everyday import belonging, surprise
from matching.places.gazetteer import Kind
from matching.places.hypotheses import Hypothesis, Scope, acceptable, hypothesis, may_be_province
from matching.places.initials import is_in_province_of
from matching.places.mentions import FORMER, Mention
from matching.places.misspelt import (
    follows,
    is_long,
    misheard_where_told,
    misspelt_after_type_words,
    misspelt_where_told,
    neighbours_of,
)
from matching.places.spelling import best_spelled, is_spelled_out, spelling, spelling_gap
from matching.places.tokens import COMMA, JOINED, Token
from matching.places.words import DISTRICT_LEVEL, words

#: What a mention must reach before a text counts as naming a commune.
THRESHOLD = 1.5

_TYPE_WORD = 2.0
_DISTRICT_BESIDE, _TYPED_DISTRICT_BESIDE, _PROVINCE_BESIDE = 2.0, 3.5, 1.5
_DOUBTFUL_TYPE_WORD, _OTHER_SPELLING, _ONE_LOWER_SYLLABLE, _OTHER_TYPE = -1.5, -1.2, -1.2, -0.6
_SLIP = -0.4
_CLOSE_CALL = 0.3
_LONG_NAME, _LEAST_BEHIND = 3, 2
_UNLIKE_A_WORD, _UNLIKE_WORDS, _UNLIKE_ANY_WORD = 7.5, 12.0, 13.0
_TOGETHER = 1.5
_INITIALS = (2, 3)
_SAYS_MORE = 1.0
_ROUNDING = 1e-9


def named_in_sentence(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    """Return the best supported mention of a commune in running text, or None where none is supported."""
    contexts = [mention for mention in mentions if any(place.kind >= Kind.DISTRICT for place in mention.places)]
    found = []
    contexts += _behind_a_name_like_a_type_word(scope, mentions)
    mentions = _longest(scope, mentions, contexts)
    for mention in (
        *mentions,
        *misspelt_after_type_words(scope, mentions),
        *misspelt_where_told(scope, mentions, contexts),
        *misheard_where_told(scope, mentions),
    ):
        is_bare = mention.type is None and (
            is_long(scope.tokens, mention) or _is_short_but_told(scope, mention, contexts)
        )
        if mention.names_commune or is_bare:
            weighed = _weighed(scope, mention, contexts)
            if weighed is not None and weighed.evidence >= THRESHOLD - _ROUNDING:
                found.append(weighed)
    if not found:
        return None
    found = [one for one in found if not _is_set_aside(scope.tokens, one.mention)] or found
    found = _where_the_writer_is(scope.tokens, _confirmed(found))
    found = _within_what_is_named(scope, found, contexts)
    found.sort(key=_preference)
    return _agreement(scope, found)


def _behind_a_name_like_a_type_word(scope: Scope, mentions: list[Mention]) -> list[Mention]:
    """Return districts and provinces whose type word is another name's last: "Nghia Phuong Bac Giang"."""
    ends = {mention.stop for mention in mentions if mention.type is None and mention.stop - mention.start > 1}
    found = []
    for mention in mentions:
        if mention.names_commune and mention.start == mention.first + 1 and mention.start in ends:
            key = "".join(token.word.key for token in scope.tokens[mention.start : mention.stop])
            places = scope.gazetteer.by_key.get(key, ())
            if any(place.kind >= Kind.DISTRICT for place in places):
                found.append(Mention(mention.start, mention.start, mention.stop, places, None))
    return found


def _longest(scope: Scope, mentions: list[Mention], contexts: list[Mention]) -> list[Mention]:
    """
    Leave out bare names that are a part of a longer one: "nam sầm sơn" is not Sầm Sơn.

    Not where the longer one would take a word of the district or province behind: "Chi Lăng Bắc Ninh".
    """
    beside = {(context.start, context.stop) for context in contexts if context.stop - context.start > 1}
    longer: defaultdict[int, list[Mention]] = defaultdict(list)
    mentions = _parted(scope.tokens, mentions)
    for mention in mentions:
        if (
            mention.stop - mention.start >= _LONG_NAME
            and (mention.stop - 1, mention.stop + 1) not in beside
            and _is_whole(scope, mention)
        ):
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


def _parted(tokens: list[Token], mentions: list[Mention]) -> list[Mention]:
    """Leave out names whose last word belongs to the next one: "thanh phu dong cua" is Thạnh Phú, which is closed."""
    known = {(mention.start, mention.stop) for mention in mentions}
    return [
        mention
        for mention in mentions
        if mention.stop - mention.start < _LONG_NAME
        or mention.stop == len(tokens)
        or tokens[mention.stop].gap != JOINED
        or any(token.word.has_marks or token.word.capital for token in tokens[mention.start : mention.stop])
        or (mention.start, mention.stop - 1) not in known
        or belonging(tokens[mention.stop - 1].word, tokens[mention.stop].word) < _TOGETHER
    ]


def _is_whole(scope: Scope, mention: Mention) -> bool:
    """Return whether a name is spelled so, and not begun by an office's last word ("công an Phú Thuận")."""
    tokens, start = scope.tokens, mention.start
    words_of_name = tokens[start : mention.stop]
    capitals = {token.word.capital for token in words_of_name if not token.word.key.isdigit()}
    if len(capitals) > 1 or (start and says_place(tokens[start - 1].word, tokens[start].word)):
        return False
    return any(is_spelled_out(tokens, mention, place) for place in mention.places)


def _is_short_but_told(scope: Scope, mention: Mention, contexts: list[Mention]) -> bool:
    """Return whether one syllable is a name: "ở Nếnh, Bắc Ninh", with its province or district behind it."""
    tokens = scope.tokens
    if mention.slips or mention.stop - mention.start > 1 or is_of_other(tokens[mention.start].word):
        return False
    if not (scope.has_capitals(mention) or is_at(tokens, mention.first)):
        return False
    if surprise([tokens[mention.start].word]) < _UNLIKE_A_WORD:
        return False
    beside = [other for other in contexts if follows(tokens, mention.stop, other.first)]
    found = hypothesis(scope, mention, beside)
    return found is not None and found.districts + found.provinces > 0 and any(
        is_spelled_out(tokens, mention, place) for place in found.places
    )  # fmt: skip


def _is_set_aside(tokens: list[Token], mention: Mention) -> bool:
    """Return whether a commune is named to say that it is not meant: "không phải X", "quê ở X nhưng đang trọ …"."""
    start, stop = mention.first, mention.stop
    before = [token.word.folded for token in tokens[max(0, start - 3) : start]]
    if "khong phai" in " ".join(before):
        return True
    after = tokens[stop : stop + 4]
    if not words().home.isdisjoint(before) and any(token.word.folded == "nhung" for token in after):
        return True
    clause = list(itertools.takewhile(lambda token: token.gap < COMMA, after))
    return "khong noi" in " ".join(token.word.folded for token in clause)


def _within_what_is_named(scope: Scope, found: list[Hypothesis], contexts: list[Mention]) -> list[Hypothesis]:
    """
    Keep the readings that lie in a district or province named as such anywhere: "UBND tỉnh An Giang … xã Tân Hiệp".

    Without the type word behind "ở" or as a clause of its own; not where somebody goes or works. It vouches for no
    name.
    """
    tokens, said = scope.tokens, words().elsewhere | words().on_the_way
    named = [
        one
        for one in contexts
        if not one.slips
        and (one.type is not None or is_at(tokens, one.first) or _is_a_clause(tokens, one))
        and not (_is_away(tokens, one, said) or _is_done_at(tokens, one))
    ]
    return [_within(scope, one, named) for one in found] if named else found


def _is_a_clause(tokens: list[Token], mention: Mention) -> bool:
    stop = mention.stop
    return tokens[mention.first].gap >= COMMA and (stop == len(tokens) or tokens[stop].gap >= COMMA)


def _within(scope: Scope, one: Hypothesis, named: list[Mention]) -> Hypothesis:
    if one.districts + one.provinces:
        return one
    narrowed = hypothesis(scope, replace(one.mention, places=one.places), named)
    if narrowed is None or not narrowed.contexts:
        return one
    return replace(
        one,
        places=narrowed.places,
        districts=narrowed.districts,
        provinces=narrowed.provinces,
        contexts=narrowed.contexts,
    )


def _is_done_at(tokens: list[Token], mention: Mention) -> bool:
    """Return whether something is done there: "đi làm ở tỉnh Bình Dương"."""
    before = [token.word.marks for token in tokens[max(0, mention.first - 2) : mention.first]]
    return tokens[mention.first].gap == JOINED and not words().done_at.isdisjoint(before)


def _where_the_writer_is(tokens: list[Token], found: list[Hypothesis]) -> list[Hypothesis]:
    """
    Leave out what is only gone to or bordered on: "ở xã X, đường sang xã Y", "trạm y tế X hết thuốc, phải đi Y".

    Not where a district or province beside it says more of it than is known of the others.
    """
    if len(found) == 1:
        return found
    known, writers = words(), [_is_writers(tokens, one.mention) for one in found]
    said = known.elsewhere | known.on_the_way if any(writers) else known.elsewhere
    away = [not own and _is_away(tokens, one.mention, said) for one, own in zip(found, writers, strict=True)]
    kept = [one.evidence for one, is_away in zip(found, away, strict=True) if not is_away]
    if not kept or len(kept) == len(found):
        return found
    least = max(kept) + _SAYS_MORE
    return [one for one, is_away in zip(found, away, strict=True) if not is_away or one.evidence >= least]


def _is_away(tokens: list[Token], mention: Mention, said: frozenset[str]) -> bool:
    first = mention.first
    if first == 0 or tokens[first].gap != JOINED or tokens[first - 1].word.marks not in said:
        return False
    return first < _LEAST_BEHIND or tokens[first - 2].word.folded not in words().moved


def _is_writers(tokens: list[Token], mention: Mention) -> bool:
    """Return whether who writes lives there: "ở X", but not "đi làm ở X"; "X chúng tôi"."""
    if is_own(tokens, mention):
        return True
    return is_at(tokens, mention.first) and (
        mention.first < _LEAST_BEHIND or tokens[mention.first - 2].word.marks not in words().done_at
    )


def _confirmed(found: list[Hypothesis]) -> list[Hypothesis]:
    """Leave out names behind a type word where a district or province confirms another ("xã tây trà …")."""
    sure = {one.mention.first for one in found if one.mention.names_commune and one.districts + one.provinces}
    return [one for one in found if one.districts + one.provinces or one.mention.first not in sure]


def _preference(one: Hypothesis) -> tuple[float, int, int, int]:
    mention = one.mention
    return -one.evidence, mention.slips, mention.start - mention.stop, mention.start


def _weighed(scope: Scope, mention: Mention, contexts: list[Mention]) -> Hypothesis | None:
    neighbours = neighbours_of(scope.tokens, mention, contexts)
    likely = mention.names_commune or neighbours or scope.has_capitals(mention)
    if not likely and not may_be_told(scope.tokens, mention):
        return None  # what is left could not reach the threshold
    found = hypothesis(scope, mention, neighbours)
    if found is None:
        return None
    found = _with_initials_behind(scope, found)
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


def _with_initials_behind(scope: Scope, found: Hypothesis) -> Hypothesis:
    """Read two or three capitals right behind a name as those of a province that has such a one: "Kỳ Thượng QN"."""
    at = found.mention.stop
    if scope.shouting or found.districts + found.provinces or at == len(scope.tokens):
        return found
    token = scope.tokens[at]
    if token.gap > COMMA or not token.word.upper or len(token.word.folded) not in _INITIALS:
        return found
    agreeing = tuple(place for place in found.places if is_in_province_of(scope.gazetteer, place, token.word.folded))
    return replace(found, places=agreeing, provinces=1) if agreeing else found


def _of_today(scope: Scope, found: Hypothesis) -> Hypothesis:
    """
    Return what a bare name means in a sentence: the communes of today that bear it, if any, not a former district.

    What happened in a commune is told by its name; "Kế Sách" as an answer may still be the district that it was, and so
    may "Dĩ An" beside "Bình Dương", which is no province any more, and a name behind "trung tâm y tế".
    """
    if found.districts or all(place.kind is not Kind.DISTRICT for place in found.places):
        return found
    places = best_spelled(scope.tokens, found.mention, found.places)
    if all(place.kind is not Kind.CURRENT for place in places):
        return found
    if is_of_district(scope.tokens, found.mention.first):
        return found
    beside = [[place for place in context.places if place.kind is Kind.PROVINCE] for context in found.contexts]
    if any(beside) and all(place.former_province for provinces in beside for place in provinces):
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
    is_other = bare and f"{announcing.folded} {name[0].word.folded}" in words().not_types
    is_former = name[0].word.marks in FORMER
    if not capitals and (is_other or is_former) and not any(token.word.foreign for token in name):
        evidence += _DOUBTFUL_TYPE_WORD  # "xa cu m'gar" is no commune of before
    if not capitals and _tells_the_kind(name):
        evidence += _DOUBTFUL_TYPE_WORD
    if _is_one_own(name, found):
        evidence += _DOUBTFUL_TYPE_WORD
    if not (is_long(tokens, mention) or capitals or digits or _is_rare_with_its_marks(scope, found)):
        evidence += _ONE_LOWER_SYLLABLE
    if bare and not capitals and not any(place.type is mention.type for place in found.places):
        is_plain = not mention.slips and any(place.kind is Kind.CURRENT for place in found.places)
        unlike = surprise([token.word for token in name]) if is_plain else 0.0
        evidence += _OTHER_TYPE if unlike < _UNLIKE_WORDS else 0.0
    if any(token.word.has_marks for token in name):
        gap = min(spelling_gap(tokens, mention, place) for place in found.places)
        is_cut = name[0].word.capital and not capitals and not scope.shouting  # "thị trấn Cồn có" is not Cồn Cỏ
        if gap > 1 + capitals - is_cut:
            evidence += _OTHER_SPELLING
    return evidence


def _tells_the_kind(name: list[Token]) -> bool:
    """Return whether words behind a type word say what kind of commune it is: "một xã biên giới"."""
    return " ".join(token.word.folded for token in name) in words().kind


def _is_rare_with_its_marks(scope: Scope, found: Hypothesis) -> bool:
    """Return whether one small syllable is hardly anything but the name: "phuong nếnh"."""
    mention, word = found.mention, scope.tokens[found.mention.start].word
    if not word.has_marks or mention.slips or surprise([word]) < _UNLIKE_ANY_WORD:
        return False
    return any(is_spelled_out(scope.tokens, mention, place) for place in found.places)


def _is_one_own(name: list[Token], found: Hypothesis) -> bool:
    """Return whether "xã mình Nghĩa Đồng" is Nghĩa Đồng, not a commune whose name begins with "Minh"."""
    first = name[0].word
    if first.capital or first.folded not in words().mine or len(name) < _LEAST_BEHIND:
        return False
    return name[1].word.capital or (
        first.has_marks and all(spelling(place.name)[0].marks != first.marks for place in found.places)
    )


def _evidence_beside(found: Hypothesis) -> float:
    evidence = _PROVINCE_BESIDE if found.provinces else 0.0
    if found.districts:
        typed = any(context.type in DISTRICT_LEVEL for context in found.contexts)
        evidence += _TYPED_DISTRICT_BESIDE if typed else _DISTRICT_BESIDE
    return evidence


def _may_end_with_the_type_word(best: Hypothesis, other: Hypothesis) -> bool:
    """Return whether the district behind has another name that ends with the type word: "dang xa gia lam"."""
    ends_so = other.mention.stop == best.mention.start and other.mention.first < best.mention.first
    return ends_so and other.districts > 0


def _is_around(scope: Scope, town: Hypothesis, one: Hypothesis) -> bool:
    """Return whether a former district's name right behind another says where it is: "Chiên Đàn Tam Kỳ"."""
    if not follows(scope.tokens, one.mention.stop, town.mention.first):
        return False
    provinces = {place.province for place in town.mention.places if place.kind is Kind.DISTRICT}
    return not provinces.isdisjoint(place.province for place in one.places)


def _agreement(scope: Scope, found: list[Hypothesis]) -> Hypothesis:
    """
    Settle between mentions that are equally supported.

    "Xã X cũ, nay là xã Y" means what both allow; "xã X và xã Y" may mean either.
    """
    best = found[0]
    for other in found[1:]:
        if _may_end_with_the_type_word(best, other):
            best = replace(best, rivals=(*best.rivals, other))
        if any(other.mention.overlaps(one) for one in (best.mention, *best.contexts)):
            continue
        if other.mention.names_commune and any(best.mention.overlaps(one) for one in other.contexts):
            best = other  # "ở Quảng Điền, xã X" is in what was the district
            continue
        mine, theirs = acceptable(scope, best).keys(), acceptable(scope, other).keys()
        if theirs < mine:
            best = other
        elif other.mention.names_commune < best.mention.names_commune:
            continue  # "xã X" says more than any bare name
        elif not mine & theirs and best.evidence - other.evidence <= _CLOSE_CALL:
            if _is_around(scope, other, best):
                continue
            best = other if _is_around(scope, best, other) else replace(best, rivals=(*best.rivals, other))
    return best
