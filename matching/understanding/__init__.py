"""What a report says: kind, subject, organisation, danger, accusation, and where in the text it says so."""

from __future__ import annotations

from matching.understanding.danger import CHILD_UNDER
from matching.understanding.masking import mask, summary
from matching.understanding.understanding import Understanding, understand
from matching.understanding.unmarked import may_be_trouble
from matching.understanding.values import Guess, Span, SpanKind

__all__ = [
    "CHILD_UNDER",
    "Guess",
    "Span",
    "SpanKind",
    "Understanding",
    "mask",
    "may_be_trouble",
    "summary",
    "understand",
]
