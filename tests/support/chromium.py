"""Where Chromium is, and a loud word at the end of a run about whatever it left out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = "no Chromium found: install the distribution's `chromium`, or set CHROMIUM"


def find_chromium() -> Path | None:
    """The browser named by `$CHROMIUM`, else the first on PATH; None where there is none."""
    if given := os.environ.get("CHROMIUM"):
        return Path(given)
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The quick ones first: whatever is wrong there is seen before a browser has even started.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if find_chromium() is not None:
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=MISSING))


deselected = pytest.StashKey[int]()


class Selection:
    """Counts what -m and -k leave out: in this process, or in the workers, which all collect the same."""

    def __init__(self, config: pytest.Config) -> None:
        config.stash[deselected] = 0
        self._config = config

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self._config.stash[deselected] += len(items)

    def pytest_sessionfinish(self) -> None:
        if hasattr(self._config, "workeroutput"):
            self._config.workeroutput["deselected"] = self._config.stash[deselected]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self._config.stash[deselected] = max(
            self._config.stash[deselected], getattr(node, "workeroutput", {}).get("deselected", 0)
        )


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Selection(config), "selection")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what the run left out, so that a green line is not read as more than it says."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    by_selection = terminalreporter.config.stash[deselected]
    if not skipped and not by_selection:
        return
    terminalreporter.section("LEFT OUT OF THIS RUN", sep="!", bold=True, yellow=True)
    if skipped:
        terminalreporter.line(f"{len(skipped)} browser tests, because {MISSING}.")
    if by_selection:
        terminalreporter.line(f"{by_selection} tests by selection (-m, -k); `make test-slow` runs the slow suites.")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program, for Playwright's `executable_path`."""
    found = find_chromium()
    if found is None:
        pytest.skip(MISSING)
    return found
