"""JSON lines in, JSON lines out: what `match`, `place` and `understand` share."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

stream_option = click.option("--stream", is_flag=True, help="Read JSON objects, one a line, and answer each at once.")


def serve(answer: Callable[[dict[str, Any]], dict[str, Any]], silence: dict[str, Any] | None = None) -> None:
    """
    Answer every line of standard input with one line, before the next is read.

    A line that is no JSON object, an empty one too, is answered with `{"id": null, …, "error": …}`; the stream goes on.
    `silence` holds the keys of an answer that says nothing: an error has them as well, so that a program finds them.
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # whatever bytes come and whatever a string holds
            stream.reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answered(line, answer, silence or {}), ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _answered(line: str, answer: Callable[[dict[str, Any]], dict[str, Any]], silence: dict[str, Any]) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, **silence, "error": str(error)}
    if not isinstance(given, dict):
        return {"id": None, **silence, "error": "the line is no JSON object"}
    try:
        return {"id": given.get("id"), **answer(given)}
    except (ValueError, TypeError, KeyError) as error:
        return {"id": given.get("id"), **silence, "error": f"{type(error).__name__}: {error}"}


def local_moment(text: str | None) -> datetime:
    """Return an ISO moment; one without a zone is Asia/Ho_Chi_Minh, none at all is the epoch."""
    from texts import LOCAL

    moment = datetime.fromisoformat(text) if text else datetime.fromtimestamp(0, LOCAL)
    return moment if moment.tzinfo else moment.replace(tzinfo=LOCAL)


def text_argument(words: tuple[str, ...]) -> str:
    """Return the words of a command line as one text; none is an error with what to do."""
    text = " ".join(words).strip()
    if not text:
        raise click.UsageError("Give a text, or --stream to read JSON lines.")
    return text


def table(rows: list[tuple[str, ...]]) -> None:
    """Print rows in aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
