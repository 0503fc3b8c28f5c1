"""Hard neighbours made by rule from labelled reports: the same words about another spot, others about the same one.

A twin's wordings are those of its issue with one name or number changed in all of them; a squatter's are those of an
issue of another category with its place changed to that of the issue beside it. Deterministic; nothing is written.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from msgspec import structs

from benchmarks.duplicates.build import NAMES, SHORT, STREETS, plain
from benchmarks.duplicates.streams import Row
from matching.duplicates import prepare

OTHER_SPOT, OTHER_PROBLEM = "same_category_other_spot", "same_place_other_problem"
_ALLEY = "ngõ|ngách|hẻm|kiệt"
_HEADS = (
    rf"{_ALLEY}|tổ|xóm|thôn|khối|ấp|khóm|đội|khu phố|tdp|kp|bản|làng|buôn|phố|đường|quốc lộ|ql|tỉnh lộ|km|số|kênh|"
    "mương|cầu|chợ|trường|tiểu học|thcs|thpt|mầm non|sông|hồ|chung cư|khu dân cư|kcn|khu công nghiệp|công ty|cty|xưởng|"
    "ngã tư|ngã ba|đê|đập|rạch|công viên|bến|phà|dốc|đèo|nhà máy|chùa|đình|suối"
)
_NAMED = re.compile(
    rf"\b(?P<head>{_HEADS})\s+(?P<name>[A-Z]{{0,2}}\d{{1,3}}[A-Za-z]?\b(?![.,]?\d)|[A-ZĐ]\w+(?:\s+[A-ZĐ]\w+){{0,2}}(?:\s\d{{1,2}}\b)?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the issue's texts write it, and the folded word before it."""

    head: str
    words: tuple[str, ...]

    @property
    def is_number(self) -> bool:
        return self.words[0][-1:].isdigit() or self.words[0][:1].isdigit()


def names_of(rows: Sequence[Row]) -> list[Name]:
    """Return the names that texts typed with capitals give after a head and that half as many give as the first."""
    found: dict[Name, int] = defaultdict(int)
    for row in rows:
        text = unicodedata.normalize("NFC", row.prepared.report.text)
        if text.isupper():
            continue
        for match in _NAMED.finditer(text):
            name = match["name"]
            if name[0].isdigit() or name[0].isupper():
                words = [word for word in name.split() if not word[0].islower()]
                found[Name(_folded(match["head"]), tuple(map(_folded, words)))] += 1
    most = max(found.values(), default=0)
    often = [name for name, count in found.items() if 2 * count >= most]
    return sorted(often, key=lambda name: (-found[name], name.head, name.words))


def _folded(word: str) -> str:
    return plain(word).lower()


def changed(text: str, old: Name, new: str) -> str | None:
    """Return the text with a name changed wherever it stands, typed as the text is; None where it does not stand."""
    text = unicodedata.normalize("NFC", text)
    words = list(_WORD.finditer(text))
    folded = [_folded(word[0]) for word in words]
    heads = old.head.split()
    at, size, end, parts = 0, len(old.words), 0, []
    while at + size <= len(words):
        after_head = folded[max(0, at - len(heads)) : at] == heads
        if tuple(folded[at : at + size]) == old.words and (after_head or not old.is_number):
            start, stop = words[at].start(), words[at + size - 1].end()
            parts += [text[end:start], _styled(new, text[start:stop], is_plain=text.isascii())]
            end, at = stop, at + size
        else:
            at += 1
    return "".join([*parts, text[end:]]) if parts else None


def _styled(new: str, like: str, *, is_plain: bool) -> str:
    new = plain(new) if is_plain or (like.isascii() and not new.isascii()) else new
    if like.isupper() and len(like) > 4:
        return new.upper()
    return new.lower() if like.islower() else new


def _other(name: Name, dice: random.Random) -> str:
    """Return another name of the same make: a number turned round or moved, or a name of as many words."""
    first = name.words[0]
    if name.is_number:
        letters, digits, rest = re.fullmatch(r"(\D*)(\d+)(.*)", first).groups()  # type: ignore[union-attr]
        turned = digits[::-1].lstrip("0")
        options = [turned if turned and turned != digits else str(int(digits) + 2), digits + "1", str(int(digits) + 1)]
        return f"{letters.upper()}{dice.choice(options)}{rest}"
    if name.words[-1].isdigit():
        return ""  # its number is what changes: see _numbered
    pool = [one for one in (*NAMES, *STREETS, *SHORT) if len(one.split()) == max(1, min(3, len(name.words)))]
    pool = [one for one in pool if tuple(map(_folded, one.split())) != name.words]
    return dice.choice(pool)


def _numbered(written: str, dice: random.Random) -> str:
    """Return a name that ends with a number with another one."""
    head, _, number = written.rpartition(" ")
    return f"{head} {int(number) + dice.choice((1, 2))}"


def _written(name: Name, rows: Sequence[Row]) -> str:
    """Return a name as some text writes it, with capitals and, if any does, with marks."""
    found = {" ".join(word.capitalize() for word in name.words)}
    for row in rows:
        text = unicodedata.normalize("NFC", row.prepared.report.text)
        words = list(_WORD.finditer(text))
        for at in range(len(words) - len(name.words) + 1):
            run = words[at : at + len(name.words)]
            if tuple(_folded(word[0]) for word in run) == name.words and not run[0][0].islower() and not text.isupper():
                found.add(text[run[0].start() : run[-1].end()])
    return max(found, key=lambda text: (sum(not char.isascii() for char in text), text))


def twins(rows: Sequence[Row], seed: int = 5) -> list[Row]:
    """Return reports of other spots: for each issue that names a place, its wordings with that name changed."""
    dice = random.Random(seed)
    made: list[Row] = []
    for issue, members in _issues(rows):
        names = names_of(members)[:2]
        if not names:
            continue
        name = dice.choice(names)
        new = _other(name, dice) or _numbered(_written(name, members), dice)
        texts = [text for row in members if (text := changed(row.prepared.report.text, name, new))]
        made += _laid(members, f"{issue}-spot", OTHER_SPOT, dice.sample(texts, min(2, len(texts))), dice)
    return made


def squatters(rows: Sequence[Row], seed: int = 6) -> list[Row]:
    """Return reports of other problems: beside each issue, one of another category that is moved to its place."""
    dice = random.Random(seed)
    issues = {issue: (members, names_of(members)) for issue, members in _issues(rows)}
    made: list[Row] = []
    taken: set[tuple[str, str, tuple[str, ...]]] = set()
    for issue, (members, names) in issues.items():
        if not names:
            continue
        name = dice.choice(names[:2])
        others = [
            (other, theirs, one)
            for other, (theirs, known) in issues.items()
            for one in known[:2]
            if one.head == name.head
            and one.words != name.words
            and theirs[0].category != members[0].category
            and theirs[0].group != members[0].group
        ]
        if not others:
            continue
        other, theirs, one = dice.choice(others)
        laid = (members[0].prepared.report.commune_code, other, name.words)
        if laid in taken:
            continue
        taken.add(laid)
        written = _written(name, members)
        texts = [text for row in theirs if (text := changed(row.prepared.report.text, one, written))]
        made += _laid(members, f"{issue}-{other}", OTHER_PROBLEM, dice.sample(texts, min(2, len(texts))), dice)
    return made


def _issues(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    by_issue: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not row.prepared.cues.resolved:
            by_issue[row.issue].append(row)
    return sorted(by_issue.items())


def _laid(near: Sequence[Row], issue: str, relation: str, texts: Sequence[str], dice: random.Random) -> list[Row]:
    """Return the texts as reports of a new issue, filed soon after a report of the issue they lie beside."""
    made = []
    at = dice.choice(near).prepared.report.at + timedelta(days=dice.expovariate(1 / 4))
    for number, text in enumerate(texts):
        first = near[0]
        report = structs.replace(
            first.prepared.report, id=f"{issue}-{number}", text=text, at=at, lat=None, lon=None, person=None
        )
        made.append(
            replace(
                first, prepared=prepare(report), issue=issue, relation=relation, related=first.issue, no_place=False
            )
        )
        at += timedelta(days=dice.expovariate(1 / 2.4) + 0.02)
    return made


def among(rows: Sequence[Row], *more: Sequence[Row]) -> list[Row]:
    """Return all reports in time order."""
    every = [*rows, *(row for part in more for row in part)]
    return sorted(every, key=lambda row: (row.prepared.report.at, row.id))
