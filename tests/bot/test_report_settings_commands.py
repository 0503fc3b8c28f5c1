"""`nghedan report calendar | body | template | recompile | correct`: what is set, refused, shown."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from bot.cli import cli
from bot.cli.report.common import FORMS, LAYOUTS, RHYTHMS, SECTIONS
from domain.report_heads import SIGNING_FORMS
from domain.reporting import PartOfReport, Rhythm
from reports.value import Layout, SigningForm


@pytest.fixture
def run(installed_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run commands on an installation of their own."""
    monkeypatch.setenv("DATABASE_URL", installed_url)
    monkeypatch.setenv("NGHEDAN_DATA_FOLDER", str(tmp_path))
    runner = CliRunner()
    return lambda *arguments: runner.invoke(cli, ["report", *arguments])


def line(result, kind: str) -> dict:
    return next(entry for entry in json.loads(result.output) if entry["kind"] == kind)


def test_the_options_are_the_codes_of_the_domain() -> None:
    assert tuple(rhythm.value for rhythm in Rhythm) == RHYTHMS
    assert tuple(part.value for part in PartOfReport) == SECTIONS
    assert tuple(form.value for form in SigningForm) == FORMS == SIGNING_FORMS
    assert tuple(layout.value for layout in Layout) == LAYOUTS


# --- The calendar -----------------------------------------------------------------------------------------------------


def test_a_line_is_set_for_a_unit_and_leaves_the_others_as_usual(run) -> None:
    done = run(
        "calendar", "set", "thang", "--unit", "19867", "--month-day", "1", "--due-days", "3", "--remind", "1,2",
        "--committee", "Thường trực Đảng ủy xã Quảng Điền", "--sections", "kien_nghi_de_xuat,danh_gia_chung", "--json",
    )  # fmt: skip
    mine, others = run("calendar", "list", "--unit", "19867", "--json"), run("calendar", "list", "--json")

    assert done.exit_code == 0
    found = line(mine, "thang")
    assert (found["set"], found["month_day"], found["due_days"], found["remind"]) == ("here", 1, 3, [2, 1])
    assert found["committee"] == "Thường trực Đảng ủy xã Quảng Điền"
    assert found["sections"] == ["danh_gia_chung", "kien_nghi_de_xuat"]
    assert (line(others, "thang")["set"], line(others, "thang")["month_day"]) == ("usual", 15)


def test_the_year_is_closed_on_a_day_of_the_year(run) -> None:
    found = json.loads(run("calendar", "set", "nam", "--cut-off", "11-15", "--due-days", "-20", "--json").output)

    assert (found["closes_early"], found["next"]["last"][5:]) == (46, "11-15")
    assert line(run("calendar", "list", "--unit", "19867", "--json"), "nam")["set"] == "for all"


def test_a_line_goes_off_and_back_to_usual(run) -> None:
    run("calendar", "set", "tuan", "--unit", "19867")
    on = line(run("calendar", "list", "--unit", "19867", "--json"), "tuan")
    run("calendar", "off", "tuan", "--unit", "19867")
    off = line(run("calendar", "list", "--unit", "19867", "--json"), "tuan")
    back = run("calendar", "reset", "tuan", "--unit", "19867")
    usual = line(run("calendar", "list", "--unit", "19867", "--json"), "tuan")
    nothing = run("calendar", "reset", "tuan", "--unit", "19867")

    assert (on["active"], off["active"], off["set"], off["next"]) == (True, False, "here", None)
    assert (back.exit_code, usual["set"]) == (0, "usual")
    assert nothing.exit_code == 1
    assert "no calendar of its own" in nothing.output


def test_a_dry_run_says_what_a_line_would_mean_and_keeps_nothing(run) -> None:
    would = run("calendar", "set", "tuan", "--unit", "19867", "--dry-run")

    assert "would be" in would.output
    assert "compiled" in would.output
    assert line(run("calendar", "list", "--unit", "19867", "--json"), "tuan")["set"] == "usual"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("thang", "--rhythm", "hang_quy"), "does not come so often"),
        (("nhanh", "--rhythm", "hang_thang"), "does not come so often"),
        (("thang", "--closes-early", "30"), "before the period begins"),
        (("thang", "--due-days", "-1"), "after its figures are closed"),
        (("thang", "--due-days", "400"), "between -75 and 90"),
        (("thang", "--remind", "1,2,3,4,5,6"), "At most 5"),
        (("thang", "--remind", "x"), "numbers with commas"),
        (("thang", "--sections", "x"), "No such section: x"),
        (("thang", "--cut-off", "11-30"), "once a year"),
        (("nam", "--cut-off", "05-30"), "within 60 days"),
        (("nam", "--cut-off", "13-01"), "no such day"),
        (("nam", "--unit", "99999"), "no unit 99999"),
        (("nam", "--organisation", "hoi"), "one of"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_the_reason(run, arguments: tuple[str, ...], says: str) -> None:
    result = run("calendar", "set", *arguments)

    assert result.exit_code != 0
    assert says in result.output


# --- Heads ------------------------------------------------------------------------------------------------------------


def test_a_deputy_signs_for_the_board_and_the_chair(run) -> None:
    before = run("body", "show", "--unit", "19867")
    run(
        "body", "set", "--unit", "19867", "--form", "for-the-head", "--board", "Ban Thường trực", "--for-whom", "Chủ tịch",
        "--post", "Phó Chủ tịch", "--signer", "Lê Thị Hoa", "--committee", "Ban Thường vụ Đảng ủy xã Quảng Điền",
        "--recipient", "Ban Thường vụ Đảng ủy xã (để báo cáo)", "--recipient", "UBND xã", "--next-number", "12",
    )  # fmt: skip
    head = json.loads(run("body", "show", "--unit", "19867", "--json").output)

    assert "Nobody is named to sign" in before.output
    assert (head["signing_form"], head["board"], head["for_whom"]) == ("for-the-head", "Ban Thường trực", "Chủ tịch")
    assert (head["post"], head["signer"], head["next_number"]) == ("Phó Chủ tịch", "Lê Thị Hoa", 12)
    assert head["recipients"] == ["Ban Thường vụ Đảng ủy xã (để báo cáo)", "UBND xã"]


def test_an_empty_part_is_usual_again_and_a_dry_run_keeps_nothing(run) -> None:
    run("body", "set", "--unit", "19867", "--symbol", "BC-UB", "--place", "Điền")
    run("body", "set", "--unit", "19867", "--symbol", "")
    would = json.loads(run("body", "set", "--unit", "19867", "--place", "X", "--dry-run", "--json").output)
    head = json.loads(run("body", "show", "--unit", "19867", "--json").output)
    run("body", "reset", "--unit", "19867")
    usual = json.loads(run("body", "show", "--unit", "19867", "--json").output)

    assert would["place"] == "X"
    assert (head["symbol"], head["place"]) == ("BC-MTTQ-BTT", "Điền")
    assert usual["place"] == "Quảng Điền"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("set", "--unit", "19867"), "at least one part"),
        (("set", "--unit", "19867", "--next-number", "1", "--number-by-hand"), "exclude"),
        (("set", "--unit", "19867", "--signer", "x" * 200), "more than 120"),
        (("show", "--unit", "99999"), "no unit 99999"),
        (("reset", "--unit", "19867"), "Nothing was set"),
    ],
)
def test_a_head_that_cannot_be_is_refused_with_the_reason(run, arguments: tuple[str, ...], says: str) -> None:
    result = run("body", *arguments)

    assert result.exit_code != 0
    assert says in result.output


# --- Templates --------------------------------------------------------------------------------------------------------


def changed(file: Path, change) -> Path:
    document = Document(str(file))
    change(document)
    made = io.BytesIO()
    document.save(made)
    other = file.with_name(f"changed-{file.name}")
    other.write_bytes(made.getvalue())
    return other


def a_contact_line(document) -> None:
    document.sections[0].first_page_footer.paragraphs[0].text = "Điện thoại: 0234 3822 123"


def without_the_body(document) -> None:
    for paragraph in document.paragraphs:
        if "body" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


@pytest.mark.slow
def test_a_template_is_exported_changed_installed_and_taken_back(run, tmp_path: Path) -> None:
    file = tmp_path / "front.docx"
    exported = run("template", "export", "--layout", "front", "--out", str(file))
    mine = changed(file, a_contact_line)
    checked = run("template", "check", str(mine), "--layout", "front")
    tried = run("template", "install", str(mine), "--layout", "front", "--dry-run")
    none = json.loads(run("template", "list", "--json").output)
    done = run("template", "install", str(mine), "--layout", "front", "--unit", "19867")
    again = tmp_path / "again.docx"
    run("template", "export", "--layout", "front", "--unit", "19867", "--out", str(again))
    others = tmp_path / "others.docx"
    run("template", "export", "--layout", "front", "--unit", "46", "--out", str(others))
    (entry,) = json.loads(run("template", "list", "--json").output)
    back = run("template", "revert", "--layout", "front", "--unit", "19867")
    twice = run("template", "revert", "--layout", "front", "--unit", "19867")

    assert [result.exit_code for result in (exported, checked, tried, done, back)] == [0] * 5
    assert "shipped" in exported.output
    assert "nothing was installed" in tried.output
    assert none == []
    assert again.read_bytes() == mine.read_bytes()
    assert others.read_bytes() == file.read_bytes()
    assert (entry["unit"], entry["state"], entry["name"]) == ("19867", "governs", "changed-front.docx")
    assert twice.exit_code == 1
    assert "shipped one governs" in twice.output


@pytest.mark.slow
def test_a_broken_template_is_refused_with_the_reason_and_not_installed(run, tmp_path: Path) -> None:
    file = tmp_path / "front.docx"
    run("template", "export", "--layout", "front", "--out", str(file))
    broken = changed(file, without_the_body)

    checked = run("template", "check", str(broken), "--layout", "front")
    installed = run("template", "install", str(broken), "--layout", "front")

    assert (checked.exit_code, installed.exit_code) == (1, 1)
    assert "body" in checked.output
    assert "cannot be used" in installed.output
    assert json.loads(run("template", "list", "--json").output) == []


@pytest.mark.slow
def test_the_template_before_governs_again_when_one_is_taken_back(run, tmp_path: Path) -> None:
    file = tmp_path / "front.docx"
    run("template", "export", "--layout", "front", "--out", str(file))
    for _ in range(2):
        run("template", "install", str(file), "--layout", "front")

    back = run("template", "revert", "--layout", "front")

    states = [entry["state"] for entry in json.loads(run("template", "list", "--json").output)]
    assert "template 1 (front.docx) governs again" in back.output
    assert states == ["taken back", "governs"]


# --- Corrections ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_was_not_sent_is_not_corrected(run, tmp_path: Path) -> None:
    from bot.cli import cli as nghedan

    runner = CliRunner()
    runner.invoke(nghedan, ["officer", "add", "Lan", "--unit", "19867"])
    run("build", "--kind", "thang", "--unit", "19867", "--from", "2026-10-15", "--to", "2026-11-14", "--store", "--out", str(tmp_path / "o"))  # fmt: skip

    refused = run("correct", "1", "--by", "1", "--what", "x")
    again = run("recompile", "1", "--by", "1")
    stranger = run("recompile", "1", "--by", "9")

    assert (refused.exit_code, stranger.exit_code) == (1, 1)
    assert "Only a report that was sent" in refused.output
    assert "no active officer 9" in stranger.output
    assert (again.exit_code, "as of 2026-11-14" in again.output) == (0, True)
