"""An officer takes a case up: the residents hear of it, the clock goes on to the next deadline."""

from __future__ import annotations

from datetime import date

import pytest

from actions.cases import handling, refer, talk
from actions.cases.moving import due_day
from domain.errors import NotAllowed, StepNotAllowed
from domain.kinds import Kind
from domain.life import State
from domain.roles import Role
from domain.rules import Deadline
from domain.subjects import Subject
from tests.actions.world import World


async def test_a_new_case_is_to_be_read_within_one_working_day(world: World):
    await world.officer()

    case = await world.case((await world.file()).case_id)

    assert (case.state, case.due_rule, due_day(case.due_at)) == (State.RECEIVED, Deadline.READ, date(2026, 11, 17))


async def test_accepting_tells_the_resident_takes_the_case_and_begins_the_time_to_forward(world: World):
    officer = await world.officer()
    filed = await world.file()
    world.advance(hours=26)

    case = await world.does(officer, handling.accept, filed.case_id)

    assert (case.state, case.officer_id, case.read_at) == (State.ACCEPTED, officer, world.now)
    # Three working days from the receipt, not from the reading.
    assert (case.due_rule, due_day(case.due_at)) == (Deadline.FORWARD, date(2026, 11, 19))
    assert await world.told(filed.chat) == ["notice-accepted"]
    assert "Mặt trận đã nhận" in await world.last_words(filed.chat)


async def test_a_case_is_accepted_once(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)

    with pytest.raises(StepNotAllowed):
        await world.does(colleague, handling.accept, filed.case_id)

    assert (await world.case(filed.case_id)).officer_id == officer
    assert await world.told(filed.chat) == ["notice-accepted"]


async def test_a_collaborator_cannot_accept(world: World):
    collaborator = await world.officer(roles=(Role.COLLABORATOR,))
    filed = await world.file()

    with pytest.raises(NotAllowed):
        await world.does(collaborator, handling.accept, filed.case_id)

    assert (await world.case(filed.case_id)).state is State.RECEIVED


async def test_looking_at_a_new_case_is_recorded_once(world: World):
    officer = await world.officer()
    filed = await world.file()
    change = await world.change(officer)
    async with world.database.begin() as db:
        await handling.read(db, await world.case(filed.case_id), change.actor, change)
    seen = world.now
    world.advance(hours=1)
    later = await world.change(officer)
    async with world.database.begin() as db:
        await handling.read(db, await world.case(filed.case_id), later.actor, later)

    assert (await world.case(filed.case_id)).read_at == seen


async def test_classifying_a_new_case_accepts_it_and_says_what_it_is(world: World):
    officer = await world.officer()
    filed = await world.file()

    case = await world.does(officer, handling.classify, filed.case_id, kind=Kind.RECOMMENDATION, subject=Subject.ROADS)

    assert (case.state, case.kind, case.subject) == (State.ACCEPTED, Kind.RECOMMENDATION, Subject.ROADS)
    assert not case.confidential
    assert await world.told(filed.chat) == ["notice-accepted"]


async def test_classifying_later_tells_nobody(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()

    case = await world.does(officer, handling.classify, filed.case_id, kind=Kind.COMMENT, subject=Subject.ROADS)

    assert case.state is State.ACCEPTED
    assert await world.told(filed.chat) == []


async def test_what_is_classified_as_a_complaint_is_told_without_its_content_from_then_on(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.classify, filed.case_id, kind=Kind.COMPLAINT, subject=Subject.LAND)

    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Thanh tra huyện cũ")

    assert await world.told(filed.chat) == ["notice-guarded", "notice-guarded"]
    assert "Thanh tra" not in await world.last_words(filed.chat)


async def test_verifying_and_working_are_told_in_plain_words(world: World):
    officer = await world.officer()
    filed = await world.file()

    await world.does(officer, handling.verify, filed.case_id)
    case = await world.does(officer, handling.start, filed.case_id)

    assert (case.state, case.due_rule) == (State.IN_PROGRESS, Deadline.AUTHORITY_ANSWER)
    assert await world.told(filed.chat) == ["notice-verifying", "notice-in-progress"]


async def test_everybody_behind_a_case_is_told_once_each_with_their_own_code(world: World):
    officer = await world.officer()
    first = await world.file()
    others = [await world.file(join_case=first.case_id) for _ in range(3)]

    await world.does(officer, handling.accept, first.case_id)

    for filed in (first, *others):
        assert await world.told(filed.chat) == ["notice-accepted"]
        assert f"{filed.code[:4]}-{filed.code[4:]}" in await world.last_words(filed.chat)


async def test_a_person_with_two_petitions_in_a_case_hears_of_each(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(chat=first.chat, join_case=first.case_id)

    await world.does(officer, talk.reply, first.case_id, text="Đang xem")

    assert second.case_id == first.case_id
    assert await world.told(first.chat) == ["notice-reply", "notice-reply"]
