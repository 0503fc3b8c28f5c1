"""'Theo dõi': hear once a month what is raised in a commune, asked for with consent and ended with one word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions import following
from actions.following_words import what_words
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Confirm, LongChoice
from domain.calendar import local_date
from domain.codes import text_key
from domain.following import FOLLOWABLE
from domain.units import inside
from handlers.commune import Commune, unit_inside, unit_words
from handlers.labels import subject_words
from handlers.menu import menu_options
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.places import Gazetteer, PlaceReading, find_commune
from matching.places.reading import NOTHING
from matching.text import fold
from storage import following as store
from storage import offices
from storage.following import ALL, Follow
from texts import LANGUAGES, listed

FORM: Final = "follow"
WIDE: Final = "follow-wide"

PLACE_MAX_CHARS: Final = 60
"""After 'theo dõi' a longer text is a story, not the name of a place."""

GUESS: Final = "follow-unit-preset"
"""Key of the question whether the commune that is known already is meant."""

_AROUND: Final = frozenset("o tai xa phuong tinh thanh pho tp huyen quan".split())
"""Words that may stand around the name of a place."""

_EVERYTHING: Final = "all"

_LIKELY: Final = FOLLOWABLE[:4]


@dataclass(frozen=True, slots=True)
class FollowFacts:
    """What the outline needs to know: the places there are, and the one that the person came with or wrote, if any."""

    gazetteer: Gazetteer
    unit: str = ""
    reading: PlaceReading = NOTHING


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody agreed to follow: a commune, and a subject there or ''."""

    unit: str
    subject: str


def follow_outline(facts: FollowFacts) -> Outline[Wish]:
    """Ask where and what, then for the consent: nothing is kept before it."""
    unit = yield from Commune(
        "unit", facts.reading, preset=facts.unit or None, ask=words("follow-unit-ask"), guess=GUESS
    )
    what = yield from _WHAT
    subject = ALL if what == _EVERYTHING else what
    shows = (words("follow-agree", what=what_words(unit_inside(facts.gazetteer, unit), subject)),)
    yield from Confirm("agreed", shows=shows, send=words("follow-yes"), stop=words("follow-no"), fix=False)
    return Wish(unit, subject)


def wide_outline(facts: FollowFacts) -> Outline[Wish]:
    """Ask what to follow in a whole province, which is known already, and for the consent."""
    what = yield from _WHAT
    subject = ALL if what == _EVERYTHING else what
    shows = (words("follow-agree", what=what_words(unit_inside(facts.gazetteer, facts.unit), subject)),)
    yield from Confirm("agreed", shows=shows, send=words("follow-yes"), stop=words("follow-no"), fix=False)
    return Wish(facts.unit, subject)


_WHAT: Final = LongChoice(
    "what",
    (Option(_EVERYTHING, words("follow-everything")), *(Option(s.value, subject_words(s)) for s in _LIKELY)),
    tuple(Option(s.value, subject_words(s)) for s in FOLLOWABLE if s not in _LIKELY),
    ask=words("follow-what-ask"),
)


async def follow_facts(args: dict[str, Json], visit: Visit) -> FollowFacts:
    """Return the places, and the one of the button or of what was written."""
    gazetteer, place = visit.services.gazetteer(), args.get("place") or ""
    reading = find_commune(gazetteer, place) if place else NOTHING
    return FollowFacts(gazetteer, args.get("unit") or "", reading)


async def followed(wish: Wish, visit: Visit) -> None:
    """Write down what the person agreed to."""
    what = what_words(unit_inside(visit.services.gazetteer(), wish.unit), wish.subject)
    added = await following.begin(await visit.db(), visit.row.person_id, wish.unit, wish.subject, now=visit.now)
    key = "follow-done" if added else "follow-already"
    options = (*_wider(visit, wish), _LIST, *menu_options(visit, only=("new", "mine")))
    visit.say(words(key, what=what), options=options)


def _wider(visit: Visit, wish: Wish) -> tuple[Option, ...]:
    """Offer the same of the whole province to who follows a commune."""
    gazetteer = visit.services.gazetteer()
    position = gazetteer.position(wish.unit)
    if position is None:
        return ()
    code = str(gazetteer.communes[position].province_code)
    province = unit_inside(gazetteer, code)
    label = words("follow-wide-offer", unit=province)
    return (Option("wide", label, tap("follow-wide", f"{code}.{wish.subject or _EVERYTHING}")),)


_LIST: Final = Option("follows", words("following-list"), tap("follows"))


# --- Beginning ------------------------------------------------------------------------------------------------------


async def follow_command(visit: Visit, rest: str) -> None:
    """Begin to follow, or show what is followed already; what is written after the command is a place."""
    if visit.row.officer_id is not None:
        visit.say(words("follow-not-for-officers"), options=menu_options(visit))
        return
    if rest:
        if province := _province(visit.services.gazetteer(), rest):
            await wide_tap(visit, province)
        else:
            visit.begin(FORM, args={"place": rest[:PLACE_MAX_CHARS]})
        return
    if await store.follows_of(await visit.db(), visit.row.person_id):
        await follows_tap(visit, "")
        return
    await _begin(visit)


async def _begin(visit: Visit, unit: str = "") -> None:
    if not unit:
        known = await offices.last_body(await visit.db(), visit.row.person_id)
        unit = known[0] if known is not None else ""
    visit.begin(FORM, args={"unit": unit})


async def follow_tap(visit: Visit, unit: str) -> None:
    """Begin with the commune of a receipt, or with none."""
    known = visit.services.gazetteer().position(unit) is not None
    await _begin(visit, unit if known else "")


async def wide_tap(visit: Visit, argument: str) -> None:
    """Begin to follow a whole province, one subject or all: 'CODE.subject'."""
    code, _, what = argument.partition(".")
    if code not in visit.services.gazetteer().provinces:
        await _begin(visit)
        return
    answers: dict[str, Json] = {"what": what} if what else {}
    visit.begin(WIDE, args={"unit": code}, **answers)


async def follow_heard(visit: Visit, text: str) -> bool:
    """
    Take 'theo dõi phường Thuận Hóa' as the wish that it is; False when no commune of that name is meant.

    A command without words of its own: called with what a resident writes outside any form. What else begins with
    these words is a petition.
    """
    if len(text) > PLACE_MAX_CHARS:
        return False
    said = fold(text)
    for phrase in (fold(phrase) for language in LANGUAGES for phrase in listed("command-follow", language)):
        place = said.removeprefix(phrase + " ")
        if place != said:
            named = " ".join(text.split()[len(phrase.split()) :])
            if province := _province(visit.services.gazetteer(), named):
                await wide_tap(visit, province)
                return True
            if _is_place(visit.services.gazetteer(), named):
                visit.begin(FORM, args={"place": named})
                return True
    return False


def _province(gazetteer: Gazetteer, text: str) -> str:
    """Return the code of the province that a text names and nothing else, with its type in front; '' for none."""
    said = " ".join(fold(text).split())
    named = [code for code, unit in gazetteer.provinces.items() if fold(unit.full_name) == said]
    return named[0] if named else ""


def _is_place(gazetteer: Gazetteer, text: str) -> bool:
    """Tell whether a text is the name of a commune, old or new, perhaps with what it lies in, and nothing else."""
    reading = find_commune(gazetteer, text)
    if reading.span is None:
        return False
    before, after = text[: reading.span[0]], text[reading.span[1] :].strip()
    return set(fold(before).split()) <= _AROUND and (
        not after or after.startswith((",", "(")) or fold(after).split()[0] in _AROUND
    )


# --- What is followed, and its end ----------------------------------------------------------------------------------


def _what(visit: Visit, one: Follow) -> Words:
    named = unit_inside if one.subject else unit_words
    return what_words(named(visit.services.gazetteer(), one.unit), one.subject)


def _in_short(visit: Visit, one: Follow) -> Words:
    """What is followed, for a button: the commune without its province, the subject in a word or two."""
    gazetteer = visit.services.gazetteer()
    position = gazetteer.position(one.unit)
    unit = gazetteer.communes[position].full_name if position is not None else gazetteer.provinces[one.unit].full_name
    if not one.subject:
        return words("following-unit", unit=inside(unit))
    return words("following-subject", subject=words(text_key("subject-short", one.subject)), unit=inside(unit))


async def follows_tap(visit: Visit, _: str) -> None:
    """Show what the person follows, with a button to end each."""
    found = await store.follows_of(await visit.db(), visit.row.person_id)
    add = Option("add", words("follows-add"), tap("follow"))
    if not found:
        visit.say(words("follows-none"), options=(add, *menu_options(visit, only=("mine",))))
        return
    lines = [words("follows-line", what=_what(visit, one), since=local_date(one.agreed_at)) for one in found]
    ends = [
        Option(f"end-{one.id}", words("follows-remove", what=_in_short(visit, one)), tap("unfollow", one.id))
        for one in found
    ]
    everything = (Option("end", words("follows-remove-all"), tap("unfollow", "all")),) if len(found) > 1 else ()
    visit.say(words("follows-head"), *lines, options=(add, *ends, *everything))


async def unfollow_command(visit: Visit, _rest: str) -> None:
    """End all of it at once: whoever writes this wants no more of these messages."""
    await unfollow_tap(visit, "all")


async def unfollow_tap(visit: Visit, argument: str) -> None:
    """End one thing that is followed, or all."""
    db, person = await visit.db(), visit.row.person_id
    if not argument.isdigit():
        gone = await following.end(db, person, now=visit.now)
        visit.say(words("unfollow-done" if gone else "unfollow-none"), options=menu_options(visit))
        return
    named = next((one for one in await store.follows_of(db, person) if one.id == int(argument)), None)
    if named is None:
        visit.say(words("unfollow-none"), options=menu_options(visit))
        return
    await following.end(db, person, named.id, now=visit.now)
    what = what_words(unit_inside(visit.services.gazetteer(), named.unit), named.subject)
    visit.say(words("unfollow-one-done", what=what), options=(_LIST, *menu_options(visit, only=("mine",))))


FORMS: tuple[Form[Any], ...] = (
    Form(FORM, follow_outline, followed, follow_facts),
    Form(WIDE, wide_outline, followed, follow_facts),
)
COMMANDS: dict[str, CommandHandler] = {
    "follow": follow_command,
    "unfollow": unfollow_command,
    "follow-heard": follow_heard,
}
TAPS: dict[str, TapHandler] = {
    "follow": follow_tap,
    "follow-wide": wide_tap,
    "follows": follows_tap,
    "unfollow": unfollow_tap,
}
