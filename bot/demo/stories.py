"""What becomes of a case, as scripts of beats: who does what, how many working days after the beat before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.subjects import Subject


class Who(StrEnum):
    """Whose hours a beat keeps: an office's or a resident's."""

    OFFICE = "office"
    RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class Beat:
    """
    One thing that happens. `do` names a function of `bot.demo.play`.

    `wait` is the least and the most working days after the beat before, `on` which of the story's cases is
    meant (a story may come to have two), `say` a key of phrases.json that says it differently.
    """

    do: str
    wait: tuple[int, int] = (0, 1)
    on: int = 0
    say: str = ""

    @property
    def who(self) -> Who:
        return Who.RESIDENT if self.do in BY_RESIDENTS else Who.OFFICE


BY_RESIDENTS: Final = frozenset(
    {"supply", "confirm", "dispute", "withdraw", "reopen", "rate", "leave", "file_apart", "file_again"}
)


class Fit(StrEnum):
    """Which problems a story is for."""

    ORDINARY = "ordinary"
    COMMENT = "comment"
    DANGER = "danger"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Story:
    """
    What happens after filing, and how long ago the last of it was: `rest` working days before the end of the demo.

    An upper end of None means "any time of the three months". `share` is how many cases take this way, `crowd`
    how many people may stand behind each (least, most).
    """

    name: str
    share: int
    beats: tuple[Beat, ...]
    rest: tuple[int, int | None]
    fit: Fit = Fit.ORDINARY
    crowd: tuple[int, int] = (1, 1)
    about: frozenset[Subject] = frozenset(Subject)
    """Subjects of problems that can take this way."""

    shows: str = ""
    """What a visitor who tries this petition's code will see, '' for those that are not offered."""


def _b(do: str, least: int = 0, most: int = 1, *, on: int = 0, say: str = "") -> Beat:
    return Beat(do, (least, most), on, say)


_ACCEPT: Final = _b("accept")
_REFER: Final = _b("refer", 1, 2)
_RECEIVED_THERE: Final = _b("acknowledge", 1, 2)
_BEGUN: Final = _b("start", 1, 3)
_TO_AUTHORITY: Final = (_ACCEPT, _REFER, _RECEIVED_THERE)
_ANSWERED: Final = (*_TO_AUTHORITY, _BEGUN, _b("answer_check", 2, 5))
_RESOLVED: Final = (*_ANSWERED, _b("confirm"), _b("close_resolved", 0, 2))
_RATED: Final = (*_RESOLVED, _b("rate", 0, 2))
_FROM_REFERRAL: Final = (_REFER, _b("answer_check", 3, 7), _b("confirm"), _b("close_resolved"), _b("rate"))
_SHORT_WAY: Final = (_ACCEPT, *_FROM_REFERRAL)
_EXPLAINED: Final = (_ACCEPT, _REFER, _b("answer", 4, 9), _b("close_explained", 1, 2))
_TALKED: Final = (_b("reply", say="wrong"), _b("correct"))
_ON_PAPER: Final = frozenset({Subject.LAND, Subject.WELFARE, Subject.CONTRIBUTIONS, Subject.WORK, Subject.HEALTH})
_AMONG_PEOPLE: Final = frozenset({Subject.CULTURE, Subject.CONTRIBUTIONS, Subject.WORK, Subject.ENVIRONMENT})
_FEW, _SOME, _MANY = (1, 2), (1, 3), (2, 6)

STORIES: Final[tuple[Story, ...]] = (
    # --- Open: nobody has read it, or somebody has
    Story("new", 7, (), (0, 0), crowd=_FEW, shows="just sent"),
    Story("unread", 4, (), (3, 8)),
    Story("accepted", 6, (_ACCEPT,), (0, 1), crowd=_SOME),
    Story("accepted_late", 3, (_ACCEPT,), (5, 11), crowd=_SOME),
    Story("classified", 4, (_b("classify"), _b("note", 0, 0)), (0, 1), crowd=_FEW),
    Story("waiting", 6, (_ACCEPT, _b("ask")), (1, 6), shows="an officer waits for this resident's answer"),
    Story("supplied", 4, (_ACCEPT, _b("ask"), _b("supply", 1, 3)), (0, 1)),
    Story("verifying", 5, (_ACCEPT, _b("verify")), (0, 2), crowd=_SOME),
    Story("under_way", 5, (_ACCEPT, _b("start", 1, 2), _b("reply", 1, 2)), (0, 6), crowd=_FEW, about=_AMONG_PEOPLE),
    # --- Open: with an authority
    Story("referred", 6, (_ACCEPT, _REFER), (0, 8), crowd=_SOME, shows="sent to the authority, within its time"),
    Story("referred_late", 6, (_ACCEPT, _REFER, _b("remind", 11, 12)), (1, 6), crowd=_MANY, shows="answer is overdue"),
    Story("referred_twice", 3, (_ACCEPT, _REFER, _b("refer_further")), (1, 6), crowd=_SOME),
    Story("received", 6, _TO_AUTHORITY, (0, 6), crowd=_SOME),
    Story("received_late", 3, _TO_AUTHORITY, (11, 16), crowd=_SOME),
    Story("in_progress", 5, (*_TO_AUTHORITY, _BEGUN), (0, 5), crowd=_MANY),
    Story("extended", 4, (*_TO_AUTHORITY, _BEGUN, _b("extend", 4, 6)), (1, 4), crowd=_SOME),
    Story("handed_back", 3, (_ACCEPT, _REFER, _b("hand_back", 2, 3), _b("refer_further", 1, 2)), (1, 6), crowd=_FEW),
    # --- Open: answered, asked about, disputed
    Story("answered", 4, (*_TO_AUTHORITY, _b("answer", 4, 7)), (0, 1), crowd=_FEW),
    Story("checking", 6, _ANSWERED, (0, 1), crowd=_SOME, shows="the resident is asked whether all is well now"),
    Story("checking_late", 2, _ANSWERED, (4, 8), crowd=_FEW),
    Story("confirmed", 3, (*_ANSWERED, _b("confirm")), (0, 0), crowd=_FEW),
    Story("disputed", 4, (*_ANSWERED, _b("dispute", 1, 2)), (0, 2), crowd=_SOME),
    Story("disputed_again", 2, (*_ANSWERED, _b("dispute", 1, 2), _REFER), (1, 6), crowd=_SOME),
    Story("reopened", 5, (*_RATED, _b("reopen", 2, 6)), (0, 2), crowd=_FEW, shows="closed, and opened again"),
    # --- Closed
    Story("resolved", 26, _RATED, (1, None), crowd=_SOME, shows="closed; the resident can rate it or have it reopened"),
    Story("resolved_by_many", 3, _RATED, (1, None), crowd=(4, 7)),
    Story("resolved_soon", 10, _SHORT_WAY, (1, None), crowd=_FEW),
    Story("resolved_talking", 4, (_ACCEPT, *_TALKED, *_SHORT_WAY[1:]), (1, None), crowd=_FEW),
    Story(
        "resolved_by_body", 7,
        (_ACCEPT, _b("start"), _b("answer_own", 3, 8), _b("confirm"), _b("close_resolved"), _b("rate")), (1, None),
        crowd=_FEW, about=_AMONG_PEOPLE,
    ),
    Story(
        "resolved_late", 4,
        (_ACCEPT, _REFER, _b("remind", 11, 12), _b("answer_check", 2, 5), _b("confirm"), _b("close_resolved"),
         _b("rate", say="rating_bad")), (1, None), crowd=_SOME,
    ),
    Story(
        "resolved_again", 3,
        (*_SHORT_WAY[:-1], _b("reopen", 2, 5), _REFER, _b("answer_check", 3, 6), _b("confirm"), _b("close_resolved"),
         _b("rate")), (1, None), crowd=_FEW,
    ),
    Story("explained", 10, (*_EXPLAINED, _b("rate", 0, 3)), (1, None), crowd=_FEW),
    Story("guided", 5, (_ACCEPT, _b("close_guided")), (1, None), about=_ON_PAPER),
    Story("declined", 4, (_ACCEPT, _b("propose_decline", 1, 2), _b("decline")), (1, None), shows="declined, and why"),
    Story("withdrawn", 3, (_ACCEPT, _b("withdraw", 1, 3)), (1, None)),
    Story("withdrawn_paper", 1, (_ACCEPT, _REFER, _b("withdraw_paper", 1, 3)), (1, None)),
    Story("one_withdrew", 2, (_ACCEPT, _b("withdraw"), *_FROM_REFERRAL), (1, None), crowd=(3, 4)),
    # --- Comings and goings between cases, colleagues and bodies
    Story("merged", 3, (_ACCEPT, _b("file_apart", 1, 3), _b("merge", on=1), *_FROM_REFERRAL), (1, None), crowd=_FEW),
    Story("unmerged", 1, (_ACCEPT, _b("file_apart", 1, 2), _b("merge", on=1), _b("unmerge", 1, 2, on=1)), (0, 2)),
    Story("split", 3, (_ACCEPT, _b("split"), _REFER, _b("accept", on=1)), (0, 6)),
    Story("left", 1, (_ACCEPT, _b("leave", 1, 2), _b("accept", on=1)), (0, 2), crowd=(2, 3)),
    Story("recurred", 5, (*_SHORT_WAY, _b("file_again", 10, 18), _b("accept", on=1), _b("refer", 1, 2, on=1)), (1, 7)),
    Story("reassigned", 3, (_ACCEPT, _b("reassign"), *_FROM_REFERRAL), (1, None), crowd=_FEW),
    Story("given_away", 3, (_ACCEPT, _b("give_to_body"), *_FROM_REFERRAL), (1, None)),
    Story("recused", 2, (_ACCEPT, _b("recuse"), _REFER), (1, 7)),
    Story(
        "walk_in", 4,
        (_ACCEPT, _b("ask"), _b("supply_office", 1, 3), _REFER, _b("answer_check", 4, 8), _b("settled", 0, 2),
         _b("close_resolved")), (1, None),
    ),
    # --- Comments
    Story("comment_new", 1, (), (0, 0), Fit.COMMENT),
    Story("comment_filed", 6, (_b("classify"), _b("close_filed")), (1, None), Fit.COMMENT),
    Story("comment_passed_on", 3, _EXPLAINED, (1, None), Fit.COMMENT),
    # --- Danger to life: everything within hours
    Story("danger_new", 2, (), (0, 0), Fit.DANGER),
    Story("danger", 3, (_b("accept", 0, 0), _b("refer", 0, 0), _b("acknowledge", 0, 0), _b("start", 0, 0)), (0, 2),
          Fit.DANGER, crowd=_SOME),
    Story(
        "danger_over", 6,
        (_b("accept", 0, 0), _b("refer", 0, 0), _b("acknowledge", 0, 0), _b("start", 0, 0), _b("answer_check", 1, 3),
         _b("confirm"), _b("close_resolved"), _b("rate")), (1, None), Fit.DANGER, crowd=_MANY,
    ),
    # --- Complaints, denunciations and whatever else is sealed
    Story("sealed_new", 2, (), (0, 0), Fit.SEALED),
    Story("sealed_read", 3, (_ACCEPT, _b("note")), (0, 3), Fit.SEALED, shows="confidential: a code alone tells little"),
    Story("sealed_asked", 1, (_ACCEPT, _b("ask")), (1, 4), Fit.SEALED),
    Story("sealed_referred", 3, (_ACCEPT, _b("refer", 1, 3)), (1, 12), Fit.SEALED),
    Story("sealed_answered", 2, _EXPLAINED, (1, None), Fit.SEALED),
    Story("sealed_guided", 5, (_ACCEPT, _b("close_guided", say="guided_sealed")), (1, None), Fit.SEALED),
)  # fmt: skip
"""Every state and outcome of `domain.life` is the end of at least one of them."""

THANKS: Final = 20
"""Petitions that only say thanks."""


def deck(fits: Collection[Fit] = tuple(Fit)) -> Iterator[Story]:
    """Yield every story as often as its share says."""
    for story in STORIES:
        if story.fit in fits:
            yield from [story] * story.share
