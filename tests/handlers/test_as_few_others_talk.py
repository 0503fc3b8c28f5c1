"""Who sees no screen, who fears the boss, who dictates, whose line sends all twice: what they write as they write it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from domain.roles import Role
from storage import schema
from tests.handlers.officers import LAMP, an_officer, at_work, files, news
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def count(house: House) -> int:
    async with looking_at(house.database) as db:
        return int((await db.execute(select(func.count()).select_from(schema.petition))).scalar_one())


async def at_last_look(house: House, text: str = LAMP) -> Person:
    person = await house.person().says(text)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    return person


# --- Who sees no screen


@pytest.mark.parametrize("typed", ["chào, tôi khiếm thị, dùng trình đọc màn hình", "tôi bị mù", "toi khiem thi"])
async def test_who_sees_no_screen_hears_how_it_goes_without_and_files_nothing(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert "không cần nhìn" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("có mấy lựa chọn, đọc cho tôi nghe", "1. Tôi đồng ý"),
        ("tôi bị mù", "không cần nhìn"),
        ("đang ở bước nào", "có đồng ý"),
    ],
)
async def test_what_is_asked_about_the_question_becomes_no_part_of_the_story(
    house: House, typed: str, heard: str
) -> None:
    person = await house.person().says(LAMP)
    await person.says(typed)

    assert heard in person.text
    assert "ghi thêm" not in person.text
    assert await person.asked() == "submit.consent"


async def test_who_cannot_take_a_photo_need_not(house: House) -> None:
    person = await at_last_look(house)
    await person.says("tôi không chụp ảnh được vì tôi mù")

    assert await person.asked() == "submit.confirmed"
    assert "không chụp" not in person.text


@pytest.mark.parametrize("typed", ["mã là gì đọc từng chữ một", "đọc mã", "cho tôi xin lại mã"])
async def test_the_code_is_said_letter_by_letter(house: House, typed: str) -> None:
    person = await files(house)
    await person.says(typed)

    async with looking_at(house.database) as db:
        code = (await db.execute(select(schema.petition.c.code))).scalar_one()
    assert f"đọc từng chữ: {', '.join(code)}." in person.text


# --- Who fears the boss


@pytest.mark.parametrize(
    "typed",
    [
        "công ty tôi có biết không",
        "công đoàn công ty có đọc được không? tôi sợ công đoàn công ty báo lại sếp",
        "chắc chắn giám đốc không biết tôi là ai chứ",
    ],
)
async def test_who_fears_readers_is_answered_as_often_as_they_ask(house: House, typed: str) -> None:
    person = await house.person().says(typed)
    begun = await person.asked()
    await person.says("cty giày ở xã Quảng Điền, Huế nợ lương 3 tháng, ai hỏi là bị đuổi")
    await person.says(typed)

    assert begun == ""
    assert "Chỉ cán bộ được giao và Mặt trận cùng cấp xem được" in person.text
    assert "ghi thêm" not in person.text


async def test_a_complaint_that_asks_at_its_end_who_knows_of_it_is_a_complaint(house: House) -> None:
    person = await house.person().says("Rác chợ Hạ xã Quảng Điền, Huế không ai thu, xã có biết không")

    assert await person.asked() == "submit.consent"


# --- Who dictates


@pytest.mark.parametrize(
    ("dictated", "name"),
    [
        ("dạ tôi tên là lê thị bảy năm nay bảy mươi tuổi ở thôn hạ lang", "Lê Thị Bảy"),
        ("tôi tên trần văn năm nhà ở thôn hạ lang", "Trần Văn Năm"),
    ],
)
async def test_a_name_that_is_dictated_is_heard_without_capital_and_sign(
    house: House, dictated: str, name: str
) -> None:
    person = await at_last_look(house, f"{dictated} xã quảng điền huế nước máy mấy bữa rày đục ngầu không xài được")
    await person.taps("Tiếp tục")

    assert f"• Người gửi: {name}" in person.text


async def test_when_somebody_comes_is_a_question(house: House) -> None:
    person = await files(house)
    await person.says("bao lâu có người tới")

    assert "Cán bộ đọc trong 1 ngày làm việc" in person.text


# --- Whose line sends all twice


async def test_a_story_sent_twice_is_kept_once_and_said_to_be_there(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says(LAMP)

    assert "đã nhận rồi" in person.text


async def test_the_echo_of_the_message_before_sends_nothing_unseen(house: House) -> None:
    person = await at_last_look(house)
    await person.says("xong")
    await person.says("xong")
    unseen = await count(house)
    house.clock.advance(seconds=20)
    await person.says("xong")

    assert unseen == 0
    assert await count(house) == 1


async def test_a_petition_that_comes_again_right_after_its_receipt_is_the_same(house: House) -> None:
    person = await files(house)
    await person.says(LAMP)

    assert "đã gửi rồi" in person.text
    assert await person.asked() == ""


# --- Who mixes two languages


async def test_english_is_asked_for_in_a_sentence(house: House) -> None:
    person = await files(house)
    await person.says("change to English please")

    async with looking_at(house.database) as db:
        (language,) = (await db.execute(select(schema.person.c.language))).scalars()
    assert language == "en"


# --- A secretary before the quarter ends


@pytest.mark.parametrize("typed", ["chuẩn bị báo cáo quý 4", "báo cáo quý bao giờ nộp", "còn thiếu gì cho báo cáo quý"])
async def test_who_writes_the_reports_sees_when_the_next_are_due(house: House, typed: str) -> None:
    secretary = await an_officer(house, "Thu", roles=(Role.OFFICER, Role.LEADER))
    await secretary.says(typed)

    assert "Lịch báo cáo của Mặt trận xã Quảng Điền" in secretary.text
    assert "Chưa có báo cáo nào" not in secretary.text


async def test_without_a_report_it_is_said_where_the_next_comes_from(house: House) -> None:
    secretary = await an_officer(house, "Thu", roles=(Role.OFFICER, Role.LEADER))
    await secretary.says("báo cáo quý")

    assert "Hết kỳ, báo cáo tự tổng hợp" in secretary.text


async def test_the_menu_is_said_with_its_numbers_to_who_hears_no_buttons(house: House) -> None:
    person = await house.person().says("có những lựa chọn nào")

    assert "1. Gửi ý kiến" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["cán bộ có báo cho công ty không", "lỡ công ty biết thì sao"])
async def test_who_fears_readers_after_filing_is_answered_and_adds_nothing(house: House, typed: str) -> None:
    person = await files(house)
    await person.says(typed)

    assert "Cơ quan giải quyết chỉ nhận nội dung, không biết tên" in person.text
    assert await person.asked() == ""


async def test_a_photo_that_answers_a_notice_days_later_may_belong_to_it(house: House) -> None:
    officer, person = await at_work(house)
    house.clock.advance(days=1)
    await officer.says("trả lời dân là điện lực hẹn thứ sáu sửa")
    await officer.says("gửi")
    house.clock.advance(hours=3)
    await news(person)
    await person.sends_photo()
    assert await person.asked() == "more.meant"
    await person.taps("Nói thêm việc đó")

    assert "(1 ảnh, tệp)" in await news(officer)
