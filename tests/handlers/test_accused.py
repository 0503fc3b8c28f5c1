"""Who is accused by post or office reads nothing of it: at filing, when it is handed on, and in what is added later."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import an_officer, at_work, files, news, opens
from tests.support.looking import looking_at
from tests.support.talk import House, Person

CHAIRMAN = "Chủ tịch xã Quảng Điền, Huế nhận tiền của công ty XYZ để cấp đất, tôi có bằng chứng"
OF_THE_FRONT = "Cán bộ Mặt trận xã Quảng Điền, Huế ăn chặn tiền hỗ trợ hộ nghèo"
OF_THE_PROVINCE = "Chủ tịch UBND tỉnh nhận hối lộ, bao che cho công ty xả thải. Tôi ở xã Quảng Điền, Huế"
OF_ITS_FRONT = "Chủ tịch Mặt trận tỉnh tham ô tiền ủng hộ bão lụt. Tôi ở xã Quảng Điền, Huế"
PROVINCE, CENTRE = "46", "00"


async def accuses(house: House, text: str) -> Person:
    person = await house.person("nga").says(text)
    await person.taps("Gửi kín cho cán bộ")
    while "Đúng, gửi đi" not in person.labels:
        labels = ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Việc khác", "Khác")
        await person.taps(next(label for label in labels if label in person.labels))
    return await person.taps("Đúng, gửi đi")


async def handler(house: House) -> str:
    async with looking_at(house.database) as db:
        return str((await db.execute(select(schema.case_file.c.handler_unit_code))).scalar_one())


@pytest.mark.parametrize("text", [CHAIRMAN, OF_THE_FRONT])
async def test_what_accuses_the_communes_people_is_read_by_the_province_alone(house: House, text: str) -> None:
    commune, province = await an_officer(house), await an_officer(house, "Tuấn", unit=PROVINCE)
    person = await accuses(house, text)

    assert await handler(house) == PROVINCE
    assert await news(commune) == ""
    assert "chế độ giữ kín" in await news(province)
    assert "không nhận và không xem được" in person.text
    assert "chưa có cán bộ trực" not in person.text


async def test_an_office_of_the_province_is_read_about_at_the_centre_where_somebody_works(house: House) -> None:
    province, centre = await an_officer(house, "Tuấn", unit=PROVINCE), await an_officer(house, "Minh", unit=CENTRE)
    await accuses(house, OF_THE_PROVINCE)

    assert await handler(house) == CENTRE
    assert await news(province) == ""
    assert "chế độ giữ kín" in await news(centre)


async def test_without_anybody_at_the_centre_the_provinces_front_reads_about_the_other_offices(house: House) -> None:
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    await accuses(house, OF_THE_PROVINCE)

    assert await handler(house) == PROVINCE
    assert "chế độ giữ kín" in await news(province)


async def test_what_accuses_the_provinces_front_waits_and_its_sender_is_told_where_to_turn(house: House) -> None:
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    person = await accuses(house, OF_ITS_FRONT)

    assert await handler(house) == CENTRE
    assert await news(province) == ""
    assert "chưa ai đọc được" in person.text
    assert "Thanh tra Chính phủ" in person.text
    assert "Cán bộ sẽ đọc" not in person.text


async def test_a_case_is_neither_referred_nor_given_to_those_whom_it_accuses(house: House) -> None:
    await an_officer(house)
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    await accuses(house, CHAIRMAN)
    await opens(province)
    await province.taps("Chuyển cơ quan")
    offered = province.labels
    await province.says("hủy")
    await opens(province)
    await province.says("giao lại")

    assert "Chủ tịch UBND cấp tỉnh" in offered
    assert not [label for label in offered if "cấp xã" in label]
    assert "Chưa có cán bộ hay tổ chức nào khác" in province.text


async def test_who_keeps_away_gives_it_to_nobody_below(house: House) -> None:
    commune = await an_officer(house)
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    centre = await an_officer(house, "Minh", unit=CENTRE)
    await accuses(house, CHAIRMAN)
    await opens(province)
    await province.says("tôi có liên quan")
    while await province.asked():
        await province.taps(next(one for one in province.labels if one in {"Bỏ qua", "Đúng, tôi có liên quan"}))

    assert await handler(house) == CENTRE
    assert await news(commune) == ""
    assert await news(centre) != ""


async def test_an_addition_that_accuses_who_may_read_it_is_filed_apart(house: House) -> None:
    officer, person = await at_work(house)
    await person.taps("Gửi thêm")
    await person.says("Cán bộ Mặt trận xã đòi tiền mới chịu chuyển đơn của tôi")
    while "Gửi kín cho cán bộ" not in person.labels:
        await person.taps("Tiếp tục")

    assert "gửi riêng và giữ kín" in person.text
    assert await news(officer) == ""


async def test_an_addition_about_the_matter_itself_is_added(house: House) -> None:
    officer = await an_officer(house)
    person = await files(house)
    await person.taps("Gửi thêm")
    await person.says("Cột đèn số 14 cũng tắt rồi")
    await person.taps("Tiếp tục")

    assert "Cột đèn số 14" in await news(officer)
