"""What an administrator sees and does about Zalo from the command line."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import insert

from bot.cli import cli
from bot.doctor_zalo import check_zalo_bot, check_zalo_oa
from bot.environment import BadSettingsError
from bot.finding import Level
from bot.settings import Settings
from bot.zalo_tokens import stored_tokens
from channels.zalo_oa import Pair
from channels.zalo_oa.signature import signature
from storage import usage
from storage.database import Database
from storage.schema import outbox
from tests.doubles.zalo_bot import ZaloBotServer
from tests.doubles.zalo_oa import APP_ID, APP_SECRET, OA_SECRET, ZaloOaServer
from tests.support.rows import a_chat, a_reply

OA = {"ZALO_OA_APP_ID": APP_ID, "ZALO_OA_APP_SECRET": APP_SECRET, "ZALO_OA_SECRET": OA_SECRET}
PUBLIC = {"PUBLIC_URL": "https://nghedan.example.vn"}


@pytest.fixture
def environ(sqlite_url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # no .env of anybody's
    return {"NGHEDAN_DATA_FOLDER": str(tmp_path), "DATABASE_URL": sqlite_url}


def settings(environ, **more):
    return Settings.load({**environ, **more}, env_file=None)


def run(environ, *arguments, text=None, **more):
    return CliRunner().invoke(cli, list(arguments), input=text, env={**environ, **more})


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"ZALO_OA_APP_ID": APP_ID, **PUBLIC}, {"ZALO_OA_SECRET", "ZALO_OA_APP_SECRET"}),
        (OA, {"PUBLIC_URL"}),
        ({"NGHEDAN_ZALO_BOT_MODE": "webhook"}, {"NGHEDAN_ZALO_BOT_MODE"}),
        ({"ZALO_BOT_TOKEN": "no token"}, {"ZALO_BOT_TOKEN"}),
        ({"NGHEDAN_ZALO_MEDIA_HOSTS": "http://a b"}, {"NGHEDAN_ZALO_MEDIA_HOSTS"}),
    ],
)
def test_settings_that_would_not_work_are_named_at_start(environ, given, named):
    with pytest.raises(BadSettingsError) as caught:
        settings(environ, **given)

    assert {problem.partition(":")[0] for problem in caught.value.problems} == named


def test_a_token_alone_is_enough_for_the_bot(environ):
    found = settings(environ, ZALO_BOT_TOKEN="12345:abc-xyz")

    assert found.zalo_bot.enabled
    assert not found.zalo_bot_by_webhook
    assert len(found.zalo_bot.webhook_secret.reveal()) == 64


def test_connect_prints_a_link_and_how_to_go_on(environ):
    shown = run(environ, "zalo", "connect", **OA, **PUBLIC)

    assert shown.exit_code == 0
    assert "https://oauth.zaloapp.com/v4/oa/permission?app_id=" in shown.output
    assert "code_challenge=" in shown.output
    assert "https://nghedan.example.vn/zalo-oa/callback" in shown.output


def test_without_settings_connect_says_which(environ):
    shown = run(environ, "zalo", "connect")

    assert shown.exit_code == 1
    assert "ZALO_OA_APP_ID" in shown.output


def test_a_pair_made_by_hand_is_stored_and_not_shown(environ):
    shown = run(environ, "zalo", "put-tokens", text="access-9\nrefresh-9\n", **OA, **PUBLIC)

    async def stored():
        database = Database(environ["DATABASE_URL"])
        token = await stored_tokens(database, settings(environ, **OA, **PUBLIC)).current()
        await database.close()
        return token

    assert shown.exit_code == 0
    assert "access-9" not in shown.output
    assert asyncio.run(stored()) == "access-9"


@pytest.mark.parametrize(
    ("key", "status", "said"),
    [(OA_SECRET, 0, "right"), (APP_SECRET, 1, "exchanged"), ("another-key", 1, "wrong")],
)
def test_a_captured_event_is_checked(environ, tmp_path, key, status, said):
    body = tmp_path / "body.json"
    body.write_text(f'{{"app_id": "{APP_ID}", "timestamp": "1543908534740"}}')
    mac = signature(APP_ID, body.read_bytes(), "1543908534740", key)
    shown = run(environ, "zalo", "check-signature", str(body), "--header", f"mac={mac}", **OA, **PUBLIC)

    assert (shown.exit_code, said in shown.output) == (status, True)


def test_channels_shows_queue_waiting_quota_and_errors(environ):
    now = datetime.now(UTC)

    async def prepare():
        database = Database(environ["DATABASE_URL"])
        chat = await a_chat(database, channel="zalo_oa", address="1", last_inbound_at=now)
        from conversation.codec import reply_to_json

        row = {
            "conversation_id": chat, "line": 0, "reply": reply_to_json(a_reply()), "not_before": now, "attempts": 0,
            "sent_parts": 0, "created_at": now,
        }  # fmt: skip
        async with database.begin() as db:
            for state in ("queued", "waiting", "waiting"):
                await db.execute(insert(outbox).values(**row, state=state))
            await db.execute(insert(outbox).values(**row, state="failed", reason="rejected", done_at=now))
            await usage.add(db, "zalo_oa", "charged", count=3, cost=165, now=now)
            await usage.note_health(db, "zalo_oa", delivered_at=None, failed_at=now, failure="bad_config")
        await database.close()

    asyncio.run(prepare())
    shown = run(environ, "channels", NGHEDAN_ZALO_OA_CEILING="1000", **OA, **PUBLIC)
    as_json = run(environ, "channels", "--json", **OA, **PUBLIC)

    assert "1 to send" in shown.output
    assert "2 wait for people" in shown.output
    assert "165/1000 dong" in shown.output
    assert "last error: bad_config" in shown.output
    assert "given up today: 1 × rejected" in shown.output
    assert "run `nghedan zalo connect`" in shown.output
    assert shown.exit_code == 1
    entry = next(e for e in json.loads(as_json.output) if e["channel"] == "zalo_oa")
    assert (entry["health"], entry["waiting"], entry["cost_dong"]) == ("bad", 2, 165)


def clock():
    return datetime.now(UTC)


async def test_the_doctor_asks_the_bots_server(environ):
    async with ZaloBotServer() as zalo:
        bot = {"ZALO_BOT_TOKEN": zalo.token, "ZALO_BOT_API_URL": zalo.url}
        well = await check_zalo_bot(settings(environ, **bot), clock)
        zalo.webhook = ("https://elsewhere.vn/x", "a-secret-word")
        elsewhere = await check_zalo_bot(settings(environ, **bot), clock)
        wrong = await check_zalo_bot(settings(environ, **{**bot, "ZALO_BOT_TOKEN": "1:another"}), clock)
        none = await check_zalo_bot(settings(environ), clock)

    assert [found.level for found in well] == [Level.OK]
    assert Level.WARNING in {found.level for found in elsewhere}
    assert [found.level for found in wrong] == [Level.BAD]
    assert none == []


async def test_the_doctor_asks_the_account(environ):
    async with ZaloOaServer() as zalo:
        given = {**OA, **PUBLIC, "ZALO_OA_API_URL": zalo.url, "ZALO_OA_OAUTH_URL": zalo.url}
        chosen = settings(environ, **given)
        unconnected = await check_zalo_oa(chosen, clock)
        database = Database(environ["DATABASE_URL"])
        await stored_tokens(database, chosen).put(Pair(zalo.access, zalo.refresh, timedelta(hours=25)))
        well = await check_zalo_oa(chosen, clock)
        zalo.access = "another"
        refused = await check_zalo_oa(chosen, clock)
        later = await check_zalo_oa(chosen, lambda: clock() + timedelta(days=80))
        await database.close()

    assert [found.level for found in unconnected] == [Level.BAD]
    assert [found.level for found in well] == [Level.OK, Level.OK]
    assert "state agency" in well[1].what
    assert refused[1].level is Level.BAD
    assert zalo.refreshes == 0  # looking changes nothing
    assert later[0].level is Level.WARNING
