"""The officer behind a chat: every tap, command and form of this package asks for it first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change
from conversation.messages import Option, words
from conversation.render import ABOUT_MAX, beginning
from domain import receipt
from domain.calendar import local_date
from domain.errors import NotAllowed
from domain.roles import Actor
from handlers.table import tap
from handlers.visit import Visit
from storage import officers
from storage.cases import Case


@dataclass(frozen=True, slots=True)
class Desk:
    """An active account at work in one chat, inside the message's transaction."""

    actor: Actor
    db: AsyncConnection
    visit: Visit

    def change(self, version: int | None = None) -> Change:
        """Return this officer as the one who changes a case that they saw in this version."""
        return Change(self.actor, self.visit.now, self.visit.services.calendar, version)


async def desk_of(visit: Visit) -> Desk:
    """
    Return the desk of this chat's officer.

    Raises:
        NotAllowed: the chat is no officer's, or the account is disabled.
    """
    if visit.row.officer_id is None:
        at_work = visit.state.form.startswith("officer-")  # until a moment ago: what was typed went nowhere
        raise NotAllowed(key="officer-chat-ended" if at_work else "error-not-an-officer")
    db = await visit.db()
    actor = await officers.actor_of(db, visit.row.officer_id, on=local_date(visit.now))
    if actor is None:
        raise NotAllowed(key="error-account-disabled")
    return Desk(actor, db, visit)


def listed_option(case: Case) -> Option:
    """Return the button of a case in a list whose lines tell of it; of a sealed one it tells nothing."""
    label = words("officer-open", code=receipt.display(case.code))
    return Option(str(case.id), label, tap("case", case.id), about="" if case.confidential else case.title)


def titled(case_id: int, code: str, title: str, choice: str) -> Option:
    """Return the choice of a case where nothing else tells what it is; `title` '' for a sealed one."""
    shown = receipt.display(code)
    named = words("officer-similar", code=shown, title=beginning(title, ABOUT_MAX))
    return Option(str(case_id), named if title else words("officer-open", code=shown), choice)


def open_option(case_id: int) -> Option:
    """Return the button that opens a case."""
    return Option("case", words("button-open-case"), tap("case", case_id))


WORK_OPTION = Option("work", words("menu-work"), tap("menu", "work"))
"""Back to the work list."""

NEXT_OPTION = Option("next", words("button-next-case"), tap("next-case"))
"""On to the next case that waits."""
