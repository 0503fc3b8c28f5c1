"""What comes in from a person and what goes out to one, in a shape that no messenger owns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | int | float | bool | date | datetime | Words"


# Structs, not dataclasses: dozens of them are made and read back with every message, in a tenth of the time.
class Words(Struct, frozen=True, omit_defaults=True, rename={"key": "k", "values": "v"}):
    """
    A sentence to be said: a key of `texts/` and its values; worded only at delivery, in the person's language.

    Values may be text, numbers, dates, aware moments, or further `Words` (a label inside a sentence): `Value`.
    """

    key: str
    values: dict[str, Any] = {}


def words(key: str, /, **values: Value) -> Words:
    """Return the sentence `key` with its values."""
    return Words(key, values)


class Event(StrEnum):
    """What happened in the chat."""

    MESSAGE = "message"
    EDITED = "edited"
    """The person changed an earlier message; `external_id` is that of the edit, `replies_to` the `message_id`."""
    UNSUPPORTED = "unsupported"
    """A sticker, dice, poll ...: nothing that can be kept; `text` names the kind."""
    STARTED = "started"
    """The person opened the chat, perhaps through a link: `start` holds its payload."""
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    MOVED = "moved"
    """The chat has a new address: `moved_to`."""
    TAKEN_OVER = "taken_over"
    """Somebody of ours wrote in this chat by hand, past the bot: the bot keeps quiet there for a while."""
    WITHDRAWN = "withdrawn"
    """The person used their right to have their data erased at the messenger itself."""


class FileKind(StrEnum):
    """How a file was sent."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


class IncomingFile(Struct, frozen=True):
    """A file that a channel can fetch later: `source` is the channel's own handle, sizes in bytes."""

    kind: FileKind
    source: str
    name: str = ""
    mime: str = ""
    size: int = 0
    unique: str = ""
    """Same for the same file sent twice, if the channel knows."""


class Pin(Struct, frozen=True):
    """A point on the map, WGS84 degrees. It is where the person pointed, not where they are."""

    lat: float
    lon: float


class Inbound(Struct, frozen=True):
    """
    One thing that one person did in one chat.

    `(channel, external_id)` is unique for ever; `address` is the chat in the channel's own terms; `at` is
    aware UTC; `text` is as written (NFC). `choice` is the payload of a tapped button, as we gave it out.
    """

    channel: str
    external_id: str
    address: str
    at: datetime
    event: Event = Event.MESSAGE
    text: str = ""
    choice: str = ""
    files: tuple[IncomingFile, ...] = ()
    pin: Pin | None = None
    phone: str = ""
    """A phone number that the person shared as their own (checked by the channel)."""
    sender_name: str = ""
    language: str = ""
    album: str = ""
    """Items of one album share this; each arrives as its own Inbound."""
    forwarded: bool = False
    replies_to: str = ""
    start: str = ""
    moved_to: str = ""
    alias: str = ""
    """Another id by which the messenger names this chat in some events, '' for none."""
    message_id: str = ""
    """The messenger's own id of this message within the chat, '' where it has none: what an edit refers to."""


class Ignored(Struct, frozen=True):
    """Something that a channel sent and that means nothing to us; counted under its reason."""

    reason: str


class Option(Struct, frozen=True, array_like=True):
    """One thing a person may choose. `id` is unique among the options shown; `choice` is the button's payload."""

    id: str
    label: Words
    choice: str = ""
    style: str = ""
    """'' or 'primary' or 'danger': a hint for channels that can show it."""
    about: str = ""
    """What it opens, for a button whose label is a code; where options are numbers the text has said it already."""


class OutgoingFile(Struct, frozen=True, array_like=True):
    """A file of our storage to be sent along: `file_id` of table file."""

    file_id: int
    kind: FileKind
    name: str = ""


class Reply(Struct, frozen=True):
    """
    One message to one chat.

    `paragraphs` are worded and joined by an empty line. `collapse` names a message that replaces an unsent one
    of the same name in the same chat (an album of five photos is answered once); `delay_seconds` gives such a
    message time to be replaced.
    """

    paragraphs: tuple[Words, ...]
    options: tuple[Option, ...] = ()
    files: tuple[OutgoingFile, ...] = ()
    asks_pin: bool = False
    asks_phone: bool = False
    collapse: str = ""
    delay_seconds: float = 0.0
    voice: str = ""
    """How the reader is spoken to (see `conversation/voices.py`), '' as everybody."""

    title: Words | None = None
    """What stands over a letter, where the channel sends letters; None for the channel's own, which tells nothing."""

    erases: bool = False
    """What was said before was erased: a page that still shows it takes it away."""

    menu: tuple[tuple[str, Words], ...] | None = None
    """The chat's own menu of commands from now on, name and what it does; () for everybody's again, None as it is."""


def reply(*paragraphs: Words, options: tuple[Option, ...] = ()) -> Reply:
    """Return a message of these paragraphs."""
    return Reply(paragraphs, options)


class Button(Struct, frozen=True):
    """A rendered button: its words and its payload."""

    label: str
    choice: str
    style: str = ""


class Outbound(Struct, frozen=True):
    """
    A rendered message for one channel: plain text without markup, rows of buttons, files, all within limits.

    `id` is that of the outbox row with the part's number ("812.0"); a long message becomes several parts and
    only the last carries the buttons.
    """

    id: str
    address: str
    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    files: tuple[OutgoingFile, ...] = ()
    asks_pin: str = ""
    """Label of a button that shares a location, '' for none."""
    asks_phone: str = ""
    title: str = ""
    menu: tuple[tuple[str, str], ...] | None = None
    """Commands of the chat's own menu, () for everybody's, None as it is: for channels that show menus."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """
    What a channel can show. Lengths are in `length_unit`: code points or UTF-16 code units.

    `buttons_everywhere`: every app of this messenger shows buttons; where false, numbers stand in the text too.
    """

    buttons_max: int
    buttons_per_row: int
    label_max: int
    text_max: int
    choice_max_bytes: int
    length_unit: str = "code_points"
    buttons_everywhere: bool = True
    files: bool = True
    asks_pin: bool = False
    asks_phone: bool = False
    typing: bool = False
