"""A small commune for tests of actions: officers, residents and cases with defaults, on real tables."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from actions import officers
from actions.cases.change import Change
from actions.filing import NewPetition, file_petition
from conversation.codec import reply_from_json
from conversation.messages import Reply
from conversation.recognise import label_of
from domain.calendar import WorkCalendar
from domain.kinds import Kind, Organisation
from domain.roles import Role, Scope
from domain.subjects import Subject
from domain.units import UnitRef
from storage import accounts, cases, schema
from storage import officers as officer_rows
from storage.cases import Case
from storage.database import Database
from tests.support.looking import looking_at

MONDAY = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
"""A Monday, 09:00 in Vietnam; Tuesday 24 November of the week after is a holiday."""

PROVINCE = "46"
COMMUNE = UnitRef("19867", PROVINCE)
NEIGHBOUR = UnitRef("19870", PROVINCE)
CALENDAR = WorkCalendar()
LAMP = "Đèn đường ngõ 12 thôn Hạ Lang hỏng cả tháng nay"

_numbers = itertools.count(1)


class World:
    """Everything a test says to the house goes through one transaction each; `now` stands until it is moved."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = MONDAY

    def advance(self, **delta: float) -> None:
        """Let time pass."""
        self.now += timedelta(**delta)

    # --- People

    async def officer(
        self,
        name: str = "Lan",
        *,
        unit: str | None = COMMUNE.code,
        organisation: Organisation | None = Organisation.FRONT,
        roles: Sequence[Role] = (Role.OFFICER,),
        chat: bool = True,
    ) -> int:
        """Create an account, with a chat that is its own."""
        async with self.database.begin() as db:
            id = await officers.add_officer(
                db, name=name, roles=roles, scopes=[Scope(unit, organisation)], now=self.now
            )
        if chat:
            await self.chat(officer_id=id)
        return id

    async def leader(self, name: str = "Bình", **values: Any) -> int:
        """Create a leader's account."""
        return await self.officer(name, roles=(Role.OFFICER, Role.LEADER), **values)

    async def chat(self, *, officer_id: int | None = None, person_id: int | None = None) -> int:
        """Create a chat, with a person of its own unless one is given; return its id."""
        async with self.database.begin() as db:
            if person_id is None:
                person = insert(schema.person).returning(schema.person.c.id)
                key = secrets.token_hex(16)
                person_id = await db.scalar(person, {"key": key, "language": "vi", "created_at": self.now})
            values = {
                "channel": "webchat",
                "address": f"a{next(_numbers)}",
                "person_id": person_id,
                "officer_id": officer_id,
                "state": "",
                "line": 0,
                "created_at": self.now,
                "last_inbound_at": self.now,
            }
            made = insert(schema.conversation).returning(schema.conversation.c.id)
            return int(await db.scalar(made, values))

    # --- Petitions

    async def file(self, text: str = LAMP, *, chat: int | None = None, **values: Any) -> Filed:
        """File a petition of somebody new (or of `chat`), as a resident does; return what the test needs of it."""
        chat = chat if chat is not None else await self.chat()
        async with self.database.begin() as db:
            table = schema.conversation
            person = await db.scalar(select(table.c.person_id).where(table.c.id == chat))
            defaults: dict[str, Any] = {
                "person_id": person,
                "conversation_id": chat,
                "origin": "webchat",
                "kind": Kind.OBSERVATION,
                "text": text,
                "commune": COMMUNE,
                "organisation": Organisation.FRONT,
                "subject": Subject.UTILITIES,
                "place": "ngõ 12",
                "sender_name": "Nguyễn Văn An",
                "sender_phone": "0912345678",
            }
            new = NewPetition(**{**defaults, **values})
            receipt = await file_petition(
                db, new, now=self.now, calendar=CALENDAR, secret=b"s", draw=secrets.token_bytes
            )
        assert receipt.case_id is not None
        return Filed(receipt.petition_id, receipt.code, receipt.case_id, chat, int(person))

    # --- Doing and looking

    async def change(self, officer_id: int, version: int | None = None) -> Change:
        """Return an officer as the one who changes something now."""
        async with looking_at(self.database) as db:
            actor = await officer_rows.actor_of(db, officer_id)
        assert actor is not None
        return Change(actor, self.now, CALENDAR, version)

    async def does(
        self, who: int, step: Callable[..., Awaitable[Any]], case_id: int, /, *, seen: int | None = None, **values: Any
    ) -> Any:
        """Let an officer take a step; `seen` is the version of the case they had before them."""
        change = await self.change(who, seen)
        async with self.database.begin() as db:
            return await step(db, case_id, change, **values)

    async def resident(self, filed: Filed, step: Callable[..., Awaitable[Any]], *arguments: Any, **values: Any) -> Any:
        """Let the resident of a petition take a step."""
        async with self.database.begin() as db:
            return await step(
                db,
                filed.petition_id,
                *arguments,
                person_id=filed.person_id,
                now=self.now,
                calendar=CALENDAR,
                **values,
            )

    async def case(self, case_id: int) -> Case:
        """Return a case as it stands."""
        async with looking_at(self.database) as db:
            found = await cases.case(db, case_id)
        assert found is not None
        return found

    async def events(self, case_id: int) -> list[cases.Event]:
        """Return a case's story."""
        async with looking_at(self.database) as db:
            return await cases.events(db, case_id)

    async def steps(self, case_id: int) -> list[str]:
        """Return the steps of a case's story."""
        return [event.step for event in await self.events(case_id)]

    async def account(self, officer_id: int) -> accounts.Account:
        """Return an account."""
        async with looking_at(self.database) as db:
            found = await accounts.account(db, officer_id)
        assert found is not None
        return found

    async def rows(self, table: Any) -> list[Any]:
        """Return a table's rows."""
        async with looking_at(self.database) as db:
            return list((await db.execute(select(table).order_by(table.c.id))).all())

    async def replies(self, chat: int) -> list[Reply]:
        """Return what was queued for a chat, oldest first."""
        table = schema.outbox
        query = select(table.c.reply).where(table.c.conversation_id == chat).order_by(table.c.id)
        async with looking_at(self.database) as db:
            return [reply_from_json(text) for text in (await db.execute(query)).scalars()]

    async def told(self, chat: int) -> list[str]:
        """Return the keys of what was queued for a chat."""
        return [reply.paragraphs[0].key for reply in await self.replies(chat)]

    async def last_words(self, chat: int) -> str:
        """Return the newest message to a chat in Vietnamese."""
        newest = (await self.replies(chat))[-1]
        return "\n\n".join(label_of(paragraph, "vi") for paragraph in newest.paragraphs)

    async def officer_told(self, officer_id: int) -> list[str]:
        """Return the keys of what was queued for an officer's chats."""
        table = schema.conversation
        async with looking_at(self.database) as db:
            query = select(table.c.id).where(table.c.officer_id == officer_id).order_by(table.c.id)
            chats = list((await db.execute(query)).scalars())
        return [key for chat in chats for key in await self.told(chat)]

    async def officer_heard(self, officer_id: int) -> str:
        """Return the newest message to an officer's first chat in Vietnamese."""
        table = schema.conversation
        async with looking_at(self.database) as db:
            query = select(table.c.id).where(table.c.officer_id == officer_id).order_by(table.c.id)
            chat = (await db.execute(query)).scalars().first()
        assert chat is not None
        return await self.last_words(chat)

    async def forget_news(self) -> None:
        """Drop everything queued so far: the test looks at what comes next."""
        async with self.database.begin() as db:
            await db.execute(schema.outbox.delete())

    async def put(self, table: Any, id: int, **values: Any) -> None:
        """Change a row behind everybody's back: to bring about what no action does."""
        async with self.database.begin() as db:
            await db.execute(update(table).where(table.c.id == id).values(**values))


class Filed:
    """A petition, its case, and the chat and person that it came from."""

    def __init__(self, petition_id: int, code: str, case_id: int, chat: int, person_id: int) -> None:
        self.petition_id, self.code, self.case_id, self.chat, self.person_id = (
            petition_id,
            code,
            case_id,
            chat,
            person_id,
        )
