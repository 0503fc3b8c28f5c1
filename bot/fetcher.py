"""Fetches the files that people sent, in the background, and says so when one cannot be taken."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from datetime import timedelta
from typing import Final, Protocol

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.filetypes import FileRefused
from bot.keeping import Keeper
from bot.timing import Clock, SystemClock
from channels.contract import BadConfig, Channel, FileGone, FileTooLarge, SendError, Throttled
from conversation.messages import FileKind, Reply, Words
from storage import files, outbox
from storage.database import Database
from storage.files import WantedFile

log = structlog.get_logger(__name__)

PARALLEL: Final = 4
"""Downloads at the same time. Photos are drawn anew one after the other anyway."""

LOOK_EVERY_SECONDS: Final = 5.0
FETCH_SECONDS: Final = 240.0
LEASE: Final = timedelta(minutes=5)
"""A file whose fetcher was killed is taken up again after so long."""

DELAYS: Final = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
"""The wait after the first failed attempt, the second, ...: messengers keep files for days."""

BAD_CONFIG_WAIT: Final = timedelta(minutes=1)
GATHER_SECONDS: Final = 2.0
"""How long a refusal waits for its like."""


class FileMetrics(Protocol):
    """What is counted about files."""

    def file(self, channel: str, result: str) -> None:
        """Count one file that was stored, refused, failed or put off."""
        ...


class Fetcher:
    """Takes wanted files from the table; any number of processes may do so side by side."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        keeper: Keeper,
        *,
        clock: Clock | None = None,
        metrics: FileMetrics | None = None,
    ) -> None:
        self._database = database
        self._channels = channels
        self._keeper = keeper
        self._clock = clock or SystemClock()
        self._metrics = metrics
        self._bell = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = False

    def start(self) -> None:
        """Begin to look for wanted files."""
        self._loop = asyncio.create_task(self._fetch_for_ever(), name="fetcher")

    async def stop(self, timeout_seconds: float = 10.0) -> None:
        """Finish what is being fetched, within so many seconds; the rest is taken up after its lease."""
        self._stopping = True
        self._bell.set()
        if self._loop is not None:
            await asyncio.gather(self._loop, return_exceptions=True)
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=timeout_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def wake(self) -> None:
        """Look now: somebody sent a file."""
        self._bell.set()

    async def step(self) -> int:
        """Begin to fetch what is due, as many as there is room for; return how many."""
        room = PARALLEL - len(self._running)
        if room <= 0:
            return 0
        now = self._clock.now()
        async with self._database.begin() as connection:
            due = await files.wanted(connection, now=now, until=now + LEASE, channels=list(self._channels), limit=room)
        for wanted in due:
            task = asyncio.create_task(self._one(wanted), name=f"file-{wanted.id}")
            self._running.add(task)
            task.add_done_callback(self._done)
        return len(due)

    async def idle(self) -> None:
        """Return when everything that was begun has ended."""
        while self._running:
            await asyncio.wait(self._running)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._bell.set()

    async def _fetch_for_ever(self) -> None:
        away = False
        while not self._stopping:
            try:
                await self.step()
                away = False
            except Exception as error:
                log.warning("wanted_files_not_read", error=type(error).__name__, exc_info=not away)
                away = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY_SECONDS):
                    await self._bell.wait()
            self._bell.clear()

    async def _one(self, wanted: WantedFile) -> None:
        try:
            try:
                await self._fetch(wanted)
            except FileRefused as refusal:
                await self._refuse(wanted, refusal)
            except SendError as error:
                await self._not_fetched(wanted, error)
        except Exception:
            # The database, the disk or a defect: its lease brings the file up again, and the ladder has a top.
            log.exception("file_not_handled", file_id=wanted.id, channel=wanted.channel)
            if wanted.attempts > len(DELAYS):
                await self._give_up(wanted, "unexpected")

    async def _fetch(self, wanted: WantedFile) -> None:
        self._keeper.check_size(wanted.incoming.size)
        chunks = self._channels[wanted.channel].fetch(wanted.incoming)
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                kept = await self._keeper.keep(chunks)
        except TimeoutError:
            await self._later(wanted, "timeout")
            return
        finally:
            # A refusal leaves the download half read: its connection is given back now, not when memory is tidied.
            if isinstance(chunks, AsyncGenerator):
                await chunks.aclose()
        # A piece of music sent as a document is no voice message; messengers treat the two differently.
        music = kept.kind is FileKind.VOICE and wanted.incoming.kind is FileKind.DOCUMENT
        async with self._database.begin() as connection:
            await files.stored(
                connection,
                wanted.id,
                kind=FileKind.DOCUMENT if music else kept.kind,
                mime=kept.mime,
                size=kept.size,
                sha256=kept.sha256,
                thumbnail=kept.thumbnail,
            )
        self._note(wanted, "stored")

    async def _not_fetched(self, wanted: WantedFile, error: SendError) -> None:
        match error:
            case FileTooLarge():
                await self._refuse(wanted, self._keeper.too_large())
            case FileGone():
                await self._give_up(wanted, error.code)
            case Throttled():
                wait = timedelta(seconds=error.retry_after_seconds)
                await self._later(wanted, error.code, wait=wait, counted=False)
            case BadConfig():
                log.error("file_not_fetched", file_id=wanted.id, channel=wanted.channel, detail=str(error))
                await self._later(wanted, error.code, wait=BAD_CONFIG_WAIT, counted=False)
            case SendError() if error.retryable:
                await self._later(wanted, error.code)
            case _:
                await self._give_up(wanted, error.code)

    async def _later(
        self, wanted: WantedFile, reason: str, *, wait: timedelta | None = None, counted: bool = True
    ) -> None:
        if wait is None:
            if wanted.attempts > len(DELAYS):
                await self._give_up(wanted, reason)
                return
            wait = DELAYS[wanted.attempts - 1]
        async with self._database.begin() as connection:
            at = self._clock.now() + wait
            await files.later(connection, wanted.id, next_try_at=at, reason=reason, counted=counted)
        self._note(wanted, "later", reason)

    async def _refuse(self, wanted: WantedFile, refusal: FileRefused) -> None:
        async with self._database.begin() as connection:
            if await files.refused(connection, wanted.id, refusal.text_key):
                await self._tell(connection, wanted, Words(refusal.text_key, dict(refusal.values)))
        self._note(wanted, "refused", refusal.text_key)

    async def _give_up(self, wanted: WantedFile, reason: str) -> None:
        async with self._database.begin() as connection:
            if await files.failed(connection, wanted.id, reason):
                await self._tell(connection, wanted, Words("file-failed"))
        self._note(wanted, "failed", reason)

    async def _tell(self, connection: AsyncConnection, wanted: WantedFile, said: Words) -> None:
        """Say it once for all that came together: an album of five wrong files is answered with one message."""
        voice = await files.voice_in(connection, wanted.conversation_id)
        told = Reply((said,), collapse=said.key, delay_seconds=GATHER_SECONDS, voice=voice)
        await outbox.lock_chat(connection, wanted.conversation_id)
        await outbox.queue(connection, wanted.conversation_id, told, now=self._clock.now())

    def _note(self, wanted: WantedFile, result: str, reason: str = "") -> None:
        log.info("file", file_id=wanted.id, channel=wanted.channel, result=result, code=reason)
        if self._metrics is not None:
            self._metrics.file(wanted.channel, result)
