"""Petitions filed under a commune that was merged since: they count for the commune of today, as the report says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.names import Names
from storage import report_facts
from storage.report_rows import CaseFact, Facts, PetitionFact, ReceivedCount, ReferralFact

Received: TypeAlias = tuple[Sequence[ReceivedCount], int]
"""Petitions received in a period that is compared with, and its cases."""

Fact = TypeVar("Fact", PetitionFact, CaseFact, ReferralFact, ReceivedCount)


async def of_today(
    db: AsyncConnection, names: Names, facts: Facts, compared: Sequence[Received | None]
) -> tuple[Names, Facts, list[Received | None]]:
    """
    Return names, facts and comparisons with former communes put into those of today.

    A commune that was divided among several is left as it was, under its own former name.
    """
    periods = list(compared)
    seen = {one.commune for rows in (facts.petitions, facts.cases, facts.referrals) for one in rows}
    seen |= {row.commune for period in periods if period is not None for row in period[0]}
    gone = sorted(code for code in seen - set(names.units) if code)
    if not gone:
        return names, facts, periods
    former = await report_facts.former_units(db, gone)
    new = {code: codes[0] for code, (_, codes) in former.items() if len(codes) == 1}
    left = {code: unit for code, (unit, codes) in former.items() if code not in new}
    moved = replace(
        facts,
        petitions=_moved(facts.petitions, new),
        cases=_moved(facts.cases, new),
        referrals=_moved(facts.referrals, new),
    )
    others: list[Received | None] = [
        (_moved(period[0], new), period[1]) if period is not None else None for period in periods
    ]
    return Names({**names.units, **left}, names.home), moved, others


def _moved(rows: Iterable[Fact], new: Mapping[str, str]) -> list[Fact]:
    return [row._replace(commune=new[row.commune]) if row.commune in new else row for row in rows]
