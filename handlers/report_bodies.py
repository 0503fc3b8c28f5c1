"""Whose calendar and head of reports an officer may change in chat: their own bodies', an administrator any body's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions.reports.calendar import organisation_code
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Choice
from domain.errors import NotAllowed
from domain.kinds import Organisation
from domain.offices import own_bodies
from domain.report_calendar import may_set_reports
from domain.roles import Role
from domain.units import UnitRef
from handlers.commune import Commune
from handlers.labels import organisation_words
from handlers.officer.desk import Desk, desk_of
from handlers.officer.offices import body_named
from handlers.table import tap
from handlers.visit import Visit
from matching.places import PlaceReading

LISTED_MAX: Final = 12
"""Bodies offered as buttons: two communes with all their organisations."""

TOPICS: Final = ("report-calendar", "report-head")
"""Commands, and taps of the same name, that go on with a body."""


@dataclass(frozen=True, slots=True)
class ReportBody:
    """A body whose reports are set up, with its name; `code` is the organisation under which its reports stand."""

    unit: UnitRef
    organisation: Organisation
    name: Words

    @property
    def code(self) -> str:
        """Return "" for the Front, which makes the report of all together, else the organisation."""
        return organisation_code(self.organisation)

    @property
    def key(self) -> str:
        """Return what stands for the body in buttons."""
        return f"{self.unit.code}-{self.organisation.value}"


async def choose_body(visit: Visit, topic: str) -> None:
    """
    Go on with the only body there is, or offer those that this officer may change.

    Raises:
        NotAllowed: there is none, and they are no administrator.
    """
    desk = await desk_of(visit)
    own = own_bodies(desk.actor)
    administrator = desk.actor.has(Role.ADMINISTRATOR)
    if not own and not administrator:
        raise NotAllowed
    if not own:
        visit.begin("report-whose", args={"topic": topic})
        return
    if len(own) == 1 and not administrator:
        unit, organisation = own[0]
        await visit.call(topic, f"{unit}-{organisation.value}")
        return
    gazetteer = visit.services.gazetteer()
    options = [
        Option(f"{unit}-{who}", body_named(gazetteer, unit, who).name, tap(topic, f"{unit}-{who.value}"))
        for unit, who in own[:LISTED_MAX]
    ]
    if administrator:
        options.append(Option("other", words("office-other-body"), tap(topic, "other")))
    visit.say(words("report-which-body"), options=tuple(options))


def settings_options(desk: Desk) -> tuple[Option, ...]:
    """Return the buttons to calendar and head, for whoever may change some body's."""
    if not own_bodies(desk.actor) and not desk.actor.has(Role.ADMINISTRATOR):
        return ()
    return (
        Option("calendar", words("report-button-calendar"), tap("report-calendar")),
        Option("head", words("report-button-head"), tap("report-head")),
    )


async def report_body(visit: Visit, key: str) -> tuple[Desk, ReportBody]:
    """
    Return the desk and the body that a button names: "19867-mttq".

    Raises:
        NotAllowed: it is not theirs to change, or there is no such body.
    """
    desk = await desk_of(visit)
    unit, _, organisation = key.partition("-")
    gazetteer = visit.services.gazetteer()
    known = gazetteer.position(unit) is not None or unit in gazetteer.provinces
    if not known or organisation not in {o.value for o in Organisation}:
        raise NotAllowed
    found = body_named(gazetteer, unit, Organisation(organisation))
    body = ReportBody(found.unit, found.organisation, found.name)
    if not may_set_reports(desk.actor, body.unit, body.code):
        raise NotAllowed
    return desk, body


# --- An administrator names any body ----------------------------------------------------------------------------------


async def _whose_facts(args: dict[str, Json], visit: Visit) -> str:
    if not (await desk_of(visit)).actor.has(Role.ADMINISTRATOR):
        raise NotAllowed
    topic = str(args["topic"])
    return topic if topic in TOPICS else TOPICS[0]


def whose_outline(topic: str) -> Outline[tuple[str, str]]:
    """Ask for commune and organisation."""
    commune = yield from Commune("commune", PlaceReading(), ask=words("office-commune"))
    options = tuple(Option(o.value, organisation_words(o)) for o in Organisation)
    organisation = yield from Choice("organisation", options, ask=words("office-organisation"))
    return topic, f"{commune}-{organisation}"


async def whose(chosen: tuple[str, str], visit: Visit) -> None:
    """Go on with that body."""
    await visit.call(*chosen)


FORMS: dict[str, Form[Any]] = {"report-whose": Form("report-whose", whose_outline, whose, _whose_facts)}
