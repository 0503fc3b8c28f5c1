"""What was typed on a report's page, saved paragraph by paragraph: one that is refused holds up no other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life, stored
from actions.reports.editing import applied, compare, paragraphs
from actions.reports.life import ReportChange
from conversation.codec import Json
from domain.reporting import ReportStep, next_report_state
from reports.value import Report
from storage import reports as store
from storage.reports import ReportRow


class Problem(StrEnum):
    """Why a paragraph was not saved."""

    REASON = "reason"
    """A figure was changed, and it was not said why."""

    CONFLICT = "conflict"
    """Somebody else has changed it since the page was shown."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph as it was typed: `base` is `text_mark` of how it read when the page was shown."""

    paragraph: str
    text: str
    base: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """Ids of paragraphs that were saved, and those that were not, with why."""

    saved: tuple[str, ...]
    problems: dict[str, Problem]


def plain(text: str) -> str:
    """Return a text on one line: a paragraph has no line breaks of its own."""
    return " ".join(text.split())


def text_mark(text: str) -> str:
    """Return what tells one reading of a paragraph from another."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:16]


async def save(
    db: AsyncConnection,
    row: ReportRow,
    change: ReportChange,
    typed: Sequence[Typed],
    *,
    compiled: Report | None = None,
) -> Saved:
    """
    Save what can be saved. Paragraphs that nobody touched stay as they are, whatever they read now.

    `compiled` is what was compiled, where it is at hand: a province's takes a third of a second to decode.

    Raises:
        StepNotAllowed: the report is submitted.
        NotAllowed: no officer of this body.
    """
    row, worded = await _reasons_again(db, row, change, typed)
    compiled, edits = compiled or await stored.compiled_value(db, row), await stored.edits_of(db, row.id)
    source, shown = paragraphs(compiled), paragraphs(applied(compiled, edits))
    explained = {(c.figure, c.value) for edit in edits for c in edit.changes if c.figure and edit.reason}
    texts: dict[str, str] = {}
    problems: dict[str, Problem] = {}
    for one in typed:
        if one.paragraph not in source:
            continue
        text, now = plain(one.text), shown[one.paragraph].text
        if text_mark(text) in {one.base, text_mark(now)}:
            continue
        changed = {(c.figure, c.value) for c in compare(source[one.paragraph], text) if c.figure}
        if text_mark(now) != one.base:
            problems[one.paragraph] = Problem.CONFLICT
        elif not (changed <= explained or one.reason.strip()):
            problems[one.paragraph] = Problem.REASON
        else:
            texts[one.paragraph] = text
    reasons = {one.paragraph: one.reason for one in typed if one.paragraph in texts}
    done = await life.edit(db, row, change, texts, reasons=reasons, compiled=compiled)
    return Saved((*worded, *(edit.paragraph for edit in done)), problems)


async def _reasons_again(
    db: AsyncConnection, row: ReportRow, change: ReportChange, typed: Sequence[Typed]
) -> tuple[ReportRow, tuple[str, ...]]:
    """Store reasons worded anew under figures that stay as they were changed; return the row as it is then."""
    edits = {edit.paragraph: edit for edit in await stored.edits_of(db, row.id) if edit.changes_figures}
    new = {
        one.paragraph: one.reason.strip()
        for one in typed
        if one.paragraph in edits
        and one.reason.strip() not in {"", edits[one.paragraph].reason}
        and text_mark(one.text) == one.base == text_mark(edits[one.paragraph].text)
    }
    if not new:
        return row, ()
    life.allow(change.actor, life.WRITERS)
    next_report_state(row.state, ReportStep.EDIT)
    for paragraph, reason in new.items():
        officer = change.actor.officer_id
        await store.put_edit(db, row.id, paragraph, reason=reason, officer_id=officer, at=change.now)
    before = {paragraph: life.edit_json(edits[paragraph]) for paragraph in new}
    data: dict[str, Json] = {"paragraphs": list(new), "before": before}
    changed = await life.take_step(db, row, ReportStep.EDIT, change, note="; ".join(new.values()), data=data)
    return changed, tuple(new)
