"""Reports in an officer's chat: the list, one report with its way, submit, approve, return, the documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions.reports import life, schedule, sending
from actions.reports.life import DECIDERS, READERS, WRITERS, ReportChange
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Text
from domain.codes import text_key
from domain.errors import NotFound, StaleVersion
from domain.reporting import OPEN_TO_EDITS, ReportState
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from storage import reports as store
from storage.reports import ReportRow

LISTED: Final = 8
NOTE_MAX: Final = 1_000


async def reports_command(visit: Visit, _rest: str) -> None:
    """List the newest reports of the officer's units."""
    desk = await desk_of(visit)
    rows: list[ReportRow] = []
    for unit in dict.fromkeys(scope.unit or "" for scope in desk.actor.scopes):
        rows += await store.reports(desk.db, unit=unit, limit=LISTED)
    mine = [row for row in rows if await life.may(desk.db, desk.actor, row, READERS)]
    mine.sort(key=lambda row: (row.period.last, row.id), reverse=True)
    if not mine:
        visit.say(words("reports-none"), options=menu_options(visit))
        return
    options = tuple(
        Option(f"report-{row.id}", words("report-button-of", report=schedule.name_of(row)), tap("report", row.id))
        for row in mine[:LISTED]
    )
    visit.say(words("reports-list", count=len(mine)), options=options)


async def _report(desk: Desk, argument: str) -> ReportRow:
    """Return the report of a button: `ID`, or `ID.version` where the officer decides on what they saw."""
    id, _, version = argument.partition(".")
    if not id.isdigit():
        raise NotFound(key="report-not-found")
    row = await life.access(desk.db, int(id), desk.actor)
    if version and version != str(row.version):
        raise StaleVersion
    return row


async def report_tap(visit: Visit, argument: str) -> None:
    """Show a report: where it stands, its leading figures, and what can be done with it."""
    await _show(await desk_of(visit), argument.partition(".")[0])


async def _show(desk: Desk, argument: str) -> None:
    row = await _report(desk, argument)
    value = await life.value_of(desk.db, row)
    numbers = {figure.key: figure.value for figure in value.figures}
    sentence = words(
        "report-card",
        report=schedule.name_of(row),
        state=words(text_key("report-state", row.state.value)),
        received=int(numbers.get("received") or 0),
        cases=int(numbers.get("cases") or 0),
        done=int(numbers.get("done") or 0),
        overdue=int(numbers.get("overdue") or 0),
    )
    notes = [event for event in await store.events(desk.db, row.id) if event.step == "return"]
    told = [words("report-card-returned", note=notes[-1].note)] if notes and row.state is ReportState.RETURNED else []
    desk.visit.say(sentence, *told, options=await _options(desk, row))


async def _options(desk: Desk, row: ReportRow) -> tuple[Option, ...]:
    seen = f"{row.id}.{row.version}"
    found = [Option("files", words("report-button-files"), tap("report-files", row.id))]
    writes = await life.may(desk.db, desk.actor, row, WRITERS)
    decides = await life.may(desk.db, desk.actor, row, DECIDERS)
    if writes and row.state in OPEN_TO_EDITS:
        found.append(Option("submit", words("report-button-submit"), tap("report-submit", seen)))
    if decides and row.state is ReportState.SUBMITTED:
        found.append(Option("approve", words("report-button-approve"), tap("report-approve", seen)))
    if decides and row.state in {ReportState.SUBMITTED, ReportState.APPROVED}:
        found.append(Option("return", words("report-button-return"), tap("report-return", seen)))
    if writes and row.state in {ReportState.APPROVED, ReportState.NUMBERED}:
        found.append(Option("send", words("report-button-send"), tap("report-send", seen)))
    return (*found, Option("reports", words("report-button-list"), tap("reports")))


def _change(desk: Desk) -> ReportChange:
    return ReportChange(desk.actor, desk.visit.now)


async def submit_tap(visit: Visit, argument: str) -> None:
    """Submit a report; those who may approve it are asked."""
    desk = await desk_of(visit)
    row = await life.submit(desk.db, await _report(desk, argument), _change(desk))
    sentence = words("report-told-submitted", report=schedule.name_of(row))
    once = f"report/{row.id}/submitted/{row.version}"
    await schedule.tell_approvers(desk.db, row, sentence, now=visit.now, once=once)
    await _show(desk, str(row.id))


async def approve_tap(visit: Visit, argument: str) -> None:
    """Approve what was seen; its officers are told."""
    desk = await desk_of(visit)
    row = await life.approve(desk.db, await _report(desk, argument), _change(desk))
    sentence = words("report-told-approved", report=schedule.name_of(row))
    once = f"report/{row.id}/approved/{row.version}"
    await schedule.tell_writers(desk.db, row, sentence, now=visit.now, once=once)
    await _show(desk, str(row.id))


async def send_tap(visit: Visit, argument: str) -> None:
    """Send an approved report to its readers in chat."""
    desk = await desk_of(visit)
    row = await _report(desk, argument)
    if not await life.may(desk.db, desk.actor, row, WRITERS):
        raise NotFound(key="report-not-found")
    count = await sending.send_by_chat(desk.db, row, _change(desk))
    visit.say(words("report-sent-to", count=count))
    await _show(desk, str(row.id))


async def files_tap(visit: Visit, argument: str) -> None:
    """Ask for the documents: they are made by a process of their own and come in a moment."""
    desk = await desk_of(visit)
    row = await _report(desk, argument)
    asked = await store.ask_for_documents(desk.db, row, visit.row.id, now=visit.now)
    visit.say(words("report-files-coming" if asked else "report-files-asked"))


async def list_tap(visit: Visit, _: str) -> None:
    """Show the list."""
    await reports_command(visit, "")


# --- Returning with a note --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Return:
    """Why a report goes back; `report` is its id and the version that was seen."""

    report: str
    note: str


async def return_tap(visit: Visit, argument: str) -> None:
    """Begin to ask what is to be changed."""
    desk = await desk_of(visit)
    await _report(desk, argument)
    visit.begin("report-return", args={"report": argument})


async def _return_facts(args: dict[str, Json], visit: Visit) -> str:
    await _report(await desk_of(visit), str(args["report"]))
    return str(args["report"])


def return_outline(report: str) -> Outline[Return]:
    """Ask what is to be changed."""
    note = yield from Text("note", ask=words("report-return-ask"), max_chars=NOTE_MAX)
    return Return(report, note)


async def returned(wish: Return, visit: Visit) -> None:
    """Return the report; its officers read the note."""
    desk = await desk_of(visit)
    row = await life.give_back(desk.db, await _report(desk, wish.report), _change(desk), note=wish.note)
    sentence = words("report-told-returned", report=schedule.name_of(row), note=wish.note)
    once = f"report/{row.id}/returned/{row.version}"
    await schedule.tell_writers(desk.db, row, sentence, now=visit.now, once=once)
    await _show(desk, str(row.id))


REPORT_FORMS: dict[str, Form[Any]] = {
    "report-return": Form("report-return", return_outline, returned, _return_facts),
}
REPORT_COMMANDS: dict[str, CommandHandler] = {"reports": reports_command}
REPORT_TAPS: dict[str, TapHandler] = {
    "report": report_tap,
    "reports": list_tap,
    "report-submit": submit_tap,
    "report-approve": approve_tap,
    "report-return": return_tap,
    "report-send": send_tap,
    "report-files": files_tap,
}
