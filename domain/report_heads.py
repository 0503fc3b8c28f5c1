"""What may be set of how a body's documents begin and end, with limits. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from domain.errors import Refused

SIGNING_FORMS: Final = ("head", "on-behalf", "for-the-head", "by-order", "by-mandate", "acting")
"""As `reports.value.SigningForm`; a test compares them."""

LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {"symbol": 40, "place": 80, "for_whom": 120, "board": 120, "post": 120, "signer": 120, "filing": 80,
     "committee": 200}
)  # fmt: skip
"""Characters of each part that is one line."""

LINES_MAX: Final = 4
RECIPIENTS_MAX: Final = 12
LINE_MAX: Final = 120


def checked_head(values: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return what is to be set, by column, with spaces put right; '' or [] takes a part back to what is usual.

    Raises:
        Refused: a part is too long or there is no such form; `key` says which.
    """
    found: dict[str, Any] = {}
    for name, value in values.items():
        match name:
            case "signing_form":
                if value and value not in SIGNING_FORMS:
                    raise Refused(key="report-head-bad-form")
                found[name] = value
            case "superior" | "issuer":
                found[name] = [_line(line, name) for line in value if line.strip()]
                if len(found[name]) > LINES_MAX:
                    raise Refused(key="report-head-too-many", part=name, limit=LINES_MAX)
            case "recipients":
                found[name] = [[_line(who, name), _line(purpose, name)] for who, purpose in value if who.strip()]
                if len(found[name]) > RECIPIENTS_MAX:
                    raise Refused(key="report-head-too-many", part=name, limit=RECIPIENTS_MAX)
            case "next_number":
                if value is not None and not 1 <= value <= 99_999:
                    raise Refused(key="report-head-bad-number")
                found[name] = value
            case _:
                found[name] = " ".join(value.split())
                if len(found[name]) > LIMITS[name]:
                    raise Refused(key="report-head-too-long", part=name, limit=LIMITS[name])
    return found


def _line(text: str, part: str) -> str:
    line = " ".join(text.split())
    if len(line) > LINE_MAX:
        raise Refused(key="report-head-too-long", part=part, limit=LINE_MAX)
    return line


def recipient_of(text: str) -> tuple[str, str]:
    """Return (name, purpose) of a line as people write it: "Thường trực Đảng ủy (để báo cáo)"."""
    name, bracket, rest = text.strip(" -;.").rpartition("(")
    if bracket and rest.rstrip().endswith(")"):
        return name.strip(), rest.rstrip()[:-1].strip()
    return text.strip(" -;."), ""
