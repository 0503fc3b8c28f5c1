"""Provinces and districts by their initials: "NA" for Nghệ An, "QN" for Quảng Ninh, Quảng Nam or Quảng Ngãi."""

from __future__ import annotations

import functools

from matching.places.gazetteer import Gazetteer, Kind, Place
from matching.text import fold


def is_around(gazetteer: Gazetteer, place: Place, letters: str) -> bool:
    """Return whether a place lies, or lay, in a province or district with these initials, in small letters."""
    if is_in_province_of(gazetteer, place, letters):
        return True
    if place.kind is Kind.CURRENT:
        return letters in map(_initials, gazetteer.districts_of[place.targets[0]])
    return letters == _initials(place.district or "")


def is_in_province_of(gazetteer: Gazetteer, place: Place, letters: str) -> bool:
    """Return whether a place lies, or lay, in a province with these initials, in small letters."""
    if _initials(gazetteer.provinces[place.province].name) == letters:
        return True
    if place.kind is Kind.CURRENT:
        return letters in map(_initials, gazetteer.former_provinces_of[place.targets[0]])
    return letters == _initials(place.former_province or "")


@functools.lru_cache(256)
def _initials(name: str) -> str:
    """Return "na" of "Nghệ An"; of a district's key "Nghệ An/huyen/Đô Lương" those of the district."""
    return "".join(part[0] for part in fold(name.rpartition("/")[2]).split())
