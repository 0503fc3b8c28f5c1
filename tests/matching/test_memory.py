"""What matching remembers of texts that it has read is bounded, and its learnt tables are held packed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from types import ModuleType

import matching
from matching.understanding import judging, subjects

MOST = 26_000
"""Entries of all caches together: at some 200 bytes each, 5 MB."""


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(matching.__path__, "matching.")
    return [importlib.import_module(one.name) for one in found]


def test_all_caches_of_matching_together_stay_within_five_megabytes() -> None:
    caches = {id(one): one for module in modules() for one in vars(module).values() if hasattr(one, "cache_parameters")}
    sizes = [cache.cache_parameters()["maxsize"] for cache in caches.values()]

    assert sum(size for size in sizes if size is not None) <= MOST


def test_a_learnt_row_takes_little_more_than_its_columns() -> None:
    rows = [*subjects._table().values(), *judging._table().values()]

    assert sum(map(sys.getsizeof, rows)) / len(rows) < 32 + 4 * len(subjects.SUBJECTS)
