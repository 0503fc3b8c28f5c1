"""What a file is, read from its own bytes: names and MIME types that people send are not believed."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final, TypeAlias

from conversation.messages import FileKind

Values: TypeAlias = Mapping[str, str | int]

HEAD_BYTES: Final = 64
_ZIP_NAMES_MAX: Final = 2_000
"""Entries of an office document; a zip with more is something else."""


class FileRefused(Exception):
    """A file that is not taken: `text_key` of texts/*/files.ftl says why, `values` are its placeholders."""

    def __init__(self, text_key: str, values: Values | None = None) -> None:
        super().__init__(text_key)
        self.text_key = text_key
        self.values: Values = values or {}


@dataclass(frozen=True, slots=True)
class FileType:
    """What the bytes are; `picture` files are drawn anew before they are kept."""

    kind: FileKind
    mime: str
    extension: str
    picture: bool = False


JPEG = FileType(FileKind.PHOTO, "image/jpeg", "jpg", picture=True)
PNG = FileType(FileKind.PHOTO, "image/png", "png", picture=True)
GIF = FileType(FileKind.PHOTO, "image/gif", "gif", picture=True)
WEBP = FileType(FileKind.PHOTO, "image/webp", "webp", picture=True)
HEIC = FileType(FileKind.PHOTO, "image/heic", "heic", picture=True)
AVIF = FileType(FileKind.PHOTO, "image/avif", "avif", picture=True)
PDF = FileType(FileKind.DOCUMENT, "application/pdf", "pdf")
MP3 = FileType(FileKind.VOICE, "audio/mpeg", "mp3")
AAC = FileType(FileKind.VOICE, "audio/aac", "aac")
AMR = FileType(FileKind.VOICE, "audio/amr", "amr")
OGG = FileType(FileKind.VOICE, "audio/ogg", "ogg")
M4A = FileType(FileKind.VOICE, "audio/mp4", "m4a")
MP4 = FileType(FileKind.VIDEO, "video/mp4", "mp4")
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
DOCX = FileType(FileKind.DOCUMENT, _OFFICE + "wordprocessingml.document", "docx")
XLSX = FileType(FileKind.DOCUMENT, _OFFICE + "spreadsheetml.sheet", "xlsx")
ODT = FileType(FileKind.DOCUMENT, "application/vnd.oasis.opendocument.text", "odt")
ODS = FileType(FileKind.DOCUMENT, "application/vnd.oasis.opendocument.spreadsheet", "ods")

_STARTS: Final = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"%PDF-", PDF),
    (b"OggS", OGG),
    (b"#!AMR", AMR),  # RFC 4867, section 5; voice of a Zalo Official Account
    (b"ID3", MP3),
)

_BRANDS: Final = {
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"), HEIC),
    **dict.fromkeys((b"avif", b"avis"), AVIF),
    **dict.fromkeys((b"M4A ", b"M4B "), M4A),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V "), MP4),
}
"""Brands of ISO media files. Source: the MP4 registration authority's list, mp4ra.org (read 2026-11)."""


def sniff(file: BinaryIO) -> FileType:
    """
    Return what the file is.

    Raises:
        FileRefused: it is empty, of a kind that is not taken, or carries a program.
    """
    file.seek(0)
    head = file.read(HEAD_BYTES)
    if not head:
        raise FileRefused("file-refused-empty")
    found = _by_head(head) or (_zipped(file) if head.startswith(b"PK\x03\x04") else None)
    if found is None:
        raise FileRefused("file-refused-type")
    return found


def _by_head(head: bytes) -> FileType | None:
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    return _sound(head)


def _sound(head: bytes) -> FileType | None:
    """MPEG sound without a tag: eleven set bits, then version and layer; layer 0 is AAC's ADTS."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if layer == 0:
        return AAC if head[1] & 0xF6 == 0xF0 else None
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 3
    return MP3 if version != 1 and layer == 1 and bitrate not in {0, 15} and rate != 3 else None


def _zipped(file: BinaryIO) -> FileType | None:
    """Tell office documents by the names inside; nothing is unpacked but OpenDocument's short type."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if len(names) > _ZIP_NAMES_MAX:
                return None
            if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js", ".vbs")) for name in names):
                raise FileRefused("file-refused-macro")
            if "[Content_Types].xml" in names:
                return DOCX if "word/document.xml" in names else XLSX if "xl/workbook.xml" in names else None
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((known for known in (ODT, ODS) if known.mime == said), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        # Whatever is wrong inside, it is no document that an officer could open.
        return None
    return None
