"""Rows of weights as whole numbers: a sum of rows is the sum of every column."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matching.understanding.lanes import columns, packed

ROWS = st.lists(st.lists(st.integers(-1_000_000, 1_000_000), min_size=3, max_size=3), max_size=8)


@given(ROWS)
def test_a_sum_of_packed_rows_holds_the_sum_of_every_column(rows: list[list[int]]) -> None:
    total = sum(packed(enumerate(row)) for row in rows)

    assert columns(total, 3) == [sum(row[at] for row in rows) for at in range(3)]


def test_a_row_may_leave_columns_out() -> None:
    assert columns(packed([(2, -5)]), 4) == [0, 0, -5, 0]
