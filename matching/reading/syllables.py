"""What a Vietnamese syllable may be, and where its tone is written."""

from __future__ import annotations

import functools
import unicodedata

from matching.text import strip_marks

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
ONSETS = frozenset(_ONSETS.split()) | {""}
RIMES = frozenset(_RIMES.split())
_FOLDED_ONSETS = frozenset(strip_marks(onset) for onset in ONSETS)
_FOLDED_RIMES = frozenset(strip_marks(rime) for rime in RIMES)
# These loanwords are the only ones with "oong" and "ooc": "soong" is a telex leftover of "sông", not a word.
_DOUBLE_O = frozenset({"boong", "xoong", "coong", "goong", "toong", "mooc", "sooc", "rooc", "moóc", "soóc"})

TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_TONE_SET = frozenset(TONES)
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED_VOWELS = frozenset("ăâêôơư")
_STOPS = ("c", "ch", "p", "t")


def split_tone(word: str) -> tuple[str, str]:
    """Return the word (lower case, NFC) without its tone marks, and the marks that were taken off."""
    if word.isascii():
        return word, ""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in decomposed if char in _TONE_SET)
    if not tones:
        return word, ""
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONE_SET)), tones


def _parts(word: str, onsets: frozenset[str], rimes: frozenset[str]) -> tuple[str, str] | None:
    for length in (3, 2, 1, 0):
        onset, rime = word[:length], word[length:]
        if onset in onsets and rime in rimes and not (onset in ("ngh", "gh") and rime[0] not in "eêiy"):
            return onset, rime
    return None


@functools.lru_cache(2048)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case word, with marks or without any, can be a syllable of Vietnamese."""
    if len(word) > 8 or not word:
        return False
    if word in _DOUBLE_O:
        return True
    if word.isascii():
        return _parts(word, _FOLDED_ONSETS, _FOLDED_RIMES) is not None
    base, tones = split_tone(word)
    if len(tones) > 1:
        return False
    parts = _parts(base, ONSETS, RIMES)
    if parts is None:
        return base in _DOUBLE_O
    rime = parts[1]
    ends_in_stop = rime.endswith(_STOPS)
    return not (ends_in_stop and tones and tones not in "\u0301\u0323")


def place_tone(base: str, tone: str) -> str:
    """
    Return the syllable with its tone where this project writes it: hòa, thúy, khỏe, hoàn.

    Args:
        base: the syllable without tone, NFC.
        tone: one combining mark.
    """
    start = 0
    if base.startswith("qu") or (base.startswith("gi") and len(base) > 2 and base[2] in _VOWELS):
        start = 2
    vowels = [index for index in range(start, len(base)) if base[index] in _VOWELS]
    if not vowels:
        vowels = [index for index in range(len(base)) if base[index] in _VOWELS]
    if not vowels:
        return base
    marked = [index for index in vowels if base[index] in _MARKED_VOWELS]
    if marked:
        at = marked[-1]
    elif len(vowels) == 1:
        at = vowels[0]
    elif vowels[-1] < len(base) - 1 or len(vowels) > 2:
        at = vowels[1]
    else:
        at = vowels[0]
    return unicodedata.normalize("NFC", base[: at + 1] + tone + base[at + 1 :])


def with_tone_in_place(word: str) -> str:
    """Return the word (lower case, NFC) with its one tone mark in place: hoà and hòa become hòa."""
    base, tones = split_tone(word)
    return place_tone(base, tones) if len(tones) == 1 else word
