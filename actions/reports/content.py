"""The sections of a report: sentences filled from figures, the cases that lead, places for the officer's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from actions.reports import tables
from actions.reports.counting import Standing
from actions.reports.describing import describe
from actions.reports.matter import LISTED_MAX, Matter, lowered, section_of
from actions.reports.names import subject_name
from actions.reports.proposing import proposals
from actions.reports.wording import change_words, hint, listed, paragraph, sentence, short_day, shown
from domain.kinds import Organisation, Rating
from domain.reporting import PartOfReport, ReportKind
from reports.numbers import count_words, day_words
from reports.value import Block, Section

LEADING_MAX: Final = 6
"""Cases described in the section on what people are concerned about."""

LEADING_BRIEF: Final = 4
IN_FIELD: Final = 2
SILENT_NAMED: Final = 12


def sections_of(m: Matter) -> tuple[Section, ...]:
    """Return the opening and the sections that the kind of report has; a section with nothing to say says so."""
    opening: list[Block] = [
        paragraph("opening", sentence("report-opening", body=m.body, committee=m.committee)),
    ]
    if m.demo:
        opening.append(paragraph("demo", sentence("report-demo")))
    parts = [_WRITERS[part](m) for part in m.parts if m.wide or part is not PartOfReport.SPREAD]
    return (Section("opening_section", "", tuple(opening)), *parts)


# --- I. Overview ------------------------------------------------------------------------------------------------------


def _overview(m: Matter) -> Section:
    figures = m.figures
    received = figures["received"]
    key = "report-received" if received.value else "report-received-none"
    values = m.shown("received", "digital", "walk_in", "cases")
    blocks: list[Block | None] = [
        _scope(m),
        paragraph("received", sentence(key, body=m.receiver, compared=change_words(received), **values)),
    ]
    if figures.count("cases"):
        blocks.append(paragraph("results", _results(m)))
    notes = [
        ("carried_in", sentence("report-carried-in", **m.shown("carried_in"))),
        ("late", sentence("report-late", cut_off=day_words(m.period.cut_off), **m.shown("late"))),
        ("withdrawn", sentence("report-withdrawn", **m.shown("withdrawn"))),
        ("confidential", sentence("report-confidential", **m.shown("confidential"))),
    ]
    blocks += [paragraph(f"note_{key}", text) for key, text in notes if figures.count(key)]
    blocks.append(paragraph("covered", sentence("report-period-merged")))
    if m.kind is ReportKind.SUPERVISION:
        return section_of(PartOfReport.OVERVIEW, *blocks, key="report-scope")
    return section_of(PartOfReport.OVERVIEW, *blocks, hint("mood", "report-mood-hint"))


def _scope(m: Matter) -> Block | None:
    """Return what a supervision is about: object, area and time. Source: domain reference §5.5."""
    if m.kind is not ReportKind.SUPERVISION:
        return None
    days = {"first": day_words(m.period.opens), "last": day_words(m.period.cut_off)}
    return paragraph("scope", sentence("report-scope-words", unit=m.names.unit(m.unit), **days))


def _results(m: Matter) -> str:
    """Return what became of the cases; what is 0 is not spoken of, but for what was resolved."""
    base, outside = m.figures.count("base"), m.figures.count("outside")
    return sentence(
        "report-results",
        rate=sentence("report-results-rate", **m.shown("done_rate", "base")) if base else "",
        parts=m.parted("report-results", ("forwarded", "answered")),
        states=m.parted("report-results", ("done", "in_progress", "not_done"), always=1),
        outside=sentence("report-results-outside", **m.shown("outside")) if outside else "",
        late=sentence("report-results-overdue", **m.shown("overdue")) if m.figures.count("overdue") else "",
        any="yes" if m.figures.count("forwarded") or m.figures.count("answered") else "no",
        **m.shown("cases"),
    )


# --- II. What people are concerned about ------------------------------------------------------------------------------


def _concerns(m: Matter) -> Section:
    if not m.figures.count("received"):
        return section_of(
            PartOfReport.CONCERNS,
            paragraph("concerns_none", sentence("report-received-none", body=m.receiver, compared="")),
        )
    blocks: list[Block | None] = [
        paragraph("concerns", sentence("report-concerns", list=m.top("subject"))),
        None if m.brief else tables.fields_chart(m.counting, m.figures),
        paragraph("kinds", sentence("report-kinds", list=m.top("kind"))),
    ]
    if not m.single:
        everyone = m.top("organisation", len(Organisation))
        blocks.append(paragraph("organisations", sentence("report-organisations", list=everyone)))
    if m.wide:
        blocks.append(paragraph("units", sentence("report-units", list=m.top("unit"))))
        if m.figures.count("silent"):
            few = len(m.silent_names) <= SILENT_NAMED
            names = sentence("report-silent-names", list=", ".join(m.silent_names)) if few else ""
            blocks.append(paragraph("silent", sentence("report-silent", names=names, **m.shown("silent"))))
    leading = m.counting.leading(LEADING_BRIEF if m.brief else LEADING_MAX)
    if leading and (items := _described(m, "leading", leading)):
        blocks += [paragraph("leading", sentence("report-leading")), *items]
    elif not leading:
        blocks.append(paragraph("leading_none", sentence("report-none-described")))
    return section_of(PartOfReport.CONCERNS, *blocks)


def _described(m: Matter, id: str, cases: Sequence[Standing]) -> list[Block]:
    """Return those of these cases in sentences that were not described further above."""
    new = [one for one in cases if one.case.id not in m.told]
    m.told.update(one.case.id for one in new)
    return [paragraph(f"{id}_{n}", describe(one, m.counting, m.names), item=True) for n, one in enumerate(new, start=1)]


def _fields(m: Matter) -> Section:
    found = []
    for subject in m.counting.values_of("received", "subject"):
        tail = f".subject.{subject}"
        states = m.parted("report-field", ("done", "in_progress", "not_done", "overdue"), tail)
        values = {key: shown(m.figures, key + tail) for key in ("received", "cases")}
        cases = m.counting.leading(IN_FIELD, among=m.counting.cases_of.get(subject, ()))
        key = "report-field" if states else "report-field-alone"
        blocks = [
            paragraph(f"field_{subject}", sentence(key, states=states, **values)),
            *_described(m, f"in_{subject}", cases),
        ]
        found.append(Section(f"section_{subject}", subject_name(subject), tuple(blocks)))
    return section_of(PartOfReport.FIELDS, sections=tuple(found))


def _repeated(m: Matter) -> Section:
    several = [one for one in m.counting.cases if one.people > 1 or one.case.recurrence_of_id is not None]
    if not (m.figures.count("repeated") or m.figures.count("recurring")):
        return section_of(PartOfReport.REPEATED, paragraph("repeated", sentence("report-repeated-none")))
    leading = m.counting.leading(LISTED_MAX, among=several)
    above = any(one.case.id in m.told for one in leading)
    return section_of(
        PartOfReport.REPEATED,
        paragraph(
            "repeated",
            sentence(
                "report-repeated",
                recurring=m.parted("report-repeated", ("recurring",)),
                above=sentence("report-repeated-above") if above else "",
                **m.shown("repeated"),
            ),
        ),
        *_described(m, "again", leading),
        hint("again_why", "report-repeated-hint") if m.figures.count("recurring") else None,
    )


def _spread(m: Matter) -> Section:
    found = m.counting.spread[:LISTED_MAX]
    if not found:
        return section_of(PartOfReport.SPREAD, paragraph("spread_none", sentence("report-spread-none")))
    blocks = [
        paragraph(
            f"spread_{subject}",
            sentence(
                "report-spread",
                name=subject_name(subject),
                cases=shown(m.figures, f"cases.subject.{subject}"),
                units=count_words(units, padded=True),
            ),
            item=True,
        )
        for subject, units, _ in found
    ]
    return section_of(PartOfReport.SPREAD, *blocks)


# --- III. What became of it -------------------------------------------------------------------------------------------


def _handling(m: Matter) -> Section:
    blocks: list[Block | None] = []
    if m.figures.count("received"):
        values = m.shown("digital_rate")
        blocks.append(paragraph("channels", sentence("report-channels", list=m.top("channel"), **values)))
    key = "report-forwarded" if m.figures.count("forwarded") else "report-forwarded-none"
    blocks.append(paragraph("forwarded", sentence(key, **m.shown("forwarded"))))
    if PartOfReport.SUPERVISION not in m.parts and m.figures.count("ref_overdue"):
        late = sentence("report-overdue-all", list=listed(_late_offices(m)), **m.shown("ref_overdue"))
        blocks.append(paragraph("overdue_all", late))
    arguments = (m.counting, m.figures, m.names)
    if m.figures.count("received"):
        blocks.append(tables.breakdown("table_fields", "report-table-fields", "subject", "field", *arguments))
        if m.wide and not m.brief:
            blocks.append(tables.breakdown("table_units", "report-table-units", "unit", "unit", *arguments))
            blocks.append(tables.units_map(*arguments))
        if not (m.brief or m.single):
            blocks.append(
                tables.breakdown(
                    "table_organisations", "report-table-organisations", "organisation", "organisation", *arguments
                )
            )
    return section_of(PartOfReport.HANDLING, *blocks)


def _supervision(m: Matter) -> Section:
    flow = ("ref_carried", "ref_sent", "ref_answered", "ref_handed_back", "ref_ended", "ref_waiting", "ref_overdue")
    if not m.counting.flow:
        return section_of(PartOfReport.SUPERVISION, paragraph("flow", sentence("report-flow-none")))
    became = m.parted("report-flow", ("ref_answered", "ref_handed_back", "ref_ended"), always=1)
    blocks: list[Block | None] = [paragraph("flow", sentence("report-flow", became=became, **m.shown(*flow)))]
    if m.figures.count("ref_answered"):
        keys = ("ref_on_time", "on_time_rate", "ref_late", "ref_reminded")
        blocks.append(paragraph("on_time", sentence("report-on-time", **m.shown(*keys))))
    late = _late_offices(m)
    if late:
        blocks.append(paragraph("overdue_by", sentence("report-overdue-by", list=listed(late))))
    if m.figures.count("reopened"):
        blocks.append(paragraph("reopened", sentence("report-reopened", **m.shown("reopened"))))
    blocks.append(tables.authorities(m.counting, m.figures, m.names))
    blocks.append(tables.authorities_chart(m.counting, m.figures, m.names))
    blocks.append(hint("answers", "report-answers-hint"))
    return section_of(PartOfReport.SUPERVISION, *blocks)


def _late_offices(m: Matter) -> list[str]:
    return [
        sentence(
            "report-overdue-entry",
            name=m.names.authority(office),
            count=shown(m.figures, f"ref_overdue.authority.{office}"),
        )
        for office in m.counting.values_of("ref_overdue", "authority")[:LISTED_MAX]
    ]


def _satisfaction(m: Matter) -> Section:
    if not m.figures.count("rated"):
        none = paragraph("satisfaction_none", sentence("report-satisfaction-none"))
        return section_of(PartOfReport.SATISFACTION, none)
    words = sentence(
        "report-satisfaction",
        very=shown(m.figures, f"rated_{Rating.VERY_SATISFIED.value}"),
        satisfied=shown(m.figures, f"rated_{Rating.SATISFIED.value}"),
        **{"not": shown(m.figures, f"rated_{Rating.NOT_SATISFIED.value}")},
        rate=shown(m.figures, "satisfied_rate"),
        **m.shown("rated", "unrated"),
    )
    return section_of(PartOfReport.SATISFACTION, paragraph("satisfaction", words), tables.satisfaction(m.figures))


def _hot_spots(m: Matter) -> Section:
    found = m.counting.hot_spots[:LISTED_MAX]
    if not found:
        return section_of(PartOfReport.HOT_SPOTS, paragraph("hot_none", sentence("report-hot-none")))
    blocks = [
        paragraph(
            f"hot_{number}",
            sentence(
                "report-hot",
                unit=_upper(m.names.unit(spot.unit)),
                people=count_words(spot.people, padded=True),
                subject=lowered(subject_name(spot.subject)),
                first=short_day(spot.first_day),
                last=short_day(spot.last_day),
            ),
            item=True,
        )
        for number, spot in enumerate(found, start=1)
    ]
    return section_of(PartOfReport.HOT_SPOTS, *blocks, hint("hot_more", "report-hot-hint"))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _indicators(m: Matter) -> Section:
    year = m.period.last.year
    if not m.indicators:
        none = paragraph("indicators_none", sentence("report-indicators-none", year=str(year)))
        return section_of(PartOfReport.INDICATORS, none)
    entered = [line for line in m.indicators if line.value is not None]
    met = count_words(sum(line.is_met for line in entered), padded=True)
    words = sentence("report-indicators", met=met, all=count_words(len(entered), padded=True))
    return section_of(PartOfReport.INDICATORS, paragraph("indicators", words), tables.indicators(m.indicators, year))


_WRITERS: Final[Mapping[PartOfReport, Callable[[Matter], Section]]] = MappingProxyType(
    {
        PartOfReport.OVERVIEW: _overview,
        PartOfReport.CONCERNS: _concerns,
        PartOfReport.FIELDS: _fields,
        PartOfReport.REPEATED: _repeated,
        PartOfReport.SPREAD: _spread,
        PartOfReport.HANDLING: _handling,
        PartOfReport.SUPERVISION: _supervision,
        PartOfReport.SATISFACTION: _satisfaction,
        PartOfReport.HOT_SPOTS: _hot_spots,
        PartOfReport.INDICATORS: _indicators,
        PartOfReport.PROPOSALS: proposals,
    }
)
