"""What the web chat can show. The limits are our own: the page is ours."""

from __future__ import annotations

from typing import Final

from conversation.messages import Capabilities

SAID_MAX: Final = 20_000
"""Code points that one message of a visitor may have. A petition of 5,000 fits four times."""

CAPABILITIES: Final = Capabilities(
    buttons_max=60,  # a province's communes come in pages of far fewer
    buttons_per_row=3,
    label_max=80,
    text_max=SAID_MAX,
    choice_max_bytes=200,
    asks_pin=True,
    typing=True,
)
