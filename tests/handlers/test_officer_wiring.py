"""Guards: every step has a button with words, every button leads somewhere, every form reads the same twice."""

from __future__ import annotations

import pytest

from conversation.forms import Completed, read
from domain.authorities import Authority
from domain.kinds import Kind, Organisation
from domain.life import TRANSITIONS, Outcome, State, Step
from domain.roles import HANDLERS, Role
from domain.routing import Body
from domain.rules import Deadline
from domain.subjects import Subject
from domain.units import UnitRef
from handlers.officer import OFFICER_COMMANDS, OFFICER_FORMS, OFFICER_TAPS
from handlers.officer.asking import Act, Facts, Held
from handlers.officer.assigning import AssignFacts, MergeFacts
from handlers.officer.closing import DeclineFacts
from handlers.officer.referring import ReferralFacts
from handlers.officer.steps import DIRECT, LIKELY, REST, form_name
from handlers.officer.talking import CorrectFacts
from storage.accounts import Account
from storage.cases import Case, Event, Referral
from tests.actions.world import CALENDAR, COMMUNE, MONDAY
from texts import LANGUAGES, has

OFFERED = {step for steps in LIKELY.values() for step in steps} | set(REST)


def test_every_step_that_an_officer_may_take_has_a_button() -> None:
    who = HANDLERS | {Role.APPROVER}
    may = {step for (_, step), transition in TRANSITIONS.items() if not transition.who.isdisjoint(who)}

    assert may == OFFERED


@pytest.mark.parametrize("step", sorted(OFFERED))
def test_every_button_has_words_and_leads_to_a_step_or_a_form(step: Step) -> None:
    key = step.value.replace("_", "-")

    for language in LANGUAGES:
        assert has(f"officer-step-{key}", language)
        assert has(f"officer-done-{key}", language)
    assert (step in DIRECT) != (form_name(step) in OFFICER_FORMS)


def test_every_state_has_its_likely_steps() -> None:
    assert set(LIKELY) == set(State)
    for state, steps in LIKELY.items():
        for step in steps:
            assert (state, step) in TRANSITIONS, f"{step} is never possible in {state}"


def test_every_outcome_has_words_for_officers_and_residents() -> None:
    for outcome in (Outcome.RESOLVED, Outcome.EXPLAINED, Outcome.GUIDED, Outcome.FILED):
        for language in LANGUAGES:
            assert has(f"officer-outcome-{outcome.value}", language)
            assert has(f"notice-closed-{outcome.value}", language)


def test_spoken_commands_have_their_words_in_every_language() -> None:
    for name in set(OFFICER_COMMANDS) - {"join", "case"}:
        for language in LANGUAGES:
            assert has(f"command-{name}", language)
    assert {"work", "case", "do", "steps"} <= set(OFFICER_TAPS)


# --- Purity ---------------------------------------------------------------------------------------------------


def a_case(state: State) -> Case:
    body = Body(COMMUNE, Organisation.FRONT)
    return Case(
        id=1, code="ABCD2345", version=3, owner=body, handler=body, commune=COMMUNE.code, province="46",
        subject=Subject.UTILITIES, kind=Kind.OBSERVATION, place="ngõ 12", title="Đèn", state=state, outcome=None,
        reopened=0, confidential=False, danger=False, officer_id=None, opened_at=MONDAY, read_at=None, due_at=MONDAY,
        due_rule=Deadline.READ, paused_at=None, paused_days=0, closed_at=None, changed_at=MONDAY, merged_into_id=None,
        recurrence_of_id=None,
    )  # fmt: skip


def draw(count: int) -> bytes:
    return b"\0" * count


def base(state: State = State.CHECKING) -> Facts:
    held = (Held(1, "ABCD2345"), Held(2, "EFGH6789"))
    return Facts(a_case(state), (), held, 2, MONDAY, CALENDAR, draw)


def facts_for(name: str) -> object:
    event = Event(9, MONDAY, "reply", None, 1, "Lan", None, State.ACCEPTED, State.ACCEPTED, {"text": "Sửa"}, told=True)
    account = Account(2, "Minh", (Role.OFFICER,), (), 450, "line", None, MONDAY)
    referral = Referral(4, 1, Authority.ECONOMY_OFFICE, "Phòng", MONDAY, MONDAY, "noi_bo_co_quan", 0, None, None, None)
    special: dict[str, object] = {
        "officer-invitation": None,
        "officer-correct": CorrectFacts(base(), (event,)),
        "officer-decline": DeclineFacts(base(), "ngoài phạm vi"),
        "officer-reassign": AssignFacts(base(), (account,), ()),
        "officer-merge": MergeFacts(base(), (a_case(State.ACCEPTED),)),
        "officer-remind": ReferralFacts(base(), (referral, referral)),
        "officer-answer": ReferralFacts(base(), (referral, referral)),
    }
    return special.get(name, base())


ANSWERS = {
    "whom": "all", "text": "Xin chào", "reason": "vì", "guidance": "", "which": "9", "authority": "@phong_kinh_te",
    "day": "2026-12-01", "referral": "4", "check": "yes", "outcome": "resolved", "photos": [], "kind": "phan_anh",
    "subject": "giao_thong", "to": "p2", "stays": "no", "title": "Cống", "into": 1, "send-0": True, "token": "x" * 24,
}  # fmt: skip
SINGLE = {
    "officer-ask",
    "officer-supply",
    "officer-withdraw",
    "officer-split",
    "officer-confirm",
    "officer-dispute",
}


@pytest.mark.parametrize("name", sorted(OFFICER_FORMS))
def test_every_form_read_twice_with_any_answers_gives_the_same(name: str) -> None:
    form, facts = OFFICER_FORMS[name], facts_for(name)
    answers: dict[str, object] = {}
    while True:
        first, second = read(form.outline(facts), answers), read(form.outline(facts), answers)
        assert [q.name for q in first.passed] == [q.name for q in second.passed]
        if isinstance(first.next, Completed):
            break
        assert not isinstance(second.next, Completed)
        assert first.next.name == second.next.name
        answers[first.next.name] = "1" if first.next.name == "whom" and name in SINGLE else ANSWERS[first.next.name]

    assert first.next == second.next
    if name != "officer-invitation":
        assert isinstance(first.next.value, Act)


def test_a_unit_above_is_offered_its_own_authorities() -> None:
    from dataclasses import replace

    above = replace(a_case(State.ACCEPTED), handler=Body(UnitRef("46"), Organisation.FRONT))
    facts = replace(base(), case=above)

    question = read(OFFICER_FORMS["officer-refer"].outline(facts), {}).next

    assert [option.id for option in question.options][:1] == ["@so_xay_dung"]
