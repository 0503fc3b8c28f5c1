"""Files going up, one at a time and never whole in memory, and files of a conversation coming down."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator
from typing import Final

from aiohttp import BodyPartReader, hdrs, web

from channels.webchat.answers import Refused, json_answer
from channels.webchat.desk import Desk, Visitor
from channels.webchat.lost import lost
from channels.webchat.ports import Upload
from channels.webchat.visitors import Door
from texts import LANGUAGES

_SHOWN: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
"""What a browser may show by itself; anything else is only ever saved."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NAME_MAX: Final = 120
_CHUNK_BYTES: Final = 64 * 1024


class Uploads:
    """Handlers of `/chat/files` for one door."""

    def __init__(self, desk: Desk, door: Door) -> None:
        self._desk = desk
        self._door = door

    async def store(self, request: web.Request) -> web.StreamResponse:
        """Keep the one file of a multipart body and answer with its token."""
        language = LANGUAGES[0]
        try:
            visitor = await self._desk.visitor_or_refuse(request, self._door)
            language = visitor.language
            return json_answer(upload_data(await self._first(request, visitor)))
        except Refused as refused:
            return json_answer(refused.data(language), status=refused.status, retry_after=refused.retry_after)

    async def _first(self, request: web.Request, visitor: Visitor) -> Upload:
        async for part in parts(request):
            if part.filename:
                return await self._desk.keep(visitor, file_name(part), mime_of(part), chunks_of(part))
        raise Refused("webchat-not-understood", 400)

    async def fetch(self, request: web.Request) -> web.StreamResponse:
        """Answer with a file of the visitor's own conversation."""
        visitor = await self._desk.visitor(request, self._door)
        if visitor is None:
            return lost(request, "webchat-lost-link")
        file_id = int(request.match_info["file_id"])
        found = await self._desk.ports.open_file(visitor.address, file_id, thumbnail=request.query.get("thumb") == "1")
        if found is None:
            return lost(request, "webchat-lost-link")
        body, mime = found
        shown = mime in _SHOWN
        return web.Response(
            body=body,
            content_type=mime if shown else "application/octet-stream",
            headers={
                "Cache-Control": "private, max-age=31536000, immutable",
                "Content-Disposition": "inline" if shown else "attachment",
                "Content-Security-Policy": "default-src 'none'; sandbox",
            },
        )


async def parts(request: web.Request) -> AsyncIterator[BodyPartReader]:
    """
    Yield the parts of a multipart body in order; each must be read before the next.

    Raises:
        Refused: the body is not multipart, or broken.
    """
    if request.content_type != "multipart/form-data":
        raise Refused("webchat-not-understood", 415)
    try:
        # Without a boundary, or with a broken body, aiohttp raises a ValueError wherever it notices.
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                raise Refused("webchat-not-understood", 400)
            yield part
    except ValueError as error:
        raise Refused("webchat-not-understood", 400) from error


async def chunks_of(part: BodyPartReader) -> AsyncIterator[bytes]:
    """Yield a part's bytes as they arrive."""
    while chunk := await part.read_chunk(_CHUNK_BYTES):
        yield bytes(chunk)


def mime_of(part: BodyPartReader) -> str:
    """Return the type that the browser claims, without parameters."""
    return part.headers.get(hdrs.CONTENT_TYPE, "").partition(";")[0].strip().lower()[:100]


def file_name(part: BodyPartReader) -> str:
    """Return the file's own name: no folders, nothing invisible, of a length that can be shown."""
    name = unicodedata.normalize("NFC", part.filename or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(char for char in name if unicodedata.category(char) not in _INVISIBLE).strip()
    stem, dot, ending = name.rpartition(".")
    if len(name) > _NAME_MAX and dot and len(ending) <= 10:
        return f"{stem[: _NAME_MAX - len(ending) - 1]}.{ending}"
    return name[:_NAME_MAX]


def upload_data(upload: Upload) -> dict[str, str | int]:
    """Return what the page learns of its upload."""
    return {
        "type": "file",
        "token": upload.token,
        "kind": upload.kind.value,
        "name": upload.name,
        "mime": upload.mime,
        "size": upload.size,
    }
