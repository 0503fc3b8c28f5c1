"""File a petition: receipt code, case, first due date, and the people who must know of it."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_handlers
from conversation.messages import Option, Pin, words
from conversation.posts import story_of
from domain import receipt
from domain.calendar import WorkCalendar
from domain.deadlines import DueDate, due
from domain.kinds import Kind, NameVisibility, OnBehalf, Organisation
from domain.life import State, Step
from domain.routing import Accused, Body, reading_chain
from domain.rules import Deadline, rule_for
from domain.subjects import Subject
from domain.units import Level, UnitRef
from matching.duplicates import Relation, Report
from storage import files, officers, pairs, petitions, traces
from storage.pairs import NewPair

TITLE_CHARS = 90


class NewPetition(Struct, frozen=True):
    """A petition as its sender confirmed it. `origin` is the channel, or "walk_in"."""

    person_id: int
    conversation_id: int | None
    origin: str
    kind: Kind
    text: str
    commune: UnitRef
    organisation: Organisation
    subject: Subject
    place: str = ""
    pin: Pin | None = None
    files: tuple[int, ...] = ()
    on_behalf: OnBehalf = OnBehalf.SELF
    name_visibility: NameVisibility = NameVisibility.OFFICER_ONLY
    sender_name: str = ""
    sender_phone: str = ""
    confidential: bool = False
    danger: bool = False
    accused: Accused = Accused.NOBODY
    join_case: int | None = None
    recurrence_of: int | None = None
    unsure: tuple[int, ...] = ()


class Receipt(Struct, frozen=True):
    """
    What the sender is told: `handler` reads it by `read_by` and forwards it, if need be, by `forward_by`.

    `waits`: nobody works yet at the one body that may read it.
    """

    petition_id: int
    code: str
    pin: str
    handler: Body
    chosen: Body
    read_by: date
    forward_by: date
    case_id: int | None
    joined: bool
    waits: bool = False


def pin_hash(secret: bytes, code: str, pin: str) -> str:
    """Return the keyed hash of a PIN: the key is not in the database, so a stolen one cannot be tried out."""
    return hmac.new(secret, f"pin/{code}/{pin}".encode(), hashlib.sha256).hexdigest()


async def file_petition(
    db: AsyncConnection,
    new: NewPetition,
    *,
    now: datetime,
    calendar: WorkCalendar,
    secret: bytes,
    draw: receipt.RandomBytes,
) -> Receipt:
    """Store the petition, put it into its case, and tell those who handle it."""
    # Drawn from 6,000 million: a code that is there already fails the message, whose second try draws another.
    code = receipt.draw(draw)
    pin = receipt.draw_pin(draw)
    handler = await find_handler(db, new)
    petition_id = await _insert(db, new, code, pin_hash(secret, code, pin), now)
    if new.conversation_id is not None and new.files:
        await files.attach(db, new.files, petition_id, conversation_id=new.conversation_id)
    read_by, forward_by = (due(rule_for(d), now, calendar) for d in (Deadline.READ, Deadline.FORWARD))
    case_id, joined = None, False
    if new.kind.becomes_case:
        case_id, joined = await _into_case(db, new, petition_id, code, handler, read_by, now)
        if not new.confidential:
            await traces.add(db, petition_id, _report(new, petition_id, now))
    chosen = Body(new.commune, new.organisation)
    waits = not handler.staffed and handler.body.unit.level is Level.CENTRE
    return Receipt(petition_id, code, pin, handler.body, chosen, read_by.day, forward_by.day, case_id, joined, waits)


class Handler(Struct, frozen=True):
    """The body that reads a petition, and whether anybody is there."""

    body: Body
    staffed: bool


async def find_handler(db: AsyncConnection, new: NewPetition) -> Handler:
    """Return who reads the petition: the chosen body, the commune's Front or the province's; never the accused."""
    chain = reading_chain(new.commune, new.organisation, new.accused)
    staffed = await officers.staffed_bodies(db, chain)
    if staffed:
        return Handler(staffed[0], staffed=True)
    # Nobody is there yet: it waits for the province's Front, not for the centre, which may never have anybody.
    below = [body for body in chain if body.unit.level is not Level.CENTRE]
    return Handler((below or chain)[-1], staffed=False)


async def _insert(db: AsyncConnection, new: NewPetition, code: str, hashed_pin: str, now: datetime) -> int:
    return await petitions.insert_petition(
        db,
        code=code,
        person_id=new.person_id,
        conversation_id=new.conversation_id,
        kind=new.kind.value,
        text=new.text,
        commune_code=new.commune.code,
        province_code=new.commune.province,
        organisation=new.organisation.value,
        subject=new.subject.value,
        place=new.place,
        lat=new.pin.lat if new.pin else None,
        lon=new.pin.lon if new.pin else None,
        on_behalf=new.on_behalf.value,
        name_visibility=new.name_visibility.value,
        sender_name=new.sender_name or None,
        sender_phone=new.sender_phone or None,
        confidential=new.confidential,
        danger=new.danger,
        pin_hash=hashed_pin,
        filed_at=now,
        origin=new.origin,
    )


async def _into_case(
    db: AsyncConnection,
    new: NewPetition,
    petition_id: int,
    code: str,
    handler: Handler,
    read_by: DueDate,
    now: datetime,
) -> tuple[int, bool]:
    """Return the case's id, and whether it was there before."""
    # What is confidential never joins a case that more people read, whatever its sender was shown.
    into = None if new.confidential else new.join_case
    found = await petitions.case_by_id(db, into, for_update=True) if into else None
    joined = found is not None and found.state != State.CLOSED and not found.confidential
    if joined and found is not None:
        case_id = int(found.id)
        state = found.state
        await petitions.join_case(db, case_id, petition_id, at=now, by="resident")
        # A new version: an officer who has the case before them must learn that one more person stands behind it.
        version = found.version + 1
        await petitions.change_case(db, case_id, found.version, {"changed_at": now})
    else:
        case_id = await _open_case(db, new, code, handler.body, read_by, now)
        state, version = State.RECEIVED.value, 1
        await petitions.join_case(db, case_id, petition_id, at=now, by="filing")
    await petitions.add_event(
        db, case_id=case_id, petition_id=petition_id, at=now, step=Step.SUPPLY.value if joined else "file",
        person_id=new.person_id, officer_id=None, state_before=state, state_after=state,
        data={"joined": joined, "unsure": list(new.unsure), "version": version}, told=False,
    )  # fmt: skip
    if new.unsure and not new.confidential:
        # The sender could not tell; an officer may. Only cases that the sender was shown are named here.
        doubts = [NewPair(case_id, other, Relation.SAME, 0.5, source="resident") for other in new.unsure]
        await pairs.suggest(db, doubts, at=now)
    if handler.staffed or joined:
        await _tell(db, new, case_id, joined, now)
    return case_id, joined


async def _open_case(
    db: AsyncConnection, new: NewPetition, code: str, handler: Body, read_by: DueDate, now: datetime
) -> int:
    return await petitions.insert_case(
        db,
        code=code,
        version=1,
        unit_code=new.commune.code,
        organisation=new.organisation.value,
        commune_code=new.commune.code,
        province_code=new.commune.province,
        handler_unit_code=handler.unit.code,
        handler_organisation=handler.organisation.value,
        subject=new.subject.value,
        kind=new.kind.value,
        place=new.place,
        title=title_of(new.text),
        state=State.RECEIVED.value,
        reopened=0,
        confidential=new.confidential,
        danger=new.danger,
        opened_at=now,
        due_at=read_by.at,
        due_rule=read_by.rule.value,
        paused_days=0,
        changed_at=now,
        recurrence_of_id=new.recurrence_of,
    )


def _report(new: NewPetition, petition_id: int, now: datetime) -> Report:
    """Return the petition as the search for duplicates sees it."""
    pin = new.pin
    text, seam = traces.told_apart(new.text, new.place)
    return Report(
        str(petition_id), text, new.commune.code, new.commune.province or "", now,
        new.subject.value, pin.lat if pin else None, pin.lon if pin else None, str(new.person_id), seam=seam,
    )  # fmt: skip


def title_of(text: str) -> str:
    """Return what a case is called before an officer names it: the beginning of the first petition's words."""
    first = " ".join(story_of(text).split())
    return first if len(first) <= TITLE_CHARS else first[:TITLE_CHARS].rsplit(" ", 1)[0] + " …"


async def _tell(db: AsyncConnection, new: NewPetition, case_id: int, joined: bool, now: datetime) -> None:
    """Danger is told at once and by itself; other news of one chat collapse into the newest until they are sent."""
    key = "officer-danger-case" if new.danger else ("officer-case-joined" if joined else "officer-new-case")
    subject = words(f"subject-short-{new.subject.value.replace('_', '-')}")
    if new.confidential:
        key, subject = "officer-new-confidential", words("subject-short-khac")
    sentence = words(key, subject=subject, place=new.place or words("summary-no-place"))
    open_it = Option("open", words("button-open-case"), f"!case={case_id}")
    await tell_handlers(db, case_id, sentence, (open_it,), now=now, collapse="" if new.danger else "new-case")
