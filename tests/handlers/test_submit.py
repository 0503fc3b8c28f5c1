"""Filing a petition, message first: transcripts through the real intake on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from conversation.messages import Event
from storage import schema
from storage.database import Database
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House, Person

LAMP = "Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def rows(house: House, table: Any) -> list[Any]:
    async with looking_at(house.database) as db:
        return list((await db.execute(select(table).order_by(table.c.id))).all())


async def filed(person: Person, text: str = LAMP) -> Person:
    """Walk the shortest way: five taps for somebody new."""
    await person.says(text)
    if "Tôi đồng ý" in person.labels:
        await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    if "Việc khác" in person.labels:
        await person.taps("Việc khác")
    return await person.taps("Đúng, gửi đi")


async def test_a_petition_is_filed_with_one_text_and_five_taps(house: House) -> None:
    person = await filed(house.person())

    (petition,) = await rows(house, schema.petition)
    assert petition.text == LAMP
    assert (petition.kind, petition.subject, petition.commune_code) == ("phan_anh", "ha_tang", "19867")
    assert f"{petition.code[:4]}-{petition.code[4:]}" in person.text
    (case,) = await rows(house, schema.case_file)
    assert (case.code, case.state, case.organisation) == (petition.code, "received", "mttq")


async def test_an_elder_without_diacritics_and_buttons_succeeds_with_numbers(house: House) -> None:
    person = house.person("cu-ba", capabilities=NUMBERS)
    await person.says("den duong ngo 12 thon ha lang xa quang dien hue hong ca thang nay")
    for answer in ("1", "1", "1", "1", "1"):
        await person.says(answer)

    (petition,) = await rows(house, schema.petition)
    assert petition.commune_code == "19867"


async def test_the_receipt_names_dates_and_who_reads_it(house: House) -> None:
    person = await filed(house.person())

    assert "17/11/2026" in person.text  # read within one working day of Monday the 16th
    assert "19/11/2026" in person.text  # forwarded within three
    assert "Mật khẩu" in person.text


async def test_without_consent_nothing_is_kept(house: House) -> None:
    person = await house.person().says(LAMP)

    await person.taps("Tôi không đồng ý")

    assert await rows(house, schema.petition) == []
    assert {row.body for row in await rows(house, schema.inbound)} == {""}
    assert "đã được xóa" in person.text


async def test_consent_is_asked_once(house: House) -> None:
    person = await filed(house.person())

    await person.says("Rác đầu ngõ 3 xã Quảng Điền Huế ba ngày rồi chưa ai dọn")

    assert await person.asked() == "submit.commune"


async def test_what_is_written_before_the_consent_has_a_purge_time(house: House) -> None:
    await house.person().says(LAMP)

    (message,) = await rows(house, schema.inbound)
    assert (message.purge_at - message.received_at).total_seconds() == 24 * 3600


async def test_an_old_name_is_confirmed_with_its_new_commune(house: House) -> None:
    person = await house.person().says("Đường vào thôn xã Quảng Phước huyện Quảng Điền Huế ổ gà nhiều lắm")
    await person.taps("Tôi đồng ý")

    assert "nay thuộc xã Quảng Điền" in person.text


async def test_a_name_of_several_places_is_asked_about(house: House) -> None:
    person = await house.person().says("Nước thải chảy ra đường suốt ngày, mùi hôi không chịu được")
    await person.taps("Tôi đồng ý")
    await person.says("tân thành")

    assert len(person.labels) > 2
    assert await person.asked() == "submit.commune"


async def test_a_pin_offers_the_likeliest_communes_and_decides_nothing(house: House) -> None:
    person = await house.person().says("Nước thải chảy ra đường suốt ngày, mùi hôi không chịu được")
    await person.taps("Tôi đồng ý")
    await person.sends_pin(16.5760, 107.5080)

    assert any("Quảng Điền" in label for label in person.labels)
    assert await person.asked() == "submit.commune"


async def test_a_commune_is_found_by_province_and_pages(house: House) -> None:
    person = await house.person().says("Nước thải chảy ra đường suốt ngày, mùi hôi không chịu được")
    await person.taps("Tôi đồng ý")
    await person.taps("Chọn theo tỉnh")
    while "Thành phố Huế" not in person.labels:
        await person.taps("Xem thêm")
    await person.taps("Thành phố Huế")
    first_page = person.labels
    await person.taps("Xem thêm")

    assert person.labels != first_page
    await person.taps(person.labels[0])
    assert await person.asked() == "submit.organisation"


async def test_more_of_the_story_is_kept_whatever_is_being_asked(house: House) -> None:
    person = await house.person().says(LAMP)
    more = "Hôm qua cháu bé nhà bên ngã ở đó phải đi viện băng bó"
    await person.says(more)
    assert await person.asked() == "submit.consent"
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Đúng, gửi đi"):
        await person.taps(label)

    (petition,) = await rows(house, schema.petition)
    assert petition.text == f"{LAMP}\n{more}"


async def test_a_photo_that_comes_first_waits_for_its_words(house: House) -> None:
    person = await house.person().sends_photo("p1")
    assert await person.asked() == "submit.content"
    await filed(person)

    (photo,) = await rows(house, schema.file)
    (petition,) = await rows(house, schema.petition)
    assert photo.petition_id == petition.id


async def test_five_photos_of_an_album_get_one_answer(house: House) -> None:
    person = await house.person().says(LAMP)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    for number in range(5):
        await person.sends_photo(f"a{number}", album="album-1")

    async with looking_at(house.database) as db:
        table = schema.outbox
        waiting = select(func.count()).where(table.c.collapse == "album-album-1", table.c.state == "queued")
        assert (await db.execute(waiting)).scalar_one() == 1
    assert "5 ảnh" in person.text


async def test_an_eleventh_photo_is_refused_politely_and_ten_are_kept(house: House) -> None:
    person = await house.person().says(LAMP)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    for number in range(11):
        await person.sends_photo(f"p{number}")

    assert "tối đa 10" in person.text
    assert len(await rows(house, schema.file)) == 10


async def test_five_thousand_characters_are_taken_whole(house: House) -> None:
    text = (LAMP + ". ") * 60
    await filed(house.person(), text[:5_000].strip())

    (petition,) = await rows(house, schema.petition)
    assert petition.text == text[:5_000].strip()


async def test_danger_brings_the_numbers_to_call_before_anything_is_asked(house: House) -> None:
    person = await house.person().says("KHẨN!!! nước lũ lên nhanh ở thôn Đoài, có người già mắc kẹt")

    assert "114" in person.heard[0].text
    assert await person.asked() == "submit.consent"


async def test_a_denunciation_is_guided_and_filed_only_sealed(house: House) -> None:
    person = await house.person().says(
        "Chủ tịch xã Quảng Điền Huế nhận tiền của công ty XYZ để cấp đất, tôi có bằng chứng"
    )
    assert "chưa phải là đơn tố cáo" in person.text

    await person.taps("Gửi kín cho cán bộ")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    while await person.asked() != "submit.confirmed":
        await person.taps("Tiếp tục" if await person.asked() == "submit.details" else person.labels[0])
    await person.taps("Đúng, gửi đi")

    (petition,) = await rows(house, schema.petition)
    (case,) = await rows(house, schema.case_file)
    assert (petition.kind, petition.confidential) == ("to_cao", True)
    assert case.confidential
    assert case.handler_unit_code == "46"  # a leader of the commune is accused: the province handles it


async def test_guidance_alone_files_nothing(house: House) -> None:
    person = await house.person().says("Chủ tịch xã nhận tiền của công ty XYZ để cấp đất, tôi có bằng chứng")
    await person.taps("Xem hướng dẫn")

    assert "Cách gửi đơn tố cáo" in person.text
    assert await rows(house, schema.petition) == []


async def test_thanks_are_kept_without_a_case(house: House) -> None:
    person = await house.person().says("Xin cảm ơn Mặt trận xã Quảng Điền Huế đã nhắc UBND sửa cầu, bà con rất vui")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    while await person.asked() != "submit.confirmed":
        await person.taps(person.labels[0])
    await person.taps("Đúng, gửi đi")

    (petition,) = await rows(house, schema.petition)
    assert petition.kind == "cam_on"
    assert await rows(house, schema.case_file) == []


async def test_a_likely_repeat_is_asked_about_without_another_persons_words(house: House) -> None:
    await filed(house.person("first"))
    second = await house.person("second").says("den duong ngo 12 thon ha lang xa quang dien hue toi om may tuan nay")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục"):
        await second.taps(label)

    assert "Đúng việc đó" in second.labels
    assert "không thấy gì" not in second.text
    await second.taps("Đúng việc đó")
    await second.taps("Đúng, gửi đi")

    petitions = await rows(house, schema.petition)
    assert len(petitions) == 2
    assert len(await rows(house, schema.case_file)) == 1
    assert petitions[0].code != petitions[1].code


@pytest.mark.parametrize(("place", "asked"), [("ngo 7 khu Tan Lap", True), ("ngo 21 khu Tan Lap", False)])
async def test_a_place_told_apart_from_the_story_decides_about_a_repeat(house: House, place: str, asked: bool) -> None:
    async def tell(person: Person, text: str, place: str) -> None:
        await person.says(text)
        for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
            await person.taps(label)
        await person.says(place)
        await person.taps("Tiếp tục")

    first = house.person("first")
    await tell(first, "Đèn đường hỏng cả tuần nay, tối om, xã Quảng Điền Huế", "Ngõ 7 khu Tân Lập")
    await first.taps("Đúng, gửi đi")
    second = house.person("second")
    await tell(second, "xa quang dien hue den duong khong sang may hom roi", place)

    assert ("Đúng việc đó" in second.labels) is asked


async def test_without_a_name_none_is_stored(house: House) -> None:
    person = await house.person().says(LAMP, sender_name="Nguyễn An")
    for label in (
        "Tôi đồng ý",
        "Đúng rồi",
        "Mặt trận",
        "Tiếp tục",
        "Sửa lại",
        "Ai biết tên",
        "Không ghi tên",
        "Đúng, gửi đi",
    ):
        await person.taps(label)

    (petition,) = await rows(house, schema.petition)
    assert (petition.sender_name, petition.name_visibility) == (None, "without")


async def test_the_summary_says_who_sees_what_before_filing(house: House) -> None:
    person = await house.person().says(LAMP)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục"):
        await person.taps(label)

    assert "Ai xem được" in person.text
    assert LAMP in person.text


async def test_cancelling_keeps_the_draft_until_it_is_taken_up_again(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.taps("Tôi đồng ý")
    await person.says("hủy")
    assert await person.asked() == ""

    await person.taps("Làm tiếp")

    assert await person.asked() == "submit.commune"


async def test_help_in_the_middle_leaves_the_question_open(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("trợ giúp")

    assert "quay lại" in person.text
    assert await person.asked() == "submit.consent"


async def test_an_edited_message_mends_the_draft(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.does(Event.EDITED, text=LAMP.replace("ngõ 12", "ngõ 21"))
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Đúng, gửi đi"):
        await person.taps(label)

    (petition,) = await rows(house, schema.petition)
    assert "ngõ 21" in petition.text
    assert "ngõ 12" not in petition.text


async def test_an_edit_after_filing_changes_nothing_and_says_how_to_add(house: House) -> None:
    person = await filed(house.person())
    await person.does(Event.EDITED, text="khác hẳn")

    (petition,) = await rows(house, schema.petition)
    assert petition.text == LAMP
    assert "giữ nguyên" in person.text


async def test_a_sticker_gets_a_designed_answer_and_keeps_the_question(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.does(Event.UNSUPPORTED, text="sticker")

    assert "chưa đọc được" in person.text
    assert await person.asked() == "submit.consent"


async def test_an_empty_message_gets_a_designed_answer(house: House) -> None:
    person = await house.person().says("   ")

    assert "không có chữ" in person.text


async def test_a_forwarded_message_is_a_petition_like_any_other(house: House) -> None:
    person = await house.person().says(LAMP, forwarded=True)

    assert await person.asked() == "submit.consent"


async def test_a_link_presets_unit_and_organisation(house: House) -> None:
    person = await house.person().does(Event.STARTED, start="u19867-phu_nu")
    await person.says("Nhà văn hóa thôn khóa cửa suốt, chị em không có chỗ sinh hoạt")
    await person.taps("Tôi đồng ý")
    assert "Quảng Điền" in person.text
    await person.taps("Đúng rồi")

    assert await person.asked() == "submit.details"


async def test_a_greeting_is_answered_and_files_nothing(house: House) -> None:
    person = await house.person().says("xin chào")

    assert "trợ lý tự động" in person.text
    assert await person.asked() == ""


async def test_the_same_message_delivered_twice_has_one_effect(house: House) -> None:
    person = await house.person().says(LAMP, external_id="same-1")
    await person.says(LAMP, external_id="same-1")

    assert person.heard == []
    assert len(await rows(house, schema.inbound)) == 1


async def test_a_place_with_what_the_keyboard_left_in_it_is_shown_as_read_and_the_story_stays_as_written(
    house: House,
) -> None:
    story = "Ddenf ddwowngf ngox 12 thôn Haj Lang xax Quangr Dieenf, Huees hongr car thangs"
    person = await house.person().says(story)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận"):
        await person.taps(label)
    assert "Chỗ xảy ra tôi ghi: ngõ 12, thôn Hạ Lang." in person.text
    await person.says("gaanf nhà văn hoá Thoon Trung")
    await person.taps("Tiếp tục")
    while "Đúng, gửi đi" not in person.labels:
        await person.taps("Điện, nước sạch")
    assert "Chỗ: gần nhà văn hoá Thôn Trung" in person.text
    await person.taps("Đúng, gửi đi")

    (petition,) = await rows(house, schema.petition)
    assert petition.text == story
    assert petition.place == "gần nhà văn hoá Thôn Trung, ngõ 12, thôn Hạ Lang"
