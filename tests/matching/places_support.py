"""The gazetteer of the shipped list, built once for all tests of places, and a tiny one for rules."""

from __future__ import annotations

import functools

from matching.places import FormerUnit, Gazetteer, Unit, UnitType, find_commune
from storage.data import shipped_units


@functools.cache
def shipped_gazetteer():
    units = shipped_units()
    return Gazetteer.build(units.units, units.former_units)


def read(text, **context):
    return find_commune(shipped_gazetteer(), text, **context)


def codes(reading):
    return {candidate.code for candidate in reading.candidates}


def a_province(code="46", name="Huế", kind=UnitType.CITY):
    return Unit(code, name, kind, None, 16.4, 107.5)


def a_commune(code="19867", name="Quảng Điền", kind=UnitType.COMMUNE, province="46", lat=16.57, lon=107.5, area=30.0):
    return Unit(code, name, kind, province, lat, lon, area)


def a_former_unit(name="Sịa", new_codes=("19867",), kind=UnitType.TOWNSHIP, district="Quảng Điền", **values):
    return FormerUnit("Huế", district, UnitType.RURAL_DISTRICT, name, kind, "19867", new_codes, **values)
