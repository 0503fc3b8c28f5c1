"""At the last look people correct in words: the place, the commune or a number changes, and it is said what changed."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.mending import replaced
from storage import schema
from storage.traces import told
from tests.handlers.officers import LAMP, files
from tests.support.looking import looking_at
from tests.support.talk import House, Person

NUMBERED = "Đèn đường trước số nhà 21 ngõ 4 thôn Hạ Lang xã Quảng Điền, Huế tắt từ ngày 21"
NOWHERE = "Đèn đường xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"


async def _at_the_last_look(house: House, text: str = LAMP, *said: str) -> Person:
    person = await house.person().says(text)
    for answer in ("đồng ý", "đúng", "ok", *said, "xong"):
        await person.says(answer)
    assert await person.asked() == "submit.confirmed"
    return person


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition).order_by(schema.petition.c.id.desc()))).first()


@pytest.mark.parametrize(
    "typed",
    [
        "à nhầm, hẻm 7",
        "hẻm 7 chứ không phải ngõ 12",
        "không phải ngõ 12 mà là hẻm 7",
        "hẻm 7 mới đúng",
        "a nham, hem 7",
        "hẻm 7",
    ],
)
async def test_the_alley_changes_and_the_hamlet_stays(house: House, typed: str) -> None:
    person = await _at_the_last_look(house)
    await person.says(typed)
    shown = person.text
    await person.says("gửi")

    assert "thành “h" in shown
    assert "Tôi ghi lại như sau" in shown
    petition = await _petition(house)
    assert petition.place in {"hẻm 7, thôn Hạ Lang", "hem 7, thôn Hạ Lang"}
    assert "ngõ 12" not in petition.text


async def test_an_alley_of_a_story_without_marks_is_mended_beside_a_place_with_marks(house: House) -> None:
    story = "cong thoat nuoc ngo 12 thon Ha Lang xa Quang Dien, Hue bi tac, nuoc tran vao nha dan"
    person = await _at_the_last_look(house, story, "cạnh nhà văn hóa")
    await person.says("à nhầm, ngõ 7")
    await person.says("gửi")

    petition = await _petition(house)
    assert petition.place == "cạnh nhà văn hóa, ngõ 7, thon Ha Lang"
    assert petition.text.startswith("cong thoat nuoc ngõ 7 thon Ha Lang")


async def test_a_number_said_instead_of_another_changes_in_the_story_and_the_place(house: House) -> None:
    person = await _at_the_last_look(house, NUMBERED)
    await person.says("số nhà 12 chứ không phải 21")
    shown = person.text
    await person.says("gửi")

    assert "Tôi đã sửa “số nhà 21” thành “số nhà 12”." in shown
    petition = await _petition(house)
    assert petition.place.startswith("số nhà 12, ngõ 4")
    assert petition.text == NUMBERED.replace("số nhà 21", "số nhà 12")


async def test_the_place_as_a_whole_is_replaced_when_it_is_named(house: House) -> None:
    person = await _at_the_last_look(house)
    await person.says("sửa chỗ: đầu xóm 3, gần trạm bơm")

    assert "Chỗ: đầu xóm 3, gần trạm bơm\n" in person.text
    assert await person.asked() == "submit.confirmed"


async def test_a_place_where_none_was_is_written_down(house: House) -> None:
    person = await _at_the_last_look(house, NOWHERE)
    await person.says("à quên, ngõ 5 thôn Hạ")

    assert "Chỗ: ngõ 5 thôn Hạ\n" in person.text


@pytest.mark.parametrize(
    "typed",
    [
        "xã Đan Điền chứ không phải Quảng Điền",
        "sửa xã Đan Điền",
        "à nhầm, xã Đan Điền",
        "không phải xã Quảng Điền mà là xã Đan Điền",
    ],
)
async def test_a_commune_that_is_clear_changes_at_once(house: House, typed: str) -> None:
    person = await _at_the_last_look(house)
    await person.says(typed)

    assert "thành “xã Đan Điền, thành phố Huế”" in person.text
    assert "Nơi: Xã Đan Điền, thành phố Huế" in person.text
    assert await person.asked() == "submit.confirmed"


async def test_a_commune_of_an_old_name_is_offered_first(house: House) -> None:
    person = await _at_the_last_look(house)
    await person.says("à nhầm, xã Quảng Thành")

    assert await person.asked() == "submit.commune"
    assert "phường Hóa Châu" in person.text


async def test_a_market_of_the_same_commune_is_a_place_and_no_commune(house: House) -> None:
    person = await _at_the_last_look(house, NOWHERE)
    await person.says("à nhầm, gần chợ Sịa")

    assert "Chỗ: gần chợ Sịa\n" in person.text


async def test_another_organisation_instead_of_the_one_shown_is_said_back(house: House) -> None:
    person = await _at_the_last_look(house)
    await person.says("hội phụ nữ chứ không phải mặt trận")

    assert "Tôi đã sửa phần Tổ chức: Hội Phụ nữ" in person.text
    assert "Nơi nhận: Hội Phụ nữ" in person.text


async def test_likely_repeats_are_looked_for_anew_at_the_new_place(house: House) -> None:
    await files(house, "bình")
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "xong"):
        await person.says(answer)
    await person.taps("Đúng việc đó")
    await person.says("à nhầm, hẻm 7")
    while "Việc khác" in person.labels:
        await person.taps("Việc khác")
    await person.says("gửi")

    async with looking_at(house.database) as db:
        cases = list((await db.execute(select(schema.case_file.c.id))).scalars())
    assert len(cases) == 2


async def test_what_cannot_be_told_is_asked(house: House) -> None:
    person = await _at_the_last_look(house)
    await person.says("chứ không phải vậy")

    assert "Tôi đã sửa" not in person.text
    assert "muốn sửa phần nào" in person.text


@pytest.mark.parametrize("typed", ["nhà tôi không phải hộ nghèo", "thành ra tối om vậy đó", "không phải lỗi của tôi"])
async def test_what_only_sounds_like_a_correction_changes_nothing(house: House, typed: str) -> None:
    person = await _at_the_last_look(house, f"{LAMP}, hộ nghèo tối om")
    await person.says(typed)
    await person.says("gửi")

    petition = await _petition(house)
    assert petition.place == "ngõ 12, thôn Hạ Lang"
    assert "hộ nghèo tối om" in petition.text


async def test_while_the_place_is_asked_the_one_just_said_can_be_corrected(house: House) -> None:
    person = await house.person().says(NOWHERE)
    for answer in ("đồng ý", "đúng", "ok", "ngõ 5", "à nhầm, ngõ 7", "xong"):
        await person.says(answer)

    assert "Chỗ: ngõ 7\n" in person.text


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("số nhà 21, ngõ 4", "21", "số nhà 12", "số nhà 12, ngõ 4"),
        ("nhà 21 hỏng", "21", "số nhà 12", "số nhà 12 hỏng"),
        ("ở số 5 kiệt 12", "5", "số nhà 15", "ở số nhà 15 kiệt 12"),
        ("cột 121 hỏng", "21", "12", None),
        ("ngày 21, cột 21", "21", "12", None),
        ("2 tháng rồi", "2 tháng", "3 tháng", "3 tháng rồi"),
        ("Xóm 3 và xóm 3", "xóm 3", "xóm 5", "xóm 5 và xóm 5"),
    ],
)
def test_words_take_the_place_of_others(text: str, old: str, new: str, after: str | None) -> None:
    found = replaced(text, old, new)

    assert (found and found[0]) == after


MARKET = "đèn đường trước chợ Hạ thôn Hạ Lang xã Quảng Điền Huế hỏng cả tháng nay"


@pytest.mark.parametrize(
    "typed", ["à nhầm, trước trường tiểu học Phú Lễ", "nhầm rồi, ở ngõ 5", "sửa chỗ: gần đình làng"]
)
async def test_a_place_put_right_is_the_only_one_of_its_hamlet_that_the_story_names(house: House, typed: str) -> None:
    person = await _at_the_last_look(house, MARKET)
    await person.says(typed)
    await person.says("gửi")

    petition = await _petition(house)
    assert "chợ Hạ" not in told(petition.text, petition.place)
    assert "thôn Hạ Lang" in told(petition.text, petition.place)
    assert "trước trước" not in petition.text


async def test_a_place_put_right_by_the_button_is_the_only_one_as_well(house: House) -> None:
    person = await _at_the_last_look(house, MARKET)
    await person.says("sửa chỗ xảy ra")
    await person.says("ngõ 5")
    await person.says("cạnh nhà văn hóa")
    await person.says("xong")
    await person.says("gửi")

    petition = await _petition(house)
    assert petition.place == "cạnh nhà văn hóa, ngõ 5, thôn Hạ Lang"
    assert "chợ Hạ" not in petition.text


async def test_another_alley_said_where_the_place_is_asked_takes_that_of_the_story(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "ok", "ngõ 7", "xong", "gửi"):
        await person.says(answer)

    petition = await _petition(house)
    assert (petition.place, "ngõ 12" in petition.text) == ("ngõ 7, thôn Hạ Lang", False)


async def test_a_place_put_right_by_the_button_is_compared_anew(house: House) -> None:
    await files(house, "binh", LAMP.replace("ngõ 12", "ngõ 5"))
    person = await _at_the_last_look(house)
    await person.says("sửa chỗ xảy ra")
    await person.says("ngõ 5")

    await person.says("xong")

    assert "Có phải cùng việc ông/bà nói không ạ?" in person.text


async def test_what_stands_beside_a_place_that_is_made_more_exact_stays_in_the_story(house: House) -> None:
    person = await house.person().says(MARKET)
    for answer in ("đồng ý", "đúng", "ok", "đối diện quầy thuốc", "xong", "gửi"):
        await person.says(answer)

    assert "trước chợ Hạ" in (await _petition(house)).text


# --- The name


@pytest.mark.parametrize("typed", ["khong can ten", "không cần tên", "giấu tên giúp tôi", "khỏi ghi tên tôi", "bỏ tên"])
async def test_at_the_last_look_no_name_is_wanted_and_the_summary_says_so(house: House, typed: str) -> None:
    person = await _at_the_last_look(house)

    for _ in range(2):  # said again, it stands
        await person.says(typed)
        assert "Không ghi tên." in person.text
        assert "không ai biết tên" in person.text
    await person.says("gửi")

    assert (await _petition(house)).name_visibility == "without"


async def test_no_name_may_be_wanted_at_every_question_before(house: House) -> None:
    person = await house.person().says(LAMP)
    for answer in ("đồng ý", "đúng", "mặt trận"):
        await person.says("khong can ten")
        assert "tôi không ghi tên" in person.text
        await person.says(answer)
    await person.says("xong")

    assert "khong can ten" not in person.text
    assert "không ai biết tên" in person.text


async def test_no_name_is_no_name(house: House) -> None:
    person = await _at_the_last_look(house)
    await person.taps("Sửa lại")
    await person.taps("Tên người gửi")
    await person.says("không cần tên")
    shown = person.text
    await person.says("gửi")

    assert "Người gửi: không ghi tên" in shown
    assert (await _petition(house)).name_visibility == "without"


async def test_who_changes_their_mind_twice_about_the_commune_is_followed_and_the_story_stays(house: House) -> None:
    person = await house.person().says("Rác đổ đầy bờ kênh sau chợ, hôi không chịu nổi")
    for said in ("đồng ý", "xã Quảng Điền, Huế"):
        await person.says(said)

    for typed in ("à không phải, xã Đan Điền", "à thôi, vẫn là xã Quảng Điền, Huế"):
        await person.says(typed)
        assert "ghi thêm" not in person.text
        if await person.asked() == "submit.commune":
            await person.says("đúng")
    await person.says("mặt trận")
    await person.says("xong")

    assert "“Rác đổ đầy bờ kênh sau chợ, hôi không chịu nổi”" in person.text
    assert "• Nơi: Xã Quảng Điền" in person.text


@pytest.mark.parametrize(
    "typed", ["không, Phong Quảng mới đúng", "dạ không ạ, xã Đan Điền", "khong, dan dien moi dung"]
)
async def test_a_commune_said_behind_a_no_at_the_last_look_is_taken_and_told(house: House, typed: str) -> None:
    person = await _at_the_last_look(house, NOWHERE)

    await person.says(typed)

    assert "Tôi đã sửa" in person.text
    assert await person.asked() == "submit.confirmed"


async def test_a_commune_named_at_the_last_look_comes_before_the_district_of_that_name(house: House) -> None:
    person = await _at_the_last_look(house, "Đèn đường phường Phong Quảng, Huế hỏng cả tháng nay, tối đi không thấy gì")

    await person.says("không, Quảng Điền mới đúng")

    assert "Xã Quảng Điền" in person.text
    assert await person.asked() == "submit.confirmed"


@pytest.mark.parametrize("typed", ["gửi", "gui di", "ok gửi"])
async def test_who_wants_to_send_before_the_commune_is_known_hears_why_it_is_asked(house: House, typed: str) -> None:
    person = await house.person().says("đèn đường hỏng cả tháng nay")

    await person.says("đồng ý")
    await person.says(typed)

    assert "Sắp gửi được rồi" in person.text
    assert "xã, phường nào" in person.text
    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize("typed", ["gửi", "gui di", "ok gửi", "nộp luôn", "gưi đi", "tôi muốn gửi", "gui het di"])
async def test_words_for_sending_at_the_last_look_send(house: House, typed: str) -> None:
    person = await _at_the_last_look(house)

    await person.says(typed)

    assert await person.asked() == ""
    assert await _petition(house) is not None
