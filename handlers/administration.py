"""An administrator in chat: let an officer in, with a one-time link to pass on; see what else can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions import officers
from conversation.codec import Json
from conversation.engine import put
from conversation.forms import Form, Outline, Question, State
from conversation.heard import begins, corrected
from conversation.messages import Inbound, Option, Words, words
from conversation.questions import Choice, Confirm, Text
from domain.kinds import Organisation
from domain.roles import Role, Scope
from handlers.commune import unit_inside, unit_words
from handlers.labels import organisation_words
from handlers.menu import menu_options
from handlers.names import without_politeness
from handlers.scopes import SCOPE_COMMANDS, SCOPE_FORMS, SCOPE_TAPS, check_administrator, scope_command
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from handlers.workplace import Workplace
from matching.places import Gazetteer, find_commune
from storage.officers import actor_of

GIVEN_ROLES = (Role.OFFICER, Role.LEADER)


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Somebody to be let in."""

    name: str
    commune: str
    organisation: Organisation
    role: Role


async def add_officer_command(visit: Visit, _rest: str) -> None:
    """Begin to ask who is to be let in."""
    await check_administrator(visit)
    visit.begin("add-officer")


async def _facts(_args: dict[str, Json], visit: Visit) -> Gazetteer:
    """Return what names the commune at the last look."""
    return visit.services.gazetteer()


def add_officer_outline(facts: Gazetteer) -> Outline[NewOfficer]:
    """Ask for name, commune, organisation and role, and show them before anybody is let in."""
    name = yield from Text("name", ask=words("add-officer-name"), label=words("add-officer-label-name"), max_chars=80)
    commune = yield from Workplace("commune", ask=words("add-officer-commune"))
    options = tuple(Option(o.value, organisation_words(o)) for o in Organisation)
    ask, label = words("add-officer-organisation"), words("label-organisation")
    organisation = Organisation((yield from Choice("organisation", options, ask=ask, label=label)))
    roles = tuple(Option(role.value, words(f"role-{role.value}")) for role in GIVEN_ROLES)
    ask, label = words("add-officer-role"), words("add-officer-label-role")
    role = Role((yield from Choice("role", roles, ask=ask, label=label)))
    shown = words(
        "add-officer-sum",
        name=name,
        organisation=organisation_words(organisation),
        unit=unit_words(facts, commune),
        role=words(f"role-{role.value}"),
    )
    yield from Confirm("confirmed", shows=(shown,), send=words("add-officer-send"))
    return NewOfficer(name, commune, organisation, role)


async def corrected_name(
    state: State, _question: Question[Any], inbound: Inbound, visit: Visit
) -> tuple[Words, ...] | None:
    """Hear a name put right after it was given ("à nhầm, Nguyễn Thị Hảo"); None for all other words."""
    name = without_politeness(corrected(inbound.text) or "")
    is_name = len(name.split()) > 1 and all(word[:1].isupper() for word in name.split())
    if "name" not in state.answers or not is_name or find_commune(visit.services.gazetteer(), name).candidates:
        return None
    put(state, "name", name)
    return (words("corrected-answer", what=words("add-officer-label-name"), new=name),)


async def add_officer(new: NewOfficer, visit: Visit) -> None:
    """Make the account and hand over the link that lets its owner in, once."""
    await check_administrator(visit)
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
    unit = unit_inside(visit.services.gazetteer(), new.commune)
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


async def accounts_heard(visit: Visit, text: str) -> bool:
    """Hear an administrator let somebody in by name, or speak of accounts; False for other words and everybody else."""
    if visit.row.officer_id is None:
        return False
    moved, added = begins(text, "admin-scope"), begins(text, "command-add-officer")
    if moved is None and not added and begins(text, "admin-accounts") is None:
        return False
    actor = await actor_of(await visit.db(), visit.row.officer_id)
    if actor is None or not actor.has(Role.ADMINISTRATOR):
        return False
    if added and (name := without_politeness(added.strip(" ,:."))):
        visit.begin("add-officer", name=name)
        return True
    if moved is not None:
        await scope_command(visit, moved)
        return True
    add = Option("add", words("button-add-officer"), tap("add-officer"))
    visit.say(words("admin-accounts-where"), options=(add, Option("scope", words("button-scope"), tap("scope"))))
    return True


ADMIN_FORMS: dict[str, Form[Any]] = {
    "add-officer": Form("add-officer", add_officer_outline, add_officer, _facts, aside=corrected_name),
    **SCOPE_FORMS,
}
ADMIN_COMMANDS: dict[str, CommandHandler] = {
    "add-officer": add_officer_command,
    "accounts-heard": accounts_heard,
    **SCOPE_COMMANDS,
}
ADMIN_TAPS: dict[str, TapHandler] = {"add-officer": add_officer_tap, **SCOPE_TAPS}
