"""
A token is rotated while two worker processes answer people: nothing is lost, no refresh token is sent twice.

On PostgreSQL alone: on SQLite one program holds the data folder (`bot.app`), and a second one refuses to start.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from bot.settings import Settings
from bot.zalo import OA_PATH
from bot.zalo_tokens import stored_tokens
from channels.zalo_oa import Pair
from storage import oauth
from storage.database import Database
from storage.schema import outbox
from tests.doubles.zalo_oa import APP_ID, APP_SECRET, OA_SECRET, ZaloOaServer
from tests.support.postgres import free_port, fresh_database
from tests.support.waiting import until

pytestmark = pytest.mark.slow

METRICS = "a-token-for-the-metrics"
BEARER = {"Authorization": f"Bearer {METRICS}"}
PEOPLE = 24
MESSAGES = 10
ROTATIONS = 3


class Worker:
    """The real program in a process of its own."""

    def __init__(self, name: str, folder: Path, environ: dict[str, str]) -> None:
        self.log = folder / f"{name}.log"
        port = str(free_port())
        data = {"NGHEDAN_WEB_PORT": port, "NGHEDAN_LOG_FORMAT": "json"}
        self.environ = {**os.environ, **environ, **data}
        self.url = f"http://127.0.0.1:{port}"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=self.environ, stdout=log, stderr=log
            )

    async def is_ready(self) -> None:
        assert self.process is not None
        async with asyncio.timeout(250):
            while b'"ready"' not in self.log.read_bytes():
                assert self.process.returncode is None, self.log.read_text()[-3000:]
                await asyncio.sleep(0.05)

    async def stop(self) -> None:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        await self.process.wait()


async def writes(zalo: ZaloOaServer, worker: Worker, number: int) -> int:
    """Somebody writes to the account, whose webhook is this process; return the status."""
    who = zalo.person(f"{number:018d}")
    who.interacts()
    body, headers = zalo.signed(who.event("user_send_text", text="xin chào"))
    async with zalo._session.post(worker.url + OA_PATH, data=body, headers=headers) as answer:
        return answer.status


async def delivered(database: Database) -> int:
    async with database.read() as db:
        rows = await db.execute(select(outbox.c.id).where(outbox.c.state == "delivered"))
        return len(rows.all())


async def delivered_by(worker: Worker) -> int:
    """Return how many messages a process has delivered, as its own metrics say."""
    async with aiohttp.ClientSession() as session, session.get(f"{worker.url}/metrics", headers=BEARER) as answer:
        text = await answer.text()
    found = re.search(r'^nghedan_deliveries_total\{channel="zalo_oa",result="delivered"\} (\S+)', text, re.MULTILINE)
    return int(float(found[1])) if found else 0


async def test_two_processes_rotate_under_load_and_lose_nothing(postgres_url: str, tmp_path: Path) -> None:
    async with fresh_database(postgres_url) as url, ZaloOaServer() as zalo:
        zalo.refresh_seconds, zalo.slow_seconds = 0.2, 0.1
        environ = {
            "NGHEDAN_DATA_FOLDER": str(tmp_path / "var"),
            "DATABASE_URL": url,
            "PUBLIC_URL": "http://127.0.0.1:9",
            "NGHEDAN_METRICS_TOKEN": METRICS,
            "ZALO_OA_APP_ID": APP_ID,
            "ZALO_OA_APP_SECRET": APP_SECRET,
            "ZALO_OA_SECRET": OA_SECRET,
            "ZALO_OA_API_URL": zalo.url,
            "ZALO_OA_OAUTH_URL": zalo.url,
            "NGHEDAN_ZALO_OA_CALLS_PER_MINUTE": "60000",
            "NGHEDAN_ZALO_OA_FREE_MESSAGES": "1000",
        }
        workers = [Worker(name, tmp_path, environ) for name in ("one", "two")]
        await workers[0].start()
        try:
            await workers[0].is_ready()
            await workers[1].start()
            await workers[1].is_ready()
            database = Database(url)
            settings = Settings.load(environ, env_file=None)
            await stored_tokens(database, settings).put(Pair(zalo.access, zalo.refresh, timedelta(hours=25)))
            statuses = []
            for number in range(MESSAGES):
                batch = [asyncio.create_task(writes(zalo, workers[who % 2], who)) for who in range(PEOPLE)]
                if number % 3 == 1:
                    begun = number * PEOPLE
                    await until(lambda begun=begun: len(zalo.sent) > begun, patience_seconds=200)
                    zalo.expired.add(zalo.access)  # while both are sending
                statuses += await asyncio.gather(*batch)
                # A slow process answers 200 before it has handled what it was brought.
                wanted = (number + 1) * PEOPLE
                while await delivered(database) < wanted:  # noqa: ASYNC110 - other processes send
                    await asyncio.sleep(0.1)
            async with database.read() as db:
                version = (await oauth.pair_of(db, "zalo_oa")).version
                states = Counter((await db.execute(select(outbox.c.state))).scalars())
            shares = [await delivered_by(worker) for worker in workers]
            await database.close()
        finally:
            await asyncio.gather(*(worker.stop() for worker in workers if worker.process is not None))

    heard = Counter(user for user, _ in zalo.sent)
    assert set(statuses) == {200}
    assert states == {"delivered": PEOPLE * MESSAGES}
    assert (len(heard), set(heard.values())) == (PEOPLE, {MESSAGES})
    assert zalo.refreshes == version - 1 == ROTATIONS
    assert zalo.spent == []
    assert sum(shares) == PEOPLE * MESSAGES
    assert min(shares) == PEOPLE * MESSAGES / 2
