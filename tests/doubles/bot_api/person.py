"""Somebody with a phone: writes, taps, sends, reads."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api.world import Chat, Delivery, SentMessage

if TYPE_CHECKING:
    from tests.doubles.bot_api.server import BotApi

PATIENCE_SECONDS = 60.0
"""How long a test waits for a message before it fails; far more than any machine needs."""

JPEG = b"\xff\xd8\xff\xe0 a picture, as far as a server that does not look inside is concerned \xff\xd9"


class Person:
    """
    One private chat seen from the person's side.

    What they do returns the `Delivery` on its way to the bot. `hears` gives the bot's messages one after
    another, each once.
    """

    def __init__(self, api: BotApi, chat_id: int, first_name: str, language: str) -> None:
        self._api = api
        self.chat_id = chat_id
        self.user = {"id": chat_id, "is_bot": False, "first_name": first_name, "language_code": language}
        self._read = 0

    # -- reads
    # --------------------------------------------------------------------------------------------------------

    @property
    def chat(self) -> Chat:
        return self._api.chats[self.chat_id]

    @property
    def messages(self) -> list[SentMessage]:
        """All that the bot has written here."""
        return self.chat.messages

    async def hears(self, *, within_seconds: float = PATIENCE_SECONDS) -> SentMessage:
        """Return the next message that this method has not returned yet."""
        async with asyncio.timeout(within_seconds):
            while len(self.messages) <= self._read:
                await self.chat.changed()
        self._read += 1
        return self.messages[self._read - 1]

    async def hears_until(
        self, wanted: Callable[[SentMessage], bool], *, within_seconds: float = PATIENCE_SECONDS
    ) -> SentMessage:
        """Return the next message of which `wanted` is true; those before it are read over."""
        async with asyncio.timeout(within_seconds):
            while not wanted(message := await self.hears()):
                pass
        return message

    # -- writes
    # -------------------------------------------------------------------------------------------------------

    def says(self, text: str, **more: Any) -> Delivery:
        message = self._message(text=text, **more)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        return self._api.deliver("message", message)

    def starts(self, payload: str = "") -> Delivery:
        """Open the chat, perhaps through a link with a payload."""
        return self.says(f"/start {payload}".strip())

    def edits(self, message_id: int, text: str) -> Delivery:
        message = self._message(text=text, edit_date=self._api.now())
        return self._api.deliver("edited_message", {**message, "message_id": message_id})

    def forwards(self, text: str) -> Delivery:
        origin = {"type": "hidden_user", "sender_user_name": "Bình", "date": self._api.now()}
        return self.says(text, forward_origin=origin)

    def taps(self, label: str, *, on: SentMessage | None = None) -> Delivery:
        """
        Tap the inline button with this label on the newest message that has one (or on a given message).
        """
        for message in [on] if on else reversed(self.messages):
            for button in message.buttons:
                if button["text"] == label:
                    return self.taps_data(button["callback_data"], message_id=message.message_id)
        seen = [message.labels for message in self.messages if message.labels][-1:]
        raise AssertionError(f"no button {label!r}; the newest buttons are {seen}")

    def taps_data(self, data: str, *, message_id: int) -> Delivery:
        query_id = str(random.getrandbits(60))
        self._api.open_queries.add(query_id)
        tapped = next((m for m in reversed(self.messages) if m.message_id == message_id), None)
        message = {
            "message_id": message_id, "date": self._api.now(), "from": self._api.me, "text": "...",
            "chat": {"id": self.chat_id, "type": "private"},
        }  # fmt: skip
        if tapped is not None and tapped.buttons:
            message["reply_markup"] = tapped.markup
        query = {"id": query_id, "from": self.user, "chat_instance": "-1", "data": data, "message": message}
        return self._api.deliver("callback_query", query)

    # -- sends
    # --------------------------------------------------------------------------------------------------------

    def sends_photo(self, content: bytes = JPEG, *, caption: str = "", album: str = "") -> Delivery:
        file = self._api.keep_file(content, f"photos/file_{len(self._api.files)}.jpg")
        small = {
            "file_id": f"{file.file_id}s",
            "file_unique_id": f"U{file.file_id}s",
            "width": 90,
            "height": 67,
        }
        large = {"file_id": file.file_id, "file_unique_id": f"U{file.file_id}", "width": 1280, "height": 960}
        message = self._message(photo=[small, {**large, "file_size": len(content)}])
        if caption:
            message["caption"] = caption
        if album:
            message["media_group_id"] = album
        return self._api.deliver("message", message)

    def sends_album(self, contents: Sequence[bytes], *, caption: str = "") -> list[Delivery]:
        """
        Send several photos at once; as with Telegram the first carries the words and none marks the end.
        """
        album = str(random.getrandbits(50))
        return [
            self.sends_photo(content, caption=caption if number == 0 else "", album=album)
            for number, content in enumerate(contents)
        ]

    def sends_document(
        self, content: bytes, *, name: str = "don.pdf", mime: str = "application/pdf", caption: str = ""
    ) -> Delivery:
        file = self._api.keep_file(content, f"documents/file_{len(self._api.files)}")
        described = {"file_id": file.file_id, "file_unique_id": f"U{file.file_id}", "file_size": len(content)}
        message = self._message(document={**described, "file_name": name, "mime_type": mime})
        if caption:
            message["caption"] = caption
        return self._api.deliver("message", message)

    def sends_voice(self, content: bytes = b"OggS a voice") -> Delivery:
        file = self._api.keep_file(content, f"voice/file_{len(self._api.files)}.oga")
        described = {"file_id": file.file_id, "file_unique_id": f"U{file.file_id}", "file_size": len(content)}
        return self._sends(voice={**described, "duration": 3, "mime_type": "audio/ogg"})

    def sends_video(self, content: bytes = b"a video") -> Delivery:
        file = self._api.keep_file(content, f"videos/file_{len(self._api.files)}.mp4")
        described = {"file_id": file.file_id, "file_unique_id": f"U{file.file_id}", "file_size": len(content)}
        return self._sends(video={**described, "duration": 3, "width": 640, "height": 360, "mime_type": "video/mp4"})

    def sends_location(self, lat: float, lon: float) -> Delivery:
        return self._sends(location={"latitude": lat, "longitude": lon})

    def sends_contact(self, phone: str, *, own: bool = True) -> Delivery:
        contact: dict[str, Any] = {"phone_number": phone, "first_name": self.user["first_name"]}
        return self._sends(contact={**contact, "user_id": self.chat_id} if own else contact)

    def sends_sticker(self) -> Delivery:
        return self._sends(
            sticker={
                "file_id": "S1", "file_unique_id": "US1", "type": "regular", "width": 512, "height": 512,
                "is_animated": False, "is_video": False, "emoji": "👍",
            }
        )  # fmt: skip

    # -- leaves
    # -------------------------------------------------------------------------------------------------------

    def blocks(self) -> Delivery:
        self.chat.refusal = "bot was blocked by the user"
        return self._membership("member", "kicked")

    def unblocks(self) -> Delivery:
        self.chat.refusal = ""
        return self._membership("kicked", "member")

    def deactivates(self) -> None:
        """Delete the account; no update tells of it."""
        self.chat.refusal = "user is deactivated"

    def moves_to(self, new_chat_id: int) -> None:
        """Give the chat another address, as happens to groups."""
        self.chat.moved_to = new_chat_id
        self._api.chats.setdefault(new_chat_id, Chat(new_chat_id))

    def _sends(self, **what: Any) -> Delivery:
        return self._api.deliver("message", self._message(**what))

    def _message(self, **what: Any) -> dict[str, Any]:
        return {
            "message_id": self.chat.next_message_id(),
            "date": self._api.now(),
            "from": self.user,
            "chat": {"id": self.chat_id, "type": "private", "first_name": self.user["first_name"]},
            **what,
        }

    def _membership(self, old: str, new: str) -> Delivery:
        member = {"until_date": 0, "user": {key: self._api.me[key] for key in ("id", "is_bot", "first_name")}}
        change = {
            "date": self._api.now(), "from": self.user, "chat": {"id": self.chat_id, "type": "private"},
            "old_chat_member": {**member, "status": old}, "new_chat_member": {**member, "status": new},
        }  # fmt: skip
        return self._api.deliver("my_chat_member", change)
