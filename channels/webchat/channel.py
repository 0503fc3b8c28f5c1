"""The web chat behind the contract of every channel."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from channels.contract import NotFromPlatform, NotUnderstood, RawRequest, Sent
from channels.webchat.capabilities import CAPABILITIES, SAID_MAX
from channels.webchat.hub import Hub
from channels.webchat.payloads import Spoken
from channels.webchat.ports import Ports
from channels.webchat.visitors import DOORS, is_same_origin, secret_in
from conversation.messages import Event, FileKind, Ignored, Inbound, IncomingFile, Outbound, Pin

NAME: Final = "webchat"
_UNSTORABLE = {0: None} | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
"""NUL and lone surrogates: PostgreSQL and UTF-8 know neither."""


def external_id_of(address: str, client_id: str) -> str:
    """Return the id under which a message is taken once."""
    return f"{address}:{client_id}"


def client_id_of(external_id: str) -> str:
    """Return the id that the page gave to a message."""
    return external_id.partition(":")[2]


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class WebChat:
    """
    Our own messenger: messages come through the routes of this folder, a sent message is a line to be read.

    `send` has nothing to carry: by then the line can be read through the ports, and whoever has the page open
    is told to. A page that is closed reads it when it opens again.
    """

    name = NAME
    capabilities = CAPABILITIES
    transcript = True
    """The tables keep what is shown: a message is delivered once its line is committed, and `send` only tells of it."""

    def __init__(self, ports: Ports, *, clock: Callable[[], datetime] = utc_now) -> None:
        self.ports = ports
        self.clock = clock
        self.hub = Hub()

    def verify(self, request: RawRequest) -> None:
        """Raise `NotFromPlatform` unless our own page sent it, with the cookie that we gave."""
        if not is_same_origin(request.headers):
            raise NotFromPlatform("another site sent this request")
        cookies = request.headers.get("cookie", "")
        names = [door.cookie_name(secure=secure) for door in DOORS for secure in (True, False)]
        if not any(secret_in(cookies, name) for name in names):
            raise NotFromPlatform("no cookie of this chat")

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        """
        Translate what a visitor said, completed by the server with who said it.

        Shape: `{"type": "say", "address": "v12…", "id": "…", "text": "…", "choice": "…", "files": [{"token":
        …, "kind": …, "name": …, "mime": …, "size": …}], "pin": {"lat": …, "lon": …}, "language": "vi"}`, or
        `{"type": "start", "address": …, "id": …, "payload": …}`.
        """
        kind = payload.get("type")
        if kind not in {"say", "start"}:
            return [Ignored(f"webchat.{kind}" if isinstance(kind, str) and kind.isidentifier() else "webchat.?")]
        try:
            spoken = msgspec.convert(payload, Spoken)
        except msgspec.ValidationError as error:
            raise NotUnderstood(str(error)) from error
        if len(spoken.text) > SAID_MAX:
            raise NotUnderstood(f"text of {len(spoken.text)} characters")
        return [self._inbound(spoken)]

    def _inbound(self, spoken: Spoken) -> Inbound:
        external_id = external_id_of(spoken.address, spoken.id)
        if spoken.type == "start":
            return Inbound(
                self.name,
                external_id,
                spoken.address,
                self.clock(),
                event=Event.STARTED,
                start=written(spoken.payload),
                language=spoken.language,
            )
        files = tuple(
            IncomingFile(FileKind(file.kind), file.token, file.name, file.mime, file.size, unique=file.token)
            for file in spoken.files
        )
        return Inbound(
            self.name,
            external_id,
            spoken.address,
            self.clock(),
            text=written(spoken.text),
            choice=written(spoken.choice),
            files=files,
            pin=Pin(spoken.pin.lat, spoken.pin.lon) if spoken.pin else None,
            language=spoken.language,
        )

    async def send(self, message: Outbound) -> Sent:
        """Tell whoever has the page open that there is something to read."""
        self.hub.wake(message.address)
        return Sent(message.id)

    def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        """Yield an upload's bytes."""
        return self.ports.read_upload(file.source)

    async def close(self) -> None:
        """Let go of every page that is open."""
        self.hub.close()


def written(text: str) -> str:
    """Return the text as written, in NFC, without what no database can hold."""
    return unicodedata.normalize("NFC", text.translate(_UNSTORABLE))
