"""A draft that comes back from Word: its sentences are taken over by the ids of their paragraphs, the rest is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life
from actions.reports.editing import Edit, paragraphs
from actions.reports.life import ReportChange
from reports.wire import Change
from storage.reports import ReportRow


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over, and what was not: changed cells of tables, paragraphs without an id."""

    edits: tuple[Edit, ...]
    left: tuple[Change, ...]


async def take_over(
    db: AsyncConnection, row: ReportRow, change: ReportChange, changes: tuple[Change, ...], *, reason: str = ""
) -> Taken:
    """
    Take over the sentences of a draft, compared by `reports.documents.read_back` with `life.value_of` of this report.

    Raises:
        ReasonMissing: a figure was changed, and no reason given.
        As `life.edit`.
    """
    known = paragraphs(await life.compiled_value(db, row))
    texts = {one.place: one.after for one in changes if one.kind == "sentence" and one.place in known}
    edits = await life.edit(db, row, change, texts, reason=reason) if texts else []
    left = tuple(one for one in changes if one.kind in {"added", "cell"})
    return Taken(tuple(edits), left)
