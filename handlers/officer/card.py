"""The card of a case: what it is, when it is due, what was said, what has been done, what may be done next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from actions.cases import duedate, handling
from actions.cases.access import access, sees_names
from conversation.messages import Option, OutgoingFile, Reply, Words, words
from conversation.posts import story_of
from domain import receipt
from domain.calendar import local_date
from domain.errors import Refused
from domain.explanations import explain
from domain.rules import rule_for
from handlers.labels import in_lines, shortened, subject_words
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, open_option
from handlers.officer.pairs import count_for, pairs_option
from handlers.officer.steps import step_options
from handlers.officer.wording import (
    body_of,
    due_words,
    event_words,
    if_any,
    place_words,
    sender_words,
    state_words,
    stead_name,
)
from handlers.table import tap
from handlers.visit import Visit
from storage import accounts, cases, files, members, outbox, petitions, windows
from storage.cases import Case, Event
from texts import say

PETITIONS_SHOWN = 2
TEXT_CHARS = 700
"""Characters of a petition on the card; a button shows the whole."""

PETITIONS_PER_PAGE = 3
EVENTS_SHOWN = 4
EVENTS_PER_PAGE = 12
FILES_MAX = 10
"""Photos sent along with one message. Source: Telegram Bot API, sendMediaGroup, 2-10 items (read 2026-11)."""


async def case_tap(visit: Visit, argument: str) -> None:
    """Open a case by its id."""
    desk = await desk_of(visit)
    if argument.isdigit():
        await show_case(desk, int(argument))
    else:
        await case_command(visit, argument)


async def case_command(visit: Visit, rest: str) -> bool:
    """Open the case of a code that an officer typed; False when it is none of theirs."""
    code = receipt.parse(rest)
    if visit.row.officer_id is None or code is None:
        return False
    desk = await desk_of(visit)
    found = await cases.case_by_code(desk.db, code)
    if found is None:
        return False
    try:
        await show_case(desk, found.id)
    except Refused:
        return False  # not in their scope: they may be the resident of that code
    return True


async def show_case(desk: Desk, case_id: int) -> None:
    """Show the card with the steps that this officer may take now."""
    visit = desk.visit
    case = await access(desk.db, case_id, desk.actor, now=visit.now)
    await handling.read(desk.db, case, desk.actor, desk.change())
    events = await cases.events(desk.db, case.id)
    held = await petitions.petitions_of_case(desk.db, case.id)
    named = sees_names(case, desk.actor)
    shown = held[:PETITIONS_SHOWN]
    attached = await _files(desk, shown)
    paragraphs = [
        await _head(desk, case, events, held),
        *(_petition(row, named=named, limit=TEXT_CHARS, files=attached) for row in shown),
        *([words("officer-card-more", count=len(held) - len(shown))] if len(held) > len(shown) else []),
        in_lines([words("officer-card-story"), *map(event_words, events[-EVENTS_SHOWN:])]),
        *await _failures(desk, case),
    ]
    whole = len(held) > len(shown) or any(_is_cut(row.text) for row in shown)
    alike = pairs_option(await count_for(desk, case), case.id)
    visit.replies.append(
        Reply(
            tuple(paragraphs),
            (*step_options(case, desk.actor), *_looks(case, events, whole=whole), *alike, WORK_OPTION),
            tuple(file for row in shown for file in attached[row.id])[:FILES_MAX],
        )
    )


async def _head(desk: Desk, case: Case, events: Sequence[Event], held: Sequence[Row[Any]]) -> Words:
    visit = desk.visit
    gazetteer = visit.services.gazetteer()
    referrals = await cases.referrals(desk.db, case.id)
    return words(
        "officer-card",
        code=receipt.display(case.code),
        state=state_words(case, events, referrals),
        due=due_words(case, visit.now, visit.services.calendar),
        subject=subject_words(case.subject),
        kind=words(f"kind-short-{case.kind.value.replace('_', '-')}"),
        place=place_words(gazetteer, case),
        people=await petitions.people_in_case(desk.db, case.id),
        petitions=len(held),
        body=body_of(gazetteer, case),
        officer=if_any("officer-card-officer", await _officer_name(desk, case)),
        stead=if_any("officer-card-stead", stead_name(case, desk.actor)),
        age=(local_date(visit.now) - local_date(case.opened_at)).days,
        danger="yes" if case.danger else "no",
        confidential="yes" if case.confidential else "no",
        returned="yes" if case.recurrence_of_id is not None else "no",
    )


async def _officer_name(desk: Desk, case: Case) -> str:
    if case.officer_id is None:
        return ""
    found = await accounts.account(desk.db, case.officer_id)
    return found.name if found is not None else ""


def _petition(row: Row[Any], *, named: bool, limit: int, files: dict[int, list[OutgoingFile]]) -> Words:
    pinned = named and row.lat is not None
    return words(
        "officer-petition",
        code=receipt.display(row.code),
        filed=local_date(row.filed_at),
        sender=sender_words(row, named=named),
        text=shortened(story_of(row.text) if limit == TEXT_CHARS else row.text, limit),
        files=len(files.get(row.id, ())),
        pin=if_any("officer-petition-pin", f"{row.lat:.5f}, {row.lon:.5f}" if pinned else ""),
    )


def _is_cut(text: str) -> bool:
    """Tell whether the card does not show all that was written."""
    return len(text) > TEXT_CHARS or story_of(text) != text


async def _files(desk: Desk, rows: Sequence[Row[Any]]) -> dict[int, list[OutgoingFile]]:
    """Return each petition's files that have arrived in our storage."""
    found: dict[int, list[OutgoingFile]] = {}
    for row in rows:
        stored = [f for f in await files.of_petition(desk.db, row.id) if f.state == "stored"]
        found[row.id] = [OutgoingFile(f.id, f.kind, f.name) for f in stored]
    return found


async def _failures(desk: Desk, case: Case) -> list[Words]:
    """Say how many people something did not reach, or perhaps not: an officer must know who has not heard."""
    failed = await outbox.failed_about(desk.db, case.id)
    people = await members.residents_among(desk.db, [delivery.conversation_id for delivery in failed])
    theirs = [delivery for delivery in failed if delivery.conversation_id in people]
    lost = [delivery for delivery in theirs if delivery.reason != outbox.PERHAPS_DELIVERED]
    unheard = {delivery.conversation_id for delivery in lost}
    perhaps = [delivery for delivery in theirs if delivery.conversation_id not in unheard]
    said = [
        words(key, count=len({delivery.conversation_id for delivery in some}), day=local_date(some[0].failed_at))
        for key, some in (("officer-card-failed", lost), ("officer-card-perhaps", perhaps))
        if some
    ]
    if (waiting := await windows.waiting_about(desk.db, case.id)) is not None:
        said.append(words("officer-card-waiting", count=waiting.people, day=local_date(waiting.since)))
    return said


def _looks(case: Case, events: Sequence[Event], *, whole: bool) -> tuple[Option, ...]:
    looks = []
    if whole:
        looks.append(Option("petitions", words("officer-look-petitions"), tap("petitions", f"{case.id}.0")))
    if len(events) > EVENTS_SHOWN:
        looks.append(Option("history", words("officer-look-history"), tap("history", f"{case.id}.0")))
    if case.due_at is not None:
        looks.append(Option("why", words("officer-look-why"), tap("why", case.id)))
    return tuple(looks)


# --- Behind its buttons -------------------------------------------------------------------------------------


async def petitions_tap(visit: Visit, argument: str) -> None:
    """Show the whole words of a case's petitions, a few at a time, with their photos."""
    desk = await desk_of(visit)
    case_id, number = _numbers(argument)
    case = await access(desk.db, case_id, desk.actor, now=visit.now)
    held = await petitions.petitions_of_case(desk.db, case.id)
    start = number * PETITIONS_PER_PAGE
    shown = held[start : start + PETITIONS_PER_PAGE]
    attached = await _files(desk, shown)
    named = sees_names(case, desk.actor)
    options = [open_option(case.id)]
    if start + PETITIONS_PER_PAGE < len(held):
        options.insert(0, Option("next", words("officer-next-page"), tap("petitions", f"{case.id}.{number + 1}")))
    paragraphs = (
        words("officer-petitions-head", code=receipt.display(case.code), count=len(held)),
        *(_petition(row, named=named, limit=20_000, files=attached) for row in shown),
    )
    sent = tuple(file for row in shown for file in attached[row.id])[:FILES_MAX]
    visit.replies.append(Reply(paragraphs, tuple(options), sent))


async def history_tap(visit: Visit, argument: str) -> None:
    """Show the story of a case, newest page first."""
    desk = await desk_of(visit)
    case_id, number = _numbers(argument)
    case = await access(desk.db, case_id, desk.actor, now=visit.now)
    events = await cases.events(desk.db, case.id)
    end = len(events) - number * EVENTS_PER_PAGE
    shown = events[max(end - EVENTS_PER_PAGE, 0) : max(end, 0)]
    options = [open_option(case.id)]
    if end > EVENTS_PER_PAGE:
        options.insert(0, Option("older", words("officer-older"), tap("history", f"{case.id}.{number + 1}")))
    head = words("officer-history-head", code=receipt.display(case.code))
    visit.say(in_lines([head, *map(event_words, shown)]), options=tuple(options))


async def why_tap(visit: Visit, argument: str) -> None:
    """Explain the due date: which rule, which days counted, which did not."""
    desk = await desk_of(visit)
    case_id, _ = _numbers(argument)
    case = await access(desk.db, case_id, desk.actor, now=visit.now, content=False)
    calendar = visit.services.calendar
    found = duedate.due_date_of(case, await cases.events(desk.db, case.id), calendar, visit.now)
    if found is None:
        sentence = words("officer-due-none")
    elif isinstance(found, duedate.SetByHand):
        event = found.event
        reason = str(event.data.get("reason") or "")
        quoted = words("officer-quoted", text=reason) if reason else ""
        sentence = words("officer-due-by-hand", day=found.day, who=event.officer_name, at=event.at, reason=quoted)
    else:
        language = visit.language
        text = explain(found, rule_for(found.rule), calendar, lambda key, values: say(key, language, values), language)
        sentence = words("officer-text", text=text)
    visit.say(sentence, options=(open_option(case.id),))


def _numbers(argument: str) -> tuple[int, int]:
    """Return the case's id and the page of "12.3"; a payload that nobody gave out finds no case."""
    first, _, second = argument.partition(".")
    return (int(first) if first.isdigit() else 0, int(second) if second.isdigit() else 0)
