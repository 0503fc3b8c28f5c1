"""An officer looks for a case: by words of its story or place, a code, a phone number, in what they may see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from conversation import heard
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Text
from domain import receipt
from domain.calendar import local_date
from domain.statuses import status_code
from handlers.labels import shortened
from handlers.menu import menu_options
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, listed_option
from handlers.officer.figures import commune_named, province_of_work
from handlers.officer.typed import step_named
from handlers.officer.wording import if_any, looks_after_several, place_of
from handlers.overheard import subject_named
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.places import find_commune
from storage import finding
from storage.cases import Case
from storage.finding import Wanted

PAGE: Final = 6
TITLE_CHARS: Final = 70

WORDS_MAX: Final = 54
"""Bytes looked for: with the page they fit into a button's payload of 64. Source: Telegram Bot API."""

LABEL_CHARS: Final = 40

TYPED_MAX: Final = 200
"""A longer text is no search."""

OFFERED_WORDS: Final = 4
"""So many words at most, which mean nothing else, may be what somebody looks for."""

_SIGNS: Final = " \t\n:,;.-–\"“”'?"

FIND_OPTION: Final = Option("find", words("menu-find"), tap("menu", "find"))


async def find_command(visit: Visit, rest: str) -> bool | None:
    """Look for what follows the command, or ask what to look for; to a resident it means their own petitions."""
    if visit.row.officer_id is None:
        return await visit.call("track", rest)
    await desk_of(visit)
    if rest.strip():
        await _look(visit, rest)
    else:
        visit.begin("officer-find")
    return None


async def find_heard(visit: Visit, text: str) -> bool:
    """Take "tìm ngõ 12", "tra cứu 0905 …" for a search; False for other words."""
    if visit.row.officer_id is None or len(text) > TYPED_MAX:
        return False
    rest = heard.begins(text, "officer-find-named")
    if rest is None or step_named(text) is not None:  # "tra loi dan la …", typed without marks
        return False
    wanted = _asked_for(rest)
    if not await visit.call("pile-heard", wanted):  # "tìm việc quá hạn"
        await find_command(visit, wanted)
    return True


def _asked_for(rest: str) -> str:
    """Return what is looked for, without the words around it: "giúp tôi vụ … với nhé"."""
    while (shorter := heard.behind(rest.lstrip(_SIGNS), "officer-find-joining")) != rest:
        rest = shorter
    return heard.without_end(rest, "officer-find-end").strip(_SIGNS)


async def not_understood(visit: Visit, text: str) -> None:
    """Say what can be written; a few words that mean nothing else can be looked for with one tap."""
    if _said_wrong_code(visit, text):
        return
    asked = _asked_for(text)
    wanted = finding.wanted(asked, longest=WORDS_MAX).typed
    options = menu_options(visit)
    near = visit.services.vocabulary.near(text)
    if near is not None and near[0] in visit.calls:
        meant = Option("near", words("officer-near-command", phrase=near[1]), tap("menu", near[0]))
        options = (meant, *(option for option in options if option.id != near[0]))
    if wanted and len(text.split()) <= OFFERED_WORDS:
        label = words("officer-find-this", text=shortened(" ".join(asked.split()), LABEL_CHARS))
        this = Option("find", label, tap("find", f"0.{wanted}"))
        options = (this, *(option for option in options if option.id != "find"))
    visit.say(words("officer-not-understood"), options=options)


async def find_tap(visit: Visit, argument: str) -> None:
    """Show a page of what was found: "1.ngo 12"."""
    number, _, text = argument.partition(".")
    if not number.isdigit() or not text:
        await find_command(visit, "")
        return
    await _page(await desk_of(visit), text, int(number))


async def _look(visit: Visit, text: str) -> None:
    """Open the case of a code, or show what the words find."""
    desk = await desk_of(visit)
    code = receipt.parse(text)
    if code is not None:
        # As a code alone: their own case opens as the officer's card, all other codes are a resident's receipt.
        if not await visit.call("case", code):
            await visit.call("track", code)
        return
    await _page(desk, text, 0)


def _said_wrong_code(visit: Visit, text: str) -> bool:
    """Say so when a text is nothing but a code with something wrong in it ("mở 9ZSG-R2B4X"); False otherwise."""
    shown = heard.begins(text, "officer-typed-show")
    if not receipt.resembles(text if shown is None else shown):
        return False
    visit.say(words("track-code-not-understood"), options=(FIND_OPTION, WORK_OPTION))
    return True


async def _page(desk: Desk, text: str, number: int) -> None:
    visit = desk.visit
    wanted = finding.wanted(text, longest=WORDS_MAX, subject=subject_named(text))
    found = await finding.find(desk.db, desk.actor, _in_commune(desk, text) or wanted, offset=number * PAGE, limit=PAGE)
    typed = shortened(text.strip(), TYPED_MAX)
    if not found.cases and _said_wrong_code(visit, text):
        return
    if not found.cases:
        visit.say(words("officer-find-none", text=typed), options=(FIND_OPTION, WORK_OPTION))
        return
    options = [listed_option(case) for case in found.cases]
    if found.more:
        options.append(Option("next", words("officer-next-page"), tap("find", f"{number + 1}.{wanted.typed}")))
    page = if_any("officer-page", number + 1 if number or found.more else 0)
    head = words("officer-find-head" if found.exact else "officer-find-head-loose", text=typed, page=page)
    visit.say(head, *(_line(desk, case) for case in found.cases), options=(*options, WORK_OPTION))


def _in_commune(desk: Desk, text: str) -> Wanted | None:
    """Return what is looked for in one commune of a wider scope ("rác ở xã Quảng Điền"); None where none is named."""
    if not looks_after_several(desk.actor):
        return None
    gazetteer, province = desk.visit.services.gazetteer(), province_of_work(desk.actor)
    span = find_commune(gazetteer, text, province_code=province).span
    code = commune_named(desk.actor, text, desk.visit) if span is not None else None
    if code is None or span is None:
        return None
    rest = heard.without_end(f"{text[: span[0]]}{text[span[1] :]}".strip(_SIGNS), "officer-find-joining")
    rest = heard.behind(rest, "officer-find-joining").strip(_SIGNS)
    return replace(finding.wanted(rest, longest=WORDS_MAX, subject=subject_named(rest)), commune=code)


def _line(desk: Desk, case: Case) -> Words:
    status = status_code(case.state, case.outcome, reopened=case.reopened > 0)
    return words(
        "officer-find-line",
        code=receipt.display(case.code),
        day=local_date(case.opened_at),
        status=words(status.officer_key),
        subject=words(f"subject-short-{case.subject.value.replace('_', '-')}"),
        place=if_any("officer-line-place", place_of(desk.visit, desk.actor, case)),
        title=shortened(case.title, TITLE_CHARS),
    )


def find_outline(_: None) -> Outline[str]:
    """Ask what to look for."""
    return (yield from Text("words", ask=words("officer-find-ask"), max_chars=TYPED_MAX))


async def _no_facts(_: dict[str, Json], __: Visit) -> None:
    """The question needs to know nothing."""


async def _found(text: str, visit: Visit) -> None:
    await _look(visit, _asked_for(heard.behind(text, "officer-find-named")) or text)


FORMS: tuple[Form[Any], ...] = (Form("officer-find", find_outline, _found, _no_facts),)
COMMANDS: dict[str, CommandHandler] = {"find": find_command, "find-heard": find_heard, "not-understood": not_understood}
TAPS: dict[str, TapHandler] = {"find": find_tap}
