"""Officers as they come: voice typed, in a hurry, on their first day, with another case in mind."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversation.messages import Event
from domain.roles import Role
from storage import schema
from tests.handlers.officers import DRAIN, a_token, an_account, an_officer, at_work, files, opens, state, steps
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import House


async def _code(house: House, case_id: int) -> str:
    async with looking_at(house.database) as db:
        query = select(schema.case_file.c.code).where(schema.case_file.c.id == case_id)
        return str(await db.scalar(query))


async def test_a_referral_spoken_in_one_breath_keeps_office_and_day_apart(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("ừ chuyển cho bên điện lực hẹn thứ sáu tuần sau trả lời nha")

    assert "Chuyển đến Điện lực, hạn trả lời 27/11/2026" in officer.text


@pytest.mark.parametrize(
    "typed", ["nhắn cho bà con biết là mai xuống", "báo cho bà con là mai xuống", "nói với bà con biết rằng mai xuống"]
)
async def test_words_to_residents_are_known_by_how_they_are_announced(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.says(typed)

    assert "Mặt trận trả lời:\n\nmai xuống" in officer.text


async def test_a_case_is_left_for_tomorrow_in_a_sentence(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("thôi việc này để mai làm")

    assert "Để mai" in officer.labels


@pytest.mark.parametrize("typed", ["khoan nhầm rồi", "khoan đã", "hoàn tác"])
async def test_who_hesitates_at_a_last_look_hears_that_nothing_has_happened(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await files(house, "bn", DRAIN)
    await opens(officer, 2)
    await officer.says(f"gộp với {await _code(house, 1)}")
    await officer.says(typed)

    assert "Chưa có gì được gửi" in officer.text
    assert await officer.asked() == "officer-merge.send-0"
    assert "merge" not in await steps(house, 2)


@pytest.mark.parametrize("typed", ["{code}", "xem {code}"])
async def test_the_code_of_another_case_is_no_answer_to_residents(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await files(house, "bn", DRAIN)
    await opens(officer, 1)
    await officer.says("trả lời dân")
    await officer.says(typed.format(code=await _code(house, 2)))

    assert "Cống trước chợ Hạ" in officer.text
    assert await officer.asked() == "officer-reply.text"


async def test_a_sentence_with_a_code_in_it_is_an_answer(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("trả lời dân")
    await officer.says(f"Bà con gọi và đọc mã {await _code(house, 1)} giúp ạ")

    assert await officer.asked() == "officer-reply.send-0"


async def test_the_cases_of_an_officer_who_filed_nothing_are_their_work(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("việc của tôi")

    assert "Việc của anh/chị: 1" in officer.text


async def test_on_the_first_day_each_step_of_a_case_says_what_comes_next(house: House) -> None:
    token = await a_token(house, await an_account(house, "Hảo"))
    officer = await house.person("officer-Hảo").does(Event.STARTED, start=f"inv_{token}")
    await files(house)
    await officer.look()
    await officer.says("giờ làm gì đây")
    new = officer.text
    await officer.taps("Tiếp nhận")
    await officer.says("giờ sao nữa")
    accepted = officer.text
    await officer.taps("Chuyển cơ quan")
    await officer.says("không biết")
    unsure, asked = officer.text, await officer.asked()
    await officer.says("điện lực")
    await officer.says("thứ sáu")
    await officer.taps("Chuyển")
    await officer.says("rồi làm gì tiếp")

    assert "bấm “Tiếp nhận”" in new
    assert "bấm “Chuyển cơ quan”" in accepted
    assert ("nơi đứng đầu các nút" in unsure, asked) == (True, "officer-refer.authority")
    assert "bấm “Ghi trả lời”" in officer.text
    assert await state(house) == "referred"


async def test_without_a_case_in_view_who_knows_nothing_gets_the_help(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("giờ tôi phải làm gì")

    assert "Việc cần làm" in officer.text


async def test_an_administrator_names_who_is_let_in_and_takes_a_wrong_scope_back_in_words(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    for said in ("thêm cán bộ Trần Thị Hảo", "xã Quảng Điền", "Mặt trận", "Cán bộ", "đúng rồi thêm đi"):
        await person.says(said)
    added = person.text
    await person.says("đổi địa bàn cho Hảo")
    await person.taps("Chuyển hẳn")
    for said in ("xã Đan Điền", "Mặt trận", "đúng rồi đổi đi"):
        await person.says(said)
    await delivered(house)
    await person.says("nhầm rồi")

    assert "Trần Thị Hảo" in added
    assert "Đã đổi lại như trước: Mặt trận xã Quảng Điền, thành phố Huế" in person.text


async def test_a_leader_asks_for_the_cases_of_one_commune_and_what_people_speak_of(house: House) -> None:
    leader = await an_officer(house, "Minh", unit="46", roles=(Role.LEADER,))
    await files(house, "bn", DRAIN)
    await leader.look()
    await leader.says("cho anh xem việc của xã Quảng Điền")
    listed = leader.text
    await leader.says("tuần này dân kêu gì nhiều nhất")

    assert "Cống trước chợ Hạ" in listed
    assert "ản tin tuần" in leader.text
