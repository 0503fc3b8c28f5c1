"""What a petition's text already tells, read once per text: kind, subject, organisation, commune, place, danger."""

from __future__ import annotations

import functools
import re

from msgspec import Struct

from conversation.accused import accused_in
from conversation.distress import Distress, distress_in
from conversation.heard import ASIDE_MAX_CHARS, after, mentions, speaks_of
from conversation.letters import letter_in
from conversation.posts import story_of
from conversation.tongues import english_dangers, looks_english
from domain.emergency import Hotline
from domain.kinds import TAKEN_IN_CHAT, Kind, OnBehalf, Organisation
from domain.routing import Accused
from domain.subjects import Subject
from handlers.commune import vietnamese_order, with_its_marks
from handlers.names import told_of
from matching.places import Gazetteer, PlaceReading, find_commune
from matching.understanding import Understanding, understand

ORGANISATION_CONFIDENCE = 0.5
_NUMBERED = re.compile(r"(?:^|\s)1[.)/] ?\D.*?\s2[.)/] ?\D", re.DOTALL)
"""Matters that the writer has numbered: "1. Đường … 2. Nước …"."""

_BREATH = re.compile(r"[,;.!?\n]+")
NEIGHBOUR_WITHIN = 4
"""Words behind "báo giùm bà" among which "hàng xóm" says who that is."""

CANNOT_WRITE_WORDS = 9
"""So many words at most say of somebody that they cannot write; more of them tell something."""

STORIES_KEPT = 2_048
"""Readings of texts that are at hand, about 2 MB: a story is asked about at each message until it is filed."""

CITY_CHARS = 6
"""What stands right before a place, "thành " of "thành phố"."""


class Heard(Struct, frozen=True):
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
    on_behalf: OnBehalf
    """Whom it is sent for: "gửi giùm bà" names somebody of the family."""
    name: str
    """With which the writer introduces themselves, '' for none; so the phone number behind it."""
    phone: str
    wants_no_name: bool
    """The person asks not to be named ("đừng nói tên em")."""
    is_thanks: bool
    several_matters: bool
    self_harm: bool
    """The person, or somebody near, thinks of dying: care comes before any question."""
    child: str
    """How a child is spoken to (see `conversation/voices.py`), '' for an adult."""
    accused: Accused
    """Whose post or office is named in an accusation: they must not handle it (Luật Tố cáo 25/2018 Art 12)."""


def hear(gazetteer: Gazetteer, text: str, near: str | None = None) -> Heard:
    """Return what the text tells. Pure: the cache saves work, it remembers nothing of a person."""
    return _hear(gazetteer, text, near)


def _kind_named(text: str) -> Kind | None:
    """Return what the person says outright that this is: "tôi muốn khiếu nại" is no matter of likelihood."""
    named = (kind for kind in (Kind.DENUNCIATION, Kind.COMPLAINT) if mentions(text, f"heard-kind-{_TEXT_KEYS[kind]}"))
    return next(named, None)


_TEXT_KEYS = {Kind.DENUNCIATION: "denunciation", Kind.COMPLAINT: "complaint"}


def _called_first(dangers: tuple[str, ...], distress: Distress) -> tuple[str, ...]:
    """Return the numbers with those for who thinks of dying and for a child in danger."""
    more = {Hotline.AMBULANCE.value, Hotline.POLICE.value} if distress.self_harm else set()
    if distress.voice and (dangers or more or distress.is_hurt):
        more = {*more, Hotline.CHILDREN.value}
    return tuple(sorted({*dangers, *more}))


def _are_numbered(told: str) -> bool:
    """Tell whether the writer counts the matters: "1. … 2. …", "thứ nhất … thứ hai …"."""
    return bool(_NUMBERED.search(told)) or (
        mentions(told, "heard-first-matter") and mentions(told, "heard-second-matter")
    )


def _places(text: str, known: Understanding) -> list[str]:
    """Return the places named, without the "phố Huế" of "thành phố Huế" and without the Front that is written to."""
    places = known.places
    front = bool(places) and mentions(text, "heard-front")
    return [
        span.text
        for span in places
        if not (span.start and mentions(text[: span.start][-CITY_CHARS:], "heard-city"))
        and not (front and mentions(span.text, "heard-front"))
    ]


def _commune(gazetteer: Gazetteer, text: str, near: str | None) -> PlaceReading:
    """Return the commune of a text: of a letter that to which it is sent, before the one in which its writer lives."""
    letter = letter_in(text)
    for said in (f"{letter.addressed}\n{letter.story}", text) if letter is not None else (text,):
        found = find_commune(gazetteer, vietnamese_order(said), province_code=near)
        if found.candidates or said is text:
            break
    return with_its_marks(gazetteer, said, found)


def _complained_about(text: str, organisation: Organisation) -> bool:
    """Tell whether an organisation is named by the one who complains, and not asked for help ("nhờ Hội Phụ nữ")."""
    return speaks_of(text, f"heard-body-{organisation.value.replace('_', '-')}", without="heard-turns-to")


def _only_says_for_whom(told: str) -> bool:
    """Tell whether nothing is told but for whom it is written, and why: "nhắn hộ bà, bà 82 tuổi ko biết dùng đt"."""
    if len(told) > ASIDE_MAX_CHARS or not mentions(told, "heard-cannot-write"):
        return False
    parts = [part for part in _BREATH.split(told) if part.strip()]
    return not mentions(told, "heard-hurt") and all(_says_for_whom(part) or _cannot_write(part) for part in parts)


def _says_for_whom(part: str) -> bool:
    behind = after(part, "heard-for-relative")
    return behind is not None and len(behind.split()) <= 1


def _cannot_write(part: str) -> bool:
    behind = after(part, "heard-cannot-write")
    return behind is not None and len(behind.split()) <= 1 and len(part.split()) <= CANNOT_WRITE_WORDS


def _on_behalf(told: str) -> OnBehalf:
    """Return for whom it is said to be sent: "gõ hộ ông nội", "thay mặt 20 hộ"."""
    if mentions(told, "heard-for-relative"):
        return OnBehalf.NEIGHBOUR if _for_neighbour(told) else OnBehalf.RELATIVE
    many = mentions(told, "heard-instead-of") and mentions(told, "heard-many-people")
    return OnBehalf.NEIGHBOUR if many else OnBehalf.SELF


def _for_neighbour(told: str) -> bool:
    """Tell whether the one it is sent for is called a neighbour in the same breath: "báo giùm bà Năm hàng xóm"."""
    parts = (behind for part in _BREATH.split(told) if (behind := after(part, "heard-for-relative")) is not None)
    return any(mentions(" ".join(behind.split()[:NEIGHBOUR_WITHIN]), "heard-neighbour") for behind in parts)


@functools.lru_cache(STORIES_KEPT)
def _hear(gazetteer: Gazetteer, text: str, near: str | None) -> Heard:
    known = understand(text)
    told = story_of(text)  # a letter's head speaks of offices and addresses that are not what it is about
    about = known if told == text else understand(told)
    english = looks_english(text)
    for_whom = _only_says_for_whom(told)
    dangers = () if for_whom else english_dangers(text) or tuple(sorted(known.danger))
    distress = distress_in(text, danger=bool(dangers))
    if distress.self_harm or distress.voice:
        dangers = _called_first(dangers, distress)
    # "Xin chân thành cảm ơn" ends every letter: one that asks for something is no thanks.
    is_thanks = known.is_thanks and not mentions(text, "heard-letter-asks")
    likely = (Kind(code) for code, _ in known.kind.alternatives)
    kind = _kind_named(text) or next(one for one in likely if is_thanks or one is not Kind.THANKS)
    guarded = kind if kind not in TAKEN_IN_CHAT else None
    if known.accusation.code and guarded is None and not for_whom:
        guarded = Kind.DENUNCIATION
    if (english and "113" in dangers and not distress.self_harm) or (distress.is_hurt and guarded is None):
        guarded = Kind.DENUNCIATION
    if guarded is None and dangers and mentions(text, "heard-beaten") and mentions(text, "heard-home"):
        guarded = Kind.DENUNCIATION
    # The subject of an English text would be read from its names alone.
    subject = Subject(about.subject.code) if about.subject.code and not english else None
    organisation = (
        Organisation(known.organisation.code)
        if known.organisation.code and not english and known.organisation.confidence >= ORGANISATION_CONFIDENCE
        else Organisation.FRONT
    )
    if guarded is not None and not dangers and _complained_about(told, organisation):
        organisation = Organisation.FRONT  # nobody is sent to those of whom they complain
    name, phone = told_of(text)
    ranked = [subject] if subject else []
    ranked += [Subject(code) for code, _ in about.subject.alternatives if not english]
    return Heard(
        kind=kind if kind in TAKEN_IN_CHAT else Kind.OBSERVATION,
        guarded=guarded,
        subject=subject,
        subjects=tuple(dict.fromkeys(ranked))[:5],
        organisation=organisation,
        danger=dangers,
        place=", ".join(dict.fromkeys(_places(told, about))),
        commune=_commune(gazetteer, text, near),
        on_behalf=_on_behalf(told),
        name=name,
        phone=phone,
        wants_no_name=mentions(text, "heard-no-name"),
        is_thanks=is_thanks,
        several_matters=about.several_matters or _are_numbered(told),
        self_harm=distress.self_harm,
        child=distress.voice,
        accused=accused_in(text, known) if guarded is Kind.DENUNCIATION else Accused.NOBODY,
    )
