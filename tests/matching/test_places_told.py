from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.places.measure import ours
from benchmarks.places.told import ANSWER, COMPLAINT, LEARNT, NEVER_READ, is_right, read, told
from storage.data import shipped_units
from tests.matching.places_support import shipped_gazetteer


@pytest.mark.parametrize(
    ("path", "kind", "naming", "right_at_least", "invented"),
    [
        (LEARNT[0], COMPLAINT, 148, 145, 0),
        (LEARNT[1], COMPLAINT, 299, 280, 0),
        (LEARNT[1], ANSWER, 121, 113, 0),
        (LEARNT[2], COMPLAINT, 320, 311, 2),
        (LEARNT[3], COMPLAINT, 150, 141, 0),
        (LEARNT[4], COMPLAINT, 320, 309, 0),
        (LEARNT[4], ANSWER, 148, 136, 0),
        (LEARNT[5], COMPLAINT, 223, 221, 0),
        (LEARNT[5], ANSWER, 122, 121, 0),
        (LEARNT[6], COMPLAINT, 272, 263, 1),
        (LEARNT[7], COMPLAINT, 194, 187, 0),
    ],
)
def test_what_other_hands_wrote_is_placed_as_well_as_when_it_was_measured(path, kind, naming, right_at_least, invented):
    texts, _ = told(path, shipped_units())
    method = ours(shipped_gazetteer())
    answered = [(one, read(method, one)) for one in texts if one.kind == kind]
    named = [(one, answer) for one, answer in answered if one.codes]

    assert len(named) == naming
    assert sum(is_right(*pair) for pair in named) >= right_at_least
    assert all(answer.decision in (None, *one.codes) for one, answer in named)
    assert sum(bool(answer.candidates) for one, answer in answered if not one.codes) <= invented


@pytest.mark.parametrize(("path", "naming"), [*zip(NEVER_READ, (180, 249, 431, 260), strict=True)])
def test_every_label_of_what_is_only_measured_is_a_name(path, naming):
    texts, left_out = told(path, shipped_units())

    assert (sum(bool(one.codes) for one in texts), left_out) == (naming, 0)


def test_a_label_that_is_no_name_is_counted_and_left_out(tmp_path: Path):
    path = tmp_path / "told.tsv"
    path.write_text("Xã Quảng Điền; Huế\tmất điện\nXã Không Có; Huế\tmất nước\n-\tbụi quá\n", encoding="utf-8")

    complaints, left_out = told(path, shipped_units())

    assert left_out == 1
    assert [one.codes for one in complaints] == [frozenset({"19867"}), frozenset()]
