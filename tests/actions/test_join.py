"""Which petitions a case holds: split, merge, undo. Codes stay, nobody reads another's words."""

from __future__ import annotations

import secrets

import pytest

from actions.cases import handling, join, resident, talk
from conversation.recognise import label_of
from domain.errors import NotAllowed, NotFound, StepNotAllowed
from domain.kinds import Organisation
from domain.life import Outcome, State
from domain.subjects import Subject
from storage import petitions
from tests.actions.world import NEIGHBOUR, World
from tests.support.looking import looking_at


async def held(world: World, case_id: int) -> list[int]:
    async with looking_at(world.database) as db:
        return [row.id for row in await petitions.petitions_of_case(db, case_id)]


async def split(world: World, officer: int, case_id: int, petition_id: int, **values: object):
    defaults = {"title": "Cống tắc đầu ngõ", "subject": Subject.DISASTERS, "draw": secrets.token_bytes}
    return await world.does(officer, join.split, case_id, petition_id=petition_id, **{**defaults, **values})


async def test_a_petition_of_two_matters_belongs_to_two_cases_each_with_its_own_clock(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)
    await world.forget_news()

    new = await split(world, officer, filed.case_id, filed.petition_id)

    assert await held(world, filed.case_id) == await held(world, new.id) == [filed.petition_id]
    assert (new.state, new.subject, new.title) == (State.RECEIVED, Subject.DISASTERS, "Cống tắc đầu ngõ")
    assert new.code != (await world.case(filed.case_id)).code
    assert await world.told(filed.chat) == ["notice-split"]


async def test_a_petition_that_is_another_matter_goes_to_a_case_of_its_own(world: World):
    officer = await world.officer()
    first = await world.file()
    second = await world.file("Cống tắc", join_case=first.case_id)
    await world.forget_news()

    new = await split(world, officer, first.case_id, second.petition_id, stays=False)

    assert (await held(world, first.case_id), await held(world, new.id)) == ([first.petition_id], [second.petition_id])
    assert new.code == second.code  # it had lent its code to no case yet
    assert (await world.told(first.chat), await world.told(second.chat)) == ([], ["notice-split-off"])


async def test_the_only_petition_of_a_case_does_not_go_from_it(world: World):
    officer = await world.officer()
    filed = await world.file()

    with pytest.raises(NotAllowed):
        await split(world, officer, filed.case_id, filed.petition_id, stays=False)
    with pytest.raises(NotFound):
        await split(world, officer, filed.case_id, filed.petition_id + 1)


async def test_merging_brings_the_petitions_together_and_tells_everybody_how_many_they_are(world: World):
    officer = await world.officer()
    first = await world.file("Ngõ 12 tối om")
    second = await world.file("Bóng đèn cột 5 cháy")
    third = await world.file("Đèn hỏng", join_case=second.case_id)
    await world.forget_news()

    merged = await world.does(officer, join.merge, second.case_id, into_id=first.case_id)

    assert merged.id == first.case_id
    assert await held(world, first.case_id) == [first.petition_id, second.petition_id, third.petition_id]
    source = await world.case(second.case_id)
    assert (source.state, source.outcome, source.merged_into_id) == (State.CLOSED, Outcome.MERGED, first.case_id)
    for filed in (first, second, third):
        assert await world.told(filed.chat) == ["notice-merged"]
        said = await world.last_words(filed.chat)
        assert "có 3 người" in said
        assert f"{filed.code[:4]}-{filed.code[4:]}" in said
        assert not any(words in said for words in ("tối om", "cháy", "Đèn hỏng"))


async def test_after_a_merge_the_answer_reaches_all(world: World):
    officer = await world.officer()
    first, second = await world.file(), await world.file()
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    await world.forget_news()

    await world.does(officer, talk.reply, first.case_id, text="Tuần sau thay bóng")

    assert await world.told(first.chat) == await world.told(second.chat) == ["notice-reply"]


async def test_a_merge_can_be_undone_and_says_who_did_it(world: World):
    officer = await world.officer("Lan")
    first, second = await world.file(), await world.file()
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    later = await world.file(join_case=first.case_id)
    await world.forget_news()

    case = await world.does(officer, join.unmerge, second.case_id)

    assert (case.state, case.outcome, case.merged_into_id) == (State.ACCEPTED, None, None)
    assert await held(world, second.case_id) == [second.petition_id]
    assert await held(world, first.case_id) == [first.petition_id, later.petition_id]
    assert (await world.told(second.chat), await world.told(first.chat)) == (["notice-unmerged"], ["notice-gave-back"])
    story = await world.events(second.case_id)
    assert [(event.step, event.officer_name) for event in story[-2:]] == [("merge", "Lan"), ("unmerge", "Lan")]


@pytest.mark.parametrize(("others", "said"), [(0, "chỉ có ông/bà phản ánh"), (1, "có 2 người cùng phản ánh")])
async def test_who_stays_behind_when_a_merge_is_undone_reads_how_many_have_reported_it_now(
    world: World, others: int, said: str
):
    officer = await world.officer()
    first, second = await world.file(), await world.file()
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    for _ in range(others):
        await world.file(join_case=first.case_id)
    await world.forget_news()

    await world.does(officer, join.unmerge, second.case_id)

    assert await world.told(first.chat) == ["notice-gave-back"]
    assert said in await world.last_words(first.chat)


async def test_a_petition_that_was_in_both_cases_stays_in_the_other_when_the_merge_is_undone(world: World):
    officer = await world.officer()
    filed = await world.file()
    new = await split(world, officer, filed.case_id, filed.petition_id)
    await world.does(officer, join.merge, new.id, into_id=filed.case_id)

    await world.does(officer, join.unmerge, new.id)

    assert await held(world, filed.case_id) == await held(world, new.id) == [filed.petition_id]


async def test_after_an_undone_merge_the_resident_still_reads_the_whole_story(world: World):
    from storage import stories

    officer = await world.officer()
    first, second = await world.file(), await world.file()
    await world.does(officer, handling.accept, second.case_id)
    world.advance(hours=1)
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    world.advance(hours=1)

    await world.does(officer, join.unmerge, second.case_id)

    async with looking_at(world.database) as db:
        story = [line.sentence.values["step"].key for line in await stories.for_resident(db, second.petition_id)]
    assert story[0] == "story-accept"


async def test_what_was_withdrawn_meanwhile_does_not_come_back(world: World):
    officer = await world.officer()
    first, second = await world.file(), await world.file()
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    await world.resident(second, resident.withdraw)

    await world.does(officer, join.unmerge, second.case_id)

    assert await held(world, second.case_id) == []


async def test_cases_can_be_merged_and_undone_again_and_again(world: World):
    officer = await world.officer()
    first, second = await world.file(), await world.file()
    for _ in range(2):
        await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
        await world.does(officer, join.unmerge, second.case_id)

    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)

    assert await held(world, first.case_id) == [first.petition_id, second.petition_id]


@pytest.mark.parametrize("why", ["itself", "confidential", "closed", "not seen", "neither is one's own"])
async def test_what_may_not_be_merged(world: World, why: str):
    officer = await world.officer()
    first = await world.file()
    values: dict[str, object] = {}
    if why == "confidential":
        values = {"confidential": True}
    elif why == "not seen":
        await world.officer("Xa", unit=NEIGHBOUR.code)
        values = {"commune": NEIGHBOUR}
    elif why == "neither is one's own":
        await world.officer("Hoa", organisation=Organisation.WOMEN)
        first = await world.file(organisation=Organisation.WOMEN)
        values = {"organisation": Organisation.WOMEN}
    second = first if why == "itself" else await world.file(**values)
    if why == "closed":
        await world.resident(first, resident.withdraw)
    expected = {"closed": StepNotAllowed, "not seen": NotFound}.get(why, NotAllowed)

    with pytest.raises(expected):
        await world.does(officer, join.merge, second.case_id, into_id=first.case_id)

    assert (await world.case(second.case_id)).state is State.RECEIVED


async def test_the_front_merges_what_an_organisation_heard_into_its_own_case(world: World):
    women = await world.officer("Hoa", organisation=Organisation.WOMEN)
    front = await world.officer()
    own = await world.file()
    theirs = await world.file(organisation=Organisation.WOMEN)
    await world.forget_news()

    await world.does(front, join.merge, theirs.case_id, into_id=own.case_id)

    assert await held(world, own.case_id) == [own.petition_id, theirs.petition_id]
    assert await world.officer_told(women) == ["officer-merged-into"]


async def test_what_was_not_merged_is_not_taken_out(world: World):
    officer = await world.officer()
    filed = await world.file()

    with pytest.raises(NotFound):
        await world.does(officer, join.unmerge, filed.case_id)


async def test_a_resident_s_language_words_the_notice(world: World):
    officer = await world.officer()
    filed = await world.file()
    await world.does(officer, handling.accept, filed.case_id)

    (reply,) = await world.replies(filed.chat)

    assert "The Front" in label_of(reply.paragraphs[0], "en") or "has received it" in label_of(
        reply.paragraphs[0], "en"
    )


async def test_what_is_confidential_joins_no_case_that_others_read(world: World) -> None:
    open_to_many = await world.file()

    guarded = await world.file("Cán bộ nhận tiền", join_case=open_to_many.case_id, confidential=True)

    assert guarded.case_id != open_to_many.case_id
