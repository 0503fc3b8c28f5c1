"""What every handler may use besides the database: catalogues, the calendar, words, settings. Read-only values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from actions.officers import DIGEST_MINUTE
from conversation.recognise import Vocabulary
from domain.calendar import WorkCalendar
from domain.offices import Office
from matching.places import Gazetteer, Polygons


@dataclass(frozen=True, slots=True)
class Limits:
    """House rules that an administrator may change. Lengths in characters, sizes in bytes."""

    files_per_petition: int = 10
    petition_chars: int = 20_000
    expires_after: timedelta = timedelta(hours=48)
    purge_after: timedelta = timedelta(hours=24)
    wrong_tries: int = 5
    wrong_tries_within: timedelta = timedelta(hours=1)
    quiet_for: timedelta = timedelta(hours=1)
    """How long the bot is quiet in a chat after one of ours wrote there by hand."""
    link_code_life: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Services:
    """Given to every visit. `secret` is the key of the key file, for PINs and invitation tokens."""

    gazetteer: Callable[[], Gazetteer]
    calendar: WorkCalendar
    vocabulary: Vocabulary
    secret: bytes
    polygons: Callable[[], Polygons | None] = field(default=lambda: None)
    """Ward polygons, when an administrator has loaded some: then a pin's commune is known exactly."""
    office: Office = field(default_factory=Office)
    """What is shown where a body has no office of its own entered."""
    limits: Limits = field(default_factory=Limits)
    public_url: str = ""
    draw: Callable[[int], bytes] = field(default=lambda count: __import__("secrets").token_bytes(count))
    digest_minute: int = DIGEST_MINUTE
    """Minute of the local day at which a new officer's digest comes."""
    numbered: frozenset[str] = frozenset()
    """Channels on which people may see numbers in place of buttons."""
    email: bool = False
    """Whether officers can be written to by e-mail."""
    links: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """By channel name: payload → link that opens our chat there with it."""


Clock = Callable[[], datetime]
"""Returns the present moment, aware UTC. Tests give their own."""
