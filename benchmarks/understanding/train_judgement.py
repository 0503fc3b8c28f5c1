"""
Learn matching/data/judgement_weights.tsv: what speaks for a danger and for an accusation.

Two logistic regressions (AdaGrad, L2) over concepts, pairs of concepts, words and the points of the rules, on
examples.tsv, judged.tsv, the sentences of `TOLD`, templates.tsv, subjects.tsv, the reports of `REPORTS_GONE_THROUGH` in
../duplicates/data and the development data, every text with and without marks. Pure Python, deterministic, a minute:

    python benchmarks/understanding/train_judgement.py
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.understanding.train import OTHER_HANDS, REPORTS_GONE_THROUGH, TOLD, lines_of_reports
from matching.reading import read
from matching.reading.terms import terms_of
from matching.text import strip_marks
from matching.understanding.accusation import accusation_points
from matching.understanding.danger import danger_hits, danger_points
from matching.understanding.judging import judged_features
from matching.understanding.persons import find_persons
from matching.understanding.places import find_places
from matching.understanding.spans import dictionary

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
TABLE = HERE.parents[1] / "matching" / "data" / "judgement_weights.tsv"
EPOCHS, RATE, DECAY = 12, 0.3, 0.01
OF_CONCEPT = 1.5  # how strongly a concept is felt beside a word: it stands for many words that no example has
SENTENCES_PER_TEMPLATE, TEMPLATE_WEIGHT = 30, 0.15
PHRASE_WEIGHT = 0.05
OTHER_HAND_WEIGHT = 2.0  # what others write is nearer to what comes than the many sentences of the dictionaries' hand
REPORT_WEIGHT = 0.4  # most of them are far from any danger; counted in full they hide dangers that are told like them
DANGEROUS = frozenset({"thien_tai", "an_ninh", "gia_dinh", "y_te", "moi_truong", "khac", "ha_tang", "giao_thong"})
ACCUSING = frozenset(
    {"can_bo", "an_ninh", "dat_dai", "dong_gop", "do_thi", "hanh_chinh", "moi_truong", "khac", "gia_dinh", "an_sinh"}
)
THINGS = frozenset({"giao_thong", "dien_chieu_sang", "nuoc_ngap", "tieng_on"})
LEAST = 0.095  # smaller weights are left out of the table


class Example(NamedTuple):
    """A text with what is right; None where both answers are."""

    text: str
    danger: bool | None
    accusation: bool | None
    group: str
    weight: float = 1.0


def lines_of(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def written() -> list[Example]:
    """The examples of this folder."""
    found = [
        Example(text, "d" in what, "a" in what if what in ("a", "da", "-") else None, f"e{index}")
        for index, (what, text) in enumerate(lines_of(HERE / "examples.tsv"))
    ]
    for name in (*TOLD, "judged.tsv"):
        for index, (_, _, accusation, danger, text) in enumerate(lines_of(HERE / name)):
            accused = None if accusation == "?" else accusation == "1"
            weight = OTHER_HAND_WEIGHT if name in OTHER_HANDS else 1.0
            found.append(Example(text, danger != "-", accused, f"{name}{index}", weight))
    return found


def phrases() -> list[Example]:
    """The phrases of subjects.tsv that tell of neither; subjects in which dangers or deeds are common are left out."""
    found: list[Example] = []
    for code, text in lines_of(HERE / "subjects.tsv"):
        danger = None if code in DANGEROUS else False
        accusation = None if code in ACCUSING else False
        parts = [phrase.strip() for phrase in text.split(";")]
        found.extend(Example(part, danger, accusation, "phrases", PHRASE_WEIGHT) for part in parts if part)
    return found


def from_templates(each: int) -> list[Example]:
    """Write `each` sentences from every pattern of templates.tsv, with a fixed seed."""
    lines = lines_of(HERE / "templates.tsv")
    slots = {name: words for name, words in lines if name not in ("d", "a", "-")}
    chance = random.Random(11)

    def filled(pattern: str) -> str:
        while slot := re.search(r"\{(\w+)\}", pattern):
            pattern = pattern.replace(slot[0], chance.choice(slots[slot[1]].split("|")), 1)
        while choice := re.search(r"\(([^()]*)\)", pattern):
            pattern = pattern.replace(choice[0], chance.choice(choice[1].split("|")), 1)
        return pattern

    found: list[Example] = []
    for number, (what, pattern) in enumerate(lines):
        if what in ("d", "a", "-"):
            accusation = None if what == "d" else what == "a"
            texts = sorted({filled(pattern) for _ in range(each)})
            found.extend(Example(text, what == "d", accusation, f"t{number}", TEMPLATE_WEIGHT) for text in texts)
    return found


def petitions(folder: Path) -> list[Example]:
    """The development data: an accusation is what its kind says, a danger what dev_danger.tsv says."""
    dangers = dict(lines_of(HERE / "dev_danger.tsv"))
    found = []
    for line in (folder / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        danger = dangers.get(report["issue_id"])
        same_words = report["relation"] == "same_wording_other_commune" or report["related_issue"] == "DI089"
        accusation = report["kind"] == "to_cao"
        found.append(
            Example(
                report["text"],
                None if danger == "maybe" else danger == "yes",
                None if same_words and not accusation else accusation,
                report["issue_id"],
            )
        )
    return found


def reports() -> list[Example]:
    """
    The reports of ../duplicates/data that are learnt from: ordinary complaints without a danger, but for the issues of
    reports_maybe.tsv. They accuse nobody where they are about things alone.
    """
    maybe = {tuple(line) for line in lines_of(HERE / "reports_maybe.tsv")}
    return [
        Example(
            report["text"],
            None if (name, report["issue_id"]) in maybe else False,
            False if report["category"] in THINGS else None,
            f"{name}/{report['issue_id']}",
            REPORT_WEIGHT,
        )
        for name in REPORTS_GONE_THROUGH
        for report in lines_of_reports(name)
    ]


def names_of(text: str) -> list[str]:
    reading = read(text)
    hits = dictionary().find(reading.tokens)
    persons = find_persons(reading, find_places(reading, hits))
    return sorted(
        judged_features(
            reading,
            terms_of(reading),
            hits,
            danger_points=danger_points(hits, danger_hits(hits)),
            accusation_points=accusation_points(hits, persons),
            persons=persons,
        ).found
    )


Prepared = list[tuple[list[str], bool, float]]


def prepare(examples: Sequence[Example], what: str) -> Prepared:
    found: Prepared = []
    for example in examples:
        right: bool | None = getattr(example, what)
        if right is not None:
            texts = sorted({example.text, strip_marks(example.text)})
            found.extend((names_of(text), right, example.weight) for text in texts)
    return found


def fit(prepared: Prepared) -> dict[str, float]:
    seen = Counter(name for names, _, _ in prepared for name in names)
    kept = [
        ([(name, _strength(name)) for name in names if seen[name] > 1 or name[0] == "="], right, weight)
        for names, right, weight in prepared
    ]
    weights: dict[str, float] = {"*": 0.0}
    squares: dict[str, float] = {}
    chance = random.Random(5)
    for _ in range(EPOCHS):
        chance.shuffle(kept)
        for names, right, weight in kept:
            score = weights["*"] + sum(weights.get(name, 0.0) * strength for name, strength in names)
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - right
            slope *= weight
            for name, strength in (*names, ("*", 1.0)):
                gradient = slope * strength + (DECAY * weights.get(name, 0.0) if name != "*" else 0.0)
                squares[name] = squares.get(name, 1.0) + gradient * gradient
                weights[name] = weights.get(name, 0.0) - RATE * gradient / math.sqrt(squares[name])
    return {name: weight * _strength(name) for name, weight in weights.items()}


def _strength(name: str) -> float:
    return OF_CONCEPT if name[0] == "=" and "+" not in name else 1.0


def kept(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights that the table keeps."""
    return {name: weight for name, weight in weights.items() if abs(weight) >= LEAST or name == "*"}


def score_of(weights: dict[str, float], names: Sequence[str]) -> float:
    score = weights["*"] + sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="folder with petitions_dev.jsonl; benchmarks/data by default"
    )
    chosen = parser.parse_args()
    others = from_templates(SENTENCES_PER_TEMPLATE) + phrases()
    examples = written() + reports() + petitions(chosen.data) + others
    danger, accusation = (kept(fit(prepare(examples, what))) for what in ("danger", "accusation"))
    lines = [
        "# Learnt by benchmarks/understanding/train_judgement.py; not edited by hand. What was found in a text, and",
        "# how much it speaks for a danger and an accusation: =concept, =concept+concept (near), rule>points, words.",
    ]
    for name in sorted(danger.keys() | accusation.keys()):
        pair = (f"{weights[name]:.2f}" if name in weights else "0" for weights in (danger, accusation))
        lines.append("\t".join((name, *pair)))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(examples)} examples -> {len(lines) - 2} weights, {TABLE.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
