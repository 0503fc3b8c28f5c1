"""A resident who asks about a petition reads by when the next step is done, and is not fobbed off when it is late."""

from __future__ import annotations

from tests.handlers.officers import at_the_authority, at_work, files, news
from tests.support.talk import House


async def test_what_nobody_has_read_yet_says_by_when_it_is_read(house: House) -> None:
    person = await files(house)

    await person.says("sao lâu thế")

    assert "Hiện nay: Đã gửi.\n\nCán bộ sẽ đọc chậm nhất ngày 17/11/2026." in person.text


async def test_what_was_accepted_says_by_when_it_goes_on(house: House) -> None:
    officer, person = await at_work(house)
    await officer.taps("Tiếp nhận")
    await news(person)

    await person.says("đến đâu rồi")

    assert "Mặt trận sẽ trả lời, hoặc chuyển đến nơi giải quyết, chậm nhất ngày 19/11/2026." in person.text


async def test_what_lies_with_an_authority_says_by_when_it_was_asked_to_answer(house: House) -> None:
    _, person = await at_the_authority(house)

    await person.says("đến đâu rồi")

    assert "Nơi giải quyết được đề nghị trả lời trước hết ngày 27/11/2026." in person.text


async def test_what_is_late_is_said_to_be_late(house: House) -> None:
    person = await files(house)
    house.clock.advance(days=3)

    await person.says("sao lâu thế")

    assert "Hẹn đến ngày 17/11/2026 mà chưa xong, xin lỗi vì để ông/bà phải chờ." in person.text


async def test_what_is_withdrawn_or_waits_for_the_resident_promises_nothing(house: House) -> None:
    officer, person = await at_work(house)
    await officer.taps("Hỏi thêm")
    await officer.says("Đèn nào ạ?")
    await officer.taps("Gửi")
    await news(person)
    await person.says("việc của tôi")
    await person.taps("Xem ")
    asked = person.text
    await person.taps("Rút lại")
    await person.taps("Đúng, rút lại")
    await person.says("đến đâu rồi")

    assert "chậm nhất" not in asked + person.text
