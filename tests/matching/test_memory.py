"""What matching remembers of texts that it has read is bounded, and its learnt tables are held packed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from types import ModuleType

import pytest

import matching
from matching.duplicates import relations, scenes
from matching.places import Gazetteer
from matching.understanding import judging, subjects
from storage.data import shipped_units

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
    rows = [*subjects.shipped_table().rows.values(), *judging._table().values()]

    assert sum(map(sys.getsizeof, rows)) / len(rows) < 32 + 4 * len(subjects.SUBJECTS)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    shipped = shipped_units()
    return Gazetteer.build(shipped.units, shipped.former_units)


def test_a_name_is_kept_once_for_its_place_and_for_its_sound(gazetteer: Gazetteer) -> None:
    kept = {key: key for key in gazetteer.by_key}
    by_sound = [key for keys in gazetteer.nearly.by_sound.values() for key in keys if key in kept]

    assert [key for key in by_sound if kept[key] is not key] == []


def test_the_cells_of_the_grid_take_two_bytes_a_point(gazetteer: Gazetteer) -> None:
    assert {points.itemsize for points in gazetteer.pins.cells.values()} == {2}


def test_a_wording_without_marks_is_kept_once() -> None:
    tables = [relations.table(), scenes.phrases("scenes.tsv"), scenes.phrases("harms.tsv")]
    unmarked = [
        (plain, told.keys)
        for table in tables
        for plain, found in table.items()
        if len(found) == 1
        for told in found
        if told.keys == plain
    ]

    assert unmarked
    assert [plain for plain, keys in unmarked if keys is not plain] == []
