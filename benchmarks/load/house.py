"""
Ours with one fixed answer to everything: what stays is the house around the conversations.

Webhook, own inbox, locked conversation, shared commit, outbox and sending are those of the program; nothing is
understood, asked or filed. What this costs no conversation can fall below.

    python benchmarks/load/house.py run
"""

from __future__ import annotations

from itertools import count

from bot import lean

lean.apply()  # before the rooms are loaded, as the program does

from bot.cli import main  # noqa: E402
from conversation.messages import words  # noqa: E402
from handlers.router import Router  # noqa: E402
from handlers.visit import Visit  # noqa: E402

_numbers = count()


async def one_answer(_: Router, visit: Visit) -> None:
    """Answer with a receipt for nothing, each another: the same words twice would be one reply sent twice."""
    visit.say(words("receipt", code=f"ABCD-{next(_numbers) % 10_000:04}", pin="0000"))


if __name__ == "__main__":
    Router.__call__ = one_answer  # type: ignore[assignment, method-assign]
    main()
