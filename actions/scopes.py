"""Where an account works: changed without adding it anew, told to its owner, and taken back in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import by_system
from actions.notices import tell_officers
from actions.officers import account_of, give_case, named
from conversation.messages import words
from domain.calendar import WorkCalendar
from domain.errors import AlreadyDone, Refused
from domain.life import State
from domain.roles import Scope
from storage import accounts, audit, cases
from storage.cases import Case

CHANGED: Final = "officer_scopes"
"""Of the audit trail: its data say from what to what, and so how to take it back."""


@dataclass(frozen=True, slots=True)
class Changed:
    """
    Scopes before and after, and how many open cases went back to the body that handles them.

    `waiting` are those which the change that was undone had sent back, and which nobody has taken since.
    """

    before: tuple[Scope, ...]
    after: tuple[Scope, ...]
    given_back: int
    waiting: int = 0


async def change_scopes(
    db: AsyncConnection,
    officer_id: int,
    *,
    add: Sequence[Scope] = (),
    remove: Sequence[Scope] = (),
    by: str = "administrator",
    now: datetime,
    calendar: WorkCalendar,
) -> Changed:
    """
    Give an account scopes and take some away; open cases outside what is left go back to their body.

    Raises:
        NotFound: no such active account.
        Refused: one that is taken away is none of the account's, or none would be left.
        AlreadyDone: the account has these scopes already.
    """
    before = (await account_of(db, officer_id)).scopes
    if not set(remove) <= set(before):
        raise Refused(key="error-scope-not-there")
    after = tuple(dict.fromkeys((*(scope for scope in before if scope not in remove), *add)))
    return await _set(db, officer_id, before, after, by=by, now=now, calendar=calendar)


async def undo_scopes(
    db: AsyncConnection, officer_id: int, *, by: str = "administrator", now: datetime, calendar: WorkCalendar
) -> Changed:
    """
    Give an account the scopes back that it had before the last change; doing it again takes that back, too.

    Raises:
        NotFound: no such active account.
        AlreadyDone: nothing was changed.
        Refused: the account was given other scopes since, with a colleague's cases.
    """
    before = (await account_of(db, officer_id)).scopes
    last = await audit.last_of(db, action=CHANGED, subject=_subject(officer_id))
    if last is None:
        raise AlreadyDone(key="error-scope-never-changed")
    if set(before) != set(map(Scope.of_code, last["after"])):
        raise Refused(key="error-scope-changed-since")
    after = tuple(map(Scope.of_code, last["before"]))
    done = await _set(db, officer_id, before, after, by=by, now=now, calendar=calendar, undone=last.get("cases", ()))
    waiting = await _waiting(db, officer_id, last.get("cases", ()))
    return replace(done, waiting=len(waiting))


async def give_again(db: AsyncConnection, officer_id: int, *, now: datetime, calendar: WorkCalendar) -> int:
    """
    Give an account the cases again that it lost by a change of its scopes which was undone; return how many.

    Those that a colleague has taken meanwhile, or that are closed, stay as they are.

    Raises:
        NotFound: no such active account.
    """
    account = await account_of(db, officer_id)
    last = await audit.last_of(db, action=CHANGED, subject=_subject(officer_id))
    waiting = await _waiting(db, officer_id, (last or {}).get("undone", ()))
    for case in waiting:
        await give_case(db, case.id, account, by_system(now, calendar))
    return len(waiting)


async def _waiting(db: AsyncConnection, officer_id: int, case_ids: Iterable[int]) -> list[Case]:
    """Return those of these cases that are open, that nobody has, and that this account may have again."""
    scopes = (await account_of(db, officer_id)).scopes
    found = [case for case_id in case_ids if (case := await cases.case(db, case_id)) is not None]
    return [
        case
        for case in found
        if case.state is not State.CLOSED
        and case.officer_id is None
        and any(scope.owns(case.handler.unit, case.handler.organisation) for scope in scopes)
        and officer_id not in await cases.recused(db, case.id)
    ]


async def _set(
    db: AsyncConnection,
    officer_id: int,
    before: Sequence[Scope],
    after: Sequence[Scope],
    *,
    by: str,
    now: datetime,
    calendar: WorkCalendar,
    undone: Iterable[int] = (),
) -> Changed:
    if not after:
        raise Refused(key="error-scope-none-left")
    if set(after) == set(before):
        raise AlreadyDone(key="error-scope-the-same")
    await accounts.replace_scopes(db, officer_id, after)
    given_back: list[int] = []
    for case_id in await accounts.open_case_ids(db, officer_id):
        case = await cases.case(db, case_id)
        assert case is not None
        # Not `covers`: a whole province stands above its communes' cases, and they would be in nobody's list.
        if not any(scope.owns(case.handler.unit, case.handler.organisation) for scope in after):
            await give_case(db, case_id, None, by_system(now, calendar))
            given_back.append(case_id)
    data = {
        "before": [scope.code for scope in before],
        "after": [scope.code for scope in after],
        "cases": given_back,
        "undone": list(undone),
    }
    await audit.append(db, at=now, actor=by, action=CHANGED, subject=_subject(officer_id), data=data)
    told = words("officer-scopes-changed", scopes=await named(db, after), cases=len(given_back))
    await tell_officers(db, [officer_id], told, now=now)
    return Changed(tuple(before), tuple(after), len(given_back))


def _subject(officer_id: int) -> str:
    return f"officer/{officer_id}"
