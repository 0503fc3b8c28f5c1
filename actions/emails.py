"""An officer's e-mail: entered in chat and confirmed with a code sent there, or entered by an administrator."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import Reply, words
from domain.errors import Refused
from storage import audit, emails, links, outbox

ADDRESS_MAX: Final = 80
CODE_DIGITS: Final = 6
"""A million codes, a quarter of an hour, five tries."""

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


class NoAddress(Refused):
    """What was written is no e-mail address."""

    text_key = "email-not-understood"


def address_in(text: str) -> str | None:
    """Return the only e-mail address of a text, its domain in lower case."""
    found = _ADDRESS.findall(text)
    if len(found) != 1 or len(found[0]) > ADDRESS_MAX:
        return None
    local, _, domain = found[0].rpartition("@")
    return f"{local}@{domain.lower()}"


def _hash(secret: bytes, officer_id: int, code: str) -> str:
    return hmac.new(secret, f"email/{officer_id}/{code}".encode(), hashlib.sha256).hexdigest()


async def offer(
    db: AsyncConnection,
    officer_id: int,
    address: str,
    *,
    secret: bytes,
    draw: Callable[[int], bytes],
    now: datetime,
    lasts: timedelta,
) -> None:
    """Send a code to an address; whoever reads it there may confirm it. Of the code only a keyed hash is kept."""
    code = f"{int.from_bytes(draw(8), 'big') % 10**CODE_DIGITS:0{CODE_DIGITS}d}"
    language = await emails.language_of(db, officer_id) or "vi"
    chat = await emails.chat_of(db, address, language=language, now=now)
    await links.add_code(db, _hash(secret, officer_id, code), chat, expires_at=now + lasts)
    minutes = int(lasts.total_seconds() // 60)
    await outbox.queue(db, chat, Reply((words("email-code", code=code, minutes=minutes),)), now=now)


async def confirm(db: AsyncConnection, officer_id: int, code: str, *, secret: bytes, now: datetime) -> bool:
    """Make the code's address the officer's; False when the code is wrong, used or too old."""
    hashed = _hash(secret, officer_id, code)
    found = await links.chat_of_code(db, hashed, now=now)
    if found is None or found.channel != emails.CHANNEL or not await links.use_code(db, hashed, now=now):
        return False
    await emails.give(db, found.id, officer_id)
    who, chat = f"officer/{officer_id}", f"conversation/{found.id}"
    await audit.append(db, at=now, actor=who, action="officer_email", subject=chat)
    return True


async def enter(db: AsyncConnection, officer_id: int, text: str, *, now: datetime) -> None:
    """
    Make this an officer's address, for an administrator who vouches for it; '' takes it away.

    Raises:
        NoAddress: it is none.
    """
    chat = None
    if text:
        address = address_in(text)
        if address is None or address.lower() != text.strip().lower():
            raise NoAddress
        language = await emails.language_of(db, officer_id) or "vi"
        chat = await emails.chat_of(db, address, language=language, now=now)
    await emails.give(db, chat, officer_id)
    subject = f"officer/{officer_id}"
    await audit.append(db, at=now, actor="administrator", action="officer_email", subject=subject)
