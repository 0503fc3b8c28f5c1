"""How people say it: templates filled with the places of a commune, and a voice for everybody who repeats them."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bot.demo.material import Commune, Material, Names, Problem
from matching.text import strip_marks

_PLAIN, _LOUD = "~", "^"

_CAREFUL: Final = 0.75
"""How often those who come first write with diacritics."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a problem lies: one value for every place that its templates may name."""

    values: Mapping[str, str]

    def fill(self, template: str) -> str:
        """Return the template with its places; '~' before it takes the diacritics away, '^' makes it capitals."""
        style, template = (template[0], template[1:]) if template[:1] in {_PLAIN, _LOUD} else ("", template)
        text = template.format_map(self.values)
        if style == _PLAIN:
            return strip_marks(text)
        return text.upper() if style == _LOUD else text[:1].upper() + text[1:]

    def name(self, template: str) -> str:
        """Return the template with its places and its own first letter."""
        return template.format_map(self.values)


def spot(commune: Commune, full_name: str, rng: Random) -> Spot:
    """Choose places of a commune. `full_name` is its name with the type word."""
    found = {pool: rng.choice(places) for pool, places in commune.places.items()}
    number = rng.randrange(2, 190)
    found |= {
        "xa": full_name.split(" ", maxsplit=1)[0].lower(),
        "commune": full_name[:1].lower() + full_name[1:],
        "n": str(number),
        "money": str(rng.randrange(8, 45) * 10),
    }
    if "street" in found:
        found["alley"] = f"{commune.alley_word} {number} {found['street']}"
    return Spot(found)


def fits(problem: Problem, commune: Commune) -> bool:
    """Tell whether a problem can be a commune's: it has every kind of place that the words name."""
    known = {*commune.places, "xa", "commune", "n", "money"} | ({"alley"} if "street" in commune.places else set())
    words = (problem.place, *problem.texts, *problem.again, *problem.thanks, problem.answer, problem.result)
    return _named(words) <= known and (commune.rural or not problem.rural)


def _named(templates: Sequence[str]) -> set[str]:
    return {name for template in templates for _, name, _, _ in string.Formatter().parse(template) if name}


def voices(problem: Problem, where: Spot, material: Material, count: int, rng: Random) -> list[str]:
    """Return `count` different people's words for one problem: the first bare, later ones with words around them."""
    said: list[str] = []
    order = [*problem.texts]
    rng.shuffle(order)
    if rng.random() < _CAREFUL:
        # The case is called after the first: most lists shall be easy to read.
        order.sort(key=lambda template: template.startswith((_PLAIN, _LOUD)))
    while len(said) < count:
        template = order[len(said) % len(order)]
        text = where.fill(template)
        if len(said) >= len(order) or (said and rng.random() < 0.3 and not template.startswith((_PLAIN, _LOUD))):
            stop = "" if text.endswith((".", "?", "!")) else "."
            opening, closing = (rng.choice(material.phrases[key]) for key in ("opening", "closing"))
            text = where.fill(opening) + text + stop + closing
        if len(said) >= len(order) and rng.random() < 0.4:
            text = strip_marks(text)
        if text not in said:
            said.append(text)
    return said


def person_name(names: Names, rng: Random) -> str:
    """Return an invented name."""
    sex = rng.choice("fm")
    return f"{rng.choice(names.family)} {rng.choice(names.middle[sex])} {rng.choice(names.given[sex])}"


def phone(rng: Random) -> str:
    """
    Return a number that nobody has.

    Vietnam's mobile numbers that began with 01 were given up in 2018; fixed lines begin with 02.
    """
    return f"0100{rng.randrange(10**6):06d}"
