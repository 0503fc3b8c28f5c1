"""A spool folder for each process: none touches another's files, and what the dead left is taken over."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
from pathlib import Path
from typing import Final

import structlog

from bot.spool import Spool, spooled_files

log = structlog.get_logger(__name__)

LOCK: Final = "lock"
"""A file in each folder that its process holds locked; the system lets go of it however the process ends."""


class SpoolFolders:
    """
    `root` holds one folder for each process; `spool` is this one's own, named by its random id.

    Files that lie in `root` itself come from a backup or an earlier version and belong to whoever takes them first.
    Messages of several processes are handed on by the time of their files: a chat whose messages came to two
    processes during one outage is in order unless they came within moments of each other.
    """

    def __init__(self, root: Path, me: str) -> None:
        self._root, self._me = root, me
        self._held: int | None = None
        """Descriptor of the own folder's lock."""
        self.spool = Spool(root / me)
        self._own()
        self.spool.take_in(self._moved())

    async def take_over(self) -> int:
        """Take in what processes left that ended since; return how many messages."""
        moved = await asyncio.to_thread(self._moved)
        count = self.spool.take_in(moved)
        if count:
            log.info("spool_taken_over", messages=count, files=len(moved))
        return count

    def close(self) -> None:
        """Let go of the folder; it stays while messages wait in it, for whoever comes next."""
        if self._held is None:
            return
        if not spooled_files(self.spool.folder):
            _remove(self.spool.folder)
        os.close(self._held)
        self._held = None

    def _own(self) -> None:
        """Make and lock the own folder; somebody else may clear it away until it is locked."""
        while self._held is None:
            self.spool.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                self._held = _locked(self.spool.folder / LOCK, wait=True)

    def _moved(self) -> list[Path]:
        """Move the files of the dead into the own folder; return where they are now."""
        moved = self._emptied(self._root)
        for folder in sorted(path for path in self._root.iterdir() if path.is_dir() and path.name != self._me):
            try:
                held = _locked(folder / LOCK, wait=False)
            except OSError:
                continue  # its process lives, or somebody else was faster
            if held is None:
                continue
            try:
                moved += self._emptied(folder)
                _remove(folder)
            finally:
                os.close(held)
        return moved

    def _emptied(self, folder: Path) -> list[Path]:
        moved = []
        for path in spooled_files(folder):
            here = self.spool.folder / name_elsewhere(path)
            with contextlib.suppress(FileNotFoundError):  # somebody else's now
                path.rename(here)
                moved.append(here)
        if moved:
            for changed in (self.spool.folder, folder):
                _sync(changed)
        return moved


def name_elsewhere(path: Path) -> str:
    """
    Return what a file is called outside the folder that it was written in.

    Two processes may have made files in the same millisecond; the name of the first folder keeps them apart.
    """
    return path.name if "-" in path.stem else f"{path.stem}-{path.parent.name}.jsonl"


def _locked(path: Path, *, wait: bool) -> int | None:
    """
    Return a descriptor that holds the lock until it is closed; None when the file was removed meanwhile.

    Raises:
        OSError: another process holds it, or there is no such folder any more.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
    except FileNotFoundError:
        pass
    except OSError:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _remove(folder: Path) -> None:
    """Clear a folder away; it stays when it holds anything but its lock, such as lines that nobody could read."""
    with contextlib.suppress(OSError):
        (folder / LOCK).unlink()
        folder.rmdir()


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
