"""The question where an officer works: a commune as in a petition, or a whole province."""

from __future__ import annotations

from typing import Final

from conversation import heard
from conversation.codec import Json
from conversation.forms import Answer, Given, Said, Taken, Undecodable
from conversation.messages import Option, Reply, Words, words
from domain.units import inside
from handlers.commune import Commune, province_named
from handlers.visit import Visit
from matching.places import PlaceReading
from matching.places.reading import NOTHING

CODE_CHARS: Final = frozenset({2, 5})
"""A province's code has two digits, a commune's five."""


class Workplace(Commune):
    """The answer is the code of a commune or of a province: "cả tỉnh Nghệ An", or the button above its communes."""

    def __init__(self, name: str, *, ask: Words, reading: PlaceReading = NOTHING) -> None:
        super().__init__(name, reading, ask=ask)

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question; a list of communes begins with all of their province."""
        shown = await super().present(env, memo)
        if not isinstance(shown, Reply) or not memo or memo["step"] != "communes":
            return shown
        province = env.services.gazetteer().provinces[memo["province"]]
        whole = Option(str(province.code), words("workplace-whole", province=inside(province.full_name)))
        return Reply(shown.paragraphs, (whole, *shown.options))

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take a whole province where it is said to be whole, or where its list is open; else as a commune."""
        rest = heard.begins(said.inbound.text, "heard-whole-province") if said.option is None else None
        if rest is not None:
            there = memo["province"] if memo and memo["step"] == "communes" else None
            code = province_named(env.services.gazetteer(), rest.strip()) if rest.strip() else there
            if code is not None:
                return Answer(code)
        return await super().take(said, env, memo)

    def decode(self, stored: Json) -> str:
        """Return the code."""
        if not isinstance(stored, str) or len(stored) not in CODE_CHARS:
            raise Undecodable(self.name)
        return stored
