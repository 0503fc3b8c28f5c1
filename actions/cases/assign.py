"""Who handles a case: give it to a colleague or to another body, or keep away from it."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for
from actions.cases.accused import accused_of
from actions.cases.change import Change
from actions.cases.moving import move
from actions.notices import tell_officers
from conversation.codec import Json
from conversation.messages import Option, Words, words
from domain.errors import NotAllowed, ReasonMissing
from domain.kinds import Organisation
from domain.life import Step
from domain.roles import HANDLERS
from domain.routing import Accused, Body, reading_chain
from domain.units import COMMUNE_CODE_DIGITS, UnitRef, inside
from storage import accounts, cases, officers
from storage.accounts import Account
from storage.cases import Case
from storage.units import names_of


async def colleagues(db: AsyncConnection, case: Case, *, but_not: int | None = None) -> list[Account]:
    """Return the active officers of the handling body whom the case does not concern."""
    barred = {*await cases.recused(db, case.id), but_not}
    ids = [row.id for row in await officers.handlers_of(db, case.handler) if row.id not in barred]
    found = await accounts.accounts(db, ids=ids)
    return [account for account in found if not HANDLERS.isdisjoint(account.roles)]


async def bodies_for(db: AsyncConnection, case: Case, *, also: UnitRef | None = None) -> list[Body]:
    """
    Return the other bodies with officers that a case can be given to: its commune's, its province's, no accused.

    `also` names another commune of the province, whose bodies come first: what was filed in the wrong one.
    """
    commune, province = UnitRef(case.commune, case.province), UnitRef(case.province)
    units = (also, commune, province) if also is not None and also.province == case.province else (commune, province)
    if (accused := await accused_of(db, case)) is Accused.NOBODY:
        bodies = [Body(unit, organisation) for unit in dict.fromkeys(units) for organisation in Organisation]
    else:
        bodies = list(reading_chain(commune, case.owner.organisation, accused))
    return await officers.staffed_bodies(db, [body for body in bodies if body != case.handler])


async def somebody_elsewhere(db: AsyncConnection, case: Case) -> bool:
    """Tell whether anybody handles cases in another commune; what accuses somebody goes to none of them."""
    if await accused_of(db, case) is not Accused.NOBODY:
        return False
    active = [
        one for one in await accounts.accounts(db) if one.disabled_at is None and not HANDLERS.isdisjoint(one.roles)
    ]
    units = {scope.unit for account in active for scope in account.scopes} - {case.commune, None}
    return any(unit is not None and len(unit) == COMMUNE_CODE_DIGITS for unit in units)


async def give_to_colleague(db: AsyncConnection, case_id: int, change: Change, *, officer_id: int, reason: str) -> Case:
    """
    Give a case to a colleague, who is told. The residents are not: the body that reads it is the same.

    Raises:
        ReasonMissing: no reason.
        NotAllowed: that person is not of the handling body, or the case concerns them.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.REASSIGN, change)
    found = next((a for a in await colleagues(db, case) if a.id == officer_id), None)
    if found is None:
        raise NotAllowed(key="error-not-of-the-body")
    data: dict[str, Json] = {"reason": reason.strip(), "to_officer": found.id, "to_name": found.name}
    moved = await move(db, case, Step.REASSIGN, change, data=data, values={"officer_id": found.id})
    if found.id != change.actor.officer_id:
        sentence = words("officer-given-to-you", code=news.shown(case.code), reason=news.brief(case, reason))
        options = (Option("open", words("button-open-case"), f"!case={case.id}"),)
        await tell_officers(db, [found.id], sentence, options, now=change.now, case_id=case_id)
    return moved


async def give_to_body(db: AsyncConnection, case_id: int, change: Change, *, body: Body, reason: str) -> Case:
    """
    Give a case to another body; its officers and the residents are told who reads it now.

    Raises:
        ReasonMissing: no reason.
        NotAllowed: nobody works there, or it lies in another province.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.REASSIGN, change)
    if not reason.strip():
        raise ReasonMissing
    if body not in await bodies_for(db, case, also=body.unit):
        raise NotAllowed(key="error-body-without-officer")
    moved = await _move_to(db, case, Step.REASSIGN, change, body, {"reason": reason.strip()})
    await _tell_of_new_body(db, moved, change, reason)
    return moved


async def _move_to(
    db: AsyncConnection, case: Case, step: Step, change: Change, body: Body, data: dict[str, Json]
) -> Case:
    record = {**data, "to_unit": body.unit.code, "to_organisation": body.organisation.value}
    values = {
        "handler_unit_code": body.unit.code,
        "handler_organisation": body.organisation.value,
        "officer_id": None,
        "read_at": None,
    }
    return await move(db, case, step, change, data=record, values=values, told=True)


async def _tell_of_new_body(db: AsyncConnection, moved: Case, change: Change, reason: str) -> None:
    sentence = words("officer-given-to-body", code=news.shown(moved.code), reason=news.brief(moved, reason))
    await news.tell_handler(db, moved, sentence, now=change.now, but_not=change.actor.officer_id)
    told = words("notice-reassigned", body=await _reader_words(db, moved))
    await news.tell_residents(db, moved, told, news.track_options(), now=change.now)


async def _reader_words(db: AsyncConnection, moved: Case) -> Words:
    """Return who reads a case now as residents call it, with the unit where that is another than theirs."""
    reader, code = news.body_words(moved), moved.handler.unit.code
    name = (await names_of(db, [code])).get(code) if code != moved.commune else None
    return words("body-of-unit", organisation=reader, unit=words("unit-alone", unit=inside(name))) if name else reader


async def recuse(db: AsyncConnection, case_id: int, change: Change, *, reason: str = "") -> Case:
    """
    Declare that one is concerned by a case: from now on one can neither read nor handle it, nor hears of it.

    Its handling goes to the colleagues; without any, to the next body above that has officers.
    Source: Luật Phòng, chống tham nhũng 36/2018; domain reference §3.6.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.RECUSE, change)
    data: dict[str, Json] = {"reason": reason.strip()}
    me = change.actor.officer_id
    others = await colleagues(db, case, but_not=me)
    new = None if others else await _next_body(db, case, me)
    if new is not None:
        moved = await _move_to(db, case, Step.RECUSE, change, new, data)
        await _tell_of_new_body(db, moved, change, "")
        return moved
    mine = {"officer_id": None} if case.officer_id == me else {}
    moved = await move(db, case, Step.RECUSE, change, data=data, values=dict(mine))
    await news.tell_handler(db, moved, words("officer-recused", code=news.shown(case.code)), now=change.now, but_not=me)
    return moved


async def _next_body(db: AsyncConnection, case: Case, me: int | None) -> Body | None:
    """Return the first body after the present one in the chain of owners that somebody else works in."""
    commune = UnitRef(case.commune, case.province)
    chain = reading_chain(commune, case.owner.organisation, await accused_of(db, case))
    later = chain[chain.index(case.handler) + 1 :] if case.handler in chain else chain[-1:]
    barred = {*await cases.recused(db, case.id), me}
    for body in later:
        if body != case.handler and any(row.id not in barred for row in await officers.handlers_of(db, body)):
            return body
    return None
