"""A picture made small enough for Zalo."""

from __future__ import annotations

import io

from channels.contract import FileTooLarge
from channels.zalo_oa.capabilities import IMAGE_MAX_BYTES

_STEPS = ((1600, 80), (1280, 75), (1024, 70), (800, 60))
"""Longest side in pixels and JPEG quality, tried one after the other."""


def fitting(content: bytes, mime: str, *, at_most_bytes: int = IMAGE_MAX_BYTES) -> tuple[bytes, str]:
    """
    Return the picture as jpg or png within the limit, and its MIME type; it takes tens of milliseconds.

    What comes here was drawn anew when it was stored (`bot/photos.py`): nobody's own bytes are opened.

    Raises:
        FileTooLarge: it does not get small enough.
    """
    if len(content) <= at_most_bytes and mime in {"image/jpeg", "image/png"}:
        return content, mime
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        picture = opened.convert("RGB")
    for side, quality in _STEPS:
        picture.thumbnail((side, side))
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=quality)
        if made.tell() <= at_most_bytes:
            return made.getvalue(), "image/jpeg"
    raise FileTooLarge(f"the picture stays above {at_most_bytes} bytes")
