"""One program at a time on a SQLite file, wherever each of them keeps its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import _only_one
from bot.settings import Settings


def settings_of(folder: Path, **environment: str) -> Settings:
    folder.mkdir()
    return Settings.load({"NGHEDAN_DATA_FOLDER": str(folder), **environment}, env_file=None)


def test_a_second_program_on_the_same_file_is_refused_also_from_another_data_folder(tmp_path: Path) -> None:
    first = settings_of(tmp_path / "one")
    second = settings_of(tmp_path / "two", DATABASE_URL=first.database_url)

    with _only_one(first), pytest.raises(RuntimeError, match=r"another program runs on .*/one: stop it first"):
        _only_one(second)
    _only_one(second).close()


def test_several_programs_on_postgresql_share_a_data_folder(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "one", DATABASE_URL="postgresql://127.0.0.1/nghedan")

    with _only_one(settings), _only_one(settings):
        pass
