"""What is said beside any matter: thanks, and the question how far it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from actions import privacy
from conversation import heard
from conversation.messages import Option, words
from conversation.state import resume, state_from_json
from domain import receipt
from handlers.asides import CALLED, SAID
from handlers.labels import in_lines
from handlers.menu import menu_options
from handlers.resident.mine import mine_command
from handlers.resident.more import SOON, reopen_asked
from handlers.resident.track import next_steps, show_own, track_command
from handlers.submit import FORM
from handlers.table import tap
from handlers.visit import Visit
from matching.text import fold
from storage import petitions


async def aside_heard(visit: Visit, text: str) -> bool:
    """Answer thanks, and a question about what was filed; False for everything else, which is a matter of its own."""
    if heard.confirms(text) and (_taken_up(visit) or await _sent_already(visit)):
        return True
    if len(text) >= STORY_MIN and visit.consented and await _sent_already(visit, text):
        return True
    if heard.thanks(text):
        visit.say(words("aside-thanks"), options=menu_options(visit, only=("new", "mine")))
        return True
    when = heard.aside(text, ("how-long",)) is not None
    if when or heard.asks_for_news(text):
        await _news(visit, when=when)
        return True
    return False


def _taken_up(visit: Visit) -> bool:
    """Who lets go what they had put aside ("à thôi gửi đi") goes on with it: it was not seen to its end."""
    if heard.agrees(visit.inbound.text) or not resume(visit.state):
        return False
    visit.say(words("engine-resumed"))
    visit.begun = True  # its question is asked now
    return True


STORY_MIN: Final = 20
"""Characters of a story that is known again when a bad line sends it twice."""


async def _sent_already(visit: Visit, story: str = "") -> bool:
    """Who lets go, or tells, once more what went out a moment ago is told so; a plain yes says no more than thanks."""
    if heard.agrees(visit.inbound.text):
        return False
    newest = await visit.newest_petition()
    if newest is None or visit.now - newest.filed_at > SOON:
        return False
    here = newest.conversation_id == visit.row.id
    if story and not (here and f"{fold(newest.text)} ".startswith(f"{fold(story)} ")):
        return False
    option = Option("track", words("button-track"), tap("track", newest.code))
    visit.say(words("aside-sent-already", code=receipt.display(newest.code)), options=(option,))
    return True


LET_GO: Final = ("just-asking", "mistaken", "wrong-chat")
"""What is no petition by its own words."""

ASKED: Final = (
    "reopen",
    "withdraw",
    "spell-code",
    "no-buttons",
    *CALLED,
    *(name for name in SAID if name != "how-long"),
    "how",
    "job",
    "another",
    "insult",
    *LET_GO,
)
"""What is asked or wished outside any form, first come first."""


async def asked(visit: Visit, text: str) -> bool:
    """Answer what is asked of the house itself; False for everything else."""
    if not text:
        return False
    if await _of_the_house(visit, text):
        return True
    name = heard.aside(text, ASKED) or heard.fears_readers(text)
    name = name or ("withdraw" if heard.first_said(text, "withdraw") else None)
    if name is None:
        return await _withdraw_named(visit, text)
    if name == "job":
        return False  # who looks for work names a matter: "có việc làm không" announces none
    if name == "reopen":
        return await reopen_asked(visit)
    if name in _ANSWERS:
        await _ANSWERS[name](visit)
    elif name == "another":
        await visit.call("new")
    elif name in CALLED:
        await visit.call(CALLED[name])
    elif name in LET_GO:
        if name == "just-asking" or not await _slipped(visit):
            await _let_go(visit, name)
    else:
        visit.say(words(f"aside-{name}"), options=menu_options(visit))
    return True


async def _who_sees(visit: Visit) -> None:
    """Say who reads what is sent; of a sealed matter, who reads that."""
    newest = await visit.newest_petition()
    kept = "who-sees" if newest is None else "who-sees-guarded" if newest.confidential else "who-sees-sent"
    visit.say(words(f"aside-{kept}"), options=menu_options(visit))


async def _choices(visit: Visit) -> None:
    """Say the menu with its numbers, for who hears or sees no buttons."""
    options = menu_options(visit)
    lines = [words("aside-number", number=number, label=option.label) for number, option in enumerate(options, 1)]
    visit.say(in_lines([words("aside-no-buttons"), *lines]), options=options)


async def _spell_code(visit: Visit) -> None:
    """Say the newest code letter by letter, for who hears it read out; without one say what a code is."""
    newest = await visit.newest_petition()
    if newest is None:
        visit.say(words("aside-what-code"), options=menu_options(visit))
        return
    code = receipt.display(newest.code)
    spelled = ", ".join(newest.code)
    option = Option("track", words("button-track"), tap("track", newest.code))
    visit.say(words("aside-spell-code", code=code, spelled=spelled), options=(option,))


async def _of_the_house(visit: Visit, text: str) -> bool:
    """Hear that several matters are coming, what is no matter of ours, or that a draft is to be erased."""
    if heard.speaks_of_several(text):
        visit.say(words("aside-several"), options=menu_options(visit))
    elif heard.asks_somebody_else(text):
        visit.say(words("aside-not-ours"), options=menu_options(visit))
    elif heard.wants_it_gone(text) and state_from_json(visit.row.state).form == FORM:
        await _let_go(visit, "gone")
    else:
        return False
    return True


async def _let_go(visit: Visit, name: str) -> None:
    """Say that nothing is filed; what was written for another chat is dropped, and kept only for who agreed."""
    if name == "just-asking" or state_from_json(visit.row.state).form != FORM:
        visit.say(words("aside-just-asking"), options=menu_options(visit))
        return
    visit.state.parked = None
    say = visit.erased if name == "gone" or not visit.consented else visit.say
    if not visit.consented:
        await privacy.purge_conversation(await visit.db(), visit.row.id)
    elif name == "gone":
        newest = await visit.newest_petition()
        since = newest.filed_at if newest is not None else None
        await privacy.purge_conversation(await visit.db(), visit.row.id, since=since)
    # Whoever fears a reader over their shoulder needs no buttons that tell what this chat is good for.
    if name == "gone":
        where = "aside-gone-page" if visit.inbound.channel == "webchat" else "aside-gone-phone"
        say(words("aside-gone"), words(where))
    else:
        say(words("aside-wrong-chat"), options=menu_options(visit))


async def _keep(visit: Visit) -> None:
    """Whoever does not wish to withdraw any more hears that nothing changes, or that it is too late."""
    newest = await visit.newest_petition()
    if newest is not None and newest.withdrawn_at is not None:
        said = words("aside-withdrawn-already", code=receipt.display(newest.code))
    else:
        said = words("aside-keep-it")
    visit.say(said, options=menu_options(visit))


async def _withdraw(visit: Visit) -> None:
    """Begin to withdraw the one petition that can be; with several, the person picks it from the list."""
    filed = await petitions.petitions_of_person(await visit.look(), visit.row.person_id, limit=6)
    can = [row for row in filed if "withdraw" in {option.id for option in await next_steps(row, visit)}]
    if len(can) == 1:
        visit.begin("withdraw", args={"code": can[0].code})
    else:
        await mine_command(visit, "")


_ANSWERS: Final[Mapping[str, Callable[[Visit], Awaitable[None]]]] = {
    "withdraw": _withdraw,
    "who-sees": _who_sees,
    "spell-code": _spell_code,
    "no-buttons": _choices,
    "keep-it": _keep,
}
"""What is answered from the person's own petitions."""


async def _slipped(visit: Visit) -> bool:
    """Offer to withdraw what was filed a moment ago, when somebody says that they sent it by mistake."""
    if state_from_json(visit.row.state).form == FORM:
        return False
    newest = await visit.newest_petition()
    if newest is None or newest.withdrawn_at is not None or visit.now - newest.filed_at > SOON:
        return False
    visit.begin("withdraw", args={"code": newest.code})
    return True


async def _withdraw_named(visit: Visit, text: str) -> bool:
    """Take "rút việc rác" for the wish to withdraw the petition that has these words; False for other words."""
    named = heard.begins(text, "heard-withdraw-of") if len(text) <= heard.MAX_CHARS else None
    if not named:
        return False
    filed = await petitions.petitions_of_person(await visit.look(), visit.row.person_id, limit=6)
    meant = [row for row in filed if row.withdrawn_at is None and heard.names_line(named, row.text)]
    if len(meant) == 1:
        visit.begin("withdraw", args={"code": meant[0].code})
    elif filed:
        await mine_command(visit, "")
    return bool(filed)


async def _news(visit: Visit, *, when: bool) -> None:
    """Show the one petition, the list of several, or ask for the code where none is known."""
    filed = await petitions.petitions_of_person(await visit.look(), visit.row.person_id, limit=2)
    if when:
        visit.say(words("aside-how-long"), options=() if filed else menu_options(visit))
    if len(filed) == 1:
        await show_own(filed[0], visit)
    elif filed:
        await mine_command(visit, "")
    elif not when:
        await track_command(visit, "")
