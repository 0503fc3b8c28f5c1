"""Reports in time order with their labels, and the figures of a method that answers them one by one."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from matching.duplicates import Prepared, Report, prepare

HERE = Path(__file__).parent


def path_of(name: str) -> Path:
    """Return where the reports of a set are."""
    return HERE.parent / "data" / "petitions_dev.jsonl" if name == "dev" else HERE / "data" / f"petitions_{name}.jsonl"


HANDS = {
    "first": "dev alike further fresh later",
    "others": "spoken blind plainly southward townsfolk countryfolk workfolk oldfolk youngfolk "
    "hillfolk seafolk blockfolk tradefolk quietfolk deltafolk northfolk midfolk southfolk otherfolk "
    "homefolk roadfolk",
}
"""The sets in the manner of the development data, by who wrote them: each of the others by a hand of its own."""
MISLEADING = "neighbours checked twinfolk"
HARDER = "everyday rural aside utilities papers short"
"""Sets that are harder on purpose, the latter by other hands."""
TELLINGS = ("ways",)
"""One trouble told by twelve people without its place: which words tell of one problem is learnt from them, no more."""
LEFT_OUT = {
    "1": "dev held_out plainly youngfolk tradefolk midfolk",
    "2": "fresh checked southward hillfolk quietfolk northfolk",
    "3": "later own townsfolk seafolk southfolk roadfolk",
    "4": "spoken unread countryfolk workfolk deltafolk homefolk",
    "5": "alike blind oldfolk blockfolk otherfolk twinfolk",
}
"""The sets that a table is measured on, by the table that has seen none of its row: without/1.json ..."""
NEVER_READ = ("unseen", "unmet", "afresh", "likely", "alsolikely")
"""The sets of which nothing is learnt and no sentence is read: only their totals are printed."""
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
HARD = ("same_category_other_spot", "same_place_other_problem", "resolved_thanks", "recurrence_after_fix")


@dataclass(frozen=True, slots=True)
class Row:
    """
    One labelled report. `group` keeps what must not be split between learning and measuring.

    `problem`: what is told; the own data tell one in several places, so that issues share it.
    """

    prepared: Prepared
    issue: str
    relation: str | None
    related: str | None
    group: str
    no_place: bool
    category: str = ""
    problem: str = ""

    @property
    def is_made(self) -> bool:
        """Whether twins.py made it."""
        return "-" in self.issue

    @property
    def id(self) -> str:
        return self.prepared.report.id


def without(name: str) -> Path:
    """Return where the table is that has not seen a set."""
    table = next(table for table, names in LEFT_OUT.items() if name in names.split())
    return HERE / "without" / f"{table}.json"


def stored(name: str) -> list[dict[str, Any]]:
    """Return the labelled reports of a set as they stand there: nothing is read into them, which is quick."""
    return [json.loads(line) for line in path_of(name).read_text("utf-8").splitlines()]


def load(name: str) -> list[Row]:
    """Return the labelled reports of a set, in time order."""
    rows = []
    for raw in stored(name):
        at = datetime.fromisoformat(raw["created_at"])
        report = Report(
            raw["id"], raw["text"], str(raw["commune_code"]), str(raw["province_code"]),
            at if at.tzinfo else at.replace(tzinfo=LOCAL), lat=raw.get("lat"), lon=raw.get("lon"),
        )  # fmt: skip
        group = raw.get("card") or raw["related_issue"] or raw["issue_id"]
        no_place = bool(raw.get("no_place")) or "no_place" in raw.get("flags", ())
        issue, category = raw["issue_id"], raw.get("category") or ""
        relation, related = raw["relation"], raw["related_issue"]
        problem = raw.get("card") or issue
        rows.append(Row(prepare(report), issue, relation, related, group, no_place, category, problem))
    return rows


def is_same(one: Row, other: Row) -> bool:
    """Whether both report one issue."""
    return one.issue == other.issue


def is_acceptable(one: Row, other: Row) -> bool:
    """Whether linking them is no mistake: one issue, or a recurrence and the old case."""
    if is_same(one, other):
        return True
    return any(
        new.relation == "recurrence_after_fix" and new.related == old.issue for new, old in ((one, other), (other, one))
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method said about one report: candidates with scores, best first, and whether it would suggest."""

    row: Row
    has_earlier: bool
    ranked: tuple[tuple[Row, float], ...]
    suggest: bool


Search = Callable[[Row], tuple[Sequence[tuple[str, float]], bool]]


def ask(rows: Iterable[Row], search: Search, remember: Callable[[Row], None]) -> list[Answer]:
    """Let a method answer each report from the earlier ones."""
    seen: dict[str, Row] = {}
    issues: set[tuple[str, str]] = set()
    answers = []
    for row in rows:
        ranked, suggest = search(row)
        key = (row.prepared.report.commune_code, row.issue)
        answers.append(Answer(row, key in issues, tuple((seen[id_], score) for id_, score in ranked), suggest))
        remember(row)
        seen[row.id] = row
        issues.add(key)
    return answers


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with Wilson's interval of 95 %."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        return self.hits / self.total if self.total else math.nan

    def __str__(self) -> str:
        if not self.total:
            return "-"
        z, n, p = 1.96, self.total, self.value
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return f"{p:.3f} [{max(0.0, middle - half):.3f}, {min(1.0, middle + half):.3f}] {self.hits}/{n}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said of a method."""

    recall_1: Share
    recall_3: Share
    precision: Share
    recall: Share
    wrong: dict[str, Share] = field(default_factory=dict)
    calibration_best: float = math.nan
    calibration_all: float = math.nan

    @property
    def f1(self) -> float:
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0


def figures(answers: Sequence[Answer]) -> Figures:
    """
    Count.

    recall@k: reports with an earlier duplicate in their commune, which the first k candidates hold. Precision and
    recall of the decision: a suggestion is right when the best candidate is of the same issue; linking a recurrence
    with its old case counts neither way. Wrong suggestions: first reports of an issue with that relation.
    """
    asked = [answer for answer in answers if answer.has_earlier]
    first = Share(sum(_is_hit(answer, 1) for answer in asked), len(asked))
    third = Share(sum(_is_hit(answer, 3) for answer in asked), len(asked))
    made = [answer for answer in answers if answer.suggest and answer.ranked]
    right = sum(_is_hit(answer, 1) for answer in made)
    mistakes = sum(not is_acceptable(answer.row, answer.ranked[0][0]) for answer in made)
    wrong = {}
    for relation in (*HARD, "none"):
        fresh = [a for a in answers if not a.has_earlier and (a.row.relation or "none") == relation]
        wrong[relation] = mistaken(fresh)
    best = [(a.ranked[0][1], is_same(a.row, a.ranked[0][0])) for a in answers if a.ranked and _is_clear(a, 0)]
    every = [(s, is_same(a.row, c)) for a in answers for n, (c, s) in enumerate(a.ranked) if _is_clear(a, n)]
    return Figures(
        first, third, Share(right, right + mistakes), Share(right, len(asked)), wrong, expected_error(best),
        expected_error(every),
    )  # fmt: skip


def mistaken(answers: Sequence[Answer]) -> Share:
    """Return how many of these got a suggestion that is a mistake."""
    bad = sum(a.suggest and bool(a.ranked) and not is_acceptable(a.row, a.ranked[0][0]) for a in answers)
    return Share(bad, len(answers))


def _is_hit(answer: Answer, among: int) -> bool:
    return any(is_same(answer.row, candidate) for candidate, _ in answer.ranked[:among])


def _is_clear(answer: Answer, at: int) -> bool:
    candidate = answer.ranked[at][0]
    return is_same(answer.row, candidate) or not is_acceptable(answer.row, candidate)


def expected_error(said: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal count."""
    ordered = sorted(said)
    total = 0.0
    for at in range(bins):
        part = ordered[at * len(ordered) // bins : (at + 1) * len(ordered) // bins]
        if part:
            total += abs(sum(score for score, _ in part) - sum(hit for _, hit in part))
    return total / len(ordered) if ordered else math.nan
