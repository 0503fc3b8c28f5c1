"""The tokens of an Official Account: renewed once by whoever is first, never lost, never readable in the database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select, update

from bot.sealing import Seal
from bot.zalo_tokens import StoredTokens
from channels.contract import BadConfig, Unreachable
from channels.zalo_oa import App, OAuth, Pair, ZaloOaChannel
from channels.zalo_oa.oauth import ConsentLost, challenge
from conversation.messages import Outbound
from domain.roles import Role, Scope
from storage import accounts, oauth
from storage.database import Database
from storage.schema import conversation, oauth_pair, outbox
from tests.doubles.zalo_oa import APP_ID, APP_SECRET, OA_SECRET, ZaloOaServer
from tests.support.clock import START, FakeClock
from tests.support.rows import a_chat

HOURS_25 = timedelta(hours=25)


class QuickClock(FakeClock):
    """Sleeps a little for real, so that others come forward."""

    async def sleep(self, seconds):
        self.slept.append(seconds)
        await asyncio.sleep(0.002)


def a_store(database, zalo, tmp_path, *, me="one", clock=None, secret=b"k" * 32):
    return StoredTokens(
        database,
        OAuth(APP_ID, APP_SECRET, url=zalo.url),
        Seal(secret, "zalo oa tokens"),
        clock=clock or QuickClock(),
        me=me,
        journal=tmp_path / f"{me}.json",
    )


async def connected(store, zalo):
    await store.put(Pair(zalo.access, zalo.refresh, HOURS_25))
    return store


async def row(database):
    async with database.read() as db:
        return await oauth.pair_of(db, "zalo_oa")


async def test_many_who_need_a_new_token_send_the_refresh_token_once(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        zalo.refresh_seconds = 0.05
        stores = [a_store(database, zalo, tmp_path, me=name) for name in ("one", "two")]
        await connected(stores[0], zalo)
        spent = zalo.access
        tokens = await asyncio.gather(*(store.renewed(spent) for store in stores for _ in range(10)))

    assert set(tokens) == {zalo.access}
    assert (zalo.refreshes, zalo.spent) == (1, [])


async def test_a_rotation_under_load_loses_no_message(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        stores = [a_store(database, zalo, tmp_path, me=name) for name in ("one", "two")]
        await connected(stores[0], zalo)
        people = [zalo.person(f"{number:018d}") for number in range(8)]
        channels = [ZaloOaChannel(App(APP_ID, OA_SECRET), store, api_url=zalo.url) for store in stores]

        async def talk(worker, person, numbers):
            for number in numbers:
                if number % 4 == 2 and person is people[0] and worker == 0:
                    zalo.expired.add(zalo.access)  # in the middle of everybody's batch
                await channels[worker].send(Outbound(f"{number}.0", person.id, f"{worker}/{person.id}/{number}"))

        for batch in (range(4), range(4, 8)):
            await asyncio.gather(*(talk(worker, person, batch) for worker in (0, 1) for person in people))
        for channel in channels:
            await channel.close()

    texts = [message.text for _, message in zalo.sent]
    assert len(texts) == len(set(texts)) == 2 * 8 * 8
    assert zalo.refreshes == 2
    assert zalo.spent == []


async def test_the_new_pair_is_written_before_it_is_used_and_the_former_is_kept(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)
        token = await store.renewed(zalo.access)

    async with database.read() as db:
        stored = (await db.execute(select(oauth_pair))).one()
    assert stored.version == 2
    assert stored.previous is not None
    assert store._opened(stored.sealed).access == token
    assert not (tmp_path / "one.json").exists()


async def test_the_database_alone_shows_no_token(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)
        with pytest.raises(ValueError, match="key file"):
            await a_store(database, zalo, tmp_path, secret=b"x" * 32).current()
        kept = await row(database)

    assert zalo.access not in kept.sealed
    assert zalo.refresh not in kept.sealed
    assert await store.current() == zalo.access


async def test_an_answer_that_a_killed_process_had_is_taken_in_at_its_next_start(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)

        async def killed(version, pair):
            raise asyncio.CancelledError

        store._store = killed
        with pytest.raises(asyncio.CancelledError):
            await store.renewed(zalo.access)
        later = a_store(database, zalo, tmp_path)
        recovered = await later.recover()
        token = await later.current()

    assert recovered
    assert (token, zalo.refreshes) == (zalo.access, 1)


async def test_a_journal_of_the_past_changes_nothing(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)
        store._write_journal(7, Pair("old", "older", HOURS_25))
        recovered = await store.recover()

    assert not recovered
    assert await store.current() == zalo.access


async def an_administrator(database):
    async with database.begin() as db:
        officer = await accounts.insert_officer(
            db, name="Bình", roles=[Role.ADMINISTRATOR], scopes=[Scope(None, None)], digest_minute=450,
            digest_empty="line", now=START,
        )  # fmt: skip
    chat = await a_chat(database, address="7001")
    async with database.begin() as db:
        await db.execute(update(conversation).where(conversation.c.id == chat).values(officer_id=officer))


async def alarms(database):
    async with database.read() as db:
        return [found.partition('"k":"')[2].partition('"')[0] for found in await db.scalars(select(outbox.c.reply))]


async def test_a_refused_refresh_token_alarms_at_once_and_the_present_token_serves_on(database: Database, tmp_path):
    await an_administrator(database)
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)
        zalo.refresh = "another"  # somebody has used ours
        for _ in range(2):
            with pytest.raises(ConsentLost):
                await store.renewed(zalo.access)
        token = await store.current()

    assert token == zalo.access
    assert await alarms(database) == ["zalo-token-lost"]


async def test_an_answer_that_is_lost_on_the_way_is_tried_once_more_and_then_alarms(database: Database, tmp_path):
    await an_administrator(database)
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path), zalo)
        spent = zalo.access
        zalo.lose_refresh_answer = 1
        with pytest.raises(Unreachable):
            await store.renewed(spent)
        with pytest.raises(ConsentLost):
            await store.renewed(spent)
        await connected(store, zalo)  # the way back
        token = await store.current()

    assert token == zalo.access
    assert (await row(database)).lost_at is None


async def test_the_token_is_renewed_five_hours_ahead(database: Database, tmp_path):
    clock = QuickClock()
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path, clock=clock), zalo)
        clock.advance(19 * 3600)
        early = await store.keep()
        clock.advance(3600)
        due = await store.keep()

    assert (early, due, zalo.refreshes) == (0, 1, 1)


@pytest.mark.parametrize(("days", "said"), [(75, []), (77, ["zalo-token-ends"]), (89.5, ["zalo-token-ends"])])
async def test_administrators_hear_of_the_consents_end_two_weeks_and_a_day_before(
    database: Database, tmp_path, days, said
):
    await an_administrator(database)
    clock = QuickClock()
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path, clock=clock), zalo)
        zalo.status = 503  # renewing fails all the time
        clock.advance(days * 86_400)
        for _ in range(2):
            with pytest.raises(Unreachable):
                await store.keep()

    assert await alarms(database) == said


async def test_both_alarms_come_when_nobody_listens_to_the_first(database: Database, tmp_path):
    await an_administrator(database)
    clock = QuickClock()
    async with ZaloOaServer() as zalo:
        store = await connected(a_store(database, zalo, tmp_path, clock=clock), zalo)
        zalo.status = 503
        for days in (77, 12.5):
            clock.advance(days * 86_400)
            with pytest.raises(Unreachable):
                await store.keep()

    assert await alarms(database) == ["zalo-token-ends", "zalo-token-ends"]


async def test_a_consent_is_given_once_with_its_own_verifier(database: Database, tmp_path):
    async with ZaloOaServer() as zalo:
        store = a_store(database, zalo, tmp_path)
        with pytest.raises(BadConfig, match="nghedan zalo connect"):
            await store.current()
        link = await store.begin_consent(APP_ID, "https://nghedan.example.vn/zalo-oa/callback", url=zalo.url)
        query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        code = zalo.consents(query["code_challenge"])
        other = a_store(database, zalo, tmp_path, me="two")  # the callback may come to another process
        first = await other.finish_consent(query["state"], code)
        again = await other.finish_consent(query["state"], code)
        foreign = await other.finish_consent("guessed", code)
        token = await store.current()

    assert urlsplit(link).path == "/v4/oa/permission"
    assert (first, again, foreign) == (True, False, False)
    assert token == zalo.access


async def test_an_old_consent_link_is_not_taken(database: Database, tmp_path):
    clock = QuickClock()
    async with ZaloOaServer() as zalo:
        store = a_store(database, zalo, tmp_path, clock=clock)
        link = await store.begin_consent(APP_ID, "https://nghedan.example.vn/cb", url=zalo.url)
        state = parse_qs(urlsplit(link).query)["state"][0]
        clock.advance(2 * 3600)

        assert not await store.finish_consent(state, "code")


def test_the_challenge_is_that_of_the_rfc():
    # RFC 7636, appendix B.
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_seal_opens_only_in_its_place():
    seal = Seal(b"k" * 32, "a purpose")
    sealed = seal.close("chữ", place="here")

    assert seal.open(sealed, place="here") == "chữ"
    for other, place in ((seal, "there"), (Seal(b"k" * 32, "another"), "here")):
        with pytest.raises(ValueError, match="does not open"):
            other.open(sealed, place=place)


def test_tokens_do_not_show_themselves():
    pair = Pair("access-secret", "refresh-secret", HOURS_25)

    assert "secret" not in f"{pair!r} {replace(pair)!s} {OAuth('1', 'app-secret')!r}"
