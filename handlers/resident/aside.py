"""What is said beside any matter: thanks, and the question how far it is."""

from __future__ import annotations

from conversation import heard
from conversation.messages import words
from handlers.menu import menu_options
from handlers.resident.mine import mine_command
from handlers.resident.track import show_own, track_command
from handlers.visit import Visit
from storage import petitions


async def aside_heard(visit: Visit, text: str) -> bool:
    """Answer thanks, and a question about what was filed; False for everything else, which is a matter of its own."""
    if heard.thanks(text):
        visit.say(words("aside-thanks"), options=menu_options(visit, only=("new", "mine")))
        return True
    if heard.asks_for_news(text):
        await _news(visit)
        return True
    return False


async def _news(visit: Visit) -> None:
    """Show the one petition, the list of several, or ask for the code where none is known."""
    filed = await petitions.petitions_of_person(await visit.db(), visit.row.person_id, limit=2)
    if not filed:
        await track_command(visit, "")
    elif len(filed) == 1:
        await show_own(filed[0], visit)
    else:
        await mine_command(visit, "")
