"""Officers and residents speak: replies, questions and answers that never mix two cases, corrections, notes."""

from __future__ import annotations

import pytest

from actions.cases import handling, join, refer, resident, talk
from domain.errors import NotAllowed, NotFound, ReasonMissing, StepNotAllowed
from domain.life import State
from domain.roles import Role
from domain.subjects import Subject
from storage import cases
from tests.actions.world import World
from tests.support.looking import looking_at


async def test_a_reply_goes_to_everybody_behind_the_case(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)

    await world.does(officer, talk.reply, first.case_id, text="Tuần sau có đoàn kiểm tra")

    for filed in (first, second):
        assert await world.told(filed.chat) == ["notice-reply"]
        assert "Tuần sau có đoàn kiểm tra" in await world.last_words(filed.chat)


async def test_a_reply_to_one_is_read_by_that_one_alone(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)

    await world.does(officer, talk.reply, first.case_id, text="Riêng bác", only_petition=second.petition_id)

    assert (await world.told(first.chat), await world.told(second.chat)) == ([], ["notice-reply"])


async def test_a_reply_to_a_petition_of_another_case_is_refused(world: World):
    officer = await world.officer()
    first, other = await world.file(), await world.file()

    with pytest.raises(NotFound):
        await world.does(officer, talk.reply, first.case_id, text="x", only_petition=other.petition_id)

    assert await world.told(other.chat) == []


async def test_a_reply_without_words_is_refused(world: World):
    officer = await world.officer()
    filed = await world.file()

    with pytest.raises(ReasonMissing):
        await world.does(officer, talk.reply, filed.case_id, text="   ")


async def test_a_question_is_private_and_its_answer_reaches_the_officer(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)
    await world.forget_news()

    await world.does(officer, talk.ask, first.case_id, petition_id=second.petition_id, text="Cột số mấy ạ?")
    await world.resident(second, resident.supply, "Cột số 5", case_id=first.case_id)

    assert (await world.told(first.chat), await world.told(second.chat)) == ([], ["notice-ask"])
    assert await world.officer_told(officer) == ["officer-supplied"]
    answer = (await world.events(first.case_id))[-1]
    assert (answer.step, answer.petition_id, answer.data["text"]) == ("supply", second.petition_id, "Cột số 5")


async def test_the_button_under_a_question_names_the_petition_and_the_case(world: World):
    officer = await world.officer()
    filed = await world.file()

    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột số mấy ạ?")

    (option,) = (await world.replies(filed.chat))[-1].options
    assert option.choice == f"!answer={filed.code}.{filed.case_id}"


async def test_an_answer_goes_to_the_case_that_asked_and_to_no_other(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    other = await world.does(
        officer, join.split, filed.case_id, petition_id=filed.petition_id, title="Cống", subject=Subject.DISASTERS,
        draw=_draw,
    )  # fmt: skip
    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột nào?")
    await world.does(officer, talk.ask, other.id, petition_id=filed.petition_id, text="Cống nào?")

    went_to = await world.resident(filed, resident.supply, "Cống trước nhà", case_id=other.id)

    assert went_to == [other.id]
    assert (await world.case(filed.case_id)).state is State.NEEDS_INFORMATION
    assert (await world.case(other.id)).state is State.ACCEPTED
    assert "supply" not in await world.steps(filed.case_id)
    async with looking_at(world.database) as db:
        waiting = await cases.open_questions(db, [filed.petition_id])
    assert [case_id for case_id, _ in waiting] == [filed.case_id]


def _draw(count: int) -> bytes:
    import secrets

    return secrets.token_bytes(count)


async def test_facts_without_a_question_reach_every_open_case_of_the_petition(world: World):
    officer = await world.officer()
    filed = await world.file()
    other = await world.does(
        officer, join.split, filed.case_id, petition_id=filed.petition_id, title="Cống", subject=Subject.DISASTERS,
        draw=_draw,
    )  # fmt: skip

    went_to = await world.resident(filed, resident.supply, "Hôm nay vẫn thế")

    assert went_to == [filed.case_id, other.id]


async def test_nothing_at_all_is_no_addition(world: World):
    await world.officer()
    filed = await world.file()

    with pytest.raises(ReasonMissing):
        await world.resident(filed, resident.supply, " ")


async def test_a_note_is_read_by_no_resident(world: World):
    officer = await world.officer()
    filed = await world.file()

    await world.does(officer, talk.note, filed.case_id, text="Đã gọi cho trưởng thôn")

    assert await world.told(filed.chat) == []
    assert (await world.events(filed.case_id))[-1].data["text"] == "Đã gọi cho trưởng thôn"


async def test_a_collaborator_may_note_but_not_reply(world: World):
    await world.officer()
    collaborator = await world.officer("Mai", roles=(Role.COLLABORATOR,))
    filed = await world.file()
    await world.does(collaborator, talk.note, filed.case_id, text="Có nghe nói")

    with pytest.raises(NotAllowed):
        await world.does(collaborator, talk.reply, filed.case_id, text="Chào bác")

    assert await world.told(filed.chat) == []


async def test_a_correction_shows_the_wrong_words_and_the_right_ones_to_those_who_read_the_wrong(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)
    await world.does(officer, talk.reply, first.case_id, text="Sửa ngày 20/11", only_petition=second.petition_id)
    wrong = (await world.events(first.case_id))[-1]

    await world.does(officer, talk.correct, first.case_id, event_id=wrong.id, text="Sửa ngày 30/11")

    assert await world.told(first.chat) == []
    said = await world.last_words(second.chat)
    assert "Sửa ngày 20/11" in said
    assert "Sửa ngày 30/11" in said
    assert [event.data.get("text") for event in await world.events(first.case_id)][-2:] == [
        "Sửa ngày 20/11",
        "Sửa ngày 30/11",
    ]


async def test_what_was_corrected_is_not_corrected_again_but_its_correction_is(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, talk.reply, filed.case_id, text="A")
    wrong = (await world.events(filed.case_id))[-1]
    await world.does(officer, talk.correct, filed.case_id, event_id=wrong.id, text="B")

    with pytest.raises(NotFound):
        await world.does(officer, talk.correct, filed.case_id, event_id=wrong.id, text="C")

    async with looking_at(world.database) as db:
        assert [event.data["text"] for event in await talk.said(db, filed.case_id)] == ["B"]


async def test_an_authority_s_answer_can_be_corrected_too(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")
    await world.does(officer, refer.answer, filed.case_id, text="Đã thay 3 bóng")
    answer = next(event for event in await world.events(filed.case_id) if event.step == "answer")

    await world.does(officer, talk.correct, filed.case_id, event_id=answer.id, text="Đã thay 2 bóng")

    assert (await world.told(filed.chat))[-1] == "notice-correct"


async def test_a_merged_case_is_not_asked_about(world: World):
    officer = await world.officer()
    first, second = await world.file(), await world.file()
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)

    with pytest.raises(StepNotAllowed):
        await world.does(officer, talk.ask, second.case_id, petition_id=second.petition_id, text="?")
