"""`nghedan report` and `nghedan indicator`: what the command line says of reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import cli
from bot.cli.report.common import KINDS
from domain.reporting import ReportKind


@pytest.fixture
def run(installed_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run commands on an installation of their own."""
    monkeypatch.setenv("DATABASE_URL", installed_url)
    monkeypatch.setenv("NGHEDAN_DATA_FOLDER", str(tmp_path))
    runner = CliRunner()
    return lambda *arguments: runner.invoke(cli, [*arguments])


def test_the_command_knows_every_kind_of_report() -> None:
    assert tuple(kind.value for kind in ReportKind) == KINDS


@pytest.mark.slow
def test_an_empty_period_is_built_written_and_stored_once(run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("--kind", "thang", "--unit", "19867", "--from", "2026-10-15", "--to", "2026-11-14", "--out", str(out))

    first = run("report", "build", *arguments, "--store", "--json")
    second = run("report", "build", *arguments, "--store", "--json")

    made = json.loads(first.output)
    figures = json.loads((out / "figures.json").read_text(encoding="utf-8"))
    assert (first.exit_code, made["report"], json.loads(second.output)["report"]) == (0, 1, None)
    assert {path.suffix for path in out.iterdir()} == {".docx", ".pdf", ".xlsx", ".json"}
    assert {figure["key"]: figure["value"] for figure in figures["figures"]}["received"] == 0
    assert "received" in run("report", "explain", "1").output
    assert json.loads(run("report", "list", "--json").output)[0]["state"] == "compiled"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("build", "--kind", "quy", "--unit", "19867", "--from", "2026-10-01", "--out", "x"), "go together"),
        (("build", "--kind", "nhanh", "--unit", "19867", "--out", "x"), "--from and --to"),
        (("build", "--kind", "quy", "--unit", "99999", "--out", "x"), "no unit 99999"),
        (("build", "--kind", "quy", "--unit", "46", "--organisation", "hoi", "--out", "x"), "one of"),
        (("explain", "7"), "no report 7"),
        (("resend", "7"), "no report 7"),
        (("approve", "7", "--by", "1"), "no active officer 1"),
    ],
)
def test_what_cannot_be_done_is_said(run, arguments: tuple[str, ...], says: str) -> None:
    result = run("report", *arguments)

    assert result.exit_code != 0
    assert says in result.output


def test_a_target_and_what_was_reached_are_shown_together(run) -> None:
    run(
        "indicator",
        "set",
        "--unit",
        "19867",
        "--year",
        "2026",
        "--name",
        "Nội dung giám sát",
        "--measure",
        "nội dung",
        "--target",
        "2",
    )
    again = run("indicator", "set", "--unit", "19867", "--year", "2026", "--name", "Nội dung giám sát", "--target", "2")
    run("indicator", "enter", "1", "--value", "1", "--day", "2026-05-01", "--evidence", "Kế hoạch 12")
    run("indicator", "enter", "1", "--value", "2", "--day", "2026-09-01", "--evidence", "Báo cáo 40")

    (line,) = json.loads(run("indicator", "list", "--unit", "19867", "--year", "2026", "--json").output)

    shown = run("indicator", "list", "--unit", "19867", "--year", "2026").output
    assert again.exit_code == 1
    assert "at least 2 nội dung  reached 2 nội dung  met  2026-09-01  Báo cáo 40" in shown
    assert (line["value"], line["met"], line["evidence"]) == (2.0, True, "Báo cáo 40")


def a_target(unit: str = "19867", name: str = "Giám sát", target: str = "2") -> tuple[str, ...]:
    return (
        "indicator",
        "set",
        "--unit",
        unit,
        "--year",
        "2026",
        "--name",
        name,
        "--measure",
        "cuộc",
        "--target",
        target,
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (a_target(unit="99999"), "There is no unit 99999"),
        (a_target(name=" "), "--name is empty."),
        (a_target(target="-1"), "it is 0 or more"),
        (("indicator", "enter", "7", "--value", "1", "--evidence", "KH 12"), "There is no target 7"),
        (("indicator", "remove", "7"), "There is no target 7"),
        (("indicator", "list", "--unit", "99999", "--year", "2026"), "There is no unit 99999"),
    ],
)
def test_a_target_that_cannot_be_is_refused_in_words(run, arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)

    assert result.exit_code != 0
    assert says in result.output


def test_a_target_set_by_mistake_is_removed_and_may_be_set_again(run) -> None:
    run(*a_target(target="200"))
    run("indicator", "remove", "1")
    gone = run("indicator", "list", "--unit", "19867", "--year", "2026", "--json").output

    again = run(*a_target(target="3"))

    assert (json.loads(gone), again.exit_code) == ([], 0)
    (line,) = json.loads(run("indicator", "list", "--unit", "19867", "--year", "2026", "--json").output)
    assert (line["id"], line["target"]) == (1, 3.0)
