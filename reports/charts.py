"""
Charts as SVG text: the same drawing goes into the PDF, as PNG into the DOCX, and into a chat.

Drawn to be read in black and white on paper: few colours of clearly different darkness, the number at each bar, no
decoration. Maps have no outlines (none may be shipped): units without a case are drawn as small grey dots, and together
they show the shape of the province.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from reports.maps import draw_map
from reports.numbers import clean, count_words, percent_words
from reports.sketch import AXIS, COLOURS, GRID, PAPER_INK, WIDTH, Sketch, text_width, wrapped
from reports.value import BarChart, Chart, ColumnChart, LineChart, PointMap, Series
from texts import say

FONT_SIZE: Final = 15
TITLE_SIZE: Final = 19
BAR_HEIGHT: Final = 20
BAR_GAP: Final = 12
PLOT_HEIGHT: Final = 250
LABEL_WIDTH: Final = 210
VALUE_ROOM: Final = 56
"""Room for the number behind the longest bar."""


def draw(chart: Chart) -> str:
    """Return the chart as a complete SVG document; its title and unit are left to the page around it."""
    match chart:
        case BarChart():
            return _bars(chart)
        case ColumnChart():
            return _columns(chart)
        case LineChart():
            return _lines(chart)
        case PointMap():
            return draw_map(chart)


def titled(chart: Chart) -> str:
    """Return the chart with its title and unit above it and white around it: for a chat, where no page is around it."""
    drawn = draw(chart)
    height = float(drawn.split('height="', 1)[1].split('"', 1)[0])
    inner = drawn.split(">", 1)[1].removesuffix("</svg>")
    title = wrapped(clean(chart.title), WIDTH, TITLE_SIZE, at_most=2)
    sketch = Sketch()
    for at, line in enumerate(title, 1):
        sketch.text(WIDTH / 2, at * (TITLE_SIZE + 4), line, TITLE_SIZE, anchor="middle", bold=True)
    top = len(title) * (TITLE_SIZE + 4) + 8
    if chart.unit:
        unit = say("document-unit", "vi", {"unit": clean(chart.unit)})
        sketch.text(WIDTH / 2, top + FONT_SIZE, unit, FONT_SIZE, anchor="middle")
        top += FONT_SIZE + 12
    sketch.group(inner, top)
    return sketch.svg(top + height, margin=16)


def described(chart: Chart) -> str:
    """Return what the chart shows in words, for those who cannot see it."""
    if isinstance(chart, PointMap):
        items = [f"{clean(point.label)} {count_words(point.value)}" for point in chart.points if point.value]
    else:
        items = [
            f"{clean(category)}: " + ", ".join(_worded(series.values[at], chart) for series in chart.series)
            for at, category in enumerate(chart.categories)
        ]
    return f"{clean(chart.title)} ({clean(chart.unit)}). " + "; ".join(items[:40])


def _worded(value: float | None, chart: Chart) -> str:
    if value is None:
        return "–"
    return percent_words(value) if isinstance(chart, LineChart) and chart.percent else count_words(value)


def _bars(chart: BarChart) -> str:
    sketch = Sketch()
    top = _legend(sketch, chart.series)
    room = WIDTH - LABEL_WIDTH - VALUE_ROOM
    totals = [sum(series.values[at] or 0 for series in chart.series) for at in range(len(chart.categories))]
    scale = room / (max(totals) or 1)
    for at, category in enumerate(chart.categories):
        lines = wrapped(clean(category), LABEL_WIDTH - 12, FONT_SIZE, at_most=2)
        height = max(BAR_HEIGHT, len(lines) * (FONT_SIZE + 3))
        middle = top + height / 2
        for number, line in enumerate(lines):
            offset = (number - (len(lines) - 1) / 2) * (FONT_SIZE + 2)
            sketch.text(LABEL_WIDTH - 8, middle + offset + FONT_SIZE * 0.35, line, FONT_SIZE, anchor="end")
        left = float(LABEL_WIDTH)
        for number, series in enumerate(chart.series):
            width = (series.values[at] or 0) * scale
            if width > 0:
                sketch.box(left, middle - BAR_HEIGHT / 2, max(width, 1.5), BAR_HEIGHT, COLOURS[number % len(COLOURS)])
                words = count_words(series.values[at])
                if len(chart.series) > 1 and width > text_width(words, FONT_SIZE - 2) + 6:
                    ink = PAPER_INK[number % len(COLOURS)]
                    sketch.text(
                        left + width / 2, middle + FONT_SIZE * 0.3, words, FONT_SIZE - 2, anchor="middle", ink=ink
                    )
            left += width
        sketch.text(left + 6, middle + FONT_SIZE * 0.35, count_words(totals[at]), FONT_SIZE, bold=True)
        top += height + BAR_GAP
    sketch.line(LABEL_WIDTH, _legend_height(chart.series), LABEL_WIDTH, top - BAR_GAP / 2, AXIS)
    return sketch.svg(top)


def _columns(chart: ColumnChart) -> str:
    sketch = Sketch()
    top = _legend(sketch, chart.series) + 14
    highest = nice_top(value for series in chart.series for value in series.values)
    left = _scale(sketch, top, highest, percent=False)
    slot = (WIDTH - left) / max(len(chart.categories), 1)
    width = min(slot * 0.76 / max(len(chart.series), 1), 46)
    numbers_fit = width >= text_width(count_words(highest), FONT_SIZE - 2)
    for at in range(len(chart.categories)):
        start = left + slot * at + (slot - width * len(chart.series)) / 2
        for number, series in enumerate(chart.series):
            value = series.values[at]
            if value is None:
                continue
            height = value / highest * PLOT_HEIGHT
            x = start + number * width
            base = top + PLOT_HEIGHT
            sketch.box(x + 1, base - height, width - 2, height, COLOURS[number % len(COLOURS)])
            if numbers_fit:
                sketch.text(x + width / 2, base - height - 4, count_words(value), FONT_SIZE - 2, anchor="middle")
    bottom = _categories(sketch, chart.categories, left, slot, top + PLOT_HEIGHT)
    return sketch.svg(bottom)


def _lines(chart: LineChart) -> str:
    sketch = Sketch()
    top = _legend(sketch, chart.series) + 18
    highest = 100.0 if chart.percent else nice_top(value for series in chart.series for value in series.values)
    left = _scale(sketch, top, highest, percent=chart.percent)
    slot = (WIDTH - left) / max(len(chart.categories), 1)
    for number, series in enumerate(chart.series):
        colour = COLOURS[number % len(COLOURS)]
        points = [
            None if value is None else (left + slot * (at + 0.5), top + PLOT_HEIGHT * (1 - min(value / highest, 1)))
            for at, value in enumerate(series.values[: len(chart.categories)])
        ]
        sketch.path(points, colour, dashed=number % 2 == 1)
        for point, value in zip(points, series.values, strict=False):
            if point is None:
                continue
            sketch.dot(*point, 4, colour)
            # The second line's numbers go below it: two lines that meet would write over each other.
            lift = -9 if number % 2 == 0 else FONT_SIZE + 6
            if slot >= 40 and len(chart.series) <= 2:
                sketch.text(point[0], point[1] + lift, _worded(value, chart), FONT_SIZE - 2, anchor="middle")
    bottom = _categories(sketch, chart.categories, left, slot, top + PLOT_HEIGHT)
    return sketch.svg(bottom)


def nice_top(values: Iterable[float | None]) -> float:
    """Return the end of an axis from zero: four equal steps of a round number, not below any value, at least 4."""
    quarter = max((value for value in values if value is not None), default=0) / 4
    if quarter <= 1:
        return 4.0
    power = 10.0 ** math.floor(math.log10(quarter))
    steps = (step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10))
    return 4 * next(step for step in steps if step >= quarter and step == round(step))


def _scale(sketch: Sketch, top: float, highest: float, *, percent: bool) -> float:
    """Draw the axis with four lines and return where the plot begins."""
    values = [highest * part / 4 for part in range(5)]
    words = [f"{count_words(value)}%" if percent else count_words(value) for value in values]
    left = max(text_width(word, FONT_SIZE) for word in words) + 10
    for part, word in enumerate(words):
        y = top + PLOT_HEIGHT * (1 - part / 4)
        sketch.line(left, y, WIDTH, y, AXIS if part == 0 else GRID)
        sketch.text(left - 6, y + FONT_SIZE * 0.35, word, FONT_SIZE, anchor="end")
    return left


def _categories(sketch: Sketch, names: Sequence[str], left: float, slot: float, base: float) -> float:
    """Write the names under the plot, every second or third where they do not fit, and return where they end."""
    longest = max((text_width(clean(name), FONT_SIZE) for name in names), default=0)
    step = 1 if slot >= 60 else math.ceil(min(longest, 90) / max(slot, 1)) or 1
    lowest = 1
    for at, name in enumerate(names):
        if at % step:
            continue
        lines = wrapped(clean(name), slot * step - 6, FONT_SIZE, at_most=3)
        lowest = max(lowest, len(lines))
        for number, line in enumerate(lines):
            sketch.text(
                left + slot * (at + 0.5), base + (number + 1) * (FONT_SIZE + 3), line, FONT_SIZE, anchor="middle"
            )
    return base + lowest * (FONT_SIZE + 3) + 8


def _legend_height(series: Sequence[Series]) -> float:
    return 26 if len(series) > 1 else 4


def _legend(sketch: Sketch, series: Sequence[Series]) -> float:
    """Draw what the colours mean, when there are several, and return where the plot may begin."""
    if len(series) > 1:
        x = 0.0
        for number, one in enumerate(series):
            sketch.box(x, 3, 13, 13, COLOURS[number % len(COLOURS)])
            sketch.text(x + 19, 15, clean(one.name), FONT_SIZE)
            x += 19 + text_width(clean(one.name), FONT_SIZE) + 22
    return _legend_height(series)
