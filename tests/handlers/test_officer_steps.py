"""Each step of an officer as a conversation: asked, shown once more, done, told. Transcripts on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.kinds import Organisation
from domain.roles import Role
from storage import schema
from storage.database import Database
from tests.handlers.officers import DRAIN, LAMP, an_officer, files
from tests.support.talk import House, Person


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def at_work(house: House, **values: object) -> tuple[Person, Person]:
    """Return an officer who has the card of a new case before them, and its resident."""
    officer = await an_officer(house, **values)
    resident = await files(house)
    return await opens(officer), resident


async def opens(officer: Person, case_id: int = 1) -> Person:
    await officer.look()
    return await officer.taps_choice(f"!case={case_id}")


async def news(person: Person) -> str:
    """Return what came since the person's last word."""
    person.heard = []
    await person.look()
    return person.text


async def state(house: House, case_id: int = 1) -> str:
    async with house.database.read() as db:
        table = schema.case_file
        return str(await db.scalar(select(table.c.state).where(table.c.id == case_id)))


async def steps(house: House, case_id: int = 1) -> list[str]:
    async with house.database.read() as db:
        table = schema.case_event
        query = select(table.c.step).where(table.c.case_id == case_id).order_by(table.c.id)
        return list((await db.execute(query)).scalars())


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
    async with house.database.read() as db:
        code = await db.scalar(select(schema.petition.c.code).order_by(schema.petition.c.id.desc()))
    await officer.taps(f"Riêng {code[:4]}-{code[4:]}")
    await officer.says("Riêng bác Bình ạ")
    await officer.taps("Gửi")

    assert "Riêng bác Bình" in await news(other)
    assert await news(resident) == ""


async def joined(house: House, address: str) -> Person:
    """Let another resident file the same and put it into the case that is there."""
    person = house.person(address)
    await person.says(LAMP)
    await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    await person.taps("Đúng việc đó")
    return await person.taps("Đúng, gửi đi")


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


# --- The authority


async def at_the_authority(house: House) -> tuple[Person, Person]:
    officer, resident = await at_work(house)
    await officer.taps("Chuyển cơ quan")
    await officer.says("Điện lực Quảng Điền")
    await officer.says("27/11")
    await officer.taps("Chuyển")
    await news(resident)
    return officer, resident


async def test_an_office_and_a_day_can_be_typed(house: House) -> None:
    officer, _ = await at_the_authority(house)

    await opens(officer)

    assert "Đã chuyển Điện lực Quảng Điền ngày 16/11/2026" in officer.text
    assert "Hạn: 27/11/2026" in officer.text
    await officer.taps("Vì sao hạn này?")
    assert "Hạn 27/11/2026 do Lan ghi lúc" in officer.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("ngày mai", "Anh/chị ghi ngày như"), ("31/2", "Anh/chị ghi ngày như"), ("1/11", "Ngày này đã qua")],
)
async def test_a_day_that_cannot_be_is_asked_again(house: House, typed: str, expected: str) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Chuyển cơ quan")
    await officer.says("Điện lực")

    await officer.says(typed)

    assert expected in officer.text
    assert await officer.asked() == "officer-refer.day"


async def test_a_reminder_is_written_down_and_told(house: House) -> None:
    officer, resident = await at_the_authority(house)
    house.clock.advance(days=14)

    await officer.taps_choice("!do=remind.1.2")
    assert "Ghi đôn đốc lần 1 đối với Điện lực Quảng Điền" in officer.text
    await officer.taps("Ghi đôn đốc")

    assert "Hôm nay Mặt trận đã nhắc Điện lực Quảng Điền" in await news(resident)


async def test_an_extension_asks_until_when_and_why(house: House) -> None:
    officer, resident = await at_the_authority(house)
    await officer.taps_choice("!do=extend.1.2")
    await officer.says("15/12/2026")
    await officer.says("chờ vật tư")
    await officer.taps("Gia hạn")

    assert "cần thêm thời gian, đến ngày 15/12/2026, vì: chờ vật tư" in await news(resident)
    await opens(officer)
    assert "Gia hạn đến 15/12/2026 (chờ vật tư)" in officer.text


async def test_an_extension_that_ends_earlier_is_refused_and_the_question_stays(house: House) -> None:
    officer, _ = await at_the_authority(house)
    await officer.taps_choice("!do=extend.1.2")
    await officer.says("20/11/2026")
    await officer.says("chờ vật tư")

    await officer.taps("Gia hạn")

    assert "phải sau hạn hiện nay" in officer.text
    assert (await officer.asked()).startswith("officer-extend.")


async def test_a_case_given_back_and_the_words_of_a_resident_on_the_phone(house: House) -> None:
    officer, resident = await at_the_authority(house)
    await officer.taps_choice("!do=hand_back.1.2")
    await officer.says("thuộc UBND xã")
    await officer.taps("Ghi lại")
    assert await state(house) == "accepted"
    assert "thuộc UBND xã" not in await news(resident)

    await officer.taps_choice("!do=supply.1.3")
    await officer.says("Bác An gọi: cột số 5")
    assert "Đã ghi lời người dân" in officer.text
    await officer.taps_choice("!do=confirm.1.4")
    await officer.says("Bác An gọi: đã sáng")

    assert await state(house) == "checking"


# --- Ending


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
    async with house.database.read() as db:
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
    async with house.database.read() as db:
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


# --- Two officers on one case


async def two_at_work(house: House) -> tuple[Person, Person, Person]:
    lan, resident = await at_work(house)
    minh = await opens(await an_officer(house, "Minh"))
    await news(resident)
    return lan, minh, resident


async def test_who_comes_later_is_shown_what_changed_and_may_send_anyway(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await lan.taps("Tiếp nhận")
    await news(resident)

    await minh.says("Chúng tôi đang xem")
    assert "Trong lúc đó đã có thay đổi" in minh.text
    assert "Lan: Tiếp nhận" in minh.text
    assert await news(resident) == ""
    await minh.taps("Vẫn làm")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_who_comes_later_may_look_again_and_still_send(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await lan.taps("Tiếp nhận")
    await minh.says("Chúng tôi đang xem")

    await minh.taps("Mở việc này")
    assert "Đã tiếp nhận" in minh.text
    await news(resident)
    await minh.says("1")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_a_change_after_the_last_look_asks_once_more(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await minh.says("Chúng tôi đang xem")
    await lan.taps("Tiếp nhận")
    await news(resident)

    await minh.taps("Gửi")
    assert "Trong lúc đó đã có thay đổi" in minh.text
    assert await news(resident) == ""
    await minh.taps("Vẫn làm")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_a_button_of_an_old_card_tells_what_changed(house: House) -> None:
    lan, minh, _ = await two_at_work(house)
    await lan.taps("Chuyển cơ quan")
    await lan.says("Điện lực")
    await lan.says("10 ngày")
    await lan.taps("Chuyển")
    await minh.look()

    await minh.taps_choice("!do=verify.1.1")

    assert "Lan: Chuyển cơ quan có thẩm quyền (Điện lực)" in minh.text
    await minh.taps("Vẫn làm")
    assert "Bước này nay không còn phù hợp" in minh.text
    assert await state(house) == "referred"


async def test_a_form_whose_step_is_no_longer_possible_ends_politely(house: House) -> None:
    lan, minh, _ = await two_at_work(house)
    await minh.taps("Chuyển cơ quan")
    await lan.taps_choice("!do=withdraw.1.1")
    await lan.says("gặp trực tiếp")
    await lan.taps("Ghi lại")

    await minh.says("Điện lực")

    assert "không thực hiện được ở bước hiện tại" in minh.text
    assert await minh.asked() == ""
    await minh.says("việc")
    assert "trục trặc" not in minh.text


async def test_a_double_tap_acts_once(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Tuần sau có đoàn")
    send = next(b for m in officer.heard for row in m.rows for b in row if b.label == "Gửi")
    await news(resident)

    await officer.taps_choice(send.choice)
    await officer.taps_choice(send.choice)

    assert (await news(resident)).count("Tuần sau có đoàn") == 1
    assert (await steps(house)).count("reply") == 1
