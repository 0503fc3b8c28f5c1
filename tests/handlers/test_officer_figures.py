"""A leader asks how things stand, and reads the figures of their units."""

from __future__ import annotations

import pytest

from domain.kinds import Organisation
from domain.roles import Role
from tests.handlers.officers import DRAIN, an_officer, at_the_authority, files, opens
from tests.support.talk import House

LEADER = {"roles": (Role.OFFICER, Role.LEADER)}


@pytest.mark.parametrize(
    "typed",
    [
        "số liệu",
        "tình hình",
        "bao nhiêu",
        "có bao nhiêu việc",
        "tình hình sao rồi",
        "so lieu",
        "con bao nhieu viec chua xu ly",
    ],
)
async def test_a_leader_reads_what_is_open_new_and_overdue_in_their_units(house: House, typed: str) -> None:
    leader = await an_officer(house, "Bình", **LEADER)
    await files(house, "an")
    house.clock.advance(days=8)
    await files(house, "binh", DRAIN)

    await leader.says(typed)

    assert "Mặt trận xã Quảng Điền, thành phố Huế" in leader.text
    assert "Đang mở: 2 vụ việc" in leader.text
    assert "Mới trong 7 ngày (từ 18/11/2026): 1" in leader.text
    assert "Quá hạn: 1" in leader.text
    assert {"Quá hạn (1)", "Toàn địa bàn (2)", "Bản tin tuần"} <= set(leader.labels)


async def test_what_authorities_owe_stands_with_their_names(house: House) -> None:
    await at_the_authority(house)
    leader = await an_officer(house, "Bình", **LEADER)
    house.clock.advance(days=14)

    await leader.says("số liệu")

    assert "Cơ quan còn nợ trả lời, đã quá hạn: 1" in leader.text
    assert "• Điện lực Quảng Điền: 1 việc" in leader.text


async def test_answers_in_time_are_counted(house: House) -> None:
    officer, _ = await at_the_authority(house)
    leader = await an_officer(house, "Bình", **LEADER)
    await opens(officer)
    await officer.says("cơ quan trả lời là đã thay bóng")
    while "Ghi trả lời" not in officer.text and "Chưa hỏi" in officer.labels:
        await officer.taps("Chưa hỏi")
    await officer.says("gửi")
    await leader.says("số liệu")

    assert "Cơ quan trả lời trong 7 ngày: 1, đúng hạn 1" in leader.text


async def test_a_case_that_an_authority_gave_back_was_not_answered(house: House) -> None:
    officer, _ = await at_the_authority(house)
    leader = await an_officer(house, "Bình", **LEADER)
    await opens(officer)
    await officer.taps("Thêm…")
    await officer.taps("Cơ quan trả lại")
    await officer.says("không thuộc thẩm quyền")
    await officer.taps("Ghi lại")
    await leader.says("số liệu")

    assert "Cơ quan trả lời trong 7 ngày: 0" in leader.text


async def test_the_week_is_one_tap_away(house: House) -> None:
    leader = await an_officer(house, "Bình", **LEADER)
    await files(house)
    await leader.says("số liệu")

    await leader.taps("Bản tin tuần")

    assert "Bản tin tuần" in leader.text


async def test_another_bodys_leader_sees_none_of_it(house: House) -> None:
    await files(house)
    leader = await an_officer(house, "Mai", organisation=Organisation.WOMEN, **LEADER)

    await leader.says("số liệu")

    assert "Đang mở: 0 vụ việc" in leader.text


@pytest.mark.parametrize(
    "typed", ["quang dien the nao", "Quảng Điền có gì không", "cho tôi số liệu tuần này của Quảng Điền"]
)
async def test_a_commune_of_theirs_is_known_by_its_bare_name(house: House, typed: str) -> None:
    leader = await an_officer(house, "Bình", unit="46", **LEADER)
    await files(house)
    await leader.look()

    await leader.says(typed)

    assert leader.text.startswith("Xã Quảng Điền, thành phố Huế, lúc")


async def test_a_commune_elsewhere_is_not_told_of(house: House) -> None:
    leader = await an_officer(house, "Bình", unit="19753", **LEADER)
    await files(house)

    await leader.says("quang dien the nao")

    assert "Đang mở" not in leader.text


@pytest.mark.parametrize("typed", ["tình hình tháng này", "ket qua thang truoc", "tháng này đóng được bao nhiêu việc"])
async def test_what_a_leader_asks_of_a_month_is_told_beside_the_last(house: House, typed: str) -> None:
    leader = await an_officer(house, "Bình", **LEADER)

    await leader.says(typed)

    assert "cả tháng trước" in leader.text


async def test_this_month_stands_beside_the_last_as_far_as_both_have_come(house: House) -> None:
    leader = await an_officer(house, "Bình", **LEADER)
    await files(house, "an")  # on 16 November
    house.clock.advance(days=10)
    await files(house, "binh", DRAIN)  # on 26 November
    house.clock.advance(days=24)  # 20 December
    await leader.says("tháng này so với tháng trước")

    assert "từ 01/12/2026 đến 20/12/2026, so với từ 01/11/2026 đến 20/11/2026" in leader.text
    assert "• Vụ việc mới: 0 (cùng kỳ 1, cả tháng trước 2)" in leader.text


async def test_a_long_month_is_held_against_all_of_a_short_one(house: House) -> None:
    leader = await an_officer(house, "Bình", **LEADER)
    house.clock.advance(days=15 + 30 + 31 + 28 + 31 - 1)  # 31 March
    await leader.says("so với tháng trước")

    assert "so với từ 01/02/2027 đến 28/02/2027" in leader.text


async def test_who_leads_nobody_is_told_for_whom_the_months_are(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("tháng này so với tháng trước")

    assert "dành cho lãnh đạo" in officer.text
