"""A leader asks how things stand: open, new, overdue, what authorities owe, with the way to the weekly digest."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from actions.leader_digest_words import office_words
from conversation.heard import MAX_CHARS, around, aside
from conversation.messages import Option, Words, words
from domain.calendar import end_of_day, local_date, start_of_day
from domain.kinds import Organisation, Rating
from domain.roles import Actor
from domain.units import CENTRE, PROVINCE_CODE_DIGITS
from handlers.commune import body_words, province_of, unit_words
from handlers.labels import in_lines, organisation_words
from handlers.officer.desk import WORK_OPTION, Desk, desk_of
from handlers.officer.wording import if_any
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from matching.places import Why, find_commune
from storage import satisfaction, standing
from storage.leaders import LEADING
from storage.satisfaction import Satisfaction

_NUMBER: Final = re.compile(r"\d+")
"""A figure that is asked about: "11 là sao"."""

NEW_DAYS: Final = 7
"""As many days as the weekly digest tells of, today among them."""


async def figures_command(visit: Visit, _rest: str) -> bool | None:
    """Show a leader how their units stand, an officer the work list; to a resident it means their petitions."""
    if visit.row.officer_id is None:
        return await visit.call("mine")
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        return await visit.call("work")
    await _show(desk, None)
    return None


async def figures_heard(visit: Visit, text: str) -> bool:
    """Show how one commune stands ("xã Quảng Điền thế nào"), or say what the figures count; False for other words."""
    if visit.row.officer_id is not None and aside(_NUMBER.sub("", text), ("officer-figures-why",)) is not None:
        visit.say(words("officer-figures-explained"), options=(WORK_OPTION,))
        return True
    if visit.row.officer_id is not None and aside(text, ("what-step",)) is not None:
        visit.say(words("officer-steps-explained"), options=(WORK_OPTION,))
        return True
    named = around(text, "officer-how-stands") if visit.row.officer_id is not None and len(text) <= MAX_CHARS else None
    if not named or not find_commune(visit.services.gazetteer(), named).candidates:
        return False
    desk = await desk_of(visit)
    code = commune_named(desk.actor, named, visit)
    if code is None or not desk.actor.has(*LEADING):
        return False
    alone = {scope.unit for scope in desk.actor.scopes} == {code}
    await _show(desk, None if alone else code)
    return True


def commune_named(actor: Actor, named: str, visit: Visit) -> str | None:
    """Return the one commune of a leader's own that is named; without "xã" before it a name may be a district's too."""
    found = find_commune(visit.services.gazetteer(), named, province_code=province_of_work(actor))
    codes = [found.decision] if found.decision else [c.code for c in found.candidates if c.why is Why.CURRENT_NAME]
    theirs = [code for code in codes if _is_theirs(actor, code, visit)]
    return theirs[0] if len(theirs) == 1 else None


def province_of_work(actor: Actor) -> str | None:
    """Return the province that all of an officer's work is in, None when it is several or a commune's."""
    units = {scope.unit for scope in actor.scopes}
    unit = units.pop() if len(units) == 1 else None
    return unit if unit is not None and len(unit) == PROVINCE_CODE_DIGITS else None


def _is_theirs(actor: Actor, code: str, visit: Visit) -> bool:
    province = province_of(visit.services.gazetteer(), code)
    return any(scope.unit in {None, code, province} for scope in actor.scopes)


async def _show(desk: Desk, commune: str | None) -> None:
    visit = desk.visit
    today = local_date(visit.now)
    first = today - timedelta(days=NEW_DAYS - 1)
    since, end = start_of_day(first), end_of_day(today)
    found = await standing.standing(desk.db, desk.actor, now=visit.now, new_since=since, commune=commune)
    rated = await satisfaction.satisfaction(desk.db, desk.actor, start=since, end=end, commune=commune)
    told = words(
        "officer-figures",
        place=place_of_work(visit, desk.actor) if commune is None else unit_words(visit.services.gazetteer(), commune),
        at=visit.now,
        first=first,
        open=found.open,
        new=found.new,
        overdue=found.overdue,
        owed=found.owed,
        answered=found.answered,
        on_time=if_any("officer-figures-on-time", found.on_time if found.answered else ""),
    )
    listed = [("officer-figures-offices", [(office_words(name), count) for name, count in found.offices])]
    if commune is None and len(found.communes) > 1:
        gazetteer = visit.services.gazetteer()
        listed.append(("officer-figures-communes", [(unit_words(gazetteer, c), count) for c, count in found.communes]))
    lists = [in_lines([words(head), *(_counted(*line) for line in lines)]) for head, lines in listed if lines]
    ways = _ways(found) if commune is None else ()
    visit.say(in_lines([told, satisfaction_words(rated)]), *lists, options=(*ways, WORK_OPTION))


def satisfaction_words(found: Satisfaction) -> Words:
    """Return how many closed cases were rated and how; of none, that there is none, and never a share."""
    if not found.closed:
        return words("officer-ratings-nothing-closed")
    if not found.rated:
        return words("officer-ratings-none", closed=found.closed)
    return words(
        "officer-ratings",
        rated=found.rated,
        closed=found.closed,
        very=found.scores[Rating.VERY_SATISFIED],
        satisfied=found.scores[Rating.SATISFIED],
        unhappy=found.scores[Rating.NOT_SATISFIED],
    )


def _counted(what: Words | str, count: int) -> Words:
    return words("officer-figures-office", office=what, count=count)


def _ways(found: standing.Standing) -> tuple[Option, ...]:
    overdue = Option("overdue", words("officer-pile-overdue", count=found.overdue), tap("work", "area.overdue.0"))
    area = Option("area", words("officer-pile-area", count=found.open), tap("work", "area"))
    week = Option("week", words("menu-week"), tap("menu", "week-digest"))
    return (*((overdue,) if found.overdue else ()), *((area,) if found.open else ()), week)


def place_of_work(visit: Visit, actor: Actor) -> Words:
    """Return where an officer works, in words."""
    if len(actor.scopes) != 1:
        return words("digest-week-places")
    (scope,) = actor.scopes
    organisation = organisation_words(scope.organisation or Organisation.FRONT)
    return body_words(visit.services.gazetteer(), organisation, scope.unit or CENTRE)


COMMANDS: dict[str, CommandHandler] = {"figures": figures_command, "figures-heard": figures_heard}
"""Its words are those of `heard-officer-counts` as well: "số liệu", "tình hình"."""
