"""What happens when a petition's conversation is complete: filed with a receipt, guided, or purged."""

from __future__ import annotations

from actions.cases import resident
from actions.filing import NewPetition, Receipt, file_petition
from actions.privacy import give_consent, purge_conversation
from conversation.messages import Option, words
from domain import receipt
from domain.errors import StepNotAllowed
from domain.kinds import Kind
from domain.routing import Accused, suggest_authorities
from domain.units import UnitRef
from handlers.commune import body_words
from handlers.draft import Draft, Ended
from handlers.labels import organisation_words
from handlers.menu import follow_option, menu_options
from handlers.table import tap
from handlers.visit import Visit
from storage import members


async def complete(result: Draft | Ended, visit: Visit) -> None:
    """File the draft and hand over the receipt, or end as the person wished."""
    if not isinstance(result, Draft):
        await _ended(result, visit)
        return
    draft = result
    db = await visit.db()
    if draft.consent:
        await give_consent(db, visit.row.person_id, visit.row.id, draft.consent, now=visit.now)
    if draft.repeat.urges is not None and await _urge(draft, draft.repeat.urges, visit):
        return
    new = await _petition(draft, visit)
    filed = await file_petition(
        db,
        new,
        now=visit.now,
        calendar=visit.services.calendar,
        secret=visit.services.secret,
        draw=visit.services.draw,
    )
    _hand_over(visit, draft, filed)


async def _urge(draft: Draft, petition_id: int, visit: Visit) -> bool:
    """Add the words to the petition that the person asks about again; False when its case is closed by now."""
    db = await visit.db()
    petition = await members.petition_by_id(db, petition_id)
    if petition is None or petition.person_id != visit.row.person_id:
        return False
    details = draft.details
    try:
        await resident.supply(
            db,
            petition_id,
            draft.content,
            details.files,
            person_id=visit.row.person_id,
            now=visit.now,
            calendar=visit.services.calendar,
            pin=details.pin,
            urging=True,
        )
    except StepNotAllowed:
        return False
    code = receipt.display(petition.code)
    visit.say(
        words("receipt-urging", code=code),
        options=(Option("track", words("button-track"), tap("track", petition.code)),),
    )
    return True


async def _petition(draft: Draft, visit: Visit) -> NewPetition:
    gazetteer = visit.services.gazetteer()
    position = gazetteer.position(draft.commune)
    assert position is not None
    commune = UnitRef(draft.commune, gazetteer.communes[position].province_code)
    return NewPetition(
        person_id=visit.row.person_id,
        conversation_id=visit.row.id,
        origin=visit.row.channel,
        kind=draft.kind,
        text=draft.content,
        commune=commune,
        organisation=draft.organisation,
        subject=draft.subject,
        place=draft.details.place,
        pin=draft.details.pin,
        files=draft.details.files,
        on_behalf=draft.on_behalf,
        name_visibility=draft.name_visibility,
        sender_name=draft.name,
        sender_phone=draft.phone,
        confidential=draft.confidential,
        danger=draft.danger,
        accused=draft.accused,
        join_case=draft.repeat.case_id,
        recurrence_of=draft.repeat.recurrence_of,
        unsure=draft.repeat.unsure,
    )


def _hand_over(visit: Visit, draft: Draft, filed: Receipt) -> None:
    code = receipt.display(filed.code)
    gazetteer = visit.services.gazetteer()
    if draft.kind is Kind.THANKS:
        visit.say(words("receipt-thanks", code=code), options=menu_options(visit))
        return
    key = "receipt-guarded" if draft.confidential else ("receipt-joined" if filed.joined else "receipt")
    body = body_words(gazetteer, organisation_words(filed.handler.organisation), filed.handler.unit.code)
    paragraphs = [words(key, code=code, pin=filed.pin)]
    if filed.waits:
        first, second, *_ = suggest_authorities(draft.subject, draft.accused.level, leader_accused=True)
        paragraphs.append(words("receipt-waits", first=words(first.text_key), second=words(second.text_key)))
    else:
        paragraphs.append(words("receipt-next", body=body, read=filed.read_by, forward=filed.forward_by))
    if draft.accused is not Accused.NOBODY:
        paragraphs += [] if filed.waits else [words("receipt-passed-over")]
    elif filed.handler != filed.chosen:
        paragraphs.append(words("receipt-other-body", organisation=organisation_words(filed.chosen.organisation)))
    options = (
        Option("track", words("button-track"), tap("track", filed.code)),
        Option("add", words("button-add-facts"), tap("add", filed.code)),
        # Of a guarded matter nothing more is offered that would leave a trace of where it is.
        *(() if draft.confidential else (follow_option(draft.commune),)),
    )
    visit.say(*paragraphs, options=options)


async def _ended(ended: Ended, visit: Visit) -> None:
    if ended.why == "refused":
        await purge_conversation(await visit.db(), visit.row.id)
        visit.state.parked, visit.state.voice = None, ""
        office = visit.services.office
        visit.erased(
            words(
                "consent-refused", address=office.address, phone=office.phone, known="yes" if office.address else "no"
            )
        )
        return
    name = "denunciation" if ended.kind is Kind.DENUNCIATION else "complaint"
    visit.state.parked = None
    name = "violence" if ended.why == "violence" else name
    visit.say(words(f"guide-{name}"), words("guide-where"), options=menu_options(visit))
