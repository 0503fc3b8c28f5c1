"""
The life of a report: compiled, edited, submitted, approved or returned, numbered, sent, superseded by a correction.

Each function changes one report inside the caller's transaction and writes a line of its story. What was compiled is
stored once and never changed: a report is always its snapshot with its edits laid over it, so building it again gives
the same value, and the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import templates
from actions.reports.compiling import Wish
from actions.reports.editing import Edit, NumberChange, applied, compare, paragraphs
from actions.reports.naming import name_changes
from actions.reports.stored import compiled_value, edits_of, value_of
from conversation.codec import Json
from domain.errors import NotAllowed, NotFound, ReasonMissing, StaleVersion
from domain.kinds import Organisation
from domain.reporting import ReportState, ReportStep, next_report_state
from domain.roles import HANDLERS, Actor, Role
from domain.routing import Body
from domain.units import UnitRef
from reports.value import Report
from reports.wire import encode_report
from storage import accounts, audit, report_bodies, report_facts
from storage import reports as store
from storage.reports import ReportRow

__all__ = ["compiled_value", "edits_of", "value_of"]
"""Of `stored`: whoever changes a report reads it first."""

WRITERS = HANDLERS
DECIDERS = frozenset({Role.LEADER, Role.APPROVER})
READERS = HANDLERS | {Role.APPROVER, Role.PARTY_READER}
EMPTY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReportChange:
    """Who changes a report, and when; `version` is the one they had before them, None for "as it stands"."""

    actor: Actor
    now: datetime
    version: int | None = None


async def body_of(db: AsyncConnection, row: ReportRow) -> Body:
    """Return whose report it is; one of all organisations together is the Front's."""
    province = await report_facts.province_of(db, row.unit)
    organisation = Organisation(row.organisation) if row.organisation else Organisation.FRONT
    return Body(UnitRef(row.unit, province), organisation)


async def may(db: AsyncConnection, actor: Actor, row: ReportRow, roles: frozenset[Role]) -> bool:
    """Tell whether somebody with one of the roles has the report's body in their scopes."""
    body = await body_of(db, row)
    return actor.has(*roles) and actor.covers(body.unit, body.organisation)


# --- Compiling --------------------------------------------------------------------------------------------------------


async def store_compiled(
    db: AsyncConnection, wish: Wish, compiled: Report, *, due_on: date | None, now: datetime, demo: bool = False
) -> ReportRow | None:
    """Store a compiled report with its snapshot; None when there is one of this body and period: it stays."""
    id = await store.insert_report(
        db,
        kind=wish.kind,
        unit=wish.unit,
        organisation=wish.organisation,
        period=wish.period,
        due_on=due_on,
        now=now,
        demo=demo,
    )
    if id is None:
        return None
    snapshot = await keep_snapshot(db, compiled, now)
    row = await store.report_by_id(db, id, for_update=True)
    assert row is not None
    await store.change_report(db, row, now=now, snapshot_id=snapshot, symbol=compiled.header.symbol)
    await note_event(db, id, ReportStep.COMPILE, row.state, row.state, None, now, data={"snapshot": snapshot})
    return await store.report_by_id(db, id)


async def keep_snapshot(db: AsyncConnection, compiled: Report, now: datetime) -> int:
    """Store what was compiled; return its id."""
    content = encode_report(compiled)
    return await store.insert_snapshot(
        db, content, taken_at=now, figures=len(compiled.figures), cases=len(compiled.cases)
    )


# --- Steps ------------------------------------------------------------------------------------------------------------


async def access(db: AsyncConnection, report_id: int, actor: Actor) -> ReportRow:
    """
    Return a report that somebody may read, locked.

    Raises:
        NotFound: there is none, or it is not theirs to know of.
    """
    row = await store.report_by_id(db, report_id, for_update=True)
    if row is None or not (actor.has(Role.SYSTEM) or await may(db, actor, row, READERS)):
        raise NotFound(key="report-not-found")
    return row


async def edit(
    db: AsyncConnection,
    row: ReportRow,
    change: ReportChange,
    texts: Mapping[str, str],
    *,
    reason: str = "",
    reasons: Mapping[str, str] = EMPTY,
    compiled: Report | None = None,
) -> list[Edit]:
    """
    Store how paragraphs read now; return those that differ from before. One that reads as compiled is no edit.

    `reasons` says by paragraph why figures were changed, `reason` for all others. A figure that was changed to the
    same number before keeps the reason that was given then. `compiled` is what was compiled, where it is at hand.

    Raises:
        StepNotAllowed: the report is submitted.
        NotFound: the report has no such paragraph.
        ReasonMissing: a figure was changed, and no reason given.
    """
    allow(change.actor, WRITERS)
    next_report_state(row.state, ReportStep.EDIT)
    compiled = compiled or await compiled_value(db, row)
    known, stored = paragraphs(compiled), {edit.paragraph: edit for edit in await edits_of(db, row.id)}
    shown = paragraphs(applied(compiled, list(stored.values())))
    given = {(c.figure, c.value): one.reason for one in stored.values() for c in one.changes if c.figure}
    changed: list[Edit] = []
    for id, text in texts.items():
        source = known.get(id)
        if source is None:
            raise NotFound(key="report-paragraph-unknown", paragraph=id)
        plain = " ".join(text.split())
        if plain in {" ".join(shown[id].text.split()), stored[id].text if id in stored else None}:
            continue
        if plain == source.text:
            await store.drop_edit(db, row.id, id)
            changed.append(Edit(id, plain, (), "", _who(change.actor), change.now))
            continue
        changes = compare(source, plain)
        why = reasons.get(id, reason).strip() or _reason_given(changes, given)
        if any(found.figure for found in changes) and not why:
            raise ReasonMissing(key="report-reason-needed")
        figures: list[Json] = [
            {"figure": found.figure, "source": found.source, "value": found.value} for found in changes
        ]
        await store.put_edit(
            db,
            row.id,
            id,
            source=source.text,
            text=plain,
            figures=figures,
            reason=why,
            officer_id=change.actor.officer_id,
            at=change.now,
        )
        changed.append(Edit(id, plain, changes, why, _who(change.actor), change.now))
    if changed:
        ids = [one.paragraph for one in changed]
        data: dict[str, Json] = {"paragraphs": ids, "before": {id: edit_json(stored.get(id)) for id in ids}}
        note = "; ".join(dict.fromkeys(one.reason for one in changed if one.reason))
        await take_step(db, row, ReportStep.EDIT, change, note=note, data=data)
    return changed


def _reason_given(changes: Sequence[NumberChange], given: Mapping[tuple[str, str], str]) -> str:
    """Return why these figures were changed when that was said before of every one of them, else ''."""
    reasons = [given.get((found.figure, found.value), "") for found in changes if found.figure]
    return "; ".join(dict.fromkeys(reasons)) if all(reasons) else ""


def edit_json(edit: Edit | None) -> Json:
    """Return an edit as a line of the report's story keeps it; None for a paragraph that read as compiled."""
    if edit is None:
        return None
    figures = [{"figure": c.figure, "source": c.source, "value": c.value} for c in edit.changes]
    return {"text": edit.text, "figures": figures, "reason": edit.reason, "by": edit.by, "at": edit.at.isoformat()}


async def submit(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, compiled: Report | None = None
) -> ReportRow:
    """
    Submit a report: from here on its figures, words and template are frozen.

    Raises:
        StepNotAllowed: it is submitted or further already.
    """
    allow(change.actor, WRITERS)
    next_report_state(row.state, ReportStep.SUBMIT)
    seen = change.version is None or change.version == row.version
    if seen:
        row = await name_changes(db, row, now=change.now)
        change = replace(change, version=None)
    layout = (compiled or await compiled_value(db, row)).layout
    values = {
        "submitted_by_id": change.actor.officer_id,
        "template_id": await templates.governing_id(db, row, layout),
    }
    return await take_step(db, row, ReportStep.SUBMIT, change, values=values)


async def give_back(db: AsyncConnection, row: ReportRow, change: ReportChange, *, note: str) -> ReportRow:
    """
    Return a report to whoever submitted it, with what is to be changed.

    Raises:
        ReasonMissing: no words.
        StepNotAllowed: it is not submitted.
    """
    allow(change.actor, DECIDERS)
    if not note.strip():
        raise ReasonMissing(key="report-empty-note")
    return await take_step(db, row, ReportStep.RETURN, change, note=note.strip(), values={"approved_by_id": None})


async def comment(db: AsyncConnection, row: ReportRow, change: ReportChange, *, note: str) -> ReportRow:
    """Add a comment (góp ý) to the report's story."""
    if not note.strip():
        raise ReasonMissing(key="report-empty-note")
    return await take_step(db, row, ReportStep.COMMENT, change, note=note.strip())


async def approve(db: AsyncConnection, row: ReportRow, change: ReportChange) -> ReportRow:
    """
    Approve a report. Whoever submitted it does not approve it, unless nobody else of the body could.

    Raises:
        NotAllowed: no leader or approver of this body, or their own submission.
        StepNotAllowed: it is not submitted.
    """
    if not await may(db, change.actor, row, DECIDERS):
        raise NotAllowed
    if change.actor.officer_id is not None and change.actor.officer_id == row.submitted_by:
        others = [one for one in await approvers(db, row) if one != change.actor.officer_id]
        if others:
            raise NotAllowed(key="report-own-submission")
    approved = await take_step(db, row, ReportStep.APPROVE, change, values={"approved_by_id": change.actor.officer_id})
    await _trace(db, "report_approved", approved, change)
    return approved


async def approvers(db: AsyncConnection, row: ReportRow) -> list[int]:
    """Return the accounts that may approve a report: leaders and approvers of its own body."""
    return [account.id for account in await accounts.approvers_of(db, await body_of(db, row), own_only=True)]


async def give_number(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, number: int | None = None, dated: date | None = None
) -> ReportRow:
    """
    Number a report: by the body's register, or as given; where numbers are given by hand it may stay without.

    Raises:
        StepNotAllowed: it is not approved.
        ReasonMissing: the body keeps no register, and no number was given.
    """
    taken = number if number is not None else await report_bodies.take_number(db, row.unit, row.organisation)
    if taken is None:
        raise ReasonMissing(key="report-number-by-hand")
    return await take_step(
        db, row, ReportStep.NUMBER, change, values={"number": taken, "dated": dated}, data={"number": taken}
    )


async def record_sending(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, way: str, recipients: Sequence[str]
) -> ReportRow:
    """
    Record that a report went to its recipients: by chat, e-mail, link or paper. Sent again, it is said again.

    Raises:
        StepNotAllowed: it is not approved.
    """
    for recipient in recipients:
        await store.add_sending(db, row.id, way, recipient, at=change.now, officer_id=change.actor.officer_id)
    data: dict[str, Json] = {"way": way, "recipients": list(recipients)}
    sent = await take_step(db, row, ReportStep.SEND, change, data=data)
    await _trace(db, "report_sent", sent, change)
    if row.corrects_id is not None and row.state is not ReportState.SENT:
        old = await store.report_by_id(db, row.corrects_id, for_update=True)
        if old is not None and old.state is ReportState.SENT:
            await take_step(db, old, ReportStep.SUPERSEDE, replace(change, version=None), data={"by": row.id})
    return sent


# --- The one place where a report moves -------------------------------------------------------------------------------


async def take_step(
    db: AsyncConnection,
    row: ReportRow,
    step: ReportStep,
    change: ReportChange,
    *,
    note: str = "",
    values: dict[str, Any] | None = None,
    data: dict[str, Json] | None = None,
) -> ReportRow:
    """
    Take a step in the life of a report, with what it changes in the row, and write it into the story.

    Raises:
        StepNotAllowed: the state does not permit it.
        StaleVersion: somebody changed the report since it was seen.
    """
    after = next_report_state(row.state, step)
    if change.version is not None and change.version != row.version:
        raise StaleVersion(report=row.id, version=row.version)
    if not await store.change_report(db, row, now=change.now, state=after.value, **(values or {})):
        raise StaleVersion(report=row.id, version=row.version)
    data = {**(data or {}), "version": row.version}
    await note_event(db, row.id, step, row.state, after, change.actor.officer_id, change.now, note, data)
    found = await store.report_by_id(db, row.id)
    assert found is not None
    return found


async def note_event(
    db: AsyncConnection,
    report_id: int,
    step: ReportStep,
    before: ReportState,
    after: ReportState,
    officer_id: int | None,
    now: datetime,
    note: str = "",
    data: dict[str, Json] | None = None,
) -> None:
    """Write a line of a report's story."""
    await store.add_event(
        db,
        report_id,
        at=now,
        step=step.value,
        officer_id=officer_id,
        state_before=before.value,
        state_after=after.value,
        note=note,
        data=data or {},
    )


def allow(actor: Actor, roles: frozenset[Role]) -> None:
    """Refuse whoever has none of the roles and is not the clock."""
    if not actor.has(*roles, Role.SYSTEM):
        raise NotAllowed


def _who(actor: Actor) -> str:
    return f"officer/{actor.officer_id}"


async def _trace(db: AsyncConnection, action: str, row: ReportRow, change: ReportChange) -> None:
    await audit.append(
        db,
        at=change.now,
        actor=_who(change.actor) if change.actor.officer_id is not None else "system",
        action=action,
        subject=f"report/{row.id}",
        data={"revision": row.revision, "version": row.version},
    )
