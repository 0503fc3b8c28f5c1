"""Twelve more people at the chat: a veteran who dictates, a shop owner in the wrong chat, a letter with its head."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import LAMP, an_officer, files, opens
from tests.support.looking import looking_at
from tests.support.talk import House, Person

LETTER = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
-----------
ĐƠN KIẾN NGHỊ
Kính gửi: - Ủy ban nhân dân xã Quảng Điền, thành phố Huế;
 - Ủy ban MTTQ Việt Nam xã Quảng Điền.
Tôi tên là: Nguyễn Văn Bảy, CCCD số 046058001234. Thường trú: thôn Hạ Lang, xã Quảng Điền, thành phố Huế.
Tôi xin trình bày sự việc như sau:
Tuyến đường liên thôn mặt đường vỡ nát, nhiều ổ voi sâu, mùa mưa nước đọng, học sinh té ngã nhiều lần.
Kính mong các cấp cho sửa chữa.
NGƯỜI LÀM ĐƠN
(Ký, ghi rõ họ tên)
Nguyễn Văn Bảy"""


async def _at_commune(house: House, story: str = "đèn hỏng cả tháng nay") -> Person:
    person = house.person()
    await person.says(story)
    return await person.taps("Tôi đồng ý")


async def _at_organisation(house: House) -> Person:
    person = await _at_commune(house, LAMP)
    return await person.taps("Đúng rồi")


# --- A letter


async def test_a_letter_is_shown_from_where_its_story_begins_and_kept_whole(house: House) -> None:
    officer = await an_officer(house)
    person = await _at_commune(house, LETTER)
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    summary = person.text
    await person.taps("Đúng, gửi đi")
    await opens(officer)
    card = officer.text
    await officer.taps("Xem đủ ý kiến")
    whole = officer.text
    await officer.says("tất cả")
    async with looking_at(house.database) as db:
        stored = await db.scalar(select(schema.petition.c.text))

    for shown in (summary, card):
        assert "“Tuyến đường liên thôn mặt đường vỡ nát" in shown
        assert not any(part in shown for part in ("CỘNG HÒA", "046058001234", "NGƯỜI LÀM ĐƠN"))
    assert "Giao thông: Tuyến đường liên thôn" in officer.text
    assert "046058001234" in whole
    assert stored == LETTER


# --- In the wrong chat


@pytest.mark.parametrize("typed", ["ủa nhầm", "nhầm nhóm xin lỗi", "gửi nhầm rồi", "lộn nhóm"])
async def test_a_message_meant_for_another_chat_is_dropped(house: House, typed: str) -> None:
    person = house.person()
    await person.says("Bún bò 35k\nBún giò 40k\nCơm hến 20k")
    await person.says(typed)
    said = person.text
    async with looking_at(house.database) as db:
        kept = list((await db.execute(select(schema.inbound.c.body).order_by(schema.inbound.c.id))).scalars())

    assert "Tôi bỏ tin đó" in said
    assert await person.asked() == ""
    assert not any("Bún bò" in body for body in kept)


async def test_later_on_a_mistake_is_one_of_the_answer_before(house: House) -> None:
    person = await _at_organisation(house)
    await person.says("à nhầm")

    assert await person.asked() == "submit.commune"


# --- Words that answer nothing yet


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("không có ảnh đâu cháu ơi bác già rồi không biết chụp", "Không có ảnh cũng không sao ạ."),
        ("chụp ảnh làm gì", "cán bộ tìm ra nhanh hơn"),
        ("gửi cả 5 việc chung được không", "cán bộ tách ra từng việc"),
        ("sửa được không", "Mặt trận nhận ý kiến"),
        ("alo", "tôi nghe đây"),
        ("gửi chưa vậy", "Việc này chưa gửi đi"),
        ("hỏi lắm thế", "đúng nơi nhận"),
        ("thôi t đi ngủ mai nói", "cứ thong thả"),
        ("gửi ai thì được", "ông/bà chọn Mặt trận là được"),
    ],
)
async def test_it_is_answered_the_question_stays_and_nothing_is_added_to_the_story(
    house: House, typed: str, said: str
) -> None:
    person = await _at_organisation(house)
    await person.says(typed)

    assert said in person.text
    assert "Tôi đã ghi thêm" not in person.text
    assert await person.asked() == "submit.organisation"


async def test_who_asks_whether_it_is_sent_chooses_nothing(house: House) -> None:
    person = await _at_commune(house, "mọi người không ai chịu nổi nữa ở xã Quảng Điền, Huế")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.says("gửi chưa vậy")

    assert "Việc này chưa gửi đi" in person.text
    assert await person.asked() == "submit.subject"


@pytest.mark.parametrize("typed", ["cái gì đồng ý", "đồng ý thì được gì", "đồng ý cái gì"])
async def test_who_asks_what_is_agreed_to_hears_what_it_is_for(house: House, typed: str) -> None:
    person = house.person()
    await person.says(LAMP)
    await person.says(typed)

    assert person.text.startswith("Luật yêu cầu")
    assert await person.asked() == "submit.consent"


async def test_a_question_is_no_place(house: House) -> None:
    person = await _at_organisation(house)
    await person.taps("Mặt trận")
    await person.says("việc này bao giờ xong được hay không")
    await person.taps("Tiếp tục")

    assert "Chỗ: ngõ 12, thôn Hạ Lang" in person.text


# --- Where it is


async def test_a_hamlet_is_kept_and_its_commune_asked(house: House) -> None:
    person = await _at_commune(house)
    await person.says("bản A Hố")

    assert "Tôi đã ghi chỗ: bản A Hố." in person.text
    assert await person.asked() == "submit.commune"


async def test_the_commune_of_the_last_petition_is_offered_for_a_story_that_names_none(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=30)
    await person.says("còn chuyện rác ở chợ cả tháng không ai dọn")
    if "Là việc mới" in person.labels:
        await person.taps("Là việc mới")

    assert "Việc này ở xã Quảng Điền, thành phố Huế, đúng không ạ?" in person.text
    assert {"Đúng rồi", "Nơi khác"} <= set(person.labels)


async def test_it_is_offered_for_a_new_matter_right_after_a_receipt(house: House) -> None:
    person = await files(house)
    await person.says("còn chuyện rác ở xóm trên cũng không ai dọn")
    await person.taps("Là việc mới")

    assert "Việc này ở xã Quảng Điền, thành phố Huế, đúng không ạ?" in person.text


async def test_a_story_that_names_its_own_commune_is_asked_about_that(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=30)
    await person.says("rác ở chợ phường Vỹ Dạ, Huế cả tháng không ai dọn")

    assert "xã Quảng Điền" not in person.text


async def test_another_body_is_chosen_later_in_the_words_of_a_wish(house: House) -> None:
    person = await _at_organisation(house)
    await person.taps("Hội Phụ nữ")
    await person.says("thôi thì chọn mặt trận đi")

    assert "Tôi đã sửa phần Tổ chức: Mặt trận." in person.text


async def test_the_offered_commune_is_taken_by_its_name(house: House) -> None:
    person = await _at_commune(house, LAMP)
    await person.says("ở xã quảng điền chứ đâu")

    assert await person.asked() == "submit.organisation"


async def test_one_of_several_communes_is_meant_by_its_name(house: House) -> None:
    person = await _at_commune(house, "cong ty no luong 3 thang o kcn song than 2 di an binh duong")
    several = person.labels
    await person.says("di an")

    assert len(several) > 2
    assert person.text == "Việc này ở phường Dĩ An, Thành phố Hồ Chí Minh, đúng không ạ?"


async def test_an_old_name_is_looked_for_first_in_the_province_that_the_story_tells(house: House) -> None:
    person = await _at_commune(house, "cong ty no luong 3 thang o kcn song than 2 di an binh duong")
    await person.says("phường an bình cũ")

    assert person.text.startswith("An Bình, Dĩ An (tên cũ) nay thuộc phường Dĩ An")


async def test_a_question_at_the_commune_is_not_said_to_be_the_name_of_a_place(house: House) -> None:
    person = await _at_commune(house, LAMP)
    await person.says("tuần sau là ngày mấy")

    assert "nơi nào tên" not in person.text
    assert await person.asked() == "submit.commune"


async def test_the_city_of_hue_is_no_street(house: House) -> None:
    person = await _at_commune(house, "đèn đường ngõ 3 thôn hạ lang xã quảng điền thành phố huế hỏng")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")

    assert "thôn hạ lang" in person.text
    assert "phố huế" not in person.text


# --- More than one matter, and less than one


async def test_several_matters_are_said_to_be_separated_by_the_officer(house: House) -> None:
    story = (
        "Em ở thôn Hạ Lang xã Quảng Điền, Huế. 1. Đường trước trường ổ gà nhiều. 2. Nước máy đục cả tuần nay. "
        "3. Nhà hàng xóm hát karaoke tới 11h đêm."
    )
    person = await _at_commune(house, story)
    while await person.asked() != "submit.confirmed":
        labels = ("Đúng rồi", "Mặt trận", "Tiếp tục", "Khác", "Việc khác")
        await person.taps(next(label for label in labels if label in person.labels))

    assert "cán bộ sẽ tách ra và theo dõi từng việc" in person.text


async def test_a_pin_alone_is_kept_and_said_to_be(house: House) -> None:
    person = house.person()
    await person.sends_pin(16.5717, 107.5053)

    assert person.text.startswith("Tôi đã ghi vị trí")
    assert await person.asked() == "submit.content"


async def test_a_story_begun_anew_takes_the_place_of_its_beginning(house: House) -> None:
    person = house.person()
    await person.sends_pin(16.5717, 107.5053)
    await person.says("đèn")
    await person.says("đèn ngõ 12 hỏng")
    await person.taps("Tôi đồng ý")
    await person.taps("Xã Quảng Điền")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")

    assert "“đèn ngõ 12 hỏng”" in person.text


# --- Officers


@pytest.mark.parametrize("typed", ["tôi phải làm gì", "bắt đầu từ đâu", "em mới vào chưa biết làm gì ạ"])
async def test_a_new_officer_is_shown_what_can_be_done(house: House, typed: str) -> None:
    officer = await an_officer(house)
    await officer.says(typed)

    assert "Tìm một vụ việc, cũ hay mới: “tìm ngõ 12”" in officer.text


@pytest.mark.parametrize("typed", ["ai đang giữ vụ này", "ai phụ trách việc này"])
async def test_who_handles_the_case_before_one_is_read_off_its_card(house: House, typed: str) -> None:
    officer = await an_officer(house)
    await files(house)
    await opens(officer)
    await officer.taps("Tiếp nhận")
    await officer.says(typed)

    assert "Lan phụ trách" in officer.text
