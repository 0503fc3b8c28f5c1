"""From the bytes that somebody sent to the blobs that we keep: looked at, drawn anew where they are a picture."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.filetypes import FileRefused, FileType, sniff
from bot.photos import Photos
from conversation.messages import FileKind
from storage.blobs import Blobs

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 20 * MEGABYTE
"""What Telegram gives a bot at most. Source: Bot API, getFile (read 2026-11)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the blob store: what it is, its size in bytes, the names of its bytes and of its thumbnail's."""

    kind: FileKind
    mime: str
    size: int
    sha256: str
    thumbnail: str | None = None


class Keeper:
    """Takes files in. Everything comes through here: what a channel fetches and what a page uploads."""

    def __init__(self, blobs: Blobs, photos: Photos, *, max_bytes: int = MAX_BYTES) -> None:
        self._blobs = blobs
        self._photos = photos
        self._max_bytes = max_bytes

    def too_large(self) -> FileRefused:
        """Return the refusal of a file that is larger than we take."""
        return FileRefused("file-refused-size", {"megabytes": self._max_bytes // MEGABYTE})

    def check_size(self, size: int) -> None:
        """
        Look at a size that was announced, in bytes.

        Raises:
            FileRefused: it is more than we take.
        """
        if size > self._max_bytes:
            raise self.too_large()

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        """
        Keep a file; returns when it would survive a power cut.

        Raises:
            FileRefused: too large, empty, or of a kind that is not taken.
        """
        path = await asyncio.to_thread(_new_file, self._blobs.waiting_room())
        try:
            await self._write(path, chunks)
            found = await asyncio.to_thread(_looked_at, path)
            if found.picture:
                return await self._picture(path)
            size = path.stat().st_size
            return Kept(found.kind, found.mime, size, await self._blobs.put_file(path))
        finally:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def _write(self, path: Path, chunks: AsyncIterator[bytes]) -> None:
        size, buffer = 0, bytearray()
        async for chunk in chunks:
            size += len(chunk)
            self.check_size(size)
            buffer += chunk
            if len(buffer) >= MEGABYTE:
                await asyncio.to_thread(_append, path, bytes(buffer))
                buffer.clear()
        await asyncio.to_thread(_append, path, bytes(buffer))

    async def _picture(self, path: Path) -> Kept:
        drawn = await self._photos.reencode(await asyncio.to_thread(path.read_bytes))
        name, thumbnail = await self._blobs.put(drawn.data), await self._blobs.put(drawn.thumbnail)
        return Kept(FileKind.PHOTO, drawn.mime, len(drawn.data), name, thumbnail)


def _new_file(folder: Path) -> Path:
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        return Path(file.name)


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


def _looked_at(path: Path) -> FileType:
    with path.open("rb") as file:
        return sniff(file)
