"""A leader asks how things stand: open, new, overdue, what authorities owe, with the way to the weekly digest."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from actions.leader_digest_words import office_words
from conversation.messages import Option, Words, words
from domain.calendar import LOCAL, local_date
from domain.kinds import Organisation
from domain.roles import Actor
from domain.units import CENTRE
from handlers.commune import unit_words
from handlers.labels import organisation_words
from handlers.officer.desk import WORK_OPTION, desk_of
from handlers.officer.wording import if_any, in_lines
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from storage import standing
from storage.leaders import LEADING

NEW_DAYS: Final = 7
"""As many days as the weekly digest tells of, today among them."""


async def figures_command(visit: Visit, _rest: str) -> bool | None:
    """Show a leader how their units stand, an officer the work list; to a resident it means their petitions."""
    if visit.row.officer_id is None:
        return await visit.call("mine")
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        return await visit.call("work")
    first = local_date(visit.now) - timedelta(days=NEW_DAYS - 1)
    since = datetime(first.year, first.month, first.day, tzinfo=LOCAL)
    found = await standing.standing(desk.db, desk.actor, now=visit.now, new_since=since)
    told = words(
        "officer-figures",
        place=_place(visit, desk.actor),
        at=visit.now,
        first=first,
        open=found.open,
        new=found.new,
        overdue=found.overdue,
        owed=found.owed,
        answered=found.answered,
        on_time=if_any("officer-figures-on-time", found.on_time if found.answered else ""),
    )
    offices = [words("officer-figures-office", office=office_words(name), count=count) for name, count in found.offices]
    paragraphs = (told, in_lines([words("officer-figures-offices"), *offices])) if offices else (told,)
    visit.say(*paragraphs, options=(*_ways(found), WORK_OPTION))
    return None


def _ways(found: standing.Standing) -> tuple[Option, ...]:
    overdue = Option("overdue", words("officer-pile-overdue", count=found.overdue), tap("work", "area.overdue.0"))
    area = Option("area", words("officer-pile-area", count=found.open), tap("work", "area"))
    week = Option("week", words("menu-week"), tap("menu", "week-digest"))
    return (*((overdue,) if found.overdue else ()), *((area,) if found.open else ()), week)


def _place(visit: Visit, actor: Actor) -> Words:
    if len(actor.scopes) != 1:
        return words("digest-week-places")
    (scope,) = actor.scopes
    unit = unit_words(visit.services.gazetteer(), scope.unit or CENTRE)
    return words(
        "digest-week-place", organisation=organisation_words(scope.organisation or Organisation.FRONT), unit=unit
    )


COMMANDS: dict[str, CommandHandler] = {"figures": figures_command}
"""Its words are those of `heard-officer-counts` as well: "số liệu", "tình hình"."""
