"""What residents who follow a place are told of a month, as one message: keys and values of texts/*/following.ftl."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

import msgspec

from actions.following import News, PlaceNews
from conversation.codec import UNPACKERS, Packed
from conversation.messages import Option, Reply, Words, words
from domain.codes import text_key
from domain.following import PEOPLE_MIN
from domain.units import inside

LIST: Final = "!follows="
STOP: Final = "!unfollow=all"
"""What the buttons call: what is followed, and the end of all of it."""


def message(news: News) -> Reply:
    """Return the message of a month; every sentence of it is of the least important ones (`domain.window`)."""
    paragraphs = [words("following-head", month=f"{news.first.month:02d}/{news.first.year}")]
    paragraphs += [_place(place) for place in news.places]
    paragraphs.append(words("following-rule", people=PEOPLE_MIN))
    options = (
        Option("follows", words("following-list"), LIST),
        Option("stop", words("following-stop"), STOP),
    )
    return Reply(tuple(paragraphs), options)


PACKED: Final = "following"


def packed(news: News) -> Packed:
    """Return a month's news as the outbox keeps it: it is worded when it is delivered, `message` then says it."""
    return Packed(PACKED, news)


_news: Final = msgspec.json.Decoder(News)
UNPACKERS[PACKED] = lambda data: message(_news.decode(data))


def what_words(unit: Words | str, subject: str) -> Words:
    """Return what somebody follows: a unit, or a subject there."""
    if not subject:
        return words("following-unit", unit=unit)
    return words("following-subject", subject=_label(subject), unit=unit)


def _place(place: PlaceNews) -> Words:
    head = what_words(inside(place.unit) if place.subject else place.unit, place.subject)
    if place.is_empty:
        return words("following-nothing", what=head, people=PEOPLE_MIN)
    lines = []
    if place.raised:
        lines.append(words("following-raised", count=place.raised))
        if not place.subject:
            lines += [
                words("following-line", subject=_label(one.subject.value), count=one.count) for one in place.subjects
            ]
            lines += [words("following-others", count=place.others)] if place.others else []
    if place.answered:
        lines.append(words("following-answered", count=place.answered))
    if place.closed:
        lines.append(words("following-closed", count=place.closed))
    if place.wide:
        lines.append(words("following-province", people=PEOPLE_MIN))
    return words("following-place", what=head, lines=_stacked(lines))


@functools.cache
def _label(subject: str) -> Words:
    return words(text_key("subject", subject))


def _stacked(lines: Sequence[Words]) -> Words:
    """Return sentences below one another; at least one."""
    if len(lines) == 1:
        return lines[0]
    return words("digest-stack", first=lines[0], rest=_stacked(lines[1:]))
