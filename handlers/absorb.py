"""What a petition keeps although it was not asked for: more of the story, photos and pins that come early."""

from __future__ import annotations

from typing import Any

from conversation.codec import Json
from conversation.forms import Question, Said, State
from conversation.heard import is_plain, is_unsure, mentions, tells_age
from conversation.messages import Event, Words, words
from conversation.posts import only_spoken
from conversation.whereabouts import names_no_place
from handlers.asides import EARLY
from handlers.commune import ANSWER_MAX_CHARS, read_answer, says_where_in_it
from handlers.danger import warn_of_danger
from handlers.details import keep_file, says_where, tells_more
from handlers.hearing import hear
from handlers.spots import PLACE_MAX_CHARS
from handlers.visit import Visit
from matching.text import fold

EXTRA_MIN_CHARS = 25
"""A longer unasked-for text is not a mistyped answer but more of the story."""

EARLY_MIN_CHARS = 6
"""Right after the first message people are still telling: there a short line is more of the story too."""

ONE_WORD = "!one-word"
"""Key of the memo of who sends every word by itself: then a word is more of the story as well."""

ABOUT_CONSENT_MAX_CHARS = 60
"""A shorter line with words about agreeing is meant as the answer: who refuses must not be kept for it."""


async def absorb(state: State, question: Question[Any], said: Said, visit: Visit) -> tuple[Words, ...] | None:
    """Keep the message; return what to say of it, or None when there was nothing to keep."""
    inbound = said.inbound
    if said.option is not None or inbound.event is not Event.MESSAGE:
        return None
    if question.name == "details" and not _tells_more(visit):
        return None
    if inbound.files:
        return await _keep_files(state, visit)
    if inbound.pin is not None and question.name != "commune":
        _details(state)["pin"] = [inbound.pin.lat, inbound.pin.lon]
        return (words("absorb-pin"),)
    if question.name == "content":
        return None
    text = inbound.text.strip()
    asks_where = question.name in {"details", "commune"}
    named = read_answer(visit.services.gazetteer(), text, None).candidates if asks_where else ()
    told = asks_where and not named and tells_more(text)  # who names none goes on with the story
    told = told or (question.name in EARLY and ONE_WORD in state.memo and text.isalpha())
    longer = told or len(text) >= (EARLY_MIN_CHARS if question.name in EARLY and " " in text else EXTRA_MIN_CHARS)
    if question.name == "consent" and _is_about_consent(text):
        return None
    if question.name == "commune" and len(text) <= ANSWER_MAX_CHARS and not told:
        if named and not says_where_in_it(visit.services.gazetteer(), text, [one.code for one in named]):
            return None  # it answers the question, though not yet wholly: "huyện Quảng Điền"
        longer = longer or bool(named)
    tells = longer and not said.near and not is_plain(text) and not is_unsure(text) and not names_no_place(text)
    if not tells and not _names_commune_early(state, question, visit):
        return None
    if question.name in {"confirmed", "details"}:
        _keep_subject(state, visit)
    kept = keep_text(state, visit)
    return (words("care-kept"),) if question.name == "care" else kept


def _is_about_consent(text: str) -> bool:
    """Tell whether a line speaks of agreeing, or of an age that asks whether one may."""
    about = len(text) <= ABOUT_CONSENT_MAX_CHARS and mentions(text, "heard-about-consent")
    return about or tells_age(text) is not None


def _tells_more(visit: Visit) -> bool:
    """Asked for the place, people go on with the story: at length, or with words that say nothing of where."""
    inbound = visit.inbound
    text = inbound.text.strip()
    if not text or inbound.files or inbound.pin is not None:
        return False
    return len(text) > PLACE_MAX_CHARS or not (says_where(text, visit) or names_no_place(text))


def _keep_subject(state: State, visit: Visit) -> None:
    """What was shown for a last look stays, though the longer story may tell it less clearly."""
    subject = hear(visit.services.gazetteer(), str(state.answers.get("content", ""))).subject
    if subject is not None:
        state.answers.setdefault("subject", subject.value)


def _names_commune_early(state: State, question: Question[Any], visit: Visit) -> bool:
    """Where it is, said before it was asked: with it in the text, the question only asks whether it is right."""
    text = visit.inbound.text.strip()
    if not text or question.name == "commune" or "commune" in state.answers:
        return False
    return hear(visit.services.gazetteer(), text).commune.decision is not None


def keep_text(state: State, visit: Visit) -> tuple[Words, ...]:
    """Put the message behind the story told so far; return what to say of it."""
    told, added = str(state.answers.get("content", "")), visit.inbound.text.strip()
    told = "" if told == only_spoken() else told  # what is written now stands for what was only spoken
    joint = " " if ONE_WORD in state.memo else "\n"
    # "đèn", then "đèn ngõ 12 hỏng": begun anew, and nothing of it is lost.
    text = added if not told or f"{fold(added)} ".startswith(f"{fold(told)} ") else f"{told}{joint}{added}"
    if added and fold(added) in map(fold, told.split("\n")):
        return (words("absorb-same"),)  # a bad line sent it twice
    limit = visit.services.limits.petition_chars
    if len(text) > limit:
        return (words("absorb-text-full", limit=limit),)
    warn_of_danger(visit, visit.inbound.text.strip())
    # Not through `put`: the story grows, the answers given so far stay.
    state.answers["content"] = text
    state.memo.pop("commune", None)
    return (words("absorb-text"),)


def _details(state: State) -> dict[str, Json]:
    """Return what was added so far: the answer where there is one already, else what waits for the question."""
    answered = state.answers.get("details")
    kept: dict[str, Json] = answered if isinstance(answered, dict) else state.memo.setdefault("details", {})
    return kept


async def _keep_files(state: State, visit: Visit) -> tuple[Words, ...]:
    details = _details(state)
    kept = list(details.get("files", ()))
    room = visit.services.limits.files_per_petition - len(kept)
    kept.extend([await keep_file(visit, file) for file in visit.inbound.files[: max(room, 0)]])
    details["files"] = kept
    if len(visit.inbound.files) > room:
        return (words("absorb-too-many", limit=visit.services.limits.files_per_petition),)
    # The items of one album after the first are kept without a word: the first was answered.
    if visit.inbound.album and state.memo.get("!album") == visit.inbound.album:
        return ()
    state.memo["!album"] = visit.inbound.album
    return (words("absorb-files", files=len(kept)),)
