"""A draft's figures taken again, and a correction of a report that was sent, by buttons under the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions.reports import correcting, life, schedule
from actions.reports.life import WRITERS, ReportChange
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Text
from domain.errors import NotFound
from domain.reporting import OPEN_TO_EDITS, ReportState
from handlers.officer.desk import Desk, desk_of
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from storage.reports import ReportRow

WHAT_MAX: Final = 500


async def draft_options(desk: Desk, row: ReportRow) -> tuple[Option, ...]:
    """Return the buttons of this file that a report's card has."""
    if not await life.may(desk.db, desk.actor, row, WRITERS):
        return ()
    if row.state in OPEN_TO_EDITS:
        return (Option("recompile", words("report-button-recompile"), tap("report-recompile", row.id)),)
    if row.state is ReportState.SENT:
        return (Option("correct", words("report-button-correct"), tap("report-correct", row.id)),)
    return ()


async def _mine(visit: Visit, argument: str) -> tuple[Desk, ReportRow]:
    desk = await desk_of(visit)
    if not argument.isdigit():
        raise NotFound(key="report-not-found")
    row = await life.access(desk.db, int(argument), desk.actor)
    if not await life.may(desk.db, desk.actor, row, WRITERS):
        raise NotFound(key="report-not-found")
    return desk, row


def _open(row: ReportRow) -> tuple[Option, ...]:
    return (schedule.open_option(row.id),)


async def recompile_tap(visit: Visit, argument: str) -> None:
    """Have the figures of a draft taken again, in a minute."""
    desk, row = await _mine(visit, argument)
    await correcting.ask_to_recompile(desk.db, row, ReportChange(desk.actor, visit.now))
    visit.say(words("report-recompile-coming", report=schedule.name_of(row)), options=_open(row))


@dataclass(frozen=True, slots=True)
class Correction:
    """A report that was sent, and what is wrong in it."""

    report: str
    what: str


async def correct_tap(visit: Visit, argument: str) -> None:
    """Begin to ask what is to be corrected."""
    await _mine(visit, argument)
    visit.begin("report-correct", args={"report": argument})


async def _facts(args: dict[str, Json], visit: Visit) -> str:
    await _mine(visit, str(args["report"]))
    return str(args["report"])


def correct_outline(report: str) -> Outline[Correction]:
    """Ask what is to be corrected."""
    what = yield from Text("what", ask=words("report-correct-ask"), label=words("report-part-what"), max_chars=WHAT_MAX)
    return Correction(report, what)


async def begin_correction(wish: Correction, visit: Visit) -> None:
    """Make the new draft and offer it."""
    desk, row = await _mine(visit, wish.report)
    new = await correcting.correct(desk.db, row, ReportChange(desk.actor, visit.now), what=wish.what)
    visit.say(words("report-correct-begun-now", report=schedule.name_of(new)), options=_open(new))


FORMS: dict[str, Form[Any]] = {"report-correct": Form("report-correct", correct_outline, begin_correction, _facts)}
TAPS: dict[str, TapHandler] = {"report-recompile": recompile_tap, "report-correct": correct_tap}
