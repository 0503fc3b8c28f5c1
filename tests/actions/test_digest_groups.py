"""Which cases stand in a digest, in which group, and which of them are named."""

from __future__ import annotations

from datetime import date, timedelta

from actions.digests import LISTED_IN_GROUP, LISTED_MAX
from domain.daily import TODO_OF, Todo
from domain.life import OPEN
from domain.statuses import Status
from domain.subjects import Subject
from storage import officers, schema, worklist
from storage.worklist import Pile, Reach
from tests.actions.digesting import NOW, a_case, a_unit, digest, due, shape, the_item
from tests.support.looking import looking_at


def test_every_state_of_an_open_case_has_something_to_do():
    assert set(TODO_OF) == set(OPEN)


async def test_each_case_stands_once_under_what_is_to_be_done(world):
    officer = await world.officer()
    new = await a_case(world, state="received")
    back = await a_case(world, reopened=1)
    late = await a_case(world, due_at=due(-1))
    checked_on = await a_case(world, state="verifying", due_at=due(0))
    authority = await a_case(world, state="in_progress", due_at=due(-2))
    answered = await a_case(world, state="answered", due_at=due(4))
    checked = await a_case(world, state="checking", due_at=due(2))
    asked = await a_case(world, state="needs_information", paused_at=NOW, due_at=due(-3))
    await a_case(world, state="verifying")
    await a_case(world, state="referred")
    await a_case(world, state="closed", outcome="explained", due_at=None)

    found = await digest(world, officer)

    assert shape(found) == {
        "reply": (2, [new, back]),
        "ask": (2, [late, checked_on]),
        "remind": (1, [authority]),
        "close": (2, [checked, answered]),
        "look": (1, [asked]),
    }
    assert (found.open, found.to_look_at, found.is_empty) == (10, 8, False)


async def test_cases_of_many_are_to_be_looked_at_when_nothing_more_pressing_is_to_be_said(world):
    officer = await world.officer()
    many = await a_case(world, state="verifying")
    few = await a_case(world, state="verifying")
    for case, people in ((many, 3), (few, 1)):
        for _ in range(people - 1):
            await world.file(join_case=case)
    person = await world.chat()
    for _ in range(3):  # one person who writes three times is one
        await world.file(join_case=few, chat=person)

    found = await digest(world, officer)

    assert shape(found) == {"look": (1, [many])}
    assert the_item(found).people == 3


async def test_who_withdrew_or_left_makes_no_case_one_that_many_wait_for(world):
    officer = await world.officer()
    case = await a_case(world)
    left, withdrawn, _ = [await world.file(join_case=case) for _ in range(3)]
    await world.put(schema.petition, withdrawn.petition_id, withdrawn_at=NOW)
    async with world.database.begin() as db:
        table = schema.case_petition
        await db.execute(table.update().where(table.c.petition_id == left.petition_id).values(left_at=NOW))

    assert (await digest(world, officer)).sections == ()


async def test_who_withdrew_or_left_is_not_counted_among_the_people(world):
    officer = await world.officer()
    case = await a_case(world, state="received")
    left, withdrawn, _ = [await world.file(join_case=case) for _ in range(3)]
    await world.put(schema.petition, withdrawn.petition_id, withdrawn_at=NOW)
    async with world.database.begin() as db:
        table = schema.case_petition
        await db.execute(table.update().where(table.c.petition_id == left.petition_id).values(left_at=NOW))

    assert the_item(await digest(world, officer)).people == 2


async def test_a_line_says_what_how_old_why_and_until_when(world):
    officer = await world.officer()
    await a_unit(world)
    case = await a_case(world, filed={"subject": Subject.ROADS, "place": "thôn 3"}, due_at=due(-4), danger=True)
    await world.put(schema.case_file, case, opened_at=NOW - timedelta(days=6))

    found = await digest(world, officer)
    (section,), item = found.sections, the_item(found)

    assert (section.todo, section.overdue, section.today) == (Todo.ASK, 1, 0)
    assert (item.subject, item.place, item.commune) == (Subject.ROADS, "thôn 3", "Xã Quảng Điền")
    assert (item.status, item.age_days, item.danger, item.paused) == (Status.RECEIVED, 6, True, False)
    assert (item.due, item.left) == (date(2026, 11, 12), -2)  # Friday and Monday are over


async def test_most_urgent_first_danger_before_all_and_the_rest_is_counted(world):
    officer = await world.officer()
    cases = [await a_case(world, due_at=due(-days)) for days in (1, 2, 3, 4, 5, 6, 7)]
    danger = await a_case(world, due_at=due(-1), danger=True)

    found = await digest(world, officer)

    assert shape(found) == {"ask": (8, [danger, *cases[:2:-1]])}
    assert len(found.sections[0].lines) == LISTED_IN_GROUP


async def test_a_clock_that_stands_and_a_case_without_a_due_day_come_last(world):
    officer = await world.officer()
    endless = await a_case(world, state="received", due_at=None)
    paused = await a_case(world, state="received", due_at=due(-9), paused_at=NOW)
    late = await a_case(world, state="received", due_at=due(-1))

    assert shape(await digest(world, officer)) == {"reply": (3, [late, endless, paused])}


async def test_a_full_digest_names_some_of_every_group(world):
    officer = await world.officer()
    for state in ("received", "accepted", "in_progress", "answered"):
        for _ in range(6):
            await a_case(world, state=state, due_at=due(-1))

    found = await digest(world, officer)

    assert [section.count for section in found.sections] == [6, 6, 6, 6]
    assert [len(section.lines) for section in found.sections] == [3, 3, 3, 3]
    assert sum(len(section.lines) for section in found.sections) == LISTED_MAX


async def test_the_digest_and_the_work_list_agree(world):
    officer = await world.officer()
    for state in ("received", "accepted", "needs_information", "verifying", "referred", "checking"):
        for days in (-2, 0, 5):
            for reopened in (0, 1):
                await a_case(world, state=state, due_at=due(days), reopened=reopened)
    async with looking_at(world.database) as db:
        actor = await officers.actor_of(db, officer)
        counts = await worklist.counts(db, actor, Reach.MINE, now=NOW)

    found = await digest(world, officer)

    assert found.open == counts[Pile.ALL] == 36
    assert sum(section.overdue for section in found.sections) == counts[Pile.OVERDUE]
    assert sum(section.today for section in found.sections) == counts[Pile.TODAY]
