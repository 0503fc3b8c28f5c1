"""Ward polygons that an administrator has loaded: bounding boxes, then ray casting, holes and islands minded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: Property keys under which known files keep the code of a commune.
CODE_KEYS = ("code", "ma_xa", "maxa", "ward_code", "gso_id", "MA_XA", "MAXA")

_Ring = tuple[tuple[float, float], ...]


class InvalidPolygons(ValueError):
    """The document is not a GeoJSON FeatureCollection of (multi)polygons with commune codes."""


@dataclass(frozen=True, slots=True)
class Polygons:
    """Areas as (code, south, west, north, east, parts); a part is its outer ring and its holes, as (lon, lat)."""

    areas: tuple[tuple[str, float, float, float, float, tuple[tuple[_Ring, ...], ...]], ...]

    @classmethod
    def from_geojson(cls, document: Mapping[str, Any], *, code_key: str | None = None) -> Polygons:
        """
        Return the polygons of a FeatureCollection in WGS84.

        Args:
            code_key: the property that holds the commune's code; None tries CODE_KEYS.

        Raises:
            InvalidPolygons: with a sentence in English that says which feature is wrong and how.
        """
        features = document.get("features") if isinstance(document, Mapping) else None
        if not isinstance(features, Sequence) or document.get("type") != "FeatureCollection":
            raise InvalidPolygons("the file is not a GeoJSON FeatureCollection")
        areas = []
        for number, feature in enumerate(features, start=1):
            code = _code(feature, code_key, number)
            parts = tuple(_parts(feature, number))
            points = [point for part in parts for point in part[0]]
            lons, lats = [point[0] for point in points], [point[1] for point in points]
            areas.append((code, min(lats), min(lons), max(lats), max(lons), parts))
        if not areas:
            raise InvalidPolygons("the file has no features")
        return cls(tuple(areas))

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(area[0] for area in self.areas)

    def containing(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the codes of the areas in which the point lies: none, one, or several where areas overlap."""
        return tuple(
            code
            for code, south, west, north, east, parts in self.areas
            if south <= lat <= north and west <= lon <= east and any(_inside(part, lat, lon) for part in parts)
        )


def _code(feature: Any, code_key: str | None, number: int) -> str:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    for key in (code_key,) if code_key else CODE_KEYS:
        value = properties.get(key) if isinstance(properties, Mapping) else None
        if value not in (None, ""):
            return str(value).strip().zfill(5)
    raise InvalidPolygons(f"feature {number} has no commune code among its properties")


def _parts(feature: Mapping[str, Any], number: int) -> Iterator[tuple[_Ring, ...]]:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if not isinstance(geometry, Mapping) or kind not in ("Polygon", "MultiPolygon"):
        raise InvalidPolygons(f"feature {number} is neither a Polygon nor a MultiPolygon")
    try:
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        for polygon in polygons:
            rings = tuple(tuple((float(point[0]), float(point[1])) for point in ring) for ring in polygon)
            if not rings or any(len(ring) < 4 for ring in rings):
                raise InvalidPolygons(f"feature {number} has a ring of fewer than four points")
            yield rings
    except (KeyError, IndexError, TypeError, ValueError) as error:
        if isinstance(error, InvalidPolygons):
            raise
        raise InvalidPolygons(f"feature {number} has broken coordinates") from error


def _inside(part: tuple[_Ring, ...], lat: float, lon: float) -> bool:
    """Even-odd rule over all rings of a part: a hole turns inside into outside."""
    inside = False
    for ring in part:
        west_lon, west_lat = ring[-1]
        for here_lon, here_lat in ring:
            if (here_lat > lat) != (west_lat > lat):
                crossing = (west_lon - here_lon) * (lat - here_lat) / (west_lat - here_lat) + here_lon
                if lon < crossing:
                    inside = not inside
            west_lon, west_lat = here_lon, here_lat
    return inside
