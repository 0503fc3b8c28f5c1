"""Who speaks of dying is asked nothing: numbers, words of care and a human come first, whatever was being asked."""

from __future__ import annotations

from conversation.distress import distress_in
from handlers.absorb import keep_text
from handlers.opening import begin_petition, speak_their_language
from handlers.submit import FORM
from handlers.visit import Visit


async def care_first(visit: Visit, text: str) -> bool:
    """
    Let care come first when a resident speaks of dying; False for all other messages.

    A petition that is being written keeps the words; any other form is put aside and can be taken up again.
    """
    if visit.row.officer_id is not None or not distress_in(text, danger=False).self_harm:
        return False
    if visit.state.form != FORM or "content" not in visit.state.answers:
        await begin_petition(visit, text)
        await speak_their_language(visit, text)
        return True
    keep_text(visit.state, visit)
    visit.state.answers.pop("care", None)
    visit.begun = True  # the question of care is what is asked now
    return True


def voice_of(visit: Visit) -> str:
    """Return how the person is spoken to: a child as long as it is the child's matter that is spoken of."""
    told = _matter(visit)
    if told is None:
        return visit.state.voice
    heard = distress_in(told, danger=True)
    # "Con không muốn sống nữa" tells of no school: who was a child a moment ago still is.
    return heard.voice or (visit.state.voice if heard.self_harm else "")


def remember_voice(visit: Visit, before: str) -> str:
    """Keep for later messages how the person is spoken to, and return it; `before` is how they were until now."""
    if _matter(visit) is None:
        return before
    visit.state.voice = voice_of(visit)
    return visit.state.voice or before


def _matter(visit: Visit) -> str | None:
    """Return the words of the petition that is being written or waits."""
    state = visit.state
    answers = state.answers if state.form == FORM else (state.parked or {}).get("answers", {})
    content = answers.get("content")
    return content if isinstance(content, str) else None
