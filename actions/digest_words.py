"""A digest as one message: keys and values of texts/*/digest.ftl, and a button for every case that is named."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from actions.digests import BodyCount, CallBack, Digest, Item, Overview, Section
from conversation.codec import UNPACKERS, Packed
from conversation.messages import Option, Reply, Words, words
from domain import receipt

TITLE_CHARS: Final = 90
"""Characters of a case's title in a line. Source: domain reference §6.2, the officers' digest line."""

WORK_LIST: Final = "!menu=work"
"""What the button under a digest calls: the officer's work list."""


def message(digest: Digest) -> Reply:
    """Return the message of a digest; a long one is split by the channel."""
    work = Option("work", words("digest-work-list"), WORK_LIST)
    if digest.is_empty:
        return Reply((words("digest-nothing", day=digest.day, open=digest.open),), (work,))
    paragraphs = [words("digest-head", day=digest.day, count=digest.to_look_at, open=digest.open)]
    paragraphs += [_section(section) for section in digest.sections]
    if digest.confidential:
        paragraphs.append(words("digest-confidential", count=digest.confidential, urgent=digest.confidential_urgent))
    if digest.call_backs:
        paragraphs.append(_block("digest-call-backs", digest.call_backs, [_caller(c) for c in digest.callers]))
    if digest.failed:
        paragraphs.append(_block("digest-failed", digest.failed, [_named(code) for _, code in digest.failed_cases]))
    if digest.pairs:
        paragraphs.append(words("digest-pairs", count=digest.pairs))
    if digest.overview is not None and digest.overview.open:
        paragraphs.append(_overview(digest.overview))
    calls = (Option("calls", words("button-calls"), "!calls="),) if digest.call_backs else ()
    alike = (Option("pairs", words("button-pairs", count=digest.pairs), "!pairs="),) if digest.pairs else ()
    return Reply(tuple(paragraphs), (*_case_buttons(digest), *calls, *alike, work))


PACKED: Final = "digest"


def packed(digest: Digest) -> Packed:
    """Return a digest as the outbox keeps it: it is worded when it is delivered, `message` then says it."""
    return Packed(PACKED, digest)


_digests: Final = msgspec.json.Decoder(Digest)
UNPACKERS[PACKED] = lambda data: message(_digests.decode(data))


def _case_buttons(digest: Digest) -> Iterable[Option]:
    named = {item.case_id: item.code for section in digest.sections for item in section.items}
    for case_id, code in {**named, **dict(digest.failed_cases)}.items():
        yield Option(f"case-{case_id}", words("digest-open", code=receipt.display(code)), f"!case={case_id}")


def _section(section: Section) -> Words:
    return _block(f"digest-{section.group.value}", section.count, [_line(item) for item in section.items])


def _block(key: str, count: int, lines: Sequence[Words]) -> Words:
    """Return a heading with its lines below it, and how many more there are."""
    more = [words("digest-more", count=count - len(lines))] if count > len(lines) else []
    return _stacked([words(key, count=count), *lines, *more])


def _stacked(lines: Sequence[Words]) -> Words:
    """Return sentences below one another; at least one."""
    if len(lines) == 1:
        return lines[0]
    return words("digest-stack", first=lines[0], rest=_stacked(lines[1:]))


def _line(item: Item) -> Words:
    # Thousands of lines are made at once: what can be chosen by Fluent from a plain value is no sentence of its own.
    return words(
        "digest-line-urgent" if item.danger else "digest-line",
        code=receipt.display(item.code),
        subject=_label(f"subject-short-{item.subject.value}"),
        where=f"{item.place}, {item.commune}" if item.place and item.commune else item.place or item.commune,
        title=_sentence(item.title),
        status=_label(item.status.officer_key),
        age=item.age_days,
        timing=_timing(item),
        day=f"{item.due.day:02d}/{item.due.month:02d}" if item.due else "",
        days=abs(item.left or 0),
        people=item.people,
    )


@functools.cache
def _label(key: str) -> Words:
    return words(key.replace("_", "-"))


def _sentence(title: str) -> str:
    """Return a title cut at a word to `TITLE_CHARS` characters, with an end."""
    plain = " ".join(title.split())
    if len(plain) > TITLE_CHARS:
        plain = plain[: TITLE_CHARS - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return plain if plain.endswith(("…", ".", "!", "?")) else plain + "."


def _timing(item: Item) -> str:
    """Return which of the sentences about the due date fits."""
    if item.left is None:
        return "none"
    if item.paused:
        return "paused"
    return "over" if item.left < 0 else "left" if item.left else "today"


def _caller(caller: CallBack) -> Words:
    return words("digest-caller", phone=caller.phone, since=caller.since)


def _named(code: str) -> Words:
    return words("digest-failed-case", code=receipt.display(code))


def _overview(overview: Overview) -> Words:
    head = words("digest-overview", open=overview.open, overdue=overview.overdue)
    more = overview.late_bodies - len(overview.bodies)
    rest = [words("digest-more-bodies", count=more)] if more else []
    return _stacked([head, *(_body(body) for body in overview.bodies), *rest])


def _body(body: BodyCount) -> Words:
    name = _label(f"organisation-{body.organisation.value}")
    return words("digest-body", organisation=name, unit=body.unit, overdue=body.overdue, open=body.open)
