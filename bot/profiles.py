"""How the bot introduces itself in Telegram: menu commands and descriptions, Vietnamese for `vi` and as fallback."""

from __future__ import annotations

from channels.telegram import Command, Profile
from texts import say

MENU = ("new", "track", "mine", "meet", "help", "data")
"""Commands of the menu, in order. Their typed forms are in texts/*/commands.ftl."""

_TYPED = {"new": "gui", "track": "tracuu", "mine": "viec", "meet": "gapcanbo", "help": "trogiup", "data": "dulieu"}


def telegram_profiles() -> list[Profile]:
    """Return the profile for Vietnamese clients and the one for all others."""
    commands = [Command(_TYPED[name], say(f"profile-command-{name}")) for name in MENU]
    description, short = say("profile-description"), say("profile-short")
    return [Profile(language, commands, description, short) for language in ("vi", "")]
