from __future__ import annotations

import asyncio
import itertools
import json
import secrets
import shutil
import sqlite3
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import Row, Table, select

from actions import officers as officer_actions
from actions.cases.access import handles
from actions.cases.duedate import SetByHand, due_date_of
from actions.cases.opening import FILED
from actions.filing import NewPetition, file_petition, pin_hash
from bot.cli.demo import command
from bot.demo import marker, removal, summary
from bot.demo.cast import posts
from bot.demo.load import DemoRefused, Loading, Wish, begin
from bot.demo.marker import Marker
from bot.demo.material import SHOWCASE, Material, material
from bot.demo.plan import Place, Plan, make_plan
from bot.demo.play import BEATS
from bot.demo.stories import STORIES
from bot.demo.voices import fits
from domain.calendar import LOCAL, WorkCalendar, end_of_day, local_date, start_of_day
from domain.deadlines import due
from domain.kinds import Kind, Organisation, Rating
from domain.life import Outcome, State, Step, states_after
from domain.roles import GRANTABLE, Role, Scope
from domain.rules import Deadline, rule_for
from domain.subjects import Subject
from domain.units import UnitRef
from matching.duplicates import Report
from matching.text import fold
from storage import audit, cases, migrate, officers, schema, similar, worklist
from storage.cases import Case, Event
from storage.data import shipped_units
from storage.database import Database
from storage.units import load_shipped
from tests.support.postgres import execute, fresh_database, named
from tests.support.rows import a_chat

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
YESTERDAY = date(2026, 11, 21)
SECRET = b"the installation's key"
CALENDAR = WorkCalendar()
NO_STEP = frozenset({FILED, "took_in", "gave_back"})
"""Lines of a story that are no step of `domain.life`."""


async def load(database: Database, wish: Wish | None = None, *, now: datetime = NOW) -> Marker:
    """Load the demo as the command does."""
    async with database.begin() as db:
        await load_shipped(db)
    found = await begin(database, wish or Wish(), now=now, secret=SECRET)
    return await found.finish(lambda _: None) if isinstance(found, Loading) else found


def load_into(url: str) -> None:
    async def run() -> None:
        database = Database(url)
        await load(database)
        await database.close()

    asyncio.run(run())


@pytest.fixture(scope="module")
def loaded_sqlite_file(tmp_path_factory: pytest.TempPathFactory, empty_sqlite_file: Path) -> Path:
    """A SQLite file with the demo; tests copy it."""
    file = tmp_path_factory.mktemp("demo") / "loaded.db"
    shutil.copyfile(empty_sqlite_file, file)
    load_into(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="module")
def loaded_postgres_template(postgres_url: str, empty_postgres_template: str) -> str:
    """The name of a PostgreSQL database with the demo; tests get copies of it."""
    name = f"{empty_postgres_template}_demo"
    create = (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {empty_postgres_template}")
    asyncio.run(execute(postgres_url, *create))
    load_into(named(postgres_url, name))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def loaded(request: pytest.FixtureRequest) -> str:
    """Which engine the test runs on; loaded here, before a loop runs."""
    request.getfixturevalue("loaded_sqlite_file" if request.param == "sqlite" else "loaded_postgres_template")
    name: str = request.param
    return name


@pytest.fixture
async def demo(request: pytest.FixtureRequest, loaded: str, tmp_path: Path) -> Any:
    """An open database with the demo, of this test alone."""
    if loaded == "sqlite":
        file = tmp_path / "demo.db"
        shutil.copyfile(request.getfixturevalue("loaded_sqlite_file"), file)
        opened = Database(f"sqlite:///{file}")
        yield opened
        await opened.close()
        return
    server, template = (request.getfixturevalue(name) for name in ("postgres_url", "loaded_postgres_template"))
    async with fresh_database(server, template=template) as url:
        opened = Database(url)
        yield opened
        await opened.close()


async def rows(database: Database, table: Table) -> list[Row[Any]]:
    async with database.read() as db:
        order = list(table.primary_key.columns)
        return list((await db.execute(select(table).order_by(*order))).all())


CHANGES_EVERY_TIME = {"invitation", "audit"}
"""Tables that keep when and how often the command was called."""


async def contents(database: Database) -> dict[str, list[Any]]:
    """Everything in the tables, as plain values."""
    found = {}
    for table in schema.metadata.sorted_tables:
        if table.name not in CHANGES_EVERY_TIME:
            found[table.name] = [tuple(row) for row in await rows(database, table)]
    run = next((value for key, value in found["setting"] if key == marker.KEY), {})
    run.pop("run", None)
    return found


async def stories(database: Database) -> list[tuple[Case, list[Event]]]:
    """Every case with its whole story."""
    async with database.read() as db:
        found = [cases.from_row(row) for row in await db.execute(select(schema.case_file).order_by("id"))]
        return [(case, await cases.events(db, case.id)) for case in found]


def plan(seed: int = 1, until: date = YESTERDAY) -> Plan:
    shipped, units = material(), {unit.code: unit for unit in shipped_units().communes}
    places = {
        one.unit.code: Place(units[one.unit.code].full_name, units[one.unit.code].lat, units[one.unit.code].lon)
        for one in shipped.communes
    }
    return make_plan(seed, until, CALENDAR, shipped, places)


async def real_petition(database: Database, *, join_case: int | None = None) -> int:
    """File a petition of a real person; return its id."""
    chat = await a_chat(database, address=secrets.token_hex(8))
    async with database.begin() as db:
        table = schema.conversation
        person = await db.scalar(select(table.c.person_id).where(table.c.id == chat))
        new = NewPetition(
            person_id=person, conversation_id=chat, origin="telegram", kind=Kind.OBSERVATION,
            text="Đèn đường ngõ 12 hỏng", commune=UnitRef(SHOWCASE, "46"), organisation=Organisation.FRONT,
            subject=Subject.UTILITIES, join_case=join_case,
        )  # fmt: skip
        filed = await file_petition(db, new, now=NOW, calendar=CALENDAR, secret=SECRET, draw=secrets.token_bytes)
    return filed.petition_id


# --- What is in it


async def test_hundreds_of_petitions_lie_in_ten_communes_of_two_provinces(demo):
    async with demo.read() as db:
        counts = await summary.counts(db, now=NOW)

    assert 300 <= counts.petitions <= 500
    assert (counts.communes, counts.provinces) == (10, 2)


async def test_every_state_and_every_outcome_is_there(demo):
    found = await rows(demo, schema.case_file)

    assert {row.state for row in found} == set(State)
    assert {row.outcome for row in found if row.outcome} == set(Outcome)
    assert all((row.outcome is not None) == (row.state == State.CLOSED) for row in found)


async def test_every_kind_organisation_origin_and_rating_is_there(demo):
    petitions, ratings = await rows(demo, schema.petition), await rows(demo, schema.rating)

    assert {row.kind for row in petitions} == set(Kind)
    assert {row.organisation for row in petitions} == set(Organisation)
    assert {row.origin for row in petitions} == {"zalo_oa", "zalo_bot", "webchat", "telegram", "walk_in"}
    assert {row.score for row in ratings} == set(Rating)


async def test_every_step_that_can_be_taken_was_taken_by_somebody(demo):
    taken = {row.step for row in await rows(demo, schema.case_event)} - NO_STEP

    assert taken == set(Step)


async def test_every_organisation_handles_cases_and_a_commune_without_officers_is_handled_by_the_province(demo):
    found = await rows(demo, schema.case_file)

    assert {row.handler_organisation for row in found} == set(Organisation)
    assert {row.handler_unit_code for row in found if row.commune_code == "17464"} == {"40"}


async def test_repeats_share_a_case_and_recurrences_name_the_closed_one(demo):
    found = {row.id: row for row in await rows(demo, schema.case_file)}
    links = Counter(row.case_id for row in await rows(demo, schema.case_petition) if row.left_at is None)
    back = [row for row in found.values() if row.recurrence_of_id]

    assert max(links.values()) >= 5
    assert len(back) == 5
    assert all(found[row.recurrence_of_id].closed_at < row.opened_at for row in back)


async def test_some_open_cases_are_overdue_some_referrals_too_and_some_wait_for_their_resident(demo):
    open_cases = [row for row in await rows(demo, schema.case_file) if row.state != State.CLOSED]
    referrals = await rows(demo, schema.referral)

    assert 15 <= sum(row.due_at <= NOW and row.paused_at is None for row in open_cases) < len(open_cases) / 2
    assert any(row.answered_at is None and row.due_at <= NOW and row.reminded for row in referrals)
    assert any(row.answered_at is not None for row in referrals)
    assert any(row.paused_at is not None for row in open_cases)
    assert any(row.reopened for row in open_cases)


async def test_every_row_says_that_it_is_of_the_demo(demo):
    found = [*await rows(demo, schema.petition), *await rows(demo, schema.case_file), *await rows(demo, schema.officer)]

    assert all(row.demo for row in found)


async def test_thanks_have_no_case_and_everything_else_has_one(demo):
    linked = {row.petition_id for row in await rows(demo, schema.case_petition)}
    petitions = await rows(demo, schema.petition)

    assert {row.id for row in petitions if row.kind == Kind.THANKS}.isdisjoint(linked)
    assert {row.id for row in petitions if row.kind != Kind.THANKS} == linked


async def test_every_role_is_somebody_s_and_every_officer_s_name_says_that_nobody_is_called_so(demo):
    found = await rows(demo, schema.officer)

    assert {role for row in found for role in row.roles} == set(GRANTABLE) - {Role.ADMINISTRATOR}
    assert all(row.name.endswith(" (mẫu)") and row.demo for row in found)
    assert len({row.name for row in found}) == len(found)


# --- How it hangs together


async def test_the_state_of_every_case_is_where_its_story_leads(demo):
    for case, events in await stories(demo):
        # Whoever joins a case or leaves it to the others writes a line that moves nothing.
        moves = [
            e
            for e in events
            if e.step not in NO_STEP and not (e.before == e.after and e.step in {"supply", "withdraw"})
        ]

        assert states_after(State.RECEIVED, [Step(e.step) for e in moves]) is case.state, case.id


async def test_every_line_begins_where_the_one_before_ended_and_none_lies_in_the_future(demo):
    for case, events in await stories(demo):
        assert events[0].step == FILED
        for earlier, later in itertools.pairwise(events):
            assert (earlier.after, earlier.at <= later.at) == (later.before, True), case.id
        assert events[-1].at < end_of_day(YESTERDAY)


async def test_petitions_are_filed_within_three_months_and_numbered_as_they_came(demo):
    filed = [row.filed_at for row in await rows(demo, schema.petition)]

    assert filed == sorted(filed)
    assert start_of_day(YESTERDAY - timedelta(days=93)) <= filed[0] < start_of_day(YESTERDAY - timedelta(days=80))
    assert filed[-1] < end_of_day(YESTERDAY)


async def test_every_due_date_is_what_its_rule_gives(demo):
    explained = 0
    for case, events in await stories(demo):
        found = due_date_of(case, events, CALENDAR, NOW)
        if case.state is State.CLOSED:
            assert found is None
        elif isinstance(found, SetByHand):
            assert case.due_at == end_of_day(found.day)
        elif case.paused_at is None:
            assert found is not None
            assert (case.due_at, case.due_rule) == (found.at, found.rule), case.id
            explained += 1

    assert explained > 80


async def test_what_nobody_has_read_is_due_within_a_working_day(demo):
    for case, _ in await stories(demo):
        if case.state is State.RECEIVED:
            day = CALENDAR.add_working_days(local_date(case.opened_at), 1)
            assert (case.due_rule, case.due_at) == (Deadline.READ, end_of_day(day))


async def test_an_authority_has_the_time_that_the_rule_gives_or_the_day_that_the_officer_named(demo):
    by_rule = 0
    referrals = await rows(demo, schema.referral)
    for case, events in await stories(demo):
        sent = [event for event in events if event.step == Step.REFER]
        extended = any(event.step == Step.EXTEND for event in events)
        for event, row in zip(sent, [row for row in referrals if row.case_id == case.id], strict=True):
            given = due(rule_for(Deadline(row.due_rule)), row.sent_at, CALENDAR).at
            if not (event.data["by_hand"] or extended):
                assert row.due_at == given
                by_rule += 1

    assert by_rule > 100


async def test_officers_act_in_office_hours_on_working_days(demo):
    for _, events in await stories(demo):
        for event in events:
            if event.officer_id is not None:
                local = event.at.astimezone(LOCAL)
                assert (CALENDAR.is_working_day(local.date()), 7 <= local.hour < 17) == (True, True), event


# --- Nobody is told, nothing leaks


async def test_nobody_is_written_to_and_nobody_has_a_chat(demo):
    assert await rows(demo, schema.outbox) == []
    assert await rows(demo, schema.conversation) == []
    assert {row.conversation_id for row in await rows(demo, schema.petition)} == {None}


async def test_confidential_cases_are_listed_to_their_handlers_alone(demo):
    confidential = {case.id for case, _ in await stories(demo) if case.confidential}
    listed = set()
    async with demo.read() as db:
        for account in await rows(demo, schema.officer):
            actor = await officers.actor_of(db, account.id)
            for reach in worklist.Reach:
                page = await worklist.page(db, actor, reach, worklist.Pile.ALL, now=NOW, offset=0, limit=1_000)
                shown = [case for case in page if case.confidential]
                assert all(handles(case, actor) for case in shown)
                listed |= {case.id for case in shown}

    assert listed <= confidential
    assert len(confidential) >= 10


async def test_complaints_denunciations_and_conduct_of_officials_are_confidential(demo):
    for row in [*await rows(demo, schema.petition), *await rows(demo, schema.case_file)]:
        guarded = row.kind in {Kind.COMPLAINT, Kind.DENUNCIATION} or row.subject == Subject.OFFICIALS

        assert row.confidential or not guarded


async def test_a_resident_is_never_shown_a_confidential_case_as_a_likely_repeat(demo):
    confidential = {case.id for case, _ in await stories(demo) if case.confidential}
    async with demo.read() as db:
        for row in [row for row in await rows(demo, schema.petition) if row.confidential]:
            report = Report("new", row.text, row.commune_code, row.province_code, NOW, row.subject)
            found = await similar.likely_repeats(db, report, limit=5)
            assert {one.case_id for one in found}.isdisjoint(confidential)


async def test_the_accused_leader_s_commune_does_not_handle_the_denunciation(demo):
    about_leaders = [case for case, _ in await stories(demo) if "nhan tien" in fold(case.title)]

    assert about_leaders
    assert all(case.handler.unit.code == case.province for case in about_leaders)


async def test_phone_numbers_are_numbers_that_nobody_has(demo):
    phones = {row.sender_phone for row in await rows(demo, schema.petition) if row.sender_phone}

    assert phones
    assert all(phone.startswith("01") and len(phone) == 10 for phone in phones)


# --- Again, otherwise, not at all


async def test_loading_again_changes_nothing(demo):
    before = await contents(demo)

    again = await load(demo, now=NOW + timedelta(days=3))

    assert again.loaded
    assert await contents(demo) == before


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


def test_the_same_seed_and_day_make_the_same_plan_and_another_seed_another():
    assert plan() == plan()
    assert plan().acts != plan(seed=2).acts
    assert posts(1, material()) == posts(1, material())


@pytest.mark.parametrize("until", [date(2026, 9, 2), date(2027, 2, 14), date(2027, 3, 1), date(2026, 11, 24)])
@pytest.mark.parametrize("seed", [1, 7])
def test_a_plan_fits_into_its_three_months_around_any_holiday(seed, until):
    acts = plan(seed, until).acts

    assert acts[-1].at < end_of_day(until)
    assert acts[0].at > start_of_day(until - timedelta(days=100))
    assert 300 <= sum(act.filing is not None for act in acts) <= 500


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
    object.__setattr__(loading.stage.plan, "acts", few)

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


# --- The material


def test_every_beat_of_a_story_is_one_that_can_be_played():
    assert {beat.do for story in STORIES for beat in story.beats} == set(BEATS)


def test_every_problem_fits_some_commune_and_no_text_is_said_twice():
    shipped: Material = material()
    texts = [text for problem in shipped.problems for text in problem.texts]

    assert all(any(fits(problem, commune) for commune in shipped.communes) for problem in shipped.problems)
    assert len(set(texts)) == len(texts)
    assert len({problem.id for problem in shipped.problems}) == len(shipped.problems)


def test_the_communes_are_those_of_the_shipped_list():
    units = {unit.code: unit for unit in shipped_units().communes}

    assert all(units[one.unit.code].province_code == one.unit.province for one in material().communes)


# --- The command


@pytest.fixture
def installation(tmp_path: Path, loaded_sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose database holds the demo, as `nghedan migrate` and `nghedan demo` leave it."""
    file = tmp_path / "nghedan.db"
    shutil.copyfile(loaded_sqlite_file, file)
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (migrate.head(),))
    connection.close()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_says_what_is_loaded_and_how_to_look_at_it(installation):
    result = CliRunner().invoke(command, [])

    assert result.exit_code == 0, result.output
    assert "Loaded before: the demo of seed 1 until 2026-11-21." in result.output
    assert "http://127.0.0.1:8080/officer?start=inv_" in result.output
    assert "an officer waits for this resident's answer" in result.output


def test_the_command_answers_programs_in_json(installation):
    answer = json.loads(CliRunner().invoke(command, ["--json"]).output)

    assert answer["loaded_now"] is False
    assert answer["counts"]["petitions"] > 300
    assert [login["role"] for login in answer["logins"]] == ["officer", "leader"]
    assert {"code", "pin", "shows"} == set(answer["try"][0])


def test_the_command_removes_the_demo_once(installation):
    first = CliRunner().invoke(command, ["--remove"])
    second = CliRunner().invoke(command, ["--remove"])

    assert first.output.startswith("Removed: 4")
    assert (second.exit_code, second.output) == (0, "There is no demo to remove.\n")


def test_the_command_refuses_with_one_sentence_and_status_1(installation):
    result = CliRunner().invoke(command, ["--seed", "9"])

    assert result.exit_code == 1
    assert "`nghedan demo --remove`" in result.output


def test_remove_stands_alone(installation):
    assert CliRunner().invoke(command, ["--remove", "--seed", "1"]).exit_code == 2


@pytest.mark.slow
def test_the_command_loads_into_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    answer = json.loads(CliRunner().invoke(command, ["--json", "--until", "2026-10-31", "--seed", "3"]).output)

    assert (answer["loaded_now"], answer["until"], answer["seed"]) == (True, "2026-10-31", 3)
    assert (tmp_path / "var" / "nghedan.db").exists()
