"""Receipt codes: drawn, written, read back from anything a person types, and the PIN that goes with them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from domain.codes import Code

ALPHABET: Final = "23456789BCFGHJKMNPQRSTVXZ"
"""
Letters and digits of a code: without I L O U 0 1, which look alike, and without A D E W Y.

Vietnamese keyboards (Telex, VNI) turn AA, AS, DD, D9, E6, W, YF into accented letters while somebody types:
without these five letters a code arrives as it was typed. Without vowels no Vietnamese word can be taken
for a code either.
"""

LENGTH: Final = 8
"""Characters of a code, check character included."""

PIN_DIGITS: Final = 6

READ_CHARS: Final = 5_000
"""Characters of a text in which a code is looked for: as long as a chat message gets, and bounded."""

_MODULUS: Final = 29
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 1)
# A prime above the alphabet's size and weights that all differ: a changed character adds w·(a-b), two that
# change places add (w-v)·(a-b); neither is a multiple of the prime, hence every such slip is seen, at any
# distance.
_VALUE: Final = {character: value for value, character in enumerate(ALPHABET)}
_LEAST_OF_EACH: Final = 2

RandomBytes = Callable[[int], bytes]
"""A source of random bytes, such as `secrets.token_bytes`."""


class CodeProblem(Code):
    """Why a text is no receipt code."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTER = "character"
    MISTYPED = "mistyped"


class Reading(Struct, frozen=True):
    """A text read as a code: the code, or what is wrong with it and which characters no code has."""

    code: str | None
    problem: CodeProblem | None = None
    strange: str = ""


def draw(source: RandomBytes) -> str:
    """Return a new code, eight characters without a dash. Draw again when the table has it already."""
    while True:
        body = "".join([ALPHABET[number] for number in _below(len(ALPHABET), LENGTH - 1, source)])
        check = -_weighed(body) % _MODULUS
        if check < len(ALPHABET) and is_valid(code := body + ALPHABET[check]):
            return code


def draw_pin(source: RandomBytes) -> str:
    """Return six random digits."""
    return "".join(map(str, _below(10, PIN_DIGITS, source)))


def is_valid(code: str) -> bool:
    """Tell whether a bare code (upper case, no dash) could have been drawn."""
    return (
        len(code) == LENGTH
        and all(character in _VALUE for character in code)
        and _is_mixed(code)
        and _weighed(code) % _MODULUS == 0
    )


def display(code: str) -> str:
    """Return a code as people see and say it: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def read(text: str) -> Reading:
    """
    Return a text that is meant as a code, or the reason why it is none.

    Case, spaces, dashes, dots and the words around do not matter. Characters that no code has are not
    guessed: an O could be any of several, so the person is told and looks again.
    """
    found = find_in(text)
    if found:
        return Reading(found)
    upper = _upper(text)
    bare = re.sub(r"[\W_]+", "", upper)
    if not bare:
        return Reading(None, CodeProblem.EMPTY)
    meant = _likeliest(upper)
    strange = "".join(dict.fromkeys(character for character in meant if character not in _VALUE))
    if len(meant) != LENGTH:
        return Reading(None, CodeProblem.LENGTH)
    if strange:
        return Reading(None, CodeProblem.CHARACTER, strange)
    return Reading(None, CodeProblem.MISTYPED)


def parse(text: str) -> str | None:
    """Return the code that a text holds, bare and in upper case, or None."""
    return read(text).code


def find_in(text: str) -> str | None:
    """Return the first valid code in a sentence, or None."""
    for match in _CODE.finditer(_upper(text)):
        code = re.sub(r"[\W_]+", "", str(match.group(1)))
        if is_valid(code):
            return code
    return None


def beside(text: str) -> str:
    """Return what stands around the first valid code of a sentence: "nhận" of "nhận 9ZSG-R2B4"."""
    for match in _CODE.finditer(upper := _upper(text)):
        if len(upper) == len(text) and is_valid(re.sub(r"[\W_]+", "", str(match.group(1)))):
            start, end = match.span(1)
            return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    return text


def resembles(text: str) -> bool:
    """Tell whether a text is nothing but a code with something wrong in it: a letter too many, another one."""
    if len(text.strip()) > _CODE_TYPED_MAX:  # as nearly every text that is told
        return False
    upper = _upper(text).strip()
    bare = _DASH.sub("", upper)
    if not LENGTH - 1 <= len(bare) <= LENGTH + 1 or not bare.isascii() or not bare.isalnum():
        return False
    slips = sum(character not in _VALUE for character in bare)
    return slips <= 1 and not bare.isdigit() and not bare.isalpha() and find_in(upper) is None


_CODE_TYPED_MAX: Final = 60
"""More characters than a code is typed in, were each of them composed of four and dashes between them."""

_DASH: Final = re.compile(r"(?<=\w\w\w)[.\-\u2010-\u2015\u2212](?=\w\w\w)")
_GAP: Final = r"[\s.\-\u2010-\u2015\u2212_·]{0,3}"
_CODE: Final = re.compile(rf"(?<![^\W_])(?=((?:[{ALPHABET}]{_GAP}){{{LENGTH - 1}}}[{ALPHABET}])(?![^\W_]))")
_PIECE: Final = re.compile(r"[^\W_]+")


def _likeliest(upper: str) -> str:
    """Return what was probably meant: a piece of eight characters, else two neighbours, else everything."""
    pieces = _PIECE.findall(upper)
    wholes = [piece for piece in pieces if len(piece) == LENGTH]
    pairs = [left + right for left, right in itertools.pairwise(pieces) if len(left + right) == LENGTH]
    with_digit = [piece for piece in (*wholes, *pairs) if any(character.isdigit() for character in piece)]
    return with_digit[0] if with_digit else "".join(pieces)


def _upper(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:READ_CHARS]).upper()


def _is_mixed(code: str) -> bool:
    # Two digits and two letters at least: neither a telephone number nor an abbreviation is taken for a code.
    digits = sum(character.isdigit() for character in code)
    return _LEAST_OF_EACH <= digits <= LENGTH - _LEAST_OF_EACH


def _weighed(code: str) -> int:
    return sum(weight * _VALUE[character] for weight, character in zip(_WEIGHTS, code, strict=False))


def _below(limit: int, count: int, source: RandomBytes) -> list[int]:
    """Return uniform numbers below `limit` (at most 256); bytes that favour low ones are thrown away."""
    ceiling = 256 - 256 % limit
    found: list[int] = []
    while len(found) < count:
        found += [value % limit for value in source(count - len(found)) if value < ceiling]
    return found
