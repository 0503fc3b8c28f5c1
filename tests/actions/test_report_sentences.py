"""Sentences of reports read as a clerk of a Party committee would write them: each thing named once, and by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from actions.cases import close, handling, refer
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from actions.reports.figures import not_traced
from domain.authorities import Authority
from domain.kinds import Kind
from domain.life import Outcome
from domain.reporting import ReportKind, days, usual_rule
from domain.subjects import Subject
from reports.page import Lines, page_of
from reports.value import Figure, Report, Table
from reports.word import write_docx
from tests.actions.world import COMMUNE, NEIGHBOUR, World
from tests.reports.test_office_accepts import objections
from tests.support.looking import looking_at
from tests.support.units import load_units

PERIOD = days(date(2026, 11, 1), date(2026, 11, 15))
LAMPS = "Đèn đường ngõ 12 không sáng cả tuần nay"
LONG_OFFICE = "Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực Quảng Điền - Phong Điền"


@pytest.fixture
async def world(world: World) -> World:
    """A commune and its neighbour, each with an officer, on 3 November."""
    await load_units(world.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    world.lan = await world.officer("Lan")
    world.hoa = await world.officer("Hoa", unit=NEIGHBOUR.code)
    return world


async def report(
    world: World,
    kind: ReportKind = ReportKind.MONTH,
    *,
    unit: str = COMMUNE.code,
    organisation: str = "",
    period=PERIOD,
) -> Report:
    async with looking_at(world.database) as db:
        wish = Wish(usual_rule(kind), unit, organisation, period)
        return await compile_report(db, wish, now=datetime(2026, 11, 17, 3, tzinfo=UTC))


async def referred(
    world: World, officer: int, due: date = date(2026, 11, 10), /, *, to="phong_kinh_te", **values
) -> int:
    filed = await world.file(LAMPS, subject=Subject.UTILITIES, **values)
    await world.does(officer, handling.accept, filed.case_id)
    known = {"authority": Authority(to)} if to in set(Authority) else {"authority": None, "name": to}
    await world.does(officer, refer.refer, filed.case_id, **known, day=due)
    return filed.case_id


def figure(made: Report, key: str) -> Figure:
    return next(one for one in made.figures if one.key == key)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("trụ sở xã", "tại trụ sở xã Quảng Điền:"),
        ("Xã Quảng Điền", "tại xã Quảng Điền:"),
        ("chợ xã Quảng Điền", "tại chợ xã Quảng Điền:"),
        ("ngõ 12", "tại ngõ 12, xã Quảng Điền:"),
        ("", "tại xã Quảng Điền:"),
    ],
)
async def test_the_commune_is_named_once(world: World, place: str, where: str) -> None:
    await world.file(LAMPS, subject=Subject.UTILITIES, place=place)

    assert where in paragraphs(await report(world))["leading_1"].text


async def test_in_a_province_an_office_that_is_late_is_named_with_its_commune(world: World) -> None:
    await referred(world, world.lan)
    await referred(world, world.hoa, commune=NEIGHBOUR, place="ngõ 3")

    made = await report(world, unit="46")

    said = paragraphs(made)
    names = ["Phòng Kinh tế xã Quảng Điền", "Phòng Kinh tế xã Đan Điền"]
    assert said["overdue_by"].text.startswith("Cơ quan còn nội dung quá hạn: ")
    assert all(f"{name} (01 nội dung)" in said["overdue_by"].text for name in names)
    asked = {said[f"to_government_{n}"].text for n in (1, 2)}
    assert asked == {f"Đề nghị {name} trả lời dứt điểm 01 nội dung đã quá hạn." for name in names}
    found = [one for one in made.figures if one.key.startswith("ref_overdue.office.")]
    assert sorted(len(one.cases) for one in found) == [1, 1]


async def test_an_office_that_is_late_with_what_may_not_be_described_is_not_named(world: World) -> None:
    await referred(world, world.lan, kind=Kind.DENUNCIATION, confidential=True)

    said = paragraphs(await report(world))

    assert said["overdue_by"].text == "Cơ quan còn nội dung quá hạn: 01 nội dung thuộc diện không nêu."
    assert not [one.text for id, one in said.items() if id.startswith("to_government") and "Phòng Kinh tế" in one.text]


async def test_an_office_with_a_long_name_leaves_the_draft_a_word_document(world: World, tmp_path) -> None:
    await referred(world, world.lan, to=LONG_OFFICE)

    made = await report(world)

    assert f"{LONG_OFFICE} (01 nội dung)" in paragraphs(made)["overdue_by"].text
    assert objections(write_docx(made), tmp_path / "draft.docx") == []


async def test_cases_of_a_field_add_up_in_its_sentence(world: World) -> None:
    await referred(world, world.lan)
    filed = await world.file(LAMPS, subject=Subject.UTILITIES)
    await world.does(world.lan, handling.accept, filed.case_id)
    await world.does(world.lan, close.close, filed.case_id, outcome=Outcome.GUIDED, text="Gửi điện lực")

    made = await report(world)

    assert paragraphs(made)["field_ha_tang"].text == (
        "Có 02 lượt ý kiến, 02 vụ việc: 01 chưa giải quyết, 01 đã hướng dẫn, lưu theo dõi, rút hoặc không thuộc phạm vi "
        "tiếp nhận; trong đó 01 quá hạn."
    )
    table = next(b for s in made.sections for b in s.blocks if isinstance(b, Table) and b.id == "table_fields")
    assert table.note.endswith(
        "Các vụ việc còn lại đã hướng dẫn, lưu theo dõi, rút hoặc không thuộc phạm vi tiếp nhận."
    )


@pytest.mark.parametrize("kind", [ReportKind.YEAR, ReportKind.HALF_YEAR, ReportKind.NINE_MONTHS])
async def test_what_comes_once_a_year_is_compared_once(world: World, kind: ReportKind) -> None:
    rule = usual_rule(kind)
    period = rule.period(date(2026, 6, 1))
    for year in (2025, 2026):
        world.now = datetime(year, 3, 3, 2, tzinfo=UTC)
        await world.file(LAMPS, subject=Subject.UTILITIES)

    made = await report(world, kind, period=period)

    assert "(bằng cùng kỳ năm trước, 01 lượt)" in paragraphs(made)["received"].text
    assert (figure(made, "received").previous, figure(made, "received").last_year) == (None, 1)


async def test_the_numbers_of_a_case_that_is_told_are_figures_of_that_case(world: World) -> None:
    case = await referred(world, world.lan)
    await world.does(world.lan, refer.remind, case)

    made = await report(world)

    (code,) = (row.code for row in made.cases)
    told = [run.figure for run in paragraphs(made)["leading_1"].runs if run.figure]
    assert told == [f"people.case.{code}", f"days_late.case.{code}", f"reminders.case.{code}"]
    assert [(figure(made, key).cases, not_traced(figure(made, key))) for key in told] == [((code,), 0)] * 3


async def test_whom_it_is_addressed_to_is_as_above_among_recipients(world: World) -> None:
    front, women = page_of(await report(world)), page_of(await report(world, organisation="phu_nu"))

    assert front.recipients == (
        "- Như trên;",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Huế (để báo cáo);",
        "- Các tổ chức chính trị - xã hội xã Quảng Điền (để biết);",
        "- Lưu: VT, BTT.",
    )
    assert women.recipients == (
        "- Như trên;",
        "- Ban Thường trực Ủy ban MTTQ Việt Nam xã Quảng Điền (để báo cáo);",
        "- Hội Liên hiệp Phụ nữ thành phố Huế (để báo cáo);",
        "- Lưu: VT, BTV.",
    )


async def test_the_trade_union_of_a_province_is_a_federation(world: World) -> None:
    made = [await report(world, unit=unit, organisation="cong_doan") for unit in ("46", COMMUNE.code)]

    assert [one.header.issuing_body for one in made] == [("Liên đoàn Lao động",), ("Công đoàn",)]
    assert made[1].recipients[-1].name == "Liên đoàn Lao động thành phố Huế"


async def test_a_partys_subject_begins_small_and_days_stand_on_a_line_of_their_own(world: World) -> None:
    flash = await report(world, ReportKind.FLASH)
    rule = replace(usual_rule(ReportKind.MONTH), party_layout=True)
    async with looking_at(world.database) as db:
        party = await compile_report(db, Wish(rule, COMMUNE.code, "", PERIOD), now=datetime(2026, 11, 17, tzinfo=UTC))

    assert page_of(flash).subject.replace("\xa0", " ").split("\n")[1] == "(từ ngày 01/11/2026 đến ngày 15/11/2026)"
    assert page_of(party).subject.startswith("tình hình Nhân dân")


async def test_an_empty_period_says_each_thing_once(world: World) -> None:
    lines = [block for block in page_of(await report(world)).blocks if isinstance(block, Lines)]

    said = ["".join(run.text for run in line.runs) for line in lines if line.runs]
    assert len(said) == len(set(said))


async def test_the_row_of_a_confidential_case_holds_only_what_sums_are_made_of(world: World) -> None:
    case = await referred(world, world.lan, kind=Kind.DENUNCIATION, confidential=True)
    await world.does(world.lan, refer.remind, case)
    await world.file(LAMPS, subject=Subject.UTILITIES)

    plain, sealed = (await report(world)).cases

    assert (plain.confidential, bool(plain.code), plain.received_at is not None) == (False, True, True)
    assert (sealed.confidential, sealed.unit, sealed.petitions, sealed.kind) == (True, "xã Quảng Điền", 1, "Tố cáo")
    assert (sealed.code, sealed.authority, sealed.place, sealed.summary, sealed.reminders) == ("", "", "", "", 0)
    assert {sealed.received_at, sealed.referred_at, sealed.due_on, sealed.reminded_at} == {None}


async def test_beyond_six_late_offices_only_their_number_is_said(world: World) -> None:
    for number in range(1, 9):
        await referred(world, world.lan, to=f"Ban Quản lý chợ số {number}")

    made = await report(world)

    said = paragraphs(made)["overdue_by"].text
    assert said.endswith("Ban Quản lý chợ số 6 (01 nội dung); 02 cơ quan khác.")
    assert (figure(made, "late_offices_more").value, len(figure(made, "late_offices_more").cases)) == (2, 2)
    assert len([one for one in made.figures if one.key.startswith("ref_overdue.office.")]) == 6


async def test_a_period_without_anything_is_compared_without_a_percentage(world: World) -> None:
    world.now = datetime(2026, 10, 20, 2, tzinfo=UTC)
    await world.file(LAMPS, subject=Subject.UTILITIES)

    made = await report(world, ReportKind.FLASH)

    assert paragraphs(made)["received"].text.endswith("của Nhân dân qua hệ thống này (kỳ trước có 01 lượt).")
