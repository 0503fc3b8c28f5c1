"""Accounts of officers: created, invited into a chat, disabled, handed over when staff change."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change, by_system
from actions.cases.moving import write
from actions.notices import tell_officers
from conversation.messages import Reply, Words, words
from conversation.voices import OFFICER
from domain.calendar import WorkCalendar
from domain.errors import AlreadyDone, Expired, NotFound, Refused
from domain.life import Step
from domain.roles import GRANTABLE, HANDLERS, Role, Scope
from domain.units import inside
from storage import accounts, audit, cases, officers, outbox, petitions, units
from storage.accounts import Account
from storage.outbox import Notice

INVITATION_DAYS: Final = 7
"""How long an invitation can be used."""

_TOKEN_BYTES: Final = 18
"""144 random bits, 24 letters of A-Z a-z 0-9 - _: fits Telegram's start payload, cannot be guessed."""

DIGEST_MINUTE: Final = 7 * 60 + 30
"""Minute of the local day at which an officer's digest comes unless another is chosen: 07:30."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way into an account, told once: the token is stored nowhere."""

    officer_id: int
    token: str
    expires_at: datetime

    @property
    def payload(self) -> str:
        """What a link to a chat carries: `inv_` and the token."""
        return f"inv_{self.token}"


def token_hash(token: str) -> str:
    """Return what the table keeps of a token: 144 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


async def add_officer(
    db: AsyncConnection,
    *,
    name: str,
    roles: Sequence[Role],
    scopes: Sequence[Scope],
    now: datetime,
    digest_minute: int = DIGEST_MINUTE,
    digest_empty: str = "line",
    demo: bool = False,
) -> int:
    """
    Create an account; return its id.

    Raises:
        Refused: no name, no scope, or a role that is never granted.
    """
    if not name.strip() or not scopes or not roles or not set(roles) <= set(GRANTABLE):
        raise Refused
    officer_id = await accounts.insert_officer(
        db,
        name=name.strip(),
        roles=tuple(dict.fromkeys(roles)),
        scopes=tuple(dict.fromkeys(scopes)),
        digest_minute=digest_minute,
        digest_empty=digest_empty,
        now=now,
        demo=demo,
    )
    await _trace(db, "officer_added", officer_id, now)
    return officer_id


async def _trace(db: AsyncConnection, action: str, officer_id: int, now: datetime, **data: int) -> None:
    await audit.append(
        db, at=now, actor="administrator", action=action, subject=f"officer/{officer_id}", data=dict(data)
    )


async def account_of(db: AsyncConnection, officer_id: int) -> Account:
    """
    Return an active account.

    Raises:
        NotFound: there is none of this id, or it is disabled.
    """
    found = await accounts.account(db, officer_id)
    if found is None or found.disabled_at is not None:
        raise NotFound
    return found


async def invite(db: AsyncConnection, officer_id: int, *, now: datetime) -> Invitation:
    """
    Make an invitation for an account: its first chat, a further channel, or a new device.

    Earlier ones that were not used end with it. It lets in once, within `INVITATION_DAYS`.

    Raises:
        NotFound: no such active account.
    """
    await account_of(db, officer_id)
    await accounts.end_invitations(db, officer_id, at=now)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    until = now + timedelta(days=INVITATION_DAYS)
    await accounts.insert_invitation(db, officer_id, token_hash=token_hash(token), expires_at=until, now=now)
    await _trace(db, "officer_invited", officer_id, now)
    return Invitation(officer_id, token, until)


async def end_chats(db: AsyncConnection, officer_id: int, *, now: datetime) -> int:
    """
    Make every chat of an account a resident's again, for a device was lost; return how many there were.

    Raises:
        NotFound: no such active account.
    """
    await account_of(db, officer_id)
    await _tell_chats_end(db, officer_id, now)
    count = await accounts.take_chats(db, officer_id)
    await _trace(db, "officer_chats_ended", officer_id, now, chats=count)
    return count


async def _tell_chats_end(db: AsyncConnection, officer_id: int, now: datetime) -> None:
    """Say in every chat of an account that it is an officer's no longer, and take the officer's menu back."""
    reply = Reply((words("officer-chat-ended"),), voice=OFFICER, menu=())
    chats = await officers.chats_of(db, [officer_id])
    await outbox.queue_many(db, [Notice(chat.id, reply) for chat in chats], now=now)


async def join(db: AsyncConnection, conversation_id: int, token: str, *, now: datetime) -> Account:
    """
    Let the owner of an invitation in: from now on this chat is theirs. Return the account.

    Raises:
        NotFound: there is no such invitation.
        AlreadyDone: it was used before.
        Expired: its time has passed, or the account was disabled.
    """
    found = await accounts.invitation_of(db, token_hash(token))
    if found is None:
        raise NotFound(key="error-invitation-unknown")
    if found.used_at is not None:
        raise AlreadyDone(key="error-invitation-used")
    account = await accounts.account(db, found.officer_id)
    if found.expires_at <= now or account is None or account.disabled_at is not None:
        raise Expired(key="error-invitation-expired")
    if not await accounts.use_invitation(db, found.id, at=now):
        raise AlreadyDone(key="error-invitation-used")
    await accounts.give_chat(db, conversation_id, account.id)
    who, chat = f"officer/{account.id}", f"conversation/{conversation_id}"
    await audit.append(db, at=now, actor=who, action="officer_joined", subject=chat)
    return account


async def leave_chat(db: AsyncConnection, conversation_id: int, officer_id: int, *, now: datetime) -> None:
    """Make a chat a resident's again; the account and its other chats stay."""
    await accounts.give_chat(db, conversation_id, None)
    who, chat = f"officer/{officer_id}", f"conversation/{conversation_id}"
    await audit.append(db, at=now, actor=who, action="officer_left", subject=chat)


async def disable(db: AsyncConnection, officer_id: int, *, now: datetime) -> None:
    """
    Disable an account: no chat is its own any more, invitations end, its open cases go back to the body.

    Raises:
        NotFound: no such active account.
    """
    await account_of(db, officer_id)
    await _tell_chats_end(db, officer_id, now)
    await accounts.disable(db, officer_id, at=now)
    await _trace(db, "officer_disabled", officer_id, now)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a successor got: cases given to them, and those that stay with the body because they are concerned."""

    given: int
    left_with_body: int


async def hand_over(
    db: AsyncConnection, from_id: int, to_id: int, *, now: datetime, calendar: WorkCalendar
) -> HandedOver:
    """
    Give a leaving officer's scopes and open cases to a successor, and disable the account that is left.

    The successor keeps what they had. A case that concerns the successor goes back to its body.

    Raises:
        NotFound: one of the two is no active account.
        Refused: they are the same, or the successor handles no cases.
    """
    leaving, successor = await account_of(db, from_id), await account_of(db, to_id)
    if from_id == to_id or HANDLERS.isdisjoint(successor.roles):
        raise Refused
    missing = [scope for scope in leaving.scopes if scope not in successor.scopes]
    await accounts.add_scopes(db, to_id, missing)
    change = by_system(now, calendar)
    given = kept = 0
    for case_id in await accounts.open_case_ids(db, from_id):
        concerned = to_id in await cases.recused(db, case_id)
        await give_case(db, case_id, None if concerned else successor, change)
        given, kept = given + (not concerned), kept + concerned
    await _tell_chats_end(db, from_id, now)
    await accounts.disable(db, from_id, at=now)
    await _trace(db, "officer_handed_over", from_id, now, to=to_id, cases=given)
    if given or missing:
        added = words("officer-handed-over-scopes", scopes=await named(db, missing)) if missing else ""
        told = words("officer-handed-over", name=leaving.name, cases=given, added=added)
        await tell_officers(db, [to_id], told, now=now)
    return HandedOver(given, kept)


async def named(db: AsyncConnection, scopes: Sequence[Scope]) -> Words | str:
    """Return scopes as a list in words."""
    names = await units.names_of(db, [scope.unit for scope in scopes if scope.unit is not None])
    listed: Words | str = ""
    for scope in scopes:
        organisation = words(scope.organisation.text_key if scope.organisation else "organisation-any")
        unit = (
            words("unit-alone", unit=inside(names.get(scope.unit, scope.unit)))
            if scope.unit is not None
            else words("unit-any")
        )
        body = words("body-of-unit", organisation=organisation, unit=unit)
        listed = words("list-pair", first=listed, last=body) if listed else body
    return listed


async def give_case(db: AsyncConnection, case_id: int, to: Account | None, change: Change) -> None:
    """Give an open case to an account, or back to its body, because of a change of staff."""
    case = await cases.case(db, case_id, for_update=True)
    assert case is not None
    values = {"officer_id": to.id if to else None, "changed_at": change.now}
    await petitions.change_case(db, case.id, case.version, values)
    data = {"reason": "hand_over", "to_officer": to.id if to else None, "to_name": to.name if to else ""}
    await write(db, case, Step.REASSIGN, change, data=data)
