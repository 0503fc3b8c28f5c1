"""The table of everything that a message can lead to. A new conversation is one file and one line here."""

from __future__ import annotations

from handlers import opening
from handlers.administration import ADMIN_COMMANDS, ADMIN_FORMS, ADMIN_TAPS
from handlers.digests import DIGEST_COMMANDS, DIGEST_FORMS, DIGEST_TAPS
from handlers.distress import TAPS as VOICE_TAPS
from handlers.distress import first_heard
from handlers.edits import edited
from handlers.failures import FAILURE_COMMANDS, FAILURE_TAPS
from handlers.leaders import LEADER_COMMANDS, LEADER_FORMS, LEADER_TAPS
from handlers.messenger import TAPS as MESSENGER_TAPS
from handlers.officer import OFFICER_COMMANDS, OFFICER_FORMS, OFFICER_TAPS
from handlers.officer.beside import heard_beside
from handlers.report_settings import SETTINGS_COMMANDS, SETTINGS_FORMS, SETTINGS_TAPS
from handlers.reports import REPORT_COMMANDS, REPORT_FORMS, REPORT_TAPS
from handlers.resident import RESIDENT_COMMANDS, RESIDENT_FORMS, RESIDENT_TAPS
from handlers.submit import SUBMIT
from handlers.table import Table

AT_WORK = (OFFICER_FORMS, DIGEST_FORMS, REPORT_FORMS, SETTINGS_FORMS, ADMIN_FORMS, LEADER_FORMS)
"""Forms of those who handle cases: whichever is open, a step typed at its last look is heard."""


def build_table() -> Table:
    """Return the table."""
    return Table(
        forms={
            SUBMIT.name: SUBMIT,
            **RESIDENT_FORMS,
            **{form.name: heard_beside(form) for forms in AT_WORK for form in forms.values()},
        },
        commands={
            "new": opening.new_command,
            "help": opening.help_command,
            "language": opening.language_command,
            **RESIDENT_COMMANDS,
            **OFFICER_COMMANDS,
            **DIGEST_COMMANDS,
            **REPORT_COMMANDS,
            **SETTINGS_COMMANDS,
            **ADMIN_COMMANDS,
            **FAILURE_COMMANDS,
            **LEADER_COMMANDS,
        },
        taps={
            **opening.TAPS,
            **RESIDENT_TAPS,
            **OFFICER_TAPS,
            **DIGEST_TAPS,
            **REPORT_TAPS,
            **SETTINGS_TAPS,
            **ADMIN_TAPS,
            **FAILURE_TAPS,
            **LEADER_TAPS,
            **MESSENGER_TAPS,
            **VOICE_TAPS,
        },
        idle=opening.idle,
        started=opening.started,
        edited=edited,
        first=first_heard,
    )


def spoken_commands(table: Table) -> tuple[str, ...]:
    """Return all commands, those of the router among them. Some have no words: only handlers call them."""
    return ("cancel", "back", "resume", *table.commands)
