"""How much one visitor may send in a while: floods are answered politely and cost nothing."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class Flood:
    """
    At most `most` events within `seconds` for each key, counted in this process alone.

    No address of the network is kept: behind one of them stands a whole village.
    """

    most: int
    seconds: float
    _seen: dict[str, deque[float]] = field(default_factory=dict)

    def wait_seconds(self, key: str, now: float) -> float:
        """Count one event and return 0; or, uncounted, return the seconds to wait. `now` is monotonic."""
        seen = self._seen.setdefault(key, deque())
        while seen and seen[0] <= now - self.seconds:
            seen.popleft()
        if len(seen) >= self.most:
            return seen[0] + self.seconds - now
        seen.append(now)
        if len(self._seen) > 10_000:
            self._forget(now)
        return 0.0

    def _forget(self, now: float) -> None:
        stale = [key for key, seen in self._seen.items() if not seen or seen[-1] <= now - self.seconds]
        for key in stale:
            del self._seen[key]
