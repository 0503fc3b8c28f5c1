"""The list of reports in an officer's chat, and the card of one: where it stands, its figures, what can be done."""

from __future__ import annotations

from typing import Final

from actions.reports import life, schedule
from actions.reports.life import DECIDERS, READERS, WRITERS, ReportChange
from conversation import heard
from conversation.messages import Option, Words, words
from domain.codes import text_key
from domain.errors import NotFound, StaleVersion
from domain.offices import own_bodies
from domain.reporting import OPEN_TO_EDITS, ReportState
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of
from handlers.report_bodies import settings_options
from handlers.report_corrections import draft_options
from handlers.table import tap
from handlers.visit import Visit
from storage import reports as store
from storage.reports import ReportRow

LISTED: Final = 8

GOES_OUT: Final = frozenset({ReportState.APPROVED, ReportState.NUMBERED, ReportState.SENT})
"""States in which a report may be sent, or sent again."""


async def reports_command(visit: Visit, _rest: str) -> None:
    """List the newest reports of the officer's units."""
    desk = await desk_of(visit)
    rows: list[ReportRow] = []
    for unit in dict.fromkeys(scope.unit or "" for scope in desk.actor.scopes):
        rows += await store.reports(desk.db, unit=unit, limit=LISTED)
    mine = [row for row in rows if await life.may(desk.db, desk.actor, row, READERS)]
    mine.sort(key=lambda row: (row.period.last, row.id), reverse=True)
    if not mine:
        visit.say(words("reports-none"), options=(*settings_options(desk), *menu_options(visit)))
        return
    options = tuple(
        Option(f"report-{row.id}", words("report-button-of", report=schedule.name_of(row)), tap("report", row.id))
        for row in mine[:LISTED]
    )
    visit.say(words("reports-list", count=len(mine)), options=(*options, *settings_options(desk)))


async def reports_heard(visit: Visit, text: str) -> bool:
    """Take "xem báo cáo quý 3" for a wish to see the list; "báo cáo anh, đường hỏng" is none."""
    if visit.row.officer_id is not None and await _asks_when(visit, text):
        return True
    which = heard.begins(text, "reports-named") if visit.row.officer_id is not None else None
    if which is None or heard.begins(which, "reports-of-what") is None:
        return False
    await reports_command(visit, which)
    return True


async def _asks_when(visit: Visit, text: str) -> bool:
    """Show whoever may see it the calendar for "báo cáo quý bao giờ nộp": when a period closes and is due."""
    about = heard.begins(text, "reports-prepared") or heard.begins(text, "reports-named")
    named = about is not None and heard.begins(about, "reports-of-what") is not None
    asks = heard.begins(text, "reports-prepared") is not None or heard.mentions(text, "reports-when")
    if not named or not asks or len(text) > heard.ASIDE_MAX_CHARS or not own_bodies((await desk_of(visit)).actor):
        return False
    await visit.call("report-calendar", "")
    return True


async def list_tap(visit: Visit, _: str) -> None:
    """Show the list."""
    await reports_command(visit, "")


async def report_of(desk: Desk, argument: str) -> ReportRow:
    """
    Return the report of a button: `ID`, or `ID.version` where the officer decides on what they saw.

    Raises:
        NotFound: there is none, or it is not theirs to know of.
        StaleVersion: somebody has changed it since the button was shown.
    """
    id, _, version = argument.partition(".")
    if not id.isdigit():
        raise NotFound(key="report-not-found")
    row = await life.access(desk.db, int(id), desk.actor)
    if version and version != str(row.version):
        raise StaleVersion
    return row


async def written_by(desk: Desk, argument: str) -> ReportRow:
    """Return the report of a button that only those who write it have; as `report_of`."""
    row = await report_of(desk, argument)
    if not await life.may(desk.db, desk.actor, row, WRITERS):
        raise NotFound(key="report-not-found")
    return row


def change_by(desk: Desk) -> ReportChange:
    """Return this officer as the one who changes a report now."""
    return ReportChange(desk.actor, desk.visit.now)


async def report_tap(visit: Visit, argument: str) -> None:
    """Show a report: where it stands, its leading figures, and what can be done with it."""
    await show(await desk_of(visit), argument.partition(".")[0])


async def show(desk: Desk, argument: str | int) -> None:
    """Show the card of a report."""
    row = await report_of(desk, str(argument))
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
    told: list[Words] = []
    if row.number is not None:
        told.append(words("report-card-number", number=str(row.number), symbol=row.symbol, day=row.dated or ""))
    if notes and row.state is ReportState.RETURNED:
        told.append(words("report-card-returned", note=notes[-1].note))
    desk.visit.say(sentence, *told, options=await _options(desk, row))


async def _options(desk: Desk, row: ReportRow) -> tuple[Option, ...]:
    seen = f"{row.id}.{row.version}"
    found = [Option("files", words("report-button-files"), tap("report-files", row.id))]
    writes = await life.may(desk.db, desk.actor, row, WRITERS)
    decides = await life.may(desk.db, desk.actor, row, DECIDERS)
    if writes and row.state in OPEN_TO_EDITS:
        found.append(Option("page", words("report-button-page"), tap("report-page", row.id)))
        found.append(Option("submit", words("report-button-submit"), tap("report-submit", seen)))
    if decides and row.state is ReportState.SUBMITTED:
        found.append(Option("approve", words("report-button-approve"), tap("report-approve", seen)))
    if decides and row.state in {ReportState.SUBMITTED, ReportState.APPROVED}:
        found.append(Option("return", words("report-button-return"), tap("report-return", seen)))
    if writes and row.state in {ReportState.APPROVED, ReportState.NUMBERED}:
        found.append(Option("number", words("report-button-number"), tap("report-number", seen)))
    if writes and row.state in GOES_OUT:
        key = "report-button-send-again" if row.state is ReportState.SENT else "report-button-send-by"
        found.append(Option("send", words(key), tap("report-ways", row.id)))
    found += await draft_options(desk, row)
    if (writes or decides) and row.state not in OPEN_TO_EDITS:
        found.append(Option("page", words("report-button-look"), tap("report-page", row.id)))
    return (*found, Option("reports", words("report-button-list"), tap("reports")))
