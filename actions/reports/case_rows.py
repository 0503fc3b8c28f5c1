"""The rows of a report's XLSX annex: each case once, with all its times as of the cut-off."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from actions.reports.counting import Counting, Standing
from actions.reports.describing import clean_title
from actions.reports.names import REPORT_LANGUAGE, Names, authority_name, organisation_name, subject_name
from actions.reports.tables import status_words
from actions.reports.wording import day_of, due_day_of
from domain.codes import text_key
from domain.kinds import Rating
from reports.value import CaseRow
from storage.report_rows import StoryFact
from storage.types import from_ms
from texts import say

_NO_STORY = StoryFact(0, None, None, None, None, 0)
_ORDER = {rating.value: place for place, rating in enumerate(Rating)}

SEALED: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "code": "", "place": "", "channel": "", "summary": "", "received_at": None, "accepted_at": None,
        "verified_at": None, "referred_at": None, "authority": "", "due_on": None, "reminders": 0,
        "reminded_at": None, "answered_at": None, "checked_at": None, "closed_at": None, "reopened_at": None,
        "days_late": 0, "satisfaction": "",
    }
)  # fmt: skip
"""What the row of a confidential case does not hold."""


def case_rows(counting: Counting, names: Names) -> Iterator[CaseRow]:
    """
    Yield a row for every case, by code; confidential ones last, each only so far that sums add up.

    Their codes, times and offices stand nowhere: who knows one of them would know which case it is.
    """
    channels: dict[int, str] = {}
    for fact in counting.facts.petitions:
        if fact.case_id is not None:
            channels.setdefault(fact.case_id, fact.origin)
    scores: dict[int, str] = {}
    for rated in counting.facts.ratings:  # the least satisfied speaks for the case
        if _ORDER[rated.score] >= _ORDER.get(scores.get(rated.case_id, ""), -1):
            scores[rated.case_id] = rated.score
    called = functools.cache(names.value)
    sealed = []
    for one in sorted(counting.cases, key=lambda one: one.case.code):
        row = _row(one, counting, called, channels.get(one.case.id, ""), scores.get(one.case.id, ""))
        if one.case.confidential:
            sealed.append(row._replace(**SEALED))
        else:
            yield row
    yield from sorted(sealed, key=lambda row: (row.unit_code, row.subject, row.kind, row.status, row.petitions))


def _row(one: Standing, counting: Counting, called: Callable[[str, str], str], channel: str, score: str) -> CaseRow:
    case, ends = one.case, counting.facts.reach.ends
    story = counting.stories.get(case.id, _NO_STORY)
    referrals = counting.referrals_of.get(case.id, ())
    last = referrals[-1] if referrals else None
    answered = [r.answered_at for r in referrals if r.answered_at is not None and not r.handed_back]
    waiting = [r for r in referrals if r.waits]
    due = min((r.due_at for r in waiting), default=last.due_at if last is not None else None)
    late = 0
    if one.overdue:
        day = due_day_of(due) if due is not None else due_day_of(case.due_at) if case.due_at is not None else None
        late = max(0, (day_of(ends - 1) - day).days) if day is not None else 0
    described = one.may_be_described
    closed = case.closed_at if one.outcome is not None and (case.closed_at or 0) < ends else None
    return CaseRow(
        code=case.code,
        kind=called("kind", case.kind),
        subject=subject_name(case.subject),
        unit_code=case.commune,
        unit=called("unit", case.commune),
        place=case.place if described else "",
        organisation=organisation_name(case.organisation),
        channel=called("channel", channel) if channel else "",
        petitions=one.petitions,
        people=one.people,
        confidential=case.confidential,
        summary=clean_title(case.title) if described else "",
        status=status_words(one),
        received_at=from_ms(one.first_filed_at),
        accepted_at=_moment(story.accepted_at),
        verified_at=_moment(story.verified_at),
        referred_at=_moment(referrals[0].sent_at if referrals else None),
        authority=authority_name(last.authority or last.authority_name) if last is not None else "",
        due_on=due_day_of(due) if due is not None else None,
        reminders=sum(r.reminded for r in referrals),
        reminded_at=_moment(max((r.last_reminded_at or 0 for r in referrals), default=0) or None),
        answered_at=_moment(max(answered, default=None)),
        checked_at=_moment(story.checked_at),
        closed_at=_moment(closed),
        outcome=_worded(one.outcome.text_key) if one.outcome is not None else "",
        reopened_at=_moment(story.reopened_at),
        days_late=late,
        satisfaction=_worded(text_key("rating", score)) if score else "",
    )


@functools.cache
def _worded(key: str) -> str:
    return say(key, REPORT_LANGUAGE)


def _moment(ms: int | None) -> datetime | None:
    return from_ms(ms) if ms is not None else None
