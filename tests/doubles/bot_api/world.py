"""What the server knows: chats and what stands in them, files, updates on their way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message of the bot as its reader sees it. `files` are (field, file name, bytes)."""

    message_id: int
    chat_id: int
    method: str
    text: str
    markup: dict[str, Any] | None = None
    files: tuple[tuple[str, str, bytes], ...] = ()
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[dict[str, str]]:
        """Inline buttons in reading order."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    @property
    def keys(self) -> list[dict[str, Any]]:
        """Buttons of the keyboard below the input line, in reading order."""
        rows = (self.markup or {}).get("keyboard", [])
        return [key for row in rows for key in row]

    @property
    def takes_keyboard_away(self) -> bool:
        return bool((self.markup or {}).get("remove_keyboard"))


@dataclass(slots=True)
class Chat:
    """A private chat: who may be written to, and what has arrived there."""

    id: int
    messages: list[SentMessage] = field(default_factory=list)
    refusal: str = ""
    """Why the bot may not write here ("bot was blocked by the user"), '' if it may."""
    moved_to: int = 0
    last_message_id: int = 10
    listener: Callable[[SentMessage], None] | None = None
    waiters: list[asyncio.Future[None]] = field(default_factory=list)

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def add(self, message: SentMessage) -> None:
        self.messages.append(message)
        if self.listener is not None:
            self.listener(message)
        waiters, self.waiters = self.waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def changed(self) -> None:
        """Return when the next message has arrived."""
        waiter = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        await waiter


@dataclass(slots=True)
class Delivery:
    """One update on its way: what the bot answered each time, and `done` when it has been confirmed."""

    update: dict[str, Any]
    kind: str
    done: asyncio.Future[None]
    statuses: list[int] = field(default_factory=list)
    """HTTP status of each attempt, 0 for none."""
    attempted: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def update_id(self) -> int:
        return int(self.update["update_id"])

    @property
    def queue(self) -> tuple[str, int]:
        """
        Updates of one queue are brought one after another. Source: telegram-bot-api 10.0 (read 2026-11).
        """
        inner = self.update[self.kind]
        if self.kind == "callback_query":
            return "callback", inner["from"]["id"]
        kind = "member" if self.kind == "my_chat_member" else "chat"
        return kind, inner.get("chat", {}).get("id", 0)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on the server."""

    file_id: str
    path: str
    content: bytes
