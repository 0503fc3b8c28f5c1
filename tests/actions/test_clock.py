"""The clock of a case: which rule, when it stands still, and that every due date can say why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from actions.cases import close, handling, refer, resident, talk
from actions.cases.duedate import SetByHand, due_date_of
from actions.cases.moving import due_day, resumed
from domain.calendar import end_of_day, local_date
from domain.deadlines import Pause, due
from domain.kinds import Kind
from domain.life import Outcome, State
from domain.rules import Deadline, rule_for
from storage import schema
from tests.actions.world import CALENDAR, MONDAY, World


async def explained(world: World, case_id: int):
    return due_date_of(await world.case(case_id), await world.events(case_id), CALENDAR, world.now)


async def test_waiting_for_the_resident_stops_the_house_s_clock(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    world.advance(days=1)

    case = await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột số mấy ạ?")

    assert (case.state, case.paused_at) == (State.NEEDS_INFORMATION, world.now)


async def test_the_answer_lets_the_clock_go_on_with_the_days_that_were_left(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)  # Monday: due on Thursday
    world.advance(days=1)
    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột số mấy ạ?")
    world.advance(days=9)  # Thursday of the week after; Tuesday between was a holiday

    await world.resident(filed, resident.supply, "Cột số 5")

    case = await world.case(filed.case_id)
    assert (case.state, case.paused_at, case.paused_days) == (State.ACCEPTED, None, 9)
    assert due_day(case.due_at) == date(2026, 11, 30)
    found = await explained(world, filed.case_id)
    assert (found.rule, found.at) == (Deadline.FORWARD, case.due_at)


async def test_a_question_before_reading_was_done_moves_the_time_to_forward_as_well(world: World):
    officer = await world.officer()
    filed = await world.file()
    world.advance(hours=2)
    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Ở đâu ạ?")
    world.advance(days=2)

    await world.resident(filed, resident.supply, "Gần trường")

    case = await world.case(filed.case_id)
    # Monday to Wednesday stood: three working days from then on are Thursday, Friday and Monday.
    assert (case.due_rule, due_day(case.due_at)) == (Deadline.FORWARD, date(2026, 11, 23))
    assert (await explained(world, filed.case_id)).at == case.due_at


async def test_a_limit_set_by_law_runs_on_while_the_resident_is_asked(world: World):
    officer = await world.officer()
    filed = await world.file(kind=Kind.DENUNCIATION, confidential=True)
    await world.does(officer, handling.accept, filed.case_id)
    before = await world.case(filed.case_id)
    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Khi nào ạ?")
    world.advance(days=3)

    await world.resident(filed, resident.supply, "Tháng trước")

    case = await world.case(filed.case_id)
    assert before.due_rule is Deadline.DENUNCIATION_FORWARD
    assert (case.due_at, case.paused_days) == (before.due_at, 0)


async def test_while_the_case_lies_with_an_authority_a_question_stops_nothing(world: World):
    officer = await world.officer()
    filed = await world.file()
    sent = await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực Quảng Điền")

    case = await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột số mấy?")

    assert (case.state, case.paused_at, case.due_at) == (State.REFERRED, None, sent.due_at)


@pytest.mark.parametrize("step", ["read", "accepted", "referred", "answered", "checked", "reopened"])
async def test_every_due_date_that_a_rule_gave_explains_itself(world: World, step: str):
    officer = await world.officer()
    filed = await world.file()
    case_id = filed.case_id
    if step != "read":
        await world.does(officer, handling.accept, case_id)
    if step in {"referred", "answered", "checked", "reopened"}:
        world.advance(days=1, hours=3)
        await world.does(officer, refer.refer, case_id, authority=None, name="Điện lực")
    if step in {"answered", "checked", "reopened"}:
        world.advance(days=4)
        await world.does(officer, refer.answer, case_id, text="Đã thay bóng", check=step != "answered")
    if step == "reopened":
        await world.does(officer, close.close, case_id, outcome=Outcome.RESOLVED, text="Đã thay bóng")
        world.advance(days=2)
        await world.does(officer, close.reopen, case_id, reason="Lại hỏng")

    case = await world.case(case_id)
    found = await explained(world, case_id)

    assert (found.rule, found.at) == (case.due_rule, case.due_at)


async def test_a_due_date_that_somebody_chose_says_who(world: World):
    officer = await world.officer("Lan")
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực", day=date(2026, 12, 18))

    found = await explained(world, filed.case_id)

    assert isinstance(found, SetByHand)
    assert (found.day, found.event.officer_name) == (date(2026, 12, 18), "Lan")


async def test_a_closed_case_is_due_never(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)

    case = await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Đã giải thích")

    assert (case.due_at, case.due_rule, await explained(world, filed.case_id)) == (None, None, None)


@pytest.mark.parametrize("asked_after_days", [0, 1, 2, 3, 4, 6, 8])
@pytest.mark.parametrize("answered_after_days", [0, 1, 3, 7, 14])
def test_a_due_date_moved_on_is_what_the_rule_gives_with_the_pause(asked_after_days: int, answered_after_days: int):
    rule = rule_for(Deadline.AUTHORITY_ANSWER)
    asked = MONDAY + timedelta(days=asked_after_days)
    answered = asked + timedelta(days=answered_after_days)
    plain = due(rule, MONDAY, CALENDAR)

    moved = resumed(plain.at, asked, answered, CALENDAR)

    assert moved == due(rule, MONDAY, CALENDAR, [Pause(asked, answered)]).at


def test_a_date_that_had_passed_before_the_question_stays():
    late = end_of_day(local_date(MONDAY))

    assert resumed(late, MONDAY + timedelta(days=3), MONDAY + timedelta(days=9), CALENDAR) == late


async def test_the_newest_pause_counts_and_not_an_older_one_of_the_same_case(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    for _ in range(2):
        await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Hỏi thêm ạ?")
        world.advance(days=1)
        await world.resident(filed, resident.supply, "Trả lời")

    case = await world.case(filed.case_id)

    assert (case.paused_days, due_day(case.due_at)) == (2, date(2026, 11, 23))
    assert (await explained(world, filed.case_id)).at == case.due_at
    assert case.due_at == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


async def test_paused_days_and_due_survive_a_row_that_was_written_by_hand(world: World):
    """A case from an import has no story: its date is explained by the rule for reading."""
    await world.officer()
    filed = await world.file()
    await world.put(schema.case_file, filed.case_id, due_rule="noi_bo_doc")

    assert (await explained(world, filed.case_id)).rule is Deadline.READ
