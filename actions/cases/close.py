"""How a case ends and begins again: close with an outcome, propose to decline, decline, reopen."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for
from actions.cases.change import Change
from actions.cases.moving import move
from actions.cases.refer import authority_words
from actions.notices import tell_officers
from conversation.codec import Json
from conversation.messages import Option, OutgoingFile, Words, words
from domain.errors import NotFound, ReasonMissing
from domain.life import Outcome, Step
from storage import accounts, cases
from storage.cases import Case, Event


async def close(
    db: AsyncConnection,
    case_id: int,
    change: Change,
    *,
    outcome: Outcome,
    text: str,
    files: Sequence[OutgoingFile] = (),
) -> Case:
    """
    Close a case; its residents read the outcome with the officer's words and photos, and may rate or reopen.

    Raises:
        ReasonMissing: no words.
        OutcomeNotAllowed: the state does not permit this outcome.
        As `access_for`.
    """
    if not text.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.CLOSE, change)
    referral = next(iter((await cases.referrals(db, case_id))[::-1]), None)
    data: dict[str, Json] = {
        "text": text.strip(),
        "outcome": outcome.value,
        "files": [file.file_id for file in files],
        "authority_name": referral.authority_name if referral else "",
    }
    moved = await move(db, case, Step.CLOSE, change, data=data, outcome=outcome, told=True)
    sentence = words(f"notice-closed-{outcome.value}", body=news.body_words(case), text=text.strip())
    if outcome is Outcome.RESOLVED and referral is not None:
        who = authority_words(referral.authority, referral.authority_name)
        sentence = words("notice-closed-resolved-by", authority=who, text=text.strip())
    await news.tell_residents(db, moved, sentence, news.rating_options(), now=change.now, files=tuple(files))
    return moved


async def propose_decline(db: AsyncConnection, case_id: int, change: Change, *, reason: str) -> Case:
    """
    Propose not to take a case; leaders and approvers of the body and above are asked to decide.

    Raises:
        ReasonMissing: no reason.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.PROPOSE_DECLINE, change)
    moved = await move(db, case, Step.PROPOSE_DECLINE, change, data={"reason": reason.strip()})
    barred = await cases.recused(db, case_id)
    found = [
        officer.id
        for officer in await accounts.approvers_of(db, case.handler, own_only=case.confidential)
        if officer.id not in barred
    ]
    sentence = words("officer-decline-proposed", code=news.shown(case.code), reason=news.brief(case, reason))
    options = (Option("open", words("button-open-case"), f"!case={case.id}"),)
    await tell_officers(db, found, sentence, options, now=change.now, case_id=case_id)
    return moved


async def decline(db: AsyncConnection, case_id: int, change: Change, *, reason: str, guidance: str = "") -> Case:
    """
    Decline a case with a reason, and with what the residents can do instead. Leaders and approvers alone do.

    Raises:
        ReasonMissing: no reason.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.DECLINE, change)
    data: dict[str, Json] = {"reason": reason.strip(), "guidance": guidance.strip()}
    moved = await move(db, case, Step.DECLINE, change, data=data, told=True)
    sentence = words("notice-declined", body=news.body_words(case), reason=reason.strip())
    if guidance.strip():
        values = {**sentence.values, "guidance": guidance.strip()}
        sentence = Words("notice-declined-guided", values)
    options = (
        Option("meet", words("menu-meet"), "!menu=meet"),
        Option("reopen", words("button-reopen"), "!reopen={code}"),
    )
    await news.tell_residents(db, moved, sentence, options, now=change.now)
    await news.tell_handler(
        db,
        moved,
        words("officer-declined", code=news.shown(case.code)),
        now=change.now,
        but_not=change.actor.officer_id,
    )
    return moved


async def reopen(db: AsyncConnection, case_id: int, change: Change, *, reason: str) -> Case:
    """
    Open a closed case again; its residents hear that it is looked at once more.

    Raises:
        ReasonMissing: no reason.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.REOPEN, change)
    moved = await move(db, case, Step.REOPEN, change, data={"reason": reason.strip()}, told=True)
    await news.tell_residents(db, moved, words("notice-looked-at-again"), news.track_options(), now=change.now)
    return moved


async def amend(db: AsyncConnection, case_id: int, change: Change, *, outcome: Outcome, text: str) -> Case:
    """
    Correct what residents were told of the end of a case; they read once what was wrong and what is right.

    The same outcome is put into other words. Another one begins the case again and ends it at once: its story holds
    both ends.

    Raises:
        ReasonMissing: no words.
        NotFound: the case was not closed with words to its residents.
        OutcomeNotAllowed: a case that is begun again cannot end so ("resolved" needs a check with the residents).
        As `access_for`.
    """
    text = text.strip()
    if not text:
        raise ReasonMissing
    case = await access_for(db, case_id, Step.REOPEN, change)
    wrong = await last_closing(db, case_id)
    if wrong is None:
        raise NotFound(key="error-nothing-to-correct")
    told = str(wrong.data.get("text", ""))
    data: dict[str, Json] = {"text": text, "corrects": wrong.id, "wrong": told}
    if outcome is case.outcome:
        moved = await move(db, case, Step.CORRECT, change, data=data, told=True)
    else:
        # Nobody asked for another look: neither the case nor a report counts this as one.
        values = {"reopened": case.reopened}
        begun = await move(db, case, Step.REOPEN, change, data={"reason": text}, values=values)
        ending: dict[str, Json] = {**data, "outcome": outcome.value, "files": [], "authority_name": ""}
        # It ended when it ended: reports and weeks would count the correction as one more case that was closed.
        ended = {"closed_at": case.closed_at}
        moved = await move(db, begun, Step.CLOSE, change, data=ending, outcome=outcome, values=ended, told=True)
    sentence = amended_words(moved, outcome, text, told)
    await news.tell_residents(db, moved, sentence, news.rating_options(), now=change.now)
    return moved


def amended_words(case: Case, outcome: Outcome, text: str, wrong: str) -> Words:
    """Return what residents read when the end of a case that they were told is corrected."""
    end = words(f"outcome-{outcome.value}")
    return words("notice-amended", body=news.body_words(case), wrong=wrong, outcome=end, text=text)


async def last_closing(db: AsyncConnection, case_id: int) -> Event | None:
    """Return the newest event that told residents how the case ended, as it was last corrected; None for none."""
    told: dict[int, Event] = {}
    for event in await cases.events(db, case_id):
        if event.step == Step.CLOSE or event.data.get("corrects") in told:
            told[event.id] = event
    return next(reversed(told.values()), None)


async def last_proposal(db: AsyncConnection, case_id: int) -> str:
    """Return the reason of the newest proposal to decline that nothing followed but notes, '' for none."""
    for event in reversed(await cases.events(db, case_id, newest=20)):
        if event.step == Step.PROPOSE_DECLINE:
            return str(event.data.get("reason", ""))
        if event.before != event.after:
            return ""
    return ""
