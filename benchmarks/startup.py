"""
Start-up and memory: `python -m benchmarks.startup`.

Seconds from the command to the first good answer of /readyz, memory when nothing happens, and what 20,000
conversations of different people leave behind.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import aiohttp

from benchmarks.load import bots
from benchmarks.load.driver import Load

SETTLE_SECONDS = 3.0
WARM_UP_CONVERSATIONS = 1_000
"""Caches fill and pools open in the first conversations; what grows after them is what grows for ever."""


PETITION = "Đường số 12 ngõ 3 thôn Hòa Bình gần quán Minh Long bị hỏng từ ngày 1 tháng 2, nguy hiểm, kính mong sửa"


async def write(bot: bots.Running) -> None:
    """Write one petition's first words in the web chat: every table of matching is loaded for them."""
    base = f"http://127.0.0.1:{bot.port}"
    async with aiohttp.ClientSession(base, cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        (await session.get("/")).raise_for_status()
        said = {"type": "say", "id": "first-words", "text": PETITION}
        (await session.post("/chat/say", json=said)).raise_for_status()


async def start_once(folder: Path, *, telegram: bool) -> tuple[float, float, float, float]:
    """Return seconds until ready, seconds until Telegram knows our address, megabytes idle and after a petition."""
    environment: Mapping[str, str] = {"NGHEDAN_DATA_FOLDER": str(folder)}
    with bots.ours_on_sqlite() if telegram else bots.ours_without_telegram() as kind:
        async with bots.running(kind, environment=environment) as bot:
            await asyncio.sleep(SETTLE_SECONDS)
            idle = bot.process.memory_info().rss / 1e6
            await write(bot)
            await asyncio.sleep(SETTLE_SECONDS)
            return bot.started_in, bot.connected_in, idle, bot.process.memory_info().rss / 1e6


async def growth(conversations: int, residents: int) -> tuple[float, float]:
    """Return megabytes after the warm-up and after `conversations` more."""
    with bots.ours_on_sqlite() as kind:
        async with bots.running(kind) as bot:
            load = Load(bot.api, bot.process, residents=residents, strangers=True)
            await load.file(WARM_UP_CONVERSATIONS)
            before = bot.process.memory_info().rss / 1e6
            await load.file(WARM_UP_CONVERSATIONS + conversations)
            return before, bot.process.memory_info().rss / 1e6


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, help="starts of which the median is shown (default 5)")
    parser.add_argument("--conversations", type=int, default=20_000, help="0 leaves the growth out")
    parser.add_argument("--residents", type=int, default=64)
    options = parser.parse_args(given)

    print("| what | first start s | later starts s | webhook set s | idle MB | with all tables MB |", flush=True)
    print("|---|---|---|---|---|---|", flush=True)
    for telegram in (False, True):
        with tempfile.TemporaryDirectory(prefix="nghedan-start-") as name:
            folder = Path(name) / "var"
            first, *_ = asyncio.run(start_once(folder, telegram=telegram))
            later = [asyncio.run(start_once(folder, telegram=telegram)) for _ in range(options.repeat)]
        seconds, connected, idle, loaded = (statistics.median(column) for column in zip(*later, strict=True))
        what = "web chat and Telegram" if telegram else "web chat alone"
        webhook = f"{connected:.2f}" if telegram else "–"
        print(f"| {what} | {first:.2f} | {seconds:.2f} | {webhook} | {idle:.0f} | {loaded:.0f} |", flush=True)
    if options.conversations:
        before, after = asyncio.run(growth(options.conversations, options.residents))
        print(
            f"\n{options.conversations:,} conversations: {before:.0f} MB before, {after:.0f} MB after, "
            f"{after - before:+.1f} MB"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
