"""Reports in an officer's chat: the list and the card, deciding, drafts that come back, how a report goes out."""

from __future__ import annotations

from typing import Any

from conversation.forms import Form
from handlers.reports import card, deciding, drafts, sending
from handlers.table import CommandHandler, TapHandler

_FORMS: tuple[Form[Any], ...] = (*deciding.FORMS, *drafts.FORMS, *sending.FORMS)
REPORT_FORMS: dict[str, Form[Any]] = {form.name: form for form in _FORMS}
REPORT_COMMANDS: dict[str, CommandHandler] = {
    "reports": card.reports_command,
    "reports-heard": card.reports_heard,
    **drafts.COMMANDS,
    **deciding.COMMANDS,
}
REPORT_TAPS: dict[str, TapHandler] = {
    "report": card.report_tap,
    "reports": card.list_tap,
    **deciding.TAPS,
    **drafts.TAPS,
    **sending.TAPS,
}
