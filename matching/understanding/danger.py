"""Danger to life in a text, and which numbers help: the words that name it, and what they weigh."""

from __future__ import annotations

from collections.abc import Sequence

from matching.reading import Token
from matching.text import fold
from matching.understanding.phrases import Hit, longest, outside
from matching.understanding.values import Guess

DANGER_FROM = 3.0  # points
_MOST_FOR_NOW = 2.0
LEARNT_FROM = 0.25  # the chance of the learnt table; the fewest misses at 3 % false alarms on texts of other hands
UNNAMED_FROM = 0.6  # where no word is one of danger: who is "đang khổ lắm" is no more than 0.5, who says farewell 0.9
# Where only the learnt table sees a danger: the numbers for what the text speaks of.
_NUMBERS_BY_CONCEPT = {
    "fire": "114", "gas": "114", "shock": "114|115", "water": "112", "rise": "112", "trapped": "112|114",
    "violence": "113", "attack": "113", "weapon": "113", "missing": "113", "bomb": "112|113", "sex": "111|113",
    "home": "111|113", "child": "111|113", "suicide": "115|113", "injury": "115", "fall": "115|113",
    "poison": "115", "bite": "115", "birth": "115", "crash": "113|115", "captive": "113", "kidchore": "111",
    "stalk": "113", "drown": "112|114|115", "stuck": "112|114", "ground": "112", "machine": "114|115",
    "lifeless": "115", "beast": "115", "threat": "113", "taken": "113", "farewell": "115|113",
}  # fmt: skip
_NAMING = _NUMBERS_BY_CONCEPT.keys() - {"home", "rise"}  # "vợ chồng" says who, and "dang" is mostly "đang"
_CHILDREN = "111"
_ANY_HELP = frozenset({"112"})
CHILD_UNDER = 16  # years. Source: Luật Trẻ em 102/2016/QH13, Art 1
_WORDS_BEFORE = 6
_ELDERS = frozenset("mẹ má bố ba bà cha cụ ông".split())
_ELDERS_UNMARKED = frozenset("me ma ba cha ong".split())  # "bo" may be "bỏ", "cu" a boy
_YOUNG = frozenset("con chau em be tre dua no".split())
_WITH_A_CHILD = frozenset({"con", "chau"})  # "bà cháu" are two
_STEP_PARENTS = frozenset({"dượng", "kế", "ghẻ"})


def danger_hits(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that name a danger and lie in no phrase that says the opposite ("phòng cháy chữa cháy")."""
    relevant = longest([hit for hit in hits if hit.entry.what.startswith("danger")])
    denials = [hit for hit in relevant if hit.entry.what == "danger_not" and hit.entry.weight >= 2]
    return outside((hit for hit in relevant if hit.entry.what == "danger"), denials)


def danger_points(hits: Sequence[Hit], found: Sequence[Hit]) -> float:
    """Return the points of the dangers that were found, with what speaks for now and what speaks against."""
    if not found:
        return 0.0
    points = sum({hit.entry.words: hit.entry.weight for hit in found}.values())
    others = longest([hit for hit in hits if hit.entry.what in ("danger_now", "danger_not")])
    now = {hit.entry.words: hit.entry.weight for hit in others if hit.entry.what == "danger_now"}
    against = {hit.entry.words: hit.entry.weight for hit in others if hit.entry.what == "danger_not"}
    return points + min(sum(now.values()), _MOST_FOR_NOW) - sum(against.values())


def numbers_to_call(tokens: Sequence[Token], hits: Sequence[Hit], found: Sequence[Hit]) -> frozenset[str]:
    """Return the hotlines of the dangers that were found, or those for the concepts of the text, or 112."""
    named = [_helping(tokens, hit) for hit in found if hit.entry.weight > 1]
    if not named:
        concepts = [hit.entry.value for hit in hits if hit.entry.what == "concept" and not _is_of_an_adult(tokens, hit)]
        named = [_NUMBERS_BY_CONCEPT[name] for name in concepts if name in _NUMBERS_BY_CONCEPT]
    return frozenset(number for numbers in named for number in numbers.split("|")) or _ANY_HELP


def _helping(tokens: Sequence[Token], hit: Hit) -> str:
    """Return the numbers of a danger, without the children's where somebody grown up suffers it."""
    numbers = hit.entry.value
    if _CHILDREN not in numbers or "|" not in numbers or not _is_suffered_by_an_adult(tokens, hit):
        return numbers
    return "|".join(number for number in numbers.split("|") if number != _CHILDREN)


def _is_suffered_by_an_adult(tokens: Sequence[Token], hit: Hit) -> bool:
    """Tell whether "cha 80 tuổi bị bỏ đói" or "bỏ đói mẹ chồng" is told; in doubt it may be a child."""
    if any(fold(word) in _YOUNG or word in _STEP_PARENTS for word in hit.entry.words):
        return False
    behind = tokens[hit.last + 1 : hit.last + 3]
    if behind and not behind[0].after_break and _is_elder(behind[0]):
        return len(behind) < 2 or behind[1].folded not in _WITH_A_CHILD
    suffers = next((at for at in range(hit.first, max(hit.first - _WORDS_BEFORE, -1), -1) if _suffers(tokens[at])), 0)
    if not suffers or tokens[suffers - 1].folded in _WITH_A_CHILD:
        return False
    return _is_grown_up(tokens, suffers) or _stands_behind_an_elder(tokens, suffers)


def _suffers(token: Token) -> bool:
    return token.expanded == "bị" if token.has_marks else token.folded == "bi"


def _is_grown_up(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an age stands right before: "người 60 tuổi bị …"."""
    age = tokens[place - 2].number if place > 1 and tokens[place - 1].folded == "tuoi" else None
    return age is not None and age >= CHILD_UNDER


def _is_elder(token: Token) -> bool:
    return (token.expanded in _ELDERS) if token.has_marks else (token.folded in _ELDERS_UNMARKED)


def _is_of_an_adult(tokens: Sequence[Token], hit: Hit) -> bool:
    """Tell whether what is mostly said of a child is said of somebody grown up: 85 years old, a mother left alone."""
    if hit.entry.value == "child":
        age = tokens[hit.first - 1].number if hit.first and hit.entry.words == ("tuổi",) else None
        return age is not None and age >= CHILD_UNDER
    return hit.entry.value == "kidchore" and _stands_behind_an_elder(tokens, hit.first)


def _stands_behind_an_elder(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the one spoken of is "mẹ em", and not who went away ("mẹ đi làm") or has a child with her."""
    for before in range(place - 1, max(place - 1 - _WORDS_BEFORE, -1), -1):
        token = tokens[before]
        if _is_elder(token):
            near = tokens[max(before - 2, 0) : before] if not token.after_break else ()  # "con ông Tư", "cháu nội bà"
            return not any(one.folded in _YOUNG for one in (*near, *tokens[before + 2 : place]))
        if token.folded == "di" or token.after_break:
            return False
    return False


def is_urgent(learnt: float, hits: Sequence[Hit], found: Sequence[Hit]) -> bool:
    """
    Tell whether the learnt table sees a danger; what the rules see is part of what it weighs.

    Many a cry for help begins with "em đang", as many other things do: without any word of danger it has to be surer.
    """
    if learnt < LEARNT_FROM:
        return False
    return learnt >= UNNAMED_FROM or bool(found) or any(hit.entry.value in _NAMING for hit in hits)


def guess_urgency(points: float, learnt: float, *, urgent: bool) -> Guess:
    """Return khan or binh_thuong; never silent, since silence would hide a danger."""
    by_rule = min(0.99, max(0.01, 0.5 + (points - DANGER_FROM + 0.5) * 0.2))
    chance = max(by_rule, learnt, 0.5) if urgent else min(0.49, max(by_rule, learnt))
    pairs = (("khan", round(chance, 4)), ("binh_thuong", round(1 - chance, 4)))
    ordered = pairs if urgent else pairs[::-1]
    return Guess(ordered[0][0], ordered[0][1], ordered)
