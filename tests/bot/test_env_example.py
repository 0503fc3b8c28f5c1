from __future__ import annotations

from pathlib import Path

from bot.env_example import env_example
from bot.environment import declared_settings, read_env_file
from bot.settings import GROUPS, SETTING_NAMES, Settings

FILE = Path(__file__).parents[2] / ".env.example"


def uncommented(tmp_path: Path) -> Path:
    """The file as somebody has it who takes away the # before every setting."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    copy = tmp_path / ".env"
    copy.write_text(
        "\n".join(line.removeprefix("#") if line[1:2].isalpha() else line for line in lines), encoding="utf-8"
    )
    return copy


def test_the_example_names_every_setting_and_no_other(tmp_path):
    found: list[str] = []

    assert tuple(read_env_file(uncommented(tmp_path), found)) == SETTING_NAMES
    assert found == []


def test_the_example_gives_the_defaults(tmp_path):
    assert Settings.load({}, env_file=uncommented(tmp_path)) == Settings()


def test_the_example_is_what_the_settings_say_of_themselves():
    assert FILE.read_text(encoding="utf-8") == env_example(), "run: python -m bot.env_example > .env.example"


def test_every_setting_says_what_it_does():
    for group in GROUPS:
        for declared in declared_settings(group):
            assert declared.metadata["about"].endswith("."), declared.name
            assert all(len(line) <= 108 for line in declared.metadata["about"].splitlines()), declared.name
