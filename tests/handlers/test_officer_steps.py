"""Each step of an officer as a conversation: asked, shown once more, done, told. Transcripts on both databases."""

from __future__ import annotations

from sqlalchemy import select

from storage import schema
from tests.handlers.officers import (
    at_work,
    joined,
    news,
    opens,
    state,
    steps,
)
from tests.support.looking import looking_at
from tests.support.talk import House

# --- The way of most cases


async def test_from_a_new_case_to_a_closed_one(house: House) -> None:
    officer, resident = await at_work(house)

    await officer.taps("Tiếp nhận")
    assert "Đã tiếp nhận và báo người dân" in officer.text
    assert "Mặt trận đã nhận và đang xem xét" in await news(resident)

    await officer.taps("Chuyển cơ quan")
    assert "Chuyển đến cơ quan nào ạ?" in officer.text
    await officer.taps("Phòng Kinh tế")
    await officer.taps("30/11/2026") if "30/11/2026" in officer.labels else await officer.says("10 ngày")
    assert "Chuyển đến Phòng Kinh tế" in officer.text
    await officer.taps("Chuyển")
    assert "Mặt trận đã chuyển đến Phòng Kinh tế" in await news(resident)
    assert await state(house) == "referred"

    await officer.taps("Ghi trả lời")
    await officer.says("Đã thay bóng cột số 5 ngày 16/11")
    await officer.taps("Hỏi ngay")
    await officer.taps("Gửi")
    assert "Ông/bà thấy kết quả này được chưa ạ?" in await news(resident)

    await resident.taps("Được rồi")
    assert await state(house) == "checking"
    assert "đã được. Anh/chị có thể đóng vụ việc" in await news(officer)

    await officer.taps("Mở việc này")
    await officer.taps("Đóng vụ việc")
    await officer.taps("Cơ quan đã giải quyết xong")
    await officer.says("Đèn đã sáng lại")
    await officer.sends_photo()
    await officer.taps("Tiếp tục")
    assert "Ảnh, tệp: 1. Báo cho 1 người" in officer.text
    await officer.taps("Đóng")
    assert "Đã đóng vụ việc" in officer.text
    assert await state(house) == "closed"

    told = await news(resident)
    assert "việc đã được Phòng Kinh tế" in told
    assert len(resident.last.files) == 1
    await resident.taps("Hài lòng")
    assert (await steps(house))[-1] == "rate"


async def test_the_resident_s_answer_comes_back_to_the_officer_who_asked(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Hỏi thêm")
    await officer.says("Cột đèn số mấy ạ?")
    await officer.taps("Gửi")
    assert "Cột đèn số mấy ạ?" in await news(resident)

    await resident.taps("Trả lời")
    await resident.says("Cột số 5, trước nhà văn hóa")

    assert "Cột số 5, trước nhà văn hóa" in await news(officer)
    assert await state(house) == "accepted"


async def test_of_two_questions_in_two_cases_each_answer_goes_to_its_own(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Thêm…")
    await officer.taps("Tách nội dung")
    await officer.says("Cống tắc trước chợ")
    await officer.taps("Xem thêm")
    await officer.taps("Ngập úng")
    await officer.taps("Tách")
    for case_id, question in ((1, "Cột đèn số mấy?"), (2, "Cống chỗ nào?")):
        await opens(officer, case_id)
        await officer.taps_choice(f"!do=ask.{case_id}.9")
        await officer.says(question)
        await officer.taps("Gửi")
    await news(resident)

    first = next(b for m in resident.heard for row in m.rows for b in row if b.choice.endswith(".1"))
    await resident.taps_choice(first.choice)
    assert "Cột đèn số mấy?" in resident.text
    await resident.says("Cột số 5")

    assert "supply" in await steps(house, 1)
    assert "supply" not in await steps(house, 2)


async def test_who_is_not_content_says_why_and_the_case_goes_on(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps_choice("!do=refer.1.1")
    await officer.says("Điện lực Quảng Điền")
    await officer.says("10 ngày")
    await officer.taps("Chuyển")
    await officer.taps("Ghi trả lời")
    await officer.says("Đã kiểm tra, đèn tốt")
    await officer.taps("Hỏi ngay")
    await officer.taps("Gửi")
    await news(resident)

    await resident.taps("Chưa được")
    await resident.says("Tối qua vẫn không sáng")

    assert await state(house) == "accepted"
    assert "Tối qua vẫn không sáng" in await news(officer)
    await opens(officer)
    assert "Mở lại" in officer.text


# --- Speaking


async def test_a_reply_is_shown_as_it_will_be_read_before_it_is_sent(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Tuần sau có đoàn kiểm tra ạ")
    assert "Tin sẽ gửi đến 01 người" in officer.text
    assert "Mặt trận trả lời:" in officer.text
    assert await news(resident) == ""

    await officer.taps("Gửi")

    assert "Tuần sau có đoàn kiểm tra ạ" in await news(resident)


async def test_a_reply_can_be_mended_before_it_is_sent(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Tuấn sau có đoàn kiểm tra")
    await officer.taps("Sửa lại")
    await officer.taps("Nội dung")
    await officer.says("Tuần sau có đoàn kiểm tra")
    await officer.taps("Gửi")

    assert "Tuần sau" in await news(resident)
    assert "Tuấn sau" not in resident.text


async def test_a_reply_that_was_stopped_is_sent_to_nobody(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Tuần sau")

    await officer.taps("Thôi, không gửi")

    assert await news(resident) == ""
    assert await steps(house) == ["file"]


async def test_of_several_petitions_one_can_be_answered_alone(house: House) -> None:
    officer, resident = await at_work(house)
    other = await joined(house, "binh")
    await opens(officer)
    await officer.taps("Trả lời dân")
    assert "Anh/chị trả lời ai ạ?" in officer.text
    assert "Tất cả (2 người)" in officer.labels
    await news(resident)
    await news(other)
    async with looking_at(house.database) as db:
        code = await db.scalar(select(schema.petition.c.code).order_by(schema.petition.c.id.desc()))
    await officer.taps(f"Riêng {code[:4]}-{code[4:]}")
    await officer.says("Riêng bác Bình ạ")
    await officer.taps("Gửi")

    assert "Riêng bác Bình" in await news(other)
    assert await news(resident) == ""


async def test_a_note_is_kept_without_a_last_look(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Thêm…")
    await officer.taps("Ghi chú")
    await officer.says("Đã gọi trưởng thôn")

    assert "Đã lưu ghi chú" in officer.text
    await opens(officer)
    assert "Đã gọi trưởng thôn" in officer.text
    assert await news(resident) == ""


async def test_a_wrong_reply_is_corrected_before_everybody_s_eyes(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Sửa ngày 20/11")
    await officer.taps("Gửi")
    await news(resident)
    await officer.taps_choice("!do=correct.1.2")
    await officer.taps("16/11/2026: Sửa ngày 20/11")
    await officer.says("Sửa ngày 30/11")
    await officer.taps("Gửi")

    told = await news(resident)
    assert "Sửa ngày 20/11" in told
    assert "Sửa ngày 30/11" in told


async def test_where_nothing_was_said_there_is_nothing_to_correct(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.taps_choice("!do=correct.1.1")

    assert "Chưa có tin nào" in officer.text
    assert await officer.asked() == ""


async def test_words_that_let_go_end_the_question_for_photos(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này: đã thay bóng đèn")
    await officer.taps("Đã giải trình")
    await officer.says("xong")

    assert "Ảnh, tệp: 0" in officer.text
