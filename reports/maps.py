"""A map of units as sized dots at their centroids, without outlines."""

from __future__ import annotations

import math
from typing import Final

from reports.numbers import clean, count_words
from reports.sketch import COLOURS, WARNING, WIDTH, Sketch, text_width
from reports.value import MapPoint, PointMap
from texts import say

SIZE: Final = 13
TALLEST: Final = 620
"""A map taller than this would not stand on a page under a heading."""

MARGIN: Final = 34
LARGEST_DOT: Final = 21.0
SMALLEST_DOT: Final = 3.5
NOTHING_DOT: Final = 2.8
LABELS: Final = 14
"""The largest dots carry their names; more would cover each other."""

LEGEND_HEIGHT: Final = 64

Box = tuple[float, float, float, float]


def draw_map(chart: PointMap) -> str:
    """Return the map as an SVG document: north up, one degree as long in both directions as it is at that latitude."""
    sketch = Sketch()
    largest = max((point.value for point in chart.points), default=0) or 1
    places, height = _projected(chart.points)
    by_size = sorted(zip(chart.points, places, strict=True), key=lambda item: (-item[0].value, item[0].label))
    for point, (x, y) in by_size:
        if not point.value:
            sketch.dot(x, y, NOTHING_DOT, "#b5b5b5")
            continue
        radius = _radius(point.value, largest)
        sketch.dot(x, y, radius, COLOURS[0], see_through=True)
        if point.part:
            sketch.dot(x, y, radius * math.sqrt(min(point.part / point.value, 1)), WARNING)
    _labels(sketch, by_size, largest, height)
    _legend(sketch, chart, largest, height)
    return sketch.svg(height + LEGEND_HEIGHT)


def _projected(points: tuple[MapPoint, ...]) -> tuple[list[tuple[float, float]], float]:
    """Return places in the drawing's units and the height that they take."""
    shrink = math.cos(math.radians(sum(point.latitude for point in points) / len(points)))
    easts = [point.longitude * shrink for point in points]
    norths = [point.latitude for point in points]
    wide, tall = max(easts) - min(easts), max(norths) - min(norths)
    room = WIDTH - 2 * MARGIN
    # A single unit has no extent; anything does as its scale.
    scale = min(room / (wide or 1e-9), (TALLEST - 2 * MARGIN) / (tall or 1e-9), 40_000)
    left = (WIDTH - wide * scale) / 2
    places = [
        (left + (east - min(easts)) * scale, MARGIN + (max(norths) - north) * scale)
        for east, north in zip(easts, norths, strict=True)
    ]
    return places, tall * scale + 2 * MARGIN


def _radius(value: int, largest: int) -> float:
    return max(SMALLEST_DOT, LARGEST_DOT * math.sqrt(value / largest))


def _labels(sketch: Sketch, by_size: list[tuple[MapPoint, tuple[float, float]]], largest: int, height: float) -> None:
    """Write the names of the largest beside their dots, where no name covers another nor, if possible, a dot."""
    taken: list[Box] = []
    dots = [
        (x - radius, y - radius, x + radius, y + radius)
        for point, (x, y) in by_size
        if point.value
        for radius in [_radius(point.value, largest)]
    ]
    for point, (x, y) in by_size[:LABELS]:
        if not point.value:
            return
        text = f"{clean(point.label)} {count_words(point.value)}"
        radius, width = _radius(point.value, largest), text_width(text, SIZE)
        spots = (
            ("start", x + radius + 4, y + SIZE * 0.35),
            ("end", x - radius - 4 - width, y + SIZE * 0.35),
            ("middle", x - width / 2, y - radius - 5),
            ("middle", x - width / 2, y + radius + SIZE + 1),
        )
        boxes = [(left, baseline - SIZE, left + width, baseline + 3) for _, left, baseline in spots]
        free = [
            at
            for at, box in enumerate(boxes)
            if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= height and not _hits(box, taken)
        ]
        if not free:
            continue
        best = next((at for at in free if not _hits(boxes[at], dots)), free[0])
        anchor, left, baseline = spots[best]
        at_x = {"start": left, "end": left + width, "middle": left + width / 2}[anchor]
        sketch.text(at_x, baseline, text, SIZE, anchor=anchor, halo=True)
        taken.append(boxes[best])


def _hits(box: Box, others: list[Box]) -> bool:
    return any(_overlap(box, other) for other in others)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(sketch: Sketch, chart: PointMap, largest: int, top: float) -> None:
    x, middle = 4.0, top + LEGEND_HEIGHT / 2
    for value in sorted({max(largest // 10, 1), max(largest // 2, 1), largest}):
        radius = _radius(value, largest)
        sketch.ring(x + radius, middle, radius)
        words = count_words(value)
        sketch.text(x + 2 * radius + 4, middle + SIZE * 0.35, words, SIZE)
        x += 2 * radius + 4 + text_width(words, SIZE) + 14
    scale = say("document-map-scale", "vi", {"unit": clean(chart.unit)})
    sketch.text(x, middle + SIZE * 0.35, scale, SIZE)
    x += text_width(scale, SIZE) + 24
    if chart.part_name:
        sketch.dot(x + 7, middle, 7, WARNING)
        sketch.text(x + 19, middle + SIZE * 0.35, clean(chart.part_name), SIZE)
