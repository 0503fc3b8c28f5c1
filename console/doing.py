"""What the buttons of a report's page do: each one action of `actions.reports`, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import deciding, numbering, sending
from actions.reports.life import ReportChange
from actions.reports.page_edits import Problem, Typed, save
from actions.reports.pages import Visitor
from domain.calendar import local_date
from domain.errors import Refused
from storage import report_ways
from storage import reports as store

T = TypeVar("T")
Form: TypeAlias = Mapping[str, Sequence[str]]

TEXT, BASE, REASON = "t.", "b.", "r."
"""How fields of a paragraph begin; its id follows."""


@dataclass(frozen=True, slots=True)
class Done:
    """
    What became of a form: `said` is the end of a text key, `count` fills it; `problems` are paragraphs not saved.

    `place` is where on the page to go on.
    """

    said: str
    count: int = 0
    place: str = ""
    problems: Mapping[str, Problem] | None = None


Doing: TypeAlias = Callable[[AsyncConnection, Visitor, Form, datetime], Awaitable[Done]]


def field_of(form: Form, name: str) -> str:
    """Return the last value of a field, '' when there is none."""
    values = form.get(name, ())
    return values[-1].replace("\r\n", "\n").strip() if values else ""


def typed_in(form: Form) -> list[Typed]:
    """Return the paragraphs of a form as they were typed."""
    return [
        Typed(id, field_of(form, name), field_of(form, f"{BASE}{id}"), field_of(form, f"{REASON}{id}"))
        for name, id in ((name, name.removeprefix(TEXT)) for name in form if name.startswith(TEXT))
    ]


def _by(visitor: Visitor, now: datetime, form: Form | None = None) -> ReportChange:
    """Return this officer as the one who changes the report; with a form, what they saw must still hold."""
    version = field_of(form, "version") if form is not None else ""
    return ReportChange(visitor.actor, now, int(version) if version.isdecimal() else None)


async def save_texts(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Save what was typed."""
    saved = await save(db, visitor.row, _by(visitor, now), typed_in(form), compiled=visitor.compiled)
    said = "saved" if saved.saved else "nothing"
    return Done("kept-back" if saved.problems else said, len(saved.saved), field_of(form, "at"), saved.problems)


async def submit(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Save what was typed and submit; with a paragraph that cannot be saved nothing is submitted."""
    saved = await save(db, visitor.row, _by(visitor, now), typed_in(form), compiled=visitor.compiled)
    if saved.problems:
        return Done("not-submitted", len(saved.saved), "", saved.problems)
    row = await store.report_by_id(db, visitor.row.id, for_update=True)
    assert row is not None
    await deciding.submit(db, row, ReportChange(visitor.actor, now), compiled=visitor.compiled)
    return Done("submitted")


async def approve(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Approve what was seen."""
    await deciding.approve(db, visitor.row, _by(visitor, now, form))
    return Done("approved")


async def give_back(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Return the report with a note."""
    await deciding.give_back(db, visitor.row, _by(visitor, now, form), note=field_of(form, "note"))
    return Done("returned")


async def number(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Enter the report in the register."""
    typed = field_of(form, "number")
    given = _parsed(numbering.number_in, typed) if typed else None
    day = _day(field_of(form, "dated"), now)
    row = await numbering.enter(db, visitor.row, _by(visitor, now, form), number=given, dated=day)
    return Done("numbered", row.number or 0, "going-out")


async def tell_readers(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Tell the readers in chat."""
    count = await sending.send_by_chat(db, visitor.row, _by(visitor, now, form))
    return Done("told", count, "going-out")


async def mail(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Have the report mailed."""
    formats = [name for name in ("docx", "pdf", "xlsx") if name in form.get("formats", ())]
    if not formats:
        raise Refused(key="report-page-no-format")
    asked = await sending.ask_for(
        db,
        visitor.row,
        _by(visitor, now),
        way=sending.BY_EMAIL,
        recipients=_parsed(sending.addresses_in, field_of(form, "addresses")),
        formats=formats,
        conversation_id=visitor.conversation_id,
    )
    return Done("mailed" if asked else "mailed-before", asked, "going-out")


async def link(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Have links made, which come to the officer's chat."""
    whom = field_of(form, "whom")
    if not whom:
        raise Refused(key="report-paper-nobody")
    asked = await sending.ask_for(
        db,
        visitor.row,
        _by(visitor, now),
        way=sending.BY_LINK,
        recipients=[whom],
        formats=("docx", "pdf", "xlsx"),
        conversation_id=visitor.conversation_id,
    )
    return Done("linked" if asked else "linked-before", asked, "going-out")


async def paper(db: AsyncConnection, visitor: Visitor, form: Form, now: datetime) -> Done:
    """Record that the report went out on paper."""
    day = _day(field_of(form, "day"), now) or local_date(now)
    await sending.record_paper(db, visitor.row, _by(visitor, now), recipient=field_of(form, "whom"), day=day)
    return Done("paper", 1, "going-out")


async def close(db: AsyncConnection, visitor: Visitor, _form: Form, now: datetime) -> Done:
    """Close the page for good on this device."""
    await report_ways.close_page(db, visitor.page_id, now=now)
    return Done("closed")


def _parsed(parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except ValueError as problem:
        raise Refused(key=str(problem)) from None


def _day(text: str, now: datetime) -> date | None:
    return _parsed(lambda words: numbering.day_in(words, local_date(now)), text) if text else None


BUTTONS: Final[Mapping[str, Doing]] = {
    "save": save_texts,
    "submit": submit,
    "approve": approve,
    "return": give_back,
    "number": number,
    "chat": tell_readers,
    "email": mail,
    "link": link,
    "paper": paper,
    "close": close,
}

WRITING: Final = frozenset({save_texts, submit})
"""Those that look at what was compiled."""

SAID: Final = frozenset(
    {
        "saved", "nothing", "submitted", "approved", "returned", "numbered", "told", "mailed", "mailed-before",
        "linked", "linked-before", "paper",
    }
)  # fmt: skip
"""What may be said on the page after a form: the ends of text keys, for the address tells it."""
