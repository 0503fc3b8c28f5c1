"""A leader's week as one message and one picture: keys and values of texts/*/leader-digest.ftl, a button a line."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from actions.leader_digests import BodyCount, Compared, Hot, OfficeCount, Talked, WeekDigest
from actions.reports.names import authority_name
from conversation.codec import UNPACKERS, Packed, dumps
from conversation.messages import FileKind, Option, OutgoingFile, Reply, Value, Words, words
from conversation.recognise import label_of
from domain.authorities import Authority
from domain.codes import text_key
from domain.subjects import Subject
from domain.units import inside
from reports.week_picture import WeekPicture, WeekRow
from texts import say

WHAT_NAMES: Final = ("cases", "answered", "on_time", "overdue")
"""Figures whose cases a button lists; `received` are the petitions of `cases`."""


def message(digest: WeekDigest) -> Reply:
    """Return the message of a digest, with the chart where it was made."""
    stead = [words("digest-week-stead", name=digest.stead)] if digest.stead else []
    paragraphs = [*stead, _head(digest), _figures(digest)]
    if digest.overdue.now:
        paragraphs.append(_overdue(digest))
    if digest.bodies:
        paragraphs.append(_bodies(digest))
    paragraphs.append(_hot(digest))
    if digest.confidential:
        paragraphs.append(words("digest-week-confidential", count=digest.confidential))
    name = f"tuan-{digest.week.name}.png"
    files = (OutgoingFile(digest.picture, FileKind.PHOTO, name),) if digest.picture else ()
    return Reply(tuple(paragraphs), () if digest.stead else tuple(_buttons(digest)), files)


PACKED: Final = "digest-week"


def packed(digest: WeekDigest) -> Packed:
    """Return a digest as the outbox keeps it: it is worded when it is delivered, `message` then says it."""
    return Packed(PACKED, digest)


_digests: Final = msgspec.json.Decoder(WeekDigest)
UNPACKERS[PACKED] = lambda data: message(_digests.decode(data))


def digest_to_text(digest: WeekDigest) -> str:
    """Return a digest as it is stored; `digest_from` undoes it."""
    return dumps(digest)


def digest_from(text: str) -> WeekDigest:
    """Return the digest of a stored text."""
    return _digests.decode(text)


# --- Sentences ------------------------------------------------------------------------------------------------------


def place_words(digest: WeekDigest) -> Words:
    """Return whose week it is."""
    if not digest.unit:
        return words("digest-week-places")
    return words(
        "digest-week-place", organisation=_label("organisation", digest.organisation), unit=inside(digest.unit)
    )


def _head(digest: WeekDigest) -> Words:
    week = digest.week
    return words("digest-week-head", first=week.first, last=week.last, place=place_words(digest))


def _figures(digest: WeekDigest) -> Words:
    rate = round(100 * digest.on_time.now / digest.answered.now) if digest.answered.now else 0
    return _stacked(
        [
            words("digest-week-received", **_against(digest.received)),
            words("digest-week-cases", **_against(digest.cases)),
            words("digest-week-answered", **_against(digest.answered)),
            *([words("digest-week-on-time", rate=rate, **_against(digest.on_time))] if digest.answered.now else []),
            words("digest-week-overdue", **_against(digest.overdue)),
        ]
    )


def _against(number: Compared) -> dict[str, Value]:
    """Return a number with what it is compared to."""
    change = number.now - number.before
    trend = "up" if change > 0 else "down" if change < 0 else "same"
    return {"count": number.now, "before": number.before, "change": abs(change), "trend": trend}


def _overdue(digest: WeekDigest) -> Words:
    lines = [words("digest-week-office", office=office_words(one.office), count=one.overdue) for one in digest.offices]
    if digest.more_offices:
        lines.append(words("digest-week-more-offices", count=digest.more_offices))
    if digest.sealed_overdue:
        lines.append(words("digest-week-sealed", count=digest.sealed_overdue))
    return _stacked([words("digest-week-offices"), *lines])


def _bodies(digest: WeekDigest) -> Words:
    lines = [
        words("digest-week-body", body=body_words(one), received=one.received, overdue=one.overdue)
        for one in digest.bodies
    ]
    more = [words("digest-week-more-bodies", count=digest.more_bodies)] if digest.more_bodies else []
    return _stacked([words("digest-week-bodies"), *lines, *more])


def _hot(digest: WeekDigest) -> Words:
    lines = [hot_words(one) for one in digest.hot]
    if digest.more_hot:
        lines.append(words("digest-week-more-hot", count=digest.more_hot))
    lines += [_talked(one) for one in digest.talked]
    key = "digest-week-hot" if digest.hot else "digest-week-no-hot"
    return _stacked([words(key), *lines])


def hot_words(one: Hot) -> Words:
    """Return the line of a hot spot."""
    subject, unit = subject_words(one.subject), inside(one.unit)
    return words("digest-week-hot-line", subject=subject, unit=unit, people=one.people, days=one.days)


def _talked(one: Talked) -> Words:
    return words("digest-week-talked", subject=subject_words(one.subject), **_against(one.petitions))


def office_words(code_or_name: str) -> Words | str:
    """Return an authority by its code, or as the officer named it."""
    return words(Authority(code_or_name).text_key) if code_or_name in set(Authority) else authority_name(code_or_name)


def body_words(body: BodyCount) -> Words:
    """Return a body's name."""
    organisation = _label("organisation", body.organisation.value)
    return words("digest-week-place", organisation=organisation, unit=inside(body.unit))


def subject_words(subject: Subject) -> Words:
    """Return a subject in a word or two."""
    return _label("subject-short", subject.value)


@functools.cache
def _label(topic: str, code: str) -> Words:
    return words(text_key(topic, code))


def _stacked(lines: Sequence[Words]) -> Words:
    """Return sentences below one another; at least one."""
    if len(lines) == 1:
        return lines[0]
    return words("digest-stack", first=lines[0], rest=_stacked(lines[1:]))


# --- Buttons --------------------------------------------------------------------------------------------------------


def choice(digest: WeekDigest, line: str) -> str:
    """Return what the button of a line calls: the cases behind it, first page."""
    return f"!week={digest.until.isoformat()}/{line}/0"


def _buttons(digest: WeekDigest) -> Iterable[Option]:
    for what in WHAT_NAMES:
        number: Compared = getattr(digest, what)
        if number.now:
            label = words(f"digest-week-see-{what.replace('_', '-')}", count=number.now)
            yield Option(what, label, choice(digest, what))
    if len(digest.offices) > 1:
        yield Option("offices", words("digest-week-see-offices"), choice(digest, "offices"))
    if digest.bodies:
        yield Option("bodies", words("digest-week-see-bodies"), choice(digest, "bodies"))
    if digest.hot:
        yield Option("hot", words("digest-week-see-hot"), choice(digest, "hot"))
    elif digest.talked:
        yield Option("talked", words("digest-week-see-talked"), choice(digest, "talked"))
    yield Option("hours", words("digest-week-settings"), "!week-hours=")


def office_line(one: OfficeCount) -> str:
    """Return the name of an authority's line."""
    return f"office-{one.mark}"


def body_line(one: BodyCount) -> str:
    """Return the name of a body's line."""
    return f"body-{one.unit_code}-{one.organisation.value}"


def hot_line(one: Hot) -> str:
    """Return the name of a hot spot's line."""
    return f"hot-{one.unit_code}-{one.subject.value}"


def subject_line(one: Talked) -> str:
    """Return the name of a subject's line."""
    return f"subject-{one.subject.value}"


# --- The picture ----------------------------------------------------------------------------------------------------


def picture(digest: WeekDigest, language: str) -> WeekPicture:
    """Return what the chart shows: the five figures beside the week before."""
    week = digest.week

    def said(key: str, **values: object) -> str:
        return say(f"digest-week-picture-{key}", language, values)

    def row(key: str, number: Compared, *, warns: bool = False) -> WeekRow:
        return WeekRow(said(key), number.now, number.before, warns)

    return WeekPicture(
        said("title", first=week.first, last=week.last),
        label_of(place_words(digest), language),
        said("now"),
        said("before"),
        (
            row("received", digest.received),
            row("cases", digest.cases),
            row("answered", digest.answered),
            row("on-time", digest.on_time),
            row("overdue", digest.overdue, warns=True),
        ),
    )
