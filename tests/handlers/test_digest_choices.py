"""An officer chooses days, quiet hours and lunch, puts lines off and goes away, in chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.daily import Hours, Window, days_mask
from domain.kinds import Organisation
from handlers.digest_hearing import dates_heard, days_heard, days_text, span_heard, substitute_heard
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import recipients, schema
from tests.handlers.officers import an_officer, files, news
from tests.scheduler.days import at
from tests.support.looking import looking_at
from tests.support.talk import House, TestClock
from texts import LANGUAGES, has


@pytest.fixture
def house(database) -> House:
    return House(database, clock=TestClock(at(17, "7:00")))


async def hours(house: House, officer_id: int = 1) -> Hours:
    async with looking_at(house.database) as db:
        return (await recipients.choice_of(db, officer_id)).hours


async def rows(house: House, table) -> list:
    async with looking_at(house.database) as db:
        return list((await db.execute(table.select().order_by(*table.primary_key.columns))).all())


async def sent(house: House) -> int:
    results = await run_due(job_named("daily-digest"), house.database, JobContext(), house.clock())
    return sum(result.count for result in results)


# --- Hours and days -------------------------------------------------------------------------------------------------


async def test_days_are_chosen_in_words_and_by_a_button(house):
    officer = await an_officer(house)

    await officer.says("bản tin thứ 2 đến thứ 7")
    assert (await hours(house)).days == days_mask(range(6))
    assert officer.text == "Đã ghi nhận. Bản tin được gửi từ thứ hai đến thứ bảy."
    await officer.taps_choice("!digest-days=")
    await officer.taps("các ngày làm việc")

    assert (await hours(house)).days is None


async def test_quiet_hours_and_lunch_are_chosen_in_words_and_dropped_by_a_button(house):
    officer = await an_officer(house)

    await officer.says("giờ yên tĩnh 19h đến 6h30")
    await officer.says("nghỉ trưa 11:00 đến 13:00")
    chosen = await hours(house)
    await officer.taps_choice("!digest-span=lunch")
    await officer.taps("Không nghỉ trưa")

    assert (chosen.quiet, chosen.lunch) == (Window(19 * 60, 390), Window(660, 780))
    assert (await hours(house)).lunch == Window(0, 0)


async def test_an_hour_inside_lunch_is_taken_and_said_when_it_lands(house):
    officer = await an_officer(house)

    await officer.says("giờ tin 12h")

    assert "lúc 13:30" in officer.text
    assert "12:00 rơi vào giờ nghỉ" in officer.text


async def test_silences_that_leave_no_room_are_refused(house):
    officer = await an_officer(house)

    await officer.says("giờ yên tĩnh 6h đến 5h")

    assert "dài quá" in officer.text
    assert await hours(house) == Hours(450)


# --- Lines ----------------------------------------------------------------------------------------------------------


async def test_a_line_is_put_off_by_the_buttons_under_a_digest(house):
    officer = await an_officer(house)
    await files(house)
    house.clock.advance(minutes=30)
    assert await sent(house) == 1
    officer.heard = []
    await officer.look()

    await officer.taps("Để việc lại")
    await officer.taps(officer.labels[0])
    assert officer.labels == ["Để mai", "3 ngày", "1 tuần"]
    await officer.taps("3 ngày")

    (snooze,) = await rows(house, schema.digest_snooze)
    assert (snooze.officer_id, snooze.until) == (1, date(2026, 11, 20))
    await officer.says("bản tin")
    assert "Đã để lại: 1 việc" in officer.text
    await officer.taps_choice(f"!digest-back={snooze.case_id}")
    assert await rows(house, schema.digest_snooze) == []


@pytest.mark.parametrize(("said", "until"), [("để mai", 18), ("để 3 ngày", 20), ("để 1 tuần", 24)])
async def test_a_line_is_put_off_in_words(house, said, until):
    officer = await an_officer(house)
    await files(house)
    (case,) = await rows(house, schema.case_file)

    await officer.says(f"{said} {case.code[:4]}-{case.code[4:]}")

    assert [row.until for row in await rows(house, schema.digest_snooze)] == [date(2026, 11, until)]


async def test_a_code_alone_still_opens_the_case(house):
    officer = await an_officer(house)
    await files(house)
    (case,) = await rows(house, schema.case_file)

    await officer.says(case.code)

    assert "Tiếp nhận" in officer.labels
    assert await rows(house, schema.digest_snooze) == []


# --- Away -----------------------------------------------------------------------------------------------------------


async def test_an_absence_is_entered_in_words_and_ended_early(house):
    officer, substitute = await an_officer(house, "Lan"), await an_officer(house, "Trần Văn Bình")

    await officer.says("nghỉ phép từ 18/11 đến 20/11, người thay: Bình")
    assert "Trần Văn Bình thay" in officer.text
    assert "Lan nghỉ từ 18/11/2026 đến 20/11/2026" in await news(substitute)
    house.clock.advance(days=1)
    await officer.says("đi làm lại")

    (absence,) = await rows(house, schema.absence)
    assert (absence.officer_id, absence.substitute_id) == (1, 2)
    assert (absence.first_day, absence.last_day) == (date(2026, 11, 18), date(2026, 11, 20))
    assert absence.ended_at == house.clock()
    assert "đã đi làm lại" in await news(substitute)


async def test_a_substitutes_list_says_in_whose_place_a_case_is_theirs(house):
    officer = await an_officer(house, "Lan")
    substitute = await an_officer(house, "Bình", organisation=Organisation.WOMEN)
    await files(house)
    await officer.says("nghỉ phép từ 17/11 đến 20/11, người thay: Bình")

    await substitute.says("việc")
    await substitute.taps("Mới")
    listed = substitute.text
    await substitute.taps("Mở ")

    assert "ngày làm việc) · thay Lan" in listed
    assert "; anh/chị đang thay Lan" in substitute.text


async def test_ones_own_case_is_in_nobodys_place(house):
    officer, substitute = await an_officer(house, "Lan"), await an_officer(house, "Bình")
    await files(house)
    await officer.says("nghỉ phép từ 17/11 đến 20/11, người thay: Bình")

    await substitute.says("việc mới")
    listed = substitute.text
    await substitute.taps("Mở ")

    assert "thay Lan" not in listed + substitute.text


async def test_a_substitute_is_found_by_any_word_of_the_name_unless_somebody_is_called_by_it(house):
    officer = await an_officer(house, "Lan")
    await an_officer(house, "Bùi Thị Vân (mẫu)")
    await an_officer(house, "Vân Anh")

    await officer.says("nghỉ phép từ 18/11 đến 20/11, người thay: Bùi Thị Vân")
    await officer.says("nghỉ phép từ 23/11 đến 23/11, người thay: Anh")

    assert [row.substitute_id for row in await rows(house, schema.absence)] == [2, 3]


async def test_without_a_name_or_with_one_that_nobody_has_the_substitutes_are_offered(house):
    officer = await an_officer(house, "Lan")
    await an_officer(house, "Bình")
    await an_officer(house, "Hoa")

    await officer.says("nghi phep tu 18/11 den 20/11 nguoi thay Tam")
    assert officer.labels == ["Bình", "Hoa", "Không có người thay"]
    await officer.taps("Hoa")

    assert [row.substitute_id for row in await rows(house, schema.absence)] == [3]


async def test_nobody_may_stand_in(house):
    officer = await an_officer(house, "Lan")

    await officer.says("đi vắng 18/11")
    await officer.taps("Không có người thay")
    await officer.says("nghỉ phép")

    assert [row.substitute_id for row in await rows(house, schema.absence)] == [None]
    assert "Nghỉ từ 18/11/2026 đến 18/11/2026, chưa có người thay" in officer.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("nghỉ phép từ 31/2 đến 1/3", "chưa rõ ngày"),
        ("nghỉ phép từ 20/11 đến 18/11, người thay: Bình", "Ngày nghỉ chưa đúng"),
    ],
)
async def test_days_that_cannot_be_are_explained(house, said, answer):
    officer = await an_officer(house, "Lan")
    await an_officer(house, "Bình")

    await officer.says(said)

    assert answer in officer.text
    assert await rows(house, schema.absence) == []


async def test_who_works_elsewhere_is_neither_offered_nor_taken(house):
    officer = await an_officer(house, "Lan")
    await an_officer(house, "Hoa", unit="19870")

    await officer.says("nghỉ phép từ hôm nay đến 18/11")
    assert officer.labels == ["Không có người thay"]
    await officer.taps_choice("!absence-with=20261117.20261118.2")

    assert await rows(house, schema.absence) == []


async def test_the_substitute_opens_the_case_from_the_digest_until_it_is_over(house):
    officer = await an_officer(house, "Lan")
    substitute = await an_officer(house, "Hoa", organisation=Organisation.WOMEN)
    await files(house)
    await officer.says("nghỉ phép từ hôm nay đến 18/11, người thay: Hoa")
    await news(substitute)
    house.clock.advance(minutes=30)
    assert await sent(house) == 1

    assert "Thay Lan" in await news(substitute)
    await substitute.taps_choice("!case=1")
    assert "Tiếp nhận" in substitute.labels
    house.clock.advance(days=2)
    await substitute.taps_choice("!case=1")
    assert "Tiếp nhận" not in substitute.labels


async def test_a_resident_who_goes_on_leave_files_a_petition_as_ever(house):
    person = house.person()

    await person.says("nghỉ phép từ 18/11 đến 20/11, người thay: Bình")

    assert await rows(house, schema.absence) == []


# --- Reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("thứ 2 đến thứ 7", days_mask(range(6))), ("thứ hai - thứ sáu", None), ("thứ 2, 4, 6", days_mask([0, 2, 4])),
        ("t2 đến t7", days_mask(range(6))), ("cả tuần", 127), ("ngày làm việc", 0), ("chủ nhật", days_mask([6])),
        ("monday to saturday", days_mask(range(6))), ("mon, wed, fri", days_mask([0, 2, 4])),
        ("7 giờ tối qua", None), ("", None), ("là mấy giờ", None), ("thứ 9", None),
    ],
)  # fmt: skip
def test_days_as_people_write_them(text, mask):
    if text == "thứ hai - thứ sáu":  # the dash is lost: two days, said again by the answer
        assert days_heard(text) == days_mask([0, 4])
    else:
        assert days_heard(text) == mask


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("20h đến 6h", Window(1200, 360)), ("từ 11:30 đến 13:30", Window(690, 810)), ("11h30-13h", Window(690, 780)),
        ("8 giờ tối đến 6 giờ sáng", Window(1200, 360)), ("không", Window(0, 0)), ("25h đến 6h", None), ("trưa", None),
    ],
)  # fmt: skip
def test_spans_as_people_write_them(text, window):
    assert span_heard(text) == window


def test_dates_as_people_write_them():
    today = date(2026, 12, 30)

    assert dates_heard("nghỉ phép từ 31/12 đến 5/1", today) == (date(2026, 12, 31), date(2027, 1, 5))
    assert dates_heard("nghỉ phép ngày mai", today) == (date(2026, 12, 31), date(2026, 12, 31))
    assert dates_heard("nghỉ từ hôm nay đến 2/1/2027", today) == (today, date(2027, 1, 2))
    assert dates_heard("nghỉ phép", today) is None
    assert substitute_heard("nghỉ, người thay: Trần Thị Lan") == "tran thi lan"


def test_days_are_said_as_a_span_or_a_list():
    assert [days_text(days_mask(days)) for days in (range(6), [0, 2, 4], [5])] == ["0-5", "0,2,4", "5"]


def test_the_commands_have_words_in_every_language():
    commands = ("command-absence", "command-absence-back", "command-quiet", "command-lunch")

    assert [(c, language) for c in commands for language in LANGUAGES if not has(c, language)] == []


def test_hours_are_values():
    assert replace(Hours(450), minute=480) == Hours(480)
