"""Keeps messages on disk while the database is away, and hands them on in order when it is back."""

from __future__ import annotations

import asyncio
import bisect
import contextlib
import errno
import os
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import structlog

from conversation.codec import inbound_from_json, inbound_to_json
from conversation.messages import Inbound

log = structlog.get_logger(__name__)

FILE_LINES: Final = 500
"""Messages in one file. A file goes when all of it is handled; after a crash at most so many are handled again."""

MAX_BYTES: Final = 256 * 1024 * 1024
"""Half a million messages. More than that is no outage but a disk that fills up."""

TOGETHER: Final = 64
"""Messages of different chats that are handed on at the same time, so that they share a commit."""


class SpoolFull(OSError):
    """The message could not be kept; whoever sent it must be told to send it again (HTTP 503)."""


@dataclass(slots=True)
class _File:
    """One file of the spool."""

    path: Path
    lines: int
    size: int

    @property
    def order(self) -> tuple[int, str]:
        """Files are handed on in this order: the name begins with the millisecond of its making."""
        return _order(self.path)


class Spool:
    """
    A folder of `<n>.jsonl` files, one message a line, oldest first; `<n>` is milliseconds since 1970.

    `add` returns once the line is on the disk. A file is written by one process only and never after a restart,
    so only the last line of a file can be torn: its sender was never told that it was taken, and sends it again.
    """

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._files = [_measured(path) for path in _numbered(folder)]
        self._open: _File | None = None
        self._appending = asyncio.Lock()
        self._waiting: list[tuple[bytes, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    @property
    def pending(self) -> int:
        """
        How many messages wait, those being written included.

        While there are any, new messages belong behind them: `add` them, or they overtake.
        """
        return sum(file.lines for file in self._files) + len(self._waiting)

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.size for file in self._files)

    async def add(self, inbound: Inbound) -> None:
        """
        Keep a message; returns when it would survive a power cut.

        Raises:
            SpoolFull: the disk or the spool is full, or the disk fails.
        """
        line = inbound_to_json(inbound).encode() + b"\n"
        if self.size + sum(len(other) for other, _ in self._waiting) + len(line) > self._max_bytes:
            raise SpoolFull(f"the spool holds {self.size} bytes")
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((line, done))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="spool")
        # Who asked may go away; the line is written all the same.
        await asyncio.shield(done)

    def take_in(self, paths: Iterable[Path]) -> int:
        """Hand on these files, too, that somebody has moved into the folder; return how many messages they hold."""
        new = [_measured(path) for path in paths]
        for file in new:
            bisect.insort(self._files, file, key=lambda other: other.order)
        return sum(file.lines for file in new)

    async def replay(self, receive: Callable[[Inbound], Awaitable[None]]) -> int:
        """
        Hand everything on, each chat in order, until nothing is left; return how many messages.

        `receive` returns when a message is committed. When it raises, its file stays and is handed on again from its
        first line next time: what was handled then is recognised by its `external_id`. One replay at a time.
        """
        count = 0
        while self.pending:
            file = await self._oldest()
            if file is None:
                break
            for group in _groups(await asyncio.to_thread(_messages, file.path)):
                await _all(receive, group)
                count += len(group)
            await asyncio.to_thread(file.path.unlink, missing_ok=True)
            self._files.remove(file)
        return count

    async def _oldest(self) -> _File | None:
        """Return the oldest file, which nobody writes to any more."""
        if not self._files and self._writer is not None:
            await asyncio.gather(self._writer, return_exceptions=True)
        async with self._appending:
            if self._files and self._files[0] is self._open:
                self._open = None
            return self._files[0] if self._files else None

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch = self._waiting[:]
                async with self._appending:
                    failure = await self._append(b"".join(line for line, _ in batch), len(batch))
                del self._waiting[: len(batch)]
                for _, done in batch:
                    if done.done():
                        continue
                    if failure is None:
                        done.set_result(None)
                    else:
                        done.set_exception(failure)
                        done.exception()  # whoever asked may be gone; then nobody looks at it
        finally:
            self._writer = None

    async def _append(self, data: bytes, lines: int) -> SpoolFull | None:
        file = self._open
        if file is None or file.lines >= FILE_LINES:
            newest = max((other.order[0] for other in self._files), default=0)
            number = max(newest + 1, time.time_ns() // 1_000_000)
            file = self._open = _File(self._folder / f"{number:013d}.jsonl", 0, 0)
        try:
            await asyncio.to_thread(_append, file.path, data, file.size)
        except OSError as error:
            self._open = None
            log.error("spool_not_written", code=errno.errorcode.get(error.errno or 0, "?"), lines=lines)  # noqa: TRY400
            return SpoolFull(f"the spool could not be written: {error.strerror}")
        file.lines += lines
        file.size += len(data)
        if file not in self._files:
            self._files.append(file)
        return None


def _numbered(folder: Path) -> list[Path]:
    return sorted(spooled_files(folder), key=_order)


def spooled_files(folder: Path) -> list[Path]:
    """Return a folder's files of messages, in no order; none when there is no folder."""
    return [path for path in folder.glob("*.jsonl") if path.stem.partition("-")[0].isdigit()]


def spooled_messages(folder: Path) -> int:
    """Return how many messages wait in a folder and the folders of its processes."""
    count = 0
    for path in folder.rglob("*.jsonl"):
        with contextlib.suppress(FileNotFoundError):  # handled just now
            count += path.read_bytes().count(b"\n")
    return count


def _order(path: Path) -> tuple[int, str]:
    number, _, owner = path.stem.partition("-")
    return int(number), owner


def _measured(path: Path) -> _File:
    data = path.read_bytes()
    return _File(path, data.count(b"\n"), len(data))


def _append(path: Path, data: bytes, size: int) -> None:
    """Append and wait for the disk; on a failure cut off what was written of it, and leave no empty file behind."""
    new = not path.exists()
    if new:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        try:
            written = 0
            while written < len(data):
                written += os.write(descriptor, data[written:])
            os.fsync(descriptor)
        except OSError:
            if size:
                os.ftruncate(descriptor, size)
            else:  # a full disk may last for hours, and every message that it refuses would leave a file
                path.unlink()
            raise
    finally:
        os.close(descriptor)
    if new:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name in the folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _messages(path: Path) -> list[Inbound]:
    """Return a file's messages. What cannot be read is kept beside the spool: it was acknowledged."""
    *lines, torn = path.read_bytes().split(b"\n")
    if torn:
        log.warning("spool_line_torn", file=path.name, bytes=len(torn))
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(inbound_from_json(line))
        except msgspec.DecodeError:
            log.error("spool_line_unreadable", file=path.name, line=number)  # noqa: TRY400 - its text is a person's
            _append(path.with_name("unreadable.txt"), line + b"\n", _size(path.with_name("unreadable.txt")))
    return found


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _groups(messages: list[Inbound]) -> Iterator[list[Inbound]]:
    """Cut into runs in which no chat speaks twice."""
    group: list[Inbound] = []
    chats: set[tuple[str, str]] = set()
    for message in messages:
        chat = (message.channel, message.address)
        if chat in chats or len(group) == TOGETHER:
            yield group
            group, chats = [], set()
        group.append(message)
        chats.add(chat)
    if group:
        yield group


async def _all(receive: Callable[[Inbound], Awaitable[None]], group: list[Inbound]) -> None:
    """Hand on a group; when one fails the others are waited for before its error goes up."""
    results = await asyncio.gather(*(receive(message) for message in group), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
