"""The question for consent, asked once before the first filing."""

from __future__ import annotations

from typing import Final

from conversation.codec import Json
from conversation.forms import Again, Said, Taken
from conversation.heard import mentions, tells_age
from conversation.messages import Option, words
from conversation.questions import Choice
from handlers.absorb import ONE_WORD, keep_text
from handlers.visit import Visit
from matching.understanding import CHILD_UNDER

_UNCLEAR: Final = (words("engine-choose-one"),)


class Consent(Choice):
    """Of who sends every word by itself, "không" and "được" may be words of the story: neither erases nor agrees."""

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take the answer; a lone word that may be told is kept and asked back."""
        typed = said.inbound.text.strip()
        picked = said.option is not None and not said.inbound.choice
        if picked and typed.isalpha() and ONE_WORD in env.state.memo and not mentions(typed, "heard-agrees-plainly"):
            keep_text(env.state, env)
            return Again((words("consent-word", word=typed),))
        if picked and typed.isascii() and typed.isalpha() and mentions(typed, "heard-yes-or-wonder"):
            return _again("why-consent")  # nobody agrees by a word of two meanings
        taken = await super().take(said, env, memo)
        if isinstance(taken, Again) and taken.because == _UNCLEAR and not said.inbound.choice:
            age = tells_age(typed)
            return _again("consent-age" if age is not None and age < CHILD_UNDER else "why-consent")
        return taken


def _again(why: str) -> Again:
    return Again((words(why), words("consent-ask-again")))


CONSENT: Final = Consent(
    "consent",
    (Option("yes", words("consent-yes"), style="primary"), Option("no", words("consent-no"))),
    ask=words("consent-ask"),
    brief=words("consent-ask-again"),
)
