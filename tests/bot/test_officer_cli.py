"""`nghedan officer`: accounts and invitations from the command line, on a database of the test's own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner, Result

from bot.cli import officer
from bot.invitations import Link, invitation_links
from bot.settings import Settings
from domain.kinds import Organisation
from domain.roles import GRANTABLE

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"


@pytest.fixture
def first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Type a command in a folder where nothing has been done yet."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "TELEGRAM_TOKEN", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(officer.command, arguments, catch_exceptions=True)

    return run


@pytest.fixture
def run(first_run, tmp_path: Path, migrated_sqlite_file: Path):
    """Type a command in an installation of its own, whose tables are empty."""
    tmp_path.joinpath("var").mkdir()
    shutil.copyfile(migrated_sqlite_file, tmp_path / "var" / "nghedan.db")
    return first_run


def added(run, *arguments: str) -> dict:
    return json.loads(run("add", *(arguments or ("Lan", "--unit", "19867")), "--json").output)


def test_an_account_is_created_with_an_invitation_for_the_officers_page(first_run):
    result = first_run("add", "Trần Thị Lan", "--unit", "19867")

    assert result.exit_code == 0
    assert "1  Trần Thị Lan  |  officer  |  19867/mttq" in result.output
    assert "webchat: http://127.0.0.1:8080/officer?start=inv_" in result.output
    assert "code to paste into the chat: " in result.output


def test_somebody_can_work_at_the_centre(run):
    assert added(run, "Trung", "--unit", "00")["id"] == 1
    assert "00/mttq" in run("list").output


def test_units_organisations_and_roles_may_be_repeated(run):
    account = added(
        run, "Hoa", "--unit", "19867", "--unit", "46", "--organisation", "phu_nu", "--organisation", "mttq",
        "--role", "leader", "--role", "approver", "--digest-at", "06:45",
    )  # fmt: skip

    assert account["scopes"] == [
        {"unit": "19867", "organisation": "phu_nu"},
        {"unit": "19867", "organisation": "mttq"},
        {"unit": "46", "organisation": "phu_nu"},
        {"unit": "46", "organisation": "mttq"},
    ]
    assert (account["roles"], account["digest_at"]) == (["leader", "approver"], "06:45")


def test_every_unit_and_organisation_is_called_all(run):
    account = added(run, "Quản trị", "--unit", "all", "--organisation", "all", "--role", "administrator")

    assert account["scopes"] == [{"unit": "all", "organisation": "all"}]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("add", "Lan", "--unit", "99999"), 1, "There is no unit 99999"),
        (("add", "Lan"), 2, "--unit"),
        (("add", "Lan", "--unit", "19867", "--role", "king"), 2, "king"),
        (("add", " ", "--unit", "19867"), 2, "Give a name."),
        (("add", "Lan", "--unit", "19867", "--digest-at", "25:00"), 2, "is no time of the day; write one like 07:30."),
        (("invite", "7"), 1, "no active account"),
        (("disable", "7"), 1, "no active account"),
        (("disable", "x"), 2, "x"),
        (("hand-over", "7", "8"), 1, "no active account"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_status(run, arguments: tuple[str, ...], status: int, words: str):
    added(run)

    result = run(*arguments)

    assert (result.exit_code, words in result.output) == (status, True)


@pytest.mark.parametrize("arguments", [("list",), ("invite", "1"), ("disable", "1"), ("hand-over", "1", "2")])
def test_only_the_first_account_makes_an_installation(first_run, tmp_path: Path, arguments: tuple[str, ...]):
    result = first_run(*arguments)

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "There is no database at var/nghedan.db yet" in result.output


def test_what_people_write_is_for_the_owner_of_the_installation_alone(first_run, tmp_path: Path):
    added(first_run)

    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700


def test_a_disabled_account_is_listed_only_when_asked_for(run):
    added(run)
    assert json.loads(run("disable", "1", "--json").output) == {"id": 1, "disabled": True, "cases_given_back": 0}

    assert "No officers yet" in run("list").output
    assert "disabled" in run("list", "--all").output
    assert run("invite", "1").exit_code == 1


def test_a_new_invitation_has_a_new_code(run):
    first = added(run)["code"]

    second = json.loads(run("invite", "1", "--lost", "--json").output)["code"]

    assert (len(first), first != second) == (24, True)


def test_work_is_handed_over(run):
    added(run)
    added(run, "Minh", "--unit", "19867", "--organisation", "phu_nu")

    done = json.loads(run("hand-over", "1", "2", "--json").output)

    assert done == {"from": 1, "to": 2, "given": 0, "left_with_body": 0}
    (left,) = json.loads(run("list", "--json").output)
    assert left["scopes"] == [{"unit": "19867", "organisation": "phu_nu"}, {"unit": "19867", "organisation": "mttq"}]
    assert "cannot be done" in run("hand-over", "2", "2").output


def test_the_names_that_help_lists_are_those_of_the_domain():
    assert tuple(Organisation) == officer.ORGANISATIONS
    assert tuple(GRANTABLE) == officer.ROLES


# --- Links ----------------------------------------------------------------------------------------------------


async def links(answer: object, status: int = 200) -> list[Link]:
    """Return the links when Telegram gives this answer to getMe."""

    async def get_me(request: web.Request) -> web.Response:
        assert request.path == f"/bot{TOKEN}/getMe"
        return web.json_response(answer, status=status)

    app = web.Application()
    app.router.add_get("/{tail:.*}", get_me)
    async with TestServer(app) as server:
        address = str(server.make_url("")).rstrip("/")
        environ = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "PUBLIC_URL": "https://nghe.example"}
        return await invitation_links(Settings.load(environ, env_file=None), "inv_abc")


async def test_a_link_opens_the_bot_s_chat_where_there_is_a_bot():
    found = await links({"ok": True, "result": {"id": 1, "username": "nghedan_bot"}})

    assert found == [
        Link("webchat", "https://nghe.example/officer?start=inv_abc"),
        Link("telegram", "https://t.me/nghedan_bot?start=inv_abc"),
    ]


@pytest.mark.parametrize(("answer", "status"), [({"ok": False}, 401), ("nonsense", 502)])
async def test_without_telegram_s_answer_the_page_s_link_and_the_code_remain(answer: object, status: int):
    assert [link.channel for link in await links(answer, status)] == ["webchat"]


def test_an_address_is_entered_shown_among_the_chats_and_taken_away(run):
    added(run)
    entered = run("email", "1", "lan@example.vn")
    listed = run("list")
    wrong = run("email", "1", "lan")
    gone = run("email", "1", "--none")

    assert "Lan (1) is written to at lan@example.vn." in entered.output
    assert "No mail server is set" in entered.output
    assert "chats: email" in listed.output
    assert (wrong.exit_code, gone.exit_code) == (1, 0)
    assert "chats: none" in run("list").output


def scope(run, *arguments: str) -> dict[str, object]:
    result = run("scope", "1", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_where_an_officer_works_is_changed_and_taken_back(run):
    added(run)

    changed = scope(run, "--add", "46/all", "--remove", "19867/mttq")
    undone = scope(run, "--undo")

    assert (changed["scopes"], changed["before"]) == (["46/all"], ["19867/mttq"])
    assert undone["scopes"] == ["19867/mttq"] == scope(run)["scopes"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--add", "19867"), "write UNIT/ORGANISATION, such as 19867/mttq"),
        (("--add", "19867/vua"), "There is no organisation 'vua'"),
        (("--add", "99999/mttq"), "There is no unit 99999"),
        (("--add", "19867/mttq"), "Nothing changes"),
        (("--remove", "46/all"), "none of the account's scopes"),
        (("--remove", "19867/mttq"), "No scope would be left"),
        (("--undo",), "never changed"),
    ],
)
def test_a_scope_that_cannot_be_given_or_taken_says_why(run, arguments: tuple[str, ...], words: str):
    added(run)

    result = run("scope", "1", *arguments)

    assert (result.exit_code, words in result.output) == (1, True), result.output
