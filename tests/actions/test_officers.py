"""Accounts: created, invited once, disabled, handed over; of a token only its hash is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from actions import officers
from actions.cases import assign, handling
from domain.errors import AlreadyDone, Expired, NotFound, Refused
from domain.kinds import Organisation
from domain.roles import Role, Scope
from storage import schema
from tests.actions.world import CALENDAR, COMMUNE, World


async def invited(world: World, officer: int) -> officers.Invitation:
    async with world.database.begin() as db:
        return await officers.invite(db, officer, now=world.now)


async def join(world: World, chat: int, token: str):
    async with world.database.begin() as db:
        return await officers.join(db, chat, token, now=world.now)


async def owner_of(world: World, chat: int) -> int | None:
    return next(row.officer_id for row in await world.rows(schema.conversation) if row.id == chat)


async def test_an_invitation_makes_a_chat_an_officer_s(world: World):
    officer = await world.officer("Lan", chat=False)
    chat = await world.chat()
    invitation = await invited(world, officer)

    account = await join(world, chat, invitation.token)

    assert (account.id, account.name, await owner_of(world, chat)) == (officer, "Lan", officer)
    (row,) = await world.rows(schema.invitation)
    assert row.used_at == world.now


async def test_of_the_token_only_a_hash_is_kept(world: World):
    officer = await world.officer(chat=False)

    invitation = await invited(world, officer)

    (row,) = await world.rows(schema.invitation)
    assert (len(invitation.token), invitation.token in str(tuple(row))) == (24, False)
    assert row.token_hash == officers.token_hash(invitation.token)


async def test_an_invitation_lets_in_once(world: World):
    officer = await world.officer(chat=False)
    first, second = await world.chat(), await world.chat()
    invitation = await invited(world, officer)
    await join(world, first, invitation.token)

    with pytest.raises(AlreadyDone):
        await join(world, second, invitation.token)

    assert await owner_of(world, second) is None


async def test_an_invitation_expires_after_seven_days(world: World):
    officer = await world.officer(chat=False)
    chat = await world.chat()
    invitation = await invited(world, officer)
    assert invitation.expires_at == world.now + timedelta(days=7)
    world.advance(days=7)

    with pytest.raises(Expired):
        await join(world, chat, invitation.token)


async def test_a_new_invitation_ends_the_one_before_it(world: World):
    officer = await world.officer(chat=False)
    chat = await world.chat()
    old = await invited(world, officer)
    new = await invited(world, officer)

    with pytest.raises(Expired):
        await join(world, chat, old.token)
    assert (await join(world, chat, new.token)).id == officer


async def test_a_guessed_token_is_unknown(world: World):
    await world.officer(chat=False)
    chat = await world.chat()

    with pytest.raises(NotFound):
        await join(world, chat, "x" * 24)


async def test_an_officer_may_use_several_channels_and_leave_one(world: World):
    officer = await world.officer(chat=False)
    phone, computer = await world.chat(), await world.chat()
    for chat in (phone, computer):
        await join(world, chat, (await invited(world, officer)).token)

    async with world.database.begin() as db:
        await officers.leave_chat(db, phone, officer, now=world.now)

    assert (await owner_of(world, phone), await owner_of(world, computer)) == (None, officer)


async def test_a_lost_device_lets_nobody_in_any_more(world: World):
    officer = await world.officer(chat=False)
    lost = await world.chat()
    await join(world, lost, (await invited(world, officer)).token)

    async with world.database.begin() as db:
        assert await officers.end_chats(db, officer, now=world.now) == 1

    assert await owner_of(world, lost) is None
    assert (await world.account(officer)).disabled_at is None


async def test_a_disabled_account_loses_its_chats_invitations_and_cases(world: World):
    officer, colleague = await world.officer(), await world.officer("Minh")
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    invitation = await invited(world, officer)
    chat = await world.chat()

    async with world.database.begin() as db:
        await officers.disable(db, officer, now=world.now)

    account = await world.account(officer)
    assert (account.disabled_at, account.chats, account.open_cases) == (world.now, (), 0)
    with pytest.raises(Expired):
        await join(world, chat, invitation.token)
    with pytest.raises(NotFound):
        await invited(world, officer)
    assert (await world.case(filed.case_id)).officer_id is None
    assert (await world.account(colleague)).disabled_at is None


async def test_a_successor_takes_over_scopes_and_open_cases(world: World):
    leaving = await world.officer("Lan", organisation=Organisation.WOMEN)
    successor = await world.officer("Minh")
    filed = await world.file(organisation=Organisation.WOMEN)
    await world.does(leaving, handling.accept, filed.case_id)
    await world.forget_news()

    async with world.database.begin() as db:
        done = await officers.hand_over(db, leaving, successor, now=world.now, calendar=CALENDAR)

    assert (done.given, done.left_with_body) == (1, 0)
    assert (await world.case(filed.case_id)).officer_id == successor
    assert set((await world.account(successor)).scopes) == {
        Scope(COMMUNE.code, Organisation.FRONT),
        Scope(COMMUNE.code, Organisation.WOMEN),
    }
    assert (await world.account(leaving)).disabled_at == world.now
    assert await world.officer_told(successor) == ["officer-handed-over"]
    told = await world.officer_heard(successor)
    assert "1 vụ việc" in told
    assert "Từ nay anh/chị phụ trách thêm: Hội Phụ nữ" in told
    event = (await world.events(filed.case_id))[-1]
    assert (event.step, event.data["to_name"], event.after) == ("reassign", "Minh", event.before)


async def test_a_successor_hears_of_scopes_that_bring_no_case(world: World):
    leaving = await world.officer("Lan", organisation=Organisation.WOMEN)
    successor = await world.officer("Minh")

    async with world.database.begin() as db:
        await officers.hand_over(db, leaving, successor, now=world.now, calendar=CALENDAR)

    assert "phụ trách thêm: Hội Phụ nữ" in await world.officer_heard(successor)


async def test_a_case_that_concerns_the_successor_goes_back_to_the_body(world: World):
    leaving, successor = await world.officer("Lan"), await world.officer("Minh")
    filed = await world.file()
    await world.does(successor, assign.recuse, filed.case_id)
    await world.does(leaving, handling.accept, filed.case_id)

    async with world.database.begin() as db:
        done = await officers.hand_over(db, leaving, successor, now=world.now, calendar=CALENDAR)

    assert (done.given, done.left_with_body) == (0, 1)
    assert (await world.case(filed.case_id)).officer_id is None


@pytest.mark.parametrize("how", ["itself", "nobody", "a reader"])
async def test_work_is_handed_over_to_another_active_officer_only(world: World, how: str):
    officer = await world.officer()
    reader = await world.officer("Đọc", roles=(Role.PARTY_READER,))
    to = {"itself": officer, "nobody": 4_711, "a reader": reader}[how]

    async with world.database.begin() as db:
        with pytest.raises(Refused):
            await officers.hand_over(db, officer, to, now=world.now, calendar=CALENDAR)

    assert (await world.account(officer)).disabled_at is None


@pytest.mark.parametrize(
    "values",
    [{"name": " "}, {"scopes": []}, {"roles": []}, {"roles": [Role.RESIDENT]}, {"roles": [Role.SYSTEM]}],
)
async def test_an_account_needs_a_name_a_scope_and_roles_that_are_granted(world: World, values: dict):
    good = {"name": "Lan", "roles": [Role.OFFICER], "scopes": [Scope(COMMUNE.code, None)]}

    async with world.database.begin() as db:
        with pytest.raises(Refused):
            await officers.add_officer(db, now=world.now, **{**good, **values})
        assert await officers.add_officer(db, now=world.now, **good) > 0


async def test_what_happens_to_accounts_is_in_the_audit_trail(world: World):
    officer = await world.officer(chat=False)
    chat = await world.chat()
    await join(world, chat, (await invited(world, officer)).token)

    trail = [(row.actor, row.action, row.subject) for row in await world.rows(schema.audit)]

    assert trail == [
        ("administrator", "officer_added", f"officer/{officer}"),
        ("administrator", "officer_invited", f"officer/{officer}"),
        (f"officer/{officer}", "officer_joined", f"conversation/{chat}"),
    ]
