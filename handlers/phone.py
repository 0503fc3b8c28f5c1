"""A phone number as people type it."""

from __future__ import annotations

import re


def parse_phone(text: str) -> str:
    """Return a Vietnamese phone number in digits, leading 0; raises ValueError with a text key."""
    digits = "".join(c for c in text if c.isdigit())
    if digits.startswith("84"):
        digits = "0" + digits[2:]
    if not (digits.startswith("0") and 10 <= len(digits) <= 11):
        raise ValueError("phone-not-understood")
    return digits


def is_phone(text: str) -> bool:
    """Tell whether a message is a phone number and nothing else."""
    try:
        return not any(c.isalpha() for c in text) and bool(parse_phone(text))
    except ValueError:
        return False


_NUMBER = re.compile(r"(?:\+?84|0)[\d .\-]{7,14}\d")
_SHORT_CHARS = 60


def phone_in(text: str) -> str:
    """Return the phone number that a short message gives, whatever stands around it; '' without one."""
    found = _NUMBER.search(text) if len(text) <= _SHORT_CHARS else None
    return parse_phone(found[0]) if found and is_phone(found[0]) else ""
