"""Hotlines, and which of them each danger needs first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.codes import Code


class Hotline(Code):
    """A national number, free to call; the value is what is dialled."""

    POLICE = "113"
    FIRE = "114"
    AMBULANCE = "115"
    CHILDREN = "111"
    RESCUE = "112"


class Danger(Code):
    """A danger that words can tell of. Source: urgency words, domain reference §4.4."""

    FIRE = "fire"
    EXPLOSION = "explosion"
    GAS_LEAK = "gas_leak"
    ELECTRIC_SHOCK = "electric_shock"
    DROWNING = "drowning"
    LANDSLIDE = "landslide"
    FLASH_FLOOD = "flash_flood"
    ACCIDENT = "accident"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    CHILD_ABUSE = "child_abuse"
    MEDICAL = "medical"
    SUICIDE = "suicide"
    MISSING = "missing"


_FIRST: Final[Mapping[Danger, tuple[Hotline, ...]]] = MappingProxyType(
    {
        Danger.FIRE: (Hotline.FIRE, Hotline.AMBULANCE),
        Danger.EXPLOSION: (Hotline.FIRE, Hotline.POLICE, Hotline.AMBULANCE),
        Danger.GAS_LEAK: (Hotline.FIRE,),
        Danger.ELECTRIC_SHOCK: (Hotline.AMBULANCE, Hotline.FIRE),
        Danger.DROWNING: (Hotline.FIRE, Hotline.RESCUE, Hotline.AMBULANCE),
        Danger.LANDSLIDE: (Hotline.RESCUE, Hotline.FIRE),
        Danger.FLASH_FLOOD: (Hotline.RESCUE, Hotline.FIRE),
        Danger.ACCIDENT: (Hotline.AMBULANCE, Hotline.POLICE),
        Danger.VIOLENCE: (Hotline.POLICE, Hotline.AMBULANCE),
        Danger.ABUSE: (Hotline.POLICE, Hotline.CHILDREN),
        Danger.CHILD_ABUSE: (Hotline.CHILDREN, Hotline.POLICE),
        Danger.MEDICAL: (Hotline.AMBULANCE,),
        Danger.SUICIDE: (Hotline.AMBULANCE, Hotline.POLICE, Hotline.CHILDREN),
        Danger.MISSING: (Hotline.POLICE, Hotline.RESCUE, Hotline.CHILDREN),
    }
)


def hotlines_for(danger: Danger | None = None) -> tuple[Hotline, ...]:
    """Return all five hotlines, those that the danger needs first at the front."""
    first = _FIRST[danger] if danger else ()
    return (*first, *(line for line in Hotline if line not in first))
