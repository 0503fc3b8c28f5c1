"""How the bot introduces itself in Telegram: menu commands and descriptions, Vietnamese for `vi` and as fallback."""

from __future__ import annotations

from channels.telegram import Command, Profile
from handlers.menu import RESIDENT_COMMANDS, command_menu
from texts import say


def telegram_profiles() -> list[Profile]:
    """Return the profile for Vietnamese clients and the one for all others."""
    commands = [Command(typed, say(what.key)) for typed, what in command_menu(RESIDENT_COMMANDS)]
    description, short = say("profile-description"), say("profile-short")
    return [Profile(language, commands, description, short) for language in ("vi", "")]
