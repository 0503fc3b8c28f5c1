from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from actions import officers
from bot.doctor import (
    check_calendar,
    check_database,
    check_folder,
    check_fonts,
    check_key,
    check_spool,
    check_time,
    check_units,
    examine,
)
from bot.doctor_bodies import check_offices, check_waiting
from bot.doctor_email import check_email
from bot.doctor_telegram import check_telegram
from bot.environment import Secret
from bot.finding import Level
from bot.settings import General, Settings, Storage, Telegram, Web
from bot.settings import Office as OfficeSettings
from bot.settings_email import Email
from domain.kinds import Organisation
from domain.offices import Office
from domain.roles import Role, Scope
from storage import offices, petitions
from storage.database import Database
from storage.schema import work_day
from tests.doubles.smtp import SmtpServer

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
TOKEN = "123456:AAE-made-up_token"


def clock() -> datetime:
    return NOW


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(general=General(data_folder=tmp_path / "var"))


def copied(file: Path, settings: Settings) -> None:
    """Let it be the installation's database."""
    settings.general.data_folder.mkdir(exist_ok=True)
    shutil.copyfile(file, settings.general.data_folder / "nghedan.db")


@pytest.fixture
async def telegram(settings):
    """A Bot API server that knows one token, and the settings that reach it."""
    answers = {
        "getMe": {"ok": True, "result": {"id": 123456, "is_bot": True, "username": "nghedan_bot"}},
        "getWebhookInfo": {"ok": True, "result": {"url": "", "pending_update_count": 3}},
    }
    seen = {"date": NOW, "answers": answers}

    async def answer(request: web.Request) -> web.Response:
        headers = {"Date": format_datetime(seen["date"], usegmt=True)}
        if request.match_info["token"] != f"bot{TOKEN}":
            unknown = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(unknown, status=401, headers=headers)
        return web.json_response(answers[request.match_info["method"]], headers=headers)

    app = web.Application()
    app.router.add_get("/{token}/{method}", answer)
    async with TestServer(app) as server:
        reached = Telegram(token=Secret(TOKEN), api_url=str(server.make_url("")).rstrip("/"))
        seen["settings"] = replace(settings, telegram=reached)
        yield seen


def summary(findings):
    return [(finding.check, finding.level) for finding in findings]


async def test_without_a_token_telegram_is_left_out_and_that_is_fine(settings):
    assert summary(await check_telegram(settings, clock)) == [("telegram", Level.OK)]


async def test_a_working_token_is_named_with_what_waits(telegram):
    found = await check_telegram(telegram["settings"], clock)

    assert summary(found) == [("telegram", Level.OK), ("webhook", Level.OK), ("clock", Level.OK)]
    assert "@nghedan_bot" in found[0].what
    assert "3 updates wait" in found[1].what


async def test_a_wrong_token_is_refused_and_never_shown(telegram):
    settings = telegram["settings"]
    wrong = replace(settings, telegram=replace(settings.telegram, token=Secret("99:wrong")))

    found = await check_telegram(wrong, clock)

    assert summary(found) == [("telegram", Level.BAD)]
    assert "Unauthorized" in found[0].what
    assert "99:wrong" not in str(found)


async def test_a_server_that_cannot_be_reached_is_named_without_the_token(telegram):
    settings = telegram["settings"]
    away = replace(settings, telegram=replace(settings.telegram, api_url="http://127.0.0.1:9"))

    found = await check_telegram(away, clock)

    assert summary(found) == [("telegram", Level.BAD)]
    assert TOKEN not in str(found)


@pytest.mark.parametrize(("off", "level"), [(20, Level.OK), (-20, Level.OK), (45, Level.BAD), (-45, Level.BAD)])
async def test_a_clock_that_differs_by_more_than_half_a_minute_is_bad(telegram, off, level):
    telegram["date"] = NOW + timedelta(seconds=off)

    assert (await check_telegram(telegram["settings"], clock))[-1].level is level


@pytest.mark.parametrize(
    ("hook", "level"),
    [
        ({"url": "https://nghedan.example.vn/telegram"}, Level.OK),
        ({"url": "https://elsewhere.example/telegram"}, Level.WARNING),
        ({"url": ""}, Level.WARNING),
        (
            {
                "url": "https://nghedan.example.vn/t",
                "last_error_date": int(NOW.timestamp()) - 60,
                "last_error_message": "Wrong response",
            },
            Level.BAD,
        ),
        ({"url": "https://nghedan.example.vn/t", "last_error_date": int(NOW.timestamp()) - 86400}, Level.OK),
    ],
)
async def test_a_webhook_must_be_ours_and_undisturbed(telegram, hook, level):
    telegram["answers"]["getWebhookInfo"]["result"] = hook
    settings = replace(telegram["settings"], web=Web(public_url="https://nghedan.example.vn"))

    assert (await check_telegram(settings, clock))[1].level is level


async def test_a_webhook_left_behind_is_reported_when_we_ask_by_ourselves(telegram):
    telegram["answers"]["getWebhookInfo"]["result"] = {"url": "https://elsewhere.example/telegram"}

    assert (await check_telegram(telegram["settings"], clock))[1].level is Level.WARNING


async def test_the_key_file_must_be_readable_by_its_owner_alone(settings):
    settings.general.data_folder.mkdir()
    settings.key_file.write_text("secret")
    settings.key_file.chmod(0o640)
    open_to_others = await check_key(settings, clock)
    settings.key_file.chmod(0o600)

    assert summary(open_to_others) == [("key", Level.BAD)]
    assert open_to_others[0].do == f"chmod 600 {settings.key_file}"
    assert summary(await check_key(settings, clock)) == [("key", Level.OK)]


async def test_a_data_folder_that_does_not_exist_yet_is_fine_where_it_can_be_made(settings):
    assert [finding.level for finding in await check_folder(settings, clock)] != [Level.BAD]
    assert not settings.general.data_folder.exists()


async def test_a_data_folder_that_is_a_file_is_bad(settings):
    settings.general.data_folder.write_text("")

    assert summary(await check_folder(settings, clock)) == [("folder", Level.BAD)]


async def test_a_data_folder_that_everybody_can_look_into_is_told(settings):
    settings.general.data_folder.mkdir()
    settings.general.data_folder.chmod(0o755)
    _, open_to_all = await check_folder(settings, clock)
    settings.general.data_folder.chmod(0o750)

    assert (open_to_all.check, open_to_all.level) == ("folder", Level.WARNING)
    assert open_to_all.do == f"chmod 700 {settings.general.data_folder}"
    assert len(await check_folder(settings, clock)) == 1


async def test_no_database_yet_is_a_warning_with_the_way_to_one(settings):
    found = await check_database(settings, clock)

    assert summary(found) == [("database", Level.WARNING)]
    assert "nghedan migrate" in found[0].do


async def test_an_old_schema_and_missing_units_are_found_and_a_migrated_database_is_fine(
    settings, migrated_sqlite_file
):
    settings.general.data_folder.mkdir()
    with closing(sqlite3.connect(settings.general.data_folder / "nghedan.db")):
        pass
    empty = await check_database(settings, clock)

    copied(migrated_sqlite_file, settings)

    assert summary(empty) == [("database", Level.OK), ("schema", Level.BAD)]
    assert empty[1].do == "Run `nghedan migrate`."
    assert summary(await check_database(settings, clock)) == [("database", Level.OK), ("schema", Level.OK)]
    assert summary(await check_units(settings, clock)) == [("units", Level.WARNING)]


async def test_a_loaded_list_of_units_is_counted(settings, installed_sqlite_file):
    copied(installed_sqlite_file, settings)

    found = await check_units(settings, clock)

    assert summary(found) == [("units", Level.OK)]
    assert "of edition 2026-10" in found[0].what


async def test_a_postgresql_database_is_looked_at_too(settings, postgres_database_url):
    there = replace(settings, storage=Storage(database_url=Secret(postgres_database_url)))

    found = await check_database(there, clock)

    assert summary(found) == [("database", Level.OK), ("schema", Level.OK)]
    assert found[0].what.startswith("PostgreSQL ")


async def test_a_server_that_does_not_answer_is_named_without_its_password(settings):
    address = Secret("postgresql+asyncpg://me:hunter2@127.0.0.1:9/nghedan")

    found = await check_database(replace(settings, storage=Storage(database_url=address)), clock)

    assert summary(found) == [("database", Level.BAD)]
    assert "hunter2" not in str(found)


async def test_a_file_that_is_no_database_is_bad(settings):
    settings.general.data_folder.mkdir()
    (settings.general.data_folder / "nghedan.db").write_text("this is not SQLite, whatever its name says" * 100)

    assert summary(await check_database(settings, clock)) == [("database", Level.BAD)]


async def test_messages_that_wait_for_the_database_are_counted(settings):
    settings.spool_folder.mkdir(parents=True)
    before = await check_spool(settings, clock)
    (settings.spool_folder / "1.jsonl").write_text("{}\n{}\n")

    found = await check_spool(settings, clock)

    assert before == []
    assert summary(found) == [("spool", Level.WARNING)]
    assert found[0].what.startswith("2 messages")


async def test_a_clock_before_this_edition_is_wrong(settings):
    async def look(moment):
        return summary(await check_time(settings, lambda: moment))

    assert await look(datetime(1970, 1, 1, tzinfo=UTC)) == [("time", Level.BAD)]
    assert await look(NOW) == [("time", Level.OK)]


async def test_the_holidays_of_this_year_and_the_next_are_looked_at(settings):
    found = await check_calendar(settings, clock)

    assert [finding.what[:4] for finding in found] == ["2026", "2027"]
    assert summary(await check_calendar(settings, lambda: NOW.replace(year=2100)))[1] == (
        "holidays",
        Level.BAD,
    )


async def test_days_that_an_administrator_entered_count_as_the_governments(settings, migrated_sqlite_file):
    in_2099 = NOW.replace(year=2099)
    copied(migrated_sqlite_file, settings)
    before = await check_calendar(settings, lambda: in_2099)
    database = Database(settings.database_url)
    async with database.begin() as connection:
        await connection.execute(work_day.insert().values(day=date(2099, 2, 2), kind="off", basis="a decision"))
    await database.close()

    after = await check_calendar(settings, lambda: in_2099)

    assert [found.level for found in (before[0], after[0])] == [Level.WARNING, Level.OK]


async def test_bodies_whose_officers_nobody_can_find_are_named(settings, tables_url):
    there = replace(settings, storage=Storage(database_url=Secret(tables_url)))
    database = Database(tables_url)
    async with database.begin() as db:
        for organisation in (Organisation.FRONT, Organisation.WOMEN):
            await officers.add_officer(
                db, name="Lan", roles=[Role.OFFICER], scopes=[Scope("19867", organisation)], now=NOW
            )
    before = await check_offices(there, clock)
    async with database.begin() as db:
        await offices.put_office(db, "19867", Organisation.FRONT, Office(address="12 Trần Phú"))
    await database.close()

    after = await check_offices(there, clock)

    assert summary(before) == [("offices", Level.WARNING)]
    assert "19867/mttq, 19867/phu_nu" in before[0].what
    assert summary(after) == [("offices", Level.OK)]


async def test_cases_that_wait_where_nobody_works_are_counted(settings, tables_url):
    there = replace(settings, storage=Storage(database_url=Secret(tables_url)))
    database = Database(tables_url)
    async with database.begin() as db:
        for code, unit, state in (("A", "00", "received"), ("B", "00", "closed"), ("C", "46", "received")):
            await petitions.insert_case(
                db, code=code, version=1, unit_code="19867", organisation="mttq", commune_code="19867",
                province_code="46", handler_unit_code=unit, handler_organisation="mttq", subject="dat_dai",
                kind="to_cao", place="", title="", state=state, reopened=0, confidential=True, danger=False,
                opened_at=NOW, paused_days=0, changed_at=NOW, recurrence_of_id=None,
            )  # fmt: skip
        await officers.add_officer(
            db, name="Lan", roles=[Role.OFFICER], scopes=[Scope("46", Organisation.FRONT)], now=NOW
        )
        await officers.add_officer(
            db, name="Minh", roles=[Role.ADMINISTRATOR], scopes=[Scope("00", Organisation.FRONT)], now=NOW
        )
    before = await check_waiting(there, clock)
    async with database.begin() as db:
        await officers.add_officer(
            db, name="Trung", roles=[Role.LEADER], scopes=[Scope("00", Organisation.FRONT)], now=NOW
        )
    await database.close()

    after = await check_waiting(there, clock)

    assert summary(before) == [("waiting", Level.WARNING)]
    assert "1 open case waits where nobody works: 1 at 00/mttq." in before[0].what
    assert summary(after) == [("waiting", Level.OK)]


async def test_an_address_for_the_whole_installation_serves_every_body(settings, tables_url):
    there = replace(
        settings, storage=Storage(database_url=Secret(tables_url)), office=OfficeSettings(address="12 Trần Phú")
    )

    assert await check_offices(there, clock) == []


async def test_the_shipped_fonts_are_there(settings):
    assert summary(await check_fonts(settings, clock)) == [("fonts", Level.OK)]


async def test_a_check_that_breaks_is_a_finding_and_the_others_go_on(settings, monkeypatch):
    async def check_nothing(_settings, _clock):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("bot.doctor.CHECKS", (check_nothing, check_time))

    assert summary(await examine(settings, clock)) == [("nothing", Level.BAD), ("time", Level.OK)]


async def test_the_mail_server_is_asked_to_let_us_in(settings):
    async with SmtpServer(user="bot", password="right") as smtp:
        seen = [
            await check_email(replace(settings, email=mailing(smtp.port, password)), clock)
            for password in ("right", "wrong")
        ]

    assert [[finding.level for finding in found] for found in seen] == [[Level.OK], [Level.BAD]]
    assert smtp.mails == []


async def test_without_a_mail_server_there_is_nothing_to_say_of_it(settings):
    assert await check_email(settings, clock) == []


def mailing(port, password):
    return Email(
        host="127.0.0.1", port=port, security="none", user="bot", password=Secret(password), sender="bot@example.vn"
    )
