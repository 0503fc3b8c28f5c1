"""The gazetteer: every name of a commune, ward, district or province, of today and before, by its key."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from msgspec import Struct

from matching.places.pins import PinIndex, distance_km
from matching.places.tokens import name_key, name_sound
from matching.places.units import FormerUnit, Unit, UnitType

MAX_NAME_WORDS = 6

#: How many letters of a key are looked at before its next word is read.
HEAD = 4

#: Shorter names are too alike for slips of the finger to be guessed.
MIN_KEY = 5

#: The parts of a split commune lie so near, or not so much farther than the nearest.
_NEIGHBOURS_KM, _MUCH_FARTHER = 20.0, 2.5


class Kind(IntEnum):
    """What a name stands for, in the order in which one is preferred to another."""

    CURRENT = 0
    FORMER = 1
    EARLIER = 2
    DISTRICT = 3
    PROVINCE = 4


class Place(Struct, frozen=True, eq=False):
    """
    One thing that a name may mean.

    `targets` are the positions in Gazetteer.communes of the communes of today that cover it, main one first (none
    for a province). `provinces` are codes of today, `district` and `former_province` are keys of the old units.
    """

    kind: Kind
    name: str
    type: UnitType | None
    targets: tuple[int, ...]
    province: str
    former_province: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """An in-memory value, built once from the tables of units; find_commune and nearest_communes read it."""

    communes: tuple[Unit, ...]
    provinces: Mapping[str, Unit]
    by_key: Mapping[str, tuple[Place, ...]]
    heads: frozenset[str]
    districts_of: tuple[frozenset[str], ...]
    former_provinces_of: tuple[frozenset[str], ...]
    nearly: NearKeys
    pins: PinIndex

    @classmethod
    def build(cls, units: Iterable[Unit], former_units: Iterable[FormerUnit]) -> Gazetteer:
        """
        Return the gazetteer of these units.

        Args:
            units: provinces (without province_code) and communes, in any order.
            former_units: the units of before July 2025; codes that are not among the units are left out.
        """
        listed, former = tuple(units), tuple(former_units)
        provinces = {unit.code: unit for unit in listed if unit.province_code is None}
        communes = tuple(sorted((u for u in listed if u.province_code is not None), key=lambda unit: unit.code))
        names = _Names(communes, provinces)
        names.add_former(former)
        return cls(
            communes=communes,
            provinces=provinces,
            by_key={key: tuple(places) for key, places in names.by_key.items()},
            heads=frozenset(key[:HEAD] for key in names.by_key),
            districts_of=_shared(names.districts_of),
            former_provinces_of=_shared(names.former_provinces_of),
            nearly=NearKeys.build(names.by_key, names.by_sound),
            pins=PinIndex.build(communes, former),
        )

    def position(self, code: str) -> int | None:
        """Return where the commune with this code stands in `communes`, or None."""
        return self.pins.positions.get(code)


def _shared(sets: Iterable[set[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets, equal ones as one object: thousands of communes lie in some hundred districts."""
    known: dict[frozenset[str], frozenset[str]] = {}
    return tuple(known.setdefault(one, one) for one in map(frozenset, sets))


def _parts(name: str) -> list[str]:
    """Return the two names of "Phan Rang - Tháp Chàm", of which people say one."""
    return name.split(" - ") if " - " in name else []


def shortened(first: str, rest: str) -> str:
    """Return the key of "N. An", "l.cai": no word has a space, so that "nan" is another."""
    return f"{name_key(first)[0]} {name_key(rest)}"


@dataclass(frozen=True, slots=True)
class NearKeys:
    """Finds keys within one slip of the finger (a letter more, less, other, two swapped) and keys that sound alike."""

    by_start: Mapping[str, tuple[str, ...]]
    by_end: Mapping[str, tuple[str, ...]]
    by_sound: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(cls, keys: Iterable[str], by_sound: Mapping[str, set[str]]) -> NearKeys:
        by_start: defaultdict[str, list[str]] = defaultdict(list)
        by_end: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            if len(key) >= MIN_KEY and not key.isdigit():
                by_start[f"{key[:2]}{len(key)}"].append(key)
                by_end[f"{key[-2:]}{len(key)}"].append(key)
        return cls(
            {k: tuple(v) for k, v in by_start.items()},
            {k: tuple(v) for k, v in by_end.items()},
            {k: tuple(sorted(v)) for k, v in by_sound.items()},
        )

    def candidates(self, key: str) -> set[str]:
        """Return keys that share the first or the last two letters and have nearly the same length."""
        found: set[str] = set()
        for length in range(len(key) - 1, len(key) + 2):
            found.update(self.by_start.get(f"{key[:2]}{length}", ()))
            found.update(self.by_end.get(f"{key[-2:]}{length}", ()))
        return found


class _Names:
    """Collects the names while a gazetteer is built."""

    def __init__(self, communes: tuple[Unit, ...], provinces: dict[str, Unit]) -> None:
        self.by_key: defaultdict[str, list[Place]] = defaultdict(list)
        self.by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self.communes = communes
        self.positions = {unit.code: at for at, unit in enumerate(communes)}
        self.province_of = tuple(sys.intern(str(unit.province_code)) for unit in communes)
        self.keys: dict[str, str] = {}
        self.targets: dict[tuple[int, ...], tuple[int, ...]] = {}
        self.districts_of: list[set[str]] = [set() for _ in communes]
        self.former_provinces_of: list[set[str]] = [set() for _ in communes]
        for at, unit in enumerate(communes):
            self._add(Place(Kind.CURRENT, unit.name, unit.type, (at,), self.province_of[at]), unit.name, *unit.aliases)
        for code, unit in provinces.items():
            self._add_province(Place(Kind.PROVINCE, unit.name, unit.type, (), code), *unit.aliases)

    def add_former(self, former_units: tuple[FormerUnit, ...]) -> None:
        districts: defaultdict[str, dict[int, None]] = defaultdict(dict)
        samples: dict[str, FormerUnit] = {}
        former_provinces: dict[str, str] = {}
        for unit in former_units:
            targets = self._near(unit, tuple(self.positions[code] for code in unit.new_codes if code in self.positions))
            if not targets:
                continue
            targets = self.targets.setdefault(targets, targets)
            former_province = sys.intern(unit.province)  # one string for its thousand units
            district = sys.intern(f"{former_province}/{unit.district_type}/{unit.district}")
            province = self.province_of[targets[0]]
            samples[district] = unit
            districts[district].update(dict.fromkeys(targets))
            former_provinces[former_province] = province
            for target in targets:
                self.districts_of[target].add(district)
                self.former_provinces_of[target].add(former_province)
            if unit.name:
                place = Place(Kind.FORMER, unit.name, unit.type, targets, province, former_province, district)
                self._add(place, unit.name)
                if unit.aliases:
                    earlier = Place(Kind.EARLIER, unit.name, None, targets, province, former_province, district)
                    self._add_keys(earlier, unit.aliases)
        for district, communes in districts.items():
            unit = samples[district]
            province = self.province_of[next(iter(communes))]
            place = Place(
                Kind.DISTRICT,
                unit.district,
                unit.district_type,
                tuple(communes),
                province,
                sys.intern(unit.province),
                district,
            )
            self._add(place, unit.district, *_parts(unit.district))
            self._add_keys(place, unit.district_aliases)
        for name, province in former_provinces.items():
            self._add_province(Place(Kind.PROVINCE, name, UnitType.PROVINCE, (), province, name), *_parts(name))

    def _near(self, unit: FormerUnit, targets: tuple[int, ...]) -> tuple[int, ...]:
        """Leave out a namesake's heirs, which the tables mix in where two of one new province were called so."""
        if len(targets) < 2 or unit.lat is None or unit.lon is None:
            return targets
        away = [self._distance(unit.lat, unit.lon, at) for at in targets]
        limit = max(_NEIGHBOURS_KM, _MUCH_FARTHER * min(away))
        return tuple(at for at, distance in zip(targets, away, strict=True) if distance <= limit)

    def _distance(self, lat: float, lon: float, at: int) -> float:
        commune = self.communes[at]
        return 0.0 if commune.lat is None or commune.lon is None else distance_km(lat, lon, commune.lat, commune.lon)

    def _add_province(self, place: Place, *aliases: str) -> None:
        self._add(place, place.name, *aliases)
        first, _, rest = place.name.partition(" ")
        if rest:
            self._add_keys(place, (shortened(first, rest),))

    def _add(self, place: Place, *names: str) -> None:
        self._add_keys(place, dict.fromkeys(map(name_key, names)))
        for name in names:
            self.by_sound[name_sound(name)].add(self._shared(name_key(name)))

    def _shared(self, key: str) -> str:
        """Return the key as the one string that all tables have of it."""
        return self.keys.setdefault(key, key)

    def _add_keys(self, place: Place, keys: Iterable[str]) -> None:
        for key in keys:
            self.by_key[self._shared(key)].append(place)
