"""`nghedan match`."""

from __future__ import annotations

from datetime import datetime
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
    if scope == "all":
        raise click.UsageError("--scope all is for --stream: stored petitions are searched in a commune or a province.")
    found = _search(text_argument(words), commune, scope)
    if as_json:
        print_json(found)
        return
    table(
        [
            (
                str(row["case"]), row["subject"], row["place"], f"{row['score']:.2f}",
                "suggest" if row["suggest"] else "", ", ".join(row["reasons"]),
            )
            for row in found
        ]
    )  # fmt: skip
    if not found:
        click.echo("No stored petition resembles it.")


def _stream(scope: str) -> None:
    from matching.duplicates import Memory, Report, prepare

    memory = Memory()
    latest = local_moment(None)
    given_ids: dict[str, Any] = {}

    def answer(given: dict[str, Any]) -> dict[str, Any]:
        nonlocal latest
        latest = _moment(given.get("created_at"), latest)
        report = Report(
            id=str(given.get("id")),
            text=str(given.get("text") or ""),
            commune_code=str(given.get("commune_code") or ""),
            province_code=str(given.get("province_code") or ""),
            at=latest,
        )
        prepared = prepare(report)
        similar = memory.search(prepared, scope=scope)  # type: ignore[arg-type]  # click checked the choice
        if given.get("id") is not None:  # a line without an id cannot be pointed at later
            memory.add(prepared)
            given_ids[report.id] = given["id"]
        candidates = [
            {"id": given_ids[m.id], "score": round(m.score, 4), "reasons": [reason_words(r) for r in m.reasons]}
            for m in similar.candidates[:CANDIDATES_MAX]
        ]
        return {"candidates": candidates, "suggest": similar.suggest}

    serve(answer, silence={"candidates": [], "suggest": False})


def _moment(written: Any, latest: datetime) -> datetime:
    """Return when a line was written; one without a time that can be read came with the line before."""
    try:
        return local_moment(written) if written else latest
    except (ValueError, TypeError):
        return latest


def reason_words(reason: Any) -> str:
    """Return a reason in words, such as "cùng ngõ 12"."""
    from texts import say

    return say(reason.key, values={} if reason.value is None else {"value": reason.value})


@in_loop
async def _search(text: str, commune: str, scope: str) -> list[dict[str, Any]]:
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
            found = await similar.similar_cases(
                db, report, limit=CANDIDATES_MAX, scope="province" if scope == "province" else "commune"
            )
    finally:
        await database.close()
    return [
        {
            "case": one.case_id,
            "commune": one.standing.prepared.report.commune_code,
            "subject": one.standing.subject,
            "place": one.standing.place,
            "score": round(one.match.score, 4),
            "suggest": one.match.suggest,
            "relation": one.match.relation.value,
            "reasons": [reason_words(reason) for reason in one.match.reasons],
        }
        for one in found
    ]
