"""What a resident sends along with an answer: photos before, with or behind its words, or photos alone."""

from __future__ import annotations

from typing import Any, Final

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, State, Taken, Undecodable
from conversation.heard import goes_on
from conversation.messages import Option, Reply, Words, words
from conversation.questions import Text
from handlers.details import keep_file
from handlers.visit import Visit

SENT: Final = "sent"
"""The question that holds the files: never asked, filled by whatever comes."""

_DONE: Final = Option("done", words("button-continue"), style="primary")


async def keep_sent(state: State, visit: Visit) -> tuple[Words, ...]:
    """Keep the files of this message beside the answer; return what to say: of an album, only of its first."""
    kept = list(state.answers.get(SENT, ()))
    room = max(visit.services.limits.files_per_petition - len(kept), 0)
    kept += [await keep_file(visit, file) for file in visit.inbound.files[:room]]
    same = bool(visit.inbound.album) and state.memo.get("!album") == visit.inbound.album
    state.answers[SENT], state.memo["!album"] = kept, visit.inbound.album
    return () if same else (words("absorb-files", files=len(kept)),)


class SentAlong(Question[tuple[int, ...]]):
    """The ids of the files that came so far."""

    def __init__(self, name: str) -> None:
        super().__init__(name, proposed=[])

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take nothing: it is never asked."""
        return Answer([])

    def decode(self, stored: Json) -> tuple[int, ...]:
        """Return the ids."""
        if not isinstance(stored, list):
            raise Undecodable(self.name)
        return tuple(stored)


class AnswerText(Text):
    """The answer in words; photos are kept, and whoever has sent one may leave it at that."""

    keeps_files = True

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question, with its end once there is a photo."""
        return Reply((self.ask,), (_DONE,) if env.state.answers.get(SENT) else ())

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take words; keep files, and ask whether words follow where there are none."""
        text = said.inbound.text
        if said.inbound.files:
            kept = await keep_sent(env.state, env)
            if not text:
                return Again((*kept, words("details-more"))) if kept else Again(silent=True)
        elif env.state.answers.get(SENT) and (said.option == _DONE.id or goes_on(text)):
            return Answer("")
        return await super().take(said, env, memo)
