from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from tests.support import postgres
from tests.support.postgres import execute, fresh_database, shared_server


def plain(url: str) -> str:
    return url.replace("+asyncpg", "")


async def test_the_server_of_the_run_answers(postgres_url):
    connection = await asyncpg.connect(plain(postgres_url))

    assert await connection.fetchval("SELECT 1") == 1
    await connection.close()


async def test_a_database_is_a_copy_of_its_template_and_leaves_no_trace(postgres_url):
    async with fresh_database(postgres_url) as template:
        await execute(template, "CREATE TABLE thing (n int)", "INSERT INTO thing VALUES (7)")
        async with fresh_database(postgres_url, template=template.rpartition("/")[2]) as url:
            connection = await asyncpg.connect(plain(url))
            assert await connection.fetchval("SELECT n FROM thing") == 7
            # left open on purpose: dropping must not wait for a test that forgot
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await asyncpg.connect(plain(url))


@pytest.mark.slow
@pytest.mark.skipif("TEST_DATABASE_URL" in os.environ, reason="TEST_DATABASE_URL is used instead of our own server")
def test_two_users_share_one_server_and_the_last_stops_it(tmp_path):
    state = tmp_path / "state.json"
    with shared_server(state) as first:
        other = subprocess.run(
            [sys.executable, "-c", f"""
from pathlib import Path
from tests.support.postgres import shared_server
with shared_server(Path({str(state)!r})) as server:
    print(server.url)
"""], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
        )  # fmt: skip

        assert other.stdout.strip() == first.url
        assert first.pid is not None
        assert postgres._alive(first.pid)
    assert not postgres._alive(first.pid)
    assert json.loads(state.read_text()) == {}


@pytest.mark.slow
@pytest.mark.skipif("TEST_DATABASE_URL" in os.environ, reason="TEST_DATABASE_URL is used instead of our own server")
def test_a_user_that_was_killed_does_not_keep_the_server(tmp_path):
    state = tmp_path / "state.json"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with shared_server(state) as server:
        noted = json.loads(state.read_text())
        state.write_text(json.dumps({**noted, "users": [*noted["users"], ended.pid]}))

    assert server.pid is not None
    assert not postgres._alive(server.pid)
