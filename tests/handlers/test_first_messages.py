"""The first message in other languages, as a voice note, as one word, or in danger."""

from __future__ import annotations

import pytest

from conversation.messages import FileKind, IncomingFile
from tests.handlers.officers import LAMP
from tests.support.looking import looking_at
from tests.support.talk import House


async def _language(house: House) -> str:
    from sqlalchemy import select

    from storage import schema

    async with looking_at(house.database) as db:
        return str(await db.scalar(select(schema.person.c.language)))


async def test_english_is_answered_in_english(house: House) -> None:
    person = await house.person().says("The street light near my house in Quang Dien commune, Hue has been broken")

    assert await _language(house) == "en"
    assert await person.asked() == "submit.consent"


async def test_a_commune_in_english_order_is_found(house: House) -> None:
    person = await house.person().says("The street light near my house in Quang Dien commune, Hue has been broken")
    await person.says("yes")

    assert "xã Quảng Điền" in person.text


@pytest.mark.parametrize(("typed", "language"), [("English please", "en"), ("tiếng anh", "en"), ("tiếng Việt", "vi")])
async def test_a_language_is_spoken_when_it_is_named(house: House, typed: str, language: str) -> None:
    await house.person().says(typed)

    assert await _language(house) == language


async def test_the_question_waits_while_the_language_changes(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("English please")

    assert await person.asked() == "submit.consent"


async def test_another_script_is_kept_and_the_person_told_what_we_read(house: House) -> None:
    person = await house.person().says("你好，我家门口的路灯坏了")

    assert "tiếng Việt và tiếng Anh" in person.text
    assert await person.asked() == "submit.consent"


async def test_a_voice_note_is_acknowledged(house: House) -> None:
    person = house.person()
    await person._send(files=(IncomingFile(FileKind.VOICE, "v", mime="audio/ogg", size=1_000, unique="v"),))

    assert "tin nhắn thoại" in person.text
    assert await person.asked() == "submit.content"


async def test_a_photo_that_comes_first_is_acknowledged(house: House) -> None:
    person = await house.person().sends_photo()

    assert "Tôi đã nhận ảnh, tệp" in person.text


async def test_the_numbers_that_help_come_first(house: House) -> None:
    person = await house.person().says("có đứa nhỏ bị đuối nước ngoài sông")

    first = person.heard[0].text
    assert first.index("114") < first.index("Các số khác") < first.index("113")


async def test_danger_told_later_brings_the_numbers_as_well(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("trời ơi cháy nhà bên cạnh rồi cứu với")

    assert "114" in person.heard[0].text


async def test_who_tells_of_violence_is_offered_help_and_no_lesson_on_paper(house: House) -> None:
    person = await house.person().says("chồng em đánh em hoài, đêm qua ảnh lấy dao dọa giết")

    assert "113" in person.heard[0].text
    assert "giữ kín" in person.last.text
    assert "đơn có chữ ký" not in person.text


async def test_guidance_on_violence_needs_no_paper_either(house: House) -> None:
    person = await house.person().says("chồng em đánh em hoài, đêm qua ảnh lấy dao dọa giết")
    await person.taps("Xem hướng dẫn")

    assert "không cần đơn" in person.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tôi đề nghị xã Quảng Điền, Huế lắp thêm đèn đường ở thôn Hạ Lang", "Kiến nghị"),
        ("Kiến nghị xã Quảng Điền, Huế hỗ trợ hộ nghèo sửa nhà dột", "Kiến nghị"),
        ("Rác thải bốc mùi ở chợ xã Quảng Điền, Huế, đề nghị xử lý", "Phản ánh"),
    ],
)
async def test_what_people_wish_for_is_a_recommendation_and_what_they_complain_of_is_none(
    house: House, text: str, kind: str
) -> None:
    person = await house.person().says(text)
    for answer in ("đồng ý", "đúng", "ok", "xong"):
        await person.says(answer)

    assert f"Loại: {kind}" in person.text


async def test_an_outright_complaint_is_explained_even_without_marks(house: House) -> None:
    person = await house.person().says("toi muon khieu nai quyet dinh thu hoi dat cua ubnd xa quang dien hue")

    assert await person.asked() == "submit.guarded"
    assert "chưa phải là đơn khiếu nại" in person.text


async def test_danger_told_in_english_brings_the_numbers_and_confidence(house: House) -> None:
    person = await house.person().says("My husband beats me and threatens to kill me, please help")

    assert "113" in person.text
    assert await person.asked() == "submit.guarded"


async def test_no_subject_is_made_up_for_an_english_text(house: House) -> None:
    person = await house.person().says("The street light near my house in Quang Dien commune, Hue has been broken")
    for answer in ("yes", "yes", "anyone"):
        await person.says(answer)

    assert await person.asked() == "submit.subject"


async def test_violence_at_home_told_to_a_teacher_accuses_no_teacher(house: House) -> None:
    person = await house.person().says("cô giáo ơi nhà em bị bố say rượu đánh mẹ với em, em sợ lắm")

    assert "đơn có chữ ký" not in person.text
    assert "giữ kín" in person.text


async def test_danger_told_behind_the_button_brings_the_numbers_as_well(house: House) -> None:
    person = await house.person().says("gửi ý kiến")
    await person.says("cháy nhà bên cạnh rồi cứu với, ở xã Quảng Điền, Huế")

    assert "114" in person.heard[0].text
    assert await person.asked() == "submit.consent"


# --- A name that is plain words as well


async def test_a_broken_road_without_marks_is_a_story_and_the_commune_of_that_name_is_asked_about(house: House) -> None:
    person = await house.person().says("duong hong")
    assert await person.asked() == "submit.consent"

    await person.says("đồng ý")

    assert "xã Đường Hồng, tỉnh Tuyên Quang, đúng không" in person.text


async def test_at_the_commune_it_is_asked_about_too(house: House) -> None:
    person = await house.person().says("cống thoát nước trước nhà tôi tắc, nước thối tràn ra đường")
    await person.says("đồng ý")

    await person.says("duong hong")

    assert await person.asked() == "submit.commune"
    assert "xã Đường Hồng, tỉnh Tuyên Quang, đúng không" in person.text


@pytest.mark.parametrize("typed", ["Đường Hồng", "xa duong hong tuyen quang", "xa quang dien hue"])
async def test_a_name_that_is_nothing_else_is_taken(house: House, typed: str) -> None:
    person = await house.person().says("cống thoát nước trước nhà tôi tắc, nước thối tràn ra đường")
    await person.says("đồng ý")

    await person.says(typed)

    assert await person.asked() == "submit.organisation"


async def test_a_letter_that_asks_and_ends_with_thanks_is_no_thanks(house: House) -> None:
    letter = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN KIẾN NGHỊ\n\n"
        "Kính gửi: Ủy ban MTTQ Việt Nam xã Quảng Điền, thành phố Huế\n\nTôi tên là: Hồ Thị Mận, trú tại thôn Hạ Lang.\n"
        "Nay tôi làm đơn này kiến nghị một việc như sau: Mương tiêu sau xóm bị lấp từ tháng 8, nước mưa không thoát, "
        "ngập vào chuồng bò. Đề nghị nạo vét.\nXin chân thành cảm ơn.\nNgười làm đơn\nHồ Thị Mận"
    )
    person = await house.person().says(letter)
    for said in ("đồng ý", "đúng", "mặt trận", "xong"):
        await person.says(said)

    assert "Loại: Lời cảm ơn" not in person.text
    assert await person.asked() == "submit.confirmed"


async def test_a_pasted_letter_is_shown_by_its_matter_with_the_commune_addressed_and_its_writers_name(
    house: House,
) -> None:
    person = await house.person().says(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN KIẾN NGHỊ\n"
        "Kính gửi: Ủy ban MTTQ xã Quảng Điền, thành phố Huế\n"
        "Tôi tên là: Lê Thị Bảy, sinh năm 1956, trú tại thôn 2, phường Phong Thái.\n"
        "Con mương sau chợ bị lấp, mưa là nước tràn vào nhà sáu hộ.\nNgười làm đơn\nLê Thị Bảy"
    )
    for answer in ("đồng ý", "đúng", "mặt trận", "xong"):
        await person.says(answer)

    assert await person.asked() == "submit.confirmed"
    assert "“Con mương sau chợ bị lấp, mưa là nước tràn vào nhà sáu hộ.”" in person.text
    assert "Xã Quảng Điền" in person.text
    assert "Lê Thị Bảy" in person.text
    assert "MTTQ" not in person.text
    assert "Phong Thái" not in person.text
    assert "phần ký tên của đơn" in person.text


@pytest.mark.parametrize("typed", ["gui di", "ok gửi đi", "đồng ý", "không đồng ý", "xác nhận gửi"])
async def test_an_answer_to_no_question_begins_no_petition(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert "chưa có ý kiến nào chờ gửi" in person.text
    assert "Gửi ý kiến" in person.labels


async def test_who_agrees_in_words_behind_a_story_is_understood_as_before(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("đồng ý")

    assert await person.asked() != "submit.consent"
