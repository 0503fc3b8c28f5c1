"""The attachments of an event: pictures, voice, documents, places, links. Source: zalo reference B8 (read 2026-11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from channels.text import clean
from conversation.messages import Event, FileKind, IncomingFile, Pin

FILES = {
    "image": (FileKind.PHOTO, "image/jpeg"),
    "gif": (FileKind.PHOTO, "image/gif"),
    "audio": (FileKind.VOICE, "audio/amr"),
    "video": (FileKind.VIDEO, "video/mp4"),
    "file": (FileKind.DOCUMENT, ""),
}
"""Kinds that are files: ours, and the MIME type where the event gives none."""

_DOCUMENTS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}


def attached(event_name: str, attachments: Sequence[Mapping[str, Any]], text: str) -> dict[str, Any]:
    """
    Return the fields of our message: files, a pin, a link's words; or an unsupported kind.

    Raises:
        KeyError, TypeError, ValueError: it is not described as in the reference.
    """
    files: list[IncomingFile] = []
    words = [text] if text else []
    pin: Pin | None = None
    for attachment in attachments:
        kind, payload = clean(attachment["type"]), attachment["payload"]
        if kind in FILES:
            files.append(_file(kind, payload))
        elif kind == "location":
            pin = _pin(payload["coordinates"])
        elif kind == "link" and event_name == "user_send_link":
            words += [clean(payload[key]) for key in ("description", "url") if payload.get(key)]
    if pin is not None:
        return {"pin": pin, "text": text}
    if files:
        return {"files": tuple(files), "text": text}
    if words and event_name == "user_send_link":
        return {"text": "\n".join(words)}
    # A sticker, a business card, a kind that is newer than this table: the person deserves an answer.
    return {"event": Event.UNSUPPORTED, "text": event_name.removeprefix("user_send_")}


def _file(kind: str, payload: Mapping[str, Any]) -> IncomingFile:
    ours, mime = FILES[kind]
    url = clean(payload["url"])
    size = payload.get("size", 0)
    return IncomingFile(
        kind=ours,
        source=url,
        name=clean(payload.get("name") or ""),
        mime=mime or _DOCUMENTS.get(str(payload.get("type", "")).lower(), ""),
        size=int(size) if str(size).isdecimal() else 0,
        unique=clean(payload.get("checksum") or url),
    )


def _pin(coordinates: Mapping[str, Any]) -> Pin:
    lat, lon = float(coordinates["latitude"]), float(coordinates["longitude"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("a point on the map expected")
    return Pin(lat, lon)
