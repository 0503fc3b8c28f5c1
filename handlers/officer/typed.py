"""A step in an officer's own words: "chuyển công an", "ghi chú: …", "trả lời dân là …", "đóng vụ này"."""

from __future__ import annotations

from typing import Final

from actions.cases.access import access, may_see, steps_for
from conversation import heard
from conversation.codec import Json
from conversation.messages import words
from conversation.phrases import longest, phrases, spoken
from domain import receipt
from domain.calendar import WorkCalendar, local_date
from domain.life import Step
from domain.units import Level, level_of
from handlers.digest_lines import ask_how_long
from handlers.labels import shortened
from handlers.numbers import cases_in_view
from handlers.officer.asking import parse_day
from handlers.officer.card import show_case
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, open_option, titled
from handlers.officer.handing import HANDED, SIGNS, and_reason, colleague, whither, without_asking
from handlers.officer.merged import merged_case
from handlers.officer.referring import CODED, elsewhere, elsewhere_words, named_authority
from handlers.officer.steps import do_tap, step_key
from handlers.table import tap
from handlers.visit import Visit
from storage import cases
from storage.cases import Case

TEXT_MAX: Final = 3_000
OFFERED: Final = 4
OFFICE_WORDS: Final = 6
"""So many words at most name an office."""

STEPS: Final = (
    Step.NOTE, Step.REPLY, Step.ASK, Step.SUPPLY, Step.ANSWER, Step.REASSIGN, Step.REFER, Step.REMIND, Step.EXTEND,
    Step.UNMERGE, Step.MERGE, Step.SPLIT, Step.CLOSE, Step.REOPEN, Step.DECLINE, Step.CORRECT, Step.CLASSIFY,
    Step.ACCEPT, Step.VERIFY, Step.START, Step.CHECK, Step.RECUSE,
)  # fmt: skip
"""Steps that have words of their own, `officer-typed-<step>`."""

_SAID_IN: Final = {
    Step.NOTE: "text", Step.REPLY: "text", Step.ASK: "text", Step.SUPPLY: "text", Step.ANSWER: "text",
    Step.CLOSE: "text", Step.PROPOSE_DECLINE: "reason", Step.REOPEN: "reason", Step.DECLINE: "reason",
}  # fmt: skip
"""Which question of the step's form the words that follow answer."""

_REASONED: Final = frozenset({Step.CLOSE, Step.REOPEN, Step.DECLINE, Step.PROPOSE_DECLINE})
_INSTEAD: Final = {Step.DECLINE: Step.PROPOSE_DECLINE, Step.SPLIT: Step.UNMERGE}
"""What the same words mean where the first is not this officer's, or not possible."""

_ASKED: Final = f"{SIGNS}?!"


async def typed_step(visit: Visit, text: str) -> bool:
    """Begin the step that an officer's words name, for the case before them; False for all other words."""
    if visit.row.officer_id is None or len(text) > TEXT_MAX:
        return False
    snooze = heard.begins(text, "officer-typed-later")
    shown = heard.begins(text, "officer-typed-show")
    shown = shown if shown is not None and (not shown.strip(_ASKED) or heard.is_the_case(shown)) else None
    found = step_named(text)
    if snooze is None and found is None and shown is None:
        return False
    desk = await desk_of(visit)
    case = await case_meant(desk)
    if case is None:
        return True
    if shown is not None:
        await show_case(desk, case.id)
    elif snooze is not None:
        await ask_how_long(desk, case.id)
    elif found is not None:
        await begin_step(desk, case, *found)
    return True


async def coded_step(visit: Visit, text: str) -> bool:
    """Begin the step that stands beside a code ("nhận 9ZSG-R2B4"); False for a code alone, or one of others."""
    code = receipt.parse(text)
    found = step_named(receipt.beside(text)) if visit.row.officer_id is not None and code is not None else None
    if code is None or found is None:
        return False
    if found[0] is Step.MERGE:  # the code is that of the other case
        return await typed_step(visit, text)
    desk = await desk_of(visit)
    case = await cases.case_by_code(desk.db, code)
    if case is None or not may_see(case, desk.actor):
        return False
    await begin_step(desk, case, *found)
    return True


def step_named(text: str) -> tuple[Step, str] | None:
    """Return the step whose words the text begins with, the longest of several, and what follows them."""
    found = [
        (rest, step) for step in STEPS if (rest := heard.begins(text, f"officer-typed-{step_key(step)}")) is not None
    ]
    if not found:
        if _office_is_silent(text):
            return Step.REMIND, ""
        return (Step.ANSWER, text.strip()) if _office_answers(text) else None
    rest, step = min(found, key=lambda pair: len(pair[0]))
    return step, _clean(rest)


def _office_is_silent(text: str) -> bool:
    """Tell whether an office of our list is said not to answer ("điện lực vẫn chưa trả lời")."""
    typed, silent = spoken(text), phrases("officer-typed-silent")
    return any(
        place + longest(typed, place, silent) == len(typed.words)
        and named_authority(" ".join(typed.words[:place]), Level.COMMUNE) is not None
        for place in range(1, min(OFFICE_WORDS, len(typed.words)))
    )


def _office_answers(text: str) -> tuple[str, str] | None:
    """Return which office of our list answers what ("điện lực báo đã thay bóng"); None for other words."""
    typed, answered = spoken(text), phrases("officer-typed-answered")
    for place in range(1, min(OFFICE_WORDS, len(typed.words) - 1)):
        office = " ".join(typed.words[:place]) if longest(typed, place, answered) else ""
        if office and named_authority(office, Level.COMMUNE):
            said = heard.begins(" ".join(text.split()[place:]), "officer-typed-answered")
            return (office, _clean(said)) if said is not None else None
    return None


async def _answer(desk: Desk, case: Case, text: str) -> str:
    """Return an answer without the name of the office that the case lies with; that of another stays."""
    found = _office_answers(text)
    if found is None:
        return text
    named = named_authority(found[0], level_of(case.handler.unit.code))
    waited = {referral.authority for referral in await cases.referrals(desk.db, case.id) if not referral.answered_at}
    return found[1] if named is not None and named.removeprefix(CODED) in waited else text


def _clean(rest: str) -> str:
    """Return what was said, without what only joins it to the step: "là", ":"."""
    while (shorter := heard.behind(rest.lstrip(SIGNS), "officer-typed-joining")) != rest:
        rest = shorter
    return rest.strip()


async def case_meant(desk: Desk, known: int | None = None) -> Case | None:
    """Return the case spoken of, or the one before the officer; say so when there is none, or more than one."""
    seen = [known] if known is not None else await cases_in_view(desk.visit)
    if len(seen) == 1:
        return await access(desk.db, seen[0], desk.actor, now=desk.visit.now, content=False)
    options = []
    for case_id in seen[:OFFERED]:
        case = await access(desk.db, case_id, desk.actor, now=desk.visit.now, content=False)
        title = "" if case.confidential else case.title
        options.append(titled(case.id, case.code, title, tap("case", case.id)))
    desk.visit.say(words("officer-which-case"), options=(*options, WORK_OPTION))
    return None


REASON_SHOWN = 80
"""Characters of a reason that is told back."""


async def begin_step(desk: Desk, case: Case, step: Step, rest: str) -> None:
    """Do as the button of this step would, with the words that followed as the first answer."""
    visit = desk.visit
    if (merged := await merged_case(desk, case, step, rest)) is not None:
        case, step = merged, Step.UNMERGE
    possible = steps_for(case, desk.actor)
    given: dict[str, Json] = {}
    if step in HANDED and rest:
        meant = await whither(desk, case, step, rest)
        if meant is None:
            return
        step, given = meant
    if step not in possible and _INSTEAD.get(step) in possible:
        step = _INSTEAD[step]
    if given.get("to") == f"p{case.officer_id}":
        visit.say(words("officer-has-it", code=receipt.display(case.code)), options=(open_option(case.id),))
        return
    await do_tap(visit, f"{step}.{case.id}.{case.version}")
    if not visit.begun or not rest:
        return
    if step is Step.REFER and not given and _is_elsewhere(desk, case, rest):
        return
    visit.state.answers.update(given or await answers_of(desk, case, step, rest))
    if step is Step.REFER and (why := and_reason(rest)[1]):
        visit.say(words("officer-refer-reason", reason=shortened(why, REASON_SHOWN)))


def _is_elsewhere(desk: Desk, case: Case, rest: str) -> bool:
    """Tell whether a commune of another province is all that was named, and say so; the form asks for an office."""
    gazetteer = desk.visit.services.gazetteer()
    place = elsewhere(gazetteer, case, without_asking(and_reason(rest)[0]))
    if place is not None:
        desk.visit.say(elsewhere_words(gazetteer, case, place))
    return place is not None


async def answers_of(desk: Desk, case: Case, step: Step, rest: str) -> dict[str, Json]:
    """Return what the words behind a step answer of its form."""
    if step in _REASONED:
        rest = heard.behind(rest, "officer-typed-because").lstrip(SIGNS)
    if step is Step.ANSWER:
        rest = await _answer(desk, case, rest)
    if step in _SAID_IN:
        return {} if heard.is_the_case(rest) else {_SAID_IN[step]: rest}
    if step is Step.REFER:
        return _to_whom_until(desk, case, rest)
    if step is Step.EXTEND:
        until, why = and_reason(rest)
        try:
            day = parse_day(until, local_date(desk.visit.now), _calendar(desk))
        except ValueError:
            return {}
        return {"day": day, **({"reason": why} if why else {})}
    if step is Step.REASSIGN:
        name, why = and_reason(rest)
        person = await colleague(desk, case, name)
        return {**person, "reason": why} if why else person
    if step is Step.MERGE and (code := receipt.parse(rest)):
        other = await cases.case_by_code(desk.db, code)
        return {"into": other.id} if other is not None else {}
    return {}


def _to_whom_until(desk: Desk, case: Case, rest: str) -> dict[str, Json]:
    """Return the office and, where one stands behind it, the day of its answer: "điện lực hạn 30/11"."""
    rest = without_asking(and_reason(rest)[0])
    level, said = level_of(case.handler.unit.code), rest.split()
    for place in range(1, len(said)):
        office, tail = " ".join(said[:place]), " ".join(said[place:])
        until = heard.begins(tail, "officer-typed-until")
        if until is None and named_authority(office, level) is None:
            continue
        try:
            day = parse_day((tail if until is None else until).strip(), local_date(desk.visit.now), _calendar(desk))
        except ValueError:
            continue
        office = without_asking(office)
        return {"authority": named_authority(office, level) or office, "day": day}
    return {"authority": named_authority(rest, level) or rest}


def _calendar(desk: Desk) -> WorkCalendar:
    return desk.visit.services.calendar


COMMANDS = {"typed-step": typed_step, "coded-step": coded_step}
"""Without words of their own: called with what an officer writes outside any form."""
