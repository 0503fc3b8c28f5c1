"""Two parts of a text that were read apart are put together as if they had been read at once."""

from __future__ import annotations

import pytest

from matching.reading import read
from matching.reading.joining import SEAM, read_joined

STORY = "Đèn đường trước nhà số 12 hẻm 5/7 hỏng hai tuần nay, tối rất nguy hiểm"
PLACE = "Chỗ gần cổng trường, đối diện nhà văn hóa số 3"


def at_once_and_joined(story: str, place: str) -> bool:
    text = f"{story}{SEAM}{place}"
    return read_joined(text, len(story) + len(SEAM)) == read.__wrapped__(text)


def test_a_story_and_its_place_are_not_read_again() -> None:
    known = read(STORY), read(PLACE)
    read_before = read.cache_info().misses

    joined = read_joined(f"{STORY}{SEAM}{PLACE}", len(STORY) + len(SEAM))

    assert len(joined.tokens) == sum(len(one.tokens) for one in known)
    assert read.cache_info().misses == read_before


@pytest.mark.parametrize("place", [PLACE, "(cạnh trường)", "ngõ 12", "30 tháng 4", "- chợ", "tdp 5", "năm ngoái", "ạ"])
@pytest.mark.parametrize(
    "story",
    [STORY, STORY + ".", STORY + " ", "rác đổ đầy xóm", "nợ ba tỷ đồng", "Xe chạy từ 8 giờ", "cống nghẹt ở tổ 4!"],
)
def test_joined_is_as_read_at_once(story: str, place: str) -> None:
    assert at_once_and_joined(story, place)


@pytest.mark.parametrize(
    ("story", "place"),
    [
        ("cắt điện từ ngày 30", "tháng 4 tới"),
        ("hỏng từ ngày", "30 tháng 4"),
        ("no cong ty ba ty", "dong tien"),
        ("đèn hỏng ở tdp", "5 gần chợ"),
        ("báo mãi mà k", "ai sửa"),
        ("hỏi ubnd p", "Tân An"),
        ("xem ở http://a", "b.vn"),
        ("viết cho a@b", "com"),
        ("hem nay toi qua troi", "Chỗ gần cổng trường"),
        ("d9e2n d9u7o72ng ho3ng", "trước chợ"),
        ("đèn hỏng", "d9oi61 die65n cho75"),
        ("", "trước chợ"),
        ("đèn hỏng", "…"),
    ],
)
def test_what_reaches_over_the_seam_is_read_at_once(story: str, place: str) -> None:
    assert at_once_and_joined(story, place)


def test_a_text_that_is_too_long_is_cut_as_ever() -> None:
    assert at_once_and_joined("đường hỏng " * 600, PLACE)
