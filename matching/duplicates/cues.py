"""Words that say what a text does: thanks, says that it is fixed, says that it is back, asks, complains."""

from __future__ import annotations

import re
from dataclasses import dataclass

_THANKS = re.compile(r"\b(?:cam on|cam ta|biet on|tks|thank|thanks|tri an|hoan nghenh|phan khoi|yen tam|mung qua|mung lam|vui lam|rat vui)\b")
_DONE_VERBS = (
    "sua|va|thay|don|hot|lap|xu ly|khac phuc|tham|lam|gom|nao vet|khoi thong|tra|cap|giai quyet|dap|noi|phun|cat|don dep|"
    "thao|do|kep|chinh|lam lai|nhan|bat|dep|chuyen|mo|co|dong|trong|son|keo|xay|hoan tra|bo tri|sang|het|chay|nguoi ta"
)
_FIXED = re.compile(
    rf"\b(?:da|vua|moi|duoc|nay)\s+(?:\w+\s+){{0,3}}?(?:{_DONE_VERBS})\b(?:\s+\w+){{0,5}}?\s+(?:xong|roi|r|ok|lai|sach|dep|on|het|moi|tot|ngon|lanh)\b"
)
_FIXED_PLAIN = re.compile(
    r"\b(?:(?:sua|va|thay|don|hot|lam|xu ly|lap|nao vet|tham|cat|tra|gom|khac phuc|giai quyet|noi)(?:\s+\w+){0,4}?\s+(?:xong|sach|ngon lanh|hoan thanh)"
    r"|sang tro lai|sang lai|co nuoc lai|co dien lai|het ngap|het hoi|het bui|het on|khong con|da on|on roi|da sach|nhan duoc roi|da duoc)\b"
)
_NOT_YET = re.compile(r"\b(?:chua|van chua|khong thay|ko|k|khong ai|chang|cha|hong ai|hong thay|nao|bao gio|dung|nho|de nghi|kien nghi|mong|xin|yeu cau|sao)\b")
_AGAIN = re.compile(
    r"\b(?:lai (?:hong|hu|tat|ngap|bung|thung|sut|lun|mat|tac|nghet|thay|nhu|tai|bi|dien|ra|do|xa|boc|hoi|on|chay|dau|noi|keo|no|cup|day)"
    r"|tai (?:dien|phat)|nhu cu|dau lai vao do|dau vao day|lan nua|mot lan nua|them lan nua|y nhu|lan (?:thu )?(?:hai|ba|2|3|4)"
    r"|duoc (?:may|vai|it|dau|dung|co|hai|ba|1|2|3) (?:bua|hom|ngay|tuan|thang|lau|lan|buoi)|hoat dong (?:tro )?lai|(?:va|sua|don|thay|lam) (?:xong|roi|duoc|lai|chua)(?:\s+\w+){0,4} (?:lai|da)\b"
    r"|nhu (?:nam|lan|hoi|thang) (?:ngoai|truoc)|van (?:nhu|tiep dien)|lan nay|nam nay lai|nay lai|gio lai|bay gio lai|roi lai)\b"
)
_ASKS = re.compile(r"\b(?:de nghi|kien nghi|yeu cau|xin|mong|nho|can|dung|som|gap|kiem tra|xem xet|bao gio|khi nao|chung nao|sao|ai)\b")


@dataclass(frozen=True, slots=True)
class Cues:
    """Which cue words occur."""

    thanks: bool
    fixed: bool
    unfixed: bool
    again: bool
    asks: bool

    @property
    def resolved(self) -> bool:
        """Whether the text reports that the problem is over: not one more complaint."""
        if self.again:
            return False
        return (self.fixed and (self.thanks or not self.unfixed)) or (self.thanks and not self.unfixed)


def read_cues(folded: list[str]) -> Cues:
    """Return the cues of a text given as folded words."""
    text = " ".join(folded)
    return Cues(
        thanks=bool(_THANKS.search(text)),
        fixed=bool(_FIXED.search(text) or _FIXED_PLAIN.search(text)),
        unfixed=bool(_NOT_YET.search(text)),
        again=bool(_AGAIN.search(text)),
        asks=bool(_ASKS.search(text)),
    )
