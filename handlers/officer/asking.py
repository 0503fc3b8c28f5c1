"""What the officers' forms share: facts of the case, the last look before sending, days, photos, whom it is for."""

from __future__ import annotations

import functools
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from actions.cases.access import access, changes_since, may_see, steps_for
from conversation.codec import Json
from conversation.engine import put
from conversation.forms import Again, Answer, Form, Given, Outline, Question, Said, State, Taken, Undecodable
from conversation.heard import agrees, begins, goes_on, is_unsure
from conversation.messages import FileKind, Option, OutgoingFile, Reply, Words, words
from conversation.posts import story_of
from conversation.questions import Confirm, LongChoice, OwnWords, Text
from conversation.render import ABOUT_MAX, beginning
from domain import receipt
from domain.calendar import WorkCalendar, local_date
from domain.errors import StepNotAllowed
from domain.life import Step
from domain.receipt import RandomBytes
from handlers.details import keep_file
from handlers.labels import in_lines, shortened
from handlers.officer.card import show_case
from handlers.officer.days import day_heard
from handlers.officer.desk import Desk, desk_of
from handlers.officer.steps import after, form_name
from handlers.officer.wording import case_words, event_words, if_any
from handlers.visit import Visit
from matching.text import fold
from storage import petitions
from storage.cases import Case, case_by_code

TEXT_MAX = 3_000
"""Characters of a message to residents: with its frame it fits one message of every channel."""

REASON_MAX = 1_000
PHOTOS = "photos"
"""The question for photos of an outcome, in every form that has one."""
PHOTOS_MAX = 5
LISTED_MAX = 40
"""Petitions offered by code; a case with more is answered as a whole."""


@dataclass(frozen=True, slots=True)
class Held:
    """One petition of a case."""

    id: int
    code: str
    text: str = ""
    """How it begins, where there is another to be told from; '' in a sealed case."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A case as a form is told of it. `changes` are what others did since the officer began."""

    case: Case
    changes: tuple[Words, ...]
    held: tuple[Held, ...]
    people: int
    now: datetime
    calendar: WorkCalendar
    draw: RandomBytes


async def facts_of(args: dict[str, Json], visit: Visit) -> tuple[Desk, Facts]:
    """
    Look up what every form needs, for the officer of this chat.

    Raises:
        NotAllowed, NotFound, Conflicted: as `access`.
    """
    desk = await desk_of(visit)
    case = await access(desk.db, int(args["case"]), desk.actor, now=visit.now, content=False)
    changed = await changes_since(desk.db, case, args.get("version"), desk.actor)
    held = await petitions.petitions_of_case(desk.db, case.id)
    return desk, Facts(
        case=case,
        changes=tuple(map(event_words, changed)),
        held=_held(held, sealed=case.confidential),
        people=len({row.person_id for row in held}),
        now=visit.now,
        calendar=visit.services.calendar,
        draw=visit.services.draw,
    )


def _held(rows: Sequence[Row[Any]], *, sealed: bool) -> tuple[Held, ...]:
    if sealed or len(rows) < 2:
        return tuple(Held(row.id, row.code) for row in rows)
    return tuple(Held(row.id, row.code, beginning(story_of(row.text), ABOUT_MAX)) for row in rows)


async def facts(args: dict[str, Json], visit: Visit) -> Facts:
    """Return the facts that suffice for most forms."""
    return (await facts_of(args, visit))[1]


@dataclass(frozen=True, slots=True)
class Act:
    """
    What a form leads to: `step(db, case_id, change, **values)`, then the sentence `done`.

    `version` is the case as the officer saw it at the last look.
    """

    step: Callable[..., Awaitable[Case]]
    case_id: int
    version: int
    done: str
    values: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, str | int] = field(default_factory=dict)


def act(facts: Facts, step: Callable[..., Awaitable[Case]], done: str, **values: Any) -> Act:
    """Return the act on the case of these facts."""
    return Act(step, facts.case.id, facts.case.version, f"officer-done-{done}", values, {"people": facts.people})


async def complete(wanted: Act, visit: Visit) -> None:
    """Do it and say how the case now stands."""
    desk = await desk_of(visit)
    case = await wanted.step(desk.db, wanted.case_id, desk.change(wanted.version), **wanted.values)
    await after(desk, case, wanted.done, **wanted.shown)


def step_form(
    step: Step,
    outline: Callable[..., Outline[Act]],
    look_up: Callable[..., Any] = facts,
    *,
    absorb: Callable[..., Awaitable[tuple[Words, ...] | None]] | None = None,
) -> Form[Act]:
    """Return the form of a step; it ends politely when the step is no longer possible."""

    @functools.wraps(look_up)
    async def checked(args: dict[str, Json], visit: Visit) -> Any:
        desk = await desk_of(visit)
        case = await access(desk.db, int(args["case"]), desk.actor, now=visit.now, content=False)
        if step not in steps_for(case, desk.actor):
            raise StepNotAllowed(case.state, step)
        return await look_up(args, visit)

    return Form(name=form_name(step), outline=outline, complete=complete, facts=checked, absorb=absorb)


# --- Questions ----------------------------------------------------------------------------------------------


class Send(Confirm):
    """
    The last look: what is about to happen, and what others did to the case since the officer began.

    A change makes it another question, so what was confirmed before is asked once more.
    """

    def __init__(self, facts: Facts, *shows: Words, send: Words) -> None:
        changed: tuple[Words, ...] = ()
        if facts.changes:
            head = words("officer-changed-meanwhile", code=receipt.display(facts.case.code))
            changed = (in_lines([head, *facts.changes]),)
        # Codes look alike: what is about to go out names the matter, before it is read by the wrong people.
        shows = (case_words(facts.case), *shows)
        super().__init__(
            f"send-{facts.case.version if changed else 0}",
            shows=(*changed, *shows),
            send=words("officer-do-anyway") if changed else send,
        )
        self.closing = (words("officer-confirm"),)
        self._case_id = facts.case.id
        self.options = (*self.options, Option("look", words("button-open-case")))

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Show the case when asked to, and keep the question open."""
        if said.option == "look":
            await show_case(await desk_of(env), self._case_id)
            return Again(silent=True)
        return await super().take(said, env, memo)


def one_or_all(facts: Facts, ask: Words, *, everybody: bool) -> Outline[int | None]:
    """Ask whom it is for: everybody (None) or the sender of one petition (its id). One alone is not asked."""
    if len(facts.held) == 1:
        return None if everybody else facts.held[0].id
    options = [Option(str(held.id), _petition_words(held)) for held in facts.held]
    all_of_them = [Option("all", words("officer-everybody", people=facts.people))] if everybody else []
    likely = (*all_of_them, *options[:5])
    answer = yield from LongChoice(
        "whom", likely, tuple(options[5:LISTED_MAX]), ask=ask, label=words("officer-label-whom")
    )
    return None if answer == "all" else int(answer)


def _petition_words(held: Held) -> Words:
    text = if_any("officer-petition-begins", held.text)
    return words("officer-petition-code", code=receipt.display(held.code), text=text)


class Told(OwnWords):
    """Words for others to read. The code of another case, alone or behind "xem", is none: its card is shown."""

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Show the case that is looked for, and keep the question open."""
        text = said.inbound.text
        looked = begins(text, "officer-typed-show")
        code = receipt.parse(text) if said.option is None and len(text) <= CODE_CHARS else None
        if code is not None and not receipt.beside(text if looked is None else looked):
            case = await case_by_code((desk := await desk_of(env)).db, code)
            if case is not None and may_see(case, desk.actor):
                await show_case(desk, case.id)
                return Again()
        return await super().take(said, env, memo)


CODE_CHARS = 30
"""A longer text that holds a code says something about it."""


def about(facts: Facts, ask: str) -> Words:
    """Return a question that names its case: it is asked again below the cards of others."""
    return words(ask, code=receipt.display(facts.case.code))


def in_words(
    name: str, ask: Words, *, max_chars: int = TEXT_MAX, optional: bool = False, options: Sequence[Option] = ()
) -> Outline[str]:
    """Ask for words that can be corrected at the last look."""
    label = words(f"officer-label-{name}")
    return (yield from Told(name, ask=ask, label=label, max_chars=max_chars, optional=optional, options=options))


_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")
_COUNT = re.compile(r"(\d{1,2})(?: ngay| ngay lam viec| days?| working days?)?")


def parse_day(text: str, today: date, calendar: WorkCalendar) -> str:
    """
    Return "5/12", "5/12/2026", "10 ngày" (working days) or "thứ sáu" as an ISO date in the coming year.

    Raises:
        ValueError: with a text key: it is none of these, or the day has passed.
    """
    if (said := day_heard(text, today)) is not None:
        return said.isoformat()
    counted = _COUNT.fullmatch(fold(text).strip())
    if counted and int(counted.group(1)) > 0:
        return calendar.add_working_days(today, int(counted.group(1))).isoformat()
    found = _DAY.search(text)
    if found is None:
        raise ValueError("officer-day-not-understood")
    day, month, year = int(found.group(1)), int(found.group(2)), int(found.group(3) or today.year)
    try:
        meant = date(year, month, day)
        # In December "5/1" means the January that comes.
        if found.group(3) is None and meant < today - timedelta(days=180):
            meant = date(year + 1, month, day)
    except ValueError:
        raise ValueError("officer-day-not-in-calendar") from None
    if meant < today:
        raise ValueError("error-day-passed")
    return meant.isoformat()


def _day_or_usual(text: str, *, today: date, calendar: WorkCalendar, usual: date | None) -> str:
    """Return the day that is offered to a plain yes, else the one that is written."""
    return usual.isoformat() if usual is not None and agrees(text) else parse_day(text, today, calendar)


def day(facts: Facts, ask: Words, *, usual: date | None = None) -> Outline[date]:
    """Ask for a day; `usual` is offered as a button."""
    options = (Option(usual.isoformat(), words("officer-day", day=usual)),) if usual else ()
    parse = functools.partial(_day_or_usual, today=local_date(facts.now), calendar=facts.calendar, usual=usual)
    text = yield from Text("day", ask=ask, label=words("officer-label-day"), parse=parse, options=options, max_chars=40)
    return date.fromisoformat(text)


async def photos_of(visit: Visit, so_far: int = 0, at_most: int = PHOTOS_MAX) -> Json:
    """Return the files of this message as the question for photos keeps them, with `so_far` no more than `at_most`."""
    room = max(at_most - so_far, 0)
    return [[await keep_file(visit, file), file.kind.value] for file in visit.inbound.files[:room]]


async def photos_early(state: State, question: Question[Any], _said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """Keep photos for the question that asks for them, whatever is being asked; None without any."""
    if not visit.inbound.files or question.keeps_files:
        return None
    at = state.answers if PHOTOS in state.answers else state.memo
    so_far = at.get(PHOTOS) or []
    at[PHOTOS] = [*so_far, *await photos_of(visit, len(so_far))]
    return (words("officer-photos-kept", count=len(at[PHOTOS])),)


LINE_MIN = 12
"""A shorter line is a mistyped choice rather than more of what was being written."""


async def more_lines(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """
    Keep what is typed in several messages; the last look shows the whole once more.

    None for what answers or asks something: "gửi", "cái này ai đọc?".
    """
    text = _line(question, said, visit)
    if text is None:
        return None
    name = next((name for name in ("text", "reason") if state.answers.get(name)), None)
    if name is None or len(whole := f"{state.answers[name]}\n{text}") > TEXT_MAX:
        return None
    put(state, name, whole)
    return (words("officer-line-added", text=shortened(text, LINE_SHOWN)),)


def first_line(name: str) -> Callable[..., Awaitable[tuple[Words, ...] | None]]:
    """Return what keeps a line that is typed before the question of this name is asked, as its answer."""

    async def keep(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
        text = _line(question, said, visit)
        if text is None or name in state.answers or len(text) > REASON_MAX:
            return None
        put(state, name, text)
        return (words("officer-line-kept", text=shortened(text, LINE_SHOWN)),)

    return keep


def _line(question: Question[Any], said: Said, visit: Visit) -> str | None:
    """Return the words of a message that is a line of a text; None for what answers or asks something."""
    text = visit.inbound.text.strip()
    if visit.inbound.files or said.option is not None or said.near or len(text) < LINE_MIN or " " not in text:
        return None
    asks = goes_on(text) or is_unsure(text) or text.endswith("?") or isinstance(question, Text)
    return None if asks else text


LINE_SHOWN = 60


def early(*ways: Callable[..., Awaitable[tuple[Words, ...] | None]]) -> Callable[..., Awaitable[Any]]:
    """Return what keeps a message in the first of these ways that takes it."""

    async def keep(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
        for way in ways:
            if (kept := await way(state, question, said, visit)) is not None:
                return kept
        return None

    return keep


class Photos(Question[tuple[OutgoingFile, ...]]):
    """Up to `at_most` photos or files to be sent along; they may be left out."""

    keeps_files = True

    def __init__(self, name: str, *, ask: Words, at_most: int = PHOTOS_MAX) -> None:
        super().__init__(name, ask=ask, label=words("officer-label-photos"))
        self.at_most = at_most

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question, or how many there are so far."""
        if memo:
            return Reply(
                (words("officer-photos-so-far", count=len(memo)),), (Option("done", words("button-continue")),)
            )
        return Reply((self.ask,), (Option("done", words("button-skip")),))

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Keep what comes; finish at the button."""
        kept = list(memo or [])
        if said.option is not None or (not said.inbound.files and goes_on(said.inbound.text)):
            return Answer(kept)
        if not said.inbound.files:
            return Again((words("officer-photos-only"),))
        kept += await photos_of(env, len(kept), self.at_most)
        album = f"album-{said.inbound.album}" if said.inbound.album else ""
        return Again(memo=kept, collapse=album, delay_seconds=1.5 if album else 0.0)

    def decode(self, stored: Json) -> tuple[OutgoingFile, ...]:
        """Return the files."""
        if not isinstance(stored, list):
            raise Undecodable(self.name)
        return tuple(OutgoingFile(int(id), FileKind(kind)) for id, kind in stored)
