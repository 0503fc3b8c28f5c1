"""Words of danger bring the numbers to call at once, those that help with it first."""

from __future__ import annotations

from conversation.messages import words
from domain.emergency import Hotline
from handlers.hearing import hear
from handlers.labels import listed_words
from handlers.visit import Visit


def warn_of_danger(visit: Visit, text: str) -> None:
    """Say whom to call, before anything is asked."""
    named = hear(visit.services.gazetteer(), text).danger if text else ()
    if not named:
        return
    first = [line for line in Hotline if line.value in named]
    others = [line for line in Hotline if line.value not in named]
    visit.say(
        words(
            "emergency",
            first=listed_words([words(f"hotline-{line.value}") for line in first]),
            others=listed_words([words(f"hotline-{line.value}") for line in others]) if others else "",
        )
    )
