"""What a petition's text already tells, read once per text: kind, subject, organisation, commune, place, danger."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from domain.kinds import TAKEN_IN_CHAT, Kind, Organisation
from domain.subjects import Subject
from matching.places import Gazetteer, PlaceReading, find_commune
from matching.understanding import understand

KIND_CONFIDENCE = 0.6
ORGANISATION_CONFIDENCE = 0.5
PLACE_KINDS = frozenset({"place"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Suggestions only: each is shown to the person before it counts."""

    kind: Kind
    """What may be filed by chat; a possible complaint or denunciation is in `guarded`."""
    guarded: Kind | None
    subject: Subject | None
    subjects: tuple[Subject, ...]
    """Best first, for the list that is offered."""
    organisation: Organisation
    danger: tuple[str, ...]
    """Numbers to call: "114" ..."""
    place: str
    commune: PlaceReading
    is_greeting: bool
    is_thanks: bool
    several_matters: bool
    leader_accused: bool
    """A post is named in an accusation: the unit itself must not handle it (Luật Tố cáo 25/2018 Art 12)."""


def hear(gazetteer: Gazetteer, text: str, near: str | None = None) -> Heard:
    """Return what the text tells. Pure: the cache saves work, it remembers nothing of a person."""
    return _hear(gazetteer, text, near)


@functools.lru_cache(128)
def _hear(gazetteer: Gazetteer, text: str, near: str | None) -> Heard:
    known = understand(text)
    kind = Kind(known.kind.code) if known.kind.code and known.kind.confidence >= KIND_CONFIDENCE else Kind.OBSERVATION
    guarded = kind if kind not in TAKEN_IN_CHAT else None
    if known.accusation.code and guarded is None:
        guarded = Kind.DENUNCIATION
    subject = Subject(known.subject.code) if known.subject.code else None
    organisation = (
        Organisation(known.organisation.code)
        if known.organisation.code and known.organisation.confidence >= ORGANISATION_CONFIDENCE
        else Organisation.FRONT
    )
    ranked = [subject] if subject else []
    ranked += [Subject(code) for code, _ in known.subject.alternatives]
    return Heard(
        kind=kind if kind in TAKEN_IN_CHAT else Kind.OBSERVATION,
        guarded=guarded,
        subject=subject,
        subjects=tuple(dict.fromkeys(ranked))[:5],
        organisation=organisation,
        danger=tuple(sorted(known.danger)),
        place=", ".join(dict.fromkeys(span.text for span in known.spans if span.kind in PLACE_KINDS)),
        commune=find_commune(gazetteer, text, province_code=near),
        is_greeting=known.is_greeting,
        is_thanks=known.is_thanks,
        several_matters=known.several_matters,
        leader_accused=guarded is Kind.DENUNCIATION and any(span.kind == "post" for span in known.spans),
    )
