"""An officer and the authority: referred, reminded, extended, given back. Transcripts on both databases."""

from __future__ import annotations

import pytest

from domain.units import Level
from handlers.officer.referring import named_authority
from tests.handlers.officers import (
    at_the_authority,
    at_work,
    news,
    opens,
    state,
)
from tests.support.talk import House


async def test_an_office_and_a_day_can_be_typed(house: House) -> None:
    officer, _ = await at_the_authority(house)

    await opens(officer)

    assert "Đã chuyển Điện lực Quảng Điền ngày 16/11/2026" in officer.text
    assert "Hạn: 27/11/2026" in officer.text
    await officer.taps("Vì sao hạn này?")
    assert "Hạn 27/11/2026 do Lan ghi lúc" in officer.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("hôm nào cũng được", "Anh/chị ghi ngày như"), ("31/2", "Anh/chị ghi ngày như"), ("1/11", "Ngày này đã qua")],
)
async def test_a_day_that_cannot_be_is_asked_again(house: House, typed: str, expected: str) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Chuyển cơ quan")
    await officer.says("Điện lực")

    await officer.says(typed)

    assert expected in officer.text
    assert await officer.asked() == "officer-refer.day"


async def test_a_reminder_is_written_down_and_told(house: House) -> None:
    officer, resident = await at_the_authority(house)
    house.clock.advance(days=14)

    await officer.taps_choice("!do=remind.1.2")
    assert "Ghi đôn đốc lần 1 đối với Điện lực Quảng Điền" in officer.text
    await officer.taps("Ghi đôn đốc")

    assert "Hôm nay Mặt trận đã nhắc Điện lực Quảng Điền" in await news(resident)


async def test_an_extension_asks_until_when_and_why(house: House) -> None:
    officer, resident = await at_the_authority(house)
    await officer.taps_choice("!do=extend.1.2")
    await officer.says("15/12/2026")
    await officer.says("chờ vật tư")
    await officer.taps("Gia hạn")

    assert "cần thêm thời gian, đến ngày 15/12/2026, vì: chờ vật tư" in await news(resident)
    await opens(officer)
    assert "Gia hạn đến 15/12/2026 (chờ vật tư)" in officer.text


async def test_an_extension_that_ends_earlier_is_refused_and_the_question_stays(house: House) -> None:
    officer, _ = await at_the_authority(house)
    await officer.taps_choice("!do=extend.1.2")
    await officer.says("20/11/2026")
    await officer.says("chờ vật tư")

    await officer.taps("Gia hạn")

    assert "phải sau hạn hiện nay" in officer.text
    assert (await officer.asked()).startswith("officer-extend.")


async def test_a_case_given_back_and_the_words_of_a_resident_on_the_phone(house: House) -> None:
    officer, resident = await at_the_authority(house)
    await officer.taps_choice("!do=hand_back.1.2")
    await officer.says("thuộc UBND xã")
    await officer.taps("Ghi lại")
    assert await state(house) == "accepted"
    assert "thuộc UBND xã" not in await news(resident)

    await officer.taps_choice("!do=supply.1.3")
    await officer.says("Bác An gọi: cột số 5")
    assert "Đã ghi lời người dân" in officer.text
    await officer.taps_choice("!do=confirm.1.4")
    await officer.says("Bác An gọi: đã sáng")

    assert await state(house) == "checking"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("công an", "@cong_an_xa"),
        ("bên công an phường", "@cong_an_xa"),
        ("cong an cap xa", "@cong_an_xa"),
        ("ủy ban nhân dân xã", "@ubnd_xa"),
        ("uy ban phuong", "@ubnd_xa"),
    ],
)
def test_an_office_is_known_by_any_of_its_names(typed: str, code: str) -> None:
    assert named_authority(typed, Level.COMMUNE) == code


def test_an_office_of_the_province_is_known_by_its_level() -> None:
    assert named_authority("công an tỉnh", Level.COMMUNE) == "@cong_an_tinh"
    assert named_authority("cong an cap tinh", Level.COMMUNE) == "@cong_an_tinh"
