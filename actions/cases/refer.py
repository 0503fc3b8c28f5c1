"""A case and the authority that must resolve it: refer, remind, extend, record its answer, check."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for
from actions.cases.change import Change
from actions.cases.moving import authority_rule, due_day, move
from conversation.codec import Json
from conversation.messages import Words, words
from domain.authorities import Authority
from domain.calendar import WorkCalendar, end_of_day, local_date
from domain.deadlines import due
from domain.errors import NotFound, ReasonMissing, Refused
from domain.life import WITH_AUTHORITY, Step
from domain.rules import rule_for
from storage import cases
from storage.cases import Case, Referral
from texts import LANGUAGES, say


def authority_words(authority: str, name: str) -> Words | str:
    """Return how an authority is called: by its code in the reader's language, or as the officer wrote it."""
    return words(Authority(authority).text_key) if authority else name


def usual_due_day(case: Case, now: datetime, calendar: WorkCalendar) -> date:
    """Return the day by which an authority is expected to answer when nothing else is agreed."""
    return due(rule_for(authority_rule(case.kind)), now, calendar).day


async def refer(
    db: AsyncConnection,
    case_id: int,
    change: Change,
    *,
    authority: Authority | None,
    name: str = "",
    day: date | None = None,
) -> Case:
    """
    Send a case to an authority, one of ours by code or any office by name, to be answered by `day`.

    Without a day the rule of `usual_due_day` holds. The case is due with the first of its open referrals.

    Raises:
        ReasonMissing: neither a code nor a name.
        Refused: the day has passed.
        As `access_for`.
    """
    if authority is None and not name.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.REFER, change)
    rule = authority_rule(case.kind)
    last = day or usual_due_day(case, change.now, change.calendar)
    _check_day(last, change.now)
    code = authority.value if authority else ""
    # The name is kept as well: a code may be renamed later, the record may not.
    full = say(authority.text_key, LANGUAGES[0]) if authority else name.strip()
    open_before = await cases.referrals(db, case_id, unanswered=True)
    first = min([last, *(due_day(referral.due_at) for referral in open_before)])
    await cases.insert_referral(
        db,
        case_id=case_id,
        authority=code,
        authority_name=full,
        sent_at=change.now,
        due_at=end_of_day(last),
        due_rule=rule.value,
        reminded=0,
        officer_id=change.actor.officer_id,
    )
    data: dict[str, Json] = {
        "authority": code,
        "authority_name": full,
        "due": last.isoformat(),
        "by_hand": day is not None,
    }
    by_rule = day is None and not open_before
    moved = await move(
        db, case, Step.REFER, change, data=data, told=True, due_day=first, due_rule=rule, counted=by_rule
    )
    sentence = words(
        "notice-referred",
        body=news.body_words(case),
        authority=authority_words(code, full),
        day=local_date(change.now),
        due=last,
    )
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


def _check_day(day: date, now: datetime) -> None:
    if day < local_date(now):
        raise Refused(key="error-day-passed")


async def referral_of(db: AsyncConnection, case_id: int, referral_id: int | None = None) -> Referral:
    """
    Return the referral of a case that waits for its answer; the newest, unless its id is given.

    Raises:
        NotFound: none waits.
    """
    waiting = await cases.referrals(db, case_id, unanswered=True)
    found = [referral for referral in waiting if referral_id in {None, referral.id}]
    if not found:
        raise NotFound(key="error-no-referral")
    return found[-1]


async def acknowledge(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Record that the authority has received the case.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.ACKNOWLEDGE, change)
    referral = await referral_of(db, case_id)
    data: dict[str, Json] = {"authority": referral.authority, "authority_name": referral.authority_name}
    moved = await move(db, case, Step.ACKNOWLEDGE, change, data=data, told=True)
    sentence = words("notice-acknowledged", authority=authority_words(referral.authority, referral.authority_name))
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


async def remind(db: AsyncConnection, case_id: int, change: Change, *, referral_id: int | None = None) -> Case:
    """
    Remind the authority of its answer (đôn đốc); the residents hear that it was reminded.

    Raises:
        NotFound: no referral waits for an answer.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.REMIND, change)
    referral = await referral_of(db, case_id, referral_id)
    await cases.count_reminder(db, referral.id, at=change.now)
    data: dict[str, Json] = {
        "authority": referral.authority,
        "authority_name": referral.authority_name,
        "number": referral.reminded + 1,
    }
    moved = await move(db, case, Step.REMIND, change, data=data, told=True)
    late = change.now >= referral.due_at
    sentence = words(
        "notice-reminded-late" if late else "notice-reminded",
        body=news.body_words(case),
        authority=authority_words(referral.authority, referral.authority_name),
        due=due_day(referral.due_at),
    )
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


async def extend(db: AsyncConnection, case_id: int, change: Change, *, day: date, reason: str) -> Case:
    """
    Give more time, with a reason that the residents read. The old date stays in the story.

    Raises:
        ReasonMissing: no reason.
        Refused: the day has passed, or is no later than the old one.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.EXTEND, change)
    _check_day(day, change.now)
    if case.due_at is not None and day <= due_day(case.due_at):
        raise Refused(key="error-day-not-later")
    waiting = await cases.referrals(db, case_id, unanswered=True) if case.state in WITH_AUTHORITY else []
    referral = waiting[-1] if waiting else None
    data: dict[str, Json] = {
        "reason": reason.strip(),
        "old_due": due_day(case.due_at).isoformat() if case.due_at else None,
        "due": day.isoformat(),
        "authority": referral.authority if referral else "",
        "authority_name": referral.authority_name if referral else "",
    }
    rule = case.due_rule or authority_rule(case.kind)
    moved = await move(db, case, Step.EXTEND, change, data=data, told=True, due_day=day, due_rule=rule)
    if referral is not None:
        await cases.change_referral(db, referral.id, {"due_at": end_of_day(day)})
    who = authority_words(referral.authority, referral.authority_name) if referral else news.body_words(case)
    sentence = words("notice-extended", authority=who, body=news.body_words(case), due=day, reason=reason.strip())
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


async def hand_back(db: AsyncConnection, case_id: int, change: Change, *, reason: str) -> Case:
    """
    Record that the authority gave the case back: it is not for them. The officer goes on from there.

    Raises:
        ReasonMissing: no reason.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.HAND_BACK, change)
    referral = await referral_of(db, case_id)
    data: dict[str, Json] = {
        "reason": reason.strip(),
        "authority": referral.authority,
        "authority_name": referral.authority_name,
    }
    moved = await move(db, case, Step.HAND_BACK, change, data=data, told=True)
    await cases.change_referral(db, referral.id, {"answered_at": change.now, "answer": reason.strip()})
    sentence = words(
        "notice-handed-back",
        authority=authority_words(referral.authority, referral.authority_name),
        body=news.body_words(case),
    )
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


async def answer(
    db: AsyncConnection,
    case_id: int,
    change: Change,
    *,
    text: str,
    referral_id: int | None = None,
    check: bool = True,
) -> Case:
    """
    Record an authority's answer and pass it on; with `check` the residents are asked whether it is well.

    Raises:
        ReasonMissing: no words.
        As `access_for`.
    """
    if not text.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.ANSWER, change)
    waiting = await cases.referrals(db, case_id, unanswered=True)
    found = [referral for referral in waiting if referral_id in {None, referral.id}]
    # Work that the body does itself, and a second answer of the same office, have no referral that waits.
    referral = found[-1] if found else next(iter((await cases.referrals(db, case_id))[::-1]), None)
    if found and referral is not None:
        await cases.change_referral(db, referral.id, {"answered_at": change.now, "answer": text.strip()})
    data: dict[str, Json] = {
        "text": text.strip(),
        "authority": referral.authority if referral else "",
        "authority_name": referral.authority_name if referral else "",
    }
    moved = await move(db, case, Step.ANSWER, change, data=data, told=True)
    if check:
        moved = await move(db, moved, Step.CHECK, change)
    who = authority_words(referral.authority, referral.authority_name) if referral else news.body_words(case)
    sentence = words("notice-answered-check" if check else "notice-answered", authority=who, text=text.strip())
    options = news.result_options(moved) if check else news.track_options()
    await news.tell_residents(db, moved, sentence, options, now=change.now)
    return moved


async def ask_whether_well(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Ask the residents whether the matter is settled (`Step.CHECK`).

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.CHECK, change)
    moved = await move(db, case, Step.CHECK, change, told=True)
    sentence = words("notice-check", body=news.body_words(case))
    await news.tell_residents(db, moved, sentence, news.result_options(moved), now=change.now)
    return moved
