"""`nghedan duplicates`."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, counted, example, fail, in_loop, json_option, load_settings, print_json, progress
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import datetime

    from matching.duplicates.clusters import Group
    from storage.database import Database
    from storage.filed import Row

NICENESS = 15
"""The chats come first: this may take the processor when nobody else wants it."""

BATCH = 50
"""Petitions indexed in one transaction: chats wait some fifty milliseconds for it."""


@click.group(
    invoke_without_command=True,
    epilog=example(
        "duplicates --province 46 --since 2026-10-01",
        "duplicates --province 46 --since 2026-10-01 --json --out groups.json",
        "duplicates rebuild",
    ),
)
@click.option("--province", help="Code of the province whose petitions are grouped: two digits.")
@click.option("--since", type=DAY, help="Petitions filed on this day or later.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write JSON to this file.")
@json_option
@click.pass_context
def command(
    context: click.Context, *, province: str | None, since: datetime | None, out: Path | None, as_json: bool
) -> None:
    """
    Group a province's petitions of one problem; rebuild their index.

    Three kinds: "unmerged", repeats inside a commune that stand in several cases; "recurrence", a problem reported
    again after its case was closed; "spread", one kind of problem in three communes or more. Nothing is merged;
    officers decide. It runs in a process of its own that gives way to all others; confidential petitions are left
    out, and no petition's words are printed.
    """
    if context.invoked_subcommand is not None:
        return
    if province is None or since is None:
        raise click.UsageError("Say which petitions with --province and --since, or `nghedan duplicates rebuild`.")
    in_loop(_groups)(province, since, out, as_json=as_json)


async def _groups(province: str, since: datetime, out: Path | None, *, as_json: bool) -> None:
    settings = load_settings()
    from domain.calendar import LOCAL
    from storage.data import shipped_units

    provinces = {unit.code: unit.name for unit in shipped_units().provinces}
    if province not in provinces:
        raise click.UsageError(f"There is no province {province}; `nghedan units list` shows them.")
    os.nice(NICENESS)
    async with opened(settings) as database:
        rows = await _read(database, province, since.replace(tzinfo=LOCAL), quiet=as_json and out is None)
    from matching.duplicates.clusters import groups

    with progress(len(rows), "Comparing", quiet=as_json and out is None) as bar:
        found = groups((row.filed for row in rows), progress=bar.update)
    report = [_told(group, {str(row.id): row for row in rows}) for group in found]
    if out is not None:
        try:
            out.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise fail(f"{out} cannot be written ({error.strerror}).") from None
    if as_json and out is None:
        print_json(report)
        return
    _print(report, len(rows), provinces[province], out)


async def _read(database: Database, province: str, since: datetime, *, quiet: bool) -> list[Row]:
    from storage import filed

    rows: list[Row] = []
    async with database.read() as db:
        total = await filed.count_filed(db, province, since)
        with progress(total, "Reading", quiet=quiet) as bar:
            while batch := await filed.filed_since(db, province, since, after_id=rows[-1].id if rows else 0):
                rows += batch
                bar.update(len(batch))
    return rows


def _told(group: Group, rows: dict[str, Row]) -> dict[str, Any]:
    members = [rows[id] for id in group.members]
    return {
        "kind": group.kind.value,
        "score": round(group.score, 4),
        "communes": sorted({row.commune for row in members}),
        "subjects": sorted({row.subject for row in members}),
        "cases": list(dict.fromkeys(row.case_code for row in members)),
        "petitions": [
            {
                "code": row.code,
                "case": row.case_code,
                "commune": row.commune,
                "filed_at": row.filed.prepared.report.at.isoformat(),
            }
            for row in members
        ],
    }


def _print(report: Sequence[dict[str, Any]], count: int, name: str, out: Path | None) -> None:
    for group in report:
        cases = ", ".join(group["cases"][:8]) + (" …" if len(group["cases"]) > 8 else "")
        click.echo(
            f"{click.style(group['kind'].ljust(10), bold=True)}  {group['score']:.2f}  "
            f"{counted(len(group['petitions']), 'petition')}, {counted(len(group['communes']), 'commune')}, "
            f"{', '.join(group['subjects'])}: {cases}"
        )
    written = f" Written to {out}." if out else ""
    click.echo(f"{counted(count, 'petition')} of {name} compared, {counted(len(report), 'group')}.{written}")


# --- The index ------------------------------------------------------------------------------------------------------


@command.command("rebuild", epilog=example("duplicates rebuild", "duplicates rebuild --missing --json"))
@click.option(
    "--missing", "only_missing", is_flag=True, help="Only add what the index lacks or holds in an older form."
)
@json_option
@in_loop
async def rebuild(*, only_missing: bool, as_json: bool) -> None:
    """
    Make the index of the search for duplicates anew.

    It may run beside the program: rows are replaced a few at a time, and searches find what is there. The clock adds
    every night what is missing.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from storage import traces

    os.nice(NICENESS)
    now = datetime.now(UTC)
    async with opened(settings) as database:
        everything = not only_missing
        async with database.read() as db:
            total = await traces.count_missing(db, now=now, present_too=everything)
        count = last = 0
        with progress(total, "Indexing", quiet=as_json) as bar:
            while True:
                async with database.read() as db:
                    ids = await traces.missing(db, now=now, after_id=last, limit=BATCH, present_too=everything)
                if not ids:
                    break
                async with database.begin() as db:
                    count += await traces.refresh(db, ids, anew=True)
                last = ids[-1]
                bar.update(len(ids))
        await _tidy(database)
        async with database.read() as db:
            size = await traces.size(db)
    if as_json:
        print_json({"indexed": count, "size": size})
        return
    click.echo(f"{count} petitions indexed; the index holds {size}.")


async def _tidy(database: Database) -> None:
    """Take out of the index what does not belong there."""
    from storage import traces

    last = 0
    while True:
        async with database.read() as db:
            ids = await traces.held(db, after_id=last, limit=BATCH)
        if not ids:
            return
        async with database.begin() as db:
            await traces.refresh(db, ids)
        last = ids[-1]
