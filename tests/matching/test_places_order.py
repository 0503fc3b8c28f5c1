"""Lists in Vietnamese order."""

from __future__ import annotations

from matching.places import UnitType, communes_in_order, provinces_in_order
from storage.data import shipped_units
from tests.matching.places_support import a_commune, a_province


def test_provinces_stand_in_vietnamese_order():
    names = [unit.name for unit in provinces_in_order(shipped_units().units)]

    assert names[:6] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng"]
    assert names[-2:] == ["Tuyên Quang", "Vĩnh Long"]
    assert len(names) == 34


def test_communes_of_one_province_stand_in_vietnamese_order():
    units = [
        a_province(),
        *(
            a_commune(f"0000{at}", name)
            for at, name in enumerate(["Đan Điền", "Bình Điền", "Ân Thi", "An Cựu", "Dương Nỗ"])
        ),
    ]

    assert [unit.name for unit in communes_in_order(units, "46")] == [
        "An Cựu",
        "Ân Thi",
        "Bình Điền",
        "Dương Nỗ",
        "Đan Điền",
    ]


def test_numbers_in_names_count_as_numbers():
    units = [a_commune("00001", "A Lưới 10"), a_commune("00002", "A Lưới 2"), a_commune("00003", "A Lưới 1")]

    assert [unit.name for unit in communes_in_order(units, "46")] == ["A Lưới 1", "A Lưới 2", "A Lưới 10"]


def test_namesakes_are_ordered_by_type():
    units = [a_commune("00001", "Cẩm Giàng"), a_commune("00002", "Cẩm Giàng", UnitType.WARD)]

    assert [unit.type for unit in communes_in_order(units, "46")] == [UnitType.WARD, UnitType.COMMUNE]


def test_units_of_other_provinces_are_left_out():
    assert communes_in_order([a_commune(province="40")], "46") == ()
