"""The bytes of files, kept under the name of their own SHA-256."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final, Protocol

_NAME: Final = re.compile(r"[0-9a-f]{64}")
_CHUNK: Final = 1024 * 1024
_LEFTOVER_SECONDS: Final = 3600
"""No download takes longer: older files in the waiting room belong to a process that was killed."""


class NoSuchBlob(LookupError):
    """The store has no bytes of this name."""


class Blobs(Protocol):
    """
    Where bytes are kept. Names are the SHA-256 of the content in 64 hexadecimal digits.

    The same bytes put twice are kept once; nothing is ever changed.
    """

    async def put(self, data: bytes) -> str:
        """Keep the bytes; return their name once they would survive a power cut."""
        ...

    async def put_file(self, path: Path) -> str:
        """Keep the bytes of a local file, which is taken away; return their name as `put` does."""
        ...

    async def read(self, name: str) -> bytes:
        """
        Return the bytes.

        Raises:
            NoSuchBlob: they are not here.
        """
        ...

    async def delete(self, name: str) -> None:
        """Forget the bytes, if they are here."""
        ...

    def waiting_room(self) -> Path:
        """Return a local folder for files on their way to `put_file`."""
        ...


class BlobStore:
    """
    Blobs in a folder: `ab/abcdef…`, written aside and moved into place.

    A name in its place is always whole: a kill leaves at most a file in `tmp/`, which `sweep` clears away.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """
        Return where the bytes of this name are or would be.

        Raises:
            NoSuchBlob: it is no name of a blob.
        """
        if not _NAME.fullmatch(name):
            raise NoSuchBlob("not the name of a blob")
        return self._folder / name[:2] / name

    async def put(self, data: bytes) -> str:
        return await asyncio.to_thread(self._put, data)

    async def put_file(self, path: Path) -> str:
        return await asyncio.to_thread(self._move_in, path)

    async def read(self, name: str) -> bytes:
        try:
            return await asyncio.to_thread(self.path(name).read_bytes)
        except FileNotFoundError:
            raise NoSuchBlob(name) from None

    async def delete(self, name: str) -> None:
        await asyncio.to_thread(self.path(name).unlink, missing_ok=True)

    async def discard(self, name: str, *, written_before: float) -> bool:
        """Forget the bytes if they were written before a moment (Unix time); tell whether they were."""
        return await asyncio.to_thread(self._discard, name, written_before)

    async def names(self, *, written_before: float) -> list[str]:
        """Return the names of all bytes that were written before a moment (Unix time)."""
        return await asyncio.to_thread(self._names, written_before)

    def waiting_room(self) -> Path:
        room = self._folder / "tmp"
        room.mkdir(mode=0o700, parents=True, exist_ok=True)
        return room

    def sweep(self, *, now: float) -> int:
        """Clear away what killed processes left in the waiting room; return how many files. `now` is a Unix time."""
        oldest = now - _LEFTOVER_SECONDS
        count = 0
        for path in self.waiting_room().iterdir():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
                count += 1
        return count

    def _discard(self, name: str, written_before: float) -> bool:
        path = self.path(name)
        # The same bytes may have been put again since somebody asked who names them.
        if not path.exists() or path.stat().st_mtime >= written_before:
            return False
        path.unlink(missing_ok=True)
        return True

    def _names(self, written_before: float) -> list[str]:
        every = (path for path in self._folder.glob("[0-9a-f][0-9a-f]/*") if _NAME.fullmatch(path.name))
        return sorted(path.name for path in every if path.stat().st_mtime < written_before)

    def _put(self, data: bytes) -> str:
        descriptor, name = tempfile.mkstemp(dir=self.waiting_room())
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as aside:
                aside.write(data)
            return self._move_in(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def _move_in(self, path: Path) -> str:
        digest = hashlib.sha256()
        with path.open("rb+") as aside:
            while chunk := aside.read(_CHUNK):
                digest.update(chunk)
            os.fsync(aside.fileno())
        name = digest.hexdigest()
        place = self.path(name)
        if not place.parent.exists():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync(self._folder)
        path.chmod(0o600)
        path.replace(place)
        _sync(place.parent)
        return name


def _sync(folder: Path) -> None:
    """Make names in the folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
