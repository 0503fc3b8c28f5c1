"""What the intake tells of each message: one line in the log, counts in the metrics."""

from __future__ import annotations

from bot.logs import message_line
from bot.metrics import Metrics
from conversation.messages import Inbound


class Observing:
    """Implements `handlers.ports.Observer`."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self.messages = 0
        """Handled since the start."""

    def handled(self, inbound: Inbound, result: str, *, conversation_id: int, seconds: float, replies: int = 0) -> None:
        """Count and log one message."""
        self.messages += 1
        self._metrics.inbound(inbound.channel, result, seconds)
        message_line(
            channel=inbound.channel,
            event=inbound.event.value,
            result=result,
            duration_ms=seconds * 1000,
            conversation_id=conversation_id or None,
            replies=replies,
        )

    def group(self, size: int) -> None:
        """Count how many shared a commit."""
        self._metrics.group(size)
