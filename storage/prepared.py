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
from typing import Any, NamedTuple

from sqlalchemy import ClauseElement, Dialect, Table, bindparam, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator

Convert = Callable[[Any], Any]


class _Compiled(NamedTuple):
    sql: str
    binds: tuple[tuple[str, Convert | None, Any], ...]
    """Name, conversion and default of each parameter, in the driver's order."""
    results: tuple[Convert | None, ...]
    row: Callable[..., Any]


class Prepared:
    """A statement. `await statement(db, name=value, …)` returns its rows, named as its columns."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    async def __call__(self, db: AsyncConnection, **values: Any) -> list[Any]:
        """Run it inside the open transaction of `db`; values of `Moment` and `JsonText` columns are converted."""
        dialect, driver = db.sync_engine.dialect, open_driver(db)
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compile(self._statement, dialect)
        given = [
            convert(values.get(name, default)) if convert else values.get(name, default)
            for name, convert, default in compiled.binds
        ]
        if dialect.driver == "inloop":
            rows = sqlite3.Cursor(driver).execute(compiled.sql, given).fetchall()
        elif dialect.name == "sqlite":  # a reader, through a thread
            rows = await driver.execute_fetchall(compiled.sql, given)
        else:
            rows = await driver.fetch(compiled.sql, *given)
        return [_row(compiled, row) for row in rows]


def open_driver(db: AsyncConnection) -> Any:
    """Return the driver's connection of an open one, without SQLAlchemy's way there, which costs as much as a row."""
    return db.sync_connection.connection.driver_connection  # type: ignore[union-attr]  # open, so it has one


@functools.cache
def _insert(table: Table, names: tuple[str, ...]) -> Prepared:
    return Prepared(
        insert(table).values({name: bindparam(name, type_=table.c[name].type) for name in names}).returning(table.c.id)
    )


async def insert_row(db: AsyncConnection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row of a table with an id; return the id. Columns that are not given keep their defaults."""
    rows = await _insert(table, tuple(sorted(values)))(db, **values)
    return int(rows[0].id)


def _row(compiled: _Compiled, row: Sequence[Any]) -> Any:
    values = (convert(value) if convert else value for convert, value in zip(compiled.results, row, strict=True))
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
    results = tuple(_result_conversion(column.type, dialect) for column in columns)
    row = namedtuple("row", [column.key for column in columns], rename=True) if columns else tuple  # noqa: PYI024  # names known at run time
    return _Compiled(str(compiled), tuple(binds), results, row)


def _columns(statement: Any) -> list[Any]:
    """Return what the statement gives back: a query's columns, or those after RETURNING."""
    if getattr(statement, "is_select", False):
        return list(statement.selected_columns)
    return list(getattr(statement, "_returning", ()))


def _bind_conversion(type_: Any, dialect: Dialect) -> Convert | None:
    if isinstance(type_, TypeDecorator):
        return lambda value: type_.process_bind_param(value, dialect)
    return None


def _result_conversion(type_: Any, dialect: Dialect) -> Convert | None:
    if isinstance(type_, TypeDecorator):
        return lambda value: type_.process_result_value(value, dialect)
    if type_.python_type is bool:
        return lambda value: None if value is None else bool(value)
    return None
