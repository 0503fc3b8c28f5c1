"""While somebody is away the substitute handles their cases, traced, and no longer than that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from actions import absences as actions
from actions import notices
from actions.cases import access, handling, refer
from actions.cases.change import Change
from actions.digest_words import message
from conversation.messages import words
from conversation.recognise import label_of
from domain.errors import AlreadyDone, NotFound, Refused
from domain.kinds import Organisation
from domain.roles import Role
from storage import absences, officers, recipients, schema, worklist
from storage.digest_queue import mark_compiled
from storage.worklist import Pile, Reach
from tests.actions.digesting import NOW, TODAY, a_case, digest, due, had_a_digest, shape
from tests.actions.world import CALENDAR, NEIGHBOUR, PROVINCE, World
from tests.support.looking import looking_at

FRIDAY = TODAY + timedelta(days=4)


async def away(world: World, officer: int, substitute: int | None, first: date = TODAY, last: date = FRIDAY):
    async with world.database.begin() as db:
        return await actions.begin(db, officer, substitute, first, last, by=officer, now=world.now)


async def back(world: World, absence) -> None:
    async with world.database.begin() as db:
        await actions.end(db, absence, by=absence.officer_id, now=world.now)


async def opens(world: World, officer: int, case: int, *, day: date | None = None) -> None:
    """Let an officer open a case as the chat does."""
    async with world.database.begin() as db:
        actor = await officers.actor_of(db, officer, on=day or world.now.date())
        await access.access(db, case, actor, now=world.now)


async def traces(world: World) -> list[tuple[str, str, str]]:
    return [
        (row.actor, row.action, row.subject)
        for row in await world.rows(schema.audit)
        if row.action.startswith("absence") or row.action.endswith("_in_stead")
    ]


@pytest.fixture
async def pair(world: World) -> tuple[int, int]:
    """An officer of the Front and one of the women's union of the neighbour commune."""
    lan = await world.officer("Trần Thị Lan")
    hoa = await world.officer("Hoa", unit=NEIGHBOUR.code, organisation=Organisation.WOMEN)
    return lan, hoa


# --- In the digest --------------------------------------------------------------------------------------------------


async def test_the_substitute_gets_the_lines_marked_whose_and_the_absent_none(world, pair):
    lan, hoa = pair
    given, free = await a_case(world, state="received", officer_id=lan), await a_case(world, due_at=due(-1))
    own = await a_case(world, due_at=due(-1), handler_unit_code=NEIGHBOUR.code, handler_organisation="phu_nu")
    await away(world, lan, hoa)

    found = await digest(world, hoa)
    (stead,) = found.steads
    said = message(found)

    assert shape(found) == {"ask": (1, [own])}
    assert (stead.name, stead.until) == ("Trần Thị Lan", FRIDAY)
    assert shape(found, stead.sections) == {"reply": (1, [given]), "ask": (1, [free])}
    assert found.to_look_at == 3
    assert "Thay Trần Thị Lan (nghỉ đến hết ngày 20/11/2026)" in label_of(said.paragraphs[-1], "vi")
    assert {f"!case={case}" for case in (given, free, own)} <= {option.choice for option in said.options}
    async with looking_at(world.database) as db:
        assert [one.officer_id for one in await recipients.recipients(db, TODAY)] == [hoa]


async def test_what_is_given_to_nobody_of_a_common_body_is_not_shown_twice(world):
    lan, binh = await world.officer("Lan"), await world.officer("Bình")
    free, given = await a_case(world, state="received"), await a_case(world, state="received", officer_id=lan)
    await away(world, lan, binh)

    found = await digest(world, binh)

    assert shape(found) == {"reply": (1, [free])}
    assert shape(found, found.steads[0].sections) == {"reply": (1, [given])}


async def test_confidential_cases_stay_with_their_own_body(world, pair):
    lan, hoa = pair
    sealed = await a_case(world, state="received", confidential=True)
    await away(world, lan, hoa)

    found = await digest(world, hoa)

    assert (found.confidential, found.steads[0].sections) == (0, ())
    with pytest.raises(NotFound):
        await opens(world, hoa, sealed)


@pytest.mark.parametrize(("days", "seen"), [(-1, 0), (0, 1), (4, 1), (5, 0)])
async def test_the_lines_are_there_from_the_first_day_to_the_last(world, pair, days, seen):
    lan, hoa = pair
    await a_case(world, state="received", due_at=None)
    await away(world, lan, hoa, TODAY + timedelta(days=1), TODAY + timedelta(days=5))

    now = NOW + timedelta(days=days + 1)
    found = await digest(world, hoa, now=now)

    assert len(found.steads) == seen


# --- Access ---------------------------------------------------------------------------------------------------------


async def test_the_substitute_opens_and_handles_the_cases_while_it_lasts_and_every_time_is_traced(world, pair):
    lan, hoa = pair
    case = await a_case(world, state="received")
    with pytest.raises(NotFound):
        await opens(world, hoa, case)

    absence = await away(world, lan, hoa)
    await opens(world, hoa, case)
    async with world.database.begin() as db:
        actor = await officers.actor_of(db, hoa, on=TODAY)
        await access.access(db, case, actor, now=world.now, for_update=True)
    await back(world, absence)
    with pytest.raises(NotFound):
        await opens(world, hoa, case)

    who, what = f"officer/{hoa}", f"case/{case}"
    assert await traces(world) == [
        (f"officer/{lan}", "absence_begun", f"officer/{lan}"),
        (who, "read_in_stead", what),
        (who, "changed_in_stead", what),
        (f"officer/{lan}", "absence_ended", f"officer/{lan}"),
    ]


async def test_after_the_last_day_access_is_over_by_itself(world, pair):
    lan, hoa = pair
    case = await a_case(world)
    await away(world, lan, hoa)

    await opens(world, hoa, case, day=FRIDAY)
    with pytest.raises(NotFound):
        await opens(world, hoa, case, day=FRIDAY + timedelta(days=1))


async def test_ones_own_cases_leave_no_trace_of_a_stead(world):
    lan, binh = await world.officer("Lan"), await world.officer("Bình")
    case = await a_case(world)
    await away(world, lan, binh)

    await opens(world, binh, case)

    assert [action for _, action, _ in await traces(world)] == ["absence_begun"]


async def test_the_work_list_holds_the_cases_that_may_be_opened(world, pair):
    lan, hoa = pair
    other = await world.officer("Other")
    for holder in (None, lan, other):
        await a_case(world, officer_id=holder)
    await a_case(world, confidential=True)
    await away(world, lan, hoa)

    async with looking_at(world.database) as db:
        counts = [
            await worklist.counts(db, await officers.actor_of(db, hoa, on=day), reach, now=NOW)
            for day in (TODAY, FRIDAY + timedelta(days=1))
            for reach in Reach
        ]

    assert [found[Pile.ALL] for found in counts] == [2, 2, 0, 0]


async def test_a_disabled_account_is_stood_in_for_no_longer(world, pair):
    lan, hoa = pair
    case = await a_case(world)
    await away(world, lan, hoa)
    await world.put(schema.officer, lan, disabled_at=world.now)

    with pytest.raises(NotFound):
        await opens(world, hoa, case)


async def test_a_step_of_the_substitute_stands_under_their_own_name_and_the_case_is_the_absent_ones(world, pair):
    lan, hoa = pair
    case = await a_case(world, state="received")
    await away(world, lan, hoa)
    async with world.database.begin() as db:
        actor = await officers.actor_of(db, hoa, on=TODAY)
        await handling.accept(db, case, Change(actor, world.now, CALENDAR))

    assert [(event.step, event.officer_id) for event in await world.events(case)][-1] == ("accept", hoa)
    assert (await world.case(case)).officer_id == lan


# --- Entering -------------------------------------------------------------------------------------------------------


async def test_the_substitute_is_told_at_the_beginning_and_at_an_early_end(world, pair):
    lan, hoa = pair
    absence = await away(world, lan, hoa)
    await back(world, absence)

    assert await world.officer_told(hoa) == ["absence-told", "absence-ended-told"]
    with pytest.raises(AlreadyDone):
        await back(world, absence)


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [(1, 0, "absence-days-wrong"), (-3, -1, "absence-days-wrong"), (0, 366, "absence-days-wrong")],
)
async def test_days_that_make_no_sense_are_refused(world, pair, first, last, key):
    with pytest.raises(Refused) as refused:
        await away(world, *pair, TODAY + timedelta(days=first), TODAY + timedelta(days=last))

    assert refused.value.key == key


async def test_who_cannot_stand_in_is_refused(world, pair):
    lan, hoa = pair
    reader = await world.officer("Reader", roles=(Role.PARTY_READER,))
    third = await world.officer("Third", unit=PROVINCE)
    await away(world, hoa, third)

    keys = []
    for officer, substitute in ((lan, lan), (lan, reader), (lan, hoa), (hoa, lan)):
        with pytest.raises(Refused) as refused:
            await away(world, officer, substitute)
        keys.append(refused.value.key)

    assert keys == [
        "absence-no-substitute", "absence-no-substitute", "absence-substitute-away", "absence-overlaps",
    ]  # fmt: skip
    with pytest.raises(NotFound):
        await away(world, lan, 99)


# --- Coming back ----------------------------------------------------------------------------------------------------


async def test_the_first_digest_after_it_tells_what_happened_meanwhile_once(world, pair):
    lan, hoa = pair
    await had_a_digest(world, lan, NOW - timedelta(hours=1))
    case = await a_case(world, state="received")
    await away(world, lan, hoa)
    world.advance(days=1)
    await world.does(lan, handling.accept, case)
    await world.does(lan, refer.refer, case, authority=None, name="Điện lực")
    world.advance(days=6)

    async with looking_at(world.database) as db:
        (recipient,) = await recipients.recipients(db, world.now.date(), officer_id=lan)
    found = await digest(world, lan, now=world.now)
    async with world.database.begin() as db:
        await mark_compiled(db, [lan], now=world.now)
        await absences.cover(db, [one.id for one in recipient.back], day=world.now.date())
    after = await digest(world, lan, now=world.now + timedelta(days=1))

    assert (found.meanwhile.first, found.meanwhile.last) == (TODAY, FRIDAY)
    assert found.meanwhile.counts == (("refer", 1),)
    assert "Đã chuyển cơ quan: 1 việc" in label_of(message(found).paragraphs[1], "vi")
    assert after.meanwhile is None


async def test_an_absence_that_was_ended_early_is_told_of_up_to_its_end(world, pair):
    lan, hoa = pair
    absence = await away(world, lan, hoa)
    world.advance(days=2)
    await back(world, absence)

    found = await digest(world, lan, now=world.now)

    assert (found.meanwhile.first, found.meanwhile.last) == (TODAY, TODAY + timedelta(days=2))
    assert found.is_empty is False


async def test_one_that_never_began_is_told_of_to_nobody(world, pair):
    lan, hoa = pair
    absence = await away(world, lan, hoa, FRIDAY, FRIDAY)
    await back(world, absence)

    assert (await digest(world, lan, now=NOW + timedelta(days=7))).meanwhile is None


# --- News of single cases ---------------------------------------------------------------------------------------------


async def test_news_of_a_case_go_to_the_substitute_instead_of_the_absent(world, pair):
    lan, hoa = pair
    await away(world, lan, hoa)
    await world.forget_news()

    await world.file("Đèn đường ngõ 12 hỏng")

    assert await world.officer_told(lan) == []
    assert await world.officer_told(hoa) == ["officer-new-case"]


async def test_news_of_a_case_that_is_given_to_the_absent_go_to_the_substitute_alone(world, pair):
    lan, hoa = pair
    colleague = await world.officer("Minh")
    case = await a_case(world, state="received", officer_id=lan)
    await away(world, lan, hoa)
    await world.forget_news()

    async with world.database.begin() as db:
        await notices.tell_handlers(db, case, words("officer-case-joined", subject="x", place="y"), now=world.now)

    told = {id: await world.officer_told(id) for id in (lan, hoa, colleague)}
    assert told == {lan: [], hoa: ["officer-case-joined"], colleague: []}


async def test_confidential_news_and_those_of_a_substitute_without_a_chat_stay_where_they_were(world, pair):
    lan, _ = pair
    silent = await world.officer("Không chat", chat=False)
    await away(world, lan, silent)
    await world.forget_news()
    await world.file("Đèn đường ngõ 12 hỏng")
    plain = await world.officer_told(lan)
    await world.forget_news()

    await world.file("Giữ kín giúp tôi", confidential=True)

    assert plain == ["officer-new-case"]
    assert await world.officer_told(lan) == ["officer-new-confidential"]


async def test_after_an_absence_news_come_to_the_officer_again(world, pair):
    lan, hoa = pair
    await back(world, await away(world, lan, hoa))
    await world.forget_news()

    await world.file("Đèn đường ngõ 12 hỏng")

    assert (await world.officer_told(lan), await world.officer_told(hoa)) == (["officer-new-case"], [])
