"""'Gặp cán bộ': where the body can be met and phoned, and a request to be called back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions.notices import tell_body
from conversation.codec import Json
from conversation.forms import Form, Given, Outline
from conversation.messages import Option, Reply, Words, words
from conversation.questions import Text
from domain.kinds import Organisation
from domain.offices import Office
from domain.routing import Accused, Body, reading_chain
from domain.units import UnitRef
from handlers.asides import in_form
from handlers.commune import Commune, body_words
from handlers.hearing import hear
from handlers.labels import organisation_words
from handlers.menu import menu_options
from handlers.officer.calling import called_option
from handlers.phone import parse_phone
from handlers.submit import FORM as SUBMIT_FORM
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from matching.places import PlaceReading
from storage import officers, offices


async def meet_command(visit: Visit, _rest: str) -> None:
    """Show the office of the body that the person deals with, of the Front there, or how to find one."""
    db = await visit.db()
    body = _body_being_chosen(visit) or await offices.last_body(db, visit.row.person_id)
    call = Option("call-back", words("meet-call-back"), tap("call-back"))
    options = (call, *menu_options(visit, only=("new", "mine")))
    if body is None:
        visit.say(_where(visit.services.office), options=options)
        return
    unit, organisation = body
    office = await offices.office_of(db, unit, organisation)
    if office is None and organisation is not Organisation.FRONT:
        # The Front of the unit always sees what its organisations were sent.
        office = await offices.office_of(db, unit, Organisation.FRONT)
        organisation = Organisation.FRONT if office else organisation
    named = _body_words(visit, Body(UnitRef(unit), organisation))
    visit.say(words("meet-body", body=named), _where(office or visit.services.office), options=options)


def _body_words(visit: Visit, body: Body) -> Words:
    return body_words(visit.services.gazetteer(), organisation_words(body.organisation), body.unit.code)


def _body_being_chosen(visit: Visit) -> tuple[str, Organisation] | None:
    """Return the body of the petition that is being written, once its commune is known."""
    state = visit.state
    commune = state.answers.get("commune") or state.args.get("unit") if state.form == SUBMIT_FORM else None
    if not isinstance(commune, str) or visit.services.gazetteer().position(commune) is None:
        return None
    chosen = state.answers.get("organisation") or state.args.get("organisation")
    known = chosen in {organisation.value for organisation in Organisation}
    return commune, Organisation(str(chosen)) if known else Organisation.FRONT


def _where(office: Office) -> Words:
    return words(
        "meet-office",
        address=office.address or words("meet-no-address"),
        phone=office.phone or words("meet-no-phone"),
        hours=office.hours or words("meet-usual-hours"),
    )


@dataclass(frozen=True, slots=True)
class CallBack:
    """Somebody wishes to be called."""

    commune: str
    phone: str
    note: str


@dataclass(frozen=True, slots=True)
class CallFacts:
    """The commune dealt with last, if any."""

    commune: str | None
    phone: str


async def call_facts(_args: dict[str, Json], visit: Visit) -> CallFacts:
    """Return what is known already."""
    body = await offices.last_body(await visit.db(), visit.row.person_id)
    return CallFacts(body[0] if body else None, "")


def call_outline(facts: CallFacts) -> Outline[CallBack]:
    """Ask where, which number and about what."""
    commune = yield from Commune("commune", PlaceReading(), preset=facts.commune)
    phone = yield from PhoneQuestion("phone", ask=words("call-back-phone"), max_chars=20, parse=parse_phone)
    note = yield from Text("note", ask=words("call-back-note"), max_chars=500, optional=True)
    return CallBack(commune, phone, note)


class PhoneQuestion(Text):
    """A phone number, typed or shared with the messenger's own button."""

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return the question with the button that shares the number, where the channel has one."""
        return Reply((self.ask,), self.options, asks_phone=True)


async def call_back(wish: CallBack, visit: Visit) -> None:
    """Write the wish down and tell the body that has somebody."""
    db = await visit.db()
    gazetteer = visit.services.gazetteer()
    position = gazetteer.position(wish.commune)
    assert position is not None
    unit = UnitRef(wish.commune, gazetteer.communes[position].province_code)
    accused = hear(gazetteer, wish.note).accused
    chain = reading_chain(unit, Organisation.FRONT, accused)
    staffed = await officers.staffed_bodies(db, chain)
    body = staffed[0] if staffed else chain[0]
    call_id = await offices.ask_call_back(
        db, visit.row.id, body.unit.code, body.organisation.value, wish.phone, wish.note, at=visit.now
    )
    key = "officer-call-back-note" if wish.note else "officer-call-back"
    sentence = words(key, phone=wish.phone, note=wish.note)
    await tell_body(db, body, sentence, (called_option(call_id),), now=visit.now)
    apart = () if accused is Accused.NOBODY else (words("call-back-apart", body=_body_words(visit, body)),)
    visit.say(words("call-back-done"), *apart, options=menu_options(visit))


async def call_back_tap(visit: Visit, _argument: str) -> None:
    """Begin to ask for the number."""
    visit.begin("call-back")


FORMS: tuple[Form[Any], ...] = (Form("call-back", call_outline, call_back, call_facts, aside=in_form),)
TAPS: dict[str, TapHandler] = {"call-back": call_back_tap}
