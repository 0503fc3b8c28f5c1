"""What officers and leaders did when they were played: several messages for one answer, days and places in words."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from domain.roles import Role
from storage import schema
from tests.handlers.officers import DRAIN, LAMP, an_officer, at_the_authority, at_work, files, news, opens, state, steps
from tests.support.talk import House, Person

PROVINCE = "46"


async def _closed(house: House) -> tuple[Person, Person]:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    for said in ("đóng vụ này", "đã giải thích", "Điện lực hẹn thay bóng", "bỏ qua", "gửi"):
        await officer.says(said)
    assert await state(house) == "closed"
    await resident.look()
    return officer, resident


async def _arrives(house: House) -> None:
    async with house.database.begin() as db:
        await db.execute(update(schema.outbox).values(state="delivered"))


# --- Written down in several messages -------------------------------------------------------------------------------


async def test_an_answer_told_in_three_messages_is_one_answer(house: House) -> None:
    officer, resident = await at_the_authority(house)
    for said in ("điện lực trả lời: đã kiểm tra", "cháy bóng và hỏng rơ le", "sẽ thay trong ngày mai"):
        await officer.says(said)
    await officer.taps("Chưa hỏi")
    await officer.taps("Gửi")

    assert "đã kiểm tra\ncháy bóng và hỏng rơ le\nsẽ thay trong ngày mai" in await news(resident)


async def test_a_line_sent_behind_a_reply_is_shown_with_it_before_anything_goes_out(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.says("trả lời dân là mai tôi xuống xem")
    await officer.says("khoảng chín giờ sáng, nhờ bà con mở cổng")

    assert "mai tôi xuống xem\nkhoảng chín giờ sáng" in officer.text
    assert await news(resident) == ""


async def test_a_question_beside_a_last_look_is_not_added_to_what_residents_read(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("trả lời dân là mai tôi xuống xem")
    await officer.says("cái này ai đọc được vậy?")

    assert "Đã ghi thêm" not in officer.text


async def test_a_last_look_says_which_matter_it_is_about(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển điện lực trước thứ sáu")

    assert "Điện, nước – ngõ 12, thôn Hạ Lang\n\nChuyển đến Điện lực, hạn trả lời 20/11/2026." in officer.text


# --- Closing and what is said of it ---------------------------------------------------------------------------------


async def test_who_closes_before_the_resident_was_asked_reads_why_it_is_not_resolved(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này")

    assert "cần có trả lời của cơ quan và hỏi lại người dân" in officer.text


async def test_a_bad_rating_and_its_sentence_are_one_notice_while_the_first_has_not_gone_out(house: House) -> None:
    officer, resident = await _closed(house)
    await resident.taps("Chưa hài lòng")
    await resident.says("thay bóng ba hôm lại hỏng")
    await news(officer)

    assert len(officer.heard) == 1
    assert "chưa hài lòng" in officer.text
    assert "thay bóng ba hôm lại hỏng" in officer.text


async def test_the_sentence_after_a_rating_that_was_told_is_worded_as_belonging_to_it(house: House) -> None:
    officer, resident = await _closed(house)
    await resident.taps("Chưa hài lòng")
    await news(officer)
    await _arrives(house)
    await resident.says("thay bóng ba hôm lại hỏng")

    assert "người dân nói thêm: “thay bóng ba hôm lại hỏng”" in await news(officer)


# --- Words of officers ----------------------------------------------------------------------------------------------


async def test_an_officer_is_away_on_days_said_in_words(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("tôi nghỉ phép từ mai đến thứ sáu")

    assert "từ 17/11/2026 đến 20/11/2026" in officer.text


@pytest.mark.parametrize("typed", ["mở việc 2", "mo vu so 2", "xem việc 2"])
async def test_a_case_of_the_list_is_opened_by_its_number_in_words(house: House, typed: str) -> None:
    officer = await an_officer(house)
    await files(house, "an")
    await files(house, "ba", DRAIN)
    await officer.says("việc mới")
    await _arrives(house)
    await officer.says(typed)

    assert "Cống trước chợ Hạ" in officer.text


@pytest.mark.parametrize(("number", "shown"), [("9", "9"), ("9" * 20, "99.999.999.999.999.999.999")])
async def test_a_number_that_the_list_has_not_is_said_so(house: House, number: str, shown: str) -> None:
    officer, _ = await at_work(house)
    await officer.says(f"mở việc {number}")

    assert f"không có việc số {shown}" in officer.text


async def test_a_reply_typed_without_marks_is_no_search(house: House) -> None:
    officer, _ = await at_work(house)
    await _arrives(house)
    await officer.says("tra loi dan la da chuyen uy ban roi")

    assert "Tin sẽ gửi đến 01 người" in officer.text


@pytest.mark.parametrize("typed", ["11 là sao", "quá hạn là gì", "sao nhieu vay"])
async def test_a_leader_has_the_figures_explained(house: House, typed: str) -> None:
    leader = await an_officer(house, roles=(Role.LEADER,))
    await leader.says("tình hình tuần này")
    await leader.says(typed)

    assert "Quá hạn: chưa đóng mà ngày hẹn đã qua" in leader.text


# --- Who looks after several communes -------------------------------------------------------------------------------


async def _province(house: House) -> Person:
    await an_officer(house)
    officer = await an_officer(house, "Tuấn", unit=PROVINCE)
    await files(house, "an", LAMP)
    await files(house, "ba", "Rác đổ đầy trước cổng chợ phường Phú Bài, Huế, hôi không chịu nổi")
    return officer


@pytest.mark.parametrize(
    "typed", ["tìm xã Quảng Điền", "tìm Quảng Điền", "tìm đèn quảng điền", "tìm đèn ở xã Quảng Điền"]
)
async def test_a_commune_is_searched_by_its_name(house: House, typed: str) -> None:
    officer = await _province(house)
    await officer.says(typed)

    assert "ngõ 12" in officer.text
    assert "Rác" not in officer.text


async def test_lists_of_several_communes_name_the_commune(house: House) -> None:
    officer = await _province(house)
    await officer.says("tìm rác")
    found = officer.text
    await officer.taps_choice("!work=area.all.0")

    assert "phường Phú Bài" in found
    assert "xã Quảng Điền" in officer.text


async def test_who_has_nothing_of_their_own_in_a_list_is_offered_that_of_the_area(house: House) -> None:
    await an_officer(house)
    officer = await an_officer(house, "Tuấn", unit=PROVINCE)
    await files(house)
    await officer.says("việc mới")
    await officer.taps("Toàn địa bàn: Mới (1)")

    assert "ngõ 12" in officer.text


async def test_a_search_for_a_list_shows_the_list(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("tìm việc mới")

    assert "Việc mới:" in officer.text


# --- Given to a colleague -------------------------------------------------------------------------------------------


async def test_a_colleague_and_the_reason_are_said_in_one_breath(house: House) -> None:
    await an_officer(house, "Hoa")
    officer, _ = await at_work(house)
    await officer.says("giao cho chị Hoa vì chị ấy rành hơn")

    assert "Giao cho Hoa, lý do: chị ấy rành hơn" in officer.text


async def test_who_is_away_is_said_before_a_case_is_given_to_them(house: House) -> None:
    hoa = await an_officer(house, "Hoa")
    officer, _ = await at_work(house)
    await hoa.says("nghỉ phép từ mai đến thứ sáu, người thay: Lan")
    house.clock.advance(days=1)
    await officer.says("mở việc 1")
    await officer.says("giao cho Hoa vì rành hơn")

    assert "Hoa đang nghỉ đến hết ngày 20/11/2026, Lan thay" in officer.text


async def test_a_case_is_not_given_to_who_has_it(house: House) -> None:
    hoa = await an_officer(house, "Hoa")
    officer, _ = await at_work(house)
    await opens(await hoa.says("việc"))
    await hoa.taps("Tiếp nhận")
    await opens(officer)
    await officer.says("giao cho Hoa")

    assert "đang do chính người ấy phụ trách" in officer.text


async def test_new_cases_are_asked_for_as_a_question(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("co viec moi ko")

    assert "Việc mới:" in officer.text


async def test_an_extension_its_day_and_its_reason_are_said_in_one_breath(house: House) -> None:
    officer, _ = await at_the_authority(house)
    await officer.says("gia hạn đến cuối tháng vì thiếu vật tư")

    assert "30/11/2026" in officer.text
    assert "thiếu vật tư" in officer.text


async def test_what_a_resident_said_on_the_phone_is_written_down_as_it_is_told(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("dân gọi điện nói trụ số 14")

    assert "supply" in await steps(house)
