"""The whole house with both Zalo channels, over real HTTP to their doubles: filing, tracking, officers, consent."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select, update

from actions import emails, officers
from actions.notices import tell_officers
from bot.house import House
from bot.server import build_app
from bot.settings import Settings
from bot.timing import SystemClock
from bot.zalo import CALLBACK_PATH, OA_PATH, warn_of_limits
from channels.zalo_oa import Pair
from conversation.messages import words
from domain.roles import Role, Scope
from storage import accounts
from storage.schema import conversation, file, inbound, outbox, petition
from tests.doubles.smtp import SmtpServer
from tests.doubles.zalo_bot import ZaloBotServer
from tests.doubles.zalo_oa import APP_ID, APP_SECRET, OA_SECRET, ZaloOaServer
from tests.handlers.test_submit import LAMP
from tests.support.pictures import a_jpeg
from tests.support.waiting import until

AN = "246845883529197922"
BINH = "6ede9afa66b88fe6d6a9"


class Open:
    """A house with its doors open, and both platforms around it."""

    def __init__(self, house, zalo, bot, client):
        self.house, self.zalo, self.bot, self.client = house, zalo, bot, client

    async def settled(self):
        for receiver in self.house.zalo._receivers.values():
            await receiver.idle()
        await self.house.deliverer.idle()
        await self.house.fetcher.idle()

    async def fetched(self):
        """Return when the photo is stored."""

        async def stored():
            return await self.one(select(file.c.state)) == "stored"

        await until(stored)

    async def one(self, query):
        async with self.house.database.read() as db:
            return (await db.execute(query)).scalar()


@asynccontextmanager
async def a_house(url, tmp_path, *, connected=True, clock=None, **more) -> AsyncIterator[Open]:
    clock = clock or SystemClock()
    async with ZaloOaServer(clock=lambda: clock.now().timestamp()) as zalo, ZaloBotServer() as bot:
        environ = {
            "NGHEDAN_DATA_FOLDER": str(tmp_path / "data"),
            "DATABASE_URL": url,
            "PUBLIC_URL": "http://127.0.0.1:9",
            "ZALO_OA_APP_ID": APP_ID,
            "ZALO_OA_APP_SECRET": APP_SECRET,
            "ZALO_OA_SECRET": OA_SECRET,
            "ZALO_OA_API_URL": zalo.url,
            "ZALO_OA_OAUTH_URL": zalo.url,
            "ZALO_BOT_TOKEN": bot.token,
            "ZALO_BOT_API_URL": bot.url,
            "NGHEDAN_ZALO_MEDIA_HOSTS": f"{zalo.media_host},{bot.media_host}",
            "NGHEDAN_ZALO_OA_CALLS_PER_MINUTE": "60000",
            **more,
        }
        (tmp_path / "data").mkdir(exist_ok=True)
        house = House(Settings.load(environ, env_file=None), clock=clock)
        async with TestServer(build_app(house)) as server, TestClient(server) as client:
            zalo.webhook = str(server.make_url(OA_PATH))
            await house.start()
            if connected:
                await house.zalo.tokens.put(Pair(zalo.access, zalo.refresh, timedelta(hours=25)))
            polling = asyncio.create_task(house.zalo.connect())
            try:
                yield Open(house, zalo, bot, client)
            finally:
                polling.cancel()
                await asyncio.gather(polling, return_exceptions=True)
                await house.stop()


async def says(person, text):
    """Write, as the platform brings it."""
    brought = person.says(text)
    if asyncio.iscoroutine(brought):
        assert await brought == 200


async def file_by_numbers(there, person, text):
    """File a petition with one text and the first choice of every list; return all that was said."""
    said, answer = "", text
    for _ in range(30):
        await says(person, answer)
        said += "\n---\n" + (await person.hears()).text
        await there.settled()
        if "Mật khẩu" in said:
            return said
        answer = "1"
    raise AssertionError(f"no receipt after 30 answers: {said}")


@pytest.fixture(params=["zalo_oa", "zalo_bot"])
def channel(request):
    return request.param


def somebody(there, channel):
    return there.zalo.person(AN, "An") if channel == "zalo_oa" else there.bot.person(BINH, "Bình")


@pytest.mark.walk
async def test_a_petition_is_filed_and_followed_by_numbers_alone(installed_url, tmp_path, channel):
    async with a_house(installed_url, tmp_path) as there:
        person = somebody(there, channel)
        said = await file_by_numbers(there, person, LAMP)
        code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", said[said.index("Mật khẩu") - 400 :])[0]
        await says(person, code)
        answer = await person.hears()
        await there.settled()
        origin = await there.one(select(petition.c.origin))

    assert "Đèn đường ngõ 12" in answer.text
    assert "Gửi thêm" in answer.text
    assert origin == channel


async def test_a_photo_and_a_place_come_from_the_official_account(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        an = there.zalo.person(AN)
        await an.sends_photo(a_jpeg(), text=LAMP)
        await an.hears()
        coordinates = {"latitude": "21.0368", "longitude": "105.8342"}
        await an.sends("location", {"coordinates": coordinates})
        await an.hears()
        await there.fetched()
        bodies = await there.one(select(inbound.c.body).order_by(inbound.c.id.desc()).limit(1))

    assert "21.0368" in bodies


async def test_a_tap_on_a_button_of_the_phone_goes_the_same_way(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        an = there.zalo.person(AN)
        await an.says("xin chào")
        await an.hears()
        await an.taps("Xem kết quả")
        asked = await an.hears()

    assert "mã hồ sơ" in asked.text


async def test_a_delivery_that_comes_twice_and_out_of_order_has_one_effect(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        an = there.zalo.person(AN)
        later, earlier = an.event("user_send_text", text="xin chào"), an.event("user_send_text", text="trợ giúp")
        statuses = [await there.zalo.bring(later), await there.zalo.bring(earlier)]
        statuses += [await there.zalo.bring(later, again=1), await there.zalo.bring(earlier, again=2)]
        await there.settled()
        async with there.house.database.read() as db:
            count = len((await db.execute(select(inbound.c.id))).all())

    assert statuses == [200] * 4
    assert (count, len(there.zalo.sent)) == (2, 2)


async def test_an_officer_works_on_the_bot_by_numbers(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        await file_by_numbers(there, there.zalo.person(AN), LAMP)
        now = there.house.clock.now()
        async with there.house.database.begin() as db:
            row = (await db.execute(select(petition))).one()
            officer = await accounts.insert_officer(
                db,
                name="Bình",
                roles=[Role.OFFICER],
                scopes=[Scope(row.commune_code, None)],
                digest_minute=450,
                digest_empty="line",
                now=now,
            )
        binh = there.bot.person(BINH, "Bình")
        binh.says("xin chào")
        await binh.hears()
        async with there.house.database.begin() as db:
            here = conversation.c.address == BINH
            await db.execute(update(conversation).where(here).values(officer_id=officer))
        await there.settled()
        binh.says("việc")
        work = await binh.hears()
        await there.settled()
        card = work
        for _ in range(3):  # the new ones, the first of them
            if "Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền" in card.text:
                break
            binh.says("1")
            card = await binh.hears()
            await there.settled()

    assert "1. " in work.text
    assert "Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền" in card.text


async def test_a_consent_comes_back_to_our_own_server(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path, connected=False) as there:
        await there.zalo.person(AN).says("xin chào")
        link = await there.house.zalo.tokens.begin_consent(APP_ID, "http://x/cb", url=there.zalo.url)
        query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        code = there.zalo.consents(query["code_challenge"])
        back = {"code": code, "state": query["state"], "oa_id": there.zalo.oa_id}
        wrong = await there.client.get(CALLBACK_PATH, params={**back, "state": "guessed"})
        right = await there.client.get(CALLBACK_PATH, params=back)
        again = await there.client.get(CALLBACK_PATH, params=back)
        refused = await there.client.get(CALLBACK_PATH, params={"error_code": "-14003"})
        token = await there.house.zalo.tokens.current()

    assert [answer.status for answer in (wrong, right, again, refused)] == [400, 200, 400, 400]
    assert token == there.zalo.access


async def test_messages_wait_while_nobody_has_connected_the_account(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path, connected=False) as there:
        status = await there.zalo.person(AN).says("xin chào")
        await there.settled()
        state = await there.one(select(outbox.c.state))

    assert (status, state) == (200, "queued")
    assert there.zalo.sent == []


async def test_a_dead_account_server_slows_nobody_else(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        gate = there.zalo.gate = asyncio.Event()
        people = [there.zalo.person(f"{number:018d}") for number in range(20)]
        statuses = await asyncio.gather(*(person.says("xin chào") for person in people))
        binh = there.bot.person(BINH)
        binh.says("xin chào")
        heard = await binh.hears()
        meanwhile = len(there.zalo.sent)
        gate.set()
        for person in people:
            await person.hears()

    assert heard.text
    assert (meanwhile, statuses) == (0, [200] * 20)


async def test_plans_and_money_that_are_nearly_used_up_are_told_once_a_day(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path, NGHEDAN_ZALO_BOT_PLAN_USERS="2") as there:
        for number in range(2):
            person = there.bot.person(f"{number:020x}")
            person.says("xin chào")
            await person.hears()
        await there.settled()
        async with there.house.database.begin() as db:
            boss = await officers_chat(db, there.house.clock.now())
        for _ in range(2):
            await warn_of_limits(there.house.database, there.house.settings, now=there.house.clock.now())
        async with there.house.database.read() as db:
            told = (await db.execute(select(outbox.c.reply).where(outbox.c.conversation_id == boss))).scalars().all()

    assert len(told) == 1
    assert "zalo-plan-near" in told[0]


async def officers_chat(db, now):
    """An administrator with a chat in the web; its id."""
    from tests.support.rows import conversation as chats
    from tests.support.rows import person as people

    officer = await accounts.insert_officer(
        db,
        name="Chi",
        roles=[Role.ADMINISTRATOR],
        scopes=[Scope(None, None)],
        digest_minute=450,
        digest_empty="line",
        now=now,
    )
    who = (
        await db.execute(people.insert().values(key="chi", language="vi", created_at=now).returning(people.c.id))
    ).scalar_one()
    made = {"channel": "webchat", "address": "chi", "person_id": who, "state": "", "line": 0, "created_at": now}
    return (await db.execute(chats.insert().values(**made, officer_id=officer).returning(chats.c.id))).scalar_one()


async def test_a_link_to_a_file_opens_it_and_no_other(installed_url, tmp_path):
    async with a_house(installed_url, tmp_path) as there:
        links = there.house.file_links
        await there.zalo.person(AN).sends_photo(a_jpeg(), text=LAMP)
        await there.fetched()
        id = await there.one(select(file.c.id))
        until = int(there.house.clock.now().timestamp()) + 60
        good = await there.client.get(f"/f/{links.token(id, until)}/a.jpg")
        moved = await there.client.get(f"/f/{links.token(id, until).replace(str(id), str(id + 1), 1)}/a.jpg")
        old = await there.client.get(f"/f/{links.token(id, until - 120)}/a.jpg")

    assert (good.status, good.content_type) == (200, "image/jpeg")
    assert (moved.status, old.status) == (404, 404)
    assert links.link(id, "a.jpg") == ""  # the address of this house is not public


async def test_a_house_with_a_mail_server_mails(installed_url, tmp_path):
    async with SmtpServer() as smtp:
        mail = {"NGHEDAN_SMTP_HOST": "127.0.0.1", "NGHEDAN_SMTP_PORT": str(smtp.port), "NGHEDAN_SMTP_SECURITY": "none"}
        async with a_house(installed_url, tmp_path, **mail, NGHEDAN_SMTP_FROM="nghedan@example.vn") as there:
            async with there.house.database.begin() as db:
                now = there.house.clock.now()
                scopes = [Scope(None, None)]
                officer = await officers.add_officer(db, name="Lan", roles=[Role.OFFICER], scopes=scopes, now=now)
                await emails.enter(db, officer, "lan@example.vn", now=now)
                await tell_officers(db, [officer], words("zalo-token-lost"), now=now)
            there.house.deliverer.wake()
            text = await smtp.mail()

    assert "Mở trợ lý tại: http://127.0.0.1:9" in text
