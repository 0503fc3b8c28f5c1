"""The same reports give the same answers to the last bit, whatever order Python walks its sets in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import matching
from matching.duplicates import Memory, Rarity, prepare
from matching.duplicates.look import Look
from matching.duplicates.search import FULL_LOOK, likely
from tests.matching.duplicates_support import LAMP, earlier, report
from tests.matching.duplicates_told import told

PROGRAM = "from tests.matching.duplicates_told import told; print(told(), end='')"


def answers(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    root = Path(matching.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("seed", [2, pytest.param(3, marks=pytest.mark.slow)])
def test_no_order_of_sets_changes_an_answer(seed: int) -> None:
    one = told()  # in the order of this process, which Python draws when it starts

    assert one.count("\n") > 300
    assert answers(seed) == one


def test_one_scene_in_other_words_is_looked_at_before_what_shares_everyday_words() -> None:
    same = prepare(earlier("Đống rác bốc mùi, ruồi nhặng", id="same"))
    others = [
        prepare(earlier(f"Xe tải chạy đêm qua tổ {number}, bao giờ mới hết", id=str(number))) for number in range(40)
    ]
    rarity = Rarity()
    for one in [*others, same]:
        rarity.add(one.keys, one.named)
    new = prepare(report("Bao ni lông hôi thối bao giờ mới dọn hết"))

    assert same in likely(new, [*others, same], rarity)
    assert Look(new, rarity).rate(same) > Look(new, rarity).rate(others[0])


def test_memory_looks_at_one_scene_in_other_words_among_many() -> None:
    memory = Memory()
    memory.add(earlier("Đống rác bốc mùi, ruồi nhặng bu đầy", id="same"))
    for number in range(4 * FULL_LOOK):
        memory.add(earlier(f"{LAMP} Tổ {number}", id=str(number), days=1))

    found = memory.search(report("Bãi rác tự phát hôi thối, ruồi bay vào nhà"), limit=5)

    assert found.candidates[0].id == "same"
