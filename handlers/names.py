"""Who writes, as they say it: "tôi tên là Hoa" in a message or in a story, and the number behind it."""

from __future__ import annotations

import re
from typing import Final

from conversation.heard import MAX_CHARS, begins, goes_on, meant, mentions
from conversation.letters import is_named_after, letter_in
from conversation.messages import Option
from conversation.phrases import is_beside, longest, phrases, spoken
from domain.kinds import NameVisibility
from handlers.labels import name_words
from handlers.phone import parse_phone

NAME_WORDS: Final = 6
"""More words behind "tôi tên" are no name."""

NAME_MIN: Final = 2
SPOKEN_MAX: Final = 4
"""A name has two to four words; a longer row of them, spoken without a sign, is more than a name."""

PHONE_WITHIN: Final = 60
"""Characters behind a name in which a number is that person's own."""

_PART = re.compile(r"[.,;:\n–()]+")
_NUMBER = re.compile(r"(?:\+?84|0)\d[\d .\-]{7,12}\d")


def named(text: str) -> str:
    """Return the name that follows "tôi tên là" at the beginning of a text, '' for none."""
    return without_politeness((begins(text, "heard-name-is") or "").strip(" ,.:"))


_NO_NAME: Final = Option(NameVisibility.WITHOUT.value, name_words(NameVisibility.WITHOUT))


def wants_no_name(text: str) -> bool:
    """Tell whether a message says that no name is to be written down, whatever the person was asked."""
    if len(text) > MAX_CHARS:
        return False
    return mentions(text, "heard-no-name") or (meant(text, (_NO_NAME,)) is not None and not goes_on(text))


def without_politeness(name: str) -> str:
    """Return a name without the small word behind it: "Nguyễn Văn Tám ạ". A name in small letters stays whole."""
    words = name.split()
    while len(words) > 1 and words[-2][:1].isupper() and _is_polite(words[-1]):
        words.pop()
    return " ".join(words)


def _is_polite(word: str) -> bool:
    typed = spoken(word)
    return word.islower() and bool(typed.words) and is_beside(typed, 0, "heard-polite-behind-name")


def told_of(story: str) -> tuple[str, str]:
    """
    Return the name and the phone number with which somebody introduces themselves in a story, '' for what is not there.

    A number alone is nobody's: it may be that of the karaoke bar.
    """
    letter = letter_in(story) is not None
    if not letter and not mentions(story, "heard-name-is"):
        return "", ""
    start, is_named = 0, False
    for part in _PART.split(story):
        start = story.index(part, start)
        # "Tôi tên là: Hoa" has the name behind the sign.
        name = without_politeness(part.strip()) if is_named else named(part)
        is_named = not name and begins(part, "heard-name-is") is not None
        if letter and not name and is_named_after(spoken(part)):
            name = (begins(part, "heard-i-am") or "").strip()
        name = _as_written(name) if name[:1].isupper() else _spoken_name(name)
        if name and len(name.split()) <= NAME_WORDS:
            found = _NUMBER.search(story[start : start + len(part) + PHONE_WITHIN])
            return name, _phone(found[0]) if found else ""
        start += len(part)
    return "", ""


def _as_written(rest: str) -> str:
    """Return the name without what is told behind it in small letters: "Lê Thị Bảy ở thôn 3"."""
    typed, ends = spoken(rest), phrases("heard-name-ends")
    for place in range(NAME_MIN, len(typed.words)):
        if longest(typed, place, ends) and not rest.split()[place][:1].isupper():
            return " ".join(rest.split()[:place])
    return rest


def _spoken_name(rest: str) -> str:
    """Return "Lê Thị Bảy" of what was dictated: "lê thị bảy năm nay bảy mươi tuổi", '' where no surname begins it."""
    typed, ends, name = spoken(rest), phrases("heard-name-ends"), list[str]()
    if not typed.words or not longest(typed, 0, phrases("heard-surname")):
        return ""
    for place, word in enumerate(typed.words[: NAME_WORDS - 1]):
        if not word.isalpha() or (place >= NAME_MIN and longest(typed, place, ends)):
            break
        name.append(word.capitalize())
    return " ".join(name) if NAME_MIN <= len(name) <= SPOKEN_MAX else ""


def _phone(text: str) -> str:
    try:
        return parse_phone(text)
    except ValueError:
        return ""
