"""Words of danger bring the numbers to call at once, those that help with it first."""

from __future__ import annotations

from typing import Final

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Said, Taken
from conversation.heard import is_plain
from conversation.messages import FileKind, Option, Reply, Words, words
from conversation.posts import only_spoken
from conversation.questions import Text
from domain.emergency import Danger, hotlines_for
from handlers.commune import ANSWER_MAX_CHARS, only_commune, unit_inside
from handlers.hearing import Heard, hear
from handlers.labels import listed_words
from handlers.visit import Visit
from matching.understanding import may_be_trouble

SPOKEN: Final = "!spoken"
"""Key of the memo of who told it in a voice message: they need not write."""

_BY_VOICE: Final = Option("by-voice", words("story-by-voice"))


class Story(Text):
    """The matter in the person's own words: who was asked for it first is told whom to call just the same."""

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question; who has spoken may leave it at that."""
        return Reply((self.ask,), (_BY_VOICE,) if SPOKEN in env.state.memo else ())

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take the text; words of danger bring the numbers before the next question. A commune alone is no matter."""
        if said.option == _BY_VOICE.id:
            return Answer(only_spoken())
        if said.option is None and is_plain(said.inbound.text):
            return Again()  # "đồng ý" tells nothing
        if any(file.kind is FileKind.VOICE for file in said.inbound.files) and not said.inbound.text:
            env.state.memo[SPOKEN] = True
        taken = await super().take(said, env, memo)
        if isinstance(taken, Answer):
            if (unit := commune_said(env, str(taken.stored))) is not None:
                env.state.args["unit"] = unit
                return Again((words("story-only-place", unit=unit_inside(env.services.gazetteer(), unit)),))
            warn_of_danger(env, str(taken.stored))
        return taken


def commune_said(visit: Visit, text: str) -> str | None:
    """Return the commune that is all that a text says."""
    if len(text) > ANSWER_MAX_CHARS or is_plain(text) or may_be_trouble(text):
        return None  # Đồng Ý was a commune; "duong hong" is a broken road too: the commune is asked about then
    gazetteer = visit.services.gazetteer()
    return only_commune(gazetteer, text, hear(gazetteer, text).commune)


def warn_of_danger(visit: Visit, text: str) -> None:
    """Say whom to call, before anything is asked; a child hears that it did right."""
    heard = hear(visit.services.gazetteer(), text) if text else None
    if heard is None or not heard.danger:
        return
    lines = hotlines_for(_danger(heard))
    first = [words(f"hotline-{line.value}") for line in lines if line.value in heard.danger]
    others = [words(f"hotline-{line.value}") for line in lines if line.value not in heard.danger]
    numbers = words("emergency", first=listed_words(first), others=listed_words(others) if others else "")
    visit.say(numbers, *((words("care-child"),) if heard.child and not heard.self_harm else ()))


def call_now(heard: Heard) -> Words:
    """Return whom to call, as an answer to who asks when help comes."""
    first = [words(f"hotline-{line.value}") for line in hotlines_for(_danger(heard)) if line.value in heard.danger]
    return words("aside-danger-now", first=listed_words(first))


def _danger(heard: Heard) -> Danger | None:
    if heard.child:
        return Danger.CHILD_ABUSE
    return Danger.SUICIDE if heard.self_harm else None
