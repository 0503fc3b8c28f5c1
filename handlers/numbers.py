"""
Numbers where people see no buttons: "2" means the second choice of the message that they saw last.

A question of a form keeps its options in the conversation's row. Menus and notices stand alone and keep theirs in the
outbox, as they were delivered: there they are looked up, and nothing else is remembered.
"""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import bindparam, or_, select

from conversation.codec import reply_from_json
from conversation.messages import Option
from handlers.visit import Visit
from storage.prepared import Prepared
from storage.schema import outbox

SHORT_CHARS: Final = 60
"""A longer message is no choice of anything."""

LOOKED_AT: Final = 6
"""Messages in a row that may go out after the one with the choices."""

_SHOWN: Final = ("delivered", "leased", "queued")
"""`leased` is on its way and may have arrived; `queued` counts only for the question itself, which is known."""

_newest = Prepared(
    select(outbox.c.reply, outbox.c.state)
    .where(outbox.c.conversation_id == bindparam("chat"), or_(*(outbox.c.state == state for state in _SHOWN)))
    .order_by(outbox.c.id.desc())
    .limit(LOOKED_AT)
)
_CHOICES = re.compile(r'"o":\[')


async def options_seen(visit: Visit, asked: tuple[Option, ...]) -> tuple[Option, ...]:
    """
    Return the choices that the person saw last: those of a later menu or notice, else those that are `asked`.

    The answer may be here before our own message is settled in the table: whoever reads fast is not slowed down.
    """
    inbound = visit.inbound
    short = bool(inbound.text.strip()) and len(inbound.text) <= SHORT_CHARS and not inbound.files
    if inbound.channel not in visit.services.numbered or not short:
        return asked
    for row in await _newest(await visit.db(), chat=visit.row.id):
        if _CHOICES.search(row.reply):
            seen = reply_from_json(row.reply).options
            if {o.choice for o in seen} == {o.choice for o in asked}:
                return asked
            if row.state != "queued":
                return seen
    return asked
