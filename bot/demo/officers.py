"""What officers do in the demo, each beat with the action that an officer's buttons lead to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final

from actions.cases import assign, close, handling, join, on_behalf, refer, talk
from actions.cases.moving import due_day
from bot.demo.scene import Turn
from domain.authorities import Authority
from domain.calendar import local_date
from domain.life import Outcome
from domain.routing import suggest_authorities
from domain.subjects import Subject

_BY_HAND: Final = 0.15
"""How often an officer names a day instead of taking the rule's."""

_SPLIT_SUBJECTS: Final = (Subject.DISASTERS, Subject.UTILITIES)
"""Subjects of the phrases `split_title`, in their order."""


async def _accept(turn: Turn) -> None:
    await handling.accept(turn.db, turn.case.id, turn.change)


async def _classify(turn: Turn) -> None:
    await handling.classify(turn.db, turn.case.id, turn.change, kind=turn.case.kind, subject=turn.case.subject)


async def _verify(turn: Turn) -> None:
    await handling.verify(turn.db, turn.case.id, turn.change)


async def _start(turn: Turn) -> None:
    await handling.start(turn.db, turn.case.id, turn.change)


async def _ask(turn: Turn) -> None:
    questions = turn.stage.material.phrases["ask"]
    turn.scene.asked = turn.scene.rng.randrange(len(questions))
    petition_id, text = turn.scene.first.petition_id, questions[turn.scene.asked]
    await talk.ask(turn.db, turn.case.id, turn.change, petition_id=petition_id, text=text)


async def _note(turn: Turn) -> None:
    await talk.note(turn.db, turn.case.id, turn.change, text=turn.say("note"))


async def _reply(turn: Turn) -> None:
    await talk.reply(turn.db, turn.case.id, turn.change, text=turn.say("reply"))


async def _correct(turn: Turn) -> None:
    wrong = (await talk.said(turn.db, turn.case.id))[0]
    await talk.correct(turn.db, turn.case.id, turn.change, event_id=wrong.id, text=turn.say("right"))


def _authorities(turn: Turn) -> tuple[Authority, ...]:
    """Return the offices to address, the first to address first."""
    problem = turn.scene.issue.problem
    own = (problem.authority,) if problem.authority else ()
    usual = suggest_authorities(problem.subject, leader_accused=problem.accuses_leader)
    return tuple(dict.fromkeys((*own, *usual)))


async def _refer(turn: Turn) -> None:
    await refer.refer(turn.db, turn.case.id, turn.change, authority=_authorities(turn)[0], day=_day(turn))


async def _refer_further(turn: Turn) -> None:
    await refer.refer(turn.db, turn.case.id, turn.change, authority=_authorities(turn)[1])


def _day(turn: Turn) -> date | None:
    if turn.scene.rng.random() >= _BY_HAND:
        return None
    return turn.stage.calendar.add_working_days(local_date(turn.act.at), 7)


async def _acknowledge(turn: Turn) -> None:
    await refer.acknowledge(turn.db, turn.case.id, turn.change)


async def _remind(turn: Turn) -> None:
    await refer.remind(turn.db, turn.case.id, turn.change)


async def _extend(turn: Turn) -> None:
    assert turn.case.due_at is not None
    latest = max(due_day(turn.case.due_at), local_date(turn.act.at))
    day = turn.stage.calendar.add_working_days(latest, 5)
    await refer.extend(turn.db, turn.case.id, turn.change, day=day, reason=turn.say("extend"))


async def _hand_back(turn: Turn) -> None:
    await refer.hand_back(turn.db, turn.case.id, turn.change, reason=turn.say("hand_back"))


async def _answer(turn: Turn) -> None:
    text = turn.fill(turn.scene.issue.problem.answer)
    await refer.answer(turn.db, turn.case.id, turn.change, text=text, check=False)


async def _answer_check(turn: Turn) -> None:
    await refer.answer(turn.db, turn.case.id, turn.change, text=turn.fill(turn.scene.issue.problem.answer))


async def _answer_own(turn: Turn) -> None:
    """The body did itself what was to be done, and asks whether all is well."""
    await refer.answer(turn.db, turn.case.id, turn.change, text=turn.say("own_work"))


async def _close(turn: Turn, outcome: Outcome, text: str) -> None:
    await close.close(turn.db, turn.case.id, turn.change, outcome=outcome, text=text)


async def _close_resolved(turn: Turn) -> None:
    await _close(turn, Outcome.RESOLVED, turn.fill(turn.scene.issue.problem.result))


async def _close_explained(turn: Turn) -> None:
    await _close(turn, Outcome.EXPLAINED, turn.say("explained"))


async def _close_guided(turn: Turn) -> None:
    await _close(turn, Outcome.GUIDED, turn.say("guided"))


async def _close_filed(turn: Turn) -> None:
    await _close(turn, Outcome.FILED, turn.say("filed"))


async def _propose_decline(turn: Turn) -> None:
    await close.propose_decline(turn.db, turn.case.id, turn.change, reason=turn.say("decline"))


async def _decline(turn: Turn) -> None:
    reason = await close.last_proposal(turn.db, turn.case.id)
    decider = turn.stage.cast.decider(turn.case.handler, sorted(turn.barred))
    await close.decline(turn.db, turn.case.id, turn.by(decider), reason=reason, guidance=turn.say("guidance"))


async def _supply_office(turn: Turn) -> None:
    one = turn.scene.first
    text = turn.say("supply_office")
    await on_behalf.add_facts(turn.db, turn.case.id, turn.change, text=text, petition_id=one.petition_id)


async def _settled(turn: Turn) -> None:
    petition_id, text = turn.scene.first.petition_id, turn.say("settled")
    await on_behalf.note_settled(turn.db, turn.case.id, turn.change, petition_id=petition_id, text=text)


async def _withdraw_paper(turn: Turn) -> None:
    one = turn.scene.first
    reason = turn.say("withdrawn_paper")
    await on_behalf.withdraw(turn.db, turn.case.id, turn.change, petition_id=one.petition_id, reason=reason)


async def _merge(turn: Turn) -> None:
    await join.merge(turn.db, turn.case.id, turn.change, into_id=turn.scene.cases[0])


async def _unmerge(turn: Turn) -> None:
    await join.unmerge(turn.db, turn.case.id, turn.change)


async def _split(turn: Turn) -> None:
    titles = turn.stage.material.phrases["split_title"]
    chosen = turn.scene.rng.randrange(len(titles))
    new = await join.split(
        turn.db, turn.case.id, turn.change, petition_id=turn.scene.first.petition_id, title=titles[chosen],
        subject=_SPLIT_SUBJECTS[chosen], draw=turn.stage.codes("split", turn.act.issue),
    )  # fmt: skip
    turn.stage.opened(turn.scene, new.id)


async def _reassign(turn: Turn) -> None:
    found = await assign.colleagues(turn.db, turn.case, but_not=turn.case.officer_id)
    chosen = turn.scene.rng.choice(found)
    reason = turn.say("reassign")
    await assign.give_to_colleague(turn.db, turn.case.id, turn.change, officer_id=chosen.id, reason=reason)


async def _give_to_body(turn: Turn) -> None:
    body = turn.scene.rng.choice(await assign.bodies_for(turn.db, turn.case))
    await assign.give_to_body(turn.db, turn.case.id, turn.change, body=body, reason=turn.say("to_body"))


async def _recuse(turn: Turn) -> None:
    await assign.recuse(turn.db, turn.case.id, turn.change, reason=turn.say("recuse"))


BEATS: Final[dict[str, Callable[[Turn], Awaitable[None]]]] = {
    "accept": _accept,
    "classify": _classify,
    "verify": _verify,
    "start": _start,
    "ask": _ask,
    "note": _note,
    "reply": _reply,
    "correct": _correct,
    "refer": _refer,
    "refer_further": _refer_further,
    "acknowledge": _acknowledge,
    "remind": _remind,
    "extend": _extend,
    "hand_back": _hand_back,
    "answer": _answer,
    "answer_check": _answer_check,
    "answer_own": _answer_own,
    "close_resolved": _close_resolved,
    "close_explained": _close_explained,
    "close_guided": _close_guided,
    "close_filed": _close_filed,
    "propose_decline": _propose_decline,
    "decline": _decline,
    "supply_office": _supply_office,
    "settled": _settled,
    "withdraw_paper": _withdraw_paper,
    "merge": _merge,
    "unmerge": _unmerge,
    "split": _split,
    "reassign": _reassign,
    "give_to_body": _give_to_body,
    "recuse": _recuse,
}
"""By the names that stories use."""
