"""A case in an officer's words: its state, its due date, who sent a petition, one line of its story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from actions.cases.access import in_stead_of
from actions.cases.moving import due_day
from actions.cases.refer import authority_words
from conversation.messages import Value, Words, words
from domain import receipt
from domain.calendar import WorkCalendar, local_date
from domain.deadlines import working_days_left
from domain.kinds import NameVisibility, OnBehalf
from domain.life import REOPENING, State, Step
from domain.roles import Actor
from domain.statuses import DETAILS, Status, status_code
from domain.units import PROVINCE_CODE_DIGITS
from handlers.commune import body_words, unit_inside, unit_words
from handlers.labels import name_words, on_behalf_words, shortened
from handlers.visit import Visit
from matching.places import Gazetteer
from storage.cases import Case, Event, Referral

EVENT_CHARS = 160
"""Characters of an event's words in the story; the whole is in the case's own petitions and answers."""


def state_words(case: Case, events: Sequence[Event], referrals: Sequence[Referral]) -> Words:
    """Return the state with its details: to whom referred and when, until when extended, why declined."""
    steps = [event.step for event in events]
    last_referral = max((i for i, step in enumerate(steps) if step == Step.REFER), default=-1)
    extended = [event for event in events[last_referral + 1 :] if event.step == Step.EXTEND]
    status = status_code(
        case.state,
        case.outcome,
        reopened=case.reopened > 0,
        extended=bool(extended),
        classified=Step.CLASSIFY in steps,
    )
    again = [event for event in events if event.step in REOPENING]
    if status is Status.REOPENED and again and again[-1].step == Step.REOPEN and again[-1].officer_id is not None:
        return words("officer-reopened-by-us")  # a slip, or news: nobody said that they do not agree
    values = _details(status, events, referrals, extended)
    return words(status.officer_detail_key, **values) if values else words(status.officer_key)


def _details(
    status: Status, events: Sequence[Event], referrals: Sequence[Referral], extended: Sequence[Event]
) -> dict[str, Value]:
    """Return what the detailed words take, or nothing when it is not all known."""
    known: dict[str, Value] = {}
    if referrals:
        last = referrals[-1]
        known |= {"authority": authority_words(last.authority, last.authority_name), "date": local_date(last.sent_at)}
    if extended:
        data = extended[-1].data
        known |= {"until": date.fromisoformat(str(data["due"])), "reason": str(data["reason"])}
    if events:
        known.setdefault("reason", str(events[-1].data.get("reason", "")))
        known["code"] = receipt.display(str(events[-1].data.get("into_code", "")))
    wanted = DETAILS.get(status, ())
    return {name: known[name] for name in wanted} if all(known.get(name) for name in wanted) else {}


def case_words(case: Case) -> Words:
    """Return which case it is, by what it is about and where; nothing but the code of a confidential one."""
    if case.confidential:
        return words("officer-about-confidential", code=receipt.display(case.code))
    return words(
        "officer-about",
        code=receipt.display(case.code),
        subject=words(f"subject-short-{case.subject.value.replace('_', '-')}"),
        place=if_any("officer-line-place", case.place),
    )


def due_words(case: Case, now: datetime, calendar: WorkCalendar) -> Words:
    """Return by when, and how many working days are left or over."""
    if case.state is State.CLOSED or case.due_at is None:
        return words("officer-due-none")
    day = due_day(case.due_at)
    if case.paused_at is not None:
        return words("officer-due", day=day, left=words("due-paused"))
    left = working_days_left(day, now, calendar)
    if now >= case.due_at:
        return words("officer-due", day=day, left=words("due-overdue", days=max(-left, 1)))
    key = words("due-left", days=left) if left > 0 else words("due-today")
    return words("officer-due", day=day, left=key)


def body_of(gazetteer: Gazetteer, case: Case) -> Words:
    """Return the handling body with its unit."""
    body = case.handler
    return body_words(gazetteer, words(body.organisation.text_key), body.unit.code)


def place_words(gazetteer: Gazetteer, case: Case) -> Words:
    """Return where: the place in the resident's words, and the commune."""
    if not case.place:
        return unit_words(gazetteer, case.commune)
    return words("officer-place-named", place=case.place, unit=unit_inside(gazetteer, case.commune))


def place_of(visit: Visit, actor: Actor, case: Case) -> Words | str:
    """Return the place as it stands in a list: with the commune for whoever looks after several."""
    return place_words(visit.services.gazetteer(), case) if looks_after_several(actor) else case.place


def looks_after_several(actor: Actor) -> bool:
    """Tell whether an officer's scopes hold more than one commune."""
    return any(s.unit is None or len(s.unit) == PROVINCE_CODE_DIGITS for s in actor.scopes) or len(actor.scopes) > 1


def if_any(key: str, value: Value) -> Value:
    """Return the sentence `key` about a value, '' when there is none: optional parts carry their own commas."""
    return words(key, value=value) if value else ""


def stead_name(case: Case, actor: Actor) -> str:
    """Return the name of the one who is away and in whose stead the officer handles a case, '' for one of their own."""
    absent = {case.officer_id, in_stead_of(case, actor)}
    return next((stead.name for stead in actor.stands_in if stead.officer_id in absent), "")


def sender_words(petition: Row[Any], *, named: bool) -> Words:
    """Return who sent a petition, as far as this reader may know: `named` says whether names are for them."""
    visibility = NameVisibility(petition.name_visibility)
    if visibility is NameVisibility.WITHOUT or not (petition.sender_name or petition.sender_phone):
        return words("officer-sender-none")
    if not named:
        return words("officer-sender-masked")
    behalf = OnBehalf(petition.on_behalf)
    return words(
        "officer-sender",
        name=petition.sender_name or words("officer-sender-no-name"),
        phone=if_any("officer-sender-phone", petition.sender_phone or ""),
        visibility=name_words(visibility),
        behalf="" if behalf is OnBehalf.SELF else if_any("officer-sender-behalf", on_behalf_words(behalf)),
    )


def event_words(event: Event) -> Words:
    """Return one line of the story: when, who, what, with the words that belong to it."""
    data = event.data
    text = str(data.get("text") or data.get("reason") or "")
    who: Words | str = event.officer_name
    if event.person_id is not None:
        who = words("officer-who-resident")
    elif not who:
        who = words("role-system")
    return words(
        "officer-event",
        at=event.at,
        who=who,
        step=words(f"step-{event.step.replace('_', '-')}"),
        about=if_any("officer-event-about", _about(event)),
        text=_quoted(text),
    )


def _quoted(text: str) -> Value:
    if text == "hand_over":
        return words("officer-hand-over")
    plain = shortened(" ".join(text.split()), EVENT_CHARS)
    return words("officer-quoted", text=plain) if plain else ""


def _about(event: Event) -> Words | str:
    """Return the one further fact of a line: an authority, a date, another case, a colleague, a score."""
    data = event.data
    if data.get("authority_name") and event.step != Step.CLOSE:
        return authority_words(str(data.get("authority", "")), str(data["authority_name"]))
    if data.get("due"):
        return words("officer-until", day=date.fromisoformat(str(data["due"])))
    for name in ("into_code", "from_code", "new_code", "to_code"):
        if data.get(name):
            return receipt.display(str(data[name]))
    if data.get("to_name"):
        return str(data["to_name"])
    if data.get("to_organisation"):
        return words(f"organisation-{str(data['to_organisation']).replace('_', '-')}")
    if data.get("score"):
        return words(f"rating-{str(data['score']).replace('_', '-')}")
    return ""
