"""A leader asks whether residents are satisfied, or names a period alone, and reads the figures of it."""

from __future__ import annotations

import pytest

from domain.kinds import Organisation
from domain.roles import Role
from tests.handlers.officers import DRAIN, an_officer, files, opens
from tests.support.talk import House, Person

LEADER = {"roles": (Role.OFFICER, Role.LEADER)}


async def _closes(officer: Person, case_id: int = 1) -> None:
    await opens(officer, case_id)
    await officer.taps("Tiếp nhận")
    for said in ("đóng vụ này", "đã giải thích", "Điện lực hẹn thay bóng", "bỏ qua", "gửi"):
        await officer.says(said)


async def _two_closed_one_rated(house: House) -> Person:
    """Return a leader after two cases were closed, of which one was rated with a sentence."""
    officer, leader = await an_officer(house), await an_officer(house, "Bình", **LEADER)
    resident = await files(house)
    await files(house, "binh", DRAIN)
    await _closes(officer, 1)
    await _closes(officer, 2)
    await resident.look()
    await resident.taps("Chưa hài lòng")
    await resident.says("thay bóng ba hôm lại hỏng")
    await leader.look()
    return leader


ONE_OF_TWO = "Người dân đánh giá: 1 trên 2 vụ việc đã đóng (rất hài lòng 0, hài lòng 0, chưa hài lòng 1)"


@pytest.mark.parametrize(
    "typed",
    [
        "dân có hài lòng không",
        "dan co hai long khong",
        "bao nhiêu người hài lòng",
        "bao nhieu nguoi chua hai long",
        "bà con có hài lòng không",
        "người dân đánh giá thế nào",
        "tỷ lệ hài lòng tháng này",
        "tháng này dân hài lòng không",
    ],
)
async def test_a_leader_who_asks_reads_how_residents_rated_and_none_of_their_sentences(
    house: House, typed: str
) -> None:
    leader = await _two_closed_one_rated(house)
    leader.heard = []

    await leader.says(typed)

    assert ONE_OF_TWO in leader.text
    assert "%" not in leader.text
    assert "ba hôm" not in leader.text


async def test_ratings_stand_among_the_figures(house: House) -> None:
    leader = await _two_closed_one_rated(house)

    await leader.says("số liệu")

    assert ONE_OF_TWO in leader.text


async def test_what_was_closed_before_the_days_of_the_figures_is_not_counted(house: House) -> None:
    leader = await _two_closed_one_rated(house)
    house.clock.advance(days=8)

    await leader.says("số liệu")

    assert "Người dân đánh giá: chưa có, vì chưa đóng vụ việc nào" in leader.text


async def test_of_no_rating_no_share_is_told(house: House) -> None:
    officer, leader = await an_officer(house), await an_officer(house, "Bình", **LEADER)
    await files(house)
    await _closes(officer)

    await leader.says("dân có hài lòng không")

    assert "Người dân đánh giá: chưa có, trong 1 vụ việc đã đóng" in leader.text


async def test_another_bodys_leader_reads_no_rating_of_it(house: House) -> None:
    await _two_closed_one_rated(house)
    other = await an_officer(house, "Mai", organisation=Organisation.WOMEN, **LEADER)

    await other.says("dân có hài lòng không")

    assert "chưa đóng vụ việc nào" in other.text


async def test_an_officer_who_leads_nobody_and_a_resident_read_no_ratings(house: House) -> None:
    await _two_closed_one_rated(house)
    officer, resident = await an_officer(house, "Hoa"), house.person("chi")

    await officer.says("dân có hài lòng không")
    await resident.says("dân có hài lòng không")

    assert "vụ việc đã đóng" not in officer.text + resident.text


@pytest.mark.parametrize("typed", ["tuần", "tuần này", "tuan nay", "tháng", "thang nay", "quý", "quy nay", "năm nay"])
async def test_a_period_alone_is_answered_with_its_figures(house: House, typed: str) -> None:
    leader = await _two_closed_one_rated(house)

    await leader.says(typed)

    assert "• Vụ việc mới: 2" in leader.text
    assert "• Vụ việc đã đóng: 2" in leader.text
    assert ONE_OF_TWO in leader.text


@pytest.mark.parametrize("typed", ["tuần trước", "thang truoc"])
async def test_a_period_that_is_over_has_only_what_was_in_it(house: House, typed: str) -> None:
    leader = await _two_closed_one_rated(house)

    await leader.says(typed)

    assert "• Vụ việc mới: 0" in leader.text


async def test_who_leads_nobody_reads_no_figures_of_a_period(house: House) -> None:
    officer = await an_officer(house)

    await officer.says("tuần này")

    assert "Vụ việc mới" not in officer.text


@pytest.mark.parametrize("typed", ["tuần", "thang nay", "quý"])
async def test_a_residents_period_is_no_question_for_figures(house: House, typed: str) -> None:
    await _two_closed_one_rated(house)
    resident = house.person("chi")

    await resident.says(typed)

    assert "Vụ việc" not in resident.text
