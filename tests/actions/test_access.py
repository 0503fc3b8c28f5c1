"""Who may see a case, who may do what to it, and the trace that reading a confidential one leaves."""

from __future__ import annotations

import pytest

from actions.cases import assign, talk
from actions.cases.access import access, handles, sees_names, steps_for
from domain.errors import Conflicted, NotAllowed, NotFound
from domain.kinds import Kind, Organisation
from domain.life import Step
from domain.roles import Role, resident
from storage import audit, schema
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World
from tests.support.looking import looking_at


async def may_open(world: World, officer_id: int, case_id: int) -> bool:
    change = await world.change(officer_id)
    async with world.database.begin() as db:
        try:
            await access(db, case_id, change.actor, now=world.now)
        except (NotFound, Conflicted):
            return False
    return True


@pytest.mark.parametrize(
    ("unit", "organisation", "roles", "expected"),
    [
        (COMMUNE.code, Organisation.WOMEN, (Role.OFFICER,), True),
        (COMMUNE.code, Organisation.FRONT, (Role.OFFICER,), True),
        (COMMUNE.code, None, (Role.OFFICER,), True),
        (PROVINCE, Organisation.FRONT, (Role.LEADER,), True),
        (PROVINCE, Organisation.WOMEN, (Role.OFFICER,), True),
        (None, None, (Role.LEADER,), True),
        (COMMUNE.code, Organisation.FRONT, (Role.APPROVER,), True),
        (COMMUNE.code, Organisation.WOMEN, (Role.COLLABORATOR,), True),
        (COMMUNE.code, Organisation.YOUTH, (Role.OFFICER,), False),
        (NEIGHBOUR.code, Organisation.WOMEN, (Role.OFFICER,), False),
        (PROVINCE, Organisation.YOUTH, (Role.OFFICER,), False),
        ("01", Organisation.FRONT, (Role.LEADER,), False),
        (COMMUNE.code, Organisation.WOMEN, (Role.PARTY_READER,), False),
        (COMMUNE.code, Organisation.WOMEN, (Role.ADMINISTRATOR,), False),
    ],
)
async def test_a_case_is_seen_by_its_body_the_unit_s_front_and_those_above(
    world: World, unit: str | None, organisation: Organisation | None, roles: tuple[Role, ...], expected: bool
):
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    filed = await world.file(organisation=Organisation.WOMEN)
    officer = await world.officer(unit=unit, organisation=organisation, roles=roles)

    assert await may_open(world, officer, filed.case_id) is expected


@pytest.mark.parametrize(
    ("unit", "organisation", "roles", "expected"),
    [
        (COMMUNE.code, Organisation.WOMEN, (Role.OFFICER,), True),
        (COMMUNE.code, Organisation.FRONT, (Role.LEADER,), False),
        (PROVINCE, None, (Role.LEADER,), False),
        (COMMUNE.code, Organisation.WOMEN, (Role.COLLABORATOR,), False),
    ],
)
async def test_a_confidential_case_is_seen_by_its_body_s_own_officers_alone(
    world: World, unit: str, organisation: Organisation | None, roles: tuple[Role, ...], expected: bool
):
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    filed = await world.file(organisation=Organisation.WOMEN, confidential=True)
    officer = await world.officer(unit=unit, organisation=organisation, roles=roles)

    assert await may_open(world, officer, filed.case_id) is expected


async def test_reading_a_confidential_case_leaves_a_row_in_the_audit_trail(world: World):
    officer = await world.officer()
    filed = await world.file(confidential=True)
    ordinary = await world.file()

    await may_open(world, officer, ordinary.case_id)
    await may_open(world, officer, filed.case_id)

    read = [row for row in await world.rows(schema.audit) if row.action == "read_confidential"]
    assert [(row.actor, row.subject) for row in read] == [(f"officer/{officer}", f"case/{filed.case_id}")]


async def test_the_audit_trail_is_a_chain_in_which_a_changed_row_shows(world: World):
    officer = await world.officer()
    filed = await world.file(confidential=True)
    for _ in range(3):
        await may_open(world, officer, filed.case_id)
    rows = await world.rows(schema.audit)
    async with looking_at(world.database) as db:
        assert await audit.first_broken(db) is None

    await world.put(schema.audit, rows[1].id, actor="officer/99")

    async with looking_at(world.database) as db:
        assert await audit.first_broken(db) == audit.Broken(rows[1].id)


async def test_a_row_taken_out_of_the_audit_trail_shows(world: World):
    officer = await world.officer()
    filed = await world.file(confidential=True)
    for _ in range(3):
        await may_open(world, officer, filed.case_id)
    rows = await world.rows(schema.audit)

    async with world.database.begin() as db:
        await db.execute(schema.audit.delete().where(schema.audit.c.id == rows[1].id))

    async with looking_at(world.database) as db:
        assert await audit.first_broken(db) == audit.Broken(rows[2].id)


async def test_an_officer_who_is_concerned_neither_sees_nor_handles_the_case(world: World):
    officer, _ = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    assert await may_open(world, officer, filed.case_id)

    await world.does(officer, assign.recuse, filed.case_id)

    assert not await may_open(world, officer, filed.case_id)
    with pytest.raises(Conflicted):
        await world.does(officer, talk.note, filed.case_id, text="x")


async def test_names_are_for_those_who_handle_the_case(world: World):
    front = await world.change(await world.officer())
    women = await world.change(await world.officer("Hoa", organisation=Organisation.WOMEN))
    helper = await world.change(await world.officer("Mai", organisation=Organisation.WOMEN, roles=(Role.COLLABORATOR,)))
    case = await world.case((await world.file(organisation=Organisation.WOMEN)).case_id)

    assert [handles(case, change.actor) for change in (women, front, helper)] == [True, False, True]
    assert [sees_names(case, change.actor) for change in (women, front, helper)] == [True, False, False]


async def test_whoever_only_oversees_a_case_may_note_and_reassign_but_not_close(world: World):
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    front = await world.officer()
    filed = await world.file(organisation=Organisation.WOMEN)
    change = await world.change(front)

    steps = steps_for(await world.case(filed.case_id), change.actor)

    assert set(steps) == {Step.NOTE, Step.REASSIGN, Step.RECUSE, Step.PROPOSE_DECLINE}
    with pytest.raises(NotAllowed):
        await world.does(front, talk.reply, filed.case_id, text="x")


async def test_a_resident_reaches_the_cases_of_their_own_petitions_only(world: World):
    mine, other = await world.file(), await world.file()
    async with world.database.begin() as db:
        case = await access(db, mine.case_id, resident(mine.person_id), now=world.now)
        assert case.id == mine.case_id
        with pytest.raises(NotFound):
            await access(db, other.case_id, resident(mine.person_id), now=world.now)


async def test_a_case_that_does_not_exist_is_not_found(world: World):
    change = await world.change(await world.officer())
    async with world.database.begin() as db:
        with pytest.raises(NotFound):
            await access(db, 4_711, change.actor, now=world.now)


async def test_a_denunciation_is_confidential_once_it_is_classified_so(world: World):
    from actions.cases import handling
    from domain.subjects import Subject

    officer, province = await world.officer(), await world.leader(unit=PROVINCE)
    filed = await world.file()
    assert await may_open(world, province, filed.case_id)

    await world.does(officer, handling.classify, filed.case_id, kind=Kind.DENUNCIATION, subject=Subject.OFFICIALS)

    assert not await may_open(world, province, filed.case_id)
