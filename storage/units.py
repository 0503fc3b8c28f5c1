"""The tables of units: filled from the shipped list at first start, read as an in-memory gazetteer."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Json
from matching.places import FormerUnit, Gazetteer, Unit, UnitType
from matching.places.units import TYPE_WORDS
from matching.text import fold
from storage.data import FORMER_UNITS_FILE, UNITS_FILE, forget_shipped_units, shipped_units
from storage.database import Database
from storage.schema import former_unit, setting, unit

EDITION_KEY = "units.edition"
ROWS_AT_ONCE = 2_000


def shipped_files_digest() -> str:
    """Return the SHA-256 over the shipped lists: it changes with any of them."""
    return hashlib.sha256(UNITS_FILE.read_bytes() + FORMER_UNITS_FILE.read_bytes()).hexdigest()


async def load_shipped(db: AsyncConnection) -> bool:
    """Bring the tables to the shipped edition; True when there was something to do."""
    known = (await db.execute(select(setting.c.value).where(setting.c.key == EDITION_KEY))).scalar()
    files = shipped_files_digest()  # a millisecond; reading the lists themselves takes a hundred
    if known is not None and known.get("files") == files:
        return False
    shipped = shipped_units()
    await db.execute(delete(former_unit))
    await db.execute(delete(unit))
    await _insert(db, unit, [_unit_row(u, shipped.edition) for u in shipped.units])
    await _insert(db, former_unit, [_former_row(u) for u in shipped.former_units])
    await db.execute(delete(setting).where(setting.c.key == EDITION_KEY))
    await db.execute(insert(setting).values(key=EDITION_KEY, value={"edition": shipped.edition, "files": files}))
    forget_shipped_units()
    return True


async def bring_up(url: str) -> bool:
    """Do the same in the database at `url`."""
    database = Database(url)
    try:
        async with database.begin() as db:
            return await load_shipped(db)
    finally:
        await database.close()


async def _insert(db: AsyncConnection, table: object, rows: Sequence[dict[str, Json]]) -> None:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        await db.execute(insert(table), rows[start : start + ROWS_AT_ONCE])  # type: ignore[arg-type]


def _unit_row(u: Unit, edition: str) -> dict[str, Json]:
    return {
        "code": u.code,
        "name": u.name,
        "type": u.type.value,
        "province_code": u.province_code or "",
        "lat": u.lat,
        "lon": u.lon,
        "folded": fold(u.name),
        "edition": edition,
        "extra": {"area": u.area_km2, "aliases": list(u.aliases)},
    }


def _former_row(u: FormerUnit) -> dict[str, Json]:
    return {
        "code": u.code or "",
        "name": u.name,
        "type": u.type.value if u.type else "",
        "district": u.district,
        "province": u.province,
        "lat": u.lat,
        "lon": u.lon,
        "new_codes": list(u.new_codes),
        "extra": {
            "district_type": u.district_type.value,
            "box": u.box,
            "aliases": list(u.aliases),
            "district_aliases": list(u.district_aliases),
        },
    }


UnitRows = tuple[list[Unit], list[FormerUnit]]
"""Units of today, and those of before July 2025."""


async def all_units(db: AsyncConnection) -> UnitRows:
    """Return every unit and former unit of the tables."""
    shared: dict[str, str] = {}  # a name of many units is one string; interning them would double Python's table
    units = [
        Unit(
            r.code,
            r.name,
            UnitType(r.type),
            r.province_code or None,
            r.lat,
            r.lon,
            r.extra["area"],
            tuple(r.extra["aliases"]),
        )
        for r in await db.execute(select(unit).order_by(unit.c.code))
    ]
    former: list[FormerUnit] = []
    last = 0
    while rows := (await db.execute(_FORMER.where(former_unit.c.id > last).limit(ROWS_AT_ONCE))).all():
        former += [
            _former_of(row, shared) for row in rows
        ]  # in parts: ten thousand rows at once would leave 5 MB of holes behind
        last = rows[-1].id
    return units, former


async def names_of(db: AsyncConnection, codes: Collection[str]) -> dict[str, str]:
    """Return the full names of these units, "Xã Quảng Điền", by their codes."""
    query = select(unit.c.code, unit.c.name, unit.c.type).where(unit.c.code.in_(codes))
    return {code: f"{TYPE_WORDS[UnitType(kind)]} {name}" for code, name, kind in (await db.execute(query)).all()}


_FORMER = select(former_unit).order_by(former_unit.c.id)


def _former_of(r: Any, shared: dict[str, str]) -> FormerUnit:
    def once(text: str) -> str:
        return shared.setdefault(text, text)

    return FormerUnit(
        province=once(r.province),
        district=once(r.district),
        district_type=UnitType(r.extra["district_type"]),
        name=once(r.name),
        type=UnitType(r.type) if r.type else None,
        code=r.code or None,
        new_codes=tuple(map(once, r.new_codes)),
        lat=r.lat,
        lon=r.lon,
        box=tuple(r.extra["box"]) if r.extra["box"] else None,
        aliases=tuple(r.extra["aliases"]),
        district_aliases=tuple(r.extra["district_aliases"]),
    )


async def gazetteer_of(db: AsyncConnection) -> Gazetteer:
    """Return the gazetteer of the tables; about 0.3 s of one core."""
    return Gazetteer.build(*await all_units(db))
