"""What the fifth migration does to rows that are there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from storage import migrate, schema
from storage.database import Database
from storage.types import to_ms
from tests.actions.world import MONDAY
from tests.support.postgres import fresh_database


@pytest.fixture
async def url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> AsyncIterator[str]:
    """A database of the schema before."""
    if engine == "sqlite":
        found = f"sqlite:///{tmp_path / 'nghedan.db'}"
        await asyncio.to_thread(migrate.upgrade, found, "0004")
        yield found
        return
    async with fresh_database(request.getfixturevalue("postgres_url")) as found:
        await asyncio.to_thread(migrate.upgrade, found, "0004")
        yield found


def a_case(id: int, state: str) -> dict[str, object]:
    return {
        "id": id, "code": f"CODE000{id}", "version": 1, "unit_code": "19867", "organisation": "mttq",
        "commune_code": "19867", "province_code": "46", "handler_unit_code": "19867",
        "handler_organisation": "mttq", "subject": "khac", "kind": "phan_anh", "place": "", "title": "", "state": state,
        "reopened": 0, "confidential": False, "danger": False, "opened_at": MONDAY, "paused_days": 0,
        "changed_at": MONDAY, "closed_at": MONDAY if state == "closed" else None, "demo": False,
    }  # fmt: skip


def a_referral(id: int, case_id: int, answered_at: object = None) -> dict[str, object]:
    return {
        "id": id, "case_id": case_id, "authority": "", "authority_name": "Điện lực", "sent_at": MONDAY,
        "due_at": MONDAY, "due_rule": "noi_bo_co_quan", "reminded": 0, "answered_at": answered_at,
    }  # fmt: skip


async def test_referrals_of_closed_cases_end_and_failures_go_back_to_what_the_version_before_knows(url: str) -> None:
    database = Database(url)
    async with database.begin() as db:
        await db.execute(insert(schema.case_file), [a_case(1, "closed"), a_case(2, "referred")])
        await db.execute(
            insert(schema.referral), [a_referral(1, 1), a_referral(2, 1, answered_at=MONDAY), a_referral(3, 2)]
        )
        await db.execute(insert(schema.person).values(id=1, key="k", language="vi", created_at=MONDAY))
        await db.execute(
            insert(schema.conversation).values(
                id=1, channel="webchat", address="an", person_id=1, state="", line=0, created_at=MONDAY
            )
        )

    await asyncio.to_thread(migrate.upgrade, url)
    async with database.read() as db:
        ended = (await db.execute(select(schema.referral.c.ended_at).order_by(schema.referral.c.id))).scalars().all()
    async with database.begin() as db:
        await db.execute(
            insert(schema.inbound).values(
                channel="webchat", external_id="1", conversation_id=1, line=1, at=MONDAY, received_at=MONDAY,
                body="", state="seen",
            )
        )  # fmt: skip
    await asyncio.to_thread(migrate.downgrade, url, "0004")
    async with database.read() as db:
        states = (await db.execute(text("SELECT state FROM inbound"))).scalars().all()
        sent = (await db.execute(text("SELECT sent_at FROM referral ORDER BY id"))).scalars().all()
    await database.close()

    assert ended == [MONDAY, None, None]
    assert (states, sent) == (["failed"], [to_ms(MONDAY)] * 3)
