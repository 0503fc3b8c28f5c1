"""The index of the search for duplicates: in step with petitions and cases, bounded in what is read, rebuilt at will."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from actions.cases import close, handling, join, resident
from actions.privacy import erase_person
from conversation.messages import Pin
from domain.life import Outcome
from domain.units import UnitRef
from matching.duplicates import Report
from storage import candidates as search
from storage import schema, similar, traces
from storage.database import Database
from storage.direct import Direct
from tests.actions.world import COMMUNE, LAMP, PROVINCE, World
from tests.support.units import load_units

TABLES = (schema.petition_trace, schema.petition_posting, schema.petition_reading)


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


def a_report(text: str = "den duong ngo 12 ha lang van hong", *, at: datetime, **values: Any) -> Report:
    return Report("new", text, COMMUNE.code, PROVINCE, at, **values)


async def found(world: World, text: str = "den duong ngo 12 ha lang van hong", **values: Any) -> list[int]:
    async with world.database.read() as db:
        report = a_report(text, at=world.now + timedelta(hours=1), **values)
        return [one.case_id for one in await similar.similar_cases(db, report, limit=5)]


async def indexed(world: World) -> list[int]:
    async with world.database.read() as db:
        query = select(schema.petition_trace.c.petition_id).order_by(schema.petition_trace.c.petition_id)
        return list((await db.execute(query)).scalars())


async def test_a_filed_petition_is_found_by_the_next_report(world: World) -> None:
    filed = await world.file(LAMP)

    assert await found(world) == [filed.case_id]


async def test_a_petition_of_another_commune_is_found_in_the_province_only(world: World) -> None:
    filed = await world.file(LAMP, commune=UnitRef("20014", PROVINCE))
    await load_units(world.database)

    here = await found(world)
    async with world.database.read() as db:
        wider = await similar.similar_cases(db, a_report(at=world.now), limit=5, scope="province")

    assert (here, [one.case_id for one in wider]) == ([], [filed.case_id])


async def test_a_confidential_petition_is_not_in_the_index(world: World) -> None:
    await world.file(LAMP, confidential=True)

    assert await indexed(world) == []


async def test_a_withdrawn_petition_leaves_the_index_in_the_same_transaction(world: World) -> None:
    filed = await world.file(LAMP)

    await world.resident(filed, resident.withdraw)

    assert await indexed(world) == []


async def test_a_closed_case_is_a_candidate_for_sixty_days(world: World) -> None:
    officer = await world.officer()
    filed = await world.file(LAMP)
    await close_it(world, officer, filed.case_id)

    world.advance(days=59)
    soon = await found(world)
    world.advance(days=2)

    assert (soon, await found(world)) == ([filed.case_id], [])


async def test_a_case_opened_again_is_a_candidate_for_the_rest_of_its_year(world: World) -> None:
    officer = await world.officer()
    filed = await world.file(LAMP)
    await close_it(world, officer, filed.case_id)
    await world.resident(filed, resident.reopen, "Đèn lại tắt")

    world.advance(days=100)

    assert await found(world) == [filed.case_id]


async def test_what_the_clock_took_out_is_read_again_when_its_case_is_opened_again(world: World) -> None:
    officer = await world.officer()
    filed = await world.file(LAMP)
    await close_it(world, officer, filed.case_id)
    async with world.database.begin() as db:
        await traces.forget(db, [filed.petition_id])

    await world.resident(filed, resident.reopen, "Đèn lại tắt")

    assert await found(world) == [filed.case_id]


async def test_merged_petitions_are_found_in_the_case_that_holds_them_now(world: World) -> None:
    officer = await world.officer()
    first, second = await world.file(LAMP), await world.file("Đèn đường ngõ 12 Hạ Lang tối om")
    await world.does(officer, join.merge, second.case_id, into_id=first.case_id)
    merged = await found(world)

    await world.does(officer, join.unmerge, second.case_id)

    assert (merged, sorted(await found(world))) == ([first.case_id], sorted([first.case_id, second.case_id]))


async def test_a_pin_that_comes_later_is_in_the_index_until_its_person_is_erased(world: World) -> None:
    filed = await world.file(LAMP)
    await world.resident(filed, resident.supply, "Đây ạ", pin=Pin(16.575, 107.505))
    pinned = await postings(world)

    async with world.database.begin() as db:
        await erase_person(db, filed.person_id, now=world.now)

    assert await postings(world) == pinned - 1


async def test_the_index_made_anew_equals_the_one_that_grew(world: World) -> None:
    officer = await world.officer()
    await world.file(LAMP)
    closed = await world.file("Rác đổ đầu thôn Hạ Lang không ai dọn")
    withdrawn = await world.file("Loa karaoke kéo tới khuya")
    await close_it(world, officer, closed.case_id)
    await world.resident(withdrawn, resident.withdraw)
    grown = await contents(world)

    async with world.database.begin() as db:
        await traces.clear(db)
        ids = await traces.missing(db, now=world.now, after_id=0, limit=10)
        await traces.refresh(db, ids)

    assert await contents(world) == grown


async def test_a_reading_of_another_version_is_missing_and_still_found(world: World) -> None:
    filed = await world.file(LAMP)
    async with world.database.begin() as db:
        await db.execute(update(schema.petition_reading).values(version=1, body="[]"))
        missing = await traces.missing(db, now=world.now, after_id=0, limit=10)

    assert (missing, await found(world)) == ([filed.petition_id], [filed.case_id])


async def test_the_right_one_is_found_among_more_than_are_weighed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "NEWEST", 3)
    monkeypatch.setattr(search, "_NEWEST", newest_of(3))
    filed = await world.file(LAMP)
    for number in range(8):
        await world.file(f"Xe tải chở đất chạy đêm qua cầu số {number}")

    assert (await found(world))[0] == filed.case_id


async def test_a_pin_nearby_is_a_candidate_though_no_word_is_shared(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "NEWEST", 3)
    monkeypatch.setattr(search, "_NEWEST", newest_of(3))
    filed = await world.file("Mong sớm xem lại giúp", pin=Pin(16.57501, 107.50501))
    for number in range(8):
        await world.file(f"Xe tải chở đất chạy đêm qua cầu số {number}")

    near = await found(world, "chịu hết nổi rồi", lat=16.57550, lon=107.50550)
    far = await found(world, "chịu hết nổi rồi", lat=16.67550, lon=107.60550)

    assert (filed.case_id in near, filed.case_id in far) == (True, False)


async def test_an_older_wording_that_shares_only_its_scene_is_found(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "NEWEST", 3)
    monkeypatch.setattr(search, "_NEWEST", newest_of(3))
    filed = await world.file("Đống rác bốc mùi")
    for number in range(8):
        await world.file(f"Xe tải chở đất đêm qua cầu số {number}")

    assert filed.case_id in await found(world, "Ruồi nhặng bu đầy bao ni lông")


async def test_a_search_of_the_province_finds_what_is_older_in_the_own_commune(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "NEWEST", 3)
    monkeypatch.setattr(search, "_NEWEST", newest_of(3))
    filed = await world.file(LAMP)
    for number in range(8):
        await world.file(f"Xe tải chở đất chạy đêm qua cầu số {number}")

    async with world.database.read() as db:
        wider = await similar.similar_cases(db, a_report(at=world.now), limit=5, scope="province")

    assert wider[0].case_id == filed.case_id


async def close_it(world: World, officer: int, case_id: int) -> None:
    await world.does(officer, handling.accept, case_id)
    await world.does(officer, close.close, case_id, outcome=Outcome.EXPLAINED, text="Đã trả lời", files=())


def newest_of(count: int) -> Direct:
    whole = search._NEWEST
    return Direct(*(re.sub(r"LIMIT \d+", f"LIMIT {count}", sql) for sql in whole))


async def postings(world: World) -> int:
    async with world.database.read() as db:
        return int((await db.execute(select(func.count()).select_from(schema.petition_posting))).scalar_one())


async def contents(world: World) -> list[list[tuple[Any, ...]]]:
    async with world.database.read() as db:
        return [sorted(map(tuple, (await db.execute(select(table))).all())) for table in TABLES]
