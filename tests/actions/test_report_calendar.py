"""The calendar of reports as a body sets it: who may, what it means next, what is caught up, in order and with a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.reports import bodies, calendar, schedule
from actions.reports.compiling import Wish, compile_report
from domain.errors import NotAllowed, NotFound, Refused
from domain.kinds import Organisation
from domain.report_calendar import RHYTHMS, ahead, checked
from domain.reporting import Closing, PartOfReport, ReportKind, Rhythm, days, usual_rule
from domain.roles import Actor, Role
from domain.units import UnitRef
from reports.value import SigningForm
from storage import officers, schema
from tests.actions.world import COMMUNE, NEIGHBOUR, World
from tests.support.looking import looking_at
from tests.support.units import load_units

NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
ADMINISTRATOR = Actor(roles=frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
async def house(world: World) -> World:
    """A commune with an officer since early November."""
    await load_units(world.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    world.lan = await world.officer("Lan")
    world.now = NOW
    return world


async def actor(world: World, officer: int) -> Actor:
    async with looking_at(world.database) as db:
        found = await officers.actor_of(db, officer)
    assert found is not None
    return found


async def set_line(world: World, by: Actor, unit: UnitRef | None = COMMUNE, organisation: str = "", **changes):
    kind = changes.pop("kind", ReportKind.MONTH)
    async with world.database.begin() as db:
        line = await calendar.line_of(db, unit.code if unit else "", organisation, kind, date(2026, 11, 17))
        rule = replace(line.rule, active=True) if "active" not in changes else line.rule
        return await calendar.set_line(db, unit, organisation, replace(rule, **changes), by=by, now=world.now)


async def due(world: World, now: datetime) -> list[tuple[ReportKind, str, date]]:
    async with looking_at(world.database) as db:
        return [(one.wish.kind, one.wish.unit, one.wish.period.last) for one in await schedule.due_reports(db, now)]


# --- Who may --------------------------------------------------------------------------------------------------------------


async def test_an_officer_sets_the_calendar_of_the_own_body_alone(house: World) -> None:
    lan = await actor(house, house.lan)

    assert (await set_line(house, lan, due_days=3)).due_days == 3
    for unit, organisation in ((NEIGHBOUR, ""), (COMMUNE, Organisation.WOMEN.value), (None, "")):
        with pytest.raises(NotAllowed):
            await set_line(house, lan, unit, organisation, due_days=3)
    reader = await actor(house, await house.officer("Đọc", roles=(Role.PARTY_READER,)))
    with pytest.raises(NotAllowed):
        await set_line(house, reader, due_days=3)


async def test_a_line_for_all_units_holds_where_none_is_set(house: World) -> None:
    await set_line(house, ADMINISTRATOR, None, due_days=2)
    await set_line(house, await actor(house, house.lan), due_days=4)

    async with looking_at(house.database) as db:
        own = await calendar.line_of(db, COMMUNE.code, "", ReportKind.MONTH, NOW.date())
        other = await calendar.line_of(db, NEIGHBOUR.code, "", ReportKind.MONTH, NOW.date())
    assert (own.rule.due_days, own.own, own.shared) == (4, True, False)
    assert (other.rule.due_days, other.own, other.shared) == (2, False, True)


async def test_what_was_set_is_traced_and_taken_back(house: World) -> None:
    lan = await actor(house, house.lan)
    await set_line(house, lan, due_days=3)
    async with house.database.begin() as db:
        await calendar.reset_line(db, COMMUNE, "", ReportKind.MONTH, by=lan, now=NOW)
        with pytest.raises(NotFound):
            await calendar.reset_line(db, COMMUNE, "", ReportKind.MONTH, by=lan, now=NOW)

    traces = [row.action for row in await house.rows(schema.audit)]
    async with looking_at(house.database) as db:
        line = await calendar.line_of(db, COMMUNE.code, "", ReportKind.MONTH, NOW.date())
    assert traces[-2:] == ["report_line_set", "report_line_reset"]
    assert (line.own, line.rule) == (False, usual_rule(ReportKind.MONTH))


# --- What it means --------------------------------------------------------------------------------------------------------


async def test_another_addressee_of_the_usual_line_loses_no_period_that_waits_to_be_compiled(house: World) -> None:
    before = await due(house, NOW)

    await set_line(house, await actor(house, house.lan), committee="Thường trực Đảng ủy xã", party_layout=True)

    assert (ReportKind.MONTH, COMMUNE.code, date(2026, 11, 14)) in before
    assert await due(house, NOW) == before


async def test_an_organisation_reports_by_itself_once_its_line_is_set(house: World) -> None:
    women = Organisation.WOMEN.value
    hoa = await actor(house, await house.officer("Hoa", organisation=Organisation.WOMEN))
    await set_line(house, hoa, COMMUNE, women, closing=Closing())

    async with looking_at(house.database) as db:
        found = await schedule.due_reports(db, datetime(2026, 12, 2, 3, tzinfo=UTC))
    months = [(one.wish.organisation, one.wish.period.last) for one in found if one.wish.kind is ReportKind.MONTH]
    assert months == [("", date(2026, 11, 14)), (women, date(2026, 11, 30))]


async def test_months_closed_otherwise_from_today_on_are_not_compiled_for_the_days_before(house: World) -> None:
    await set_line(house, await actor(house, house.lan), closing=Closing(month_day=1))

    # October by the calendar and the half of November before the change stay in the reports that were made of them.
    assert ReportKind.MONTH not in {kind for kind, _, _ in await due(house, NOW)}
    assert (ReportKind.MONTH, COMMUNE.code, date(2026, 11, 30)) in await due(
        house, datetime(2026, 12, 1, 3, tzinfo=UTC)
    )


async def test_another_due_day_does_not_lose_a_period_that_waits(house: World) -> None:
    async with house.database.begin() as db:
        line = await calendar.line_of(db, COMMUNE.code, "", ReportKind.MONTH, NOW.date())
        early = datetime(2026, 11, 10, 3, tzinfo=UTC)
        await calendar.set_line(db, COMMUNE, "", line.rule, by=ADMINISTRATOR, now=early)

    await set_line(house, ADMINISTRATOR, due_days=9)

    assert (ReportKind.MONTH, COMMUNE.code, date(2026, 11, 14)) in await due(house, NOW)


async def test_a_report_has_the_sections_and_the_committee_of_its_line(house: World) -> None:
    rule = await set_line(
        house,
        await actor(house, house.lan),
        parts=(PartOfReport.PROPOSALS, PartOfReport.OVERVIEW),
        committee="Ban Thường vụ Đảng ủy xã Quảng Điền",
    )
    async with looking_at(house.database) as db:
        wish = Wish(rule, COMMUNE.code, "", days(date(2026, 11, 1), date(2026, 11, 15)))
        made = await compile_report(db, wish, now=NOW)

    assert [section.id for section in made.sections[1:]] == ["danh_gia_chung", "kien_nghi_de_xuat"]
    assert made.header.addressed_to == "Ban Thường vụ Đảng ủy xã Quảng Điền"


RULES = st.builds(
    lambda kind, month_day, early, weekday: replace(
        usual_rule(kind), closing=Closing(month_day, early, weekday), due_days=10, active=kind is not ReportKind.FLASH
    ),
    st.sampled_from([kind for kind in ReportKind if kind is not ReportKind.FLASH]),
    st.integers(1, 28),
    st.integers(0, 6),
    st.integers(0, 6),
)


@given(RULES, st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_the_next_report_is_the_first_that_is_not_compiled_before_today(rule, today: date) -> None:
    found = ahead(checked(rule), today)

    assert found is not None
    assert found.compiled_on >= today
    assert found.period.cut_off < found.compiled_on <= found.due_on
    before = rule.period(found.period.first - timedelta(days=1))
    assert before.last >= found.period.last or rule.compiled_on(before) < today


@pytest.mark.parametrize("kind", ReportKind)
def test_the_usual_calendar_is_one_that_may_be_set(kind: ReportKind) -> None:
    rule = usual_rule(kind)

    assert checked(rule) == rule
    assert rule.rhythm in RHYTHMS[kind]


def test_what_comes_on_demand_is_not_switched_on() -> None:
    with pytest.raises(Refused):
        checked(replace(usual_rule(ReportKind.FLASH), active=True))
    assert ahead(usual_rule(ReportKind.OPINIONS), NOW.date()) is not None
    assert ahead(replace(usual_rule(ReportKind.OPINIONS), rhythm=Rhythm.ON_DEMAND), NOW.date()) is None


# --- Heads ----------------------------------------------------------------------------------------------------------------


async def test_a_deputy_signs_in_three_lines_and_what_was_set_is_in_the_next_report(house: World) -> None:
    values = {
        "signing_form": "for-the-head", "board": "Ban Thường trực", "for_whom": "Chủ tịch", "post": "Phó Chủ tịch",
        "signer": "Lê  Thị Hoa", "committee": "Ban Thường vụ Đảng ủy xã", "recipients": [["UBND xã", "để biết"]],
        "place": "Quảng Điền", "symbol": "BC-UB",
    }  # fmt: skip
    async with house.database.begin() as db:
        await bodies.set_head(db, COMMUNE, "", values, by=await actor(house, house.lan), now=NOW)
    async with looking_at(house.database) as db:
        wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", days(date(2026, 11, 1), date(2026, 11, 15)))
        made = await compile_report(db, wish, now=NOW)
    from reports.page import page_of

    page = page_of(made)
    assert page.signing == ("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (page.signer, made.signature.form) == ("Lê Thị Hoa", SigningForm.FOR_THE_HEAD)
    assert page.recipients[:2] == ("- Như trên;", "- UBND xã (để biết);")
    assert (made.header.addressed_to, made.header.symbol) == ("Ban Thường vụ Đảng ủy xã", "BC-UB")


async def test_a_head_is_the_bodys_own_to_set(house: World) -> None:
    async with house.database.begin() as db:
        with pytest.raises(NotAllowed):
            await bodies.set_head(db, NEIGHBOUR, "", {"signer": "X"}, by=await actor(house, house.lan), now=NOW)
        with pytest.raises(Refused):
            await bodies.set_head(db, COMMUNE, "", {"signing_form": "x"}, by=ADMINISTRATOR, now=NOW)


async def test_a_draft_without_a_signatory_says_how_to_name_one(house: World) -> None:
    month = datetime(2026, 11, 15, 3, tzinfo=UTC)
    async with looking_at(house.database) as db:
        (one,) = [one for one in await schedule.due_reports(db, month) if one.wish.kind is ReportKind.MONTH]
    await schedule.compile_due(house.database, one, now=month)

    assert await house.officer_told(house.lan) == ["report-told-compiled-unsigned"]
