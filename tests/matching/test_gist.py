"""What a text complains of, in the words of a report: ours, never the writer's."""

from __future__ import annotations

import pytest

from matching.data import rows
from matching.understanding.gist import Gist, gist

KNOWN = {(role, wording) for role, _, wordings in rows("relations.tsv") for wording in wordings.split("|")}


@pytest.mark.parametrize(
    ("text", "subject", "words"),
    [
        ("Đèn đường ngõ 12 tắt gần tuần nay, tối om", "ha_tang", "đèn chiếu sáng không hoạt động"),
        ("đèn đừơng chung cư Bình Minh ko sáng may bửa nay", "ha_tang", "đèn chiếu sáng không hoạt động"),
        ("nha may nuoc thôn Đông chay bom mat nuoc", "ha_tang", "mất nước, thiếu nước sinh hoạt"),
        ("Cấy cột điện cạnh nhà văn hóa thôn Đông nứt lòi cả cốt sắt rồi", "ha_tang", "cột điện hư hỏng, có nguy cơ gãy đổ"),
        ("Lò mổ trâu bò giữa thôn Đông làm từ 1 giờ sáng", "moi_truong", "cơ sở giết mổ gây ô nhiễm môi trường"),
        ("cty nợ lương 2 tháng, tụi em hỏi thì bị dọa đuổi", "lao_dong", "nợ lương, chậm trả lương"),
    ],
)  # fmt: skip
def test_dialect_missing_marks_and_teencode_come_out_as_one_official_wording(text: str, subject: str, words: str):
    assert gist(text, subject) == Gist(words, is_trouble=True)


def test_what_is_asked_for_is_no_trouble():
    assert gist("Xin tro cap cho chau mo coi o thôn Đông", "an_sinh") == Gist(
        "chi trả trợ cấp xã hội", is_trouble=False
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Xin mở lớp dạy đàn tranh", "van_hoa"),
        ("", "ha_tang"),
        ("Đường nhà tôi không ngập, xin cảm ơn", "ha_tang"),
        ("Đèn đường tắt", "giao_duc"),
        ("Chợ Cầu Sập đông vui", "giao_thong"),
    ],
)
def test_what_is_not_clear_is_denied_a_name_or_of_another_subject_has_no_gist(text: str, subject: str):
    assert gist(text, subject) is None


def test_every_line_names_wordings_that_are_looked_for():
    lines = [(things, troubles) for _, _, _, things, troubles in rows("gists.tsv")]

    unknown = [
        one
        for line in lines
        for role, column in zip("ot", line, strict=True)
        for one in column.split("|")
        if one != "-" and (role, one.removeprefix("@")) not in KNOWN
    ]
    assert unknown == []
    assert all(line != ("-", "-") for line in lines)
