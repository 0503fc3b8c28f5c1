"""The program as somebody starts it: on any free port, with links that lead to where it really listens."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.settings import Settings
from tests.doubles.bot_api import TOKEN, BotApi

LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/officer\?start=(inv_[\w-]{24})")


class Started:
    """The program, and the link that it printed for the first administrator."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, invitation: str) -> None:
        self.process, self.port, self.invitation = process, port, invitation


@asynccontextmanager
async def program(folder: Path, **environment: str) -> AsyncIterator[Started]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run",
        env={**os.environ, "NGHEDAN_DATA_FOLDER": str(folder), "NGHEDAN_WEB_PORT": "0", **environment},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(250):
            said = ""
            while (found := LINK.search(said)) is None:
                line = await process.stdout.readline()
                assert line, f"the program ended: {said}"
                said += line.decode()
        yield Started(process, int(found[1]), found[2])
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()


@pytest.mark.slow
async def test_any_free_port_is_known_to_links_and_to_other_commands_until_the_end(tmp_path):
    settings = Settings.load({"NGHEDAN_DATA_FOLDER": str(tmp_path), "NGHEDAN_WEB_PORT": "0"}, env_file=None)

    async with program(tmp_path, NGHEDAN_DIGEST_AT="06:15") as started:
        url = f"http://127.0.0.1:{started.port}/readyz"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            ready = answer.status
        while_it_runs = settings.public_url

    assert (ready, while_it_runs) == (200, f"http://127.0.0.1:{started.port}")
    assert (started.process.returncode, settings.port_file.exists()) == (0, False)
    assert list((tmp_path / "spool").iterdir()) == []
    with sqlite3.connect(tmp_path / "nghedan.db") as db:
        assert db.execute("SELECT digest_minute FROM officer").fetchall() == [(6 * 60 + 15,)]
    db.close()


@pytest.mark.slow
async def test_an_administrator_gets_a_link_for_each_way_in_and_gives_the_houses_digest_hour(tmp_path):
    async with BotApi(time_scale=0.05) as api:
        chat = api.person(5001, "Hoa")
        environment = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "NGHEDAN_DIGEST_AT": "06:15"}
        async with program(tmp_path, **environment) as started:
            chat.starts(started.invitation)
            await chat.hears_until(lambda message: "Quản trị" in message.text)
            chat.says("thêm cán bộ")
            await chat.hears()
            for said in (
                "Nguyễn Thị Lan",
                "Quảng Điền, Huế",
                "Xã Quảng Điền, thành phố Huế",
                "Mặt trận",
                "Cán bộ",
                "Đúng, thêm",
            ):
                chat.says(said)
                done = await chat.hears()

    links = re.findall(r"https?://\S+", done.text)
    payloads = {link.rpartition("=")[2] for link in links}
    assert [link.partition("?")[0] for link in links] == [
        f"http://127.0.0.1:{started.port}/officer", "https://t.me/nghedan_double_bot",
    ]  # fmt: skip
    assert len(payloads) == 1
    with sqlite3.connect(tmp_path / "nghedan.db") as db:
        assert db.execute("SELECT digest_minute FROM officer ORDER BY id").fetchall() == [(375,), (375,)]
    db.close()


def test_a_small_program_starts_without_what_it_does_not_use(modules_at_the_start):
    heavy = {
        "alembic", "telegram", "sqlalchemy.dialects.postgresql", "docxtpl", "xlsxwriter", "typst", "smtplib", "jinja2",
        "fluent", "sqlalchemy.orm", "rich",
    }  # fmt: skip

    assert heavy & modules_at_the_start == set()
