"""Learns the tables of matching/duplicates from labelled reports. Deterministic: the same data give the same files.

    pip install -r benchmarks/duplicates/requirements.txt
    OMP_NUM_THREADS=1 python -m benchmarks.duplicates.learn [--jobs 2]

1. background.tsv, data/syllables.tsv: how common words are in ordinary complaints, how syllables are spelt (own data).
   name_syllables.tsv: which syllables names are made of (shipped list of communes, data/street_names.txt).
2. data/outcome.json: which cue words say "the trouble is over" (own and written data, thanks.tsv).
3. weights.json: a logistic regression over `evidence.NAMES`, a sum of straight lines with a bend for each piece of
   evidence, which only rise (or fall) where the evidence can only speak for (or against) one problem,
   calibrated on answers to reports that it has not learnt from (folds by hand-written problem, and by issue), in a mix
   like the development data's (deciding.py). It also learns from hard neighbours made by rule (twins.py), which take no
   part in the calibration.
   without/1.json ... are tables that have not seen the sets of `streams.LEFT_OUT` (nor their
   kin and associations): to be measured on them.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import itertools
import json
import multiprocessing
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np  # type: ignore[import-not-found, unused-ignore]
from msgspec.structs import replace

from benchmarks.duplicates import streams, thanks, topics, twins
from benchmarks.duplicates.curves import Curves, Matrix, cut, regress, rough, spread
from benchmarks.duplicates.deciding import Bars, Curve, Found, Scored, answered, calibrate, choose, mix, mixed, weighed
from benchmarks.duplicates.kinship import learn_together, pair_lines, word_lines
from benchmarks.duplicates.streams import Answer, Row
from benchmarks.duplicates.topics import with_topics
from benchmarks.duplicates.words import PACKAGE, write, write_background, write_names, write_syllables
from matching.duplicates import Prepared, Rarity
from matching.duplicates.associations import UNLEARNT, Together
from matching.duplicates.evidence import NAMES, evidence, is_untold, told_together
from matching.duplicates.model import chance
from matching.duplicates.search import COMPANY, FULL_LOOK, likely, unlike
from matching.outcome import names, read_cues
from matching.reading import read
from matching.understanding.subjects import Table, shipped_table

FOLDS = 6
# what a report of a set counts for: the development data are likeliest language, the own ones least; of other hands
# there is far more
LIKELY, OTHER_HANDS, MISLEADING, OWN, HARDER = 2.0, 0.7, 0.7, 0.3, 0.3
PENALTY = 30.0
LEAST_HEIGHT = 0.02
HOPELESS = -6.5  # logit; pairs of different issues below it are left out of the fit
_THANKS = re.compile(
    r"[,.!;]?\s*(?:(?:xin|nhân dân|bà con|dân|em|tôi|chân thành)\s+)*(?:c[aả]m|c[aá]m) [oơ]n.*$",
    re.IGNORECASE | re.DOTALL,
)
ECHO_WEIGHT = 0.05  # a report sent again word for word, which no set holds, counts for so much of a labelled repeat
ECHO_DAYS = 2
TWIN_WEIGHT = 0.03  # a comparison with a neighbour made by rule counts for so much of a labelled one
SHOWN = 5  # candidates of an answer
ABROAD = 6  # likeliest reports of other communes of the province beside the candidates of a commune

LEARNT = {
    **dict.fromkeys(streams.HANDS["first"].split(), LIKELY),
    **dict.fromkeys("written more retold held_out unread spoken blind".split(), 1.0),
    **dict.fromkeys(streams.MISLEADING.split(), MISLEADING),
    "own": OWN,
    **{name: OTHER_HANDS for name in streams.HANDS["others"].split() if name not in ("spoken", "blind")},
    **dict.fromkeys(streams.HARDER.split(), HARDER),
}
CUES_FROM = [name for name in LEARNT if name not in ("dev", "checked")]

# what evidence can only speak for, and only against; the rest, which says it again in other measures, may do either
FOR = frozenset(
    "told_small told_large bare_small bare_large agree here_agree harm topic things_same subject place_found "
    "where_same spot_same known_same landmark_same hamlet_same numbers_same slot_same amount_same aspect_same "
    "month person pin_near kin_most kin_least goes_most goes_least goes_much".split()
)
AGAINST = frozenset(
    "told_none bare_none harm_apart scene_apart disagree here_disagree things_other objects_other troubles_other "
    "matter_other matter_none spot_maybe spot_other alley_other landmark_other hamlet_other street_other "
    "place_missing place_apart names_apart where_apart where_missing codes_other number_left known_other "
    "guess_apart guess_missing slot_other numbers_other amount_other resolved_new resolved_old pin_far "
    "other_commune kin_none left_least left_most".split()
)
AT_MOST = {
    "codes_other": -3.0,  # canals N2 and N4 are two, and a fold may hold no such pair
    "pin_far": -4.0,  # of 147 duplicates that Boston's staff named, 4 lie 300 m apart or more, none a kilometre
    "guess_apart": -2.2,  # words that only look like a name wear it down, but "trung chanh" is not Phú Hữu
    "slot_other": -4.2,  # "110 thiên đức" is not "111 thiên đức", however alike the rest is told
}
"""Weights that are never nearer to 0."""
PERSON = 1.2  # set, not learnt: no labelled data has persons; one person's second message is often the same matter


def fold_of(group: str) -> int:
    """Return the fold of a group: what is similar by construction is never split."""
    return zlib.crc32(group.encode()) % FOLDS


# --- 2. and 3. regressions ----------------------------------------------------------------------------------------


def write_cues(rows: Sequence[Row]) -> None:
    """Learn which cues say that the trouble is over, in thanks and in what is left of them without their thanks."""
    told = [(row.prepared.cues.told, row.relation == "resolved_thanks") for row in rows]
    for row in rows:
        left = _THANKS.sub("", row.prepared.report.text)
        if row.relation == "resolved_thanks" and len(left.split()) >= 4:
            told.append((read_cues(read(left)).told, True))
    told += [(read_cues(read(text)).told, over) for text, over in thanks.load(thanks.LEARNT)]
    x = np.array([cues for cues, _ in told], dtype=float)
    y = np.array([over for _, over in told], dtype=float)
    intercept, weights = regress(x, y, np.ones(len(y)), [0] * x.shape[1], 1 / 3)
    table = {
        "about": "does a text say that the trouble is over? Written by benchmarks/duplicates/learn.py",
        "intercept": round(intercept, 3),
        "weights": {name: round(float(value), 3) for name, value in zip(names(), weights, strict=True)},
    }
    write(PACKAGE.parent / "data" / "outcome.json", [json.dumps(table, indent=1)])


class Pairs:
    """Every report with its candidates as the program would see them, and the evidence of each."""

    def __init__(self, rows: Sequence[Row], weight: float, name: str) -> None:
        self.asked: list[tuple[Row, bool, list[Row], Matrix]] = []
        self.echoes: list[tuple[Row, Matrix]] = []
        self.weight = weight
        self.name = name
        communes: dict[str, list[Row]] = defaultdict(list)
        provinces: dict[str, list[Row]] = defaultdict(list)
        rarity: dict[str, Rarity] = defaultdict(Rarity)
        for row in rows:
            report = row.prepared.report
            here = communes[report.commune_code]
            own = rarity[report.commune_code]
            by_id = {other.id: other for other in here}
            near = [
                by_id[old.report.id] for old in likely(row.prepared, [o.prepared for o in here], own, keep=FULL_LOOK)
            ]
            far = [o for o in provinces[report.province_code] if o.prepared.report.commune_code != report.commune_code]
            by_id.update((other.id, other) for other in far)
            alike = likely(row.prepared, [o.prepared for o in far], own, keep=ABROAD)
            seen = near + [by_id[old.report.id] for old in alike]
            values = [evidence(row.prepared, old.prepared, own, UNLEARNT) for old in seen]
            has_earlier = any(streams.is_same(row, old) for old in here)
            self.asked.append((row, has_earlier, seen, np.array(values).reshape(len(seen), len(NAMES))))
            here.append(row)
            provinces[report.province_code].append(row)
            own.add(row.prepared.keys, row.prepared.named)
            if not (row.is_made or row.prepared.cues.resolved):
                again = replace(report, id="echo", at=report.at + timedelta(days=ECHO_DAYS))
                echo = evidence(replace(row.prepared, report=again), row.prepared, own, UNLEARNT)
                self.echoes.append((row, np.array(echo)))

    def set_together(self, known_to: Callable[[Row], Together]) -> None:
        """Let the evidence know what is told together, by a table that has not seen the report that asks."""
        for row, _, seen, values in self.asked:
            together = known_to(row)
            for old, value in zip(seen, values, strict=True):
                value[_TOGETHER] = told_together(row.prepared, old.prepared, together)
        for row, value in self.echoes:
            value[_TOGETHER] = told_together(row.prepared, row.prepared, known_to(row))

    def matrix(self, keep: Callable[[Row], bool]) -> tuple[Matrix, Matrix, Matrix]:
        """Return evidence, labels and weights of the pairs both of whose reports are kept and that are clear."""
        x, y = [], []
        for row, _, seen, values in self.asked:
            if not keep(row):
                continue
            for old, value in zip(seen, values, strict=True):
                if keep(old) and (streams.is_same(row, old) or not streams.is_acceptable(row, old)):
                    x.append(value)
                    y.append(float(streams.is_same(row, old)))
                    if y[-1]:  # the same words in another commune are another problem
                        x.append(value + (1.0 - value[_ABROAD]) * _IS_ABROAD)
                        y.append(0.0)
        echoes = [value for row, value in self.echoes if keep(row)]
        weight = [self.weight] * len(y) + [self.weight * ECHO_WEIGHT] * len(echoes)
        return np.array(x + echoes), np.array(y + [1.0] * len(echoes)), np.array(weight)

    def neighbours(self, keep: Callable[[Row], bool]) -> tuple[Matrix, Matrix, Matrix]:
        """Return those pairs of different issues of which one was made by rule and both name their place."""
        x = [
            value
            for row, _, seen, values in self.asked
            if keep(row)
            for old, value in zip(seen, values, strict=True)
            if keep(old) and (row.is_made or old.is_made) and not (row.no_place or old.no_place)
            if not streams.is_acceptable(row, old)
        ]
        return np.array(x).reshape(len(x), len(NAMES)), np.zeros(len(x)), np.full(len(x), TWIN_WEIGHT)


_PLACE = {name: at for at, name in enumerate(NAMES)}
_ABROAD = _PLACE["other_commune"]
_TOGETHER = slice(_PLACE["kin_most"], _PLACE["goes_much"] + 1)
_IS_ABROAD = np.eye(len(NAMES))[_ABROAD]
SIGNS = [1 if name in FOR else -1 if name in AGAINST else 0 for name in NAMES]


class Data(NamedTuple):
    """One labelled set, and the same with neighbours made by rule laid into it (None: not for this set)."""

    pairs: Pairs
    twinned: Pairs | None = None


def load(name: str, weight: float, subjects: Table, *, twinned: bool) -> Data:
    """Return a set with all its comparisons; `subjects` is a table that has not learnt from it."""
    rows = with_topics(streams.load(name), subjects)
    pairs = Pairs(rows, weight, name)
    if not twinned:
        return Data(pairs)
    made = (with_topics(some, subjects) for some in (twins.twins(rows), twins.squatters(rows)))
    return Data(pairs, Pairs(twins.among(rows, *made), weight, name))


def learn(sets: Sequence[Data], keep: Callable[[Row], bool], knots: dict[int, list[float]]) -> Curves:
    """Return the sum of curves over the kept reports of all sets."""
    parts = [one.pairs.matrix(keep) for one in sets]
    parts += [one.twinned.neighbours(keep) for one in sets if one.twinned]
    x, y, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    doubtful = (y > 0) | (rough(x, y, weight) > HOPELESS)
    signs = SIGNS + [SIGNS[at] for at, ends in knots.items() for _ in ends[1:]]
    intercept, weights = regress(spread(x[doubtful], knots), y[doubtful], weight[doubtful], signs, PENALTY)
    for name, most in AT_MOST.items():
        weights[_PLACE[name]] = min(weights[_PLACE[name]], most)
    return Curves(knots, intercept, weights)


def score(one: Pairs, model: Curves, keep: Callable[[Row], bool], together: Together) -> list[Scored]:
    """Return each kept report with its likeliest candidates in the commune, best first."""
    answers: list[Scored] = []
    rarity: dict[str, Rarity] = defaultdict(Rarity)
    for row, has_earlier, seen, values in one.asked:
        here = row.prepared.report.commune_code
        own = rarity[here]
        if keep(row):
            logits = model.logits(values).tolist() if seen else []
            ranked = [
                Found(old, logit, 0.0, is_untold(value))
                for old, logit, value in zip(seen, logits, values, strict=True)
                if old.prepared.report.commune_code == here
            ]
            ranked.sort(key=_order)

            def like(one: Prepared, two: Prepared, own: Rarity = own) -> float:
                return chance(float(model.logits(np.array([evidence(one, two, own, together)]))[0]))

            shares = unlike([(found.logit, found.row.prepared) for found in ranked[:COMPANY]], like)
            found = [found._replace(unlike=share) for found, share in zip(ranked, shares, strict=False)]
            answers.append(Scored(row, has_earlier, found, one.weight))
        own.add(row.prepared.keys, row.prepared.named)
    return answers


def _order(found: Found) -> tuple[float, float, str]:
    return -found.logit, -found.row.prepared.report.at.timestamp(), found.row.id


def weigh_company(answers: Sequence[Scored]) -> float:
    """Return what a companion that the report is unlike adds to a candidate's logit, which counts as it is."""
    rows = [
        (found.logit, found.unlike, float(streams.is_same(answer.row, found.row)), answer.weight)
        for answer in answers
        for found in answer.found
        if streams.is_same(answer.row, found.row) or not streams.is_acceptable(answer.row, found.row)
    ]
    x, y, weight = np.array([r[:2] for r in rows]), np.array([r[2] for r in rows]), np.array([r[3] for r in rows])
    _, (slope, company) = regress(x, y, weight, [1, -1], 1.0)
    return round(float(company / slope), 3)


def in_company(answers: Sequence[Scored], company: float) -> list[Scored]:
    """Return the answers with that added, best first, as many candidates as are shown."""
    return [
        answer._replace(
            found=sorted(
                (found._replace(logit=found.logit + company * found.unlike) for found in answer.found), key=_order
            )[:SHOWN]
        )
        for answer in answers
    ]


def write_model(path: Path, model: Curves, company: float, curve: Curve, bars: Bars, together: Together) -> None:
    """Write the table that matching/duplicates/model.py reads."""
    lines: dict[str, object] = {}
    for at, name in enumerate(NAMES):
        if at not in model.knots:
            weight = round(float(model.weights[at]), 3)
            if weight:
                lines[name] = weight
            continue
        points = model.points(at)
        if any(abs(height) >= LEAST_HEIGHT for _, height in points):
            lines[name] = [[round(value, 3), round(height, 3)] for value, height in points]
    lines["person"] = PERSON
    head = {
        "about": "logit = intercept + what each piece of evidence (evidence.py) adds: weight x value, or a line "
        "through points (value, what it adds); + company x search.unlike. calibration: logit -> share; "
        "kin: see kin.py; associations: word, how telling it is, lifts beside other words (associations.py); suggest "
        "from threshold on, or from threshold_untold where both name one place and "
        "nothing they tell surely agrees. Written by benchmarks/duplicates/learn.py",
        "threshold": bars.usual,
        "threshold_untold": bars.untold,
        "intercept": round(model.intercept, 3),
        "company": company,
    }
    written = [f" {json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    told = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in lines.items()]
    written += [' "adds": {\n' + ",\n".join(told) + "\n }", f' "calibration": {json.dumps(curve)}']
    written += [' "kin": {\n' + ",\n".join(pair_lines(together.kin)) + "\n }"]
    written += [' "associations": {\n' + ",\n".join(word_lines(together.associations)) + "\n }"]
    write(path, ["{", ",\n".join(written), "}"])


def everything(_: Row) -> bool:
    return True


def _inside(fold: int) -> Callable[[Row], bool]:
    return lambda row: fold_of(row.group) == fold


def _outside(fold: int) -> Callable[[Row], bool]:
    return lambda row: fold_of(row.group) != fold


def fit(path: Path, learnt: Sequence[Data], tellings: Sequence[Row], wanted: dict[str, float]) -> None:
    """
    Learn, calibrate and choose the bars on answers across folds; write the table; print what it reached.

    Of `tellings` only what is told together is learnt.
    """
    sets: dict[str, list[Scored]] = {one.pairs.name: [] for one in learnt}
    rows = [*tellings, *(row for one in learnt for row, *_ in one.pairs.asked)]
    together = [learn_together(rows, _outside(fold)) for fold in range(FOLDS)]
    for pairs in itertools.chain.from_iterable(learnt):
        if pairs:
            pairs.set_together(lambda row: together[fold_of(row.group)])
    knots = cut(np.concatenate([one.pairs.matrix(everything)[0] for one in learnt]))
    for fold in range(FOLDS):
        model = learn(learnt, _outside(fold), knots)
        for one in learnt:
            sets[one.pairs.name] += score(one.pairs, model, _inside(fold), together[fold])
    company = weigh_company([answer for answers in sets.values() for answer in answers])
    sets = {name: in_company(answers, company) for name, answers in sets.items()}
    every = mixed(sets, wanted)
    curve = calibrate(every)
    bars = choose(every, curve)
    write_model(path, learn(learnt, everything, knots), company, curve, bars, learn_together(rows, everything))
    figures = weighed(every, curve, bars)
    print(f"{path.name}: ask from {bars.usual}, {bars.untold} on; in a mix like the development data's: {figures}")
    for name, answers in sets.items():
        told(f"{path.name}, across folds, {len(answers)} reports ({name})", answered(answers, curve, bars))


def told(title: str, answers: Sequence[Answer]) -> None:
    """Print the figures."""
    f = streams.figures(answers)
    print(f"{title}\n  recall@1 {f.recall_1}\n  recall@3 {f.recall_3}\n  precision {f.precision}\n  recall {f.recall}")
    print(f"  F1 {f.f1:.3f}   calibration error: best {f.calibration_best:.3f}, shown {f.calibration_all:.3f}")
    print("  wrong suggestions: " + "; ".join(f"{name} {share}" for name, share in f.wrong.items()))


def main() -> int:
    """Write all tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--jobs", type=int, default=1, help="processes that learn side by side (2 GB each)")
    jobs = options.parse_args().jobs
    write_background(streams.load("own"))
    write_syllables()
    write_names()
    _forget()
    write_cues([row for name in CUES_FROM for row in streams.load(name)])
    _forget()
    subjects = dict(enumerate(_side_by_side(topics.table_without, range(topics.FOLDS), jobs)))
    sets = {
        name: load(name, counts, subjects.get(topics.fold_of(name), shipped_table()), twinned=name != "own")
        for name, counts in LEARNT.items()
    }
    tellings = [row for name in streams.TELLINGS for row in streams.load(name)]
    dev = sets["dev"]
    wanted = mix([Scored(row, has_earlier, [], 1.0) for row, has_earlier, *_ in dev.pairs.asked])
    left_out = {streams.HERE / "without" / f"{table}.json": names for table, names in streams.LEFT_OUT.items()}
    tables = left_out | {PACKAGE / "weights.json": ""}

    def learn_table(table: Path) -> str:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            seen = [one for name, one in sets.items() if name not in tables[table].split()]
            fit(table, seen, tellings, wanted)
        return said.getvalue()

    for said in _side_by_side(learn_table, list(tables), jobs):
        print(said, end="", flush=True)
    return 0


_Asked = TypeVar("_Asked")
_Learnt = TypeVar("_Learnt")
_work: Callable[[Any], Any]


def _side_by_side(work: Callable[[_Asked], _Learnt], asked: Sequence[_Asked], jobs: int) -> Iterator[_Learnt]:
    """Learn tables in processes that share what was read so far; each gives the same bytes as alone."""
    global _work  # noqa: PLW0603 - what a forked process finds there is all that it is given
    _work = work
    if jobs == 1:
        yield from map(_do, asked)
        return
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
        yield from pool.imap(_do, asked, chunksize=1)


def _do(asked: Any) -> Any:
    return _work(asked)


def _forget() -> None:
    """Drop what was read from tables that have just been written."""
    rooms = ("outcome", "reading.slips", "reading.words")
    for name in (*rooms, "duplicates.guesses", "duplicates.rarity", "duplicates.relations", "duplicates.phrasebook"):
        for value in vars(importlib.import_module(f"matching.{name}")).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


if __name__ == "__main__":
    raise SystemExit(main())
