"""Who is accused by post or office reads nothing of it: at filing, when it is handed on, and in what is added later."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.kinds import Rating
from storage import schema
from tests.handlers.officers import an_officer, at_the_authority, at_work, files, news, opens, state
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


@pytest.mark.parametrize("typed", ["chuyển xã", "chuyển sang xã Quảng Điền", "chuyển lên tỉnh"])
async def test_no_words_suggest_those_whom_a_case_accuses(house: House, typed: str) -> None:
    await an_officer(house)
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    await an_officer(house, "Minh", unit=CENTRE)
    await accuses(house, CHAIRMAN)
    await opens(province)
    await province.says(typed)

    assert not [label for label in province.labels if "UBND" in label or "Xã Quảng Điền" in label]
    assert await province.asked() != "officer-refer.day"


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


HIDDEN = "Cán bộ Mặt trận xã đòi tiền mới chịu chuyển đơn của tôi"


async def closed(house: House) -> tuple[Person, Person]:
    officer, person = await at_work(house)
    await officer.taps("Tiếp nhận")
    await officer.says("đóng vụ này: đã giải thích với gia đình")
    await officer.taps("Đã giải trình")
    await officer.taps("Bỏ qua")
    await officer.says("ok")
    await news(person)
    return officer, person


async def said_in_cases(house: House) -> str:
    async with looking_at(house.database) as db:
        return str((await db.execute(select(schema.case_event.c.data))).scalars().all())


async def test_a_reason_for_reopening_that_accuses_is_filed_apart_and_the_case_is_reopened_all_the_same(
    house: House,
) -> None:
    officer, person = await closed(house)
    await person.taps("Đề nghị xem lại")
    await person.says(HIDDEN)

    assert await state(house) == "accepted"
    assert "được xem xét lại" in person.text
    assert "gửi riêng và giữ kín" in person.text
    assert "Gửi kín cho cán bộ" in person.labels
    assert "đề nghị xem lại" in (told := await news(officer))
    assert "đòi tiền" not in told + await said_in_cases(house)


async def test_a_dispute_that_accuses_is_filed_apart_and_the_case_goes_on(house: House) -> None:
    officer, person = await at_the_authority(house)
    await officer.taps("Ghi trả lời")
    await officer.says("Đã kiểm tra, đèn sáng")
    await officer.taps("Hỏi ngay")
    await officer.taps("Gửi")
    await person.look()
    await person.taps("Chưa được")
    await person.says(HIDDEN)

    assert "gửi riêng và giữ kín" in person.text
    assert "chưa đồng ý" in (told := await news(officer))
    assert "đòi tiền" not in told + await said_in_cases(house)


async def test_a_sentence_beside_a_rating_that_accuses_is_filed_apart_and_the_rating_counts(house: House) -> None:
    officer, person = await closed(house)
    await person.taps("Chưa hài lòng")
    await news(officer)
    await person.says(HIDDEN)

    assert "gửi riêng và giữ kín" in person.text
    assert "đòi tiền" not in await news(officer) + await said_in_cases(house)
    async with looking_at(house.database) as db:
        (rated,) = (await db.execute(select(schema.rating))).all()
    assert (rated.score, rated.comment or "") == (Rating.NOT_SATISFIED.value, "")


async def test_an_answer_that_accuses_who_asks_is_filed_apart_with_its_photo_and_the_question_stays(
    house: House,
) -> None:
    officer, person = await at_work(house)
    await officer.says("hỏi dân từ bao giờ ạ?")
    await officer.says("gửi")
    await person.look()
    await person.taps("Trả lời")
    await person.sends_photo(text=HIDDEN)

    assert "vẫn chờ ông/bà trả lời" in person.text
    assert "gửi riêng và giữ kín" in person.text
    assert await news(officer) == ""
    assert await state(house) == "needs_information"


async def test_more_to_a_sealed_matter_goes_to_its_reader_unless_it_accuses_him(house: House) -> None:
    province = await an_officer(house, "Tuấn", unit=PROVINCE)
    person = await accuses(house, CHAIRMAN)
    await news(province)
    await person.taps("Gửi thêm")
    await person.says("Chủ tịch xã còn nhận thêm tiền của công ty ABC để cấp đất")
    await person.taps("Tiếp tục")
    of_the_accused = await news(province)
    await person.says("việc của tôi")
    await person.taps("Xem")
    await person.taps("Gửi thêm")
    await person.says("Chủ tịch Mặt trận tỉnh tham ô tiền ủng hộ bão lụt")
    while "Gửi kín cho cán bộ" not in person.labels:
        await person.taps("Tiếp tục")

    assert "bổ sung" in of_the_accused
    assert await news(province) == ""


async def test_a_note_for_who_calls_back_that_accuses_the_communes_people_goes_to_the_province(house: House) -> None:
    commune, province = await an_officer(house), await an_officer(house, "Tuấn", unit=PROVINCE)
    person = await house.person("nga").says("gặp cán bộ")
    await person.taps("Nhờ cán bộ gọi lại")
    await person.says("xã Quảng Điền, Huế")
    while await person.asked() == "call-back.commune":
        await person.taps("Đúng rồi")
    await person.says("0912 345 678")
    await person.says(HIDDEN)

    assert "Mặt trận thành phố Huế" in person.text
    assert await news(commune) == ""
    assert "0912345678" in await news(province)
