"""What a report proposes, and to whom: left for the officer, with what the figures themselves suggest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from actions.reports.late_offices import late_offices
from actions.reports.matter import Matter, lowered, section_of
from actions.reports.names import subject_name
from actions.reports.wording import hint, paragraph, sentence, shown
from domain.codes import text_key
from domain.reporting import PartOfReport, ReportKind
from reports.value import Paragraph, Section

_TO_ALL: Final = ("to_party", "to_government", "to_front")
_FROM_PARTY: Final = ("to_government", "to_organisations")
_SUPERVISED: Final = ("to_party", "to_council", "to_government", "to_front")
"""Source: domain reference §5.5."""

_NEXT: Final[Mapping[ReportKind, str]] = MappingProxyType(
    {
        ReportKind.MONTH: "report-next-month",
        ReportKind.QUARTER: "report-next-quarter",
        ReportKind.HALF_YEAR: "report-next-half",
        ReportKind.NINE_MONTHS: "report-next-months",
        ReportKind.YEAR: "report-next-year",
        ReportKind.THIRD_QUARTER: "report-next-year",
    }
)
"""Reports that end with what is to be done next. Source: domain reference §5.4; of the hearing, §1.2 row 9."""


def proposals(m: Matter) -> Section:
    """Return the proposals to each addressee, and the tasks of the time to come."""
    asked = [paragraph(f"to_government_{n}", text, item=True) for n, text in enumerate(_suggestions(m), start=1)]
    suggested: dict[str, list[Paragraph]] = {"to_party": [], "to_government": asked}
    if m.figures.count("received"):
        words = sentence("report-suggest-party-concern", list=m.top("subject", 3))
        suggested["to_party"].append(paragraph("to_party_1", words))
    found = [
        Section(
            f"section_{name}",
            sentence(text_key("report", name)),
            (*suggested.get(name, ()), hint(name, f"report-suggest-{name.removeprefix('to_')}-hint")),
        )
        for name in _addressees(m)
    ]
    if m.kind in _NEXT:
        title = sentence(_NEXT[m.kind], year=str(m.period.last.year + 1))
        found.append(Section("section_next", title, (hint("next_tasks", "report-next-hint"),)))
    return section_of(PartOfReport.PROPOSALS, sections=tuple(found))


def _addressees(m: Matter) -> tuple[str, ...]:
    if m.party:
        return _FROM_PARTY
    return _SUPERVISED if m.kind is ReportKind.SUPERVISION else _TO_ALL


def _suggestions(m: Matter) -> list[str]:
    """Return what the figures themselves suggest to ask of authorities."""
    found = [
        sentence(
            "report-suggest-overdue",
            name=name,
            count=shown(m.figures, key),
        )
        for name, key in late_offices(m)[:3]
    ]
    if m.wide:
        for subject, units, codes in m.counting.spread[:2]:
            m.figures.put(f"spread.subject.{subject}", codes, units)
            values = {"name": lowered(subject_name(subject)), "units": shown(m.figures, f"spread.subject.{subject}")}
            found.append(sentence("report-suggest-spread", **values))
    if m.figures.count("recurring"):
        found.append(sentence("report-suggest-recurring", **m.shown("recurring")))
    return found
