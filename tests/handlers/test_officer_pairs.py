"""Cases that may be one: the officer sees each pair with the reasons, and merges, links or tells them apart."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from actions.digest_words import message
from actions.digests import digest_of
from domain.calendar import WorkCalendar, local_date
from scheduler.job import JobContext
from scheduler.running import run_job
from scheduler.schedule import job_named
from storage import petitions, recipients, schema
from storage.database import Database
from tests.handlers.officers import DRAIN, an_officer, files
from tests.support.looking import looking_at
from tests.support.talk import House, Person

LAMP_AGAIN = "den duong ngo 12 thon Ha Lang xa Quang Dien, Hue van hong, toi om khong thay gi"


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def rows_of(database: Database, table: Any) -> list[Any]:
    async with looking_at(database) as db:
        return list((await db.execute(select(table).order_by(table.c.id))).all())


async def a_pair(house: House) -> Person:
    """Two cases of one lamp, found by night; return the officer."""
    officer = await an_officer(house)
    await files(house)
    await files(house, "binh", LAMP_AGAIN)
    await run_job(job_named("find-pairs"), house.database, JobContext(), house.clock())
    await officer.look()
    return officer


async def test_an_officer_without_pairs_is_told_so(house: House) -> None:
    officer = await an_officer(house)

    await officer.says("vụ trùng")

    assert "không có cặp vụ việc nào" in officer.text


async def test_a_resident_may_write_of_a_repeated_matter(house: House) -> None:
    person = await house.person().says("vụ trùng")

    assert "cặp vụ việc" not in person.text


async def test_a_pair_is_shown_with_its_reasons_and_both_cases_to_open(house: House) -> None:
    officer = await a_pair(house)

    await officer.says("vu trung")

    assert "Khả năng là cùng một việc" in officer.text
    assert "cùng ngõ, hẻm 12" in officer.text
    assert officer.labels[:2] == ["Gộp làm một", "Không phải"]
    assert sum(label.startswith("Mở ") for label in officer.labels) == 2


async def test_the_work_list_and_the_card_lead_to_the_pair(house: House) -> None:
    officer = await a_pair(house)

    await officer.says("việc")
    assert "Có thể trùng (1)" in officer.labels
    await officer.taps("Mới (2)")
    await officer.taps("Mở ")
    await officer.taps("Có thể trùng (1)")

    assert "Khả năng là cùng một việc" in officer.text


async def test_a_merged_pair_is_one_case_and_is_asked_no_more(house: House) -> None:
    officer = await a_pair(house)
    await officer.says("vụ trùng")

    await officer.taps("Gộp làm một")

    first, second = await rows_of(house.database, schema.case_file)
    (pair,) = await rows_of(house.database, schema.case_pair)
    assert (second.merged_into_id, pair.decision) == (first.id, "merged")
    await officer.says("vụ trùng")
    assert "không có cặp vụ việc nào" in officer.text


async def test_a_pair_told_apart_is_never_suggested_again(house: House) -> None:
    officer = await a_pair(house)
    await officer.says("vụ trùng")

    await officer.taps("Không phải")

    (pair,) = await rows_of(house.database, schema.case_pair)
    assert (pair.decision, [row.merged_into_id for row in await rows_of(house.database, schema.case_file)]) == (
        "different",
        [None, None],
    )


async def test_a_button_tapped_twice_decides_once(house: House) -> None:
    officer = await a_pair(house)
    await officer.says("vụ trùng")
    await officer.taps_choice("!pair=apart.1")

    await officer.taps_choice("!pair=merge.1")

    assert "đã làm rồi" in officer.text
    assert [row.merged_into_id for row in await rows_of(house.database, schema.case_file)] == [None, None]


async def test_an_officer_of_another_commune_sees_no_pair_and_decides_none(house: House) -> None:
    await a_pair(house)
    stranger = await an_officer(house, "Mai", unit="20014")

    await stranger.says("vụ trùng")
    await stranger.taps_choice("!pair=merge.1")

    assert [row.merged_into_id for row in await rows_of(house.database, schema.case_file)] == [None, None]


async def test_merging_by_hand_offers_what_resembles_and_says_why(house: House) -> None:
    officer = await an_officer(house)
    await files(house, "chi", DRAIN)
    await files(house)
    await files(house, "binh", LAMP_AGAIN)
    await officer.look()
    last = (await rows_of(house.database, schema.case_file))[-1]

    await officer.taps_choice(f"!do=merge.{last.id}.{last.version}")

    assert "cùng ngõ, hẻm 12" in officer.text
    assert sum("Đèn đường" in label for label in officer.labels) == 1


async def test_who_repeats_themselves_urges_and_files_nothing_new(house: House) -> None:
    officer = await an_officer(house)
    person = await files(house)
    await officer.look()
    await person.says("gửi kiến nghị")
    await person.says(LAMP_AGAIN)
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    assert "Lần này ông/bà nhắc lại việc đó phải không" in person.text
    await person.taps("Đúng việc đó")
    assert "lời nhắc cho việc ông/bà đã gửi" in person.text

    await person.taps("Đúng, gửi đi")

    assert "ghi lời nhắc của ông/bà" in person.text
    assert len(await rows_of(house.database, schema.petition)) == 1
    await officer.look()
    assert "nhắc lại việc đã gửi" in officer.text


async def test_a_trouble_that_came_back_is_a_new_case_linked_to_the_old_one(house: House) -> None:
    await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        values = {"state": "closed", "outcome": "resolved", "closed_at": house.clock(), "changed_at": house.clock()}
        await petitions.change_case(db, 1, 1, values)
    house.clock.advance(days=5)
    person = house.person("binh")
    await person.says(LAMP_AGAIN)
    await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    assert "nay lại xảy ra" in person.text
    await person.taps("Đúng việc đó")

    await person.taps("Đúng, gửi đi")

    _, new = await rows_of(house.database, schema.case_file)
    assert (new.recurrence_of_id, new.state) == (1, "received")


async def test_the_digest_counts_the_pairs_and_leads_to_them(house: House) -> None:
    officer = await a_pair(house)
    now = house.clock()
    async with house.database.begin() as db:
        (recipient,) = await recipients.recipients(db, local_date(now))
        digest = await digest_of(db, recipient, now=now, calendar=WorkCalendar(()))

    reply = message(digest)

    assert "digest-pairs" in [paragraph.key for paragraph in reply.paragraphs]
    await officer.taps_choice(next(option.choice for option in reply.options if option.id == "pairs"))
    assert "Khả năng là cùng một việc" in officer.text
