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
    Return the offices that owe most answers past their time, with the key of the figure that says how many.

    What may not be described is in none of them: an office and its number could tell which case it is. It is a figure
    of its own, as is how many offices more there are.
    """
    if not m.late:
        m.late.extend(_counted(m))
    return m.late


def _counted(m: Matter) -> list[tuple[str, str]]:
    owed: dict[tuple[str, str], list[str]] = defaultdict(list)
    unnamed = 0
    for fact in m.counting.flow:
        if fact.waits and fact.due_at <= m.counting.facts.reach.ends:
            if is_described(fact):
                owed[fact.authority or fact.authority_name, fact.commune].append(fact.case_code)
            else:
                unnamed += 1
    by_name: dict[str, list[str]] = defaultdict(list)
    for (office, commune), codes in owed.items():
        by_name[m.names.authority(office, commune)] += codes
    offices = sorted(by_name.items(), key=lambda one: (-len(one[1]), one[0]))
    found = []
    for name, codes in offices[:LISTED_MAX]:
        # Word takes tags of 64 characters at most, and officers name offices as they are called.
        key = f"{FIGURE}.{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        m.figures.put(key, codes, called=name)
        found.append((name, key))
    if others := offices[LISTED_MAX:]:
        m.figures.put(MORE, [code for _, codes in others for code in codes], len(others))
    if unnamed:
        m.figures.put(UNNAMED, (), unnamed)
    return found


def overdue_list(m: Matter) -> str:
    """Return these offices as a list inside a sentence: the first of them, how many more, what is not described."""
    entries = [
        sentence("report-overdue-entry", name=name, count=shown(m.figures, key)) for name, key in late_offices(m)
    ]
    for key, words in ((MORE, "report-overdue-more"), (UNNAMED, "report-overdue-unnamed")):
        if m.figures.count(key):
            entries.append(sentence(words, count=shown(m.figures, key)))
    return listed(entries)
