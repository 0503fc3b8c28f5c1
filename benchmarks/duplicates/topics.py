"""
Subjects of learnt reports as the program would know those of new ones: by tables that have not learnt from them.

The shipped table knows the subject of a report that it has learnt from better than that of any other. Weights that are
learnt beside such topics trust them too much: the best F1 of five sets of the first hand fell from 0.957 to 0.946.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from benchmarks.duplicates.streams import Row
from benchmarks.understanding import train
from matching.duplicates.prepare import topics
from matching.reading import read
from matching.understanding.subjects import Table, read_table

FOLDS = 3
LEARNT_FROM = (*train.REPORTS_LEARNT, "dev")
"""The sets that the shipped table of subjects has learnt from."""

NO_FOLD = -1


def fold_of(name: str) -> int:
    """Return the fold of a set, `NO_FOLD` when the shipped table has not learnt from it either."""
    return LEARNT_FROM.index(name) % FOLDS if name in LEARNT_FROM else NO_FOLD


def table_without(fold: int) -> Table:
    """Learn the subjects from all sets but those of a fold, as train.py does; a minute or two."""
    names = [name for name in train.REPORTS_LEARNT if fold_of(name) != fold]
    examples = train.phrases() + train.sentences() + train.reports(train.DATA, names)
    if fold_of("dev") != fold:
        examples += train.petitions(train.DATA)
    return read_table(train.lines_of(train.fit(examples)))


def with_topics(rows: Sequence[Row], table: Table) -> list[Row]:
    """Return the reports with their topics by a table."""
    return [
        replace(row, prepared=structs.replace(row.prepared, topics=topics(read(row.prepared.report.text), table)))
        for row in rows
    ]
