from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from actions import officers as officer_actions
from actions.filing import pin_hash
from bot.demo import marker, removal, summary
from bot.demo.load import DemoRefused, Loading, Wish, begin
from bot.demo.material import SHOWCASE
from bot.demo.stories import STORIES
from domain.calendar import local_date
from domain.kinds import Organisation
from domain.life import State, Step
from domain.roles import Role, Scope
from storage import audit, schema
from storage.database import Database
from storage.units import load_shipped
from tests.support.demo import NOW, SECRET, contents, load, real_petition, rows, stories
from tests.support.postgres import named
from tests.support.rows import a_chat, a_notice

pytestmark = pytest.mark.slow  # loading the demo takes some seconds


@pytest.fixture
def demo(demo_of_its_own: Database) -> Database:
    """These tests change what was loaded."""
    return demo_of_its_own


# --- Again, otherwise, not at all


async def test_loading_again_changes_nothing(demo):
    before = await contents(demo)

    again = await load(demo, now=NOW + timedelta(days=3))

    assert again.loaded
    assert await contents(demo) == before


@pytest.mark.slow
async def test_both_databases_hold_the_same_whatever_the_engine(
    loaded_sqlite_file, loaded_postgres_template, postgres_url
):
    kept = []
    for url in (f"sqlite:///{loaded_sqlite_file}", named(postgres_url, loaded_postgres_template)):
        database = Database(url)
        kept.append(await contents(database))
        await database.close()

    assert kept[0] == kept[1]


async def test_another_seed_or_day_is_refused_while_one_is_loaded(demo):
    with pytest.raises(DemoRefused, match="--remove"):
        await load(demo, Wish(seed=2))
    with pytest.raises(DemoRefused, match="--remove"):
        await load(demo, Wish(until=date(2026, 10, 31)))


async def test_removing_leaves_nothing_but_the_audit_trail(demo):
    async with demo.begin() as db:
        await summary.logins(db, now=NOW)

    async with demo.begin() as db:
        removed = await removal.remove(db)

    left = await contents(demo)
    units = {"unit", "former_unit"}
    assert removed.petitions > 300
    assert {name for name, found in left.items() if found} == units | {"setting"}
    assert [key for key, _ in left["setting"]] == ["units.edition"]
    assert await rows(demo, schema.invitation) == []
    async with demo.read() as db:
        assert await audit.first_broken(db) is None
        assert not await removal.is_there(db)


async def test_removing_keeps_what_real_people_have_written_meanwhile(demo):
    open_case = next(case for case, _ in await stories(demo) if case.state is State.ACCEPTED and not case.confidential)
    joined = await real_petition(demo, join_case=open_case.id)
    alone = await real_petition(demo)
    chat = await a_chat(demo, address="visitor")
    async with demo.begin() as db:
        login = (await summary.logins(db, now=NOW))[0]
        await officer_actions.join(db, chat, login.payload.removeprefix("inv_"), now=NOW)

    async with demo.begin() as db:
        removed = await removal.remove(db)

    assert removed.kept == 1
    assert [row.id for row in await rows(demo, schema.petition)] == [joined, alone]
    assert next(row.id for row in await rows(demo, schema.case_file)) == open_case.id
    assert {row.officer_id for row in await rows(demo, schema.conversation)} == {None}
    assert await rows(demo, schema.officer) == []
    assert {row.officer_id for row in await rows(demo, schema.case_event)} == {None}


async def test_removing_takes_unsent_messages_about_its_cases_back_and_frees_the_names_of_its_digests(demo):
    case, officer = (await stories(demo))[0][0], (await rows(demo, schema.officer))[0]
    chat = await a_chat(demo, officer_id=officer.id)
    await a_notice(demo, chat, about_case_id=case.id)
    sent = await a_notice(demo, chat, once=f"digest/{officer.id}/2026-11-23")
    async with demo.begin() as db:
        await db.execute(schema.outbox.update().where(schema.outbox.c.id == sent).values(state="delivered"))

    async with demo.begin() as db:
        await removal.remove(db)

    assert [(row.id, row.state, row.once) for row in await rows(demo, schema.outbox)] == [(sent, "delivered", None)]


async def test_removing_twice_finds_nothing(database):
    async with database.begin() as db:
        assert not await removal.remove(db)


class Killed(Exception):
    """What ends a load in the middle."""


async def cut_off(database: Database) -> Loading:
    """Begin to load and stop after the first acts, as a killed process does."""
    async with database.begin() as db:
        await load_shipped(db)
    loading = await begin(database, Wish(), now=NOW, secret=SECRET)
    assert isinstance(loading, Loading)

    def stop(_: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        await loading.finish(stop)
    assert await rows(database, schema.petition)
    return loading


async def test_a_load_that_was_cut_off_begins_anew(database):
    await cut_off(database)
    officers_before = len(await rows(database, schema.officer))

    again = await begin(database, Wish(), now=NOW, secret=SECRET)

    assert isinstance(again, Loading)
    assert await rows(database, schema.petition) == []
    assert len(await rows(database, schema.officer)) == officers_before
    assert again.mark.loaded is False


async def test_a_load_stops_when_another_has_taken_over(database):
    first = await cut_off(database)
    await begin(database, Wish(), now=NOW, secret=SECRET)

    with pytest.raises(DemoRefused, match="taken over"):
        await first.finish(lambda _: None)

    assert await rows(database, schema.petition) == []


async def test_a_load_that_was_cut_off_can_be_removed(database):
    await cut_off(database)

    async with database.begin() as db:
        assert await removal.remove(db)

    assert await rows(database, schema.case_event) == []
    assert await rows(database, schema.officer) == []


async def test_real_petitions_are_in_the_way_unless_that_is_wished(database):
    async with database.begin() as db:
        await load_shipped(db)
    await real_petition(database)

    with pytest.raises(DemoRefused, match="1 real petition;"):
        await begin(database, Wish(), now=NOW, secret=SECRET)
    assert await rows(database, schema.officer) == []

    assert isinstance(await begin(database, Wish(with_real_data=True), now=NOW, secret=SECRET), Loading)


async def test_a_real_officer_of_a_demo_commune_is_in_the_way(database):
    async with database.begin() as db:
        await load_shipped(db)
        await officer_actions.add_officer(
            db, name="Lan", roles=[Role.OFFICER], scopes=[Scope(SHOWCASE, Organisation.FRONT)], now=NOW
        )

    with pytest.raises(DemoRefused, match=SHOWCASE):
        await begin(database, Wish(with_real_data=True), now=NOW, secret=SECRET)


async def test_an_administrator_with_a_chat_hears_nothing_of_what_is_invented(database):
    async with database.begin() as db:
        await load_shipped(db)
        roles = [Role.ADMINISTRATOR, Role.LEADER]
        boss = await officer_actions.add_officer(db, name="Lan", roles=roles, scopes=[Scope()], now=NOW)
    await a_chat(database, officer_id=boss)
    loading = await begin(database, Wish(), now=NOW, secret=SECRET)
    assert isinstance(loading, Loading)
    acts = loading.stage.plan.acts
    declined = {act.issue for act in acts if act.beat is not None and act.beat.do == "propose_decline"}
    few = tuple(act for act in acts if act.issue in declined)
    loading.stage = replace(loading.stage, plan=replace(loading.stage.plan, acts=few))

    await loading.finish(lambda _: None)

    assert any(row.step == Step.PROPOSE_DECLINE for row in await rows(database, schema.case_event))
    assert await rows(database, schema.outbox) == []


async def test_a_day_that_is_not_over_is_refused(database):
    with pytest.raises(DemoRefused, match="not over"):
        await begin(database, Wish(until=local_date(NOW)), now=NOW, secret=SECRET)


async def test_without_the_list_of_units_nothing_is_loaded(database):
    with pytest.raises(DemoRefused, match="nghedan migrate"):
        await begin(database, Wish(), now=NOW, secret=SECRET)

    assert await rows(database, schema.officer) == []


# --- What a visitor is offered


async def test_the_codes_that_are_offered_open_with_their_pins(demo):
    async with demo.read() as db:
        mark = await marker.read(db)
        by_code = {row.code: row for row in await rows(demo, schema.petition)}

    assert mark is not None
    assert len(mark.samples) == sum(bool(story.shows) for story in STORIES)
    for sample in mark.samples:
        assert by_code[sample.code].pin_hash == pin_hash(SECRET, sample.code, sample.pin)
        assert (by_code[sample.code].commune_code, by_code[sample.code].organisation) == (SHOWCASE, Organisation.FRONT)


async def test_the_links_let_an_officer_and_a_leader_in_and_end_older_ones(demo):
    async with demo.begin() as db:
        old = await summary.logins(db, now=NOW)
    async with demo.begin() as db:
        new = await summary.logins(db, now=NOW)
    chat = await a_chat(demo)

    async with demo.begin() as db:
        account = await officer_actions.join(db, chat, new[1].payload.removeprefix("inv_"), now=NOW)

    assert [login.role for login in new] == [Role.OFFICER, Role.LEADER]
    assert account.roles == (Role.LEADER,)
    assert new[0].unit == "Xã Quảng Điền"
    assert {login.payload for login in old}.isdisjoint({login.payload for login in new})
    assert len(await rows(demo, schema.invitation)) == len(new)
