"""The marks that a draft carries through Word: by them a file that comes back is known, and its paragraphs."""

from __future__ import annotations

import hashlib
from typing import Final

PARAGRAPH_TAG: Final = "p:"
FIGURE_TAG: Final = "f:"
PARAGRAPH_BOOKMARK: Final = "p_"
TABLE_BOOKMARK: Final = "t_"
REPORT_BOOKMARK: Final = "r_"
VERSION_BOOKMARK: Final = "v_"


NAME_MAX: Final = 40
"""Characters of a bookmark's name. Source: ECMA-376 part 1, 17.13.6.2; Word refuses longer ones (read 2026-11)."""


def bookmark_name(key: str) -> str:
    """Return the bookmark that tells which report a file is: letters, digits and _, another for every key."""
    name = REPORT_BOOKMARK + "".join(char if char.isascii() and char.isalnum() else "_" for char in key)
    if len(name) <= NAME_MAX:
        return name
    tail = hashlib.sha256(key.encode()).hexdigest()[:10]
    return f"{name[: NAME_MAX - 11]}_{tail}"
