"""
Print how well texts are understood, every figure beside a baseline of the same run:

    python benchmarks/understanding/measure.py

Subject on the development data is cross-validated by issue (the table is learnt again without the issues it is asked
about); the sentences of held_out.tsv, unseen.tsv and unmet.tsv take no part in learning. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from benchmarks.understanding import train
from benchmarks.understanding import train_judgement as judgement
from matching.reading import read
from matching.text import fold
from matching.understanding import understand
from matching.understanding.accusation import LEARNT_FROM as ACCUSATION_FROM
from matching.understanding.accusation import RULE_AGREED_FROM as ACCUSATION_AGREED_FROM
from matching.understanding.danger import LEARNT_FROM as DANGER_FROM
from matching.understanding.subjects import SUBJECTS

HELD_OUT = Path(__file__).with_name("held_out.tsv")
NEAR_DANGER = Path(__file__).with_name("held_out_danger.tsv")
NEVER_READ = ("unseen.tsv", "unmet.tsv")
"""Sentences of other hands that nobody here has read: totals only."""
REPORTS_ASKED = ("fresh", "checked", "later", "unread", "held_out")  # of ../duplicates/data, learnt from by nobody here
REPORTS_KNOWN = tuple(f"{name}/" for name in train.REPORTS_GONE_THROUGH)
PLAIN_QUESTION = "hoi"
"""The kind of rows that only ask; no kind of domain.md."""
FOLDS = 5
# domain.md §4.4, "Typical words" and "Urgency words": what a plain keyword rule would use.
KEYWORDS = {
    "dat_dai": "so do,bia do,den bu,ranh gioi,thu hoi dat,gpmb",
    "moi_truong": "rac,mui hoi,nuoc thai,khoi,dot,trai lon,bui",
    "giao_thong": "o ga,duong hong,cau,lay loi,den do,via he,xe qua tai,duong",
    "ha_tang": "mat dien,nuoc yeu,den duong,cot dien,song,mang,dien,nuoc",
    "do_thi": "lan chiem,xay trai phep,cho coc,hop cho,ngo",
    "thien_tai": "ngap,cong tac,sat lo,de,kenh,bao,lu",
    "nong_nghiep": "phan bon,giong,gia lua,dich ta lon,tuoi,nong thon moi,lua",
    "y_te": "tram y te,thuoc,bao hiem,ngo doc,thuc pham ban",
    "giao_duc": "lam thu,hoc phi,ban tru,tuyen sinh,truong,hoc sinh",
    "an_sinh": "ho ngheo,tro cap,nha dot,btxh,thuong binh,bhxh",
    "lao_dong": "no luong,sa thai,tang ca,khu cong nghiep,luong,cong nhan",
    "an_ninh": "trom,ma tuy,co bac,tin dung den,danh nhau,lua dao",
    "hanh_chinh": "mot cua,giay to,cho lau,hanh,vneid,khai sinh",
    "can_bo": "nhan tien,voi vinh,bao che,lang phi,can bo",
    "van_hoa": "karaoke,loa keo,nha van hoa,le hoi,dam cuoi",
    "gia_dinh": "bao luc,danh vo,xam hai,tre em,hoa giai",
    "dan_toc_ton_giao": "dong bao,nha tho,chua,dan toc",
    "dong_gop": "thu tien,quy,ung ho,cong khai,xa hoi hoa",
    "xd_dang_cq": "gop y,bau cu,du thao,truong thon,dan chu",
    "sap_xep": "sap nhap,doi giay to,ten xa moi,tru so xa",
}
URGENT_WORDS = (
    "chay,no,duoi nuoc,sat lo,lu quet,dien giat,tai nan,dang danh,dao,cap cuu,tu tu,xam hai,mat tich,ro ri".split(",")
)
ACCUSING_WORDS = "to cao,nhan tien,tham o,tham nhung,lan chiem,bao che,danh".split(",")


class Sentence(NamedTuple):
    text: str
    subjects: frozenset[str]
    kinds: frozenset[str]
    accusation: bool | None  # None: both answers are right
    danger: frozenset[str]


class Share(NamedTuple):
    right: int
    of: int

    def __str__(self) -> str:
        low, high = wilson(self.right, self.of)
        return f"{self.right / max(1, self.of):.3f} [{low:.3f}, {high:.3f}] ({self.right}/{self.of})"


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def held_out(path: Path = HELD_OUT) -> list[Sentence]:
    """The sentences of a file that takes no part in learning."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for row in csv.reader(
            (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            subjects, kinds, accusation, danger, text = row
            numbers = frozenset() if danger == "-" else frozenset(danger.split("|"))
            accused = None if accusation == "?" else accusation == "1"
            found.append(Sentence(text, frozenset(subjects.split("|")), frozenset(kinds.split("|")), accused, numbers))
    return found


def by_keywords(text: str) -> list[str]:
    """Rank subjects by how many typical words of domain.md the folded text holds."""
    words = f" {fold(text)} "
    counts = {code: sum(f" {word} " in words for word in typical.split(",")) for code, typical in KEYWORDS.items()}
    return sorted(counts, key=lambda code: -counts[code])


def by_rapidfuzz(text: str, known: Sequence[tuple[str, str]]) -> list[str]:
    """Rank subjects by the nearest known text (token_set_ratio, folded)."""
    found = process.extract(fold(text), [words for words, _ in known], scorer=fuzz.token_set_ratio, limit=12)
    return list(dict.fromkeys(known[index][1] for _, _, index in found))


def top(ranked: Sequence[str], right: frozenset[str], count: int) -> bool:
    return any(code in right for code in ranked[:count])


def folds(examples: Sequence[train.Example]) -> Iterator[tuple[list[train.Example], list[train.Example]]]:
    issues = sorted({example.issue for example in examples})
    random.Random(3).shuffle(issues)
    for part in range(FOLDS):
        asked = set(issues[part::FOLDS])
        yield [e for e in examples if e.issue not in asked], [e for e in examples if e.issue in asked]


def ranked_by(model: train.Model, text: str) -> list[str]:
    chances = model.probabilities(sorted(train.names_of(text)))
    return [code for code, _ in sorted(zip(SUBJECTS, chances, strict=True), key=lambda pair: -pair[1])]


def subject_cross_validated(folder: Path) -> None:
    examples = train.petitions(folder)
    others = train.phrases() + train.sentences() + train.reports(folder)
    methods: dict[str, list[tuple[list[str], frozenset[str]]]] = {
        "ours": [],
        "keywords": [],
        "RapidFuzz": [],
        "majority": [],
    }
    for learnt, asked in folds(examples):
        model = train.fit([*others, *learnt])
        known = [(fold(e.text), SUBJECTS[e.right[0]]) for e in learnt]
        common = [code for code, _ in Counter(SUBJECTS[e.right[0]] for e in learnt).most_common()]
        for example in asked:
            right = frozenset(SUBJECTS[index] for index in example.right)
            methods["ours"].append((ranked_by(model, example.text), right))
            methods["keywords"].append((by_keywords(example.text), right))
            methods["RapidFuzz"].append((by_rapidfuzz(example.text, known), right))
            methods["majority"].append((common, right))
    print(f"Subject, development data ({len(examples)} texts, cross-validated by issue)")
    print_subject(methods)


def print_subject(methods: dict[str, list[tuple[list[str], frozenset[str]]]]) -> None:
    for name, answers in methods.items():
        first = Share(sum(top(ranked, right, 1) for ranked, right in answers), len(answers))
        three = Share(sum(top(ranked, right, 3) for ranked, right in answers), len(answers))
        print(f"  {name:10} first {first}   among three {three}")


def subject_held_out(title: str, sentences: Sequence[Sentence], folder: Path) -> None:
    known = [(fold(example.text), SUBJECTS[example.right[0]]) for example in train.phrases()]
    common = [code for code, _ in Counter(SUBJECTS[e.right[0]] for e in train.petitions(folder)).most_common()]
    methods = {
        "ours": [([code for code, _ in understand(s.text).subject.alternatives], s.subjects) for s in sentences],
        "keywords": [(by_keywords(s.text), s.subjects) for s in sentences],
        "RapidFuzz": [(by_rapidfuzz(s.text, known), s.subjects) for s in sentences],
        "majority": [(common, s.subjects) for s in sentences],
    }
    print(f"Subject, {title} ({len(sentences)} sentences)")
    print_subject(methods)
    said = [(guess.code, s.subjects) for s in sentences if (guess := understand(s.text).subject).code is not None]
    print(f"  said at all {Share(len(said), len(sentences))}; right when said "
          f"{Share(sum(code in right for code, right in said), len(said))}")  # fmt: skip
    answers = [
        (g.confidence, g.alternatives[0][0] in s.subjects) for s in sentences for g in [understand(s.text).subject]
    ]
    print(f"  calibration error (10 bins of equal count) {calibration_error(answers):.3f}")


def subject_of_reports(folder: Path) -> None:
    examples = train.reports(folder, REPORTS_ASKED)
    asked = [(e.text, frozenset(SUBJECTS[index] for index in e.right)) for e in examples]
    print(f"Subject, reports written for duplicates ({len(asked)} texts of sets that are not learnt from)")
    print_subject(
        {
            "ours": [([code for code, _ in understand(text).subject.alternatives], right) for text, right in asked],
            "keywords": [(by_keywords(text), right) for text, right in asked],
        }
    )


def by_another_hand(folder: Path) -> None:
    """Totals of `NEVER_READ`."""
    for name in NEVER_READ:
        sentences = held_out(Path(__file__).with_name(name))
        subject_held_out(name, sentences, folder)
        judged(name, sentences)
        told = [s for s in sentences if PLAIN_QUESTION not in s.kinds]
        kinds = sum(understand(s.text).kind.alternatives[0][0] in s.kinds for s in told)
        print(f"Kind, {name}: {Share(kinds, len(told))}")


def judged(title: str, sentences: Sequence[Sentence]) -> None:
    """Accusation, danger and the numbers that are shown."""
    yes_or_no(
        f"Accusation, {title}",
        [(s.text, s.accusation) for s in sentences if s.accusation is not None],
        {"ours": accused, "keywords": says(ACCUSING_WORDS), "nobody": lambda _: False},
    )
    yes_or_no(
        f"Danger, {title}",
        [(s.text, bool(s.danger)) for s in sentences],
        {"ours": endangered, "keywords": says(URGENT_WORDS), "never": lambda _: False},
    )
    shown = [bool(understand(s.text).danger & s.danger) for s in sentences if s.danger]
    print(f"A right number is among those shown, {title}: {Share(sum(shown), len(shown))}")


def calibration_error(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    ordered = sorted(answers)
    size = len(ordered) / bins
    total = 0.0
    for part in range(bins):
        group = ordered[round(part * size) : round((part + 1) * size)]
        if group:
            said = statistics.mean(confidence for confidence, _ in group)
            total += len(group) / len(ordered) * abs(said - statistics.mean(right for _, right in group))
    return total


def yes_or_no(title: str, items: Sequence[tuple[str, bool]], methods: dict[str, Callable[[str], bool]]) -> None:
    print(title)
    for name, method in methods.items():
        recall, alarms = _recall_and_alarms([(method(text), right) for text, right in items])
        print(f"  {name:10} recall {recall}   false alarms {alarms}")


def judgement_cross_validated(folder: Path) -> None:
    """Danger and accusation on all sentences to learn from, each asked of tables learnt without it."""
    examples = judgement.written() + judgement.reports() + judgement.petitions(folder)
    always = judgement.from_templates(judgement.SENTENCES_PER_TEMPLATE) + judgement.phrases()
    groups = sorted({example.group for example in examples})
    random.Random(2).shuffle(groups)
    names = {example.text: judgement.names_of(example.text) for example in examples}
    for what, least, agreed in (
        ("danger", DANGER_FROM, DANGER_FROM),
        ("accusation", ACCUSATION_FROM, ACCUSATION_AGREED_FROM),
    ):
        prepared = judgement.prepare(always, what)
        answers: list[tuple[bool, bool, str]] = []
        for part in range(FOLDS):
            asked = set(groups[part::FOLDS])
            learnt = judgement.prepare([e for e in examples if e.group not in asked], what)
            weights = judgement.kept(judgement.fit(learnt + prepared))
            for example in examples:
                right = getattr(example, what)
                if example.group in asked and right is not None:
                    found = names[example.text]
                    chance = judgement.score_of(weights, found)
                    said = chance >= least or (f"{what}>2" in found and chance >= agreed)
                    answers.append((said, right, example.group))
        recall, alarms = _recall_and_alarms([(said, right) for said, right, _ in answers])
        print(f"{what.capitalize()}, cross-validated on {len(answers)} texts, many of them hard by design")
        print(f"  ours       recall {recall}   false alarms {alarms}")
        for title, begins in (
            ("development data", ("DI",)),
            ("reports", REPORTS_KNOWN),
            ("other hands", train.OTHER_HANDS),
            *((n, (n,)) for n in train.OTHER_HANDS),
        ):
            part_of = [(s, r) for s, r, group in answers if group.startswith(begins)]
            found_of, alarms_of = _recall_and_alarms(part_of)
            print(f"    {title:16} recall {found_of}   false alarms {alarms_of}")


def _recall_and_alarms(answers: Sequence[tuple[bool, bool]]) -> tuple[Share, Share]:
    """Of pairs of what was said and what is right."""
    recall = Share(sum(said for said, right in answers if right), sum(right for _, right in answers))
    alarms = Share(sum(said for said, right in answers if not right), sum(not right for _, right in answers))
    return recall, alarms


def says(words: Sequence[str]) -> Callable[[str], bool]:
    return lambda text: any(f" {word} " in f" {fold(text)} " for word in words)


def near_danger() -> list[tuple[str, bool]]:
    """The sentences that are a danger or only sound like one."""
    lines = NEAR_DANGER.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(text, danger == "1") for danger, text in rows]


def accused(text: str) -> bool:
    return understand(text).accusation.code is not None


def endangered(text: str) -> bool:
    return understand(text).urgency.code == "khan"


def choices(folder: Path) -> None:
    lines = (folder / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    print(f"Kind and organisation, development data ({len(reports)} texts)")
    for what in ("kind", "organisation"):
        answers = [(getattr(understand(r["text"]), what), r[what]) for r in reports]
        first = Share(sum(g.alternatives[0][0] == right for g, right in answers), len(answers))
        said = [(g.code, right) for g, right in answers if g.code is not None]
        common = Counter(r[what] for r in reports).most_common(1)[0][1]
        print(f"  {what:12} first {first}; right when said {Share(sum(c == r for c, r in said), len(said))}; "
              f"majority {common / len(reports):.3f}")  # fmt: skip


def speed(texts: Sequence[str]) -> None:
    read(texts[0])
    understand(texts[0])
    for name, call in (("read", read), ("understand", understand)):
        times = []
        for text in texts:
            began = time.process_time()
            call(text)
            times.append((time.process_time() - began) * 1e3)
        words = statistics.mean(len(read(text).tokens) for text in texts)
        print(f"  {name:10} mean {statistics.mean(times):.3f} ms, p95 {sorted(times)[int(len(times) * 0.95)]:.3f} ms, "
              f"{words:.0f} words a text, each once, processor time")  # fmt: skip
    start = "import time; t = time.perf_counter(); "
    end = "; print(time.perf_counter() - t)"
    loaded = in_new_processes(start + "import matching.understanding" + end)
    print(f"  import matching.understanding: {loaded * 1e3:.0f} ms")
    first = in_new_processes("from matching.understanding import understand; " + start + "understand('mất điện')" + end)
    print(f"  first text of a process (dictionaries are read): {first * 1e3:.0f} ms")


def in_new_processes(code: str, times: int = 5) -> float:
    """The median of the seconds that a piece of code prints, each time in a fresh interpreter."""
    command = [sys.executable, "-c", code]
    printed = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(times)]
    return statistics.median(map(float, printed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data",
        type=Path,
        default=train.DATA,
        help="folder with petitions_dev.jsonl and subject_map.json; benchmarks/data by default",
    )
    parser.add_argument("--wrong", action="store_true", help="print the texts that were not understood")
    chosen = parser.parse_args()
    sentences = held_out()
    subject_cross_validated(chosen.data)
    subject_held_out("held out", sentences, chosen.data)
    subject_of_reports(chosen.data)
    by_another_hand(chosen.data)
    judged("held out", sentences)
    yes_or_no(
        "Danger, held out, most of the others made to sound like one",
        near_danger(),
        {"ours": endangered, "keywords": says(URGENT_WORDS), "never": lambda _: False},
    )
    lines = (chosen.data / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    yes_or_no(
        "Accusation, development data (kind = to_cao)",
        [(r["text"], r["kind"] == "to_cao") for r in reports],
        {"ours": accused, "keywords": says(ACCUSING_WORDS), "nobody": lambda _: False},
    )
    judgement_cross_validated(chosen.data)
    choices(chosen.data)
    print("Speed")
    speed([" ".join(s.text for s in sentences[at : at + 3]) for at in range(0, len(sentences) - 2, 3)])
    if chosen.wrong:
        print_wrong(sentences)


def print_wrong(sentences: Sequence[Sentence]) -> None:
    for sentence in sentences:
        found = understand(sentence.text)
        problems = []
        if found.subject.alternatives[0][0] not in sentence.subjects:
            problems.append(f"subject {found.subject.alternatives[:3]}")
        if sentence.accusation is not None and (found.accusation.code is not None) != sentence.accusation:
            problems.append(f"accusation {found.accusation.confidence}")
        if bool(found.danger) != bool(sentence.danger):
            problems.append(f"danger {sorted(found.danger)}")
        if problems:
            print(f"- {sentence.text}\n    {'; '.join(problems)}")


if __name__ == "__main__":
    main()
