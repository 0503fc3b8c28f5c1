"""'Dữ liệu': see, take along or erase what is kept of oneself, and withdraw consent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from actions import privacy
from actions.following_words import what_words
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Confirm
from domain import receipt
from domain.calendar import local_date
from domain.kinds import Kind
from handlers.asides import in_form
from handlers.commune import unit_inside
from handlers.labels import kind_words, shortened
from handlers.menu import menu_options
from handlers.resident.track import no_facts
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from storage import following, petitions
from storage.schema import person
from texts import known

TEXT_CHARS = 500


async def data_command(visit: Visit, _rest: str) -> None:
    """Say what is kept and what can be done about it."""
    options = (
        Option("see", words("data-see"), tap("data-see")),
        Option("erase", words("data-erase"), tap("data-erase")),
        Option("mine", words("menu-mine"), tap("menu", "mine")),
    )
    visit.say(words("data-notice"), options=options)


async def see_tap(visit: Visit, _argument: str) -> None:
    """Show everything that is kept of the person, in words."""
    db = await visit.db()
    kept = await privacy.kept_of(db, visit.row.person_id)
    consent = (
        words("data-consented", day=local_date(kept.consented_at)) if kept.consented_at else words("data-not-consented")
    )
    lines = [
        words(
            "data-petition",
            code=receipt.display(row.code),
            filed=local_date(row.filed_at),
            kind=kind_words(Kind(row.kind)),
            text=shortened(row.text, TEXT_CHARS),
            name=row.sender_name or words("summary-no-name"),
            phone=row.sender_phone or words("data-none"),
        )
        for row in await petitions.petitions_of_person(db, visit.row.person_id, limit=100)
    ]
    followed = [
        words("data-follows", what=what_words(unit_inside(visit.services.gazetteer(), one.unit), one.subject))
        for one in await following.follows_of(db, visit.row.person_id)
    ]
    head = words("data-head", chats=kept.chats, messages=kept.messages, files=kept.files)
    visit.say(head, consent, *followed, *lines, options=menu_options(visit, only=("mine",)))


def erase_outline(_facts: None) -> Outline[bool]:
    """Ask once more: this cannot be undone."""
    shows = (words("data-erase-sure"),)
    yield from Confirm("sure", shows=shows, send=words("data-erase-yes"), stop=words("button-no"), fix=False)
    return True


async def erase(_: bool, visit: Visit) -> None:
    """Erase the person; petitions that were forwarded stay without a name, as the notice says."""
    await privacy.erase_person(await visit.db(), visit.row.person_id, now=visit.now)
    visit.state.parked, visit.state.voice = None, ""
    visit.erased(words("data-erased"))


async def erase_tap(visit: Visit, _argument: str) -> None:
    """Begin to ask."""
    visit.begin("erase")


def speak(language: str) -> CommandHandler:
    """Return the command that changes to a language by its name."""

    async def change(visit: Visit, _rest: str) -> None:
        await _set_language(visit, language)
        visit.say(words("language-set"), options=(_OTHER[language],))

    return change


_OTHER = {
    "vi": Option("en", words("language-en"), tap("language", "en")),
    "en": Option("vi", words("language-vi"), tap("language", "vi")),
}


async def _set_language(visit: Visit, language: str) -> None:
    db = await visit.db()
    await db.execute(update(person).where(person.c.id == visit.row.person_id).values(language=language))
    visit.row.language = language


async def language_tap(visit: Visit, language: str) -> None:
    """Speak another language from now on."""
    await _set_language(visit, known(language))
    visit.say(words("language-set"), options=menu_options(visit))


FORMS: tuple[Form[Any], ...] = (Form("erase", erase_outline, erase, no_facts, aside=in_form),)
TAPS: dict[str, TapHandler] = {"data-see": see_tap, "data-erase": erase_tap, "language": language_tap}
