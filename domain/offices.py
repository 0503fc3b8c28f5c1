"""Where a body can be met and phoned: the value, its limits, and who may change it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from domain.kinds import Organisation
from domain.roles import HANDLERS, Actor, Role
from domain.units import UnitRef

ADDRESS_MAX: Final = 300
PHONE_MAX: Final = 40
HOURS_MAX: Final = 200
"""Characters of each part; three short lines in a chat."""

PHONE_MIN_DIGITS: Final = 3
"""113 is a phone number, too."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where a body can be met. Empty texts mean: not set. `name` is that of the installation's own page."""

    address: str = ""
    phone: str = ""
    hours: str = ""
    name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not (self.address or self.phone or self.hours)


LIMITS: Final = {"address": ADDRESS_MAX, "phone": PHONE_MAX, "hours": HOURS_MAX}
PARTS: Final = tuple(LIMITS)
assert set(PARTS) < {part.name for part in fields(Office)}


def parse_phone(text: str) -> str:
    """
    Return an office's phone as written: one number or several, a landline, an extension.

    Raises:
        ValueError: with a text key: there is no number in it.
    """
    if sum(letter.isdecimal() for letter in text) < PHONE_MIN_DIGITS:
        raise ValueError("office-phone-not-understood")
    return " ".join(text.split())


def may_set_office(actor: Actor, unit: UnitRef, organisation: Organisation) -> bool:
    """Tell whether somebody may change where a body is met: its own officers and leaders, and administrators."""
    own = any(scope.owns(unit, organisation) for scope in actor.scopes)
    return actor.has(Role.ADMINISTRATOR) or (own and actor.has(*HANDLERS))


def own_bodies(actor: Actor) -> tuple[tuple[str, Organisation], ...]:
    """Return (unit code, organisation) of each body that an account's scopes name, in the order of the scopes."""
    if not actor.has(*HANDLERS):
        return ()
    named = [
        (scope.unit, organisation)
        for scope in actor.scopes
        if scope.unit is not None
        for organisation in ((scope.organisation,) if scope.organisation else Organisation)
    ]
    return tuple(dict.fromkeys(named))
