"""Reading a form twice: the same state gives the same outline, at any time of day and with nothing else in reach."""

from __future__ import annotations

import builtins
import contextlib
import functools
import io
import os
import random
import socket
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from types import FunctionType
from typing import Any

import time_machine
from msgspec import Struct

from conversation.codec import dumps, loads
from conversation.forms import Completed, Form, Question, Reading, read
from conversation.messages import Words
from domain.calendar import WorkCalendar
from handlers.table import Table
from matching.places import Gazetteer

MOMENTS = (datetime(2026, 11, 16, 2, 0, tzinfo=UTC), datetime(2031, 2, 7, 22, 59, tzinfo=UTC))


class Impure(AssertionError):
    """An outline that is not a function of its facts and answers alone."""


# --- Nothing but values ---------------------------------------------------------------------------------------------

_PLAIN = (str, int, float, bool, bytes, Enum, date, datetime, time, timedelta, type(None))
_READ_ONLY = (Gazetteer, WorkCalendar, Words)
"""Values that never change once they are built."""


def only_values(value: Any, where: str = "facts") -> None:
    """
    Refuse what is more than a value: a connection, a file, anything that can be written to.

    Raises:
        Impure: with the way to it.
    """
    if isinstance(value, (*_PLAIN, *_READ_ONLY, FunctionType, functools.partial)):
        return
    if isinstance(value, tuple | frozenset):
        for at, part in enumerate(value):
            only_values(part, f"{where}[{at}]")
    elif isinstance(value, Mapping):
        for name, part in value.items():
            only_values(part, f"{where}[{name!r}]")
    elif isinstance(value, Struct) and type(value).__struct_config__.frozen:
        for name in value.__struct_fields__:
            only_values(getattr(value, name), f"{where}.{name}")
    elif is_dataclass(value) and type(value).__dataclass_params__.frozen:  # type: ignore[attr-defined]
        for field in fields(value):
            only_values(getattr(value, field.name), f"{where}.{field.name}")
    else:
        raise Impure(f"{where} is a {type(value).__name__}, which is no value")


# --- Nothing in reach -----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def out_of_reach() -> Iterator[None]:
    """Let every way out of the process fail: files, sockets, databases, other programs."""
    doors = [(builtins, "open"), (io, "open"), (os, "open"), (socket, "socket"), (sqlite3, "connect")]
    doors += [(subprocess, "Popen"), (os, "urandom")]
    kept = [getattr(module, name) for module, name in doors]

    def closed(*_: Any, **__: Any) -> Any:
        raise Impure("an outline reached for something outside its facts")

    for module, name in doors:
        setattr(module, name, closed)
    try:
        yield
    finally:
        for (module, name), was in zip(doors, kept, strict=True):
            setattr(module, name, was)


# --- Twice the same -------------------------------------------------------------------------------------------------


def pure(
    form: Form[Any],
    facts: Any,
    answers: Mapping[str, Any],
    wanted: frozenset[str] = frozenset(),
    *,
    alone: bool = True,
) -> Reading[Any]:
    """
    Read a form from the same stored state at two moments, at once and going on from its top; return the reading.

    `alone`: no other thread runs, so the ways out of the process can be closed meanwhile.

    Raises:
        Impure: they differ, or an outline reached for something outside its facts.
    """
    only_values(facts)
    stored = dumps(dict(answers))
    found = read(form.outline(facts), loads(stored), wanted)  # dictionaries are loaded at the first use
    luck = random.getstate()
    try:
        closed = out_of_reach() if alone else contextlib.nullcontext()
        with time_machine.travel(MOMENTS[0], tick=False) as there, closed:
            for number, moment in enumerate(MOMENTS):
                random.seed(number)
                there.move_to(moment)
                again = read(form.outline(facts), {} if number else loads(stored), wanted)
                again.go_on(loads(stored), wanted)
                if not same(again, found):
                    raise Impure(
                        f"{form.name} reads differently from the same state: {_told(found)}, then {_told(again)}"
                    )
    finally:
        random.setstate(luck)
    return found


def same(one: Any, other: Any) -> bool:
    """Tell whether a person could notice no difference between two readings, or two parts of them."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    return bool(one == other) if kind in _SCALARS else _comparison(kind)(one, other)


_SCALARS = frozenset({str, int, float, bool, bytes})


@functools.cache
def _comparison(kind: type) -> Callable[[Any, Any], bool]:
    """How two of a kind are compared; found out once a kind, for some millions are compared in a run."""
    if issubclass(kind, Question):
        return lambda one, other: same(vars(one), vars(other))
    if issubclass(kind, Reading):
        return lambda one, other: same(one.next, other.next) and same(one.passed, other.passed)
    if issubclass(kind, functools.partial):
        return lambda one, other: same((one.func, one.args, one.keywords), (other.func, other.args, other.keywords))
    if issubclass(kind, FunctionType):
        return lambda one, other: one.__code__ is other.__code__
    if issubclass(kind, Mapping):
        return lambda one, other: one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if issubclass(kind, list | tuple):
        return lambda one, other: len(one) == len(other) and all(map(same, one, other))
    if issubclass(kind, Struct):
        return lambda one, other: all(same(getattr(one, name), getattr(other, name)) for name in kind.__struct_fields__)
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda one, other: all(same(getattr(one, name), getattr(other, name)) for name in names)
    return lambda one, other: bool(one == other)


def _told(reading: Reading[Any]) -> str:
    ahead = [f"{question.name} ({vars(question)})" for question in reading.passed]
    end = reading.next.value if isinstance(reading.next, Completed) else reading.next.name
    return " > ".join([*ahead, str(end)])


# --- In every test that talks to the house --------------------------------------------------------------------------

found: list[Impure] = []
"""What watched forms did; a handler that raises would only be apologised for, so the harness looks here."""


def watched(table: Table) -> Table:
    """Return the table with forms that are read twice from the same state whenever they are read."""
    return replace(table, forms={name: _watched(form) for name, form in table.forms.items()})


def _watched(form: Form[Any]) -> Form[Any]:
    @functools.wraps(form.facts)
    async def facts(args: Any, env: Any) -> Any:
        told = await form.facts(args, env)
        try:
            pure(form, told, env.state.answers, frozenset(env.state.wanted), alone=False)
        except Impure as impure:
            found.append(impure)
        return told

    return replace(form, facts=facts)
