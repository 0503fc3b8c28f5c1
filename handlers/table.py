"""What the router may call: forms by name, commands by name, buttons that stand alone by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from conversation.forms import Form
from handlers.visit import Visit

CommandHandler: TypeAlias = Callable[[Visit, str], Awaitable[bool | None]]
"""`async (visit, rest)`: rest is what followed the command; False says that it was not meant."""

TapHandler: TypeAlias = Callable[[Visit, str], Awaitable[None]]
"""`async (visit, argument)` for a button whose payload is `!name=argument`; it works for ever, in any state."""


@dataclass(frozen=True, slots=True)
class Table:
    """Everything a message can lead to. Put together in `handlers/wiring.py`, where a reader finds all of it."""

    forms: Mapping[str, Form[Any]]
    commands: Mapping[str, CommandHandler]
    taps: Mapping[str, TapHandler]
    idle: CommandHandler
    """A message outside any form: `rest` is its text."""
    started: CommandHandler
    """The chat was opened; `rest` is the payload of the link."""
    edited: CommandHandler
    first: CommandHandler | None = None
    """Hears every message of words before anything else; False says that it was not meant."""


def tap(name: str, argument: str | int = "") -> str:
    """Return the payload of a button that stands alone."""
    return f"!{name}={argument}"
