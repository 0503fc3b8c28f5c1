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

GROWN_UP_AGE: Final = 16
"""Who is younger is a child. Source: Law on children 102/2016/QH13, Art 1."""

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
            return Again((words("why-consent"), words("consent-ask-again")))  # nobody agrees by a word of two meanings
        taken = await super().take(said, env, memo)
        if isinstance(taken, Again) and taken.because == _UNCLEAR and not said.inbound.choice:
            return Again(
                (
                    words("consent-age" if (tells_age(typed) or GROWN_UP_AGE) < GROWN_UP_AGE else "why-consent"),
                    words("consent-ask-again"),
                )
            )
        return taken


CONSENT: Final = Consent(
    "consent",
    (Option("yes", words("consent-yes"), style="primary"), Option("no", words("consent-no"))),
    ask=words("consent-ask"),
    brief=words("consent-ask-again"),
)
