"""How a report goes out, in an officer's chat: told in chat, mailed, as links to pass on, on paper; its number."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from actions.reports import numbering, pages, sending
from actions.reports.schedule import name_of
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Choice, Text
from domain.calendar import local_date
from handlers.officer.desk import desk_of
from handlers.reports.card import change_by, report_of, show, written_by
from handlers.table import TapHandler, tap
from handlers.visit import Visit

KNOWN: Final = "known"
REGISTER: Final = "register"
BLANK: Final = "blank"
TODAY: Final = "today"

FORMATS: Final = {"docx-pdf": ("docx", "pdf"), "all": ("docx", "pdf", "xlsx"), "pdf": ("pdf",)}
"""What may be mailed together, by the id of the button."""


async def ways_tap(visit: Visit, argument: str) -> None:
    """Offer the ways in which a report can go out."""
    desk = await desk_of(visit)
    row = await written_by(desk, argument)
    seen = f"{row.id}.{row.version}"
    options = [Option("chat", words("report-button-send"), tap("report-send", seen))]
    if visit.services.email:
        options.append(Option("email", words("report-button-email"), tap("report-email", row.id)))
    options += [
        Option("link", words("report-button-link"), tap("report-link", row.id)),
        Option("paper", words("report-button-paper"), tap("report-paper", row.id)),
        Option("report", words("report-button-open"), tap("report", row.id)),
    ]
    visit.say(words("report-ways", report=name_of(row)), options=tuple(options))


async def send_tap(visit: Visit, argument: str) -> None:
    """Tell a report's readers in chat that it is there."""
    desk = await desk_of(visit)
    row = await written_by(desk, argument)
    count = await sending.send_by_chat(desk.db, row, change_by(desk))
    visit.say(words("report-sent-to", count=count))
    await show(desk, row.id)


async def page_tap(visit: Visit, argument: str) -> None:
    """Give a link to the report's page, for this officer alone."""
    desk = await desk_of(visit)
    row = await report_of(desk, argument)
    assert desk.actor.officer_id is not None
    token = await pages.make(
        desk.db,
        row,
        desk.actor.officer_id,
        conversation_id=visit.row.id,
        draw=visit.services.draw,
        now=visit.now,
    )
    link = f"{visit.services.public_url}/report/open/{token}"
    hours = int(pages.OPENS_WITHIN.total_seconds() // 3600)
    visit.say(words("report-page-link", report=name_of(row), link=link, hours=hours))


# --- Forms: which report, and what is asked ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SendingFacts:
    """What the forms are told: the report's id, today, the register's next number, addresses that are known."""

    report: str
    today: date
    next_number: int | None = None
    known: tuple[str, ...] = ()


async def _facts(args: dict[str, Json], visit: Visit) -> SendingFacts:
    desk = await desk_of(visit)
    argument = str(args["report"])
    row = await written_by(desk, argument)
    known = tuple(await sending.known_addresses(desk.db, row))
    register = await numbering.next_number(desk.db, row)
    return SendingFacts(argument, local_date(visit.now), register, known)


def _begins(form: str) -> TapHandler:
    async def begin_tap(visit: Visit, argument: str) -> None:
        await written_by(await desk_of(visit), argument)
        visit.begin(form, args={"report": argument})

    return begin_tap


def _day(name: str, key: str, today: date) -> Text:
    options = (Option(TODAY, words("report-day-today", day=today)),)
    parse = functools.partial(_parsed_day, today=today)
    return Text(name, ask=words(key), options=options, parse=parse, max_chars=20)


def _parsed_day(text: str, today: date) -> str:
    return numbering.day_in(text, today).isoformat()


def _meant(answer: str, today: date) -> date:
    return today if answer == TODAY else date.fromisoformat(answer)


@dataclass(frozen=True, slots=True)
class Entry:
    """A number for the register: None for its next one; `blank` leaves the number to the hand."""

    report: str
    number: int | None
    dated: date
    blank: bool = False


def number_outline(facts: SendingFacts) -> Outline[Entry]:
    """Ask for the number and the day."""
    if facts.next_number is not None:
        ask = words("report-number-ask-register", number=str(facts.next_number))
        options = (Option(REGISTER, words("report-number-take", number=str(facts.next_number))),)
    else:
        ask, options = words("report-number-ask"), (Option(BLANK, words("report-number-blank")),)
    answer = yield from Text("number", ask=ask, options=options, parse=_parsed_number, max_chars=40)
    if answer == BLANK:
        return Entry(facts.report, None, facts.today, blank=True)
    dated = yield from _day("day", "report-number-day-ask", facts.today)
    number = None if answer == REGISTER else int(answer)
    return Entry(facts.report, number, _meant(dated, facts.today))


def _parsed_number(text: str) -> str:
    return str(numbering.number_in(text))


async def number_given(entry: Entry, visit: Visit) -> None:
    """Enter the report in the register."""
    desk = await desk_of(visit)
    row = await written_by(desk, entry.report)
    if entry.blank:
        visit.say(words("report-number-left-blank"))
    else:
        row = await numbering.enter(desk.db, row, change_by(desk), number=entry.number, dated=entry.dated)
    await show(desk, row.id)


@dataclass(frozen=True, slots=True)
class Mailing:
    """To whom a report is mailed, and as what."""

    report: str
    addresses: tuple[str, ...]
    formats: tuple[str, ...]


def email_outline(facts: SendingFacts) -> Outline[Mailing]:
    """Ask for the addresses and which documents."""
    options = (Option(KNOWN, words("report-email-known", count=len(facts.known))),) if facts.known else ()
    ask = words("report-email-ask-known", known=", ".join(facts.known)) if facts.known else words("report-email-ask")
    to = yield from Text("to", ask=ask, options=options, parse=_parsed_addresses, max_chars=1_000)
    formats = tuple(Option(id, words(f"report-formats-{id}")) for id in FORMATS)
    chosen = yield from Choice("formats", formats, ask=words("report-formats-ask"))
    addresses = facts.known if to == KNOWN else tuple(to.split())
    return Mailing(facts.report, addresses, FORMATS[chosen])


def _parsed_addresses(text: str) -> str:
    return " ".join(sending.addresses_in(text))


async def mailing_asked(mailing: Mailing, visit: Visit) -> None:
    """Have the report mailed."""
    desk = await desk_of(visit)
    row = await written_by(desk, mailing.report)
    asked = await sending.ask_for(
        desk.db,
        row,
        change_by(desk),
        way=sending.BY_EMAIL,
        recipients=mailing.addresses,
        formats=mailing.formats,
        conversation_id=visit.row.id,
    )
    visit.say(words("report-email-coming", count=asked) if asked else words("report-email-asked"))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody to whom a report goes, in the officer's words; `day` for a paper."""

    report: str
    whom: str
    day: date


def link_outline(facts: SendingFacts) -> Outline[Named]:
    """Ask for whom the links are."""
    whom = yield from Text("whom", ask=words("report-link-ask"), min_chars=2, max_chars=sending.RECIPIENT_MAX)
    return Named(facts.report, whom, facts.today)


async def links_asked(named: Named, visit: Visit) -> None:
    """Have links made, to be passed on."""
    desk = await desk_of(visit)
    row = await written_by(desk, named.report)
    if not visit.services.public_url.startswith("https://"):
        visit.say(words("report-link-no-address"))
        return
    asked = await sending.ask_for(
        desk.db,
        row,
        change_by(desk),
        way=sending.BY_LINK,
        recipients=[named.whom],
        formats=FORMATS["all"],
        conversation_id=visit.row.id,
    )
    visit.say(words("report-link-coming") if asked else words("report-link-asked"))


def paper_outline(facts: SendingFacts) -> Outline[Named]:
    """Ask to whom the paper went and when."""
    whom = yield from Text("whom", ask=words("report-paper-ask"), min_chars=2, max_chars=sending.RECIPIENT_MAX)
    day = yield from _day("day", "report-paper-day-ask", facts.today)
    return Named(facts.report, whom, _meant(day, facts.today))


async def paper_recorded(named: Named, visit: Visit) -> None:
    """Record the paper."""
    desk = await desk_of(visit)
    row = await written_by(desk, named.report)
    await sending.record_paper(desk.db, row, change_by(desk), recipient=named.whom, day=named.day)
    visit.say(words("report-paper-recorded", whom=named.whom, day=named.day))
    await show(desk, row.id)


FORMS: tuple[Form[Any], ...] = (
    Form("report-number", number_outline, number_given, _facts),
    Form("report-email", email_outline, mailing_asked, _facts),
    Form("report-link", link_outline, links_asked, _facts),
    Form("report-paper", paper_outline, paper_recorded, _facts),
)
TAPS: dict[str, TapHandler] = {
    "report-ways": ways_tap,
    "report-send": send_tap,
    "report-page": page_tap,
    **{form.name: _begins(form.name) for form in FORMS},
}
