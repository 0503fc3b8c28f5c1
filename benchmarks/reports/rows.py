"""Fill an empty, migrated database with invented petitions in bulk: `fill(database, 1_000_000)`."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert, select

from domain.kinds import Kind, Organisation
from domain.subjects import Subject
from storage import schema
from storage.database import Database
from storage.types import to_ms
from storage.units import load_shipped

UNTIL = datetime(2026, 11, 20, tzinfo=UTC)
DAYS = 365
DAY = 86_400_000
AUTHORITIES = ["phong_kinh_te", "phong_van_hoa_xa_hoi", "cong_an_xa", "dien_luc", "so_xay_dung"]
ORIGINS = ["zalo_oa", "zalo_bot", "webchat", "telegram", "walk_in"]
SUBJECTS = [s.value for s in Subject]
KINDS = [Kind.RECOMMENDATION.value, Kind.OBSERVATION.value, Kind.OBSERVATION.value, Kind.COMMENT.value]
ORGANISATIONS = [o.value for o in Organisation]
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
AT_ONCE = 20_000


def code(number: int) -> str:
    """Return eight letters for a number; unique, no check digit."""
    out = []
    for _ in range(8):
        number, rest = divmod(number, len(LETTERS))
        out.append(LETTERS[rest])
    return "".join(out)


def batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while part := list(itertools.islice(rows, AT_ONCE)):
        yield part


async def write(database: Database, table: Table, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Write raw values: moments are milliseconds, JSON is text already."""
    async with database.begin() as db:
        driver = await database.driver(db)
        if database.dialect == "postgresql":
            await driver.copy_records_to_table(table.name, records=rows, columns=columns)
        else:
            marks = ", ".join("?" * len(columns))
            names = ", ".join(columns)
            driver.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows)


def cases_and_petitions(count: int, communes: list[tuple[str, str]], rng: random.Random) -> Iterator[Any]:
    """Yield (case, petitions, referrals, events) until there are `count` petitions."""
    begin = to_ms(UNTIL) - DAYS * DAY
    petition = number = 0
    while petition < count:
        number += 1
        unit, province = rng.choice(communes)
        organisation = ORGANISATIONS[0] if rng.random() < 0.6 else rng.choice(ORGANISATIONS)
        subject, kind = rng.choice(SUBJECTS), rng.choice(KINDS)
        opened = begin + int(rng.random() * DAYS * DAY)
        crowd = min(1 if rng.random() < 0.9 else rng.randint(2, 8), count - petition)
        sealed = rng.random() < 0.02
        age = (to_ms(UNTIL) - opened) / DAY
        closed = rng.random() < (0.85 if age > 30 else age / 40)
        state = "closed" if closed else rng.choice(["received", "accepted", "referred", "in_progress", "checking"])
        outcome = rng.choice(["resolved", "resolved", "explained", "guided", "declined"]) if closed else None
        ended = opened + int(rng.random() * 25 * DAY) + 2 * DAY if closed else None
        # Due moments are the ends of local days: 17:00 UTC.
        due = None if closed else (opened + 10 * DAY) // DAY * DAY + 17 * DAY // 24
        petitions = []
        for n in range(crowd):
            petition += 1
            at = opened + n * DAY // 2
            petitions.append((petition, unit, province, organisation, subject, kind, at, sealed, rng.choice(ORIGINS)))
        referred = closed or state in {"referred", "in_progress", "checking"}
        sent = opened + DAY
        answered = sent + int(rng.random() * 15 * DAY) if closed or state == "checking" else None
        yield (
            (number, unit, province, organisation, subject, kind, state, outcome, sealed, opened, due, ended),
            petitions,
            (sent, (sent + 10 * DAY) // DAY * DAY + 17 * DAY // 24, answered, rng.choice(AUTHORITIES))
            if referred
            else None,
        )


CASE = (
    "id code version unit_code organisation commune_code province_code handler_unit_code handler_organisation subject "
    "kind place title state outcome reopened confidential danger opened_at due_at due_rule paused_days closed_at "
    "changed_at demo"
).split()
PETITION = (
    "id code person_id kind text commune_code province_code organisation subject place on_behalf name_visibility "
    "confidential danger filed_at origin demo"
).split()
LINK = "case_id petition_id joined_at joined_by".split()
REFERRAL = "case_id authority authority_name sent_at due_at due_rule reminded answered_at".split()
EVENT = "case_id petition_id at step state_before state_after data told".split()


async def fill(database: Database, count: int, *, seed: int = 1, tick: Any = None) -> None:
    """Insert people, petitions, cases, referrals and stories; deterministic by seed."""
    rng = random.Random(seed)
    async with database.begin() as db:
        await load_shipped(db)
        u = schema.unit.c
        rows = (await db.execute(select(u.code, u.province_code).where(u.province_code != ""))).all()
        communes = [(row.code, row.province_code) for row in rows if len(row.code) == 5]
    people = max(1, count // 2)
    born = to_ms(UNTIL) - 2 * DAYS * DAY
    for part in batches((n, f"bench{n:027d}", "vi", born) for n in range(1, people + 1)):
        await write(database, schema.person, ["id", "key", "language", "created_at"], part)
    for part in batches(cases_and_petitions(count, communes, rng)):
        cases, petitions, links, referrals, events = [], [], [], [], []
        for (
            id,
            unit,
            province,
            org,
            subject,
            kind,
            state,
            outcome,
            sealed,
            opened,
            due,
            ended,
        ), crowd, referral in part:
            place = f"thôn {id % 9 + 1}"
            cases.append((
                id, code(id), 5, unit, org, unit, province, unit, org, subject, kind, place,
                f"Việc số {id} ở {place} cần được xem xét", state, outcome, 0, sealed, False, opened, due,
                "read" if due else None, 0, ended, ended or opened, False,
            ))  # fmt: skip
            steps = [(opened, "file", "received", "received"), (opened + DAY // 4, "accept", "received", "accepted")]
            if referral:
                sent, due_at, answered, authority = referral
                referrals.append((id, authority, authority, sent, due_at, "authority_answer", 0, answered))
                steps.append((sent, "refer", "accepted", "referred"))
                if answered:
                    steps.append((answered, "answer", "referred", "answered"))
            if ended:
                steps.append((ended, "close", "checking", "closed"))
            events += [
                (id, None, at, step, one, two, f'{{"outcome":"{outcome}"}}' if step == "close" else "{}", True)
                for at, step, one, two in steps
            ]
            for pid, p_unit, p_province, p_org, p_subject, p_kind, at, p_sealed, origin in crowd:
                petitions.append((
                    pid, code(pid), rng.randint(1, people), p_kind, "Đường hỏng đã lâu, mong được sửa.", p_unit,
                    p_province, p_org, p_subject, place, "self", "officer_only", p_sealed, False, at, origin, False,
                ))  # fmt: skip
                links.append((id, pid, at, "filing"))
        await write(database, schema.case_file, CASE, cases)
        await write(database, schema.petition, PETITION, petitions)
        await write(database, schema.case_petition, LINK, links)
        await write(database, schema.referral, REFERRAL, referrals)
        await write(database, schema.case_event, EVENT, events)
        if tick:
            tick(len(petitions))
    async with database.begin() as db:
        await db.exec_driver_sql("ANALYZE")


async def add_officers(database: Database) -> int:
    """Insert an officer with a chat for every commune and organisation, and a leader for each; return how many."""
    now = UNTIL - timedelta(days=300)
    async with database.begin() as db:
        u = schema.unit.c
        units = [row.code for row in await db.execute(select(u.code)) if len(row.code) == 5]
        officers, scopes, people, chats = [], [], [], []
        base = int(await db.scalar(select(schema.person.c.id).order_by(schema.person.c.id.desc()).limit(1)) or 0)
        for number, (unit, org) in enumerate(itertools.product(units, ORGANISATIONS), start=1):
            officers.append({
                "id": number, "name": f"Cán bộ {number}", "roles": ["officer"], "digest_minute": 450,
                "digest_empty": "line", "created_at": now,
            })  # fmt: skip
            scopes.append({"officer_id": number, "unit_code": unit, "organisation": org})
            people.append({"id": base + number, "key": f"off{number:029d}", "language": "vi", "created_at": now})
            chats.append({
                "channel": "webchat", "address": f"o{number}", "person_id": base + number, "officer_id": number,
                "state": "", "line": 0, "created_at": now, "last_inbound_at": now,
            })  # fmt: skip
        for table, made in ((schema.officer, officers), (schema.officer_scope, scopes), (schema.person, people),
                            (schema.conversation, chats)):  # fmt: skip
            for start in range(0, len(made), 2_000):
                await db.execute(insert(table), made[start : start + 2_000])
    return len(officers)
