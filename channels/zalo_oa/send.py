"""One of our messages as calls of an Official Account: files first, the words with their buttons last."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from channels.contract import FileGone, FileLinks, FileStore, FileTooLarge, Rejected, Sent
from channels.zalo_oa.api import OaApi
from channels.zalo_oa.capabilities import (
    BUTTONS_MAX,
    CAPTION_MAX,
    FILE_KINDS,
    FILE_MAX_BYTES,
    MARK,
    SUBTITLE_MAX,
    TEXT_MAX,
    TITLE_MAX,
)
from channels.zalo_oa.pictures import fitting
from channels.zalo_oa.ports import Accounting, Quota, Uploads
from conversation.messages import FileKind, Outbound, OutgoingFile
from conversation.render import length, split

log = structlog.get_logger(__name__)

MESSAGE = "/v3.0/oa/message/cs"
"""The consultation message. Source: zalo reference B4."""

UPLOAD_IMAGE, UPLOAD_FILE = "/v2.0/oa/upload/image", "/v2.0/oa/upload/file"
"""Source: zalo reference B5: uploads are still under v2.0."""


class Sender:
    """Delivers messages. `info_image` is the picture of the form for contact details, '' when there is none."""

    def __init__(
        self,
        api: OaApi,
        accounting: Accounting,
        uploads: Uploads,
        *,
        files: FileStore | None,
        links: FileLinks | None,
        info_image: str = "",
    ) -> None:
        self._api, self._accounting, self._uploads = api, accounting, uploads
        self._files, self._links, self._info_image = files, links, info_image

    async def deliver(self, message: Outbound) -> Sent:
        """
        Deliver one message.

        A single picture with short words and no buttons is one message: each is paid for.

        Raises:
            SendError: what to do. Of a message with several files some may have arrived.
        """
        pictures, documents, lines = await self._sorted(message)
        text = "\n\n".join(filter(None, (message.text, "\n".join(lines))))
        buttons = _buttons(message)
        if not (text or pictures or documents):
            raise Rejected("the message is empty")
        sent = Sent()
        under_picture = len(pictures) == 1 and not buttons and 0 < length(text, "utf16") <= CAPTION_MAX
        for file in documents:
            sent = await self._document(message.address, file)
        for file in pictures:
            sent = await self._picture(message.address, file, text if under_picture else "")
        if text and not under_picture:
            parts = split(text, TEXT_MAX, "utf16")
            for number, part in enumerate(parts, start=1):
                body: dict[str, Any] = {"text": part}
                if buttons and number == len(parts):
                    body["attachment"] = {"type": "template", "payload": {"buttons": buttons}}
                sent = await self._say(message.address, body)
        if message.asks_phone and self._info_image:
            await self._say(message.address, self._asking(message.asks_phone))
        return sent

    async def _say(self, address: str, body: Mapping[str, Any]) -> Sent:
        data = await self._api.post(MESSAGE, {"recipient": {"user_id": address}, "message": body})
        self._accounting.sent(address, read_quota(data))
        return Sent(str(data.get("message_id", "")))

    def _asking(self, label: str) -> dict[str, Any]:
        element = {"title": label[:TITLE_MAX], "subtitle": label[:SUBTITLE_MAX], "image_url": self._info_image}
        payload = {"template_type": "request_user_info", "elements": [element]}
        return {"attachment": {"type": "template", "payload": payload}}

    # --- Files -------------------------------------------------------------------------------------------------

    async def _sorted(self, message: Outbound) -> tuple[list[OutgoingFile], list[OutgoingFile], list[str]]:
        """Return pictures, documents, and lines of words for files that Zalo does not carry."""
        pictures, documents, lines = [], [], []
        for file in message.files:
            if file.kind is FileKind.PHOTO:
                pictures.append(file)
            elif await self._is_carried(file):
                documents.append(file)
            elif url := self._links.link(file.file_id, file.name) if self._links else "":
                lines.append(f"{file.name}: {url}" if file.name else url)
            else:
                log.warning("file_not_shown", channel="zalo_oa", file_id=file.file_id, reason="no way to carry it")
        return pictures, documents, lines

    async def _is_carried(self, file: OutgoingFile) -> bool:
        if await self._uploads.known(file.file_id):
            return True
        content, mime = await self._read(file)
        return mime in FILE_KINDS and len(content) <= FILE_MAX_BYTES

    async def _read(self, file: OutgoingFile) -> tuple[bytes, str]:
        if self._files is None:
            raise Rejected("this channel was made without a file store")
        return await self._files.read(file.file_id)

    async def _picture(self, address: str, file: OutgoingFile, caption: str) -> Sent:
        async def say(token: str) -> Sent:
            element = {"media_type": "image", "attachment_id": token}
            payload = {"template_type": "media", "elements": [element]}
            body: dict[str, Any] = {"attachment": {"type": "template", "payload": payload}}
            return await self._say(address, {"text": caption, **body} if caption else body)

        return await self._with_upload(file, say)

    async def _document(self, address: str, file: OutgoingFile) -> Sent:
        async def say(token: str) -> Sent:
            return await self._say(address, {"attachment": {"type": "file", "payload": {"token": token}}})

        return await self._with_upload(file, say)

    async def _with_upload(self, file: OutgoingFile, say: Any) -> Sent:
        """Send with the id of an earlier upload, or upload now; once more when Zalo no longer knows the id."""
        token = await self._uploads.known(file.file_id)
        if token:
            try:
                return await say(token)  # type: ignore[no-any-return]
            except FileGone:
                await self._uploads.forget(file.file_id)
        return await say(await self._uploaded(file))  # type: ignore[no-any-return]

    async def _uploaded(self, file: OutgoingFile) -> str:
        content, mime = await self._read(file)
        if file.kind is FileKind.PHOTO:
            content, mime = await asyncio.to_thread(fitting, content, mime)
            name = "photo.png" if mime == "image/png" else "photo.jpg"
            data = await self._api.upload(UPLOAD_IMAGE, content, name=name, mime=mime)
            token = str(data.get("attachment_id", ""))
        else:
            if len(content) > FILE_MAX_BYTES:
                raise FileTooLarge(f"file {file.file_id} has {len(content)} bytes")
            name = file.name or f"file-{file.file_id}.{FILE_KINDS.get(mime, 'bin')}"
            data = await self._api.upload(UPLOAD_FILE, content, name=name, mime=mime)
            token = str(data.get("token", ""))
        if not token:
            raise Rejected("the upload was answered without an id")
        await self._uploads.keep(file.file_id, token)
        return token


def _buttons(message: Outbound) -> list[dict[str, Any]]:
    """
    Return the buttons: a tap makes the person send the payload, unseen by them.

    Source: zalo reference B4, `oa.query.hide`.
    """
    found = [button for row in message.rows for button in row][:BUTTONS_MAX]
    return [{"title": b.label, "type": "oa.query.hide", "payload": MARK + b.choice} for b in found]


def read_quota(data: Mapping[str, Any]) -> Quota:
    """Return what a send was counted against; numbers come as text. No `quota` at all is a charged message."""
    quota = data.get("quota")
    if not isinstance(quota, Mapping) or not quota.get("quota_type"):
        return Quota()
    return Quota(str(quota["quota_type"])[:32], _count(quota.get("remain")), _count(quota.get("total")))


def _count(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() else None
