"""'Lịch báo cáo': which reports a body makes, until when, of which days; switched on and off, changed, put back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from actions.reports import calendar
from actions.reports.calendar import Line
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Choice, Confirm, Text
from domain.calendar import local_date
from domain.codes import text_key
from domain.errors import NotFound, Refused
from domain.report_calendar import COMMITTEE_MAX, DUE_MAX, DUE_MIN, Ahead, ahead, checked
from domain.reporting import Closing, ReportKind, ReportRule, Rhythm
from handlers.officer.desk import Desk
from handlers.report_bodies import ReportBody, choose_body, report_body
from handlers.report_parsing import (
    KEEP,
    USUAL,
    Between,
    SectionLetters,
    ask_sections,
    parse_reminders,
    parts_of,
)
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit

_KEY: Final = re.compile(r"\d{2,5}-[a-z_]+")


async def calendar_command(visit: Visit, rest: str) -> None:
    """Show a body's calendar, or ask whose first."""
    if _KEY.fullmatch(rest):
        await _list(visit, rest)
    else:
        await choose_body(visit, "report-calendar")


async def calendar_tap(visit: Visit, argument: str) -> None:
    """Show the calendar of the body that was chosen, "19867-mttq", or ask whose it is, "other"."""
    if argument == "other":
        visit.begin("report-whose", args={"topic": "report-calendar"})
    elif not argument:
        await choose_body(visit, "report-calendar")
    else:
        await _list(visit, argument)


async def _list(visit: Visit, key: str) -> None:
    desk, body = await report_body(visit, key)
    lines = await calendar.lines(desk.db, body.unit.code, body.code, local_date(visit.now))
    options = tuple(
        Option(
            line.rule.kind.value, words(text_key("report-kind", line.rule.kind.value)), _tap("report-line", body, line)
        )
        for line in lines
    )
    visit.say(
        words("report-calendar-of", body=body.name),
        *(_summary(line.rule, line.ahead) for line in lines if line.rule.active or line.own),
        words("report-calendar-choose"),
        options=options,
    )


def _tap(name: str, body: ReportBody, line: Line) -> str:
    return tap(name, f"{body.key}-{line.rule.kind.value}")


# --- In words ---------------------------------------------------------------------------------------------------------


def _kind(rule: ReportRule) -> Words:
    return words(text_key("report-kind", rule.kind.value))


def _summary(rule: ReportRule, next_: Ahead | None) -> Words:
    if next_ is None:
        return words("report-line-off", kind=_kind(rule))
    return words("report-line-on", kind=_kind(rule), **_days(next_))


def _days(next_: Ahead) -> dict[str, Any]:
    return {
        "first": next_.period.opens,
        "last": next_.period.cut_off,
        "compiled": next_.compiled_on,
        "due": next_.due_on,
    }


def line_words(rule: ReportRule, next_: Ahead | None) -> tuple[Words, ...]:
    """Return a line in full: how its periods are closed, when it is due, who is reminded, to whom, which sections."""
    reminders = ", ".join(map(str, rule.remind_days))
    return (
        _summary(rule, next_),
        words(
            "report-line-closing",
            rhythm=words(text_key("rhythm", rule.rhythm.value)),
            day=rule.closing.month_day,
            early=rule.closing.closes_early,
        ),
        words("report-line-due", days=rule.due_days),
        words("report-line-reminders", days=reminders) if reminders else words("report-line-no-reminder"),
        words("report-line-committee", committee=rule.committee or words("report-line-usual-committee")),
        words("report-line-sections", count=len(rule.sections)),
    )


# --- One line ---------------------------------------------------------------------------------------------------------


async def _line(visit: Visit, argument: str) -> tuple[Desk, ReportBody, Line]:
    key, _, kind = argument.rpartition("-")
    if kind not in {one.value for one in ReportKind}:
        raise NotFound
    desk, body = await report_body(visit, key)
    today = local_date(visit.now)
    return desk, body, await calendar.line_of(desk.db, body.unit.code, body.code, ReportKind(kind), today)


async def line_tap(visit: Visit, argument: str) -> None:
    """Show one line with what can be done to it."""
    _, body, line = await _line(visit, argument)
    _show(visit, body, line)


def _show(visit: Visit, body: ReportBody, line: Line) -> None:
    options = [Option("change", words("report-line-change"), _tap("report-line-change", body, line))]
    if line.rule.rhythm is not Rhythm.ON_DEMAND:
        switch = words("report-line-switch-off" if line.rule.active else "report-line-switch-on")
        options.append(Option("switch", switch, _tap("report-line-switch", body, line)))
    if line.own:
        options.append(Option("reset", words("report-line-reset"), _tap("report-line-reset", body, line)))
    options.append(Option("calendar", words("report-calendar-back"), tap("report-calendar", body.key)))
    whose = "report-line-own" if line.own else "report-line-shared" if line.shared else "report-line-usual"
    visit.say(*line_words(line.rule, line.ahead), words(whose), options=tuple(options))


async def switch_tap(visit: Visit, argument: str) -> None:
    """Switch a report on or off."""
    desk, body, line = await _line(visit, argument)
    rule = replace(line.rule, active=not line.rule.active)
    await calendar.set_line(desk.db, body.unit, body.code, rule, by=desk.actor, now=visit.now)
    await line_tap(visit, argument)


async def reset_tap(visit: Visit, argument: str) -> None:
    """Put a line back as usual."""
    desk, body, line = await _line(visit, argument)
    await calendar.reset_line(desk.db, body.unit, body.code, line.rule.kind, by=desk.actor, now=visit.now)
    await line_tap(visit, argument)


# --- Changing it ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LineFacts:
    """The line that is changed, of whom, and today."""

    key: str
    rule: ReportRule
    body: Words
    today: Any


async def change_tap(visit: Visit, argument: str) -> None:
    """Begin to ask how a report is to be."""
    await _line(visit, argument)
    visit.begin("report-line", args={"line": argument})


async def line_facts(args: dict[str, Json], visit: Visit) -> LineFacts:
    """Look up the line of the form's arguments."""
    key = str(args["line"])
    _, body, line = await _line(visit, key)
    return LineFacts(key, line.rule, body.name, local_date(visit.now))


def line_outline(facts: LineFacts) -> Outline[tuple[str, ReportRule]]:
    """Ask for closing, due day, reminders, committee and sections, each of which may stay; show it before saving."""
    old = facts.rule
    closing = yield from _closing(facts)
    due = yield from _number("due", words("report-ask-due", days=old.due_days), DUE_MIN, DUE_MAX)
    reminders = yield from Text(
        "reminders",
        ask=words("report-ask-reminders", days=", ".join(map(str, old.remind_days)) or "0"),
        label=words("report-part-reminders"),
        max_chars=60,
        parse=parse_reminders,
    )
    committee = yield from _keepable("committee", words("report-ask-committee"), max_chars=COMMITTEE_MAX)
    sections = yield from _keepable("sections", ask_sections(old), parse=SectionLetters(old.kind))
    rule = replace(
        old,
        closing=closing,
        due_days=due,
        remind_days=old.remind_days
        if reminders == KEEP
        else tuple(int(day) for day in reminders.split() if day != "0"),
        committee=old.committee if committee == KEEP else "" if committee == USUAL else committee,
        parts=old.parts if sections == KEEP else () if sections == USUAL else parts_of(old.kind, sections),
        active=old.rhythm is not Rhythm.ON_DEMAND,
    )
    yield from Confirm("sure", shows=_shown(rule, facts), send=words("report-line-save"))
    return facts.key, rule


def _shown(rule: ReportRule, facts: LineFacts) -> tuple[Words, ...]:
    """The line as it will be; what makes it impossible is said here, where it can still be corrected."""
    try:
        kept = checked(rule)
    except Refused as refusal:
        values: dict[str, Any] = dict(refusal.values)
        return (words("report-line-impossible"), words(refusal.key, **values))
    return line_words(kept, ahead(kept, facts.today))


def _closing(facts: LineFacts) -> Outline[Closing]:
    old = facts.rule.closing
    day, early, weekday = old.month_day, old.closes_early, old.weekday
    if facts.rule.rhythm is Rhythm.WEEKLY:
        days = tuple(Option(str(n), words(f"weekday-{n}")) for n in range(7))
        found = yield from Choice("weekday", days, ask=words("report-ask-weekday", body=facts.body))
        weekday = int(found)
    elif facts.rule.rhythm is not Rhythm.ON_DEMAND:
        day = yield from _number("day", words("report-ask-day", day=day, body=facts.body), 1, 28)
    if facts.rule.rhythm is not Rhythm.ON_DEMAND:
        early = yield from _number("early", words("report-ask-early", days=early), 0, 60)
    return Closing(day, early, weekday)


def _number(name: str, ask: Words, least: int, most: int) -> Outline[int]:
    # Without buttons: a bare 1 would mean the first of them.
    label = words(f"report-part-{name}")
    text = yield from Text(name, ask=ask, label=label, max_chars=40, parse=Between(least, most))
    return int(text)


def _keepable(name: str, ask: Words, *, parse: Any = None, max_chars: int = 100) -> Outline[str]:
    options = (Option(KEEP, words("office-keep")), Option(USUAL, words("report-as-usual")))
    label = words(f"report-part-{name}")
    return (yield from Text(name, ask=ask, label=label, max_chars=max_chars, parse=parse, options=options))


async def save_line(entered: tuple[str, ReportRule], visit: Visit) -> None:
    """Keep the line and show it."""
    key, rule = entered
    desk, body, _ = await _line(visit, key)
    await calendar.set_line(desk.db, body.unit, body.code, rule, by=desk.actor, now=visit.now)
    await line_tap(visit, key)


FORMS: dict[str, Form[Any]] = {"report-line": Form("report-line", line_outline, save_line, line_facts)}
COMMANDS: dict[str, CommandHandler] = {"report-calendar": calendar_command}
TAPS: dict[str, TapHandler] = {
    "report-calendar": calendar_tap,
    "report-line": line_tap,
    "report-line-switch": switch_tap,
    "report-line-change": change_tap,
    "report-line-reset": reset_tap,
}
