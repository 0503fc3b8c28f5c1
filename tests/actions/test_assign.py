"""Who handles a case: a colleague, another body, and whoever must keep away."""

from __future__ import annotations

import pytest

from actions.cases import assign, handling, talk
from domain.errors import NotAllowed, NotFound, ReasonMissing
from domain.kinds import Organisation
from domain.routing import Body
from domain.units import UnitRef
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World

WOMEN = Body(COMMUNE, Organisation.WOMEN)
FAR = UnitRef("00004", "01")


async def test_a_colleague_who_is_given_a_case_is_told_and_the_resident_is_not(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.forget_news()

    case = await world.does(officer, assign.give_to_colleague, filed.case_id, officer_id=colleague, reason="nghỉ phép")

    assert case.officer_id == colleague
    assert (await world.officer_told(colleague), await world.told(filed.chat)) == (["officer-given-to-you"], [])


async def test_news_of_a_case_goes_to_the_officer_who_has_it_and_to_nobody_else(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()
    from actions.cases import resident

    await world.resident(filed, resident.supply, "Thêm")

    assert (await world.officer_told(officer), await world.officer_told(colleague)) == (["officer-supplied"], [])


async def test_without_a_chat_of_the_officer_who_has_it_the_colleagues_hear_the_news(world: World):
    officer, colleague = await world.officer(chat=False), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()
    from actions.cases import resident

    await world.resident(filed, resident.supply, "Thêm")

    assert await world.officer_told(colleague) == ["officer-supplied"]


@pytest.mark.parametrize("who", ["another body's", "disabled"])
async def test_only_an_active_officer_of_the_body_is_given_a_case(world: World, who: str):
    from actions import officers

    officer = await world.officer()
    other = await world.officer("Hoa", organisation=Organisation.WOMEN if who != "disabled" else Organisation.FRONT)
    if who == "disabled":
        async with world.database.begin() as db:
            await officers.disable(db, other, now=world.now)
    filed = await world.file()

    with pytest.raises(NotAllowed):
        await world.does(officer, assign.give_to_colleague, filed.case_id, officer_id=other, reason="x")


async def test_another_body_gets_the_case_and_everybody_hears_who_reads_it(world: World):
    officer, women = await world.officer(), await world.officer("Hoa", organisation=Organisation.WOMEN)
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()

    case = await world.does(officer, assign.give_to_body, filed.case_id, body=WOMEN, reason="việc của Hội")

    assert (case.handler, case.officer_id, case.owner.organisation) == (WOMEN, None, Organisation.FRONT)
    assert await world.officer_told(women) == ["officer-given-to-body"]
    assert "Hội Phụ nữ nhận và theo dõi" in await world.last_words(filed.chat)


async def test_the_unit_s_front_may_take_a_case_over_from_an_organisation(world: World):
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    front = await world.officer()
    filed = await world.file(organisation=Organisation.WOMEN)

    case = await world.does(
        front, assign.give_to_body, filed.case_id, body=Body(COMMUNE, Organisation.FRONT), reason="phối hợp"
    )

    assert case.handler.organisation is Organisation.FRONT


async def test_another_commune_of_the_province_takes_over_what_was_filed_in_the_wrong_one(world: World):
    officer, there = await world.officer(), await world.officer("Xa", unit=NEIGHBOUR.code)
    filed = await world.file()
    await world.forget_news()

    body = Body(NEIGHBOUR, Organisation.FRONT)
    case = await world.does(officer, assign.give_to_body, filed.case_id, body=body, reason="bên đó")

    assert (case.handler, case.owner.unit, case.commune) == (body, COMMUNE, COMMUNE.code)
    assert await world.officer_told(there) == ["officer-given-to-body"]


@pytest.mark.parametrize("body", [Body(COMMUNE, Organisation.YOUTH), Body(FAR, Organisation.FRONT)])
async def test_a_body_without_officers_or_of_another_province_is_given_nothing(world: World, body: Body):
    officer = await world.officer()
    await world.officer("Xa", unit=FAR.code)
    filed = await world.file()

    with pytest.raises(NotAllowed):
        await world.does(officer, assign.give_to_body, filed.case_id, body=body, reason="x")


async def test_giving_a_case_away_needs_a_reason(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    filed = await world.file()

    with pytest.raises(ReasonMissing):
        await world.does(officer, assign.give_to_colleague, filed.case_id, officer_id=colleague, reason=" ")
    with pytest.raises(ReasonMissing):
        await world.does(officer, assign.give_to_body, filed.case_id, body=WOMEN, reason=" ")


async def test_who_is_concerned_keeps_away_and_colleagues_go_on(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()

    case = await world.does(officer, assign.recuse, filed.case_id, reason="em ruột")

    assert (case.officer_id, case.handler) == (None, Body(COMMUNE, Organisation.FRONT))
    assert await world.officer_told(colleague) == ["officer-recused"]
    from actions.cases import resident

    await world.resident(filed, resident.supply, "Thêm")
    assert await world.officer_told(officer) == []
    assert (await world.officer_told(colleague))[-1] == "officer-supplied"


async def test_who_is_concerned_and_alone_passes_the_case_to_the_next_body_above(world: World):
    officer = await world.officer()
    province = await world.leader(unit=PROVINCE)
    filed = await world.file()
    await world.forget_news()

    case = await world.does(officer, assign.recuse, filed.case_id)

    assert case.handler == Body(UnitRef(PROVINCE), Organisation.FRONT)
    assert await world.officer_told(province) == ["officer-given-to-body"]
    assert await world.told(filed.chat) == ["notice-reassigned"]


async def test_a_concerned_officer_is_not_given_the_case_back(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, assign.recuse, filed.case_id)

    with pytest.raises(NotAllowed):
        await world.does(colleague, assign.give_to_colleague, filed.case_id, officer_id=officer, reason="x")


async def test_a_stranger_cannot_reassign(world: World):
    officer = await world.officer()
    stranger = await world.officer("Xa", unit=NEIGHBOUR.code)
    filed = await world.file()

    with pytest.raises(NotFound):
        await world.does(stranger, assign.give_to_colleague, filed.case_id, officer_id=officer, reason="x")
    assert (await world.does(officer, talk.note, filed.case_id, text="x")).officer_id is None
