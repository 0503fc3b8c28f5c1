"""The person's own petitions, newest first, in pages."""

from __future__ import annotations

from conversation.messages import Option, words
from conversation.posts import story_of
from conversation.state import end
from domain import receipt
from domain.calendar import local_date
from handlers.labels import shortened
from handlers.menu import follow_option, menu_options
from handlers.resident.track import FORM as TRACK
from handlers.resident.track import status_of
from handlers.table import tap
from handlers.visit import Visit
from storage import petitions

PAGE = 6
TITLE_CHARS = 60


async def mine_command(visit: Visit, _rest: str) -> None:
    """List what this person has filed; who was asked for a code needs none of them any more."""
    if visit.state.form == TRACK:
        end(visit.state)
    await _list(visit, None)


async def mine_tap(visit: Visit, argument: str) -> None:
    """Show the next page: the argument is the id to go on from."""
    await _list(visit, int(argument) if argument.isdigit() else None)


async def _list(visit: Visit, before: int | None) -> None:
    db = await visit.db()
    rows = await petitions.petitions_of_person(db, visit.row.person_id, limit=PAGE + 1, before=before)
    if not rows and visit.row.officer_id is not None:
        await visit.call("work")  # "việc của tôi" of an officer who filed nothing are the cases
        return
    if not rows:
        visit.say(words("mine-none"), options=(*menu_options(visit, only=("new", "track")), follow_option()))
        return
    lines = [
        words(
            "mine-line",
            code=receipt.display(row.code),
            filed=local_date(row.filed_at),
            text=shortened(story_of(row.text), TITLE_CHARS),
            state=await status_of(row, visit),
        )
        for row in rows[:PAGE]
    ]
    options = [
        Option(
            row.code,
            words("mine-open", code=receipt.display(row.code)),
            tap("track", row.code),
            about=shortened(story_of(row.text), TITLE_CHARS),
        )
        for row in rows[:PAGE]
    ]
    if len(rows) > PAGE:
        options.append(Option("more", words("button-more"), tap("mine", rows[PAGE - 1].id)))
    visit.say(words("mine-head"), *lines, options=(*options, follow_option()))
