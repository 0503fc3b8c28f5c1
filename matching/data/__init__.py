"""The dictionaries of `matching/`: small tab-separated files, read when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def rows(name: str) -> Iterator[list[str]]:
    """
    Yield the columns of each line of a data file; empty lines and lines that begin with # are left out.

    Raises:
        FileNotFoundError: no such file is shipped.
    """
    with _file(name).open("r", encoding="utf-8") as lines:  # by lines: the largest has 2.5 MB
        for line in lines:
            if (bare := line.rstrip("\n")) and not bare.startswith("#"):
                yield [column.strip() for column in bare.split("\t")]


def text(name: str) -> str:
    """Return a data file as it stands."""
    return _file(name).read_text(encoding="utf-8")


def _file(name: str) -> Traversable:
    from importlib import resources  # here, because importing it costs more than all of matching/

    return resources.files(__package__).joinpath(name)
