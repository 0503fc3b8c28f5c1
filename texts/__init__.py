"""Every sentence a person reads: Fluent files, one folder a language, and `say`, which words a key."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from datetime import date, datetime
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import TextElement

log = logging.getLogger(__name__)

LANGUAGES: Final = ("vi", "en")
"""Languages that are complete. The first is what everything falls back to."""

LOCAL: Final = ZoneInfo("Asia/Ho_Chi_Minh")
"""Vietnam keeps UTC+7 all year."""


@functools.cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks (U+2068, U+2069) would show as boxes in some chat apps.
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(resources.files(__name__).joinpath(language).iterdir(), key=lambda item: item.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


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
    for name in (known(language), LANGUAGES[0]):
        text = _say(name, key, values or {})
        if text is not None:
            return text
    raise KeyError(key)


@functools.lru_cache(4096)
def _constant(language: str, key: str) -> str | None:
    """Return the sentence when it has no placeholder, else None. Most buttons are such; wording one costs 1 µs."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        return None
    pattern = bundle.get_message(key).value
    if pattern is None or not all(
        isinstance(element, TextElement) for element in getattr(pattern, "elements", [pattern])
    ):
        return None
    return str(bundle.format_pattern(pattern, {})[0])


def _say(language: str, key: str, values: Mapping[str, object]) -> str | None:
    constant = _constant(language, key)
    if constant is not None:
        return constant
    bundle = _bundle(language)
    if not bundle.has_message(key):
        return None
    pattern = bundle.get_message(key).value
    if pattern is None:
        return None
    ready = {name: _worded(value) for name, value in values.items()}
    text, errors = bundle.format_pattern(pattern, ready)
    for error in errors:
        log.error("text %s (%s): %s", key, language, error)
    return str(text)


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
    return bool(_bundle(known(language)).has_message(key))


def listed(key: str, language: str = LANGUAGES[0]) -> tuple[str, ...]:
    """Return a sentence that is a list, one item a line: the words that a command listens to."""
    return tuple(line.strip() for line in say(key, language).splitlines() if line.strip())
