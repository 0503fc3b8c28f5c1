"""What a correction names in its head: the officer's words, the figures and the sections that differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.carrying import changed_figures, changed_sections
from actions.reports.stored import value_of
from actions.reports.wording import sentence
from domain.reporting import OPEN_TO_EDITS, ReportStep
from reports.numbers import day_words, figure_words
from reports.value import Report
from storage import reports as store
from storage.reports import ReportRow

NAMED_MAX: Final = 8
"""Changed figures that a correction names in its head; the others stand in the document itself."""


async def name_changes(db: AsyncConnection, row: ReportRow, *, now: datetime) -> ReportRow:
    """
    Write into a correction which figures and sections differ from the report that it takes the place of.

    For one that is about to be submitted; any other report is returned as it is.
    """
    if row.corrects_id is None or row.state not in OPEN_TO_EDITS:
        return row
    old = await store.report_by_id(db, row.corrects_id)
    assert old is not None
    before, after = await value_of(db, old), await value_of(db, row)
    begun = [event.note for event in await store.events(db, row.id) if event.step == ReportStep.COMPILE.value]
    text = corrects_words(old, before, begun[0] if begun else "", after)
    if text == row.what_changed:
        return row
    if not await store.change_report(db, row, now=now, what_changed=text):
        return row
    return replace(row, what_changed=text, version=row.version + 1)


def corrects_words(row: ReportRow, old: Report, what: str, new: Report | None = None) -> str:
    """Return the line of a correction of `row`, whose value is `old`; with `new` what differs in it."""
    parts = [what]
    if new is not None:
        by_label = {figure.label: figure for figure in new.figures}
        found = changed_figures(old, new)
        named = [
            sentence(
                "report-corrects-figure",
                name=label,
                before=figure_words(by_label[label], before),
                after=figure_words(by_label[label], after),
            )
            for label, before, after in found[:NAMED_MAX]
        ]
        if named:
            more = len(found) - len(named)
            parts.append(sentence("report-corrects-figures", list="; ".join(named), more=more))
        sections = changed_sections(old, new)
        if sections:
            parts.append(sentence("report-corrects-sections", list=", ".join(sections)))
    text = ". ".join(part.rstrip(" .") for part in parts if part)
    if row.number is None:  # left to the hand, or never given
        if row.dated is None:
            return sentence("report-corrects-plain", what=text)
        return sentence("report-corrects-plain-dated", day=day_words(row.dated), what=text)
    number = f"{row.number}/{row.symbol}"
    if row.dated is None:
        return sentence("report-corrects", number=number, what=text)
    return sentence("report-corrects-dated", number=number, day=day_words(row.dated), what=text)
