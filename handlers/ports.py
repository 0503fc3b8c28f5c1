"""What the intake works with, as it sees it: who delivers, who keeps on disk, who counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from conversation.messages import Inbound
from storage.outbox import Queued


class Deliverer(Protocol):
    """Where committed replies go."""

    def take(self, rows: Sequence[Queued]) -> None:
        """Send these; they are leased to this process."""

    def wake(self) -> None:
        """Look for messages that wait in the outbox."""


class Spool(Protocol):
    """Where messages wait on disk while the database is away."""

    @property
    def pending(self) -> int:
        """How many messages wait there; later ones must queue behind them."""
        ...

    async def add(self, inbound: Inbound) -> None:
        """Store the message durably or raise OSError."""


class Observer(Protocol):
    """Who counts and logs."""

    def handled(self, inbound: Inbound, result: str, *, conversation_id: int, seconds: float, replies: int = 0) -> None:
        """One message was handled: result is done, seen, retry, failed or spooled; so many replies went out for it."""

    def group(self, size: int) -> None:
        """So many messages shared a commit."""
