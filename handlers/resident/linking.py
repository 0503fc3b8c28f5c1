"""'Liên kết': one person on several messengers; never silently, and undone with one word."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from actions import linking
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Confirm
from conversation.voices import CHILDREN
from domain.errors import Expired
from handlers.menu import menu_options
from handlers.resident.own import check_tries, count_wrong_try
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from storage import links
from storage.schema import conversation

SUBMIT = "submit"


def channel_words(channel: str) -> Words:
    """Return a channel's name."""
    return words(f"channel-{channel.replace('_', '-')}")


async def link_command(visit: Visit, rest: str) -> bool | None:
    """Take a code, or give one out; False when idle text asked and holds none."""
    code = linking.code_in(rest)
    if code is not None:
        await _ask(visit, code)
        return None
    code = await linking.offer(
        await visit.db(),
        visit.row.id,
        officer_id=visit.row.officer_id,
        secret=visit.services.secret,
        draw=visit.services.draw,
        now=visit.now,
        lasts=visit.services.limits.link_code_life,
    )
    minutes = int(visit.services.limits.link_code_life.total_seconds() // 60)
    chats = await links.linked_chats(await visit.db(), visit.row.person_id)
    options = (Option("unlink", words("link-undo"), tap("unlink")),) if len(chats) > 1 else ()
    visit.say(words("link-code", code=linking.display(code), minutes=minutes), options=options)
    return None


async def link_code(visit: Visit, text: str) -> bool:
    """A message that holds a code, outside any form; False when there is none in it."""
    code = linking.code_in(text)
    if code is None:
        return False
    await _ask(visit, code)
    return True


async def _ask(visit: Visit, code: str) -> None:
    """Look at the code and ask to be sure; wrong ones are counted."""
    what = f"link/{visit.row.id}"
    await check_tries(visit, what)
    db = await visit.db()
    try:
        found = await linking.offered(db, code, visit.row.id, secret=visit.services.secret, now=visit.now)
    except Expired as refusal:
        await count_wrong_try(db, what, visit.now)
        visit.say(words(refusal.key), options=menu_options(visit))
        return
    visit.begin("link", args={"code": code, "channel": found.channel})


async def _facts(args: dict[str, Json], _visit: Visit) -> dict[str, Json]:
    return args


def link_outline(facts: dict[str, Json]) -> Outline[str]:
    """Ask to be sure: from then on each chat sees what was filed in the other."""
    shows = (words("link-sure", channel=channel_words(facts["channel"])),)
    yield from Confirm("sure", shows=shows, send=words("link-yes"), stop=words("button-no"), fix=False)
    code: str = facts["code"]
    return code


async def linked(code: str, visit: Visit) -> None:
    """Make both chats one person's."""
    db = await visit.db()
    count = await linking.link(db, code, visit.row.id, secret=visit.services.secret, now=visit.now)
    person = select(conversation.c.person_id).where(conversation.c.id == visit.row.id)
    visit.row.person_id = (await db.execute(person)).scalar_one()
    await _speak_alike(visit)
    if visit.state.parked and visit.state.parked["form"] != SUBMIT:
        visit.state.parked = None  # it is about whom the chat belonged to; what somebody was writing is still theirs
    undo = Option("unlink", words("link-undo"), tap("unlink"))
    visit.say(words("link-made", count=count), options=(*menu_options(visit, only=("mine",)), undo))


async def _speak_alike(visit: Visit) -> None:
    """Speak to a child as one in all its chats, whichever of them it wrote in first; a grown-up's word here stands."""
    db = await visit.db()
    others = [chat.id for chat in await links.linked_chats(db, visit.row.person_id) if chat.id != visit.row.id]
    if visit.state.voice in CHILDREN:
        await links.speak_in(db, others, visit.state.voice)
    elif not visit.state.voice:
        visit.state.voice = next(iter((await links.voices_in(db, others)).values()), "")


async def unlink_command(visit: Visit, _rest: str) -> None:
    """Undo: this chat when it was linked to another, else those that were linked to it."""
    db = await visit.db()
    chats = await links.linked_chats(db, visit.row.person_id)
    own = [chat for chat in chats if chat.id == visit.row.id and chat.linked]
    others = [] if own else [chat for chat in chats if chat.linked]
    for chat in own or others:
        await linking.unlink(db, chat.id, now=visit.now)
    if own:
        person = select(conversation.c.person_id).where(conversation.c.id == visit.row.id)
        visit.row.person_id = (await db.execute(person)).scalar_one()
    visit.say(words("link-undone" if own or others else "link-none"), options=menu_options(visit))


async def unlink_tap(visit: Visit, _argument: str) -> None:
    """The button does what the word does."""
    await unlink_command(visit, "")


FORMS: tuple[Form[Any], ...] = (Form("link", link_outline, linked, _facts),)
COMMANDS: dict[str, CommandHandler] = {"link": link_command, "unlink": unlink_command, "link-code": link_code}
TAPS: dict[str, TapHandler] = {"unlink": unlink_tap}
