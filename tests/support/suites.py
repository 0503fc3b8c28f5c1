"""
What the quick suite leaves to `make test-slow`: rules of one sentence each, and a loud word about it at the end.

`make test` runs what is not marked `slow`, `crash` or `load`; `make test-slow` runs the rest, and properties on many more
examples (`properties.py`). A rule marks whatever it finds as `slow`, so that nobody has to remember it; together both run
every test (`test_suites.py`).
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]

BOTH_ENGINES = ("actions", "crash", "scheduler", "storage", "support")
"""Rooms whose tests speak SQL themselves or hang on transactions: on PostgreSQL, too, some of them run in both suites."""

SAMPLED = ("actions", "scheduler")
"""Those of them that speak through `storage`: one test a file shows that its statements suit PostgreSQL."""

DOCUMENTS = ("came_back", "opened", "sent", "work", "work_apart", "workshop", "write_docx", "write_pdf", "written")
"""What tests of reports call to make a whole document, half a second each."""

VALUES = 2
"""So many values of a parametrized test on a database run in both suites; which values it has is read in its file."""

HEAVY = ("slow", "crash", "load")


@dataclass(frozen=True, slots=True)
class Rule:
    """Tests that run in `make test-slow`, and why."""

    sentence: str
    applies: Callable[[pytest.Item], bool]


def room_of(item: pytest.Item) -> str:
    """The folder below tests/, '' for files beside it and for what lies elsewhere."""
    return _room(item.path)


@functools.cache
def _room(path: Path) -> str:
    return path.relative_to(TESTS).parts[0] if path.is_relative_to(TESTS) and path.parent != TESTS else ""


def _value(item: pytest.Item, name: str) -> Any:
    spec = getattr(item, "callspec", None)
    return spec.params.get(name) if spec is not None else None


def _calls(function: Any, name: str) -> bool:
    return name in getattr(getattr(function, "__code__", None), "co_names", ())


def _on_the_second_engine(item: pytest.Item) -> bool:
    return _value(item, "engine") == "postgresql" and not item.stash[alone_on_postgresql]


def _above_the_tables(item: pytest.Item) -> bool:
    return _on_the_second_engine(item) and room_of(item) not in BOTH_ENGINES


def _with_all_units(item: pytest.Item) -> bool:
    if not _on_the_second_engine(item):
        return False
    known = getattr(item, "_fixtureinfo", None)
    fixtures = [one.func for of_a_name in known.name2fixturedefs.values() for one in of_a_name] if known else []
    functions = (*fixtures, getattr(item, "function", None))
    return any(_calls(f, "load_units") or _calls(f, "load_shipped") for f in functions)


def _one_more_value(item: pytest.Item) -> bool:
    return _on_the_second_engine(item) and item.stash[nth_value] > 1


def _third_value(item: pytest.Item) -> bool:
    return _value(item, "engine") == "sqlite" and item.stash[nth_value] > VALUES


def _one_more_of_a_file(item: pytest.Item) -> bool:
    return _on_the_second_engine(item) and room_of(item) in SAMPLED and not item.stash[first_of_file]


def _makes_a_document(item: pytest.Item) -> bool:
    return room_of(item) == "reports" and any(_calls(getattr(item, "function", None), name) for name in DOCUMENTS)


def _one_more_document(item: pytest.Item) -> bool:
    return _makes_a_document(item) and not item.stash[first_document]


def _kills(item: pytest.Item) -> bool:
    return _calls(getattr(item, "function", None), "die_in")


def _beside_the_walk(item: pytest.Item) -> bool:
    wide = item.get_closest_marker("browser") is not None or _calls(getattr(item, "function", None), "a_house")
    return wide and item.get_closest_marker("walk") is None


RULES = (
    Rule(
        f"on PostgreSQL in rooms other than {', '.join(BOTH_ENGINES)}; all of these have run on SQLite",
        _above_the_tables,
    ),
    Rule("on PostgreSQL that fill in all units of the country; the same", _with_all_units),
    Rule("on PostgreSQL with the second and further values of a parameter; the same", _one_more_value),
    Rule("on SQLite with the third and further values of a parameter; the first two have run", _third_value),
    Rule(
        f"on PostgreSQL in {' and '.join(SAMPLED)} beside the first of each file; the same",
        _one_more_of_a_file,
    ),
    Rule("that make a whole document, beside the first of each file of tests/reports", _one_more_document),
    Rule("of jobs whose process dies before or after a commit", _kills),
    Rule("of pages in the browser and of the house behind Zalo, beside a main walk (marked `walk`)", _beside_the_walk),
)

alone_on_postgresql = pytest.StashKey[bool]()
nth_value = pytest.StashKey[int]()
first_of_file = pytest.StashKey[bool]()
first_document = pytest.StashKey[bool]()
sentence = pytest.StashKey[str]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the rules find; before pytest looks at -m."""
    on_sqlite = {_apart_from_engine(item) for item in items if _value(item, "engine") == "sqlite"}
    seen: Counter[tuple[str, Any]] = Counter()
    sampled: set[Path] = set()
    documents: set[Path] = set()
    for item in items:
        function = item.nodeid.partition("[")[0], _value(item, "engine")
        seen[function] += 1
        item.stash[nth_value] = seen[function]
        item.stash[first_of_file] = item.path not in sampled
        item.stash[first_document] = item.path not in documents
        item.stash[alone_on_postgresql] = _apart_from_engine(item) not in on_sqlite
        rule = next((rule for rule in RULES if rule.applies(item)), None)
        if rule is not None:
            item.add_marker(pytest.mark.slow)
            item.stash[sentence] = rule.sentence
        elif _on_the_second_engine(item):
            sampled.add(item.path)
        elif _makes_a_document(item):
            documents.add(item.path)


def _apart_from_engine(item: pytest.Item) -> tuple[str, str]:
    """The same for both halves of a test that runs on both databases."""
    return item.nodeid.partition("[")[0], item.name.replace("postgresql", "sqlite")


# --- A word at the end ----------------------------------------------------------------------------------------------

left_out = pytest.StashKey[Counter[str]]()

MARKED = "marked `slow`, `crash` or `load` one by one"
QUICK = "of the quick suite, or not meant by -k"


def why(item: pytest.Item) -> str:
    """What to say about a test that -m or -k left out."""
    if found := item.stash.get(sentence, ""):
        return found
    return MARKED if any(item.get_closest_marker(name) for name in HEAVY) else QUICK


class Selection:
    """Counts what -m and -k leave out: in this process, or in the workers, which all collect the same."""

    def __init__(self, config: pytest.Config) -> None:
        config.stash[left_out] = Counter()
        self._config = config

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self._config.stash[left_out].update(why(item) for item in items)

    def pytest_sessionfinish(self) -> None:
        if hasattr(self._config, "workeroutput"):
            self._config.workeroutput["left_out"] = dict(self._config.stash[left_out])

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        theirs = getattr(node, "workeroutput", {}).get("left_out", {})
        self._config.stash[left_out] |= Counter(theirs)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Selection(config), "selection")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what the run left out, so that a green line is not read as more than it says."""
    if lines := told(terminalreporter.config.stash[left_out]):
        terminalreporter.section("LEFT OUT OF THIS RUN", sep="!", bold=True, yellow=True)
        for line in lines:
            terminalreporter.line(line)


def told(counts: Counter[str]) -> list[str]:
    """The lines about what was left out."""
    if not counts.total():
        return []
    order: Iterable[str] = (*(rule.sentence for rule in RULES), MARKED, QUICK)
    reasons = [f"{counts[reason]:7,} {reason}" for reason in order if counts[reason]]
    where = "" if counts[QUICK] else "; `make test-slow` runs them"
    return [f"{counts.total():,} tests by selection (-m, -k){where}:", *reasons]
