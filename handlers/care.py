"""The question that asks for nothing: somebody who thinks of dying is shown who listens, and goes on when they wish."""

from __future__ import annotations

import functools
from typing import Any

from conversation.codec import Json
from conversation.forms import Again, Answer, Said, Taken, Undecodable
from conversation.messages import Option, words
from conversation.questions import Choice
from handlers.table import tap

GO = "go"


class Care(Choice):
    """Nothing that is written here is wrong: it is kept, and the person hears that somebody is there."""

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take the wish to go on; all else is no mistake."""
        return Answer(GO) if said.option == GO else Again((self.brief,) if self.brief else ())

    def decode(self, stored: Json) -> str:
        """Return the wish to go on: the other buttons stand alone and answer nothing."""
        if stored != GO:
            raise Undecodable(self.name)
        return GO


@functools.cache
def care_choice() -> Care:
    """Return the question."""
    options = (
        Option("call", words("care-call"), tap("call-back")),
        Option("meet", words("menu-meet"), tap("menu", "meet")),
        Option(GO, words("care-go")),
    )
    return Care("care", options, ask=words("care-ask"), brief=words("care-here"))
