"""
What arrived and is not committed yet, on disk: one small file a payload, gone once it is committed.

Zalo's long poll gives a message once and its webhook is to be answered within two seconds, whatever our database does.
A process that is killed in between finds the payload here at its next start; the unique row of the message stops
what was committed after all. Source: zalo reference A3, B8.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import time
from collections.abc import Sequence
from pathlib import Path

_numbers = itertools.count(1)


class Inbox:
    """A folder of payloads. Processes of one machine may share it: who died leaves its payloads to the others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def add(self, body: bytes) -> Path:
        """
        Return the payload's file once it would survive a power cut.

        Raises:
            OSError: the disk is full or gone: the message must not be acknowledged.
        """
        return await asyncio.to_thread(self._add, body)

    def _add(self, body: bytes) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{time.time_ns():020}-{os.getpid()}-{next(_numbers):06}"
        unfinished, path = self._folder / f"{name}.part", self._folder / f"{name}.json"
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return path

    async def done(self, path: Path) -> None:
        """Forget a payload that is committed."""
        await asyncio.to_thread(path.unlink, missing_ok=True)

    async def left(self, *, older_than_seconds: float = 0.0) -> Sequence[tuple[Path, bytes]]:
        """Return payloads that lie there for so long, oldest first."""
        return await asyncio.to_thread(self._left, older_than_seconds)

    def _left(self, older_than_seconds: float) -> list[tuple[Path, bytes]]:
        if not self._folder.is_dir():
            return []
        before = f"{time.time_ns() - int(older_than_seconds * 1e9):020}"
        found = []
        for path in sorted(self._folder.glob("*.json")):
            if path.name < before:
                with contextlib.suppress(FileNotFoundError):  # committed this moment
                    found.append((path, path.read_bytes()))
        return found
