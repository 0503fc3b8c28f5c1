"""Two officers on one case, and buttons older than the case: nobody overwrites another. Transcripts on both databases."""

from __future__ import annotations

from tests.handlers.officers import (
    an_officer,
    at_work,
    news,
    opens,
    state,
    steps,
)
from tests.support.talk import House, Person


async def two_at_work(house: House) -> tuple[Person, Person, Person]:
    lan, resident = await at_work(house)
    minh = await opens(await an_officer(house, "Minh"))
    await news(resident)
    return lan, minh, resident


async def test_who_comes_later_is_shown_what_changed_and_may_send_anyway(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await lan.taps("Tiếp nhận")
    await news(resident)

    await minh.says("Chúng tôi đang xem")
    assert "Trong lúc đó đã có thay đổi" in minh.text
    assert "Lan: Tiếp nhận" in minh.text
    assert await news(resident) == ""
    await minh.taps("Vẫn làm")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_who_comes_later_may_look_again_and_still_send(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await lan.taps("Tiếp nhận")
    await minh.says("Chúng tôi đang xem")

    await minh.taps("Mở việc này")
    assert "Đã tiếp nhận" in minh.text
    await news(resident)
    await minh.says("1")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_a_change_after_the_last_look_asks_once_more(house: House) -> None:
    lan, minh, resident = await two_at_work(house)
    await minh.taps("Trả lời dân")
    await minh.says("Chúng tôi đang xem")
    await lan.taps("Tiếp nhận")
    await news(resident)

    await minh.taps("Gửi")
    assert "Trong lúc đó đã có thay đổi" in minh.text
    assert await news(resident) == ""
    await minh.taps("Vẫn làm")

    assert "Chúng tôi đang xem" in await news(resident)


async def test_a_button_of_an_old_card_tells_what_changed(house: House) -> None:
    lan, minh, _ = await two_at_work(house)
    await lan.taps("Chuyển cơ quan")
    await lan.says("Điện lực")
    await lan.says("10 ngày")
    await lan.taps("Chuyển")
    await minh.look()

    await minh.taps_choice("!do=verify.1.1")

    assert "Lan: Chuyển cơ quan có thẩm quyền (Điện lực)" in minh.text
    await minh.taps("Vẫn làm")
    assert "Bước này nay không còn phù hợp" in minh.text
    assert await state(house) == "referred"


async def test_a_form_whose_step_is_no_longer_possible_ends_politely(house: House) -> None:
    lan, minh, _ = await two_at_work(house)
    await minh.taps("Chuyển cơ quan")
    await lan.taps_choice("!do=withdraw.1.1")
    await lan.says("gặp trực tiếp")
    await lan.taps("Ghi lại")

    await minh.says("Điện lực")

    assert "không thực hiện được ở bước hiện tại" in minh.text
    assert await minh.asked() == ""
    await minh.says("việc")
    assert "trục trặc" not in minh.text


async def test_a_double_tap_acts_once(house: House) -> None:
    officer, resident = await at_work(house)
    await officer.taps("Trả lời dân")
    await officer.says("Tuần sau có đoàn")
    send = next(b for m in officer.heard for row in m.rows for b in row if b.label == "Gửi")
    await news(resident)

    await officer.taps_choice(send.choice)
    await officer.taps_choice(send.choice)

    assert (await news(resident)).count("Tuần sau có đoàn") == 1
    assert (await steps(house)).count("reply") == 1
