"""Updates on their way to the bot: by webhook with order and retries, or waiting for getUpdates."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from tests.doubles.bot_api.faults import Faults
from tests.doubles.bot_api.refusal import Refusal, bad
from tests.doubles.bot_api.world import Delivery

ANSWER_TIMEOUT_SECONDS = 60.0
CALLBACK_EXPIRES_SECONDS = 150.0
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

Post = Callable[[str, dict[str, str], bytes], Awaitable[tuple[int, "float | None", bytes]]]
"""Bring a body to an address: its status, the Retry-After header in seconds, its body."""


class Updates:
    """
    The queue of one bot.

    `time_scale` shortens the waits between attempts (not the Retry-After that the bot asks for, which
    `retry_scale` shortens), so that a test of the eighth attempt does not take minutes.
    """

    def __init__(self, faults: Faults, *, time_scale: float = 1.0, post: Post | None = None) -> None:
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.allowed: list[str] = []
        self.last_error = ""
        self.pending: dict[int, Delivery] = {}
        self.inline_call: Callable[[str, dict[str, Any]], Awaitable[None]] | None = None
        """Does the method call that the bot puts into its answer."""
        self._faults = faults
        self._scale = time_scale
        self._post = post or self._post_by_aiohttp
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)
        self._queues: dict[tuple[str, int], deque[Delivery]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._poll: asyncio.Future[None] | None = None

    def add(self, delivery: Delivery) -> None:
        if delivery.kind in NOT_BY_DEFAULT if not self.allowed else delivery.kind not in self.allowed:
            delivery.done.set_result(None)
            return
        self.pending[delivery.update_id] = delivery
        if self.url:
            self._enqueue(delivery)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def set_webhook(self, url: str, secret: str, max_connections: int) -> None:
        self.stop_webhook()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._slots = asyncio.Semaphore(max_connections)
        for delivery in list(self.pending.values()):
            self._enqueue(delivery)

    def stop_webhook(self) -> None:
        self.url = self.secret = ""
        for worker in self._workers:
            worker.cancel()
        self._queues.clear()

    def drop_pending(self) -> None:
        self._confirm(lambda _: True)
        self._queues.clear()

    async def get(self, offset: int, limit: int, wait_seconds: float) -> list[dict[str, Any]]:
        """Return waiting updates as getUpdates does, ending an earlier call that still waits."""
        if self.url:
            raise Refusal(
                409,
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            )
        if not 1 <= limit <= 100:
            raise bad("limit must be between 1 and 100")
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(
                Refusal(
                    409,
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            )
        if offset > 0:
            self._confirm(lambda update_id: update_id < offset)
        elif offset < 0:
            kept = set(list(self.pending)[offset:])
            self._confirm(lambda update_id: update_id not in kept)
        if not self.pending:
            self._poll = asyncio.get_running_loop().create_future()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._poll, min(wait_seconds, 50))
        return [delivery.update for delivery in list(self.pending.values())[:limit]]

    async def close(self) -> None:
        self.stop_webhook()
        await asyncio.gather(*self._workers, return_exceptions=True)
        if self._poll is not None:
            self._poll.cancel()
        if self._session is not None:
            await self._session.close()

    def _confirm(self, gone: Callable[[int], bool]) -> None:
        for update_id in [update_id for update_id in self.pending if gone(update_id)]:
            self._done(self.pending[update_id])

    def _done(self, delivery: Delivery) -> None:
        self.pending.pop(delivery.update_id, None)
        if not delivery.done.done():
            delivery.done.set_result(None)

    def _enqueue(self, delivery: Delivery) -> None:
        queue = self._queues.get(delivery.queue)
        if queue:
            queue.append(delivery)
            return
        self._queues[delivery.queue] = queue = deque([delivery])
        worker = asyncio.create_task(self._bring_all(queue))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _bring_all(self, queue: deque[Delivery]) -> None:
        """Bring one queue's updates in order: the first holds up the rest until it succeeds or expires."""
        while queue:
            await self._bring(queue[0])
            queue.popleft()

    async def _bring(self, delivery: Delivery) -> None:
        pause = 0.0
        loop = asyncio.get_running_loop()
        expires = loop.time() + CALLBACK_EXPIRES_SECONDS
        while delivery.update_id in self.pending:
            if delivery.kind == "callback_query" and loop.time() > expires:
                break
            async with self._slots:
                status, retry_after = await self._attempt(delivery)
            delivery.attempted.set()
            if 200 <= status < 300:
                break
            pause = min(pause * 2, random.uniform(60, 120)) if pause else (2.0 if len(delivery.statuses) > 1 else 0.0)
            wait = retry_after if retry_after is not None else pause
            await asyncio.sleep(wait * self._scale)
        self._done(delivery)

    async def _attempt(self, delivery: Delivery) -> tuple[int, float | None]:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            status, retry_after, body = await self._post(self.url, headers, json.dumps(delivery.update).encode())
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            self.last_error = type(error).__name__
            delivery.statuses.append(0)
            return 0, None
        delivery.statuses.append(status)
        if not 200 <= status < 300:
            self.last_error = f"Wrong response from the webhook: {status}"
            return status, retry_after
        if self._faults.lost_acknowledgements > 0:
            self._faults.lost_acknowledgements -= 1
            return 0, None
        if body and self.inline_call is not None:
            await self._call_inline(body)
        return status, None

    async def _call_inline(self, body: bytes) -> None:
        """Do what the answer's body asks for; nobody learns how it went."""
        with contextlib.suppress(ValueError, Refusal):
            call = json.loads(body)
            method = str(call.pop("method", "")).lower()
            if method and not method.startswith("get") and method not in {"setwebhook", "deletewebhook"}:
                assert self.inline_call is not None
                await self.inline_call(method, call)

    async def _post_by_aiohttp(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, float | None, bytes]:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_SECONDS),
            )
        async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
            after = answer.headers.get("Retry-After")
            return answer.status, float(after) if after else None, await answer.read()
