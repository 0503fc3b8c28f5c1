"""What an administrator sees of failures in chat: ids, times, channels and kinds of error; never a person's words."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from conversation.messages import Words, words
from domain.errors import NotAllowed
from domain.roles import Role
from handlers.menu import menu_options
from handlers.officer.desk import desk_of
from handlers.table import CommandHandler, TapHandler
from handlers.visit import Visit
from storage import failures
from texts import LANGUAGES, has

MESSAGES_SHOWN: Final = 8
DELIVERIES_SHOWN: Final = 5
DELIVERIES_WITHIN: Final = timedelta(days=7)


async def failures_command(visit: Visit, _rest: str) -> bool | None:
    """Show the newest failures and mark them as seen; whoever is no administrator is told what can be written."""
    if visit.row.officer_id is None:
        return await visit.call("help")
    desk = await desk_of(visit)
    if not desk.actor.has(Role.ADMINISTRATOR):
        raise NotAllowed
    messages = await failures.failed_messages(desk.db, limit=MESSAGES_SHOWN)
    since = visit.now - DELIVERIES_WITHIN
    deliveries = await failures.failed_deliveries(desk.db, since=since, limit=DELIVERIES_SHOWN)
    new = await failures.mark_seen(desk.db)
    paragraphs = [words("failures-none")] if not messages and not deliveries else []
    if messages:
        paragraphs += [words("failures-head", new=new), *map(_message, messages)]
    if deliveries:
        paragraphs.append(words("failures-deliveries-head"))
        paragraphs += [
            words("failures-delivery", id=d.id, at=d.failed_at, channel=_channel(d.channel), reason=_reason(d.reason))
            for d in deliveries
        ]
    visit.say(*paragraphs, options=menu_options(visit))
    return None


def _message(message: failures.FailedMessage) -> Words:
    return words(
        "failures-message",
        id=message.id,
        at=message.received_at,
        channel=_channel(message.channel),
        error=message.error,
        seen="yes" if message.seen else "no",
    )


def _channel(name: str) -> Words | str:
    return _known(f"channel-{name.replace('_', '-')}", name)


def _reason(code: str) -> Words | str:
    return _known(f"delivery-failed-{code.replace('_', '-')}", code)


def _known(key: str, code: str) -> Words | str:
    """Return what a code means in words; a code that has none stands for itself."""
    return words(key) if has(key, LANGUAGES[0]) else code


async def failures_tap(visit: Visit, _argument: str) -> None:
    """A button to the same."""
    await failures_command(visit, "")


FAILURE_COMMANDS: dict[str, CommandHandler] = {"failures": failures_command}
FAILURE_TAPS: dict[str, TapHandler] = {"failures": failures_tap}
