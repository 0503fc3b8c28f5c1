"""What residents and officers read when a case moves: one sentence each, worded in texts/*/notices.ftl."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions import notices
from conversation.messages import Option, OutgoingFile, Words, words
from domain import receipt
from domain.kinds import Rating
from domain.statuses import status_code
from storage.cases import Case

BRIEF_CHARS: Final = 200
"""Characters of somebody's words in a message to an officer; the card shows all of them."""

_SPOKEN: Final = frozenset({"notice-reply", "notice-ask", "notice-correct", "notice-withdrawn"})
"""What an officer says to one person in their own chat; all else of a confidential case is a bare state."""


def shown(code: str) -> str:
    """Return a receipt code as people see it."""
    return receipt.display(code)


def brief(case: Case, text: str) -> Words | str:
    """Return the beginning of somebody's words in quotes; '' for a confidential case: no push message shows them."""
    plain = " ".join(text.split())
    if case.confidential or not plain:
        return ""
    short = plain if len(plain) <= BRIEF_CHARS else plain[:BRIEF_CHARS].rsplit(" ", 1)[0] + " …"
    return words("officer-quoted", text=short)


async def tell_handler(
    db: AsyncConnection,
    case: Case,
    sentence: Words,
    *,
    now: datetime,
    but_not: int | None = None,
    collapse: str = "",
) -> int:
    """Tell those who handle a case, with a button that opens it; `collapse` as of `conversation.messages.Reply`."""
    options = (Option("open", words("button-open-case"), f"!case={case.id}"),)
    return await notices.tell_handlers(db, case.id, sentence, options, now=now, but_not=but_not, collapse=collapse)


async def tell_residents(
    db: AsyncConnection,
    case: Case,
    sentence: Words,
    options: tuple[Option, ...] = (),
    *,
    now: datetime,
    only: int | None = None,
    but_not: int | None = None,
    files: tuple[OutgoingFile, ...] = (),
) -> int:
    """
    Tell the people behind a case what has become of it, once for each of its versions.

    `only` and `but_not` are petition ids; `{ $code }` is each one's own. A confidential case is told as its
    bare state: whoever glances at the phone must learn nothing.
    """
    if case.confidential and sentence.key not in _SPOKEN:
        status = status_code(case.state, case.outcome, reopened=case.reopened > 0)
        sentence = words("notice-guarded", status=words(status.resident_key))
        options = options if options == track_options() else (*options, *track_options())
        files = ()
    once = f"{sentence.key}/{case.id}/{case.version}"
    return await notices.tell_residents(
        db,
        case.id,
        sentence,
        options,
        now=now,
        once=once,
        only_petition=only,
        but_not=but_not,
        files=files,
    )


def answer_options(case: Case) -> tuple[Option, ...]:
    """Return the button under an officer's question."""
    return (Option("answer", words("button-answer"), f"!answer={{code}}.{case.id}", "primary"),)


def result_options(case: Case) -> tuple[Option, ...]:
    """Return the buttons under "is it well now?"."""
    return (
        Option("confirm", words("button-confirm"), f"!confirm={{code}}.{case.id}", "primary"),
        Option("dispute", words("button-dispute"), f"!dispute={{code}}.{case.id}"),
    )


def rating_options() -> tuple[Option, ...]:
    """Return the three scores, and the way back for who does not agree."""
    scores = tuple(Option(score.value, words(score.text_key), f"!score={{code}}.{score.value}") for score in Rating)
    return (*scores, Option("reopen", words("button-reopen"), "!reopen={code}"))


def track_options() -> tuple[Option, ...]:
    """Return the button that shows the whole story."""
    return (Option("track", words("button-track"), "!track={code}"),)


def body_words(case: Case) -> Words:
    """Return the handling body as residents call it: "Mặt trận", "Hội Phụ nữ"."""
    return words(case.handler.organisation.text_key)
