"""`nghedan place`."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.frame import example, json_option, print_json
from bot.cli.streams import serve, stream_option, table, text_argument


@click.command(
    epilog=example(
        "place 'xa quang phuoc, quang dien'", "place --lat 16.576 --lon 107.508", "place --stream < in.jsonl"
    )
)
@click.argument("words", nargs=-1)
@click.option("--lat", type=click.FloatRange(-90, 90), help="Latitude of a position, degrees.")
@click.option("--lon", type=click.FloatRange(-180, 180), help="Longitude of a position, degrees.")
@click.option("--province", help="Code of the province, when it is known: two digits.")
@stream_option
@json_option
def command(
    *, words: tuple[str, ...], lat: float | None, lon: float | None, province: str | None, stream: bool, as_json: bool
) -> None:
    """
    Show which units a text or a position may mean.

    With --stream: in {"id","text"} or {"id","lat","lon"} (optional "province_code"), out {"id","candidates":
    [{"code","name","score"}, …],"decision","ambiguous"}; codes are those of the shipped list.
    """
    if (lat is None) != (lon is None):
        raise click.UsageError("Give both --lat and --lon.")
    from matching.places import Gazetteer
    from storage.data import shipped_units

    shipped = shipped_units()
    gazetteer = Gazetteer.build(shipped.units, shipped.former_units)
    if stream:
        serve(lambda given: answer(gazetteer, given))
        return
    province = province.zfill(2) if province else None
    if province is not None and province not in {unit.code for unit in shipped.provinces}:
        raise click.UsageError(f"There is no province {province}; `nghedan units list` shows them.")
    given: dict[str, Any] = {"province_code": province}
    if lat is not None and lon is not None:
        given.update(lat=lat, lon=lon)
    else:
        given["text"] = text_argument(words)
    result = answer(gazetteer, given)
    if as_json:
        print_json(result)
        return
    table([(c["code"], c["name"], f"{c['score']:.2f}") for c in result["candidates"]])
    click.echo(f"decision: {result['decision'] or 'none'}{' (ambiguous)' if result['ambiguous'] else ''}")


def answer(gazetteer: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return candidates and decision of one line."""
    from matching.places import find_commune, nearest_communes

    if given.get("lat") is not None and given.get("lon") is not None:
        guesses = nearest_communes(gazetteer, float(given["lat"]), float(given["lon"]))
        candidates = [{"code": g.code, "name": g.name, "score": round(g.likelihood, 4)} for g in guesses]
        return {"candidates": candidates, "decision": None, "ambiguous": len(candidates) > 1}
    province = given.get("province_code")
    code = f"{int(province):02d}" if province not in {None, ""} else None
    reading = find_commune(gazetteer, str(given.get("text", "")), province_code=code)
    candidates = [{"code": c.code, "name": c.name, "score": round(c.score, 4)} for c in reading.candidates[:5]]
    return {"candidates": candidates, "decision": reading.decision, "ambiguous": reading.ambiguous}
