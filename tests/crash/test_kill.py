"""
The program is killed at random instants during a scripted load, and started again.

At the end every acknowledged message has exactly one effect, every reply was delivered at least once and doubled at most
once per kill, and no petition is there twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from channels.telegram.capabilities import TELEGRAM
from conversation.codec import reply_from_json
from conversation.render import render
from storage import schema
from storage.database import Database
from tests.doubles.bot_api import TOKEN, BotApi
from tests.doubles.bot_api.person import Person
from tests.support.postgres import free_port

pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]

PEOPLE = 12
KILLS = 5
WAYS = ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Giao thông, cầu đường, vỉa hè", "Tiếp tục", "Việc khác", "Đúng, gửi đi")
COMMUNES = ("Quảng Điền, Huế", "Vinh Hưng, Nghệ An", "Hóa Châu, Huế")
RECEIPT = re.compile(r"Mã của việc này là ([0-9A-Z]{4}-[0-9A-Z]{4})")


class Program:
    """The real program in a process of its own, which can be killed and started again."""

    def __init__(self, folder: Path, api_url: str, database_url: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "program.log"
        self.environment = {
            **os.environ,
            "NGHEDAN_DATA_FOLDER": str(folder / "var"),
            "NGHEDAN_WEB_PORT": str(self.port),
            "DATABASE_URL": database_url,
            "PUBLIC_URL": self.url,
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api_url,
            "NGHEDAN_TELEGRAM_MODE": "webhook",
            "NGHEDAN_PACE_PER_CHAT": "0",
            "NGHEDAN_PACE_OVERALL": "0",
        }
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.environment, stdout=log, stderr=log
            )
        async with aiohttp.ClientSession() as session, asyncio.timeout(300):
            while True:
                assert self.process.returncode is None, self.log.read_text()[-3000:]
                with contextlib.suppress(aiohttp.ClientError):
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()


async def walk(person: Person, number: int, texts: list[str]) -> str:
    """File one petition, going by the buttons that come; return its receipt code."""
    text = f"Nắp cống số {number} trước nhà số {number} xóm {number} xã {COMMUNES[number % 3]} bị vỡ, dễ ngã"
    texts.append(text)
    person.says(text)
    while True:
        message = await person.hears(within_seconds=600)
        found = RECEIPT.search(message.text)
        if found:
            return found.group(1)
        way = next((label for label in WAYS if label in message.labels), None)
        if way is not None:
            person.taps(way, on=message)


@pytest.fixture
async def database_url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> AsyncIterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'nghedan.db'}"
        return
    from tests.support.postgres import fresh_database

    async with fresh_database(request.getfixturevalue("postgres_url")) as url:
        yield url


async def test_a_killed_program_loses_nothing_and_doubles_next_to_nothing(database_url: str, tmp_path: Path) -> None:
    chance = random.Random(20261122)
    async with BotApi(time_scale=0.05) as api:
        program = Program(tmp_path, api.url, database_url)
        await program.start()
        while not api.updates.url:  # noqa: ASYNC110  # the double keeps no event for it
            await asyncio.sleep(0.05)
        people = [api.person(5_000 + number) for number in range(PEOPLE)]
        texts: list[str] = []
        walks = [asyncio.create_task(walk(person, n, texts)) for n, person in enumerate(people)]
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.3, 1.5))
            await program.kill()
            await program.start()
        codes = await asyncio.gather(*walks)
        await settled(database_url)
        await program.stop()

        assert len(set(codes)) == PEOPLE
        await check(database_url, api, people, texts)


async def settled(url: str) -> None:
    """Wait until the outbox holds nothing unsent."""
    database = Database(url)
    try:
        async with asyncio.timeout(300):
            while True:
                async with database.read() as db:
                    unsent = select(schema.outbox.c.id).where(schema.outbox.c.state.in_(("queued", "leased")))
                    if (await db.execute(unsent)).first() is None:
                        return
                await asyncio.sleep(0.2)
    finally:
        await database.close()


async def check(url: str, api: BotApi, people: list[Person], texts: list[str]) -> None:
    """Compare what the tables say with what people read."""
    database = Database(url)
    async with database.read() as db:
        filed = Counter((await db.execute(select(schema.petition.c.text))).scalars())
        inbound = Counter((await db.execute(select(schema.inbound.c.external_id))).scalars())
        states = set((await db.execute(select(schema.inbound.c.state))).scalars())
        query = select(schema.conversation.c.address, schema.outbox.c.reply, schema.outbox.c.state).join(
            schema.conversation, schema.conversation.c.id == schema.outbox.c.conversation_id
        )
        rows = (await db.execute(query)).all()
    await database.close()

    assert filed == Counter(texts), "a petition was lost or doubled"
    assert set(inbound.values()) == {1}
    assert states == {"done"}
    assert {row.state for row in rows} <= {"delivered", "replaced"}
    for person in people:
        own = [row.reply for row in rows if row.address == str(person.chat_id) and row.state == "delivered"]
        written = Counter(
            part.text for reply in own for part in render(reply_from_json(reply), TELEGRAM, "vi", id="1", address="x")
        )
        read = Counter(message.text for message in person.messages)
        assert set(read) == set(written), "something unknown was delivered, or something was not"
        for text, count in written.items():
            assert count <= read[text] <= count + KILLS, f"delivered {read[text]} times instead of {count}"
