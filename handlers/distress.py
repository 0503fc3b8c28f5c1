"""What is heard before any question: who speaks of dying, for whom care comes first, and how a person is spoken to."""

from __future__ import annotations

from conversation.distress import distress_in, speaks_as_adult
from conversation.heard import aside
from conversation.messages import words
from conversation.voices import CHILDREN, GROWN_UP
from handlers.absorb import keep_text
from handlers.menu import menu_options
from handlers.opening import begin_petition, speak_their_language
from handlers.submit import FORM
from handlers.table import TapHandler
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


async def first_heard(visit: Visit, text: str) -> bool:
    """Hear what comes before any question: who speaks of dying, and who is no child though one wrote here before."""
    return await care_first(visit, text) or _grown_up(visit, text)


def _grown_up(visit: Visit, text: str) -> bool:
    if visit.row.officer_id is not None or visit.state.voice not in CHILDREN or aside(text, ("grown-up",)) is None:
        return False
    be_grown_up(visit)
    return True


def be_grown_up(visit: Visit) -> None:
    """Speak as to everybody from now on, and ask again what was being asked."""
    visit.state.voice = GROWN_UP
    visit.say(words("voice-now-usual"), options=() if visit.state.form else menu_options(visit))
    visit.begun = bool(visit.state.form)


async def grown_up_tap(visit: Visit, _argument: str) -> None:
    """Take the button below a petition that is begun where a child wrote before."""
    be_grown_up(visit)


TAPS: dict[str, TapHandler] = {"grown-up": grown_up_tap}


def voice_of(visit: Visit) -> str:
    """
    Return how the person is spoken to: who once wrote here as a child is one until a matter is told as adults do.

    What a later matter leaves open is not asked: a sentence below it says how to be spoken to otherwise.
    """
    known = visit.state.voice
    return "" if known == GROWN_UP else _voice(known, _matter(visit))


def _voice(known: str, told: str | None) -> str:
    """Return how somebody is spoken to who was known to be spoken to so, and has told this matter."""
    if told is None:
        return known
    return distress_in(told, danger=True).voice or (known if known and not speaks_as_adult(told) else "")


def remember_voice(visit: Visit, before: str) -> str:
    """Keep for later messages how the person is spoken to, and return it; `before` is how they were until now."""
    state = visit.state
    if state.voice == GROWN_UP:
        return ""
    state.voice = _voice(state.voice, _matter(visit))
    return state.voice or before


def _matter(visit: Visit) -> str | None:
    """Return the words of the petition that is being written or waits."""
    state = visit.state
    answers = state.answers if state.form == FORM else (state.parked or {}).get("answers", {})
    content = answers.get("content")
    return content if isinstance(content, str) else None
