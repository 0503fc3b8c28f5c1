"""
A message that its writer has changed: it mends the petition that is being written, and nothing else.

What was filed stays as it was filed; an answer is changed by its own way; and no step is ever taken twice.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from conversation.heard import is_plain
from conversation.messages import words
from handlers.danger import warn_of_danger
from handlers.menu import menu_options
from handlers.submit import FORM
from handlers.visit import Visit
from matching.text import fold
from storage import petitions
from storage.edits import text_before_edit

SIMILARITY = 60
"""RapidFuzz ratio (0-100) from which an edit whose message is not known is a new wording of the draft, no addition."""

CONTENT_MIN_CHARS = 3


async def edited(visit: Visit, text: str) -> None:
    """Put the new words in the place of the old ones while these are still in the draft; else say what is possible."""
    new = text.strip()
    if not new:
        return  # the words under a photo were taken away: the photo was what was sent
    db = await visit.db()
    old = await text_before_edit(db, visit.row.id, visit.inbound.replies_to, before_id=visit.inbound_id)
    draft = str(visit.state.answers.get("content") or "") if visit.state.form == FORM else ""
    if old is None:
        _mend_likely(visit, draft, new)
        return
    old, new = _without_command(old), _without_command(new)
    if old and old in draft:
        _mend(visit, draft.replace(old, new, 1), new)
    elif old and any(old in row.text for row in await petitions.petitions_of_person(db, visit.row.person_id)):
        _too_late(visit)
    else:
        visit.say(words("edit-unused"), options=() if visit.state.form else menu_options(visit))
        visit.begun = bool(visit.state.form)  # what is being asked is asked once more


def _mend_likely(visit: Visit, draft: str, new: str) -> None:
    """Which message was changed is not known: the words tell whether they are a new wording of the draft."""
    if not draft:
        _too_late(visit)
        return
    if is_plain(new):
        visit.begun = True  # "gửi" is no part of a story, whichever message it stands in now
        return
    similar = fuzz.ratio(fold(draft), fold(new)) >= SIMILARITY
    _mend(visit, new if similar else f"{draft}\n{new}", new, key="edit-kept" if similar else "absorb-text")


def _mend(visit: Visit, content: str, new: str, *, key: str = "edit-kept") -> None:
    """Change the draft; what was read from the old words and the person's confirmation go."""
    limit = visit.services.limits.petition_chars
    visit.begun = True
    if len(content) > limit:
        visit.say(words("absorb-text-full", limit=limit))
        return
    if len(content) < CONTENT_MIN_CHARS:
        visit.say(words("edit-unused"))
        return
    warn_of_danger(visit, new)
    visit.state.answers["content"] = content
    visit.state.answers.pop("confirmed", None)
    visit.state.memo.pop("commune", None)
    visit.say(words(key))


def _too_late(visit: Visit) -> None:
    visit.say(words("edit-too-late"), options=menu_options(visit, only=("mine", "new")))


def _without_command(text: str) -> str:
    """Return what follows a command: '/gui đèn hỏng' said 'đèn hỏng'."""
    text = text.strip()
    return text.partition(" ")[2].strip() if text.startswith("/") else text
