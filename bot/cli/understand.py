"""`nghedan understand`."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.frame import example, json_option, print_json
from bot.cli.streams import serve, stream_option, table, text_argument

READINGS = ("kind", "subject", "organisation", "urgency", "accusation")


@click.command(epilog=example("understand 'rac dau ngo 12 ba ngay k ai don'", "understand --stream < texts.jsonl"))
@click.argument("words", nargs=-1)
@stream_option
@json_option
def command(*, words: tuple[str, ...], stream: bool, as_json: bool) -> None:
    """
    Show what is read out of a petition's text.

    With --stream: in {"id","text"}, out {"id","kind","subject","organisation","urgency","accusation","spans"}, each
    reading as {"code","confidence","alternatives"}; null is silence: not likely enough to be said.
    """
    if stream:
        serve(lambda given: _streamed(str(given.get("text") or "")))
        return
    result = answer(text_argument(words))
    if as_json:
        print_json(result)
        return
    table([(name, str(result[name]["code"] or "-"), f"{result[name]['confidence']:.2f}") for name in READINGS])
    table([(f"{s['start']}-{s['end']}", s["kind"], s["value"], s["text"]) for s in result["spans"]])


def answer(text: str) -> dict[str, Any]:
    """Return the readings of one text."""
    from matching.understanding import understand

    known = understand(text)
    readings = {name: _reading(getattr(known, name)) for name in READINGS}
    spans = [
        {"kind": str(s.kind), "start": s.start, "end": s.end, "text": s.text, "value": s.value} for s in known.spans
    ]
    return {**readings, "danger": sorted(known.danger), "spans": spans}


def _streamed(text: str) -> dict[str, Any]:
    """Return what a line of the stream holds: the numbers to call are for people only."""
    found = answer(text)
    del found["danger"]
    return found


def _reading(guess: Any) -> dict[str, Any]:
    alternatives = [{"code": code, "confidence": round(confidence, 4)} for code, confidence in guess.alternatives]
    return {"code": guess.code, "confidence": round(guess.confidence, 4), "alternatives": alternatives}
