"""People nobody had played yet: "dung" without marks, photos where words are asked, a mother who withdraws, a market."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import an_officer, at_work, files, news
from tests.handlers.test_as_people_talk import LAMP
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


async def _talk(house: House, *said: str) -> Person:
    person = house.person()
    for words in said:
        await person.says(words)
    return person


# --- "dung": right (đúng) or stop (dừng)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (("đèn đường hỏng cả tháng nay", "đồng ý", "xã Tân An"), "submit.commune"),
        ((LAMP, "đồng ý", "đúng"), "submit.organisation"),
        ((LAMP, "đồng ý", "đúng", "mặt trận"), "submit.details"),
    ],
)
async def test_dung_before_a_choice_is_asked_back_and_everything_is_kept(
    house: House, said: tuple[str, ...], asked: str
) -> None:
    person = await _talk(house, *said)

    await person.says("dung")

    assert "đúng" in person.text
    assert "dừng lại" in person.text
    assert await person.asked() == asked


@pytest.mark.parametrize("typed", ["dừng", "dung lai", "huy"])
async def test_a_plain_stop_before_a_choice_stops(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng")

    await person.says(typed)

    assert await person.asked() == ""


async def test_dung_says_yes_where_yes_is_one_of_the_answers(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý")

    await person.says("dung")

    assert await person.asked() == "submit.organisation"


# --- Photos where words are asked


@pytest.mark.parametrize("before", [(), ("1",), ("1", "đã hướng dẫn bà con gửi điện lực")])
async def test_a_photo_sent_early_goes_with_the_outcome(house: House, before: tuple[str, ...]) -> None:
    officer, resident = await at_work(house)
    for typed in ("đóng vụ này", *before):
        await officer.says(typed)

    await officer.sends_photo("lamp")

    assert "Đã nhận 1 ảnh, tệp" in officer.text
    for typed in ("1", "đã hướng dẫn bà con gửi điện lực")[len(before) :]:
        await officer.says(typed)
    await officer.says("tiếp tục")
    assert "Ảnh, tệp: 1." in officer.text
    await officer.says("gửi")
    await news(resident)
    assert [len(message.files) for message in resident.heard] == [1]


async def test_a_photo_at_the_last_look_is_sent_with_the_rest(house: House) -> None:
    officer, _ = await at_work(house)
    for typed in ("đóng vụ này", "1", "đã hướng dẫn bà con gửi điện lực", "bỏ qua"):
        await officer.says(typed)

    await officer.sends_photo("lamp")

    assert "Ảnh, tệp: 1." in officer.text


async def test_a_photo_that_is_asked_for_is_kept_once(house: House) -> None:
    officer, _ = await at_work(house)
    for typed in ("đóng vụ này", "1", "đã hướng dẫn bà con gửi điện lực"):
        await officer.says(typed)

    await officer.sends_photo("lamp")

    assert officer.text == "Đã nhận 1 ảnh, tệp. Gửi thêm hoặc bấm “Tiếp tục”."
    async with looking_at(house.database) as db:
        assert len((await db.execute(select(schema.file).where(schema.file.c.source == "lamp"))).all()) == 1


async def test_a_photo_that_comes_with_the_wish_to_close_is_kept(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.sends_photo("lamp", text="đóng vụ này")

    await officer.says("1")
    await officer.says("đã hướng dẫn bà con gửi điện lực")
    assert "Đã nhận 1 ảnh, tệp" in officer.text


@pytest.mark.parametrize("caption", ["", "Điện lực Quảng Điền"])
async def test_a_photo_that_a_step_has_no_use_for_is_not_dropped_without_a_word(house: House, caption: str) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển")

    await officer.sends_photo("letter", text=caption)

    assert "chưa được lưu: bước này chỉ cần chữ" in officer.text
    assert await officer.asked() == f"officer-refer.{'day' if caption else 'authority'}"


async def test_a_photo_outside_any_step_is_said_to_be_in_no_case(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.sends_photo("lamp")

    assert "chưa được lưu vào vụ việc nào" in officer.text


async def test_a_photo_with_the_story_that_was_asked_for_is_kept(house: House) -> None:
    person = await _talk(house, "gửi ý kiến")

    await person.sends_photo("lamp", text=LAMP)

    assert person.text.startswith("Tôi đã nhận ảnh")
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("tapped", [False, True])
async def test_a_photo_is_an_answer_to_an_officers_question(house: House, tapped: bool) -> None:
    officer, resident = await at_work(house)
    await officer.says("hỏi bà con: trụ đèn số mấy")
    assert "bà con" not in officer.text
    await officer.says("gửi")
    await news(resident)
    if tapped:
        await resident.taps("Trả lời")

    await resident.sends_photo("pole")

    await resident.taps("Tiếp tục" if tapped else "Là câu trả lời")
    async with looking_at(house.database) as db:
        photo = (await db.execute(select(schema.file).where(schema.file.c.source == "pole"))).one()
    assert photo.petition_id is not None
    assert "(1 ảnh, tệp)" in await news(officer)
    assert "Đã gửi câu trả lời" in resident.text


async def test_a_photo_with_words_answers_with_both(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.says("hỏi dân trụ đèn số mấy")
    await officer.says("gửi")
    await news(resident)

    await resident.sends_photo("pole", text="trụ số 14")
    await resident.taps("Là câu trả lời")

    assert "trụ số 14" in await news(officer)
    async with looking_at(house.database) as db:
        assert await db.scalar(select(schema.file.c.petition_id).where(schema.file.c.source == "pole")) is not None


async def test_a_photo_and_a_pin_at_the_last_look_are_filed(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong")

    await person.sends_photo("lamp")
    await person.sends_pin(16.57, 107.51)

    assert "Ảnh, tệp: 1" in person.text
    assert "(có vị trí)" in person.text
    await person.says("gửi")
    assert (await _petition(house)).lat == pytest.approx(16.57)


# --- A mother withdraws


@pytest.mark.parametrize("before", [(), ("cô giáo gọi cho tôi rồi",)])
@pytest.mark.parametrize(
    "typed", ["thôi tôi rút lại, cô giáo đã giải thích rồi", "rút lại đơn", "xin rút, trường đã trả tiền", "đúng rút"]
)
async def test_who_withdraws_and_says_why_is_asked_once_more(house: House, before: tuple[str, ...], typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong", "gửi", *before)

    await person.says(typed)

    assert await person.asked() == "withdraw.sure"


# --- Words that are no place


@pytest.mark.parametrize("typed", ["đủ rồi", "vậy đủ rồi nha", "du roi"])
async def test_enough_is_no_place(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", typed)

    assert f"Chỗ: {typed}" not in person.text
    assert await person.asked() == "submit.confirmed"


async def test_a_wish_that_officers_come_belongs_to_the_story(house: House) -> None:
    wish = "bà không nghe được thì cán bộ xuống nhà nói nhé"

    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", wish, "xong")

    assert wish in person.text
    assert f"Chỗ: {wish}" not in person.text


@pytest.mark.parametrize("typed", ["gửi mt", "mttq"])
async def test_the_front_by_its_letters_is_no_place(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", typed)

    assert await person.asked() == "submit.details"
    assert "Tôi đã nhận: chỗ" not in person.text


# --- Communes that are no more


async def test_a_former_district_is_an_answer_and_no_part_of_the_story(house: House) -> None:
    person = await _talk(house, "đường liên xã hư hỏng, ổ gà", "đồng ý", "huyện Quảng Điền, tỉnh Thừa Thiên Huế")

    assert "ghi thêm" not in person.text
    assert await person.asked() == "submit.commune"


async def test_a_former_ward_with_a_number_is_named_as_one(house: House) -> None:
    person = await _talk(house, "đường hẻm hư hỏng, ổ gà", "đồng ý", "phường 5 quận 3")

    assert person.text.startswith("Phường 5, Quận 3 (tên cũ) nay thuộc")


# --- For a neighbour, in one's name, in danger, not content


@pytest.mark.parametrize(
    ("story", "whose"),
    [
        ("Tôi báo giùm bà Năm hàng xóm, nhà bà dột nát, thôn Hạ Lang xã Quảng Điền Huế", "Cho hàng xóm, người quen"),
        ("Tôi gửi giùm mẹ, hàng xóm hát karaoke ồn, thôn Hạ Lang xã Quảng Điền Huế", "Cho người nhà"),
    ],
)
async def test_a_neighbour_it_is_sent_for_is_no_relative(house: House, story: str, whose: str) -> None:
    person = await _talk(house, story, "đồng ý", "đúng", "mặt trận", "xong")
    while "Khác" in person.labels:
        await person.taps("Khác")

    assert f"Gửi: {whose}" in person.text


@pytest.mark.parametrize(
    "typed", ["ai gửi gì đứng tên tôi vậy", "cho tôi xem những gì đã nộp dưới tên tôi", "có người lấy tên tôi gửi đơn"]
)
async def test_what_was_filed_in_ones_name_is_shown(house: House, typed: str) -> None:
    person = await _talk(house, typed)

    assert person.text.startswith("Ông/bà chưa gửi việc nào từ đây")


async def test_who_calls_and_gets_nobody_is_told_other_ways(house: House) -> None:
    person = await _talk(
        house, "chồng tôi đang cầm dao đập cửa phòng, tôi trốn trong nhà vệ sinh", "tôi gọi rồi mà máy bận"
    )

    assert "112" in person.text
    assert "chưa rõ" not in person.text


async def test_who_said_why_with_the_rating_is_not_asked_again(house: House) -> None:
    officer, resident = await at_work(house)
    for typed in ("đóng vì đã thay bóng", "1", "bỏ qua", "gửi"):
        await officer.says(typed)
    await news(resident)
    await resident.taps("Chưa hài lòng")
    await resident.says("thay được một hôm lại cháy")

    await resident.taps("Đề nghị xem lại")

    assert "được xem xét lại" in resident.text
    assert "đề nghị xem lại" in (said := await news(officer))
    assert "thay được một hôm lại cháy" in said


@pytest.mark.parametrize("typed", ["gửi", "ok", "xong rồi"])
async def test_a_reason_is_more_than_letting_go(house: House, typed: str) -> None:
    officer, resident = await at_work(house)
    for said in ("đóng vì đã thay bóng", "1", "bỏ qua", "gửi"):
        await officer.says(said)
    await news(resident)
    await resident.taps("Đề nghị xem lại")

    await resident.says(typed)

    assert resident.text.startswith("Cán bộ sẽ đọc phần này")
    assert await resident.asked() == "reopen.reason"


# --- At the desk


async def test_a_case_sent_to_a_colleague_by_name_is_given_to_them(house: House) -> None:
    officer, _ = await at_work(house)
    await an_officer(house, "Nguyễn Thị Mai")

    await officer.says("chuyển cho Mai")

    assert await officer.asked() == "officer-reassign.reason"


async def test_a_new_matter_of_a_resident_is_no_list_of_old_ones(house: House) -> None:
    person = await _talk(house, "việc mới")

    assert await person.asked() == "submit.content"


# --- Where it is, said with the commune; who reads it


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ngõ 5 thôn Hạ Lang xã Quảng Điền Huế", "ngõ 5, thôn Hạ Lang"),
        ("chợ Hạ xã Quảng Điền Huế", "chợ Hạ"),
        ("xã Quảng Điền Huế", ""),
    ],
)
async def test_where_it_is_in_the_commune_is_kept_with_the_answer(house: House, typed: str, place: str) -> None:
    person = await _talk(house, "đường liên xã hư hỏng, ổ voi ổ gà", "đồng ý", typed, "mặt trận")

    assert await person.asked() == "submit.details"
    assert (f"Chỗ xảy ra tôi ghi: {place}." in person.text) is bool(place)


async def test_a_commune_that_is_called_like_a_market_is_no_place_in_it(house: House) -> None:
    person = await _talk(house, "đường liên xã hư hỏng, ổ voi ổ gà", "đồng ý", "xã Chợ Mới tỉnh An Giang", "mặt trận")

    assert "Chỗ xảy ra tôi ghi" not in person.text


@pytest.mark.parametrize(
    "typed", ["chị Lan có đọc được không", "ai còn đọc được nữa không", "trường có biết tôi gửi không"]
)
async def test_who_reads_it_is_answered_whoever_is_named(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong", "gửi", typed)

    assert person.text.startswith("Chỉ cán bộ được giao")


@pytest.mark.parametrize("said", [("đồng ý", "2"), ("đồng ý", "xã Tân An", "9")])
async def test_a_number_of_no_button_is_searched_for_as_no_place(house: House, said: tuple[str, ...]) -> None:
    person = await _talk(house, "đường hỏng nặng, ổ voi ổ gà", *said)

    assert "chưa tìm thấy" not in person.text
    assert await person.asked() == "submit.commune"


async def test_a_body_named_early_is_changed_before_its_question_comes(house: House) -> None:
    person = await house.person().says("rác ở chợ Hạ xã Quảng Điền, Huế không ai dọn 5 ngày rồi")
    await person.says("đồng ý, gửi mặt trận")
    await person.says("mà đổi lại gửi hội phụ nữ đi")

    assert "Hội Phụ nữ" in person.text
    assert "ghi thêm" not in person.text


async def test_who_asks_why_it_takes_so_long_begins_no_petition(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=33)
    await person.says("sao lâu quá vậy")

    assert await person.asked() == ""


async def test_a_child_that_is_touched_is_spoken_to_as_one(house: House) -> None:
    person = await house.person().says("con tên Na, học lớp 4, chú hàng xóm hay rủ con vô nhà rồi sờ con, con sợ lắm")

    assert "111" in person.text
    assert "ông/bà" not in person.text
