"""A leading case is described in sentences of the report's own, each once; who owes what is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from actions.cases import close, handling, refer
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from domain.authorities import Authority
from domain.kinds import Kind
from domain.life import Outcome
from domain.reporting import ReportKind, days, usual_rule
from domain.subjects import Subject
from reports.checks import sections_of
from reports.value import Report
from storage import schema
from tests.actions.world import COMMUNE, World
from tests.support.looking import looking_at
from tests.support.units import load_units

PERIOD = days(date(2026, 11, 1), date(2026, 11, 15))
LAMPS = "đèn đường ngõ 12 tắt tối thui cả tuần r ai sửa, gọi ông Nguyễn Văn Bình 0912345678"


@pytest.fixture
async def world(world: World) -> World:
    """A commune with an officer, on 3 November."""
    await load_units(world.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    world.lan = await world.officer("Lan")
    return world


async def report(
    world: World, kind: ReportKind = ReportKind.MONTH, *, unit: str = COMMUNE.code, organisation: str = ""
) -> Report:
    world.now = datetime(2026, 11, 17, 3, tzinfo=UTC)
    async with looking_at(world.database) as db:
        return await compile_report(db, Wish(usual_rule(kind), unit, organisation, PERIOD), now=world.now)


async def referred(world: World, due: date, text: str = LAMPS, **values) -> int:
    filed = await world.file(text, place="ngõ 12", subject=Subject.UTILITIES, **values)
    await world.does(world.lan, handling.accept, filed.case_id)
    await world.does(world.lan, refer.refer, filed.case_id, authority=Authority.ECONOMY_OFFICE, day=due)
    return filed.case_id


def leading(made: Report) -> str:
    return paragraphs(made)["leading_1"].text


async def test_a_late_case_says_who_has_owed_an_answer_since_when_and_quotes_nobody(world: World) -> None:
    await referred(world, date(2026, 11, 10))

    said = leading(await report(world))

    assert said == (
        "Tình trạng đèn chiếu sáng không hoạt động tại ngõ 12, xã Quảng Điền: 01 người phản ánh ngày 03/11/2026. "
        "Đã chuyển Phòng Kinh tế xã Quảng Điền ngày 03/11/2026, hạn trả lời ngày 10/11/2026; đến ngày chốt số liệu đã "
        "quá hạn 05 ngày mà chưa có trả lời."
    )


async def test_a_case_that_waits_names_the_day_by_which_it_must_be_answered(world: World) -> None:
    await referred(world, date(2026, 11, 20))

    assert leading(await report(world)).endswith(
        "Đã chuyển Phòng Kinh tế xã Quảng Điền ngày 03/11/2026, đang chờ trả lời, hạn đến hết ngày 20/11/2026."
    )


async def test_what_was_answered_and_explained_says_by_whom_and_when(world: World) -> None:
    case = await referred(world, date(2026, 11, 20))
    await world.does(world.lan, refer.answer, case, text="Đã thay bóng", check=False)
    await world.does(world.lan, close.close, case, outcome=Outcome.EXPLAINED, text="Đèn sáng lại")

    assert leading(await report(world)).endswith("Phòng Kinh tế xã Quảng Điền đã trả lời, giải trình ngày 03/11/2026.")


async def test_names_and_phones_stand_in_no_sentence_list_or_row(world: World) -> None:
    await referred(world, date(2026, 11, 10))
    await world.file("Bà Trần Thị Hoa 0987654321 hỏi đường dây nóng của xã", subject=Subject.OTHER)

    made = await report(world)

    cells = [str(cell) for annex in made.annexes for block in annex.blocks for row in block.rows for cell in row.cells]
    shown = " ".join([*(one.text for one in paragraphs(made).values()), *cells, *(row.summary for row in made.cases)])
    for secret in ("Bình", "0912345678", "Trần Thị Hoa", "0987654321"):
        assert secret not in shown


async def test_where_no_gist_is_clear_a_well_written_title_is_quoted_and_slang_is_not(world: World) -> None:
    await world.file("Đề nghị mở lớp dạy đàn tranh cho thiếu nhi", subject=Subject.CULTURE, kind=Kind.RECOMMENDATION)
    quoted = leading(await report(world))
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    await world.file("mở lớp đàn tranh cho tụi nhỏ đc k ạ", subject=Subject.CULTURE, kind=Kind.RECOMMENDATION)
    made = await report(world)

    assert "“Đề nghị mở lớp dạy đàn tranh cho thiếu nhi”" in quoted
    assert "01 người kiến nghị" in quoted
    assert "đc k" not in " ".join(one.text for one in paragraphs(made).values())


async def test_somebodys_story_is_not_quoted(world: World) -> None:
    await world.file("Bác ấy đi chiến trường về, sinh hai người con đều nằm một chỗ", subject=Subject.CULTURE)

    assert "“" not in leading(await report(world))


async def test_each_case_is_described_once_in_a_report(world: World) -> None:
    await referred(world, date(2026, 11, 10))
    made = await report(world)

    texts = [one.text for one in paragraphs(made).values() if "đèn chiếu sáng không hoạt động" in one.text]
    assert len(texts) == 1


async def test_numbers_of_nothing_are_left_out_of_sentences(world: World) -> None:
    await referred(world, date(2026, 11, 20))

    said = paragraphs(await report(world))

    assert said["results"].text == (
        "Trong 01 vụ việc, đã chuyển 01 vụ việc đến cơ quan có thẩm quyền; chưa có vụ việc nào giải quyết xong, "
        "01 vụ việc đang giải quyết."
    )
    assert ", qua kênh số. Sau khi gộp nội dung trùng, có 01 vụ việc." in said["received"].text
    assert said["flow"].text == (
        "Trong kỳ đã chuyển 01 nội dung; đầu kỳ không có nội dung nào còn chờ trả lời. Cơ quan có thẩm quyền chưa trả "
        "lời nội dung nào; cuối kỳ còn 01 nội dung chờ trả lời, chưa có nội dung nào quá hạn."
    )
    assert not [one.text for one in said.values() if re.search(r"(?<![\d,.])0(?:,0%)?(?![\d,.])", one.text)]
    assert said["field_ha_tang"].text == "Có 01 lượt ý kiến, 01 vụ việc: 01 đang giải quyết."


async def test_an_empty_period_says_so_in_each_section(world: World) -> None:
    said = paragraphs(await report(world))

    assert said["flow"].text.startswith("Trong kỳ không có nội dung nào được chuyển")
    assert said["forwarded"].text.startswith("Trong kỳ không có vụ việc nào phải chuyển")
    assert said["repeated"].text.startswith("Trong kỳ không có vụ việc nào được từ hai người")


async def test_a_supervision_begins_with_its_object_and_addresses_the_council(world: World) -> None:
    await referred(world, date(2026, 11, 10))

    sections = {one.id: one.title for one in sections_of((await report(world, ReportKind.SUPERVISION)).sections)}

    assert sections["danh_gia_chung"] == "Đối tượng, phạm vi, thời gian giám sát"
    assert sections["section_to_council"] == "Đối với Hội đồng nhân dân"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (ReportKind.THIRD_QUARTER, "Nhiệm vụ trọng tâm năm 2027"), (ReportKind.YEAR, "Nhiệm vụ trọng tâm năm 2027"),
        (ReportKind.MONTH, "Nhiệm vụ trọng tâm tháng tới"), (ReportKind.WEEK, None),
    ],
)  # fmt: skip
async def test_reports_on_work_end_with_the_tasks_to_come(world: World, kind: ReportKind, title: str | None) -> None:
    titles = [one.title for one in sections_of((await report(world, kind)).sections)]

    assert [one for one in titles if one.startswith("Nhiệm vụ")] == ([title] if title else [])


async def test_a_week_tells_of_what_is_overdue_since_before_it(world: World) -> None:
    world.now = datetime(2026, 10, 5, 2, tzinfo=UTC)
    await referred(world, date(2026, 10, 20))

    said = paragraphs(await report(world, ReportKind.WEEK))

    assert said["overdue_all"].text == (
        "Tính đến ngày chốt số liệu còn 01 nội dung đã chuyển, kể cả của các kỳ trước, quá hạn trả lời: "
        "Phòng Kinh tế xã Quảng Điền (01 nội dung)."
    )


async def test_an_organisations_own_report_has_no_table_of_organisations_and_a_head_of_two_lines(world: World) -> None:
    await world.file(LAMPS, subject=Subject.UTILITIES)

    made = await report(world, organisation="phu_nu")

    assert made.header.superior_body == ("Ủy ban MTTQ Việt Nam", "xã Quảng Điền")
    assert "organisations" not in paragraphs(made)


async def test_what_came_after_an_early_cut_off_is_told_up_to_the_end_of_the_period_only(world: World) -> None:
    rule = usual_rule(ReportKind.HALF_YEAR)
    period = rule.period(date(2026, 6, 1))
    for moment in (datetime(2026, 6, 20, 3, tzinfo=UTC), datetime(2026, 8, 1, 3, tzinfo=UTC)):
        world.now = moment
        await world.file(LAMPS, subject=Subject.UTILITIES)
    async with looking_at(world.database) as db:
        made = await compile_report(db, Wish(rule, COMMUNE.code, "", period), now=datetime(2026, 11, 17, tzinfo=UTC))

    assert {figure.key: figure.value for figure in made.figures}["late"] == 1


async def test_communes_that_said_nothing_are_named_behind_their_number(world: World) -> None:
    await world.file(LAMPS, subject=Subject.UTILITIES)

    made = await report(world, unit="46")

    silent = next(figure for figure in made.figures if figure.key == "silent")
    assert len(silent.cases) == silent.value
    assert COMMUNE.code not in silent.cases


async def test_a_change_against_a_few_is_told_in_numbers(world: World) -> None:
    world.now = datetime(2026, 10, 20, 2, tzinfo=UTC)
    await world.file(LAMPS, subject=Subject.UTILITIES)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    for _ in range(3):
        await world.file(LAMPS, subject=Subject.UTILITIES)
    async with looking_at(world.database) as db:
        found = usual_rule(ReportKind.FLASH)
        made = await compile_report(db, Wish(found, COMMUNE.code, "", PERIOD), now=datetime(2026, 11, 17, tzinfo=UTC))

    assert "tăng 02 lượt so với 01 lượt của kỳ trước" in paragraphs(made)["received"].text
    assert [row.code for row in await world.rows(schema.case_file)]


@pytest.mark.parametrize(
    ("unit", "superior", "committee"),
    [
        (COMMUNE.code, ("Đảng bộ thành phố Huế",), "Thường trực Thành ủy Huế"),
        ("46", (), "Ban Bí thư Trung ương Đảng"),
    ],
)
async def test_a_party_committees_report_says_who_received_and_asks_the_front(
    world: World, unit: str, superior: tuple[str, ...], committee: str
) -> None:
    await world.file(LAMPS, subject=Subject.UTILITIES)
    rule = replace(usual_rule(ReportKind.MONTH), party_layout=True)
    async with looking_at(world.database) as db:
        made = await compile_report(db, Wish(rule, unit, "", PERIOD), now=datetime(2026, 11, 17, tzinfo=UTC))

    titles = [one.title for one in sections_of(made.sections)]
    assert (made.header.superior_body, made.header.addressed_to) == (superior, committee)
    assert "Ủy ban MTTQ Việt Nam" in paragraphs(made)["received"].text
    assert "Đối với Mặt trận và các tổ chức chính trị - xã hội" in titles
    assert "Đối với cấp ủy" not in titles
