"""Submitting a report, approving it, returning it with a note; asking for its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions.reports import deciding
from conversation import heard
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import words
from conversation.questions import Text
from handlers.numbers import offered
from handlers.officer.desk import desk_of
from handlers.reports.card import change_by, report_of, show
from handlers.table import CommandHandler, TapHandler
from handlers.visit import Visit
from storage import reports as store

NOTE_MAX: Final = 1_000


async def submit_tap(visit: Visit, argument: str) -> None:
    """Submit a report; those who may approve it are asked."""
    desk = await desk_of(visit)
    row = await deciding.submit(desk.db, await report_of(desk, argument), change_by(desk))
    await show(desk, row.id)


async def approve_tap(visit: Visit, argument: str) -> None:
    """Approve what was seen; its officers are told."""
    desk = await desk_of(visit)
    row = await deciding.approve(desk.db, await report_of(desk, argument), change_by(desk))
    await show(desk, row.id)


async def files_tap(visit: Visit, argument: str) -> None:
    """Ask for the documents: they are made by a process of their own and come in a moment."""
    desk = await desk_of(visit)
    row = await report_of(desk, argument)
    asked = await store.ask_for_documents(desk.db, row, visit.row.id, now=visit.now)
    visit.say(words("report-files-coming" if asked else "report-files-asked"))


@dataclass(frozen=True, slots=True)
class Return:
    """Why a report goes back; `report` is its id and the version that was seen."""

    report: str
    note: str


async def return_tap(visit: Visit, argument: str) -> None:
    """Begin to ask what is to be changed."""
    desk = await desk_of(visit)
    await report_of(desk, argument)
    visit.begin("report-return", args={"report": argument})


async def _return_facts(args: dict[str, Json], visit: Visit) -> str:
    await report_of(await desk_of(visit), str(args["report"]))
    return str(args["report"])


async def return_heard(visit: Visit, text: str) -> bool:
    """Return the report before a leader with the reason that was typed ("trả lại vì …"); False for other words."""
    reason = heard.begins(text, "report-typed-return") if visit.row.officer_id is not None else None
    argument = await offered(visit, "report-return") if reason is not None else None
    if reason is None or argument is None:
        return False
    await return_tap(visit, argument)
    if note := reason.strip(" :,.-"):
        visit.state.answers["note"] = note
    return True


def return_outline(report: str) -> Outline[Return]:
    """Ask what is to be changed."""
    note = yield from Text("note", ask=words("report-return-ask"), max_chars=NOTE_MAX)
    return Return(report, note)


async def returned(wish: Return, visit: Visit) -> None:
    """Return the report; its officers read the note."""
    desk = await desk_of(visit)
    row = await deciding.give_back(desk.db, await report_of(desk, wish.report), change_by(desk), note=wish.note)
    await show(desk, row.id)


FORMS: tuple[Form[Any], ...] = (Form("report-return", return_outline, returned, _return_facts),)
COMMANDS: dict[str, CommandHandler] = {"report-return-heard": return_heard}
TAPS: dict[str, TapHandler] = {
    "report-submit": submit_tap,
    "report-approve": approve_tap,
    "report-return": return_tap,
    "report-files": files_tap,
}
