"""Ward polygons that an administrator has loaded; none are shipped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import unit, unit_polygon
from storage.versions import Watched, touch


async def unknown_codes(connection: AsyncConnection, codes: frozenset[str]) -> list[str]:
    """The codes that are no commune of the loaded list, sorted."""
    rows = await connection.execute(select(unit.c.code).where(unit.c.code.in_(sorted(codes))))
    return sorted(codes - set(rows.scalars()))


async def replace_polygons(connection: AsyncConnection, geometries: Mapping[str, Mapping[str, Any]]) -> None:
    """
    Forget all polygons and store these: GeoJSON geometries (longitude, latitude) by commune code.

    Running programs take them up within a minute.
    """
    await connection.execute(delete(unit_polygon))
    if geometries:
        rows = [{"code": code, "geometry": geometry} for code, geometry in sorted(geometries.items())]
        await connection.execute(insert(unit_polygon), rows)
    await touch(connection, Watched.POLYGONS)


async def polygons_as_geojson(connection: AsyncConnection) -> dict[str, Any]:
    """All polygons as one FeatureCollection whose features carry `code`, as `matching.places` reads it."""
    rows = await connection.execute(select(unit_polygon.c.code, unit_polygon.c.geometry).order_by(unit_polygon.c.code))
    features = [{"type": "Feature", "properties": {"code": code}, "geometry": geometry} for code, geometry in rows]
    return {"type": "FeatureCollection", "features": features}
