"""A digest as one message: keys and values of texts/*/digest.ftl, and a button for every case that is named."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from actions.digest_values import BodyCount, CallBack, Digest, Item, Meanwhile, Overview, Section, Stead, opened
from conversation.codec import UNPACKERS, Packed, loads
from conversation.messages import Option, Reply, Words, words
from domain import receipt
from domain.units import inside

TITLE_CHARS: Final = 90
"""Characters of a case's title in a line. Source: domain reference §6.2, the officers' digest line."""

WORK_LIST: Final = "!menu=work"
"""What the button under a digest calls: the officer's work list."""

_WORK: Final = Option("work", words("digest-work-list"), WORK_LIST)


def message(digest: Digest) -> Reply:
    """Return the message of a digest whose lines are values; a long one is split by the channel."""
    if digest.is_empty:
        return Reply((words("digest-nothing", day=digest.day, open=digest.open, snoozed=digest.snoozed),), (_WORK,))
    head = "digest-head-same" if digest.is_unchanged else "digest-head"
    paragraphs = [words(head, day=digest.day, count=digest.to_look_at, open=digest.open)]
    if digest.meanwhile is not None:
        paragraphs.append(_meanwhile(digest.meanwhile))
    paragraphs += _sections(digest, digest.sections)
    if digest.confidential:
        paragraphs.append(words("digest-confidential", count=digest.confidential, urgent=digest.confidential_urgent))
    if digest.call_backs:
        paragraphs.append(_block("digest-call-backs", digest.call_backs, [_caller(c) for c in digest.callers]))
    if digest.failed:
        paragraphs.append(_block("digest-failed", digest.failed, [_named(code) for _, code in digest.failed_cases]))
    paragraphs += [_stead(digest, stead) for stead in digest.steads if stead.sections]
    if digest.snoozed:
        paragraphs.append(words("digest-snoozed", count=digest.snoozed))
    if digest.pairs:
        paragraphs.append(words("digest-pairs", count=digest.pairs))
    if digest.overview is not None and digest.overview.open:
        paragraphs.append(_overview(digest.overview))
    return Reply(tuple(paragraphs), (*_case_buttons(digest), *_other_buttons(digest), _WORK))


# --- As the outbox keeps it -----------------------------------------------------------------------------------------

PACKED: Final = "daily"


def packed(digest: Digest) -> Packed:
    """Return a digest as the outbox keeps it: it is worded when it is delivered, `message` then says it."""
    return Packed(PACKED, digest)


UNPACKERS[PACKED] = lambda data: message(opened(data))


def _of_before(data: bytes) -> Reply:
    """Return what can be said of a digest that was queued before its groups were things to do."""
    kept = loads(data)
    buttons = [
        Option(
            f"case-{item['case_id']}",
            words("digest-open", code=receipt.display(item["code"])),
            f"!case={item['case_id']}",
        )
        for section in kept["sections"]
        for item in section["items"]
    ]
    count = sum(section["count"] for section in kept["sections"]) + kept["confidential"]
    head = words("digest-head", day=msgspec.convert(kept["day"], date), count=count, open=kept["open"])
    return Reply((head,), (*buttons, _WORK))


UNPACKERS["digest"] = _of_before


# --- Buttons --------------------------------------------------------------------------------------------------------


def _case_buttons(digest: Digest) -> Iterable[Option]:
    lines = {line.case_id: line for section in digest.all_sections for line in section.lines}
    named = {case_id: line.code for case_id, line in lines.items()}
    for case_id, code in {**named, **dict(digest.failed_cases)}.items():
        about = lines[case_id].title if case_id in lines else ""
        label = words("digest-open", code=receipt.display(code))
        yield Option(f"case-{case_id}", label, f"!case={case_id}", about=about)


def _other_buttons(digest: Digest) -> Iterable[Option]:
    if digest.call_backs:
        yield Option("calls", words("button-calls"), "!calls=")
    if digest.pairs:
        yield Option("pairs", words("button-pairs", count=digest.pairs), "!pairs=")
    if any(section.lines for section in digest.all_sections):
        yield Option("later", words("digest-later"), f"!digest-later={digest.day:%m%d}")


# --- Paragraphs -----------------------------------------------------------------------------------------------------


def _sections(digest: Digest, sections: Sequence[Section]) -> list[Words]:
    """Return a paragraph for each group with something new, and one for all in which nothing is."""
    quiet = [section for section in sections if not section.fresh]
    loud = [_section(digest, section) for section in sections if section.fresh]
    return [*loud, _stacked([_heading(section) for section in quiet])] if quiet else loud


def _section(digest: Digest, section: Section) -> Words:
    lines = [_line(item) for item in digest.items(section)]
    unnamed, same = section.fresh - len(lines), section.count - section.fresh
    if unnamed > 0:
        lines.append(words("digest-more", count=unnamed))
    if same > 0:
        lines.append(words("digest-same", count=same))
    return _stacked([_heading(section), *lines])


def _heading(section: Section) -> Words:
    return words(
        "digest-section",
        what=_label(f"digest-{section.todo.value}"),
        count=section.count,
        overdue=section.overdue,
        today=section.today,
        fresh=section.fresh,
    )


def _stead(digest: Digest, stead: Stead) -> Words:
    blocks = _sections(digest, stead.sections)
    return _stacked([words("digest-stead", name=stead.name, until=stead.until), *blocks])


def _meanwhile(meanwhile: Meanwhile) -> Words:
    head = words("digest-meanwhile", first=meanwhile.first, last=meanwhile.last)
    done = [words(f"digest-did-{step.replace('_', '-')}", count=count) for step, count in meanwhile.counts]
    return _stacked([head, *(done or [words("digest-did-nothing")])])


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
    return words("digest-body", organisation=name, unit=inside(body.unit), overdue=body.overdue, open=body.open)
