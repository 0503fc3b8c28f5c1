"""The strokes of `reports.sketch` as pixels: for pictures by the thousand, at a fifth of what an SVG renderer takes."""

from __future__ import annotations

import functools
import io
from typing import Final

from PIL import Image, ImageColor, ImageDraw, ImageFont

from reports.sketch import INK, WIDTH
from reports.typefaces import font_folder

COLOURS_MAX: Final = 64
"""A few colours and the greys between each and white; a picture of few colours is half as large, and soon packed."""

_ANCHORS: Final = {"start": "ls", "middle": "ms", "end": "rs"}


class Raster:
    """Draws shapes in the units of `Sketch`, with a margin around them, on a picture `WIDTH` pixels wide."""

    def __init__(self, height: float, *, margin: float = 0) -> None:
        self._scale, self._margin = WIDTH / (WIDTH + 2 * margin), margin
        self._image = Image.new("RGB", (WIDTH, round((height + 2 * margin) * self._scale)), "white")
        self._pen = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        left, top, right, bottom = map(self._at, (x, y, x + width, y + height))
        self._pen.rectangle((round(left), round(top), max(round(right) - 1, round(left)), round(bottom) - 1), fill)

    def text(
        self, x: float, y: float, text: str, size: float, *, anchor: str = "start", bold: bool = False, ink: str = INK
    ) -> None:
        font = _font(round(size * self._scale, 1), bold=bold)
        self._pen.text((self._at(x), self._at(y)), text, ImageColor.getrgb(ink), font, _ANCHORS[anchor])

    def png(self) -> bytes:
        """Return the picture. The same strokes give the same bytes."""
        made = io.BytesIO()
        self._image.quantize(COLOURS_MAX, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(made, "PNG")
        return made.getvalue()

    def _at(self, place: float) -> float:
        return (place + self._margin) * self._scale


@functools.cache
def _font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = "LiberationSerif-Bold.ttf" if bold else "LiberationSerif-Regular.ttf"
    return ImageFont.truetype(io.BytesIO(_bytes(name)), size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _bytes(name: str) -> bytes:
    return (font_folder() / name).read_bytes()
