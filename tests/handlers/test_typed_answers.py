"""Whole petitions by people who type where others tap, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import at_work, news
from tests.handlers.test_as_people_talk import _at_last_look
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House

LAMP = "Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"


@pytest.fixture
def house(database):
    return House(database)


async def _filed(house):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition).order_by(schema.petition.c.id))).all()


@pytest.mark.parametrize(
    "answers",
    [
        ("đồng ý", "đúng rồi", "mặt trận", "xong rồi", "gửi đi"),
        ("Dạ đồng ý ạ", "dạ phải", "ai cũng được", "khong co anh dau", "đúng rồi, gửi đi em"),
        ("ok", "uh", "ok", "thôi khỏi ảnh", "gởi giúp tôi nha"),
        ("co", "dung", "bên mặt trận", "het roi", "ok"),
    ],
    ids=["plain", "polite", "short", "no-marks"],
)
async def test_a_petition_is_filed_in_words_of_ones_own(house, answers):
    person = house.person("cu-ba", capabilities=NUMBERS)
    await person.says(LAMP)
    for answer in answers:
        await person.says(answer)

    (petition,) = await _filed(house)
    assert (petition.text, petition.commune_code) == (LAMP, "19867")
    assert "gởi" not in person.text


async def test_a_typed_no_to_the_consent_deletes_what_was_written(house):
    person = house.person()
    await person.says(LAMP)
    await person.says("không đồng ý đâu")

    assert "đã được xóa" in person.text
    assert await _filed(house) == []


async def test_the_kind_can_be_typed_although_a_command_has_the_same_words(house):
    person = house.person()
    await person.says(LAMP)
    for answer in ("đồng ý", "đúng rồi", "ok", "xong", "sửa", "Loại ý kiến"):
        await person.says(answer)
    await person.says("kiến nghị")
    await person.says("gửi")

    (petition,) = await _filed(house)
    assert petition.kind == "kien_nghi"


@pytest.mark.parametrize("hello", ["alo", "có ai ko ạ", "🙏🙏🙏", "cho em hỏi chút"])
async def test_a_call_without_a_matter_is_greeted_and_begins_nothing(house, hello):
    person = await house.person().says(hello)

    assert "Kính chào" in person.text
    assert await person.asked() == ""


async def _with_a_petition(house):
    person = house.person()
    await person.says(LAMP)
    for answer in ("đồng ý", "đúng rồi", "ok", "xong", "gửi"):
        await person.says(answer)
    return person


async def test_thanks_after_the_receipt_begin_no_second_petition(house):
    person = await _with_a_petition(house)

    await person.says("cảm ơn cháu nhiều nhé")

    assert "cảm ơn ông/bà" in person.text
    assert (await person.asked(), len(await _filed(house))) == ("", 1)


async def test_who_asks_how_far_it_is_sees_the_petition(house):
    person = await _with_a_petition(house)
    (petition,) = await _filed(house)

    await person.says("việc của bác đến đâu rồi")

    assert f"{petition.code[:4]}-{petition.code[4:]}" in person.text


async def test_who_asks_how_far_it_is_on_a_new_phone_is_asked_for_the_code(house):
    person = await house.person("new-phone").says("có kết quả chưa")

    assert await person.asked() == "track.code"


async def test_a_commune_named_before_it_is_asked_for_is_kept(house):
    person = house.person()
    await person.says("đèn đường hỏng cả tháng nay")
    await person.says("xã Quảng Điền, Huế")
    await person.says("đồng ý")

    assert "xã Quảng Điền" in person.text
    assert "Đúng rồi" in person.labels


async def test_an_officer_types_what_the_buttons_of_the_card_say(house):
    officer, resident = await at_work(house)
    await delivered(house)

    for typed in ("nhận việc", "hỏi dân", "Hỏng bóng đèn hay cả cột ạ?", "ok gửi đi"):
        await officer.says(typed)
        await delivered(house)

    assert "Hỏng bóng đèn hay cả cột ạ?" in await news(resident)


@pytest.mark.parametrize(
    ("place", "said", "expected"),
    [
        ("xã Thăng Bình", "Quảng Nam cũ", "xã Thăng Bình, thành phố Đà Nẵng, đúng không"),
        ("xã Thăng Bình", "ở thanh hoá", "xã Thăng Bình, tỉnh Thanh Hóa, đúng không"),
        ("phong dien", "hue", "phường Phong Điền, thành phố Huế, đúng không"),
    ],
)
async def test_a_province_tells_communes_of_one_name_apart(house, place, said, expected):
    person = house.person()
    for typed in ("đèn đường hỏng cả tháng nay", "đồng ý", place, said):
        await person.says(typed)

    assert expected in person.text


async def test_who_names_only_the_province_chooses_from_its_list(house):
    person = house.person()
    for typed in ("đèn đường hỏng cả tháng nay", "đồng ý", "ở tp Huế"):
        await person.says(typed)

    assert "thuộc thành phố Huế" in person.text


async def test_options_of_later_questions_are_kept_when_they_are_named_early(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "hội nông dân", "gửi giùm bà nội em", "đúng", "xong", "gửi"):
        await person.says(answer)

    async with looking_at(house.database) as db:
        petition = (await db.execute(select(schema.petition))).one()
    assert (petition.organisation, petition.on_behalf) == ("nong_dan", "relative")


@pytest.mark.parametrize("typed", ["đúng r", "ừa đúng đó", "đồng ý", "phải r nha"])
async def test_a_yes_in_the_words_of_the_young_is_a_yes(house: House, typed: str) -> None:
    person = await house.person().says(LAMP)
    await person.says("đồng ý")
    await person.says(typed)

    assert await person.asked() == "submit.organisation"


async def test_the_commune_that_was_offered_stays_when_the_answer_is_not_understood(house: House) -> None:
    person = await house.person().says(LAMP)
    await person.says("đồng ý")
    await person.says("ba la bô lô")

    assert person.labels == ["Đúng rồi", "Nơi khác"]


@pytest.mark.parametrize("typed", ["đúng rồi gửi đi", "ok gửi luôn", "Dạ phải rồi gởi giùm bà"])
async def test_a_yes_with_the_wish_to_send_answers_each_question_and_files_only_what_was_shown(house, typed):
    person = house.person()
    await person.says(LAMP)
    asked = []
    while await person.asked() != "submit.confirmed":
        asked.append(await person.asked())
        await person.says(typed)
        assert await _filed(house) == []
        assert "chưa rõ" not in person.text
    shown = person.text
    await person.says(typed)

    assert asked == ["submit.consent", "submit.commune", "submit.organisation", "submit.details"]
    assert "Ai xem được" in shown
    assert len(await _filed(house)) == 1


async def test_who_only_wishes_to_send_hears_that_the_consent_comes_first(house):
    person = house.person()
    await person.says(LAMP)
    await person.says("gửi đi")

    assert person.text.startswith("Ông/bà có đồng ý")
    assert await person.asked() == "submit.consent"


# --- Who receives it, said while it is let go


@pytest.mark.parametrize("typed", ["gửi mặt trận đi", "gui mat tran di", "gửi cho mặt trận xã nhé"])
async def test_it_is_let_go_to_whom_it_goes_anyway(house: House, typed: str) -> None:
    person = await _at_last_look(house)

    await person.says(typed)

    assert "Mã của việc này" in person.text


async def test_sent_to_somebody_else_it_is_shown_once_more_before_it_goes(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("gửi hội phụ nữ đi")
    shown = person.text
    await person.says("ừ gửi hội phụ nữ")

    assert shown.startswith("Tôi đã sửa phần Tổ chức: Hội Phụ nữ.")
    assert "Nơi nhận: Hội Phụ nữ" in shown
    assert "Mã của việc này" in person.text


async def test_a_plain_wish_to_send_changes_nobody(house: House) -> None:
    person = await _at_last_look(house)

    await person.says("gửi giúp tôi với nhé")

    assert "Mặt trận" in person.text
    assert "Mã của việc này" in person.text


@pytest.mark.parametrize(
    ("typed", "organisation"),
    [
        ("gui mtr", "mttq"),
        ("mat tran", "mttq"),
        ("UBMTTQ", "mttq"),
        ("cd", "cong_doan"),
        ("lđlđ", "cong_doan"),
        ("cho hnd", "nong_dan"),
        ("hoi phu nu", "phu_nu"),
        ("hpn giùm em", "phu_nu"),
        ("hccb", "cuu_chien_binh"),
        ("gửi đtn xã", "doan_thanh_nien"),
    ],
)
async def test_each_organisation_is_understood_by_its_usual_short_names(
    house: House, typed: str, organisation: str
) -> None:
    person = house.person()
    for said in (LAMP, "đồng ý", "đúng", typed, "xong", "gửi"):
        await person.says(said)

    (petition,) = await _filed(house)
    assert petition.organisation == organisation


async def test_a_commune_whose_name_is_near_to_that_of_an_organisation_stays_a_commune(house: House) -> None:
    person = house.person()
    for said in ("đèn đường hỏng cả tháng nay", "đồng ý", "doan xa"):
        await person.says(said)

    assert "Đoàn" not in person.text.split("Xã")[0]
    assert await person.asked() == "submit.commune"
