"""Two officers on one case: the later one learns what changed and overwrites nothing."""

from __future__ import annotations

import asyncio

import pytest

from actions.cases import handling, refer, resident, talk
from actions.cases.access import changes_since
from domain.errors import Refused, StaleVersion
from domain.life import State
from tests.actions.world import World
from tests.support.looking import looking_at


async def test_the_later_of_two_officers_is_refused_and_told_what_changed(world: World):
    lan, minh = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    seen = (await world.case(filed.case_id)).version
    await world.does(lan, refer.refer, filed.case_id, authority=None, name="Điện lực", seen=seen)

    with pytest.raises(StaleVersion):
        await world.does(minh, talk.reply, filed.case_id, text="Chúng tôi đang xem", seen=seen)

    assert await world.told(filed.chat) == ["notice-referred"]
    case = await world.case(filed.case_id)
    async with looking_at(world.database) as db:
        changed = await changes_since(db, case, seen, (await world.change(minh)).actor)
    assert [(event.step, event.officer_name) for event in changed] == [("refer", "Lan")]


async def test_who_has_looked_again_goes_on(world: World):
    lan, minh = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    await world.does(lan, handling.accept, filed.case_id)
    seen = (await world.case(filed.case_id)).version

    case = await world.does(minh, talk.reply, filed.case_id, text="Chúng tôi đang xem", seen=seen)

    assert case.version == seen + 1


async def test_one_s_own_steps_make_no_card_of_one_s_own_too_old(world: World):
    lan = await world.officer("Lan")
    filed = await world.file()
    seen = (await world.case(filed.case_id)).version
    await world.does(lan, handling.accept, filed.case_id, seen=seen)

    case = await world.does(lan, talk.reply, filed.case_id, text="Đang xem", seen=seen)

    assert case.state is State.ACCEPTED


async def test_what_a_resident_added_meanwhile_stops_an_officer_s_question_once(world: World):
    lan = await world.officer("Lan")
    filed = await world.file()
    seen = (await world.case(filed.case_id)).version
    await world.resident(filed, resident.supply, "Cột số 5 nhé")

    with pytest.raises(StaleVersion):
        await world.does(lan, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Cột nào?", seen=seen)


async def test_somebody_who_joins_the_case_at_filing_stops_an_officer_once(world: World):
    lan = await world.officer("Lan")
    filed = await world.file()
    seen = (await world.case(filed.case_id)).version
    joined = await world.file("Đèn ngõ 12 vẫn tối", join_case=filed.case_id)

    with pytest.raises(StaleVersion):
        await world.does(lan, talk.reply, filed.case_id, text="Đang xem", seen=seen)
    case = await world.case(filed.case_id)
    async with looking_at(world.database) as db:
        changed = await changes_since(db, case, seen, (await world.change(lan)).actor)

    assert (joined.case_id, case.version) == (filed.case_id, seen + 1)
    assert [(event.step, event.petition_id) for event in changed] == [("supply", joined.petition_id)]


async def test_two_who_join_at_the_same_instant_are_both_in(world: World):
    filed = await world.file()

    await asyncio.gather(*(world.file(f"Đèn tối {n}", join_case=filed.case_id) for n in range(3)))

    versions = [event.data["version"] for event in await world.events(filed.case_id)]
    assert (versions, (await world.case(filed.case_id)).version) == ([1, 2, 3, 4], 4)


async def test_without_a_version_a_step_takes_the_case_as_it_stands(world: World):
    lan, minh = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    await world.does(lan, handling.accept, filed.case_id)

    case = await world.does(minh, talk.note, filed.case_id, text="Ghi thêm")

    assert case.version == 3


async def test_of_two_officers_at_the_same_instant_one_wins_and_the_other_hears_of_it(world: World):
    lan, minh = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    seen = (await world.case(filed.case_id)).version

    results = await asyncio.gather(
        world.does(lan, handling.accept, filed.case_id, seen=seen),
        world.does(minh, handling.accept, filed.case_id, seen=seen),
        return_exceptions=True,
    )

    assert sorted(type(result).__name__ for result in results) == ["Case", "StaleVersion"]
    assert await world.told(filed.chat) == ["notice-accepted"]
    assert (await world.steps(filed.case_id)).count("accept") == 1


async def test_many_notes_at_the_same_instant_are_all_kept(world: World):
    people = [await world.officer(name) for name in ("Lan", "Minh", "Hoa", "Tú")]
    filed = await world.file()

    await asyncio.gather(*(world.does(who, talk.note, filed.case_id, text=f"ghi {who}") for who in people))

    notes = [event for event in await world.events(filed.case_id) if event.step == "note"]
    assert sorted(event.data["version"] for event in notes) == [2, 3, 4, 5]
    assert {event.officer_id for event in notes} == set(people)


async def test_a_refused_step_changes_nothing(world: World):
    lan = await world.officer("Lan")
    filed = await world.file()
    before = await world.case(filed.case_id)

    with pytest.raises(Refused):
        await world.does(lan, refer.extend, filed.case_id, day=world.now.date(), reason="x")

    assert await world.case(filed.case_id) == before
    assert await world.steps(filed.case_id) == ["file"]
