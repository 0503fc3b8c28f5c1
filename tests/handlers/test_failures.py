"""What an administrator sees of failures in chat."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from actions.failures import tell_administrators
from conversation.messages import Inbound
from domain.roles import Role
from handlers.router import Router
from storage import outbox, schema
from storage.database import Database
from tests.handlers.officers import LAMP, an_officer
from tests.support.looking import looking_at
from tests.support.talk import House, table


class Fragile:
    """The house's own router, but for one text that it cannot bear."""

    def __init__(self) -> None:
        self.router = Router(table())

    async def __call__(self, visit) -> None:
        await self.router(visit)
        if "Hạ Lang" in visit.inbound.text:
            raise RuntimeError("a defect, with petition text that nobody may read in a log")


@pytest.fixture
def house(database: Database) -> House:
    return House(database, answer=Fragile())


async def fails(house: House, address: str = "an") -> int:
    """Let a message fail twice; return its id."""
    await house.hear(Inbound("webchat", f"{address}-1", address, house.clock(), text=LAMP))
    query = select(schema.inbound.c.id).where(schema.inbound.c.state == "failed").order_by(schema.inbound.c.id.desc())
    async with looking_at(house.database) as db:
        return (await db.execute(query.limit(1))).scalar_one()


async def states(house: House) -> list[str]:
    query = select(schema.inbound.c.state).where(schema.inbound.c.error.is_not(None)).order_by(schema.inbound.c.id)
    async with looking_at(house.database) as db:
        return list((await db.execute(query)).scalars())


async def tell(house: House) -> int:
    async with house.database.begin() as db:
        return await tell_administrators(db, now=house.clock())


async def test_an_administrator_is_told_and_reads_ids_and_kinds_of_error_but_no_words(house: House) -> None:
    chat = await an_officer(house, "Hoa", roles=(Role.ADMINISTRATOR,))
    id = await fails(house)
    await tell(house)
    await chat.look()

    await chat.taps("Xem lỗi")

    assert f"MỚI: tin số {id}, 09:00 16/11/2026, trò chuyện trên mạng: RuntimeError" in chat.text
    assert "Hạ Lang" not in chat.text
    assert "1 tin mới" in chat.text
    assert await states(house) == ["seen"]


async def test_what_was_seen_is_listed_as_known_and_told_of_no_more(house: House) -> None:
    chat = await an_officer(house, "Hoa", roles=(Role.ADMINISTRATOR,))
    await fails(house)
    await chat.says("lỗi")
    second = await fails(house, "binh")

    told = await tell(house)
    await chat.says("tin lỗi")

    assert told == 1
    assert (chat.text.count("MỚI:"), f"MỚI: tin số {second}" in chat.text) == (1, True)
    assert chat.text.count("Tin số") == 1


async def test_deliveries_that_did_not_arrive_are_listed_with_their_reason(house: House) -> None:
    chat = await an_officer(house, "Hoa", roles=(Role.ADMINISTRATOR,))
    await house.person("an").says("xin chào")
    async with house.database.begin() as db:
        newest = (
            await db.execute(select(schema.outbox.c.id).order_by(schema.outbox.c.id.desc()).limit(1))
        ).scalar_one()
        change = update(schema.outbox).where(schema.outbox.c.id == newest)
        await db.execute(change.values(state="failed", reason=outbox.PERHAPS_DELIVERED, done_at=house.clock()))

    await chat.says("lỗi")

    assert f"Tin gửi số {newest}" in chat.text
    assert "không rõ đã đến hay chưa" in chat.text


async def test_without_failures_the_administrator_reads_so(house: House) -> None:
    chat = await an_officer(house, "Hoa", roles=(Role.ADMINISTRATOR,))

    await chat.says("lỗi")

    assert chat.text == "Không có tin nhắn nào bị lỗi."


async def test_an_officer_may_not_see_them_and_a_resident_is_told_what_can_be_written(house: House) -> None:
    await fails(house)
    officer = await an_officer(house, "Lan")
    resident = house.person("binh")

    await officer.says("lỗi")
    await resident.says("lỗi")

    assert "RuntimeError" not in officer.text + resident.text
    assert "gặp cán bộ" in resident.text
    assert await states(house) == ["failed"]
