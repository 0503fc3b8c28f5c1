"""A unit's name inside a sentence."""

from __future__ import annotations

import pytest

from domain.units import inside


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Xã Quảng Điền", "xã Quảng Điền"),
        ("Đặc khu Phú Quốc", "đặc khu Phú Quốc"),
        ("Thành phố Huế", "thành phố Huế"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Phường 1 Bảo Lộc", "Phường 1 Bảo Lộc"),
        ("", ""),
    ],
)
def test_the_kind_of_a_unit_takes_a_small_letter_but_before_a_number_and_where_the_decree_says_so(
    name: str, said: str
) -> None:
    assert inside(name) == said
