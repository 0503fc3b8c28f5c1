"""What residents do in the demo: file, answer, confirm, dispute, withdraw, reopen, rate, leave."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import resident
from actions.filing import NewPetition, file_petition
from bot.demo.plan import Filing
from bot.demo.scene import Filed, Scene, Stage, Turn
from domain.kinds import Kind, Rating
from domain.routing import Accused

_MORE_RATINGS: Final = 3
"""People of one case who rate it, at most."""


async def file(
    db: AsyncConnection,
    stage: Stage,
    scene: Scene,
    filing: Filing,
    *,
    join_case: int | None = None,
    recurrence_of: int | None = None,
    unsure: tuple[int, ...] = (),
) -> None:
    """File a petition of the plan: into a case of its own, or into `join_case`."""
    issue, problem = scene.issue, scene.issue.problem
    thanks = issue.story is None
    person = stage.plan.people[filing.person - 1]
    new = NewPetition(
        person_id=stage.people[filing.person],
        conversation_id=None,
        origin=filing.origin,
        kind=Kind.THANKS if thanks else problem.kind,
        text=filing.text,
        commune=issue.commune.unit,
        organisation=problem.organisation,
        subject=problem.subject,
        place=issue.where.name(problem.place),
        pin=filing.pin,
        on_behalf=filing.on_behalf,
        name_visibility=filing.visibility,
        sender_name=person.name if filing.named else "",
        sender_phone=person.phone if filing.named else "",
        confidential=problem.confidential and not thanks,
        danger=problem.danger and not thanks,
        accused=Accused.COMMUNE if problem.accuses_leader else Accused.NOBODY,
        join_case=join_case,
        recurrence_of=recurrence_of,
        unsure=unsure,
    )
    receipt = await file_petition(
        db,
        new,
        now=filing.at,
        calendar=stage.calendar,
        secret=stage.secret,
        draw=stage.codes("petition", filing.number),
    )
    scene.petitions.append(Filed(receipt.petition_id, new.person_id, receipt.code, receipt.pin))
    stage.made_petitions.append(receipt.petition_id)
    if receipt.case_id is not None and not receipt.joined:
        stage.opened(scene, receipt.case_id)


async def _file_apart(turn: Turn) -> None:
    """Somebody is not sure whether theirs is the same, and files it on its own."""
    assert turn.act.filing is not None
    await file(turn.db, turn.stage, turn.scene, turn.act.filing, unsure=(turn.case.id,))


async def _file_again(turn: Turn) -> None:
    assert turn.act.filing is not None
    await file(turn.db, turn.stage, turn.scene, turn.act.filing, recurrence_of=turn.case.id)


async def _supply(turn: Turn) -> None:
    one = turn.scene.first
    await resident.supply(
        turn.db, one.petition_id, turn.stage.material.phrases["supply"][turn.scene.asked],
        person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar,
    )  # fmt: skip


async def _confirm(turn: Turn) -> None:
    one = turn.scene.first
    await resident.confirm(
        turn.db, one.petition_id, person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar
    )


async def _dispute(turn: Turn) -> None:
    one = turn.scene.first
    await resident.dispute(
        turn.db, one.petition_id, turn.say("dispute"),
        person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar,
    )  # fmt: skip


async def _withdraw(turn: Turn) -> None:
    """Whoever came last takes theirs back; with others behind it the case goes on."""
    one = turn.scene.petitions.pop()
    await resident.withdraw(
        turn.db, one.petition_id, person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar
    )


async def _reopen(turn: Turn) -> None:
    one = turn.scene.first
    await resident.reopen(
        turn.db, one.petition_id, turn.say("reopen"),
        person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar,
    )  # fmt: skip


async def _leave(turn: Turn) -> None:
    one = turn.scene.petitions.pop()
    new = await resident.leave(
        turn.db, one.petition_id, turn.case.id, person_id=one.person_id, now=turn.act.at, calendar=turn.stage.calendar,
        draw=turn.stage.codes("leave", turn.act.issue),
    )  # fmt: skip
    turn.stage.opened(turn.scene, new)


_SCORES: Final = {
    "rating_good": Rating.VERY_SATISFIED,
    "rating_fair": Rating.SATISFIED,
    "rating_bad": Rating.NOT_SATISFIED,
}


async def _rate(turn: Turn) -> None:
    """The first rates, and some of the others, a minute apart."""
    for number, one in enumerate(turn.scene.petitions[:_MORE_RATINGS]):
        if number and turn.scene.rng.random() < 0.5:
            continue
        beat = turn.act.beat
        key = beat.say if beat and beat.say else turn.scene.rng.choices(tuple(_SCORES), (50, 38, 12))[0]
        comment = turn.scene.rng.choice(turn.stage.material.phrases[key])
        at = turn.act.at + timedelta(minutes=number)
        await resident.rate(
            turn.db, one.petition_id, _SCORES[key], comment,
            person_id=one.person_id, now=at, calendar=turn.stage.calendar,
        )  # fmt: skip


BEATS: Final[dict[str, Callable[[Turn], Awaitable[None]]]] = {
    "file_apart": _file_apart,
    "file_again": _file_again,
    "supply": _supply,
    "confirm": _confirm,
    "dispute": _dispute,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "leave": _leave,
    "rate": _rate,
}
"""By the names that stories use."""
