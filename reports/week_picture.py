"""
A leader's week as a picture for a chat: five pairs of bars, this week's above the week before.

A phone shows it some 280 points wide: letters are twice as large as in a document's charts, and every bar carries its
number. Colours differ in darkness too; what is overdue is dark red. It is four units wide and three high, whatever it
says: chats that show pictures in a frame cut nothing off it.
"""

from __future__ import annotations

from typing import Final, Protocol

from msgspec import Struct

from reports.numbers import clean, count_words
from reports.sketch import COLOURS, WARNING, WIDTH, Sketch, text_width, wrapped

MARGIN: Final = 20
HEIGHT: Final = (WIDTH + 2 * MARGIN) * 3 / 4 - 2 * MARGIN
"""Of what is drawn, without its margin."""

TITLE_SIZE: Final = 36
PLACE_SIZE: Final = 29
LABEL_SIZE: Final = 30
NUMBER_SIZE: Final = 31
BEFORE_SIZE: Final = 25
LEGEND_HEIGHT: Final = 46

LABEL_WIDTH: Final = 176
_NUMBER_ROOM: Final = 100

NOW, BEFORE = COLOURS[0], COLOURS[2]


class WeekRow(Struct, frozen=True):
    """One figure: this week's number and the one of the week before; `warns` of what should be none."""

    label: str
    now: int
    before: int
    warns: bool = False


class WeekPicture(Struct, frozen=True):
    """All that the picture says; `now` and `before` are what the two colours are called."""

    title: str
    place: str
    now: str
    before: str
    rows: tuple[WeekRow, ...]

    @property
    def shows_something(self) -> bool:
        """Whether there is anything to draw: nothing but noughts is said in words."""
        return any(row.now or row.before for row in self.rows)


class Pen(Protocol):
    """What draws: `Sketch`, or `reports.raster.Raster` in the process that makes pictures."""

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill a rectangle."""

    def text(self, x: float, y: float, text: str, size: float, *, anchor: str = ..., bold: bool = ...) -> None:
        """Write on a line whose letters stand on `y`."""


def draw_week(picture: WeekPicture) -> str:
    """Return the picture as a complete SVG document."""
    sketch = Sketch()
    draw_with(sketch, picture)
    return sketch.svg(HEIGHT, margin=MARGIN)


def draw_with(sketch: Pen, picture: WeekPicture) -> None:
    """Draw the picture with a pen."""
    top = _heading(sketch, picture)
    highest = max((value for row in picture.rows for value in (row.now, row.before)), default=0) or 1
    scale = (WIDTH - LABEL_WIDTH - _NUMBER_ROOM) / highest
    height = (HEIGHT - top) / max(len(picture.rows), 1)
    for number, row in enumerate(picture.rows):
        _row(sketch, row, top + number * height, height, scale)


def _heading(sketch: Pen, picture: WeekPicture) -> float:
    """Write what it is about and what the colours mean; return where that ends."""
    top = float(TITLE_SIZE)
    sketch.text(0, top - 4, wrapped(clean(picture.title), WIDTH, TITLE_SIZE, at_most=1)[0], TITLE_SIZE, bold=True)
    for line in wrapped(clean(picture.place), WIDTH, PLACE_SIZE, at_most=2):
        top += PLACE_SIZE + 5
        sketch.text(0, top - 4, line, PLACE_SIZE)
    x = 0.0
    for words, colour in ((picture.now, NOW), (picture.before, BEFORE)):
        sketch.box(x, top + 14, 22, 22, colour)
        sketch.text(x + 31, top + 34, clean(words), BEFORE_SIZE)
        x += 31 + text_width(clean(words), BEFORE_SIZE) + 24
    return top + LEGEND_HEIGHT


def _row(sketch: Pen, row: WeekRow, top: float, height: float, scale: float) -> None:
    """Draw one figure in its share of the height: half for this week's bar, a quarter for the one before."""
    tall, low = height * 0.5, height * 0.26
    label = wrapped(clean(row.label), LABEL_WIDTH - 10, LABEL_SIZE, at_most=1)[0]
    sketch.text(0, top + height * 0.5 + LABEL_SIZE * 0.3, label, LABEL_SIZE)
    top += height * 0.1
    ink = WARNING if row.warns and row.now else NOW
    _bar(sketch, top, row.now * scale, tall, ink, count_words(row.now), NUMBER_SIZE, bold=True)
    _bar(sketch, top + tall + 3, row.before * scale, low, BEFORE, count_words(row.before), BEFORE_SIZE, bold=False)


def _bar(
    sketch: Pen, top: float, width: float, height: float, ink: str, words: str, size: float, *, bold: bool
) -> None:
    """Draw a bar with its number behind it; nothing at all is a thin stroke."""
    width = max(width, 3.0)
    sketch.box(LABEL_WIDTH, top, width, height, ink)
    sketch.text(LABEL_WIDTH + width + 10, top + height / 2 + size * 0.34, words, size, bold=bold)
