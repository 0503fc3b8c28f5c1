"""An officer types what they want done instead of looking for the button."""

from __future__ import annotations

from datetime import date

import pytest

from domain.life import Step
from domain.units import Level
from handlers.officer.days import day_heard
from handlers.officer.referring import named_authority
from handlers.officer.steps import step_key
from handlers.officer.typed import STEPS
from tests.handlers.officers import DRAIN, an_account, at_work, files, news, opens, state, steps
from tests.handlers.test_messenger import delivered
from tests.support.talk import House, Person
from texts import LANGUAGES, has

FRIDAY = date(2026, 11, 20)


async def test_a_note_is_kept_with_its_words(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("ghi chú: đã gọi trưởng thôn")

    assert "Đã lưu ghi chú" in officer.text
    assert (await steps(house))[-1] == "note"


async def test_a_reply_is_shown_before_it_goes_out_in_the_officers_words(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.says("trả lời dân là Mai cán bộ xuống xem")
    shown = officer.text
    await officer.says("gửi đi")

    assert "Mặt trận trả lời:\n\nMai cán bộ xuống xem" in shown
    assert "Mai cán bộ xuống xem" in await news(resident)


async def test_a_referral_takes_the_office_and_a_day_of_the_week(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển công an")
    await officer.says("hẹn thứ sáu tuần sau")
    shown = officer.text
    await officer.says("ok")

    assert "Chuyển đến Công an cấp xã, hạn trả lời 27/11/2026" in shown
    assert await state(house) == "referred"


async def test_an_office_that_we_do_not_list_keeps_its_name(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển sang Hợp tác xã Phú Thuận")
    await officer.says("10 ngày")

    assert "Chuyển đến Hợp tác xã Phú Thuận" in officer.text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("đóng vụ này", "officer-close.outcome"),
        ("hỏi dân hỏng từ hôm nào", "officer-ask.send-0"),
        ("gộp với vụ kia", "officer-merge.into"),
        ("từ chối vì ngoài thẩm quyền", "officer-propose-decline.send-0"),
    ],
)
async def test_the_form_of_the_step_asks_what_is_still_missing(house: House, typed: str, asked: str) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says(typed)

    assert await officer.asked() == asked


async def test_the_reason_for_declining_is_told_without_the_because(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("từ chối vì ngoài thẩm quyền")

    assert "lý do: ngoài thẩm quyền" in officer.text


async def test_a_colleague_is_found_by_the_last_name(house: House) -> None:
    officer, _ = await at_work(house)
    await an_account(house, "Trần Thị Hoa")
    await officer.says("giao cho chị Hoa")
    await officer.says("tôi đi họp")

    assert "Giao cho Trần Thị Hoa" in officer.text


async def test_a_step_that_is_not_possible_now_says_how_the_case_stands(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("đôn đốc công an")

    assert "chưa chuyển đến cơ quan nào" in officer.text


async def test_putting_off_asks_for_how_long(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("hoãn nhắc")

    assert officer.labels == ["Để mai", "3 ngày", "1 tuần"]


async def test_with_two_cases_in_view_the_officer_is_asked_which(house: House) -> None:
    officer, _ = await at_work(house)
    await delivered(house)
    await files(house, "bn", DRAIN)
    await delivered(house)
    await officer.look()
    await officer.says("ghi chú: hẹn mai")

    assert "việc nào" in officer.text
    assert "note" not in await steps(house)
    assert [label.partition(" · ")[2] for label in officer.labels[-3:-1]] == [
        "Cống trước chợ Hạ xã Quảng\u00a0…",
        "Đèn đường ngõ 12 thôn Hạ\u00a0…",
    ]


async def test_without_a_case_in_view_nothing_is_guessed(house: House) -> None:
    officer, _ = await at_work(house)
    fresh = await opens(officer)
    for _ in range(25):
        await fresh.says("trợ giúp")
    await fresh.says("đóng vụ này")

    assert "việc nào" in fresh.text


async def test_what_is_not_understood_is_answered_with_examples(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("trời hôm nay đẹp")

    assert "chuyển công an" in officer.text


async def test_how_things_stand_shows_the_work_or_the_leaders_week(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("tình hình thế nào rồi")

    assert "Việc của anh/chị" in officer.text


async def test_an_officer_is_spoken_to_as_one_inside_a_form(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này")
    await officer.says("ờ thì tùy")

    assert "tôi chưa rõ ý anh/chị" in officer.text
    assert "ông/bà" not in officer.text.casefold()


async def test_cancelling_speaks_to_an_officer_as_one(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("hủy")

    assert "Nếu đổi ý, anh/chị" in officer.text


# --- Days and offices ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mai", date(2026, 11, 17)),
        ("thứ sáu", FRIDAY),
        ("hẹn thứ 6", FRIDAY),
        ("chiều thứ sáu", FRIDAY),
        ("thứ sáu tuần sau", date(2026, 11, 27)),
        ("thứ hai", date(2026, 11, 23)),
        ("cuối tuần", FRIDAY),
        ("tuần sau", date(2026, 11, 27)),
        ("cuối tháng", date(2026, 11, 30)),
        ("2 tuần", date(2026, 11, 30)),
        ("Friday", FRIDAY),
        ("khi nào rảnh", None),
    ],
)
def test_days_as_people_say_them(typed: str, meant: date | None) -> None:
    assert day_heard(typed, date(2026, 11, 16)) == meant


@pytest.mark.parametrize(
    ("typed", "level", "code"),
    [
        ("công an", Level.COMMUNE, "@cong_an_xa"),
        ("bên công an phường", Level.COMMUNE, "@cong_an_xa"),
        ("công an", Level.PROVINCE, "@cong_an_tinh"),
        ("ủy ban xã", Level.COMMUNE, "@ubnd_xa"),
        ("sở y tế", Level.COMMUNE, "@so_y_te"),
        ("the police", Level.COMMUNE, "@cong_an_xa"),
        ("Điện lực Quảng Điền", Level.COMMUNE, None),
        ("sở", Level.COMMUNE, None),
    ],
)
def test_an_office_is_known_by_the_beginning_of_its_name(typed: str, level: Level, code: str | None) -> None:
    assert named_authority(typed, level) == code


@pytest.mark.parametrize("step", STEPS)
def test_every_step_that_can_be_typed_has_its_words_in_every_language(step: Step) -> None:
    assert [language for language in LANGUAGES if not has(f"officer-typed-{step_key(step)}", language)] == []


# --- Beside the last look of another step -----------------------------------------------------------------------------


async def _about_to_reply(house: House) -> tuple[Person, Person]:
    officer, resident = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("trả lời dân là Mai cán bộ xuống xem")
    assert await officer.asked() == "officer-reply.send-0"
    return officer, resident


@pytest.mark.parametrize("typed", ["chuyển ubnd phường", "đóng vụ này", "nhận việc"])
async def test_a_step_typed_at_the_last_look_of_another_is_named_and_nothing_is_lost(house: House, typed: str) -> None:
    officer, resident = await _about_to_reply(house)
    await news(resident)
    before = await steps(house)
    await officer.says(typed)

    assert "đang làm dở “Trả lời dân”, chưa gửi" in officer.text
    assert typed in officer.text
    assert (await officer.asked(), await steps(house)) == ("officer-reply.send-0", before)


async def test_the_open_step_goes_out_and_the_other_can_follow(house: House) -> None:
    officer, resident = await _about_to_reply(house)
    await officer.says("chuyển ubnd phường")
    await officer.says("gửi đi")

    assert "Mai cán bộ xuống xem" in await news(resident)


async def test_the_other_step_can_come_first_and_the_open_one_is_kept(house: House) -> None:
    officer, _ = await _about_to_reply(house)
    await officer.says("chuyển công an")
    await officer.taps("Để đó")
    await officer.says("thứ sáu")
    await officer.says("ok")
    referred = await state(house)
    await officer.says("làm tiếp")

    assert referred == "referred"
    assert "Mai cán bộ xuống xem" in officer.text


async def test_a_note_is_kept_beside_the_open_step(house: House) -> None:
    officer, resident = await _about_to_reply(house)
    await officer.says("ghi chú: đã gọi trưởng thôn")
    noted = officer.text
    await officer.says("gửi đi")

    assert "Đã lưu ghi chú" in noted
    assert (await steps(house))[-2:] == ["note", "reply"]
    assert "Mai cán bộ xuống xem" in await news(resident)


async def test_a_day_said_at_the_last_look_of_a_referral_is_its_day(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("chuyển công an")
    await officer.says("thứ tư tuần sau")
    await officer.says("hẹn thứ sáu tuần sau")
    shown = officer.text
    await officer.says("ok")

    assert "hạn trả lời 27/11/2026" in shown
    assert await state(house) == "referred"


async def test_the_same_step_said_again_changes_its_words(house: House) -> None:
    officer, resident = await _about_to_reply(house)
    await officer.says("trả lời dân là thứ hai cán bộ xuống")
    await officer.says("gửi đi")

    told = await news(resident)
    assert ("thứ hai cán bộ xuống" in told, "Mai cán bộ" in told) == (True, False)


async def test_an_old_button_for_the_other_step_does_nothing(house: House) -> None:
    officer, _ = await _about_to_reply(house)
    await officer.says("chuyển công an")
    button = next(b.choice for m in officer.heard for row in m.rows for b in row if b.label.startswith("Để đó"))
    await officer.says("gửi đi")
    await officer.taps_choice(button)

    assert "không dùng nữa" in officer.text


async def test_who_is_asked_for_a_day_can_say_another_step_and_is_not_kept_there(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("gia hạn")
    await officer.says("báo dân là mai có người xuống")
    said = officer.text
    await officer.taps("Để đó")

    assert "đang làm dở “Gia hạn”" in said
    assert await officer.asked() == "officer-reply.send-0"


async def test_a_label_that_begins_like_a_step_is_the_label(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Phân loại")
    await officer.taps("Kiến nghị")
    await officer.says("Giao thông, cầu đường, vỉa hè")

    assert "đang làm dở" not in officer.text


async def test_what_the_authority_answered_is_never_sent_as_a_reply_of_ours(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("họ trả lời đã dọn ngày 20/11")

    assert "chưa chuyển đến cơ quan nào" in officer.text


async def test_a_leader_asks_how_the_week_is_going(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("tuần này có gì nóng không")

    assert "Việc của anh/chị" in officer.text


async def test_to_whom_it_is_said_is_no_part_of_what_residents_read(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("trả lời cho bà con là thứ sáu này có người xuống kiểm tra nhé")

    assert "cho bà con" not in officer.text
    assert "thứ sáu này có người xuống kiểm tra" in officer.text
