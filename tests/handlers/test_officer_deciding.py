"""An officer decides: declined, opened again, given away, classified, merged, withdrawn. Transcripts on both databases."""

from __future__ import annotations

from sqlalchemy import select

from domain.kinds import Organisation
from domain.roles import Role
from storage import schema
from tests.handlers.officers import (
    DRAIN,
    an_officer,
    at_work,
    files,
    news,
    opens,
    state,
)
from tests.support.looking import looking_at
from tests.support.talk import House


async def test_a_decline_is_proposed_by_one_and_decided_by_another(house: House) -> None:
    officer, resident = await at_work(house)
    leader = await an_officer(house, "Bình", roles=(Role.OFFICER, Role.LEADER))
    await officer.taps("Thêm…")
    await officer.taps("Đề nghị từ chối")
    await officer.says("ngoài phạm vi")
    await officer.taps("Gửi đề nghị")
    assert await news(resident) == ""

    assert "Đề nghị không tiếp nhận" in await news(leader)
    await leader.taps("Mở việc này")
    await leader.taps("Thêm…")
    await leader.taps("Duyệt từ chối")
    await leader.taps("Dùng lý do này")
    await leader.says("gửi Sở Công Thương")
    await leader.taps("Duyệt từ chối")

    told = await news(resident)
    assert "ngoài phạm vi" in told
    assert "gửi Sở Công Thương" in told
    assert await state(house) == "closed"


async def test_a_closed_case_is_opened_again(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    await opens(officer)
    await officer.taps("Đóng vụ việc")
    await officer.taps("Đã giải trình")
    await officer.says("Theo kế hoạch quý I")
    await officer.taps("Bỏ qua")
    await officer.taps("Đóng")
    await news(resident)
    await opens(officer)
    await officer.taps("Mở lại")
    await officer.says("Kế hoạch đã đổi")
    await officer.taps("Mở lại")

    assert await state(house) == "accepted"
    assert "đang được xem xét lại" in await news(resident)


# --- Who and which


async def test_a_case_is_given_to_a_colleague_and_to_another_body(house: House) -> None:
    officer, resident = await at_work(house)
    colleague = await an_officer(house, "Minh")
    women = await an_officer(house, "Hoa", organisation=Organisation.WOMEN)
    await officer.taps_choice("!do=reassign.1.1")
    await officer.taps("Minh")
    await officer.says("nghỉ phép")
    await officer.taps("Giao")
    assert "Anh/chị được giao vụ việc" in await news(colleague)
    assert await news(resident) == ""

    await colleague.taps_choice("!do=reassign.1.2")
    await colleague.taps("Hội Phụ nữ")
    await colleague.says("việc của Hội")
    await colleague.taps("Giao")

    assert "được chuyển đến nơi anh/chị" in await news(women)
    assert "từ nay Hội Phụ nữ nhận" in await news(resident)


async def test_alone_on_the_system_there_is_nobody_to_give_a_case_to(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.taps_choice("!do=reassign.1.1")

    assert "Chưa có cán bộ hay tổ chức nào khác" in officer.text


async def test_who_is_concerned_loses_the_case_from_sight(house: House) -> None:
    officer, _ = await at_work(house)
    await an_officer(house, "Minh")
    await officer.taps("Thêm…")
    await officer.taps("Tôi có liên quan")
    await officer.taps("Bỏ qua")
    await officer.taps("Đúng, tôi có liên quan")
    assert "Vụ việc do người khác xử lý" in officer.text

    await officer.taps_choice("!case=1")

    assert "có liên quan đến vụ việc này" in officer.text
    assert "Đèn" not in officer.text


async def test_a_case_is_classified(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Phân loại")
    await officer.taps("Kiến nghị, đề xuất")
    await officer.says("Giao thông, cầu đường, vỉa hè")
    await officer.taps("Ghi lại")

    assert "Đã phân loại" in officer.text
    await opens(officer)
    assert "Kiến nghị · Giao thông" in officer.text
    assert "đã nhận" in await news(resident)


async def test_two_cases_are_merged_by_code_and_taken_apart_again(house: House) -> None:
    officer, first = await at_work(house)
    second = await files(house, "binh", DRAIN)
    async with looking_at(house.database) as db:
        code = await db.scalar(select(schema.case_file.c.code).where(schema.case_file.c.id == 1))
    await officer.taps_choice("!do=merge.2.1")
    await officer.says(code)
    assert "không ai đọc lời người khác" in officer.text
    await officer.taps("Gộp")
    for person, others_words in ((first, "Cống"), (second, "Đèn")):
        told = await news(person)
        assert "có 2 người cùng phản ánh" in told
        assert others_words not in told

    await opens(officer, 2)
    await officer.taps("Hủy gộp")
    await officer.taps("Hủy gộp")

    assert await state(house, 2) == "accepted"
    assert "xem xét riêng" in await news(second)


async def test_a_case_is_not_merged_into_itself_and_the_question_stays(house: House) -> None:
    officer, _ = await at_work(house)
    async with looking_at(house.database) as db:
        code = await db.scalar(select(schema.case_file.c.code))
    await officer.taps_choice("!do=merge.1.1")
    await officer.says("AAAA-AAAA")
    assert "chưa tìm thấy mã này" in officer.text
    await officer.says(code)

    await officer.taps("Gộp")

    assert "Không gộp một vụ việc vào chính nó" in officer.text
    assert await state(house) == "received"


async def test_a_paper_withdrawal_is_written_down(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Thêm…")
    await officer.taps("Dân rút đơn")
    await officer.says("gặp trực tiếp ngày 16/11")
    await officer.taps("Ghi lại")

    assert await state(house) == "closed"
    assert "đã được rút theo đề nghị" in await news(resident)
