"""`nghedan units`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json

if TYPE_CHECKING:
    from matching.places.units import FormerUnit, Unit


@click.group(epilog=example("units list", "units search 'ba dinh'", "units polygons wards.geojson"))
def command() -> None:
    """Look at provinces and communes; load ward polygons."""


@command.command("list", epilog=example("units list", "units list 01", "units list 79 --json"))
@click.argument("province", required=False)
@json_option
def list_units(*, province: str | None, as_json: bool) -> None:
    """
    List the provinces, or the communes of one.

    PROVINCE is a code of two digits, such as 01 for Hà Nội.
    """
    from matching.places.order import communes_in_order, provinces_in_order
    from storage.data import shipped_units

    shipped = shipped_units()
    if province is None:
        units = provinces_in_order(shipped.provinces)
    elif any(unit.code == province for unit in shipped.provinces):
        units = communes_in_order(shipped.communes, province)
    else:
        raise fail(f"There is no province {province}; `nghedan units list` shows all.")
    if as_json:
        print_json([_as_json(unit) for unit in units])
        return
    for unit in units:
        click.echo(f"{unit.code}  {unit.full_name}")
    click.echo(f"{len(units)} units of edition {shipped.edition}.", err=True)


@command.command("search", epilog=example("units search 'ba dinh'", "units search 'phuong dien bien' --json"))
@click.argument("text")
@json_option
def search_units(*, text: str, as_json: bool) -> None:
    """
    Find units by a part of their present or former name, with or without diacritics.

    Exit status 1 when there is none.
    """
    from matching.text import fold
    from storage.data import shipped_units

    wanted, shipped = f" {fold(text)}", shipped_units()
    if not wanted.strip():
        raise click.UsageError("Say at least one word.")
    provinces = {unit.code: unit.full_name for unit in shipped.provinces}
    names = {unit.code: unit.full_name for unit in shipped.units}
    present = [unit for unit in shipped.units if wanted in f" {fold(unit.full_name)}"]
    former = [unit for unit in shipped.former_units if unit.name and wanted in f" {fold(_former_name(unit))}"]
    if not present and not former:
        raise fail("No unit has such a name.")
    if as_json:
        became = [{"name": _former_place(unit), "now": list(unit.new_codes)} for unit in former]
        print_json({"present": [_as_json(unit) for unit in present], "former": became})
        return
    for unit in present:
        click.echo(f"{unit.code:5}  {unit.full_name}, {provinces.get(unit.province_code or '', '')}".rstrip(", "))
    for was in former:
        now = ", ".join(f"{names[code]} ({code})" for code in was.new_codes)
        click.echo(f"until 2025: {_former_place(was)} -> {now}")


@command.command(
    "polygons", epilog=example("units polygons wards.geojson", "units polygons x.geojson --code-key ma_xa")
)
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--code-key", help="The property that holds the commune's code; without it, the usual ones are tried.")
@click.option("--clear", is_flag=True, help="Forget all polygons.")
@json_option
@in_loop
async def load_polygons(*, file: Path | None, code_key: str | None, clear: bool, as_json: bool) -> None:
    """
    Load ward polygons, so that a pin tells its commune exactly.

    FILE is a GeoJSON FeatureCollection in WGS84 of Polygons and MultiPolygons, each with the commune's code
    among its properties. It replaces what was loaded before. Polygons are not shipped; without them a pin
    offers the likeliest communes.
    """
    if (file is None) != clear:
        raise click.UsageError("Give a FILE, or --clear to forget all polygons.")
    settings = load_settings()
    from matching.places.polygons import InvalidPolygons
    from storage import polygons
    from storage.database import Database

    try:
        geometries = read_geometries(file, code_key) if file else {}
    except (InvalidPolygons, ValueError) as error:
        raise fail(f"{file}: {error}.") from error
    database = Database(settings.database_url)
    try:
        async with database.begin() as connection:
            unknown = await polygons.unknown_codes(connection, frozenset(geometries))
            if unknown:
                named = ", ".join(unknown[:5]) + (", …" if len(unknown) > 5 else "")
                raise fail(f"{file}: {len(unknown)} codes are no commune of the loaded list: {named}.")
            await polygons.replace_polygons(connection, geometries)
    finally:
        await database.close()
    if as_json:
        print_json({"communes": len(geometries)})
    else:
        click.echo(f"{len(geometries)} communes have a polygon now.")


def read_geometries(file: Path, code_key: str | None) -> dict[str, dict[str, Any]]:
    """
    Return a MultiPolygon for each commune of the file; features of one commune are put together.

    Raises:
        ValueError: it is not JSON, or (InvalidPolygons) not what we take, with the feature that is wrong.
    """
    import json

    from matching.places.polygons import Polygons

    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise ValueError("the file is not JSON in UTF-8") from None
    found: dict[str, dict[str, Any]] = {}
    for area in Polygons.from_geojson(document, code_key=code_key).areas:
        entry = found.setdefault(area.code, {"type": "MultiPolygon", "coordinates": []})
        entry["coordinates"] += [[_points(ring) for ring in part] for part in area.parts]
    return found


def _points(ring: Sequence[float]) -> list[list[float]]:
    """Return a flat ring as GeoJSON's pairs of longitude and latitude."""
    return [[ring[at], ring[at + 1]] for at in range(0, len(ring), 2)]


def _former_name(unit: FormerUnit) -> str:
    from matching.places.units import TYPE_WORDS

    return f"{TYPE_WORDS[unit.type]} {unit.name}" if unit.type else unit.name


def _former_place(unit: FormerUnit) -> str:
    from matching.places.units import TYPE_WORDS

    return f"{_former_name(unit)}, {TYPE_WORDS[unit.district_type]} {unit.district}, {unit.province}"


def _as_json(unit: Unit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.full_name,
        "province": unit.province_code,
        "lat": unit.lat,
        "lon": unit.lon,
    }
