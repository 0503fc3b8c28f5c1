"""What comes next in the case before an officer, for whoever asks: "giờ làm gì nữa", with the buttons to do it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from actions.cases.access import access
from conversation.heard import aside
from conversation.messages import words
from domain.life import State
from handlers.numbers import cases_in_view
from handlers.officer.desk import desk_of, open_option
from handlers.officer.steps import status_line, step_options
from handlers.table import CommandHandler
from handlers.visit import Visit

ADVICE: Final[Mapping[State, str]] = {
    State.RECEIVED: "received",
    State.NEEDS_INFORMATION: "waiting",
    State.ACCEPTED: "accepted",
    State.VERIFYING: "accepted",
    State.REFERRED: "referred",
    State.AUTHORITY_RECEIVED: "referred",
    State.IN_PROGRESS: "referred",
    State.ANSWERED: "answered",
    State.CHECKING: "checking",
    State.CLOSED: "closed",
}


async def advice_heard(visit: Visit, text: str) -> bool:
    """Say what usually comes next in the one case before an officer who asks; False without it and for other words."""
    if visit.row.officer_id is None or aside(text, ("what-now",)) is None:
        return False
    desk = await desk_of(visit)
    seen = await cases_in_view(visit)
    if len(seen) != 1:
        return False
    case = await access(desk.db, seen[0], desk.actor, now=visit.now, content=False)
    line = await status_line(desk, case)
    options = (*step_options(case, desk.actor), open_option(case.id))
    visit.say(line, words(f"officer-advice-{ADVICE[case.state]}"), options=options)
    return True


COMMANDS: Final[dict[str, CommandHandler]] = {"advice-heard": advice_heard}
"""Without words of its own: called with what an officer writes outside any form."""
