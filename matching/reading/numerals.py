"""Numbers as people write them: 21, hai mươi mốt, 3tr, 1tr5, 50k, 2 tỷ, 9h30, 2/9, 120m2."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from matching.reading.values import Quantity, Token
from matching.text import strip_marks

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_FOLDED_UNITS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_LARGE = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_FOLDED_LARGE = {strip_marks(word): value for word, value in _LARGE.items()}
_NUMBER_WORDS = frozenset(_FOLDED_UNITS) | {"muoi"}
_GOES_ON = frozenset({*map(strip_marks, _UNITS), *_FOLDED_LARGE, "muoi", "chuc", "tram", "le", "linh", "ruoi"})
_SUFFIXES = _LARGE | _FOLDED_LARGE | {"k": 1_000, "ng": 1_000, "tr": 1_000_000, "t": 1_000_000_000}
_SUFFIXES |= {"củ": 1_000_000, "cu": 1_000_000}
_MEASURES = {
    "m": "m", "m2": "m2", "m²": "m2", "km": "km", "ha": "ha", "kg": "kg", "l": "l", "cm": "cm", "mm": "mm",
}  # fmt: skip
_UNIT_WORDS = {
    "đồng": "dong", "vnđ": "dong", "vnd": "dong", "mét": "m", "m": "m", "m2": "m2", "km": "km", "cây": "", "ha": "ha",
    "kg": "kg", "ngày": "day", "hôm": "day", "bữa": "day", "đêm": "night", "tuần": "week", "tháng": "month",
    "năm": "year", "tiếng": "hour", "giờ": "time", "hộ": "household", "người": "person", "cháu": "person",
    "em": "person", "lần": "time_of", "phút": "minute", "nhà": "household", "khẩu": "person", "sào": "sao",
    "con": "", "cái": "", "căn": "", "thửa": "", "chỗ": "", "xe": "", "phần": "percent", "miếng": "", "đội": "",
    "anh": "person", "chị": "person", "đứa": "person", "lít": "l", "tấn": "", "bao": "", "chiếc": "", "mẫu": "",
}  # fmt: skip
_FOLDED_UNIT_WORDS = {strip_marks(word): unit for word, unit in _UNIT_WORDS.items()}
_NUMBERED_PLACES = "thon xom ap to ngo hem kiet ngach khoi doi so khu lo phuong quan tang toa block cum diem km cot"
_PLACE_KINDS = frozenset(_NUMBERED_PLACES.split())
_FOLDED_SURE = frozenset({"mot", "hai", "ba", "bon", "bay", "chin", "muoi"})
_COUNTED_SURE = frozenset({"thang", "ngay", "tuan", "ho", "lan", "dem"})
_AFTER_MONEY = frozenset({"dong", "vnd", "tien", "bac"})
_BEFORE_MONEY = frozenset("no gan hon den toi mat chi ton tri tong von thu gia khoang du lo thua lam tham quyt".split())
_new = tuple.__new__  # what Token(...) ends in; half of the time that it takes
_LONGEST_NUMBER = 12  # words
_MOST_DIGITS = 18
_WITH_SUFFIX = re.compile(r"^(\d+(?:[.,]\d+)*)([^\W\d_]+)(\d{0,3})$")
_CLOCK = re.compile(r"^(\d{1,2})(?:h|g|:|giờ|gio)(\d{2})?(?:p|phút|phut)?$")
_DATE = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?$")
_PLAIN = re.compile(r"^\d+(?:[.,]\d+)*$")
_GROUPED = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")


class _Number(NamedTuple):
    """A number found at a place of the token list: how many tokens it takes, its value, whether it is money."""

    length: int
    value: float
    is_money: bool


def plain_value(digits: str) -> float | None:
    """Return the value of digits: "2.500.000" is 2,500,000; "2,5" and "2.5" are 2.5."""
    if not _PLAIN.match(digits) or len(digits) > _MOST_DIGITS:
        return None
    if _GROUPED.match(digits):
        return float(digits.replace(".", "").replace(",", ""))
    whole, *rest = re.split("[.,]", digits)
    return float(f"{whole}.{rest[0]}") if len(rest) == 1 else (float(whole) if not rest else None)


def shown(value: float) -> str:
    """Return a number as the expanded layer writes it: "21", "1500000", "2.5"."""
    return str(int(value)) if value == int(value) else f"{value:g}"


class _Counting:
    """A number being read word by word: thousands and millions so far, hundreds and below, an open digit."""

    def __init__(self) -> None:
        self.total = self.below = self.large = 0.0
        self.digit: float | None = None
        self.is_compound = self.is_done = False

    def take(self, token: Token, *, is_first: bool) -> bool:
        """Add a word to the number; False when it does not belong to it."""
        word = token.expanded if token.has_marks else token.folded
        return self._take_tens(token, word) or self._take_large(token, word) or self._take_digit(token, word, is_first)

    def _take_tens(self, token: Token, word: str) -> bool:
        if word in ("mươi", "muoi") and self.digit is not None:
            self.below, self.digit, self.is_compound = self.below + self.digit * 10, None, True
        elif word in ("mười", "muoi") and self.digit is None:
            self.below, self.is_compound = self.below + 10, self.is_compound or token.has_marks or self.large > 0
        elif word in ("chục", "chuc") and (self.digit is not None or self.below):
            tens = (self.digit or self.below) * 10
            self.below, self.digit, self.is_compound = self.below + tens, None, True
        elif word in ("trăm", "tram") and self.digit is not None:
            self.below, self.digit, self.is_compound = self.below + self.digit * 100, None, True
        else:
            return word in ("lẻ", "linh") and self.is_compound and self.digit is None
        return True

    def _take_large(self, token: Token, word: str) -> bool:
        if word in ("rưỡi", "ruoi") and self.large:
            self.total, self.is_done = self.total + self.large / 2, True
            return True
        times = _LARGE.get(token.expanded) if token.has_marks else _FOLDED_LARGE.get(token.folded)
        if times is None or (self.digit is None and not self.below):
            return False
        self.total += (self.below + (self.digit or 0)) * times
        self.below, self.digit, self.large, self.is_compound = 0.0, None, times, True
        return True

    def _take_digit(self, token: Token, word: str, is_first: bool) -> bool:
        if self.digit is not None:
            return False
        if token.number is not None:
            if self.below or (self.total and not self.large) or (self.large and token.number >= 1000):
                return False
            self.digit = token.number
            return True
        unit = _UNITS.get(token.expanded) if token.has_marks else _FOLDED_UNITS.get(token.folded)
        if word == "không" and self.large:
            return False  # "ba tỷ không ai trả": a negation
        is_year = word in ("năm", "nam", "không") and not self.below and not self.large and not is_first
        if unit is None or is_year:
            return False
        self.digit = unit
        return True

    def value(self) -> float:
        if self.digit is not None and self.large >= 1_000_000 and self.digit < 10 and not self.below:
            return self.total + self.digit * self.large / 10  # "3 triệu 5" is 3.5 million
        return self.total + self.below + (self.digit or 0.0)


def _spelled(tokens: Sequence[Token], start: int) -> _Number | None:
    """Read a number from `start` on, in words or digits or both ("3 triệu 5", "hai mươi mốt", "1,5 tỷ")."""
    counting = _Counting()
    index = start
    while index < len(tokens) and index - start < _LONGEST_NUMBER and not counting.is_done:
        if index > start and not _may_go_on(tokens, index):
            break
        if not counting.take(tokens[index], is_first=index == start):
            break
        index += 1
    length = index - start
    if length == 0 or (length > 1 and not counting.is_compound):
        return None
    return _Number(length, counting.value(), counting.large > 0)


def _may_go_on(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the word at `index` may belong to the number before it: few may."""
    if index >= len(tokens):
        return False
    _, _, _, _, _, folded, _, number, after_break = tokens[index]
    return not after_break and (number is not None or folded in _GOES_ON)


def _is_counted(tokens: Sequence[Token], start: int, length: int) -> bool:
    """Tell whether a single number word stands where only a number can: before what is counted, after a place."""
    token = tokens[start]
    if token.number is not None:
        return True
    before = tokens[start - 1] if start and not token.after_break else None
    after = tokens[start + length] if start + length < len(tokens) else None
    if before is not None and before.folded == "thu":
        return False
    sure = token.has_marks or token.folded in _FOLDED_SURE
    if before is not None and before.folded in _PLACE_KINDS and sure:
        return before.expanded != "số" or token.has_marks
    if after is None or after.after_break or not sure or _counted(after) is None:
        return False
    if token.folded == "nam" and after.folded in ("nam", "ngay"):
        return False
    return token.folded != "khong" and (token.has_marks or after.folded in _COUNTED_SURE)


def _written_value(token: Token) -> tuple[float, str, str] | None:
    """Return value, unit and shown form of a token that begins with a digit ("1tr5", "9h30", "2/9", "120m2")."""
    text = token.normal
    if text.isdecimal() and len(text) <= _MOST_DIGITS:  # most of them
        return float(text), "", shown(float(text))
    if "/" in text:
        date = _DATE.match(text)
        is_date = date is not None and 1 <= int(date[1]) <= 31 and 1 <= int(date[2]) <= 12
        return (int(date[2]) * 100 + int(date[1]), "date", text) if date is not None and is_date else None
    if text.endswith("%"):
        share = plain_value(text[:-1])
        return None if share is None else (share, "percent", shown(share))
    if (plain := plain_value(text)) is not None:
        return plain, "", shown(plain)
    if clock := _CLOCK.match(text):
        hour, minute = int(clock[1]), int(clock[2] or 0)
        if hour <= 24 and minute < 60:
            return hour * 60 + minute, "time", f"{hour}h{minute:02d}" if minute else f"{hour}h"
    if parts := _WITH_SUFFIX.match(text):
        value, suffix, rest = plain_value(parts[1]), parts[2], parts[3]
        if value is None:
            return None
        if suffix in _SUFFIXES and (suffix not in ("t", "cu") or rest or value < 100):
            times = _SUFFIXES[suffix]
            value = value * times + (int(rest) * times / 10 ** len(rest) if rest else 0)
            return value, "dong", shown(value)
        if suffix + rest in _MEASURES:
            return value, _MEASURES[suffix + rest], shown(value)
        if suffix in ("đ", "vnđ", "vnd") and not rest:
            return value, "dong", shown(value)
    return None


def with_numbers(tokens: Sequence[Token]) -> tuple[list[Token], list[Quantity]]:
    """Return the tokens with every number as one token that has its value, and the quantities."""
    read = list(tokens)
    units: dict[int, str] = {}  # at which token a number may begin, and the unit that it was written with
    for at, token in enumerate(tokens):
        _, _, _, normal, _, folded, _, _, _ = token
        if normal[0].isdigit():
            valued, unit = _with_value(token)
            read[at], folded = valued, valued.folded
            if unit or valued.number is not None:
                units[at] = unit
        if folded in _NUMBER_WORDS:
            units.setdefault(at, "")
    return _joined(read, units) if units else (read, [])


def _with_value(token: Token) -> tuple[Token, str]:
    """Return a token with the value of its digits, and its unit; a time or date is "time:570", "date:902"."""
    found = _written_value(token)
    if found is None:
        return token, ""
    value, unit, form = found
    is_number = unit not in ("time", "date")
    start, end, written, normal, _, _, _, _, after_break = token
    number = value if is_number else None
    valued = _new(Token, (start, end, written, normal, form, form, True, number, after_break))
    return valued, unit if is_number else f"{unit}:{value}"


def _joined(tokens: list[Token], units: Mapping[int, str]) -> tuple[list[Token], list[Quantity]]:
    found: list[Token] = []
    quantities: list[Quantity] = []
    done = 0
    for index, unit in units.items():
        if index < done:
            continue
        found += tokens[done:index]
        part = _part_at(tokens, index, unit)
        found.append(part.token)
        if part.quantity is not None:
            quantities.append(part.quantity)
        done = index + part.length
    found += tokens[done:]
    return found, quantities


class _Part(NamedTuple):
    token: Token
    quantity: Quantity | None
    length: int  # of the tokens that it takes the place of


def _part_at(tokens: Sequence[Token], index: int, unit: str) -> _Part:
    """Return what stands at `index`: a time or date, a number in one or several words, or the token itself."""
    token = tokens[index]
    if ":" in unit:
        name, _, value = unit.partition(":")
        return _Part(token, Quantity(token.start, token.end, float(value), name), 1)
    if index and tokens[index - 1].folded == "ngay" and (date := _date_at(tokens, index)):
        return date
    number = _number_at(tokens, index)
    if number is None:
        return _Part(token, None, 1)
    amount, end = number.value, tokens[index + number.length - 1].end
    if not unit:
        unit, unit_end = _unit_after(tokens, index + number.length, number)
        end = unit_end or end
        if unit == "time" and amount <= 24:
            amount, end = _clock_value(tokens, index + number.length, amount)
        elif unit == "time":
            unit = ""
    if number.length > 1 or token.number is None:  # else its digits have been read
        token = _as_one(tokens[index : index + number.length], shown(number.value), number.value)
    return _Part(token, Quantity(token.start, end, amount, unit), number.length)


def _number_at(tokens: Sequence[Token], index: int) -> _Number | None:
    """Return the number that surely begins at `index`."""
    token = tokens[index]
    if token.number is not None:
        if not _may_go_on(tokens, index + 1):  # most of them
            return _Number(1, token.number, is_money=False)
    elif token.folded not in _FOLDED_UNITS and token.folded != "muoi":
        return None
    number = _spelled(tokens, index)
    if number is None or (number.length == 1 and not _is_counted(tokens, index, 1)):
        return None
    return None if _may_be_name(tokens, index, number) else number


def _may_be_name(tokens: Sequence[Token], index: int, number: _Number) -> bool:
    """Tell whether "ba ty" without marks may be a name (Bà Tỵ): nothing beside it speaks of money."""
    one, two = tokens[index], tokens[index + 1 : index + 2]
    if number.length != 2 or one.has_marks or one.number is not None or two[0].folded != "ty" or two[0].has_marks:
        return False
    before = tokens[index - 1].folded if index else ""
    after = tokens[index + 2].folded if index + 2 < len(tokens) else ""
    return after not in _AFTER_MONEY and before not in _BEFORE_MONEY


def _date_at(tokens: Sequence[Token], index: int) -> _Part | None:
    """Read "30 tháng 4" from `index` on: one token "30/4" and month * 100 + day."""
    if index + 2 >= len(tokens) or tokens[index + 1].folded != "thang":
        return None
    day, month = tokens[index].number, tokens[index + 2].number
    if day is None or month is None or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    token = _as_one(tokens[index : index + 3], f"{shown(day)}/{shown(month)}", None)
    return _Part(token, Quantity(token.start, token.end, month * 100 + day, "date"), 3)


def _as_one(tokens: Sequence[Token], form: str, number: float | None) -> Token:
    start, end, written, normal, _, _, _, _, after_break = tokens[0]
    if len(tokens) > 1:
        written, end = " ".join([token.written for token in tokens]), tokens[-1].end
    return _new(Token, (start, end, written, normal, form, form, True, number, after_break))


def _counted(token: Token) -> str | None:
    """Return what a word counts ("tháng": month), "" for things without a unit, None when it is no such word."""
    return _UNIT_WORDS.get(token.expanded) if token.has_marks else _FOLDED_UNIT_WORDS.get(token.folded)


def _unit_after(tokens: Sequence[Token], index: int, number: _Number) -> tuple[str, int | None]:
    """Return the unit that the token at `index` gives to the number before it, and where the unit ends."""
    money = "dong" if number.is_money else ""
    if index >= len(tokens) or tokens[index].after_break:
        return money, None
    unit = _counted(tokens[index])
    if unit is None:
        return money, None
    return unit or money, tokens[index].end


def _clock_value(tokens: Sequence[Token], index: int, hour: float) -> tuple[float, int]:
    """Return minutes after midnight of "8 giờ 30 tối", whose "giờ" stands at `index`, and where it ends."""
    value, end = hour * 60, tokens[index].end
    for token in tokens[index + 1 : index + 3]:
        if token.after_break:
            break
        if token.number is not None and token.number < 60:
            value, end = value + token.number, token.end
        elif token.folded in ("toi", "chieu", "dem") and hour < 12 and not (token.folded == "dem" and hour < 6):
            return value + 720, token.end
    return value, end
