"""Long results: the same rows on both databases, whatever way they come."""

from __future__ import annotations

from sqlalchemy import insert

from storage import schema
from storage.direct import Direct, Parcels

_SQL = "SELECT code, name, type, lat FROM unit WHERE code LIKE 'x%' ORDER BY name"
_UNITS = Parcels(Direct(_SQL, _SQL), tuple[str, str, str, float | None], "code, name, type, lat", "substr(code, 2, 1)")
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
