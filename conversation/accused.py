"""Whom a denunciation names, by post or office alone: nobody is looked up by name."""

from __future__ import annotations

from conversation.heard import WORDS_BEFORE, mentions, speaks_of
from conversation.phrases import longest, phrases, spoken
from domain.routing import Accused
from matching.understanding import SpanKind, Understanding


def accused_in(text: str, known: Understanding) -> Accused:
    """
    Return whose people a denunciation accuses; `known` is what was understood of the text.

    Violence at home told to a teacher accuses no teacher. An office counts without a post where nobody else is
    named, and not where it is turned to ("nhờ Mặt trận tỉnh giúp").
    """
    named = {span.kind for span in known.spans}
    if known.danger and mentions(text, "heard-home"):
        return Accused.NOBODY
    alone = named.isdisjoint((SpanKind.POST, SpanKind.PERSON))
    if _holds_post(text, "heard-province-front") or (alone and _named(text, "heard-province-front")):
        return Accused.PROVINCE_FRONT
    if _holds_post(text, "heard-province-office"):
        return Accused.PROVINCE
    of_commune = SpanKind.POST in named or _named(text, "heard-head-of-body") or (alone and _named(text, "heard-front"))
    return Accused.COMMUNE if of_commune else Accused.NOBODY


def _named(text: str, key: str) -> bool:
    return speaks_of(text, key, without="heard-turns-to")


def _holds_post(text: str, office: str) -> bool:
    """Tell whether somebody of these offices is named by post ("chủ tịch tỉnh"), and not turned to."""
    typed, posts, offices, turned = spoken(text), *map(phrases, ("heard-holds-post", office, "heard-turns-to"))
    return any(
        (length := longest(typed, place, posts))
        and place + length < len(typed.words)
        and longest(typed, place + length, offices)
        and not any(longest(typed, near, turned) for near in range(max(place - WORDS_BEFORE, 0), place))
        for place in range(len(typed.words))
    )
