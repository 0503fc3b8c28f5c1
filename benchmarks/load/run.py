"""
The load table: `python -m benchmarks.load.run`.

Every row is a fresh bot, a fresh database and the same residents; ratios are against the aiogram row of the
same kind in the same run, because absolute figures move by a third from run to run on shared machines.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from benchmarks.load import bots
from benchmarks.load.driver import Load, Result
from tests.support.postgres import NoPostgres


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to load a bot: `rate` 0 is a closed loop of `residents`, otherwise steps a second."""

    name: str
    residents: int = 64
    rate: float = 0.0
    api_delay: float = 0.0
    slow_fsync: bool = False
    sqlite_only: bool = False


TRIALS = (
    Trial("64 residents, next step at once"),
    Trial("steady 100 updates/s", rate=100.0),
    Trial("256 residents, API answers in 50 ms", residents=256, api_delay=0.05),
    Trial("64 residents, fsync takes 5 ms", slow_fsync=True, sqlite_only=True),
)

COLUMNS = (
    "bot", "upd/s", "× aiogram", "CPU ms/upd", "× aiogram", "p50 ms", "p95 ms", "p99 ms", "petitions", "lost",
    "doubled", "RSS MB",
)  # fmt: skip


def arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.run", description=__doc__)
    parser.add_argument("--seconds", type=float, default=15.0, help="measured time of each row (default 15)")
    parser.add_argument("--warm-up", type=float, default=3.0, help="seconds before the clock starts (default 3)")
    parser.add_argument("--residents", type=int, help="instead of each trial's own number")
    parser.add_argument("--rate", type=float, help="only one trial: so many updates a second, open loop")
    parser.add_argument("--api-delay-ms", type=float, help="only one trial: the API answers after so long")
    parser.add_argument("--trial", default="", help="only trials whose name matches this expression")
    parser.add_argument("--profile", metavar="FILE", help="run ours under cProfile and write its figures here")
    parser.add_argument("--bot", default="", help="only bots whose name matches this expression")
    return parser.parse_args(given)


def trials(options: argparse.Namespace) -> list[Trial]:
    if options.rate is not None or options.api_delay_ms is not None:
        rate, delay = options.rate or 0.0, (options.api_delay_ms or 0.0) / 1000
        name = f"{options.residents or 64} residents, rate {rate:g}/s, API delay {delay * 1000:g} ms"
        return [Trial(name, options.residents or 64, rate, delay)]
    chosen = [trial for trial in TRIALS if re.search(options.trial, trial.name)]
    if options.residents:
        chosen = [Trial(t.name, options.residents, t.rate, t.api_delay, t.slow_fsync, t.sqlite_only) for t in chosen]
    return chosen


Opener = Callable[[], AbstractContextManager[bots.Kind]]


def openers(trial: Trial, wanted: str) -> list[tuple[str, Opener]]:
    """Return the bots of a trial by name; opening one may raise `LeftOut`."""
    found: list[tuple[str, Opener]] = []
    if not trial.slow_fsync:
        found.append(("aiogram in memory", bots.aiogram))
    found.append(("Nghe Dân, SQLite", bots.ours_on_sqlite))
    if not trial.sqlite_only:
        found.append(("Nghe Dân, PostgreSQL", bots.ours_on_postgres))
    return [(name, opener) for name, opener in found if re.search(wanted, name)]


async def measure(kind: bots.Kind, trial: Trial, *, warm_up: float, seconds: float) -> Result:
    async with bots.running(kind, api_delay=trial.api_delay, slow_fsync=trial.slow_fsync) as bot:
        load = Load(bot.api, bot.process, residents=trial.residents, rate=trial.rate)
        try:
            return await load.run(warm_up=warm_up, seconds=seconds)
        except RuntimeError as error:
            raise RuntimeError(f"{error}; its log ends:\n{bot.log.read_text(errors='replace')[-3000:]}") from error


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def line(name: str, result: Result, baseline: Result | None) -> str:
    def against(value: float, base: float) -> str:
        return f"{value / base:.2f}" if baseline is not None and base else "–"

    rate = against(result.rate, baseline.rate if baseline else 0)
    cpu = against(result.cpu_ms, baseline.cpu_ms if baseline else 0)
    cells = [name, f"{result.rate:,.0f}", rate, f"{result.cpu_ms:.2f}", cpu]
    cells += [f"{value:.1f}" for value in (result.p50_ms, result.p95_ms, result.p99_ms)]
    cells += [f"{result.petitions:,}", str(result.lost), str(result.doubled), f"{result.rss_mb:.0f}"]
    return row(cells)


def run_trial(trial: Trial, options: argparse.Namespace) -> bool:
    """Print one table; return whether all of its rows could be measured."""
    print(f"\n### {trial.name}\n\n{row(COLUMNS)}\n|{'---|' * len(COLUMNS)}", flush=True)
    baseline: Result | None = None
    left_out = []
    for name, opener in openers(trial, options.bot):
        try:
            with opener() as opened:
                kind = bots.profiled(opened, options.profile) if options.profile else opened
                result = asyncio.run(measure(kind, trial, warm_up=options.warm_up, seconds=options.seconds))
        except (bots.LeftOut, NoPostgres, RuntimeError) as reason:
            left_out.append(f"Left out: {name}: {reason}")
            continue
        if name.startswith("aiogram"):
            baseline = result
        print(line(name, result, baseline), flush=True)
    print("\n" + "\n".join(left_out) if left_out else "", flush=True)
    return not left_out


def main(given: list[str] | None = None) -> int:
    options = arguments(given)
    # Every row is tried, whatever became of the one before.
    outcomes = [run_trial(trial, options) for trial in trials(options)]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
