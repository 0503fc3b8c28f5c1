"""Levels of territory and what a unit's code tells. Two local levels since 1 July 2025 (NQ 202/2025/QH15)."""

from __future__ import annotations

from typing import Final
from unicodedata import normalize

from msgspec import Struct

from domain.codes import Code

CENTRE: Final = "00"
"""Code of the central level, which the official list leaves out; it may have no officers at all."""

PROVINCE_CODE_DIGITS: Final = 2
"""Digits of a province's code, zero-padded. Source: QĐ 19/2025/QĐ-TTg."""

COMMUNE_CODE_DIGITS: Final = 5
"""Digits of a commune's code, zero-padded. Source: QĐ 19/2025/QĐ-TTg."""


class Level(Code):
    """Where a unit stands. Hamlets are free text and no unit."""

    CENTRE = "centre"
    PROVINCE = "province"
    COMMUNE = "commune"


class UnitRef(Struct, frozen=True):
    """A unit by its code; `province` is that of its province, None for provinces and the centre."""

    code: str
    province: str | None = None

    @property
    def level(self) -> Level:
        return level_of(self.code)

    @property
    def superior(self) -> UnitRef | None:
        """The unit one level up; None above the centre."""
        match self.level:
            case Level.COMMUNE:
                return UnitRef(self.province) if self.province else UnitRef(CENTRE)
            case Level.PROVINCE:
                return UnitRef(CENTRE)
            case Level.CENTRE:
                return None


def level_of(code: str) -> Level:
    """
    Return the level of a unit code.

    Raises:
        ValueError: the code is neither two nor five digits.
    """
    if code == CENTRE:
        return Level.CENTRE
    if code.isascii() and code.isdigit():
        if len(code) == PROVINCE_CODE_DIGITS:
            return Level.PROVINCE
        if len(code) == COMMUNE_CODE_DIGITS:
            return Level.COMMUNE
    raise ValueError(f"not a unit code: {code!r} (two digits for a province, five for a commune)")


_CAPITAL_EVERYWHERE: Final = frozenset({"Thanh pho Ho Chi Minh"})
"""Without marks."""


def inside(name: str) -> str:
    """
    Return a unit's full name as it stands inside a sentence: "xã Quảng Điền" of "Xã Quảng Điền".

    The kind of unit is no name and takes a small letter, but before a number ("Phường 1 Bảo Lộc") and in one name that
    the decree lists. Source: NĐ 30/2020/NĐ-CP, Annex II, section III.1.
    """
    unmarked = "".join(letter for letter in normalize("NFD", name) if letter.isascii())
    if unmarked in _CAPITAL_EVERYWHERE or any(letter.isdecimal() for letter in name):
        return name
    return name[:1].lower() + name[1:]
