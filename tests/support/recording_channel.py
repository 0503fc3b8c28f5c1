"""A channel that writes down what it is given and fails when told to."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable

from channels.contract import RawRequest, Sent
from conversation.messages import Capabilities, IncomingFile, Outbound

PLAIN = Capabilities(buttons_max=10, buttons_per_row=2, label_max=40, text_max=4000, choice_max_bytes=64)


class RecordingChannel:
    """
    `failures[address]` are raised one by one before anything is taken; `gates[address]` holds sends until set, `gates[source]` a
    file that is being fetched.

    `files[source]` are the bytes of incoming files, or the error that fetching raises.
    """

    def __init__(self, name: str = "telegram", *, capabilities: Capabilities = PLAIN, transcript: bool = False) -> None:
        self.name = name
        self.capabilities = capabilities
        self.transcript = transcript
        self.sent: list[Outbound] = []
        self.failures: dict[str, deque[Exception]] = defaultdict(deque)
        self.gates: dict[str, asyncio.Event] = {}
        self.started = asyncio.Event()
        self.arrived = asyncio.Event()
        self.in_flight = 0
        self.most_in_flight = 0
        self.on_send: Callable[[Outbound], None] = lambda message: None
        self.files: dict[str, bytes | Exception] = {}

    def fail(self, address: str, *errors: Exception) -> None:
        self.failures[address].extend(errors)

    def hold(self, address: str) -> asyncio.Event:
        self.gates[address] = asyncio.Event()
        return self.gates[address]

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.sent]

    def verify(self, request: RawRequest) -> None:
        raise NotImplementedError

    def parse(self, payload):
        raise NotImplementedError

    async def send(self, message: Outbound) -> Sent:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.started.set()
        try:
            if gate := self.gates.get(message.address):
                await gate.wait()
            else:
                await asyncio.sleep(0)
            if self.failures[message.address]:
                raise self.failures[message.address].popleft()
            self.on_send(message)
            self.sent.append(message)
            self.arrived.set()
            return Sent(f"x{message.id}")
        finally:
            self.in_flight -= 1

    async def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        content = self.files[file.source]
        if gate := self.gates.get(file.source):
            await gate.wait()
        if isinstance(content, Exception):
            raise content
        for start in range(0, len(content), 65_536):
            await asyncio.sleep(0)
            yield content[start : start + 65_536]

    async def close(self) -> None:
        pass
