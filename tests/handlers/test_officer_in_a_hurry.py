"""Officers and leaders who type as on a phone: a step beside a code, mistyped codes, short questions, a search midway."""

from __future__ import annotations

import re

import pytest

from domain.roles import Role
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


async def _with_code(house: House) -> tuple[Person, str]:
    """Return an officer who has nothing before them but the news, and the code of a case of theirs."""
    officer = await an_officer(house)
    resident = await files(house)
    found = re.search(r"là (\w{4}-\w{4})", resident.text)
    assert found is not None
    await officer.look()
    return officer, found[1]


# --- A step beside a code


@pytest.mark.parametrize("typed", ["nhận {code}", "nhan viec {code}", "{code} tiếp nhận", "nhận việc {bare} nhé"])
async def test_a_step_beside_a_code_is_taken_in_that_case(house: House, typed: str) -> None:
    officer, code = await _with_code(house)

    await officer.says(typed.format(code=code, bare=code.replace("-", " ").lower()))

    assert await state(house) == "accepted"


async def test_what_goes_out_beside_a_code_waits_for_a_last_look(house: House) -> None:
    officer, code = await _with_code(house)

    await officer.says(f"trả lời dân {code} là đã báo điện lực")

    assert "Tin sẽ gửi đến 01 người:" in officer.text
    assert "\n\nđã báo điện lực" in officer.text
    assert "reply" not in await steps(house)


async def test_a_code_beside_words_that_name_no_step_opens_the_case(house: House) -> None:
    officer, code = await _with_code(house)

    await officer.says(f"cho tôi coi {code}")

    assert "Người phản ánh: 1" in officer.text


async def test_a_step_beside_the_code_of_another_commune_is_not_taken(house: House) -> None:
    _, code = await _with_code(house)
    neighbour = await an_officer(house, "Hùng", unit="19870")

    await neighbour.says(f"nhận {code}")

    assert await state(house) == "received"


# --- A code with something wrong in it


@pytest.mark.parametrize("typed", ["{code}x", "mở {code}9", "{other}", "xem {other}"])
async def test_a_mistyped_code_is_said_to_be_one(house: House, typed: str) -> None:
    officer, code = await _with_code(house)
    other = code[:-1] + ("2" if code[-1] != "2" else "3")

    await officer.says(typed.format(code=code, other=other))

    assert officer.text.startswith("Mã này chưa đúng.")
    assert officer.labels == ["Tìm vụ việc", "Việc cần làm"]


async def test_what_only_resembles_a_code_is_found_where_it_is_told(house: House) -> None:
    officer = await an_officer(house)
    await files(house, text="Xe tải 29C-23456 chở đất làm rơi đầy đường ở xã Quảng Điền, Huế")

    await officer.says("tìm 29C-23456")

    assert "Xe tải 29C-23456" in officer.text


async def test_a_residents_mistyped_code_begins_no_petition(house: House) -> None:
    _, code = await _with_code(house)

    person = await house.person("binh").says(f"{code}x")

    assert person.text.startswith("Mã này chưa đúng.")
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["xe 75A-12345 chạy ẩu", "K82-H12/5 hỏng đèn", "0905123456 gọi tôi", "ngõ 12 hỏng"])
async def test_what_has_letters_and_digits_is_not_always_a_code(house: House, typed: str) -> None:
    person = await house.person("binh").says(typed)

    assert "Mã này chưa đúng" not in person.text


# --- Midway


async def test_a_search_in_the_middle_of_a_step_is_answered_and_the_step_stays(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("trả lời dân là đã báo điện lực")
    await files(house, "binh", DRAIN)

    await officer.says("tìm cống")

    assert "Cống trước chợ" in officer.text
    assert await officer.asked() == "officer-reply.send-0"


@pytest.mark.parametrize(
    "typed", ["điện lực báo đã thay bóng", "dien luc tra loi da thay bong", "kq: đã thay bóng", "cơ quan báo đã thay"]
)
async def test_what_an_office_says_is_its_answer(house: House, typed: str) -> None:
    officer, _ = await at_the_authority(house)

    await officer.says(typed)

    assert (await officer.asked()).startswith("officer-answer.")


async def test_who_comes_second_reads_who_was_first(house: House) -> None:
    first, _ = await at_work(house)
    second = await an_officer(house, "Hùng")
    await first.taps("Tiếp nhận")
    await second.taps_choice("!case=1")

    await second.says("nhận việc này")

    assert "Bước này nay không còn phù hợp" in second.text
    assert "Lan: Tiếp nhận" in second.text


@pytest.mark.parametrize("typed", ["ds", "danh sách", "bn việc", "hôm nay có gì"])
async def test_short_words_for_the_list_show_it(house: House, typed: str) -> None:
    officer, _ = await at_work(house)

    await officer.says(typed)

    assert officer.text.startswith("Việc của anh/chị: 1")


async def test_the_number_behind_a_verb_chooses_from_the_list(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("việc mới")
    await delivered(house)

    await officer.says("mở 1")

    assert "Người phản ánh: 1" in officer.text


async def test_why_it_takes_so_long_shows_the_case_before_the_officer(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.says("sao chưa xong?")

    assert "Diễn biến gần đây" in officer.text


@pytest.mark.parametrize("typed", ["xong", "ok", "gửi"])
async def test_a_word_that_only_lets_go_is_nothing_that_residents_are_told(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.says("nhận")
    await officer.says("đóng vụ này")
    await officer.taps("Đã giải trình")

    await officer.says(typed)

    assert officer.text.startswith("Phần này người dân hoặc đồng nghiệp sẽ đọc")
    assert await officer.asked() == "officer-close.text"


@pytest.mark.parametrize("typed", ["31/11", "30/2/2027", "1/13"])
async def test_a_day_that_the_calendar_has_not_is_said_to_be_none(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển điện lực")

    await officer.says(typed)

    assert officer.text.startswith("Lịch không có ngày này ạ.")


async def test_an_office_taken_back_before_the_day_is_given_is_changed(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển điện lực")
    await officer.says("à nhầm chuyển phòng kinh tế")
    await officer.says("20 ngày")

    assert "\n\nChuyển đến Phòng Kinh tế" in officer.text


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("điện lực báo đã thay bóng", "Điện lực trả lời:\n\nđã thay bóng\n"),
        ("công an báo đã xử phạt", "Điện lực trả lời:\n\ncông an báo đã xử phạt\n"),
    ],
)
async def test_what_another_office_says_keeps_its_name(house: House, typed: str, recorded: str) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển điện lực")
    await officer.says("27/11")
    await officer.taps("Chuyển")
    await officer.says(typed)

    await officer.taps("Chưa hỏi")

    assert recorded in officer.text


async def test_new_in_english_is_the_pile_and_no_petition(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("english")

    await officer.says("new")

    assert "Đèn đường ngõ 12" in officer.text
    assert await officer.asked() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chuyển điện lực 15 ngày", "Chuyển đến Điện lực, hạn trả lời 08/12/2026."),
        ("chuyển điện lực hạn 30/11", "Chuyển đến Điện lực, hạn trả lời 30/11/2026."),
        (
            "chuyen phong kinh te truoc ngay 5/12",
            "Chuyển đến Phòng Kinh tế (Kinh tế, Hạ tầng và Đô thị), hạn trả lời 05/12",
        ),
        ("chuyển công ty cây xanh hạn thứ 6", "Chuyển đến công ty cây xanh, hạn trả lời 20/11/2026."),
    ],
)
async def test_the_day_behind_an_office_is_the_day_of_its_answer(house: House, typed: str, said: str) -> None:
    officer, _ = await at_work(house)

    await officer.says(typed)

    assert f"\n\n{said}" in officer.text


@pytest.mark.parametrize("typed", ["chuyển điện lực", "chuyển công ty 29 tháng 3"])
async def test_an_office_without_a_day_is_asked_for_one_and_a_yes_takes_the_usual(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.says(typed)
    assert await officer.asked() == "officer-refer.day"

    await officer.says("ok")

    assert "hạn trả lời 01/12/2026" in officer.text


# --- A leader


async def _leader(house: House) -> Person:
    """Return a leader of the province with overdue cases in two communes."""
    await an_officer(house)
    await an_officer(house, "Hùng", unit="19819")
    leader = await an_officer(house, "Minh", unit="46", roles=(Role.LEADER,))
    await files(house, "an", LAMP)
    await files(house, "binh", DRAIN)
    await files(house, "chi", "Rác chất đống sau chợ, phường Phong Điền, Huế cả tuần nay")
    house.clock.advance(days=9)
    await leader.look()
    return leader


@pytest.mark.parametrize("typed", ["xã nào chậm nhất", "có gì nóng ko", "hôm nay thế nào"])
async def test_a_leader_reads_where_most_is_overdue(house: House, typed: str) -> None:
    leader = await _leader(house)

    await leader.says(typed)

    assert "Quá hạn: 3" in leader.text
    listed = leader.text[leader.text.index("Nhiều việc quá hạn nhất:") :]
    assert listed.index("Xã Quảng Điền") < listed.index("Phường Phong Điền")


async def test_a_leader_asks_for_one_commune(house: House) -> None:
    leader = await _leader(house)

    await leader.says("phường Phong Điền thế nào")

    assert leader.text.startswith("Phường Phong Điền, thành phố Huế, lúc")
    assert "Quá hạn: 1" in leader.text
    assert "Nhiều việc quá hạn nhất" not in leader.text


@pytest.mark.parametrize("typed", ["phường Bến Nghé, TP.HCM thế nào", "ông Quảng Điền là ai"])
async def test_a_commune_of_others_and_other_words_are_not_answered_with_figures(house: House, typed: str) -> None:
    leader = await _leader(house)

    await leader.says(typed)

    assert "Đang mở:" not in leader.text


@pytest.mark.parametrize("typed", ["gửi bc cho tôi", "bc", "cho xem báo cáo"])
async def test_a_leader_asks_for_reports_in_short(house: House, typed: str) -> None:
    leader = await _leader(house)

    await leader.says(typed)

    assert "Chưa có báo cáo nào" in leader.text


async def test_what_is_typed_before_the_outcome_is_chosen_is_kept_and_told_to_the_resident(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này")
    await officer.says("Điện lực đã thay bóng đèn sáng nay")
    assert "Đã giữ câu này để ghi kèm: “Điện lực đã thay bóng đèn sáng nay”" in officer.text
    assert "kết thúc thế nào" in officer.text
    await officer.says("có ông Ba trưởng thôn chứng kiến")
    await officer.taps("Đã giải trình")
    assert "ảnh kết quả" in officer.text
    await officer.taps("Bỏ qua")
    assert "Điện lực đã thay bóng đèn sáng nay\ncó ông Ba trưởng thôn chứng kiến" in officer.text
    await officer.taps("Đóng")

    assert "Điện lực đã thay bóng đèn sáng nay" in await news(resident)


async def test_what_is_typed_before_somebody_is_chosen_is_kept_too(house: House) -> None:
    officer, _ = await at_work(house)
    await joined(house, "bn")
    await opens(officer)
    await officer.taps_choice("!do=supply.1.2")
    await officer.says("Bà con nói đèn cạnh nhà văn hóa cũng tắt")
    assert "Đã giữ câu này" in officer.text
    await officer.taps("Riêng ")

    assert await officer.asked() == ""
    assert "supply" in await steps(house)


@pytest.mark.parametrize("typed", ["nhầm, đã hướng dẫn nơi gửi", "à nhầm, hướng dẫn"])
async def test_an_outcome_is_put_right_at_the_last_look_and_its_words_send_nothing(house: House, typed: str) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này: bà con gọi điện lực")
    await officer.taps("Đã giải trình")
    await officer.taps("Bỏ qua")
    await news(resident)
    await officer.says(typed)

    assert "Đóng vụ việc: Đã hướng dẫn nơi gửi\n\nbà con gọi điện lực\n" in officer.text
    assert await news(resident) == ""


@pytest.mark.parametrize("typed", ["đổi kết quả", "nhầm, phải là đã hướng dẫn chứ không phải giải trình"])
async def test_an_outcome_that_was_sent_is_put_right_in_one_step(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này: bà con gọi điện lực")
    await officer.taps("Đã giải trình")
    await officer.taps("Bỏ qua")
    await officer.taps("Đóng")
    await officer.says(typed)

    assert (await officer.asked()).startswith("officer-amend.")


@pytest.mark.parametrize("typed", ["nút tiếp nhận để làm gì", "lỡ bấm nhầm thì sao"])
async def test_who_is_new_hears_what_the_steps_do(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.says(typed)

    assert "• Tiếp nhận: nhận việc về mình" in officer.text
