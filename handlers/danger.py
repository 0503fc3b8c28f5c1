"""Words of danger bring the numbers to call at once, those that help with it first."""

from __future__ import annotations

from conversation.codec import Json
from conversation.forms import Again, Answer, Said, Taken
from conversation.messages import Words, words
from conversation.questions import Text
from domain.emergency import Danger, hotlines_for
from handlers.commune import ANSWER_MAX_CHARS, only_commune, unit_words
from handlers.hearing import Heard, hear
from handlers.labels import listed_words
from handlers.visit import Visit


class Story(Text):
    """The matter in the person's own words: who was asked for it first is told whom to call just the same."""

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take the text; words of danger bring the numbers before the next question. A commune alone is no matter."""
        taken = await super().take(said, env, memo)
        if isinstance(taken, Answer):
            if (unit := commune_said(env, str(taken.stored))) is not None:
                env.state.args["unit"] = unit
                return Again((words("story-only-place", unit=unit_words(env.services.gazetteer(), unit)),))
            warn_of_danger(env, str(taken.stored))
        return taken


def commune_said(visit: Visit, text: str) -> str | None:
    """Return the commune that is all that a text says."""
    gazetteer = visit.services.gazetteer()
    return only_commune(gazetteer, text, hear(gazetteer, text).commune) if len(text) <= ANSWER_MAX_CHARS else None


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
