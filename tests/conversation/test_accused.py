"""Whom a denunciation names by post or office: told from words alone, never from somebody's name."""

from __future__ import annotations

import pytest

from conversation.accused import accused_in
from domain.routing import Accused
from matching.understanding import understand


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Chủ tịch xã nhận tiền của doanh nghiệp để cấp đất", Accused.COMMUNE),
        ("Cán bộ Mặt trận xã lấy 2 triệu tiền cứu trợ bão của nhà tôi", Accused.COMMUNE),
        ("Mặt trận xã lấy tiền cứu trợ chia cho nhau", Accused.COMMUNE),
        ("Bí thư đoàn xã lấy tiền quỹ đoàn", Accused.COMMUNE),
        ("Chủ tịch UBND tỉnh bao che cho công ty xả thải, nhận hối lộ", Accused.PROVINCE),
        ("giam doc so nhan hoi lo de cap mo cat", Accused.PROVINCE),
        ("Chủ tịch Mặt trận tỉnh tham ô tiền ủng hộ bão lụt", Accused.PROVINCE_FRONT),
        ("Ủy ban Mặt trận Tổ quốc thành phố lấy tiền quỹ người nghèo chia nhau", Accused.PROVINCE_FRONT),
        ("Ông Bảy lấn đất công, nhận tiền", Accused.NOBODY),
    ],
)
def test_who_is_accused_is_told_by_post_or_office(text: str, accused: Accused) -> None:
    assert accused_in(text, understand(text)) is accused


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Nhờ Mặt trận tỉnh giúp: chủ tịch xã nhận hối lộ", Accused.COMMUNE),
        ("Tôi gửi đơn lên chủ tịch tỉnh rồi: chủ tịch xã nhận hối lộ", Accused.COMMUNE),
        ("Tôi đã gửi đơn lên Mặt trận tỉnh, nay tố cáo ông Bảy lấn đất công, nhận tiền", Accused.NOBODY),
        ("Chủ tịch xã nhận tiền, Mặt trận tỉnh biết mà chưa trả lời", Accused.COMMUNE),
    ],
)
def test_an_office_that_is_turned_to_is_not_accused(text: str, accused: Accused) -> None:
    assert accused_in(text, understand(text)) is accused
