from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.units import command
from matching.places.polygons import Polygons
from storage.data import shipped_units
from storage.database import Database
from storage.polygons import polygons_as_geojson
from storage.schema import metadata, unit

SQUARE = [[[105.8, 21.0], [105.9, 21.0], [105.9, 21.1], [105.8, 21.1], [105.8, 21.0]]]
ISLAND = [[[106.0, 20.0], [106.1, 20.0], [106.1, 20.1], [106.0, 20.0]]]


def run(*arguments: str) -> Any:
    return CliRunner().invoke(command, arguments)


def write(folder: Path, *features: dict[str, Any]) -> str:
    path = folder / "wards.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(path)


def feature(code: str, rings: Any = SQUARE, kind: str = "Polygon") -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"ma_xa": code},
        "geometry": {"type": kind, "coordinates": rings},
    }


@pytest.fixture
def database_url(tmp_path, monkeypatch) -> str:
    """A database that knows two communes of Hà Nội, and the settings that name it."""
    import asyncio

    url = f"sqlite:///{tmp_path / 'nghedan.db'}"

    async def fill() -> None:
        database = Database(url)
        async with database.begin() as connection:
            await connection.run_sync(metadata.create_all)
            known = [u for u in shipped_units().communes if u.code in {"00004", "00070"}]
            rows = [
                {
                    "code": u.code,
                    "name": u.name,
                    "type": u.type,
                    "province_code": "01",
                    "folded": u.name,
                    "edition": "2026-10",
                }
                for u in known
            ]
            await connection.execute(unit.insert(), rows)
        await database.close()

    asyncio.run(fill())
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    return url


def stored(url: str) -> Polygons:
    import asyncio

    async def read() -> dict[str, Any]:
        database = Database(url)
        async with database.read() as connection:
            found = await polygons_as_geojson(connection)
        await database.close()
        return found

    return Polygons.from_geojson(asyncio.run(read()))


def test_the_provinces_are_listed_in_vietnamese_order():
    shown = run("list", "--json")

    names = [entry["name"].split(maxsplit=1)[1] for entry in json.loads(shown.stdout)]
    assert len(names) == len(shipped_units().provinces)
    assert names[0] == "An Giang"
    assert names.index("Cà Mau") < names.index("Cao Bằng") < names.index("Điện Biên")


def test_the_communes_of_a_province_are_listed():
    shown = run("list", "01")

    assert shown.exit_code == 0
    assert "00004  Phường Ba Đình" in shown.stdout
    assert len(shown.stdout.splitlines()) == sum(u.province_code == "01" for u in shipped_units().communes)


def test_a_province_that_does_not_exist_is_said_so():
    shown = run("list", "99")

    assert shown.exit_code == 1
    assert "There is no province 99" in shown.stderr


def test_a_name_is_found_without_diacritics_and_by_its_former_place():
    shown = run("search", "phuong dien bien", "--json")

    found = json.loads(shown.stdout)
    assert [entry["name"] for entry in found["present"]] == ["Phường Điện Biên Phủ"]
    assert {
        "name": "Phường Điện Biên, Quận Ba Đình, Hà Nội",
        "now": ["00004", "00070", "00190", "00226"],
    } in found["former"]


def test_a_search_that_finds_nothing_ends_with_1():
    assert run("search", "zzz").exit_code == 1


def test_a_search_for_nothing_is_wrong_usage():
    assert run("search", " , ").exit_code == 2


def test_polygons_are_loaded_and_replace_the_ones_before(database_url, tmp_path):
    first = run("polygons", write(tmp_path, feature("00004"), feature("00070", ISLAND)))
    second = run(
        "polygons",
        write(tmp_path, feature("70", SQUARE), feature("00070", [ISLAND], "MultiPolygon")),
        "--json",
    )

    assert first.stdout == "2 communes have a polygon now.\n"
    assert json.loads(second.stdout) == {"communes": 1}
    assert stored(database_url).containing(21.05, 105.85) == ("00070",)
    assert stored(database_url).containing(20.02, 106.05) == ("00070",)


def test_polygons_can_be_forgotten(database_url, tmp_path):
    run("polygons", write(tmp_path, feature("00004")))

    assert run("polygons", "--clear").stdout == "0 communes have a polygon now.\n"
    with pytest.raises(ValueError, match="no features"):
        stored(database_url)


def test_a_polygon_of_an_unknown_commune_loads_nothing(database_url, tmp_path):
    run("polygons", write(tmp_path, feature("00004")))

    refused = run("polygons", write(tmp_path, feature("00070"), feature("99999")))

    assert refused.exit_code == 1
    assert "1 codes are no commune of the loaded list: 99999" in refused.stderr
    assert stored(database_url).codes == {"00004"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "not a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": [{"properties": {}}]}', "feature 1 has no commune code"),
    ],
)
def test_a_file_of_something_else_is_refused_with_the_reason(database_url, tmp_path, text, words):
    (tmp_path / "x.geojson").write_text(text)

    refused = run("polygons", str(tmp_path / "x.geojson"))

    assert refused.exit_code == 1
    assert words in refused.stderr


def test_polygons_want_a_file_or_the_wish_to_forget(database_url, tmp_path):
    assert run("polygons").exit_code == 2
    assert run("polygons", write(tmp_path, feature("00004")), "--clear").exit_code == 2
