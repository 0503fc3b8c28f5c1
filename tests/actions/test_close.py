"""How a case ends: outcomes, photos, a decline that somebody else decides, and beginning again."""

from __future__ import annotations

import pytest

from actions.cases import close, handling, refer
from conversation.messages import FileKind, IncomingFile, OutgoingFile
from domain.errors import NotAllowed, OutcomeNotAllowed, ReasonMissing, StepNotAllowed
from domain.kinds import Organisation
from domain.life import Outcome, State
from domain.roles import Role
from domain.rules import Deadline
from storage import files
from tests.actions.world import COMMUNE, PROVINCE, World
from tests.support.looking import looking_at


async def checked(world: World):
    """Return an officer and a petition whose authority has answered and whose resident was asked."""
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")
    await world.does(officer, refer.answer, filed.case_id, text="Đã thay bóng")
    await world.forget_news()
    return officer, filed


async def test_a_case_is_closed_as_resolved_by_the_authority_with_a_photo_and_a_rating(world: World):
    officer, filed = await checked(world)
    async with world.database.begin() as db:
        incoming = IncomingFile(FileKind.PHOTO, "p1", mime="image/jpeg", size=10)
        photo = await files.want(db, filed.chat, "webchat", incoming, now=world.now)

    case = await world.does(
        officer,
        close.close,
        filed.case_id,
        outcome=Outcome.RESOLVED,
        text="Cột số 5 sáng lại từ tối 19/11",
        files=[OutgoingFile(photo, FileKind.PHOTO)],
    )

    assert (case.state, case.outcome, case.closed_at, case.due_at) == (State.CLOSED, Outcome.RESOLVED, world.now, None)
    (reply,) = await world.replies(filed.chat)
    assert reply.files == (OutgoingFile(photo, FileKind.PHOTO),)
    assert [option.id for option in reply.options] == ["rat_hai_long", "hai_long", "chua_hai_long", "reopen"]
    assert "đã được Điện lực giải quyết" in await world.last_words(filed.chat)


async def test_resolved_needs_a_check_with_the_resident_explained_does_not(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)

    with pytest.raises(OutcomeNotAllowed):
        await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="Xong")
    case = await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Theo quy định …")

    assert case.outcome is Outcome.EXPLAINED


async def test_a_case_that_lies_with_an_authority_is_not_closed(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, refer.refer, filed.case_id, authority=None, name="Điện lực")

    with pytest.raises(StepNotAllowed):
        await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Xong")


async def test_a_case_is_not_closed_without_words(world: World):
    officer, filed = await checked(world)

    with pytest.raises(ReasonMissing):
        await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="")

    assert (await world.case(filed.case_id)).state is State.CHECKING


async def test_a_decline_is_proposed_to_those_who_decide_and_the_resident_hears_nothing_yet(world: World):
    officer = await world.officer()
    leader = await world.leader()
    approver = await world.officer("Duyệt", unit=PROVINCE, roles=(Role.APPROVER,))
    bystander = await world.officer("Hoa", organisation=Organisation.WOMEN, roles=(Role.LEADER,))
    filed = await world.file()
    await world.forget_news()

    case = await world.does(officer, close.propose_decline, filed.case_id, reason="ngoài phạm vi")

    assert case.state is State.RECEIVED
    assert await world.told(filed.chat) == []
    assert await world.officer_told(leader) == ["officer-decline-proposed"]
    assert await world.officer_told(approver) == ["officer-decline-proposed"]
    assert await world.officer_told(bystander) == []
    async with looking_at(world.database) as db:
        assert await close.last_proposal(db, filed.case_id) == "ngoài phạm vi"


async def test_an_officer_proposes_and_an_approver_declines(world: World):
    officer = await world.officer()
    approver = await world.officer("Duyệt", roles=(Role.APPROVER,))
    filed = await world.file()
    await world.does(officer, close.propose_decline, filed.case_id, reason="ngoài phạm vi")
    await world.forget_news()

    with pytest.raises(NotAllowed):
        await world.does(officer, close.decline, filed.case_id, reason="ngoài phạm vi")
    case = await world.does(
        approver, close.decline, filed.case_id, reason="ngoài phạm vi", guidance="gửi Sở Công Thương"
    )

    assert (case.state, case.outcome) == (State.CLOSED, Outcome.DECLINED)
    said = await world.last_words(filed.chat)
    assert "ngoài phạm vi" in said
    assert "gửi Sở Công Thương" in said
    assert await world.officer_told(officer) == ["officer-declined"]


async def test_a_decline_without_guidance_says_nothing_of_it(world: World):
    leader = await world.leader()
    filed = await world.file()

    await world.does(leader, close.decline, filed.case_id, reason="đã trả lời ngày 01/11")

    assert await world.told(filed.chat) == ["notice-declined"]


async def test_a_decline_needs_a_reason(world: World):
    leader = await world.leader()
    filed = await world.file()

    with pytest.raises(ReasonMissing):
        await world.does(leader, close.decline, filed.case_id, reason="")


async def test_a_reopened_case_begins_anew_and_its_people_hear_of_it(world: World):
    officer, filed = await checked(world)
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.RESOLVED, text="Xong")
    await world.forget_news()
    world.advance(days=3)

    case = await world.does(officer, close.reopen, filed.case_id, reason="Lại hỏng")

    assert (case.state, case.outcome, case.closed_at, case.reopened) == (State.ACCEPTED, None, None, 1)
    assert case.due_rule is Deadline.FORWARD
    assert await world.told(filed.chat) == ["notice-looked-at-again"]


async def test_a_corrected_outcome_is_no_other_look_at_the_case(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Theo quy định …")

    ended = world.now
    world.advance(days=9)

    case = await world.does(officer, close.amend, filed.case_id, outcome=Outcome.FILED, text="Lưu để theo dõi")

    assert (case.state, case.outcome, case.reopened) == (State.CLOSED, Outcome.FILED, 0)
    assert case.closed_at == ended, "or the week and the report of the correction count it as closed once more"


async def test_an_open_case_is_not_reopened(world: World):
    officer = await world.officer(unit=COMMUNE.code)
    filed = await world.file()

    with pytest.raises(StepNotAllowed):
        await world.does(officer, close.reopen, filed.case_id, reason="x")
