"""One of our messages as calls of the Bot API: text, buttons, pictures, documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog

from channels.contract import FileStore, FileTooLarge, Rejected, SendError, Sent
from channels.telegram import sharing
from channels.telegram.api import BotApi
from channels.telegram.capabilities import (
    ALBUM_MAX,
    ALBUM_MIN,
    CAPTION_MAX,
    COMMAND_DESCRIPTION_MAX,
    PHOTO_MAX_BYTES,
    UPLOAD_MAX_BYTES,
    utf16_length,
)
from channels.telegram.errors import is_unfit_photo
from conversation.messages import FileKind, Outbound

if TYPE_CHECKING:
    from telegram import InputFile

log = structlog.get_logger(__name__)

_NO_PREVIEW = {"is_disabled": True}
_NO_KEYBOARD = {"remove_keyboard": True}
_STYLES = frozenset({"primary", "success", "danger"})


@dataclass(frozen=True, slots=True)
class _Upload:
    kind: FileKind
    name: str
    content: bytes

    def as_input(self, *, attach: bool = False) -> InputFile:
        from telegram import InputFile

        return InputFile(self.content, filename=self.name, attach=attach)


async def deliver(api: BotApi, files: FileStore | None, message: Outbound) -> Sent:
    """
    Deliver one message: files first, the text with its buttons last, where the person's eye rests.

    One file whose text fits under it is a single message. Never a parse_mode: what a person wrote is not
    markup.

    Raises:
        SendError: what to do. Of a message with several files some may have arrived.
    """
    chat_id = _chat_id(message.address)
    markup = keyboard(message)
    uploads = await _uploads(api, files, message)
    if len(uploads) == 1 and utf16_length(message.text) <= CAPTION_MAX:
        sent = await _file(api, chat_id, uploads[0], message.text, markup)
    elif uploads or message.text:
        sent = await _files(api, chat_id, uploads) if uploads else Sent()
        if message.text:
            sent = await _text(api, chat_id, message.text, markup)
    else:
        raise Rejected("the message is empty")
    if message.menu is not None:
        await _set_menu(api, chat_id, message.menu)
    return sent


async def _set_menu(api: BotApi, chat_id: int, menu: Sequence[tuple[str, str]]) -> None:
    """Give the chat a menu of its own, or everybody's again. Not insisted on: whatever stands there can be typed."""
    scope = {"type": "chat", "chat_id": chat_id}
    commands = [{"command": name, "description": what[:COMMAND_DESCRIPTION_MAX]} for name, what in menu]
    try:
        if commands:
            await api.call("setMyCommands", {"commands": commands, "scope": scope})
        else:
            await api.call("deleteMyCommands", {"scope": scope})
    except SendError as error:
        log.info("menu_not_set", code=error.code)


def keyboard(message: Outbound) -> dict[str, Any]:
    """
    Return the message's `reply_markup`.

    A message carries one keyboard. Buttons win, since a tap on them names its question for ever; what can be
    shared becomes one more button. A message without any takes the sharing keys, or takes earlier ones away,
    which does nothing where there are none.
    """
    shared = sharing.wanted(message)
    if message.rows:
        rows = [[_button(b.label, b.choice, b.style) for b in row] for row in message.rows]
        return {"inline_keyboard": rows + [[_button(label, data, "")] for data, label in shared]}
    return sharing.keys(shared) if shared else _NO_KEYBOARD


def _button(label: str, choice: str, style: str) -> dict[str, str]:
    if style in _STYLES:
        return {"text": label, "callback_data": choice, "style": style}
    return {"text": label, "callback_data": choice}


async def _text(api: BotApi, chat_id: int, text: str, markup: dict[str, Any]) -> Sent:
    return Sent(
        await api.send({"chat_id": chat_id, "text": text, "link_preview_options": _NO_PREVIEW, "reply_markup": markup})
    )


async def _uploads(api: BotApi, files: FileStore | None, message: Outbound) -> list[_Upload]:
    if not message.files:
        return []
    if files is None:
        raise Rejected("this channel was made without a file store")
    await api.load()
    uploads = []
    for file in message.files:
        content, _ = await files.read(file.file_id)
        if len(content) > UPLOAD_MAX_BYTES:
            raise FileTooLarge(f"file {file.file_id} has {len(content)} bytes")
        kind = file.kind
        if kind is FileKind.PHOTO and len(content) > PHOTO_MAX_BYTES:
            kind = FileKind.DOCUMENT
        uploads.append(_Upload(kind, file.name or f"file-{file.file_id}", content))
    return uploads


async def _files(api: BotApi, chat_id: int, uploads: Sequence[_Upload]) -> Sent:
    """Send files without words: pictures as albums, documents as albums, the rest one by one."""
    sent = Sent()
    for kind in FileKind:
        same = [upload for upload in uploads if upload.kind is kind]
        size = ALBUM_MAX if kind in {FileKind.PHOTO, FileKind.DOCUMENT} else 1
        for start in range(0, len(same), size):
            group = same[start : start + size]
            if len(group) < ALBUM_MIN:
                sent = await _file(api, chat_id, group[0], "", None)
            else:
                sent = await _album(api, chat_id, group)
    return sent


async def _album(api: BotApi, chat_id: int, group: Sequence[_Upload]) -> Sent:
    from telegram import InputMediaDocument, InputMediaPhoto

    make = InputMediaPhoto if group[0].kind is FileKind.PHOTO else InputMediaDocument
    media = [make(upload.as_input(attach=True)) for upload in group]
    try:
        messages = await api.result_of(api.bot.send_media_group(chat_id, media))
    except Rejected as error:
        if not is_unfit_photo(error):
            raise
        return await _album(api, chat_id, [_Upload(FileKind.DOCUMENT, u.name, u.content) for u in group])
    return Sent(str(messages[-1].message_id))


async def _file(api: BotApi, chat_id: int, upload: _Upload, caption: str, markup: dict[str, Any] | None) -> Sent:
    bot = api.bot
    said: dict[str, Any] = {
        "caption": caption or None,
        "api_kwargs": {"reply_markup": markup} if markup else None,
    }
    file = upload.as_input()
    match upload.kind:
        case FileKind.PHOTO:
            sending = bot.send_photo(chat_id, file, **said)
        case FileKind.VOICE:
            sending = bot.send_voice(chat_id, file, **said)
        case FileKind.VIDEO:
            sending = bot.send_video(chat_id, file, **said)
        case _:
            sending = bot.send_document(chat_id, file, **said)
    try:
        message = await api.result_of(sending)
    except Rejected as error:
        if upload.kind is not FileKind.PHOTO or not is_unfit_photo(error):
            raise
        return await _file(api, chat_id, _Upload(FileKind.DOCUMENT, upload.name, upload.content), caption, markup)
    return Sent(str(message.message_id))


def _chat_id(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise Rejected("the address is not a chat id") from None
