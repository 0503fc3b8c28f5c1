"""What an officer is told of a draft that came back: each change before and after, what is not taken, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from actions.reports.drafts import ChangeShown, clipped, needs_reason
from conversation.messages import Option, Words, words

SHOWN: Final = 12
"""Changes told in one message; who changed more reads the rest on the page or in the file."""

PLACES: Final = 5


def shown_words(report: Words, changes: Sequence[ChangeShown]) -> list[Words]:
    """Return the message that shows the changes of a draft."""
    taken = [one for one in changes if one.can_be_taken]
    disputed = [one for one in changes if one.in_conflict]
    left = [one for one in changes if one.kind in {"cell", "added"}]
    found = [words("report-draft-read", report=report, count=len(taken))]
    for number, one in enumerate(taken[:SHOWN], 1):
        found.append(_change(number, one))
    if len(taken) > SHOWN:
        found.append(words("report-draft-more", count=len(taken) - SHOWN))
    found += [_conflict(one) for one in disputed[:PLACES]]
    if len(disputed) > PLACES:
        found.append(words("report-draft-more-conflicts", count=len(disputed) - PLACES))
    found += [_left(one) for one in left[:PLACES]]
    if len(left) > PLACES:
        found.append(words("report-draft-more-left", count=len(left) - PLACES))
    if taken:
        found.append(words("report-draft-ask-reason" if needs_reason(changes) else "report-draft-ask"))
    return found


def _change(number: int, one: ChangeShown) -> Words:
    before, after = clipped(one.before, one.after)
    if not one.before:
        return words("report-draft-filled", number=number, section=one.section, after=after)
    if not one.after:
        return words("report-draft-emptied", number=number, section=one.section, before=before)
    if not one.figures:
        return words("report-draft-change", number=number, section=one.section, before=before, after=after)
    figures = "; ".join(f"{figure.label}: {figure.before} → {figure.after}" for figure in one.figures)
    return words(
        "report-draft-change-figures",
        number=number,
        section=one.section,
        before=before,
        after=after,
        figures=figures,
    )


def _conflict(one: ChangeShown) -> Words:
    now, after = clipped(one.now, one.after)
    return words("report-draft-conflict", section=one.section, now=now, after=after)


def _left(one: ChangeShown) -> Words:
    if one.kind == "cell":
        before, after = clipped(one.before, one.after)
        return words("report-draft-cell", before=before, after=after)
    return words("report-draft-added", text=clipped(one.after, "")[0])


def draft_options(draft_id: int, changes: Sequence[ChangeShown], open_report: Option) -> tuple[Option, ...]:
    """Return the buttons under the changes of a draft."""
    if not any(one.can_be_taken for one in changes):
        return (open_report,)
    return (
        Option("take", words("report-button-take"), f"!report-take={draft_id}", "primary"),
        Option("leave", words("report-button-leave"), f"!report-leave={draft_id}"),
        open_report,
    )
