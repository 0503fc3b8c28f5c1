"""Sentences of officers in a report that was compiled again: the words stay, the figures in them are the new ones."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from actions.reports.editing import Edit, applied, paragraphs
from reports.numbers import roman
from reports.value import Paragraph, Report, Section


def carried(old: Report, new: Report, edits: Sequence[Edit]) -> list[Edit]:
    """
    Return the edits of a compiled report as they stand over another compilation of it.

    A sentence keeps its words and takes the new figures. A figure that an officer changed, with a reason, stays
    changed where the paragraph was compiled as before; where it was not, the new figure holds and the edit goes.
    """
    before, after = paragraphs(old), paragraphs(new)
    found = []
    for edit in edits:
        source, target = before.get(edit.paragraph), after.get(edit.paragraph)
        if source is None or target is None:
            continue
        if edit.changes_figures:
            if source.text == target.text:
                found.append(edit)
            continue
        numbers = {run.figure: run.text for run in target.runs if run.figure}
        plain = msgspec.structs.replace(old, figures=())
        runs = paragraphs(applied(plain, [edit]))[edit.paragraph].runs
        text = "".join(numbers.get(run.figure, run.text) if run.figure else run.text for run in runs)
        if text != target.text:
            found.append(Edit(edit.paragraph, text, edit.changes, edit.reason, edit.by, edit.at))
    return found


def changed_figures(old: Report, new: Report) -> list[tuple[str, float | int | None, float | int | None]]:
    """Return (label, before, after) of the totals that differ; breakdowns follow from them and are left out."""
    before = {figure.key: figure.value for figure in old.figures}
    return [
        (figure.label, before[figure.key], figure.value)
        for figure in new.figures
        if "." not in figure.key and figure.key in before and before[figure.key] != figure.value
    ]


def changed_sections(old: Report, new: Report) -> list[str]:
    """Return the Roman numbers of the sections in which a sentence reads otherwise, beyond its figures."""
    found, number = [], 0
    before = {section.id: _words(section) for section in old.sections}
    for section in new.sections:
        number += bool(section.title)
        if section.title and before.get(section.id) != _words(section):
            found.append(roman(number))
    return found


def _words(section: Section) -> list[str]:
    paragraphs = [block for block in section.blocks if isinstance(block, Paragraph)]
    own = ["".join("#" if run.figure else run.text for run in one.runs) for one in paragraphs]
    return own + [text for below in section.sections for text in _words(below)]
