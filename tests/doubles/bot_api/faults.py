"""Misbehaviour on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.doubles.bot_api.refusal import Refusal


@dataclass(slots=True)
class Fault:
    """
    What goes wrong with a call.

    `refusal` is answered; `drop` closes the connection "before" the call is looked at or "after" it has been
    done; `seconds` are waited before anything else. `method` (as written) and `chat_id` narrow it, `times`
    counts it down.
    """

    refusal: Refusal | None = None
    drop: str = ""
    seconds: float = 0.0
    method: str = ""
    chat_id: int | None = None
    times: int = 1

    def concerns(self, method: str, chat_id: int | None) -> bool:
        if self.method:
            return self.method.lower() == method and self.chat_id in {None, chat_id}
        return chat_id is not None and self.chat_id in {None, chat_id}


class Faults:
    """Faults that wait for their call. Without `method` they concern the calls that send to a chat."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self.weather: Callable[[str, int | None], Fault | None] | None = None
        """Asked for every call with the method in lower case and the chat: for faults by chance."""
        self.lost_acknowledgements = 0
        """So many of the bot's next 2xx answers to a webhook do not arrive: the update is brought again."""

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        for fault in self.waiting:
            if fault.concerns(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return self.weather(method, chat_id) if self.weather else None

    def throttle(self, retry_after: int = 1, *, chat_id: int | None = None, method: str = "", times: int = 1) -> None:
        refusal = Refusal(429, f"retry after {retry_after}", retry_after=retry_after)
        self.waiting.append(Fault(refusal, chat_id=chat_id, method=method, times=times))

    def fail(
        self, code: int, description: str, *, chat_id: int | None = None, method: str = "", times: int = 1
    ) -> None:
        """Answer with this code; the description as in the reference, without the prefix of its code."""
        self.waiting.append(Fault(Refusal(code, description), chat_id=chat_id, method=method, times=times))

    def slow(self, seconds: float, *, chat_id: int | None = None, method: str = "", times: int = 1) -> None:
        self.waiting.append(Fault(seconds=seconds, chat_id=chat_id, method=method, times=times))

    def drop(self, when: str, *, chat_id: int | None = None, method: str = "", times: int = 1) -> None:
        """Close the connection "before" the call is done or "after", so that the answer is lost."""
        self.waiting.append(Fault(drop=when, chat_id=chat_id, method=method, times=times))
