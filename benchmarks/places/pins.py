"""
Compares the rule of nearest_communes with the nearest former centroid, without polygons, by two proxies.

    python -m benchmarks.places.pins [--points N]

Points at which the boxes of the former units leave one commune only (our rule knows the boxes: there it is favoured),
and how much of each commune's official area a rule gives it when it is asked about points all over the country.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from matching.places import FormerUnit, Gazetteer, Unit, nearest_communes
from matching.places.pins import distance_km
from storage.data import ShippedUnits, shipped_units

CELL = 0.1
Rule = Callable[[float, float], Sequence[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.places.pins", description="Compares rules for pins.")
    parser.add_argument("--points", type=int, default=30_000, help="points over the country (default 30000)")
    options = parser.parse_args(arguments)
    units = shipped_units()
    gazetteer = Gazetteer.build(units.units, units.former_units)
    boxes = Boxes(units)
    rules: dict[str, Rule] = {
        "nearest former centroid": boxes.nearest,
        "matching.places": lambda lat, lon: [guess.code for guess in nearest_communes(gazetteer, lat, lon)],
    }
    known = list(boxes.points_of_one_commune(random.Random(5), each=2))
    somewhere = list(boxes.points_in_boxes(random.Random(11), options.points))
    for name, rule in rules.items():
        found = [(code, rule(lat, lon)) for lat, lon, code in known]
        first = sum(code in codes[:1] for code, codes in found) / len(found)
        three = sum(code in codes for code, codes in found) / len(found)
        overlap = _overlap_with_areas(units, rule, somewhere)
        print(f"{name:26} first {first:.3f}, among three {three:.3f} of {len(found)}; overlap with areas {overlap:.3f}")
    return 0


class Boxes:
    """The former units by centroid and by box, on a grid."""

    def __init__(self, units: ShippedUnits) -> None:
        present = {unit.code: unit for unit in units.communes}
        self.units = [unit for unit in units.former_units if unit.box and unit.lat and unit.lon]
        self.sound = [unit for unit in self.units if _lies_in_its_commune(unit, present[unit.new_codes[0]])]
        self.by_centroid: defaultdict[tuple[int, int], list[FormerUnit]] = defaultdict(list)
        self.by_box: defaultdict[tuple[int, int], list[FormerUnit]] = defaultdict(list)
        for unit in self.units:
            assert unit.box
            south, west, north, east = unit.box
            self.by_centroid[_cell(unit.lat or 0, unit.lon or 0)].append(unit)
            if north - south < 1 and east - west < 1:
                for row in range(_cell(south, west)[0], _cell(north, east)[0] + 1):
                    for column in range(_cell(south, west)[1], _cell(north, east)[1] + 1):
                        self.by_box[row, column].append(unit)

    def nearest(self, lat: float, lon: float) -> list[str]:
        """Return the communes of the nearest former centroids, the first three different ones."""
        row, column = _cell(lat, lon)
        around = [
            (distance_km(lat, lon, unit.lat or 0, unit.lon or 0), unit.new_codes)
            for near_row in range(row - 2, row + 3)
            for near_column in range(column - 2, column + 3)
            for unit in self.by_centroid.get((near_row, near_column), ())
        ]
        return list(dict.fromkeys(code for _, codes in sorted(around) for code in codes))[:3]

    def containing(self, lat: float, lon: float) -> list[FormerUnit]:
        return [
            unit
            for unit in self.by_box.get(_cell(lat, lon), ())
            if unit.box and unit.box[0] <= lat <= unit.box[2] and unit.box[1] <= lon <= unit.box[3]
        ]

    def points_of_one_commune(self, chance: random.Random, each: int) -> list[tuple[float, float, str]]:
        """Return random points that lie in boxes of one commune only, up to `each` a box that is where it should be."""
        found = []
        for unit in self.sound:
            for lat, lon in (_inside(unit, chance) for _ in range(each)):
                codes = {code for other in self.containing(lat, lon) for code in other.new_codes}
                if len(codes) == 1:
                    found.append((lat, lon, codes.pop()))
        return found

    def points_in_boxes(self, chance: random.Random, how_many: int) -> list[tuple[float, float]]:
        """Return points spread evenly over the land that any box covers."""
        found: list[tuple[float, float]] = []
        while len(found) < how_many:
            lat, lon = chance.uniform(8.5, 23.4), chance.uniform(102.1, 109.5)
            if self.containing(lat, lon):
                found.append((lat, lon))
        return found


def _overlap_with_areas(units: ShippedUnits, rule: Rule, points: Sequence[tuple[float, float]]) -> float:
    """Return the share of the official areas that the rule's areas have in common with them (by size alone)."""
    given = Counter(codes[0] for lat, lon in points if (codes := rule(lat, lon)))
    total = sum(unit.area_km2 or 0 for unit in units.communes)
    per_point = total / len(points)
    return sum(min(given[unit.code] * per_point, unit.area_km2 or 0) for unit in units.communes) / total


def _lies_in_its_commune(former: FormerUnit, commune: Unit) -> bool:
    """Return whether a former unit's centroid is as near to its commune's as it must be, if neither is wrong."""
    radius = math.sqrt((commune.area_km2 or 100.0) / math.pi)
    return distance_km(former.lat or 0, former.lon or 0, commune.lat or 0, commune.lon or 0) < 1.5 * radius


def _inside(unit: FormerUnit, chance: random.Random) -> tuple[float, float]:
    assert unit.box
    south, west, north, east = unit.box
    return chance.uniform(south, north), chance.uniform(west, east)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL), math.floor(lon / CELL)


if __name__ == "__main__":
    sys.exit(main())
