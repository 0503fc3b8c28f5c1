"""What Telegram's refusals mean for the deliverer: one table from its answers to our `SendError` kinds."""

from __future__ import annotations

import re

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from channels.contract import (
    BadConfig,
    FileGone,
    FileTooLarge,
    RecipientGone,
    RecipientMoved,
    Rejected,
    SendError,
    Throttled,
    Unreachable,
)
from channels.telegram.transport import NotConnected

# Texts of 400 answers, in lower case, and what they mean. Source: telegram-bot-api 10.0, Client.cpp (read
# 2026-11).
_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was upgraded",
    "group chat was deactivated",
    "have no rights to send a message",
    "not enough rights",
    "user is deactivated",
)
_FILE_GONE = ("invalid file_id", "invalid file id", "file not found", "wrong remote file identifier")
_FILE_LATER = ("wrong file_id or the file is temporarily unavailable", "file is temporarily unavailable")
_FILE_TOO_LARGE = ("file is too big", "request entity too large")

_SERVER_ERROR = re.compile(r"internal server error|bad gateway|service unavailable|\((500|502|503)\)")
"""
Answers that say: it was not done. A send may have happened all the same now and then, but an outage of an hour answers
so too, and its messages must outlast it. 504 is not among them: there the answer of the real server was lost.
"""

_RETRY_IN = re.compile(r"retry after (\d+)")
_THROTTLED_DEFAULT_SECONDS = 5.0


def send_error(error: Exception) -> SendError:
    """
    Return what the deliverer is to do about a failed call.

    Order matters: in python-telegram-bot a `BadRequest` is also a `NetworkError`. Its messages are the
    platform's descriptions and hold neither the token nor anything that a person wrote.
    """
    said = str(getattr(error, "message", ""))
    match error:
        case RetryAfter():
            return Throttled(_seconds(error.retry_after), said)
        case ChatMigrated():
            return RecipientMoved(str(error.new_chat_id))
        case Forbidden():
            # Every 403 speaks of this one chat: blocked, deactivated, never started, kicked.
            return RecipientGone(said)
        case InvalidToken() | Conflict():
            return BadConfig(said)
        case BadRequest():
            return _bad_request(said)
        case NotConnected():
            return Unreachable(said)
        case TimedOut():
            return Unreachable(said, doubtful=True)
        case TelegramError():
            # 429 without parameters (a proxy's), 5xx, broken connections, answers that are not JSON.
            return _broken(said)
    # An answer of status 200 without a result: the library reads the status only.
    return Unreachable("the answer is not what the Bot API describes", doubtful=True)


def is_unfit_photo(error: SendError) -> bool:
    """Return whether a picture was refused as photo (size, ratio, format) and may go as document."""
    reason = str(error).lower()
    return isinstance(error, Rejected) and any(
        text in reason for text in ("photo_", "image_process_failed", "wrong type")
    )


def _bad_request(said: str) -> SendError:
    lower = said.lower()
    if any(text in lower for text in _GONE):
        return RecipientGone(said)
    if any(text in lower for text in _FILE_LATER):
        return Unreachable(said)
    if any(text in lower for text in _FILE_GONE):
        return FileGone(said)
    if any(text in lower for text in _FILE_TOO_LARGE):
        return FileTooLarge(said)
    return Rejected(said)


def _broken(said: str) -> SendError:
    lower = said.lower()
    if lower.startswith("too many requests"):
        wait = _RETRY_IN.search(lower)
        return Throttled(float(wait[1]) if wait else _THROTTLED_DEFAULT_SECONDS, said)
    if lower.startswith("request entity too large"):
        return FileTooLarge(said)
    return Unreachable(said, doubtful=_SERVER_ERROR.search(lower) is None)


def _seconds(value: object) -> float:
    """Return seconds: the library gives a number, or a timedelta where PTB_TIMEDELTA is set."""
    total = getattr(value, "total_seconds", None)
    return float(total() if total is not None else value)  # type: ignore[arg-type]
