"""What a petition keeps although it was not asked for: more of the story, photos and pins that come early."""

from __future__ import annotations

from typing import Any

from conversation.forms import Question, Said, State
from conversation.messages import Event, Words, words
from handlers.details import keep_file
from handlers.hearing import hear
from handlers.visit import Visit

EXTRA_MIN_CHARS = 25
"""A longer unasked-for text is not a mistyped answer but more of the story."""


async def absorb(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """Keep the message; return what to say of it, or None when there was nothing to keep."""
    inbound = said.inbound
    if said.option is not None or inbound.event is not Event.MESSAGE or question.name == "details":
        return None
    if inbound.files:
        return await _keep_files(state, visit)
    if inbound.pin is not None and question.name != "commune":
        details = state.memo.setdefault("details", {})
        details["pin"] = [inbound.pin.lat, inbound.pin.lon]
        return (words("absorb-pin"),)
    if question.name == "content":
        return None
    if len(inbound.text.strip()) >= EXTRA_MIN_CHARS or _names_commune_early(state, question, visit):
        return _keep_text(state, visit)
    return None


def _names_commune_early(state: State, question: Question[Any], visit: Visit) -> bool:
    """Where it is, said before it was asked: with it in the text, the question only asks whether it is right."""
    text = visit.inbound.text.strip()
    if not text or question.name == "commune" or "commune" in state.answers:
        return False
    return hear(visit.services.gazetteer(), text).commune.decision is not None


def _keep_text(state: State, visit: Visit) -> tuple[Words, ...]:
    text = f"{state.answers.get('content', '')}\n{visit.inbound.text.strip()}"
    limit = visit.services.limits.petition_chars
    if len(text) > limit:
        return (words("absorb-text-full", limit=limit),)
    # Not through `put`: the story grows, the answers given so far stay.
    state.answers["content"] = text
    state.memo.pop("commune", None)
    return (words("absorb-text"),)


async def _keep_files(state: State, visit: Visit) -> tuple[Words, ...]:
    details = state.memo.setdefault("details", {})
    kept = list(details.get("files", ()))
    room = visit.services.limits.files_per_petition - len(kept)
    kept.extend([await keep_file(visit, file) for file in visit.inbound.files[: max(room, 0)]])
    details["files"] = kept
    if len(visit.inbound.files) > room:
        return (words("details-too-many", limit=visit.services.limits.files_per_petition),)
    # The items of one album after the first are kept without a word: the first was answered.
    if visit.inbound.album and state.memo.get("!album") == visit.inbound.album:
        return ()
    state.memo["!album"] = visit.inbound.album
    return (words("absorb-files", files=len(kept)),)
