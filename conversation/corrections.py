"""What a message takes back and puts in its place: "à nhầm, hẻm 7", "số nhà 12 chứ không phải 21", "sửa chỗ: …"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from conversation.patterns import folded_words
from conversation.phrases import WORD, Spoken, is_spelled, longest, mentioned, phrases, spoken
from matching.text import fold, nfc

MAX_CHARS: Final = 120
"""A longer message tells a story; what stands in it is no correction."""

_BREAK = re.compile(r"[,;:.]")


class Correction(Struct, frozen=True):
    """What is meant, and what is not meant, if that was said."""

    said: str
    instead_of: str = ""
    about: str = ""
    """The words in front, which may name the answer: "sửa chỗ"."""
    is_plain: bool = False
    """No word says that it is a correction."""


class _Text(Struct, frozen=True):
    """A text with its words and where they stand."""

    written: str
    typed: Spoken
    spans: tuple[tuple[int, int], ...]

    def between(self, first: int, last: int) -> str:
        """Return the words from `first` to before `last` as written, without polite words around them."""
        while first < last and self._is_around(first):
            first += 1
        while first < last and self._is_around(last - 1):
            last -= 1
        return self.written[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""

    def _is_around(self, place: int) -> bool:
        return self.is_one_of(place, "heard-polite", "heard-is")

    def is_one_of(self, place: int, *keys: str) -> bool:
        """
        Tell whether a word is in these lists. Marks count where some were typed.

        "nha" behind a place is polite, "nhà" is a house, "Ba" a name; without marks "nha" may be the house.
        """
        word, folded = self.typed.words[place], self.typed.folded[place]
        spelled = phrases(*keys).spelled.get(folded, ())
        if self.written.isascii():
            return bool(spelled) and (place == 0 or folded not in folded_words("heard-where", "heard-where-beside"))
        return is_spelled(word, spelled)

    def break_after(self, first: int) -> int | None:
        """Return the first word behind a comma or the like that follows the word `first`, None without one."""
        for place in range(first, len(self.spans) - 1):
            if _BREAK.search(self.written, self.spans[place][1], self.spans[place + 1][0]):
                return place + 1
        return None


@functools.lru_cache(32)  # one message is looked at for several questions
def corrections_in(text: str) -> tuple[Correction, ...]:
    """Return how a text may be read as a correction, the fullest reading first; none for a long text."""
    if len(text) > MAX_CHARS or not text.strip():
        return ()
    written = nfc(text)
    read = _Text(written, spoken(text), tuple(match.span() for match in WORD.finditer(written)))
    return tuple(found for found in _readings(read) if found.said and fold(found.said) != fold(found.instead_of))


def _readings(read: _Text) -> Iterator[Correction]:
    typed, count = read.typed, len(read.typed.words)
    start = _prefix(read)
    about = read.written[: read.spans[start - 1][1]] if start else ""
    middle = mentioned(typed, phrases("heard-not-but", "heard-not"), start)
    if middle is not None and middle[0] > start:  # "12 chứ không phải 21"
        found = Correction(read.between(start, middle[0]), read.between(middle[1], count), about)
        if longest(typed, middle[0], phrases("heard-not-but")) or _are_alike(found.said, found.instead_of):
            yield found
        return
    first = middle[1] if middle is not None else start
    if first:
        rather = mentioned(typed, phrases("heard-but-rather"), first)
        if rather is not None and rather[0] > first:  # "không phải 21 mà là 12", "sửa 21 thành 12"
            yield Correction(read.between(rather[1], count), read.between(first, rather[0]), about)
        elif rather is not None and middle is None:  # "đổi sang hội phụ nữ"
            yield Correction(read.between(rather[1], count), about=about)
    if middle is not None:
        if first < count and _BREAK.search(read.written, read.spans[first - 1][1], read.spans[first][0]):
            end = _suffix(typed, first)
            if end < count:  # "không phải, ngõ 5 mới đúng"
                yield Correction(read.between(first, end), about=about)
            return
        behind = read.break_after(first)
        if behind is not None:  # "không phải 21, 12 mới đúng"
            yield Correction(read.between(behind, _suffix(typed, behind)), read.between(first, behind), about)
        return
    end = _suffix(typed, start)
    yield Correction(read.between(start, end), about=about, is_plain=not start and end == count)


def _are_alike(said: str, other: str) -> bool:
    """Tell whether one may stand for the other: "nhà tôi không phải hộ nghèo" corrects nothing."""
    one, two = fold(said).split(), fold(other).split()
    if not one or not two:
        return False
    return one[0] == two[0] or one[-1] == two[-1] or all(any(w[0].isdigit() for w in words) for words in (one, two))


def _prefix(read: _Text) -> int:
    """Return how many words in front only say that something is corrected ("à nhầm,", "sửa chỗ")."""
    typed = read.typed
    said, labels = phrases("heard-correct", "heard-rather"), phrases("label-details-heard", "label-commune-heard")
    place, found, label = 0, 0, 0
    while place < len(typed.words):
        corrects = longest(typed, place, said)
        named = longest(typed, place, labels) if found and not corrects and not label else 0
        beside = read.is_one_of(place, "heard-polite", "heard-correct-beside", "heard-is")
        if not (corrects or named or beside):
            break
        label = place if named else label
        place += corrects or named or 1
        found = place if corrects else found
    if not found:
        return _denied(read)
    return _behind_label(typed, label, place) if label else place


def _denied(read: _Text) -> int:
    """Return how many words in front only deny, set off from what is meant: "không, hẻm 7"; 0 for "không có đèn"."""
    end, place, denies = (read.break_after(0) or 0) if read.spans else 0, 0, False
    while place < end:
        length = longest(read.typed, place, phrases("heard-no"))
        if not length and not read.is_one_of(place, "heard-polite"):
            return 0
        denies = denies or length > 0
        place += length or 1
    return place if denies and place == end else 0


def _behind_label(typed: Spoken, label: int, place: int) -> int:
    """A label with more behind it is a part of that ("sửa số nhà 12"), unless it names the spot as a whole."""
    named = longest(typed, label, phrases("heard-spot"))
    return place if named and place < len(typed.words) else label


def _suffix(typed: Spoken, start: int) -> int:
    """Return where the words end that only say that this is right ("hẻm 7 mới đúng")."""
    really, count = phrases("heard-really"), len(typed.words)
    for place in range(start + 1, count):
        if (length := longest(typed, place, really)) and place + length == count:
            return place
    return count
