"""The state of a conversation as the JSON of its row, and parking one form while another is spoken."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from conversation.codec import Json, dumps, revive, written_option
from conversation.forms import Shown, State

_decode = msgspec.json.Decoder(State).decode


def state_to_json(state: State) -> str:
    """Return the row's text; empty parts are left out."""
    shown = state.shown
    if shown is None:
        return dumps(state)
    return dumps(replace(state, shown=Shown(shown.question, tuple(map(written_option, shown.options)))))


def state_from_json(text: str | bytes | None) -> State:
    """Undo `state_to_json`; nothing stored is a new conversation."""
    if not text:
        return State()
    state = _decode(text)
    for option in state.shown.options if state.shown else ():
        revive(option.label)
    return state


def begin(state: State, form: str, *, args: dict[str, Json] | None = None, **answers: Json) -> None:
    """Begin a form with what is already known; the one in progress, if any, is parked."""
    park(state)
    state.form, state.args, state.answers = form, args or {}, dict(answers)
    state.run += 1


def park(state: State) -> None:
    """Put the form in progress aside with all its answers, so that it can be resumed."""
    if state.form:
        state.parked = {"form": state.form, "args": state.args, "answers": state.answers, "memo": state.memo}
    end(state)


def resume(state: State) -> bool:
    """Take up the parked form again; False when there is none."""
    parked = state.parked
    if not parked:
        return False
    end(state)
    state.form, state.args, state.answers, state.memo = (parked[name] for name in ("form", "args", "answers", "memo"))
    state.parked = None
    state.run += 1
    return True


def end(state: State) -> None:
    """Leave the form: nothing is asked any more."""
    state.form, state.args, state.answers, state.memo, state.wanted = "", {}, {}, {}, []
    state.shown = None
