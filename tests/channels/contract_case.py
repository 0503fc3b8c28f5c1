"""What the contract suite needs to know of a channel: one `ChannelCase` each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from channels.contract import Channel, RawRequest
from conversation.messages import IncomingFile


class Trouble(StrEnum):
    """What can be wrong on the other side when we send or fetch."""

    GONE = "gone"
    THROTTLED = "throttled"
    DOWN = "down"
    CUT_OFF = "cut_off"
    """The message is taken and the connection breaks before the answer."""
    REFUSED = "refused"
    BAD_CONFIG = "bad_config"
    FILE_GONE = "file_gone"
    FILE_TOO_LARGE = "file_too_large"


@dataclass(frozen=True, slots=True)
class Shown:
    """The newest message as the person sees it."""

    text: str
    labels: list[str] = field(default_factory=list)


class OpenChannel(Protocol):
    """
    A channel beside its platform, for the length of one test.

    `address` is a person who may be written to. `genuine` and `forged` are webhook calls. `written` is the payload of
    a person's text message "Xin chào", `malformed` breaks the reference, `unknown` keeps it and means nothing to us.
    """

    channel: Channel
    address: str
    genuine: RawRequest
    forged: RawRequest
    written: Mapping[str, Any]
    malformed: Mapping[str, Any]
    unknown: Mapping[str, Any]

    async def shown(self) -> Shown:
        """Return the next message that the person sees."""
        ...

    def tapped(self, label: str) -> Mapping[str, Any]:
        """Return the payload of a tap on a button of the message shown last."""
        ...

    def make(self, trouble: Trouble) -> None:
        """Let the next call suffer."""
        ...

    def sent_file(self, content: bytes) -> IncomingFile:
        """Return a photo that a person has sent."""
        ...


@dataclass(frozen=True, slots=True)
class ChannelCase:
    """A channel in the suite: `open` sets it up, `troubles` are those that its platform knows."""

    name: str
    open: Callable[[], AbstractAsyncContextManager[OpenChannel]]
    troubles: frozenset[Trouble]
    buttons: bool = True
    """Whether the messenger has buttons at all; without them choices are numbers in the text."""

    def __str__(self) -> str:
        return self.name
