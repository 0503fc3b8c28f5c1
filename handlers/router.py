"""From a message to the one handler that it is for: events, buttons that stand alone, commands, the form, idle."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from sqlalchemy import select, update

from actions.linking import is_bare_code
from conversation import engine
from conversation.engine import Turn
from conversation.messages import Event, Value, Words, words
from conversation.recognise import Command, Free, Near, Picked, Recognised, Tapped, recognise
from conversation.state import end, park, resume
from conversation.voices import OFFICER
from domain.errors import Refused
from handlers.distress import remember_voice, voice_of
from handlers.menu import menu_options
from handlers.messenger import end_withdrawn, is_hushed, keep_quiet, window_opened
from handlers.numbers import options_seen
from handlers.table import Table, tap
from handlers.visit import Visit
from storage import outbox, schema, windows
from texts import has

LATELY = timedelta(days=2)
"""A petition filed within this time may be what an old button belongs to."""

_FORM_COMMANDS = frozenset({"back"})
"""Commands that the form itself understands."""


class Router:
    """Answers a visit: call it with one."""

    def __init__(self, table: Table) -> None:
        self._table = table

    async def __call__(self, visit: Visit) -> None:
        """Let the message have its effect; replies are in `visit.replies`."""
        visit.calls = self._table.commands
        voice = voice_of(visit)
        if visit.inbound.event in BESIDE:
            await BESIDE[visit.inbound.event](visit)
            return
        if visit.inbound.channel in windows.WINDOWED:
            await window_opened(visit)
        if visit.row.unreachable_at is not None:
            await _welcome_back(visit)
        if is_hushed(visit):
            return
        try:
            await self._event(visit)
        except Refused as refusal:
            # An ordinary answer, no crash: what was written is taken back, the person is told, the question stays.
            await visit.take_back()
            await self._refused(visit, refusal_words(refusal))
        voice = OFFICER if visit.row.officer_id is not None else remember_voice(visit, voice)
        if voice:
            visit.replies = [replace(reply, voice=voice) for reply in visit.replies]

    async def _refused(self, visit: Visit, sentence: Words) -> None:
        """Say why not and ask the present question again; a form that can no longer be asked at all is left."""
        try:
            await self._again(visit, sentence)
        except Refused:
            await visit.take_back()
            end(visit.state)
            visit.say(sentence, options=menu_options(visit))

    async def _event(self, visit: Visit) -> None:
        match visit.inbound.event:
            case Event.MOVED:
                await _move(visit)
            case Event.STARTED:
                await self._table.started(visit, visit.inbound.start)
            case Event.EDITED:
                await self._table.edited(visit, visit.inbound.text)
            case Event.UNSUPPORTED:
                await self._again(visit, words("engine-unsupported"))
            case Event.MESSAGE:
                if not await self._first(visit):
                    await self._recognised(visit, await self._heard(visit))
        await self._ask_what_was_begun(visit)

    async def _first(self, visit: Visit) -> bool:
        first, text = self._table.first, visit.inbound.text
        if first is None or not text or visit.inbound.choice:
            return False
        return await first(visit, text) is not False

    async def _heard(self, visit: Visit) -> Recognised:
        """Return what the message is, given what the person saw last."""
        asked = visit.state.shown.options if visit.state.shown else ()
        shown = await options_seen(visit, asked)
        heard = recognise(visit.inbound, shown, visit.services.vocabulary, visit.language)
        if isinstance(heard, Picked) and (heard.option not in asked or heard.option.choice.startswith("!")):
            return Tapped(heard.option.choice)  # it stands alone, be it of a menu, a notice or beside a question
        return heard if shown is asked or not isinstance(heard, Near) else Free()

    async def _recognised(self, visit: Visit, heard: Recognised) -> None:
        if isinstance(heard, Tapped) and heard.choice.startswith("!"):
            await self._tapped(visit, heard.choice)
        elif isinstance(heard, Command) and heard.name not in _FORM_COMMANDS:
            await self._command(visit, heard)
        elif visit.state.form:
            if isinstance(heard, Free) and visit.inbound.files and await visit.call("report-draft-named"):
                await self._again(visit)  # a draft report is no answer to any question: it is read, the form waits
            elif not (isinstance(heard, Free) and await self._is_link_code(visit)):
                await self._form(visit, heard)
        elif isinstance(heard, Tapped):
            gone = await _draft_gone(visit, heard)
            key = "engine-draft-gone" if gone else "engine-button-of-the-past"
            visit.say(words(key), options=menu_options(visit))
        elif isinstance(heard, Command):
            visit.say(words("engine-nothing-to-go-back"), options=menu_options(visit))
        else:
            await self._table.idle(visit, visit.inbound.text)

    async def _is_link_code(self, visit: Visit) -> bool:
        """A linking code and nothing else is no answer to any question: it begins the linking, the form waits."""
        text = visit.inbound.text
        return is_bare_code(text) and bool(await visit.call("link-code", text))

    async def _tapped(self, visit: Visit, choice: str) -> None:
        name, _, argument = choice[1:].partition("=")
        if name == "resume":
            await self._resume(visit)
            return
        handler = self._table.taps.get(name)
        if handler is None:
            await self._again(visit, words("engine-button-of-the-past"))
            return
        await handler(visit, argument)

    async def _command(self, visit: Visit, command: Command) -> None:
        if command.name == "cancel":
            await self._cancel(visit)
        elif command.name == "resume":
            await self._resume(visit)
        else:
            await self._table.commands[command.name](visit, command.rest)
            if visit.state.form and not visit.begun:
                await self._again(visit)

    async def _cancel(self, visit: Visit) -> None:
        if not visit.state.form:
            visit.say(words("engine-nothing-to-cancel"), options=menu_options(visit))
            return
        kept = f"engine-cancelled-{visit.state.form}"
        park(visit.state)
        options = menu_options(visit, resume=tap("resume"))
        visit.say(words(kept if has(kept) else "engine-cancelled"), options=options)

    async def _resume(self, visit: Visit) -> None:
        if resume(visit.state):
            await self._again(visit, words("engine-resumed"))
        else:
            visit.say(words("engine-nothing-to-resume"), options=menu_options(visit))

    async def _form(self, visit: Visit, heard: Recognised) -> None:
        form = self._table.forms.get(visit.state.form)
        if form is None:  # a newer version no longer has it
            park(visit.state)
            visit.say(words("engine-form-gone"), options=menu_options(visit))
            return
        if form.gives_way is not None and isinstance(heard, Free) and form.gives_way(visit.inbound.text, _asked(visit)):
            park(visit.state)
            await self._table.idle(visit, visit.inbound.text)
            return
        await self._turn(visit, await engine.hear(form, visit.state, visit.inbound, heard, visit))

    async def _turn(self, visit: Visit, turn: Turn) -> None:
        visit.replies.extend(turn.replies)
        if turn.cancelled:
            await self._cancel(visit)
        elif turn.completed is not None:
            form = self._table.forms[visit.state.form]
            end(visit.state)
            await form.complete(turn.completed.value, visit)
            await self._ask_what_was_begun(visit)

    async def _ask_what_was_begun(self, visit: Visit) -> None:
        """Ask the first question of a form that a handler has just begun."""
        if visit.begun:
            visit.begun = False
            await self._again(visit)

    async def _again(self, visit: Visit, *because: Words) -> None:
        """Say something, then ask the present question, or show the menu when nothing is being asked."""
        form = self._table.forms.get(visit.state.form)
        if form is not None:
            await self._turn(visit, await engine.ask(form, visit.state, visit, because=because))
        elif because:
            visit.say(*because, options=menu_options(visit))


def _asked(visit: Visit) -> str:
    """Return the name of the question before the person."""
    return visit.state.shown.question if visit.state.shown is not None else ""


async def _draft_gone(visit: Visit, tapped: Tapped) -> bool:
    """Whether somebody goes on with what they had begun and left too long: it is erased, and nothing was filed."""
    latest = tapped.choice.partition(".")[0] == str(visit.state.run) and visit.state.parked is None
    if not latest or visit.row.officer_id is not None:
        return False
    newest = await visit.newest_petition()
    return newest is None or visit.now - newest.filed_at > LATELY


def refusal_words(refusal: Refused) -> Words:
    """Return a refusal as a sentence."""
    values: dict[str, Value] = {
        name: value if isinstance(value, int | float | Words) else str(value) for name, value in refusal.values.items()
    }
    return Words(refusal.key, values)


async def _mark_unreachable(visit: Visit) -> None:
    db = await visit.db()
    table = schema.conversation
    change = update(table).where(table.c.id == visit.row.id)
    await db.execute(change.values(unreachable_at=visit.now, unreachable_reason="recipient_gone"))


async def _welcome_back(visit: Visit) -> None:
    """The person writes again: they are reachable, and hear what could not be delivered meanwhile."""
    db = await visit.db()
    table = schema.conversation
    await db.execute(
        update(table).where(table.c.id == visit.row.id).values(unreachable_at=None, unreachable_reason=None)
    )
    if await outbox.requeue_for_return(db, visit.row.id, visit.now):
        visit.row.waits_elsewhere = True


async def _move(visit: Visit) -> None:
    """The chat has a new address. A chat begun there meanwhile gives way: this one has the history."""
    db = await visit.db()
    table = schema.conversation
    here = (table.c.channel == visit.row.channel) & (table.c.address == visit.inbound.moved_to)
    other = (await db.execute(select(table.c.id).where(here))).scalar()
    if other is not None:
        await db.execute(update(table).where(table.c.id == other).values(address=f"moved-{other}"))
    await db.execute(update(table).where(table.c.id == visit.row.id).values(address=visit.inbound.moved_to))


BESIDE = {
    Event.BLOCKED: _mark_unreachable,
    Event.TAKEN_OVER: keep_quiet,
    Event.WITHDRAWN: end_withdrawn,
}
"""What is no word of a person to us: it is noted, and nothing is said."""
