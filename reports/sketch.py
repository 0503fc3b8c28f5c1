"""A few strokes of SVG: boxes, lines, dots and words in the font that documents embed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from reports.layouts import EMBEDDED_FONT

WIDTH: Final = 660
"""Width of a drawing in its own units: 165 mm on the page are four units a millimetre."""

INK: Final = "#1a1a1a"
AXIS: Final = "#555555"
GRID: Final = "#dddddd"
COLOURS: Final = ("#1f4e79", "#e08a1e", "#9db8d2", "#6b6b6b", "#8c2d19")
"""Dark blue, orange, light blue, grey, dark red: different in darkness too, for black and white printers."""

PAPER_INK: Final = ("#ffffff", INK, INK, "#ffffff", "#ffffff")
"""What is readable on each of `COLOURS`."""

WARNING: Final = "#b3261e"

_NARROW: Final = frozenset("iíìỉĩịjlt.,;:'|!()[] f/-rI")
_WIDE: Final = frozenset("mwMWƯƠ%@")


def text_width(text: str, size: float) -> float:
    """Return about how wide the text is in Liberation Serif, never much less than it is."""
    units = sum(
        0.32 if char in _NARROW else 0.86 if char in _WIDE else 0.68 if char.isupper() else 0.5 for char in text
    )
    return units * size


def wrapped(text: str, width: float, size: float, *, at_most: int) -> list[str]:
    """Return the text in at most so many lines of that width; what does not fit ends with an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < at_most:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    last = len(lines) - 1
    return [_shortened(line, width, size, cut=at == last and bool(words)) for at, line in enumerate(lines)] or [""]


def _shortened(text: str, width: float, size: float, *, cut: bool) -> str:
    ellipsis = "…"
    if not cut and text_width(text, size) <= width:
        return text
    while len(text) > 1 and text_width(text + ellipsis, size) > width:
        text = text[:-1]
    return text.rstrip(" ,.;") + ellipsis


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Sketch:
    """Collects shapes; `svg` closes the drawing at a height."""

    def __init__(self) -> None:
        self._shapes: list[str] = []

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
        self._shapes.append(f'<rect {place} fill="{fill}"/>')

    def line(self, x: float, y: float, to_x: float, to_y: float, stroke: str) -> None:
        self._shapes.append(
            f'<line x1="{_number(x)}" y1="{_number(y)}" x2="{_number(to_x)}" y2="{_number(to_y)}" stroke="{stroke}"/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str, *, see_through: bool = False) -> None:
        opacity = ' fill-opacity="0.75"' if see_through else ""
        edge = ' stroke="#ffffff" stroke-width="1"' if see_through else ""
        self._shapes.append(
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{fill}"{opacity}{edge}/>'
        )

    def ring(self, x: float, y: float, radius: float) -> None:
        self._shapes.append(
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="none" stroke="{AXIS}"/>'
        )

    def path(self, points: Sequence[tuple[float, float] | None], stroke: str, *, dashed: bool = False) -> None:
        """Draw straight lines through the points; None interrupts them."""
        commands, pen = [], "M"
        for point in points:
            if point is None:
                pen = "M"
                continue
            commands.append(f"{pen}{_number(point[0])} {_number(point[1])}")
            pen = "L"
        dash = ' stroke-dasharray="7 5"' if dashed else ""
        self._shapes.append(f'<path d="{" ".join(commands)}" fill="none" stroke="{stroke}" stroke-width="2.5"{dash}/>')

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        anchor: str = "start",
        bold: bool = False,
        halo: bool = False,
        ink: str = INK,
    ) -> None:
        weight = ' font-weight="bold"' if bold else ""
        place = f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(size)}" text-anchor="{anchor}"{weight}'
        if halo:  # drawn twice: not every renderer knows paint-order
            paint = 'fill="#ffffff" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round"'
            self._shapes.append(f"<text {place} {paint}>{escape(text)}</text>")
        self._shapes.append(f'<text {place} fill="{ink}">{escape(text)}</text>')

    def group(self, shapes: str, down: float) -> None:
        """Add shapes of another sketch, moved down."""
        self._shapes.append(f'<g transform="translate(0 {_number(down)})">{shapes}</g>')

    def svg(self, height: float, *, margin: float = 0) -> str:
        """Return the drawing as an SVG document."""
        width, height = WIDTH + 2 * margin, height + 2 * margin
        box = f"{_number(-margin)} {_number(-margin)} {_number(width)} {_number(height)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{_number(width)}" '
            f'height="{_number(height)}" font-family="{EMBEDDED_FONT}">{"".join(self._shapes)}</svg>'
        )
