"""An administrator changes in chat where an officer works: one place more, another place, or one less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from actions import scopes
from actions.officers import account_of
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.heard import aside
from conversation.messages import Option, Words, words
from conversation.questions import Choice, Confirm, Text
from domain.errors import NotAllowed
from domain.kinds import Organisation
from domain.roles import Role, Scope
from handlers.commune import body_words
from handlers.labels import organisation_words
from handlers.menu import menu_options
from handlers.numbers import offered_last
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from handlers.workplace import Workplace
from matching.places import Gazetteer
from matching.text import fold
from storage import accounts
from storage.accounts import Account
from storage.officers import actor_of

OFFERED: Final = 8
"""Accounts of one name that are offered; of more the whole name is asked for."""

MORE, ELSEWHERE = "more", "elsewhere"
"""What is wanted, beside the scope that is to be taken away ("19867/mttq")."""


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """The account as it is, and what names places."""

    officer_id: int
    name: str
    scopes: tuple[Scope, ...]
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Wish:
    """What an administrator wants changed."""

    officer_id: int
    add: tuple[Scope, ...]
    remove: tuple[Scope, ...]


async def check_administrator(visit: Visit) -> None:
    """Refuse everybody else."""
    officer_id = visit.row.officer_id
    actor = await actor_of(await visit.db(), officer_id) if officer_id is not None else None
    if actor is None or not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed


async def scope_command(visit: Visit, rest: str) -> None:
    """Begin with the officer who is named, or ask who it is."""
    await check_administrator(visit)
    if rest.strip():
        await find_account(rest, visit)
    else:
        visit.begin("scope-whom")


async def _nothing(_args: dict[str, Json], _visit: Visit) -> None:
    """The outline needs to know nothing."""


def whom_outline(_facts: None) -> Outline[str]:
    """Ask for a name, or the number of an account."""
    return (yield from Text("name", ask=words("scope-whom"), max_chars=80))


async def find_account(said: str, visit: Visit) -> None:
    """Go on with the one account that is meant; of several, ask which."""
    await check_administrator(visit)
    named = fold(said).strip()
    active = [one for one in await accounts.accounts(await visit.db()) if one.disabled_at is None]
    found = [one for one in active if named in {str(one.id), fold(one.name)}] or [
        one for one in active if f" {named} " in f" {fold(one.name)} "
    ]
    if len(found) == 1:
        visit.begin("scope", args={"officer": found[0].id})
    elif found and len(found) <= OFFERED:
        visit.say(words("scope-which"), options=tuple(_account_option(one, visit) for one in found))
    else:
        key = "scope-too-many" if found else "scope-nobody"
        visit.say(words(key, name=said.strip()), options=(Option("again", words("scope-again"), tap("scope")),))


def _account_option(account: Account, visit: Visit) -> Option:
    where = listed(account.scopes[:1], visit.services.gazetteer())
    return Option(str(account.id), words("scope-account", name=account.name, where=where), tap("scope", account.id))


async def scope_tap(visit: Visit, argument: str) -> None:
    """Begin with this account."""
    await check_administrator(visit)
    if argument.isdigit():
        visit.begin("scope", args={"officer": int(argument)})
    else:
        visit.begin("scope-whom")


async def scope_facts(args: dict[str, Json], visit: Visit) -> ScopeFacts:
    """Look the account up."""
    await check_administrator(visit)
    account = await account_of(await visit.db(), int(args["officer"]))
    return ScopeFacts(account.id, account.name, tuple(account.scopes), visit.services.gazetteer())


def scope_outline(facts: ScopeFacts) -> Outline[Wish]:
    """Ask what is to change, where to, and show what it will be."""
    what = yield from Choice("what", _ways(facts), ask=_ask(facts), label=words("scope-label-what"))
    add: tuple[Scope, ...] = ()
    if what in {MORE, ELSEWHERE}:
        commune = yield from Workplace("commune", ask=words("scope-commune"))
        options = tuple(Option(o.value, organisation_words(o)) for o in Organisation)
        ask, label = words("add-officer-organisation"), words("label-organisation")
        add = (Scope(commune, Organisation((yield from Choice("organisation", options, ask=ask, label=label)))),)
    remove = {MORE: (), ELSEWHERE: tuple(one for one in facts.scopes if one not in add)}.get(what)
    if remove is None:
        remove = (Scope.of_code(what),)
    after = tuple(dict.fromkeys((*(one for one in facts.scopes if one not in remove), *add)))
    shown = words(
        "scope-sum",
        name=facts.name,
        before=listed(facts.scopes, facts.gazetteer),
        after=listed(after, facts.gazetteer),
    )
    yield from Confirm("confirmed", shows=(shown,), send=words("scope-send"))
    return Wish(facts.officer_id, add, remove)


def _ask(facts: ScopeFacts) -> Words:
    return words("scope-what", name=facts.name, scopes=listed(facts.scopes, facts.gazetteer))


def _ways(facts: ScopeFacts) -> list[Option]:
    """Return what can be done: nobody is left without any place."""
    less = facts.scopes if len(facts.scopes) > 1 else ()
    return [
        Option(MORE, words("scope-more")),
        Option(ELSEWHERE, words("scope-elsewhere")),
        *(Option(one.code, words("scope-less", where=_named(one, facts.gazetteer))) for one in less),
    ]


async def change(wish: Wish, visit: Visit) -> None:
    """Change it; the officer is told, and it can be taken back."""
    done = await scopes.change_scopes(
        await visit.db(),
        wish.officer_id,
        add=wish.add,
        remove=wish.remove,
        by=f"officer/{visit.row.officer_id}",
        now=visit.now,
        calendar=visit.services.calendar,
    )
    undo = Option("undo", words("scope-undo"), tap("scope-undo", wish.officer_id))
    visit.say(words("scope-done", cases=done.given_back), options=(undo, *menu_options(visit, only=("work",))))


async def undo_tap(visit: Visit, argument: str) -> None:
    """Make it as it was before."""
    await check_administrator(visit)
    done = await scopes.undo_scopes(
        await visit.db(),
        int(argument) if argument.isdigit() else 0,
        by=f"officer/{visit.row.officer_id}",
        now=visit.now,
        calendar=visit.services.calendar,
    )
    where = listed(done.after, visit.services.gazetteer())
    told, options = [words("scope-undone", scopes=where)], menu_options(visit, only=("work",))
    if done.waiting:
        again = Option("cases", words("scope-cases-again", cases=done.waiting), tap("scope-cases", argument))
        told, options = [*told, words("scope-cases-waiting", cases=done.waiting)], (again, *options)
    visit.say(*told, options=options)


async def undo_heard(visit: Visit, text: str) -> bool:
    """Take a change back that was just made and called wrong ("nhầm rồi"); False for other words, and anything else."""
    if visit.row.officer_id is None or aside(text, ("undo",)) is None:
        return False
    changed = await offered_last(visit, "scope-undo")
    if changed is None:
        return False
    await undo_tap(visit, changed)
    return True


async def cases_tap(visit: Visit, argument: str) -> None:
    """Give the officer the cases again that went to their body by the change that was taken back."""
    await check_administrator(visit)
    given = await scopes.give_again(
        await visit.db(),
        int(argument) if argument.isdigit() else 0,
        now=visit.now,
        calendar=visit.services.calendar,
    )
    visit.say(words("scope-cases-given", cases=given), options=menu_options(visit, only=("work",)))


def listed(found: Sequence[Scope], gazetteer: Gazetteer) -> Words:
    """Return scopes in words, joined by commas; at least one."""
    named = [_named(one, gazetteer) for one in found]
    return reduce(lambda first, last: words("list-pair", first=first, last=last), named)


def _named(scope: Scope, gazetteer: Gazetteer) -> Words:
    organisation = organisation_words(scope.organisation) if scope.organisation else words("organisation-any")
    return body_words(gazetteer, organisation, scope.unit)


SCOPE_FORMS: dict[str, Form[Any]] = {
    "scope-whom": Form("scope-whom", whom_outline, find_account, _nothing),
    "scope": Form("scope", scope_outline, change, scope_facts),
}
SCOPE_COMMANDS: dict[str, CommandHandler] = {"scope": scope_command, "scope-undo-heard": undo_heard}
"""`scope-undo-heard` has no words of its own: it is called with what an officer writes outside any form."""
SCOPE_TAPS: dict[str, TapHandler] = {"scope": scope_tap, "scope-undo": undo_tap, "scope-cases": cases_tap}
