"""Submitting, approving and returning a report, and telling whoever has to know, the same in chat and on the page."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life, schedule
from actions.reports.life import ReportChange
from conversation.messages import words
from reports.value import Report
from storage.reports import ReportRow


async def submit(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, compiled: Report | None = None
) -> ReportRow:
    """Submit a report; those who may approve it are asked. Raises as `life.submit`."""
    submitted = await life.submit(db, row, change, compiled=compiled)
    sentence = words("report-told-submitted", report=schedule.name_of(submitted))
    once = f"report/{row.id}/submitted/{submitted.version}"
    await schedule.tell_approvers(db, submitted, sentence, now=change.now, once=once)
    return submitted


async def approve(db: AsyncConnection, row: ReportRow, change: ReportChange) -> ReportRow:
    """Approve a report; its officers are told. Raises as `life.approve`."""
    approved = await life.approve(db, row, change)
    sentence = words("report-told-approved", report=schedule.name_of(approved))
    once = f"report/{row.id}/approved/{approved.version}"
    await schedule.tell_writers(db, approved, sentence, now=change.now, once=once, but=change.actor.officer_id)
    return approved


async def give_back(db: AsyncConnection, row: ReportRow, change: ReportChange, *, note: str) -> ReportRow:
    """Return a report; its officers read the note. Raises as `life.give_back`."""
    returned = await life.give_back(db, row, change, note=note)
    sentence = words("report-told-returned", report=schedule.name_of(returned), note=note.strip())
    once = f"report/{row.id}/returned/{returned.version}"
    await schedule.tell_writers(db, returned, sentence, now=change.now, once=once, but=change.actor.officer_id)
    return returned
