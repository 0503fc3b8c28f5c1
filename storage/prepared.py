"""
SQLAlchemy Core statements without parameters in their shape, compiled once and run on the driver itself.

For what happens with every petition: compiling is paid once, a run costs 20 µs on SQLite instead of 150. The
statement stays Core: types, names and both dialects are the schema's.
"""

from __future__ import annotations

import functools
import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import ClauseElement, Date, Dialect, Table, bindparam, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator

Convert = Callable[[Any], Any]


class _Compiled(NamedTuple):
    sql: str
    binds: tuple[tuple[str, Convert | None, Any], ...]
    """Name, conversion and default of each parameter, in the driver's order."""
    results: tuple[tuple[int, Convert], ...]
    """Place and conversion of each column that comes in another type than it is read in."""
    row: Callable[..., Any]


class Prepared:
    """A statement. `await statement(db, name=value, …)` returns its rows, named as its columns."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    async def __call__(self, db: AsyncConnection, **values: Any) -> list[Any]:
        """Run it inside the open transaction of `db`; values of `Moment` and `JsonText` columns are converted."""
        dialect, driver = db.sync_engine.dialect, open_driver(db)
        compiled = self._for(dialect)
        given = _given(compiled, values)
        if dialect.driver == "inloop":
            rows = sqlite3.Cursor(driver).execute(compiled.sql, given).fetchall()
        elif dialect.name == "sqlite":  # a reader, through a thread
            rows = await driver.execute_fetchall(compiled.sql, given)
        else:
            rows = await driver.fetch(compiled.sql, *given)
        return [_row(compiled, row) for row in rows]

    def _for(self, dialect: Dialect) -> _Compiled:
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compile(self._statement, dialect)
        return compiled


class _Insert(Prepared):
    """An INSERT of one row, which gives the row's id."""

    def __init__(self, table: Table, names: Sequence[str]) -> None:
        values = {name: bindparam(name, type_=table.c[name].type) for name in names}
        super().__init__(insert(table).values(values))
        self._returning = Prepared(insert(table).values(values).returning(table.c.id))

    async def id(self, db: AsyncConnection, values: Mapping[str, Any]) -> int:
        dialect = db.sync_engine.dialect
        if dialect.driver != "inloop":
            return int((await self._returning(db, **values))[0].id)
        # SQLite collects what is RETURNING in a table of its own, which costs as much as the row.
        compiled = self._for(dialect)
        done = sqlite3.Cursor(open_driver(db)).execute(compiled.sql, _given(compiled, values))
        return cast("int", done.lastrowid)


def open_driver(db: AsyncConnection) -> Any:
    """Return the driver's connection of an open one, without SQLAlchemy's way there, which costs as much as a row."""
    return db.sync_connection.connection.driver_connection  # type: ignore[union-attr]  # open, so it has one


_insert = functools.cache(_Insert)


async def insert_row(db: AsyncConnection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row of a table with an id; return the id. Columns that are not given keep their defaults."""
    return await _insert(table, tuple(values)).id(db, values)


def _given(compiled: _Compiled, values: Mapping[str, Any]) -> list[Any]:
    """Return the statement's parameters in their order."""
    return [
        convert(values.get(name, default)) if convert else values.get(name, default)
        for name, convert, default in compiled.binds
    ]


def _row(compiled: _Compiled, row: Sequence[Any]) -> Any:
    if not compiled.results:
        return compiled.row(*row)
    values = list(row)
    for place, convert in compiled.results:
        values[place] = convert(values[place])
    return compiled.row(*values)


def _compile(statement: ClauseElement, dialect: Dialect) -> _Compiled:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    names = compiled.positiontup or ()
    binds = []
    for name in names:
        bind = compiled.binds[name]
        default = None if bind.required else bind.effective_value
        binds.append((bind.key, _bind_conversion(bind.type, dialect), default))
    columns = _columns(statement)
    found = [(place, _result_conversion(column.type, dialect)) for place, column in enumerate(columns)]
    results = tuple([(place, convert) for place, convert in found if convert is not None])
    row = namedtuple("row", [column.key for column in columns], rename=True) if columns else tuple  # noqa: PYI024  # names known at run time
    return _Compiled(str(compiled), tuple(binds), results, row)


def _columns(statement: Any) -> list[Any]:
    """Return what the statement gives back: a query's columns, or those after RETURNING."""
    if getattr(statement, "is_select", False):
        return list(statement.selected_columns)
    return list(getattr(statement, "_returning", ()))


def _bind_conversion(type_: Any, dialect: Dialect) -> Convert | None:
    if isinstance(type_, TypeDecorator):
        return functools.partial(type_.process_bind_param, dialect=dialect)
    # The driver's own way to keep a day in SQLite goes from Python 3.12 on.
    return type_.dialect_impl(dialect).bind_processor(dialect) if isinstance(type_, Date) else None


def _result_conversion(type_: Any, dialect: Dialect) -> Convert | None:
    if isinstance(type_, TypeDecorator):
        return functools.partial(type_.process_result_value, dialect=dialect)
    if type_.python_type is bool and dialect.name == "sqlite":
        return lambda value: None if value is None else bool(value)
    return None
