"""Petitions and the cases they belong to: rows in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import traces
from storage.prepared import Prepared, insert_row
from storage.schema import case_event, case_file, case_petition, petition

_case_by_id = select(case_file).where(case_file.c.id == bindparam("case_id"))


async def insert_petition(db: AsyncConnection, **values: Any) -> int:
    """Insert a petition; return its id."""
    return await insert_row(db, petition, values)


async def insert_case(db: AsyncConnection, **values: Any) -> int:
    """Insert a case; return its id."""
    return await insert_row(db, case_file, values)


async def join_case(
    db: AsyncConnection, case_id: int, petition_id: int, *, at: datetime, by: str, officer_id: int | None = None
) -> None:
    """Make the petition one of the case's."""
    values = {
        "case_id": case_id,
        "petition_id": petition_id,
        "joined_at": at,
        "joined_by": by,
        "joined_by_officer_id": officer_id,
    }
    await insert_row(db, case_petition, values)


async def add_event(db: AsyncConnection, **values: Any) -> None:
    """Write one line of a case's story."""
    await insert_row(db, case_event, values)


async def code_is_taken(db: AsyncConnection, code: str) -> bool:
    """Tell whether a petition has this receipt code."""
    return (await db.execute(select(petition.c.id).where(petition.c.code == code))).first() is not None


async def petition_by_code(db: AsyncConnection, code: str) -> Row[Any] | None:
    """Return the petition with this receipt code."""
    return (await db.execute(select(petition).where(petition.c.code == code))).first()


_of_person = select(petition).where(petition.c.person_id == bindparam("person_id")).order_by(petition.c.id.desc())
_newest_of_person = Prepared(_of_person.limit(bindparam("limit", type_=Integer)))


async def petitions_of_person(
    db: AsyncConnection, person_id: int, *, limit: int = 20, before: int | None = None
) -> Sequence[Row[Any]]:
    """Return a person's petitions, newest first; `before` is an id to page on."""
    if before is None:
        return await _newest_of_person(db, person_id=person_id, limit=limit)
    query = _of_person.where(petition.c.id < before).limit(limit)
    return (await db.execute(query, {"person_id": person_id})).all()


async def cases_of_petition(db: AsyncConnection, petition_id: int) -> Sequence[Row[Any]]:
    """Return the cases that a petition belongs to now."""
    query = (
        select(case_file)
        .join(case_petition, case_petition.c.case_id == case_file.c.id)
        .where(case_petition.c.petition_id == petition_id, case_petition.c.left_at.is_(None))
        .order_by(case_file.c.id)
    )
    return (await db.execute(query)).all()


async def petitions_of_case(db: AsyncConnection, case_id: int) -> Sequence[Row[Any]]:
    """Return the petitions of a case, first come first; withdrawn ones are left out."""
    query = (
        select(petition)
        .join(case_petition, case_petition.c.petition_id == petition.c.id)
        .where(case_petition.c.case_id == case_id, case_petition.c.left_at.is_(None), petition.c.withdrawn_at.is_(None))
        .order_by(petition.c.id)
    )
    return (await db.execute(query)).all()


async def case_by_id(db: AsyncConnection, case_id: int, *, for_update: bool = False) -> Row[Any] | None:
    """Return a case, locked when it is to be changed."""
    query = _case_by_id.with_for_update() if for_update else _case_by_id
    return (await db.execute(query, {"case_id": case_id})).first()


async def change_case(db: AsyncConnection, case_id: int, version: int, values: Mapping[str, Any]) -> bool:
    """Change a case if nobody else did since `version`; False when somebody has. Its petitions' index follows."""
    table = case_file
    query = update(table).where(table.c.id == case_id, table.c.version == version).values(version=version + 1, **values)
    done = (await db.execute(query)).rowcount == 1
    if done and "closed_at" in values:
        await traces.refresh_case(db, case_id)
    return done


async def people_in_case(db: AsyncConnection, case_id: int) -> int:
    """Return how many different people stand behind a case."""
    query = (
        select(func.count(func.distinct(petition.c.person_id)))
        .join(case_petition, case_petition.c.petition_id == petition.c.id)
        .where(case_petition.c.case_id == case_id, case_petition.c.left_at.is_(None), petition.c.withdrawn_at.is_(None))
    )
    return int((await db.execute(query)).scalar_one())
