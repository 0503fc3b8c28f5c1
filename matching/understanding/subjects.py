"""Which subject a text is about: a table of words with a weight for each subject, learnt offline."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from matching.data import rows
from matching.understanding.lanes import columns, packed
from matching.understanding.values import Guess

SUBJECTS = (
    "dat_dai", "moi_truong", "giao_thong", "ha_tang", "do_thi", "thien_tai", "nong_nghiep", "y_te", "giao_duc",
    "an_sinh", "lao_dong", "an_ninh", "hanh_chinh", "can_bo", "van_hoa", "gia_dinh", "dan_toc_ton_giao", "dong_gop",
    "xd_dang_cq", "sap_xep", "khac",
)  # fmt: skip
SAID_FROM = 0.45  # below this confidence no subject is said; the alternatives are still offered
_SHOWN = 5
_TENTHS = 10  # the table has one decimal


class _Pairs(dict[str, int]):
    """A subject and its weight as the table writes them, packed; each is read once, since few of them differ."""

    def __missing__(self, pair: str) -> int:
        code, weight = pair.rsplit(":", 1)
        self[pair] = found = packed([(SUBJECTS.index(code), round(_TENTHS * float(weight)))])
        return found


class Table(NamedTuple):
    """
    Weights in tenths: feature -> a packed row with a column for each of `SUBJECTS`.

    `always`: what each of them has whatever a text says.
    """

    rows: dict[str, int]
    always: tuple[float, ...]


def read_table(lines: Iterable[Sequence[str]]) -> Table:
    """Return the table of lines (feature, "subject:weight ..."), of which that of "*" holds for every text."""
    pairs = _Pairs()
    found = {feature: sum([pairs[pair] for pair in weights.split()]) for feature, weights in lines}
    return Table(found, tuple(extra / _TENTHS for extra in columns(found.get("*", 0), len(SUBJECTS))))


@functools.cache
def shipped_table() -> Table:
    """Return the table that ships with the program."""
    return read_table(rows("subject_weights.tsv"))


def probabilities(terms: AbstractSet[str], table: Table | None = None) -> list[float]:
    """Return the probability of each of `SUBJECTS`, in their order, by the shipped table or another one."""
    table = table or shipped_table()
    weights = table.rows
    known = list(map(weights.__getitem__, filter(weights.__contains__, terms)))
    scale = 1 / (_TENTHS * math.sqrt(len(known) or 1))
    told = columns(sum(known), len(SUBJECTS))
    scores = [column * scale + extra for column, extra in zip(told, table.always, strict=True)]
    highest = max(scores)
    powers = list(map(math.exp, [score - highest for score in scores]))
    total = sum(powers)
    return [power / total for power in powers]


def guess_subject(terms: AbstractSet[str]) -> Guess:
    """Return the subject, or None as its code when none is likely enough or the text has no known word."""
    chances = zip(SUBJECTS, probabilities(terms), strict=True)
    ranked = sorted(chances, key=operator.itemgetter(1), reverse=True)
    best, confidence = ranked[0]
    code = best if confidence >= SAID_FROM else None
    return Guess(code, round(confidence, 4), tuple((name, round(value, 4)) for name, value in ranked[:_SHOWN]))
