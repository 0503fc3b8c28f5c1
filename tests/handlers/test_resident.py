"""After filing: look up, add, list, withdraw, another device, meeting somebody, one's own data."""

from __future__ import annotations

import re
import secrets
from typing import Any

import pytest
from sqlalchemy import select

from conversation.messages import Event
from domain import receipt
from storage import schema
from storage.database import Database
from tests.handlers.test_submit import LAMP, filed, rows
from tests.support.looking import looking_at
from tests.support.talk import House, Person


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def receipt_of(person: Person) -> tuple[str, str]:
    """File a petition; return its code and PIN as the receipt says them."""
    await filed(person)
    code = re.search(r"là ([0-9A-Z]{4}-[0-9A-Z]{4})", person.text)
    pin = re.search(r"Mật khẩu: (\d{6})", person.text)
    assert code is not None
    assert pin is not None
    return code[1], pin[1]


async def value(house: House, column: Any) -> Any:
    async with looking_at(house.database) as db:
        return (await db.execute(select(column))).scalar_one()


@pytest.mark.parametrize("way", ["{code}", "/tracuu {code}", "{code} đến đâu rồi", "mã {code}"])
async def test_the_owner_sees_the_petition_by_its_code_however_it_is_written(house: House, way: str) -> None:
    person = house.person()
    code, _ = await receipt_of(person)

    await person.says(way.format(code=code.lower()))

    assert LAMP[:30] in person.text
    assert "Gửi thêm" in person.labels


async def test_the_code_alone_shows_a_stranger_the_state_in_safe_words(house: House) -> None:
    code, _ = await receipt_of(house.person("owner"))
    stranger = await house.person("stranger").says(code)

    assert "Hiện nay" in stranger.text
    assert "Đèn đường" not in stranger.text


async def test_a_new_device_goes_on_with_code_and_pin_and_gets_the_notices(house: House) -> None:
    code, pin = await receipt_of(house.person("old"))
    new = await house.person("new").says(code)
    await new.taps("Nhập mật khẩu")
    await new.says(pin)

    assert LAMP[:30] in new.text
    async with looking_at(house.database) as db:
        chat = schema.conversation
        own = select(chat.c.address).join(schema.petition, schema.petition.c.conversation_id == chat.c.id)
        assert (await db.execute(own)).scalar_one() == "new"


async def test_wrong_pins_are_counted_and_then_refused(house: House) -> None:
    code, pin = await receipt_of(house.person("owner"))
    stranger = await house.person("stranger").says(code)
    for _ in range(5):
        await stranger.taps("Nhập")
        await stranger.says("000000" if pin != "000000" else "111111")
    await stranger.taps("Nhập")
    await stranger.says(pin)

    assert LAMP[:20] not in stranger.text


async def test_a_pin_written_right_after_its_code_opens_the_petition_without_a_tap(house: House) -> None:
    code, pin = await receipt_of(house.person("old"))
    new = await house.person("new").says(code)
    await new.says(f" {pin[:3]} {pin[3:]} ")

    assert LAMP[:30] in new.text


async def test_a_wrong_pin_written_right_after_its_code_counts_as_a_try(house: House) -> None:
    code, pin = await receipt_of(house.person("owner"))
    stranger = await house.person("stranger").says(code)
    for _ in range(5):
        await stranger.says("000000" if pin != "000000" else "111111")
    await stranger.says(pin)

    assert LAMP[:20] not in stranger.text
    assert len(await rows(house, schema.petition)) == 1  # the tries have become no petition


async def test_six_digits_that_follow_no_code_are_what_a_person_has_to_say(house: House) -> None:
    person = await house.person().says("123456")

    assert await person.asked() != ""
    assert "mật khẩu" not in person.text.lower()


async def test_an_unknown_code_is_answered_politely(house: House) -> None:
    code = receipt.draw(secrets.token_bytes)
    person = await house.person().says(receipt.display(code))

    assert "không tìm thấy mã" in person.text


async def test_a_mistyped_code_is_asked_again(house: House) -> None:
    person = await house.person().says("tra cứu")
    await person.says("ABC0-1234")

    assert "chưa đúng" in person.text
    assert await person.asked() == "track.code"


async def test_facts_and_photos_are_added_later(house: House) -> None:
    person = house.person()
    await filed(person)
    await person.taps("Gửi thêm")
    await person.says("Hôm nay thêm một bóng nữa hỏng")
    await person.sends_photo("later")
    await person.taps("Tiếp tục")

    (photo,) = await rows(house, schema.file)
    (petition,) = await rows(house, schema.petition)
    assert photo.petition_id == petition.id
    assert petition.text == LAMP  # what was filed stays as it was written
    assert "Đã gửi thêm" in person.text


async def test_my_petitions_are_listed_with_their_states(house: House) -> None:
    person = house.person()
    code, _ = await receipt_of(person)
    await person.says("việc của tôi")

    assert code in person.text
    assert f"Xem {code} · Đèn đường ngõ 12 thôn Hạ\u00a0…" in person.labels


async def test_nobody_sees_the_petitions_of_another(house: House) -> None:
    await filed(house.person("first"))
    second = await house.person("second").says("việc của tôi")

    assert "chưa gửi việc nào" in second.text


async def test_a_petition_is_withdrawn_after_one_more_question(house: House) -> None:
    person = house.person()
    code, _ = await receipt_of(person)
    await person.says(code)
    await person.taps("Rút lại")
    await person.taps("Đúng, rút lại")

    assert "Đã rút" in person.text
    assert await value(house, schema.petition.c.withdrawn_at) is not None


async def test_a_petition_in_anothers_case_can_be_taken_out_again(house: House) -> None:
    await filed(house.person("first"))
    second = await house.person("second").says("den duong ngo 12 thon ha lang xa quang dien hue toi om may tuan nay")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Đúng việc đó", "Đúng, gửi đi", "Xem tiến độ"):
        await second.taps(label)
    await second.taps("Tách ra")
    await second.taps("Đúng, tách ra")

    assert len(await rows(house, schema.case_file)) == 2


async def test_gap_can_bo_shows_an_office_and_takes_a_call_back_request(house: House) -> None:
    person = await house.person().says("gặp cán bộ")
    assert "Địa chỉ" in person.text
    await person.taps("Nhờ cán bộ gọi lại")
    await person.says("xã Quảng Điền, Huế")
    await person.says("0905 123 456")
    await person.taps("Bỏ qua")

    (wish,) = await rows(house, schema.call_back)
    assert (wish.phone, wish.unit_code) == ("0905123456", "19867")


async def test_a_wrong_phone_number_is_asked_again_with_what_to_do(house: House) -> None:
    person = await house.person().says("gặp cán bộ")
    await person.taps("Nhờ cán bộ gọi lại")
    await person.says("xã Quảng Điền, Huế")
    await person.says("12345")

    assert "10 chữ số" in person.text


async def test_own_data_are_shown_and_erased(house: House) -> None:
    person = house.person()
    await filed(person)
    await person.says("dữ liệu")
    await person.taps("Xem dữ liệu")
    assert "đã đồng ý" in person.text

    await person.says("dữ liệu")
    await person.taps("Xóa dữ liệu")
    await person.taps("Đúng, xóa đi")

    assert await value(house, schema.person.c.consented_at) is None
    assert await value(house, schema.petition.c.sender_name) is None
    assert await value(house, schema.petition.c.text) == LAMP


async def test_another_language_is_spoken_from_then_on(house: House) -> None:
    person = await house.person().says("ngôn ngữ")
    await person.taps("English")

    assert await value(house, schema.person.c.language) == "en"


async def test_a_link_with_a_code_opens_the_petition(house: House) -> None:
    person = house.person()
    code, _ = await receipt_of(person)
    await person.does(Event.STARTED, start="c" + code.replace("-", ""))

    assert LAMP[:30] in person.text
