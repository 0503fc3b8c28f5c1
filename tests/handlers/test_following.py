"""Residents follow a place in chat: from the receipt or in plain words, with consent, ended with one word."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import COMMUNE, an_officer, files
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House


async def follows(house: House) -> list[tuple[str, str]]:
    table = schema.follow
    async with looking_at(house.database) as db:
        rows = await db.execute(select(table).order_by(table.c.id))
        return [(row.unit_code, row.subject) for row in rows]


async def follow_all(person):
    await person.taps("Mọi lĩnh vực")
    assert "Mỗi tháng một lần" in person.text
    return await person.taps("Tôi đồng ý")


async def test_the_receipt_offers_to_follow_the_commune_and_nothing_is_kept_before_consent(house):
    person = await files(house)

    await person.taps("Theo dõi việc chung nơi này")
    assert person.last.text == "Ông/bà muốn theo dõi việc chung của xã Quảng Điền, thành phố Huế ạ?"
    await person.taps("Đúng rồi")
    await person.taps("Mọi lĩnh vực")
    assert await follows(house) == []
    assert "Lúc nào ông/bà cũng có thể nhắn “bỏ theo dõi”" in person.text
    await person.taps("Tôi đồng ý")

    assert await follows(house) == [(COMMUNE, "")]
    assert "Đã ghi nhận." in person.text


async def test_who_does_not_agree_follows_nothing(house):
    person = await files(house)

    await person.says("theo doi")
    await person.taps("Đúng rồi")
    await person.taps("Mọi lĩnh vực")
    await person.taps("Thôi")

    assert await follows(house) == []


@pytest.mark.parametrize(
    "text", ["theo dõi xã Quảng Điền", "theo doi xa quang dien, hue", "/theodoi xã Quảng Điền, Huế"]
)
async def test_a_place_is_taken_from_plain_words_of_somebody_who_never_wrote_before(house, text):
    person = house.person("moi")

    await person.says(text)
    assert "xã Quảng Điền" in person.text
    await person.taps("Đúng rồi")
    await follow_all(person)

    assert await follows(house) == [(COMMUNE, "")]


@pytest.mark.parametrize(
    "text",
    [
        "theo dõi giúp tôi vụ đèn đường hỏng ở ngõ 12",
        "Theo dõi mãi không thấy ai sửa đường xã Quảng Điền, Huế, ổ gà đầy ra đấy, đề nghị xem xét",
    ],
)
async def test_a_petition_that_begins_with_these_words_is_a_petition(house, text):
    person = house.person("an")

    await person.says(text)

    assert (await person.asked()).startswith("submit.")


async def test_a_name_that_several_places_have_is_asked_back(house):
    person = house.person("an")

    await person.says("theo dõi Ba Đình")

    assert await person.asked() == "follow.unit"
    assert "Có mấy nơi có thể đúng" in person.text


async def test_one_subject_can_be_followed_and_typed(house):
    person = house.person("an")

    await person.says("theo dõi xã Quảng Điền, Huế")
    await person.taps("Đúng rồi")
    await person.says("giáo dục")
    if await person.asked() == "follow.what":
        await person.taps("Xem thêm")
        await person.taps("Giáo dục")
    assert "Giáo dục" in person.text
    await person.taps("Tôi đồng ý")

    assert await follows(house) == [(COMMUNE, "giao_duc")]


async def test_subjects_that_are_never_told_of_cannot_be_followed(house):
    person = house.person("an")

    await person.says("theo dõi xã Quảng Điền, Huế")
    await person.taps("Đúng rồi")
    await person.taps("Xem thêm")

    assert not [label for label in person.labels if "cán bộ" in label.lower() or "gia đình" in label.lower()]


async def test_what_is_followed_is_listed_and_ended_one_by_one_or_all_at_once(house):
    person = house.person("an")
    for what in ("Mọi lĩnh vực", "Đất đai"):
        await person.says("theo dõi xã Quảng Điền, Huế")
        await person.taps("Đúng rồi")
        await person.taps(what)
        await person.taps("Tôi đồng ý")

    await person.says("theo dõi")
    assert "Ông/bà đang theo dõi:" in person.text
    await person.taps("Bỏ: Đất đai")
    assert await follows(house) == [(COMMUNE, "")]
    await person.says("bỏ theo dõi")
    assert "không nhận tin này nữa" in person.text
    await person.says("bo theo doi")

    assert await follows(house) == []
    assert "không theo dõi nơi nào" in person.text


async def test_the_same_twice_is_said_and_more_than_five_is_refused(house):
    person = house.person("an")
    for _ in range(2):
        await person.says("theo dõi xã Quảng Điền, Huế")
        await person.taps("Đúng rồi")
        await follow_all(person)
    assert "đang theo dõi xã Quảng Điền" in person.text
    for what in ("Đất đai", "Môi trường", "Giao thông", "Điện"):
        await person.says("theo dõi xã Quảng Điền, Huế")
        await person.taps("Đúng rồi")
        await person.taps(what)
        await person.taps("Tôi đồng ý")
    assert len(await follows(house)) == 5
    await person.says("theo dõi xã Quảng Điền, Huế")
    await person.taps("Đúng rồi")
    await person.taps("Xem thêm")
    await person.taps("Y tế")
    await person.taps("Tôi đồng ý")

    assert "đang theo dõi 5 mục rồi" in person.text
    assert len(await follows(house)) == 5


async def test_numbers_serve_where_there_are_no_buttons(house):
    person = house.person("an", channel="telegram", capabilities=NUMBERS)

    await person.says("theo dõi xã Quảng Điền, Huế")
    await person.says("1")
    await person.says("1")
    await person.says("1")

    assert await follows(house) == [(COMMUNE, "")]


async def test_nobody_ends_what_another_follows(house):
    an, binh = house.person("an"), house.person("binh")
    await an.says("theo dõi xã Quảng Điền, Huế")
    await an.taps("Đúng rồi")
    await follow_all(an)

    await binh.taps_choice("!unfollow=1")
    await binh.taps_choice("!unfollow=all")

    assert await follows(house) == [(COMMUNE, "")]


async def test_what_is_followed_is_shown_among_ones_data_and_erased_with_them(house):
    person = await files(house)
    await person.taps("Theo dõi việc chung nơi này")
    await person.taps("Đúng rồi")
    await follow_all(person)

    await person.says("dữ liệu")
    await person.taps("Xem dữ liệu")
    assert "Đang theo dõi: xã Quảng Điền, thành phố Huế." in person.text
    await person.says("dữ liệu")
    await person.taps("Xóa dữ liệu")
    await person.taps("Đúng, xóa đi")

    assert await follows(house) == []


async def test_an_officers_chat_is_told_where_the_figures_are(house):
    officer = await an_officer(house)

    await officer.says("theo dõi")

    assert "dành cho người dân" in officer.text
    assert await follows(house) == []


async def test_a_guarded_receipt_offers_nothing_that_would_leave_a_trace(house):
    person = house.person("an")
    await person.says("Tôi tố cáo ông chủ tịch xã Quảng Điền, Huế nhận tiền hối lộ khi cấp đất")
    for label in ("Vẫn gửi", "Gửi", "Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Đúng, gửi đi"):
        if any(shown.startswith(label) for shown in person.labels):
            await person.taps(label)

    assert "Theo dõi" not in " ".join(person.labels)


async def test_who_follows_a_commune_is_offered_its_province_for_the_same_subject(house):
    person = house.person("an")
    await person.says("theo dõi xã Quảng Điền, Huế")
    await person.taps("Đúng rồi")
    await person.taps("Đất đai")
    await person.taps("Tôi đồng ý")

    await person.taps("Theo dõi cả thành phố Huế")
    assert "Ông/bà theo dõi: Đất đai, giải phóng mặt bằng, tái định cư, thành phố Huế." in person.text
    await person.taps("Tôi đồng ý")
    assert await follows(house) == [(COMMUNE, "dat_dai"), ("46", "dat_dai")]
    await person.says("theo dõi")

    assert "Bỏ: Đất đai, thành phố Huế" in person.labels


@pytest.mark.parametrize("text", ["theo dõi tỉnh Nghệ An", "theo doi tinh nghe an"])
async def test_a_province_is_taken_from_plain_words(house, text):
    person = house.person("an")

    await person.says(text)
    await follow_all(person)

    assert await follows(house) == [("40", "")]
