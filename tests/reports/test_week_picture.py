"""The picture of a leader's week: whole on a phone, every number in it, none of it outside of its frame."""

from __future__ import annotations

import re
import struct

import pytest

from reports.sketch import WIDTH, text_width
from reports.week_picture import MARGIN, WeekPicture, WeekRow, draw_week
from reports.wire import PicturesJob, decode_done, decode_job, encode_done, encode_job
from reports.worker import work

LABELS = ("Tiếp nhận", "Vụ việc", "Đã trả lời", "Đúng hạn", "Quá hạn")


def a_picture(*numbers: tuple[int, int], place: str = "Mặt trận xã Quảng Điền") -> WeekPicture:
    rows = tuple(
        WeekRow(label, now, before, warns=label == "Quá hạn")
        for label, (now, before) in zip(LABELS, numbers, strict=False)
    )
    return WeekPicture("Tuần 16/11/2026 – 22/11/2026", place, "Tuần này", "Tuần trước", rows)


USUAL = a_picture((42, 30), (35, 28), (18, 20), (15, 17), (7, 4))
NOTHING = a_picture(*[(0, 0)] * 5)
HUGE = a_picture((123_456, 98_765), (100_000, 1), (3, 2), (1, 0), (99_999, 5), place="Ủy ban Mặt trận Tổ quốc " * 6)


def texts(svg: str) -> list[tuple[float, float, float, str]]:
    """Return x, y, size and words of every text that is drawn."""
    found = re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    return [(float(x), float(y), float(size), words) for x, y, size, words in found]


@pytest.mark.parametrize("picture", [USUAL, NOTHING, HUGE], ids=["usual", "nothing", "huge"])
def test_it_is_four_by_three_and_nothing_is_outside_of_it(picture):
    svg = draw_week(picture)
    width, height = (float(value) for value in re.search(r'width="([\d.]+)" height="([\d.]+)"', svg).groups())

    assert width / height == pytest.approx(4 / 3)
    for x, y, size, words in texts(svg):
        assert x + text_width(words, size) <= WIDTH + MARGIN, words
        assert 0 < y <= height - MARGIN, words
    for x, y, bar, tall in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg):
        assert float(x) + float(bar) <= WIDTH
        assert float(y) + float(tall) <= height - 2 * MARGIN + 1


def test_letters_are_large_enough_for_a_phone():
    """In a bubble of 280 points the smallest letters are ten points high."""
    smallest = min(size for _, _, size, _ in texts(draw_week(USUAL)))

    assert smallest * 280 / (WIDTH + 2 * MARGIN) >= 10


def test_every_label_and_number_is_there_and_what_is_overdue_warns():
    svg = draw_week(USUAL)

    said = [words for *_, words in texts(svg)]
    assert set(LABELS) <= set(said)
    assert {"42", "30", "7", "4"} <= set(said)
    assert svg.count("#b3261e") == 1
    assert "#b3261e" not in draw_week(NOTHING)


def test_bars_are_as_long_as_their_numbers():
    svg = draw_week(USUAL)
    bars = [
        float(width) for x, width in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg) if x == "176"
    ]

    assert bars[0] / bars[1] == pytest.approx(42 / 30, abs=0.01)
    assert max(bars) == bars[0]


def test_the_process_that_draws_makes_a_small_png_of_each():
    done = decode_done(encode_done(work(decode_job(encode_job(PicturesJob((USUAL, HUGE)))))))

    assert (done.error, sorted(done.documents)) == ("", ["0", "1"])
    for image in done.documents.values():
        assert image.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", image[16:24])
        assert (width, height / width) == (660, pytest.approx(3 / 4, abs=0.01))
        assert len(image) < 60_000
    assert done.documents["0"] != done.documents["1"]
