"""The few things anybody may do next, as buttons that work for ever."""

from __future__ import annotations

from typing import Final

from conversation.messages import Option, Words, words
from handlers.table import tap
from handlers.visit import Visit

RESIDENT_MENU = ("new", "track", "mine", "meet", "help")
OFFICER_MENU = ("work", "find", "new", "help")

RESIDENT_COMMANDS: Final = (
    ("gui", "new"), ("tracuu", "track"), ("viec", "mine"), ("gapcanbo", "meet"), ("trogiup", "help"),
    ("dulieu", "data"),
)  # fmt: skip
"""Everybody's menu in messengers that show one: what is typed behind the slash, and the command that it is."""

OFFICER_COMMANDS: Final = (
    ("viec", "work"), ("viecmoi", "work-new"), ("denhan", "work-today"), ("quahan", "work-overdue"), ("tim", "find"),
    ("solieu", "figures"), ("bantin", "digest"), ("nghiphep", "absence"), ("trogiup", "help"),
    ("thoatcanbo", "leave-office"),
)  # fmt: skip
"""The menu that an officer's chat has instead, as long as it is one."""


def command_menu(listed: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Words], ...]:
    """Return a menu as the messenger takes it: what is typed, and what it does."""
    return tuple((typed, words(f"profile-command-{name}")) for typed, name in listed)


def menu_options(visit: Visit, *, resume: str = "", only: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """Return the menu of a resident or an officer; `resume` is the payload of a button that takes a form up again."""
    names = only or (OFFICER_MENU if visit.row.officer_id else RESIDENT_MENU)
    options = tuple(Option(name, words(f"menu-{name}"), tap("menu", name)) for name in names)
    return (Option("resume", words("menu-resume"), resume), *options) if resume else options


def follow_option(unit: str = "") -> Option:
    """Return the button that begins to follow a commune, by its code, or asks for one."""
    return Option("follow", words("button-follow" if unit else "menu-follow"), tap("follow", unit))
