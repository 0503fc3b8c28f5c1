"""Places that a text names inside a commune: "ngõ 12 Lê Lợi", "thôn Đông Hạ", "cầu Đá", with or without capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_CODE = re.compile(r"^(?:[a-z]{0,2}\d{1,4}[a-z]?|\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+)$")

_HEADS_OF_KIND = {
    "alley": "ngo|hem|kiet|ngach|duong hem|con hem|ngo so|hem so|kiet so",
    "hamlet": "thon|xom|ap|ban|lang|khoi|to|to dan pho|khu pho|khom|doi|buon|bon|plei|cum|khu vuc|khoi pho|khu",
    "street": "duong|pho|dai lo|quoc lo|tinh lo|huyen lo|duong tinh|tuyen duong|ql|dt|tl",
    "post": "km|cay so|so nha|nha so",
    "bridge": "cau|cau treo|cong|phao",
    "market": "cho",
    "school": "truong|thpt|thcs|tieu hoc|mam non|truong tieu hoc|truong mam non|truong thcs|truong thpt|mau giao|cap 1|"
    "cap 2|cap 3|trung hoc|trung hoc co so|trung hoc pho thong|truong mau giao|truong cap 1|truong cap 2|truong cap 3",
    "water": "song|suoi|kenh|rach|muong|ho|ao|dam|de|dap|bau|khe|hoi|ben|bai|bai bien|de song|bo song|bo kenh",
    "crossing": "nga ba|nga tu|nga nam|vong xoay|nut giao",
    "estate": "chung cu|toa|block|khu do thi|khu dan cu|khu tai dinh cu|cu xa|tap the|khu cong nghiep|lo dat",
    "temple": "chua|dinh|den|mieu|nha tho|thanh that|go|doi thong|nui|deo|canh dong",
    "works": "cong ty|nha may|xi nghiep|trai|trang trai|quan|nha hang|benh vien|nghia trang|xuong",
}  # fmt: skip
_KIND_OF_HEAD = {head: kind for kind, heads in _HEADS_OF_KIND.items() for head in heads.split("|")}
_LONGEST_HEAD = 4
_HEAD_STARTS = frozenset(head.split(" ")[0] for head in _KIND_OF_HEAD)

# numbered hamlets of one family are one place ("tổ 5", "tổ dân phố 5"); of two families they rarely are
_FAMILY = {"to dan pho": "to", "khu pho": "khu", "khu vuc": "khu", "khoi pho": "khoi", "lang": "thon"}

# words that follow a head without being a name ("đường bị", "cầu sắp", "chợ rất")
_NOT_NAMES = frozenset(
    """
    a ah ai an ap ba ban bao be ben beng bep bi bi bien bo bon bong boc bua bung bui ca cac cai canh cap cay chay che
    cheo chia chiem chinh chieu cho chua chung chuot co con cong cu cua cuoi da dan dang dao dat dau day de den di dien
    dinh do doan doi dong dot du dung duoc duoi e em gan gau gay ghi gi gia giua hai hang het hem hoac hoc hoai hoi hong
    hop hu hai huyen k ka khi kha kham khoi khong kia ko la lai lam lan lap lau lay lech len lien lo loi lon luon lun
    mai mat may moc moi mot mua muc na nam nao nat nay ngap ngay nghet nghieng ngo ngoai nguoi nha nhe nhieu nho nhu
    nhua nhung no noi nong nua nuoc nut o oi pha phai phia phuong qua rac rat rau ra rong rung roi sai sach san sang sap
    sat sau se sua sung sup sut tac tai tam tan tat te thai thay theo thi thieu thoat thoi thon thu thung tinh to toan
    toi tran tren trong truoc tu va van ve vi vo vao voi vua xa xay xe xom xong xuong xuoi xuong y
    """.split()  # noqa: SIM905
)


class Word(NamedTuple):
    """One word of a reading, as far as places need it; `capital` only where a sentence does not begin."""

    folded: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Place:
    """
    One named place.

    Attributes:
        kind: alley, hamlet, street or a kind of landmark.
        family: which heads count as one for numbered places ("to" for tổ and tổ dân phố).
        name: the folded words of the name, or the number.
        sure: a number or a capital shows that this is a name; otherwise it is what follows the head.
    """

    kind: str
    family: str
    name: tuple[str, ...]
    sure: bool

    @property
    def is_numbered(self) -> bool:
        """Whether a number names it."""
        return bool(_CODE.match(self.name[0]))


def read_places(words: list[Word]) -> tuple[list[Place], set[int], set[int]]:
    """Return the named places in order, the positions of their names, and those of their heads."""
    has_capitals = any(word.capital for word in words)
    places: list[Place] = []
    named: set[int] = set()
    headed: set[int] = set()
    at = 0
    while at < len(words):
        length = _head_at(words, at)
        start = at + length
        end = _name_end(words, start, has_capitals) if length else start
        if end == start:
            at += length or 1
            continue
        head = " ".join(word.folded for word in words[at:start])
        places.append(_place(_KIND_OF_HEAD[head], head, words[start:end]))
        named.update(range(start, end))
        headed.update(range(at, start))
        at = end
        if places[-1].kind == "alley" and at < len(words) and not _head_at(words, at):
            end = _name_end(words, at, has_capitals)  # "ngõ 12 Lê Lợi": the street without its head
            if end > at and not words[at].folded[0].isdigit():
                places.append(_place("street", "duong", words[at:end]))
                named.update(range(at, end))
                at = end
    return places, named, headed


def _place(kind: str, head: str, words: list[Word]) -> Place:
    name = tuple(word.folded for word in words)
    sure = words[0].capital or bool(_CODE.match(name[0]))
    return Place(kind, _FAMILY.get(head, head), name, sure)


def _head_at(words: list[Word], at: int) -> int:
    if words[at].folded not in _HEAD_STARTS:
        return 0
    for length in range(min(_LONGEST_HEAD, len(words) - at), 0, -1):
        if " ".join(word.folded for word in words[at : at + length]) in _KIND_OF_HEAD:
            return length
    return 0


def _name_end(words: list[Word], start: int, has_capitals: bool) -> int:
    if start >= len(words):
        return start
    if _CODE.match(words[start].folded):
        return start + 1
    end = start
    if has_capitals:
        while end < len(words) and end - start < 4 and words[end].capital:
            end += 1
    else:
        while end < len(words) and end - start < 2 and words[end].folded not in _NOT_NAMES:
            end += 1
    # a number may close a name: "thôn Bợ 2"
    if end > start and end < len(words) and _CODE.match(words[end].folded):
        end += 1
    return end
