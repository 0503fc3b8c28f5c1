"""Likeness of petitions is judged in one place: whoever needs it asks `storage.similar` or `matching.duplicates`."""

from __future__ import annotations

from pathlib import Path

from tests.support.sources import ROOT, source

ROOMS = ("actions", "bot", "channels", "conversation", "domain", "handlers", "reports", "scheduler", "storage")
OTHER_MATTERS = {
    "conversation/recognise.py",  # which button a typed label means
    "handlers/edits.py",  # whether an edited message mends the draft or adds to it
    "handlers/opening.py",
}


def importers(*modules: str) -> set[str]:
    """Return the files of the rooms above `matching` that import one of these modules."""
    return {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if mentions(path, *modules)  # most do not: reading them all takes a second
        and any(name == module or name.startswith(module + ".") for name in source(path).imports for module in modules)
    }


def mentions(path: Path, *modules: str) -> bool:
    """Whether the packages of some of these modules stand anywhere in a file."""
    text = path.read_text(encoding="utf-8")
    return any((module.rpartition(".")[0] or module) in text for module in modules)


def test_texts_are_compared_by_rapidfuzz_in_matching_only() -> None:
    assert importers("rapidfuzz") - OTHER_MATTERS == set()


def test_stored_petitions_are_ranked_by_one_module_only() -> None:
    assert importers("matching.duplicates.search", "matching.duplicates.find_similar") == {"storage/similar.py"}


def test_streams_alone_keep_petitions_in_memory() -> None:
    assert importers("matching.duplicates.memory", "matching.duplicates.Memory") == {"bot/cli/match.py"}


def test_the_chat_the_officers_and_the_night_ask_the_same_module() -> None:
    assert importers("storage.similar") >= {
        "handlers/repeats.py",
        "actions/cases/likeness.py",
        "scheduler/pairing.py",
        "bot/cli/match.py",
    }
