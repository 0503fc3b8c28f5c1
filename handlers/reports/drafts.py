"""A draft that an officer changed in Word and sends back: taken in, and what was shown of it taken over or left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row

from actions.reports import drafts, life
from actions.reports.schedule import name_of, open_option
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import FileKind, IncomingFile, words
from conversation.questions import Text
from domain.errors import AlreadyDone, NotFound, StaleVersion
from handlers.details import keep_file
from handlers.officer.desk import Desk, desk_of
from handlers.reports.card import change_by, show
from handlers.table import CommandHandler, TapHandler
from handlers.visit import Visit
from storage import report_ways

REASON_MAX: Final = 500

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif")


def may_be_draft(file: IncomingFile) -> bool:
    """Tell whether a file may be a draft: messengers do not always tell a document's name and type."""
    name = file.name.lower()
    if name.endswith(".docx") or file.mime == _WORD:
        return True
    return file.kind is FileKind.DOCUMENT and not name and not file.mime.startswith(("image/", "audio/", "video/"))


async def draft_command(visit: Visit, _text: str) -> bool:
    """Take files that an officer sends outside any form; False when there are none."""
    files = visit.inbound.files
    if visit.row.officer_id is None or not files:
        return False
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    documents = [file for file in files if may_be_draft(file)]
    if not documents:
        key = "report-draft-old-word" if files[0].name.lower().endswith((".doc", ".docm", ".odt", ".rtf")) else ""
        if not key and (files[0].kind is not FileKind.DOCUMENT or files[0].name.lower().endswith(_PICTURES)):
            return False  # a photo is no mistaken draft: the officer is told what the chat can do
        visit.say(words(key or "report-draft-no-word"))
        return True
    for file in documents:
        kept = await keep_file(visit, file)
        await report_ways.add_draft(
            desk.db, file_id=kept, conversation_id=visit.row.id, officer_id=desk.actor.officer_id, now=visit.now
        )
    visit.say(words("report-draft-coming", count=len(documents)))
    return True


async def named_draft_command(visit: Visit, _text: str) -> bool:
    """Take a file that is called as a draft of ours while something else is being asked; False when there is none."""
    if visit.row.officer_id is None or not visit.inbound.files:
        return False
    names = [file.name.lower() for file in visit.inbound.files if may_be_draft(file)]
    db = await visit.db()
    if not any([name and await drafts.is_named(db, name) for name in names]):
        return False
    return await draft_command(visit, "")


async def _draft(desk: Desk, argument: str) -> Row[Any]:
    """Return a draft of this officer that waits for their word."""
    draft = await report_ways.draft(desk.db, int(argument), for_update=True) if argument.isdigit() else None
    if draft is None or draft.officer_id != desk.actor.officer_id or draft.report_id is None:
        raise NotFound(key="report-draft-gone")
    if draft.state != "shown":
        raise AlreadyDone(key=f"report-draft-is-{draft.state}")
    return draft


async def take_tap(visit: Visit, argument: str) -> None:
    """Take over what was shown; where figures are changed, ask why first."""
    desk = await desk_of(visit)
    draft = await _draft(desk, argument)
    if drafts.needs_reason(drafts.from_stored(draft.changes)):
        visit.begin("report-draft-reason", args={"draft": argument})
        return
    await _take(desk, draft, "")


async def leave_tap(visit: Visit, argument: str) -> None:
    """Leave the report as it is; the file stays in the chat."""
    desk = await desk_of(visit)
    draft = await _draft(desk, argument)
    await report_ways.change_draft(desk.db, draft.id, before="shown", state="left", done_at=visit.now)
    visit.say(words("report-draft-left"), options=(open_option(draft.report_id),))


async def _take(desk: Desk, draft: Row[Any], reason: str) -> None:
    row = await life.access(desk.db, draft.report_id, desk.actor)
    changes = drafts.from_stored(draft.changes)
    now = desk.visit.now
    try:
        edits = await drafts.take(desk.db, row, change_by(desk), changes, reason=reason)
    except StaleVersion:
        # Read once more against what the report says now; the officer sees the differences that are left.
        await report_ways.change_draft(desk.db, draft.id, before="shown", state="waiting", done_at=now)
        desk.visit.say(words("report-draft-read-again", report=name_of(row)))
        return
    await report_ways.change_draft(desk.db, draft.id, before="shown", state="taken", done_at=now)
    desk.visit.say(words("report-draft-taken", count=len(edits)))
    await show(desk, row.id)


# --- Why figures are changed ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the figures of a draft are changed."""

    draft: str
    reason: str


async def _reason_facts(args: dict[str, Json], visit: Visit) -> str:
    await _draft(await desk_of(visit), str(args["draft"]))
    return str(args["draft"])


def reason_outline(draft: str) -> Outline[Reason]:
    """Ask why."""
    reason = yield from Text("reason", ask=words("report-draft-reason-ask"), min_chars=3, max_chars=REASON_MAX)
    return Reason(draft, reason)


async def reason_given(answer: Reason, visit: Visit) -> None:
    """Take the draft over with its reason."""
    desk = await desk_of(visit)
    await _take(desk, await _draft(desk, answer.draft), answer.reason)


FORMS: tuple[Form[Any], ...] = (Form("report-draft-reason", reason_outline, reason_given, _reason_facts),)
COMMANDS: dict[str, CommandHandler] = {"report-draft": draft_command, "report-draft-named": named_draft_command}
"""Have no words of their own: a file that an officer sends leads to them."""

TAPS: dict[str, TapHandler] = {"report-take": take_tap, "report-leave": leave_tap}
