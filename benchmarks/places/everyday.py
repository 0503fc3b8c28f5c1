"""
Writes matching/places/everyday.tsv: how often the words of names stand in what people say every day.

    python -m benchmarks.places.everyday

Counted are our own sentences, dictionaries and messages and the reports of the hands that are learnt from, as far as
they are typed with diacritics; words with a capital inside a sentence are left out, since these are names, and so are
pairs of one hand alone, since these may be its hamlets. What places are measured with takes no part.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.duplicates.streams import HANDS, HARDER, stored
from benchmarks.duplicates.words import ordinary_lines
from matching.places.everyday import TABLE
from matching.places.tokens import HYPHEN, STOP, Token, Word, tokenise
from storage.data import shipped_units

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = ROOT / "benchmarks" / "understanding"
OFTEN, CLOSE = 3, 1.5
LEAST_OFTEN = 2
"""A pair that is met once is as likely a name that was typed without its capital."""
_MOST_CAPITALS = 0.6
_PLACEABLE = re.compile(r"\{[^}]*\}")
_HEAD = """\
# Words of names in what people say every day: the word or pair without diacritics (tokens.syllable_key), how often it
# was met, and how often in which spelling (tokens.marks) of those that names have; "+": pairs that belong together, and
# how much more often they are met than by chance, in nats.
# Written by benchmarks/places/everyday.py"""


OURS = "ours"


def texts() -> Iterator[tuple[str, str]]:
    """Yield who wrote it and what is counted, of one hand each text once."""
    for text in dict.fromkeys((*ordinary_lines(), *_sentences(), *_wordings(), *_messages())):
        yield OURS, text
    for name in f"{HANDS['others']} {HARDER}".split():
        for text in dict.fromkeys(str(report["text"]) for report in stored(name)):
            yield name, text


def _sentences() -> Iterator[str]:
    for name in ("sentences", "examples", "spoken", "subjects"):
        for line in (SENTENCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from line.rpartition("\t")[2].split(";")


def _wordings() -> Iterator[str]:
    for name in ("relations", "scenes", "harms", "concepts", "cues"):
        for line in (ROOT / "matching" / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from re.split(r"[;|\t]", line.partition("\t")[2])


def _messages() -> Iterator[str]:
    for path in sorted((ROOT / "texts" / "vi").glob("*.ftl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield _PLACEABLE.sub(" , ", line.rpartition(" = ")[2])


def runs(tokens: list[Token]) -> Iterator[list[Word]]:
    """Yield the words of every day that follow each other, without numbers and what a capital shows to be a name."""
    run: list[Word] = []
    for token in tokens:
        if token.gap > HYPHEN:
            yield run
            run = []
        if token.word.key.isdigit() or (token.word.capital and token.gap != STOP):
            yield run
            run = []
        else:
            run.append(token.word)
    yield run


def _is_counted(tokens: list[Token]) -> bool:
    capitals = sum(token.word.capital for token in tokens)
    return capitals <= _MOST_CAPITALS * len(tokens) and any(token.word.has_marks for token in tokens)


def main() -> None:
    """Write the table."""
    units = shipped_units()
    listed = {unit.name for unit in units.communes} | {unit.name for unit in units.former_units}
    listed |= {unit.district for unit in units.former_units}
    names = [[token.word for token in tokenise(name)] for name in sorted(listed)]
    words = {(word.key, word.marks) for name in names for word in name}
    pairs = {(f"{a.key} {b.key}", f"{a.marks} {b.marks}") for name in names for a, b in pairwise(name)}
    met: Counter[tuple[str, str]] = Counter()
    hands: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    total = 0
    for hand, text in texts():
        tokens = tokenise(text)
        for run in runs(tokens) if _is_counted(tokens) else ():
            total += len(run)
            met.update((word.key, word.marks) for word in run)
            for pair in ((f"{a.key} {b.key}", f"{a.marks} {b.marks}") for a, b in pairwise(run)):
                met[pair] += 1
                hands[pair].add(hand)
    for pair in [pair for pair, of in hands.items() if len(of) == 1 and OURS not in of]:
        del met[pair]
    rows = [*_rows(met, words | pairs), *_belonging(met, total, {key for key, _ in words})]
    TABLE.write_text("\n".join([_HEAD, f"*\t{total}", *rows]) + "\n", encoding="utf-8")


def _rows(met: Counter[tuple[str, str]], of_names: set[tuple[str, str]]) -> Iterator[str]:
    keys = {key for key, _ in of_names}
    spelled: defaultdict[str, list[str]] = defaultdict(list)
    often: Counter[str] = Counter()
    for (key, marks), count in sorted(met.items()):
        if key in keys:
            often[key] += count
            if (key, marks) in of_names and (" " not in key or count >= LEAST_OFTEN):
                spelled[key].append(f"{marks}={count}")
    for key, count in sorted(often.items()):
        if " " not in key or count >= LEAST_OFTEN:
            yield f"{key}\t{count}\t{', '.join(spelled[key])}"


def _belonging(met: Counter[tuple[str, str]], total: int, of_names: set[str]) -> Iterator[str]:
    """Yield pairs that are met together far more often than by chance, one word of which stands in names, too."""
    often: Counter[str] = Counter()
    for (key, _), count in met.items():
        often[key] += count
    for key, count in sorted(often.items()):
        one, _, two = key.partition(" ")
        if two and count >= OFTEN and not of_names.isdisjoint((one, two)):
            closeness = math.log(count * total / (often[one] * often[two]))
            if closeness >= CLOSE:
                yield f"+{key}\t{closeness:.1f}"


if __name__ == "__main__":
    main()
