"""Everything that officers set up for their reports in chat, for the table: calendar, heads, corrections."""

from __future__ import annotations

from typing import Any

from conversation.forms import Form
from handlers import report_bodies, report_calendar, report_corrections, report_heads
from handlers.table import CommandHandler, TapHandler

SETTINGS_FORMS: dict[str, Form[Any]] = {
    **report_bodies.FORMS,
    **report_calendar.FORMS,
    **report_heads.FORMS,
    **report_corrections.FORMS,
}
SETTINGS_COMMANDS: dict[str, CommandHandler] = {**report_calendar.COMMANDS, **report_heads.COMMANDS}
SETTINGS_TAPS: dict[str, TapHandler] = {**report_calendar.TAPS, **report_heads.TAPS, **report_corrections.TAPS}
