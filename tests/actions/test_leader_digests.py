"""A leader's week in figures: as a weekly report has them, with every line leading to the cases behind it."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest

from actions import leader_choices as choices
from actions import leader_traces as traces
from actions.cases import assign, handling, refer
from actions.leader_digest_words import message, packed
from actions.leader_digests import WeekDigest, compiled, count_for
from actions.reports.counting import Counting, day_begins
from conversation.codec import reply_from_json, reply_to_json
from conversation.recognise import label_of
from domain.authorities import Authority
from domain.kinds import Kind, Organisation
from domain.roles import Role
from domain.subjects import Subject
from domain.weekly import Week
from storage import report_facts
from storage.leaders import Leader
from storage.reads import Reads
from storage.report_rows import Reach
from tests.actions.world import COMMUNE, NEIGHBOUR, PROVINCE, World
from tests.scheduler.days import at
from tests.support.looking import looking_at
from tests.support.units import load_units

WEEK = Week(date(2026, 11, 23))
SUBJECTS = (Subject.LAND, Subject.ROADS, Subject.UTILITIES, Subject.OFFICIALS)


@pytest.fixture
async def world(database) -> World:
    made = World(database)
    await load_units(database)
    return made


async def the_leader(world: World, officer_id: int) -> Leader:
    async with looking_at(world.database) as db:
        found = await choices.leader_of(db, officer_id)
    assert found is not None
    return found


async def week(world: World, officer_id: int) -> WeekDigest:
    leader = await the_leader(world, officer_id)
    async with looking_at(world.database) as db:
        return compiled(await count_for(db, leader, WEEK))


async def behind(world: World, officer_id: int, line: str, *, limit: int = 100) -> traces.Shown:
    leader = await the_leader(world, officer_id)
    async with looking_at(world.database) as db:
        counted = await count_for(db, leader, WEEK)
        found = traces.behind(counted, line)
        assert found is not None, line
        return await traces.page(db, leader, found, offset=0, limit=limit)


async def filed(world: World, moment: datetime, **values) -> int:
    now, world.now = world.now, moment
    made = await world.file(**values)
    world.now = now
    return made.case_id


async def referred(
    world: World,
    officer: int,
    case_id: int,
    moment: datetime,
    *,
    due: date,
    authority: Authority = Authority.ECONOMY_OFFICE,
) -> None:
    now, world.now = world.now, moment
    await world.does(officer, handling.accept, case_id)
    await world.does(officer, refer.refer, case_id, authority=authority, day=due)
    world.now = now


async def answered(world: World, officer: int, case_id: int, moment: datetime) -> None:
    now, world.now = world.now, moment
    await world.does(officer, refer.answer, case_id, text="Đã cử thợ")
    world.now = now


async def test_what_an_authority_owes_and_answered_stands_beside_the_week_before(world):
    leader = await world.leader()
    late = await filed(world, at(2))
    soon = await filed(world, at(16), text="Cống tắc ở chợ", subject=Subject.ROADS)
    await referred(world, leader, late, at(3), due=at(12).date())
    await referred(world, leader, soon, at(17), due=at(20).date())
    await answered(world, leader, soon, at(19))

    digest = await week(world, leader)

    assert (digest.answered.now, digest.answered.before) == (1, 0)
    assert (digest.on_time.now, digest.overdue.now, digest.overdue.before) == (1, 1, 1)
    assert [(one.office, one.overdue) for one in digest.offices] == [(Authority.ECONOMY_OFFICE.value, 1)]


async def test_the_lines_lead_to_their_cases(world):
    leader = await world.leader()
    late = await filed(world, at(2))
    await referred(world, leader, late, at(3), due=at(12).date())
    new = [await filed(world, at(17), text=f"Đèn số {n} hỏng") for n in range(6)]
    digest = await week(world, leader)

    owed = await behind(world, leader, "overdue")
    office = await behind(world, leader, f"office-{digest.offices[0].mark}")
    everything = await behind(world, leader, "cases")
    hot = await behind(world, leader, f"hot-{COMMUNE.code}-{Subject.UTILITIES.value}")

    assert [case.id for case in owed.cases] == [case.id for case in office.cases] == [late]
    assert [one.days for one in owed.behind.late.values()] == [10]
    assert [case.id for case in everything.cases] == new
    assert [case.id for case in hot.cases] == new


async def test_a_confidential_case_is_counted_behind_a_line_and_never_shown(world):
    leader = await world.leader()
    await filed(world, at(17), confidential=True, subject=Subject.LAND)
    open_case = await filed(world, at(17))

    shown = await behind(world, leader, "cases")
    digest = await week(world, leader)

    assert ([case.id for case in shown.cases], shown.hidden) == ([open_case], 1)
    assert (digest.received.now, digest.confidential) == (2, 1)
    assert all(one.subject is not Subject.LAND for one in digest.talked)


async def test_overdue_confidential_cases_are_in_no_authoritys_line(world):
    leader = await world.leader()
    sealed = await filed(world, at(2), confidential=True)
    await referred(world, leader, sealed, at(3), due=at(12).date(), authority=Authority.COMMUNE_POLICE)

    digest = await week(world, leader)

    assert (digest.overdue.now, digest.offices, digest.sealed_overdue) == (1, (), 1)


async def test_whoever_is_kept_away_from_a_case_sees_it_as_a_number_alone(world):
    leader = await world.leader()
    await world.officer("Lan")
    case = await filed(world, at(17))
    await world.does(leader, assign.recuse, case, reason="người nhà")

    shown = await behind(world, leader, "cases")

    assert (shown.cases, shown.hidden) == ((), 1)


async def test_the_front_of_a_commune_sees_all_organisations_there_and_each_of_them_itself(world):
    front = await world.leader("Front")
    women = await world.leader("Women", organisation=Organisation.WOMEN)
    await filed(world, at(17))
    await filed(world, at(17), organisation=Organisation.WOMEN)
    await filed(world, at(17), commune=NEIGHBOUR, organisation=Organisation.WOMEN)

    whole, own = await week(world, front), await week(world, women)

    assert (whole.received.now, own.received.now) == (2, 1)
    assert [(body.organisation, body.received) for body in whole.bodies] == [
        (Organisation.FRONT, 1),
        (Organisation.WOMEN, 1),
    ]
    assert own.bodies == ()


async def test_a_province_sees_its_communes_and_one_without_a_unit_everything(world):
    province = await world.leader("Province", unit=PROVINCE)
    centre = await world.leader("Centre", unit=None, organisation=None)
    await filed(world, at(17))
    await filed(world, at(17), commune=NEIGHBOUR)

    of_province, of_all = await week(world, province), await week(world, centre)
    shown = await behind(world, province, f"body-{NEIGHBOUR.code}-mttq")

    assert (of_province.received.now, of_all.received.now) == (2, 2)
    assert {body.unit_code for body in of_province.bodies} == {COMMUNE.code, NEIGHBOUR.code}
    assert [case.commune for case in shown.cases] == [NEIGHBOUR.code]


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2, 3))])
async def test_figures_are_those_of_the_weekly_report(world, seed):
    """The report of a commune and the digest of its leader are never two truths."""
    draw = random.Random(seed)
    leader = await world.leader()
    handlers = {c.code: await world.officer(c.code, unit=c.code) for c in (COMMUNE, NEIGHBOUR)}
    for number in range(30):
        commune = draw.choice((COMMUNE, COMMUNE, NEIGHBOUR))
        day = at(draw.randint(5, 22), f"{draw.randint(0, 23)}:{draw.randint(0, 59)}")
        case = await filed(
            world,
            day,
            text=f"Việc {number}",
            commune=commune,
            subject=draw.choice(SUBJECTS),
            organisation=Organisation.FRONT,
            confidential=draw.random() < 0.2,
            kind=draw.choice((Kind.OBSERVATION, Kind.RECOMMENDATION)),
        )
        if draw.random() < 0.7:
            officer = handlers[commune.code]
            sent = day + timedelta(hours=draw.randint(1, 40))
            await referred(world, officer, case, sent, due=(sent + timedelta(days=draw.randint(1, 9))).date())
            if draw.random() < 0.5:
                await answered(world, officer, case, sent + timedelta(days=draw.randint(1, 9)))

    digest = await week(world, leader)
    reach = Reach(COMMUNE.code, "", day_begins(WEEK.first), day_begins(WEEK.until))
    report = Counting(await report_facts.facts(Reads(world.database), reach))

    assert [one.now for one in (digest.received, digest.cases, digest.answered, digest.on_time, digest.overdue)] == [
        report[key] for key in ("received", "cases", "ref_answered", "ref_on_time", "ref_overdue")
    ]
    assert [(hot.subject.value, hot.people) for hot in digest.hot] == [
        (spot.subject, spot.people) for spot in report.hot_spots
    ]
    assert sum(one.overdue for one in digest.offices) + digest.sealed_overdue == digest.overdue.now


async def test_every_line_with_a_number_has_a_button_that_leads_to_cases(world):
    leader = await world.leader()
    late = await filed(world, at(2))
    await referred(world, leader, late, at(3), due=at(12).date())
    for number in range(6):
        await filed(world, at(17), text=f"Đèn số {number} hỏng")
    await filed(world, at(17), organisation=Organisation.WOMEN)
    digest = await week(world, leader)

    for option in message(digest).options:
        name, _, argument = option.choice.removeprefix("!").partition("=")
        if name != "week":
            continue
        _, line, _ = argument.split("/")
        found = await the_leader(world, leader)
        async with looking_at(world.database) as db:
            kept = traces.all_lines(await count_for(db, found, WEEK))
            assert traces.from_text(traces.to_text(kept)) == kept
            lines = [pick.line for pick in kept.groups.get(line, ())] or [line]
            assert all(kept.lines[one].count for one in lines), line


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_a_digest_comes_out_of_the_outbox_as_it_went_in(world, language):
    leader = await world.leader()
    for number in range(6):
        await filed(world, at(17), text=f"Đèn số {number} hỏng")
    digest = (await week(world, leader)).with_picture(7)
    kept = reply_from_json(reply_to_json(packed(digest)))

    assert [label_of(p, language) for p in kept.paragraphs] == [
        label_of(p, language) for p in message(digest).paragraphs
    ]
    assert [file.file_id for file in kept.files] == [7]


async def test_roles_that_lead_nothing_have_no_week(world):
    officer = await world.officer(roles=(Role.OFFICER,))

    async with looking_at(world.database) as db:
        assert await choices.leader_of(db, officer) is None
