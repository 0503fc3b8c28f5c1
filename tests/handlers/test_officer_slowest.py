"""A leader asks in plain words who is behind, and reads it for the period that was said."""

from __future__ import annotations

from datetime import date

import pytest

from domain.roles import Role
from handlers.officer.slowest import days_of, period_said, whose
from storage.slowness import By
from tests.handlers.officers import an_officer, at_the_authority, at_work, files
from tests.support.talk import House, Person

LEADER = {"roles": (Role.LEADER,)}


@pytest.mark.parametrize(
    ("typed", "by", "period"),
    [
        ("xã nào chậm nhất tháng này", By.COMMUNE, "month"),
        ("trong tháng này xã nào có nhiều việc quá hạn nhất", By.COMMUNE, "month"),
        ("xa nao cham nhat tuan truoc", By.COMMUNE, "last-week"),
        ("ai đang nhiều việc quá hạn nhất", By.OFFICER, ""),
        ("cán bộ nào làm chậm quý này", By.OFFICER, "quarter"),
        ("tổ chức nào trả lời chậm", By.ORGANISATION, ""),
        ("cơ quan nào trả lời chậm nhất tháng trước", By.OFFICE, "last-month"),
        ("which commune is slowest this year", By.COMMUNE, "year"),
        ("quá hạn xã Quảng Điền", None, ""),
        ("họ trả lời chậm", None, ""),
        ("cơ quan chậm trả lời dân", None, ""),
    ],
)
def test_whose_slowness_is_meant_and_when(typed: str, by: By | None, period: str) -> None:
    assert (whose(typed), period_said(typed)) == (by, period)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("week", date(2026, 11, 16), date(2026, 11, 19)),
        ("last-week", date(2026, 11, 9), date(2026, 11, 15)),
        ("month", date(2026, 11, 1), date(2026, 11, 19)),
        ("last-month", date(2026, 10, 1), date(2026, 10, 31)),
        ("quarter", date(2026, 10, 1), date(2026, 11, 19)),
        ("year", date(2026, 1, 1), date(2026, 11, 19)),
    ],
)
def test_a_period_that_is_not_over_ends_today(period: str, first: date, last: date) -> None:
    assert days_of(period, date(2026, 11, 19)) == (first, last)


async def _late(house: House) -> Person:
    """Return a leader of the province: one case is overdue with Lan, another commune is in time."""
    leader = await an_officer(house, "Minh", unit="46", **LEADER)
    lan, _ = await at_work(house)
    await lan.taps("Tiếp nhận")
    house.clock.advance(days=9)
    await files(house, "chi", "Rác chất đống sau chợ, phường Phong Điền, Huế cả tuần nay")
    await leader.look()
    return leader


async def test_the_communes_that_are_behind_stand_alone_and_open_their_cases(house: House) -> None:
    leader = await _late(house)
    await leader.says("xã nào chậm nhất tháng này")
    said = leader.text
    await leader.taps("Xem việc quá hạn")

    assert "• Xã Quảng Điền, thành phố Huế: 1 trên 1" in said
    assert "Phong Điền" not in said
    assert "mở từ 01/11/2026 đến 25/11/2026" in said
    assert "Đèn đường" in leader.text


async def test_a_month_before_there_was_anything_has_nobody_behind(house: House) -> None:
    leader = await _late(house)
    await leader.says("xã nào chậm nhất tháng trước")

    assert "Không có ai trễ" in leader.text


async def test_officers_and_organisations_are_told_apart(house: House) -> None:
    leader = await _late(house)
    await leader.says("ai đang nhiều việc quá hạn nhất")
    officers = leader.text
    await leader.says("tổ chức nào trả lời chậm")

    assert "• Lan: 1 trên 1" in officers
    assert "• Mặt trận: 1 trên 2" in leader.text


async def test_an_authority_is_late_with_what_it_answers_after_its_day_or_not_at_all(house: House) -> None:
    leader = await an_officer(house, "Minh", unit="46", **LEADER)
    officer, _ = await at_the_authority(house)
    house.clock.advance(days=20)
    await leader.says("cơ quan nào trả lời chậm nhất")
    owed = leader.text
    await officer.says("cơ quan trả lời là đã thay bóng")
    await officer.taps("Chưa")
    await officer.says("gửi")
    await leader.says("cơ quan nào trả lời chậm nhất tháng trước")

    assert "• Điện lực Quảng Điền: 1 trên 1" in owed
    assert "• Điện lực Quảng Điền: 1 trên 1" in leader.text


async def test_who_leads_nobody_compares_nobody(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("ai đang nhiều việc quá hạn nhất")

    assert "dành cho lãnh đạo" in officer.text
