"""What a resident does next, told by what the bot has just said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from tests.doubles.bot_api import SentMessage

RECEIPT = re.compile(r"Mã hồ sơ|mã hồ sơ")
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Say:
    """Write a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    """Tap a button by its payload."""

    data: str


class Walk(Protocol):
    """One petition from the first word to the receipt."""

    def first(self) -> Say:
        """Return how the petition begins."""
        ...

    def next(self, message: SentMessage) -> Say | Tap | None:
        """Return the next step, or None when the message ends the petition."""
        ...

    def is_aside(self, message: SentMessage) -> bool:
        """Return whether more follows for the same update."""
        ...


_LIKED = (
    "đồng ý", "gửi đi", "xác nhận", "gửi", "đúng", "không, việc khác", "việc khác", "không phải", "bỏ qua",
    "xong", "không có", "cho tôi", "chỉ cán bộ",
)  # fmt: skip
_AVOIDED = ("hủy", "sửa", "quay lại", "không đồng ý", "gặp cán bộ", "vị trí", "trợ giúp")


@dataclass(slots=True)
class Plain:
    """
    A resident who agrees, takes what is offered and types the commune when asked without a choice.

    Each petition speaks of a place of its own, so that none is a repeat of another.
    """

    commune: str = "Phường Bến Thành"
    told: set[str] = field(default_factory=set)

    def first(self) -> Say:
        number = next(_numbers)
        self.told.clear()
        return Say(
            f"Đèn đường trước nhà số {number} hẻm {number % 97}/{number % 31} hỏng hai tuần nay, tối rất nguy hiểm"
        )

    def next(self, message: SentMessage) -> Say | Tap | None:
        if RECEIPT.search(message.text) and re.search(r"\b[A-Z2-9]{4}[ -]?[A-Z2-9]{4}\b", message.text):
            return None
        buttons = message.buttons
        if not buttons:
            return Say(self.commune)
        for liked in _LIKED:
            for button in buttons:
                label = button["text"].lower()
                if liked in label and not any(word in label for word in _AVOIDED if word != liked):
                    return Tap(button["callback_data"])
        offered = [b for b in buttons if not any(word in b["text"].lower() for word in _AVOIDED)]
        if not offered or message.text in self.told:
            return Say(self.commune)
        self.told.add(message.text)
        return Tap(offered[0]["callback_data"])

    def is_aside(self, message: SentMessage) -> bool:
        """The short message that only carries the key for sharing a place."""
        return bool(message.keys)
