"""The sections of a report: sentences filled from figures, the cases that lead, places for the officer's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import structs

from actions.reports import tables
from actions.reports.counting import Standing
from actions.reports.describing import describe
from actions.reports.late_offices import overdue_list
from actions.reports.matter import LISTED_MAX, Matter, lowered, section_of
from actions.reports.names import subject_name
from actions.reports.proposing import proposals
from actions.reports.wording import change_words, hint, paragraph, sentence, short_day, shown
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
    blocks: list[Block | None] = [_scope(m), paragraph("received", _received(m))]
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


def _received(m: Matter) -> str:
    """Return how many came and by which ways; a way that nobody took is not spoken of."""
    figures = m.figures
    received, digital, walk_in = (figures.count(key) for key in ("received", "digital", "walk_in"))
    compared = change_words(figures["received"])
    if not received:
        return sentence("report-received-none", body=m.receiver, compared=compared)
    ways = "both" if digital and walk_in else "digital" if digital else "walk-in"
    return sentence(
        "report-received",
        body=m.receiver,
        compared=compared,
        ways=f"{ways}-one" if received == 1 else ways,
        any="yes" if figures.count("cases") else "no",
        **m.shown("received", "digital", "walk_in", "cases"),
    )


def _scope(m: Matter) -> Block | None:
    """Return what a supervision is about: object, area and time. Source: domain reference §5.5."""
    if m.kind is not ReportKind.SUPERVISION:
        return None
    days = {"first": day_words(m.period.opens), "last": day_words(m.period.cut_off)}
    return paragraph("scope", sentence("report-scope-words", unit=m.names.unit(m.unit), **days))


def _results(m: Matter) -> str:
    """Return what became of the cases; what is 0 is not spoken of, but that nothing was resolved is said."""
    base, done = m.figures.count("base"), m.figures.count("done")
    found = [m.parted("report-results", ("forwarded", "answered"))]
    if base:
        none = "" if done else sentence("report-results-none-done")
        states = m.parted("report-results", ("done", "in_progress", "not_done"))
        rate = sentence("report-results-rate", **m.shown("done_rate", "base")) if done else ""
        found.append(", ".join(part for part in (none, states) if part) + rate)
    if m.figures.count("outside"):
        rated = "yes" if base and done else "no"
        found.append(sentence("report-results-outside", rated=rated, **m.shown("outside")))
    return sentence(
        "report-results",
        list="; ".join(part for part in found if part),
        late=sentence("report-results-overdue", **m.shown("overdue")) if m.figures.count("overdue") else "",
        **m.shown("cases"),
    )


# --- II. What people are concerned about ------------------------------------------------------------------------------


def _concerns(m: Matter) -> Section:
    if not m.figures.count("received"):
        return section_of(
            PartOfReport.CONCERNS,
            paragraph("concerns_none", sentence("report-concerns-none")),
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
    return [
        paragraph(f"{id}_{n}", describe(one, m.counting, m.figures), item=True) for n, one in enumerate(new, start=1)
    ]


def _fields(m: Matter) -> Section:
    found = []
    for subject in m.counting.values_of("received", "subject"):
        tail = f".subject.{subject}"
        states = m.parted("report-field", ("done", "in_progress", "not_done", "outside"), tail)
        late = m.parted("report-field", ("overdue",), tail)
        values = {key: shown(m.figures, key + tail) for key in ("received", "cases")}
        cases = m.counting.leading(IN_FIELD, among=m.counting.cases_of.get(subject, ()))
        key = "report-field" if states else "report-field-alone"
        blocks = [
            paragraph(f"field_{subject}", sentence(key, states=states, overdue=late, **values)),
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
    for subject, units, codes in found:
        m.figures.put(f"spread.subject.{subject}", codes, units)
    blocks = [
        paragraph(
            f"spread_{subject}",
            sentence(
                "report-spread",
                name=subject_name(subject),
                cases=shown(m.figures, f"cases.subject.{subject}"),
                units=shown(m.figures, f"spread.subject.{subject}"),
            ),
            item=True,
        )
        for subject, *_ in found
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
        late = sentence("report-overdue-all", list=overdue_list(m), **m.shown("ref_overdue"))
        blocks.append(paragraph("overdue_all", late))
    arguments = (m.counting, m.figures, m.names)
    if m.figures.count("received"):
        fields = tables.breakdown("table_fields", "report-table-fields", "subject", "field", *arguments)
        # The note under the first of three tables of the same columns holds for all.
        blocks.append(structs.replace(fields, note=tables.base_note(m.figures)))
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
    if not m.counting.flow:
        return section_of(PartOfReport.SUPERVISION, paragraph("flow", sentence("report-flow-none")))
    blocks: list[Block | None] = [paragraph("flow", _flow(m))]
    if m.figures.count("ref_answered"):
        blocks.append(paragraph("on_time", _on_time(m)))
    if m.figures.count("ref_reminded"):
        blocks.append(paragraph("reminded", sentence("report-reminded", **m.shown("ref_reminded"))))
    if m.figures.count("ref_overdue"):
        blocks.append(paragraph("overdue_by", sentence("report-overdue-by", list=overdue_list(m))))
    if m.figures.count("reopened"):
        blocks.append(paragraph("reopened", sentence("report-reopened", **m.shown("reopened"))))
    blocks.append(tables.authorities(m.counting, m.figures, m.names))
    blocks.append(tables.authorities_chart(m.counting, m.figures, m.names))
    blocks.append(hint("answers", "report-answers-hint"))
    return section_of(PartOfReport.SUPERVISION, *blocks)


def _flow(m: Matter) -> str:
    """Return what was sent to authorities and what became of it; what did not happen is said in words, not as 0."""
    carried, sent, waiting, late = (
        m.figures.count(key) for key in ("ref_carried", "ref_sent", "ref_waiting", "ref_overdue")
    )
    answers = m.parted("report-flow", ("ref_answered", "ref_handed_back"))
    became = sentence("report-flow-became", list=answers) if answers else sentence("report-flow-unanswered")
    return sentence(
        "report-flow",
        came="both" if carried and sent else "carried" if carried else "sent",
        became=became + m.parted("report-flow", ("ref_ended",)),
        left="late" if late else "in-time" if waiting else "none",
        **m.shown("ref_carried", "ref_sent", "ref_waiting", "ref_overdue"),
    )


def _on_time(m: Matter) -> str:
    answered, late = m.figures.count("ref_answered"), m.figures.count("ref_late")
    how = "some" if 0 < late < answered else "none" if late else "all"
    if answered == 1:
        how = "one-late" if late else "one"
    return sentence("report-on-time", how=how, **m.shown("ref_on_time", "on_time_rate", "ref_late"))


def _satisfaction(m: Matter) -> Section:
    if not m.figures.count("rated"):
        none = paragraph("satisfaction_none", sentence("report-satisfaction-none"))
        return section_of(PartOfReport.SATISFACTION, none)
    words = sentence(
        "report-satisfaction",
        scores=m.parted("report-satisfaction", [f"rated_{rating.value}" for rating in Rating]),
        rate=shown(m.figures, "satisfied_rate"),
        unrated=m.parted("report-satisfaction", ("unrated",)),
        **m.shown("rated"),
    )
    return section_of(PartOfReport.SATISFACTION, paragraph("satisfaction", words), tables.satisfaction(m.figures))


def _hot_spots(m: Matter) -> Section:
    found = m.counting.hot_spots[:LISTED_MAX]
    if not found:
        return section_of(PartOfReport.HOT_SPOTS, paragraph("hot_none", sentence("report-hot-none")))
    for spot in found:
        m.figures.put(f"hot_people.unit_subject.{spot.unit}:{spot.subject}", spot.codes, spot.people)
    blocks = [
        paragraph(
            f"hot_{number}",
            sentence(
                "report-hot",
                unit=_upper(m.names.unit(spot.unit)),
                people=shown(m.figures, f"hot_people.unit_subject.{spot.unit}:{spot.subject}"),
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
    met = sum(line.is_met for line in entered)
    words = sentence(
        "report-indicators",
        how="some" if met else "none-met" if entered else "none-entered",
        met=count_words(met, padded=True),
        all=count_words(len(entered), padded=True),
    )
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
