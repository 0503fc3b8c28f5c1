"""An officer's chat: work list, cases, steps."""

from __future__ import annotations

from typing import Any

from conversation.forms import Form
from handlers.table import CommandHandler, TapHandler

OFFICER_FORMS: dict[str, Form[Any]] = {}
OFFICER_COMMANDS: dict[str, CommandHandler] = {}
OFFICER_TAPS: dict[str, TapHandler] = {}
