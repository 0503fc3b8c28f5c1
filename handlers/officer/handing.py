"""Who is to have a case, by what an officer names: a colleague or a body takes it over, an authority is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from actions.cases import assign
from actions.cases.access import access
from actions.cases.accused import accused_of
from conversation import heard
from conversation.codec import Json
from conversation.messages import Option, Words, words
from conversation.phrases import WORD, Spoken, longest, made_of, phrases, spoken
from domain.authorities import Authority
from domain.kinds import Organisation
from domain.life import Step
from domain.routing import Accused, Body
from domain.units import Level, UnitRef, inside, level_of
from handlers.commune import body_words, province_of, unit_inside, unit_words
from handlers.labels import organisation_words
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, open_option
from handlers.officer.referring import CODED, named_authority
from handlers.officer.steps import do_tap
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from matching.places import Gazetteer, find_commune
from matching.text import fold, nfc
from storage.cases import Case, unit_ref
from texts import LANGUAGES, say

HANDED: Final = frozenset({Step.REFER, Step.REASSIGN})
"""The steps whose words say no more than that somebody else is to have the case."""

_COMMITTEES: Final = {Level.COMMUNE: Authority.COMMUNE_COMMITTEE, Level.PROVINCE: Authority.PROVINCE_COMMITTEE}
_ORGANISATIONS: Final = tuple(Option(one.value, organisation_words(one)) for one in Organisation)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that was named, and the organisation there, None when none was; `plain` when it can be no authority."""

    unit: UnitRef
    organisation: Organisation | None
    plain: bool


async def whither(desk: Desk, case: Case, step: Step, rest: str) -> tuple[Step, dict[str, Json]] | None:
    """
    Return the step that is meant by what is named, with what of its form that answers; None when the officer is asked.

    A commune, an organisation or a colleague takes the case over, an authority is referred to.
    """
    name, why = and_reason(rest)
    reason: dict[str, Json] = {"reason": why} if why else {}
    level = level_of(case.handler.unit.code)
    # "tỉnh" alone is where Tỉnh ủy begins, and means no one of the offices there.
    office = without_asking(name) if heard.without(name, "officer-hand-beside") else ""
    if (authority := named_authority(office, level)) is not None:
        return Step.REFER, {"authority": authority}
    if person := await colleague(desk, case, name):
        return Step.REASSIGN, {**person, **reason}
    if heard.begins(name, "officer-hand-elsewhere") == "":
        return Step.REASSIGN, reason
    place = place_named(desk.visit.services.gazetteer(), case, name)
    if place is None:
        return step, {}
    if await accused_of(desk.db, case) is not Accused.NOBODY:
        return Step.REASSIGN, reason  # whom it accuses is neither suggested nor filled in: the form shows who is left
    body = await body_at(desk, case, place)
    if body == case.handler and place.organisation is None:
        return Step.REFER, {"authority": CODED + _COMMITTEES[place.unit.level].value}
    if body == case.handler:
        here = words("officer-hand-here", place=place_words(desk.visit, place))
        desk.visit.say(here, options=(open_option(case.id),))
    elif body is None or not place.plain:
        await _ask(desk, case, place, body)
    else:
        return Step.REASSIGN, {"to": stored(body), **reason}
    return None


def place_named(gazetteer: Gazetteer, case: Case, name: str) -> Place | None:
    """Return the unit and organisation that words name and nothing else: "Điện lực Quảng Điền" is an office there."""
    name = without_asking(name)
    found = find_commune(gazetteer, name, province_code=case.province)
    first, last = found.span if found.decision is not None and found.span is not None else (0, 0)
    beside = f"{name[:first]} {name[last:]}"
    plain = heard.without(beside, "officer-hand-beside")
    said = heard.meant(plain, _ORGANISATIONS) if plain else None
    if plain and said is None:
        return None
    organisation = Organisation(said.id) if said is not None else None
    if found.decision is not None:
        unit = UnitRef(found.decision, province_of(gazetteer, found.decision))
        return Place(unit, organisation, organisation is not None or unit.code != case.commune)
    if heard.mentions(beside, "officer-hand-province"):
        return Place(UnitRef(case.province), organisation, organisation is not None)
    if heard.mentions(beside, "authority-alike-commune"):
        return Place(UnitRef(case.commune, case.province), organisation, organisation is not None)
    return Place(case.handler.unit, organisation, True) if organisation is not None else None


async def body_at(desk: Desk, case: Case, place: Place) -> Body | None:
    """Return the body there that can have the case, or has it: the one named, one like its own, or the Front."""
    wanted = [place.organisation] if place.organisation is not None else [case.handler.organisation, Organisation.FRONT]
    there = [Body(place.unit, organisation) for organisation in wanted]
    free = {case.handler, *await assign.bodies_for(desk.db, case, also=place.unit)}
    return next((body for body in there if body in free), None)


def place_words(visit: Visit, place: Place, *, begins: bool = False) -> Words:
    """Return a unit, with the organisation there that was named; `begins` is how it begins a sentence."""
    gazetteer = visit.services.gazetteer()
    if place.organisation is not None:
        return named(gazetteer, Body(place.unit, place.organisation))
    return (unit_words if begins else unit_inside)(gazetteer, place.unit.code)


def stored(body: Body) -> str:
    """Return a body as the form keeps it: "b19867.mttq"."""
    return f"b{body.unit.code}.{body.organisation}"


def body_of(kept: str, gazetteer: Gazetteer) -> Body | None:
    """Return the body that is kept so; None for a colleague."""
    unit, _, organisation = kept.removeprefix("b").partition(".")
    known = unit in gazetteer.provinces or gazetteer.position(unit) is not None
    if not kept.startswith("b") or organisation not in set(Organisation) or not known:
        return None
    return Body(UnitRef(unit, province_of(gazetteer, unit) or None), Organisation(organisation))


def named(gazetteer: Gazetteer, body: Body) -> Words:
    """Return a body with its unit."""
    return body_words(gazetteer, words(body.organisation.text_key), body.unit.code)


async def _ask(desk: Desk, case: Case, place: Place, body: Body | None) -> None:
    """Ask once: whether the Front there takes it over or the committee there is asked; who is not there cannot."""
    visit, options = desk.visit, list[Option]()
    above = Body(UnitRef(case.province), Organisation.FRONT)
    takes = body or (above if above in await assign.bodies_for(desk.db, case) else None)
    if takes is not None:
        whom = words("officer-hand-to", body=named(visit.services.gazetteer(), takes))
        options.append(Option("hand", whom, tap("hand", f"{case.id}.{case.version}.{stored(takes)}")))
    if place.organisation is None:
        committee = words("officer-hand-refer", authority=_committee(visit, case, place.unit))
        options.append(Option("refer", committee, tap("hand", f"{case.id}.{case.version}.{place.unit.code}")))
    key = "officer-hand-or-refer" if body is not None else "officer-hand-nobody-there"
    visit.say(words(key, place=place_words(visit, place, begins=True)), options=(*options, open_option(case.id)))


def _committee(visit: Visit, case: Case, unit: UnitRef) -> Words | str:
    """Return the committee of a unit: by its code where the case lies, by its name elsewhere."""
    if unit.code == case.commune or unit.level is Level.PROVINCE:
        return words(_COMMITTEES[unit.level].text_key)
    gazetteer = visit.services.gazetteer()
    position = gazetteer.position(unit.code)
    assert position is not None
    name = gazetteer.communes[position].full_name
    return say("officer-hand-committee", LANGUAGES[0], {"unit": inside(name)})


async def hand_tap(visit: Visit, argument: str) -> None:
    """Begin the step that was chosen; `argument` is "case.version.b46.mttq" for a body, "case.version.19867" else."""
    desk = await desk_of(visit)
    case_id, _, rest = argument.partition(".")
    version, _, to = rest.partition(".")
    gazetteer = visit.services.gazetteer()
    known = body_of(to, gazetteer) or to in gazetteer.provinces or gazetteer.position(to) is not None
    if not case_id.isdigit() or not known:
        visit.say(words("engine-button-of-the-past"), options=(WORK_OPTION,))
        return
    case = await access(desk.db, int(case_id), desk.actor, now=visit.now, content=False)
    step = Step.REASSIGN if to.startswith("b") else Step.REFER
    await do_tap(visit, f"{step}.{case.id}.{version}")
    if not visit.begun:
        return
    if step is Step.REASSIGN:
        visit.state.answers["to"] = to
    else:
        unit = unit_ref(to, case.province)
        committee = _committee(visit, case, unit)
        coded = CODED + _COMMITTEES[unit.level].value
        visit.state.answers["authority"] = committee if isinstance(committee, str) else coded


def without_asking(text: str) -> str:
    """Return a name without what is asked of whoever has it: "công an xã xử lý giúp"."""
    typed, asked = spoken(text), phrases("officer-hand-asked")
    for place in range(1, len(typed.words)):
        if made_of(Spoken(typed.words[place:], typed.folded[place:]), asked):
            return nfc(text)[: [match.start() for match in WORD.finditer(nfc(text))][place]].strip(SIGNS)
    return text


# --- Colleagues and reasons -----------------------------------------------------------------------------------------


async def colleague(desk: Desk, case: Case, name: str) -> dict[str, Json]:
    """Return the one colleague whose name ends as it was typed: people are called by their last name here."""
    typed = fold(name).split()
    people = await assign.colleagues(desk.db, case)
    found = [account.id for account in people if fold(account.name).split()[-len(typed) :] == typed]
    if not found and len(typed) > 1:  # "chị Lan"
        found = [account.id for account in people if fold(account.name).split()[-1:] == typed[-1:]]
    return {"to": f"p{found[0]}"} if len(found) == 1 else {}


def and_reason(rest: str) -> tuple[str, str]:
    """
    Return what stands before "vì", as it was typed, and the reason behind it, '' for none.

    Without anything behind, or with a capital within, it is a name: Ba Vì is a commune.
    """
    text, typed, because = nfc(rest), spoken(rest), phrases("officer-typed-because")
    found = list(WORD.finditer(text))
    for place, word in enumerate(found):
        end = place + longest(typed, place, because)
        if place < end < len(found) and not (place and word.group()[0].isupper()):
            return text[: word.start()].strip(SIGNS), text[found[end - 1].end() :].strip(SIGNS)
    return text, ""


SIGNS: Final = " \t\n:,;.-–"
"""What may stand between a step, its answer and the reason."""

TAPS: dict[str, TapHandler] = {"hand": hand_tap}
