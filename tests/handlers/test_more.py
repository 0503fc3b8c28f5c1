"""What is written right after a receipt, or after an answer that was not well: more of it, or a new matter."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import DRAIN, at_work, files, state
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import House, Person

MORE = "tắc từ thứ hai tuần trước"


async def _additions(house: House) -> list[str]:
    async with looking_at(house.database) as db:
        query = select(schema.case_event.c.data).where(schema.case_event.c.step == "supply")
        return [str(data.get("text", "")) for data in (await db.execute(query)).scalars()]


async def _closed(house: House) -> Person:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này: đã thay bóng đèn")
    await officer.taps("Đã giải trình")
    await officer.taps("Bỏ qua")
    await officer.says("ok")
    assert await state(house) == "closed"
    return resident


async def test_a_short_line_after_the_receipt_is_asked_about_and_added(house: House) -> None:
    person = await files(house)
    await person.says(MORE)
    asked = await person.asked()
    await person.taps("Nói thêm việc đó")

    assert asked == "more.meant"
    assert await _additions(house) == [MORE]


async def test_a_photo_and_a_line_are_added_together(house: House) -> None:
    person = await files(house)
    await person.sends_photo()
    await person.says("ảnh chụp sáng nay đó cháu")
    await person.says("việc vừa rồi")

    assert await _additions(house) == ["ảnh chụp sáng nay đó cháu"]
    async with looking_at(house.database) as db:
        assert len((await db.execute(select(schema.file))).all()) == 1


async def test_it_may_be_a_new_matter(house: House) -> None:
    person = await files(house)
    await person.says("nước máy đục quá")
    await person.says("việc mới")

    assert await person.asked() == "submit.commune"
    assert await _additions(house) == []


async def test_a_whole_story_is_a_new_petition_at_once(house: House) -> None:
    person = await files(house)
    await person.says("Rác chất đống đầu ngõ 12 tổ 5 đã ba ngày không ai dọn, mùi hôi lắm")

    assert (await person.asked()).startswith("submit.")


async def test_after_half_an_hour_a_line_is_a_new_matter(house: House) -> None:
    person = await files(house)
    house.clock.advance(minutes=31)
    await person.says(MORE)

    assert (await person.asked()).startswith("submit.")


async def test_what_is_not_well_yet_reopens_the_closed_case_in_the_persons_words(house: House) -> None:
    person = await _closed(house)
    await person.says("vẫn tối om như cũ")
    await person.taps("Việc đó chưa được")

    assert "được xem xét lại" in person.text
    assert await state(house) != "closed"


@pytest.mark.parametrize("typed", ["mở lại", "tôi đề nghị xem lại"])
async def test_a_plain_wish_to_reopen_is_asked_why(house: House, typed: str) -> None:
    person = await _closed(house)
    await person.says("cảm ơn")
    await person.says(typed)

    assert await person.asked() == "reopen.reason"


async def test_a_wish_to_withdraw_leads_to_the_one_petition(house: House) -> None:
    person = await files(house)
    await person.says("tôi muốn rút")
    asked = await person.asked()
    await person.says("đúng")

    assert asked == "withdraw.sure"
    assert "Đã rút việc" in person.text


async def test_when_it_will_be_done_is_answered_with_how_it_stands(house: House) -> None:
    person = await files(house)
    await person.says("bao giờ xong")

    assert "chưa dám hứa" in person.text
    assert "Hiện nay: Đã gửi" in person.text


async def test_good_news_is_no_new_matter_and_the_person_chooses_what_it_is_about(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=3)
    await person.says("đèn nay sáng lại rồi")

    assert "Mừng quá" in person.text
    assert "Gửi thêm" in person.labels
    assert await person.asked() == ""


async def test_days_later_who_says_that_it_is_still_bad_is_asked_whether_it_is_the_same(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=3)
    await person.says("vẫn tối thui chứ có sửa gì đâu")

    assert await person.asked() == "more.meant"


@pytest.mark.parametrize(
    "typed", ["tệ quá, vá như không vá", "thay kiểu đó thì thay làm gì", "bóng mới sáng được một hôm"]
)
async def test_what_follows_an_answer_and_names_nothing_else_may_be_about_it(house: House, typed: str) -> None:
    person = await _closed(house)
    house.clock.advance(hours=20)
    await person.says(typed)
    asked = person.text
    await person.says("mở lại")

    assert "là việc đó vẫn chưa được, hay là một việc mới ạ?" in asked
    assert await state(house) == "accepted"


@pytest.mark.parametrize("typed", ["rác đầy chợ Hạ không ai dọn", "công an xã giữ xe tôi không lý do"])
async def test_another_matter_after_an_answer_is_begun_at_once(house: House, typed: str) -> None:
    person = await _closed(house)
    house.clock.advance(hours=20)
    await person.says(typed)

    assert "việc mới ạ" not in person.text


async def test_days_after_the_answer_a_line_is_a_new_matter(house: House) -> None:
    person = await _closed(house)
    house.clock.advance(days=4)
    await person.says("thay kiểu đó thì thay làm gì")

    assert (await person.asked()).startswith("submit.")


async def test_an_answer_told_in_several_lines_is_sent_whole(house: House) -> None:
    officer, person = await at_work(house)
    await officer.says("hỏi dân từ bao giờ ạ?")
    await officer.says("gửi")
    await person.look()
    await person.says("là sao hả cháu")
    await person.says("từ hôm mưa lớn tuần trước")
    await person.says("đúng")

    assert await _additions(house) == ["là sao hả cháu\ntừ hôm mưa lớn tuần trước"]


@pytest.mark.parametrize("typed", ["nhắc hoài mà có ai làm đâu", "chờ đến bao giờ nữa"])
async def test_impatience_long_after_filing_is_passed_on_to_who_follows_the_case(house: House, typed: str) -> None:
    _, person = await at_work(house)
    house.clock.advance(days=9)
    await person.says(typed)
    await person.says("đúng rồi")

    assert await _additions(house) == [typed]


async def test_a_further_matter_is_offered_the_commune_of_the_last_one(house: House) -> None:
    person = await files(house)
    await person.says("còn nữa")
    asked = await person.asked()
    await person.says("rác ở chợ Hạ chất đống")

    assert asked == "submit.content"
    assert person.text == "Việc này ở xã Quảng Điền, thành phố Huế, đúng không ạ?"


@pytest.mark.parametrize("typed", ["gửi nhầm rồi", "nhầm rồi ạ", "gửi nhầm nhóm"])
async def test_who_sent_it_by_mistake_is_asked_whether_to_withdraw(house: House, typed: str) -> None:
    person = await files(house)
    await person.says(typed)

    assert "Ông/bà muốn rút lại việc" in person.text


async def test_a_slip_said_in_the_middle_of_an_addition_ends_it(house: House) -> None:
    person = await files(house)
    await person.says("sửa lại chỗ được không")
    await person.says("gửi nhầm rồi")

    assert "Ông/bà muốn rút lại việc" in person.text


async def test_the_petition_with_the_words_that_are_said_is_withdrawn(house: House) -> None:
    person = await files(house)
    await files(house, text=DRAIN)
    await person.says("rút việc cống trước chợ")
    await person.says("đúng")

    async with house.database.read() as db:
        table = schema.petition
        query = select(table.c.text).where(table.c.withdrawn_at.is_not(None))
        assert list((await db.execute(query)).scalars()) == [DRAIN]


async def test_petitions_in_a_list_are_chosen_by_number(house: House) -> None:
    person = await files(house)
    await files(house, text=DRAIN)
    await person.says("việc của tôi")
    await delivered(house)
    await person.says("2")

    assert "Hiện nay:" in person.text
    assert "Đèn đường" in person.text


@pytest.mark.parametrize("typed", ["ai đang xem đơn của tôi", "công an có biết tôi không"])
async def test_who_sees_a_guarded_petition_is_said_as_it_is_beside_an_addition(house: House, typed: str) -> None:
    person = await house.person().says("chủ tịch xã Quảng Điền Huế nhận tiền của dân làm sổ đỏ")
    for answer in ("gửi kín", "đồng ý", "đúng", "mặt trận", "không có", "gửi"):
        await person.says(answer)
    await person.says("ông ấy còn hẹn nhiều người nữa")
    await person.says(typed)

    assert person.text.startswith("Chỉ cán bộ được giao mới xem được. Nội dung được giữ kín")


async def test_the_buttons_of_ones_own_list_say_what_each_opens(house: House) -> None:
    person = await files(house)
    await files(house, text=DRAIN)
    await person.says("việc của tôi")

    assert [label.partition(" · ")[2] for label in person.labels[-3:-1]] == [
        "Cống trước chợ Hạ xã Quảng\u00a0…",
        "Đèn đường ngõ 12 thôn Hạ\u00a0…",
    ]
