"""What the benchmark of the search at scale leaves behind when asked to, and takes up again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks.duplicates.scale import NOW, Place, filled, main
from matching.duplicates import Report, prepare
from storage.schema import petition

TEXTS = [prepare(Report("", text, "", "", NOW)) for text in ("Đèn ngõ 12 hỏng", "Rác đầu thôn Đông Hạ hôi thối")]


async def count(place: Place) -> int:
    async with filled("sqlite", 40, place, TEXTS) as database, database.begin() as db:
        return (await db.execute(select(func.count()).select_from(petition))).scalar_one()


async def test_a_kept_database_is_taken_up_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = Place(tmp_path, None, keep=True)

    assert [await count(place), await count(place)] == [40, 40]
    told = capsys.readouterr().out
    assert ("filled in" in told, told.count("taken up again")) == (True, 1)


async def test_a_database_that_was_filled_otherwise_is_filled_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Place(tmp_path, None, keep=True)
    await count(place)
    place.mark("sqlite", 40).write_text("of another reading")

    assert await count(place) == 40
    assert "taken up again" not in capsys.readouterr().out


async def test_nothing_is_left_unless_it_is_to_be_kept(tmp_path: Path) -> None:
    await count(Place(tmp_path, None, keep=False))

    assert list(tmp_path.iterdir()) == []


def test_a_database_is_kept_in_a_named_folder_only() -> None:
    with pytest.raises(SystemExit):
        main(["--keep"])
