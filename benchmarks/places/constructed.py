"""Typed places and complaints made from the tables: ways of naming a commune times ways of typing."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places.answer_key import AnswerKey, Naming
from matching.places.units import TYPE_WORDS, FormerUnit, Unit, UnitType
from matching.text import fold
from storage.data import ShippedUnits

SENTENCES = Path(__file__).with_name("sentences.txt")
WAYS = (
    "as is",
    "lower case",
    "no marks",
    "abbreviated",
    "abbreviated, no marks",
    "telex",
    "misspelt",
    "as heard",
    "reversed",
)
NAMINGS = (
    "type, name", "type, name, province", "name, province", "type, name; province known", "name; province known",
    "name", "former: type, name, district", "former: name, district", "former: name, district, province",
    "former: type, name, province", "former: type, name", "district", "township", "number, district",
)  # fmt: skip
COMPLAINED = (
    "type, name", "type, name, province", "former: type, name, district", "former: type, name", "township",
    "name, province", "former: name, district", "name; province known",
)  # fmt: skip

_ABBREVIATED = {
    "thị xã": ("tx", "TX."), "thị trấn": ("tt", "TT", "tt."), "thành phố": ("tp", "TP.", "tp."),
    "xã": ("x.", "x", "X."), "phường": ("p.", "p", "P.", "F."), "huyện": ("h.", "H."), "quận": ("q.", "Q.", "q"),
}  # fmt: skip
_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_TELEX_LETTERS = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_HEARD = (
    ("^s(?!h)", "x"), ("^x", "s"), ("^tr", "ch"), ("^ch", "tr"), ("^l", "n"), ("^n(?![gh])", "l"), ("^gi", "d"),
    ("ng$", "n"), ("(?<!h)n$", "ng"), ("c$", "t"), ("t$", "c"), ("^d", "gi"), ("^v", "d"),
)  # fmt: skip
_TYPE_SYLLABLES = {fold(part) for word in TYPE_WORDS.values() for part in word.split()}


@dataclass(frozen=True, slots=True)
class Case:
    """`gold` holds the acceptable codes; one means that a decision is expected, several that asking is right."""

    naming: str
    way: str
    text: str
    gold: frozenset[str]
    province_code: str | None = None


def answers(units: ShippedUnits, how_many: int, seed: int) -> Iterator[Case]:
    """Yield answers to "which commune?", every kind of naming typed in every way."""
    chance, key = random.Random(seed), AnswerKey(units)
    known = _known_words(units)
    made = 0
    while made < how_many:
        kind, way = NAMINGS[made % len(NAMINGS)], WAYS[made // len(NAMINGS) % len(WAYS)]
        naming = _naming(kind, units, chance)
        text = naming and _typed(_said(naming, chance), way, known, chance)
        gold = key.meant(naming, marks=_has_marks(text, way)) if naming and text else None
        if naming and text and gold:
            made += 1
            yield Case(kind, way, text, gold, naming.province_code)


def complaints(units: ShippedUnits, how_many: int, seed: int) -> Iterator[Case]:
    """Yield sentences in which a commune is named; every third without diacritics."""
    chance, key = random.Random(seed), AnswerKey(units)
    templates, _ = sentences()
    made = 0
    while made < how_many:
        kind = COMPLAINED[made % len(COMPLAINED)]
        naming = _naming(kind, units, chance)
        if naming is None:
            continue
        marks = made % 3 > 0
        said = _said(naming, chance)
        place = said[0].lower() + said[1:] if naming.type else said
        fitting = [one for one in templates if naming.type or not one.startswith("!")]
        text = chance.choice(fitting).removeprefix("! ").replace("{place}", place)
        gold = key.meant(naming, marks=marks, in_sentence=True)
        if gold:
            made += 1
            yield Case(
                kind, "as is" if marks else "no marks", text if marks else without_marks(text), gold,
                naming.province_code,
            )  # fmt: skip


def sentences() -> tuple[list[str], list[str]]:
    """Return the sentences with a slot for a commune, and those that name none."""
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    border = lines.index("--- none")
    return lines[:border], lines[border + 1 :]


def without_marks(text: str) -> str:
    """Return the text without diacritics, with its punctuation and capitals."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return plain.replace("đ", "d").replace("Đ", "D")


def _naming(kind: str, units: ShippedUnits, chance: random.Random) -> Naming | None:
    unit, former = chance.choice(units.communes), chance.choice(units.former_units)
    name = former.name
    province = _some_province(units, unit, chance)
    if kind == "number, district":
        return Naming(name, former.type, former.district, former.district_type) if name.isdigit() else None
    if kind == "district":
        return Naming(former.district, former.district_type, is_district=True) if name else None
    if kind == "township":
        return Naming(name, former.type) if former.type is UnitType.TOWNSHIP else None
    provinces = {fold(old) for olds in units.former_provinces.values() for old in olds}
    if kind.startswith("former"):
        return _former_naming(kind, former, provinces, chance) if name and not name.isdigit() else None
    if "type" not in kind and fold(unit.name) in provinces:
        return None
    if "province" not in kind:
        return Naming(unit.name, unit.type if "type" in kind else None)
    return Naming(
        unit.name,
        unit.type if "type" in kind else None,
        province=None if "known" in kind else province,
        province_code=unit.province_code if "known" in kind else None,
    )


def _former_naming(kind: str, former: FormerUnit, provinces: set[str], chance: random.Random) -> Naming | None:
    if "district" in kind and fold(former.district) == fold(former.name):
        return None
    of_province = fold(former.district) in provinces
    says_type = "district" in kind and (former.district.isdigit() or of_province or chance.random() < 0.6)
    return Naming(
        former.name,
        former.type if "type" in kind else None,
        former.district if "district" in kind else None,
        former.district_type if says_type else None,
        former.province if "province" in kind else None,
    )


def _some_province(units: ShippedUnits, unit: Unit, chance: random.Random) -> str:
    """Return the commune's province of today or one that its land belonged to before."""
    if chance.random() < 0.4:
        old = [former.province for former in units.former_units if unit.code in former.new_codes]
        if old:
            return chance.choice(old)
    return next(province.name for province in units.provinces if province.code == unit.province_code)


def _said(naming: Naming, chance: random.Random) -> str:
    parts = [f"{TYPE_WORDS[naming.type].lower()} {naming.name}" if naming.type else naming.name]
    if naming.district:
        word = f"{TYPE_WORDS[naming.district_type].lower()} " if naming.district_type else ""
        parts.append(word + naming.district)
    if naming.province:
        parts.append(naming.province)
    return chance.choice((", ", " ", " - ", ", ")).join(parts)


def _typed(text: str, way: str, known: frozenset[str], chance: random.Random) -> str | None:
    if way == "as is":
        return text[0].upper() + text[1:]
    if way == "reversed":
        return ", ".join(reversed(text.split(", "))) if ", " in text else text.upper()
    if way == "telex":
        return _telex(text.lower(), chance)
    if way == "misspelt":
        return _misspelt(without_marks(text).lower(), known, chance)
    if way == "as heard":
        return _as_heard(text, known, chance)
    if "abbreviated" in way:
        text = _abbreviated(text, chance)
    return without_marks(text).lower() if "no marks" in way else text.lower()


def _has_marks(text: str, way: str) -> bool:
    return way == "telex" or (way != "misspelt" and without_marks(text) != text)


def _abbreviated(text: str, chance: random.Random) -> str:
    for word, short in _ABBREVIATED.items():
        if text.startswith(word + " ") or f" {word} " in text:
            text = text.replace(word + " ", chance.choice(short) + chance.choice((" ", " ", "")) + " ", 1)
    return text.replace("  ", " ")


def _telex(text: str, chance: random.Random) -> str | None:
    """Leave the keys of one word as they are pressed: "quangr" for "quảng"."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if without_marks(word) != word]
    if not places:
        return None
    at = chance.choice(places)
    parts = unicodedata.normalize("NFD", words[at].rstrip(","))
    tone = "".join(_TELEX_TONES.get(char, "") for char in parts)
    base = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TELEX_TONES))
    words[at] = "".join(_TELEX_LETTERS.get(char, char) for char in base) + tone + ("," if words[at][-1] == "," else "")
    return " ".join(words)


def _misspelt(text: str, known: frozenset[str], chance: random.Random) -> str | None:
    """Return the text with one slip in a word of a name: a letter left out, doubled, or two exchanged."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if len(word) >= 4 and word.isalpha() and word not in _TYPE_SYLLABLES]
    if not places:
        return None
    at = chance.choice(places)
    word = words[at]
    where = chance.randrange(1, len(word) - 1)
    words[at] = chance.choice((
        word[:where] + word[where + 1 :],
        word[:where] + word[where] + word[where:],
        word[:where] + word[where + 1] + word[where] + word[where + 2 :],
    ))  # fmt: skip
    return None if words[at] == word or words[at] in known else " ".join(words)


def _as_heard(text: str, known: frozenset[str], chance: random.Random) -> str | None:
    """Return the text with one word of a name as some speak it: s for x, l for n, n for ng, hỏi for ngã."""
    words = text.lower().split(" ")
    places = [at for at, word in enumerate(words) if word.isalpha() and fold(word) not in _TYPE_SYLLABLES]
    if not places:
        return None
    at = chance.choice(places)
    heard = [changed for pattern, other in _HEARD if (changed := re.sub(pattern, other, words[at])) != words[at]]
    parts = unicodedata.normalize("NFD", words[at])
    swapped = parts.translate({0x309: "\u0303", 0x303: "\u0309"})
    if swapped != parts:
        heard.append(unicodedata.normalize("NFC", swapped))
    if not heard:
        return None
    words[at] = chance.choice(heard)
    return (
        None
        if fold(words[at]) in known and without_marks(words[at]) not in without_marks(text).lower()
        else " ".join(words)
    )


def _known_words(units: ShippedUnits) -> frozenset[str]:
    """Return all words of names: a slip that makes another word of a name may make another name."""
    names = [unit.name for unit in units.units] + [unit.name for unit in units.former_units]
    names += [unit.district for unit in units.former_units]
    return frozenset(part for name in names for part in fold(name).split())
