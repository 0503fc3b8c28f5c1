"""
Links to a report's page: one opens once, on one device, for one officer and one report, for a day.

Opening gives the device a secret of its own. Token and secret are kept as hashes; every request asks again whether the
account is active, still has a right to the report, and whether the chat that the link was asked for in is still theirs.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life
from domain.errors import Expired, NotAllowed, NotFound
from domain.roles import Actor
from reports.value import Report
from storage import audit, officers, report_ways
from storage import reports as store
from storage.reports import ReportRow

OPENS_WITHIN: Final = timedelta(hours=24)
LASTS: Final = timedelta(hours=24)
"""How long a page stays open on its device: a working day and the evening after it."""

SECRET_BYTES: Final = 32

MAY_OPEN: Final = life.WRITERS | life.DECIDERS
"""Readers of a Party committee get the documents: the page lists cases, which they do not see."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who has a report's page open, and which report it is, locked when something is to be changed."""

    page_id: int
    actor: Actor
    row: ReportRow
    expires_at: datetime
    conversation_id: int | None
    compiled: Report | None = None
    """What was compiled, where it is at hand."""


async def make(
    db: AsyncConnection,
    row: ReportRow,
    officer_id: int,
    *,
    conversation_id: int | None,
    draw: Callable[[int], bytes],
    now: datetime,
) -> str:
    """
    Return the token of a new link; those of before that nobody opened end.

    Raises:
        NotFound: the officer neither writes nor decides on this report.
    """
    actor = await officers.actor_of(db, officer_id)
    if actor is None or not await life.may(db, actor, row, MAY_OPEN):
        raise NotFound(key="report-not-found")
    await report_ways.end_pages(db, report_id=row.id, officer_id=officer_id, now=now)
    token = _secret(draw)
    await report_ways.add_page(
        db,
        report_id=row.id,
        officer_id=officer_id,
        conversation_id=conversation_id,
        token_hash=_hash(token),
        expires_at=now + OPENS_WITHIN,
        now=now,
    )
    return token


async def look(db: AsyncConnection, token: str, *, now: datetime) -> ReportRow:
    """
    Return the report of a link that can still be opened, without opening it: messengers look at links by themselves.

    Raises:
        NotFound: there is no such link.
        Expired: it was opened, or its time is over.
        NotAllowed: its officer may not see the report any more.
    """
    page = await report_ways.page_of_token(db, _hash(token))
    if page is None:
        raise NotFound(key="report-page-unknown")
    if page.session_hash is not None:
        raise Expired(key="report-page-used")
    if page.expires_at <= now:
        raise Expired(key="report-page-expired")
    _, row = await _allowed(db, page, for_update=False)
    return row


async def open_once(db: AsyncConnection, token: str, *, draw: Callable[[int], bytes], now: datetime) -> tuple[int, str]:
    """
    Open a link; return the page's id and the secret of the device that has it from now on.

    Raises:
        As `look`; Expired too when another device was faster.
    """
    row = await look(db, token, now=now)
    page = await report_ways.page_of_token(db, _hash(token))
    assert page is not None
    secret = _secret(draw)
    if not await report_ways.open_page(db, page.id, session_hash=_hash(secret), expires_at=now + LASTS, now=now):
        raise Expired(key="report-page-used")
    data = {"page": int(page.id)}
    who = f"officer/{page.officer_id}"
    await audit.append(db, at=now, actor=who, action="report_page_opened", subject=f"report/{row.id}", data=data)
    return int(page.id), secret


async def visitor(
    db: AsyncConnection, page_id: int, secret: str, *, now: datetime, for_update: bool = False
) -> Visitor:
    """
    Return who has a page open.

    Raises:
        NotFound: it is not this device's.
        Expired: its time is over.
        NotAllowed: the account, its right to the report or its chat was taken away.
    """
    page = await report_ways.page(db, page_id)
    own = page is not None and page.session_hash is not None and hmac.compare_digest(page.session_hash, _hash(secret))
    if page is None or not own:
        raise NotFound(key="report-page-not-yours")
    if page.expires_at <= now:
        raise Expired(key="report-page-over")
    actor, row = await _allowed(db, page, for_update=for_update)
    return Visitor(page_id, actor, row, page.expires_at, page.conversation_id)


async def _allowed(db: AsyncConnection, page: Row[Any], *, for_update: bool) -> tuple[Actor, ReportRow]:
    gone = NotAllowed(key="report-page-revoked")
    if page.officer_id is None or (page.conversation_id is not None and page.chat_officer_id != page.officer_id):
        raise gone
    actor = await officers.actor_of(db, page.officer_id)
    row = await store.report_by_id(db, page.report_id, for_update=for_update)
    if actor is None or row is None or not await life.may(db, actor, row, MAY_OPEN):
        raise gone
    return actor, row


def mark_of(secret: str) -> str:
    """Return what forms of a page carry to show that they are its own: made from the device's secret."""
    return hmac.new(secret.encode(), b"report page forms", hashlib.sha256).hexdigest()[:40]


def _secret(draw: Callable[[int], bytes]) -> str:
    return base64.urlsafe_b64encode(draw(SECRET_BYTES)).decode().rstrip("=")


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
