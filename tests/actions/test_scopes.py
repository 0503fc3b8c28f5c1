"""Where an account works is changed and taken back; what nobody may be left with is refused."""

from __future__ import annotations

import pytest

from actions import officers, scopes
from actions.cases import assign, handling
from domain.errors import AlreadyDone, Refused
from domain.kinds import Organisation
from domain.roles import Scope
from tests.actions.world import CALENDAR, COMMUNE, World

HERE = Scope(COMMUNE.code, Organisation.FRONT)
WOMEN = Scope(COMMUNE.code, Organisation.WOMEN)


async def change(world: World, officer: int, **values):
    async with world.database.begin() as db:
        return await scopes.change_scopes(db, officer, now=world.now, calendar=CALENDAR, **values)


async def undo(world: World, officer: int):
    async with world.database.begin() as db:
        return await scopes.undo_scopes(db, officer, now=world.now, calendar=CALENDAR)


async def of(world: World, officer: int) -> set[Scope]:
    async with world.database.begin() as db:
        return set((await officers.account_of(db, officer)).scopes)


async def test_a_change_is_taken_back_and_taking_it_back_again_repeats_it(world: World) -> None:
    officer = await world.officer("Lan")
    await change(world, officer, add=[WOMEN], remove=[HERE])
    await undo(world, officer)
    taken_back = await of(world, officer)
    await undo(world, officer)

    assert taken_back == {HERE}
    assert await of(world, officer) == {WOMEN}


async def test_what_came_with_a_colleague_s_cases_is_not_lost_by_taking_back(world: World) -> None:
    officer, leaving = await world.officer("Lan"), await world.officer("Minh")
    await change(world, officer, add=[WOMEN])
    await change(world, leaving, add=[Scope("46", Organisation.FRONT)])
    async with world.database.begin() as db:
        await officers.hand_over(db, leaving, officer, now=world.now, calendar=CALENDAR)

    with pytest.raises(Refused) as refusal:
        await undo(world, officer)

    assert refusal.value.key == "error-scope-changed-since"
    assert await of(world, officer) == {HERE, WOMEN, Scope("46", Organisation.FRONT)}


async def test_nobody_is_left_without_a_place_and_nothing_is_changed_for_nothing(world: World) -> None:
    officer = await world.officer("Lan")

    with pytest.raises(Refused) as none_left:
        await change(world, officer, remove=[HERE])
    with pytest.raises(Refused) as not_there:
        await change(world, officer, remove=[WOMEN])
    with pytest.raises(AlreadyDone):
        await change(world, officer, add=[HERE])

    assert (none_left.value.key, not_there.value.key) == ("error-scope-none-left", "error-scope-not-there")


async def test_cases_that_a_change_sent_back_are_given_again_but_for_those_that_a_colleague_took(world: World) -> None:
    officer, colleague = await world.officer("Lan"), await world.officer("Minh")
    mine, theirs = [(await world.file(text)).case_id for text in ("Đèn hỏng", "Cống tắc")]
    for case_id in (mine, theirs):
        await world.does(officer, handling.accept, case_id)
    await change(world, officer, add=[WOMEN], remove=[HERE])
    await world.does(colleague, assign.give_to_colleague, theirs, officer_id=colleague, reason="nhận thay")

    undone = await undo(world, officer)
    async with world.database.begin() as db:
        given = await scopes.give_again(db, officer, now=world.now, calendar=CALENDAR)
        again = await scopes.give_again(db, officer, now=world.now, calendar=CALENDAR)

    assert (undone.waiting, given, again) == (1, 1, 0)
    assert [(await world.case(id)).officer_id for id in (mine, theirs)] == [officer, colleague]


async def test_who_goes_from_a_commune_to_its_whole_province_leaves_the_cases_to_those_who_handle_them(
    world: World,
) -> None:
    officer = await world.officer("Lan")
    case_id = (await world.file()).case_id
    await world.does(officer, handling.accept, case_id)

    done = await change(world, officer, add=[Scope("46", Organisation.FRONT)], remove=[HERE])

    assert (done.given_back, (await world.case(case_id)).officer_id) == (1, None)
