"""Every table of matching loaded at once, before people wait for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from matching.duplicates import Report, find_similar, prepare
from matching.duplicates.stored import reading_version
from matching.places import Gazetteer, find_commune
from matching.understanding import understand

_REPORTS: Final = (
    "ngay 1 thang 2, den duong so 12 ngo 3 thon hoa binh gan quan minh long bi hong, nguy hiem, kinh mong sua",
    "Xe tai cua Nha may Sao Mai chay qua khu Bai Dai, bui va on",
)
"""Without marks, with names and without, with a date and numbers: between them they ask for every table."""


def rehearse(gazetteer: Gazetteer) -> None:
    """
    Read two invented reports and compare them: every table is loaded by that. Takes a second or two.

    Else the first petition after a start would hold up all chats for a quarter of a second while they are.
    """
    for text in _REPORTS:
        understand(text)
        find_commune(gazetteer, text)
    one, other = (prepare(Report("", text, "", "", datetime(2026, 1, 1, tzinfo=UTC))) for text in _REPORTS)
    find_similar(one, [other, one])
    reading_version()
