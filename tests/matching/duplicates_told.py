"""All that comparing says of a stream of reports, to the last bit."""

from __future__ import annotations

from benchmarks.duplicates import streams
from matching.duplicates import Memory, Rarity
from matching.duplicates.evidence import evidence
from matching.duplicates.look import Look
from matching.duplicates.model import shipped_model

REPORTS = 90


def told() -> str:
    """Return what is found for each report among those before it, and how it is compared with the last four."""
    rows = [row.prepared for row in streams.load("alike")][:REPORTS]
    memory, rarity = Memory(), Rarity()
    together, lines = shipped_model().together, []
    for at, one in enumerate(rows):
        lines.append(str([(match.id, match.score) for match in memory.search(one, "all").candidates]))
        before = rows[max(0, at - 4) : at]
        lines += [f"{evidence(one, old, rarity, together)} {Look(one, rarity).rate(old)}" for old in before]
        memory.add(one)
        rarity.add(one.keys, one.named)
    return "\n".join(lines)
