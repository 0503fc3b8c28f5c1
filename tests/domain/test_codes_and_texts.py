from __future__ import annotations

import functools
import importlib
import pkgutil
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import domain
import texts
from domain import errors
from domain.codes import Code, text_key
from domain.kinds import Kind, Organisation
from domain.receipt import CodeProblem
from domain.rules import RULES, Deadline
from domain.statuses import DETAILS, Status
from domain.subjects import Subject

NEVER_SHOWN = {Status}
"""Its words are two sets, one for officers and one for residents."""

for module in pkgutil.walk_packages(domain.__path__, "domain."):
    importlib.import_module(module.name)

CODES = sorted(
    (kind for kind in Code.__subclasses__() if kind.__module__.startswith("domain.")),
    key=lambda kind: kind.__name__,
)
REFUSALS = [errors.Refused, *errors.Refused.__subclasses__()]
REFUSALS += [deeper for refusal in REFUSALS[1:] for deeper in refusal.__subclasses__()]


class Variables(Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node):  # the name is the visitor's
        self.names.add(node.id.name)


@functools.cache
def messages(language):
    files = sorted((Path(texts.__file__).parent / language).glob("*.ftl"))
    body = [entry for file in files for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body]
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    found = {}
    for entry in body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def keys_of_codes():
    keys = {code.text_key for kind in CODES if kind not in NEVER_SHOWN for code in kind}
    for status in Status:
        keys |= {
            status.officer_key,
            status.resident_key,
            status.officer_detail_key,
            status.resident_detail_key,
        }
    keys |= {
        text_key(f"{topic}-short", code) for topic, kind in (("kind", Kind), ("subject", Subject)) for code in kind
    }
    keys |= {text_key("organisation-full", code) for code in Organisation}
    return keys | {refusal.text_key for refusal in REFUSALS}


def test_a_code_knows_the_key_of_its_words():
    assert Subject.PARTY_STATE.text_key == "subject-xd-dang-cq"
    assert CodeProblem.LENGTH.text_key == "code-problem-length"


def test_no_two_codes_of_different_kinds_share_a_key():
    keys = [code.text_key for kind in CODES for code in kind]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_code_and_refusal_has_words(language):
    assert keys_of_codes() - messages(language).keys() == set()


def test_both_languages_have_the_same_keys_and_values():
    assert messages("en") == messages("vi")


def test_detailed_statuses_take_the_values_that_the_table_names():
    vietnamese = messages("vi")

    for status, names in DETAILS.items():
        assert vietnamese[status.officer_detail_key] == set(names)
        assert vietnamese[status.resident_detail_key] <= set(names)


def test_a_resident_never_reads_the_code_of_another():
    assert messages("vi")[Status.MERGED.resident_detail_key] == set()


def test_words_for_lists_need_no_values():
    vietnamese = messages("vi")
    plain = {code.text_key for kind in CODES if kind not in {Status, CodeProblem} for code in kind}

    assert {key for key in plain if vietnamese[key]} == set()


@pytest.mark.parametrize(("language", "never"), [("vi", "mặt trận đã giải quyết"), ("en", "resolved by the front")])
def test_no_sentence_says_that_the_front_resolved_anything(language, never):
    found = messages(language)
    said = [texts.say(key, language, dict.fromkeys(names, "1")).lower() for key, names in found.items()]

    assert [sentence for sentence in said if never in sentence] == []


def test_what_is_resolved_was_resolved_by_the_authority():
    assert texts.say(Status.RESOLVED.resident_key) == "Đã được cơ quan có thẩm quyền giải quyết"
    assert texts.say(Status.RESOLVED.resident_key, "en") == "Resolved by the competent authority"


def test_buttons_for_subjects_are_short_enough_for_two_a_row():
    short = [texts.say(text_key("subject-short", subject)) for subject in Subject]

    assert max(map(len, short)) <= 20


def test_every_rule_has_a_source_that_a_person_can_look_up():
    assert {rule.id for rule in RULES if not rule.source} == set()
    assert {rule.id for rule in RULES} == set(Deadline)
