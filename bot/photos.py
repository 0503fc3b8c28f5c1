"""Photos without their metadata: a process of its own draws them anew, one at a time, and ends when idle."""

from __future__ import annotations

import asyncio
import contextlib
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog

from bot.filetypes import FileRefused

log = structlog.get_logger(__name__)

MAX_SIDE: Final = 2560
"""Pixels of the longer side: a licence plate across the street stays readable."""

MIME: Final = "image/jpeg"
TIMEOUT_SECONDS: Final = 30.0
IDLE_SECONDS: Final = 60.0
"""After so long without a picture the process ends and its memory (about 40 MB) is free."""

_REFUSALS: Final = {
    "too-many-pixels": "file-refused-too-many-pixels",
    "unknown": "file-refused-heic",
    "unreadable": "file-refused-unreadable",
}
_WORKER: Final = Path(__file__).with_name("photo_worker.py")


@dataclass(frozen=True, slots=True)
class Reencoded:
    """A picture drawn anew as JPEG, upright, without metadata, with its thumbnail; sides in pixels."""

    data: bytes
    thumbnail: bytes
    width: int
    height: int
    mime: str = MIME


class WorkerEnded(Exception):
    """The process ended or took too long over a picture; the next picture starts a new one."""


class Photos:
    """Gives pictures to the process, one after the other. `close` ends it."""

    def __init__(
        self,
        *,
        max_side: int = MAX_SIDE,
        timeout_seconds: float = TIMEOUT_SECONDS,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._max_side = max_side
        self._timeout_seconds = timeout_seconds
        self._idle_seconds = idle_seconds
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    async def reencode(self, data: bytes) -> Reencoded:
        """
        Return the picture drawn anew.

        Raises:
            FileRefused: it is damaged, too large, of a kind that cannot be drawn, or it made the process fail.
        """
        async with self._turn:
            self._stay()
            try:
                async with asyncio.timeout(self._timeout_seconds):
                    verdict, body = await self._ask(data)
            except (TimeoutError, WorkerEnded) as error:
                log.warning("photo_worker_ended", error=type(error).__name__, bytes=len(data))
                await _killed(self._dropped())
                raise FileRefused("file-refused-unreadable") from None
            except asyncio.CancelledError:
                # Half an answer may be in the pipe: nobody else must read it.
                await asyncio.shield(_killed(self._dropped()))
                raise
            self._rest()
        if verdict == b"-":
            raise FileRefused(_REFUSALS[body.decode()])
        return _unpacked(body)

    async def close(self) -> None:
        """End the process."""
        self._stay()
        async with self._turn:
            await _killed(self._dropped())
        await asyncio.gather(*self._ending)

    async def _ask(self, data: bytes) -> tuple[bytes, bytes]:
        process = self._process = self._process or await self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(struct.pack(">Q", len(data)) + data)
            await process.stdin.drain()
            head = await process.stdout.readexactly(9)
            return head[:1], await process.stdout.readexactly(struct.unpack(">Q", head[1:])[0])
        except (asyncio.IncompleteReadError, OSError, RuntimeError) as error:
            # Writing to a process that is gone: an OSError of asyncio's loop, a RuntimeError of uvloop's.
            raise WorkerEnded from error

    async def _started(self) -> Process:
        # -P: beside the program lie modules whose names a library might look for.
        program = (sys.executable, "-P", str(_WORKER), str(self._max_side))
        return await asyncio.create_subprocess_exec(*program, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)

    def _dropped(self) -> Process | None:
        """Let go of the process at once, so that the next picture starts another."""
        process, self._process = self._process, None
        return process

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        self._idle = asyncio.get_running_loop().call_later(self._idle_seconds, self._end_when_idle)

    def _end_when_idle(self) -> None:
        if not self._turn.locked():
            task = asyncio.get_running_loop().create_task(_killed(self._dropped()))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)


async def _killed(process: Process | None) -> None:
    if process is None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


def _unpacked(body: bytes) -> Reencoded:
    width, height, size = struct.unpack_from(">IIQ", body)
    picture = body[16 : 16 + size]
    return Reencoded(picture, body[24 + size :], width, height)
