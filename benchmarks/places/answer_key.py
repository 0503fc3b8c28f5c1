"""The answer key: which communes a naming means, by plain search through the shipped tables, apart from matching/."""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from matching.places.pins import distance_km
from matching.places.units import FormerUnit, Unit, UnitType
from matching.text import fold
from storage.data import ShippedUnits

_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody says: a name, and perhaps its type, the former district, a province of today or before."""

    name: str
    type: UnitType | None = None
    district: str | None = None
    district_type: UnitType | None = None
    province: str | None = None
    province_code: str | None = None
    is_district: bool = False


@functools.cache
def spelling(name: str) -> str:
    """Return lower-case letters with their quality marks, tones at the end: tone placement and case do not count."""
    parts = unicodedata.normalize("NFD", name.lower().replace("’", "'"))
    letters = "".join(char for char in parts if char not in _TONES)
    return letters + "".join(char for char in parts if char in _TONES)


class AnswerKey:
    """
    Says which communes are right for a naming; several mean that asking is right.

    The rules, as the reference on administrative data (§2.5, §9.3) and the development data have them: a name of today
    wins over a former one with the same type word; "thị trấn" is always former; a former district beside the name
    brings its former units in; as an answer, a name that is also a former district's may mean the whole district, in a
    sentence it means the communes of today that bear it, unless a former province stands beside it.
    """

    def __init__(self, units: ShippedUnits) -> None:
        self.units = units
        self.current: defaultdict[str, list[Unit]] = defaultdict(list)
        self.former: defaultdict[str, list[FormerUnit]] = defaultdict(list)
        self.district: defaultdict[str, list[FormerUnit]] = defaultdict(list)
        self.province_of = {unit.code: str(unit.province_code) for unit in units.communes}
        self.centre = {unit.code: (unit.lat, unit.lon) for unit in units.communes}
        self.province_named = {fold(unit.name): unit.code for unit in units.provinces}
        self.formerly_in: defaultdict[str, set[str]] = defaultdict(set)
        for unit in units.communes:
            self.current[fold(unit.name)].append(unit)
        for former in units.former_units:
            self.former[fold(former.name)].append(former)
            self.district[fold(former.district)].append(former)
            for code in self._heirs(former):
                self.formerly_in[code].add(fold(former.province))

    def meant(self, naming: Naming, *, marks: bool, in_sentence: bool = False) -> frozenset[str]:
        """Return the codes that are right; `marks` says whether the naming is typed with diacritics."""
        key = fold(naming.name)
        if naming.is_district:
            return self._successors(naming, marks)
        current = {
            unit.code for unit in self.current.get(key, ())
            if self._same(unit.name, naming.name, marks) and self._current_fits(unit.code, naming)
        }  # fmt: skip
        typed = {code for code in current if self._type_of(code) is naming.type}
        former = {
            code for unit in self.former.get(key, ())
            if self._same(unit.name, naming.name, marks) and naming.type in (None, unit.type)
            for code in self._heirs(unit) if self._former_fits(unit, code, naming, marks)
        }  # fmt: skip
        if naming.district:
            around = {code for unit in self._in_district(naming, marks) for code in self._heirs(unit)}
            return frozenset(((current if naming.type is None else typed) & around) | former)
        if naming.type is UnitType.TOWNSHIP:
            return frozenset(former)
        if naming.type is not None:
            return frozenset(typed or (current | former))
        today = naming.province is None or fold(naming.province) in self.province_named
        if current and in_sentence and today:
            return frozenset(current)
        alone = len(current) <= 1 or naming.province or naming.province_code
        return frozenset((current or former) | (self._successors(naming, marks) if alone else set()))

    def _successors(self, naming: Naming, marks: bool) -> frozenset[str]:
        return frozenset(
            code for unit in self.district.get(fold(naming.name), ())
            if self._same(unit.district, naming.name, marks) and naming.type in (None, unit.district_type)
            for code in self._heirs(unit) if self._former_fits(unit, code, naming, marks)
        )  # fmt: skip

    def _heirs(self, unit: FormerUnit) -> list[str]:
        """Leave out the heirs of a namesake, which the tables mix in: 20 km and more away and not the nearest."""
        away = {code: self._away(unit, code) for code in unit.new_codes}
        nearest = min(away.values(), default=0.0)
        return [code for code, km in away.items() if km <= max(20.0, 2.5 * nearest)]

    def _away(self, unit: FormerUnit, code: str) -> float:
        lat, lon = self.centre.get(code, (None, None))
        if None in (lat, lon, unit.lat, unit.lon):
            return 0.0
        return distance_km(float(unit.lat or 0), float(unit.lon or 0), float(lat or 0), float(lon or 0))

    def _in_district(self, naming: Naming, marks: bool) -> list[FormerUnit]:
        return [
            unit for unit in self.district.get(fold(naming.district or ""), ())
            if self._same(unit.district, naming.district or "", marks)
            and naming.district_type in (None, unit.district_type)
        ]  # fmt: skip

    def _current_fits(self, code: str, naming: Naming) -> bool:
        if naming.province_code not in (None, self.province_of[code]):
            return False
        if naming.province is None:
            return True
        key = fold(naming.province)
        return self.province_named.get(key) == self.province_of[code] or key in self.formerly_in[code]

    def _former_fits(self, unit: FormerUnit, code: str, naming: Naming, marks: bool) -> bool:
        if naming.province_code not in (None, self.province_of[code]):
            return False
        if naming.province is not None:
            key = fold(naming.province)
            if key != fold(unit.province) and self.province_named.get(key) != self.province_of[code]:
                return False
        return naming.district is None or unit in self._in_district(naming, marks)

    def _type_of(self, code: str) -> UnitType:
        return self._types[code]

    @functools.cached_property
    def _types(self) -> dict[str, UnitType]:
        return {unit.code: unit.type for unit in self.units.communes}

    @staticmethod
    def _same(one: str, other: str, marks: bool) -> bool:
        return spelling(one) == spelling(other) if marks else fold(one) == fold(other)
