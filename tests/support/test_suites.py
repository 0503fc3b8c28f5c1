"""Every test runs in one of the two suites, and what a rule says is what it finds."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from _pytest.mark.expression import Expression

from tests.support import suites
from tests.support.suites import HEAVY, MARKED, QUICK, RULES, TESTS, told

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")


def selected(suite: str, marks: set[str]) -> bool:
    """Whether a suite of the Makefile runs a test with these marks."""
    (expression,) = re.findall(rf"^{suite} *:= (.*)$", MAKEFILE, re.MULTILINE)
    return Expression.compile(expression).evaluate(lambda name, **_: name in marks)


@pytest.mark.parametrize("count", range(len(HEAVY) + 1))
def test_whatever_its_marks_a_test_runs_in_exactly_one_suite(count: int) -> None:
    for marks in itertools.combinations([*HEAVY], count):
        runs = [selected("QUICK", {*marks, "browser"}), selected("SLOW", {*marks, "browser"})]

        assert runs == [count == 0, count > 0]


def test_a_property_runs_in_both_with_few_examples_and_with_many() -> None:
    assert [selected(suite, {"hypothesis"}) for suite in ("QUICK", "SLOW")] == [True, True]


def test_what_measures_runs_in_neither() -> None:
    assert [selected(suite, {"benchmark", *marks}) for suite in ("QUICK", "SLOW") for marks in ((), HEAVY)] == [
        False
    ] * 4


# --- What the rules find --------------------------------------------------------------------------------------------


def an_item(path: str, name: str, *marks: str, function=None, **params: str):
    """A test as pytest has collected it, as far as the rules look at it."""
    item = SimpleNamespace(
        path=TESTS / path,
        name=name,
        nodeid=f"tests/{path}::{name}",
        function=function or (lambda: None),
        callspec=SimpleNamespace(params=params),
        stash=pytest.Stash(),
        added=[],
    )
    item.get_closest_marker = lambda mark: mark if mark in (*marks, *item.added) else None
    item.add_marker = lambda mark: item.added.append(mark.name)
    return item


def both(path: str, name: str):
    return [an_item(path, f"{name}[{engine}]", engine=engine) for engine in ("sqlite", "postgresql")]


def left_to_the_slow(*items) -> list[str]:
    """Names of those that the rules mark."""
    suites.pytest_collection_modifyitems([*items])
    return [item.name for item in items if "slow" in item.added]


def test_above_the_tables_the_postgresql_half_waits() -> None:
    above, below = both("handlers/test_x.py", "test_a"), both("storage/test_x.py", "test_b")

    assert left_to_the_slow(*above, *below) == ["test_a[postgresql]"]


def test_what_runs_on_postgresql_alone_does_not_wait() -> None:
    alone = an_item("bot/test_x.py", "test_two_processes[postgresql]", engine="postgresql")

    assert left_to_the_slow(alone) == []


def test_the_halves_are_found_among_other_values_of_a_test() -> None:
    items = [
        an_item("bot/test_x.py", f"test_a[{engine}-{channel}]", engine=engine, channel=channel)
        for engine in ("sqlite", "postgresql")
        for channel in ("zalo_oa", "zalo_bot")
    ]

    assert left_to_the_slow(*items) == ["test_a[postgresql-zalo_oa]", "test_a[postgresql-zalo_bot]"]


def test_of_the_values_of_a_test_the_first_alone_runs_on_both() -> None:
    items = [
        an_item("actions/test_x.py", f"test_a[{engine}-{number}]", engine=engine, number=number)
        for number in range(2)
        for engine in ("sqlite", "postgresql")
    ]

    assert left_to_the_slow(*items) == ["test_a[postgresql-1]"]


def test_of_many_values_of_a_test_on_a_database_two_do_not_wait() -> None:
    items = [an_item("bot/test_x.py", f"test_a[sqlite-{n}]", engine="sqlite", number=n) for n in range(4)]
    pure = [an_item("bot/test_x.py", f"test_b[{n}]", number=n) for n in range(4)]

    assert left_to_the_slow(*items, *pure) == ["test_a[sqlite-2]", "test_a[sqlite-3]"]


def test_in_rooms_that_speak_through_storage_one_test_a_file_runs_on_both() -> None:
    items = [
        *both("actions/test_x.py", "test_a"),
        *both("actions/test_x.py", "test_b"),
        *both("actions/test_y.py", "test_c"),
    ]
    below = [*both("storage/test_x.py", "test_d"), *both("storage/test_x.py", "test_e")]

    assert left_to_the_slow(*items, *below) == ["test_b[postgresql]"]


def test_a_test_that_waits_for_another_reason_is_not_the_one_of_its_file() -> None:
    async def world() -> None:
        await load_units()  # noqa: F821 - only its name is looked at

    heavy, plain = both("actions/test_x.py", "test_a"), both("actions/test_x.py", "test_b")
    for item in heavy:
        item._fixtureinfo = SimpleNamespace(name2fixturedefs={"world": [SimpleNamespace(func=world)]})

    assert left_to_the_slow(*heavy, *plain) == ["test_a[postgresql]"]


def test_what_fills_in_all_units_waits_on_postgresql() -> None:
    async def world() -> None:
        await load_units()  # noqa: F821 - only its name is looked at

    plain, heavy = both("actions/test_x.py", "test_a"), both("actions/test_x.py", "test_b")
    for item in heavy:
        item._fixtureinfo = SimpleNamespace(name2fixturedefs={"world": [SimpleNamespace(func=world)]})

    assert left_to_the_slow(*plain, *heavy) == ["test_b[postgresql]"]


def test_of_the_tests_that_make_a_document_the_first_of_a_file_does_not_wait() -> None:
    def makes() -> None:
        write_docx()  # noqa: F821 - only its name is looked at

    items = [an_item("reports/test_x.py", name, function=makes) for name in ("test_a", "test_b")]
    others = [an_item("reports/test_x.py", "test_c"), an_item("bot/test_x.py", "test_d", function=makes)]

    assert left_to_the_slow(*items, *others) == ["test_b"]


def test_a_browser_test_waits_unless_it_is_the_walk_of_its_page() -> None:
    walk = an_item("browser/test_x.py", "test_walk", "browser", "walk")
    other = an_item("browser/test_x.py", "test_other", "browser")

    assert left_to_the_slow(walk, other) == ["test_other"]


def test_a_test_of_the_whole_house_waits_unless_it_is_its_walk() -> None:
    async def opens() -> None:
        a_house()  # noqa: F821 - only its name is looked at

    walk = an_item("bot/test_x.py", "test_walk", "walk", function=opens)

    assert left_to_the_slow(walk, an_item("bot/test_x.py", "test_other", function=opens)) == ["test_other"]


def test_a_test_that_lets_a_job_die_waits() -> None:
    async def kills() -> None:
        await die_in()  # noqa: F821 - only its name is looked at

    assert left_to_the_slow(an_item("scheduler/test_x.py", "test_kill", function=kills)) == ["test_kill"]


def test_the_end_of_a_run_names_every_reason_with_its_number() -> None:
    first, *_ = (rule.sentence for rule in RULES)

    assert told(Counter()) == []
    assert told(Counter({first: 1_200, MARKED: 3})) == [
        "1,203 tests by selection (-m, -k); `make test-slow` runs them:",
        f"  1,200 {first}",
        f"      3 {MARKED}",
    ]
    assert told(Counter({QUICK: 5})) == ["5 tests by selection (-m, -k):", f"      5 {QUICK}"]
