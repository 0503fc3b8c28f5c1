"""Thanks, mended, back again, or one more complaint: one reading for duplicates and for understanding."""

from __future__ import annotations

import pytest

from benchmarks.duplicates import streams, thanks
from matching.outcome import _compiled, find_cues, names, read_cues
from matching.reading import read
from matching.text import strip_marks
from matching.understanding import understand

OVER = [
    "Đèn ngõ 12 đã sửa xong, sáng rồi, cảm ơn phường.",
    "Thang máy chạy lại rồi, cả chung cư cảm ơn.",
    "Nước máy trong lại rồi, hết mùi, xin cảm ơn công ty.",
    "Đường vào xóm đã đổ bê tông xong, bà con phấn khởi.",
    "Nắp cống được kê lại, xe qua không kêu nữa. Cảm ơn.",
]
SETS = ("written", "more", "neighbours", "alike", "own")
NOT_OVER = [
    "Đèn hỏng chưa ai sửa, xin cảm ơn.",
    "Đường sửa xong chưa được tháng lại hỏng.",
    "Đề nghị phường sửa đèn. Trân trọng cảm ơn.",
    "Rác chất đống nghiêng hẳn ra đường, không ai dọn.",
    "Cầu gỗ mục hết rồi, đi sợ lắm.",
    "Cảm ơn phường đã vá đường, nhưng nửa còn lại vẫn lồi lõm.",
    "Đèn đã sửa rồi mà tối qua lại tắt.",
    "Mấy tháng nay mở vòi ra toàn nước đục.",
]


@pytest.mark.parametrize("text", [*OVER, *map(strip_marks, OVER)])
def test_a_text_that_reports_the_end_of_the_trouble_is_over(text: str) -> None:
    assert read_cues(read(text)).resolved


@pytest.mark.parametrize("text", [*NOT_OVER, *map(strip_marks, NOT_OVER)])
def test_a_complaint_with_polite_words_is_not_over(text: str) -> None:
    assert not read_cues(read(text)).resolved


def test_a_mended_trouble_that_nothing_else_confirms_is_doubtful_without_marks() -> None:
    marked, plain = (read_cues(read(text)) for text in ("Đá đã đổ", "da da do"))

    assert (marked.says("plain"), plain.says("plain")) == (False, True)
    assert plain.over < marked.over


def test_without_marks_stones_that_fell_are_nothing_mended() -> None:
    assert not read_cues(read("da do chan duong len ban")).resolved


@pytest.mark.parametrize("text", [*OVER, *NOT_OVER])
def test_understanding_reads_no_other_end_than_the_cues(text: str) -> None:
    known = understand(text)

    assert known.is_fixed is read_cues(read(text)).is_fixed


def test_what_overlaps_is_pointed_at_once() -> None:
    reading = read("Đèn ngõ 12 đã sửa xong, cảm ơn phường.")

    found = [(what, [token.expanded for token in reading.tokens[first : last + 1]]) for what, first, last in
             find_cues(reading, read_cues(reading))]  # fmt: skip

    assert found == [("fixed", ["đã", "sửa", "xong"]), ("thanks", ["cảm", "ơn"])]


def test_a_danger_is_not_silenced_by_words_that_only_look_like_an_end() -> None:
    assert understand("Tường nghiêng hẳn về phía lớp, sắp sập, đè trúng học sinh").danger


def test_no_cue_is_passed_over_for_want_of_the_words_that_it_needs() -> None:
    readings = [read(raw["text"]) for name in SETS for raw in streams.stored(name)]
    readings += [read(text) for text, _ in thanks.load(thanks.LEARNT) + thanks.load(thanks.MEASURED)]
    readings += [read(strip_marks(reading.written)) for reading in readings if reading.is_marked]

    missed = {
        (name, reading.written)
        for reading in readings
        for words in [reading.expanded if reading.is_marked else reading.folded]
        for compiled in [_compiled(is_marked=reading.is_marked)]
        for name, one, told in zip(names()[1:], compiled.all, compiled.found_in(words), strict=True)
        if one.pattern.search(words) and not told
    }

    assert missed == set()
