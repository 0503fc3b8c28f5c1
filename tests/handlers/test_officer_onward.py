"""An officer with many cases: one after the other, a slip taken back, a wrong merge undone; numbers count lists."""

from __future__ import annotations

import pytest

from tests.handlers.officers import (
    DRAIN,
    LAMP,
    an_officer,
    at_the_authority,
    at_work,
    files,
    joined,
    news,
    opens,
    state,
    steps,
)
from tests.handlers.test_messenger import delivered
from tests.support.talk import House, Person

RUBBISH = "Rác chất đống ở cổng trường Phú Lễ xã Quảng Điền, Huế bốc mùi"


async def _at_a_desk(house: House) -> Person:
    """Return an officer with three new cases, none of them before their eyes."""
    officer = await an_officer(house)
    for address, text in (("an", LAMP), ("binh", DRAIN), ("cuong", RUBBISH)):
        await files(house, address, text)
    await officer.look()
    return officer


async def _says(house: House, officer: Person, *texts: str) -> None:
    for text in texts:
        await delivered(house)
        await officer.says(text)


# --- On to the next


@pytest.mark.parametrize("typed", ["tiếp", "việc tiếp theo", "viec ke tiep", "next"])
async def test_the_most_urgent_case_without_a_step_of_today_is_the_next(house: House, typed: str) -> None:
    officer = await _at_a_desk(house)

    await _says(house, officer, "tiếp", "trả lời là đã báo điện lực", "gửi", typed)

    assert "Cống trước chợ Hạ" in officer.text


async def test_the_button_under_a_step_leads_on_as_well(house: House) -> None:
    officer = await _at_a_desk(house)
    await _says(house, officer, "tiếp", "nhận")

    await officer.taps("Việc kế tiếp")

    assert "Cống trước chợ Hạ" in officer.text


async def test_whoever_passes_over_a_case_comes_back_to_it_at_the_end(house: House) -> None:
    officer = await _at_a_desk(house)
    await _says(house, officer, "tiếp", "tiếp", "nhận", "tiếp")
    third = officer.text

    await _says(house, officer, "nhận", "tiếp")

    assert "Rác chất đống" in third
    assert "Đèn đường ngõ 12" in officer.text


async def test_when_each_case_has_seen_a_step_of_today_it_is_said(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "tiếp")
    only = officer.text

    await _says(house, officer, "nhận", "tiếp")

    assert "Chỉ còn việc này" in only
    assert "không còn việc nào chờ anh/chị" in officer.text
    house.clock.advance(days=1)
    await _says(house, officer, "tiếp")
    assert "Chỉ còn việc này" in officer.text
    assert "Mở việc này" in officer.labels


# --- A slip


async def test_a_closed_case_has_the_way_back_under_it(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")

    await officer.taps("Mở lại")

    assert await officer.asked() == "officer-reopen.reason"


@pytest.mark.parametrize("typed", ["hoàn tác", "nhầm rồi", "lỡ bấm", "đóng nhầm rồi"])
async def test_a_wrong_closing_is_taken_back_in_words(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")
    assert await state(house) == "closed"

    await _says(house, officer, typed, "chưa hướng dẫn ai cả", "gửi")

    assert await state(house) == "accepted"


@pytest.mark.parametrize("typed", ["sửa kết quả", "gửi nhầm", "gui nham ket qua", "báo sai kết quả rồi"])
async def test_a_wrong_outcome_is_corrected_in_one_step_and_told_once(house: House, typed: str) -> None:
    officer, resident = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")
    await news(resident)

    await _says(
        house, officer, typed, "Đã hướng dẫn nơi gửi", "Bà con gửi đơn tại Trung tâm Phục vụ hành chính công xã"
    )
    last_look = officer.text
    assert await news(resident) == ""
    await _says(house, officer, "gửi")

    assert await state(house) == "closed"
    told = await news(resident)
    assert told.count("Mã ") == 1
    for said in ("xin đính chính kết quả đã báo", "“đã hướng dẫn bà con”", "Đã hướng dẫn nơi gửi. Bà con gửi đơn"):
        assert said in last_look
        assert said in told


async def test_a_wrong_outcome_is_corrected_on_a_case_that_was_looked_up_again(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")

    await delivered(house)
    await officer.taps("Mở việc này")
    await _says(house, officer, "sửa kết quả")

    assert await officer.asked() == "officer-amend.outcome"


async def test_an_outcome_that_stands_is_told_in_other_words(house: House) -> None:
    officer, resident = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã thay bóng ngõ 21", "1", "bỏ qua", "gửi")
    await news(resident)

    for said in ("là đã thay bóng ngõ 12", "là đã thay bóng ngõ 12 và ngõ 14"):
        await _says(house, officer, "sửa kết quả", "1", said, "gửi")

    assert await state(house) == "closed"
    assert "Đã báo: “là đã thay bóng ngõ 12”" in await news(resident)


async def test_a_correction_of_a_correction_tells_what_was_told_last(house: House) -> None:
    officer, resident = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã thay bóng ngõ 21", "1", "bỏ qua", "gửi")

    for said in ("đã thay bóng ngõ 12", "đã thay bóng ngõ 14", "đã thay bóng ngõ 15"):
        await news(resident)
        await _says(house, officer, "sửa kết quả", "1", said, "gửi")

    assert "Đã báo: “đã thay bóng ngõ 14”" in await news(resident)


async def test_the_right_outcome_may_be_said_at_once(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")

    await _says(house, officer, "nhầm, phải là đã hướng dẫn nơi gửi")

    assert await officer.asked() == "officer-amend.text"


async def test_who_corrects_an_outcome_may_begin_the_case_again_instead(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")

    await officer.taps("Sửa kết quả")
    await officer.taps("Chưa xong, mở lại")
    await _says(house, officer, "chưa hướng dẫn ai cả", "gửi")

    assert await state(house) == "accepted"


async def test_the_reason_may_stand_right_behind_the_slip(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")

    await _says(house, officer, "đóng nhầm, cống chưa nạo vét")

    assert "lý do: cống chưa nạo vét" in officer.text


async def test_what_was_told_residents_is_taken_back_by_a_correction(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "trả lời là mai thay bóng", "gửi", "hoàn tác")

    assert "Điều đã báo người dân thì không xóa được" in officer.text
    assert (await officer.asked()).startswith("officer-correct.")


async def test_a_step_without_a_way_back_says_so(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "hoàn tác")
    nothing = officer.text
    await _says(house, officer, "nhận", "hoàn tác")

    assert "chưa làm bước nào" in nothing
    assert "Bước vừa rồi không rút lại được" in officer.text


# --- A wrong merge


async def _merged(house: House) -> Person:
    officer = await _at_a_desk(house)
    await opens(officer, 2)
    await _says(house, officer, "gộp vụ này", "1", "gộp")
    assert await state(house, 2) == "closed"
    return officer


@pytest.mark.parametrize("typed", ["tách ra", "gộp nhầm rồi", "hủy gộp", "lỡ gộp", "hoàn tác", "nhầm rồi"])
async def test_a_wrong_merge_is_undone_in_words_from_the_case_that_holds_both(house: House, typed: str) -> None:
    officer = await _merged(house)

    await _says(house, officer, typed, "gửi")

    assert await state(house, 2) == "accepted"
    assert (await steps(house, 2))[-1] == "unmerge"


async def test_what_was_split_again_is_not_there_to_be_undone(house: House) -> None:
    officer = await _merged(house)
    await _says(house, officer, "tách ra", "gửi")
    await opens(officer, 1)

    await _says(house, officer, "hủy gộp")

    assert "không còn phù hợp" in officer.text


async def test_to_split_a_case_that_nothing_was_merged_into_is_to_split_its_petitions(house: House) -> None:
    officer = await an_officer(house)
    await files(house)
    await joined(house, "binh")
    await opens(officer)

    await _says(house, officer, "tách ra")

    assert (await officer.asked()).startswith("officer-split.")


# --- Numbers


async def test_a_number_below_a_list_opens_a_line_of_it_and_closes_nothing(house: House) -> None:
    officer = await _at_a_desk(house)
    await opens(officer, 1)
    await _says(house, officer, "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "việc mới", "1")

    assert await state(house, 1) == "received"
    assert "Đèn đường ngõ 12" in officer.text


async def test_a_number_at_a_last_look_alone_chooses_its_button(house: House) -> None:
    officer = await _at_a_desk(house)
    await opens(officer, 1)
    await _says(house, officer, "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "1")

    assert await state(house, 1) == "closed"


async def test_what_an_officer_opened_again_was_not_disagreed_with(house: House) -> None:
    officer, _ = await at_work(house)
    await _says(house, officer, "nhận", "đóng vụ này vì đã hướng dẫn bà con", "1", "bỏ qua", "gửi")
    await _says(house, officer, "đóng nhầm, chưa xong", "gửi")

    assert "· Mở lại · hạn" in officer.text


@pytest.mark.parametrize("typed", ["họ không trả lời", "điện lực vẫn chưa trả lời", "dien luc im re", "vẫn im"])
async def test_who_says_that_an_authority_is_silent_is_offered_to_remind_it(house: House, typed: str) -> None:
    officer, _ = await at_the_authority(house)
    await opens(officer)

    await _says(house, officer, typed)

    assert "Ghi đôn đốc lần 1" in officer.text


async def test_an_authority_that_answers_is_not_reminded(house: House) -> None:
    officer, _ = await at_the_authority(house)
    await opens(officer)

    await _says(house, officer, "điện lực trả lời là đã thay bóng")

    assert (await officer.asked()).startswith("officer-answer.")
