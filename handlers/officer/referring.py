"""Forms about the authority: refer to it, remind it, extend its time, write down its answer or that it gave back."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.cases import refer
from actions.cases.accused import accused_of
from conversation import heard
from conversation.codec import Json
from conversation.forms import Again, Form, Outline, Said, Taken
from conversation.heard import is_unsure
from conversation.messages import Option, Words, words
from conversation.patterns import any_of
from conversation.questions import Choice, Text
from domain.authorities import Authority
from domain.calendar import local_date
from domain.life import Step
from domain.routing import Accused, suggest_authorities
from domain.units import Level, inside, level_of
from handlers.officer.asking import (
    REASON_MAX,
    Act,
    Facts,
    Send,
    about,
    act,
    day,
    facts_of,
    in_words,
    more_lines,
    step_form,
)
from handlers.visit import Visit
from matching.places import Gazetteer, Unit, find_commune
from matching.text import fold
from storage import cases
from storage.cases import Case, Referral
from texts import LANGUAGES, listed, say

CODED = "@"
"""Begins the stored answer when an authority was picked by its code; a typed name never does."""

NAME_MAX = 120
NAMED_MIN = 4
"""A shorter beginning of a name fits too many."""


@functools.cache
def _alike_as() -> dict[str, str]:
    """Return what stands for other words of the same meaning, folded: the first of each list for those behind it."""
    lists = [[fold(word) for word in listed(f"authority-alike-{name}")] for name in ("commune", "committee")]
    return {word: first for first, *rest in lists for word in rest}


@functools.cache
def _alike() -> re.Pattern[str]:
    """Match what tells no office from another: the level's word, one of several words for the same, words in front."""
    level, beside = any_of("authority-level"), any_of("authority-beside")
    place = any_of("authority-alike-commune", "authority-province")
    return re.compile(rf"\b{level} (?={place})|^{beside} |\b(?:{'|'.join(_alike_as())})\b")


@dataclass(frozen=True, slots=True)
class ReferFacts:
    """The case, and whose people it accuses: their own offices are not offered."""

    base: Facts
    accused: Accused
    gazetteer: Gazetteer


async def refer_facts(args: dict[str, Json], visit: Visit) -> ReferFacts:
    """Look up whom it accuses."""
    desk, base = await facts_of(args, visit)
    return ReferFacts(base, await accused_of(desk.db, base.case), visit.services.gazetteer())


def _suggested(facts: ReferFacts) -> tuple[Authority, ...]:
    case = facts.base.case
    if facts.accused is not Accused.NOBODY:
        return suggest_authorities(case.subject, facts.accused.level, leader_accused=True)
    return suggest_authorities(case.subject, level_of(case.handler.unit.code))


def refer_outline(known: ReferFacts) -> Outline[Act]:
    """Ask to whom, by code or by name, and until when."""
    facts, suggested = known.base, _suggested(known)
    options = tuple(Option(CODED + a.value, words(a.text_key)) for a in suggested)
    who = yield from Office(known, options)
    authority = Authority(who.removeprefix(CODED)) if who.startswith(CODED) else None
    usual = refer.usual_due_day(facts.case, facts.now, facts.calendar)
    until = yield from day(facts, words("officer-refer-until"), usual=usual)
    called = words(authority.text_key) if authority else who
    yield from Send(facts, words("officer-refer-sum", authority=called, due=until), send=words("officer-refer-send"))
    return act(
        facts,
        refer.refer,
        "refer",
        authority=authority,
        name="" if authority else who,
        day=None if until == usual else until,
    )


class Office(Text):
    """An authority, picked or named. A commune of another province alone is a place, and is asked about."""

    def __init__(self, known: ReferFacts, options: Sequence[Option]) -> None:
        self._case, self._gazetteer = known.base.case, known.gazetteer
        super().__init__(
            "authority",
            ask=words("officer-refer-whom"),
            label=words("officer-label-authority"),
            options=options,
            max_chars=NAME_MAX,
            parse=functools.partial(_name, level=level_of(known.base.case.handler.unit.code)),
        )

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take a name, unless it is that of a place elsewhere."""
        place = None if said.option is not None else elsewhere(self._gazetteer, self._case, said.inbound.text)
        if place is None:
            return await super().take(said, env, memo)
        return Again((elsewhere_words(self._gazetteer, self._case, place),))


def elsewhere(gazetteer: Gazetteer, case: Case, text: str) -> Unit | None:
    """Return the commune of another province that the words name and nothing else; a namesake of the own is none."""
    if find_commune(gazetteer, text, province_code=case.province).decision is not None:
        return None
    found = find_commune(gazetteer, text)
    first, last = found.span if found.span is not None else (0, 0)
    position = gazetteer.position(found.decision) if found.decision is not None else None
    if position is None:
        return None
    unit = gazetteer.communes[position]
    province = fold(gazetteer.provinces[str(unit.province_code)].name)
    beside = fold(f"{text[:first]} {text[last:]}").replace(province, " ")
    more = heard.without(beside, "officer-hand-beside", "officer-refer-beside")
    return unit if unit.province_code != case.province and not more else None


def elsewhere_words(gazetteer: Gazetteer, case: Case, place: Unit) -> Words:
    """Say that a commune lies elsewhere, and what can be done about it."""
    provinces = gazetteer.provinces
    province = inside(provinces[str(place.province_code)].full_name)
    there = words("unit-in-province", unit=place.full_name, province=province)
    committee = say("officer-hand-committee", LANGUAGES[0], {"unit": f"{inside(place.full_name)}, {province}"})
    own = inside(provinces[case.province].full_name)
    return words("officer-refer-elsewhere", place=there, province=own, authority=committee)


def _name(text: str, level: Level) -> str:
    """
    Return the office of our list that is meant, by its code, or the name of any other as typed.

    Raises:
        ValueError: it is no name; the message is a text key.
    """
    if is_unsure(text):
        raise ValueError("officer-refer-unsure")
    return named_authority(text, level) or " ".join(text.split()).lstrip(CODED)


def named_authority(text: str, level: Level) -> str | None:
    """Return the stored answer for the one office of our list whose name begins as typed ("công an"), else None."""
    typed = _plain(text)
    if len(typed) < NAMED_MIN:
        return None
    found = [a for a in Authority if f"{_plain(say(a.text_key))} ".startswith(f"{typed} ") or _in_english(typed, a)]
    near = [a for a in found if a.level is level] or found
    return CODED + near[0].value if len(near) == 1 else None


def _in_english(typed: str, authority: Authority) -> bool:
    """English names are said in any order and in part: "the police" for "Commune police"."""
    named = set(typed.split()) - {"the"}
    return bool(named) and named <= set(fold(say(authority.text_key, "en")).split())


def _plain(name: str) -> str:
    """Return a name as it is told from others: "cong an xa" for "Công an phường" and "Công an cấp xã"."""
    return _alike().sub(lambda found: _alike_as().get(found[0], ""), fold(name)).strip()


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """The case, and its referrals that wait for an answer."""

    base: Facts
    waiting: tuple[Referral, ...]


async def referral_facts(args: dict[str, Json], visit: Visit) -> ReferralFacts:
    """Look up the referrals."""
    desk, base = await facts_of(args, visit)
    return ReferralFacts(base, tuple(await cases.referrals(desk.db, base.case.id, unanswered=True)))


def _which(waiting: Sequence[Referral]) -> Outline[int | None]:
    """Ask which referral is meant when several wait; None leaves it to the action: the only one, or none."""
    if len(waiting) < 2:
        return None
    options = tuple(
        Option(str(r.id), words("officer-referral", authority=_called(r), day=local_date(r.sent_at))) for r in waiting
    )
    chosen = yield from Choice(
        "referral", options, ask=words("officer-which-referral"), label=words("officer-label-authority")
    )
    return int(chosen)


def _called(referral: Referral | None) -> Words | str:
    if referral is None:
        return words("officer-authority-unknown")
    return refer.authority_words(referral.authority, referral.authority_name)


def _of(facts: ReferralFacts, referral_id: int | None) -> Referral | None:
    found = [r for r in facts.waiting if referral_id in {None, r.id}]
    return found[-1] if found else None


def remind_outline(facts: ReferralFacts) -> Outline[Act]:
    """Ask to be sure: the residents hear of it."""
    which = yield from _which(facts.waiting)
    referral = _of(facts, which)
    number = referral.reminded + 1 if referral else 1
    summary = words("officer-remind-sum", authority=_called(referral), number=number)
    yield from Send(facts.base, summary, send=words("officer-remind-send"))
    return act(facts.base, refer.remind, "remind", referral_id=which)


def extend_outline(facts: Facts) -> Outline[Act]:
    """Ask until when and why."""
    until = yield from day(facts, words("officer-extend-until"))
    reason = yield from in_words("reason", words("officer-extend-why"), max_chars=REASON_MAX)
    summary = words("officer-extend-sum", due=until, reason=reason)
    yield from Send(facts, summary, send=words("officer-extend-send"))
    return act(facts, refer.extend, "extend", day=until, reason=reason)


def hand_back_outline(facts: Facts) -> Outline[Act]:
    """Ask why the authority gave it back."""
    reason = yield from in_words("reason", words("officer-hand-back-why"), max_chars=REASON_MAX)
    yield from Send(facts, words("officer-hand-back-sum", reason=reason), send=words("officer-write-down"))
    return act(facts, refer.hand_back, "hand-back", reason=reason)


def answer_outline(facts: ReferralFacts) -> Outline[Act]:
    """Ask for the answer in short, and whether the residents are asked at once if it is well."""
    which = yield from _which(facts.waiting)
    text = yield from in_words("text", about(facts.base, "officer-answer-ask"))
    options = (
        Option("yes", words("officer-check-yes"), style="primary"),
        Option("no", words("officer-check-no")),
    )
    check = yield from Choice("check", options, ask=words("officer-check-ask"), label=words("officer-label-check"))
    asked = "yes" if check == "yes" else "no"
    summary = words("officer-answer-sum", authority=_called(_of(facts, which)), text=text, check=asked)
    yield from Send(facts.base, summary, send=words("officer-send"))
    return act(facts.base, refer.answer, "answer", text=text, referral_id=which, check=check == "yes")


FORMS: tuple[Form[Act], ...] = (
    step_form(Step.REFER, refer_outline, refer_facts),
    step_form(Step.REMIND, remind_outline, referral_facts),
    step_form(Step.EXTEND, extend_outline),
    step_form(Step.HAND_BACK, hand_back_outline),
    step_form(Step.ANSWER, answer_outline, referral_facts, absorb=more_lines),
)
