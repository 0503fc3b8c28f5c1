"""Reading the package's tables: tab-separated rows and one JSON object, each read when it is first needed."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """Return the columns of each line; empty lines and lines that begin with # are left out."""
    lines = text(name).split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def text(name: str) -> str:
    """Return a table as it stands in its file."""
    return (_FOLDER / name).read_text(encoding="utf-8")
