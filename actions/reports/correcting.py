"""Figures taken again while a draft is open, and corrections: a new draft of a report that was sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life, schedule
from actions.reports.carrying import carried, changed_figures
from actions.reports.compiling import Wish, wish_for
from actions.reports.editing import Edit, paragraphs
from actions.reports.life import WRITERS, ReportChange
from actions.reports.naming import NAMED_MAX, corrects_words
from actions.reports.schedule import rules_of
from conversation.codec import Json
from conversation.messages import words
from domain.errors import AlreadyDone, NotAllowed, ReasonMissing
from domain.reporting import OPEN_TO_EDITS, ReportState, ReportStep, next_report_state
from domain.roles import SYSTEM
from reports.value import Report
from storage import report_calendar
from storage import reports as store
from storage.database import Database
from storage.reports import ReportRow


async def wish_of(db: AsyncConnection, row: ReportRow) -> Wish:
    """Return what a stored report is compiled from once more: its own days, by the calendar as it is now."""
    lines = rules_of(row.unit, await report_calendar.rules(db, units=[row.unit]))
    rule, _ = lines.get((row.organisation, row.kind)) or lines.get(("", row.kind)) or (None, None)
    return wish_for(row.kind, row.unit, row.organisation, rule=rule, period=row.period)


async def recompile(db: AsyncConnection, row: ReportRow, change: ReportChange, *, compiled: Report) -> ReportRow:
    """
    Replace what was compiled, while the draft is open. Sentences of officers stay, with the new figures in them.

    Raises:
        StepNotAllowed: the figures are frozen.
    """
    next_report_state(row.state, ReportStep.RECOMPILE)
    edits = carried(await life.compiled_value(db, row), compiled, await life.edits_of(db, row.id))
    snapshot = await life.keep_snapshot(db, compiled, change.now)
    await _replace_edits(db, row.id, edits, compiled)
    values = {"snapshot_id": snapshot, "recompile_at": None}
    return await life.take_step(db, row, ReportStep.RECOMPILE, change, values=values, data={"snapshot": snapshot})


async def _replace_edits(db: AsyncConnection, report_id: int, edits: list[Edit], compiled: Report) -> None:
    sources = paragraphs(compiled)
    rows = {edit.paragraph: edit for edit in await store.edits(db, report_id)}
    await store.drop_edits(db, report_id)
    for edit in edits:
        figures: list[Json] = [{"figure": c.figure, "source": c.source, "value": c.value} for c in edit.changes]
        old = rows.get(edit.paragraph)
        officer = old.officer_id if old is not None else _officer(edit)
        await store.put_edit(
            db, report_id, edit.paragraph, source=sources[edit.paragraph].text, text=edit.text, figures=figures,
            reason=edit.reason, officer_id=officer, at=edit.at,
        )  # fmt: skip


def _officer(edit: Edit) -> int | None:
    kind, _, number = edit.by.partition("/")
    return int(number) if kind == "officer" and number.isdigit() else None


async def ask_to_recompile(db: AsyncConnection, row: ReportRow, change: ReportChange) -> None:
    """
    Note that the figures are to be taken again; a job does it in a minute, for it reads much.

    Raises:
        NotAllowed: they do not write reports.
        StepNotAllowed: the figures are frozen.
        StaleVersion: somebody changed the report since it was seen.
    """
    life.allow(change.actor, WRITERS)
    next_report_state(row.state, ReportStep.RECOMPILE)
    await store.change_report(db, row, now=change.now, recompile_at=change.now)


async def correct(db: AsyncConnection, row: ReportRow, change: ReportChange, *, what: str) -> ReportRow:
    """
    Begin a correction of a report that was sent: a new draft with its figures and sentences, that names what changed.

    Its figures may be taken again while it is open. It takes the sent one's place once it is sent itself.

    Raises:
        ReasonMissing: it does not say what changed.
        NotAllowed: the report was not sent, or they do not write reports.
        AlreadyDone: a correction has begun already.
    """
    life.allow(change.actor, WRITERS)
    if not what.strip():
        raise ReasonMissing
    if row.state is not ReportState.SENT:
        raise NotAllowed(key="report-correct-unsent")
    sent = await life.value_of(db, row)
    id = await store.insert_report(
        db,
        kind=row.kind,
        unit=row.unit,
        organisation=row.organisation,
        period=row.period,
        due_on=None,
        now=change.now,
        revision=row.revision + 1,
        corrects_id=row.id,
        what_changed=corrects_words(row, sent, what.strip()),
        demo=row.demo,
    )
    if id is None:
        raise AlreadyDone(key="report-correct-begun")
    new = await store.report_by_id(db, id, for_update=True)
    assert new is not None
    await store.change_report(db, new, now=change.now, snapshot_id=row.snapshot_id, symbol=row.symbol)
    await _replace_edits(db, id, await life.edits_of(db, row.id), await life.compiled_value(db, row))
    data: dict[str, Json] = {"corrects": row.id, "snapshot": row.snapshot_id}
    await life.note_event(
        db, id, ReportStep.COMPILE, new.state, new.state, change.actor.officer_id, change.now, what.strip(), data
    )
    found = await store.report_by_id(db, id)
    assert found is not None
    return found


# --- By the clock -----------------------------------------------------------------------------------------------------


async def recompile_asked(database: Database, seen: ReportRow, compiled: Report, *, now: datetime) -> bool:
    """Put new figures into a draft that somebody asked it for, and tell its writers; False when it has moved on."""
    async with database.begin() as db:
        row = await store.report_by_id(db, seen.id, for_update=True)
        if row is None or row.recompile_at is None:
            return False
        if row.state not in OPEN_TO_EDITS:
            await store.change_report(db, row, now=now, recompile_at=None)
            return False
        before = await life.value_of(db, row)
        after = await recompile(db, row, ReportChange(SYSTEM, now), compiled=compiled)
        found = changed_figures(before, await life.value_of(db, after))
        named = [f"{label}: {_plain(old)} → {_plain(new)}" for label, old, new in found[:NAMED_MAX]]
        sentence = words("report-recompiled", report=schedule.name_of(after), changed=len(found), list="; ".join(named))
        once = f"report/{row.id}/recompiled/{after.version}"
        await schedule.tell_writers(db, after, sentence, now=now, once=once)
    return True


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


async def give_up_recompiling(database: Database, seen: ReportRow, *, now: datetime, error: str) -> None:
    """Take the wish back and tell the writers that the figures are as they were."""
    async with database.begin() as db:
        row = await store.report_by_id(db, seen.id, for_update=True)
        if row is None or row.recompile_at is None:
            return
        await store.change_report(db, row, now=now, recompile_at=None)
        sentence = words("report-recompile-failed", report=schedule.name_of(row), error=error)
        await schedule.tell_writers(db, row, sentence, now=now, once=f"report/{row.id}/not-recompiled/{row.version}")
