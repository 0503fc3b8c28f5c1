"""What an Official Account can show and carry: every limit with its unit and its source."""

from __future__ import annotations

from datetime import timedelta

from conversation.messages import Capabilities

TEXT_MAX = 1900
"""
UTF-16 code units in one message. Documented are 2,000 characters, not how they are counted; a margin is kept.

Source: Official Account, consultation message (zalo reference B4, read 2026-11).
"""

CAPTION_MAX = 1900
"""UTF-16 code units under a picture; documented are 2,000 characters. Source: zalo reference B4."""

BUTTONS_MAX = 5
"""Buttons under one text; only the phone app shows them. Source: parameter buttons (zalo reference B4)."""

LABEL_MAX = 100
"""UTF-16 code units of a button's title; documented are 100 characters. Source: zalo reference B4."""

TITLE_MAX, SUBTITLE_MAX = 100, 500
"""Characters of an element that asks for details. Source: request_user_info (zalo reference B4)."""

IMAGE_MAX_BYTES = 1024 * 1024
"""Bytes of a jpg or png. Source: upload/image (zalo reference B5)."""

FILE_MAX_BYTES = 5 * 1024 * 1024
"""Bytes of a document. Source: upload/file (zalo reference B5)."""

FILE_KINDS = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
"""The documents that may be uploaded. Source: upload/file (zalo reference B5)."""

UPLOAD_KEPT = timedelta(days=6)
"""How long an uploaded file's id is used again; Zalo keeps what was sent for 7 days. Source: zalo reference B5."""

EVENT_MAX_AGE = timedelta(hours=2)
"""An older event is a replay: retries end after an hour. Our own rule, see zalo reference B8."""

MARK = "#nd:"
"""
Begins what a tap sends back. A tap comes as text that the person could have typed, so a payload proves nothing; the
mark only keeps it apart from words. Source: zalo reference B4.
"""

ZALO_OA = Capabilities(
    buttons_max=BUTTONS_MAX,
    buttons_per_row=1,
    label_max=LABEL_MAX,
    text_max=TEXT_MAX,
    choice_max_bytes=200,
    length_unit="utf16",
    # Not on PC and web: numbers stand in the text as well.
    buttons_everywhere=False,
    files=True,
)
