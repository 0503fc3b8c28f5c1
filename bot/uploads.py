"""Uploads of the web chat, kept aside until a message names them: bytes in a folder, one small JSON beside each."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import msgspec

from bot.filetypes import FileRefused, sniff
from channels.contract import FileGone
from channels.webchat import Upload, UploadRefused
from conversation.messages import FileKind

KEPT_SECONDS: Final = 3 * 24 * 3600
"""An upload that no message fetched within three days is cleared away."""

CHUNK: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class _Card:
    """What is known of an upload, beside its bytes."""

    token: str
    kind: FileKind
    name: str
    mime: str
    size: int


class Uploads:
    """A folder of uploads. The token carries a hash of the chat's address: another chat cannot use it."""

    def __init__(self, folder: Path, *, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes

    async def store(self, address: str, name: str, chunks: AsyncIterator[bytes]) -> Upload:
        """
        Keep an upload.

        Raises:
            UploadRefused: it is too large, or of a type that is not taken.
        """
        token = f"{_owner(address)}-{secrets.token_urlsafe(16)}"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / token
        try:
            size = await self._write(path, chunks)
            kind = await asyncio.to_thread(_sniffed, path)
        except FileRefused as refusal:
            path.unlink(missing_ok=True)
            raise UploadRefused(refusal.text_key, **refusal.values) from None
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        card = _Card(token, kind[0], name[:200], kind[1], size)
        card_path = path.with_suffix(".json")
        await asyncio.to_thread(card_path.write_bytes, msgspec.json.encode(card))
        return Upload(**asdict(card))

    async def _write(self, path: Path, chunks: AsyncIterator[bytes]) -> int:
        size = 0
        with path.open("wb") as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > self._max_bytes:
                    raise FileRefused("file-refused-size", {"megabytes": self._max_bytes // 1024 // 1024})
                file.write(chunk)
            file.flush()
            await asyncio.to_thread(os.fsync, file.fileno())
        return size

    async def named(self, address: str, tokens: Sequence[str]) -> list[Upload]:
        """Return those of the tokens that this chat uploaded."""
        found = []
        for token in tokens:
            card = self._folder / f"{token}.json"
            if token.startswith(_owner(address) + "-") and "/" not in token and card.is_file():
                # A power cut may leave a card without its words: the page is asked for the file again.
                with contextlib.suppress(msgspec.DecodeError):
                    record = msgspec.json.decode(await asyncio.to_thread(card.read_bytes), type=_Card)
                    found.append(Upload(**asdict(record)))
        return found

    async def read(self, token: str) -> AsyncIterator[bytes]:
        """Yield an upload's bytes; raises `FileGone`."""
        path = self._folder / token
        if "/" in token or not path.is_file():
            raise FileGone
        with path.open("rb") as file:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk

    def sweep(self, *, now: float | None = None) -> int:
        """Clear away what is old; return how many uploads."""
        if not self._folder.is_dir():
            return 0
        oldest = (time.time() if now is None else now) - KEPT_SECONDS
        old = [path for path in self._folder.iterdir() if path.stat().st_mtime < oldest]
        for path in old:
            path.unlink(missing_ok=True)
        return sum(1 for path in old if path.suffix != ".json")


def _owner(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:24]


def _sniffed(path: Path) -> tuple[FileKind, str]:
    with path.open("rb") as file:
        found = sniff(file)
    return found.kind, found.mime
