"""Writes the tables of words of matching/duplicates: how common words are, how spelt, what names are made of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.duplicates import build, streams
from benchmarks.duplicates.streams import Row
from matching.duplicates import Prepared, Report, prepare
from matching.duplicates.relations import accent_key
from matching.reading import read
from matching.text import fold
from storage.data import shipped_units

PACKAGE = streams.HERE.parents[1] / "matching" / "duplicates"
STREET = 8  # a name of streets counts like so many communes
LEAST_ODDS = -2.0


def ordinary_lines() -> list[str]:
    """Return the hand-written sentences without their places."""
    cards = build.read_cards(build.HERE / "data" / "cards.txt").values()
    lines = (line for card in cards for line in (*card.placed, *card.bare, *card.fixed, *card.again))
    said = [line.replace("{p}", " ") for line in lines]
    return [*said, *build.OPENINGS, *build.ENDINGS, *build.ASIDES]


def write_background(rows: Sequence[Row]) -> None:
    """Count in how many reports each word, pair and meaning occurs that hand-written sentences hold."""
    at = rows[0].prepared.report.at
    allowed = {key for line in ordinary_lines() for key in _held(prepare(Report("", line, "", "", at)))}
    counts = Counter(key for row in rows for key in _held(row.prepared) & allowed)
    kept = sorted((key, count) for key, count in counts.items() if count >= 8)
    head = '# key\treports that hold it ("*": all reports). Written by benchmarks/duplicates/learn.py'
    write(PACKAGE / "background.tsv", [head, f"*\t{len(rows)}", *(f"{key}\t{count}" for key, count in kept)])


def _held(prepared: Prepared) -> frozenset[str]:
    return prepared.words.union(prepared.pairs, prepared.meanings)


def write_syllables() -> None:
    """Count how each folded syllable is spelt in sentences typed with marks."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in ordinary_lines():
        reading = read(line)
        if reading.is_marked:
            counts.update((t.folded, accent_key(t.expanded)) for t in reading.tokens if t.number is None)
    head = "# folded syllable\twith marks (relations.accent_key)\thow often. Written by benchmarks/duplicates/learn.py"
    lines = (f"{a}\t{b}\t{count}" for (a, b), count in sorted(counts.items()))
    write(PACKAGE.parent / "data" / "syllables.tsv", [head, *lines])


def write_names() -> None:
    """Weigh the syllables of names of communes (today's and former ones) and of streets against ordinary sentences."""
    units = shipped_units()
    names = [unit.name for unit in units.units] + [unit.name for unit in units.former_units]
    named = Counter(word for name in names for word in fold(name).split())
    for line in (build.HERE / "data" / "street_names.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            named.update(fold(line.replace("|", " ")).split() * STREET)
    told = Counter(t.folded for line in ordinary_lines() for t in read(line).tokens if t.number is None)
    in_names, in_text = named.total() + 900, told.total() + 1_800
    head = "# folded syllable\tlog odds of standing in a name. Written by benchmarks/duplicates/learn.py"
    odds = {
        word: math.log((count + 0.3) / in_names) - math.log((told[word] + 0.6) / in_text)
        for word, count in named.items()
        if word.isalpha()
    }
    lines = (f"{word}\t{value:.1f}" for word, value in sorted(odds.items()) if value > LEAST_ODDS)
    write(PACKAGE / "name_syllables.tsv", [head, *lines])


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8")
