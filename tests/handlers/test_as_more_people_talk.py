"""More of what real people write: asked back, corrected at once, held letters, no buttons seen, jokes, bad temper."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.test_as_people_talk import LAMP, _at_last_look
from tests.handlers.test_messenger import delivered
from tests.support.talk import House, Person


async def _petition(house: House):
    async with house.database.read() as db:
        return (await db.execute(select(schema.petition))).one()


async def _asked(house: House, *answers: str, text: str = LAMP) -> Person:
    """Return somebody who has told something and answered so many questions."""
    person = await house.person().says(text)
    for answer in answers:
        await person.says(answer)
    return person


# --- Consent


@pytest.mark.parametrize("typed", ["thế không đồng ý thì sao?", "neu khong dong y thi sao", "không cho lưu thì sao ạ"])
async def test_who_asks_what_a_no_means_hears_it_and_is_asked_again(house: House, typed: str) -> None:
    person = await _asked(house, typed)

    assert person.text.startswith("Không đồng ý thì tin vừa rồi tự xóa")
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("typed", ["mình đồng ý cái đó", "ưng cái bụng", "đồng ý luôn", "okkk", "oki"])
async def test_a_yes_in_other_words_is_a_yes(house: House, typed: str) -> None:
    person = await _asked(house, typed)

    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize("typed", ["có ai biết em là ai ko", "chu co biet toi la ai khong"])
async def test_who_is_afraid_to_be_known_hears_who_sees_it(house: House, typed: str) -> None:
    person = await _asked(house, typed)

    assert person.text.startswith("Chỉ cán bộ được giao")


async def test_a_number_corrected_right_after_the_story_is_changed_in_it(house: House) -> None:
    person = await _asked(house, "à ngõ 9 chứ không phải ngõ 5")

    assert person.text.startswith("Tôi đã sửa “ngõ 5” thành “ngõ 9”.")
    for answer in ("đồng ý", "đúng", "mặt trận", "khoan, ngõ 19", "xong"):
        await person.says(answer)
    assert "“đèn đường đầu ngõ 19 hỏng xã Quảng Điền Huế”" in person.text
    assert "Chỗ: ngõ 19\n" in person.text


# --- Asked back


@pytest.mark.parametrize(
    "typed", ["có thưởng gì không?", "thế giờ xã có đi họp không?", "cán bộ tên gì vậy ạ?", "nghe có được không"]
)
async def test_a_question_to_us_is_answered_and_is_no_part_of_the_story(house: House, typed: str) -> None:
    person = await _asked(house, "đồng ý", "đúng", typed)

    assert "tôi là máy nên chưa trả lời được" in person.text
    assert await person.asked() == "submit.organisation"


@pytest.mark.parametrize("typed", ["sao đường ngõ 5 hỏng hoài không ai sửa?", "Quảng Điền đúng không?"])
async def test_a_question_that_tells_of_a_trouble_or_a_place_is_not_answered_as_one_to_us(
    house: House, typed: str
) -> None:
    person = await _asked(house, "đồng ý", typed)

    assert "tôi là máy" not in person.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nếu không ai trả lời thì sao?", "Quá hẹn mà chưa xong"),
        ("bao giờ có người trả lời?", "Cán bộ đọc trong 1 ngày làm việc"),
        ("bao giờ cán bộ xuống", "Cán bộ đọc trong 1 ngày làm việc"),
        ("tổ chức là cái gì?", "Không rõ thì ông/bà chọn Mặt trận"),
    ],
)
async def test_what_is_asked_before_the_commune_is_known_is_answered(house: House, typed: str, said: str) -> None:
    person = await _asked(house, "đồng ý", typed)

    assert said in person.text
    assert "đúng không ạ?" in person.text


async def test_what_only_lets_go_on_is_no_name_of_a_commune(house: House) -> None:
    person = await _asked(house, "đồng ý", "tiếp tục")

    assert person.text == "Việc này ở xã Quảng Điền, thành phố Huế, đúng không ạ?"


# --- Without buttons


async def test_who_sees_no_buttons_is_told_the_numbers(house: House) -> None:
    person = await _asked(house, "đồng ý", "đúng", "tôi không thấy nút nào")

    assert "1. Mặt trận" in person.text
    assert "7. Tôi không rõ" in person.text
    await person.says("nút 1")
    assert await person.asked() == "submit.details"


@pytest.mark.parametrize("typed", ["đọc lại", "nhắc lại giúp tôi", "hoi lai"])
async def test_who_asks_to_hear_it_again_hears_all_of_it(house: House, typed: str) -> None:
    person = await _at_last_look(house)
    whole = person.text

    await person.says(typed)

    assert person.text == whole


# --- Photos


@pytest.mark.parametrize("typed", ["có hình nè", "em có ảnh ạ", "để tôi chụp", "còn ảnh nữa"])
async def test_a_photo_that_is_announced_is_no_place(house: House, typed: str) -> None:
    person = await _asked(house, "đồng ý", "đúng", "mặt trận", typed)

    assert person.text.startswith("Vâng, ông/bà gửi ảnh vào đây ạ.")
    assert await person.asked() == "submit.details"


@pytest.mark.parametrize("typed", ["hết ảnh rồi", "het hinh roi a", "no photo", "khoong cos anhr"])
async def test_no_further_photo_is_no_place(house: House, typed: str) -> None:
    person = await _asked(house, "đồng ý", "đúng", "mặt trận", typed)

    assert "Chỗ: đầu ngõ 5\n" in person.text or "Chỗ: ngõ 5\n" in person.text


async def test_english_without_a_photo_names_no_commune(house: House) -> None:
    person = await _asked(house, "đồng ý", "đúng", "no photo")

    assert person.text.startswith("Không có ảnh cũng không sao ạ.")


async def test_a_photo_stays_while_the_place_is_corrected(house: House) -> None:
    person = await _asked(house, "đồng ý", "đúng", "mặt trận")
    await person.sends_photo()
    await person.says("xong")
    await person.says("sửa chỗ xảy ra")
    await person.says("gần đình làng Hạ Lang")
    await person.says("xong")

    assert "Ảnh, tệp: 1" in person.text
    assert "gần đình làng Hạ Lang" in person.text


async def test_photos_are_taken_back_by_a_button_while_they_are_corrected(house: House) -> None:
    person = await _asked(house, "đồng ý", "đúng", "mặt trận")
    await person.sends_photo()
    await person.says("xong")
    await person.says("sửa ảnh")
    await person.taps("Bỏ ảnh, vị trí đã gửi")
    await person.says("xong")

    assert "Ảnh, tệp: không có" in person.text


# --- The last look


@pytest.mark.parametrize("typed", ["KHÔNG", "ko", "khônggg", "chưa ạ", "nope"])
async def test_a_no_to_whether_it_is_right_asks_what_is_wrong(house: House, typed: str) -> None:
    person = await _at_last_look(house)

    await person.says(typed)

    assert person.text == "Ông/bà muốn sửa phần nào ạ?"


async def test_teencode_lets_it_go(house: House) -> None:
    person = await _at_last_look(house)

    await person.says("oki gửi lun nhaaa")

    assert "Mã của việc này" in person.text


async def test_a_name_that_follows_is_kept_as_the_senders(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("thôi ghi tên Tuấn")
    await person.says("gửi")

    assert (await _petition(house)).sender_name == "Tuấn"


async def test_matters_counted_in_words_are_several(house: House) -> None:
    text = "Thứ nhất đèn đường hỏng 2 tuần ở xã Quảng Điền, Huế. Thứ hai quán karaoke hát đến 1 giờ sáng"
    person = await _at_last_look(house, text)

    assert "Ông/bà kể nhiều việc" in person.text


async def test_the_special_zone_is_no_quarter_in_it(house: House) -> None:
    text = "tàu ra đặc khu Lý Sơn, Quảng Ngãi hủy chuyến liên tục, đường ra cảng hỏng nát"
    person = await _asked(house, "đồng ý", "đúng", "mặt trận", text=text)

    assert "khu Lý Sơn" not in person.text


# --- Outside any form


@pytest.mark.parametrize("typed", ["bot ngu", "mày ngu quá", "vô dụng", "đồ ngu"])
async def test_an_insult_is_no_petition(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert person.text.startswith("Tôi xin lỗi ông/bà.")
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["đùa tí thôi", "giỡn chơi thôi", "nói đùa"])
async def test_a_joke_is_taken_back_before_anything_is_agreed_to(house: House, typed: str) -> None:
    person = await _asked(house, typed)

    assert "tôi không ghi thành phản ánh" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["khi mo co ket qua", "bao chừ mới có kết quả", "răng lâu rứa"])
async def test_news_are_asked_for_in_dialect(house: House, typed: str) -> None:
    person = await _at_last_look(house)
    await person.says("gửi")

    await person.says(typed)

    assert "Hiện nay:" in person.text


@pytest.mark.parametrize("typed", ["thôi tôi rút", "tôi xin rút", "rút đi"])
async def test_a_wish_to_withdraw_is_heard_in_few_words(house: House, typed: str) -> None:
    person = await _at_last_look(house)
    await person.says("gửi")

    await person.says(typed)

    assert "Ông/bà muốn rút lại việc" in person.text


@pytest.mark.parametrize("typed", ["https://example.vn/bai-viet", "www.example.vn"])
async def test_a_link_alone_tells_nothing(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert person.text.startswith("Ông/bà kể rõ thêm giúp")
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["ở Huế", "hue", "thành phố Huế"])
async def test_the_province_of_the_commune_that_is_offered_is_a_yes(house: House, typed: str) -> None:
    person = await _asked(house, "đồng ý", typed, text="trại heo xã Quảng Điền xả thẳng ra mương")

    assert await person.asked() == "submit.organisation"


async def test_another_province_is_no_yes(house: House) -> None:
    person = await _asked(house, "đồng ý", "ở Đà Nẵng", text="trại heo xã Quảng Điền xả thẳng ra mương")

    assert await person.asked() == "submit.commune"


async def test_who_has_called_for_help_is_told_to_go_on(house: House) -> None:
    person = await _asked(house, "gọi 114 rồi", text="cháy nhà ở thôn Hạ Lang xã Quảng Điền Huế")

    assert person.text.startswith("Vâng, ông/bà gọi rồi thì tốt quá.")
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("typed", ["nhờ gọi lại", "gọi lại cho tôi nhé", "goi dien cho toi"])
async def test_the_wish_to_be_called_is_heard_in_few_words(house: House, typed: str) -> None:
    person = await house.person().says("gặp cán bộ")
    await delivered(house)

    await person.says(typed)

    assert (await person.asked()).startswith("call-back.")


async def test_who_asks_what_to_do_with_a_complaint_is_shown_how(house: House) -> None:
    person = await _asked(house, "vậy phải làm sao", text="xã Quảng Điền, Huế thu hồi đất sai, tôi khiếu nại")

    assert person.text.startswith("Cách gửi đơn khiếu nại")


async def test_a_lost_phone_is_no_petition(house: House) -> None:
    person = await house.person().says("tôi mất điện thoại cũ, giờ muốn xem việc đã gửi")

    assert "gõ mã hồ sơ vào đây" in person.text


async def test_the_name_is_shown_and_given_in_words_at_the_last_look(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("đổi lại công khai tên")
    await person.says("tên Minh Anh")
    await person.says("gửi")

    filed = await _petition(house)
    assert (filed.sender_name, filed.name_visibility) == ("Minh Anh", "shown")


async def test_a_name_said_where_the_commune_is_asked_is_no_senders(house: House) -> None:
    person = await _asked(house, "đồng ý", "tên Quảng Điền", text="trại heo xả thẳng ra mương")

    assert "Tôi đã ghi tên này" not in person.text
