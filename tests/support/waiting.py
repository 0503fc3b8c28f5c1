"""Waiting for what a background task or another process does, without guessing how long that takes."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable

PATIENCE_SECONDS = 60.0
"""After so long something is broken, unless other programs have a lot to do: then more is asked for."""


async def until(
    condition: Callable[[], object | Awaitable[object]],
    *,
    every_seconds: float = 0.005,
    patience_seconds: float | None = None,
) -> None:
    """Return as soon as *condition*, a function or a coroutine function, holds."""
    try:
        async with asyncio.timeout(patience_seconds or PATIENCE_SECONDS):
            while True:
                found = condition()
                if await found if inspect.isawaitable(found) else found:
                    return
                await asyncio.sleep(every_seconds)
    except TimeoutError:
        raise AssertionError(f"it never came: {inspect.getsource(condition).strip()}") from None
