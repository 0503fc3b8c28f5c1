"""How the server says no."""

from __future__ import annotations

from typing import Any, ClassVar


class Refusal(Exception):
    """An answer with `ok: false`; `description` without the prefix that belongs to its code."""

    PREFIX: ClassVar = {
        400: "Bad Request: ",
        403: "Forbidden: ",
        409: "Conflict: ",
        429: "Too Many Requests: ",
    }

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters

    def as_answer(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.PREFIX.get(self.code, "") + str(self),
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad(description: str) -> Refusal:
    return Refusal(400, description)
