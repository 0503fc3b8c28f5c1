"""The log: one line per event, JSON for machines or coloured for a terminal, ours and the libraries' alike."""

from __future__ import annotations

import logging
import sys
from typing import Any, Final, TextIO

import structlog
from structlog.typing import Processor

from bot.redaction import redaction

QUIET: Final = (
    "httpx",
    "httpcore",
    "telegram",
    "apscheduler",
    "aiohttp.access",
    "asyncio",
    "aiosqlite",
    "sqlalchemy.engine",
    "PIL",
    "alembic.runtime.plugins",
)
"""Libraries that speak of every call; some of them name addresses that hold a token."""

_message_log = structlog.get_logger("message")
_message_level = logging.getLogger("message")


def configure(*, level: str = "info", shape: str = "auto", stream: TextIO | None = None) -> None:
    """
    Send every log line of the process, structlog's and the standard library's, one way.

    Args:
        level: debug, info, warning or error.
        shape: json (one object a line), text, or auto: text in a terminal, else json.
        stream: where to, standard error when None.
    """
    stream = stream or sys.stderr
    in_terminal = stream.isatty()
    as_json = shape == "json" or (shape == "auto" and not in_terminal)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_SHARED, structlog.stdlib.ExtraAdder()],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                redaction,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                _json() if as_json else structlog.dev.ConsoleRenderer(colors=in_terminal),
            ],
        )
    )
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


_SHARED: Final[list[Processor]] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.PositionalArgumentsFormatter(),
]


def _json() -> Processor:
    return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)


def message_line(
    *,
    channel: str,
    event: str,
    result: str,
    duration_ms: float,
    inbound_id: int | None = None,
    conversation_id: int | None = None,
    petition_id: int | None = None,
    replies: int = 0,
    **ids: Any,
) -> None:
    """
    Log the one line that a handled message gets.

    Args:
        channel: which messenger.
        event: what arrived (`conversation.messages.Event`).
        result: done, seen_before, failed, spooled, refused ...
        duration_ms: from arrival to commit.
        inbound_id: row of table inbound, where it has one.
        conversation_id: the chat.
        petition_id: what was filed, if so.
        replies: how many messages went into the outbox.
        ids: further ids and counts; never a name, a phone or a text.
    """
    if not _message_level.isEnabledFor(logging.INFO):
        return  # before anything is put together: there are as many of them as messages
    values = {
        "channel": channel,
        "kind": event,
        "result": result,
        "duration_ms": round(duration_ms, 1),
        "inbound_id": inbound_id,
        "conversation_id": conversation_id,
        "petition_id": petition_id,
        "replies": replies,
        **ids,
    }
    _message_log.info("message", **{key: value for key, value in values.items() if value is not None})
