"""People answer a question with another one, write short lines, or wish for something else: each is heard."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from actions.privacy import expire_conversations
from storage import schema
from tests.handlers.officers import LAMP
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House, Person

POTHOLES = "Đường vào thôn 3 ổ gà nhiều quá, đi lại khó khăn"


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


async def _at_commune(house: House) -> Person:
    person = await house.person().says(POTHOLES)
    return await person.says("đồng ý")


async def test_why_is_answered_and_the_question_asked_again_in_short(house: House) -> None:
    person = await house.person().says(POTHOLES)
    await person.says("sao phải đồng ý?")

    assert "Luật yêu cầu phải hỏi" in person.text
    assert "dữ liệu nhạy cảm" not in person.text
    assert person.labels == ["Tôi đồng ý", "Tôi không đồng ý"]


async def test_why_the_commune_is_asked_is_answered(house: House) -> None:
    person = await _at_commune(house)
    await person.says("sao phải biết xã?")

    assert "biết đúng nơi thì việc mới đến đúng người" in person.text
    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize(
    "typed",
    [
        "xã nào tui cũng không biết nữa",
        "xã này là xã nào cháu nhỉ, bác quên rồi",
        "bác quên tên xã rồi cháu ạ",
        "tui hổng nhớ là phường nào nữa",
    ],
)
async def test_who_does_not_know_the_commune_is_helped_and_nothing_is_added_to_the_story(
    house: House, typed: str
) -> None:
    person = await _at_commune(house)
    await person.says(typed)

    assert "Chọn theo tỉnh" in person.text
    assert "ghi thêm" not in person.text


@pytest.mark.parametrize("typed", ["đúng", "ok gửi luôn", "cảm ơn"])
async def test_a_yes_is_no_name_of_a_place(house: House, typed: str) -> None:
    person = await _at_commune(house)
    await person.says(typed)

    assert await person.asked() == "submit.commune"
    assert "nay thuộc" not in person.text
    assert "chưa tìm thấy" not in person.text


async def test_a_list_of_communes_stays_when_the_answer_is_none_of_them(house: House) -> None:
    person = await _at_commune(house)
    await person.says("Quảng Điền Huế")
    offered = person.labels
    await person.says("đúng")
    after_yes = person.labels
    await person.says("xóm dưới nhà bà Ngoạn")

    assert len(offered) > 2
    assert (after_yes, person.labels) == (offered, offered)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("có mất tiền không", "Không mất tiền"),
        ("bao lâu thì xong", "1 ngày làm việc"),
        ("ai giải quyết", "chuyển đến cơ quan có trách nhiệm"),
        ("đây là người hay máy", "máy trả lời"),
        ("tôi không rành", "gõ số 0"),
        ("số điện thoại xã", "Địa chỉ"),
        ("xóa hết thông tin của tôi", "xóa dữ liệu của mình"),
        ("tôi muốn rút", "chưa gửi đi đâu cả"),
    ],
)
async def test_what_is_asked_in_the_middle_is_answered_and_the_form_waits(house: House, typed: str, said: str) -> None:
    person = await _at_commune(house)
    await person.says(typed)

    assert said in person.text
    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bao giờ xong", "1 ngày làm việc"),
        ("ai giải quyết", "chuyển đến cơ quan có trách nhiệm"),
        ("bạn là ai vậy", "máy trả lời"),
        ("số điện thoại xã", "Địa chỉ"),
        ("xóa hết thông tin của tôi", "xóa dữ liệu của mình"),
        ("tôi muốn rút", "chưa gửi việc nào"),
        ("tôi mất mã rồi", "chưa gửi việc nào"),
        ("hihi", "kể rõ thêm"),
    ],
)
async def test_what_is_asked_before_anything_begins_no_petition(house: House, typed: str, said: str) -> None:
    person = await house.person().says(typed)

    assert said in person.text
    assert await person.asked() == ""


async def test_another_matter_is_asked_for_and_not_filed_under_these_words(house: House) -> None:
    person = await house.person().says("tôi còn một việc nữa")

    assert "Nhờ ông/bà kể lại việc đó" in person.text
    assert await person.asked() == "submit.content"


async def test_a_frightened_person_hears_who_sees_it_and_it_is_not_the_common_answer(house: House) -> None:
    person = await house.person().says("Chủ tịch xã Quảng Điền nhận tiền của dân làm sổ đỏ, mỗi hộ 20 triệu")
    await person.says("có bị trả thù không")

    assert "danh tính người báo được luật bảo vệ" in person.text
    assert await person.asked() == "submit.guarded"


async def test_a_story_told_in_three_short_messages_is_kept_whole(house: House) -> None:
    person = await house.person().says("chau oi ba noi cai nay")
    await person.says("cai cong dau xom bi nghet nuoc tran vao nha")
    await person.says("o thon ha lang do")
    for answer in ("dong y", "xa quang dien hue", "ok", "het", "uh gui di chau"):
        await person.says(answer)

    assert (
        await _petition(house)
    ).text == "chau oi ba noi cai nay\ncai cong dau xom bi nghet nuoc tran vao nha\no thon ha lang do"


async def test_a_question_at_the_last_look_does_not_show_everything_twice(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong"):
        await person.says(answer)
    await person.says("ai giải quyết")

    assert "Tôi ghi lại như sau" not in person.text
    assert "Đúng, gửi đi" in person.labels


@pytest.mark.parametrize("typed", ["0905 123 456", "thêm số điện thoại 0905.123.456 nha", "à nhầm, 0905 123 456"])
async def test_a_phone_number_that_nobody_asked_for_is_kept(house: House, typed: str) -> None:
    person = await house.person().says(LAMP)
    await person.says(typed)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi"):
        await person.says(answer)

    assert (await _petition(house)).sender_phone == "0905123456"


async def test_numbers_in_words_choose_where_there_are_no_buttons(house: House) -> None:
    person = house.person("zalo", channel="zalo_oa", capabilities=NUMBERS)
    await person.says(LAMP)
    for answer in ("1.", "số 1", "cái đầu", "1 nhé", "1 nha"):
        await person.says(answer)

    assert "Đã gửi" in person.text


async def test_a_word_of_the_menu_does_not_park_a_petition_that_is_being_written(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("phản ánh")

    assert "vẫn ở đây" in person.text
    assert await person.asked() == "submit.consent"


async def test_thanks_are_not_asked_for_a_subject(house: House) -> None:
    person = await house.person().says("Tôi cảm ơn cán bộ xã Quảng Điền Huế đã giúp sửa đường")
    for answer in ("đồng ý", "đúng", "ok"):
        await person.says(answer)

    assert await person.asked() == "submit.confirmed"


async def test_who_has_lost_the_code_is_shown_their_petitions_and_not_asked_for_it_again(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi", "tra cứu"):
        await person.says(answer)
    await person.says("tôi không nhớ mã")

    assert "Các việc ông/bà đã gửi" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["hổng đồng ý đâu", "hong dong y", "không cho lưu", "tôi chưa đồng ý"])
async def test_a_refusal_in_dialect_is_a_refusal(house: House, typed: str) -> None:
    person = await house.person().says(POTHOLES)
    await person.says(typed)

    assert "đã được xóa" in person.text


async def test_a_refusal_that_is_not_understood_is_never_kept_as_a_part_of_the_story(house: House) -> None:
    person = await house.person().says(POTHOLES)
    await person.says("tui thiệt tình là hổng có đồng ý cái vụ lưu này đâu nghen")

    assert "ghi thêm" not in person.text
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("typed", ["gửi luôn đi chú", "việc của tui tới đâu rồi", "nhiêu đó thôi", "cảm ơn chú nha"])
async def test_what_is_no_story_is_not_kept_as_one(house: House, typed: str) -> None:
    person = await house.person().says(POTHOLES)
    await person.says(typed)

    assert "ghi thêm" not in person.text
    assert await person.asked() == "submit.consent"


async def test_words_that_let_go_are_no_place(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("ờ đồng ý đó", "đúng gòi", "mặt trận á", "đúng rồi gửi"):
        await person.says(answer)

    assert await person.asked() == "submit.confirmed"
    assert "đúng rồi gửi" not in person.text


async def test_a_line_of_two_words_is_kept_while_the_story_is_told(house: House) -> None:
    person = await house.person().says("nhà tui ở gần chợ Sịa")
    await person.says("mất điện")

    assert "ghi thêm" in person.text


@pytest.mark.parametrize("answer", ["đồng ý", "Tôi đồng ý"])
async def test_who_comes_back_after_the_draft_was_erased_is_told_so(house: House, answer: str) -> None:
    person = await house.person().says(POTHOLES)
    await delivered(house)
    house.clock.advance(days=3)
    async with house.database.begin() as db:
        await expire_conversations(db, now=house.clock())
    await person.says(answer)

    assert "viết lại việc đó" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["công ty có biết tôi báo không", "họ có biết là tôi không"])
async def test_who_fears_to_be_known_is_answered_and_it_is_no_story(house: House, typed: str) -> None:
    person = await house.person().says(POTHOLES)
    await person.says(typed)

    assert "không biết tên" in person.text
    assert "ghi thêm" not in person.text


async def test_who_lets_nobody_know_the_name_is_not_named(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "không cho ai biết tên tôi", "ok", "xong", "gửi"):
        await person.says(answer)

    assert (await _petition(house)).name_visibility == "without"


async def test_who_sends_once_more_is_told_that_it_is_sent(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi"):
        await person.says(answer)
    await person.says("Đúng, gửi đi")

    assert "đã gửi rồi ạ" in person.text
    assert await person.asked() == ""


async def test_a_withdrawal_right_after_an_addition_is_a_withdrawal(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi"):
        await person.says(answer)
    await person.says("còn cái cống nữa")
    await person.says("em muốn rút vụ này")

    assert await person.asked() == "withdraw.sure"


async def test_what_is_asked_beside_an_addition_is_answered_and_no_part_of_it(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi"):
        await person.says(answer)
    await person.says("còn cái cống nữa")
    await person.says("ai giải quyết vậy")

    assert "chuyển đến cơ quan có trách nhiệm" in person.text
    assert "ghi thêm" not in person.text


async def test_after_a_sealed_matter_the_answer_on_who_sees_it_is_that_of_a_sealed_one(house: House) -> None:
    person = await house.person().says("Tôi tố cáo ông chủ tịch xã Quảng Điền ăn tiền đền bù, Huế")
    for answer in ("gửi kín", "đồng ý", "đúng", "mặt trận", "xong", "gửi"):
        await person.says(answer)
    await person.says("ông ấy có biết tôi báo không")

    assert "danh tính người báo được luật bảo vệ" in person.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tôi gửi bên web rồi giờ xem ở đây được không", "gõ mã hồ sơ vào đây"),
        ("em đổi điện thoại rồi", "gõ mã hồ sơ vào đây"),
        ("cho xem lại mã", "Các việc ông/bà đã gửi"),
    ],
)
async def test_who_comes_from_elsewhere_or_asks_for_the_code_is_helped(house: House, typed: str, said: str) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong", "gửi"):
        await person.says(answer)
    await person.says(typed)

    assert said in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize(
    "typed",
    [
        "không phải phản ánh, con hỏi thôi",
        "ko phai phan anh gi dau, hoi thoi",
        "tôi chỉ hỏi thôi",
        "cho hỏi chơi thôi",
        "nhắn nhầm",
        "nhắn thử thôi",
    ],
)
async def test_what_is_no_petition_by_its_own_words_is_let_go(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert "không ghi thành phản ánh" in person.text
    assert "Gặp cán bộ" in person.labels
    assert await person.asked() == ""


async def test_a_question_that_was_taken_for_a_petition_is_put_aside(house: House) -> None:
    person = await house.person().says("làm giấy khai sinh ở đâu vậy")
    await person.says("không phải phản ánh, con hỏi thôi")

    assert "không ghi thành phản ánh" in person.text
    assert await person.asked() == ""


async def test_a_wrong_tap_does_not_end_a_petition(house: House) -> None:
    person = await _at_commune(house)
    await person.says("bấm nhầm")

    assert (await person.asked()).startswith("submit.")


async def test_what_is_no_matter_of_the_front_is_answered_in_a_line_and_added_to_nothing(house: House) -> None:
    person = await house.person().says("đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền Huế hỏng cả tháng")
    await person.says("giá vàng hôm nay bao nhiêu")
    answered, asked = person.text, await person.asked()
    while "Đúng, gửi đi" not in person.labels:
        labels = ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục")
        await person.taps(next(label for label in labels if label in person.labels))

    assert "ngoài việc của Mặt trận" in answered
    assert asked == "submit.consent"
    assert "giá vàng" not in person.text
