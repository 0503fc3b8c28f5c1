"""What a petition's text already tells, as the form needs it."""

from __future__ import annotations

import pytest

from domain.kinds import Organisation
from handlers.hearing import hear
from tests.support.talk import gazetteer


@pytest.mark.parametrize(
    "text",
    [
        "Chị Hội trưởng Hội Phụ nữ xã Quảng Điền thu tiền hội phí nhiều lần mà không ghi sổ, tôi muốn khiếu nại",
        "toi to cao ba chu tich hoi phu nu xa an chan qua Tet cua chi em",
        "cán bộ công đoàn công ty lấy tiền quà Tết của công nhân",
        "hội nông dân xã cho vay thiên vị người nhà",
    ],
)
def test_a_body_that_is_complained_about_is_not_offered_as_the_receiver(text: str) -> None:
    heard = hear(gazetteer(), text)

    assert heard.guarded is not None
    assert heard.organisation is Organisation.FRONT


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("giám đốc công ty ăn chặn lương công nhân, mong bên công đoàn can thiệp", Organisation.TRADE_UNION),
        ("quản đốc ăn chặn lương công nhân", Organisation.TRADE_UNION),
        ("chồng đánh tôi suốt, nhờ hội phụ nữ giúp", Organisation.WOMEN),
        ("đề nghị hội phụ nữ mở lớp nấu ăn", Organisation.WOMEN),
    ],
)
def test_a_body_that_is_turned_to_is_offered(text: str, organisation: Organisation) -> None:
    assert hear(gazetteer(), text).organisation is organisation
