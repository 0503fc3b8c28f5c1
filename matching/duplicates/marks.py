"""Places that a text names inside a commune, as far as two reports can agree or differ on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_CODE = re.compile(r"^(?:[a-z]{0,2}\d{1,4}[a-z]?|\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+)$")

HEADS: dict[str, str] = {}
for _kind, _heads in {
    "alley": "ngo|hem|kiet|ngach|duong hem|con hem|ngo so|hem so|kiet so",
    "hamlet": "thon|xom|ap|ban|lang|khoi|to|to dan pho|khu pho|kp|tdp|khom|doi|buon|bon|plei|cum|khu vuc|kv|to so|khoi pho",
    "street": "duong|pho|dai lo|quoc lo|tinh lo|ql|dt|tl|huyen lo|duong tinh|lo|tuyen duong",
    "post": "km|cay so|so nha|nha so|so",
    "bridge": "cau|cau treo|cong|phao",
    "market": "cho",
    "school": "truong|thpt|thcs|th|tieu hoc|mam non|mn|truong tieu hoc|truong mam non|truong thcs|truong thpt|mau giao",
    "water": "song|suoi|kenh|rach|muong|ho|ao|dam|de|dap|bau|khe|hoi|ben|bai|bai bien|de song|bo song",
    "crossing": "nga ba|nga tu|nga nam|vong xoay|nut giao",
    "estate": "chung cu|toa|block|khu do thi|kdc|khu dan cu|khu tai dinh cu|cu xa|tap the|kcn|khu cong nghiep|lo dat",
    "temple": "chua|dinh|den|mieu|nha tho|thanh that|go|doi thong|nui|deo|dong|canh dong",
    "works": "cong ty|cty|nha may|xi nghiep|trai|trang trai|quan|nha hang|benh vien|tram y te|nghia trang|xuong|lo",
}.items():
    HEADS.update(dict.fromkeys(_heads.split("|"), _kind))
_LONGEST_HEAD = 3

# words that follow a head without being a name ("đường bị", "cầu sắp", "chợ rất")
_NOT_NAMES = frozenset(
    "bi hu hong nat rat qua da dang se sap khong ko k chua va la o tren duoi truoc sau trong ngoai nay do kia ay cua cho co"
    " thi ma nhung hay hoac den tu ve voi nhu nhieu it moi cu ca cac may nao sao gi ai toi em chung bi ra vao len xuong di"
    " lai ngap xuong cap tac mat thieu ban o to nho lon be dai rong hep chay dung xay sua dao lam lay thu cong chinh tam"
    " dan sinh lien noi be tong nhua dat dien nuoc thai sach may rac den hoc xa phuong huyen tinh thon xom ap khoi gan canh"
    " doan cuoi dau giua ben phia hai ba bon mot nam sau roi nua vo hoai luon thoi nha nguoi xe oi a ah nhe bo het noi".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """One named place: its kind, the words of its name or its number, and whether the writing shows where the name ends."""

    kind: str
    name: tuple[str, ...]
    sure: bool

    @property
    def numbered(self) -> bool:
        return bool(_CODE.match(self.name[0]))


class Word(NamedTuple):
    """One word of a reading, as far as places need it."""

    folded: str
    capital: bool


def read_places(words: list[Word]) -> tuple[list[Place], set[int]]:
    """Return the named places, in order, and the positions of the words that name them."""
    cased = any(word.capital for word in words[1:]) and not all(word.capital for word in words)
    places: list[Place] = []
    used: set[int] = set()
    at = 0
    while at < len(words):
        length = _head_at(words, at)
        if not length:
            at += 1
            continue
        kind = HEADS[" ".join(word.folded for word in words[at : at + length])]
        start = at + length
        end = _name_end(words, start, cased)
        if end > start:
            name = tuple(word.folded for word in words[start:end])
            sure = bool(_CODE.match(name[0])) or words[start].capital
            places.append(Place(kind, name, sure))
            used.update(range(start, end))
            at = end
        else:
            at = start
    return places, used


def _head_at(words: list[Word], at: int) -> int:
    for length in range(min(_LONGEST_HEAD, len(words) - at), 0, -1):
        if " ".join(word.folded for word in words[at : at + length]) in HEADS:
            return length
    return 0


def _name_end(words: list[Word], start: int, cased: bool) -> int:
    if start >= len(words):
        return start
    if _CODE.match(words[start].folded):
        return start + 1
    end = start
    while end < len(words) and end - start < 4 and words[end].capital and cased:
        end += 1
    if end > start or cased:
        # a number may close a name: "thôn Bợ 2", "Phú Hữu 1"
        if end > start and end < len(words) and _CODE.match(words[end].folded):
            end += 1
        return end
    while end < len(words) and end - start < 2 and words[end].folded not in _NOT_NAMES:
        end += 1
    if end > start and end < len(words) and words[end].folded.isdigit():
        end += 1
    return end
