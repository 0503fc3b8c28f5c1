"""The contract of a channel: verify, parse, send, fetch; and how a failed send says what to do about it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from conversation.messages import Capabilities, Ignored, Inbound, IncomingFile, Outbound


class RawRequest(Struct, frozen=True):
    """A webhook call before anybody believed it: headers in lower case, the body's bytes as received."""

    headers: Mapping[str, str]
    body: bytes


class Sent(Struct, frozen=True):
    """The messenger took the message; `external_id` is its id there ('' when the messenger gives none)."""

    external_id: str = ""


class ChannelError(Exception):
    """Something between us and a messenger failed."""


class NotFromPlatform(ChannelError):
    """The request does not prove that it comes from the messenger."""


class NotUnderstood(ChannelError):
    """The request comes from the messenger but its body is not what the reference describes."""


class SendError(ChannelError):
    """
    A message or file was not delivered.

    The deliverer reads these attributes and nothing else: `retryable`, may the same call succeed later;
    `attempts_max`, after so many attempts it is over, None: the house's own patience decides;
    `doubtful`, the messenger may have taken the message although we got no answer; `our_fault`, an administrator must
    look; `code`, what stands in metrics and in the officer's view.
    """

    retryable = False
    attempts_max: int | None = None
    doubtful = False
    our_fault = False
    code = "send_error"

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason or self.__class__.__doc__)


class Throttled(SendError):
    """The messenger asks to slow down; `retry_after_seconds` says how long."""

    retryable = True
    code = "throttled"

    def __init__(self, retry_after_seconds: float, reason: str = "") -> None:
        super().__init__(reason)
        self.retry_after_seconds = retry_after_seconds


class Postponed(Throttled):
    """
    The messenger takes nothing for this chat for a longer time (a quota is used up, it is night).

    Other chats are not concerned, and how many chats it happens to says nothing about the bot.
    """

    code = "postponed"


class Unreachable(SendError):
    """No answer, a dropped connection or a 5xx."""

    retryable = True
    code = "unreachable"

    def __init__(self, reason: str = "", *, doubtful: bool = False) -> None:
        super().__init__(reason)
        self.doubtful = doubtful


class SendFailed(SendError):
    """The messenger says that it could not deliver: it may have been a hiccup, and is one seldom."""

    retryable = True
    attempts_max = 3
    code = "send_failed"


class RecipientGone(SendError):
    """The person blocked us or the account is gone: do not write again until they write."""

    code = "recipient_gone"


class RecipientMoved(SendError):
    """The chat has another address now; the same message goes there."""

    retryable = True
    code = "recipient_moved"

    def __init__(self, new_address: str) -> None:
        super().__init__()
        self.new_address = new_address


class WindowClosed(SendError):
    """The messenger allows no message to this person until they write again."""

    code = "window_closed"


class Rejected(SendError):
    """The messenger refuses this message as it is."""

    our_fault = True
    code = "rejected"


class BadConfig(SendError):
    """Token or permission is wrong: nothing can be sent until an administrator mends it."""

    retryable = True
    our_fault = True
    code = "bad_config"


class FileTooLarge(SendError):
    """The file is larger than the messenger or we allow."""

    code = "file_too_large"


class FileGone(SendError):
    """The messenger no longer has the file."""

    code = "file_gone"


class FileStore(Protocol):
    """Where a channel reads the bytes of a file that it is to send: storage gives one."""

    async def read(self, file_id: int) -> tuple[bytes, str]:
        """Return the file's bytes and its MIME type."""
        ...


class FileLinks(Protocol):
    """How a file travels where a messenger has no way for it: as a link of ours that expires."""

    def link(self, file_id: int, name: str) -> str:
        """Return the address, '' when nobody could open it from outside."""
        ...


class Channel(Protocol):
    """
    One messenger. Knows nothing of petitions, texts or tables.

    `parse` gives what is to be done with one webhook body or polled update: unknown kinds become an `Ignored`.
    `fetch` yields the bytes of an incoming file in chunks and raises `SendError` kinds.
    """

    name: str
    capabilities: Capabilities

    def verify(self, request: RawRequest) -> None:
        """Raise `NotFromPlatform` unless the request proves its origin."""
        ...

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        """Translate one payload; raise `NotUnderstood` when it is malformed."""
        ...

    async def send(self, message: Outbound) -> Sent:
        """Deliver one message or raise a `SendError`. Whoever calls it watches the time."""
        ...

    def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        """Yield the bytes of a file that a person sent."""
        ...

    async def close(self) -> None:
        """Release connections."""
        ...


class NotAccepted(Exception):
    """
    An inbound message was not committed and must be brought again: the database is away, or we are stopping.

    Raised by whatever a channel hands its messages to; `retry_after_seconds` is when to knock again.
    """

    def __init__(self, reason: str = "", *, retry_after_seconds: float = 2.0) -> None:
        super().__init__(reason or self.__class__.__doc__)
        self.retry_after_seconds = retry_after_seconds


Receive = Callable[[Inbound], Awaitable[None]]
"""Returns when the message is committed; raises `NotAccepted` when it is not and shall be brought again."""

Count = Callable[[str], None]
"""Counts what came in and was not handed on, under a short reason ("group_chat", "malformed")."""


def uncounted(reason: str) -> None:
    """Count nothing."""
