"""The work list: how much there is, and the cases of one pile in pages, the most urgent first."""

from __future__ import annotations

import re

from conversation import heard
from conversation.heard import aside, begins, meant
from conversation.messages import Option, Words, words
from conversation.phrases import made_of, phrases_of, spoken
from domain import receipt
from domain.calendar import local_date
from handlers.commune import unit_inside
from handlers.labels import shortened
from handlers.menu import menu_options
from handlers.numbers import cases_listed, offered
from handlers.officer.card import show_case
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, listed_option
from handlers.officer.figures import commune_named, province_of_work
from handlers.officer.pairs import pairs_option
from handlers.officer.wording import due_words, if_any, looks_after_several, place_of, stead_name
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from matching.places import find_commune
from storage import pairs, worklist
from storage.cases import Case
from storage.worklist import Counts, Pile, Reach

PAGE = 6
"""Cases on one page: as many buttons as a phone shows without scrolling."""

OFFSET_MAX = 100_000
"""Further back than any list goes: what is typed may be any number."""

TITLE_CHARS = 70
NAME_CHARS = 30
NAMED_CHARS = 60
"""Of a pile with the commune whose cases are wanted."""

_COUNT = re.compile(r"\s*\(?\d{1,4}\)?$")
"""What stands behind a pile's name on its button: "Mới (12)"."""


async def work_command(visit: Visit, _rest: str) -> bool | None:
    """Show the list; to a resident the word means their own petitions."""
    if visit.row.officer_id is None:
        return await visit.call("mine")
    desk = await desk_of(visit)
    counts = await worklist.counts(desk.db, desk.actor, Reach.MINE, now=visit.now)
    area = await _area(desk, counts)
    alike = await pairs.count_undecided(desk.db, desk.actor)
    if not counts[Pile.ALL] and not area:
        visit.say(words("officer-work-empty"), options=menu_options(visit, only=("find", "new", "help")))
        return None
    visit.say(
        _counted("officer-work", counts),
        options=(*_piles(Reach.MINE, counts), *_area_option(area), *pairs_option(alike)),
    )
    return None


async def _area(desk: Desk, mine: Counts) -> int:
    """Return how many cases the officer sees beyond their own."""
    seen = await worklist.counts(desk.db, desk.actor, Reach.AREA, now=desk.visit.now)
    return seen[Pile.ALL] if seen[Pile.ALL] > mine[Pile.ALL] else 0


def _counted(key: str, counts: Counts) -> Words:
    return words(key, **{pile.value: counts[pile] for pile in Pile})


def _piles(reach: Reach, counts: Counts) -> tuple[Option, ...]:
    """Return a button for each pile that holds something, the pressing ones first."""
    order = (Pile.OVERDUE, Pile.TODAY, Pile.NEW, Pile.REOPENED, Pile.WAITING, Pile.ALL)
    return tuple(
        Option(pile.value, words(f"officer-pile-{pile.value}", count=counts[pile]), tap("work", f"{reach}.{pile}.0"))
        for pile in order
        if counts[pile]
    )


def _area_option(count: int) -> tuple[Option, ...]:
    label = words("officer-pile-area", count=count)
    return (Option("area", label, tap("work", "area")),) if count else ()


async def work_tap(visit: Visit, argument: str) -> None:
    """Show the whole area's counts ("area"), or a page of a pile ("mine.overdue.0", "area.overdue.0.19867")."""
    desk = await desk_of(visit)
    if argument == Reach.AREA:
        counts = await worklist.counts(desk.db, desk.actor, Reach.AREA, now=visit.now)
        visit.say(_counted("officer-work-area", counts), options=(*_piles(Reach.AREA, counts), WORK_OPTION))
        return
    reach, pile, number, commune = [*argument.split("."), "", "", ""][:4]
    if reach not in set(Reach) or pile not in set(Pile) or not number.isdigit():
        await work_command(visit, "")
        return
    await _page(desk, Reach(reach), Pile(pile), int(number), commune or None)


def pile_command(pile: Pile) -> CommandHandler:
    """Return the command that shows a pile of one's own cases; to a resident its words mean their petitions."""

    async def show(visit: Visit, _rest: str) -> bool | None:
        if visit.row.officer_id is None:
            return await visit.call("new" if pile is Pile.NEW else "mine")
        await _page(await desk_of(visit), Reach.MINE, pile, 0)
        return None

    return show


async def pile_heard(visit: Visit, text: str) -> bool:
    """Show what an officer names of their lists: a pile by its button's words, a page, the figures; False otherwise."""
    if visit.row.officer_id is None:
        return False
    if await _pile_in_commune(visit, text):
        return True
    if len(text) > NAME_CHARS:
        return False
    if aside(text, ("officer-counts",)) is not None:
        await visit.call("figures")
        return True
    number = (begins(text, "officer-page-named") or "").strip()
    if number.isdecimal() and int(number) and (seen := await offered(visit, "work")):
        reach, pile, _, *commune = [*seen.split("."), "", ""][:4]
        await work_tap(visit, ".".join([reach, pile, str(int(number) - 1), *filter(None, commune)]))
        return True
    number = (begins(text, "officer-open-numbered") or "").strip(" .")
    if number.isdecimal() and int(number):
        await _open_numbered(await desk_of(visit), int(number))
        return True
    found = meant(_COUNT.sub("", text.strip()), _PILES)
    if found is None:
        return False
    await _page(await desk_of(visit), Reach.MINE, Pile(found.id), 0)
    return True


async def _pile_in_commune(visit: Visit, text: str) -> bool:
    """Show a pile of one commune ("quá hạn xã Quảng Điền") to who looks after several; False for other words."""
    named = [pile for pile in Pile if heard.mentions(text, f"officer-pile-{pile}-heard")]
    if len(text) > NAMED_CHARS or not named:
        return False
    desk = await desk_of(visit)
    if not looks_after_several(desk.actor):
        return False
    span = find_commune(visit.services.gazetteer(), text, province_code=province_of_work(desk.actor)).span
    if span is None:
        return False
    rest = spoken(f"{text[: span[0]]} {text[span[1] :]}")
    found = [one for one in named if made_of(rest, phrases_of(_LABELS[one]), beside="officer-pile-beside")]
    commune = commune_named(desk.actor, text, visit) if found else None
    if commune is None:
        return False
    await _page(desk, Reach.AREA, found[0], 0, commune)
    return True


async def _open_numbered(desk: Desk, number: int) -> None:
    """Open a case by its place in the list that is before the officer, or in the list of all that is open."""
    listed = await cases_listed(desk.visit)
    if listed:
        found = listed[number - 1 : number]
    else:
        page = await worklist.page(
            desk.db, desk.actor, Reach.MINE, Pile.ALL, now=desk.visit.now, offset=min(number - 1, OFFSET_MAX), limit=1
        )
        found = [case.id for case in page]
    if not found:
        desk.visit.say(words("officer-no-such-number", number=number), options=(WORK_OPTION,))
        return
    await show_case(desk, found[0])


_LABELS = {pile: words(f"officer-pile-{pile}", count=0) for pile in Pile}
_PILES = tuple(Option(pile, label) for pile, label in _LABELS.items())


async def _page(desk: Desk, reach: Reach, pile: Pile, number: int, commune: str | None = None) -> None:
    visit = desk.visit
    found = await worklist.page(
        desk.db, desk.actor, reach, pile, now=visit.now, offset=number * PAGE, limit=PAGE + 1, commune=commune
    )
    unit = unit_inside(visit.services.gazetteer(), commune) if commune is not None else None
    if not found and unit is not None and not number:
        visit.say(words("officer-pile-none-in", unit=unit), options=(WORK_OPTION,))
        return
    if not found:
        visit.say(words("officer-pile-done"), options=(*await _in_area(desk, reach, pile, number), WORK_OPTION))
        return
    shown = found[:PAGE]
    lines = [_line(desk, case) for case in shown]
    options = [listed_option(case) for case in shown]
    following = ".".join([reach, pile, str(number + 1), *([commune] if commune else [])])
    if len(found) > PAGE:
        options.append(Option("next", words("officer-next-page"), tap("work", following)))
    page = if_any("officer-page", number + 1 if number or len(found) > PAGE else 0)
    where = words("officer-pile-in", unit=unit, page=page) if unit is not None else page
    visit.say(words(f"officer-pile-head-{pile}", page=where), *lines, options=(*options, WORK_OPTION))


async def _in_area(desk: Desk, reach: Reach, pile: Pile, number: int) -> tuple[Option, ...]:
    """Who looks after others has nothing of their own in a list: the list of the whole area is offered."""
    if reach is Reach.AREA or number:
        return ()
    counts = await worklist.counts(desk.db, desk.actor, Reach.AREA, now=desk.visit.now)
    label = words("officer-pile-in-area", pile=words(f"officer-pile-{pile.value}", count=counts[pile]))
    return (Option("area", label, tap("work", f"{Reach.AREA}.{pile}.0")),) if counts[pile] else ()


def _line(desk: Desk, case: Case) -> Words:
    visit = desk.visit
    values: dict[str, str | int | Words] = {
        "code": receipt.display(case.code),
        "age": (local_date(visit.now) - local_date(case.opened_at)).days,
        "due": due_words(case, visit.now, visit.services.calendar),
        "danger": "yes" if case.danger else "no",
    }
    if case.confidential:
        return words("officer-line-confidential", **values)
    return words(
        "officer-line",
        **values,
        stead=if_any("officer-line-stead", stead_name(case, desk.actor)),
        subject=words(f"subject-short-{case.subject.value.replace('_', '-')}"),
        place=if_any("officer-line-place", place_of(visit, desk.actor, case)),
        title=shortened(case.title, TITLE_CHARS),
    )
