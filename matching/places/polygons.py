"""Ward polygons that an administrator has loaded: bounding boxes, then ray casting, holes and islands minded."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

#: Property keys under which known files keep the code of a commune, tried in this order.
CODE_KEYS = ("code", "ma_xa", "maxa", "ward_code", "MA_XA", "MAXA")

#: A ring is lon, lat, lon, lat …; a part of an area is its outer ring and then its holes.
Ring: TypeAlias = "array[float]"
Part: TypeAlias = "tuple[Ring, ...]"


class InvalidPolygons(ValueError):
    """The document is not a GeoJSON FeatureCollection of (multi)polygons with commune codes."""


@dataclass(frozen=True, slots=True)
class Area:
    """One commune's area with its bounding box in degrees (WGS84)."""

    code: str
    south: float
    west: float
    north: float
    east: float
    parts: tuple[Part, ...]

    def contains(self, lat: float, lon: float) -> bool:
        in_box = self.south <= lat <= self.north and self.west <= lon <= self.east
        return in_box and any(_inside(part, lat, lon) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Polygons:
    """The areas of one file."""

    areas: tuple[Area, ...]

    @classmethod
    def from_geojson(
        cls,
        document: Any,
        *,
        code_key: str | None = None,
        code_aliases: Mapping[str, str] | None = None,
    ) -> Polygons:
        """
        Return the polygons of a FeatureCollection in WGS84.

        Args:
            code_key: the property that holds the commune's code; None tries CODE_KEYS.
            code_aliases: codes of other lists for codes of ours.

        Raises:
            InvalidPolygons: with a sentence in English that says which feature is wrong and how.
        """
        features = document.get("features") if isinstance(document, dict) else None
        if features is None or not _is_list(features) or document.get("type") != "FeatureCollection":
            raise InvalidPolygons("the file is not a GeoJSON FeatureCollection")
        keys, aliases = (code_key,) if code_key else CODE_KEYS, code_aliases or {}
        areas = tuple(_area(feature, number, keys, aliases) for number, feature in enumerate(features, start=1))
        if not areas:
            raise InvalidPolygons("the file has no features")
        return cls(areas)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(area.code for area in self.areas)

    def containing(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the codes of the areas in which the point lies: none, one, or several where areas overlap."""
        return tuple(dict.fromkeys(area.code for area in self.areas if area.contains(lat, lon)))


def _area(feature: Any, number: int, keys: Sequence[str], aliases: Mapping[str, str]) -> Area:
    code = _code(feature, number, keys)
    parts = tuple(_parts(feature, number))
    lons = [lon for part in parts for lon in part[0][::2]]
    lats = [lat for part in parts for lat in part[0][1::2]]
    return Area(aliases.get(code, code), min(lats), min(lons), max(lats), max(lons), parts)


def _code(feature: Any, number: int, keys: Sequence[str]) -> str:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    for key in keys:
        value = properties.get(key) if isinstance(properties, Mapping) else None
        if isinstance(value, int | str) and str(value).strip():
            return str(value).strip().zfill(5)
    raise InvalidPolygons(f"feature {number} has no commune code among its properties ({', '.join(keys)})")


def _parts(feature: Mapping[str, Any], number: int) -> Iterator[Part]:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise InvalidPolygons(f"feature {number} is neither a Polygon nor a MultiPolygon")
    coordinates = feature["geometry"].get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not _is_list(polygons) or not polygons or not all(_is_list(rings) and rings for rings in polygons):
        raise InvalidPolygons(f"feature {number} has no rings")
    for rings in polygons:
        yield tuple(_ring(ring, number) for ring in rings)


def _ring(points: Any, number: int) -> Ring:
    if not _is_list(points) or len(points) < 4:
        raise InvalidPolygons(f"feature {number} has a ring of fewer than four points")
    ring: Ring = array("d")
    for point in points:
        try:
            lon, lat = float(point[0]), float(point[1])
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise InvalidPolygons(f"feature {number} has a point that is not two numbers") from error
        if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
            raise InvalidPolygons(f"feature {number} has a point outside of longitude and latitude in degrees")
        ring.extend((lon, lat))
    return ring


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _inside(part: Part, lat: float, lon: float) -> bool:
    """Even-odd rule over all rings of a part: a hole turns inside into outside."""
    inside = False
    for ring in part:
        last_lon, last_lat = ring[-2], ring[-1]
        for at in range(0, len(ring), 2):
            here_lon, here_lat = ring[at], ring[at + 1]
            if (here_lat > lat) != (last_lat > lat):
                crossing = (last_lon - here_lon) * (lat - here_lat) / (last_lat - here_lat) + here_lon
                if lon < crossing:
                    inside = not inside
            last_lon, last_lat = here_lon, here_lat
    return inside
