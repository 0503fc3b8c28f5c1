"""A text as the place finder sees it: words with their keys, spelling and position in the text as written."""

from __future__ import annotations

import functools
import re
import unicodedata

from msgspec import Struct

from matching.reading.slips import from_telex, from_vni
from matching.reading.syllables import is_syllable
from matching.text import fold

#: Longer texts are read to this length only: it bounds the time and is what a message may hold.
MAX_CHARACTERS = 5_000

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]+|[{_MARKS}]+)*")
_TYPE_AND_NUMBER = re.compile(r"(?i)(p|f|q|x|ph|phuong|phường|quan|quận)(\d{1,2})$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_K = re.compile("k(?!h)")
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("^x", "s"), ("^(?:dz|[zj])", "d"), ("^f", "ph"), ("^y(?=[aeou])", "i"),
        ("^tr", "ch"), ("^(?:gi(?=[aeou])|r)", "d"), ("^n(?![gh])", "l"), ("ng$", "n"), ("ch?$", "t"),
    )
)  # fmt: skip
_AFTER_C = tuple("aou")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_STOPS = frozenset("!?;:…")
_ENDS = frozenset(",.!?;:)")
_LOOSE = re.compile(r"[-–_'’`´]*")
_TELEX_PAIR = re.compile("dd|aa|ee|oo|aw|ow|uw")

#: What stands between two words: a space, a hyphen, the dot of an abbreviation, a comma or bracket, a full stop.
JOINED, HYPHEN, DOT, COMMA, STOP = 0, 1, 2, 3, 4


class Word(Struct, frozen=True, eq=False):
    """
    One spelling.

    `key` decides equality (no diacritics, c for k, i for y), `folded` has the typed letters, `marks` is the spelling
    with the tone moved to the end, so that "hoà" equals "hòa". Where telex or VNI keys were left in the word
    ("Quangr"), `mended` is what they make. `sound` is the key with what many do not tell apart made equal. `foreign`
    says that it is no Vietnamese syllable; k stands before e, i, y only ("Rờ Kơi").
    """

    key: str
    sound: str
    folded: str
    marks: str
    has_marks: bool
    capital: bool
    upper: bool
    foreign: bool
    mended: Word | None


class Token(Struct):
    """A word at [start, end) of the text as written; `gap` says what separates it from the word before."""

    word: Word
    start: int
    end: int
    gap: int


def tokenise(text: str) -> list[Token]:
    """Return the words of the first MAX_CHARACTERS characters; "P12" and "Q.3" are two words each."""
    text = text[:MAX_CHARACTERS]
    tokens: list[Token] = []
    end = 0
    for start, raw in _pieces(text):
        gap = _gap(text, end, start, tokens)
        end = start + len(raw)
        split = _TYPE_AND_NUMBER.match(raw) if raw[-1].isdigit() and not raw[0].isdigit() else None
        if split:
            middle = start + len(split[1])
            tokens += Token(word(split[1]), start, middle, gap), Token(word(split[2]), middle, end, JOINED)
        else:
            tokens.append(Token(word(raw), start, end, gap))
    return tokens


def _pieces(text: str) -> list[tuple[int, str]]:
    """Return where each word begins, and the word; none reaches over a space."""
    found: list[tuple[int, str]] = []
    start = 0
    for chunk in text.split(" "):
        if chunk.isalnum():  # a word without any sign
            found.append((start, chunk))
        elif chunk[-1:] in _ENDS and chunk[:-1].isalnum():
            found.append((start, chunk[:-1]))
        elif chunk:
            found += [(start + match.start(), match[0]) for match in _WORD.finditer(chunk)]
        start += len(chunk) + 1
    return found


def _gap(text: str, end: int, start: int, tokens: list[Token]) -> int:
    if not tokens:
        return STOP
    if start - end == 1 and text[end] == " ":
        return JOINED
    between = text[end:start]
    signs = "".join(between.split())
    if "\n" in between or not _STOPS.isdisjoint(signs):
        return STOP
    if "." in signs:
        return DOT if signs == "." and _may_be_abbreviated(tokens[-1].word) else STOP
    if len(between) > 4 or signs == "," or not _LOOSE.fullmatch(signs):
        return COMMA
    return HYPHEN if any(mark in signs for mark in "-–_") else JOINED


def _may_be_abbreviated(word: Word) -> bool:
    """Return whether a dot may belong to a word: to "p", "tp", "Đ", not to "cát", which can be spoken."""
    return len(word.folded) <= 3 and not is_syllable(word.folded)


@functools.lru_cache(2048)  # 400 bytes each
def word(raw: str) -> Word:
    """Return what is known of one spelling."""
    composed = _ROMAN.get(raw) or unicodedata.normalize("NFC", raw)[:32]
    folded = fold(composed).replace(" ", "")
    lower = composed.lower()
    mended = _mended(lower)
    return Word(
        key=syllable_key(folded),
        sound=_sound(folded),
        folded=folded,
        marks=marks(lower),
        has_marks=lower != folded,
        capital=composed[:1].isupper(),
        upper=composed.isupper(),
        foreign=mended is None and _is_foreign(folded),
        mended=word(mended) if mended else None,
    )


def _is_foreign(folded: str) -> bool:
    return not folded.isdigit() and (not is_syllable(folded) or (folded[0] == "k" and folded[1:2] in _AFTER_C))


def marks(lower: str) -> str:
    """Return the letters with their quality marks and the tone at the end: "hòa" and "hoà" are the same."""
    if lower.isascii():
        return syllable_key(lower)
    parts = unicodedata.normalize("NFD", lower)
    tone = "".join(_TONE.findall(parts))
    return syllable_key(unicodedata.normalize("NFC", _TONE.sub("", parts))) + tone


def syllable_key(folded: str) -> str:
    """Return the key of one folded syllable: "Bắc Kạn" and "Bắc Cạn", "Quý" and "Quí", "Mỹ" and "Mĩ" agree."""
    if folded.isdigit():
        return folded.lstrip("0") or "0"
    key = _K.sub("c", folded) if "k" in folded else folded
    if key.endswith("y") and (len(key) == 1 or key[-2] not in "aeou" or key.endswith("quy")):
        return key[:-1] + "i"
    return key


def _sound(folded: str) -> str:
    """Return the syllable with s for x, ch for tr, d for gi and r, l for n, and at its end n for ng, t for c."""
    return _heard(syllable_key(folded))


def marked_sound(marks: str) -> str:
    """Return the sound of a syllable as Word.marks has it, with its vowels' marks and its tone."""
    letters, tone = (marks[:-1], marks[-1]) if marks[-1:] in _TONES else (marks, "")
    return _heard(letters) + tone


def _heard(key: str) -> str:
    for pattern, letters in _SOUNDS:
        key = pattern.sub(letters, key)
    return key


def name_sound(name: str) -> str:
    """Return the sound of a whole name, its syllables joined."""
    return "".join(map(_sound, fold(name).split()))


def name_key(name: str) -> str:
    """Return the key of a whole name: its syllables' keys, joined, so that "Plei Ku" equals "Pleiku"."""
    parts = (fold(_ROMAN.get(part, part)) for part in name.split())
    return "".join(syllable_key(word) for part in parts for word in part.split())


def _mended(lower: str) -> str | None:
    """Return the syllable that telex or VNI keys left in a word make ("quangr", "d9ie6n2"), or None."""
    if lower.isdigit() or is_syllable(lower):
        return None
    return from_telex(lower) or (from_vni(lower) if lower.isascii() else None) or _without_telex_keys(lower)


def _without_telex_keys(lower: str) -> str | None:
    """Undo telex keys in words of other languages, which are no Vietnamese syllables ("ddawk", "knueecs")."""
    if not _TELEX_PAIR.search(lower):
        return None
    plain = _TELEX_PAIR.sub(lambda pair: pair[0][0], lower)
    return plain[:-1] if plain[-1] in "sfrxj" else plain
