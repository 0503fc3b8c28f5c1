"""Asked to stop, the program ends, also when what it waits for never comes."""

from __future__ import annotations

import subprocess
import sys

import pytest

HANGS = """
import asyncio, os, signal
from bot.app import stopping_by_signal

async def main():
    stopping = stopping_by_signal(within_seconds={seconds})
    os.kill(os.getpid(), signal.{name})
    await stopping.wait()
    print("stopping", flush=True)
    await asyncio.Event().wait() if {hangs} else None

asyncio.run(main())
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize(("hangs", "seconds", "status"), [(True, 0.01, 1), (False, 60, 0)])
def test_a_program_that_hangs_while_it_stops_is_ended(name: str, hangs: bool, seconds: float, status: int) -> None:
    program = HANGS.format(name=name, hangs=hangs, seconds=seconds)

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)

    assert (ended.returncode, ended.stdout.splitlines()[0]) == (status, "stopping")
    assert ("not_stopped_in_time" in ended.stdout + ended.stderr) == hangs
