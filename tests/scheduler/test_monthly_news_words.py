"""The monthly news of followers: what may be said and what never."""

from __future__ import annotations

import pytest

from actions import following
from actions.cases import close, handling, refer
from actions.following_words import message
from conversation.codec import reply_from_json, reply_to_json
from conversation.recognise import label_of
from domain.authorities import Authority
from domain.following import PEOPLE_MIN, Month
from domain.kinds import Kind
from domain.life import Outcome
from domain.subjects import Subject
from storage import following as store
from storage import schema
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World
from tests.scheduler.news import KIM_LONG, VY_DA, a_follower, a_world, heard, on, queued, raised
from tests.support.looking import looking_at
from tests.support.units import load_units


@pytest.fixture
async def world(database) -> World:
    await load_units(database)
    return a_world(database)


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
    async with looking_at(world.database) as db:
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
    assert "Điện, nước sạch, chiếu sáng, viễn thông, thành phố Huế" in text
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
    async with looking_at(world.database) as db:
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
    async with looking_at(world.database) as db:
        facts = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))
        news = following.news_of(facts, await store.follows_of(db, 1))
    assert reply_from_json(reply_to_json(reply)) == reply == message(news)
    said = [label_of(paragraph, language) for paragraph in reply.paragraphs]
    assert ("11/2026" in said[0], "{" in "".join(said)) == (True, False)
