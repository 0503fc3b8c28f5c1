"""Long results: the same rows on both databases, whatever way they come."""

from __future__ import annotations

from sqlalchemy import insert

from storage import schema
from storage.direct import Direct, Parcels
from storage.parts import ROWS_AT_ONCE
from storage.turns import TURNS

_SQL = "SELECT code, name, type, lat FROM unit WHERE code LIKE 'x%' ORDER BY name"
_UNITS = Parcels(Direct(_SQL, _SQL), tuple[str, str, str, float | None], "code, name, type, lat", "substr(code, 2, 1)")
_ALL = Parcels(Direct(_SQL, _SQL), tuple[str, str, str, float | None], "code, name, type, lat", "substr(code, -1)")
_ROWS = [("x2", 'Đa "Lộc"', "xa", None), ("x11", "Bình\nMinh", "xa", 16.5), ("x12", "An Hải", "phuong", None)]


async def units(database) -> None:
    async with database.begin() as db:
        for code, name, kind, lat in _ROWS:
            values = {"code": code, "name": name, "type": kind, "lat": lat, "province_code": "", "folded": name}
            await db.execute(insert(schema.unit).values(**values, edition="test"))


async def test_rows_come_whole_on_both_databases(database):
    await units(database)
    async with database.read() as db:
        rows = await _UNITS(db)

    assert sorted(map(tuple, rows)) == sorted(_ROWS)


async def test_rows_keep_their_order_inside_a_part(database):
    await units(database)
    async with database.read() as db:
        rows = await _UNITS(db)

    assert [row[1] for row in rows if row[0].startswith("x1")] == ["An Hải", "Bình\nMinh"]


async def test_a_connection_that_writes_reads_them_too(database):
    await units(database)
    async with database.begin() as db:
        assert len(await _UNITS(db)) == 3


async def test_nothing_is_no_rows(database):
    async with database.read() as db:
        assert list(await _UNITS(db)) == []


async def filled(database) -> list[str]:
    """Units of more than two portions; return their names in order."""
    names = [f"Đông {number:04}" for number in range(2 * ROWS_AT_ONCE + 1)]
    rows = [
        {"code": f"x{number}", "name": name, "type": "xa", "province_code": "", "folded": name, "edition": "test"}
        for number, name in enumerate(names)
    ]
    async with database.begin() as db:
        await db.execute(insert(schema.unit), rows)
    return names


async def test_what_comes_in_several_portions_comes_whole(database):
    names = await filled(database)

    async with database.read() as db:
        found = await _ALL(db)

    assert sorted(row[1] for row in found) == names


async def test_others_get_their_turn_after_each_portion(database, monkeypatch):
    await filled(database)
    turns = []

    async def others_first() -> None:
        turns.append(1)

    monkeypatch.setattr(TURNS, "others_first", others_first)
    async with database.read() as db:
        await _ALL(db)

    assert len(turns) >= 3
