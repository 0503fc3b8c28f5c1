"""A petition as its sender has put it together, before it is filed."""

from __future__ import annotations

from msgspec import Struct

from domain.kinds import Kind, NameVisibility, OnBehalf, Organisation
from domain.routing import Accused
from domain.subjects import Subject
from handlers.details import Details
from handlers.repeats import Repeat


class Draft(Struct, frozen=True):
    """A petition as confirmed by the person."""

    content: str
    kind: Kind
    commune: str
    organisation: Organisation
    subject: Subject
    details: Details
    on_behalf: OnBehalf
    name_visibility: NameVisibility
    name: str
    phone: str
    repeat: Repeat
    confidential: bool
    danger: bool
    accused: Accused
    consent: str | None


class Ended(Struct, frozen=True):
    """Nothing is filed: consent was refused, or only guidance was wanted."""

    why: str
    kind: Kind = Kind.OBSERVATION
