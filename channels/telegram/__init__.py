"""Telegram: private chats through the Bot API, by webhook or by long polling."""

from __future__ import annotations

import os
import sys

# python-telegram-bot imports httpx for its default transport, which we replace; httpx imports its command
# line with it when rich and click happen to be installed: 0.25 s and 6 MB at every start for nothing. It is
# written to do without.
if "httpx" not in sys.modules:
    sys.modules["httpx._main"] = None  # type: ignore[assignment]

# It opens the papers of Telegram Passport, which we do not take, where cryptography is installed: 8 MB. Our own use of
# cryptography does without the module that it asks for first.
if "telegram._bot" not in sys.modules:
    sys.modules.setdefault("cryptography.hazmat.backends", None)  # type: ignore[arg-type]

# The library asks everybody to choose the coming type of `RetryAfter.retry_after`, and warns at every 429
# until then.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from channels.telegram.channel import TelegramChannel
from channels.telegram.links import deep_link
from channels.telegram.polling import Poller
from channels.telegram.setup import Command, Mode, Profile, Status, link_maker, prepare, status
from channels.telegram.webhook import add_webhook

__all__ = [
    "Command",
    "Mode",
    "Poller",
    "Profile",
    "Status",
    "TelegramChannel",
    "add_webhook",
    "deep_link",
    "link_maker",
    "prepare",
    "status",
]
