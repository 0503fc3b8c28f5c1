"""Numbers and plurals as Unicode's tables have them, without the tables."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from texts import LANGUAGES
from texts.locales import SmallBundle, SmallLocale

NUMBERS = (0, 1, 2, 5, 11, 21, 101, 999, 1000, -1, -1234, 12_345_678, 0.5, 1.0, 1.5, -2345.678, Decimal("1.50"))
COUNTED = """
counted = { $count ->
    [0] none
    [one] one
   *[other] { $count }
 }
written = { NUMBER($count, minimumFractionDigits: 2, useGrouping: "false") }
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["counted", "written"])
def test_numbers_are_said_as_with_the_whole_tables(language, key):
    small, whole = SmallBundle(language), FluentBundle([language], use_isolating=False)
    for bundle in (small, whole):
        bundle.add_resource(FluentResource(COUNTED))

    def said(bundle: FluentBundle) -> list[object]:
        return [bundle.format_pattern(bundle.get_message(key).value, {"count": number}) for number in NUMBERS]

    assert said(small) == said(whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_here_is_read_from_the_tables(language):
    assert SmallLocale(language).currencies["VND"] == Locale(language).currencies["VND"]


def test_a_counted_sentence_loads_no_tables():
    code = (
        "import babel.core, babel.localedata, texts\n"
        "print(*[texts.say('pairs-head', language, {'count': 1234}) for language in texts.LANGUAGES])\n"
        "print(babel.core._global_data is None, not babel.localedata._cache)\n"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    said, loaded = printed.splitlines()

    assert "1.234" in said
    assert "1,234" in said
    assert loaded == "True True"
