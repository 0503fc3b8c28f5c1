from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from conversation.forms import Completed, read
from conversation.recognise import Vocabulary
from handlers.digests import DIGEST_COMMANDS, DIGEST_FORMS, DIGEST_TAPS, parse_minute
from handlers.router import Router
from handlers.wiring import spoken_commands
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import recipients
from tests.handlers.officers import an_account, an_officer, files
from tests.scheduler.days import at
from tests.support.looking import looking_at
from tests.support.talk import House, Person, TestClock, table
from texts import LANGUAGES, has


def with_digests():
    """Return the house's table with this file's conversations in it."""
    whole = table()
    return replace(
        whole,
        forms={**whole.forms, **DIGEST_FORMS},
        commands={**whole.commands, **DIGEST_COMMANDS},
        taps={**whole.taps, **DIGEST_TAPS},
    )


def a_house(database, now: datetime) -> House:
    made = with_digests()
    house = House(database, clock=TestClock(now), answer=Router(made))
    house.services = replace(house.services, vocabulary=Vocabulary(spoken_commands(made)))
    return house


@pytest.fixture
def house(database) -> House:
    return a_house(database, at(17, "7:00"))


async def choice(house: House, officer_id: int = 1) -> tuple[int, str]:
    async with looking_at(house.database) as db:
        found = await recipients.choice_of(db, officer_id)
    return found.hours.minute, found.empty


async def sent(house: House) -> int:
    """Ring for the digests; return how many that sent."""
    results = await run_due(job_named("daily-digest"), house.database, JobContext(), house.clock())
    return sum(result.count for result in results)


def digests_heard(person: Person) -> int:
    return sum(message.text.startswith("Bản tin ngày") for message in person.heard)


async def test_the_word_shows_todays_digest_at_once_and_does_not_use_it_up(house):
    officer = await an_officer(house)
    await files(house)

    await officer.says("ban tin")

    assert officer.last.text.startswith("Bản tin ngày 17/11/2026\nCần xem hôm nay: 1 việc.")
    assert officer.labels[-2:] == ["Danh sách việc", "Đổi giờ"]
    house.clock.advance(minutes=30)
    assert await sent(house) == 1


async def test_the_buttons_of_a_digest_open_the_case_and_the_work_list(house):
    officer = await an_officer(house)
    await files(house)
    house.clock.advance(minutes=30)
    assert await sent(house) == 1
    officer.heard = []
    await officer.look()
    digest = officer.heard
    buttons = [button for message in digest for row in message.rows for button in row]
    (case_button, later, work_button) = buttons[-3:]
    assert later.label == "Để việc lại"

    await officer.taps_choice(case_button.choice)
    assert case_button.label.partition(" · ")[0] in officer.text
    await officer.taps_choice(work_button.choice)
    assert officer.heard


async def test_an_hour_is_chosen_by_a_button(house):
    officer = await an_officer(house)

    await officer.says("giờ bản tin")
    await officer.taps("Đổi giờ")
    assert "lúc 7:30" in officer.text
    assert officer.labels == [
        "6:30", "7:00", "8:00", "Giờ khác", "Đổi ngày", "Giờ yên tĩnh", "Nghỉ trưa", "Không có việc: không gửi",
        "Nghỉ phép",
    ]  # fmt: skip
    await officer.taps("8:00")

    assert await choice(house) == (8 * 60, "line")
    assert "8:00 các ngày làm việc, bắt đầu từ hôm nay" in officer.text


async def test_an_hour_is_typed_after_the_command_or_into_the_question(house):
    officer = await an_officer(house)

    await officer.says("/bantin 9h15")
    assert await choice(house) == (9 * 60 + 15, "line")
    await officer.taps_choice("!digest-hour=")
    assert await officer.asked() == "digest-hour.hour"
    await officer.says("3 giờ sáng")
    assert await officer.asked() == "digest-hour.hour"
    assert "5:00 đến 17:00" in officer.text
    await officer.says("10 giờ rưỡi")

    assert await choice(house) == (10 * 60 + 30, "line")
    assert await officer.asked() == ""


async def test_what_comes_on_an_empty_day_is_chosen_by_a_button(house):
    officer = await an_officer(house)

    await officer.taps_choice("!digest-hours=")
    await officer.taps("Không có việc: không gửi")
    assert await choice(house) == (450, "none")
    await officer.taps_choice("!digest-hours=")
    await officer.taps("Không có việc: gửi một dòng")

    assert await choice(house) == (450, "line")


async def test_who_chooses_an_hour_that_has_passed_gets_todays_digest_now_and_only_once(database):
    house = a_house(database, at(17, "7:45"))
    officer = await an_officer(house)
    await officer.says("/bantin 9:00")
    assert await sent(house) == 0

    await officer.says("/bantin 7:00")
    assert digests_heard(officer) == 1

    house.clock.advance(hours=2)
    assert await sent(house) == 0
    house.clock.advance(hours=24)
    assert await sent(house) == 1


async def test_who_has_todays_digest_gets_the_new_hour_from_the_next_day_on(house):
    officer = await an_officer(house)
    house.clock.advance(minutes=30)
    assert await sent(house) == 1

    await officer.says("/bantin 9:00")
    assert "Từ ngày làm việc tới" in officer.text
    house.clock.advance(hours=2)

    assert await sent(house) == 0


@pytest.mark.parametrize("now", [at(22, "9:00"), at(17, "17:30")], ids=["Sunday", "evening"])
async def test_a_choice_outside_working_time_sends_nothing_now(database, now):
    house = a_house(database, now)
    officer = await an_officer(house)

    await officer.says("/bantin 6:00")

    assert "Từ ngày làm việc tới" in officer.text
    assert digests_heard(officer) == 0


async def test_a_resident_learns_that_it_is_for_officers(house):
    person = house.person()

    await person.says("bản tin")
    assert "cán bộ" in person.text
    for tap in DIGEST_TAPS:
        await person.taps_choice(f"!{tap}=450")
        assert "cán bộ" in person.text
    assert await person.asked() == ""


async def test_a_disabled_account_chooses_nothing(house):
    officer = await an_officer(house)
    await an_account(house, "Other")
    async with house.database.begin() as db:
        from storage.schema import officer as accounts

        await db.execute(accounts.update().values(disabled_at=house.clock()))

    await officer.says("/bantin 9:00")

    assert not any(message.text.startswith("Đã ghi nhận") for message in officer.heard)


class Spoken:
    """A visit that only tells who speaks."""

    def __init__(self, officer_id: int | None) -> None:
        self.row = type("Row", (), {"officer_id": officer_id})()


@pytest.mark.parametrize("text", ["bản tin", "giờ bản tin là mấy giờ", "đường hỏng từ 7:30", "bản tin 7 giờ tối qua"])
async def test_other_words_are_no_wish_for_an_hour(text):
    assert await DIGEST_COMMANDS["digest-hour"](Spoken(1), text) is False
    assert await DIGEST_COMMANDS["digest-hour"](Spoken(None), "giờ bản tin 7:30") is False


@pytest.mark.parametrize(
    "text", ["giờ bản tin 6:45", "gio ban tin 6h45", "đổi giờ bản tin lúc 6 giờ 45", "bản tin 6h45"]
)
async def test_an_hour_in_plain_words_is_taken_where_officers_words_are_read(database, text):
    made = with_digests()

    async def idle(visit, said):
        assert await visit.call("digest-hour", said)

    house = House(database, clock=TestClock(at(17, "6:00")), answer=Router(replace(made, idle=idle)))
    officer = await an_officer(house)
    await officer.says(text)

    assert await choice(house) == (6 * 60 + 45, "line")


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("7:30", 450), ("7h30", 450), ("7h", 420), ("7 giờ", 420), ("7 giờ rưỡi", 450), ("07.05", 425), ("8", 480),
        ("lúc 6 giờ 45 phút", 405), ("2 giờ chiều", 840), ("5:00 pm", 1020), ("17:00", 1020), ("5:00", 300),
    ],
)  # fmt: skip
def test_an_hour_as_people_write_it(text, minute):
    assert parse_minute(text) == str(minute)


@pytest.mark.parametrize("text", ["", "sáng", "4:59", "17:01", "7:75", "25:00", "7:30 hay 8:00", "bảy giờ"])
def test_what_is_no_hour_is_said_so(text):
    with pytest.raises(ValueError, match="digest-hour-not-understood"):
        parse_minute(text)


def test_the_form_read_twice_gives_the_same():
    outline = DIGEST_FORMS["digest-hour"].outline

    assert [read(outline(None), {}).next.name for _ in range(2)] == ["hour", "hour"]
    assert read(outline(None), {"hour": "450"}).next == Completed("7:30")


def test_the_command_has_words_in_every_language():
    assert [language for language in LANGUAGES if not has("command-digest", language)] == []
