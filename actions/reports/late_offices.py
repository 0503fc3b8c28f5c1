"""Who owes answers past their time, each office by its own name: 'Phòng Kinh tế xã Quảng Điền', not all of a kind."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Final

from actions.reports.counting import is_described
from actions.reports.matter import LISTED_MAX, Matter
from actions.reports.wording import listed, sentence, shown

FIGURE: Final = "ref_overdue.office"
UNNAMED: Final = "ref_overdue_unnamed"
MORE: Final = "late_offices_more"


def late_offices(m: Matter) -> list[tuple[str, str]]:
    """
    Return offices with the key of the figure that says how many answers each owes past their time, most first.

    What may not be described is in none of them: an office and its number could tell which case it is.
    """
    owed: dict[str, list[str]] = defaultdict(list)
    for fact in m.counting.flow:
        if fact.waits and fact.due_at <= m.counting.facts.reach.ends and is_described(fact):
            owed[m.names.authority(fact.authority or fact.authority_name, fact.commune)].append(fact.case_code)
    found = []
    for name, codes in sorted(owed.items(), key=lambda one: (-len(one[1]), one[0])):
        # Word takes tags of 64 characters at most, and officers name offices as they are called.
        key = f"{FIGURE}.{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        m.figures.put(key, codes, called=name)
        found.append((name, key))
    return found


def overdue_list(m: Matter) -> str:
    """Return these offices as a list inside a sentence: the first of them, how many more, what is not described."""
    offices = late_offices(m)
    entries = [
        sentence("report-overdue-entry", name=name, count=shown(m.figures, key)) for name, key in offices[:LISTED_MAX]
    ]
    if len(offices) > LISTED_MAX:
        others = [code for _, key in offices[LISTED_MAX:] for code in m.figures[key].cases]
        m.figures.put(MORE, others, len(offices) - LISTED_MAX)
        entries.append(sentence("report-overdue-more", count=shown(m.figures, MORE)))
    unnamed = m.figures.count("ref_overdue") - sum(m.figures.count(key) for _, key in offices)
    if unnamed > 0:
        m.figures.put(UNNAMED, (), unnamed)
        entries.append(sentence("report-overdue-unnamed", count=shown(m.figures, UNNAMED)))
    return listed(entries)
