"""Where Chromium is, and a loud word at the end of a run about whatever it left out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what the run left out, so that a green line is not read as more than it says."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    if skipped:
        terminalreporter.section("LEFT OUT OF THIS RUN", sep="!", bold=True, yellow=True)
        terminalreporter.line(f"{len(skipped)} browser tests, because {MISSING}.")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program, for Playwright's `executable_path`."""
    found = find_chromium()
    if found is None:
        pytest.skip(MISSING)
    return found
