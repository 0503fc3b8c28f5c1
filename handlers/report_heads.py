"""'Ký báo cáo': who signs a body's reports and how, to whom they go, what stands at their head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from actions.reports import bodies
from actions.reports.heads import Head
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Choice, Confirm, Text
from domain.report_heads import LIMITS, LINE_MAX, RECIPIENTS_MAX, SIGNING_FORMS, recipient_of
from handlers.report_bodies import choose_body, report_body
from handlers.report_parsing import KEEP, USUAL, Between
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from reports.value import Signature, SigningForm

_KEY: Final = re.compile(r"\d{2,5}-[a-z_]+")

PIECES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "signature": ("signing_form", "board", "for_whom", "post", "signer"),
        "recipients": ("committee", "recipients", "filing"),
        "top": ("symbol", "place", "number"),
    }
)
"""What is changed together."""


async def head_command(visit: Visit, rest: str) -> None:
    """Show a body's head, or ask whose first."""
    if _KEY.fullmatch(rest):
        await _show(visit, rest)
    else:
        await choose_body(visit, "report-head")


async def head_tap(visit: Visit, argument: str) -> None:
    """Show the head of the body that was chosen, "19867-mttq", or ask whose it is, "other"."""
    if argument == "other":
        visit.begin("report-whose", args={"topic": "report-head"})
    elif not argument:
        await choose_body(visit, "report-head")
    else:
        await _show(visit, argument)


async def _show(visit: Visit, key: str) -> None:
    desk, body = await report_body(visit, key)
    head = await bodies.head(desk.db, body.unit.code, body.code)
    options = tuple(
        Option(piece, words(f"report-head-change-{piece}"), tap("report-head-change", f"{body.key}-{piece}"))
        for piece in PIECES
    )
    visit.say(words("report-head-of", body=body.name), *head_words(head), options=options)


def _form(signature: Signature) -> Words:
    if signature.form in {SigningForm.HEAD, SigningForm.ACTING}:
        return words(f"report-signing-{signature.form.value}", post=signature.post)
    return words(f"report-signing-{signature.form.value}", whom=signature.for_whom, post=signature.post)


def head_words(head: Head) -> tuple[Words, ...]:
    """Return how a body's reports begin and end, a signatory who is missing said plainly."""
    signature, issuer = head.signature, ", ".join((*head.superior, *head.issuer))
    recipients = [f"- {one.name}" + (f" ({one.purpose})" if one.purpose else "") for one in head.recipients]
    form = _form(signature)
    return (
        words("report-head-top", issuer=issuer, symbol=head.symbol, place=head.place),
        words("report-head-signature", form=form, name=signature.name or words("report-head-no-signer")),
        *((words("report-head-board", board=signature.board),) if signature.board else ()),
        words(
            "report-head-recipients",
            committee=head.committee,
            recipients="\n".join(recipients),
            filing=head.filing,
        ),
        words("report-head-number", number=head.next_number)
        if head.next_number is not None
        else words("report-head-number-by-hand"),
    )


# --- Changing a piece -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """The body, and which piece of its head is changed."""

    key: str
    piece: str
    body: Words
    next_number: int = 0


async def change_tap(visit: Visit, argument: str) -> None:
    """Begin to ask about a piece."""
    key, _, piece = argument.rpartition("-")
    await report_body(visit, key)
    visit.begin("report-head", args={"body": key, "piece": piece})


async def head_facts(args: dict[str, Json], visit: Visit) -> HeadFacts:
    """Look up the body of the form's arguments."""
    desk, body = await report_body(visit, str(args["body"]))
    piece = str(args["piece"])
    head = await bodies.head(desk.db, body.unit.code, body.code)
    return HeadFacts(body.key, piece if piece in PIECES else "signature", body.name, head.next_number or 0)


def head_outline(facts: HeadFacts) -> Outline[tuple[str, dict[str, Any]]]:
    """Ask for the parts of a piece; each may stay as it is or be as usual."""
    values: dict[str, Any] = {}
    if facts.piece == "signature":
        options = tuple(Option(form, words(f"report-signing-name-{form}")) for form in SIGNING_FORMS)
        values["signing_form"] = yield from Choice("form", options, ask=words("report-ask-form", body=facts.body))
        if values["signing_form"] == "for-the-head":
            values["board"] = yield from _part("board", usual=True)
        if values["signing_form"] not in {"head", "acting"}:
            values["for_whom"] = yield from _part("for_whom", usual=True)
        values["post"] = yield from _part("post", usual=True)
        values["signer"] = yield from _part("signer")
    elif facts.piece == "recipients":
        values["committee"] = yield from _part("committee", usual=True)
        recipients = yield from _part("recipients", usual=True, max_chars=RECIPIENTS_MAX * LINE_MAX)
        if recipients != KEEP:
            lines = [] if recipients == USUAL else recipients.splitlines()
            values["recipients"] = [list(recipient_of(line)) for line in lines if line.strip()]
        values["filing"] = yield from _part("filing", usual=True)
    else:
        values["symbol"] = yield from _part("symbol", usual=True)
        values["place"] = yield from _part("place", usual=True)
        # Without buttons: a bare 1 would mean the first of them.
        number = yield from Text(
            "number",
            ask=words("report-ask-number", number=facts.next_number),
            label=words("report-part-number"),
            max_chars=10,
            parse=Between(0, 99_999),
        )
        values["next_number"] = int(number) or None
    changed = {name: "" if value == USUAL else value for name, value in values.items() if value != KEEP}
    shown = tuple(_line(name, value) for name, value in changed.items())
    yield from Confirm("sure", shows=shown or (words("report-head-nothing"),), send=words("report-line-save"))
    return facts.key, changed


def _line(name: str, value: Any) -> Words:
    label = words(f"report-part-{name.replace('_', '-')}")
    if name == "signing_form":
        return words("report-head-line", part=label, value=words(f"report-signing-name-{value}"))
    if name == "recipients":
        value = "; ".join(who for who, _ in value)
    return words("report-head-line", part=label, value=str(value) if value else words("report-as-usual"))


def _part(name: str, *, usual: bool = False, max_chars: int = 0) -> Outline[str]:
    options = [Option(KEEP, words("office-keep"))]
    if usual:
        key = "report-no-board" if name == "board" else "report-as-usual"
        options.append(Option(USUAL, words(key)))
    key = name.replace("_", "-")
    return (
        yield from Text(
            name,
            ask=words(f"report-ask-{key}" if name != "committee" else "report-ask-committee"),
            label=words(f"report-part-{key}"),
            max_chars=max_chars or LIMITS.get(name, LINE_MAX),
            options=tuple(options),
        )
    )


async def save_head(entered: tuple[str, dict[str, Any]], visit: Visit) -> None:
    """Keep what was entered and show the head."""
    key, values = entered
    desk, body = await report_body(visit, key)
    if values:
        await bodies.set_head(desk.db, body.unit, body.code, values, by=desk.actor, now=visit.now)
    await _show(visit, key)


FORMS: dict[str, Form[Any]] = {"report-head": Form("report-head", head_outline, save_head, head_facts)}
COMMANDS: dict[str, CommandHandler] = {"report-head": head_command}
TAPS: dict[str, TapHandler] = {"report-head": head_tap, "report-head-change": change_tap}
