"""Drawings: valid, never outside their frame, readable without colours."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts import described, draw, nice_top, titled
from reports.sketch import WIDTH, text_width, wrapped
from reports.value import BarChart, ColumnChart, LineChart, MapPoint, PointMap, Series
from reports.word import png_of
from tests.reports.samples import charts

NAMES = {chart.id: chart for chart in charts()}


def numbers(svg: str, name: str) -> list[float]:
    return [float(value) for value in re.findall(rf'\b{name}="(-?[\d.]+)"', svg)]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_a_drawing_is_xml_and_stays_in_its_frame(chart):
    svg = draw(chart)

    ET.fromstring(svg)
    assert all(0 <= x <= WIDTH for x in numbers(svg, "x") + numbers(svg, "cx") + numbers(svg, "x2"))
    assert all(value > 0 for value in numbers(svg, "height"))


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_a_drawing_is_the_same_each_time(chart):
    assert draw(chart) == draw(chart)


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_a_chart_becomes_a_picture(chart):
    assert png_of(titled(chart)).startswith(b"\x89PNG")


def test_every_bar_carries_its_total():
    svg = draw(NAMES["chart_subjects"])

    assert [total in svg for total in (">300<", ">232<", ">24<")] == [True] * 3


def test_names_are_escaped():
    chart = BarChart("b", "", "", ("<script>&", "x"), (Series("a & b", (1, 2)), Series("c", (1, 2))))

    assert "<script>" not in draw(chart)


counts = st.one_of(st.none(), st.integers(0, 10**7))


@given(st.lists(st.tuples(st.text(max_size=60), counts, counts), min_size=1, max_size=14))
def test_any_bars_columns_and_lines_can_be_drawn(rows):
    names, first, second = zip(*rows, strict=True)
    series = (Series("một", first), Series("hai", second))

    for chart in (
        BarChart("c", "", "", names, series),
        ColumnChart("c", "", "", names, series),
        LineChart("c", "", "", names, series, percent=True),
    ):
        ET.fromstring(draw(chart))
        assert described(chart)


@given(
    st.lists(
        st.tuples(st.floats(8, 23), st.floats(102, 110), st.integers(0, 5000), st.integers(0, 50)),
        min_size=1,
        max_size=40,
    )
)
def test_any_units_can_be_drawn_as_a_map(rows):
    points = tuple(
        MapPoint(north, east, f"Xã {at}", value, min(part, value)) for at, (north, east, value, part) in enumerate(rows)
    )
    svg = draw(PointMap("m", "", "vụ", points, "quá hạn"))

    ET.fromstring(svg)
    assert all(-1 <= x <= WIDTH + 1 for x in numbers(svg, "cx"))


def test_the_north_is_up_and_the_east_is_right():
    svg = draw(PointMap("m", "", "vụ", (MapPoint(13.0, 108.0, "nam tây", 5), MapPoint(14.0, 109.0, "bắc đông", 9))))

    (big_x, small_x), (big_y, small_y) = numbers(svg, "cx")[:2], numbers(svg, "cy")[:2]
    assert big_x > small_x
    assert big_y < small_y


@given(st.lists(st.one_of(st.none(), st.floats(0, 10**8)), max_size=10))
def test_an_axis_ends_at_or_above_the_highest_value(values):
    top = nice_top(values)

    assert top >= max((value for value in values if value is not None), default=0)
    assert top >= 4
    assert top / 4 == round(top / 4)


@pytest.mark.parametrize(
    ("highest", "top"), [(3, 4), (46, 60), (9, 12), (81, 100), (5, 8), (1_030, 1_200), (960, 1_000)]
)
def test_columns_fill_most_of_their_frame(highest, top):
    assert nice_top([highest]) == top


@given(st.text("abcđeê ưMW", max_size=80), st.integers(1, 3))
def test_wrapped_lines_fit(text, at_most):
    lines = wrapped(text, 120, 15, at_most=at_most)

    assert len(lines) <= at_most
    assert all(text_width(line, 15) <= 120 or len(line) <= 2 for line in lines)


def test_a_description_names_what_is_drawn():
    words = described(NAMES["chart_on_time"])

    assert words.startswith("Tỷ lệ trả lời đúng hạn (%). T1: 61,0%, –; ")


def test_an_empty_series_is_drawn_without_a_line():
    chart = msgspec.structs.replace(NAMES["chart_on_time"], series=(Series("a", (None,) * 9),))

    assert "<circle" not in draw(chart)
