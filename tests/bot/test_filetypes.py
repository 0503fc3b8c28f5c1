from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from bot.filetypes import FileRefused, sniff
from tests.support.pictures import A_DOCX, A_HEIC, A_PDF, A_VOICE, a_jpeg, a_png, a_zip, saved_as
from texts import LANGUAGES, say

BOT = Path(__file__).parents[2] / "bot"
ODT = a_zip("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (a_jpeg(), ("photo", "image/jpeg")),
        (a_png(), ("photo", "image/png")),
        (saved_as("GIF"), ("photo", "image/gif")),
        (saved_as("WEBP"), ("photo", "image/webp")),
        (A_HEIC, ("photo", "image/heic")),
        (A_PDF, ("document", "application/pdf")),
        (A_DOCX, ("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
        (
            a_zip("[Content_Types].xml", "xl/workbook.xml"),
            ("document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ),
        (ODT, ("document", "application/vnd.oasis.opendocument.text")),
        (A_VOICE, ("voice", "audio/ogg")),
        (b"ID3\4\0\0" + bytes(60), ("voice", "audio/mpeg")),
        (b"\xff\xfb\x90\x64" + bytes(60), ("voice", "audio/mpeg")),
        (b"\xff\xf1\x50\x80" + bytes(60), ("voice", "audio/aac")),
        (b"\0\0\0\x20ftypM4A " + bytes(60), ("voice", "audio/mp4")),
        (b"\0\0\0\x20ftypisom" + bytes(60), ("video", "video/mp4")),
    ],
)
def test_a_file_is_known_by_its_own_bytes(data, expected):
    found = sniff(io.BytesIO(data))

    assert (found.kind, found.mime) == expected


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file-refused-empty"),
        (b"MZ\x90\0 a program", "file-refused-type"),
        (b"<svg onload='x'/>", "file-refused-type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "file-refused-type"),
        (b"\0\0\0\x20ftypqt  " + bytes(60), "file-refused-type"),
        (a_zip("photos/1.jpg"), "file-refused-type"),
        (a_zip("[Content_Types].xml", "ppt/presentation.xml"), "file-refused-type"),
        (A_DOCX[:60], "file-refused-type"),
        (a_zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "file-refused-macro"),
        (a_zip(*(f"{n}.xml" for n in range(2_100)), "word/document.xml"), "file-refused-type"),
    ],
)
def test_what_no_officer_could_safely_open_is_refused(data, key):
    with pytest.raises(FileRefused) as refused:
        sniff(io.BytesIO(data))

    assert refused.value.text_key == key


def test_an_office_document_is_not_unpacked():
    bomb = a_zip("[Content_Types].xml", "word/document.xml", **{"word/document.xml": bytes(50_000_000)})

    assert sniff(io.BytesIO(bomb)).extension == "docx"


def test_every_refusal_has_words_in_every_language():
    code = "".join((BOT / name).read_text() for name in ("filetypes.py", "photos.py", "keeping.py", "fetcher.py"))
    keys = set(re.findall(r'"(file-(?:refused-[a-z-]+|failed))"', code))

    assert len(keys) > 5
    for key in keys:
        for language in LANGUAGES:
            assert "{" not in say(key, language, {"megabytes": 20})
