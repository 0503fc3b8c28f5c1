"""A deliverer with its channels, its clock and what it counted, for tests."""

from __future__ import annotations

from bot.deliverer import Deliverer
from tests.support.clock import FakeClock
from tests.support.recording_channel import RecordingChannel


class Counted:
    def __init__(self):
        self.results = []

    def delivery(self, channel, result, seconds=None):
        self.results.append((channel, result, seconds))


class House:
    """A deliverer with its channels, its clock and what it counted."""

    def __init__(self, database, me="me", **given):
        self.database = database
        self.telegram = RecordingChannel("telegram")
        self.webchat = RecordingChannel("webchat", transcript=True)
        self.clock = given.pop("clock", None) or FakeClock()
        self.counted = Counted()
        channels = {"telegram": self.telegram, "webchat": self.webchat}
        self.deliverer = Deliverer(database, channels, me=me, clock=self.clock, metrics=self.counted, **given)

    async def step(self):
        """Claim until nothing is due, delivering all of it."""
        while await self.deliverer.claim():
            await self.deliverer.idle()
        await self.deliverer.idle()

    async def take(self, *rows):
        self.deliverer.take(rows)
        await self.deliverer.idle()
