"""Places that a text names inside a commune: "ngõ 12 Lê Lợi", "thôn Đông Hạ", "cầu Đá", with or without capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from matching.duplicates.relations import accent_key
from matching.text import strip_marks

_CODE = re.compile(r"^(?:[a-z]{0,2}\d{1,4}[a-z]?|\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+)$")

_HEADS_OF_KIND = {
    "alley": "ngõ|hẻm|kiệt|ngách|đường hẻm|con hẻm|ngõ số|hẻm số|kiệt số",
    "hamlet": "thôn|xóm|ấp|bản|làng|khối|tổ|tổ dân phố|khu phố|khóm|đội|buôn|bon|plei|cụm|khu vực|khối phố|khu",
    "street": "đường|phố|đại lộ|quốc lộ|tỉnh lộ|huyện lộ|đường tỉnh|tuyến đường|tuyến",
    "post": "km|cây số|số nhà|nhà số",
    "bridge": "cầu|cầu treo|cống|phao",
    "market": "chợ",
    "school": "trường|thpt|thcs|tiểu học|mầm non|trường tiểu học|trường mầm non|trường thcs|trường thpt|mẫu giáo|cấp 1|"
    "cấp 2|cấp 3|trung học|trung học cơ sở|trung học phổ thông|trường mẫu giáo|trường cấp 1|trường cấp 2|trường cấp 3|"
    "trường trung học cơ sở|trường trung học phổ thông",
    "water": "sông|suối|kênh|rạch|mương|hồ|ao|đầm|đê|đập|bàu|khe|hói|bến|bãi|bãi biển|đê sông|bờ sông|bờ kênh",
    "crossing": "ngã ba|ngã tư|ngã năm|vòng xoay|nút giao",
    "estate": "chung cư|tòa|block|khu đô thị|khu dân cư|khu tái định cư|cư xá|tập thể|khu công nghiệp|lô đất",
    "temple": "chùa|đình|đền|miếu|nhà thờ|thánh thất|gò|đồi thông|núi|đèo|cánh đồng",
    "works": "công ty|nhà máy|xí nghiệp|trại|trang trại|quán|nhà hàng|bệnh viện|nghĩa trang|xưởng",
}
# without marks these are mostly other words (đèn, đến, bên, công, cho); some still name a numbered place ("to 5")
_TOO_OPEN = frozenset("den dinh go ben bai phao de lo quan trai ao cong dam tuyen khe dap toa".split())  # noqa: SIM905
_OPEN_BUT_NUMBERED = frozenset("to doi ban khu cum".split())  # noqa: SIM905
_LONGEST_HEAD = 5


class Head(NamedTuple):
    """How a kind of place is called: its kind, its syllables with marks, folded."""

    kind: str
    keys: tuple[str, ...]
    folded: str


def _heads() -> dict[tuple[str, ...], list[Head]]:
    found: dict[tuple[str, ...], list[Head]] = {}
    for kind, heads in _HEADS_OF_KIND.items():
        for head in heads.split("|"):
            plain = tuple(map(strip_marks, head.split(" ")))
            found.setdefault(plain, []).append(Head(kind, tuple(map(accent_key, head.split(" "))), " ".join(plain)))
    return found


_HEADS = _heads()
_HEAD_STARTS = frozenset(plain[0] for plain in _HEADS)

# numbered hamlets of one family are one place ("tổ 5", "tổ dân phố 5"); of two families they rarely are
_FAMILY = {"to dan pho": "to", "khu pho": "khu", "khu vuc": "khu", "khoi pho": "khoi", "lang": "thon"}

# words that follow a head without being a name ("đường bị", "cầu sắp", "chợ rất")
_NOT_NAMES = frozenset(
    """
    a ah ai an ap bang bao be bep bi bien bo boc bua bung cac cai canh cay chay che chia chinh chieu cho chua chung con co
    cu cua cuoi da dang dat dau day de den di dien do doan doi du dung duoc duoi dum e em gan gau gay gi gia giua hang het
    hoac hoai hoc hong hu k kha khi khong kia ko la lam lau lay len loi luon mai may moc moi muc nao nat nay ngap ngay
    nghet nghieng ngoai nguoi nha nhe nhieu nho nhu nhua nhung no noi nong nua nut o oi phia qua rac rat ra rong rung roi
    sach sap sat sau se sua sung sup sut tac tai tat te thai thay thi thieu thoat thoi thu thung to toan toi tren trong
    truoc tu va van ve vi vo vao voi vua xa xay xe xuong dan sinh lien lien thon xom be tong noi dong mat lo
    """.split()  # noqa: SIM905
)


class Word(NamedTuple):
    """
    One word of a reading, as far as places need it.

    `capital` only where no sentence begins; `key` is its `accent_key`; `is_open`: typed without marks.
    """

    folded: str
    capital: bool
    key: str
    is_open: bool


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
        head = _head_at(words, at)
        start = at + len(head.keys) if head else at
        end = _name_end(words, start, has_capitals) if head else at
        if head is None or end == start or _is_doubtful(head, words[at:end]):
            at += 1
            continue
        places.append(_place(head.kind, head.folded, words[start:end]))
        named.update(range(start, end))
        headed.update(range(at, start))
        at = end
        if head.kind == "alley" and at < len(words) and _head_at(words, at) is None:
            end = _name_end(words, at, has_capitals)  # "ngõ 12 Lê Lợi": the street without its head
            if end > at and not words[at].folded[0].isdigit():
                places.append(_place("street", "duong", words[at:end]))
                named.update(range(at, end))
                at = end
    return places, named, headed


def _is_doubtful(head: Head, words: list[Word]) -> bool:
    """Whether the head, typed without marks, is more likely another word."""
    if len(head.keys) > 1 or not words[0].is_open:
        return False
    return head.folded in _TOO_OPEN or (head.folded in _OPEN_BUT_NUMBERED and not _CODE.match(words[1].folded))


def _place(kind: str, head: str, words: list[Word]) -> Place:
    name = tuple(word.folded for word in words)
    sure = words[0].capital or bool(_CODE.match(name[0]))
    return Place(kind, _FAMILY.get(head, head), name, sure)


def _head_at(words: list[Word], at: int) -> Head | None:
    if words[at].folded not in _HEAD_STARTS:
        return None
    for length in range(min(_LONGEST_HEAD, len(words) - at), 0, -1):
        span = words[at : at + length]
        for head in _HEADS.get(tuple(word.folded for word in span), ()):
            if all(word.is_open or word.key == key for word, key in zip(span, head.keys, strict=True)):
                return head
    return None


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
