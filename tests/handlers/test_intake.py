"""The unit of work: all or nothing, once, in order, together with others, and what happens when it fails."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any, Self

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import Event, Inbound, words
from handlers.intake import LANES, Intake
from handlers.visit import Visit
from storage import schema
from storage.database import Database
from tests.support.looking import looking_at
from tests.support.talk import NoDelivery, NoObserver, TestClock, services
from tests.support.waiting import until

AT = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


class Disk:
    """A spool in memory."""

    def __init__(self) -> None:
        self.kept: list[Inbound] = []
        self.full = False

    @property
    def pending(self) -> bool:
        return bool(self.kept)

    async def add(self, inbound: Inbound) -> None:
        if self.full:
            raise OSError("disk full")
        self.kept.append(inbound)


async def echo(visit: Visit) -> None:
    """Say the message back; 'write' writes a row, 'fail' fails after writing one."""
    text = visit.inbound.text
    if text in {"write", "fail", "fail-once"}:
        db = await visit.db()
        await db.execute(insert(schema.setting).values(key=f"{visit.inbound.external_id}", value=1))
    if text == "fail" or (text == "fail-once" and visit.inbound_id not in failed_once):
        failed_once.add(visit.inbound_id)
        raise RuntimeError("planned")
    visit.say(words("unit-alone", unit=text))


failed_once: set[int] = set()


def message(number: int, text: str, chat: str = "a") -> Inbound:
    return Inbound("test", str(number), chat, AT, text=text)


class Running:
    """An intake with its doubles."""

    def __init__(self, database: Database, answer: Any = echo) -> None:
        self.database, self.deliverer, self.disk = database, NoDelivery(), Disk()
        self.groups: list[int] = []
        observer = NoObserver()
        observer.group = self.groups.append  # type: ignore[method-assign]
        self.intake = Intake(
            database, services(), answer, self.deliverer, self.disk, observer, me="me", clock=TestClock()
        )

    async def __aenter__(self) -> Self:
        self.intake.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.intake.stop()

    async def all(self, messages: Sequence[Inbound]) -> None:
        await asyncio.gather(*map(self.intake.receive, messages))

    async def values(self, column: Any) -> list[Any]:
        async with looking_at(self.database) as db:
            return list(
                (
                    await db.execute(
                        select(column).order_by(
                            column.table.c.key if column.table is schema.setting else column.table.c.id
                        )
                    )
                ).scalars()
            )


@pytest.fixture(autouse=True)
def _fresh() -> None:
    failed_once.clear()


async def test_messages_of_different_chats_that_arrive_together_share_commits(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(n, "hello", f"chat-{n}") for n in range(20)])

    assert len(running.groups) <= 3
    assert len(await running.values(schema.outbox.c.id)) == 20


async def test_messages_of_one_group_at_the_same_step_are_handled_one_after_the_other(database: Database) -> None:
    handled: list[str] = []

    async def tapped(visit: Visit) -> None:
        handled.append(visit.inbound.choice.partition(".")[2])
        visit.say(words("unit-alone", unit=visit.inbound.choice))

    choices = {f"chat-{n}": f"{n}.{('confirmed=yes', 'commune=09367')[n % 2]}" for n in range(6)}
    async with Running(database, tapped) as running:
        await running.all([
            Inbound("test", str(n), chat, AT, choice=choice) for n, (chat, choice) in enumerate(choices.items())
        ])  # fmt: skip

    assert running.groups == [6]
    assert handled == ["commune=09367"] * 3 + ["confirmed=yes"] * 3
    said = {row.address: row.reply.paragraphs[0].values["unit"] for row in running.deliverer.taken}
    assert said == choices


async def test_one_that_fails_is_taken_back_alone_and_tried_once_more(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(1, "write", "a"), message(2, "fail-once", "b"), message(3, "write", "c")])

    assert await running.values(schema.setting.c.key) == ["1", "2", "3"]
    assert await running.values(schema.inbound.c.state) == ["done", "done", "done"]


async def test_what_fails_twice_is_committed_as_failed_and_apologised_for(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(1, "write", "a"), message(2, "fail", "b")])

    assert await running.values(schema.setting.c.key) == ["1"]
    assert sorted(await running.values(schema.inbound.c.state)) == ["done", "failed"]
    said = [row.reply.paragraphs[0].key for row in running.deliverer.taken]
    assert sorted(said) == ["engine-failed", "unit-alone"]


@pytest.mark.parametrize("count", [1, 3])
async def test_a_look_that_fails_spoils_nobody_elses_message(database: Database, count: int) -> None:
    async def look(visit: Visit) -> None:
        query = "SELECT state FROM inbound" if visit.inbound.text == "well" else "SELECT nothing FROM nowhere"
        await (await visit.look()).execute(text(query))
        visit.say(words("unit-alone", unit=visit.inbound.text))

    async with Running(database, look) as running:
        await running.all([message(n, "well" if n else "ill", f"chat-{n}") for n in range(count)])

    assert running.groups[0] == count
    assert sorted(await running.values(schema.inbound.c.state)) == ["done"] * (count - 1) + ["failed"]
    said = [row.reply.paragraphs[0].key for row in running.deliverer.taken]
    assert sorted(said) == ["engine-failed"] + ["unit-alone"] * (count - 1)
    assert running.disk.kept == []


async def test_who_watches_learns_how_many_replies_each_message_had(database: Database) -> None:
    seen: list[tuple[str, str, int]] = []

    def handled(inbound: Inbound, result: str, **counts: Any) -> None:
        seen.append((inbound.external_id, result, counts["replies"]))

    async def wordy(visit: Visit) -> None:
        await echo(visit)
        if visit.inbound.text == "twice":
            visit.say(words("unit-alone", unit="again"))

    async with Running(database, wordy) as running:
        running.intake._observer.handled = handled  # type: ignore[method-assign]
        await running.all([message(1, "twice", "a"), message(2, "fail", "b"), message(3, "once", "c")])
        await running.intake.receive(message(3, "once", "c"))

    assert sorted(seen) == [
        ("1", "done", 2), ("2", "failed", 1), ("2", "retry", 0), ("3", "done", 1), ("3", "seen", 0),
    ]  # fmt: skip


async def test_two_messages_of_one_chat_are_handled_in_order(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(n, f"m{n}") for n in range(10)])

    said = [row.reply.paragraphs[0].values["unit"] for row in running.deliverer.taken]
    assert said == [f"m{n}" for n in range(10)]


async def test_no_two_messages_of_a_chat_are_ever_at_work_at_once(database: Database) -> None:
    at_work: list[str] = []
    crowded: list[list[str]] = []

    async def slowly(visit: Visit) -> None:
        at_work.append(visit.inbound.address)
        for _ in range(5):
            await asyncio.sleep(0)
            if len(set(at_work)) < len(at_work):
                crowded.append(list(at_work))
        await echo(visit)
        at_work.remove(visit.inbound.address)

    async with Running(database, slowly) as running:
        await running.all([message(n, "write", f"chat-{n % 3}") for n in range(12)])

    assert crowded == []
    assert len(await running.values(schema.setting.c.key)) == 12


async def test_a_chat_whose_work_takes_long_holds_up_others_only_where_there_is_one_writer(database: Database) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    finished: list[str] = []

    async def held_up(visit: Visit) -> None:
        if visit.inbound.address == "slow":
            begun.set()
            await go_on.wait()
        await echo(visit)
        finished.append(visit.inbound.address)

    async with Running(database, held_up) as running:
        slow = asyncio.create_task(running.intake.receive(message(1, "hello", "slow")))
        await begun.wait()
        quick = asyncio.create_task(running.intake.receive(message(2, "hello", "quick")))
        if LANES[database.dialect] > 1:
            await quick
        go_on.set()
        await asyncio.gather(slow, quick)

    assert finished == (["quick", "slow"] if database.dialect == "postgresql" else ["slow", "quick"])


async def test_the_same_message_twice_in_one_moment_has_one_effect(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(1, "write"), message(1, "write"), message(1, "write")])

    assert await running.values(schema.setting.c.key) == ["1"]
    assert len(running.deliverer.taken) == 1


async def test_two_workers_given_the_same_message_have_one_effect(database: Database) -> None:
    async with Running(database) as one, Running(database) as two:
        await asyncio.gather(one.intake.receive(message(1, "write")), two.intake.receive(message(1, "write")))

    assert await one.values(schema.setting.c.key) == ["1"]
    assert len(one.deliverer.taken) + len(two.deliverer.taken) == 1


async def test_a_reply_waits_in_the_table_behind_one_that_another_process_holds(database: Database) -> None:
    async with Running(database) as one:
        await one.intake.receive(message(1, "first"))
    async with Running(database) as two:
        two.intake._work._me = "another"
        await two.intake.receive(message(2, "second"))

    assert [row.reply.paragraphs[0].values["unit"] for row in one.deliverer.taken] == ["first"]
    assert two.deliverer.taken == []
    assert await two.values(schema.outbox.c.state) == ["leased", "queued"]


async def test_when_the_database_is_away_the_message_goes_to_disk_and_later_ones_behind_it(database: Database) -> None:
    async with Running(database) as running:
        await database.close()
        running.intake._work._database = Database("sqlite:////nonexistent/folder/nghedan.db")
        await running.intake.receive(message(1, "one"))
        running.intake._work._database = database
        await running.intake.receive(message(2, "two"))

    assert [kept.text for kept in running.disk.kept] == ["one", "two"]


async def test_when_the_disk_is_full_as_well_the_sender_is_not_acknowledged(database: Database) -> None:
    async with Running(database) as running:
        running.disk.full = True
        running.intake._work._database = Database("sqlite:////nonexistent/folder/nghedan.db")
        with pytest.raises(OSError, match="disk full"):
            await running.intake.receive(message(1, "one"))


async def test_an_intake_that_nothing_can_be_kept_by_says_so_until_a_message_is_kept(database: Database) -> None:
    async with Running(database) as running:
        running.disk.full = True
        running.intake._work._database = Database("sqlite:////nonexistent/folder/nghedan.db")
        with pytest.raises(OSError, match="disk full"):
            await running.intake.receive(message(1, "one"))
        full = running.intake.is_refusing
        running.intake._work._database = database
        await running.intake.receive(message(1, "one"))

        assert (full, running.intake.is_refusing) == (True, False)


async def test_commits_that_fail_one_after_the_other_leave_one_trace(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with Running(database) as running:
        running.disk.full = True
        running.intake._work._database = Database("sqlite:////nonexistent/folder/nghedan.db")
        for number in range(3):
            with pytest.raises(OSError, match="disk full"):
                await running.intake.receive(message(number, "one"))

    assert [bool(record.exc_info) for record in caplog.records if "spool" in record.message] == [True, False, False]


async def test_a_replayed_message_that_cannot_be_committed_stays_where_it_is(database: Database) -> None:
    async with Running(database) as running:
        running.intake._work._database = Database("sqlite:////nonexistent/folder/nghedan.db")
        with pytest.raises(Exception, match="unable to open"):
            await running.intake.replay(message(1, "one"))

    assert running.disk.kept == []


async def test_a_second_try_that_a_kill_cut_off_is_made_at_the_next_start(database: Database) -> None:
    async with Running(database) as running:
        await running.intake.receive(message(1, "hello"))
    async with database.begin() as db:
        await db.execute(schema.inbound.update().values(state="retry"))
    async with Running(database) as again:
        assert await again.intake.sweep() == 1

    assert await again.values(schema.inbound.c.state) == ["done"]


class Breaking:
    """A database whose transactions fail while it is away; it counts them."""

    def __init__(self, database: Database) -> None:
        self._database, self.dialect = database, database.dialect
        self.away = False
        self.begun = 0

    @contextlib.asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        self.begun += 1
        if self.away:
            raise ConnectionResetError
        async with self._database.begin() as connection:
            yield connection

    def read(self) -> contextlib.AbstractAsyncContextManager[AsyncConnection]:
        return self._database.read()


async def test_a_second_try_that_the_database_cuts_off_is_left_to_the_sweep_and_stops_nobody(
    database: Database,
) -> None:
    breaking = Breaking(database)

    async def failing(visit: Visit) -> None:
        breaking.away = visit.inbound.text == "fail"
        await echo(visit)

    async with asyncio.timeout(10), Running(database, failing) as running:
        running.intake._work._database = breaking  # type: ignore[assignment]
        await running.intake.receive(message(1, "fail", "a"))
        await until(lambda: breaking.begun == 2)
        breaking.away = False
        await running.intake.receive(message(2, "write", "b"))
        assert await running.intake.sweep() == 1

    assert await running.values(schema.inbound.c.state) == ["failed", "done"]


async def test_who_no_longer_waits_for_a_message_that_goes_to_disk_stops_nobody(database: Database) -> None:
    breaking = Breaking(database)
    breaking.away = True
    async with asyncio.timeout(10), Running(database) as running:
        running.intake._work._database = breaking  # type: ignore[assignment]
        for way in (running.intake.receive, running.intake.replay):
            waiting = asyncio.create_task(way(message(1, "one")))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            await until(lambda: breaking.begun)
            breaking.begun = 0
        breaking.away = False
        running.disk.kept.clear()
        await running.intake.receive(message(2, "two"))

    assert [row.reply.paragraphs[0].values["unit"] for row in running.deliverer.taken] == ["two"]


async def test_what_already_waits_when_a_message_goes_to_disk_follows_it_there(database: Database) -> None:
    breaking = Breaking(database)
    breaking.away = True
    async with asyncio.timeout(10), Running(database) as running:
        running.intake._work._database = breaking  # type: ignore[assignment]
        add = running.disk.add

        async def back_by_then(inbound: Inbound) -> None:
            breaking.away = False
            await add(inbound)

        running.disk.add = back_by_then  # type: ignore[method-assign]
        await running.all([message(n, f"m{n}", "a" if n < 3 else f"chat-{n}") for n in range(8)])

    kept = [inbound.text for inbound in running.disk.kept if inbound.address == "a"]
    assert kept == ["m0", "m1", "m2"]
    assert breaking.begun <= 2 * LANES[database.dialect]


async def test_a_text_that_the_database_cannot_hold_is_kept_on_disk_and_harms_nobody_else(database: Database) -> None:
    async with Running(database) as running:
        await running.all([message(1, "bad \x00 text", "a"), message(2, "good", "b")])

    states = await running.values(schema.inbound.c.state)
    assert "done" in states


async def test_somebody_who_blocked_us_is_marked_and_welcomed_back(database: Database) -> None:
    from handlers.router import Router
    from tests.support.talk import table

    async with Running(database, Router(table())) as running:
        await running.intake.receive(message(1, "xin chào"))
        await running.intake.receive(Inbound("test", "2", "a", AT, event=Event.BLOCKED))
        assert await running.values(schema.conversation.c.unreachable_reason) == ["recipient_gone"]
        await running.intake.receive(message(3, "xin chào"))

    assert await running.values(schema.conversation.c.unreachable_at) == [None]
