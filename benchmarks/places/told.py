"""
Measures how communes are found in told.tsv: complaints by another hand, most of which name a commune.

    python -m benchmarks.places.told [FILE] [--errors]

Prints totals only, so that nobody learns a sentence by measuring; `--errors` shows the lines of even number that are
read wrongly. The others were never looked at.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.places.answer_key import spelling
from benchmarks.places.constructed import Case
from benchmarks.places.measure import Answer, Method, baseline, ours, right, wilson
from matching.places import Gazetteer
from matching.text import fold
from storage.data import ShippedUnits, shipped_units

TOLD = Path(__file__).with_name("told.tsv")


class Told(NamedTuple):
    """A complaint of a line of the file, and the communes that it may mean; none where it names none."""

    line: int
    text: str
    codes: frozenset[str]


def told(path: Path, units: ShippedUnits) -> tuple[list[Told], int]:
    """Return the complaints, and how many were left out since a name of theirs is none of the shipped list."""
    codes = codes_by_name(units)
    found: list[Told] = []
    left_out = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        named, _, text = line.partition("\t")
        meant = [codes.get(_key(name)) for name in named.split("|") if named != "-"]
        if None in meant:
            left_out += 1
        else:
            found.append(Told(number, text, frozenset(code for one in meant if one for code in one)))
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
    parser = argparse.ArgumentParser(prog="python -m benchmarks.places.told", description="Measures told.tsv.")
    parser.add_argument("file", type=Path, nargs="?", default=TOLD)
    parser.add_argument("--errors", action="store_true", help="print the wrong ones of even number")
    options = parser.parse_args(arguments)
    units = shipped_units()
    complaints, left_out = told(options.file, units)
    gazetteer = Gazetteer.build(units.units, units.former_units)
    print(f"{len(complaints)} complaints; {left_out} left out, their label is no name of the shipped list")
    for name, method in {"matching.places": ours(gazetteer), "RapidFuzz WRatio": baseline(units)}.items():
        _report(name, complaints, method, errors=options.errors and name == "matching.places")
    return 0


def _report(name: str, complaints: Sequence[Told], method: Method, *, errors: bool) -> None:
    good = among = wrong = invented = 0
    naming = [one for one in complaints if one.codes]
    silent = [one for one in complaints if not one.codes]
    for one in complaints:
        answer = method(one.text, None)
        ok = is_right(one, answer)
        if one.codes:
            good += ok
            among += not one.codes.isdisjoint(answer.candidates)
            wrong += answer.decision is not None and answer.decision not in one.codes
        else:
            invented += bool(answer.candidates)
        if errors and not ok and one.line % 2 == 0:
            print(f"    {one.line} | {sorted(one.codes)} | {answer} | {one.text}")
    print(name)
    for title, hits, of in (
        ("right or rightly ambiguous", good, len(naming)),
        ("the one meant is offered", among, len(naming)),
        ("confident and wrong", wrong, len(naming)),
        ("invented where none is named", invented, len(silent)),
    ):
        low, high = wilson(hits, of)
        print(f"  {title:29} {hits}/{of} = {hits / max(1, of):.3f} [{low:.3f}, {high:.3f}]")


def is_right(one: Told, answer: Answer) -> bool:
    """Return whether one commune was meant and decided, several were meant and offered, or none and nothing was."""
    if not one.codes:
        return not answer.candidates
    return right(Case("told", "as typed", one.text, one.codes), answer)


if __name__ == "__main__":
    raise SystemExit(main())
