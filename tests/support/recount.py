"""
A report's figures once more, slowly, from raw rows: nothing of `actions/reports` or `storage/report_facts` is used.

Every row of the tables is read and every question asked of each row in plain Python. As of the cut-off: whatever
happened at `ends` or later has not happened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from actions.cases.duedate import SetByHand, due_date_of
from domain.calendar import WorkCalendar, end_of_day
from domain.rules import Deadline
from storage import cases as cases_
from storage import schema
from storage.database import Database
from tests.support.looking import looking_at


async def _all(database: Database, table: Any) -> list[Any]:
    async with looking_at(database) as db:
        return list((await db.execute(select(table))).all())


async def _due_then(database: Database, case_id: int, ends: datetime) -> datetime | None:
    """When a case was due at a moment, as its story explains it."""
    async with looking_at(database) as db:
        case = cases_.from_row(
            (await db.execute(select(schema.case_file).where(schema.case_file.c.id == case_id))).one()
        )
        events = [event for event in await cases_.events(db, case_id) if event.at < ends]
    found = due_date_of(replace(case, due_at=ends, due_rule=Deadline.READ), events, WorkCalendar(), ends)
    if isinstance(found, SetByHand):
        paused = [event.data["pause"] for event in events if "pause" in event.data]
        return None if paused[-1:] == ["begin"] else end_of_day(found.day)
    return None if found is None or found.paused else found.at


async def _dues_and_reminders(database: Database, ends: datetime) -> Callable[[Any], tuple[datetime, int]]:
    """When a referral was due, and how many times it was reminded, as of a moment; told line by line."""
    lines, referrals = defaultdict(list), defaultdict(list)
    for event in sorted(await _all(database, schema.case_event), key=lambda e: e.id):
        if event.step in ("refer", "extend", "remind"):
            lines[event.case_id].append(event)
    for row in sorted(await _all(database, schema.referral), key=lambda r: r.id):
        referrals[row.case_id].append(row)

    def whose(event: Any) -> Any:
        waiting = [
            r
            for r in referrals[event.case_id]
            if r.sent_at <= event.at
            and (r.answered_at is None or r.answered_at >= event.at)
            and r.authority == event.data["authority"]
            and r.authority_name == event.data["authority_name"]
        ]
        return waiting[-1].id if waiting else None

    def then(referral: Any) -> tuple[datetime, int]:
        due_at, reminded = referral.due_at, referral.reminded
        mine = [e for e in lines[referral.case_id] if whose(e) == referral.id]
        reminded -= sum(e.step == "remind" and e.at >= ends for e in mine)
        if any(e.step == "extend" and e.at >= ends for e in mine):
            for event in mine:
                if event.step in ("refer", "extend") and event.at < ends:
                    due_at = end_of_day(date.fromisoformat(event.data["due"]))
        return due_at, reminded

    return then


async def recount(  # noqa: C901, PLR0912 - one plain pass, read from top to bottom
    database: Database, *, unit: str, begins: datetime, ends: datetime, organisation: str = ""
) -> dict[str, int]:
    """Return figures by key; those that are 0 may be missing."""
    found: Counter[str] = Counter()
    codes: dict[str, set[str]] = defaultdict(set)
    petitions = [
        p
        for p in await _all(database, schema.petition)
        if begins <= p.filed_at < ends
        and unit in {"00", p.province_code, p.commune_code}
        and organisation in ("", p.organisation)
    ]
    for p in petitions:
        found["received"] += 1
        found[f"received.subject.{p.subject}"] += 1
        found[f"received.kind.{p.kind}"] += 1
        found[f"received.unit.{p.commune_code}"] += 1
        found[f"received.organisation.{p.organisation}"] += 1
        found[f"received.channel.{p.origin}"] += 1
        found["walk_in" if p.origin == "walk_in" else "digital"] += 1
        found["confidential"] += bool(p.confidential)
        found["withdrawn"] += p.withdrawn_at is not None and p.withdrawn_at < ends

    mine = {p.id for p in petitions}
    links = [
        link
        for link in await _all(database, schema.case_petition)
        if link.joined_at < ends and (link.left_at is None or link.left_at >= ends)
    ]
    base = {link.case_id for link in links if link.petition_id in mine}
    events = defaultdict(list)
    for event in sorted(await _all(database, schema.case_event), key=lambda e: e.id):
        if event.at < ends:
            events[event.case_id].append(event)
    referrals = defaultdict(list)
    for r in await _all(database, schema.referral):
        if r.sent_at < ends:
            referrals[r.case_id].append(r)
    everybody = {p.id: p for p in await _all(database, schema.petition)}
    ratings = {(r.case_id, r.petition_id): r.score for r in await _all(database, schema.rating) if r.at < ends}
    cases = {case.id: case for case in await _all(database, schema.case_file)}
    state_of = {}
    then = await _dues_and_reminders(database, ends)
    for id in base:
        case = cases[id]
        state, outcome = case.state, case.outcome
        if case.changed_at >= ends:
            state, outcome = "received", None
            for event in events[id]:
                before, state = state, event.state_after
                if state != "closed":
                    outcome = None
                elif before != "closed":
                    outcome = {
                        "decline": "declined", "withdraw": "withdrawn", "merge": "merged",
                    }.get(event.step) or event.data["outcome"]  # fmt: skip
        open_ = [r for r in referrals[id] if (r.answered_at or r.ended_at or ends) >= ends]
        late = any(then(r)[0] <= ends for r in open_)
        if case.changed_at >= ends:
            due = await _due_then(database, id, ends)
            late = late or (due is not None and due <= ends)
        elif case.paused_at is None and case.due_at is not None and case.due_at <= ends:
            late = True
        late = late and state != "closed"
        if state == "closed":
            group = "done" if outcome in ("resolved", "explained") else "outside"
        elif late and state in (
            "received",
            "needs_information",
            "accepted",
            "verifying",
            "referred",
            "authority_received",
        ):
            group = "not_done"
        else:
            group = "in_progress"
        state_of[id] = group
        people = {
            everybody[link.petition_id].person_id
            for link in links
            if link.case_id == id
            and (everybody[link.petition_id].withdrawn_at is None or everybody[link.petition_id].withdrawn_at >= ends)
        }
        back = [e.at for e in events[id] if e.step == "hand_back"]
        answered = [r for r in referrals[id] if r.answered_at and r.answered_at < ends and r.answered_at not in back]
        flags = {
            "cases": True,
            group: True,
            "overdue": late,
            "forwarded": bool(referrals[id]),
            "answered": bool(answered),
            "repeated": len(people) > 1,
            "recurring": case.recurrence_of_id is not None,
            "reopened": any(e.step == "dispute" or (e.step == "reopen" and e.officer_id is None) for e in events[id]),
        }
        for key, holds in flags.items():
            if holds:
                codes[key].add(case.code)
                found[key] += 1
                found[f"{key}.subject.{case.subject}"] += 1
                found[f"{key}.unit.{case.commune_code}"] += 1
                found[f"{key}.organisation.{case.organisation}"] += 1
    for p_id, id in ((link.petition_id, link.case_id) for link in links):
        if p_id in mine and state_of.get(id) == "done":
            score = ratings.get((id, p_id))
            found[f"rated_{score}" if score else "unrated"] += 1

    for id, case in cases.items():
        here = unit in {"00", case.province_code, case.commune_code}
        inside = here and organisation in ("", case.organisation)
        for r in referrals[id]:
            gone = (r.answered_at or r.ended_at or ends) < begins
            if gone or not (inside or (id in base and organisation in ("", case.organisation))):
                continue
            found["ref_sent" if r.sent_at >= begins else "ref_carried"] += 1
            due_at, reminded = then(r)
            found["ref_reminded"] += reminded > 0
            if r.answered_at is None and r.ended_at is not None and r.ended_at < ends:
                found["ref_ended"] += 1
            elif r.answered_at is None or r.answered_at >= ends:
                found["ref_waiting"] += 1
                found["ref_overdue"] += due_at <= ends
            elif any(e.step == "hand_back" and e.at == r.answered_at for e in events[id]):
                found["ref_handed_back"] += 1
            else:
                found["ref_answered"] += 1
                found["ref_on_time" if r.answered_at <= due_at else "ref_late"] += 1
    return dict(found)
