"""How a reader is spoken to: officers read the officers' wording of a sentence where there is one."""

from __future__ import annotations

import functools

from msgspec.structs import replace

from conversation.messages import Reply, Words
from texts import has


def to_officer(reply: Reply) -> Reply:
    """Return a message as it is said to an officer: `<key>-to-officer` in the place of `<key>`."""
    return replace(reply, paragraphs=tuple(map(_addressed, reply.paragraphs)))


def _addressed(sentence: Words) -> Words:
    key = _key(sentence.key)
    return sentence if key == sentence.key else Words(key, sentence.values)


@functools.cache
def _key(key: str) -> str:
    return f"{key}-to-officer" if has(f"{key}-to-officer") else key
