"""Somebody who talks to the account with the Zalo app."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.doubles.zalo_oa.server import Message, ZaloOaServer

FREE = 8

PATIENCE_SECONDS = 60.0
"""How long a test waits for a message before it fails; far more than any machine needs."""


@dataclass(slots=True)
class Person:
    """
    One person. `interacted_at` is what the reply window is counted from, None for somebody who never wrote.

    What a person does goes to the webhook and returns the HTTP status of the answer.
    """

    server: ZaloOaServer
    id: str
    name: str = "An"
    interacted_at: float | None = 0.0
    free_used: int = 0
    refusal: int = 0
    """The error that answers every message to this person, 0 for none."""
    heard: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    last: Message | None = None

    @property
    def by_app(self) -> str:
        """The app's id of this person."""
        return f"55{self.id[:14]}"

    def event(self, name: str, **message: Any) -> dict[str, Any]:
        """Return an event as Zalo words it, without bringing it."""
        server = self.server
        return {
            "app_id": server.app_id,
            "sender": {"id": self.id},
            "user_id_by_app": self.by_app,
            "recipient": {"id": server.oa_id},
            "event_name": name,
            "message": {"msg_id": f"{next(server.numbers):019d}", **message},
            "timestamp": str(server.now_ms()),
        }

    def interacts(self) -> None:
        """Open the window: following, writing, calling, tapping."""
        self.interacted_at, self.free_used = self.server.now(), 0

    async def does(self, name: str, **message: Any) -> int:
        """Send a message of some kind."""
        self.interacts()
        return await self.server.bring(self.event(name, **message))

    async def says(self, text: str) -> int:
        """Write."""
        return await self.does("user_send_text", text=text)

    async def sends(self, kind: str, payload: dict[str, Any], *, text: str = "", event: str = "") -> int:
        """Send an attachment."""
        more = {"text": text} if text else {}
        return await self.does(event or f"user_send_{kind}", attachments=[{"type": kind, "payload": payload}], **more)

    async def sends_photo(self, content: bytes, *, text: str = "") -> int:
        """Send a picture."""
        url = self.server.keep(content, "jpg")
        return await self.sends("image", {"thumbnail": url, "url": url}, text=text)

    async def taps(self, label: str) -> int:
        """Tap a button of the message seen last: the app sends its payload as an ordinary text."""
        return await self.server.bring(self.tapped(label))

    def tapped(self, label: str) -> dict[str, Any]:
        """Return the event of a tap."""
        assert self.last is not None
        self.interacts()
        button = next(b for b in self.last.buttons if b["title"] == label)
        return self.event("user_send_text", text=button["payload"])

    async def submits(self, **info: Any) -> int:
        """Fill in the form for contact details."""
        event = {**self.event("user_submit_info"), "info": info}
        del event["message"]
        return await self.server.bring(event)

    async def follows(self, name: str = "follow") -> int:
        """Follow, or with "unfollow" stop doing so."""
        if name == "follow":
            self.interacts()
        return await self.server.bring(
            {
                "oa_id": self.server.oa_id,
                "follower": {"id": self.id},
                "user_id_by_app": self.by_app,
                "event_name": name,
                "source": "oa_profile",
                "app_id": self.server.app_id,
                "timestamp": str(self.server.now_ms()),
            }
        )

    async def withdraws(self, *, named: bool = True) -> int:
        """Use the right to be erased; not `named` when app and account are no longer linked."""
        return await self.server.bring(
            {
                "app_id": self.server.app_id,
                "oa_id": self.server.oa_id if named else "",
                "user_id": self.id if named else "",
                "user_id_by_app": self.by_app,
                "event_name": "user_withdraw",
                "timestamp": str(self.server.now_ms()),
            }
        )

    async def is_written_to_by_hand(self, text: str = "Chào ông/bà") -> int:
        """An administrator of the account writes in its chat window."""
        return await self.server.bring(self.echo(text, admin_id="7021"))

    def echo(self, text: str, **sender: str) -> dict[str, Any]:
        """Return the echo of what the account sent."""
        event = self.event("oa_send_text", text=text)
        return {**event, "sender": {"id": self.server.oa_id, **sender}, "recipient": {"id": self.id}}

    async def hears(self, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Return the next message of the account."""
        self.last = await asyncio.wait_for(self.heard.get(), timeout_seconds)
        return self.last
