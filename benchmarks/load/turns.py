"""
The rate trial in turns: `python -m benchmarks turns`.

All bots are alive together and one at a time has residents who write, for some seconds each, round after round. A
machine that others share may move by a third within minutes: it moves for all of them alike, and what is compared are
the turns of one round. Slower than one row after the other, and several times more exact.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, AsyncExitStack, ExitStack
from functools import partial
from pathlib import Path

from benchmarks.load import bots
from benchmarks.load.driver import Load, Turn
from tests.support.postgres import NoPostgres

FIRST_SETTLE_SECONDS, SETTLE_SECONDS = 3.0, 0.3
"""Before a turn is measured: the first time tables are loaded and pages are filled."""

UNCOUNTED_ROUNDS = 2

Opener = Callable[[], AbstractContextManager[bots.Kind]]


def arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks turns",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example: python -m benchmarks turns --rounds 20 --beside ../nghedan-before",
    )
    parser.add_argument("--rounds", type=int, default=10, help="turns of each bot that count (default 10)")
    parser.add_argument("--seconds", type=float, default=3.0, help="measured time of a turn (default 3)")
    parser.add_argument("--residents", type=int, default=64, help="who write at once (default 64)")
    parser.add_argument(
        "--beside", type=Path, metavar="FOLDER", action="append", default=[], help="another checkout, on SQLite"
    )
    return parser.parse_args(given)


def openers(options: argparse.Namespace) -> list[Opener]:
    return [
        bots.aiogram,
        bots.aiogram_that_answers_taps,
        bots.ours_on_sqlite,
        bots.house_on_sqlite,
        *(partial(bots.ours_at, folder) for folder in options.beside),
        bots.ours_on_postgres,
    ]


async def measure(kinds: Sequence[bots.Kind], options: argparse.Namespace) -> dict[str, list[Turn]]:
    """Return each bot's turns by its name; the first bot is what the others are compared with."""
    found: dict[str, list[Turn]] = {kind.name: [] for kind in kinds}
    async with AsyncExitStack() as stack:
        loads = {}
        for kind in kinds:
            bot = await stack.enter_async_context(bots.running(kind))
            loads[kind.name] = Load(bot.api, bot.process, residents=options.residents)
        for number in range(UNCOUNTED_ROUNDS + options.rounds):
            for name, load in loads.items():
                turn = await load.turn(options.seconds, settle=SETTLE_SECONDS if number else FIRST_SETTLE_SECONDS)
                if number >= UNCOUNTED_ROUNDS:
                    found[name].append(turn)
    return found


def quartiles(values: Sequence[float]) -> str:
    """Return the median and, in brackets, what the middle half lies between."""
    if len(values) < 2:
        return f"{values[0]:.2f}"
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def table(found: dict[str, list[Turn]]) -> list[str]:
    """Return the lines of the table, the first bot's turn of the same round being 1."""
    base = next(iter(found.values()))
    lines = ["| bot | upd/s | × the first | CPU ms/upd | × the first |", "|---|---|---|---|---|"]
    for name, turns in found.items():
        pairs = list(zip(turns, base, strict=True))
        rate = [(a.updates / a.seconds) / (b.updates / b.seconds) for a, b in pairs]
        cpu = [(a.cpu / a.updates) / (b.cpu / b.updates) for a, b in pairs]
        rates = statistics.median(turn.updates / turn.seconds for turn in turns)
        cpus = statistics.median(turn.cpu / turn.updates * 1000 for turn in turns)
        lines.append(f"| {name} | {rates:,.0f} | {quartiles(rate)} | {cpus:.2f} | {quartiles(cpu)} |")
    return lines


def main(given: list[str] | None = None) -> int:
    options = arguments(given)
    left_out = []
    with ExitStack() as stack:
        kinds = []
        for opener in openers(options):
            try:
                kinds.append(stack.enter_context(opener()))
            except (bots.LeftOut, NoPostgres) as reason:
                left_out.append(f"Left out: {reason}")
        found = asyncio.run(measure(kinds, options))
    title = f"{options.residents} residents, next step at once, in turns of {options.seconds:g} s"
    print(f"\n### {title}, {options.rounds} rounds: median (middle half)\n")
    print("\n".join([*table(found), *left_out]), flush=True)
    return 1 if left_out else 0


if __name__ == "__main__":
    sys.exit(main())
