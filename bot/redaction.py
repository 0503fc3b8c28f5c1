"""What must not stand in a log: tokens, phone numbers, and what people wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, Final

HIDDEN: Final = "[hidden]"

PERSONAL_KEYS: Final = frozenset(
    {
        "address",
        "authorization",
        "body",
        "caption",
        "choice",
        "cookie",
        "first_name",
        "last_name",
        "name",
        "password",
        "payload",
        "phone",
        "phone_number",
        "pin",
        "secret",
        "sender_name",
        "text",
        "token",
        "username",
    }
)
"""Keys of log values that are hidden whatever they hold: a net below the rule that nobody logs them."""

_Replacement = str | Callable[[re.Match[str]], str]

_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Replacement], ...]] = (
    # A bot's token inside an address or alone: digits, a colon, about 35 letters.
    (re.compile(r"(bot)?\d{5,}:[\w-]{10,}"), lambda match: f"{match[1] or ''}{HIDDEN}"),
    # SQLAlchemy shows a statement's values, in one line; PostgreSQL the row, in as many as the text has. Both are what
    # a person wrote.
    (re.compile(r"\[parameters: .*\]"), f"[parameters: {HIDDEN}]"),
    (re.compile(r"(Key \([^)]*\)=)\(.*?\)(?= (?:already|is|conflicts))", re.DOTALL), rf"\1({HIDDEN})"),
    (
        re.compile(r"Failing row contains \(.*?\)\.(?=\s*(?:\Z|\[SQL|\nThe above exc|\nDuring handling))", re.DOTALL),
        f"Failing row contains ({HIDDEN}).",
    ),
    # A password in an address.
    (re.compile(r"(\w+://[^\s:/@]+:)[^\s@/]+@"), rf"\1{HIDDEN}@"),
    # A Vietnamese phone number: 0 or 84 and nine more digits (ten for some land lines), in groups or not.
    (re.compile(r"(?<![\w+.-])(?:\+?84[ .-]?|0)\d(?:[ .-]?\d){8,9}(?![\w-])"), HIDDEN),
    (re.compile(r"(?<![\w.-])\+\d(?:[ .-]?\d){8,13}(?!\w)"), HIDDEN),
)


_WORTH_A_LOOK: Final = re.compile(r"\d|://|\(")
"""Everything hidden has one of these; most values of a log line have none."""


def redact(text: str) -> str:
    """Return the text without tokens, passwords, phone numbers and rows of the database."""
    if _WORTH_A_LOOK.search(text) is None and "[parameters" not in text:
        return text
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


def redacted(value: Any) -> Any:
    """Return a value of a log line, cleaned to its depth."""
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, Mapping):
        return {key: HIDDEN if key in PERSONAL_KEYS else redacted(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [redacted(item) for item in value]
    return redact(str(value))


def redaction(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Clean one log line; the last processor but the renderer."""
    for key, value in event.items():
        if not key.startswith("_"):  # structlog's own
            event[key] = HIDDEN if key in PERSONAL_KEYS else redacted(value)
    return event
