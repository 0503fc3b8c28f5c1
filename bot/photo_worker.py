"""
Draws pictures anew, without their metadata, in a process of its own; `bot/photos.py` starts it and speaks to it.

A picture is untrusted input to a large C library, and decoding one takes 50 to 500 ms: hence its own process, niced,
with a ceiling on memory, ended when it takes too long. It imports nothing of ours and reads no file.

Frames on standard input: eight bytes (big-endian length of the picture) and the picture. On standard output: one byte
(b"+" or b"-"), eight bytes of length and a body: for b"-" a reason in ASCII; for b"+" width and height, four
bytes each, eight bytes of length and the picture, eight bytes of length and the thumbnail.
"""

from __future__ import annotations

import contextlib
import io
import os
import resource
import struct
import sys
import warnings
from typing import Any, BinaryIO

MEMORY_MAX_BYTES = 1536 * 1024 * 1024
"""Address space: a 120-megapixel JPEG that has to be decoded as a whole fits, a bomb does not."""

NICENESS = 10

PIXELS_MAX = 50_000_000
"""Pixels of a picture that is decoded as a whole: four bytes each."""

JPEG_PIXELS_MAX = 220_000_000
"""JPEG is decoded at a fraction of its size; phones make 200 megapixels."""

JPEG_QUALITY = 85
THUMBNAIL_SIDE = 480
THUMBNAIL_QUALITY = 75
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")


class Unfit(Exception):
    """The picture is not drawn; the message is the reason's code."""


def draw(data: bytes, max_side: int) -> tuple[int, int, bytes, bytes]:
    """
    Return width, height, the picture and its thumbnail, both JPEG without any metadata, turned upright.

    Raises:
        Unfit: `unreadable`, `unknown` or `too-many-pixels`.
    """
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limits, before anything is decoded
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                # MPO: a JPEG with a second view, as some phones make it.
                limit = JPEG_PIXELS_MAX if image.format in {"JPEG", "MPO"} else PIXELS_MAX
                if image.width * image.height > limit:
                    raise Unfit("too-many-pixels")
                picture = _clean(image, max_side)
    except UnidentifiedImageError:
        # An ISO media file that is a picture in a format which this Pillow lacks, such as HEIC.
        raise Unfit("unknown" if data[4:8] == b"ftyp" else "unreadable") from None
    except (OSError, ValueError, SyntaxError, MemoryError, struct.error, IndexError, KeyError, EOFError):
        # What Pillow raises about a damaged file is not one kind of error.
        raise Unfit("unreadable") from None
    thumbnail = picture.copy()
    thumbnail.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return (
        picture.width,
        picture.height,
        _jpeg(picture, JPEG_QUALITY),
        _jpeg(thumbnail, THUMBNAIL_QUALITY),
    )


def _clean(image: Any, max_side: int) -> Any:
    """Return the pixels alone: small enough, upright, sRGB, on white, without a single word about them."""
    from PIL import Image, ImageOps

    image.draft("RGB", (max_side, max_side))  # JPEG: decode no more than needed
    if image.mode.startswith("I"):  # 16 bits of grey, as scanners make them
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    ImageOps.exif_transpose(image, in_place=True)
    image.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    profile = image.info.get("icc_profile")
    upright = _opaque(image)
    if profile:
        _to_srgb(upright, profile)
    fresh = Image.new("RGB", upright.size)
    fresh.paste(upright)
    return fresh


def _opaque(image: Any) -> Any:
    from PIL import Image

    if image.has_transparency_data:
        over = image.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("RGB")
    return image.convert("RGB")


def _to_srgb(image: Any, profile: bytes) -> None:
    """Bring the colours of a phone's wide profile into sRGB; a profile that cannot be used changes nothing."""
    from PIL import ImageCms

    with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
        ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), inPlace=True)


def _jpeg(image: Any, quality: int) -> bytes:
    output = io.BytesIO()
    image.save(output, "JPEG", quality=quality, optimize=True, progressive=True)
    return output.getvalue()


def answer(data: bytes, max_side: int) -> bytes:
    """Return the frame that answers a picture."""
    try:
        width, height, picture, thumbnail = draw(data, max_side)
    except Unfit as error:
        reason = str(error).encode()
        return b"-" + struct.pack(">Q", len(reason)) + reason
    body = struct.pack(">IIQ", width, height, len(picture)) + picture
    body += struct.pack(">Q", len(thumbnail)) + thumbnail
    return b"+" + struct.pack(">Q", len(body)) + body


def serve(source: BinaryIO, sink: BinaryIO, max_side: int) -> None:
    """Answer pictures until the input ends."""
    while len(head := source.read(8)) == 8:
        data = source.read(struct.unpack(">Q", head)[0])
        sink.write(answer(data, max_side))
        sink.flush()


if __name__ == "__main__":
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
