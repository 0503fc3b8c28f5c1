"""What tests run on and in."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.support import memory
from tests.support.waiting import until


async def test_tests_run_on_the_event_loop_of_the_program() -> None:
    uvloop = pytest.importorskip("uvloop")

    assert isinstance(asyncio.get_running_loop(), uvloop.Loop)


async def test_what_is_waited_for_may_be_a_function_or_a_coroutine_function() -> None:
    asked: list[int] = []

    async def third() -> bool:
        asked.append(1)
        return len(asked) > 2

    await until(third, every_seconds=0)
    await until(lambda: len(asked) == 3)

    assert len(asked) == 3


async def test_what_never_comes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.waiting.PATIENCE_SECONDS", 0.01)

    with pytest.raises(AssertionError, match="never_true"):
        await until(lambda: never_true, every_seconds=0)


never_true = False


@pytest.mark.parametrize(("room", "there"), [(0, True), (1 << 60, False)], ids=["room", "no room"])
def test_temporary_folders_lie_in_memory_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, room: int, there: bool
) -> None:
    monkeypatch.setenv("PYTEST_DEBUG_TEMPROOT", "restored at the end, be it there or not")
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT")
    monkeypatch.setattr(memory, "MEMORY", tmp_path)
    monkeypatch.setattr(memory, "ROOM", room)

    memory.pytest_configure()

    assert os.environ.get("PYTEST_DEBUG_TEMPROOT") == (str(tmp_path) if there else None)
