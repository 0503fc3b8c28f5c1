"""'Văn phòng': an officer enters where their own body can be met, an administrator that of any commune's body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions import offices as actions
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Choice, Confirm, Text
from domain.errors import NotAllowed
from domain.kinds import Organisation
from domain.offices import ADDRESS_MAX, HOURS_MAX, PHONE_MAX, Office, may_set_office, own_bodies, parse_phone
from domain.roles import Role
from domain.units import UnitRef
from handlers.commune import Commune, body_words, province_of
from handlers.labels import organisation_words
from handlers.menu import menu_options
from handlers.officer.desk import desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.places import Gazetteer, PlaceReading
from storage import offices

KEEP: Final = "="
NONE: Final = "-"
"""What the buttons under a part stand for; typed, they mean the same."""

LISTED_MAX: Final = 12
"""Bodies offered as buttons: two communes with all their organisations."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation at a unit, by codes, with its name."""

    unit: UnitRef
    organisation: Organisation
    name: Words


def body_named(gazetteer: Gazetteer, unit: str, organisation: Organisation) -> Body:
    """Return the body of a unit of the list."""
    name = body_words(gazetteer, organisation_words(organisation), unit)
    return Body(UnitRef(unit, province_of(gazetteer, unit) or None), organisation, name)


# --- Whose office ---------------------------------------------------------------------------------------------------


async def office_command(visit: Visit, _rest: str) -> None:
    """Begin with the only body there is, or offer those that this officer may change; residents are told theirs."""
    if visit.row.officer_id is None:
        await visit.call("meet")
        return
    desk = await desk_of(visit)
    own = own_bodies(desk.actor)
    administrator = desk.actor.has(Role.ADMINISTRATOR)
    if not own and not administrator:
        raise NotAllowed
    if not own:
        visit.begin("office-whose")
    elif len(own) == 1 and not administrator:
        _begin(visit, *own[0])
    else:
        _offer(visit, own[:LISTED_MAX], more=administrator)


def _offer(visit: Visit, own: tuple[tuple[str, Organisation], ...], *, more: bool) -> None:
    gazetteer = visit.services.gazetteer()
    options = [
        Option(f"{unit}-{organisation}", body_named(gazetteer, unit, organisation).name, _payload(unit, organisation))
        for unit, organisation in own
    ]
    if more:
        options.append(Option("other", words("office-other-body"), tap("office", "other")))
    visit.say(words("office-which-body"), options=tuple(options))


def _payload(unit: str, organisation: Organisation) -> str:
    return tap("office", f"{unit}-{organisation.value}")


def _begin(visit: Visit, unit: str, organisation: Organisation) -> None:
    visit.begin("office", args={"unit": unit, "organisation": organisation.value})


async def office_tap(visit: Visit, argument: str) -> None:
    """Begin to ask about a body, "19867-mttq", or whose office it is, "other"."""
    await desk_of(visit)
    unit, _, organisation = argument.partition("-")
    if organisation in {o.value for o in Organisation}:
        _begin(visit, unit, Organisation(organisation))
    else:
        visit.begin("office-whose")


async def _administrator(_args: dict[str, Json], visit: Visit) -> None:
    """Only an administrator enters the office of a body that is not their own."""
    if not (await desk_of(visit)).actor.has(Role.ADMINISTRATOR):
        raise NotAllowed


def whose_outline(_facts: None) -> Outline[tuple[str, Organisation]]:
    """Ask for commune and organisation."""
    commune = yield from Commune("commune", PlaceReading(), ask=words("office-commune"))
    options = tuple(Option(o.value, organisation_words(o)) for o in Organisation)
    organisation = yield from Choice("organisation", options, ask=words("office-organisation"))
    return commune, Organisation(organisation)


async def whose(body: tuple[str, Organisation], visit: Visit) -> None:
    """Go on with that body."""
    _begin(visit, *body)


# --- Where it is ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """A body, and what is known of its office so far."""

    body: Body
    known: Office


async def office_facts(args: dict[str, Json], visit: Visit) -> OfficeFacts:
    """
    Look up the body of the form's arguments.

    Raises:
        NotAllowed: the body is not this officer's, or the code is no unit of the list.
    """
    desk = await desk_of(visit)
    gazetteer, unit = visit.services.gazetteer(), str(args["unit"])
    if gazetteer.position(unit) is None and unit not in gazetteer.provinces:
        raise NotAllowed
    body = body_named(gazetteer, unit, Organisation(args["organisation"]))
    if not may_set_office(desk.actor, body.unit, body.organisation):
        raise NotAllowed
    return OfficeFacts(body, await offices.office_of(desk.db, unit, body.organisation) or Office())


def office_outline(facts: OfficeFacts) -> Outline[tuple[Body, Office]]:
    """Ask for address, phone and hours, each of which may stay as it is or be left empty; show all before saving."""
    known = facts.known
    address = yield from _part("address", known.address, max_chars=ADDRESS_MAX, of=facts.body.name)
    phone = yield from _part("phone", known.phone, max_chars=PHONE_MAX)
    hours = yield from _part("hours", known.hours, max_chars=HOURS_MAX)
    office = Office(address, phone, hours)
    yield from Confirm("sure", shows=(summary(facts.body, office),), send=words("office-save"))
    return facts.body, office


def _part(name: str, known: str, *, max_chars: int, of: Words | None = None) -> Outline[str]:
    values: dict[str, str | Words] = {"body": of} if of else {}
    ask = words(f"office-{name}-known", known=known, **values) if known else words(f"office-{name}-ask", **values)
    keep = (Option(KEEP, words("office-keep")),) if known else ()
    text = yield from Text(
        name,
        ask=ask,
        label=words(f"webchat-office-{name}"),
        max_chars=max_chars,
        parse=_phone if name == "phone" else None,
        options=(*keep, Option(NONE, words("office-leave-empty"))),
    )
    return known if text == KEEP else "" if text == NONE else text


def _phone(text: str) -> str:
    return text if text in {KEEP, NONE} else parse_phone(text)


def summary(body: Body, office: Office) -> Words:
    """Return what "gặp cán bộ" will show of a body."""
    return words(
        "office-summary",
        body=body.name,
        address=office.address or words("office-empty"),
        phone=office.phone or words("office-empty"),
        hours=office.hours or words("office-empty"),
    )


async def save(entered: tuple[Body, Office], visit: Visit) -> None:
    """Keep it and say what people see from now on."""
    body, office = entered
    desk = await desk_of(visit)
    kept = await actions.set_office(desk.db, body.unit, body.organisation, office, by=desk.actor, now=visit.now)
    key = "office-cleared" if kept is None else "office-saved"
    visit.say(words(key, body=body.name), options=menu_options(visit))


FORMS: tuple[Form[Any], ...] = (
    Form("office-whose", whose_outline, whose, _administrator),
    Form("office", office_outline, save, office_facts),
)
COMMANDS: dict[str, CommandHandler] = {"office": office_command}
TAPS: dict[str, TapHandler] = {"office": office_tap}
