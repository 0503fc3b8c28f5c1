"""Every sentence exists in every language with the same placeholders, and every sentence that the code says exists."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

import texts
from texts import LANGUAGES, has, say

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "channels", "scheduler", "handlers", "actions", "storage", "conversation", "domain")
FILES = sorted({file.name for file in (ROOT / "texts" / "vi").glob("*.ftl")})


class Variables(Visitor):
    """Collects the placeholders of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


@functools.cache
def entries(language: str, file: str) -> dict[str, set[str]]:
    source = (ROOT / "texts" / language / file).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, Junk), f"{language}/{file}: {entry.content[:80]}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{language}/{file}: {entry.id.name} is there twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_has_the_same_placeholders_in_every_language(file: str) -> None:
    first, *others = (entries(language, file) for language in LANGUAGES)

    for other in others:
        assert other == first


def test_no_sentence_is_in_two_files() -> None:
    keys = [key for file in FILES for key in entries("vi", file)]

    assert len(keys) == len(set(keys))


def said() -> Iterator[tuple[str, str]]:
    """Yield (place, key) of every literal first argument of words(...) and Words(...) in the code."""
    for room in ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"words", "Words"} and node.args:
                    argument = node.args[0]
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield f"{file.relative_to(ROOT)}:{node.lineno}", argument.value


def test_every_sentence_that_the_code_says_exists() -> None:
    missing = [f"{place} {key}" for place, key in said() if not has(key)]

    assert missing == []


def test_nothing_said_claims_that_the_front_resolves() -> None:
    claims = re.compile(r"(mặt trận|chúng tôi)[^.]{0,20} đã giải quyết", re.IGNORECASE)
    for file in (ROOT / "texts" / "vi").glob("*.ftl"):
        assert not claims.search(file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_joined_sentence_is_word_for_word_what_fluent_makes_of_it(language: str) -> None:
    bundle = _whole(language)
    written = texts._sources(language)

    different = []
    for key in bundle._messages:
        values = {name: f"«{name}»" for name in _names(written[key])}
        whole, errors = bundle.format_pattern(bundle.get_message(key).value, values)
        if errors or say(key, language, values) != whole:
            different.append(key)

    assert different == []


def _whole(language: str) -> FluentBundle:
    """All files parsed by the library itself, at once."""
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((Path(texts.__file__).parent / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _names(source: str) -> set[str]:
    """The placeholders in it."""
    return set(re.findall(r"\$([\w-]+)", source))


def _placeholders(language: str) -> set[str]:
    folder = Path(texts.__file__).parent / language
    return _names("".join(file.read_text(encoding="utf-8") for file in folder.glob("*.ftl")))


@pytest.mark.parametrize(("suffix", "voice"), [("-to-officer", "officer"), ("-to-child", "em")])
def test_a_wording_of_its_own_for_a_voice_says_more_than_another_form_of_address(suffix: str, voice: str) -> None:
    keys = [key for file in FILES for key in entries("vi", file) if key.endswith(suffix)]
    values = dict.fromkeys(_placeholders("vi"), "–")
    usual, own = say("voice-usual"), say(f"voice-{voice}")

    assert [key for key in keys if not has(key.removesuffix(suffix))] == []
    assert [
        key
        for key in keys
        if say(key.removesuffix(suffix), values=values).casefold().replace(usual, own)
        == say(key, values=values).casefold().replace(usual, own)
    ] == []


class Quoted(Visitor):
    """Collects the straight quotation marks among what a message says."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:
        self.found += [node.value] if '"' in node.value else []


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_quoted_with_one_kind_of_marks(language: str, file: str) -> None:
    quoted = Quoted()
    quoted.visit(FluentParser().parse((ROOT / "texts" / language / file).read_text(encoding="utf-8")))

    assert quoted.found == []
