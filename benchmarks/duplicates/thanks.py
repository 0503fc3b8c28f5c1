"""Thanks and what only looks like thanks: data/thanks.tsv, one half learnt from, the other measured.

python -m benchmarks.duplicates.thanks
"""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.duplicates import streams
from benchmarks.duplicates.streams import Share
from matching.outcome import read_cues
from matching.reading import read
from matching.text import strip_marks

LEARNT, MEASURED = 0, 1
"""The halves: the first, third, fifth line of each label; the others."""


def load(half: int) -> list[tuple[str, bool]]:
    """Return the texts of a half, as typed and without marks, each with whether it says that the trouble is over."""
    lines = (streams.HERE / "data" / "thanks.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found: list[tuple[str, bool]] = []
    for label in ("over", "not"):
        for text in [text for name, text in rows if name == label][half::2]:
            found += [(text, label == "over"), (strip_marks(text), label == "over")]
    return found


def shares(texts: Iterable[tuple[str, bool]]) -> tuple[Share, Share]:
    """Return which share of what is over is known to be, and which share of the rest is taken for it."""
    taken: dict[bool, list[bool]] = {True: [], False: []}
    for text, over in texts:
        taken[over].append(read_cues(read(text)).resolved)
    known, mistaken = taken[True], taken[False]
    return Share(sum(known), len(known)), Share(sum(mistaken), len(mistaken))


def main() -> None:
    """Print both shares for both halves."""
    for name, half in (("learnt", LEARNT), ("measured", MEASURED)):
        known, mistaken = shares(load(half))
        print(f"{name} half: the trouble is over, and known to be {known}; is not, and taken for it {mistaken}")


if __name__ == "__main__":
    main()
