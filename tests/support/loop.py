"""Tests run on the event loop of the program (`bot.app`), which is also the cheaper one; asyncio's own where it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

try:
    from uvloop import new_event_loop  # not on Windows
except ImportError:
    from asyncio import new_event_loop


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"program": new_event_loop}
