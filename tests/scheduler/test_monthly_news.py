"""The monthly news of followers: when, once a person and month, what may be said and what never, and what it may cost."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from actions import following, privacy
from actions.cases import close, handling, refer
from actions.following_words import message
from conversation.codec import reply_from_json, reply_to_json
from conversation.recognise import label_of
from domain.authorities import Authority
from domain.calendar import LOCAL, WorkCalendar
from domain.errors import Refused
from domain.following import PEOPLE_MIN, Month, last_month, month_due, month_named, next_due
from domain.kinds import Kind
from domain.life import Outcome
from domain.subjects import Subject
from domain.units import UnitRef
from domain.window import Rules, Verdict, Window, is_important, verdict
from scheduler.job import JobContext, JobResult
from scheduler.running import dry_run, run_due, run_job
from scheduler.schedule import job_named
from storage import following as store
from storage import jobs, schema
from storage.database import Database
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World
from tests.scheduler.killing import AROUND_COMMITS, die_in
from tests.support.units import load_units

NEWS = job_named("monthly-news")
KIM_LONG, VY_DA = UnitRef("19774", PROVINCE), UnitRef("19777", PROVINCE)


def on(month: int, day: int, clock: str = "9:00") -> datetime:
    """Return a moment of 2026, told by a clock in Vietnam. 1 December is a Tuesday, 1 November a Sunday."""
    hours, minutes = clock.split(":")
    return datetime(2026, month, day, int(hours), int(minutes), tzinfo=LOCAL).astimezone(UTC)


@pytest.fixture
async def world(database) -> World:
    made = World(database)
    made.now = on(11, 5)
    async with database.begin() as db:
        await load_units(db)
    return made


async def ring(database: Database, now: datetime) -> list[JobResult]:
    return await run_due(NEWS, database, JobContext(), now)


async def queued(world: World, now: datetime) -> int:
    results = await ring(world.database, now)
    assert [result.error for result in results if not result.ok] == []
    return sum(result.count for result in results)


async def names(world: World) -> list[str]:
    return sorted(row.once for row in await world.rows(schema.outbox) if (row.once or "").startswith("following/"))


async def a_follower(world: World, unit: str = COMMUNE.code, subject: str = "") -> tuple[int, int]:
    """Return a person who follows a place, and their chat."""
    chat = await world.chat()
    (person,) = [row.person_id for row in await world.rows(schema.conversation) if row.id == chat]
    async with world.database.begin() as db:
        assert await following.begin(db, person, unit, subject, now=world.now)
    return person, chat


async def raised(world: World, people: int, **values) -> list:
    """Let so many different people file one petition each."""
    made = [await world.file(f"Việc số {n} của thôn", **values) for n in range(people)]
    await world.forget_news()
    return made


async def heard(world: World, chat: int) -> str:
    return await world.last_words(chat)


# --- When -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (on(12, 1, "8:59"), None), (on(12, 1), Month(2026, 11)), (on(12, 1, "20:01"), None),
        (on(12, 5, "10:00"), Month(2026, 11)), (on(12, 10, "19:00"), Month(2026, 11)), (on(12, 11), None),
        (on(11, 1, "10:00"), None), (on(11, 2), Month(2026, 10)), (on(1, 1), None), (on(1, 5), Month(2025, 12)),
    ],
)  # fmt: skip
def test_a_month_is_told_of_from_its_first_working_day_to_the_tenth_and_never_at_night(now, month):
    assert month_due(now, WorkCalendar()) == month


def test_the_next_time_is_known_and_months_follow_each_other():
    assert next_due(on(11, 20), WorkCalendar()) == on(12, 1)
    assert next_due(on(12, 1, "8:00"), WorkCalendar()) == on(12, 1)
    assert last_month(on(1, 5)) == Month(2025, 12) == month_named("2025-12")
    assert Month(2025, 12).next == Month(2026, 1) == Month(2026, 2).before


async def test_while_nobody_follows_anything_nothing_is_run(world):
    assert await ring(world.database, on(12, 1)) == []


# --- Once -----------------------------------------------------------------------------------------------------------


async def test_each_hears_once_a_month_however_often_it_is_run(world, second):
    person, _ = await a_follower(world)
    await raised(world, 3)

    runs = await asyncio.gather(*(ring(database, on(12, 1)) for database in (world.database, second) * 2))
    again = await ring(world.database, on(12, 2))
    by_hand = await asyncio.gather(
        *(run_job(NEWS, database, JobContext(), on(12, 2)) for database in (world.database, second))
    )

    assert sum(result.count for run in runs for result in run) == 1
    assert (again, [run.count for run in by_hand]) == ([], [0, 0])
    assert await names(world) == [f"following/{person}/2026-11"]


async def test_a_run_that_was_cut_off_is_taken_up_again(world):
    await a_follower(world)
    await raised(world, 3)
    async with world.database.begin() as db:
        assert await jobs.claim(db, NEWS.name, "2026-11", now=on(12, 1), terms=NEWS.terms)

    assert await ring(world.database, on(12, 1, "9:05")) == []
    assert await queued(world, on(12, 1, "9:10")) == 1


@pytest.mark.parametrize(("transaction", "moment"), AROUND_COMMITS)
async def test_a_process_killed_around_a_commit_loses_none_and_doubles_none(world, transaction, moment):
    people = [(await a_follower(world))[0] for _ in range(4)]
    await raised(world, 3)

    await die_in(
        world.database,
        "monthly-news",
        on(12, 1),
        transaction,
        moment,
        lots=("scheduler.follower_digests", "AT_ONCE", 2),
    )
    for clock in ("9:10", "9:20", "9:30"):
        await ring(world.database, on(12, 1, clock))

    assert await names(world) == sorted(f"following/{person}/2026-11" for person in people)


async def test_a_dry_run_says_how_many_and_changes_nothing(world):
    await a_follower(world)
    await raised(world, 3)

    result = await dry_run(NEWS, world.database, JobContext(), on(12, 1))

    assert (result.count, await names(world)) == (1, [])


async def test_who_has_stopped_hears_nothing_and_what_waits_is_taken_back(world):
    person, _ = await a_follower(world)
    other, _ = await a_follower(world)
    await raised(world, 3)
    assert await queued(world, on(12, 1)) == 2

    async with world.database.begin() as db:
        await following.end(db, person, now=on(12, 1))

    states = {row.once: (row.state, row.reply == "") for row in await world.rows(schema.outbox) if row.once}
    assert states[f"following/{person}/2026-11"] == ("replaced", True)
    assert states[f"following/{other}/2026-11"] == ("queued", False)


async def test_news_that_still_wait_give_way_to_those_of_the_next_month(world):
    person, _ = await a_follower(world)
    await raised(world, 3)
    assert await queued(world, on(12, 1)) == 1
    async with world.database.begin() as db:
        await db.execute(update(schema.outbox).values(state="waiting", reason="window_closed"))
    world.now = on(12, 15)
    waiting = [row.id for row in await world.rows(schema.outbox)]
    for number in range(3):
        await world.file(f"Việc mới {number}")

    january = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    assert await queued(world, january) == 1

    states = {row.once: row.state for row in await world.rows(schema.outbox) if row.id in waiting or row.once}
    assert (states[f"following/{person}/2026-11"], states[f"following/{person}/2026-12"]) == ("replaced", "queued")


# --- What may be said -----------------------------------------------------------------------------------------------


async def test_a_month_in_numbers(world):
    _, chat = await a_follower(world)
    officer = await world.officer()
    lamps = await raised(world, 4)
    await raised(world, 3, subject=Subject.LAND)
    world.now = on(11, 20)
    for filed in lamps[:3]:
        await world.does(officer, handling.accept, filed.case_id)
        await world.does(officer, refer.refer, filed.case_id, authority=Authority.ECONOMY_OFFICE, day=on(11, 25).date())
        await world.does(officer, refer.answer, filed.case_id, text="Đã sửa", check=False)
        await world.does(officer, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Đèn sáng lại")
    await world.forget_news()

    assert await queued(world, on(12, 1)) == 1

    assert await heard(world, chat) == (
        "Tin tháng 11/2026 về việc chung nơi ông/bà theo dõi\n\n"
        "Xã Quảng Điền\nBà con gửi 7 ý kiến, phản ánh.\n• Điện, nước sạch, chiếu sáng, viễn thông: 4\n"
        "• Đất đai, giải phóng mặt bằng, tái định cư: 3\nCơ quan có thẩm quyền đã trả lời 3 việc.\n"
        "Đã khép lại 3 việc, có kết quả hoặc giải trình.\n\n"
        "Chỉ nêu con số khi có từ 3 người trở lên. Việc bảo mật không nằm trong tin này. "
        "Muốn dừng, ông/bà nhắn: bỏ theo dõi."
    )


async def test_of_fewer_than_three_people_no_number_is_said(world):
    _, everything = await a_follower(world)
    _, land = await a_follower(world, subject=Subject.LAND.value)
    await raised(world, 4)
    await raised(world, PEOPLE_MIN - 1, subject=Subject.LAND)

    assert await queued(world, on(12, 1)) == 1

    assert "Bà con gửi 4 ý kiến" in await heard(world, everything)
    assert "Đất đai" not in await heard(world, everything)
    assert "khác" not in await heard(world, everything)
    assert await world.told(land) == []


async def test_one_person_who_writes_ten_times_is_one_person(world):
    _, chat = await a_follower(world)
    writer = await world.chat()
    for number in range(10):
        await world.file(f"Việc {number}", chat=writer)
    await world.forget_news()

    assert await queued(world, on(12, 1)) == 0
    assert await world.told(chat) == []


async def test_small_categories_are_told_together_when_three_people_stand_behind_them_and_else_not_at_all(world):
    _, chat = await a_follower(world)
    await raised(world, 3)
    await raised(world, 2, subject=Subject.LAND)
    await raised(world, 1, subject=Subject.ROADS)

    assert await queued(world, on(12, 1)) == 1

    text = await heard(world, chat)
    assert "Bà con gửi 6 ý kiến" in text
    assert "• Các lĩnh vực khác: 3" in text
    assert "Đất đai" not in text


@pytest.mark.parametrize(
    "hidden",
    [
        {"confidential": True}, {"kind": Kind.DENUNCIATION, "confidential": True},
        {"kind": Kind.COMPLAINT, "confidential": True}, {"subject": Subject.OFFICIALS}, {"subject": Subject.FAMILY},
    ],
)  # fmt: skip
async def test_confidential_and_restricted_matters_are_in_no_number(world, hidden):
    _, chat = await a_follower(world)
    await raised(world, 3)
    await raised(world, 5, **hidden)

    assert await queued(world, on(12, 1)) == 1
    assert "Bà con gửi 3 ý kiến" in await heard(world, chat)


async def test_what_an_officer_found_to_be_confidential_later_is_in_no_number(world):
    _, chat = await a_follower(world)
    made = await raised(world, 4)
    await world.put(schema.case_file, made[0].case_id, confidential=True)

    assert await queued(world, on(12, 1)) == 1
    assert "Bà con gửi 3 ý kiến" in await heard(world, chat)


async def test_what_was_withdrawn_and_what_is_of_another_month_or_place_is_not_told(world):
    _, chat = await a_follower(world)
    made = await raised(world, 4)
    await world.put(schema.petition, made[0].petition_id, withdrawn_at=on(11, 6))
    await raised(world, 5, commune=NEIGHBOUR)
    world.now = on(12, 1, "0:00")
    await raised(world, 5)

    assert await queued(world, on(12, 1)) == 1
    assert "Bà con gửi 3 ý kiến" in await heard(world, chat)


async def test_numbers_never_tell_of_fewer_than_three_by_subtraction(world):
    """Whatever follows somebody has, any two numbers of one kind differ by nothing or by three people at least."""
    import random

    draw = random.Random(7)
    subjects = (Subject.LAND, Subject.ROADS, Subject.UTILITIES, Subject.HEALTH, Subject.WORK, Subject.OTHER)
    people: dict[Subject, set[int]] = {}
    for subject in subjects:
        made = await raised(world, draw.randint(0, 5), subject=subject)
        people[subject] = {filed.person_id for filed in made}
    chosen = [Subject.LAND, Subject.ROADS, Subject.UTILITIES, Subject.HEALTH]
    async with world.database.read() as db:
        facts = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))
    whole, *parts = following.news_of(
        facts,
        [store.Follow(1, 1, COMMUNE.code, "", world.now)]
        + [store.Follow(2, 1, COMMUNE.code, subject.value, world.now) for subject in chosen],
    ).places

    told = {part.subject: part.raised for part in parts}
    assert all(told[subject.value] in {0, len(people[subject])} for subject in chosen)
    assert all(count == 0 or count >= PEOPLE_MIN for count in (*told.values(), whole.raised, whole.others))
    rest = whole.raised - sum(told.values())
    assert rest == 0 or rest >= PEOPLE_MIN


async def test_a_subject_can_be_followed_in_a_whole_province(world):
    _, chat = await a_follower(world, PROVINCE, Subject.UTILITIES.value)
    await raised(world, 4)
    await raised(world, 3, commune=KIM_LONG)
    await raised(world, 5, subject=Subject.LAND)

    assert await queued(world, on(12, 1)) == 1

    text = await heard(world, chat)
    assert "Điện, nước sạch, chiếu sáng, viễn thông, Thành phố Huế" in text
    assert "Bà con gửi 7 ý kiến" in text
    assert "Con số của tỉnh, thành phố gồm những nơi có từ 3 người trở lên cùng nêu." in text


async def test_a_province_holds_what_its_communes_hold_and_small_places_only_together(world):
    everything, utilities = await a_follower(world, PROVINCE), await a_follower(world, PROVINCE, "ha_tang")
    await raised(world, 4)
    for place, people in ((KIM_LONG, 2), (VY_DA, 2)):  # in neither commune may anything be said
        await raised(world, people, commune=place)

    assert await queued(world, on(12, 1)) == 2

    for _, chat in (everything, utilities):
        assert "Bà con gửi 8 ý kiến" in await heard(world, chat)


async def test_numbers_of_a_province_and_its_communes_never_tell_of_fewer_than_three_by_subtraction(world):
    """Every number is a sum of parts with three people each: no sum or difference of them is about one or two."""
    import itertools
    import random

    draw = random.Random(11)
    communes = (COMMUNE, KIM_LONG, VY_DA)
    subjects = (Subject.LAND, Subject.ROADS, Subject.UTILITIES)
    cells: dict[tuple[str, str], int] = {}
    for commune, subject in itertools.product(communes, subjects):
        cells[commune.code, subject.value] = draw.choice([0, 1, 2, 2, 3, 4])
        await raised(world, cells[commune.code, subject.value], commune=commune, subject=subject)
    async with world.database.read() as db:
        facts = await following.month_facts(db, [*(one.code for one in communes), PROVINCE], Month(2026, 11))

    def told(unit: str, subject: str) -> int:
        return following.news_of(facts, [store.Follow(1, 1, unit, subject, world.now)]).places[0].raised

    for subject in subjects:
        own = [told(one.code, subject.value) for one in communes]
        whole = told(PROVINCE, subject.value)
        rest = whole - sum(own)
        small = sum(n for (_, of), n in cells.items() if of == subject.value and n < PEOPLE_MIN)
        assert rest in {0, *range(PEOPLE_MIN, small + 1)}
    everything = told(PROVINCE, "")
    assert everything - sum(told(one.code, "") for one in communes) in {0, *range(PEOPLE_MIN, 99)}
    assert everything <= sum(cells.values())


async def test_no_words_names_or_codes_of_petitions_are_in_the_message(world):
    _, chat = await a_follower(world)
    made = await raised(world, 3)
    await queued(world, on(12, 1))

    (row,) = [row for row in await world.rows(schema.outbox) if row.conversation_id == chat]
    for filed in made:
        assert filed.code not in row.reply
    for words in ("Việc số", "của thôn", "Nguyễn", "0912345678", "ngõ 12"):
        assert words not in row.reply
        assert words not in await heard(world, chat)


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_it_comes_out_of_the_outbox_as_it_went_in_and_in_both_languages(world, language):
    _, chat = await a_follower(world)
    await raised(world, 3)
    await queued(world, on(12, 1))

    (reply,) = await world.replies(chat)
    async with world.database.read() as db:
        facts = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))
        news = following.news_of(facts, await store.follows_of(db, 1))
    assert reply_from_json(reply_to_json(reply)) == reply == message(news)
    said = [label_of(paragraph, language) for paragraph in reply.paragraphs]
    assert ("11/2026" in said[0], "{" in "".join(said)) == (True, False)


# --- Whom, and at what price ----------------------------------------------------------------------------------------


async def test_it_goes_to_the_chat_used_last_and_an_officers_chat_is_none(world):
    person, chat = await a_follower(world)
    world.now = on(11, 8)
    newer = await world.chat(person_id=person)
    officer = await world.officer(chat=False)
    world.now = on(11, 9)
    await world.chat(person_id=person, officer_id=officer)
    await raised(world, 3)

    await queued(world, on(12, 1))

    assert (await world.told(chat), await world.told(newer)) == ([], ["following-head"])


async def test_who_cannot_be_reached_is_counted(world):
    _, chat = await a_follower(world)
    await raised(world, 3)
    await world.put(schema.conversation, chat, unreachable_at=on(11, 10))

    (result,) = await ring(world.database, on(12, 1))

    assert (result.count, result.notes) == (0, {"silent": 0, "unreachable": 1})


async def test_it_is_among_the_least_important_words_and_never_paid_for(world):
    _, chat = await a_follower(world)
    await a_follower(world, subject=Subject.WORK.value)
    await raised(world, 3)
    await queued(world, on(12, 1))
    (reply,) = await world.replies(chat)

    important = is_important(tuple(paragraph.key for paragraph in reply.paragraphs))
    days_ago = Window(on(12, 1) - timedelta(days=3))
    said = verdict(days_ago, Rules(), now=on(12, 1), important=important, spent=0)

    assert (important, said) == (False, Verdict.DEAR)


async def test_a_place_of_which_nothing_may_be_said_stands_beside_one_of_which_something_may(world):
    person, chat = await a_follower(world)
    async with world.database.begin() as db:
        await following.begin(db, person, NEIGHBOUR.code, "", now=world.now)
    await raised(world, 3)
    await queued(world, on(12, 1))

    (reply,) = await world.replies(chat)
    assert [paragraph.key for paragraph in reply.paragraphs] == [
        "following-head", "following-place", "following-nothing", "following-rule",
    ]  # fmt: skip
    assert not is_important(tuple(paragraph.key for paragraph in reply.paragraphs))


async def test_erasing_a_person_ends_what_they_follow_and_takes_back_what_waits(world):
    person, _ = await a_follower(world)
    await raised(world, 3)
    await queued(world, on(12, 1))

    async with world.database.begin() as db:
        await privacy.erase_person(db, person, now=on(12, 1))

    assert await world.rows(schema.follow) == []
    assert [row.reply for row in await world.rows(schema.outbox) if row.once] == [""]


async def test_nobody_follows_more_than_five_or_what_is_never_told(world):
    person, _ = await a_follower(world)
    async with world.database.begin() as db:
        for subject in (Subject.LAND, Subject.ROADS, Subject.HEALTH, Subject.WORK):
            assert await following.begin(db, person, COMMUNE.code, subject.value, now=world.now)
        assert not await following.begin(db, person, COMMUNE.code, "", now=world.now)
        with pytest.raises(Refused):
            await following.begin(db, person, NEIGHBOUR.code, "", now=world.now)
        with pytest.raises(ValueError, match="can_bo"):
            await following.begin(db, person, NEIGHBOUR.code, Subject.OFFICIALS.value, now=world.now)


async def test_invented_petitions_are_told_of_only_while_there_are_no_real_ones(world):
    made = await raised(world, 4)
    async with world.database.begin() as db:
        await db.execute(update(schema.petition).values(demo=True))
        await db.execute(update(schema.case_file).values(demo=True))
    async with world.database.read() as db:
        alone = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))
    await world.put(schema.petition, made[0].petition_id, demo=False)
    async with world.database.read() as db:
        beside = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))

    assert sum(one.things for found in alone.raised.values() for one in found.values()) == 4
    assert sum(one.things for found in beside.raised.values() for one in found.values()) == 1
