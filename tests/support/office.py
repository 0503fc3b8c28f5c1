"""Where LibreOffice and poppler are, and a loud word at the end of a run about what was left out without them."""

from __future__ import annotations

import shutil

import pytest

PROGRAMS = ("soffice", "pdftotext", "pdffonts", "pdftoppm")
MISSING = "LibreOffice or poppler is missing: install the distribution's `libreoffice-writer` and `poppler-utils`"


def office_is_there() -> bool:
    return all(shutil.which(name) for name in PROGRAMS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if office_is_there():
        return
    for item in items:
        if item.get_closest_marker("office"):
            item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what the run left out, so that a green line is not read as more than it says."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    if skipped:
        terminalreporter.section("LEFT OUT OF THIS RUN", sep="!", bold=True, yellow=True)
        terminalreporter.line(f"{len(skipped)} tests of documents, because {MISSING}.")
