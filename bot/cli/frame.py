"""What the commands share: async bodies, settings, examples, output for programs, errors as one sentence."""

from __future__ import annotations

import functools
import json
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from bot.environment import PREFIX, BadSettingsError

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from bot.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")

SHOW_TRACEBACKS = PREFIX + "LOG_LEVEL"


def in_loop(body: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    """Run a command written as `async def`."""

    @functools.wraps(body)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        import asyncio  # here: not every command needs a loop, and it takes a sixth of the time to start

        return asyncio.run(body(*args, **kwargs))

    return run


def example(*lines: str) -> str:
    """Return an epilog of examples that click does not rewrap; each line is what follows `nghedan `."""
    return "\b\nExamples:\n" + "\n".join(f"  nghedan {line}" for line in lines)


class _Moment(click.DateTime):
    """A day or an hour; help shows its shape, and what is none is refused with an example."""

    def __init__(self, form: str, shape: str, refusal: str) -> None:
        super().__init__([form])
        self._shape, self._refusal = shape, refusal

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return self._shape

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} {self._refusal}", param, ctx)


DAY = _Moment("%Y-%m-%d", "YYYY-MM-DD", "is no day; write one like 2026-11-24.")
"""A day, as midnight without a zone."""

HOUR = _Moment("%H:%M", "HH:MM", "is no time of the day; write one like 07:30.")

json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for programs.")


def load_settings() -> Settings:
    """
    Read the settings.

    Raises:
        BadSettingsError: reported by `report_error` with exit status 2.
    """
    from bot.settings import Settings

    return Settings.load()


def print_json(value: Any) -> None:
    """Print one JSON value, readable and with Vietnamese letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def counted(count: int, one: str) -> str:
    """Return "1 case" or "2 cases" of a thing whose plural takes an s."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def fail(sentence: str) -> click.ClickException:
    """Return the error that ends a command with status 1 and one sentence."""
    return click.ClickException(sentence)


def report_error(error: Exception) -> int:
    """Print the error for a person and return the exit status."""
    if isinstance(error, BadSettingsError):
        count = len(error.problems)
        click.echo(f"{count} setting{'s' if count > 1 else ''} cannot be used:", err=True)
        for problem in error.problems:
            click.echo(f"  - {problem}", err=True)
        click.echo("Settings come from the environment and from .env; .env.example explains each.", err=True)
        return 2
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, click.Abort):
        click.echo("Stopped.", err=True)
        return 130
    if os.environ.get(SHOW_TRACEBACKS, "").lower() == "debug":
        traceback.print_exception(error)
    else:
        click.echo(f"Error: {one_line(error)}", err=True)
        click.echo(f"({SHOW_TRACEBACKS}=debug shows where it happened.)", err=True)
    return 1


def one_line(error: BaseException) -> str:
    """
    Return what happened in one line.

    A database error is reduced to the driver's first words: SQLAlchemy would add the statement with its
    values, PostgreSQL the row, and those may be a person's.
    """
    cause = getattr(error, "orig", None) or error
    words = " ".join(str(cause).partition("DETAIL:")[0].split()) or "no details"
    return f"{words} ({type(cause).__name__})"


def progress(length: int, label: str, *, quiet: bool = False) -> ProgressBar[int]:
    """Return a bar to `update(steps)` inside `with`; it shows only in a terminal."""
    hidden = quiet or not length or not sys.stdout.isatty()
    return click.progressbar(length=length, label=label, hidden=hidden)
