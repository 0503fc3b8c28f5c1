"""
Visitors who are not logged in to Zalo: one fixed answer, no case.

They cannot be told of anything later, so nothing of theirs is kept; the answer says how to be heard. Source: Official
Account, anonymous visitors (zalo reference B7).
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Final

import structlog

from channels.contract import SendError
from channels.zalo_common.text import ident
from channels.zalo_oa.api import OaApi

log = structlog.get_logger(__name__)

SAID: Final = "anonymous_send_"
"""Begins the name of an event of theirs; `oa_send_anonymous_` is the echo of our answer."""

REMEMBERED: Final = 1_000
"""Conversations that are not answered twice. What a restart forgets is said once more, which harms nobody."""


class Strangers:
    """Answers them with `words`; without words they are not answered."""

    def __init__(self, api: OaApi, words: str) -> None:
        self._api, self._words = api, words
        self._answered: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def heard(self, event: Mapping[str, Any]) -> None:
        """Answer an event beside its webhook, once a conversation; anything else is let be."""
        if not self._words or not str(event.get("event_name", "")).startswith(SAID):
            return
        try:
            who = (ident(event["sender"]["id"]), ident(event["message"]["conversation_id"]))
        except (KeyError, TypeError, ValueError):
            log.info("stranger_not_answered", reason="the event names no conversation")
            return
        if who in self._answered:
            return
        self._answered[who] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        task = asyncio.create_task(self._answer(*who), name="stranger")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, anonymous_id: str, conversation_id: str) -> None:
        recipient = {"anonymous_id": anonymous_id, "conversation_id": conversation_id}
        try:
            await self._api.post("/v2.0/oa/message", {"recipient": recipient, "message": {"text": self._words}})
        except SendError as error:
            # Nobody waits for it: a second try would come when the page is closed.
            log.warning("stranger_not_answered", reason=error.code, detail=str(error))

    async def idle(self) -> None:
        """Return when every answer is given or given up."""
        if self._tasks:
            await asyncio.gather(*self._tasks)
