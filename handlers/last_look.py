"""The last look before something goes out: what was sent twice by a bad line agrees to nothing that nobody has seen."""

from __future__ import annotations

from typing import Final

from conversation.codec import Json
from conversation.forms import Again, Given, Said, Taken
from conversation.heard import goes_on, mentions
from conversation.messages import Reply
from conversation.questions import Confirm
from handlers.visit import Visit
from matching.text import fold
from storage.types import to_ms

UNREAD_MS: Final = 3_000
"""Nobody has read a summary after so long: the same words once more were sent before it was seen."""

_LED: Final = "!led"
"""Key of the memo for the words that led here, behind their moment."""


class LastLook(Confirm):
    """A last look that takes no repetition of the words that led to it for a yes."""

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the summary, and remember what led to it."""
        env.state.memo[_LED] = [to_ms(env.now), fold(env.inbound.text)]
        return await super().present(env, memo)

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take the decision; the echo of the message before is none."""
        if _is_echo(said, env):
            env.state.memo[_LED] = [0, ""]  # a second repetition is meant
            return Again(silent=True)
        return await super().take(said, env, memo)


def _is_echo(said: Said, env: Visit) -> bool:
    """Tell whether "xong" that ended the question before came once more, of which it does not say that it sends."""
    at, led = env.state.memo.get(_LED, [0, ""])
    text = said.inbound.text
    again = bool(led) and not said.inbound.choice and fold(text) == led and to_ms(env.now) - at < UNREAD_MS
    return again and goes_on(text) and not mentions(text, "heard-send")
