"""What the program writes to its log during a block, as it would stand in the file."""

from __future__ import annotations

import contextlib
import io
import json
import logging
from collections.abc import Iterator

import structlog

from bot import logs


def as_in_tests() -> None:
    """
    Log as structlog does by itself, but with plain tracebacks.

    Where rich is installed, structlog paints every traceback with it, locals and all: half a second of CPU for each
    failure that a test brings about on purpose.
    """
    structlog.reset_defaults()
    *usual, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*usual, plain])


def pytest_configure() -> None:
    as_in_tests()


class Logged:
    """The lines so far."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.text.splitlines()]


@contextlib.contextmanager
def logged(*, level: str = "info", shape: str = "json") -> Iterator[Logged]:
    """Configure logging as `nghedan run` does and put everything back afterwards."""
    root = logging.getLogger()
    handlers, old_level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    made = Logged()
    logs.configure(level=level, shape=shape, stream=made.stream)
    try:
        yield made
    finally:
        root.handlers[:] = handlers
        root.setLevel(old_level)
        for name, value in levels.items():
            logging.getLogger(name).setLevel(value)
        as_in_tests()
