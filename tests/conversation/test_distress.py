"""Who speaks of dying, and who only curses or complains with the word: both as people really write it."""

from __future__ import annotations

import pytest

from conversation.distress import distress_in
from matching.text import fold

DYING = (
    # children
    "con muốn chết cô ơi",
    "em k muốn sống nữa đâu",
    "em chỉ muốn biến mất thôi",
    "cháu ước gì cháu không được sinh ra",
    "bạn bảo em chết đi cho rồi, em thấy cũng đúng",
    "tụi nó đánh con hoài, con định nhảy lầu",
    "e mún chết quá",
    "con rạch tay mấy lần rồi mà không ai biết",
    "em mệt lắm, em muốn kết thúc tất cả",
    # the elderly
    "bà chỉ muốn chết thôi cháu ơi",
    "già rồi sống chỉ khổ con cháu, chết đi cho đỡ khổ",
    "ông muốn đi theo bà cho rồi",
    "đau ốm mãi thế này, chỉ mong nhắm mắt xuôi tay cho con nó khỏi khổ",
    "sống thế này thà chết còn hơn",
    "tôi chán sống lắm rồi",
    "tui nằm một chỗ mười năm, hổng muốn sống nữa",
    # debts
    "nợ nhiều quá muốn chết",
    "vay tín dụng đen 200 triệu nó dọa cả nhà, giờ chỉ còn đường chết",
    "tôi hết đường sống rồi",
    "chắc tôi uống thuốc sâu cho xong",
    "tôi viết thư tuyệt mệnh rồi, xin lỗi mọi người",
    "nhà hết gạo, mẹ con tôi ôm nhau chết cho xong",
    "tôi sẽ nhảy cầu đêm nay",
    "tôi không thiết sống nữa",
    # somebody near
    "con gái tôi đòi tự tử từ hôm qua",
    "chồng tôi đang dọa treo cổ",
    "mấy ông không giải quyết thì tôi chết cho mấy ông vừa lòng",
    "vợ bỏ, nhà cháy, chết quách cho xong",
    "tôi không muốn sống",
    "toi uong thuoc tru sau roi",
)

CURSING = (
    "chết đi cho rồi mấy ông cán bộ",
    "mấy ông cán bộ chết đi cho rồi",
    "chết quách đi lũ tham nhũng",
    "thằng hàng xóm mở loa, chết quách cho xong mày ơi",
    "cho nó chết quách cho xong",
    "nóng chết đi được",
    "chết dở với cái đường này",
    "tức chết đi được với cái một cửa",
    "mệt muốn chết mà giấy tờ chưa xong",
    "hôi muốn chết, cống không ai dọn",
    "làm giấy khổ muốn chết",
    "ồn muốn chết không ngủ được",
    "chờ kết quả chờ đến chết",
    "cười chết mất",
    "chết cha, quên ghi số nhà",
    "chết tiệt cái đèn lại hỏng",
    "cá chết trắng cả hồ",
    "chó chết thối ở đầu ngõ",
    "đường này có ngày chết người",
    "điện thoại tôi chết máy",
    "sợ chết khiếp mỗi lần xe ben chạy qua",
    "dân sống không bằng chết vì khói",
    "bà con muốn chết vì mùi trại lợn",
    "tôi không muốn sống chung với bãi rác này",
    "đề nghị kết thúc tất cả các khoản thu sai",
    "mày chán sống à, nó dọa nhà tôi như vậy",
    "thà chết chứ tôi không nộp khoản này",
    "trẻ con nhảy cầu tắm sông nguy hiểm lắm, đề nghị rào lại",
    "năm ngoái có người nhảy cầu tự tử, đề nghị làm lan can",
    "hàng quán chết hết vì rào đường",
    "Loa kẹo kéo đánh thức cả xóm, muốn chết luôn vì ồn",
    "cá nuôi của tôi chết đầy ao",
    "chặn sông lấy cát",
    "con đường chết người này bao giờ sửa",
    "tôi muốn tư vấn về thủ tục đất",
    "xã nói sẽ từ từ giải quyết",
    "nhà tôi sắp treo cờ ngày lễ mà cột gãy",
    "tôi thật có lỗi vì gửi trễ",
)


@pytest.mark.parametrize("text", DYING)
def test_who_speaks_of_dying_is_heard(text: str) -> None:
    assert distress_in(text, danger=False).self_harm


@pytest.mark.parametrize("text", DYING)
def test_who_speaks_of_dying_without_marks_is_heard(text: str) -> None:
    assert distress_in(fold(text), danger=False).self_harm


@pytest.mark.parametrize("text", CURSING)
def test_a_curse_or_a_figure_of_speech_is_no_wish_to_die(text: str) -> None:
    assert not distress_in(text, danger=False).self_harm


@pytest.mark.parametrize("text", CURSING)
def test_a_curse_without_marks_is_no_wish_to_die(text: str) -> None:
    assert not distress_in(fold(text), danger=False).self_harm
