"""Our two languages for Fluent: what sentences need of Unicode's tables, without loading the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern
from babel.plural import PluralRule
from fluent.runtime import FluentBundle

_PATTERN: Final = parse_pattern("#,##0.###")
_SIGNS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {"decimal": ",", "group": ".", "plusSign": "+", "minusSign": "-"},
    "en": {"decimal": ".", "group": ",", "plusSign": "+", "minusSign": "-"},
}
_PLURALS: Final = {"vi": PluralRule({}), "en": PluralRule({"one": "i = 1 and v = 0"})}
"""Source: Unicode CLDR, decimal formats, number symbols and plural rules of vi and en (read 2026-11)."""


class SmallLocale(Locale):
    """
    A language whose numbers and plurals are known here.

    Babel would read 2 MB of territories and aliases to find it, and 1 MB of words for each language; anything else
    that is asked for is still read from there.
    """

    @property
    def plural_form(self) -> PluralRule:
        return _PLURALS[self.language]

    @property
    def default_numbering_system(self) -> str:
        return "latn"

    @property
    def decimal_formats(self) -> Mapping[str | None, NumberPattern]:  # type: ignore[override]
        return {None: _PATTERN}

    @property
    def number_symbols(self) -> Mapping[str, Mapping[str, str]]:  # type: ignore[override]
        return {"latn": _SIGNS[self.language]}


class SmallBundle(FluentBundle):
    """The sentences of one of our languages."""

    def __init__(self, language: str) -> None:
        self._language = language
        # Isolation marks (U+2068, U+2069) would show as boxes in some chat apps.
        super().__init__([language], use_isolating=False)

    def _get_babel_locale(self) -> Locale:
        return SmallLocale(self._language)
