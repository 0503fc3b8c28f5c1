"""The sections of a report: sentences filled from figures, the cases that lead, places for the officer's own words."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from actions.reports import tables
from actions.reports.counting import Counting, Standing
from actions.reports.figures import Figures
from actions.reports.names import Names, authority_name, short_subject, subject_name
from actions.reports.wording import (
    change_words,
    day_of,
    due_day_of,
    hint,
    listed,
    paragraph,
    plain_title,
    sentence,
    short_day,
    shown,
)
from domain.codes import text_key
from domain.kinds import Organisation, Rating
from domain.reporting import PartOfReport, Period, ReportKind
from reports.numbers import count_words, day_words
from reports.value import Block, Paragraph, Section
from storage.indicators import IndicatorLine

LEADING_MAX: Final = 6
"""Cases described in the section on what people are concerned about."""

LEADING_BRIEF: Final = 4
IN_FIELD: Final = 2
LISTED_MAX: Final = 6
SILENT_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class Matter:
    """
    Everything that sections are made of.

    `body` names who reports, `wide` says that several communes are in it, `brief` that it is a flash or weekly
    report: a page and a table. Source: domain reference §5.2.
    """

    parts: Sequence[PartOfReport]
    period: Period
    body: str
    committee: str
    counting: Counting
    figures: Figures
    names: Names
    wide: bool
    indicators: Sequence[IndicatorLine] = ()
    silent_names: Sequence[str] = ()
    demo: bool = False
    brief: bool = False

    def shown(self, *keys: str) -> dict[str, str]:
        """Return figures as values of a sentence, by their keys."""
        return {key.replace(".", "_"): shown(self.figures, key) for key in keys}


def sections_of(m: Matter) -> tuple[Section, ...]:
    """Return the opening and the sections that the kind of report has; a section with nothing to say says so."""
    opening: list[Block] = [
        paragraph("opening", sentence("report-opening", body=m.body, committee=m.committee)),
    ]
    if m.demo:
        opening.append(paragraph("demo", sentence("report-demo")))
    parts = [_WRITERS[part](m) for part in m.parts if m.wide or part is not PartOfReport.SPREAD]
    return (Section("opening_section", "", tuple(opening)), *parts)


def _section(part: PartOfReport, *blocks: Block | None, sections: tuple[Section, ...] = ()) -> Section:
    title = sentence(part.text_key)
    return Section(part.value, title, tuple(block for block in blocks if block is not None), sections)


# --- I. Overview ------------------------------------------------------------------------------------------------------


def _overview(m: Matter) -> Section:
    figures = m.figures
    received = figures["received"]
    key = "report-received" if received.value else "report-received-none"
    values = m.shown("received", "digital", "walk_in", "cases")
    blocks: list[Block] = [
        paragraph("received", sentence(key, body=m.body, compared=change_words(received), **values)),
    ]
    if figures.count("cases"):
        base = figures.count("base")
        rate = sentence("report-results-rate", **m.shown("done_rate", "base")) if base else ""
        keys = ("cases", "forwarded", "answered", "done", "in_progress", "not_done", "outside", "overdue")
        blocks.append(paragraph("results", sentence("report-results", rate=rate, **m.shown(*keys))))
    notes = [
        ("carried_in", sentence("report-carried-in", **m.shown("carried_in"))),
        ("late", sentence("report-late", cut_off=day_words(m.period.cut_off), **m.shown("late"))),
        ("withdrawn", sentence("report-withdrawn", **m.shown("withdrawn"))),
        ("confidential", sentence("report-confidential", **m.shown("confidential"))),
    ]
    blocks += [paragraph(f"note_{key}", text) for key, text in notes if figures.count(key)]
    days = {"first": day_words(m.period.opens), "last": day_words(m.period.cut_off)}
    blocks += [
        paragraph("covered", f"{sentence('report-period-words', **days)} {sentence('report-period-merged')}"),
        hint("mood", "report-mood-hint"),
    ]
    return _section(PartOfReport.OVERVIEW, *blocks)


# --- II. What people are concerned about ------------------------------------------------------------------------------


def _top(m: Matter, by: str, limit: int = LISTED_MAX) -> str:
    """Return the most frequent values of petitions, with their numbers."""
    values = m.counting.values_of("received", by)[:limit]
    # Full names of subjects are lists themselves.
    name = short_subject if by == "subject" else functools.partial(m.names.value, by)
    return listed(
        [
            sentence("report-concern", name=name(value), count=shown(m.figures, f"received.{by}.{value}"))
            for value in values
        ]
    )


def _concerns(m: Matter) -> Section:
    if not m.figures.count("received"):
        return _section(
            PartOfReport.CONCERNS,
            paragraph("concerns_none", sentence("report-received-none", body=m.body, compared="")),
        )
    blocks: list[Block | None] = [
        paragraph("concerns", sentence("report-concerns", list=_top(m, "subject"))),
        None if m.brief else tables.fields_chart(m.counting, m.figures),
        paragraph("kinds", sentence("report-kinds", list=_top(m, "kind"))),
        paragraph("organisations", sentence("report-organisations", list=_top(m, "organisation", len(Organisation)))),
    ]
    if m.wide:
        blocks.append(paragraph("units", sentence("report-units", list=_top(m, "unit"))))
        if m.figures.count("silent"):
            few = len(m.silent_names) <= SILENT_NAMED
            names = sentence("report-silent-names", list=", ".join(m.silent_names)) if few else ""
            blocks.append(paragraph("silent", sentence("report-silent", names=names, **m.shown("silent"))))
    blocks += _described(m, "leading", m.counting.leading(LEADING_BRIEF if m.brief else LEADING_MAX), head=True)
    return _section(PartOfReport.CONCERNS, *blocks)


def _described(m: Matter, id: str, cases: Sequence[Standing], *, head: bool = False) -> list[Block]:
    if not cases:
        return [paragraph(f"{id}_none", sentence("report-none-described"))] if head else []
    items: list[Block] = [paragraph(f"{id}_{n}", _case(m, one), item=True) for n, one in enumerate(cases, start=1)]
    return [paragraph(id, sentence("report-leading")), *items] if head else items


def _case(m: Matter, one: Standing) -> str:
    """Return a case in a sentence: people, place, since when, how it stands, who owes what."""
    case, unit = one.case, m.names.unit(one.case.commune)
    where = sentence("report-case-place", place=case.place, unit=unit) if case.place else ""
    return sentence(
        "report-case",
        title=plain_title(case.title),
        where=where or sentence("report-case-no-place", unit=unit),
        people=count_words(max(one.people, 1), padded=True),
        since=day_words(day_of(one.first_filed_at)),
        state=_lower(tables.status_words(one)),
        owes=_owes(m, one),
    )


def _owes(m: Matter, one: Standing) -> str:
    if one.outcome is not None:
        return ""
    ends = m.counting.facts.reach.ends
    found = m.counting.referrals_of.get(one.case.id, ())
    waiting = [r for r in found if r.waits]
    if waiting:
        first = min(waiting, key=lambda r: r.due_at)
        name, due = authority_name(first.authority or first.authority_name), due_day_of(first.due_at)
        if first.due_at <= ends:
            days = (day_of(ends - 1) - due).days
            return sentence("report-case-owes-late", authority=name, due=day_words(due), days=count_words(days))
        return sentence("report-case-owes", authority=name, due=day_words(due))
    answered = [r for r in found if r.answered_at is not None and not r.handed_back]
    if answered:
        last = max(answered, key=lambda r: r.answered_at or 0)
        name, day = authority_name(last.authority or last.authority_name), day_of(last.answered_at or 0)
        return sentence("report-case-answered", authority=name, day=day_words(day))
    return ""


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _fields(m: Matter) -> Section:
    found = []
    for subject in m.counting.values_of("received", "subject"):
        tail = f".subject.{subject}"
        keys = ("received", "cases", "done", "in_progress", "not_done", "overdue")
        values = {key: shown(m.figures, key + tail) for key in keys}
        cases = m.counting.leading(IN_FIELD, among=m.counting.cases_of.get(subject, ()))
        blocks = [
            paragraph(f"field_{subject}", sentence("report-field", **values)),
            *_described(m, f"in_{subject}", cases),
        ]
        found.append(Section(f"section_{subject}", subject_name(subject), tuple(blocks)))
    return _section(PartOfReport.FIELDS, sections=tuple(found))


def _repeated(m: Matter) -> Section:
    several = [one for one in m.counting.cases if one.people > 1 or one.case.recurrence_of_id is not None]
    return _section(
        PartOfReport.REPEATED,
        paragraph("repeated", sentence("report-repeated", **m.shown("repeated", "recurring"))),
        *_described(m, "again", m.counting.leading(LISTED_MAX, among=several)),
        hint("again_why", "report-repeated-hint"),
    )


def _spread(m: Matter) -> Section:
    found = m.counting.spread[:LISTED_MAX]
    if not found:
        return _section(PartOfReport.SPREAD, paragraph("spread_none", sentence("report-spread-none")))
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
    return _section(PartOfReport.SPREAD, *blocks)


# --- III. What became of it -------------------------------------------------------------------------------------------


def _handling(m: Matter) -> Section:
    blocks: list[Block | None] = []
    if m.figures.count("received"):
        values = m.shown("digital_rate")
        blocks.append(paragraph("channels", sentence("report-channels", list=_top(m, "channel"), **values)))
    blocks.append(paragraph("forwarded", sentence("report-forwarded", **m.shown("forwarded"))))
    arguments = (m.counting, m.figures, m.names)
    if m.figures.count("received"):
        blocks.append(tables.breakdown("table_fields", "report-table-fields", "subject", "field", *arguments))
        if m.wide and not m.brief:
            blocks.append(tables.breakdown("table_units", "report-table-units", "unit", "unit", *arguments))
            blocks.append(tables.units_map(*arguments))
        if not m.brief:
            blocks.append(
                tables.breakdown(
                    "table_organisations", "report-table-organisations", "organisation", "organisation", *arguments
                )
            )
    return _section(PartOfReport.HANDLING, *blocks)


def _supervision(m: Matter) -> Section:
    flow = ("ref_carried", "ref_sent", "ref_answered", "ref_handed_back", "ref_ended", "ref_waiting", "ref_overdue")
    blocks: list[Block | None] = [paragraph("flow", sentence("report-flow", **m.shown(*flow)))]
    if m.figures.count("ref_answered"):
        keys = ("ref_on_time", "on_time_rate", "ref_late", "ref_reminded")
        blocks.append(paragraph("on_time", sentence("report-on-time", **m.shown(*keys))))
    late = _late_offices(m)
    if late:
        blocks.append(paragraph("overdue_by", sentence("report-overdue-by", list=listed(late))))
    if m.figures.count("reopened"):
        blocks.append(paragraph("reopened", sentence("report-reopened", **m.shown("reopened"))))
    if m.counting.flow:
        blocks.append(tables.authorities(m.counting, m.figures))
        blocks.append(tables.authorities_chart(m.counting, m.figures))
    blocks.append(hint("answers", "report-answers-hint"))
    return _section(PartOfReport.SUPERVISION, *blocks)


def _late_offices(m: Matter) -> list[str]:
    return [
        sentence(
            "report-overdue-entry",
            name=authority_name(office),
            count=shown(m.figures, f"ref_overdue.authority.{office}"),
        )
        for office in m.counting.values_of("ref_overdue", "authority")[:LISTED_MAX]
    ]


def _satisfaction(m: Matter) -> Section:
    if not m.figures.count("rated"):
        none = paragraph("satisfaction_none", sentence("report-satisfaction-none"))
        return _section(PartOfReport.SATISFACTION, none)
    words = sentence(
        "report-satisfaction",
        very=shown(m.figures, f"rated_{Rating.VERY_SATISFIED.value}"),
        satisfied=shown(m.figures, f"rated_{Rating.SATISFIED.value}"),
        **{"not": shown(m.figures, f"rated_{Rating.NOT_SATISFIED.value}")},
        rate=shown(m.figures, "satisfied_rate"),
        **m.shown("rated", "unrated"),
    )
    return _section(PartOfReport.SATISFACTION, paragraph("satisfaction", words), tables.satisfaction(m.figures))


def _hot_spots(m: Matter) -> Section:
    found = m.counting.hot_spots[:LISTED_MAX]
    if not found:
        return _section(PartOfReport.HOT_SPOTS, paragraph("hot_none", sentence("report-hot-none")))
    blocks = [
        paragraph(
            f"hot_{number}",
            sentence(
                "report-hot",
                unit=_upper(m.names.unit(spot.unit)),
                people=count_words(spot.people, padded=True),
                subject=_lower(subject_name(spot.subject)),
                first=short_day(spot.first_day),
                last=short_day(spot.last_day),
            ),
            item=True,
        )
        for number, spot in enumerate(found, start=1)
    ]
    return _section(PartOfReport.HOT_SPOTS, *blocks, hint("hot_more", "report-hot-hint"))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _indicators(m: Matter) -> Section:
    year = m.period.last.year
    if not m.indicators:
        none = paragraph("indicators_none", sentence("report-indicators-none", year=str(year)))
        return _section(PartOfReport.INDICATORS, none)
    entered = [line for line in m.indicators if line.value is not None]
    met = count_words(sum(line.is_met for line in entered), padded=True)
    words = sentence("report-indicators", met=met, all=count_words(len(entered), padded=True))
    return _section(PartOfReport.INDICATORS, paragraph("indicators", words), tables.indicators(m.indicators, year))


# --- IV. Proposals ----------------------------------------------------------------------------------------------------


def _proposals(m: Matter) -> Section:
    party: list[Paragraph] = []
    if m.figures.count("received"):
        party.append(paragraph("to_party_1", sentence("report-suggest-party-concern", list=_top(m, "subject", 3))))
    government = [paragraph(f"to_government_{n}", text, item=True) for n, text in enumerate(_suggestions(m), start=1)]
    parts = (
        ("to-party", (*party, hint("to_party", "report-suggest-party-hint"))),
        ("to-government", (*government, hint("to_government", "report-suggest-government-hint"))),
        ("to-front", (hint("to_front", "report-suggest-front-hint"),)),
    )
    sections = tuple(
        Section(f"section_{name.replace('-', '_')}", sentence(text_key("report", name)), blocks)
        for name, blocks in parts
    )
    return _section(PartOfReport.PROPOSALS, sections=sections)


def _suggestions(m: Matter) -> list[str]:
    """Return what the figures themselves suggest to ask of authorities."""
    found = [
        sentence(
            "report-suggest-overdue",
            name=authority_name(office),
            count=shown(m.figures, f"ref_overdue.authority.{office}"),
        )
        for office in m.counting.values_of("ref_overdue", "authority")[:3]
    ]
    if m.wide:
        found += [
            sentence("report-suggest-spread", name=_lower(subject_name(subject)), units=count_words(units, padded=True))
            for subject, units, _ in m.counting.spread[:2]
        ]
    if m.figures.count("recurring"):
        found.append(sentence("report-suggest-recurring", **m.shown("recurring")))
    return found


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
        PartOfReport.PROPOSALS: _proposals,
    }
)


def _subject_values(period: Period) -> dict[str, str]:
    """Return what fills the subject line (trích yếu) of a kind."""
    quarter = ("I", "II", "III", "IV")[(period.last.month - 1) // 3]
    return {
        "first": day_words(period.opens),
        "last": day_words(period.cut_off),
        "month": f"{period.last.month:02d}" if period.last.month < 3 else str(period.last.month),
        "quarter": quarter,
        "year": str(period.last.year),
    }


def subject_line(kind: ReportKind, period: Period) -> str:
    """Return the subject line of a report."""
    return sentence(text_key("report-subject", kind.value), **_subject_values(period))
