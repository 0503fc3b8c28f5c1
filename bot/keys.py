"""The installation's secret key: made at first start, in a file of its own, never in the database or its backup."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_BYTES = 32


def secret_key(file: Path) -> bytes:
    """Return the key, made now when there is none; only the owner may read the file."""
    try:
        return _read(file)
    except FileNotFoundError:
        return _make(file)


def _read(file: Path) -> bytes:
    """Return the key of the file; a file that holds none must not become an empty key."""
    key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    if len(key) != KEY_BYTES:
        raise ValueError(f"{file} does not hold a key of {KEY_BYTES} bytes; restore it from where you keep it")
    return key


def _make(file: Path) -> bytes:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_bytes(KEY_BYTES)
    try:
        # O_EXCL: of two processes that start together one makes the key and the other reads it.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(file)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(key.hex() + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    return key
