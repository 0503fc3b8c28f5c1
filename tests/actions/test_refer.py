"""Referrals: sent with a day, reminded, extended, given back, answered, checked with the residents."""

from __future__ import annotations

from datetime import date

import pytest

from actions.cases import close, handling, refer, talk
from actions.cases.moving import due_day
from domain.authorities import Authority
from domain.errors import NotFound, ReasonMissing, Refused, StepNotAllowed
from domain.kinds import Kind
from domain.life import Outcome, State
from domain.rules import Deadline
from storage import schema
from tests.actions.world import World
from tests.support.looking import looking_at


async def referred(world: World, **values: object):
    """Return an officer and a petition whose case lies with the commune's economy office since Monday."""
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.does(officer, refer.refer, filed.case_id, **{"authority": Authority.ECONOMY_OFFICE, **values})
    return officer, filed


async def test_a_referral_gives_the_authority_ten_working_days_and_tells_the_residents(world: World):
    _, filed = await referred(world)

    case = await world.case(filed.case_id)
    (row,) = await world.rows(schema.referral)
    assert (case.state, case.due_rule) == (State.REFERRED, Deadline.AUTHORITY_ANSWER)
    assert due_day(case.due_at) == date(2026, 12, 1)  # 24 November is a holiday
    assert (row.authority, row.due_at, row.reminded) == ("phong_kinh_te", case.due_at, 0)
    assert row.authority_name == "Phòng Kinh tế (Kinh tế, Hạ tầng và Đô thị)"
    said = await world.last_words(filed.chat)
    assert "Mặt trận đã chuyển đến Phòng Kinh tế" in said
    assert "01/12/2026" in said


async def test_the_front_never_says_that_it_resolves(world: World):
    from texts import say

    for outcome in ("resolved", "resolved-by", "explained", "guided", "filed"):
        words = say(
            f"notice-closed-{outcome}", "vi", {"code": "X", "body": "Mặt trận", "authority": "UBND", "text": "t"}
        )
        assert "Mặt trận đã giải quyết" not in words
    assert "Điện lực giải quyết" in say(
        "notice-closed-resolved-by", "vi", {"code": "X", "authority": "Điện lực", "text": "t"}
    )
    assert world.now.year == 2026


async def test_an_office_can_be_named_in_words_with_a_day_of_one_s_own(world: World):
    _, filed = await referred(world, authority=None, name="Hợp tác xã điện Hạ Lang", day=date(2026, 11, 27))

    case = await world.case(filed.case_id)
    (row,) = await world.rows(schema.referral)
    assert (row.authority, row.authority_name) == ("", "Hợp tác xã điện Hạ Lang")
    assert due_day(case.due_at) == date(2026, 11, 27)
    assert "Hợp tác xã điện Hạ Lang" in await world.last_words(filed.chat)


async def test_a_denunciation_is_referred_with_the_law_s_twenty_days(world: World):
    officer = await world.officer()
    filed = await world.file(kind=Kind.DENUNCIATION, confidential=True)

    case = await world.does(officer, refer.refer, filed.case_id, authority=Authority.PROVINCE_CHAIR)

    assert (case.due_rule, due_day(case.due_at)) == (Deadline.DENUNCIATION_TELL_FORWARDER, date(2026, 12, 7))


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"authority": None, "name": " "}, ReasonMissing),
        ({"authority": Authority.ECONOMY_OFFICE, "day": date(2026, 11, 15)}, Refused),
    ],
)
async def test_a_referral_to_nobody_or_until_yesterday_is_refused(world: World, values: dict, refusal: type):
    officer = await world.officer()
    filed = await world.file()

    with pytest.raises(refusal):
        await world.does(officer, refer.refer, filed.case_id, **values)

    assert await world.rows(schema.referral) == []
    assert (await world.case(filed.case_id)).state is State.RECEIVED


async def test_of_two_authorities_the_one_that_is_due_first_sets_the_day(world: World):
    officer, filed = await referred(world)

    case = await world.does(
        officer, refer.refer, filed.case_id, authority=None, name="Điện lực", day=date(2026, 12, 20)
    )

    assert due_day(case.due_at) == date(2026, 12, 1)
    assert len(await world.rows(schema.referral)) == 2


async def test_a_receipt_by_the_authority_is_told(world: World):
    officer, filed = await referred(world)

    case = await world.does(officer, refer.acknowledge, filed.case_id)

    assert case.state is State.AUTHORITY_RECEIVED
    assert "Phòng Kinh tế" in await world.last_words(filed.chat)
    with pytest.raises(StepNotAllowed):
        await world.does(officer, refer.acknowledge, filed.case_id)


async def test_reminders_are_counted_and_told_in_other_words_once_it_is_late(world: World):
    officer, filed = await referred(world)
    await world.does(officer, refer.remind, filed.case_id)
    world.advance(days=20)

    case = await world.does(officer, refer.remind, filed.case_id)

    (row,) = await world.rows(schema.referral)
    assert (row.reminded, row.last_reminded_at, case.state) == (2, world.now, State.REFERRED)
    assert (await world.told(filed.chat))[-2:] == ["notice-reminded", "notice-reminded-late"]
    assert [e.data["number"] for e in await world.events(filed.case_id) if e.step == "remind"] == [1, 2]


async def test_nobody_is_reminded_before_a_referral(world: World):
    officer = await world.officer()
    filed = await world.file()

    with pytest.raises(StepNotAllowed):
        await world.does(officer, refer.remind, filed.case_id)


async def test_an_extension_moves_the_day_with_its_reason_and_keeps_the_old_one(world: World):
    officer, filed = await referred(world)

    case = await world.does(officer, refer.extend, filed.case_id, day=date(2026, 12, 15), reason="chờ vật tư")

    (row,) = await world.rows(schema.referral)
    event = (await world.events(filed.case_id))[-1]
    assert due_day(case.due_at) == due_day(row.due_at) == date(2026, 12, 15)
    assert (event.data["old_due"], event.data["due"]) == ("2026-12-01", "2026-12-15")
    assert "chờ vật tư" in await world.last_words(filed.chat)


@pytest.mark.parametrize(
    ("day", "reason", "refusal"),
    [
        (date(2026, 12, 15), " ", ReasonMissing),
        (date(2026, 12, 1), "chờ", Refused),
        (date(2026, 11, 1), "chờ", Refused),
    ],
)
async def test_an_extension_needs_a_reason_and_a_later_day(world: World, day: date, reason: str, refusal: type):
    officer, filed = await referred(world)

    with pytest.raises(refusal):
        await world.does(officer, refer.extend, filed.case_id, day=day, reason=reason)

    assert due_day((await world.case(filed.case_id)).due_at) == date(2026, 12, 1)


async def test_a_case_given_back_is_to_be_forwarded_anew_and_its_reason_stays_inside(world: World):
    officer, filed = await referred(world)
    world.advance(days=2)

    case = await world.does(officer, refer.hand_back, filed.case_id, reason="thuộc Điện lực")

    (row,) = await world.rows(schema.referral)
    assert (case.state, case.due_rule, due_day(case.due_at)) == (State.ACCEPTED, Deadline.FORWARD, date(2026, 11, 23))
    assert row.answered_at == world.now
    assert "thuộc Điện lực" not in await world.last_words(filed.chat)


async def test_an_answer_is_passed_on_and_the_residents_are_asked_in_one_message(world: World):
    officer, filed = await referred(world)
    await world.forget_news()
    world.advance(days=4)

    case = await world.does(officer, refer.answer, filed.case_id, text="Đã thay bóng mới ngày 19/11")

    (row,) = await world.rows(schema.referral)
    (reply,) = await world.replies(filed.chat)
    assert (case.state, case.due_rule, due_day(case.due_at)) == (
        State.CHECKING,
        Deadline.CHECK_WITH_RESIDENT,
        date(2026, 11, 25),
    )
    assert (row.answered_at, row.answer) == (world.now, "Đã thay bóng mới ngày 19/11")
    assert [option.choice for option in reply.options] == [
        f"!confirm={filed.code}.{filed.case_id}",
        f"!dispute={filed.code}.{filed.case_id}",
    ]
    assert (await world.steps(filed.case_id))[-2:] == ["answer", "check"]


async def test_an_answer_can_be_told_without_asking_yet(world: World):
    officer, filed = await referred(world)

    case = await world.does(officer, refer.answer, filed.case_id, text="Đang xem", check=False)
    assert (case.state, (await world.told(filed.chat))[-1]) == (State.ANSWERED, "notice-answered")

    case = await world.does(officer, refer.ask_whether_well, filed.case_id)
    assert (case.state, (await world.told(filed.chat))[-1]) == (State.CHECKING, "notice-check")


async def test_the_answer_of_one_of_two_authorities_is_written_to_its_own_referral(world: World):
    officer, filed = await referred(world)
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")
    first, second = await world.rows(schema.referral)

    await world.does(officer, refer.answer, filed.case_id, text="Không thuộc chúng tôi", referral_id=first.id)

    rows = {row.id: row.answer for row in await world.rows(schema.referral)}
    assert rows == {first.id: "Không thuộc chúng tôi", second.id: None}


async def test_a_referral_that_does_not_wait_cannot_be_reminded(world: World):
    officer, filed = await referred(world)
    (row,) = await world.rows(schema.referral)

    with pytest.raises(NotFound):
        await world.does(officer, refer.remind, filed.case_id, referral_id=row.id + 1)


async def test_the_steps_at_an_authority_are_told_in_the_right_order(world: World):
    officer, filed = await referred(world)
    await world.does(officer, refer.acknowledge, filed.case_id)
    await world.does(officer, handling.start, filed.case_id)
    await world.does(officer, talk.reply, filed.case_id, text="Đang thay bóng")
    await world.does(officer, refer.answer, filed.case_id, text="Xong")

    assert await world.told(filed.chat) == [
        "notice-accepted",
        "notice-referred",
        "notice-acknowledged",
        "notice-in-progress",
        "notice-reply",
        "notice-answered-check",
    ]


async def closed(world: World):
    """Return an officer and a petition whose case was closed while its authority had not answered."""
    officer, filed = await referred(world)
    await world.does(officer, handling.start, filed.case_id)
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Đã giải thích tại chỗ")
    return officer, filed


async def test_a_referral_ends_with_its_case_and_is_no_answer(world: World):
    officer, filed = await closed(world)

    (row,) = await world.rows(schema.referral)
    assert (row.ended_at, row.answered_at, row.answer) == (world.now, None, None)
    with pytest.raises(StepNotAllowed):
        await world.does(officer, refer.remind, filed.case_id)


async def test_a_case_opened_again_does_not_wait_for_what_ended_and_is_due_with_its_new_referral(world: World):
    officer, filed = await closed(world)
    world.advance(days=30)
    await world.does(officer, close.reopen, filed.case_id, reason="Lại hỏng")
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")

    case = await world.case(filed.case_id)
    ended, new = await world.rows(schema.referral)
    assert case.due_at == new.due_at > world.now
    assert (ended.ended_at is None, new.ended_at) == (False, None)
    async with looking_at(world.database) as db:
        assert (await refer.referral_of(db, filed.case_id)).id == new.id


async def test_an_answer_that_came_stays_an_answer_when_the_case_is_closed(world: World):
    officer, filed = await referred(world)
    await world.does(officer, refer.answer, filed.case_id, text="Đã thay bóng")
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="Sáng lại")

    (row,) = await world.rows(schema.referral)
    assert (row.answer, row.ended_at) == ("Đã thay bóng", None)
