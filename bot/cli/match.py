"""`nghedan match`."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.streams import local_moment, serve, stream_option, table, text_argument

CANDIDATES_MAX = 5


@click.command(
    epilog=example("match --commune 19867 'den duong ngo 12 hong'", "match --stream --scope province < petitions.jsonl")
)
@click.argument("words", nargs=-1)
@click.option("--commune", help="Code of the commune whose petitions are searched: five digits.")
@click.option("--scope", type=click.Choice(["commune", "province", "all"]), default="commune", show_default=True)
@stream_option
@json_option
def command(*, words: tuple[str, ...], commune: str | None, scope: str, stream: bool, as_json: bool) -> None:
    """
    Show which open cases a text resembles.

    With --stream, in time order: in {"id","text","commune_code","province_code","created_at"}, out {"id",
    "candidates":[{"id","score","reasons"}, …],"suggest"} over all earlier lines of the scope; then the line is
    remembered. No database is read.
    """
    if stream:
        _stream(scope)
        return
    if commune is None:
        raise click.UsageError("Say in which commune to search with --commune, or use --stream.")
    found = _search(text_argument(words), commune)
    if as_json:
        print_json(found)
        return
    table([(str(row["case"]), row["subject"], row["place"], f"{row['score']:.2f}") for row in found])
    if not found:
        click.echo("Nothing that is likely enough.")


def _stream(scope: str) -> None:
    from matching.duplicates import Memory, Report, prepare

    memory = Memory()

    def answer(given: dict[str, Any]) -> dict[str, Any]:
        report = Report(
            id=str(given["id"]),
            text=str(given.get("text", "")),
            commune_code=str(given.get("commune_code", "")),
            province_code=str(given.get("province_code", "")),
            at=local_moment(given.get("created_at")),
        )
        prepared = prepare(report)
        similar = memory.search(prepared, scope=scope)  # type: ignore[arg-type]  # click checked the choice
        memory.add(prepared)
        candidates = [
            {"id": m.id, "score": round(m.score, 4), "reasons": [reason_words(r) for r in m.reasons]}
            for m in similar.candidates[:CANDIDATES_MAX]
        ]
        return {"candidates": candidates, "suggest": similar.suggest}

    serve(answer)


def reason_words(reason: Any) -> str:
    """Return a reason in words, such as "cùng ngõ 12"."""
    from texts import say

    return say(reason.key, values={} if reason.value is None else {"value": reason.value})


@in_loop
async def _search(text: str, commune: str) -> list[dict[str, Any]]:
    from datetime import UTC, datetime

    from matching.duplicates import Report
    from storage import similar
    from storage.data import shipped_units
    from storage.database import Database

    known = {unit.code: unit for unit in shipped_units().communes}
    if commune not in known:
        raise fail(f"There is no commune {commune}; `nghedan units search` finds its code.")
    database = Database(load_settings().database_url)
    try:
        report = Report("new", text, commune, str(known[commune].province_code), datetime.now(UTC))
        async with database.read() as db:
            found = await similar.likely_repeats(db, report, limit=CANDIDATES_MAX)
    finally:
        await database.close()
    return [
        {"case": c.case_id, "subject": c.subject, "place": c.place, "people": c.people, "score": round(c.score, 4)}
        for c in found
    ]
