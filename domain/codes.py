"""Codes: what is stored and sent about a thing, each with the key of the words that people read for it."""

from __future__ import annotations

import functools
import re
from enum import StrEnum

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Code(StrEnum):
    """A code with words: `Kind.COMPLAINT.text_key` is `kind-khieu-nai`, found in `texts/*/domain.ftl`."""

    @property
    def text_key(self) -> str:
        return text_key(_topic(type(self)), self.value)


def text_key(topic: str, code: str) -> str:
    """Return the Fluent key of a code: lower case, hyphens, the topic first."""
    return f"{topic}-{code.replace('_', '-')}"


@functools.cache
def _topic(kind: type[Code]) -> str:
    return _HUMP.sub("-", kind.__name__).lower()
