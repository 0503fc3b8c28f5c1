"""Conditions that the queries of reports share: whose petitions, of which days, as of which moment."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    Label,
    Select,
    and_,
    any_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.units import CENTRE, PROVINCE_CODE_DIGITS
from storage.report_rows import Reach
from storage.schema import case_file, case_petition, petition


def ms(column: Column[Any] | ColumnElement[Any], name: str | None = None) -> Label[int]:
    """Return a moment's column as it is stored: milliseconds."""
    return type_coerce(column, BigInteger).label(name or getattr(column, "name", None))


# --- Where ------------------------------------------------------------------------------------------------------------


def _in_unit(province: Column[Any], commune: Column[Any], reach: Reach) -> ColumnElement[bool]:
    if len(reach.unit) == PROVINCE_CODE_DIGITS:
        return province == reach.unit
    return commune.in_([reach.unit, *reach.merged]) if reach.merged else commune == reach.unit


def of_petitions(reach: Reach) -> ColumnElement[bool]:
    p = petition.c
    filed = type_coerce(p.filed_at, BigInteger)
    conditions = [filed >= reach.begins, filed < reach.ends, p.demo == (true() if reach.demo else false())]
    if reach.unit != CENTRE:
        conditions.append(_in_unit(p.province_code, p.commune_code, reach))
    if reach.organisation:
        conditions.append(p.organisation == reach.organisation)
    return and_(*conditions)


def of_cases(reach: Reach) -> ColumnElement[bool]:
    """Return the condition on a case to lie in a reach."""
    c = case_file.c
    conditions: list[ColumnElement[bool]] = [c.demo == (true() if reach.demo else false())]
    if reach.unit != CENTRE:
        conditions.append(_in_unit(c.province_code, c.commune_code, reach))
    if reach.organisation:
        conditions.append(c.organisation == reach.organisation)
    return and_(*conditions)


def present(reach: Reach) -> ColumnElement[bool]:
    """The petition belonged to the case at the cut-off."""
    link = case_petition.c
    joined, left = type_coerce(link.joined_at, BigInteger), type_coerce(link.left_at, BigInteger)
    return and_(joined < reach.ends, or_(link.left_at.is_(None), left >= reach.ends))


def case_ids(reach: Reach) -> Select[Any]:
    """The cases of the period's petitions."""
    joined = petition.join(case_petition, case_petition.c.petition_id == petition.c.id)
    return select(case_petition.c.case_id).select_from(joined).where(of_petitions(reach), present(reach)).distinct()


def apart_from(db: AsyncConnection, column: ColumnElement[Any], ids: Sequence[int]) -> ColumnElement[bool]:
    """
    None of these ids.

    A subquery on PostgreSQL, too: in a plan that is kept for later runs it goes through an array of an unknown length
    one by one, for every row; of a subquery it makes a hash table.
    """
    if db.dialect.name == "postgresql":
        return column.not_in(select(func.unnest(literal(list(ids), ARRAY(BigInteger)))))
    return not_(among(db, column, ids))


def among(db: AsyncConnection, column: ColumnElement[Any], ids: Sequence[int]) -> ColumnElement[bool]:
    """Any number of ids as one value: neither database takes tens of thousands of parameters."""
    if db.dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(BigInteger)))
    return column.in_(select(func.json_each(literal(json.dumps(ids))).table_valued("value").c.value))
