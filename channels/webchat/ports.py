"""What the web chat needs from the running program: a place to put what was said, and the lines to show."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from conversation.messages import Button, FileKind, Inbound, Pin

MEGABYTE: Final = 1024 * 1024


class Said(StrEnum):
    """Who said a line, seen from us: `IN` the visitor, `OUT` the bot."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class LineFile:
    """
    A file shown in the conversation; `size` in bytes.

    `file_id` is that of our storage, or 0 while the file is still being put there: the page asks again.
    """

    file_id: int
    kind: FileKind
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """
    One message of one chat, as the page shows it.

    `number` grows with every line of the chat (gaps are allowed) and never changes. `client_id` is the id
    under which the page sent an `IN` line (`client_id_of`), '' otherwise; `choice` is the payload of the
    button that an `IN` line tapped, its `text` then being the button's label. `rows`, `asks_pin` (label of a
    button that shares a location) belong to `OUT` lines. Which buttons are still fresh is not stored: those
    of the last `OUT` line that has any.
    """

    number: int
    said: Said
    at: datetime
    text: str = ""
    rows: tuple[tuple[Button, ...], ...] = ()
    files: tuple[LineFile, ...] = ()
    pin: Pin | None = None
    asks_pin: str = ""
    client_id: str = ""
    choice: str = ""
    erases: bool = False
    """An `OUT` line before which something was erased: a page that shows it still is loaded anew."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A stored file that its visitor has not sent yet; `token` names it in the message that will carry it."""

    token: str
    kind: FileKind
    name: str = ""
    mime: str = ""
    size: int = 0


class UploadRefused(Exception):
    """A file that is not taken; `text_key` says why, `values` are its placeholders."""

    def __init__(self, text_key: str, **values: str | int) -> None:
        super().__init__(text_key)
        self.text_key = text_key
        self.values = values


@dataclass(frozen=True, slots=True)
class PageInfo:
    """
    Whose page it is: the office's own name and how to reach it. Empty parts are left out of the page.

    `accept` is the file dialog's filter (HTML `accept`); the upload itself decides.
    """

    office: str = ""
    postal_address: str = ""
    phone: str = ""
    hours: str = ""
    files_max: int = 10
    file_max_bytes: int = 20 * MEGABYTE
    accept: str = "image/*,application/pdf,.doc,.docx,.xls,.xlsx,audio/*,video/mp4"
    more: Mapping[str, str] = field(default_factory=dict)
    """Further links of the menu: label -> address on this server (privacy notice, console)."""


class Ports(Protocol):
    """What `bot` gives to the web chat. Addresses are those of `visitors.py`: "v…" or, of officers, "o…"."""

    async def receive(self, inbound: Inbound) -> None:
        """
        Return when the message is committed (or was seen before).

        Raises:
            NotAccepted: it could be neither committed nor spooled; the page keeps it and sends it again.
        """
        ...

    async def lines(self, address: str, *, after: int, limit: int) -> Sequence[Line]:
        """Return the chat's lines with a number above `after`, lowest first."""
        ...

    async def earlier(self, address: str, *, before: int | None, limit: int) -> Sequence[Line]:
        """Return the last `limit` lines with a number below `before` (None: of all), lowest first."""
        ...

    async def newest(self, addresses: Sequence[str]) -> Mapping[str, int]:
        """Return each chat's highest line number; asked once a second for the chats that are open here."""
        ...

    async def store_upload(self, address: str, name: str, mime: str, chunks: AsyncIterator[bytes]) -> Upload:
        """
        Keep an upload until a message names its token.

        Raises:
            UploadRefused: its type or size is not taken.
        """
        ...

    async def uploads(self, address: str, tokens: Sequence[str]) -> Sequence[Upload]:
        """
        Return those of the tokens that this chat uploaded, in the order given; unknown ones are left out.

        A token stays known after a message has carried it: the page may send that message again when the
        answer to the first was lost on the way.
        """
        ...

    def read_upload(self, token: str) -> AsyncIterator[bytes]:
        """
        Yield an upload's bytes.

        Raises:
            FileGone: there is no such upload any more.
        """
        ...

    async def open_file(self, address: str, file_id: int, *, thumbnail: bool) -> tuple[bytes, str] | None:
        """Return a file's bytes and MIME type when a line of this chat shows it, else None."""
        ...

    async def page_info(self, address: str) -> PageInfo:
        """Return whose page this visitor sees."""
        ...

    async def language(self, address: str) -> str:
        """Return the visitor's language, '' when the chat is not known yet."""
        ...

    async def set_language(self, address: str, language: str) -> None:
        """Remember the visitor's language; a chat that is not known yet may be left alone."""
        ...
