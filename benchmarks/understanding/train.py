"""
Learn matching/data/subject_weights.tsv: which words speak for which subject.

Multinomial logistic regression (AdaGrad, L2) on the phrases of subjects.tsv, the sentences of `TOLD`, the reports of
`REPORTS_LEARNT` in ../duplicates/data, and the petitions of the development data; a text counts as right when any
subject that it allows (subject_map.json) is chosen. Pure Python, deterministic, a minute or two:

    python benchmarks/understanding/train.py
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from matching.reading import read
from matching.reading.terms import terms_of
from matching.text import strip_marks
from matching.understanding.places import find_places, words_aside
from matching.understanding.spans import dictionary
from matching.understanding.subjects import SUBJECTS

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
"""Petitions of the development data and the map of their subjects; made for this project, free to use."""
REPORTS = HERE.parent / "duplicates" / "data"
REPORTS_GONE_THROUGH = (
    "written", "more", "neighbours", "alike", "further", "retold", "spoken", "blind",
    "everyday", "rural", "aside", "utilities", "papers", "short",
)  # fmt: skip
"""The sets of reports that were gone through for reports_maybe.tsv."""
REPORTS_LEARNT = (
    *REPORTS_GONE_THROUGH,
    "plainly", "southward", "townsfolk", "countryfolk", "workfolk", "oldfolk", "youngfolk",
    "hillfolk", "seafolk", "blockfolk", "tradefolk", "quietfolk", "deltafolk", "northfolk", "midfolk", "southfolk",
    "otherfolk", "homefolk", "roadfolk", "twinfolk",
)  # fmt: skip
"""The sets of reports that are learnt from; the others of that folder take no part in learning."""
OTHER_HANDS = ("spoken.tsv", "told.tsv", "blind.tsv", "accused.tsv", "feared.tsv")
"""The files of sentences by other hands that are learnt from."""
TOLD = ("sentences.tsv", *OTHER_HANDS)
"""The files of sentences that are learnt from."""
OTHER_SUBJECTS = {"van_hoa": ["van_hoa"], "do_thi": ["do_thi"], "dan_toc": ["dan_toc_ton_giao"]}
"""The subjects of categories that only the reports have."""
PHRASES = HERE / "subjects.tsv"
TABLE = Path(__file__).resolve().parents[2] / "matching" / "data" / "subject_weights.tsv"
PLACE = {code: index for index, code in enumerate(SUBJECTS)}
EPOCHS, RATE, DECAY = 15, 0.5, 0.001
LEAST, LEAST_ROW = 0.5, 0.8  # smaller weights, and words whose greatest weight is smaller, are left out
LEAST_TEXTS, LEAST_TEXTS_OF_PAIR = 3, 8
SHARPER = 1.4  # makes confidences true: the least log loss on the folds of measure.py


PHRASE = ""
"""What stands for the issue of a phrase."""


class Example(NamedTuple):
    text: str
    right: tuple[int, ...]
    weight: float
    issue: str


def phrases() -> list[Example]:
    found: list[Example] = []
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, text = line.split("\t")
        found.extend(
            Example(phrase.strip(), (PLACE[code],), 1.0, PHRASE) for phrase in text.split(";") if phrase.strip()
        )
    return found


def sentences() -> list[Example]:
    """The sentences of the files that are learnt from, each a group of its own."""
    files = [HERE / name for name in TOLD]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [
        Example(text, tuple(PLACE[code] for code in codes.split("|")), 1.0, f"s{index}")
        for index, (codes, _, _, _, text) in enumerate(split)
    ]


def petitions(folder: Path, weight: float = 1.0) -> list[Example]:
    allowed = json.loads((folder / "subject_map.json").read_text(encoding="utf-8"))
    lines = (folder / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    return [
        Example(report["text"], tuple(PLACE[code] for code in allowed[report["category"]]), weight, report["issue_id"])
        for report in reports
    ]


def lines_of_reports(name: str) -> list[dict[str, str]]:
    """The reports of a set of ../duplicates/data, each text once."""
    lines = (REPORTS / f"petitions_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return list({report["text"]: report for report in map(json.loads, lines)}.values())


def reports(folder: Path, names: Iterable[str] = REPORTS_LEARNT) -> list[Example]:
    """The reports of sets of ../duplicates/data with the subjects that their category allows."""
    allowed = json.loads((folder / "subject_map.json").read_text(encoding="utf-8")) | OTHER_SUBJECTS
    return [
        Example(
            report["text"],
            tuple(PLACE[code] for code in allowed[report["category"]]),
            1.0,
            f"{name}/{report['issue_id']}",
        )
        for name in names
        for report in lines_of_reports(name)
    ]


class Model:
    def __init__(self, decay: float = DECAY) -> None:
        self.weights: dict[str, list[float]] = {}
        self.squares: dict[str, list[float]] = {}
        self.decay = decay

    def probabilities(self, names: Sequence[str]) -> list[float]:
        known = [self.weights[name] for name in names if name in self.weights]
        scale = 1 / math.sqrt(len(known)) if known else 0.0
        scores = [sum(column) * scale for column in zip(*known, strict=True)] if known else [0.0] * len(SUBJECTS)
        bias = self.weights.get("*")
        if bias:
            scores = [score + extra for score, extra in zip(scores, bias, strict=True)]
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    def learn(self, names: Sequence[str], right: tuple[int, ...], weight: float) -> None:
        chances = self.probabilities(names)
        mass = sum(chances[index] for index in right)
        scale = 1 / math.sqrt(len(names))
        wanted = {index: chances[index] / mass for index in right}
        slopes = [weight * (chance - wanted.get(index, 0.0)) for index, chance in enumerate(chances)]
        for name in (*names, "*"):
            row = self.weights.setdefault(name, [0.0] * len(SUBJECTS))
            squares = self.squares.setdefault(name, [1e-2] * len(SUBJECTS))
            step = scale if name != "*" else 0.3
            for index, slope in enumerate(slopes):
                gradient = slope * step + self.decay * row[index]
                squares[index] += gradient * gradient
                row[index] -= RATE * gradient / math.sqrt(squares[index])


def names_of(text: str) -> set[str]:
    """The features of a text; words that only say where are left out, as `understand` does."""
    reading = read(text)
    places = find_places(reading, dictionary().find(reading.tokens))
    return terms_of(reading, words_aside(reading, places)).known


def fit(examples: Iterable[Example], *, epochs: int = EPOCHS, decay: float = DECAY) -> Model:
    """
    Learn from every example twice, as written and without marks; words of one text alone count in phrases only.

    Pairs of words are kept from `LEAST_TEXTS_OF_PAIR` texts on: the others double the table and tell little more.
    """
    prepared: list[tuple[list[str], tuple[int, ...], float]] = []
    seen: Counter[str] = Counter()
    for example in examples:
        versions = [names_of(text) for text in sorted({example.text, strip_marks(example.text)})]
        seen.update(set().union(*versions))
        if example.issue == PHRASE:
            seen.update(set().union(*versions))
        prepared.extend((sorted(names), example.right, example.weight) for names in versions if names)
    prepared = [([name for name in names if _is_known(name, seen)], right, weight) for names, right, weight in prepared]
    prepared = [entry for entry in prepared if entry[0]]
    model = Model(decay)
    chance = random.Random(7)
    for _ in range(epochs):
        chance.shuffle(prepared)
        for names, right, weight in prepared:
            model.learn(names, right, weight)
    return model


def _is_known(name: str, seen: Counter[str]) -> bool:
    return seen[name] >= (LEAST_TEXTS_OF_PAIR if " " in name else LEAST_TEXTS)


def lines_of(model: Model) -> list[tuple[str, str]]:
    """The table: a feature and its weights, those left out that hardly count."""
    lines = []
    for name in sorted(model.weights):
        weights = [weight * SHARPER for weight in model.weights[name]]
        pairs = [f"{code}:{weight:.1f}" for code, weight in zip(SUBJECTS, weights, strict=True) if abs(weight) >= LEAST]
        if name == "*" or (pairs and max(weights) >= LEAST_ROW):
            lines.append((name, " ".join(pairs)))
    return lines


def write(model: Model) -> int:
    lines = lines_of(model)
    head = (
        "# Learnt by benchmarks/understanding/train.py; not edited by hand. A word, or a pair of words, and how\n"
        "# much it speaks for or against each subject. The row * is what a text without any known word gets.\n"
    )
    TABLE.write_text(head + "".join(f"{name}\t{weights}\n" for name, weights in lines), encoding="utf-8")
    return len(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data",
        type=Path,
        default=DATA,
        help="folder with petitions_dev.jsonl and subject_map.json; benchmarks/data by default",
    )
    chosen = parser.parse_args()
    examples = phrases() + sentences() + reports(chosen.data) + petitions(chosen.data)
    count = write(fit(examples))
    print(f"{len(examples)} examples -> {count} words and pairs in {TABLE.name}, {TABLE.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
