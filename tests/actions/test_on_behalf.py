"""What an officer writes down for a resident who phoned, came or sent a paper."""

from __future__ import annotations

import pytest

from actions.cases import close, handling, on_behalf, refer, talk
from domain.errors import NotFound, ReasonMissing, StepNotAllowed
from domain.kinds import Kind
from domain.life import Outcome, State
from tests.actions.world import World
from tests.support.looking import looking_at


async def test_facts_given_by_phone_let_a_waiting_case_go_on(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột nào?")

    case = await world.does(
        officer, on_behalf.add_facts, filed.case_id, text="Cột số 5 (gọi điện)", petition_id=filed.petition_id
    )

    assert (case.state, case.paused_at) == (State.ACCEPTED, None)


async def test_a_word_that_it_is_well_makes_resolved_possible(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.does(
        officer, on_behalf.note_settled, filed.case_id, text="Bác An gọi: đã sáng", petition_id=filed.petition_id
    )

    case = await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="Đèn đã sáng")

    assert (case.state, case.outcome) == (State.CLOSED, Outcome.RESOLVED)


async def test_a_dispute_by_phone_sends_the_case_back(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")
    with pytest.raises(StepNotAllowed):
        await world.does(
            officer, on_behalf.note_disputed, filed.case_id, reason="Vẫn tối", petition_id=filed.petition_id
        )
    await world.does(officer, refer.answer, filed.case_id, text="Xong")

    case = await world.does(
        officer, on_behalf.note_disputed, filed.case_id, reason="Vẫn tối", petition_id=filed.petition_id
    )

    assert (case.state, (await world.told(filed.chat))[-1]) == (State.ACCEPTED, "notice-looked-at-again")


async def test_a_denunciation_withdrawn_on_paper_is_closed_and_its_sender_told(world: World):
    officer = await world.officer()
    filed = await world.file(kind=Kind.DENUNCIATION, confidential=True)

    case = await world.does(
        officer, on_behalf.withdraw, filed.case_id, petition_id=filed.petition_id, reason="đơn giấy ngày 16/11"
    )

    assert (case.state, case.outcome) == (State.CLOSED, Outcome.WITHDRAWN)
    assert await world.told(filed.chat) == ["notice-withdrawn"]


async def test_one_of_several_withdraws_on_paper_and_the_case_goes_on(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)

    case = await world.does(
        officer, on_behalf.withdraw, first.case_id, petition_id=second.petition_id, reason="gặp trực tiếp"
    )

    assert case.state is State.RECEIVED
    assert (await world.told(first.chat), await world.told(second.chat)) == ([], ["notice-withdrawn"])


async def test_writing_down_needs_words_and_a_petition_of_the_case(world: World):
    officer = await world.officer()
    filed, other = await world.file(), await world.file()

    for step in (on_behalf.add_facts, on_behalf.note_settled):
        with pytest.raises(ReasonMissing):
            await world.does(officer, step, filed.case_id, text=" ", petition_id=filed.petition_id)
        with pytest.raises(NotFound):
            await world.does(officer, step, filed.case_id, text="Đã sáng", petition_id=other.petition_id)
    with pytest.raises(ReasonMissing):
        await world.does(officer, on_behalf.withdraw, filed.case_id, petition_id=filed.petition_id, reason="")
    with pytest.raises(NotFound):
        await world.does(officer, on_behalf.withdraw, filed.case_id, petition_id=other.petition_id, reason="giấy")


async def test_what_one_resident_said_on_the_phone_is_read_by_no_other(world: World):
    from storage import stories

    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)
    await world.does(
        officer, on_behalf.add_facts, first.case_id, text="Nhà bác An ở cột số 5", petition_id=first.petition_id
    )

    async with looking_at(world.database) as db:
        mine = [line.sentence.values.get("text") for line in await stories.for_resident(db, first.petition_id)]
        others = [line.sentence.values.get("text") for line in await stories.for_resident(db, second.petition_id)]

    assert "Nhà bác An ở cột số 5" in mine
    assert "Nhà bác An ở cột số 5" not in others
