"""What Telegram can show and carry: every limit with its unit and its source."""

from __future__ import annotations

from conversation.messages import Capabilities

CLOUD = "https://api.telegram.org"

TEXT_MAX = 4000
"""
UTF-16 code units in one message. The platform's limit is 4,096 characters "after entity parsing"; how it
counts letters outside the basic plane is not documented, so a margin is kept. Source: Bot API, sendMessage
(read 2026-11).
"""

CAPTION_MAX = 1024
"""UTF-16 code units under a photo or document. Source: Bot API, sendPhoto (read 2026-11)."""

BUTTONS_MAX = 100
"""Inline buttons in one message. Source: python-telegram-bot, constants, "undocumented" (read 2026-11)."""

BUTTONS_PER_ROW = 8
"""Inline buttons side by side. Source: python-telegram-bot, constants, "undocumented" (read 2026-11)."""

LABEL_MAX = 64
"""
UTF-16 code units in a button's label. Our own choice: no limit is documented, but phones cut longer ones off.
"""

CALLBACK_DATA_MAX_BYTES = 64
"""Bytes of UTF-8 in a button's payload. Source: Bot API, InlineKeyboardButton (read 2026-11)."""

START_PAYLOAD_MAX = 64
"""
Characters of A-Z a-z 0-9 _ - after ?start=. Source: core.telegram.org/bots/features, deep linking (read
2026-11).
"""

DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024
"""Bytes that getFile gives. Source: Bot API, getFile (read 2026-11)."""

UPLOAD_MAX_BYTES = 50 * 1024 * 1024
"""Bytes of a file that a bot may send. Source: Bot API, sendDocument (read 2026-11)."""

PHOTO_MAX_BYTES = 10 * 1024 * 1024
"""Bytes of a picture sent as photo; larger ones go as document. Source: Bot API, sendPhoto (read 2026-11)."""

ALBUM_MIN, ALBUM_MAX = 2, 10
"""Items in one album. Source: Bot API, sendMediaGroup (read 2026-11)."""

LONG_POLL_MAX_SECONDS = 50
"""
Longest wait of getUpdates; the server cuts longer ones. Source: telegram-bot-api 10.0, Client.h (read
2026-11).
"""

POLL_BATCH_MAX = 100
"""Updates in one getUpdates answer. Source: Bot API, getUpdates (read 2026-11)."""

WEBHOOK_CONNECTIONS_MAX = 100
"""Parallel deliveries that setWebhook allows. Source: Bot API, setWebhook (read 2026-11)."""

RETRY_AFTER_MAX_SECONDS = 3600
"""
Longest Retry-After that the platform obeys from us. Source: telegram-bot-api 10.0, WebhookActor (read
2026-11).
"""

COMMAND_DESCRIPTION_MAX = 256
"""Characters. Source: Bot API, BotCommand (read 2026-11)."""

DESCRIPTION_MAX = 512
"""Characters shown in an empty chat. Source: Bot API, setMyDescription (read 2026-11)."""

SHORT_DESCRIPTION_MAX = 120
"""
Characters on the profile page and in shared links. Source: Bot API, setMyShortDescription (read 2026-11).
"""

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""
The kinds that we understand. Always passed explicitly: left out, the platform keeps what an earlier call has
set. Source: Bot API, getUpdates (read 2026-11).
"""

TELEGRAM = Capabilities(
    # Two are kept for what can be shared: see `sharing`.
    buttons_max=BUTTONS_MAX - 2,
    buttons_per_row=BUTTONS_PER_ROW,
    label_max=LABEL_MAX,
    text_max=TEXT_MAX,
    choice_max_bytes=CALLBACK_DATA_MAX_BYTES,
    length_unit="utf16",
    buttons_everywhere=True,
    files=True,
    asks_pin=True,
    asks_phone=True,
)


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 code units, the unit of Telegram's entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
