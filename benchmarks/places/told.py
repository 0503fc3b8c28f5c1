"""
Measures how communes are found in what other hands wrote: complaints and short answers.

    python -m benchmarks.places.told [FILE ...] [--errors]

Without files, those beside this one. `--errors` shows what is read wrongly in the files named told*.tsv, which
were learnt from; the others are only measured, and nobody who mends what they measure reads a line of them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.places.answer_key import AnswerKey, Naming, spelling
from benchmarks.places.constructed import Case
from benchmarks.places.measure import Answer, Method, baseline, ours, right, wilson
from handlers.commune import vietnamese_order
from matching.places import Gazetteer
from matching.text import fold
from storage.data import ShippedUnits, shipped_units

HERE = Path(__file__).parent
LEARNT = [
    HERE / f"told{name}.tsv"
    for name in ("", "_further", "_met", "_seen", "_again", "_plainly", "_openly", "_spare")
]  # fmt: skip
NEVER_READ = [HERE / f"{name}.tsv" for name in ("unmet", "afresh", "unheard", "unknown")]
COMPLAINT, ANSWER = "complaint", "answer"


class Told(NamedTuple):
    """
    A text of a line of a file, and the communes that it may mean; none where it names none.

    `kind` is COMPLAINT or ANSWER, a short answer to the question which commune it is.
    """

    line: int
    text: str
    codes: frozenset[str]
    kind: str = COMPLAINT


def told(path: Path, units: ShippedUnits) -> tuple[list[Told], int]:
    """Return the texts, and how many were left out since a name of theirs is none of the shipped list."""
    codes = codes_by_name(units)
    found: list[Told] = []
    left_out = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        named, text, *kind = line.split("\t")
        meant = [codes.get(_key(name)) for name in named.split("|") if name != "-"]
        if None in meant:
            left_out += 1
        else:
            found.append(Told(number, text, frozenset(code for one in meant if one for code in one), *kind))
    return found, left_out


def codes_by_name(units: ShippedUnits) -> dict[tuple[str, str], set[str]]:
    """Return which communes "Xã X; Y" names, by the full name as spelled and the folded name of the province."""
    provinces = {unit.code: fold(unit.name) for unit in units.provinces}
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in units.communes:
        found[spelling(unit.full_name), provinces[str(unit.province_code)]].add(unit.code)
    return dict(found)


def _key(named: str) -> tuple[str, str]:
    name, _, province = named.partition(";")
    return spelling(name.strip()), fold(province).strip().removeprefix("thanh pho ").removeprefix("tinh ")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.places.told", description="Measures other hands' texts."
    )
    parser.add_argument("files", type=Path, nargs="*", default=[*LEARNT, *NEVER_READ])
    parser.add_argument("--errors", action="store_true", help="print what is read wrongly, but of what nobody reads")
    options = parser.parse_args(arguments)
    units = shipped_units()
    methods = {
        "matching.places": ours(Gazetteer.build(units.units, units.former_units)),
        "RapidFuzz WRatio": baseline(units),
    }
    for path in options.files:
        texts, left_out = told(path, units)
        print(f"{path.name}: {len(texts)} texts; {left_out} left out, their label is no name of the shipped list")
        for name, method in methods.items():
            print(f" {name}")
            answered = [(one, read(method, one)) for one in texts]
            _report(answered, units)
            if options.errors and name == "matching.places" and path not in NEVER_READ:
                _report_errors(answered)
    return 0


def read(method: Method, one: Told) -> Answer:
    """Read a text as the chat does: an answer to its question may have English order."""
    return method(vietnamese_order(one.text) if one.kind == ANSWER else one.text, None)


def is_right(one: Told, answer: Answer) -> bool:
    """Return whether one commune was meant and decided, several were meant and offered, or none and nothing was."""
    if not one.codes:
        return not answer.candidates
    return right(Case("told", "as typed", one.text, one.codes), answer)


def _report(answered: Sequence[tuple[Told, Answer]], units: ShippedUnits) -> None:
    for kind in (COMPLAINT, ANSWER):
        naming = [(one, answer) for one, answer in answered if one.codes and one.kind == kind]
        silent = [(one, answer) for one, answer in answered if not one.codes and one.kind == kind]
        if naming:
            _line(kind, "right or rightly ambiguous", (is_right(*pair) for pair in naming))
            _line(kind, "the one meant is offered", (not one.codes.isdisjoint(a.candidates) for one, a in naming))
            _line(
                kind,
                "confident and wrong",
                (a.decision is not None and a.decision not in one.codes for one, a in naming),
            )
            _line(kind, "asked: others are offered, too", (_asks_too_many(*pair) for pair in naming))
            districts = _Districts(units)
            _line(kind, "asked: a district was called so", (districts.asked(*pair) for pair in naming))
        if silent:
            _line(kind, "offered where none is named", (bool(answer.candidates) for _, answer in silent))


def _asks_too_many(one: Told, answer: Answer) -> bool:
    """Return whether all that may be meant are offered, and others beside them."""
    return answer.ambiguous and one.codes < set(answer.candidates)


class _Districts:
    """Tells where a label has the commune of a name alone, and the former district of that name was offered too."""

    def __init__(self, units: ShippedUnits) -> None:
        self.key = AnswerKey(units)
        self.name_of = {unit.code: unit.name for unit in units.communes}

    def asked(self, one: Told, answer: Answer) -> bool:
        names = {self.name_of[code] for code in one.codes}
        if is_right(one, answer) or not answer.ambiguous or one.codes.isdisjoint(answer.candidates):
            return False
        around = {code for name in names for code in self.key.meant(Naming(name, is_district=True), marks=False)}
        return set(answer.candidates) <= around | one.codes


def _line(kind: str, title: str, hits: Iterable[bool]) -> None:
    results = list(hits)
    count, of = sum(results), len(results)
    low, high = wilson(count, of)
    print(f"  {kind:9} {title:31} {count}/{of} = {count / of:.3f} [{low:.3f}, {high:.3f}]")


def _report_errors(answered: Iterable[tuple[Told, Answer]]) -> None:
    for one, answer in answered:
        if not is_right(one, answer):
            print(f"    {one.line} | {sorted(one.codes)} | {answer} | {one.text}")


if __name__ == "__main__":
    raise SystemExit(main())
