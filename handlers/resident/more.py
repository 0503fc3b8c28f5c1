"""What comes right after a petition was filed: more about it, or a new matter. Asked, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Row

from conversation.codec import Json
from conversation.forms import Form, Outline, Question, Said, State
from conversation.heard import MAX_CHARS, aside, begins, first_said, mentions
from conversation.messages import Option, Pin, Words, words
from conversation.questions import Choice, Text
from domain import receipt
from domain.subjects import Subject
from handlers.asides import in_form
from handlers.danger import warn_of_danger
from handlers.details import Details, keep_file
from handlers.hearing import hear
from handlers.opening import where_before
from handlers.resident.followup import Addition, add
from handlers.resident.track import cases_of, next_steps, steps_with
from handlers.submit import FORM as SUBMIT_FORM
from handlers.visit import Visit
from storage import petitions

SOON: Final = timedelta(minutes=30)
"""After this long people have left the matter; what they write then is taken for a new one."""

ANSWERED_SOON: Final = timedelta(days=2)
"""So long after an answer a line that names nothing else may be about it."""

CONTENT_MIN: Final = 3
"""As the first question of a petition takes it."""

LINE_MIN: Final = 10
"""A shorter answer that is none of the two is asked again."""

EARLIER_CHARS: Final = 120
"""A text that says that it adds to what was filed may be as long: "bữa trước tôi gửi vụ …, giờ gửi thêm tấm hình"."""

SHORT_CHARS: Final = 60
"""A longer text tells a story of its own."""


async def more_heard(visit: Visit, text: str) -> bool:
    """Ask what a short line or a photo belongs to that follows a receipt; False when it follows none."""
    inbound = visit.inbound
    named = len(text) > SHORT_CHARS or (text and hear(visit.services.gazetteer(), text).commune.decision)
    if named and not _adds_to_earlier(text):
        return False
    rows = await petitions.petitions_of_person(await visit.look(), visit.row.person_id, limit=1)
    if rows and text and mentions(text, "heard-fixed") and not mentions(text, "heard-still"):
        steps = await next_steps(rows[0], visit)
        visit.say(words("aside-fixed", code=receipt.display(rows[0].code)), options=steps)
        return True
    way = await _way(visit, rows[0], text) if rows else None
    if way is None:
        return False
    warn_of_danger(visit, text)
    given: dict[str, Json] = {"text": text.strip()}
    args: dict[str, Json] = {"code": rows[0].code, "way": way}
    args |= {"unhappy": bool(text) and mentions(text, "heard-unhappy"), "guarded": rows[0].confidential}
    visit.begin("more", args=args, **given)
    if inbound.files:
        await _keep(visit.state, visit)
    if inbound.pin is not None:
        visit.state.args["pin"] = [inbound.pin.lat, inbound.pin.lon]
    return True


async def _way(visit: Visit, petition: Row[Any], text: str) -> str | None:
    """Return what would be done: "add" soon after filing or a notice, or when it is not well the way that is open."""
    cases = await cases_of(petition, visit)
    possible = {option.id for option in await steps_with(petition, cases, visit)}
    lately = any(visit.now - case.changed_at <= ANSWERED_SOON for case in cases)
    only_photos = bool(visit.inbound.files) and not text
    if "add" in possible and (
        _adds_to_earlier(text) or visit.now - petition.filed_at <= SOON or (only_photos and lately)
    ):
        return "add"
    if text and (mentions(text, "heard-still") or mentions(text, "heard-unhappy")):
        return next((way for way in ("reopen", "dispute", "add") if way in possible), None)
    if text and lately and _names_nothing_else(visit, petition, text):
        return next((way for way in ("reopen", "dispute") if way in possible), None)
    return None


def _adds_to_earlier(text: str) -> bool:
    return len(text) <= EARLIER_CHARS and mentions(text, "heard-adds-to-earlier")


def _names_nothing_else(visit: Visit, petition: Row[Any], text: str) -> bool:
    """Tell whether a line names no place, and no subject but the petition's: it may be what they say of the answer."""
    told = hear(visit.services.gazetteer(), text)
    else_told = told.place or told.danger or told.guarded is not None
    return not else_told and told.subject in {None, Subject(petition.subject)}


async def reopen_asked(visit: Visit) -> bool:
    """Begin to reopen the newest petition, or to say that its answer does not do; False when neither can be."""
    rows = await petitions.petitions_of_person(await visit.look(), visit.row.person_id, limit=1)
    possible = {option.id for option in await next_steps(rows[0], visit)} if rows else set()
    way = next((way for way in ("reopen", "dispute") if way in possible), None)
    if way is not None:
        visit.begin(way, args={"code": rows[0].code})
    return way is not None


async def _keep(state: State, visit: Visit) -> None:
    kept = list(state.args.get("files", ()))
    room = max(visit.services.limits.files_per_petition - len(kept), 0)
    kept += [await keep_file(visit, file) for file in visit.inbound.files[:room]]
    state.args["files"] = kept
    state.memo["!album"] = visit.inbound.album


async def more_absorbed(state: State, _question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """Keep what follows: another line, or photos, those of one album without a further word."""
    text = visit.inbound.text.strip()
    if visit.inbound.files:
        same = bool(visit.inbound.album) and state.memo.get("!album") == visit.inbound.album
        await _keep(state, visit)
        return () if same else (words("absorb-files", files=len(state.args["files"])),)
    if len(text) < LINE_MIN or " " not in text or said.near:
        return None
    state.answers["text"] = "\n".join(filter(None, (str(state.answers.get("text", "")), text)))
    return (words("absorb-text"),)


@dataclass(frozen=True, slots=True)
class MoreFacts:
    """What the form was begun with."""

    code: str
    files: tuple[int, ...] = ()
    pin: tuple[float, float] | None = None
    """Latitude and longitude."""
    way: str = "add"
    """"add" to an open petition, "reopen" a closed one, "dispute" an answer."""
    unhappy: bool = False
    """They complain of how it was answered."""


@dataclass(frozen=True, slots=True)
class More:
    """What came, and whether it is more of the petition before."""

    about: MoreFacts
    text: str
    belongs: bool


async def more_facts(args: dict[str, Json], _visit: Visit) -> MoreFacts:
    """Return what the form was begun with."""
    pin = args.get("pin")
    files, way = tuple(args.get("files", ())), args.get("way", "add")
    return MoreFacts(args["code"], files, (pin[0], pin[1]) if pin else None, way, args.get("unhappy", False))


def more_outline(facts: MoreFacts) -> Outline[More]:
    """Ask whether it belongs to the petition before."""
    text = yield from Text("text", optional=True)
    name = "still" if facts.way != "add" else "unhappy" if facts.unhappy else "more"
    options = (Option("more", words(f"{name}-is-{name}"), style="primary"), Option("new", words("more-is-new")))
    meant = yield from Choice("meant", options, ask=words(f"{name}-which", code=receipt.display(facts.code)))
    return More(facts, text, meant == "more")


async def more_said(more: More, visit: Visit) -> None:
    """Put it to the petition, or begin a new one with it."""
    about = more.about
    if not more.belongs:
        answers: dict[str, Json] = {"content": more.text} if len(more.text) >= CONTENT_MIN else {}
        args = await where_before(visit, more.text, {}) if about.pin is None else {}
        visit.begin(SUBMIT_FORM, args=args, **answers)
        details: dict[str, Json] = {"files": list(about.files)} if about.files else {}
        if about.pin is not None:
            details["pin"] = list(about.pin)
        if details:
            visit.state.memo["details"] = details
        return
    if about.way != "add":
        reason: dict[str, Json] = {"reason": more.text}
        visit.begin(about.way, args={"code": about.code}, **reason)
        return
    pin = Pin(*about.pin) if about.pin else None
    await add(Addition(about.code, more.text, Details(files=about.files, pin=pin)), visit)


_BACK: Final = ("withdraw", "mistaken", "wrong-chat")


def takes_back(text: str, _asked: str) -> bool:
    """Tell whether a message withdraws the petition, or says that it was a slip: nothing is to be added to it."""
    named = begins(text, "heard-withdraw-of") if len(text) <= MAX_CHARS else None  # "rút việc đèn"
    return bool(named) or first_said(text, "withdraw") or aside(text, _BACK) is not None


FORMS: tuple[Form[Any], ...] = (
    Form("more", more_outline, more_said, more_facts, absorb=more_absorbed, aside=in_form, gives_way=takes_back),
)
