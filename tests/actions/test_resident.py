"""What a resident may do after filing: add, confirm, dispute, withdraw, reopen, rate, leave."""

from __future__ import annotations

import secrets

import pytest

from actions.cases import close, handling, join, refer, resident
from conversation.messages import FileKind, IncomingFile, Pin
from domain.errors import AlreadyDone, NotAllowed, ReasonMissing, StepNotAllowed
from domain.kinds import Kind, Rating
from domain.life import Outcome, State
from domain.subjects import Subject
from storage import files, petitions, schema
from tests.actions.world import Filed, World
from tests.support.looking import looking_at


async def asked(world: World) -> tuple[int, Filed]:
    """Return an officer and a petition whose resident was asked whether it is well."""
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")
    await world.does(officer, refer.answer, filed.case_id, text="Đã thay bóng")
    await world.forget_news()
    return officer, filed


async def closed(world: World) -> tuple[int, Filed]:
    officer, filed = await asked(world)
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="Xong")
    await world.forget_news()
    return officer, filed


async def test_added_photos_and_a_pin_belong_to_the_petition(world: World):
    await world.officer()
    filed = await world.file()
    async with world.database.begin() as db:
        photo = await files.want(
            db, filed.chat, "webchat", IncomingFile(FileKind.PHOTO, "p", mime="image/jpeg", size=9), now=world.now
        )

    await world.resident(filed, resident.supply, "", (photo,), pin=Pin(16.5, 107.5))

    async with looking_at(world.database) as db:
        assert [file.id for file in await files.of_petition(db, filed.petition_id)] == [photo]
    (row,) = await world.rows(schema.petition)
    assert (row.lat, row.lon) == (16.5, 107.5)


async def test_another_person_s_photo_is_not_taken(world: World):
    await world.officer()
    mine, other = await world.file(), await world.file()
    async with world.database.begin() as db:
        photo = await files.want(
            db, other.chat, "webchat", IncomingFile(FileKind.PHOTO, "p", mime="image/jpeg", size=9), now=world.now
        )

    await world.resident(mine, resident.supply, "Ảnh đây", (photo,))

    async with looking_at(world.database) as db:
        assert await files.of_petition(db, mine.petition_id) == []


async def test_nothing_is_added_to_a_closed_case(world: World):
    _, filed = await closed(world)

    with pytest.raises(StepNotAllowed):
        await world.resident(filed, resident.supply, "Vẫn hỏng")


async def test_a_resident_says_that_it_is_well_and_the_officer_closes(world: World):
    officer, filed = await asked(world)

    assert await world.resident(filed, resident.confirm) == [filed.case_id]

    assert (await world.case(filed.case_id)).state is State.CHECKING
    assert await world.officer_told(officer) == ["officer-confirmed"]


async def test_it_is_mended_may_come_before_anybody_asked(world: World):
    await world.officer()
    filed = await world.file()

    await world.resident(filed, resident.confirm)

    assert (await world.case(filed.case_id)).state is State.CHECKING


async def test_a_disputed_answer_goes_back_to_the_officer_with_the_reason(world: World):
    officer, filed = await asked(world)
    other = await world.file(join_case=filed.case_id)
    await world.forget_news()

    await world.resident(filed, resident.dispute, "Chỉ sáng một đêm")

    case = await world.case(filed.case_id)
    assert (case.state, case.reopened) == (State.ACCEPTED, 1)
    assert await world.officer_told(officer) == ["officer-disputed"]
    assert (await world.told(filed.chat), await world.told(other.chat)) == ([], ["notice-looked-at-again"])


async def test_a_dispute_needs_an_answer_and_a_reason(world: World):
    _, filed = await asked(world)
    fresh = await world.file()

    with pytest.raises(ReasonMissing):
        await world.resident(filed, resident.dispute, " ")
    with pytest.raises(StepNotAllowed):
        await world.resident(fresh, resident.dispute, "Chưa được")


async def test_withdrawing_alone_closes_the_case(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.forget_news()

    assert await world.resident(filed, resident.withdraw) == [filed.case_id]

    case = await world.case(filed.case_id)
    assert (case.state, case.outcome) == (State.CLOSED, Outcome.WITHDRAWN)
    assert await world.officer_told(officer) == ["officer-withdrawn"]
    with pytest.raises(AlreadyDone):
        await world.resident(filed, resident.withdraw)


async def test_withdrawing_from_a_shared_case_leaves_it_to_the_others(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)
    await world.does(officer, handling.accept, first.case_id)
    await world.forget_news()

    assert await world.resident(second, resident.withdraw) == []

    assert (await world.case(first.case_id)).state is State.ACCEPTED
    assert await world.officer_told(officer) == ["officer-withdrawn-one"]
    async with looking_at(world.database) as db:
        assert [row.id for row in await petitions.petitions_of_case(db, first.case_id)] == [first.petition_id]


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.DENUNCIATION])
async def test_a_complaint_or_denunciation_is_withdrawn_on_paper_only(world: World, kind: Kind):
    await world.officer()
    filed = await world.file(kind=kind, confidential=True)

    with pytest.raises(NotAllowed) as refusal:
        await world.resident(filed, resident.withdraw)

    assert refusal.value.key == "error-withdraw-on-paper"
    assert (await world.case(filed.case_id)).state is State.RECEIVED


async def test_a_withdrawn_petition_gets_no_news_and_takes_no_more_steps(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file(join_case=first.case_id)
    await world.resident(second, resident.withdraw)

    await world.does(officer, handling.accept, first.case_id)

    assert (await world.told(first.chat), await world.told(second.chat)) == (["notice-accepted"], [])
    with pytest.raises(StepNotAllowed):
        await world.resident(second, resident.confirm)


async def test_a_closed_case_is_reopened_with_a_reason(world: World):
    officer, filed = await closed(world)

    with pytest.raises(ReasonMissing):
        await world.resident(filed, resident.reopen, "")
    assert await world.resident(filed, resident.reopen, "Lại tối") == filed.case_id

    case = await world.case(filed.case_id)
    assert (case.state, case.outcome, case.reopened) == (State.ACCEPTED, None, 1)
    assert await world.officer_told(officer) == ["officer-reopened"]


async def test_an_open_case_is_neither_reopened_nor_rated(world: World):
    await world.officer()
    filed = await world.file()

    with pytest.raises(StepNotAllowed):
        await world.resident(filed, resident.reopen, "x")
    with pytest.raises(StepNotAllowed):
        await world.resident(filed, resident.rate, Rating.SATISFIED)


async def test_a_rating_is_kept_and_a_second_one_replaces_it(world: World):
    officer, filed = await closed(world)
    await world.resident(filed, resident.rate, Rating.SATISFIED)

    await world.resident(filed, resident.rate, Rating.NOT_SATISFIED, "Chậm quá")

    (row,) = await world.rows(schema.rating)
    assert (row.score, row.comment, row.case_id) == ("chua_hai_long", "Chậm quá", filed.case_id)
    assert await world.officer_told(officer) == ["officer-not-satisfied-why"]
    assert (await world.steps(filed.case_id))[-2:] == ["rate", "rate"]


async def test_a_petition_in_two_cases_reopens_and_rates_the_one_closed_last(world: World):
    officer = await world.officer()
    filed = await world.file()
    new = await world.does(
        officer, join.split, filed.case_id, petition_id=filed.petition_id, title="Cống", subject=Subject.DISASTERS,
        draw=secrets.token_bytes,
    )  # fmt: skip
    for case_id in (new.id, filed.case_id):
        await world.does(officer, handling.accept, case_id)
        world.advance(hours=1)
        await world.does(officer, close.close, case_id, outcome=Outcome.EXPLAINED, text="Theo quy định")

    assert await world.resident(filed, resident.rate, Rating.SATISFIED) == filed.case_id
    assert await world.resident(filed, resident.reopen, "Chưa rõ", case_id=new.id) == new.id


async def test_a_petition_leaves_a_shared_case_for_one_of_its_own(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file("Đèn ngõ 21", join_case=first.case_id, subject=Subject.ROADS)
    await world.forget_news()

    new_id = await world.resident(second, resident.leave, first.case_id, draw=secrets.token_bytes)

    new = await world.case(new_id)
    assert (new.code, new.state, new.subject, new.title) == (second.code, State.RECEIVED, Subject.ROADS, "Đèn ngõ 21")
    async with looking_at(world.database) as db:
        assert [row.id for row in await petitions.petitions_of_case(db, first.case_id)] == [first.petition_id]
        assert [row.id for row in await petitions.petitions_of_case(db, new_id)] == [second.petition_id]
    assert await world.officer_told(officer) == ["officer-left-case"]


async def test_who_is_alone_in_a_case_has_nothing_to_leave(world: World):
    await world.officer()
    filed = await world.file()

    with pytest.raises(NotAllowed):
        await world.resident(filed, resident.leave, filed.case_id, draw=secrets.token_bytes)
