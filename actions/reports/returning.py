"""A draft that comes back from Word at once, as at the command line: taken over by paragraph, the rest is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import drafts, life
from actions.reports.drafts import ChangeShown
from actions.reports.editing import Edit
from actions.reports.life import ReportChange
from reports.value import Report
from reports.wire import Change
from storage.reports import ReportRow


@dataclass(frozen=True, slots=True)
class Taken:
    """
    What was taken over, and what was not: changed cells of tables, paragraphs without an id.

    `disputed` are paragraphs that somebody else has changed since the file was made.
    """

    edits: tuple[Edit, ...]
    left: tuple[Change, ...]
    disputed: tuple[ChangeShown, ...] = ()


async def take_over(
    db: AsyncConnection,
    row: ReportRow,
    change: ReportChange,
    changes: tuple[Change, ...],
    *,
    reason: str = "",
    base: Report | None = None,
) -> Taken:
    """
    Take over the sentences of a draft, compared by `reports.documents.read_back` with `base`.

    `base` is `drafts.value_at` of the version that the file was made of; None for the report as it reads now.

    Raises:
        ReasonMissing: a figure was changed, and no reason given.
        As `life.edit`.
    """
    shown = await drafts.changes_shown(db, row, base or await life.value_of(db, row), changes)
    edits = await drafts.take(db, row, change, shown, reason=reason) if shown else []
    left = tuple(one for one in changes if one.kind in {"added", "cell"})
    return Taken(tuple(edits), left, tuple(one for one in shown if one.in_conflict))
