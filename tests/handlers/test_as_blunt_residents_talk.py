"""Residents who are blunt, in a hurry or lost for words: insults, loans, an age, two answers in one line."""

from __future__ import annotations

import pytest

from handlers.hearing import hear
from tests.handlers.officers import LAMP
from tests.support.talk import House, Person, gazetteer


async def _talk(house: House, *said: str) -> Person:
    person = house.person()
    for words in said:
        await person.says(words)
    return person


AT_LAST_LOOK = (LAMP, "đồng ý", "đúng", "mặt trận", "tiếp tục")


@pytest.mark.parametrize(
    "typed",
    ["bot ngu quá", "bot ngu qua", "con bot ngu thế", "tụi bây ngủ hết rồi hả", "tui bay ngu het roi ha", "đồ ăn hại"],
)
async def test_who_scolds_the_machine_is_answered_calmly_and_files_nothing(house: House, typed: str) -> None:
    person = await _talk(house, typed)

    assert person.text.startswith("Tôi xin lỗi ông/bà.")
    assert await person.asked() == ""


@pytest.mark.parametrize(
    "typed",
    [
        "cán bộ ngủ hết rồi, nước ngập 3 ngày không ai ra",
        "can bo ngu het roi, nuoc ngap 3 ngay khong ai ra",
        "tụi bây ngủ hết rồi hả, đường ngập tới gối",
    ],
)
async def test_bad_temper_with_a_matter_is_a_petition(house: House, typed: str) -> None:
    assert await (await _talk(house, typed)).asked() == "submit.consent"


async def test_scolding_at_consent_becomes_no_part_of_the_story(house: House) -> None:
    person = await _talk(house, LAMP, "bot ngu quá")

    assert person.text.startswith("Tôi xin lỗi ông/bà.")
    assert "vào nội dung" not in person.text
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize(
    "typed",
    [
        "cho em vay 20 triệu được k",
        "cho e vay 20tr dc ko",
        "muốn vay vốn nuôi bò",
        "muon vay von chan nuoi o dau",
        "vay tiền ở đâu",
    ],
)
async def test_who_asks_for_a_loan_hears_whom_to_ask_and_how_to_go_on(house: House, typed: str) -> None:
    person = await _talk(house, typed)

    assert "tổ tiết kiệm và vay vốn" in person.text
    assert "Gửi ý kiến" in person.labels
    assert await person.asked() == ""


@pytest.mark.parametrize(
    "typed",
    [
        "đề nghị hội cho hộ nghèo vay vốn",
        "de nghi hoi cho ho ngheo vay von",
        "em vay vốn bị cán bộ đòi tiền lót tay",
        "vay tiền xã hội đen bị đe dọa",
    ],
)
async def test_a_matter_about_loans_is_a_petition(house: House, typed: str) -> None:
    assert (await (await _talk(house, typed)).asked()).startswith("submit.")


@pytest.mark.parametrize("typed", ["có việc làm gì cho em ko", "co viec lam gi cho em ko", "em muốn tìm việc làm"])
async def test_who_looks_for_work_has_told_the_matter(house: House, typed: str) -> None:
    assert await (await _talk(house, typed)).asked() == "submit.consent"


async def test_who_announces_a_matter_is_asked_for_it(house: House) -> None:
    assert await (await _talk(house, "có việc muốn phản ánh")).asked() == "submit.content"


@pytest.mark.parametrize("typed", ["e 15t", "em 15 tuổi", "con 12 tuoi", "cháu mới 9 tuổi"])
async def test_a_child_that_says_its_age_at_consent_may_go_on_and_hears_of_111(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, typed)

    assert "111" in person.text
    assert "chưa rõ ý" not in person.text
    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("typed", ["con 12 tuổi bị bạn đánh", "con 5 tuoi cung bi lay benh"])
async def test_an_age_in_a_story_stays_a_part_of_it(house: House, typed: str) -> None:
    assert "Ít tuổi cũng gửi được" not in (await _talk(house, LAMP, typed)).text


@pytest.mark.parametrize("typed", ["vậy thôi", "ủa", "ua", "vay thoi", "35t"])
async def test_a_word_that_is_no_answer_to_consent_hears_again_what_it_means(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, typed)

    assert "Có lưu lại thì cán bộ mới đọc được" in person.text
    assert "Ông/bà có đồng ý" in person.text
    assert "111" not in person.text


@pytest.mark.parametrize("typed", ["ừa", "ừ", "uh", "dạ", "ok", "đồng ý"])
async def test_a_plain_yes_agrees(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, typed)

    assert await person.asked() != "submit.consent"


@pytest.mark.parametrize("typed", ["ko co anh", "không có ảnh", "k có hình", "không cần ảnh", "khong co hinh"])
async def test_no_photo_said_at_the_commune_keeps_the_guess(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", typed)

    assert "Không có ảnh cũng không sao" in person.text
    assert "Đúng rồi" in person.labels


async def test_another_commune_is_still_asked_for_in_words(house: House) -> None:
    assert "Đúng rồi" not in (await _talk(house, LAMP, "đồng ý", "không phải")).labels


@pytest.mark.parametrize(
    "typed",
    ["đúng rồi, gửi Hội Phụ nữ, không cần ảnh", "dung roi, gui hoi phu nu, ko can anh", "ok, hội phụ nữ"],
)
async def test_a_yes_with_another_receiver_is_shown_once_more(house: House, typed: str) -> None:
    person = await _talk(house, *AT_LAST_LOOK, typed)

    assert "Nơi nhận: Hội Phụ nữ" in person.text
    assert "vào nội dung" not in person.text
    assert await person.asked() == "submit.confirmed"


@pytest.mark.parametrize("typed", ["đúng rồi, không cần ảnh", "ok gửi đi, không có hình"])
async def test_a_yes_with_nothing_else_in_it_sends(house: House, typed: str) -> None:
    assert await (await _talk(house, *AT_LAST_LOOK, typed)).asked() == ""


@pytest.mark.parametrize("typed", ["đúng rồi, không gửi", "đúng rồi, đèn ngõ 12 cũng hỏng cả tháng nay"])
async def test_a_yes_with_more_to_tell_sends_nothing(house: House, typed: str) -> None:
    assert "Mã của việc này" not in (await _talk(house, *AT_LAST_LOOK, typed)).text


@pytest.mark.parametrize("typed", ["ghi tên Lê Thị Mận, sđt 0912345678", "sđt 0912345678, tên Lê Thị Mận"])
async def test_a_name_and_a_number_in_one_line_are_both_kept(house: House, typed: str) -> None:
    person = await _talk(house, *AT_LAST_LOOK, typed)

    assert "ghi tên này" in person.text
    assert "ghi số điện thoại này" in person.text
    assert "Người gửi: Lê Thị Mận" in person.text


# --- What only sounds like an accusation or a danger


@pytest.mark.parametrize(
    "typed",
    [
        "cháu nhắn hộ bà, bà 82 tuổi ko biết dùng đt",
        "chau nhan ho ba, ba 82 tuoi ko biet dung dt",
        "em nhắn giúp mẹ, mẹ lớn tuổi ko rành điện thoại",
        "con gõ giùm ông nội, ông không biết chữ",
    ],
)
async def test_whoever_says_for_whom_they_write_accuses_nobody(house: House, typed: str) -> None:
    person = await _talk(house, typed)

    assert await person.asked() == "submit.consent"
    assert "gọi ngay" not in person.text


@pytest.mark.parametrize(
    "typed",
    [
        "nhắn hộ bà bị trưởng thôn ăn chặn tiền trợ cấp, bà không biết chữ",
        "nhan ho ba, truong thon an chan tien tro cap cua ba, ba khong biet chu",
    ],
)
async def test_what_is_told_for_somebody_who_cannot_write_may_accuse(house: House, typed: str) -> None:
    assert await (await _talk(house, typed)).asked() == "submit.guarded"


@pytest.mark.parametrize(
    "typed", ["em đang thất nghiệp khổ lắm", "em dang that nghiep kho lam", "vợ chồng em thất nghiệp khổ quá"]
)
async def test_want_alone_brings_no_number_to_call(house: House, typed: str) -> None:
    assert "gọi ngay" not in (await _talk(house, typed)).text


@pytest.mark.parametrize(
    "typed",
    ["khổ quá, chồng đánh em chảy máu", "kho qua, chong danh em chay mau", "thất nghiệp khổ quá không muốn sống"],
)
async def test_want_with_a_danger_in_it_brings_the_numbers(house: House, typed: str) -> None:
    assert "113" in (await _talk(house, typed)).text


@pytest.mark.parametrize("typed", ["đường kín mít", "duong kin mit", "đường hẹp quá"])
def test_how_a_road_is_names_none(typed: str) -> None:
    assert hear(gazetteer(), typed).place == ""


@pytest.mark.parametrize("typed", ["đường Kín Nước", "đường Trần Phú"])
def test_a_road_with_a_name_keeps_it(typed: str) -> None:
    assert hear(gazetteer(), typed).place == typed


# --- Calls and chat that are no matter


@pytest.mark.parametrize("typed", ["có ai trả lời tin nhắn không vậy", "co ai tra loi khong", "có ai đọc tin không ạ"])
async def test_who_asks_whether_anybody_answers_is_greeted(house: House, typed: str) -> None:
    person = await _talk(house, typed)

    assert "Kính chào ông/bà" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["bot có ny chưa", "bot co nguoi yeu chua", "em ăn cơm chưa"])
async def test_small_talk_is_no_petition(house: House, typed: str) -> None:
    assert await (await _talk(house, typed)).asked() == ""


@pytest.mark.parametrize(
    "typed", ["có ai trả lời tin nhắn của tôi về cái cống sập không", "bà cụ neo đơn chưa ăn cơm mấy ngày"]
)
async def test_the_same_words_in_a_matter_are_a_petition(house: House, typed: str) -> None:
    assert (await (await _talk(house, typed)).asked()).startswith("submit.")
