"""An empty installation prints a one-time link for its first administrator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from actions import officers
from actions.officers import DIGEST_MINUTE
from domain.roles import Role, Scope
from storage.database import Database
from storage.schema import officer
from texts import say

ROLES = (Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER)


async def administrator_link(
    database: Database, public_url: str, *, now: datetime, digest_minute: int = DIGEST_MINUTE
) -> str | None:
    """Return the link for the first administrator, or None when there is one already."""
    async with database.read() as db:
        roles = (await db.execute(select(officer.c.roles).where(officer.c.disabled_at.is_(None)))).scalars()
        if any(Role.ADMINISTRATOR in held for held in roles):
            return None
    async with database.begin() as db:
        first = await officers.add_officer(
            db, name=say("administrator-name"), roles=ROLES, scopes=[Scope()], now=now, digest_minute=digest_minute
        )
        invitation = await officers.invite(db, first, now=now)
    return f"{public_url}/officer?start={invitation.payload}"
