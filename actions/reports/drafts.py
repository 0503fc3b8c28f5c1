"""
A draft that comes back from Word: which report it is, which state of it, what is different, what can be taken over.

A file tells by its marks which report it is a draft of and which version it was made of. Its words are compared with
that version and not with the present one: who sends back an older file undoes nobody's work. Where somebody else has
changed the same paragraph meanwhile, both are shown and nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life
from actions.reports.compiling import Wish
from actions.reports.editing import Edit, NumberChange, applied, compare, paragraphs
from actions.reports.life import ReportChange
from actions.reports.stored import dressed
from domain.errors import StaleVersion
from domain.reporting import ReportKind, ReportStep, usual_rule
from reports.marks import REPORT_BOOKMARK, bookmark_name
from reports.value import Report, Section
from reports.wire import Change
from storage import reports as store
from storage.reports import ReportRow

CANDIDATES: Final = 500
"""Reports of one unit and kind among which a draft's own is looked for: weekly ones of nine years."""

SENTENCE: Final = "sentence"
"""The kind of change that is taken over."""


def key_of(row: ReportRow) -> str:
    """Return the name of a report in file names and marks, without reading what was compiled."""
    key = Wish(usual_rule(row.kind), row.unit, row.organisation, row.period).key
    return key if row.revision == 1 else f"{key}-{row.revision}"


async def report_of_mark(db: AsyncConnection, mark: str) -> ReportRow | None:
    """Return the report whose drafts carry this mark."""
    for kind in ReportKind:
        start = f"{REPORT_BOOKMARK}{kind.value}_"
        if mark.startswith(start):
            unit = mark.removeprefix(start).partition("_")[0]
            for row in await store.reports(db, unit=unit, kind=kind, limit=CANDIDATES):
                if bookmark_name(key_of(row)) == mark:
                    return row
    return None


async def is_named(db: AsyncConnection, file_name: str) -> bool:
    """Tell whether a file is called as the drafts that we hand out, whatever a device added to the name."""
    for kind in ReportKind:
        start = f"{kind.value.replace('_', '-')}-"
        if file_name.startswith(start):
            unit = file_name.removeprefix(start).partition("-")[0]
            for row in await store.reports(db, unit=unit, kind=kind, limit=CANDIDATES):
                if file_name.startswith(key_of(row)):
                    return True
    return False


# --- The state that a file was made of --------------------------------------------------------------------------------


async def edits_at(db: AsyncConnection, row: ReportRow, version: int) -> list[Edit] | None:
    """Return the edits of a report as they were in an earlier version; None when it was compiled again since."""
    edits = {edit.paragraph: edit for edit in await life.edits_of(db, row.id)}
    for event in reversed(await store.events(db, row.id)):
        if int(event.data.get("version", -1)) < version:
            continue
        if event.step == ReportStep.RECOMPILE.value:
            return None
        if event.step != ReportStep.EDIT.value:
            continue
        for paragraph, old in event.data.get("before", {}).items():
            edits.pop(paragraph, None)
            if old is not None:
                edits[paragraph] = _edit(paragraph, old)
    return list(edits.values())


def _edit(paragraph: str, old: Mapping[str, Any]) -> Edit:
    changes = tuple(NumberChange(**change) for change in old["figures"])
    return Edit(paragraph, old["text"], changes, old["reason"], old["by"], datetime.fromisoformat(old["at"]))


async def value_at(db: AsyncConnection, row: ReportRow, version: int) -> Report | None:
    """Return a report as it read in a version (0: now); None when it was compiled again since."""
    if version in {0, row.version}:
        return await life.value_of(db, row)
    edits = await edits_at(db, row, version)
    return None if edits is None else dressed(applied(await life.compiled_value(db, row), edits), row)


# --- What is different ------------------------------------------------------------------------------------------------


class FigureShown(Struct, frozen=True):
    """A figure that a sentence gives another number; `needs_reason` unless that very change was explained before."""

    key: str
    label: str
    before: str
    after: str
    needs_reason: bool


class ChangeShown(Struct, frozen=True):
    """
    One difference as it is shown: `kind` as `reports.wire.Change` ("sentence", "added", "cell").

    `now` is how the paragraph reads at present; it differs from `before`, which the file was made of, where somebody
    else has changed it meanwhile.
    """

    kind: str
    place: str
    section: str
    before: str
    after: str
    now: str = ""
    figures: tuple[FigureShown, ...] = ()

    @property
    def in_conflict(self) -> bool:
        """Whether somebody else has changed the paragraph since the file was made, to something else."""
        return self.kind == SENTENCE and self.now not in {self.before, self.after}

    @property
    def can_be_taken(self) -> bool:
        """Whether the change is taken over when the officer says so."""
        return self.kind == SENTENCE and self.now == self.before


def stored(changes: Sequence[ChangeShown]) -> list[Any]:
    """Return the changes as the table keeps them."""
    found: list[Any] = msgspec.to_builtins(list(changes))
    return found


def from_stored(data: Any) -> list[ChangeShown]:
    """Return the changes of a stored draft."""
    return msgspec.convert(data, list[ChangeShown])


async def changes_shown(
    db: AsyncConnection, row: ReportRow, base: Report, found: Sequence[Change]
) -> list[ChangeShown]:
    """Return what is different in a file from the version that it was made of, beside how the report reads now."""
    compiled, edits = await life.compiled_value(db, row), await life.edits_of(db, row.id)
    now = paragraphs(applied(compiled, edits))
    source, then = paragraphs(compiled), paragraphs(base)
    titles, labels = _titles(base.sections), {figure.key: figure.label for figure in base.figures}
    explained = {(c.figure, c.value) for edit in edits for c in edit.changes if c.figure and edit.reason}
    shown = []
    for one in found:
        if one.kind == SENTENCE and one.place in then and one.place in source:
            before, after = _plain(then[one.place].text), _plain(one.after)
            old = {_key(c) for c in compare(source[one.place], before)}
            figures = tuple(
                FigureShown(c.figure, labels.get(c.figure, c.figure), c.source, c.value, _key(c) not in explained)
                for c in compare(source[one.place], after)
                if c.figure and _key(c) not in old
            )
            text = _plain(now[one.place].text) if one.place in now else before
            title = titles.get(one.place, "")
            shown.append(ChangeShown(one.kind, one.place, title, before, after, text, figures))
        elif one.kind == SENTENCE:  # of an annex: it is made from the figures, and shown as not taken
            shown.append(ChangeShown("cell", one.place, "", one.before, one.after))
        elif one.kind in {"added", "cell"}:
            place = one.place.partition(" ")[0]
            shown.append(ChangeShown(one.kind, one.place, titles.get(place, ""), one.before, one.after))
    return shown


def _key(change: NumberChange) -> tuple[str, str]:
    return change.figure, change.value


def _plain(text: str) -> str:
    return " ".join(text.split())


def _titles(sections: Sequence[Section], above: str = "") -> dict[str, str]:
    """Return the heading above each block, by the block's id."""
    found: dict[str, str] = {}
    for section in sections:
        title = section.title or above
        found |= dict.fromkeys((block.id for block in section.blocks), title)
        found |= _titles(section.sections, title)
    return found


def needs_reason(changes: Sequence[ChangeShown]) -> bool:
    """Tell whether somebody must say why figures are changed, before the changes are taken over."""
    return any(figure.needs_reason for one in changes if one.can_be_taken for figure in one.figures)


async def take(
    db: AsyncConnection, row: ReportRow, change: ReportChange, changes: Sequence[ChangeShown], *, reason: str = ""
) -> list[Edit]:
    """
    Take over what was shown, if the paragraphs still read as they did then.

    Raises:
        StaleVersion: somebody has changed one of them since they were shown.
        As `life.edit`.
    """
    taken = [one for one in changes if one.can_be_taken]
    now = paragraphs(await life.value_of(db, row))
    if any(one.place not in now or _plain(now[one.place].text) != one.now for one in taken):
        raise StaleVersion
    return await life.edit(db, row, change, {one.place: one.after for one in taken}, reason=reason)


# --- Showing a change -------------------------------------------------------------------------------------------------

CLIPPED: Final = 180
AROUND: Final = 50


def clipped(before: str, after: str) -> tuple[str, str]:
    """Return two texts shortened to what differs, with some words around it."""
    if max(len(before), len(after)) <= CLIPPED:
        return before, after
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    start = before.rfind(" ", 0, max(0, same - AROUND)) + 1
    return _from(before, start), _from(after, start)


def _from(text: str, start: int) -> str:
    part = text[start : start + CLIPPED]
    return f"{'…' if start else ''}{part}{'…' if start + CLIPPED < len(text) else ''}"
