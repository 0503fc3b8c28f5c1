"""Guards: every step has a button with words, every button leads somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conversation.forms import read
from conversation.messages import Reply, words
from domain.kinds import Organisation
from domain.life import TRANSITIONS, Outcome, State, Step
from domain.roles import HANDLERS, Role
from domain.routing import Accused, Body
from domain.units import UnitRef
from handlers.officer import OFFICER_COMMANDS, OFFICER_FORMS, OFFICER_TAPS
from handlers.officer.asking import Send
from handlers.officer.referring import ReferFacts
from handlers.officer.steps import DIRECT, LIKELY, REST, form_name
from tests.handlers.form_facts import a_case, a_look
from tests.support.talk import gazetteer
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
    called = {"join", "case", "pile-heard", "find-heard", "not-understood", "email-heard", "typed-step"}
    called |= {
        "coded-step",
        "figures-heard",
        "months-heard",
        "period-heard",
        "ratings-heard",
        "next-heard",
        "undo-heard",
        "photos-heard",
        "slowest-heard",
        "advice-heard",
    }
    for name in set(OFFICER_COMMANDS) - called:
        for language in LANGUAGES:
            assert has(f"command-{name}", language)
    assert {"work", "case", "do", "steps"} <= set(OFFICER_TAPS)


# --- Authorities -----------------------------------------------------------------------------------------------


def test_a_unit_above_is_offered_its_own_authorities() -> None:
    above = replace(a_case(State.ACCEPTED), handler=Body(UnitRef("46"), Organisation.FRONT))
    facts = ReferFacts(replace(a_look(), case=above), Accused.NOBODY, gazetteer())

    question = read(OFFICER_FORMS["officer-refer"].outline(facts), {}).next

    assert [option.id for option in question.options][:1] == ["@so_xay_dung"]


# --- The last look ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("changed", [False, True])
async def test_an_officers_last_look_ends_with_its_own_question(changed: bool) -> None:
    look = Send(a_look(changed=changed), words("officer-outcome-filed"), send=words("button-confirm-send"))

    shown = await look.present(None, None)

    assert isinstance(shown, Reply)
    assert [said.key for said in shown.paragraphs[-2:]] == ["officer-outcome-filed", "officer-confirm"]
