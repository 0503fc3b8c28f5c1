"""What real people write beside the question: half answers, second thoughts, thanks, names of relatives."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from actions.privacy import expire_conversations
from storage import schema
from tests.handlers.officers import at_work
from tests.support.looking import looking_at
from tests.support.talk import House, Person

LAMP = "đèn đường đầu ngõ 5 hỏng xã Quảng Điền Huế"


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


async def _at_last_look(house: House, text: str = LAMP) -> Person:
    person = await house.person().says(text)
    for answer in ("đồng ý", "đúng", "mặt trận", "xong"):
        await person.says(answer)
    assert await person.asked() == "submit.confirmed"
    return person


async def test_the_province_said_behind_the_commune_is_no_mistake(house: House) -> None:
    person = await house.person().says("ruong can nuoc may bom hong ko ai sua")
    await person.says("co")
    await person.says("xa quang dien")
    await person.says("hue")

    assert person.text.startswith("Vâng ạ.")
    assert await person.asked() == "submit.organisation"


@pytest.mark.parametrize("typed", ["bên nào lo cho người già ạ", "ben nao lo vay", "nên chọn bên nào?"])
async def test_who_asks_which_body_it_is_for_gets_an_answer(house: House, typed: str) -> None:
    person = await house.person().says(LAMP)
    await person.says("ok")
    await person.says("đúng")
    await person.says(typed)

    assert "Không rõ thì ông/bà chọn Mặt trận" in person.text
    assert "ghi thêm" not in person.text


@pytest.mark.parametrize("typed", ["dạ con không biết chọn", "bên nào cũng dc"])
async def test_who_cannot_choose_a_body_need_not(house: House, typed: str) -> None:
    person = await house.person().says(LAMP)
    await person.says("ok")
    await person.says("đúng")
    await person.says(typed)

    assert await person.asked() == "submit.details"


async def test_another_body_is_chosen_in_a_second_thought(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("ok", "đúng", "hội phụ nữ"):
        await person.says(answer)
    await person.says("à mà thôi mặt trận đi")

    assert "Tôi đã sửa phần Tổ chức: Mặt trận." in person.text


async def test_what_was_corrected_wrongly_is_corrected_back(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("sửa lại ngõ 15 mới đúng")
    await person.says("không phải, ngõ 5 đúng rồi")

    assert "Tôi đã sửa “ngõ 15” thành “ngõ 5”." in person.text
    assert "đầu ngõ 5 hỏng" in person.text


async def test_a_name_given_after_it_was_hidden_is_told_to_the_officer(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("giấu tên")
    await person.says("thôi ghi tên tôi là Hoa")
    await person.says("gửi")

    filed = await _petition(house)
    assert (filed.sender_name, filed.name_visibility) == ("Hoa", "officer_only")


async def test_a_petition_for_the_grandmother_says_so_by_itself(house: House) -> None:
    text = "bà nội em 80 tuổi chưa được nhận tiền trợ cấp, em gửi giùm bà, ở xã Quảng Điền, Huế"
    person = await _at_last_look(house, text)
    assert "Gửi: Cho người nhà" in person.text

    await person.says("tên bà là Nguyễn Thị Sáu")

    assert "Người gửi: Nguyễn Thị Sáu" in person.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("cảm ơn", "Dạ, không có gì ạ."),
        ("bao giờ sửa", "Cán bộ đọc trong 1 ngày làm việc"),
        ("mẹ em có biết không", "Chỉ cán bộ được giao"),
        ("có kết quả chưa", "Việc này chưa gửi đi ạ"),
        ("rút lại", "Việc này chưa gửi đi đâu cả"),
    ],
)
async def test_what_is_said_at_the_last_look_is_answered(house: House, typed: str, said: str) -> None:
    person = await _at_last_look(house)
    await person.says(typed)

    assert person.text.startswith(said)
    assert person.labels == ["Đúng, gửi đi", "Sửa lại", "Thôi, không gửi"]


async def test_bad_temper_is_no_part_of_the_story(house: House) -> None:
    person = await house.person().says("ĐƯỜNG NÁT NHƯ CÁI BÁNH ĐA")
    await person.says("HỎI CÁI GÌ MÀ HỎI LẮM THẾ")

    assert "ghi thêm" not in person.text
    assert person.labels == ["Tôi đồng ý", "Tôi không đồng ý"]


async def test_who_lets_go_what_they_had_stopped_goes_on_with_it(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("đồng ý")
    await person.says("thôi khỏi")
    await person.says("à thôi gửi đi")

    assert "Ta làm tiếp việc đang dở" in person.text
    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize("where", ["xã Quảng Điền, Huế", "quang dien hue", "ở xã Quảng Điền"])
async def test_a_commune_alone_is_no_story(house: House, where: str) -> None:
    person = await house.person().says(where)
    assert await person.asked() == "submit.content"

    await person.says("rác đầy chợ ba hôm nay")
    await person.says("ok")

    assert "Việc này ở xã Quảng Điền, thành phố Huế, đúng không" in person.text


async def test_a_commune_sent_after_a_photo_is_no_story(house: House) -> None:
    person = await house.person().sends_photo()
    await person.says("quang dien hue")

    assert "kể giúp chuyện gì đang xảy ra" in person.text
    assert await person.asked() == "submit.content"


async def test_a_withdrawal_is_begun_in_words_and_given_up_in_words(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("gửi")
    await person.says("rút lại")
    assert "Đúng, rút lại" in person.labels

    await person.says("thôi không rút nữa")

    assert "việc vẫn giữ nguyên" in person.text


async def test_a_withdrawal_that_was_made_is_not_said_to_be_undone(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("gửi")
    await person.says("rút lại")
    await person.says("đúng, rút lại")
    await person.says("à mà thôi đừng rút")

    assert "vừa được rút rồi" in person.text


async def test_a_story_told_word_by_word_is_one_story(house: House) -> None:
    person = house.person()
    for word in ("alo", "đèn", "đường", "hỏng", "xã", "Quảng", "Điền", "Huế"):
        await person.says(word)
    await person.says("ừ")
    assert "Việc này ở xã Quảng Điền, thành phố Huế, đúng không" in person.text

    for answer in ("ừ", "ừ", "xong", "gửi"):
        await person.says(answer)

    assert (await _petition(house)).text == "đèn đường hỏng xã Quảng Điền Huế"


async def test_words_that_tell_nothing_together_are_listened_to_and_begin_nothing(house: House) -> None:
    person = await house.person().says("hihi")
    await person.says("haha")

    assert "tôi nghe đây" in person.text
    assert await person.asked() == ""


async def test_a_word_of_long_ago_is_no_part_of_the_story(house: House) -> None:
    person = await house.person().says("đèn")
    house.clock.advance(minutes=11)
    await person.says("đường")

    assert await person.asked() == ""


async def test_words_that_wait_for_more_are_forgotten(house: House) -> None:
    await house.person().says("đèn")
    house.clock.advance(days=2)
    async with house.database.begin() as db:
        await expire_conversations(db, now=house.clock())

    async with looking_at(house.database) as db:
        state = await db.scalar(select(schema.conversation.c.state))
    assert "đèn" not in state


@pytest.mark.parametrize("typed", ["trả lời kiểu gì vậy", "xem xét hoài, tôi không hài lòng", "tra loi qua loa qua"])
async def test_a_complaint_about_an_answer_is_passed_on_to_who_follows_the_case(house: House, typed: str) -> None:
    officer, person = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Mặt trận sẽ xem xét.")
    await officer.taps("Gửi")
    house.clock.advance(days=1)
    await person.says(typed)
    assert "xin lỗi vì ông/bà chưa hài lòng" in person.text

    await person.taps("Chuyển giúp tôi")

    assert typed in await _told_of(house)


async def _told_of(house: House) -> str:
    async with looking_at(house.database) as db:
        return str((await db.execute(select(schema.case_event.c.data))).all())


@pytest.mark.parametrize("typed", ["dạ đúng", "ừ", "là trả lời", "trả lời cán bộ đó"])
async def test_that_a_line_is_the_answer_is_said_in_words(house: House, typed: str) -> None:
    officer, person = await at_work(house)
    await officer.taps("Hỏi thêm")
    await officer.says("Mấy nhà bị ngập ạ?")
    await officer.taps("Gửi")
    await person.look()
    await person.says("chừng năm sáu nhà gì đó")
    assert await person.asked() == "answer.meant"

    await person.says(typed)

    assert "chừng năm sáu nhà" in await _told_of(house)
    assert await person.asked() == ""
