"""
Measures of the two legal layouts, in one place for the PDF and for the Word templates that we ship.

Sources: NĐ 30/2020/NĐ-CP, Annex I (Front); 36-HD/VPTW (2018) with what is known of 05-HD/VPTW (2026) (Party): domain
reference §§5.7, 5.8. Where a rule gives a range, the value within it that offices use most is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from reports.value import Layout

PAGE_WIDTH_MM: Final = 210
PAGE_HEIGHT_MM: Final = 297

FONT: Final = "Times New Roman"
"""What a Word document asks for. Source: NĐ 30/2020/NĐ-CP, Annex I, part I."""

EMBEDDED_FONT: Final = "Liberation Serif"
"""What is embedded in a PDF and drawn in charts: the same widths, free to ship (OFL 1.1)."""


class Measures(Struct, frozen=True):
    """Lengths in millimetres where the name says so, sizes and pitches in points."""

    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    title_size: float
    """Quốc hiệu, or "ĐẢNG CỘNG SẢN VIỆT NAM"."""

    motto_size: float
    superior_size: float
    issuing_size: float
    number_size: float
    dated_size: float
    type_size: float
    subject_size: float
    body_size: float
    pitch: float
    """Distance of two lines of the body."""

    indent_mm: float
    paragraph_gap: float
    recipients_title_size: float
    recipients_size: float
    annex_size: float
    page_number_size: float
    table_size: float
    left_share: float
    """Share of the head's width that the left column takes."""

    @property
    def text_width_mm(self) -> float:
        return PAGE_WIDTH_MM - self.left_mm - self.right_mm


MEASURES: Final[Mapping[Layout, Measures]] = MappingProxyType(
    {
        Layout.FRONT: Measures(
            top_mm=20, bottom_mm=20, left_mm=30, right_mm=15,
            title_size=13, motto_size=14, superior_size=13, issuing_size=13, number_size=13, dated_size=14,
            type_size=14, subject_size=14, body_size=14, pitch=17, indent_mm=12.7, paragraph_gap=6,
            recipients_title_size=12, recipients_size=11, annex_size=14, page_number_size=14, table_size=12,
            left_share=0.41,
        ),
        Layout.PARTY: Measures(
            top_mm=20, bottom_mm=20, left_mm=30, right_mm=15,
            title_size=15, motto_size=15, superior_size=14, issuing_size=14, number_size=14, dated_size=14,
            type_size=16, subject_size=14, body_size=14, pitch=19, indent_mm=10, paragraph_gap=6,
            recipients_title_size=14, recipients_size=12, annex_size=14, page_number_size=14, table_size=12,
            left_share=0.45,
        ),
    }
)  # fmt: skip
