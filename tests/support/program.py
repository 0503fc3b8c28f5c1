"""What the running program has imported: found out once a run, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.reused import made_once

PROGRAM = """
import sys
import bot.lean
bot.lean.apply()
import bot.house, bot.server
print(*sys.modules)
import scheduler.clock
print(*sys.modules)
"""


@pytest.fixture(scope="session")
def _modules(run_folder: Path) -> list[frozenset[str]]:
    file = run_folder / "modules.txt"
    with made_once(run_folder, "modules") as first:
        if first:
            printed = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
            file.write_text(printed, encoding="utf-8")
    return [frozenset(line.split()) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def modules_at_the_start(_modules: list[frozenset[str]]) -> frozenset[str]:
    """The names of all modules that are there before the first message."""
    return _modules[0]


@pytest.fixture(scope="session")
def modules_with_the_clock(_modules: list[frozenset[str]]) -> frozenset[str]:
    """The same when the clock has been set up too."""
    return _modules[1]
