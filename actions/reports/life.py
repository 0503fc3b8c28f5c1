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
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.compiling import Wish
from actions.reports.editing import Edit, NumberChange, applied, compare, paragraphs
from actions.reports.wording import sentence
from conversation.codec import Json
from domain.errors import AlreadyDone, NotAllowed, NotFound, ReasonMissing, StaleVersion
from domain.kinds import Organisation
from domain.reporting import OPEN_TO_EDITS, ReportState, ReportStep, next_report_state
from domain.roles import HANDLERS, Actor, Role
from domain.routing import Body
from domain.units import UnitRef
from reports.numbers import day_words
from reports.value import Report
from reports.wire import decode_report, encode_report
from storage import accounts, audit, report_facts
from storage import reports as store
from storage.reports import ReportRow

WRITERS = HANDLERS
DECIDERS = frozenset({Role.LEADER, Role.APPROVER})
READERS = HANDLERS | {Role.APPROVER, Role.PARTY_READER}


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
    snapshot = await _snapshot(db, compiled, now)
    row = await store.report_by_id(db, id, for_update=True)
    assert row is not None
    await store.change_report(db, row, now=now, snapshot_id=snapshot, symbol=compiled.header.symbol)
    await _event(db, id, ReportStep.COMPILE, row.state, row.state, None, now, data={"snapshot": snapshot})
    return await store.report_by_id(db, id)


async def recompile(db: AsyncConnection, row: ReportRow, compiled: Report, change: ReportChange) -> ReportRow:
    """
    Replace what was compiled, while the draft is open: edits of sentences stay where the paragraph still is.

    Raises:
        StepNotAllowed: the figures are frozen.
    """
    snapshot = await _snapshot(db, compiled, change.now)
    there = paragraphs(compiled)
    for edit in await store.edits(db, row.id):
        if edit.paragraph not in there or edit.figures:
            await store.drop_edit(db, row.id, edit.paragraph)
    return await _step(db, row, ReportStep.RECOMPILE, change, values={"snapshot_id": snapshot})


async def _snapshot(db: AsyncConnection, compiled: Report, now: datetime) -> int:
    content = encode_report(compiled)
    return await store.insert_snapshot(
        db, content, taken_at=now, figures=len(compiled.figures), cases=len(compiled.cases)
    )


async def compiled_value(db: AsyncConnection, row: ReportRow) -> Report:
    """Return what was compiled, without edits."""
    if row.snapshot_id is None:
        raise NotFound
    return decode_report(await store.snapshot(db, row.snapshot_id))


async def value_of(db: AsyncConnection, row: ReportRow) -> Report:
    """Return a report as it reads now: its snapshot with the edits, number and day."""
    report = applied(await compiled_value(db, row), await edits_of(db, row.id))
    header = msgspec.structs.replace(
        report.header,
        number=row.number,
        dated=row.dated,
        symbol=row.symbol or report.header.symbol,
        corrects=row.what_changed,
    )
    key = report.key if row.revision == 1 else f"{report.key}-{row.revision}"
    return msgspec.structs.replace(report, key=key, header=header, draft=row.state in OPEN_TO_EDITS)


async def edits_of(db: AsyncConnection, report_id: int) -> list[Edit]:
    """Return the edits of a report, oldest first."""
    return [
        Edit(
            row.paragraph,
            row.text,
            tuple(NumberChange(**change) for change in row.figures),
            row.reason,
            f"officer/{row.officer_id}",
            row.at,
        )
        for row in await store.edits(db, report_id)
    ]


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
    db: AsyncConnection, row: ReportRow, change: ReportChange, texts: Mapping[str, str], *, reason: str = ""
) -> list[Edit]:
    """
    Store how paragraphs read now; return those that differ from before. One that reads as compiled is no edit.

    Raises:
        StepNotAllowed: the report is submitted.
        NotFound: the report has no such paragraph.
        ReasonMissing: a figure was changed, and no reason given.
    """
    _allow(change.actor, WRITERS)
    next_report_state(row.state, ReportStep.EDIT)
    known = paragraphs(await compiled_value(db, row))
    before = {edit.paragraph: edit for edit in await edits_of(db, row.id)}
    changed: list[Edit] = []
    for id, text in texts.items():
        source = known.get(id)
        if source is None:
            raise NotFound(key="report-paragraph-unknown", paragraph=id)
        plain = " ".join(text.split())
        if plain == (before[id].text if id in before else source.text):
            continue
        if plain == source.text:
            await store.drop_edit(db, row.id, id)
            changed.append(Edit(id, plain, (), "", _who(change.actor), change.now))
            continue
        changes = compare(source, plain)
        if any(found.figure for found in changes) and not reason.strip():
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
            reason=reason.strip(),
            officer_id=change.actor.officer_id,
            at=change.now,
        )
        changed.append(Edit(id, plain, changes, reason.strip(), _who(change.actor), change.now))
    if changed:
        data: dict[str, Json] = {"paragraphs": [one.paragraph for one in changed]}
        await _step(db, row, ReportStep.EDIT, change, note=reason.strip(), data=data)
    return changed


async def submit(db: AsyncConnection, row: ReportRow, change: ReportChange) -> ReportRow:
    """
    Submit a report: from here on its figures and words are frozen.

    Raises:
        StepNotAllowed: it is submitted or further already.
    """
    _allow(change.actor, WRITERS)
    return await _step(db, row, ReportStep.SUBMIT, change, values={"submitted_by_id": change.actor.officer_id})


async def give_back(db: AsyncConnection, row: ReportRow, change: ReportChange, *, note: str) -> ReportRow:
    """
    Return a report to whoever submitted it, with what is to be changed.

    Raises:
        ReasonMissing: no words.
        StepNotAllowed: it is not submitted.
    """
    _allow(change.actor, DECIDERS)
    if not note.strip():
        raise ReasonMissing(key="report-empty-note")
    return await _step(db, row, ReportStep.RETURN, change, note=note.strip(), values={"approved_by_id": None})


async def comment(db: AsyncConnection, row: ReportRow, change: ReportChange, *, note: str) -> ReportRow:
    """Add a comment (góp ý) to the report's story."""
    if not note.strip():
        raise ReasonMissing(key="report-empty-note")
    return await _step(db, row, ReportStep.COMMENT, change, note=note.strip())


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
    approved = await _step(db, row, ReportStep.APPROVE, change, values={"approved_by_id": change.actor.officer_id})
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
    taken = number if number is not None else await store.take_number(db, row.unit, row.organisation)
    if taken is None:
        raise ReasonMissing(key="report-number-by-hand")
    return await _step(
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
    sent = await _step(db, row, ReportStep.SEND, change, data=data)
    await _trace(db, "report_sent", sent, change)
    if row.corrects_id is not None and row.state is not ReportState.SENT:
        old = await store.report_by_id(db, row.corrects_id, for_update=True)
        if old is not None and old.state is ReportState.SENT:
            await _step(db, old, ReportStep.SUPERSEDE, replace(change, version=None), data={"by": row.id})
    return sent


async def correct(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, compiled: Report, what: str
) -> ReportRow:
    """
    Begin a correction of a report that was sent: a new draft that names what changed. It takes its place once sent.

    Raises:
        ReasonMissing: it does not say what changed.
        NotAllowed: the report was not sent.
        AlreadyDone: a correction has begun already.
    """
    _allow(change.actor, WRITERS)
    if not what.strip():
        raise ReasonMissing
    if row.state is not ReportState.SENT:
        raise NotAllowed
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
        what_changed=_corrects(row, compiled, what.strip()),
        demo=row.demo,
    )
    if id is None:
        raise AlreadyDone
    snapshot = await _snapshot(db, compiled, change.now)
    new = await store.report_by_id(db, id, for_update=True)
    assert new is not None
    await store.change_report(db, new, now=change.now, snapshot_id=snapshot, symbol=row.symbol)
    data: dict[str, Json] = {"corrects": row.id, "snapshot": snapshot}
    await _event(db, id, ReportStep.COMPILE, new.state, new.state, change.actor.officer_id, change.now, what, data)
    found = await store.report_by_id(db, id)
    assert found is not None
    return found


def _corrects(row: ReportRow, compiled: Report, what: str) -> str:
    number = f"{row.number}/{row.symbol}" if row.number is not None else compiled.key
    if row.dated is None:
        return sentence("report-corrects", number=number, what=what)
    return sentence("report-corrects-dated", number=number, day=day_words(row.dated), what=what)


# --- The one place where a report moves -------------------------------------------------------------------------------


async def _step(
    db: AsyncConnection,
    row: ReportRow,
    step: ReportStep,
    change: ReportChange,
    *,
    note: str = "",
    values: dict[str, Any] | None = None,
    data: dict[str, Json] | None = None,
) -> ReportRow:
    after = next_report_state(row.state, step)
    if change.version is not None and change.version != row.version:
        raise StaleVersion(report=row.id, version=row.version)
    if not await store.change_report(db, row, now=change.now, state=after.value, **(values or {})):
        raise StaleVersion(report=row.id, version=row.version)
    await _event(db, row.id, step, row.state, after, change.actor.officer_id, change.now, note, data)
    found = await store.report_by_id(db, row.id)
    assert found is not None
    return found


async def _event(
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


def _allow(actor: Actor, roles: frozenset[Role]) -> None:
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
