"""A report is as of its cut-off: what came later, moved, was merged or given more time shows as it is explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, update

from actions.cases import assign, close, handling, refer, resident
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from domain.authorities import Authority
from domain.kinds import Organisation
from domain.life import Outcome
from domain.reporting import ReportKind, days, usual_rule
from domain.routing import Body
from domain.subjects import Subject
from reports.errors import FontMissing
from reports.typefaces import font_folder
from reports.value import Day, Report
from storage import schema
from tests.actions.world import COMMUNE, World
from tests.support.looking import looking_at
from tests.support.units import load_units
from texts import say

FIRST_HALF = days(date(2026, 11, 1), date(2026, 11, 15))
AFTER = datetime(2026, 11, 17, 3, tzinfo=UTC)


@pytest.fixture
async def world(world: World) -> World:
    """A commune with an officer, on 3 November."""
    await load_units(world.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    world.lan = await world.officer("Lan")
    return world


async def report(
    world: World, kind: ReportKind = ReportKind.SUPERVISION, unit: str = COMMUNE.code, organisation: str = ""
) -> Report:
    async with looking_at(world.database) as db:
        return await compile_report(db, Wish(usual_rule(kind), unit, organisation, FIRST_HALF), now=world.now)


def numbers(made: Report) -> dict[str, float | None]:
    return {figure.key: figure.value for figure in made.figures}


def definition(made: Report, key: str) -> str:
    return next(figure.definition for figure in made.figures if figure.key == key)


async def referred(world: World, due: date) -> int:
    filed = await world.file()
    await world.does(world.lan, handling.accept, filed.case_id)
    await world.does(world.lan, refer.refer, filed.case_id, authority=Authority.ECONOMY_OFFICE, day=due)
    return filed.case_id


# --- Referrals by the date that held then -------------------------------------------------------------------------------


async def test_more_time_given_after_the_cut_off_does_not_make_a_late_referral_timely(world: World) -> None:
    case = await referred(world, date(2026, 11, 10))
    world.now = AFTER
    before = await report(world)
    await world.does(world.lan, refer.extend, case, day=date(2026, 12, 10), reason="Chờ kinh phí")

    after = await report(world)

    assert (numbers(before)["ref_overdue"], numbers(before)["overdue"]) == (1, 1)
    assert numbers(after) == numbers(before)
    assert "theo hạn có hiệu lực vào ngày đó" in definition(after, "ref_overdue")
    (late,) = [annex for annex in after.annexes if annex.id == "annex_list_overdue"]
    assert late.blocks[0].rows[0].cells[6] == Day(date(2026, 11, 10))


async def test_more_time_given_before_the_cut_off_counts(world: World) -> None:
    case = await referred(world, date(2026, 11, 10))
    world.now = datetime(2026, 11, 9, 3, tzinfo=UTC)
    await world.does(world.lan, refer.extend, case, day=date(2026, 11, 20), reason="Chờ kinh phí")
    world.now = AFTER
    await world.does(world.lan, refer.extend, case, day=date(2026, 12, 10), reason="Chờ vật tư")

    made = await report(world)

    assert (numbers(made)["ref_waiting"], numbers(made)["ref_overdue"]) == (1, 0)
    assert [row.due_on for row in made.cases] == [date(2026, 11, 20)]


async def test_a_reminder_after_the_cut_off_is_not_in_it(world: World) -> None:
    case = await referred(world, date(2026, 11, 10))
    world.now = datetime(2026, 11, 12, 3, tzinfo=UTC)
    await world.does(world.lan, refer.remind, case)
    world.now = AFTER
    once = await report(world)
    await world.does(world.lan, refer.remind, case)

    twice = await report(world)

    assert numbers(once)["ref_reminded"] == 1
    assert numbers(twice) == numbers(once)
    assert [row.reminders for row in twice.cases] == [row.reminders for row in once.cases] == [1]


async def test_of_two_referrals_to_one_office_the_newer_one_is_extended(world: World) -> None:
    case = await referred(world, date(2026, 11, 10))
    world.now = datetime(2026, 11, 5, 3, tzinfo=UTC)
    await world.does(world.lan, refer.refer, case, authority=Authority.ECONOMY_OFFICE, day=date(2026, 11, 12))
    world.now = AFTER
    await world.does(world.lan, refer.extend, case, day=date(2026, 12, 10), reason="Chờ kinh phí")

    made = await report(world)

    assert (numbers(made)["ref_waiting"], numbers(made)["ref_overdue"]) == (2, 2)


# --- Petitions ----------------------------------------------------------------------------------------------------------


async def test_late_petitions_are_said_and_belong_to_the_next_report(world: World) -> None:
    await world.file()
    world.now = AFTER
    await world.file("Cống thôn 3 tắc", subject=Subject.DISASTERS)
    world.advance(hours=1)

    made = await report(world)

    assert (numbers(made)["received"], numbers(made)["late"]) == (1, 1)
    assert paragraphs(made)["note_late"].text == say("report-late", "vi", {"late": "01", "cut_off": "15/11/2026"})


async def test_what_came_after_the_last_cut_off_is_said_in_the_next_report(world: World) -> None:
    await world.file()
    world.now = datetime(2026, 12, 20, 3, tzinfo=UTC)
    period = replace(days(date(2026, 11, 10), date(2026, 12, 15)), opens=date(2026, 11, 1))
    async with looking_at(world.database) as db:
        made = await compile_report(db, Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", period), now=world.now)

    assert (numbers(made)["received"], numbers(made)["carried_in"]) == (1, 1)
    assert "sau ngày chốt số liệu của kỳ trước" in paragraphs(made)["note_carried_in"].text


async def test_a_petition_withdrawn_after_the_cut_off_counts_as_it_stood(world: World) -> None:
    filed = await world.file()
    world.now = AFTER
    before = await report(world, ReportKind.MONTH)
    await world.resident(filed, resident.withdraw)
    withdrawn = await report(world, ReportKind.MONTH)

    assert numbers(withdrawn) == numbers(before)
    assert (numbers(withdrawn)["withdrawn"], numbers(withdrawn)["not_done"]) == (0, 1)
    assert "trước ngày chốt số liệu" in definition(withdrawn, "withdrawn")


async def test_what_an_officer_takes_back_is_no_disagreement_of_a_resident(world: World) -> None:
    corrected, taken_back, disputed = await world.file(), await world.file("Rác đổ"), await world.file("Cống tắc")
    for filed in (corrected, taken_back, disputed):
        await world.does(world.lan, handling.accept, filed.case_id)
        await world.does(world.lan, close.close, filed.case_id, outcome=Outcome.EXPLAINED, text="Theo quy định …")
    await world.does(world.lan, close.amend, corrected.case_id, outcome=Outcome.FILED, text="Lưu để theo dõi")
    await world.does(world.lan, close.reopen, taken_back.case_id, reason="Đóng nhầm vụ")
    await world.resident(disputed, resident.reopen, "Vẫn tắc")
    world.now = AFTER

    assert numbers(await report(world))["reopened"] == 1


# --- Organisations and communes ------------------------------------------------------------------------------------------


async def test_a_case_that_changed_organisation_counts_where_people_turned_to(world: World) -> None:
    filed = await world.file(organisation=Organisation.FRONT)
    await world.officer("Hoa", organisation=Organisation.WOMEN)
    world.advance(hours=1)
    women = Body(COMMUNE, Organisation.WOMEN)
    await world.does(world.lan, assign.give_to_body, filed.case_id, body=women, reason="Việc của phụ nữ")
    world.now = AFTER

    of_front, of_women = await report(world, organisation="mttq"), await report(world, organisation="phu_nu")
    of_all = await report(world)

    assert (numbers(of_front)["cases"], numbers(of_women)["cases"]) == (1, 0)
    assert numbers(of_all)["cases.organisation.mttq"] == numbers(of_all)["cases"] == 1
    assert "theo tổ chức mà người dân gửi đến" in definition(of_all, "cases")


async def test_petitions_of_a_commune_that_was_merged_count_for_the_new_one_and_that_is_said(world: World) -> None:
    old, divided = "99001", "99002"
    former = {"type": "xa", "district": "Quảng Điền", "province": "Huế", "extra": {}}
    async with world.database.begin() as db:
        await db.execute(
            insert(schema.former_unit),
            [
                former | {"code": old, "name": "Quảng Vinh", "new_codes": [COMMUNE.code]},
                former | {"code": divided, "name": "Quảng Lợi", "new_codes": [COMMUNE.code, "19870"]},
            ],
        )
    before, after, torn = [await world.file(f"Đường thôn {n} lún sụt từ cầu đến chợ") for n in (1, 2, 3)]
    async with world.database.begin() as db:
        for filed, code in ((before, old), (torn, divided)):
            await db.execute(
                update(schema.petition).values(commune_code=code).where(schema.petition.c.id == filed.petition_id)
            )
            await db.execute(
                update(schema.case_file).values(commune_code=code).where(schema.case_file.c.id == filed.case_id)
            )
    world.now = AFTER

    commune, province = await report(world, ReportKind.MONTH), await report(world, ReportKind.QUARTER, unit="46")

    assert after.case_id
    assert numbers(commune)[f"received.unit.{COMMUNE.code}"] == numbers(commune)["received"] == 2
    assert (numbers(province)["received"], numbers(province)[f"received.unit.{COMMUNE.code}"]) == (3, 2)
    assert numbers(province)[f"received.unit.{divided}"] == 1
    assert "xã Quảng Lợi" in paragraphs(province)["units"].text
    assert "đơn vị hành chính hiện nay" in paragraphs(commune)["covered"].text


# --- What is missing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ReportKind)
async def test_an_empty_period_says_so_and_divides_by_nothing(world: World, kind: ReportKind) -> None:
    world.now = AFTER
    made = await report(world, kind)

    rates = [figure for figure in made.figures if figure.percent]
    assert rates
    assert {figure.value for figure in rates} == {None}
    assert not any(block for section in made.sections for block in section.blocks if "nan" in repr(block))


def test_a_missing_or_changed_font_is_named_with_what_to_do(tmp_path) -> None:
    with pytest.raises(FontMissing, match=r"LiberationSerif-Regular\.ttf: not there; install the program again"):
        font_folder(tmp_path)
    (tmp_path / "LiberationSerif-Regular.ttf").write_bytes(b"another")
    with pytest.raises(FontMissing, match="not the file that was shipped"):
        font_folder(tmp_path)
