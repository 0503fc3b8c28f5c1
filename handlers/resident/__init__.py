"""A resident after filing: look up, add, answer, withdraw, rate, reopen, meet somebody, own data."""

from __future__ import annotations

from typing import Any

from conversation.forms import Form
from handlers.resident import aside, data, following, followup, linking, meet, mine, more, track
from handlers.table import CommandHandler, TapHandler

RESIDENT_FORMS: dict[str, Form[Any]] = {
    form.name: form
    for form in (*track.FORMS, *followup.FORMS, *meet.FORMS, *data.FORMS, *linking.FORMS, *following.FORMS, *more.FORMS)
}
RESIDENT_COMMANDS: dict[str, CommandHandler] = {
    "track": track.track_command,
    "pin": track.pin_heard,
    "mine": mine.mine_command,
    "meet": meet.meet_command,
    "data": data.data_command,
    "pending": followup.pending,
    "aside": aside.aside_heard,
    "asked": aside.asked,
    "more": more.more_heard,
    "english": data.speak("en"),
    "vietnamese": data.speak("vi"),
    **linking.COMMANDS,
    **following.COMMANDS,
}
RESIDENT_TAPS: dict[str, TapHandler] = {
    **track.TAPS,
    "mine": mine.mine_tap,
    **followup.TAPS,
    **meet.TAPS,
    **data.TAPS,
    **linking.TAPS,
    **following.TAPS,
}
