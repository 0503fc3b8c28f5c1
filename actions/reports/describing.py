"""A leading case in one or two sentences of our own: what, where, how many people since when, who owes what."""

from __future__ import annotations

from typing import Final

from actions.reports.counting import Counting, Standing
from actions.reports.figures import Figures
from actions.reports.names import Names, subject_name
from actions.reports.wording import day_of, due_day_of, plain_title, sentence, shown
from domain.codes import text_key
from domain.kinds import Kind
from domain.life import State
from domain.statuses import ReportGroup
from matching.reading import read
from matching.text import fold
from matching.understanding import SpanKind, mask, understand
from matching.understanding.gist import gist
from matching.understanding.masking import MASK, may_identify
from reports.numbers import day_words
from storage.report_rows import ReferralFact

QUOTE_CHARS: Final = 70
"""A case of which no gist is clear is named by the first words of the petition, as many as these."""


def clean_title(title: str) -> str:
    """Return a case's title as a document may show it: without names, phone numbers and numbers of papers."""
    return mask(plain_title(title)).replace(MASK, "…")


def describe(one: Standing, counting: Counting, figures: Figures) -> str:
    """
    Return a case that may be described, in sentences; only where no gist is clear a short title of its words.

    Its numbers become figures, so that it can be found, and a change by hand is owned up to.
    """
    names = figures.names
    case, unit = one.case, names.unit(one.case.commune)
    where = _where(case.place, unit)
    marks = [
        sentence(key)
        for key, holds in (
            ("report-case-again", case.recurrence_of_id is not None),
            ("report-case-danger", case.danger and one.outcome is None),
        )
        if holds
    ]
    said = case.kind if case.kind in {Kind.RECOMMENDATION.value, Kind.COMMENT.value} else "other"
    return sentence(
        "report-case",
        what=what_about(one),
        marks=sentence("report-case-marks", list="; ".join(marks)) if marks else "",
        where=where,
        people=_number(figures, "people", one, max(one.people, 1)),
        said=said,
        again="yes" if one.petitions > 1 else "no",
        since=day_words(day_of(one.first_filed_at)),
        stands=_stands(one, counting, figures),
    )


def _where(place: str, unit: str) -> str:
    """Return where it is, the commune named once: people write 'trụ sở xã', and 'phường Hóa Châu'."""
    if not place or fold(place) == fold(unit):
        return unit
    kind, _, name = unit.partition(" ")
    if fold(place).endswith(f" {fold(unit)}"):
        return place
    if name and fold(place).endswith(f" {fold(kind)}"):
        return f"{place} {name}"
    return sentence("report-case-place", place=place, unit=unit)


def what_about(one: Standing) -> str:
    """Return what a case is about: 'Tình trạng mất điện', or its subject with a short title."""
    case = one.case
    found = gist(case.title, case.subject)
    if found is not None:
        return sentence("report-case-trouble" if found.is_trouble else "report-case-task", what=found.words)
    subject = _lower(subject_name(case.subject))
    quoted = _quotable(case.title)
    return sentence("report-case-quoted" if quoted else "report-case-subject", subject=subject, title=quoted)


def _quotable(title: str) -> str:
    """Return the first words of a title that can be quoted; '' of slang, and where somebody is spoken of or accused."""
    reading = read(title)
    slang = any(token.expanded != token.written.lower() for token in reading.tokens if token.number is None)
    if slang or not reading.is_marked or may_identify(title):  # "bác ấy ở thôn Đông ..." is somebody's story
        return ""
    known = understand(reading)
    if known.accusation.code or any(span.kind in {SpanKind.POST, SpanKind.PERSON} for span in known.spans):
        return ""
    text = clean_title(title)
    return text if len(text) <= QUOTE_CHARS else text[: QUOTE_CHARS - 1].rsplit(" ", 1)[0] + "…"


# --- How it stands, who owes what -------------------------------------------------------------------------------------


def _number(figures: Figures, what: str, one: Standing, value: int) -> str:
    """Return a number of a case, marked as a figure of its own."""
    key = f"{what}.case.{one.case.code}"
    figures.put(key, (one.case.code,), value)
    return shown(figures, key)


def _stands(one: Standing, counting: Counting, figures: Figures) -> str:
    found = counting.referrals_of.get(one.case.id, ())
    answered = [fact for fact in found if fact.answered_at is not None and not fact.handed_back]
    answer = max(answered, key=lambda fact: fact.answered_at or 0, default=None)
    told = {"authority": "", "day": ""}
    if answer is not None:
        told = {"authority": _office(answer, one, figures.names), "day": day_words(day_of(answer.answered_at or 0))}
    if one.outcome is not None:
        key = text_key("report-stands", one.outcome.value)
        answers = answer is not None and one.group is ReportGroup.DONE
        return sentence(f"{key}-answered", **told) if answers else sentence(key)
    waiting = [fact for fact in found if fact.waits]
    if waiting:
        return _waiting(min(waiting, key=lambda fact: fact.due_at), one, counting, figures)
    if answer is not None:
        story = counting.stories.get(one.case.id)
        again = story is not None and story.reopened and one.state not in {State.ANSWERED, State.CHECKING}
        key = "disputed" if again else "checking" if one.state is State.CHECKING else "answered"
        return sentence(f"report-stands-{key}", **told)
    return _with_us(one, counting, figures)


def _waiting(fact: ReferralFact, one: Standing, counting: Counting, figures: Figures) -> str:
    """Return who owes an answer, since when and how late it is."""
    ends, due = counting.facts.reach.ends, due_day_of(fact.due_at)
    values = {
        "authority": _office(fact, one, figures.names),
        "sent": day_words(day_of(fact.sent_at)),
        "due": day_words(due),
        "reminded": sentence("report-stands-reminded", count=_number(figures, "reminders", one, fact.reminded))
        if fact.reminded
        else "",
    }
    if fact.due_at > ends:
        return sentence("report-stands-waiting", **values)
    days = _number(figures, "days_late", one, (day_of(ends - 1) - due).days)
    return sentence("report-stands-late", days=days, **values)


def _with_us(one: Standing, counting: Counting, figures: Figures) -> str:
    key = {State.NEEDS_INFORMATION: "asking", State.RECEIVED: "received"}.get(one.state, "verifying")
    late = ""
    due, ends = counting.dues.get(one.case.id, one.case.due_at), counting.facts.reach.ends
    if one.overdue and due is not None and due <= ends:
        days = max(1, (day_of(ends - 1) - due_day_of(due)).days)
        late = sentence("report-stands-own-late", days=_number(figures, "days_late", one, days))
    return sentence(f"report-stands-{key}", late=late)


def _office(fact: ReferralFact, one: Standing, names: Names) -> str:
    return names.authority(fact.authority or fact.authority_name, one.case.commune)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
