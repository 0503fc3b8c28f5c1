"""A leader and the weekly digest, in chat: the last week at once, the cases behind its lines, its day and hour."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from actions import leader_choices as choices
from actions import leader_traces as traces
from actions.leader_digest_words import message, office_words
from actions.leader_traces import Late, Shown
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.heard import aside, asks_for_news
from conversation.messages import Option, Words, words
from conversation.questions import Text
from domain import receipt
from domain.calendar import local_date
from domain.statuses import status_code
from domain.weekly import EARLIEST_MINUTE, LATEST_MINUTE, Week
from handlers.digest_hearing import clock
from handlers.labels import shortened
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of, listed_option
from handlers.officer.wording import place_words
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage.cases import Case
from storage.leaders import Leader
from texts import LANGUAGES, listed, say

PAGE: Final = 6
TITLE_CHARS: Final = 70

OFFERED: Final = ((0, 450), (4, 16 * 60))
"""Days and hours on buttons: Monday 7:30, Friday 16:00. Any other can be typed."""

_CLOCK: Final = re.compile(r"(?:luc |at )?(\d{1,2}) ?(?:h|g|gio)? ?(\d{2}|ruoi)?(?: (sang|chieu|toi|am|pm))?")


async def _leader(visit: Visit) -> tuple[Desk, Leader | None]:
    """Return the desk and its leader; says so to whoever is none."""
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    leader = await choices.leader_of(desk.db, desk.actor.officer_id)
    if leader is None:
        visit.say(words("week-not-a-leader"), options=menu_options(visit))
    return desk, leader


# --- The week, and what lies behind its lines -----------------------------------------------------------------------


async def week_command(visit: Visit, rest: str) -> None:
    """Show the last week; with a day and hour after the command, take them as the choice."""
    desk, leader = await _leader(visit)
    if leader is None:
        return
    if rest.strip():
        await _set(desk, leader, rest)
        return
    digest = await choices.newest(desk.db, leader, visit.row.id, now=visit.now)
    if digest is None:
        following = await choices.next_due(desk.db, leader, now=visit.now, calendar=visit.services.calendar)
        settings = Option("hours", words("digest-week-settings"), tap("week-hours"))
        visit.say(words("week-not-yet", next=local_date(following)), options=(settings, *menu_options(visit)))
        return
    visit.replies.append(message(digest))


async def news_heard(visit: Visit, text: str) -> bool:
    """Answer "tình hình thế nào": a leader reads the figures, an officer the list; False for other words."""
    if visit.row.officer_id is None or not asks_for_news(text):
        return False
    await visit.call("figures")
    return True


async def week_tap(visit: Visit, argument: str) -> None:
    """Show a page of the cases behind a line ("2026-11-23/overdue/0"), or the lines of a group."""
    desk, leader = await _leader(visit)
    if leader is None:
        return
    day, _, rest = argument.partition("/")
    line, _, number = rest.partition("/")
    week = _week(day)
    if week is None or week.until > local_date(visit.now):
        visit.say(words("week-list-gone"), options=menu_options(visit))
        return
    lines = await choices.lines_of(desk.db, leader, week)
    if lines is not None and line in lines.groups:
        picks = lines.groups[line]
        options = tuple(Option(pick.line, pick.label, tap("week", f"{day}/{pick.line}/0")) for pick in picks)
        visit.say(words("week-list-pick"), options=options)
        return
    behind = lines.lines.get(line) if lines is not None else None
    if behind is None:
        visit.say(words("week-list-gone"), options=menu_options(visit))
        return
    offset = PAGE * (int(number) if number.isdigit() else 0)
    shown = await traces.page(desk.db, leader, behind, offset=offset, limit=PAGE)
    _list(visit, week, line, shown, offset)


def _week(day: str) -> Week | None:
    try:
        return Week(date.fromisoformat(day))
    except ValueError:
        return None


def _list(visit: Visit, week: Week, line: str, shown: Shown, offset: int) -> None:
    behind = shown.behind
    paragraphs = [words("week-list-head", first=week.first, last=week.last, what=behind.what, count=behind.count)]
    paragraphs += [_line(visit, case, behind.late.get(case.code)) for case in shown.cases]
    if not shown.cases:
        paragraphs.append(words("week-list-nothing"))
    elif shown.visible > PAGE:
        until = offset + len(shown.cases)
        paragraphs.append(words("week-list-pages", **{"from": offset + 1, "to": until, "count": shown.visible}))
    if shown.hidden:
        paragraphs.append(words("week-list-hidden", count=shown.hidden))
    options = [listed_option(case) for case in shown.cases]
    if offset + PAGE < shown.visible:
        following = f"{week.until.isoformat()}/{line}/{offset // PAGE + 1}"
        options.append(Option("more", words("week-list-more"), tap("week", following)))
    visit.say(*paragraphs, options=tuple(options) or menu_options(visit))


def _line(visit: Visit, case: Case, late: Late | None) -> Words:
    values: dict[str, Any] = {
        "code": receipt.display(case.code),
        "subject": words(f"subject-short-{case.subject.value.replace('_', '-')}"),
        "where": place_words(visit.services.gazetteer(), case),
        "title": _sentence(case.title),
    }
    if late is not None:
        return words("week-list-late", office=office_words(late.office), due=late.due, days=late.days, **values)
    status = status_code(case.state, case.outcome, reopened=case.reopened > 0)
    return words("week-list-line", status=words(status.officer_key), **values)


def _sentence(title: str) -> str:
    plain = shortened(" ".join(title.split()), TITLE_CHARS)
    return plain if plain.endswith(("…", ".", "!", "?")) else f"{plain}."


# --- Its day and hour -----------------------------------------------------------------------------------------------


def day_words(weekday: int) -> Words:
    """Return a day of the week, 0 for Monday."""
    return words(f"week-weekday-{weekday}")


async def hours_tap(visit: Visit, _argument: str) -> None:
    """Show what was chosen, with the usual days, any other, and none at all."""
    _, leader = await _leader(visit)
    if leader is None:
        return
    chosen = leader.choice
    other = Option("other", words("week-other"), tap("week-other"))
    if chosen.off:
        again = Option("on", words("week-turn-on"), tap("week-at", f"{chosen.weekday}.{chosen.minute}"))
        visit.say(words("week-choice-off"), options=(again, other))
        return
    offered = [
        Option(
            f"at-{day}", words("week-at", weekday=day_words(day), time=clock(minute)), tap("week-at", f"{day}.{minute}")
        )
        for day, minute in OFFERED
        if (day, minute) != (chosen.weekday, chosen.minute)
    ]
    off = Option("off", words("week-turn-off"), tap("week-off"))
    told = words("week-choice", time=clock(chosen.minute), weekday=day_words(chosen.weekday))
    visit.say(told, options=(*offered, other, off))


def _at(weekday: int, minute: int) -> Option:
    label = words("week-at", weekday=day_words(weekday), time=clock(minute))
    return Option(f"at-{weekday}", label, tap("week-at", f"{weekday}.{minute}"))


async def at_tap(visit: Visit, argument: str) -> None:
    """Take one of the days on the buttons."""
    desk, leader = await _leader(visit)
    if leader is not None:
        await _set(desk, leader, argument)


async def _set(desk: Desk, leader: Leader, text: str) -> None:
    visit = desk.visit
    try:
        weekday, minute = _numbers(text) or _numbers(parse_time(text)) or (-1, -1)
        calendar = visit.services.calendar
        due = await choices.choose_time(desk.db, leader, weekday, minute, now=visit.now, calendar=calendar)
    except ValueError:
        visit.say(words("week-not-understood"), options=(Option("other", words("week-other"), tap("week-other")),))
        return
    time, day = clock(minute), day_words(weekday)
    told = words("week-set-now", time=time, weekday=day)
    if due is not None:
        told = words("week-set", time=time, weekday=day, next=local_date(due))
    visit.say(told, options=menu_options(visit))


def _numbers(text: str) -> tuple[int, int] | None:
    day, _, minute = text.partition(".")
    return (int(day), int(minute)) if day.isdigit() and minute.isdigit() and len(text) < 8 else None


def parse_time(text: str) -> str:
    """
    Return weekday and minute that a text names, in either order: '4.960' for thứ Sáu 16:00 or 4pm Friday.

    Raises:
        ValueError: it names none, or an hour outside of what can be chosen; the message is a text key.
    """
    said = fold(text)
    for weekday, names in enumerate(_day_names()):
        for name in names:
            rest = said.removeprefix(name) if said.startswith(name) else said.removesuffix(name)
            if rest == said:
                continue
            found = _CLOCK.fullmatch(rest.strip(" ,"))
            minute = _minute(found) if found is not None else None
            if minute is not None and EARLIEST_MINUTE <= minute <= LATEST_MINUTE:
                return f"{weekday}.{minute}"
    raise ValueError("week-not-understood")


def _minute(found: re.Match[str]) -> int | None:
    hour, minute = int(found[1]), 30 if found[2] == "ruoi" else int(found[2] or 0)
    hour += 12 if found[3] in {"chieu", "toi", "pm"} and hour < 12 else 0
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _day_names() -> list[list[str]]:
    """Return each day's names as people type them, without diacritics: 'thu sau', 'thu 6', 't6', 'friday'."""
    found = []
    for weekday in range(7):
        names = [fold(say(f"week-weekday-{weekday}", language)) for language in LANGUAGES]
        names += [f"thu {weekday + 2}", f"t{weekday + 2}"] if weekday < 6 else ["cn"]
        found.append(sorted(names, key=len, reverse=True))
    return found


async def off_tap(visit: Visit, _: str) -> None:
    """Send none any more."""
    desk, leader = await _leader(visit)
    if leader is None:
        return
    await choices.turn_off(desk.db, leader, now=visit.now)
    again = Option("on", words("week-turn-on"), tap("week-at", f"{leader.choice.weekday}.{leader.choice.minute}"))
    visit.say(words("week-off"), options=(again, *menu_options(visit)))


async def week_heard(visit: Visit, text: str) -> bool:
    """
    Take 'bản tin tuần thứ sáu 16:00' as the wish that it is, what is hot as the digest; False for other words.

    A command without words of its own: called with what an officer writes outside any form.
    """
    if visit.row.officer_id is None:
        return False
    if aside(text, ("week-hot",)) is not None:
        await week_command(visit, "")
        return True
    said = fold(text)
    for phrase in (fold(phrase) for language in LANGUAGES for phrase in listed("command-week-digest", language)):
        time = said.removeprefix(phrase + " ")
        if time != said:
            await week_command(visit, time)
            return True
    return False


async def other_tap(visit: Visit, _argument: str) -> None:
    """Begin to ask for a day and hour."""
    _, leader = await _leader(visit)
    if leader is not None:
        visit.begin("week-time")


async def _no_facts(_: dict[str, Json], __: Visit) -> None:
    """The question needs to know nothing."""


def time_outline(_: None) -> Outline[str]:
    """Ask for the day and hour."""
    return (yield from Text("time", ask=words("week-ask"), max_chars=40, parse=parse_time))


async def time_chosen(time: str, visit: Visit) -> None:
    """Take what was typed."""
    desk, leader = await _leader(visit)
    if leader is not None:
        await _set(desk, leader, time)


LEADER_FORMS: dict[str, Form[Any]] = {"week-time": Form("week-time", time_outline, time_chosen, _no_facts)}
LEADER_COMMANDS: dict[str, CommandHandler] = {
    "week-digest": week_command,
    "week-off": off_tap,
    "week-heard": week_heard,
    "officer-news": news_heard,
}
LEADER_TAPS: dict[str, TapHandler] = {
    "week": week_tap,
    "week-hours": hours_tap,
    "week-at": at_tap,
    "week-off": off_tap,
    "week-other": other_tap,
}
