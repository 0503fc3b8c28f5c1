from __future__ import annotations

from pathlib import Path

from benchmarks.places.measure import ours
from benchmarks.places.told import TOLD, is_right, told
from storage.data import shipped_units
from tests.matching.places_support import shipped_gazetteer


def test_complaints_by_another_hand_are_placed_as_well_as_when_they_were_measured():
    complaints, left_out = told(TOLD, shipped_units())
    method = ours(shipped_gazetteer())
    naming = [one for one in complaints if one.codes]

    assert (len(naming), left_out) == (148, 2)
    assert sum(is_right(one, method(one.text, None)) for one in naming) >= 133
    assert not any(method(one.text, None).candidates for one in complaints if not one.codes)


def test_a_label_that_is_no_name_is_counted_and_left_out(tmp_path: Path):
    path = tmp_path / "told.tsv"
    path.write_text("Xã Quảng Điền; Huế\tmất điện\nXã Không Có; Huế\tmất nước\n-\tbụi quá\n", encoding="utf-8")

    complaints, left_out = told(path, shipped_units())

    assert left_out == 1
    assert [one.codes for one in complaints] == [frozenset({"19867"}), frozenset()]
