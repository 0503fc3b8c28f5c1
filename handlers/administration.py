"""An administrator in chat: let an officer in, with a one-time link to pass on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions import officers
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Choice, Text
from domain.errors import NotAllowed
from domain.kinds import Organisation
from domain.roles import Role, Scope
from handlers.commune import Commune, unit_words
from handlers.labels import organisation_words
from handlers.menu import menu_options
from handlers.table import CommandHandler, TapHandler
from handlers.visit import Visit
from matching.places import PlaceReading
from storage.officers import actor_of

GIVEN_ROLES = (Role.OFFICER, Role.LEADER)


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody to be let in."""

    name: str
    commune: str
    organisation: Organisation
    role: Role


async def _check_administrator(visit: Visit) -> None:
    """Refuse everybody else."""
    officer_id = visit.row.officer_id
    actor = await actor_of(await visit.db(), officer_id) if officer_id is not None else None
    if actor is None or not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed


async def add_officer_command(visit: Visit, _rest: str) -> None:
    """Begin to ask who is to be let in."""
    await _check_administrator(visit)
    visit.begin("add-officer")


async def _no_facts(_args: dict[str, Json], _visit: Visit) -> None:
    """The outline needs to know nothing."""


def add_officer_outline(_facts: None) -> Outline[NewOfficer]:
    """Ask for name, commune, organisation and role."""
    name = yield from Text("name", ask=words("add-officer-name"), max_chars=80)
    commune = yield from Commune("commune", PlaceReading(), ask=words("add-officer-commune"))
    options = tuple(Option(o.value, organisation_words(o)) for o in Organisation)
    organisation = yield from Choice("organisation", options, ask=words("add-officer-organisation"))
    roles = tuple(Option(role.value, words(f"role-{role.value}")) for role in GIVEN_ROLES)
    role = yield from Choice("role", roles, ask=words("add-officer-role"))
    return NewOfficer(name, commune, Organisation(organisation), Role(role))


async def add_officer(new: NewOfficer, visit: Visit) -> None:
    """Make the account and hand over the link that lets its owner in, once."""
    await _check_administrator(visit)
    db = await visit.db()
    scope = Scope(new.commune, new.organisation)
    added = await officers.add_officer(
        db,
        name=new.name,
        roles=[new.role],
        scopes=[scope],
        now=visit.now,
        digest_minute=visit.services.digest_minute,
    )
    invitation = await officers.invite(db, added, now=visit.now)
    unit = unit_words(visit.services.gazetteer(), new.commune)
    links = [f"{visit.services.public_url}/officer?start={invitation.payload}"]
    links += [link(invitation.payload) for link in visit.services.links.values()]
    visit.say(
        words("add-officer-done", name=new.name, organisation=organisation_words(new.organisation), unit=unit),
        words("add-officer-link", links="\n".join(links), until=invitation.expires_at),
        options=menu_options(visit),
    )


async def add_officer_tap(visit: Visit, _argument: str) -> None:
    """A button to the same."""
    await add_officer_command(visit, "")


ADMIN_FORMS: dict[str, Form[Any]] = {"add-officer": Form("add-officer", add_officer_outline, add_officer, _no_facts)}
ADMIN_COMMANDS: dict[str, CommandHandler] = {"add-officer": add_officer_command}
ADMIN_TAPS: dict[str, TapHandler] = {"add-officer": add_officer_tap}
