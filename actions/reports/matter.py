"""What the sections of one report are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actions.reports.counting import Counting
from actions.reports.figures import Figures
from actions.reports.names import Names, short_subject
from actions.reports.wording import listed, sentence, shown
from domain.codes import text_key
from domain.reporting import PartOfReport, Period, ReportKind
from reports.numbers import day_words
from reports.value import Block, Section
from storage.indicators import IndicatorLine

LISTED_MAX = 6
"""Values named in a list inside a sentence."""


@dataclass(frozen=True, slots=True)
class Matter:
    """
    Everything that sections are made of.

    `body` names who reports, `receiver` who receives what people say, `unit` where, `wide` says that several communes
    are in it, `single` that it is one organisation's own, `party` that a Party committee issues it, `brief` that it is
    a flash or weekly report: a page and a table. `told` holds the cases that were described: each is once;
    `late` the offices that owe most answers, once they were counted.
    Source: domain reference §5.2.
    """

    kind: ReportKind
    parts: Sequence[PartOfReport]
    period: Period
    body: str
    receiver: str
    unit: str
    committee: str
    counting: Counting
    figures: Figures
    names: Names
    wide: bool
    single: bool = False
    party: bool = False
    indicators: Sequence[IndicatorLine] = ()
    silent_names: Sequence[str] = ()
    demo: bool = False
    brief: bool = False
    told: set[int] = field(default_factory=set)
    late: list[tuple[str, str]] = field(default_factory=list)

    def shown(self, *keys: str) -> dict[str, str]:
        """Return figures as values of a sentence, by their keys."""
        return {key.replace(".", "_"): shown(self.figures, key) for key in keys}

    def top(self, by: str, limit: int = LISTED_MAX) -> str:
        """Return the most frequent values of petitions, with their numbers."""
        values = self.counting.values_of("received", by)[:limit]
        # Full names of subjects are lists themselves.
        name = short_subject if by == "subject" else lambda value: self.names.value(by, value)
        return listed(
            [
                sentence("report-concern", name=name(value), count=shown(self.figures, f"received.{by}.{value}"))
                for value in values
            ]
        )

    def parted(self, key: str, keys: Sequence[str], tail: str = "") -> str:
        """Return a list of figures in words, those that are 0 left out; the words of a figure are `key-figure`."""
        return ", ".join(
            sentence(text_key(key, name), count=shown(self.figures, name + tail))
            for name in keys
            if self.figures.count(name + tail)
        )


def section_of(part: PartOfReport, *blocks: Block | None, sections: tuple[Section, ...] = (), key: str = "") -> Section:
    """Return a part with its title, or the one of another key; blocks that are None are left out."""
    title = sentence(key or part.text_key)
    return Section(part.value, title, tuple(block for block in blocks if block is not None), sections)


def subject_line(kind: ReportKind, period: Period) -> str:
    """Return the subject line (trích yếu) of a report."""
    quarter = ("I", "II", "III", "IV")[(period.last.month - 1) // 3]
    values = {
        "first": day_words(period.opens),
        "last": day_words(period.cut_off),
        "month": f"{period.last.month:02d}" if period.last.month < 3 else str(period.last.month),
        "quarter": quarter,
        "year": str(period.last.year),
    }
    return sentence(text_key("report-subject", kind.value), **values)


def lowered(text: str) -> str:
    """Return a text that goes on in a sentence."""
    return text[:1].lower() + text[1:]
