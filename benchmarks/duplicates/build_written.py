"""Builds petitions_*.jsonl from the .txt files of data/ that `NAMES` lists, same bytes each time.

    python -m benchmarks.duplicates.build_written

The last (`streams.NEVER_READ`) are never learnt from. The sentences stay as they were written, but for a share that
is typed badly by chance: slips, no marks, telex keys, decomposed letters, capitals. The format is that of the
development data.
"""

from __future__ import annotations

import json
import random
from datetime import timedelta

from benchmarks.duplicates import streams
from benchmarks.duplicates.build import HERE, SLANG, START, gap, mangle, plain, swap, typo

NAMES = (
    "written", "more", "neighbours", "alike", "further", "retold", "checked", "held_out", "fresh", "later", "unread",
    "spoken", "blind", "everyday", "rural", "aside", "utilities", "papers", "short", "plainly",
    "southward", "townsfolk", "countryfolk", "workfolk", "oldfolk", "youngfolk",
    "hillfolk", "seafolk", "blockfolk", "tradefolk", "quietfolk", "deltafolk",
    "northfolk", "midfolk", "southfolk", "otherfolk", "homefolk", "roadfolk", "twinfolk", "ways",
    *streams.NEVER_READ,
)  # fmt: skip
SEED = 7


def typed(text: str, dice: random.Random) -> tuple[str, list[str]]:
    """Return the sentence as it reaches us, and what was done to it."""
    made: list[str] = []
    if dice.random() < 0.1:
        text = swap(text, {word: dice.choice(ways) for word, ways in SLANG.items()}, dice, 0.6)
        made.append("teencode")
    if not text.isascii() and dice.random() < 0.12:
        text = plain(text)
        made.append("strip")
    if dice.random() < 0.12:
        text = typo(text, dice)
        made.append("typo")
    return mangle(text, made, dice), made


def build(name: str) -> list[dict[str, object]]:
    """Return all reports in time order."""
    dice = random.Random(SEED)
    rows: list[dict[str, object]] = []
    commune = province = ""
    issue: dict[str, object] = {}
    day = 0.0
    for line in (HERE / "data" / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("@"):
            _, commune, province = line.split()
        elif line.startswith("["):
            issue_id, start, category, *relation = line[1:].replace("]", "").split()
            kind, _, related = relation[0].partition(">") if relation else ("", "", "")
            day = float(start) + dice.random()
            issue = {
                "issue_id": issue_id, "commune_code": commune, "province_code": province, "category": category,
                "relation": kind or None, "related_issue": related or None,
            }  # fmt: skip
        elif line[:2] in {"- ", "~ "}:
            text, made = typed(line[2:], dice)
            at = (START + timedelta(days=day)).isoformat(timespec="seconds")
            rows.append({"text": text, "created_at": at, **issue, "mechanical": made, "no_place": line[0] == "~"})
            day += gap(dice)
    rows.sort(key=lambda row: (str(row["created_at"]), str(row["issue_id"])))
    return [{"id": f"{name[0].upper()}{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def main() -> None:
    """Write the data beside their source."""
    for name in NAMES:
        rows = build(name)
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        streams.path_of(name).write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{name}: {len(rows)} reports, {len({row['issue_id'] for row in rows})} issues")


if __name__ == "__main__":
    main()
