"""What is said about every message that was handled: one log line and its counts."""

from __future__ import annotations

from bot.logs import message_line
from bot.metrics import Metrics
from conversation.messages import Inbound


class Observer:
    """Counts and logs for `handlers.intake`."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def handled(self, inbound: Inbound, result: str, *, conversation_id: int, seconds: float) -> None:
        """One message was handled: done, seen, retry, failed or spooled, so long after it arrived."""
        self._metrics.inbound(inbound.channel, result, seconds)
        message_line(
            channel=inbound.channel,
            event=inbound.event.value,
            result=result,
            duration_ms=seconds * 1000,
            conversation_id=conversation_id or None,
        )

    def group(self, size: int) -> None:
        """So many messages shared a commit."""
        self._metrics.group(size)
