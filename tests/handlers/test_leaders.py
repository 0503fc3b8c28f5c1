"""A leader talks to the house about the weekly digest: the week at once, its lines, its day and hour."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from domain.roles import Role
from handlers.leaders import parse_time
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import leaders, schema
from tests.handlers.officers import an_officer, files
from tests.scheduler.days import at
from tests.support.looking import looking_at
from tests.support.talk import House, TestClock

LEADER = {"roles": (Role.OFFICER, Role.LEADER)}


@pytest.fixture
def house(database) -> House:
    return House(database, clock=TestClock(at(19, "8:00")))


async def choice(house: House) -> tuple[int, int, bool]:
    async with looking_at(house.database) as db:
        found = await leaders.choice_of(db, 1)
    return found.weekday, found.minute, found.off


async def sent(house: House) -> int:
    results = await run_due(job_named("weekly-digest"), house.database, JobContext(), house.clock())
    return sum(result.count for result in results)


async def test_the_word_shows_the_last_week_and_its_buttons_lead_to_the_cases(house):
    leader = await an_officer(house, **LEADER)
    await files(house)
    house.clock.now = at(23, "8:00")

    await leader.says("ban tin tuan")
    assert leader.last.text.startswith("Bản tin tuần 16/11/2026 – 22/11/2026\nMặt trận")
    assert "Tiếp nhận: 1 ý kiến, phản ánh (tuần trước 0, tăng 1)." in leader.text
    await leader.taps("Vụ việc (1)")
    assert "vụ việc của các ý kiến đã tiếp nhận: 1 việc." in leader.text
    (case, *_) = leader.labels
    await leader.taps(case)

    code, _, about = case.removeprefix("Mở ").partition(" · ")
    assert about == "Đèn đường ngõ 12 thôn Hạ\u00a0…"
    assert code in leader.text
    assert "Đèn đường ngõ 12" in leader.text


async def test_the_digest_that_came_by_the_clock_has_the_same_buttons(house):
    leader = await an_officer(house, **LEADER)
    await files(house)
    house.clock.now = at(23, "7:30")
    assert await sent(house) == 1
    leader.heard = []
    await leader.look()

    await leader.taps("Vụ việc (1)")

    assert "Tuần 16/11/2026 – 22/11/2026" in leader.text


async def test_the_day_is_chosen_by_a_button_and_changed_again(house):
    leader = await an_officer(house, **LEADER)

    await leader.says("bản tin tuần")
    await leader.taps("Giờ bản tin tuần")
    assert "lúc 7:30 thứ Hai" in leader.text
    assert leader.labels == ["thứ Sáu 16:00", "Ngày giờ khác", "Tắt bản tin tuần"]
    await leader.taps("thứ Sáu 16:00")

    assert await choice(house) == (4, 16 * 60, False)
    assert "lần tới ngày 20/11/2026" in leader.text


@pytest.mark.parametrize(
    "words",
    [
        "bản tin tuần thứ tư 8h",
        "ban tin tuan thu 4 8:00",
        "/bantintuan T4 8 giờ",
        "giờ bản tin tuần thứ Tư lúc 8 giờ sáng",
    ],
)
async def test_day_and_hour_are_taken_from_plain_words(house, words):
    leader = await an_officer(house, **LEADER)

    await leader.says(words)

    assert await choice(house) == (2, 8 * 60, False)


async def test_day_and_hour_are_asked_for_until_they_are_understood(house):
    leader = await an_officer(house, **LEADER)

    await leader.taps_choice("!week-other=")
    await leader.says("khi nào rảnh")
    assert "5:00 đến 20:00" in leader.text
    await leader.says("thứ bảy 21:00")
    assert await leader.asked() == "week-time.time"
    await leader.says("Thứ 5, 16h30")

    assert await choice(house) == (3, 16 * 60 + 30, False)


async def test_it_is_turned_off_and_on_again(house):
    leader = await an_officer(house, **LEADER)

    await leader.says("tắt bản tin tuần")
    assert await choice(house) == (0, 450, True)
    house.clock.now = at(23, "7:30")
    assert await sent(house) == 0
    await leader.says("giờ bản tin tuần")
    await leader.taps("Giờ bản tin tuần")
    assert leader.last.text == "Bản tin tuần đang tắt."
    await leader.taps("Bật lại")

    assert await choice(house) == (0, 450, False)
    assert "sẽ tới trong ít phút" in leader.text
    house.clock.now = at(23, "7:31")
    assert await sent(house) == 1


async def test_who_leads_nothing_is_told_so_and_a_resident_is_no_officer(house):
    officer = await an_officer(house)
    resident = house.person("an")

    await officer.says("bản tin tuần")
    await resident.taps_choice("!week=2026-11-16/cases/0")

    assert "dành cho lãnh đạo" in officer.text
    assert "Vụ việc" not in resident.text


@pytest.mark.parametrize(
    "argument", ["", "x", "2026-11-16", "2026-11-16/what/0", "2027-01-04/cases/0", "2026-11-16/cases/x"]
)
async def test_a_button_that_was_tampered_with_harms_nobody(house, argument):
    leader = await an_officer(house, **LEADER)

    await leader.taps_choice(f"!week={argument}")
    await leader.taps_choice(f"!week-at={argument}")

    assert leader.heard
    assert await choice(house) == (0, 450, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thứ hai 7h30", "0.450"), ("thứ sáu 4 giờ chiều", "4.960"), ("Friday 16:00", "4.960"), ("chủ nhật 9h", "6.540"),
        ("CN 9:00", "6.540"), ("t7 8 giờ rưỡi", "5.510"),
        ("lúc 8h sáng thứ hai", "0.480"), ("16h30 t6", "4.990"),
    ],
)  # fmt: skip
def test_days_and_hours_are_read_as_people_write_them(text, expected):
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    "text", ["", "thứ hai", "7h30", "thứ tám 8h", "thứ hai 25h", "thứ hai 7h77", "thứ hai tuần trước 8h"]
)
def test_what_is_no_day_and_hour_is_asked_again(text):
    with pytest.raises(ValueError, match="week-not-understood"):
        parse_time(text)


async def test_a_wide_week_is_not_counted_in_chat_but_shown_as_it_was_sent(house):
    leader = await an_officer(house, unit="46", **LEADER)
    await files(house)

    await leader.says("bản tin tuần")
    assert "lần tới ngày 23/11/2026" in leader.text
    house.clock.now = at(23, "7:30")
    assert await sent(house) == 1
    await leader.says("bản tin tuần")
    assert leader.last.text.startswith("Bản tin tuần 16/11/2026 – 22/11/2026")
    await files(house, "binh", "Cống trước chợ Hạ xã Quảng Điền, Huế tắc, mưa là ngập vào nhà dân")
    await leader.taps("Vụ việc (1)")

    assert "1 việc." in leader.text
    assert "Đèn đường ngõ 12" in leader.text


async def test_a_case_that_became_confidential_since_is_shown_no_more(house):
    leader = await an_officer(house, **LEADER)
    await files(house)
    house.clock.now = at(23, "7:30")
    assert await sent(house) == 1
    async with house.database.begin() as db:
        await db.execute(update(schema.case_file).values(confidential=True))

    await leader.look()
    await leader.taps("Vụ việc (1)")

    assert "Đèn đường" not in leader.text
    assert "Có 1 việc không hiện ở đây" in leader.text
