"""What a resident does next, told by what the bot has just said."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.doubles.bot_api import SentMessage

RECEIPT = re.compile(r"(?:Mã của việc này|Mã hồ sơ).*?\b[0-9A-Z]{4}-?[0-9A-Z]{4}\b")
_numbers = count(1)

UNITS_FILE = Path(__file__).resolve().parents[2] / "storage" / "data" / "units.json.gz"


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


_LIKED = (
    "tôi đồng ý", "đồng ý", "đúng, gửi đi", "đúng rồi", "gửi đi", "không phải", "việc khác", "tiếp tục", "bỏ qua",
    "cho tôi", "chỉ cán bộ", "gửi",
)  # fmt: skip
_AVOIDED = (
    "hủy", "sửa", "quay lại", "không đồng ý", "không gửi", "gặp cán bộ", "vị trí", "trợ giúp", "chọn theo tỉnh",
    "nơi khác", "xem thêm",
)  # fmt: skip


def _named_communes() -> list[str]:
    """
    Return what a resident would type for each commune: its name and its province's.

    Three wards are numbers of a former town: "3 Bảo Lộc" alone could be a house number, and nobody calls them so.
    """
    units = json.loads(gzip.decompress(UNITS_FILE.read_bytes()))
    provinces = {code: name for code, name, *_ in units["provinces"]}
    return [
        f"{'Phường ' if name[0].isdigit() else ''}{name}, {provinces[province]}"
        for _, name, _, province, *_ in units["communes"]
    ]


COMMUNES = _named_communes()


@dataclass(slots=True)
class Plain:
    """
    A resident who agrees, takes what is offered, types the commune when nothing is, and corrects one answer.

    Nine or ten messages a petition, as many as the bot beside ours asks for: the matter, (consent,) commune,
    (which of several,) organisation, the place in words, on, correct, who may know the name, the choice, send.
    Petitions go round the communes of the country, and each speaks of another house, so that none is a repeat.
    """

    commune: str = COMMUNES[0]
    told: set[str] = field(default_factory=set)
    named: bool = False
    placed: bool = False
    corrected: bool = False

    def first(self) -> Say:
        number = next(_numbers)
        self.commune = COMMUNES[number * 7 % len(COMMUNES)]
        self.told.clear()
        self.named = self.placed = self.corrected = False
        return Say(
            f"Đèn đường trước nhà số {number} hẻm {number % 97}/{number % 31} hỏng hai tuần nay, tối rất nguy hiểm"
        )

    def next(self, message: SentMessage) -> Say | Tap | None:
        if RECEIPT.search(message.text):
            return None
        if not self.named and "đúng không" in message.text:
            self.named = True  # offered is where they wrote of before: this time it is elsewhere
            return Say(self.commune)
        if not self.placed and "vị trí" in message.text and "Tiếp tục" in message.text:
            self.placed = True
            return Say("Chỗ gần cổng trường, đối diện nhà văn hóa")
        if not self.corrected and (fixing := _labelled(message, "sửa lại")):
            self.corrected = True
            return Tap(fixing)
        if self.corrected and (name := _labelled(message, "ai biết tên")):
            return Tap(name)
        offered = [button for button in message.buttons if not _is_avoided(button["text"])]
        for liked in _LIKED:
            for button in offered:
                if liked in button["text"].lower():
                    return Tap(button["callback_data"])
        if not offered or message.text in self.told:
            self.named = True
            return Say(self.commune)
        self.told.add(message.text)
        return Tap(offered[0]["callback_data"])


def _labelled(message: SentMessage, word: str) -> str | None:
    """Return the payload of the button whose label has the word."""
    return next((button["callback_data"] for button in message.buttons if word in button["text"].lower()), None)


def _is_avoided(label: str) -> bool:
    return any(word in label.lower() for word in _AVOIDED)
