"""Packages (DOCX, XLSX) are zip files, and a zip file tells when it was made: ours always tell the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can hold."""

LEVEL: Final = 6


def entry(name: str) -> zipfile.ZipInfo:
    """Return the head of a file in a package: without the moment and the system on which it was made."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info


def same_bytes(package: bytes, *, leave_out: Collection[str] = ()) -> bytes:
    """Return the package with its parts in the same order and nothing of the moment in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            if info.filename not in leave_out:
                target.writestr(entry(info.filename), source.read(info), compresslevel=LEVEL)
    return made.getvalue()
