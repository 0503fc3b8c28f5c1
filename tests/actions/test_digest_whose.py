"""Whose cases and news stand in a digest: bodies, conflicts, confidential cases, leaders."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from actions.digest_material import last_digest
from actions.digest_values import Digest
from actions.digest_words import message
from conversation.recognise import label_of
from domain.kinds import Organisation
from domain.life import Step
from domain.roles import Role
from storage import recipients, schema
from tests.actions.digesting import NOW, a_case, digest, due, had_a_digest, shape
from tests.actions.world import CALENDAR, COMMUNE, MONDAY, NEIGHBOUR, PROVINCE, World
from tests.support.looking import looking_at


async def test_only_what_is_given_to_the_officer_or_to_nobody_of_their_bodies(world):
    me, other = await world.officer("Me"), await world.officer("Other")
    mine, free = await a_case(world, state="received", officer_id=me), await a_case(world, state="received")
    theirs = await a_case(world, state="received", officer_id=other)
    await a_case(world, state="received", handler_organisation="phu_nu")
    await a_case(world, state="received", handler_unit_code=NEIGHBOUR.code)

    assert shape(await digest(world, me)) == {"reply": (2, [mine, free])}
    assert shape(await digest(world, other)) == {"reply": (2, [free, theirs])}
    assert (await digest(world, me)).open == 2


async def test_an_officer_of_several_bodies_gets_one_list_in_one_order(world):
    officer = await world.officer(organisation=None)
    cases = [
        await a_case(world, due_at=due(-days), handler_organisation=organisation)
        for days, organisation in ((1, "mttq"), (3, "phu_nu"), (2, "nong_dan"))
    ]

    assert shape(await digest(world, officer)) == {"ask": (3, [cases[1], cases[2], cases[0]])}


async def test_a_case_that_concerns_the_officer_is_neither_named_nor_counted(world):
    officer, colleague = await world.officer("Concerned"), await world.officer("Colleague")
    cases = [await a_case(world, due_at=due(-9 + n)) for n in range(7)]
    async with world.database.begin() as db:
        for case in cases[:2]:
            event = {"case_id": case, "at": NOW, "step": Step.RECUSE.value, "officer_id": officer, "data": {}}
            states = {"state_before": "accepted", "state_after": "accepted", "told": False}
            await db.execute(insert(schema.case_event), event | states)

    mine, theirs = await digest(world, officer), await digest(world, colleague)

    assert shape(mine) == {"ask": (5, cases[2:])}
    assert shape(theirs) == {"ask": (7, cases[:5])}
    assert (mine.open, theirs.open) == (5, 7)


async def test_confidential_cases_are_a_number_and_nothing_else(world):
    officer = await world.officer()
    for days in (-1, 0, 3):
        case = await a_case(world, "Ông Bí Mật nhận tiền", due_at=due(days), state="received", confidential=True)
        await world.put(schema.case_file, case, title="Ông Bí Mật nhận tiền", place="nhà ông Bí Mật")

    found = await digest(world, officer)

    assert (found.sections, found.confidential, found.confidential_urgent, found.open) == ((), 3, 2, 3)
    assert "Bí Mật" not in repr(found)
    said = message(found)
    assert [option.id for option in said.options] == ["work"]
    assert "3" in label_of(said.paragraphs[1], "vi")


async def test_open_wishes_to_be_called_are_those_of_the_officers_bodies(world):
    officer, chat = await world.officer(), await world.chat()
    async with world.database.begin() as db:
        for number, (unit, done) in enumerate([(COMMUNE.code, None), (NEIGHBOUR.code, None), (COMMUNE.code, NOW)]):
            values = {"conversation_id": chat, "unit_code": unit, "organisation": "mttq", "phone": f"091{number}"}
            await db.execute(
                insert(schema.call_back), values | {"note": "", "at": NOW - timedelta(days=2), "done_at": done}
            )

    found = await digest(world, officer)

    assert (found.call_backs, found.is_empty) == (1, False)
    assert [(call.phone, call.since) for call in found.callers] == [("0910", date(2026, 11, 14))]


async def a_failure(world: World, case: int, chat: int, at) -> None:
    async with world.database.begin() as db:
        values = {"conversation_id": chat, "line": 0, "reply": "{}", "state": "failed", "not_before": at}
        values |= {"attempts": 3, "sent_parts": 0, "created_at": at, "done_at": at, "about_case_id": case}
        await db.execute(insert(schema.outbox), values)


async def test_messages_that_did_not_reach_a_resident_since_the_digest_before_are_told(world):
    officer, resident = await world.officer(), await world.chat()
    fresh, old, closed, sealed = [await a_case(world) for _ in range(4)]
    await world.put(schema.case_file, closed, state="closed", outcome="explained", due_at=None)
    await world.put(schema.case_file, sealed, confidential=True)
    friday = last_digest(450, NOW, CALENDAR)
    await a_failure(world, fresh, resident, friday)
    await a_failure(world, fresh, resident, friday + timedelta(hours=1))
    await a_failure(world, old, resident, friday - timedelta(seconds=1))
    await a_failure(world, closed, resident, friday + timedelta(hours=2))
    await a_failure(world, sealed, resident, friday + timedelta(hours=3))
    own_chat = next(row.id for row in await world.rows(schema.conversation) if row.officer_id == officer)
    await a_failure(world, old, own_chat, NOW)

    found = await digest(world, officer)

    assert found.failed == 3
    assert [case for case, _ in found.failed_cases] == [closed, fresh]


async def test_failures_before_an_officers_own_last_digest_were_told_already(world):
    late, early = await world.officer("Late"), await world.officer("Early")
    resident, case = await world.chat(), await a_case(world)
    await a_failure(world, case, resident, NOW - timedelta(hours=3))
    await had_a_digest(world, late, NOW - timedelta(hours=10))
    await had_a_digest(world, early, NOW - timedelta(days=20))

    assert (await digest(world, early)).failed == 1
    assert (await digest(world, late)).failed == 1
    await had_a_digest(world, late, NOW - timedelta(hours=2, minutes=59))
    assert (await digest(world, late, full=True)).failed == 1  # of today: what the day's digest told is shown again


@pytest.mark.parametrize(
    ("now", "before"),
    [(MONDAY, (13, 7, 30)), (MONDAY + timedelta(days=9), (23, 7, 30))],
    ids=["over a week-end", "over a holiday"],
)
def test_the_digest_before_was_on_the_working_day_before(now, before):
    found = last_digest(450, now, CALENDAR)

    assert (found.day, found.hour, found.minute) == before


# --- Leaders --------------------------------------------------------------------------------------------------------


async def test_a_leader_sees_how_the_bodies_of_the_scope_stand_the_latest_first(world):
    province = await world.leader("Province", unit=PROVINCE)
    commune = await world.leader("Commune")
    women = await world.leader("Women", unit=PROVINCE, organisation=Organisation.WOMEN)
    for unit, organisation, late, fine in (
        (COMMUNE.code, "mttq", 1, 2), (COMMUNE.code, "phu_nu", 2, 0), (NEIGHBOUR.code, "mttq", 3, 0),
        (NEIGHBOUR.code, "phu_nu", 0, 1),
    ):  # fmt: skip
        for number in range(late + fine):
            days = -1 if number < late else 3
            await a_case(world, handler_unit_code=unit, handler_organisation=organisation, due_at=due(days))

    def standing(found: Digest) -> tuple:
        view = found.overview
        return view.open, view.overdue, [(b.organisation.value, b.overdue, b.open) for b in view.bodies]

    assert standing(await digest(world, province)) == (
        9, 6, [("mttq", 3, 3), ("phu_nu", 2, 2), ("mttq", 1, 3)],
    )  # fmt: skip
    assert standing(await digest(world, commune)) == (5, 3, [("phu_nu", 2, 2), ("mttq", 1, 3)])
    assert standing(await digest(world, women)) == (3, 2, [("phu_nu", 2, 2)])


async def test_a_leader_of_everything_sees_everything_and_an_officer_no_overview(world):
    leader = await world.leader("Centre", unit=None, organisation=None)
    officer = await world.officer()
    await a_case(world, due_at=due(-1))
    await a_case(world, handler_unit_code="00166", province_code="01", due_at=due(-1))

    found = await digest(world, leader)

    assert (found.overview.open, found.overview.overdue, found.overview.late_bodies) == (2, 2, 2)
    assert (found.sections, found.open, found.is_empty) == ((), 0, False)
    assert (await digest(world, officer)).overview is None


async def test_collaborators_and_readers_are_no_recipients(world):
    handles = await world.officer()
    for role in (Role.COLLABORATOR, Role.PARTY_READER, Role.ADMINISTRATOR, Role.APPROVER):
        await world.officer(role.value, roles=(role,))

    async with looking_at(world.database) as db:
        assert [r.officer_id for r in await recipients.recipients(db, NOW.date())] == [handles]
