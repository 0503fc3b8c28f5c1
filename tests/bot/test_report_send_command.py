"""`nghedan report submit | number | mail | paper | page`: what the chat and the page do, at the command line."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from actions import officers
from actions.reports import life
from actions.reports.compiling import Wish, compile_report
from bot.cli import cli
from bot.cli.report.send import _FORMATS
from domain.kinds import Organisation
from domain.reporting import ReportKind, days, usual_rule
from domain.roles import Role, Scope
from reports.wire import Format
from storage import report_ways
from storage import reports as store
from storage.database import Database
from tests.actions.world import World
from tests.support.talk import MONDAY


async def a_report(url: str) -> None:
    """Store a draft with an officer (1) and a leader (2)."""
    database = Database(url)
    wish = Wish(usual_rule(ReportKind.MONTH), "19867", "", days(date(2026, 10, 15), date(2026, 11, 14)))
    async with database.begin() as db:
        for name, role in (("Lan", Role.OFFICER), ("Bình", Role.LEADER)):
            scopes = [Scope("19867", Organisation.FRONT)]
            await officers.add_officer(db, name=name, roles=[role], scopes=scopes, now=MONDAY)
    async with database.begin() as db:
        compiled = await compile_report(db, wish, now=MONDAY)
        await life.store_compiled(db, wish, compiled, due_on=None, now=MONDAY)
    await database.close()


async def stored(url: str):
    database = Database(url)
    async with database.read() as db:
        found = await store.report_by_id(db, 1), await report_ways.handovers(db, 1)
        asked = await report_ways.waiting_dispatches(db, limit=9)
    await database.close()
    return *found, asked


@pytest.fixture
def run(installed_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    url = installed_url
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("NGHEDAN_DATA_FOLDER", str(tmp_path))
    asyncio.run(a_report(url))

    def invoke(*arguments: str):
        return CliRunner().invoke(cli, ["report", *arguments])

    invoke.url = url  # type: ignore[attr-defined]
    return invoke


def test_the_formats_are_those_of_documents() -> None:
    assert tuple(Format) == _FORMATS


def test_a_report_goes_its_way_at_the_command_line(run) -> None:
    steps = [
        run("submit", "1", "--by", "1"),
        run("approve", "1", "--by", "2"),
        run("number", "1", "--by", "1", "--number", "45", "--date", "2026-11-16"),
        run("paper", "1", "--by", "1", "--to", "Thường trực Đảng ủy", "--date", "2026-11-17"),
    ]

    row, papers, _ = asyncio.run(stored(run.url))
    assert [step.exit_code for step in steps] == [0, 0, 0, 0]
    assert (row.number, row.dated, row.state.value) == (45, date(2026, 11, 16), "sent")
    assert [(paper.recipient, paper.day) for paper in papers] == [("Thường trực Đảng ủy", date(2026, 11, 17))]


def test_a_link_to_the_page_is_printed_for_an_officer_of_the_report_alone(run) -> None:
    good, unknown = run("page", "1", "--by", "1"), run("page", "1", "--by", "9")

    assert "/report/open/" in good.output
    assert (unknown.exit_code, "no active officer" in unknown.output) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("number", "1", "--by", "1", "--number", "45"), "while the report is “compiled, to be completed”"),
        (("paper", "1", "--by", "1", "--to", "X"), "while the report is “compiled, to be completed”"),
        (("mail", "1", "--by", "1", "--to", "a@example.vn"), "No mail server"),
        (("submit", "7", "--by", "1"), "no such report"),
    ],
)
def test_what_cannot_be_done_is_said(run, arguments: tuple[str, ...], says: str) -> None:
    answer = run(*arguments)

    assert answer.exit_code == 1
    assert says in answer.output


def test_a_mail_is_asked_for_and_left_to_the_running_program(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NGHEDAN_SMTP_HOST", "mail.example.vn")
    monkeypatch.setenv("NGHEDAN_SMTP_FROM", "nghedan@example.vn")
    run("submit", "1", "--by", "1")
    run("approve", "1", "--by", "2")

    answer = run("mail", "1", "--by", "1", "--to", "vanphong@example.vn", "--xlsx")

    assert "1 e-mails are asked for" in answer.output, answer.output
    _, _, asked = asyncio.run(stored(run.url))
    assert [(one.recipient, one.formats) for one in asked] == [("vanphong@example.vn", ["docx", "pdf", "xlsx"])]


# --- Links, and giving back -------------------------------------------------------------------------------------------


async def _with_a_chat(url: str) -> None:
    database = Database(url)
    await World(database).chat(officer_id=1)
    await database.close()


@pytest.mark.slow
def test_links_are_made_printed_and_recorded(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://nghedan.example.vn")
    asyncio.run(_with_a_chat(run.url))
    run("submit", "1", "--by", "1")
    early = run("link", "1", "--by", "1", "--to", "Văn phòng Đảng ủy")
    run("approve", "1", "--by", "2")

    made = run("link", "1", "--by", "1", "--to", "Văn phòng Đảng ủy", "--format", "pdf", "--json")

    row, _, _ = asyncio.run(stored(run.url))
    (address,) = json.loads(made.output)["links"]
    assert (early.exit_code, made.exit_code, row.state.value) == (1, 0, "sent")
    assert address.startswith("https://nghedan.example.vn/f/")
    assert address.endswith("/thang-19867-20261015-20261114.pdf")


def test_no_link_is_made_where_nobody_could_open_it(run) -> None:
    inside = run("link", "1", "--by", "1", "--to", "Văn phòng")

    assert (inside.exit_code, "no https address" in inside.output) == (1, True)


@pytest.mark.slow
def test_an_officer_without_a_chat_gets_the_links_printed_and_is_told_to_pass_them_on(run, monkeypatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://nghedan.example.vn")
    run("submit", "1", "--by", "1")
    run("approve", "1", "--by", "2")

    made = run("link", "1", "--by", "1", "--to", "Văn phòng", "--format", "docx")
    again = run("link", "1", "--by", "1", "--to", "Thường trực", "--format", "docx")

    assert (made.exit_code, again.exit_code) == (0, 0)
    assert made.stdout.startswith("https://nghedan.example.vn/f/")
    assert "pass the links on yourself" in made.stderr
    assert "nghedan officer invite 1" in made.stderr


def test_a_leader_returns_a_report_at_the_command_line(run) -> None:
    run("submit", "1", "--by", "1")
    officer = run("return", "1", "--by", "1", "--note", "Thiếu nguyên nhân")
    leader = run("return", "1", "--by", "2", "--note", "Thiếu nguyên nhân")

    row, _, _ = asyncio.run(stored(run.url))
    assert (officer.exit_code, leader.exit_code, row.state.value) == (1, 0, "returned")


def test_the_list_has_a_head_and_names_and_a_resend_to_nobody_is_refused(run) -> None:
    run("submit", "1", "--by", "1")
    run("approve", "1", "--by", "2")

    listed, sent = run("list"), run("resend", "1")

    row, _, _ = asyncio.run(stored(run.url))
    assert listed.output.splitlines()[0].split()[:3] == ["id", "kind", "of"]
    assert "19867 Xã Quảng Điền" in listed.output
    assert (sent.exit_code, "has a chat yet" in sent.output, row.state.value) == (1, True, "approved")
