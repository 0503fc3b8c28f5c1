"""What is new since the digest before is named; the rest is a number; a line put off is away until its day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from actions.digest_choices import put_off
from actions.digest_words import message
from conversation.recognise import label_of
from domain.errors import NotFound, Refused
from storage import officers, schema
from tests.actions.digesting import NOW, TODAY, a_case, digest, due, had_a_digest, shape
from tests.actions.world import World
from tests.support.looking import looking_at

TUESDAY = NOW + timedelta(days=1)


@pytest.fixture
async def officer(world: World) -> int:
    made = await world.officer()
    await had_a_digest(world, made, NOW)
    return made


async def test_what_was_there_in_the_digest_before_is_only_counted(world, officer):
    old = [await a_case(world, due_at=due(-days), changed_at=NOW - timedelta(hours=1)) for days in (3, 2)]
    new = await a_case(world, due_at=due(-1), changed_at=NOW + timedelta(hours=1))

    found = await digest(world, officer, now=TUESDAY)

    assert shape(found) == {"ask": (3, [new])}
    assert old[0] not in found.dues
    assert label_of(message(found).paragraphs[1], "vi").splitlines()[-1] == "… và 2 việc khác như bản tin trước"


async def test_what_became_due_or_overdue_since_then_is_new(world, officer):
    long_ago = NOW - timedelta(days=9)
    overdue_now = await a_case(world, due_at=due(0), changed_at=long_ago)
    due_today = await a_case(world, due_at=due(1), changed_at=long_ago)
    await a_case(world, due_at=due(-1), changed_at=long_ago)

    assert shape(await digest(world, officer, now=TUESDAY)) == {"ask": (3, [overdue_now, due_today])}


async def test_when_nothing_is_new_the_digest_is_a_few_lines_without_buttons_of_cases(world, officer):
    for state in ("received", "in_progress", "in_progress"):
        await a_case(world, state=state, due_at=due(-1), changed_at=NOW - timedelta(hours=1))

    found = await digest(world, officer, now=TUESDAY)
    said = message(found)

    assert (found.is_empty, found.is_unchanged) == (False, True)
    assert [label_of(paragraph, "vi") for paragraph in said.paragraphs] == [
        "Bản tin ngày 17/11/2026: không có gì mới so với bản tin trước.\nCòn chờ: 3 việc. Đang mở: 3 việc.",
        "Trả lời người dân: 1 việc, quá hạn 1 (không có gì mới)\nĐôn đốc cơ quan: 2 việc, quá hạn 2 (không có gì mới)",
    ]
    assert [option.id for option in said.options] == ["work"]


async def test_the_first_digest_of_a_week_names_everything_anew(world, officer):
    case = await a_case(world, due_at=due(-1), changed_at=NOW - timedelta(hours=1))

    assert shape(await digest(world, officer, now=NOW + timedelta(days=6))) == {"ask": (1, [])}
    assert shape(await digest(world, officer, now=NOW + timedelta(days=7))) == {"ask": (1, [case])}


async def test_who_asks_for_the_digest_sees_all_of_it(world, officer):
    case = await a_case(world, due_at=due(-1), changed_at=NOW - timedelta(hours=1))

    assert shape(await digest(world, officer, now=TUESDAY, full=True)) == {"ask": (1, [case])}


# --- Put off --------------------------------------------------------------------------------------------------------


async def off(world: World, officer: int, case: int, days: int, *, now=NOW) -> int:
    async with world.database.begin() as db:
        actor = await officers.actor_of(db, officer)
        _, away = await put_off(db, case, days, actor, now=now)
    return away


@pytest.mark.parametrize("days", [1, 3, 7])
async def test_a_line_that_is_put_off_comes_back_on_its_day(world, officer, days):
    case = await a_case(world, state="received", due_at=None, changed_at=NOW - timedelta(hours=1))
    await off(world, officer, case, days)

    before = await digest(world, officer, now=NOW + timedelta(days=days - 1), full=True)
    await had_a_digest(world, officer, NOW + timedelta(days=days - 1))
    back = await digest(world, officer, now=NOW + timedelta(days=days))

    assert (before.sections, before.snoozed, before.open) == ((), 1, 1)
    assert (shape(back), back.snoozed) == ({"reply": (1, [case])}, 0)


async def test_a_line_that_becomes_overdue_comes_back_whatever_was_said(world, officer):
    case = await a_case(world, state="received", due_at=due(1))
    await off(world, officer, case, 7)

    away = await digest(world, officer, now=TUESDAY)
    back = await digest(world, officer, now=NOW + timedelta(days=2))

    assert (away.sections, away.snoozed) == ((), 1)
    assert shape(back) == {"reply": (1, [case])}


async def test_a_line_that_was_overdue_already_stays_away(world, officer):
    case = await a_case(world, due_at=due(-1))
    await off(world, officer, case, 3)

    assert (await digest(world, officer, now=NOW + timedelta(days=2))).snoozed == 1


async def test_a_danger_is_away_for_a_day_at_most(world, officer):
    case = await a_case(world, state="received", danger=True)

    assert await off(world, officer, case, 7) == 1
    assert (await digest(world, officer, now=TUESDAY)).snoozed == 0


async def test_a_line_is_put_off_for_one_officer_alone(world, officer):
    colleague = await world.officer("Colleague")
    case = await a_case(world, state="received")
    await off(world, officer, case, 3)

    assert (await digest(world, colleague, now=TUESDAY)).to_look_at == 1


async def test_the_last_word_about_a_line_counts(world, officer):
    case = await a_case(world, state="received", due_at=None)
    await off(world, officer, case, 7)
    await off(world, officer, case, 1)

    assert [(row.case_id, row.until) for row in await rows(world)] == [(case, TODAY + timedelta(days=1))]


async def rows(world: World) -> list:
    async with looking_at(world.database) as db:
        return list((await db.execute(schema.digest_snooze.select())).all())


async def test_other_days_confidential_cases_and_those_of_others_cannot_be_put_off(world, officer):
    case = await a_case(world, state="received")
    sealed = await a_case(world, state="received", confidential=True)
    foreign = await a_case(
        world, handler_unit_code="00166", unit_code="00166", province_code="01", commune_code="00166"
    )

    for wrong, days, refusal in ((case, 2, Refused), (sealed, 1, Refused), (foreign, 1, NotFound)):
        with pytest.raises(refusal):
            await off(world, officer, wrong, days)
    assert await rows(world) == []
