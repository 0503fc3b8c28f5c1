"""Every sentence a person reads: Fluent files, one folder a language, and `say`, which words a key."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Mapping
from datetime import date, datetime
from importlib import resources
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from texts.pieces import Choice, Pieces, parsed_pieces, read_pieces

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern

log = logging.getLogger(__name__)

LANGUAGES: Final = ("vi", "en")
"""Languages that are complete. The first is what everything falls back to."""

LOCAL: Final = ZoneInfo("Asia/Ho_Chi_Minh")
"""Vietnam keeps UTC+7 all year."""


_ENTRY: Final = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.ASCII | re.MULTILINE)
"""Where a message or a term begins; what belongs to it is indented. Source: Fluent Syntax 1.0 (read 2026-11)."""

_NAMED: Final = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)", re.ASCII)
"""A message or a term that another one puts into its words."""


class _Sentences:
    """The sentences of a language. One that takes Fluent's grammar is parsed when it is first said: few are."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._sources = _sources(language)
        self._parsed: set[str] = set()

    @functools.cached_property
    def bundle(self) -> FluentBundle:
        """What Fluent has parsed so far."""
        from texts.locales import SmallBundle  # Fluent is 3 MB, with the first sentence that takes it

        return SmallBundle(self._language)

    def __contains__(self, key: str) -> bool:
        return key in self._sources

    def written(self, key: str) -> str | None:
        """Return the source of what is under a key; None when there is nothing."""
        return self._sources.get(key)

    def pattern(self, key: str) -> Pattern:
        """Return what Fluent says under a key that there is."""
        self._parse(key)
        value = self.bundle.get_message(key).value
        assert value is not None, key  # a message of attributes alone says nothing; we have none
        return value

    def _parse(self, key: str, *within: str) -> None:
        if key in self._parsed or key not in self._sources:
            return
        from fluent.runtime import FluentResource

        # What it names goes first, and it counts as parsed last: another thread may say it meanwhile.
        source = self._sources[key]
        for name in _NAMED.findall(source):
            if name not in within:
                self._parse(name, *within, key)
        self.bundle.add_resource(FluentResource(source))
        self._parsed.add(key)


def _sources(language: str) -> dict[str, str]:
    """Return messages and terms as they are written, by identifier."""
    found: dict[str, str] = {}
    for file in sorted(resources.files(__name__).joinpath(language).iterdir(), key=lambda item: item.name):
        if file.name.endswith(".ftl"):
            text = file.read_text(encoding="utf-8")
            heads = list(_ENTRY.finditer(text))
            ends = [head.start() for head in heads[1:]] + [len(text)]
            for head, end in zip(heads, ends, strict=True):
                found.setdefault(head[1], text[head.start() : end])
    return found


@functools.cache
def _sentences(language: str) -> _Sentences:
    return _Sentences(language)


def known(language: str) -> str:
    """Return the language when its texts are complete, else the first of `LANGUAGES`."""
    return language if language in LANGUAGES else LANGUAGES[0]


def day_words(value: date) -> str:
    """Return a day as officers write it: 05/12/2026."""
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def moment_words(value: datetime) -> str:
    """Return an aware moment in local time: 14:30 05/12/2026."""
    local = value.astimezone(LOCAL)
    return f"{local.hour:02d}:{local.minute:02d} {day_words(local.date())}"


def say(key: str, language: str = LANGUAGES[0], values: Mapping[str, object] | None = None) -> str:
    """
    Return the sentence `key` in `language` with its values (text, numbers, days, aware moments).

    Raises:
        KeyError: no language has the key. Tests make sure that this does not happen.
    """
    if not values:
        return _constant(language, key)
    for name in (known(language), LANGUAGES[0]):
        text = _say(name, key, values)
        if text is not None:
            return text
    raise KeyError(key)


@functools.lru_cache(4096)
def _constant(language: str, key: str) -> str:
    """Return a sentence without values; raises KeyError when no language has it."""
    for name in (known(language), LANGUAGES[0]):
        text = _say(name, key, {})
        if text is not None:
            return text
    raise KeyError(key)


@functools.lru_cache(4096)
def _template(language: str, key: str) -> Pieces | None:
    """
    Return the pieces of a sentence that puts values between words, or chooses words by one; None for more grammar.

    Most sentences and nearly all buttons are such: joining them costs 1 µs, the library's resolver 20.
    """
    sentences = _sentences(language)
    written = sentences.written(key)
    if written is None:
        return None
    pieces = read_pieces(written)
    return pieces if pieces is not None else parsed_pieces(sentences.pattern(key))


def _say(language: str, key: str, values: Mapping[str, object]) -> str | None:
    ready = {name: value if type(value) is str else _worded(value) for name, value in values.items()}
    pieces = _template(language, key)
    if pieces is not None and (filled := _filled(pieces, ready)) is not None:
        return filled
    sentences = _sentences(language)
    if key not in sentences:
        return None
    text, errors = sentences.bundle.format_pattern(sentences.pattern(key), ready)
    for error in errors:
        log.error("text %s (%s): %s", key, language, error)
    return str(text)


def _filled(pieces: Pieces, values: Mapping[str, object]) -> str | None:
    """Return the pieces in one, None where a value is Fluent's business."""
    filled: list[str] = []
    for piece in pieces:
        text = piece if type(piece) is str else _put(piece, values)
        if text is None:
            return None
        filled.append(text)
    return "".join(filled)


def _put(piece: str | Choice, values: Mapping[str, object]) -> str | None:
    """Return what stands where a piece names a value or chooses by one; None as `_filled`."""
    if isinstance(piece, Choice):
        value = values.get(piece.name)
        return _filled(piece.variants.get(value, piece.others), values) if type(value) is piece.type else None
    return _plain(values.get(piece))


def _plain(value: object) -> str | None:
    """Return a value as it stands in every sentence; None for what is Fluent's business: it groups the digits."""
    if isinstance(value, str):
        return value
    return str(value) if type(value) is int and 0 <= value < _GROUPED else None


_GROUPED: Final = 1_000
"""Numbers below have no digits to group."""


def _worded(value: object) -> object:
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def has(key: str, language: str = LANGUAGES[0]) -> bool:
    """Tell whether the language has this sentence."""
    return key in _sentences(known(language))


def listed(key: str, language: str = LANGUAGES[0]) -> tuple[str, ...]:
    """Return a sentence that is a list, one item a line: the words that a command listens to."""
    return tuple(line.strip() for line in say(key, language).splitlines() if line.strip())
