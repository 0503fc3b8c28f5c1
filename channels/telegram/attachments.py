"""The files of a Telegram message: photo, document, voice, video and what counts as one of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from channels.text import clean
from conversation.messages import FileKind, IncomingFile

_KINDS = (
    # An animation carries a `document` too, for old clients: it has to be looked for first.
    ("animation", FileKind.VIDEO, "video/mp4"),
    ("document", FileKind.DOCUMENT, ""),
    ("voice", FileKind.VOICE, "audio/ogg"),
    ("video", FileKind.VIDEO, "video/mp4"),
    ("video_note", FileKind.VIDEO, "video/mp4"),
    ("audio", FileKind.DOCUMENT, "audio/mpeg"),
)
"""
Field of the message, our kind, MIME type where the message gives none. Source: Bot API 10.1, Message (read
2026-11).
"""


def files_of(message: Mapping[str, Any]) -> tuple[IncomingFile, ...]:
    """
    Return the one file of a message, or nothing. Of a photo's sizes it is the largest.

    Raises:
        KeyError, TypeError, ValueError: the file is not described as in the reference.
    """
    if "photo" in message:
        # Never empty by the reference: max() of nothing is a ValueError, that is: not understood.
        largest = max(message["photo"], key=lambda size: size["width"] * size["height"])
        return (_file(FileKind.PHOTO, largest, "image/jpeg"),)
    for key, kind, mime in _KINDS:
        if key in message:
            return (_file(kind, message[key], mime),)
    return ()


def _file(kind: FileKind, described: Mapping[str, Any], mime: str) -> IncomingFile:
    size = described.get("file_size", 0)
    if type(size) is not int:
        raise TypeError("a size in bytes expected")
    return IncomingFile(
        kind=kind,
        source=clean(described["file_id"]),
        name=clean(described.get("file_name", "")),
        mime=clean(described.get("mime_type", "")) or mime,
        size=size,
        unique=clean(described["file_unique_id"]),
    )
