"""
Residents who each walk a submission over Telegram webhooks, and what it cost.

This process is also the Bot API server, so that a reply is seen the moment it is accepted and nothing is
asked twice.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

import psutil

from benchmarks.load.walk import Plain, Say, Tap, Walk
from tests.doubles.bot_api import BotApi, Person, SentMessage

LOST_AFTER_SECONDS = 20.0
STALLED_AFTER_SECONDS = 60.0
FIRST_CHAT = 700_000_001


@dataclass(slots=True)
class Tally:
    """What is counted while the clock runs. Latencies in seconds, from the update to its reply."""

    latencies: list[float] = field(default_factory=list)
    petitions: int = 0
    lost: int = 0
    doubled: int = 0
    counting: bool = False
    receipt: asyncio.Event = field(default_factory=asyncio.Event)
    """Set with every receipt."""


@dataclass(slots=True)
class Result:
    """One row. `cpu_ms` is the bot's processor time for one update, `rss_mb` its memory at the end."""

    updates: int
    seconds: float
    petitions: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    cpu_ms: float
    rss_mb: float
    lost: int
    doubled: int

    @property
    def rate(self) -> float:
        return self.updates / self.seconds


class Turn(NamedTuple):
    """What one bot did while it was its turn. `cpu` is its processor time in seconds."""

    updates: int
    seconds: float
    cpu: float


class Resident:
    """One chat. In a closed loop the next step follows the reply at once, otherwise when `step` is called."""

    def __init__(
        self,
        person: Person,
        walk: Walk,
        tally: Tally,
        idle: deque[Resident] | None,
        stranger: Callable[[], Person] | None = None,
    ) -> None:
        self._person = person
        self._stranger = stranger
        self._walk = walk
        self._tally = tally
        self._idle = idle
        self._next: Say | Tap = walk.first()
        self._last: tuple[str, tuple[str, ...]] = ("", ())
        self._last_step: Say | Tap | None = None
        """What the last reply answered."""
        self._last_id = 0
        self.waits_since: float | None = None
        person.chat.listener = self._hears

    def step(self, due: float | None = None) -> None:
        """Do what comes next; `due` is when it should have happened, if that was earlier than now."""
        self.waits_since = due or time.perf_counter()
        if isinstance(self._next, Say):
            self._person.says(self._next.text)
        else:
            self._person.taps_data(self._next.data, message_id=self._last_id)

    def hold(self, idle: deque[Resident] | None) -> None:
        """Wait in `idle` after the next reply; None: go on at once after each."""
        self._idle = idle

    def give_up(self) -> None:
        """The reply did not come: begin a new petition."""
        self._tally.lost += 1
        self.waits_since = None
        self._next = self._walk.first()

    def _hears(self, message: SentMessage) -> None:
        del self._person.chat.messages[:-1]
        said = (message.text, tuple(button["callback_data"] for button in message.buttons))
        repeated = said == self._last
        # Whoever says the same again is told the same again: that is an answer, and no reply sent twice.
        if self.waits_since is None or (repeated and self._next != self._last_step):
            self._tally.doubled += self._tally.counting
            return
        self._last, self._last_id, self._last_step = said, message.message_id, self._next
        if self._tally.counting:
            self._tally.latencies.append(time.perf_counter() - self.waits_since)
        self.waits_since = None
        step = self._walk.first() if repeated else self._walk.next(message)
        if step is None:
            self._tally.petitions += self._tally.counting
            self._tally.receipt.set()
            step = self._walk.first()
            if self._stranger is not None:
                self._person.chat.listener = None
                self._person = self._stranger()
                self._person.chat.listener = self._hears
        self._next = step
        if self._idle is None:
            self.step()
        else:
            self._idle.append(self)


class Load:
    """Many residents against one bot, whose process is `bot`."""

    def __init__(
        self, api: BotApi, bot: psutil.Process, *, residents: int, rate: float = 0, strangers: bool = False
    ) -> None:
        self._api = api
        self._strangers = strangers
        self._chats = count(FIRST_CHAT)
        self._bot = bot
        self._rate = rate
        self.tally = Tally()
        self._idle: deque[Resident] | None = deque() if rate else None
        self._residents = [self._another() for _ in range(residents)]

    def _another(self) -> Resident:
        """Return a new resident; with `strangers` each petition comes from a chat of its own."""
        stranger = self._somebody if self._strangers else None
        return Resident(self._somebody(), Plain(), self.tally, self._idle, stranger)

    def _somebody(self) -> Person:
        return self._api.person(next(self._chats))

    async def file(self, petitions: int) -> None:
        """Walk until so many receipts have come since the first call's start, whatever it takes."""
        if not self.tally.counting:
            self.tally.counting = True
            await self._start_all()
        while self.tally.petitions < petitions:
            self.tally.receipt.clear()
            await asyncio.wait_for(self.tally.receipt.wait(), STALLED_AFTER_SECONDS)
            self.tally.latencies.clear()

    async def run(self, *, warm_up: float, seconds: float) -> Result:
        """Walk for `warm_up` seconds without counting, then count for `seconds`."""
        pacing = asyncio.create_task(self._keep_rate() if self._rate else self._start_all())
        watching = asyncio.create_task(self._watch())
        await asyncio.sleep(warm_up)
        self.tally.counting = True
        cpu, began = self._cpu(), time.perf_counter()
        await asyncio.sleep(seconds)
        self.tally.counting = False
        cpu, took = self._cpu() - cpu, time.perf_counter() - began
        pacing.cancel()
        watching.cancel()
        await asyncio.gather(pacing, watching, return_exceptions=True)
        return self._result(took, cpu)

    async def turn(self, seconds: float, *, settle: float) -> Turn:
        """
        Let all residents go on where they stood, measure `seconds` after `settle`, and let each have its reply.

        For bots that are measured in turns, of which one at a time has something to do.

        Raises:
            TimeoutError: a reply did not come.
        """
        waiting, self.tally.counting = self._idle, True
        for resident in self._residents:
            resident.hold(None)
        for resident in self._residents if waiting is None else waiting:
            resident.step()
        await asyncio.sleep(settle)
        replies, cpu, began = len(self.tally.latencies), self._cpu(), time.perf_counter()
        await asyncio.sleep(seconds)
        took = time.perf_counter() - began
        turn = Turn(len(self.tally.latencies) - replies, took, self._cpu() - cpu)
        idle: deque[Resident] = deque()
        self._idle = idle
        for resident in self._residents:
            resident.hold(idle)
        async with asyncio.timeout(LOST_AFTER_SECONDS):
            while len(idle) < len(self._residents):  # noqa: ASYNC110 - once a turn, after what is measured
                await asyncio.sleep(0.01)
        return turn

    async def _start_all(self) -> None:
        for resident in self._residents:
            resident.step()

    async def _keep_rate(self) -> None:
        """Let a step happen every 1/rate seconds, whoever is free: late replies slow nobody else down."""
        assert self._idle is not None
        self._idle.extend(self._residents)
        began = time.perf_counter()
        done = 0
        while True:
            due = began + done / self._rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            if not self._idle:
                self._residents.append(self._another())
                self._idle.append(self._residents[-1])
            self._idle.popleft().step(due)
            done += 1

    async def _watch(self) -> None:
        """Find those whose reply does not come."""
        while True:
            await asyncio.sleep(1)
            late = time.perf_counter() - LOST_AFTER_SECONDS
            for resident in self._residents:
                if resident.waits_since is not None and resident.waits_since < late:
                    resident.give_up()
                    if self._idle is None:
                        resident.step()
                    else:
                        self._idle.append(resident)

    def _cpu(self) -> float:
        times = self._bot.cpu_times()
        return float(times.user + times.system)

    def _result(self, took: float, cpu: float) -> Result:
        found = sorted(self.tally.latencies)
        if not found:
            raise RuntimeError("not one reply came")

        def at(share: float) -> float:
            return found[min(len(found) - 1, int(len(found) * share))] * 1000

        return Result(
            updates=len(found),
            seconds=took,
            petitions=self.tally.petitions,
            p50_ms=at(0.50),
            p95_ms=at(0.95),
            p99_ms=at(0.99),
            cpu_ms=cpu / len(found) * 1000,
            rss_mb=self._bot.memory_info().rss / 1e6,
            lost=self.tally.lost,
            doubled=self.tally.doubled,
        )
