"""The values from which a gazetteer is built: present units and the commune-level units of before July 2025."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class UnitType(StrEnum):
    """What kind of unit a name belongs to; districts and townships exist in former names only."""

    PROVINCE = "tinh"
    CITY = "thanh_pho"
    COMMUNE = "xa"
    WARD = "phuong"
    SPECIAL_ZONE = "dac_khu"
    TOWNSHIP = "thi_tran"
    RURAL_DISTRICT = "huyen"
    URBAN_DISTRICT = "quan"
    TOWN = "thi_xa"
    DISTRICT_CITY = "thanh_pho_thuoc_tinh"


#: The official word that stands before a name of each type.
TYPE_WORDS: dict[UnitType, str] = {
    UnitType.PROVINCE: "Tỉnh",
    UnitType.CITY: "Thành phố",
    UnitType.COMMUNE: "Xã",
    UnitType.WARD: "Phường",
    UnitType.SPECIAL_ZONE: "Đặc khu",
    UnitType.TOWNSHIP: "Thị trấn",
    UnitType.RURAL_DISTRICT: "Huyện",
    UnitType.URBAN_DISTRICT: "Quận",
    UnitType.TOWN: "Thị xã",
    UnitType.DISTRICT_CITY: "Thành phố",
}


class Unit(Struct, frozen=True):
    """
    A province or a commune-level unit of the shipped edition.

    `code` has two digits for a province and five for a commune, zero-padded; `province_code` is None for a
    province. `lat` and `lon` are the centroid in degrees (WGS84). Province aliases are other names that people
    type; commune aliases are other spellings.
    """

    code: str
    name: str
    type: UnitType
    province_code: str | None
    lat: float | None = None
    lon: float | None = None
    area_km2: float | None = None
    aliases: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        return f"{TYPE_WORDS[self.type]} {self.name}"


class FormerUnit(Struct, frozen=True):
    """
    A commune-level unit as it was on 30 June 2025, and the present communes that took over its land.

    `code` is the code of the old list: old and new codes look alike and mean different areas, so the two are
    never compared. The five island districts without communes have an empty `name` and no code. `aliases` are
    folded, without spaces: names that ended shortly before, by the mergers of 2019 to early 2025.
    `box` is (south, west, north, east) in degrees where known.
    """

    province: str
    district: str
    district_type: UnitType
    name: str
    type: UnitType | None
    code: str | None
    new_codes: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    box: tuple[float, float, float, float] | None = None
    aliases: tuple[str, ...] = ()
    district_aliases: tuple[str, ...] = ()
