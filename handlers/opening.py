"""A message outside any conversation, a chat that was opened: where everything begins."""

from __future__ import annotations

import re
from typing import Final

from conversation.codec import Json
from conversation.distress import distress_in, speaks_as_adult
from conversation.heard import (
    aside,
    asks_for_a_loan,
    asks_for_paper,
    is_mere_answer,
    is_of_the_press,
    says_hello,
    thanks,
)
from conversation.messages import FileKind, Option, Reply, words
from conversation.tongues import in_other_script, looks_english
from conversation.voices import CHILDREN, GROWN_UP
from domain import receipt
from domain.kinds import Organisation
from domain.roles import Role
from domain.subjects import Subject
from handlers.absorb import ONE_WORD
from handlers.commune import unit_inside
from handlers.danger import SPOKEN, commune_said, warn_of_danger
from handlers.details import keep_file
from handlers.hearing import hear
from handlers.menu import OFFICER_COMMANDS, command_menu, menu_options
from handlers.submit import FORM
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage.officers import actor_of
from storage.types import to_ms

_LINK: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_WORDS: Final = "!words"
"""Key of the memo for the words that came one by one, behind the moment of the last."""
WORDS_MS: Final = 10 * 60 * 1000
"""After so long a word is the first one again."""
WORDS_MAX: Final = 40

MENU_DIGITS = 2
"""A longer number may be one that somebody was told to send."""

CODE_MAX_CHARS = 60
"""A longer text is a story, even when it mentions a code."""


async def idle(visit: Visit, text: str) -> None:
    """Message first: whatever a person writes is the petition, unless it is a greeting or a receipt code."""
    inbound = visit.inbound
    if not text.strip() and not inbound.files and inbound.pin is None:
        visit.say(words("engine-empty"), options=menu_options(visit))
        return
    if await _code_or_draft(visit, text):
        return
    if visit.row.officer_id is not None and await visit.call("period-heard", text):  # "quý" is a polite word, too
        return
    if text and says_hello(text):
        greet(visit)
    elif visit.row.officer_id is not None:
        await _officers_own(visit, text)
    elif not await _meant(visit, text, "pin", "asked", "pending", "follow-heard", "aside"):
        await _told(visit, text)


_OFFICERS: Final = (
    "slowest-heard", "pile-heard", "find-heard", "reports-heard", "week-heard", "digest-hour", "email-heard",
    "report-return-heard", "scope-undo-heard", "undo-heard", "officer-news", "months-heard", "ratings-heard",
    "figures-heard", "advice-heard", "next-heard", "accounts-heard", "typed-step",
)  # fmt: skip
"""What an officer's own words may be meant for, first come first."""


async def _officers_own(visit: Visit, text: str) -> None:
    """An officer's words outside any form; who files for somebody begins with the button."""
    meant = await _meant(visit, text, *_OFFICERS)
    if visit.inbound.files:
        await visit.call("photos-heard")
    if meant or visit.inbound.files:
        return
    slipped = visit.services.vocabulary.command(fold(text))  # "viêc": a mark was left out
    if slipped is not None and slipped in _SLIPPED:
        await visit.call(slipped)
    elif thanks(text):
        visit.say(words("aside-welcome"), options=menu_options(visit, only=("work",)))
    elif aside(text, ("how", "first-day")) is not None:
        await visit.call("help")
    else:
        await visit.call("not-understood", text)


_SLIPPED: Final = frozenset({"work", "work-new", "work-today", "work-overdue", "help"})
"""Commands that only show something: nothing is done by a slip."""


async def _code_or_draft(visit: Visit, text: str) -> bool:
    """Take what is no speech: a draft report, a code of whatever kind, an invitation."""
    if visit.inbound.files and await visit.call("report-draft", text):
        return True
    if await visit.call("link-code", text):
        return True
    # "để mai ABCD-EFGH" is a wish about the case; a code alone is none.
    if visit.row.officer_id is not None and await visit.call("digest-hour", text):
        return True
    code = receipt.parse(text) if len(text) <= CODE_MAX_CHARS else None
    if code:
        # An officer's own case opens as the officer's card; all other codes are a resident's receipt.
        if not await _meant(visit, text, "coded-step") and not await visit.call("case", code):
            await visit.call("track", code)
        return True
    if receipt.resembles(text):
        visit.say(
            words("track-code-not-understood"), options=menu_options(visit, only=_FOR_CODES[not visit.row.officer_id])
        )
        return True
    return await visit.call("join", text)


_FOR_CODES: Final = (("find", "work"), ("track", "mine", "meet"))
"""What an officer, or a resident, may look at whose code is wrong."""


async def _told(visit: Visit, text: str) -> None:
    """A resident tells something: a matter, more of the one before, or a single word that tells nothing."""
    # A lone word may be one of many to come.
    if " " in text.strip() and not visit.inbound.files and is_mere_answer(text):
        visit.say(words("aside-nothing-asked"), options=menu_options(visit, only=("new", "mine", "meet", "help")))
        return
    if text.strip() and not visit.inbound.files and _tells_nothing(visit, text):
        told = _word_by_word(visit, text.strip())
        if told is None:
            visit.say(words("aside-tell-more"), options=menu_options(visit, only=("new", "mine", "meet", "help")))
        elif hear(visit.services.gazetteer(), told).subject in {None, Subject.OTHER}:
            visit.say(words("aside-go-on"))
        else:
            await begin_petition(visit, told)
            visit.state.memo[ONE_WORD] = True
        return
    if is_of_the_press(text):
        visit.say(words("aside-press"), options=menu_options(visit, only=("meet", "new")))
        return
    if asks_for_a_loan(text):
        visit.say(words("aside-loan"), options=menu_options(visit, only=("meet", "new")))
        return
    if asks_for_paper(text):
        visit.say(words("aside-paper"), options=menu_options(visit, only=("meet", "new")))
        return
    if not await visit.call("more", text):
        await begin_petition(visit, text)
    await speak_their_language(visit, text)  # behind the numbers to call, if there are any


def _word_by_word(visit: Visit, word: str) -> str | None:
    """Return what somebody has told so far who sends every word by itself; None for the first word."""
    begun, *before = visit.state.memo.get(_WORDS, [0])
    now = to_ms(visit.now)
    said = [*before, word] if now - begun <= WORDS_MS else [word]
    visit.state.memo[_WORDS] = [now, *said[-WORDS_MAX:]]
    return " ".join(said) if len(said) > 1 else None


async def _meant(visit: Visit, text: str, *commands: str) -> bool:
    """Pass on to the first of these commands that a text is meant for; False when it is for none."""
    for command in commands:
        if await visit.call(command, text):
            return True
    return False


def _tells_nothing(visit: Visit, text: str) -> bool:
    """One word ("hihi"), a link alone or the number of no button names no matter, unless it is a danger."""
    word = text.strip()
    if " " not in word and _LINK.match(word):
        return True
    one = word.isalpha() or (word.isdecimal() and len(word) <= MENU_DIGITS)
    return one and not hear(visit.services.gazetteer(), text).danger


async def speak_their_language(visit: Visit, text: str) -> None:
    """Answer English in English; say what we can read to whoever writes in another script."""
    if visit.language != "en" and looks_english(text):
        await visit.call("english")
    elif in_other_script(text):
        visit.say(words("language-not-read"), options=menu_options(visit, only=("meet",)))


async def begin_petition(visit: Visit, text: str, **args: Json) -> None:
    """Begin the form with what was said; a photo or pin that came first is kept for its question."""
    inbound = visit.inbound
    warn_of_danger(visit, text)
    answers: dict[str, Json] = {"content": text.strip()} if len(text.strip()) >= 3 else {}
    if answers and (unit := commune_said(visit, text.strip())) is not None:
        answers, args = {}, {**args, "unit": unit}
        visit.say(words("aside-noted-place", unit=unit_inside(visit.services.gazetteer(), unit)))
    if answers:
        _as_before(visit, text)
    args = await where_before(visit, text, args)
    visit.begin(FORM, args=args, **answers)
    details: dict[str, Json] = {}
    if inbound.files:
        if not answers:
            voice = any(file.kind is FileKind.VOICE for file in inbound.files)
            if voice:
                visit.state.memo[SPOKEN] = True
            visit.say(words("opening-voice") if voice else words("absorb-files", files=len(inbound.files)))
        limit = visit.services.limits.files_per_petition
        details["files"] = [await keep_file(visit, file) for file in inbound.files[:limit]]
    if inbound.pin is not None:
        if not answers:
            visit.say(words("absorb-pin"))
        details["pin"] = [inbound.pin.lat, inbound.pin.lon]
    if details:
        visit.state.memo["details"] = details
        visit.state.memo["!album"] = inbound.album


async def where_before(visit: Visit, text: str, args: dict[str, Json]) -> dict[str, Json]:
    """Return the arguments with the commune of the person's last petition, for a story that names none of its own."""
    known = "unit" in args or visit.inbound.pin is not None or not visit.consented or visit.row.officer_id is not None
    if known or hear(visit.services.gazetteer(), text.strip()).commune.candidates:
        return args
    before = await visit.newest_petition()
    return {**args, "before": before.commune_code} if before is not None else args


def _as_before(visit: Visit, text: str) -> None:
    """Where a child wrote before, and this text tells nothing of who writes, say how to be spoken to otherwise."""
    told = distress_in(text, danger=True).voice
    if told and visit.state.voice == GROWN_UP:
        visit.state.voice = told
    if visit.state.voice in CHILDREN and not told and not speaks_as_adult(text):
        visit.say(words("voice-as-before"), options=(Option("grown-up", words("voice-grown-up"), tap("grown-up")),))


def greet(visit: Visit) -> None:
    """Say who this is and what it can do."""
    visit.say(words("greeting"), options=menu_options(visit))


async def started(visit: Visit, payload: str) -> None:
    """
    Open the chat.

    A link's payload may preset a unit (`u19867`), with an organisation (`u19867-phu_nu`), open a petition (`c` and its
    code) or let an officer in (`inv_` and a token).
    """
    if payload.startswith("inv_"):
        await visit.call("join", payload[4:])
    elif payload.startswith("c") and receipt.is_valid(payload[1:].upper()):
        await visit.call("track", payload[1:].upper())
    elif payload.startswith("u"):
        _started_with_unit(visit, payload[1:])
    elif visit.state.form:
        visit.begun = True  # the page was opened again in the middle: the question is asked once more
    else:
        greet(visit)


def _started_with_unit(visit: Visit, payload: str) -> None:
    code, _, organisation = payload.partition("-")
    gazetteer = visit.services.gazetteer()
    is_commune = gazetteer.position(code) is not None
    if not is_commune and code not in gazetteer.provinces:
        greet(visit)
        return
    args: dict[str, Json] = {"unit": code} if is_commune else {"province": code}
    if organisation in {o.value for o in Organisation}:
        args["organisation"] = organisation
    visit.say(words("greeting-unit", unit=unit_inside(gazetteer, code)))
    visit.begin(FORM, args=args)


async def menu_tap(visit: Visit, argument: str) -> None:
    """A button of the menu is the command of the same name."""
    await visit.call(argument, "")


async def new_command(visit: Visit, rest: str) -> None:
    """Begin a petition; what follows the command is its text. One that is being written is not lost to a word."""
    if visit.row.officer_id is not None and not rest and await visit.call("pile-heard", visit.inbound.text):
        return  # "new" is what an officer's pile is called in English
    if visit.state.form == FORM and "content" in visit.state.answers and visit.inbound.text and not rest:
        visit.say(words("opening-unfinished"))
        return
    await begin_petition(visit, rest)


async def help_command(visit: Visit, _rest: str) -> None:
    """Say what can be written at any time; an officer's chat that was joined long ago gets its menu of commands."""
    menu = command_menu(OFFICER_COMMANDS) if visit.row.officer_id is not None else None
    actor = await actor_of(await visit.db(), visit.row.officer_id) if visit.row.officer_id is not None else None
    more = (words("help-administrator"),) if actor is not None and actor.has(Role.ADMINISTRATOR) else ()
    visit.replies.append(Reply((words("help"), *more), menu_options(visit), menu=menu))


async def language_command(visit: Visit, _rest: str) -> None:
    """Offer the languages."""
    visit.say(
        words("language-ask"),
        options=(
            Option("vi", words("language-vi"), tap("language", "vi")),
            Option("en", words("language-en"), tap("language", "en")),
        ),
    )


TAPS: dict[str, TapHandler] = {"menu": menu_tap}
