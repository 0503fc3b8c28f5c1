"""The work list: whose cases, in which pile, in which order, counted as they are listed."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from actions.cases import assign, close, handling, talk
from actions.cases.access import handles, may_see
from domain.kinds import Organisation
from domain.life import Outcome
from domain.roles import Role
from domain.routing import Body
from domain.units import UnitRef
from storage import cases, petitions, schema, worklist
from storage.worklist import Pile, Reach
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World
from tests.support.looking import looking_at


async def listed(world: World, officer: int, pile: Pile, reach: Reach = Reach.MINE, *, limit: int = 100) -> list[int]:
    actor = (await world.change(officer)).actor
    async with looking_at(world.database) as db:
        found = await worklist.page(db, actor, reach, pile, now=world.now, offset=0, limit=limit)
    return [case.id for case in found]


async def counted(world: World, officer: int, reach: Reach = Reach.MINE) -> dict[str, int]:
    actor = (await world.change(officer)).actor
    async with looking_at(world.database) as db:
        counts = await worklist.counts(db, actor, reach, now=world.now)
    return {pile.value: counts[pile] for pile in Pile}


async def test_a_case_goes_from_new_to_due_to_overdue_and_waits_for_nobody_while_its_resident_is_asked(world: World):
    officer = await world.officer()
    filed = await world.file()
    assert (await counted(world, officer))["new"] == 1
    world.advance(days=1)  # to be read by tonight
    assert (await counted(world, officer))["today"] == 1
    world.advance(days=1)
    assert (await counted(world, officer))["overdue"] == 1
    assert await listed(world, officer, Pile.OVERDUE) == [filed.case_id]

    await world.does(officer, talk.ask, filed.case_id, petition_id=filed.petition_id, text="Ở đâu ạ?")

    assert await counted(world, officer) == {
        "new": 0, "today": 0, "overdue": 0, "reopened": 0, "waiting": 1, "all": 1,
    }  # fmt: skip


async def test_a_closed_case_is_in_no_pile_and_comes_back_when_it_is_reopened(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Theo quy định")
    assert (await counted(world, officer))["all"] == 0

    await world.does(officer, close.reopen, filed.case_id, reason="Chưa rõ")

    assert await listed(world, officer, Pile.REOPENED) == [filed.case_id]


async def test_danger_comes_first_then_what_is_due_longest(world: World):
    officer = await world.officer()
    old = await world.file()
    world.advance(days=1)
    new = await world.file()
    danger = await world.file(danger=True)

    assert await listed(world, officer, Pile.ALL) == [danger.case_id, old.case_id, new.case_id]


async def test_what_a_colleague_took_is_not_on_my_list_but_in_the_area(world: World):
    lan, minh = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    await world.does(lan, handling.accept, filed.case_id)

    assert await listed(world, lan, Pile.ALL) == [filed.case_id]
    assert await listed(world, minh, Pile.ALL) == []
    assert await listed(world, minh, Pile.ALL, Reach.AREA) == [filed.case_id]


async def test_who_is_concerned_by_a_case_finds_it_in_no_list(world: World):
    lan, _ = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()

    await world.does(lan, assign.recuse, filed.case_id)

    assert await listed(world, lan, Pile.ALL, Reach.AREA) == []


async def test_a_confidential_case_is_listed_for_its_body_and_not_above(world: World):
    lan, province = await world.officer("Lan"), await world.leader(unit=PROVINCE)
    filed = await world.file(confidential=True)

    assert await listed(world, lan, Pile.ALL) == [filed.case_id]
    assert await listed(world, province, Pile.ALL, Reach.AREA) == []


SCOPES = [
    (COMMUNE.code, Organisation.FRONT),
    (COMMUNE.code, Organisation.WOMEN),
    (COMMUNE.code, None),
    (NEIGHBOUR.code, Organisation.YOUTH),
    (PROVINCE, Organisation.FRONT),
    (PROVINCE, Organisation.WOMEN),
    (PROVINCE, None),
    ("01", Organisation.FRONT),
    (None, Organisation.FRONT),
    (None, Organisation.WOMEN),
    (None, None),
]


@pytest.mark.parametrize(("unit", "organisation"), SCOPES)
async def test_the_list_holds_exactly_what_may_be_opened(
    world: World, unit: str | None, organisation: Organisation | None
):
    """`may_see` and `handles` say it in Python, the work list in SQL: both must say the same of every case."""
    officer = await world.officer(unit=unit, organisation=organisation, roles=(Role.LEADER,))
    await many_cases(world, 60)
    actor = (await world.change(officer)).actor
    async with looking_at(world.database) as db:
        every = [await cases.case(db, row.id) for row in await world.rows(schema.case_file)]

    area = await listed(world, officer, Pile.ALL, Reach.AREA)
    mine = await listed(world, officer, Pile.ALL)

    assert sorted(area) == [case.id for case in every if may_see(case, actor)]
    assert sorted(mine) == [case.id for case in every if handles(case, actor)]


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.APPROVER, Role.COLLABORATOR, Role.PARTY_READER, Role.ADMINISTRATOR]
)
async def test_who_may_open_no_case_is_shown_no_list(world: World, role: Role):
    account = await world.officer(unit=COMMUNE.code, organisation=None, roles=(role,))
    await many_cases(world, 60)
    actor = (await world.change(account)).actor
    async with looking_at(world.database) as db:
        every = [await cases.case(db, row.id) for row in await world.rows(schema.case_file)]
    seen = [case.id for case in every if may_see(case, actor)]

    assert sorted(await listed(world, account, Pile.ALL, Reach.AREA)) == seen
    assert set(await listed(world, account, Pile.ALL)) <= set(seen)
    assert bool(seen) is (role not in {Role.PARTY_READER, Role.ADMINISTRATOR})


@pytest.mark.parametrize("reach", list(Reach))
async def test_every_count_is_the_length_of_its_list(world: World, reach: Reach):
    officer = await world.officer(unit=PROVINCE, organisation=None)
    await many_cases(world, 60)

    counts = await counted(world, officer, reach)

    for pile in Pile:
        assert counts[pile.value] == len(await listed(world, officer, pile, reach))


async def test_pages_follow_each_other_without_gap_or_doubling(world: World):
    officer = await world.officer(unit=PROVINCE, organisation=None)
    await many_cases(world, 40)
    actor = (await world.change(officer)).actor
    pages = []
    async with looking_at(world.database) as db:
        for offset in range(0, 60, 6):
            found = await worklist.page(db, actor, Reach.AREA, Pile.ALL, now=world.now, offset=offset, limit=6)
            pages += [case.id for case in found]

    assert pages == await listed(world, officer, Pile.ALL, Reach.AREA)
    assert len(set(pages)) == len(pages)


async def many_cases(world: World, count: int) -> None:
    """Insert open cases of several bodies in every state, without their petitions."""
    chance = random.Random(7)
    bodies = [
        Body(unit, organisation)
        for unit in (COMMUNE, NEIGHBOUR, UnitRef(PROVINCE), UnitRef("00256", "01"))
        for organisation in (Organisation.FRONT, Organisation.WOMEN, Organisation.YOUTH)
    ]
    states = ["received", "needs_information", "accepted", "verifying", "referred", "answered", "checking"]
    async with world.database.begin() as db:
        for number in range(count):
            handler = chance.choice(bodies)
            province = handler.unit.province or handler.unit.code
            commune = handler.unit if handler.unit.province else chance.choice((COMMUNE, NEIGHBOUR))
            due = world.now + timedelta(days=chance.randrange(-5, 6))
            state = chance.choice(states)
            await petitions.insert_case(
                db,
                code=f"T{number:07d}",
                version=1,
                unit_code=commune.code,
                organisation=chance.choice((handler.organisation, Organisation.YOUTH)).value,
                commune_code=commune.code,
                province_code=province,
                handler_unit_code=handler.unit.code,
                handler_organisation=handler.organisation.value,
                subject="ha_tang",
                kind="phan_anh",
                place="",
                title="Đèn",
                state=state,
                reopened=chance.randrange(2),
                confidential=chance.random() < 0.2,
                danger=chance.random() < 0.1,
                opened_at=world.now,
                due_at=due,
                due_rule="noi_bo_doc",
                paused_at=world.now if state == "needs_information" else None,
                paused_days=0,
                changed_at=world.now,
            )
