"""The dictionaries of `matching/`: small tab-separated files, read when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator


def rows(name: str) -> Iterator[list[str]]:
    """
    Yield the columns of each line of a data file; empty lines and lines that begin with # are left out.

    Raises:
        FileNotFoundError: no such file is shipped.
    """
    for line in text(name).split("\n"):
        if line and not line.startswith("#"):
            yield [column.strip() for column in line.split("\t")]


def text(name: str) -> str:
    """Return a data file as it stands."""
    from importlib import resources  # here, because importing it costs more than all of matching/

    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
