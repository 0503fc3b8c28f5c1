"""Places inside a commune: hamlet, alley, road, bridge, school, market … with the number or name that follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matching.reading import Reading, Token
from matching.understanding.phrases import Hit, by_place

_OF_PLACES = "place:"
_RELATION_WORDS = "canh gan sat ke truoc sau doi dien cong hong lung ben"
_RELATIONS = frozenset(_RELATION_WORDS.split())
_NAMED = frozenset({"hamlet", "alley", "road", "crossing", "market", "school", "house"})
_LANDMARKS = frozenset({"public", "school", "market"})
_SURE_UNMARKED = frozenset({"thon", "xom", "hem", "kiet", "cau", "kenh", "duong", "truong"})
# What cannot be a name where neither capitals nor marks help: function words and the words of complaints.
_PLAIN_WORDS = """
    ai an anh ba bac ban bao ben benh bep bi bo bon bua bui ca cac cam can canh cau cay chan chao chat chau
    chay chi chiem chieu cho chu chua chung co con cong cu cua cung cuoi da dan dang dat dau day de dem den di
    dien do doc doi don dong dung duoc duoi duong em gan gay ghe gi gio giua giup hai hay hem het hiem ho hoai
    hep hoc hoi hom hong huyen keo khap khi khoi khong khu kin la lai lam lan lay len lien lo lu lun luon ma mai mat
    may minh mo moi mong mot mua nam nang nat nay ngang ngap ngay nghi ngo ngoai nguoi nguy nha nhieu nho
    nhung nua nuoc nut o on ong phat phia pho phuong qua ra rac rat roi ruong san sang sao sat sau sua suot
    sut ta tai tat thang thay theo thi thieu thoi thon thong thu thung tien tinh to toan toi tran tre tren
    troi trong trua truoc truong tu tuan tuc ubnd uy va van vao ve vien vo vut xa xau xe xin xom xuong
"""
_NOT_NAMES = frozenset(_PLAIN_WORDS.split())


class Place(NamedTuple):
    """A place from token `first` to `last`; its name, if any, begins at `name`."""

    first: int
    last: int
    name: int | None
    group: str
    value: str
    is_beside: bool


def _is_numbered(token: Token) -> bool:
    return token.folded[0].isdigit() or (len(token.folded) <= 5 and token.folded[-1].isdigit())


def _name_end(tokens: Sequence[Token], start: int, *, group: str, has_case: bool) -> int:
    """Return the index after the name that begins at `start`, or `start` when none does."""
    if start >= len(tokens) or tokens[start].after_break:
        return start
    if tokens[start].expanded == "số" and start + 1 < len(tokens) and _is_numbered(tokens[start + 1]):
        return start + 2
    if _is_numbered(tokens[start]):
        return start + 1
    end = start
    if has_case:
        while end < len(tokens) and end - start < 4 and _continues_name(tokens, start, end):
            end += 1
        return end
    if group not in _NAMED:
        return start
    while end < len(tokens) and end - start < 2 and not tokens[end].after_break and not _is_plain(tokens[end]):
        end += 1
    return end


def _continues_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[end]
    if end > start and token.after_break:
        return False
    return token.written[0].isupper() or (end > start and token.written.isdigit())


def _is_plain(token: Token) -> bool:
    return token.folded in _NOT_NAMES or token.folded[0].isdigit()


def has_case(reading: Reading) -> bool:
    """
    Tell whether capitals mark names: the text has some beyond its first word and is not written in capitals.

    A text with marks that begins with a capital is written with care: then a small letter begins no name.
    """
    capitals = sum([written[0].isupper() for _, _, written, _, _, _, _, _, _ in reading.tokens])
    if capitals >= max(2, len(reading.tokens) * 0.8):
        return False
    first = bool(reading.tokens) and reading.tokens[0].written[0].isupper()
    return capitals > first or (first and reading.is_marked)


def find_places(reading: Reading, hits: Sequence[Hit]) -> list[Place]:
    """Return the places in order; a landmark without a name counts only beside a word like "cạnh" or "trước"."""
    tokens = reading.tokens
    heads = [hit for hit in hits if _is_place(hit)]
    if not heads:
        return []
    cased = has_case(reading)
    groups = {(first, last): entry.what for first, last, entry in heads}
    found: list[Place] = []
    after = reach = -1
    for hit in sorted(heads, key=by_place):
        if hit.last <= reach:
            continue  # inside a longer one, or the same words once more
        reach = hit.last
        if hit.first <= after:
            continue
        group = groups[hit.first, hit.last].removeprefix(_OF_PLACES)
        end = _name_end(tokens, hit.last + 1, group=group, has_case=cased)
        if not tokens[hit.first].has_marks and hit.first == hit.last and not _is_sure(tokens, hit, cased=cased):
            continue
        beside = hit.first > 0 and tokens[hit.first - 1].folded in _RELATIONS
        named = end > hit.last + 1
        if not named and not (beside and group in _LANDMARKS):
            continue
        names = [token.folded for token in tokens[hit.last + 1 : end] if token.expanded != "số"]
        value = " ".join([hit.entry.folded, *names])
        found.append(Place(hit.first, end - 1, hit.last + 1 if named else None, group, value, beside))
        after = end - 1
    return found


def _is_sure(tokens: Sequence[Token], hit: Hit, *, cased: bool) -> bool:
    """Tell whether one word without marks means a place: by itself, or by the number or capital after it."""
    if tokens[hit.first].folded in _SURE_UNMARKED:
        return True
    if hit.last + 1 == len(tokens):
        return False
    after = tokens[hit.last + 1]
    return _is_numbered(after) or (cased and after.written[0].isupper())


def _is_place(hit: Hit) -> bool:
    return hit.entry.what.startswith(_OF_PLACES)


def words_aside(reading: Reading, places: Sequence[Place]) -> frozenset[int]:
    """Return the words (no numbers) that only say where: names, and a landmark that something else stands beside."""
    aside: list[int] = []
    for place in places:
        if place.is_beside and place.group in _LANDMARKS:
            aside += range(place.first, place.last + 1)
        elif place.name is not None:
            aside += range(place.name, place.last + 1)
    return frozenset([index for index in aside if not reading.tokens[index].folded[:1].isdigit()])
