"""Pictures and documents made on the spot, each as small as its rule allows."""

from __future__ import annotations

import io
import zipfile

from PIL import Image, ImageDraw, PngImagePlugin


def a_jpeg(width: int = 64, height: int = 48, *, orientation: int = 1, comment: bytes = b"") -> bytes:
    """A red picture whose upper left quarter is blue, with a place, an author and a comment in its metadata."""
    image = Image.new("RGB", (width, height), "red")
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill="blue")
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Nguyễn Văn A"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 42.0)
    output = io.BytesIO()
    image.save(output, "JPEG", exif=exif, comment=comment or b"so 7 ngo 12", xmp=b"<x:xmpmeta>Nguyen Van A</x:xmpmeta>")
    return output.getvalue()


def a_png(width: int = 40, height: int = 30, *, mode: str = "RGB", color: object = "green") -> bytes:
    """A picture of one colour with a text in its metadata."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "Nguyen Van A")
    output = io.BytesIO()
    Image.new(mode, (width, height), color).save(output, "PNG", pnginfo=about)
    return output.getvalue()


def saved_as(kind: str) -> bytes:
    """A small picture in another format."""
    output = io.BytesIO()
    Image.new("RGB", (32, 32), "green").save(output, kind)
    return output.getvalue()


def a_zip(*names: str, **contents: bytes) -> bytes:
    """A zip with these entries."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in names:
            # Not the present moment: two workers that name a test by its bytes would disagree.
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 16, 9, 0, 0)), contents.get(name, b"x"))
    return output.getvalue()


A_DOCX = a_zip("[Content_Types].xml", "word/document.xml")
A_PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
A_HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
A_VOICE = b"OggS\0\2" + bytes(100)
