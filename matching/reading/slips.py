"""What a keyboard leaves behind: telex and VNI keys, letters held too long, letters exchanged."""

from __future__ import annotations

import functools
import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.data import rows
from matching.reading.syllables import is_syllable, place_tone, split_tone, with_tone_in_place

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_TELEX_LETTERS = (
    ("dd", "đ"), ("uow", "ươ"), ("uwow", "ươ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"),
    ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"),
)  # fmt: skip
_TELEX_KEYS = re.compile("[fsxrjw]|dd|aa|ee|oo")
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_LETTERS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_LATE_W = {"a": "ă", "o": "ơ", "u": "ư"}
_HELD = re.compile(r"(.)\1+")
_COMMON = 5  # times in our sentences
_CLEAR = 4  # times as common as the next one
_VOWELS = "aăâeêioôơuưy"
_ONSET_SLIPS = (
    (re.compile("^ngh(?=[aăâoôơuư])"), "ng"),
    (re.compile("^gh(?=[aăâoôơuư])"), "g"),
    (re.compile("^ng(?=[eêi])"), "ngh"),
    (re.compile("^k(?=[aăâoôơuư])"), "c"),
    (re.compile("^c(?=[eêiy])"), "k"),
    (re.compile("^(?:dz|z)(?=[aăâeêioôơuưy])"), "d"),
    (re.compile("^f(?=[aăâeêioôơuưy])"), "ph"),
    (re.compile("^j(?=[aăâeêioôơuưy])"), "gi"),
    (re.compile("^w(?=[aăâeêioôơuưy])"), "qu"),
)


def _toned(base: str, tone: str) -> str | None:
    """Return the syllable with the tone, or None when it is none; the tone is left out when it is empty."""
    word = place_tone(base, tone) if tone else base
    return word if is_syllable(word) else None


def from_telex(word: str) -> str | None:
    """
    Decode telex keys that reached the text: "dduwowngf" is "đường".

    Args:
        word: lower case NFC; it may hold some marks already ("ddể").
    """
    if word.isascii() and not _TELEX_KEYS.search(word):  # as half of the words without marks
        return None
    letters, tone = split_tone(word)
    if len(tone) > 1:
        return None
    for index, char in enumerate(letters):
        if char in _TELEX_TONES and any(vowel in letters[:index] for vowel in _VOWELS):
            if tone:
                return None
            tone = _TELEX_TONES[char]
            letters = letters[:index] + letters[index + 1 :]
            break
    for keys, letter in _TELEX_LETTERS:
        letters = letters.replace(keys, letter)
    if "w" in letters:
        letters = _late_w(letters)
    if letters == word:
        return None
    if letters.count("d") + letters.count("đ") > 1 and letters.startswith("d") and letters.endswith("d"):
        letters = "đ" + letters[1:-1]
    return _toned(letters, tone)


def _late_w(letters: str) -> str:
    """Give the hook or breve of a w that was typed after the final consonant ("duongw") or for ư itself."""
    before, _, after = letters.partition("w")
    if "uo" in before or "ưo" in before or "uơ" in before:
        return before.replace("uo", "ươ").replace("ưo", "ươ").replace("uơ", "ươ") + after
    for index in range(len(before) - 1, -1, -1):
        if before[index] in _LATE_W:
            return before[:index] + _LATE_W[before[index]] + before[index + 1 :] + after
    return before + "ư" + after


def from_vni(word: str) -> str | None:
    """Decode VNI keys that reached the text: "d9u7o7ng2" is "đường". A word that begins with a digit is none."""
    letters: list[str] = []
    tone = ""
    for char in word:
        if char in _VNI_TONES:
            if tone or not letters:
                return None
            tone = _VNI_TONES[char]
        elif char in _VNI_LETTERS:
            marks = _VNI_LETTERS[char]
            place = next((i for i in range(len(letters) - 1, -1, -1) if letters[i] in marks), None)
            if place is None:
                return None
            letters[place] = marks[letters[place]]
            if char == "7" and place and letters[place] == "ơ" and letters[place - 1] == "u":
                letters[place - 1] = "ư"
        elif char.isdigit():
            return None
        else:
            letters.append(char)
    return _toned("".join(letters), tone)


def squeezed(word: str) -> str:
    """Return the word with letters that were held down written once: "khônggg", "quáaaa", "trờiiii"."""
    base, tones = split_tone(word)
    base = _HELD.sub(r"\1", base)
    return place_tone(base, tones[0]) if tones else base


def _exchanged(word: str) -> str | None:
    """Return the one syllable that two neighbouring letters, exchanged, make of the word ("nogn"), if just one."""
    base, tones = split_tone(word)
    found = {
        candidate
        for index in range(len(base) - 1)
        if base[index] != base[index + 1]
        and (candidate := _toned(base[:index] + base[index + 1] + base[index] + base[index + 2 :], tones[:1]))
    }
    return found.pop() if len(found) == 1 else None


@functools.cache
def _common() -> dict[str, int]:
    """Return how often complaints hold a syllable, folded; the rare ones are left out."""
    counts: dict[str, int] = {}
    for syllable, _, count in rows("syllables.tsv"):
        counts[syllable] = counts.get(syllable, 0) + int(count)
    return {syllable: count for syllable, count in counts.items() if count >= _COMMON}


def _replaced(word: str) -> str | None:
    """Return the common syllable that one letter more, less or other makes of an unmarked word ("nghiam"), if clear."""
    near = process.extract(word, _common().keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    best = sorted((_common()[found] for found, *_ in near if found[0] == word[0]), reverse=True)
    if not best or (len(best) > 1 and best[0] < _CLEAR * best[1]):
        return None
    return next(found for found, *_ in near if found[0] == word[0] and _common()[found] == best[0])


def mend(word: str) -> str:
    """
    Return the syllable that was most likely meant by a word (lower case, NFC) which is none, else the word itself.

    Digits are not treated: see `from_vni`.
    """
    placed = with_tone_in_place(word)
    if is_syllable(placed):
        return placed
    if _HELD.search(word) is None or not re.search(r"(.)\1\1", split_tone(word)[0]):
        decoded = from_telex(word)
        if decoded:
            return decoded
    short = squeezed(word)
    if is_syllable(short):
        return short
    base, tone = split_tone(short)
    for slip, right in _ONSET_SLIPS:
        candidate = slip.sub(right, base)
        if candidate != base and (mended := _toned(candidate, tone[:1])):
            return mended
    if len(word) >= 4:
        return _exchanged(word) or (_replaced(word) if word.isascii() else None) or word
    return word
