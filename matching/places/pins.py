"""From a pin to the likeliest communes, by centroids and boxes of the former units; loaded polygons come first."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from matching.places.polygons import Polygons
from matching.places.units import FormerUnit, Unit, UnitType

if TYPE_CHECKING:
    from matching.places.gazetteer import Gazetteer

MAX_GUESSES = 3

_CELL = 0.1  # degrees, about 11 km
_KM_PER_DEGREE = 111.2
_NEIGHBOURS = 20
_FARTHEST = 2.5  # radii of the commune: farther pins are at sea, abroad, or beside a wrong centroid
_STRAY = 2.0  # radii: a former centroid so far from its commune's is a wrong one
_BOX_WEIGHT = 2.0
_LIKELIHOOD_POWER = 1.5
_INSIDE_POLYGON = 0.99


class PinGuess(Struct, frozen=True):
    """A commune in which the pin may lie, with its official name; `likelihood` is 0..1."""

    code: str
    name: str
    likelihood: float


@dataclass(frozen=True, slots=True)
class PinIndex:
    """
    Former centroids with their boxes, on a grid of cells.

    A point is a row of `numbers`: lat, lon, south, west, north, east (a box that cannot be trusted is unbounded).
    `radii` are those of circles as large as the communes, in km.
    """

    cells: Mapping[tuple[int, int], array[int]]
    numbers: array[float]
    targets: tuple[tuple[int, ...], ...]
    positions: Mapping[str, int]
    radii: array[float]

    @classmethod
    def build(cls, communes: tuple[Unit, ...], former_units: Iterable[FormerUnit]) -> PinIndex:
        positions = {unit.code: at for at, unit in enumerate(communes)}
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        known = [
            (unit, shared.setdefault(parts := tuple(map(positions.__getitem__, codes)), parts))
            for unit in former_units
            if unit.lat is not None and unit.lon is not None
            for codes in [[code for code in unit.new_codes if code in positions]]
        ]
        trusted = _trusted_boxes(communes, known)
        cells: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("H"))
        numbers, targets = array("d"), list[tuple[int, ...]]()
        for unit, parts in known:
            assert unit.lat is not None
            assert unit.lon is not None
            box = unit.box if unit.box and all(part in trusted for part in parts) else (-90.0, -180.0, 90.0, 180.0)
            cells[_cell(unit.lat, unit.lon)].append(len(targets))
            numbers.extend((unit.lat, unit.lon, *box))
            targets.append(parts)
        for at, commune in enumerate(communes):
            if commune.lat is not None and commune.lon is not None:
                cells[_cell(commune.lat, commune.lon)].append(len(targets))
                numbers.extend((commune.lat, commune.lon, -90.0, -180.0, 90.0, 180.0))
                targets.append(shared.setdefault((at,), (at,)))
        radii = array("d", map(_radius, communes))
        return cls(dict(cells), numbers, tuple(targets), positions, radii)

    def around(self, lat: float, lon: float) -> list[tuple[float, int]]:
        """Return the nearest points as (distance in km, row), nearest first."""
        row, column = _cell(lat, lon)
        found = []
        for near_row in range(row - 2, row + 3):
            for near_column in range(column - 2, column + 3):
                for point in self.cells.get((near_row, near_column), ()):
                    there = point * 6
                    found.append((distance_km(lat, lon, self.numbers[there], self.numbers[there + 1]), point))
        found.sort()
        return found[:_NEIGHBOURS]


def nearest_communes(
    gazetteer: Gazetteer, lat: float, lon: float, *, polygons: Polygons | None = None
) -> tuple[PinGuess, ...]:
    """
    Return up to three communes in which a pin may lie, likeliest first; none outside Vietnam.

    Without polygons the first is right about four times in five: offer all, decide nothing.

    Args:
        lat, lon: degrees (WGS84).
        polygons: where an administrator has loaded some, they come before any estimate.
    """
    if not (math.isfinite(lat) and math.isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
        return ()
    inside = [
        at
        for code in (polygons.containing(lat, lon) if polygons else ())
        if (at := gazetteer.position(code)) is not None
    ]
    estimates = _estimates(gazetteer, lat, lon)
    total = sum(estimates.values())
    ranked = sorted((-likelihood / total, at) for at, likelihood in estimates.items() if at not in inside)
    share = 1 - _INSIDE_POLYGON if inside else 1.0
    guesses = [(at, _INSIDE_POLYGON / len(inside)) for at in inside] + [(at, -minus * share) for minus, at in ranked]
    return tuple(
        PinGuess(gazetteer.communes[at].code, gazetteer.communes[at].full_name, round(likelihood, 3))
        for at, likelihood in guesses[:MAX_GUESSES]
    )


def _estimates(gazetteer: Gazetteer, lat: float, lon: float) -> dict[int, float]:
    """
    Return a weight for each commune around the pin.

    A commune costs the distance to its nearest former centroid, times the distance to its own centroid in radii: the
    one knows its shape, the other its size. A pin outside a former unit's box costs more. Chosen and measured on
    places where the boxes leave one commune only, and on the official areas: see benchmarks/places.
    """
    pins = gazetteer.pins
    costs: dict[int, float] = {}
    for distance, point in pins.around(lat, lon):
        centre_lat, centre_lon, south, west, north, east = pins.numbers[point * 6 : point * 6 + 6]
        outside = distance_km(lat, lon, min(max(lat, south), north), min(max(lon, west), east))
        for at in pins.targets[point]:
            unit = gazetteer.communes[at]
            if unit.lat is None or unit.lon is None:
                continue
            radius = pins.radii[at]
            from_centre = distance_km(lat, lon, unit.lat, unit.lon) / radius
            stray = distance_km(centre_lat, centre_lon, unit.lat, unit.lon) / radius > _STRAY
            if stray or from_centre > _FARTHEST:
                continue
            cost = (distance + 0.05) * max(from_centre, 0.2) * (1 + _BOX_WEIGHT * min(1.0, outside / (0.2 * radius)))
            costs[at] = min(cost, costs.get(at, cost))
    return {at: cost**-_LIKELIHOOD_POWER for at, cost in costs.items()}


def _radius(unit: Unit) -> float:
    """Return the radius in km of a circle as large as the commune; islands lie farther apart than their size says."""
    radius = math.sqrt((unit.area_km2 or 100.0) / math.pi)
    return max(radius, 12.0) if unit.type is UnitType.SPECIAL_ZONE else radius


def _trusted_boxes(communes: tuple[Unit, ...], known: list[tuple[FormerUnit, tuple[int, ...]]]) -> frozenset[int]:
    """
    Return the communes whose former units' boxes together are 1.25 to 4 times as large as the commune.

    In that range 99 of 100 communes have their centroid inside one of the boxes; outside of it the boxes are those
    of a town hall or of a whole district.
    """
    sums: defaultdict[int, float] = defaultdict(float)
    for unit, parts in known:
        if unit.box:
            south, west, north, east = unit.box
            size = distance_km(south, west, north, west) * distance_km(south, west, south, east)
            for part in parts:
                sums[part] += size / len(parts)
    return frozenset(at for at, size in sums.items() if 1.25 <= size / (communes[at].area_km2 or math.inf) <= 4)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points that are near each other, in kilometres (plane approximation)."""
    x = (other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(x, other_lat - lat) * _KM_PER_DEGREE


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL), math.floor(lon / _CELL)
