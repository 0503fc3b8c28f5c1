"""The demo taken out again: its own rows, and nothing that real people have written meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Select, Table, delete, false, func, select, text, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.demo import marker
from storage import traces
from storage.outbox import UNSENT
from storage.schema import (
    case_file,
    case_petition,
    conversation,
    metadata,
    officer,
    outbox,
    person,
    petition,
    report,
    report_snapshot,
)

PERSON_KEY: Final = "demo-"
"""How the key of an invented person begins; real ones are 32 hexadecimal digits."""

_OWN: Final[Mapping[Table, Select[tuple[int]]]] = {
    person: select(person.c.id).where(person.c.key.startswith(PERSON_KEY)),
    officer: select(officer.c.id).where(officer.c.demo == true()),
    petition: select(petition.c.id).where(petition.c.demo == true()),
    case_file: select(case_file.c.id).where(case_file.c.demo == true()),
    report: select(report.c.id).where(report.c.demo == true()),
}
"""Tables whose rows say themselves that they are the demo's."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How much went. `kept` are cases of the demo into which a real petition was filed: they stay, for that one."""

    petitions: int
    cases: int
    officers: int
    kept: int

    def __bool__(self) -> bool:
        return bool(self.petitions or self.cases or self.officers)


async def remove(db: AsyncConnection) -> Removed:
    """
    Take the demo out in one transaction.

    Real rows that name something of it (a chat that was let in as an officer of the demo, a photo added to one of
    its petitions) stay and no longer name it. The audit trail stays whole: it is a chain.
    """
    kept = await _keep_cases_with_real_petitions(db)
    await _forget_notices(db)
    await traces.forget(db, [int(row.id) for row in await db.execute(_OWN[petition])])
    for table in reversed(metadata.sorted_tables):
        for column, target in _references(table):
            await _let_go(db, table, column, target)
    snapshots = select(report.c.snapshot_id).where(report.c.demo == true(), report.c.snapshot_id.is_not(None))
    compiled = list((await db.execute(snapshots)).scalars())
    gone = {}
    for table in reversed(metadata.sorted_tables):
        if table in _OWN:
            gone[table.name] = (await db.execute(delete(table).where(table.c.id.in_(_OWN[table])))).rowcount
    await db.execute(delete(report_snapshot).where(report_snapshot.c.id.in_(compiled)))
    await marker.erase(db)
    return Removed(gone["petition"], gone["case_file"], gone["officer"], kept)


async def is_there(db: AsyncConnection) -> bool:
    """Tell whether any row of a demo is there, whole or not."""
    for query in _OWN.values():
        if (await db.execute(query.limit(1))).first() is not None:
            return True
    return await marker.read(db) is not None


async def real_petitions(db: AsyncConnection) -> int:
    """Return how many petitions are not the demo's."""
    query = select(func.count()).select_from(petition).where(petition.c.demo == false())
    return int((await db.execute(query)).scalar_one())


async def _keep_cases_with_real_petitions(db: AsyncConnection) -> int:
    real = (
        select(case_petition.c.case_id)
        .join(petition, petition.c.id == case_petition.c.petition_id)
        .where(petition.c.demo == false())
    )
    shared = (case_file.c.demo == true()) & case_file.c.id.in_(real)
    return (await db.execute(update(case_file).where(shared).values(demo=False))).rowcount


async def _forget_notices(db: AsyncConnection) -> None:
    """Unsent messages about the demo go; those that were read stay in their chats."""
    about = outbox.c.about_case_id.in_(_OWN[case_file])
    await db.execute(delete(outbox).where(about, text(UNSENT)))
    await db.execute(update(outbox).where(about).values(about_case_id=None))
    # The name of a digest holds the account's id, which SQLite may give to the next account.
    chats = select(conversation.c.id).where(conversation.c.officer_id.in_(_OWN[officer]))
    digests = outbox.c.conversation_id.in_(chats) & outbox.c.once.startswith("digest/")
    await db.execute(update(outbox).where(digests).values(once=None))


def _references(table: Table) -> list[tuple[Column[Any], Table]]:
    """Return the columns of a table that name a row of the demo's tables, with the table named."""
    return [
        (column, key.column.table)
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table in _OWN
    ]


async def _let_go(db: AsyncConnection, table: Table, column: Column[Any], target: Table) -> None:
    names_demo = column.in_(_OWN[target])
    if column.nullable:
        await db.execute(update(table).where(names_demo).values({column.name: None}))
    elif table not in _OWN:
        await db.execute(delete(table).where(names_demo))
