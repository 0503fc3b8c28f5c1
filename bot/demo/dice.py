"""Chance that falls the same way again: every part of the demo throws dice of its own, named by seed and part."""

from __future__ import annotations

import random


def dice(*names: object) -> random.Random:
    """Return a source of chance that gives the same numbers for the same names, in every version of Python."""
    return random.Random("/".join(map(str, names)))  # noqa: S311 - invented data, and it has to repeat itself
