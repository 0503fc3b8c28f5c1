"""Look a petition up by its receipt code: the whole story for its owner, safe words for anybody else."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, update

from actions.cases.moving import due_day
from actions.filing import pin_hash
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.posts import story_of
from conversation.questions import Text
from domain import receipt
from domain.calendar import local_date
from domain.kinds import Kind
from domain.life import WITH_AUTHORITY, Outcome, State
from domain.statuses import status_code
from handlers.asides import in_form
from handlers.labels import shortened
from handlers.menu import menu_options
from handlers.numbers import offered
from handlers.resident.own import check_tries, count_wrong_try, is_own
from handlers.table import tap
from handlers.visit import Visit
from storage import petitions, stories
from storage.schema import petition as petition_table

TEXT_CHARS = 300

FORM: Final = "track"


def parse_code(text: str) -> str:
    """Return the bare code in a text; raises ValueError with a text key that says what is wrong with it."""
    reading = receipt.read(text)
    if reading.code is None:
        raise ValueError("track-code-not-understood")
    return reading.code


def track_outline(_facts: None) -> Outline[str]:
    """Ask for the code."""
    return (yield from Text("code", ask=words("track-ask-code"), parse=parse_code))


async def no_facts(_args: dict[str, Json], _visit: Visit) -> None:
    """The outline needs to know nothing."""


async def track_command(visit: Visit, rest: str) -> None:
    """Show what a code stands for; without one, ask for it. An officer looks for a case, or asks how things stand."""
    code = receipt.parse(rest) if rest else None
    if code:
        await show(code, visit)
    elif visit.row.officer_id is not None:
        if rest or not await visit.call("pile-heard", visit.inbound.text):
            await visit.call("find", rest)
    else:
        visit.begin(FORM)


async def track_tap(visit: Visit, code: str) -> None:
    """A button with a code on it."""
    await show(code, visit)


async def show(code: str, visit: Visit) -> None:
    """Tell the story of a petition as far as this chat may know it."""
    what = f"code/{visit.row.id}"
    await check_tries(visit, what)
    db = await visit.db()
    petition = await petitions.petition_by_code(db, code)
    if petition is None:
        await count_wrong_try(db, what, visit.now)
        visit.say(
            words("track-unknown-code", code=receipt.display(code)),
            options=menu_options(visit, only=("track", "mine", "meet")),
        )
        return
    if is_own(visit, petition):
        await show_own(petition, visit)
        return
    await _show_stranger(petition, visit)


async def _show_stranger(petition: Row[Any], visit: Visit) -> None:
    """The code alone shows the state in safe words; the dialogue takes the PIN."""
    line = words("track-guarded-state") if petition.confidential else await status_of(petition, visit)
    unlock = Option("unlock", words("track-unlock"), tap("unlock", petition.code))
    visit.say(
        words("track-safe", code=receipt.display(petition.code), state=line, filed=local_date(petition.filed_at)),
        options=(unlock,),
    )


async def status_of(petition: Row[Any], visit: Visit) -> Words:
    """Return where a petition stands, in a resident's words; with several cases, that of the first open one."""
    return _state_of(petition, await cases_of(petition, visit))


async def cases_of(petition: Row[Any], visit: Visit) -> Sequence[Row[Any]]:
    """Return the cases of a petition that still waits for something; none of one that was withdrawn, or thanks."""
    if petition.withdrawn_at is not None or petition.kind == Kind.THANKS:
        return ()
    return await petitions.cases_of_petition(await visit.db(), petition.id)


def _state_of(petition: Row[Any], cases: Sequence[Row[Any]]) -> Words:
    if petition.withdrawn_at is not None:
        return words("status-resident-rut")
    if petition.kind == Kind.THANKS:
        return words("track-thanks-state")
    if not cases:
        return words("status-resident-moi")
    case = _first_open(cases)
    outcome = Outcome(case.outcome) if case.outcome else None
    return words(status_code(State(case.state), outcome, reopened=case.reopened > 0).resident_key)


def _first_open(cases: Sequence[Row[Any]]) -> Row[Any]:
    return next((c for c in cases if c.state != State.CLOSED), cases[0])


_PROMISED: Final = {
    State.RECEIVED: "track-due-read",
    **dict.fromkeys((State.ACCEPTED, State.VERIFYING), "track-due-forward"),
    **dict.fromkeys(WITH_AUTHORITY, "track-due-authority"),
}
"""What is done by the due date of a case, as its petitioners are told."""


def _promise(cases: Sequence[Row[Any]], now: datetime) -> list[Words]:
    """Say by when the next step is done, or that the day has passed; nothing where nothing is waited for."""
    case = _first_open(cases) if cases else None
    if case is None or case.due_at is None or case.paused_at is not None or State(case.state) not in _PROMISED:
        return []
    key = "track-due-over" if case.due_at <= now else _PROMISED[State(case.state)]
    return [words(key, day=due_day(case.due_at))]


async def show_own(petition: Row[Any], visit: Visit) -> None:
    """Tell the owner everything, with what they may do next."""
    db = await visit.db()
    story, cases = await stories.for_resident(db, petition.id), await cases_of(petition, visit)
    paragraphs = [
        words(
            "track-own",
            code=receipt.display(petition.code),
            text=shortened(story_of(petition.text), TEXT_CHARS),
            state=_state_of(petition, cases),
            filed=local_date(petition.filed_at),
        )
    ]
    paragraphs += _promise(cases, visit.now)
    paragraphs += [line.sentence for line in story[-8:]]
    visit.say(*paragraphs, options=await steps_with(petition, cases, visit))


async def next_steps(petition: Row[Any], visit: Visit) -> tuple[Option, ...]:
    """Return the buttons for what the owner of a petition may do now."""
    return await steps_with(petition, await cases_of(petition, visit), visit)


async def steps_with(petition: Row[Any], cases: Sequence[Row[Any]], visit: Visit) -> tuple[Option, ...]:
    """Return the same of a petition whose cases are known."""
    if petition.withdrawn_at is not None or petition.kind == Kind.THANKS:
        return menu_options(visit, only=("mine", "new"))
    states = {State(case.state) for case in cases}
    code = petition.code
    steps: list[tuple[str, bool]] = [
        ("confirm", State.CHECKING in states or State.ANSWERED in states),
        ("dispute", State.CHECKING in states or State.ANSWERED in states),
        ("rate", states == {State.CLOSED}),
        ("reopen", states == {State.CLOSED}),
        ("add", bool(states - {State.CLOSED})),
        ("leave", await _is_joined(petition, visit)),
        ("withdraw", bool(states - {State.CLOSED}) and Kind(petition.kind).withdrawn_by_button),
    ]
    return tuple(Option(name, words(f"button-{name}"), tap(name, code)) for name, possible in steps if possible)


async def _is_joined(petition: Row[Any], visit: Visit) -> bool:
    """Whether the person put the petition into somebody else's case and may take it out again."""
    return await stories.joined_by_resident(await visit.db(), petition.id) is not None


@dataclass(frozen=True, slots=True)
class Unlock:
    """A code and the PIN tried for it."""

    code: str
    pin: str


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """The code a conversation is about, and one case of its petition when the button named it."""

    code: str
    case_id: int | None = None


async def code_facts(args: dict[str, Json], _visit: Visit) -> CodeFacts:
    """Return the code and case of the form's arguments."""
    return CodeFacts(args["code"], args.get("case"))


def unlock_outline(facts: CodeFacts) -> Outline[Unlock]:
    """Ask for the PIN."""
    pin = yield from Text(
        "pin", ask=words("track-ask-pin", code=receipt.display(facts.code)), min_chars=4, max_chars=20
    )
    return Unlock(facts.code, "".join(c for c in pin if c.isdigit()))


async def unlock(tried: Unlock, visit: Visit) -> None:
    """With the right PIN the dialogue goes on here; notices follow to this chat."""
    what = f"pin/{tried.code}"
    await check_tries(visit, what)
    db = await visit.db()
    petition = await petitions.petition_by_code(db, tried.code)
    given = pin_hash(visit.services.secret, tried.code, tried.pin)
    if petition is None or not hmac.compare_digest(given, petition.pin_hash or ""):
        await count_wrong_try(db, what, visit.now)
        again = Option("unlock", words("track-try-again"), tap("unlock", tried.code))
        visit.say(words("track-wrong-pin"), options=(again, *menu_options(visit, only=("meet",))))
        return
    table = petition_table
    await db.execute(update(table).where(table.c.id == petition.id).values(conversation_id=visit.row.id))
    visit.say(words("track-unlocked"))
    fresh = await petitions.petition_by_code(db, tried.code)
    assert fresh is not None
    await show_own(fresh, visit)


async def unlock_tap(visit: Visit, code: str) -> None:
    """Begin to ask for the PIN."""
    visit.begin("unlock", args={"code": code})


_PIN = re.compile(r"\s*(?:\d\s*){6}")


async def pin_heard(visit: Visit, text: str) -> bool:
    """Take six digits for the PIN of the code that was looked up just before: nobody should have to tap first."""
    code = await offered(visit, "unlock") if _PIN.fullmatch(text) else None
    if code is None:
        return False
    await unlock(Unlock(code, "".join(text.split())), visit)
    return True


FORMS: tuple[Form[Any], ...] = (
    Form(FORM, track_outline, show, no_facts, aside=in_form),
    Form("unlock", unlock_outline, unlock, code_facts),
)

TAPS = {"track": track_tap, "unlock": unlock_tap}
