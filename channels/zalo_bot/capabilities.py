"""What a Zalo Bot can show and carry: every limit with its unit and its source."""

from __future__ import annotations

from conversation.messages import Capabilities

TEXT_MAX = 1900
"""
UTF-16 code units in one message. The documented limit is 2,000 characters; how they are counted is not said, so the
longest count is used and a margin kept. Source: Zalo Bot Platform, sendMessage (zalo reference A2, read 2026-11).
"""

CAPTION_MAX = 1900
"""UTF-16 code units under a photo; documented are 1 to 2,000 characters. Source: sendPhoto (zalo reference A2)."""

LONG_POLL_MAX_SECONDS = 50
"""Longest wait of getUpdates. The upper limit is not documented; one client in use keeps to 50 (zalo reference A3)."""

PHOTO_TIMEOUT_SECONDS = 150.0
"""Zalo's servers fetch the picture before they answer. Source: the time of a maintained client (zalo reference A2)."""

SECRET_MIN, SECRET_MAX = 8, 256
"""Characters of the webhook's secret. Source: setWebhook (zalo reference A4)."""

ZALO_BOT = Capabilities(
    # No buttons, no quick replies, no keyboards: every choice is a number in the text.
    buttons_max=0,
    buttons_per_row=1,
    label_max=100,
    text_max=TEXT_MAX,
    choice_max_bytes=64,
    length_unit="utf16",
    buttons_everywhere=False,
    files=True,
)
