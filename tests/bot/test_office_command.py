"""`nghedan office`: where bodies are met, from the command line, on both databases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import office


@pytest.fixture
def run(tables_url: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Type a command over a database with all tables."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", tables_url)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(office.command, arguments)

    return run


def listed(run: Any, *arguments: str) -> list[dict[str, str]]:
    return json.loads(run("list", "--json", *arguments).output)


FRONT = {"unit": "19867", "organisation": "mttq", "address": "12 Trần Phú", "phone": "0234 3822 123", "hours": "7:30"}


def enter(run: Any, *more: str) -> Result:
    return run(
        "set", "--unit", "19867", "--address", "12 Trần Phú", "--phone", "0234 3822 123", "--hours", "7:30", *more
    )


def test_an_office_is_entered_and_listed(run):
    assert enter(run).exit_code == 0

    assert listed(run) == [FRONT]
    assert run("list").output == "19867/mttq: 12 Trần Phú  |  0234 3822 123  |  7:30\n"


def test_what_is_left_out_stays_and_an_empty_text_takes_a_part_away(run):
    enter(run)

    changed = json.loads(run("set", "--unit", "19867", "--phone", "", "--hours", "8:00", "--json").output)

    assert changed == {**FRONT, "phone": "", "hours": "8:00"}
    assert listed(run) == [changed]


def test_offices_of_one_unit_are_listed_alone(run):
    enter(run)
    run("set", "--unit", "46", "--organisation", "phu_nu", "--phone", "113")

    assert [row["unit"] for row in listed(run)] == ["19867", "46"]
    assert [row["organisation"] for row in listed(run, "--unit", "46")] == ["phu_nu"]


def test_a_cleared_office_is_gone_and_cannot_be_cleared_again(run):
    enter(run)

    first, second = run("clear", "--unit", "19867"), run("clear", "--unit", "19867")

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert listed(run) == []
    assert "None is entered" in run("list").output


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("set", "--unit", "99999", "--phone", "113"), 1, "There is no unit 99999"),
        (("clear", "--unit", "99999"), 1, "There is no unit 99999"),
        (("set", "--unit", "19867"), 2, "at least one of"),
        (("set", "--unit", "19867", "--phone", "hỏi bảo vệ"), 1, "needs digits"),
        (("set", "--unit", "19867", "--address", "x" * 301), 1, "address 300"),
        (("set", "--unit", "19867", "--organisation", "dang", "--phone", "113"), 2, "dang"),
    ],
)
def test_what_cannot_be_entered_is_refused_with_the_reason(run, arguments, status, words):
    result = run(*arguments)

    assert (result.exit_code, words in result.output) == (status, True)
    assert listed(run) == []
