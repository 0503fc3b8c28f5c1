"""Every job of the schedule but the digest: what it does, and that a second run does nothing more."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select

from bot.uploads import Uploads
from conversation.codec import reply_from_json
from conversation.messages import FileKind, Inbound, IncomingFile
from domain.roles import Role
from scheduler.job import JobContext
from scheduler.jobs import BYTES_SETTLED, FREQUENT_RUNS_KEPT, MESSAGES_KEPT, RUNS_KEPT, WRONG_TRIES_KEPT
from scheduler.running import dry_run, run_due, run_job
from scheduler.schedule import SCHEDULE, job_named
from storage import files, schema
from storage.blobs import BlobStore
from tests.scheduler.days import a_database_that_is_away, at
from tests.support.looking import looking_at
from texts import say

NOW = at(17, "8:00")
LONG_AGO = NOW - MESSAGES_KEPT - timedelta(days=1)


@pytest.fixture
def blobs(tmp_path) -> BlobStore:
    return BlobStore(tmp_path / "files")


def settled(store: BlobStore, name: str) -> str:
    """Make bytes as old as a job wants them."""
    old = (NOW - BYTES_SETTLED).timestamp() - 1
    os.utime(store.path(name), (old, old))
    return name


async def count_of(database, name: str, context: JobContext | None = None) -> int:
    """Run a job by hand; return how much it did."""
    result = await run_job(job_named(name), database, context or JobContext(), NOW)
    assert result is not None
    assert result.ok, result.error
    return result.count


async def would(database, name: str, context: JobContext | None = None) -> int:
    return (await dry_run(job_named(name), database, context or JobContext(), NOW)).count


async def heard(world, chat: int, *, at=LONG_AGO, number: int = 1, **values) -> int:
    """Insert a message that came in."""
    made = {
        "channel": "webchat", "external_id": f"{chat}-{number}", "conversation_id": chat, "line": number, "at": at,
        "received_at": at, "body": "{}", "state": "done",
    }  # fmt: skip
    async with world.database.begin() as db:
        return await db.scalar(insert(schema.inbound).values(made | values).returning(schema.inbound.c.id))


async def bodies(world) -> list[str]:
    return [row.body for row in await world.rows(schema.inbound)]


async def test_forms_that_nobody_went_on_with_are_left(world):
    left, alive = await world.chat(), await world.chat()
    await world.put(schema.conversation, left, state='{"run":1,"form":"submit"}', expires_at=NOW)
    await world.put(schema.conversation, alive, state='{"run":1,"form":"submit"}', expires_at=NOW + timedelta(hours=1))

    assert await would(world.database, "expire-conversations") == 1
    assert await count_of(world.database, "expire-conversations") == 1
    forms = ["form" in row.state for row in await world.rows(schema.conversation)]
    assert forms == [False, True]  # the count of runs stays: old buttons stay old


async def test_words_that_nobody_agreed_to_keep_are_purged_in_time(world):
    chat = await world.chat()
    await heard(world, chat, purge_at=NOW)
    await heard(world, chat, number=2, purge_at=NOW + timedelta(minutes=1))
    await heard(world, chat, number=3, purge_at=None)

    assert await would(world.database, "purge-unagreed") == 1
    assert await count_of(world.database, "purge-unagreed") == 1
    assert await bodies(world) == ["", "{}", "{}"]


async def test_words_are_purged_after_two_years_unless_the_person_has_an_open_case(world):
    waiting, done = await world.file(), await world.file()
    await world.put(schema.case_file, done.case_id, state="closed", outcome="explained")
    stranger = await world.chat()
    for chat in (waiting.chat, done.chat, stranger):
        await heard(world, chat)
        await heard(world, chat, number=2, at=NOW - timedelta(days=700))
    await world.forget_news()
    async with world.database.begin() as db:
        for chat, state in ((waiting.chat, "delivered"), (done.chat, "delivered"), (stranger, "queued")):
            values = {"conversation_id": chat, "line": 1, "reply": "{}", "state": state, "not_before": LONG_AGO}
            values |= {"attempts": 0, "sent_parts": 0, "created_at": LONG_AGO}
            await db.execute(insert(schema.outbox), values)

    assert await would(world.database, "purge-old-messages") == 3
    assert await count_of(world.database, "purge-old-messages") == 3
    assert await bodies(world) == ["{}", "{}", "", "{}", "", "{}"]
    assert [row.reply for row in await world.rows(schema.outbox)] == ["{}", "", "{}"]
    assert await count_of(world.database, "purge-old-messages") == 0


async def test_administrators_are_told_of_failed_messages_all_of_ten_minutes_at_once(world):
    lan = await world.officer()
    hoa = await world.officer("Hoa", roles=(Role.ADMINISTRATOR,))
    chat = await world.chat()
    for number, state in enumerate(("failed", "done", "failed", "seen"), start=1):
        await heard(world, chat, number=number, state=state, error="RuntimeError")

    assert await would(world.database, "tell-failures") == 2
    assert await count_of(world.database, "tell-failures") == 2
    assert await count_of(world.database, "tell-failures") == 0
    assert (await world.officer_told(lan), await world.officer_told(hoa)) == ([], ["failures-notice"])
    (notice,) = [reply_from_json(row.reply) for row in await world.rows(schema.outbox)]
    assert notice.paragraphs[0].values == {"count": 2}


async def test_failures_wait_for_an_administrator_who_can_be_written_to(world):
    await world.officer("Hoa", roles=(Role.ADMINISTRATOR,), chat=False)
    await heard(world, await world.chat(), state="failed", error="RuntimeError")

    assert await count_of(world.database, "tell-failures") == 0
    await world.officer("Mai", roles=(Role.ADMINISTRATOR,))
    assert await count_of(world.database, "tell-failures") == 1


async def a_file(world, chat: int, *, state: str, sha256: str, thumbnail: str | None = None) -> int:
    async with world.database.begin() as db:
        id = await files.want(db, chat, "webchat", IncomingFile(FileKind.PHOTO, f"s{sha256}", name="ảnh.jpg"), NOW)
    await world.put(schema.file, id, state=state, sha256=sha256, thumbnail=thumbnail)
    return id


async def test_purged_files_lose_their_names_and_their_bytes_unless_another_file_has_the_same(world, blobs):
    chat = await world.chat()
    alone, small, shared, fresh = [await blobs.put(bytes([n])) for n in range(4)]
    for name in (alone, small, shared):
        settled(blobs, name)
    await a_file(world, chat, state="purged", sha256=alone, thumbnail=small)
    await a_file(world, chat, state="purged", sha256=shared)
    await a_file(world, chat, state="stored", sha256=shared)
    await a_file(world, chat, state="purged", sha256=fresh)
    context = JobContext(blobs=blobs)

    assert await would(world.database, "delete-purged-files", context) == 3
    assert await count_of(world.database, "delete-purged-files", context) == 3
    assert [blobs.path(name).exists() for name in (alone, small, shared, fresh)] == [False, False, True, True]
    purged = [row for row in await world.rows(schema.file) if row.state == "purged"]
    assert {(row.name, row.source, row.sha256, row.thumbnail) for row in purged} == {("", "", None, None)}
    assert await count_of(world.database, "delete-purged-files", context) == 0


async def test_bytes_that_no_row_names_are_deleted_once_they_are_settled(world, blobs):
    chat = await world.chat()
    named, small, orphan, fresh = [await blobs.put(bytes([n])) for n in range(4)]
    for name in (named, small, orphan):
        settled(blobs, name)
    os.utime(blobs.path(fresh), (NOW.timestamp(), NOW.timestamp()))
    await a_file(world, chat, state="stored", sha256=named, thumbnail=small)
    context = JobContext(blobs=blobs)

    assert await would(world.database, "delete-unnamed-files", context) == 1
    assert await count_of(world.database, "delete-unnamed-files", context) == 1
    assert [blobs.path(name).exists() for name in (named, small, orphan, fresh)] == [True, True, False, True]


async def test_bytes_put_again_while_a_job_looks_are_not_discarded(blobs):
    name = settled(blobs, await blobs.put(b"x"))
    await blobs.put(b"x")

    assert await blobs.discard(name, written_before=(NOW - BYTES_SETTLED).timestamp()) is False
    assert await blobs.read(name) == b"x"


async def test_uploads_that_no_message_named_and_leftovers_are_cleared_in_every_process(database, blobs, tmp_path):
    uploads = Uploads(tmp_path / "uploads", max_bytes=1_000)
    old = (NOW - timedelta(days=4)).timestamp()
    for folder, name in ((tmp_path / "uploads", "a-b"), (blobs.waiting_room(), "cut off")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (old, old))

    (result,) = await run_due(job_named("clear-uploads"), database, JobContext(blobs=blobs, uploads=uploads), NOW)

    assert result.count == 2
    assert list((tmp_path / "uploads").iterdir()) == list(blobs.waiting_room().iterdir()) == []


async def test_old_runs_are_forgotten_frequent_ones_sooner_and_the_present_ones_never(world):
    ages = {
        ("expire-conversations", "a"): FREQUENT_RUNS_KEPT + timedelta(minutes=1),
        ("expire-conversations", "b"): FREQUENT_RUNS_KEPT - timedelta(minutes=1),
        ("daily-digest", "a"): RUNS_KEPT + timedelta(minutes=1),
        ("daily-digest", "b"): RUNS_KEPT - timedelta(minutes=1),
    }
    async with world.database.begin() as db:
        for (name, slot), age in ages.items():
            await db.execute(insert(schema.job_run), {"name": name, "slot": slot, "started_at": NOW - age})
        for age in (WRONG_TRIES_KEPT * 2, timedelta(hours=1)):
            await db.execute(insert(schema.wrong_try), {"what": "pin/x", "at": NOW - age})

    assert await would(world.database, "clear-old-rows") == 3
    assert await count_of(world.database, "clear-old-rows") == 3
    async with looking_at(world.database) as db:
        kept = (await db.execute(select(schema.job_run.c.name, schema.job_run.c.slot))).all()
        tries = await db.scalar(select(func.count()).select_from(schema.wrong_try))
    assert {tuple(row) for row in kept if not row.slot.startswith("hand-")} == {
        ("expire-conversations", "b"), ("daily-digest", "b"),
    }  # fmt: skip
    assert tries == 1


async def test_messages_cut_off_in_their_second_try_are_handled_by_the_program(database):
    calls = []

    async def sweep() -> int:
        calls.append("sweep")
        return 2

    job, context = job_named("retry-messages"), JobContext(retry_messages=sweep)

    assert [r.count for r in await run_due(job, database, context, NOW)] == [2]
    assert await run_due(job, database, context, NOW) == []
    assert await run_due(job, database, JobContext(), NOW + timedelta(minutes=1)) == []
    assert (await dry_run(job, database, context, NOW)).count == 0
    assert calls == ["sweep"]


class Spooled:
    """Messages on disk, and how they are handed on."""

    def __init__(self, *messages: Inbound) -> None:
        self.messages = list(messages)

    @property
    def pending(self) -> int:
        return len(self.messages)

    async def replay(self) -> int:
        count = len(self.messages)
        self.messages.clear()
        return count


def a_message() -> Inbound:
    return Inbound("webchat", "1", "an", NOW, text="x")


async def test_what_waits_on_disk_is_handed_on_and_nothing_is_rung_for_when_nothing_waits(database):
    spool = Spooled(a_message(), a_message())
    job, context = job_named("replay-spool"), JobContext(spool=spool, replay=spool.replay)

    (result,) = await run_due(job, database, context, NOW)

    assert (result.count, spool.pending) == (2, 0)
    assert await run_due(job, database, context, NOW) == []


async def test_what_waits_on_disk_waits_on_while_the_database_is_away():
    away = a_database_that_is_away()
    spool = Spooled(a_message())

    (result,) = await run_due(job_named("replay-spool"), away, JobContext(spool=spool, replay=spool.replay), NOW)

    assert (result.ok, result.count, spool.pending) == (True, 0, 1)
    await away.close()


async def test_what_ended_processes_left_is_taken_over(database):
    async def take_over():
        return 3

    context = JobContext(take_over=take_over)

    assert await would(database, "take-over-spools", context) == 0
    assert await count_of(database, "take-over-spools", context) == 3


async def test_what_belongs_to_messengers_is_done_by_the_running_program_alone(database):
    async def three(_now=None):
        return 3

    context = JobContext(keep_tokens=three, take_inbox=three, watch_limits=three)

    for name in ("zalo-tokens", "zalo-inbox", "zalo-limits"):
        assert await run_due(job_named(name), database, JobContext(), NOW) == []
        assert await would(database, name, context) == 0
        assert await count_of(database, name, context) == 3


TESTED_HERE = {
    "zalo-tokens", "zalo-inbox", "zalo-limits",
    "expire-conversations", "purge-unagreed", "purge-old-messages", "delete-purged-files", "delete-unnamed-files",
    "clear-uploads", "clear-old-rows", "retry-messages", "replay-spool", "tell-failures",
    "take-over-spools", "notice-changes",
    "index-duplicates", "find-pairs",  # test_pairing.py
    "compile-reports", "remind-of-reports",  # test_report_jobs.py
    "recompile-reports",  # tests/actions/test_report_correcting.py
    "send-report-files",  # tests/handlers/test_reports.py
    "read-report-drafts",  # tests/handlers/test_report_drafts.py
    "send-reports", "tell-undelivered-reports",  # tests/bot/test_report_mail.py
    "release-digests",  # tests/bot/test_late_digests.py
    "weekly-digest", "monthly-news",  # test_weekly_digest.py, test_monthly_news.py
}  # fmt: skip


def test_every_job_of_the_schedule_has_a_test():
    assert {job.name for job in SCHEDULE} == TESTED_HERE | {"daily-digest"}


@pytest.mark.parametrize("job", SCHEDULE, ids=lambda job: job.name)
async def test_every_job_does_nothing_on_an_empty_database_however_often_it_runs(database, blobs, tmp_path, job):
    spool = Spooled(a_message())
    context = JobContext(
        spool=spool,
        replay=spool.replay,
        retry_messages=spool.replay,
        take_over=spool.replay,
        refresh=spool.replay,
        keep_tokens=spool.replay,
        take_inbox=spool.replay,
        watch_limits=lambda _now: spool.replay(),
        blobs=blobs,
        uploads=Uploads(tmp_path / "uploads", max_bytes=1_000),
    )
    spool.messages.clear()
    for _ in range(2):
        result = await run_job(replace(job, possible=lambda _: True), database, context, NOW, slot=None)
        assert result is None or (result.ok, result.count) == (True, 0)


@pytest.mark.parametrize("job", SCHEDULE, ids=lambda job: job.name)
async def test_whichever_job_fails_administrators_read_of_it_by_name_once_a_day(world, job):
    administrator = await world.officer("Quản", roles=(Role.ADMINISTRATOR,))

    async def fail(*_: object) -> int:
        raise ZeroDivisionError

    works = {"work": fail} if job.work is not None else {"long_work": fail}
    broken = replace(job, slots=None, possible=lambda _: True, **works)
    for minutes in (0, 20, 40):
        await run_due(broken, world.database, JobContext(), NOW + timedelta(minutes=minutes))

    (chat,) = [row.id for row in await world.rows(schema.conversation) if row.officer_id == administrator]
    assert await world.officer_told(administrator) == ["job-failed"]
    assert say(job.text_key) in await world.last_words(chat)
