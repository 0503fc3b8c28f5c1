"""Which earlier reports may speak of the same problem: `find_similar`, and `Memory` for a stream of reports."""

from __future__ import annotations

from matching.duplicates.memory import Memory, Scope
from matching.duplicates.prepare import Prepared, prepare
from matching.duplicates.rarity import Rarity
from matching.duplicates.search import find_similar
from matching.duplicates.values import Match, Reason, ReasonCode, Relation, Report, Similar, State

__all__ = [
    "Match", "Memory", "Prepared", "Rarity", "Reason", "ReasonCode", "Relation", "Report", "Scope", "Similar",
    "State", "find_similar", "prepare",
]  # fmt: skip
