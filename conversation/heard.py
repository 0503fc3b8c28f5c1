"""What people type instead of tapping: a yes with polite words around it means the button that agrees."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import Final

from conversation.messages import Option, Words
from conversation.patterns import folded_words
from conversation.phrases import (
    WORD,
    Spoken,
    first_of,
    is_beside,
    longest,
    made_of,
    may_begin,
    may_open,
    mentioned,
    parts,
    phrases,
    phrases_of,
    spoken,
)
from matching.text import nfc

MAX_CHARS = 40
"""A longer message says more than which button is meant."""

ASIDE_MAX_CHARS = 80

PRESS_MAX_CHARS = 240
COUNTED_MAX_CHARS = 25
WORDS_BEFORE = 3
WHETHER_MIN = 4
WHETHER_WITHIN = 8
"""Words at the end among which "có" stands in a question of the kind "có … không"."""
NUMBERS_NAMED = 9
"""Places in a list that have names of their own; further ones are chosen by figures."""


def meant(text: str, shown: Sequence[Option]) -> Option | None:
    """
    Return the one option that these words stand for, None for none or more than one.

    The words of a label, beside its own, are in `texts` under its key and `-heard`, in every language: people mix them.
    """
    if not shown or len(text) > MAX_CHARS:
        return None
    typed = spoken(text)
    opening = may_open(typed)
    found = [
        option
        for option in shown
        if not (wanted := phrases_of(option.label)).starts.isdisjoint(opening) and made_of(typed, wanted)
    ]
    if found and asks_for_news(text) and not any(_is_spelled_out(typed, option) for option in found):
        return None  # "gửi chưa vậy" is made of "gửi" and polite words, and asks
    if found and made_of(typed, phrases("button-confirm-stop-heard")):
        # "không gửi nữa" is made of "không" and "gửi", and still means none of what they mean alone.
        found = [option for option in found if _is_spelled_out(typed, option)]
    return found[0] if len(found) == 1 else None


def meant_as_told(text: str, shown: Sequence[Option]) -> Option | None:
    """Return the option that somebody is said to wish: "dạ bà biểu gửi mặt trận"."""
    wished = begins(text, "heard-told-by") if shown and len(text) <= MAX_CHARS else None
    return meant(wished, shown) if wished else None


def _is_spelled_out(typed: Spoken, option: Option) -> bool:
    return " ".join(typed.folded) in phrases_of(option.label).spelled


def agreed_before_sending(text: str, options: Sequence[Option]) -> Option | None:
    """Return the option that says yes, to "đúng rồi gửi đi": whoever is asked something else first has answered it."""
    if len(text) > MAX_CHARS:
        return None
    typed = spoken(text)
    kept = _without(typed, "heard-send")
    yes = Spoken(tuple(typed.words[i] for i in kept), tuple(typed.folded[i] for i in kept))
    if len(kept) in {0, len(typed.words)} or not made_of(yes, phrases("heard-yes")):
        return None
    found = [option for option in options if made_of(yes, phrases_of(option.label))]
    return found[0] if len(found) == 1 else None


def without(text: str, *keys: str) -> str:
    """Return the words of a text that stand in no phrase of `keys`, in small letters."""
    typed = spoken(text)
    return " ".join(typed.words[place] for place in _without(typed, *keys))


def _without(typed: Spoken, *keys: str) -> list[int]:
    wanted, kept, place = phrases(*keys), list[int](), 0
    while place < len(typed.words):
        length = longest(typed, place, wanted)
        kept += [] if length else [place]
        place += length or 1
    return kept


def counted(text: str, count: int) -> int | None:
    """Return the place of the option that is chosen by its number in words ("cái thứ hai", "1 nha"), else None."""
    if not count or len(text) > COUNTED_MAX_CHARS or (count == 1 and not any(char.isdigit() for char in text)):
        return None  # of one button nobody says "the first", and Nhất is a name
    typed, beside = spoken(text), "heard-number-beside"
    if made_of(typed, phrases("heard-number-last"), beside=beside):
        return count - 1
    numbers = range(min(count, NUMBERS_NAMED))
    return next((n for n in numbers if made_of(typed, phrases(f"heard-number-{n + 1}"), beside=beside)), None)


def agrees(text: str) -> bool:
    """Tell whether the message only says yes: to what was suggested in words, without a button of its own."""
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases("heard-yes"))


def right_or_stop(text: str) -> bool:
    """Tell whether the message, typed without marks, may as well mean "right" as "stop": "dung" is both."""
    return text.isascii() and agrees(text) and made_of(spoken(text), phrases("command-cancel"))


def confirms(text: str) -> bool:
    """Tell whether the message lets go what was shown for a last look, whatever its button is called."""
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases("button-confirm-send-heard"))


def is_mere_answer(text: str) -> bool:
    """Tell whether the message only agrees, refuses or lets go, whatever was asked: it tells nothing by itself."""
    keys = ("consent-yes-heard", "consent-no-heard", "button-confirm-send-heard")
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases(*keys))


def says_hello(text: str) -> bool:
    """Tell whether no matter is named yet: calls and greetings one after the other, or not a letter at all."""
    typed = spoken(text)
    return not typed.words or (len(text) <= MAX_CHARS and made_of(typed, phrases("heard-hello")))


def thanks(text: str) -> bool:
    """Tell whether the message only thanks, agrees or says goodbye."""
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases("heard-thanks"), beside="heard-thanked")


def asks_for_news(text: str) -> bool:
    """Tell whether the message only asks how far a matter is that is not named: what is filed already."""
    return len(text) <= ASIDE_MAX_CHARS and made_of(spoken(text), phrases("heard-news"), beside="heard-news-beside")


_FIGURE: Final = re.compile(r"\d[\d.,]*")
_PARTS: Final = re.compile(r"[,;.!\n]+")
PARTS_MAX: Final = 5


def parts_of(text: str) -> list[str]:
    """Return what a short message says one after the other, parted by commas and the like; [] for a long one."""
    if len(text) > PARTS_MAX * MAX_CHARS:
        return []
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    return parts if len(parts) <= PARTS_MAX and all(len(part) <= MAX_CHARS for part in parts) else []


def asks_somebody_else(text: str) -> bool:
    """Tell whether the message only asks what is no matter of anybody here: the price of gold, the weather, a poem."""
    return 0 in _made_of_both(text, "heard-not-ours", "heard-not-ours-asked", beside="heard-aside-beside")


def _made_of_both(text: str, needed: str, also: str, *, beside: str) -> set[int]:
    """Return which of two lists a short message is made of, 0 and 1; nothing where no word of the needed one is."""
    if len(text) > ASIDE_MAX_CHARS:
        return set()
    typed, wanted = spoken(text), phrases(needed)
    # Few messages have a word of it: no other one is taken apart.
    return set() if wanted.starts.isdisjoint(typed.folded) else parts(typed, wanted, phrases(also), beside=beside)


def is_unsure(text: str) -> bool:
    """Tell whether the message only says that the person does not know."""
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases("heard-unsure"), beside="heard-aside-beside")


def is_plain(text: str) -> bool:
    """Tell whether the message only answers, lets go or greets: it names no place and tells nothing of a story."""
    return goes_on(text) or says_hello(text)


def goes_on(text: str) -> bool:
    """Tell whether the message is nothing but a yes, a no, thanks, or the wish to go on or to send."""
    plain = phrases("heard-yes", "heard-no", "heard-thanks", "button-confirm-send-heard", "button-continue-heard")
    return len(text) <= MAX_CHARS and made_of(spoken(text), plain, beside="heard-thanked")


def aside(text: str, names: tuple[str, ...]) -> str | None:
    """Return the first of these questions or wishes (`heard-<name>`) that the message is and nothing else."""
    if len(text) > ASIDE_MAX_CHARS:
        return None
    if "who-sees" in names and ends_with(text, "heard-who-sees-at-end"):
        return "who-sees"  # whoever it is: "chị Lan có đọc được không"
    found = first_of(spoken(text), _heard(names), beside="heard-aside-beside")
    return found.removeprefix("heard-") if found is not None else None


def first_said(text: str, name: str) -> bool:
    """Tell whether a message begins or ends with this wish and says why ("rút lại, cô giáo đã giải thích rồi")."""
    # Few messages have a word of it: no other one is parted.
    if len(text) > PRESS_MAX_CHARS or not may_begin(spoken(text), phrases(f"heard-{name}")):
        return False
    first, *more = [part for part in _PARTS.split(text) if part.strip()] or [text]
    return bool(more) and any(aside(part, (name,)) is not None for part in (first, more[-1]))


def fears_readers(text: str) -> str | None:
    """Return "who-sees" for a question who reads it that is followed by its reason ("… đọc được không? tôi sợ …")."""
    asked, mark, reason = text.partition("?")
    if not mark or len(text) > PRESS_MAX_CHARS or begins(reason, "heard-afraid-because") is None:
        return None
    return aside(asked, ("who-sees",))


@functools.cache
def _heard(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"heard-{name}" for name in names)


def speaks_of_several(text: str) -> bool:
    """Tell whether the message only asks whether several matters may be told at once, whatever their number."""
    return len(text) <= ASIDE_MAX_CHARS and made_of(
        spoken(text), phrases("heard-several"), beside="heard-several-beside"
    )


def has_no_photos(text: str) -> bool:
    """Tell whether the message says that there is no photo, and why: nothing of it belongs to a story."""
    return len(text) <= ASIDE_MAX_CHARS and begins(text, "heard-no-photos") is not None


def announces_photos(text: str) -> bool:
    """Tell whether the message only says that photos are coming ("có hình nè")."""
    return len(text) <= MAX_CHARS and made_of(spoken(text), phrases("heard-photos-coming"))


def ends_as_question(text: str) -> bool:
    """Tell whether the last words are those of a question ("gửi chung được không"): it names no place."""
    return ends_with(text, "heard-asks-at-end") or _asks_whether(text)


def _asks_whether(text: str) -> bool:
    """Tell whether the message ends in "có … không": "gửi cho họ có lộ không", "có gửi cho họ không"."""
    typed = spoken(text)
    if len(typed.words) < WHETHER_MIN or typed.folded[-1] not in _last_words("heard-whether"):
        return False
    if not longest(typed, len(typed.words) - 1, phrases("heard-whether")):
        return False
    return "có" in typed.words[-WHETHER_WITHIN:-2]


def ends_with(text: str, key: str) -> bool:
    """Tell whether the last words of a text are one of the phrases of `key`."""
    typed, ends = spoken(text), phrases(key)
    if not typed.words or typed.folded[-1] not in _last_words(key):
        return False
    first = max(len(typed.words) - ends.longest, 0)
    return any(
        place + longest(typed, place, ends) == len(typed.words)
        for place in range(first, len(typed.words))
        if longest(typed, place, ends)
    )


@functools.cache
def _last_words(key: str) -> frozenset[str]:
    return frozenset(spelled.rpartition(" ")[2] for spelled in phrases(key).spelled)


def wants_it_gone(text: str) -> bool:
    """Tell whether a message ends in the wish that what was written be erased ("người ta đọc máy, xóa hết đi")."""
    if len(text) > ASIDE_MAX_CHARS:
        return False
    typed, gone = spoken(text), phrases("heard-gone-at-end")
    if gone.starts.isdisjoint(typed.folded):  # as in most messages
        return False
    for end in range(len(typed.words), 0, -1):
        first = next((place for place in range(end) if place + longest(typed, place, gone) == end), None)
        if first is not None:
            return not (first and is_beside(typed, first - 1, "heard-gone-told"))
        if not is_beside(typed, end - 1, "heard-polite-at-end"):
            break
    return False


def asks_for_paper(text: str) -> bool:
    """Tell whether the message only asks for a paper or an allowance that the People's Committee gives."""
    return _made_of_both(text, "heard-paper", "heard-paper-asked", beside="heard-paper-beside") == {0, 1}


def asks_for_a_loan(text: str) -> bool:
    """Tell whether somebody only asks us for money ("cho em vay 20 triệu được k"), not that others be lent."""
    return 0 in _made_of_both(_FIGURE.sub(" ", text), "heard-loan", "heard-loan-asked", beside="heard-loan-beside")


def tells_age(text: str) -> int | None:
    """Return the age that a short message tells and nothing else ("e 15t", "cháu mới 9 tuổi"), None for all else."""
    figures = _FIGURE.findall(text) if len(text) <= MAX_CHARS else []
    if len(figures) != 1 or not figures[0].isdecimal():
        return None
    said = spoken(_FIGURE.sub(" ", text))
    return int(figures[0]) if made_of(said, phrases("heard-age"), beside="heard-age-beside") else None


def is_of_the_press(text: str) -> bool:
    """Tell whether a journalist asks for something of theirs, an interview or figures; their own troubles are not."""
    if len(text) > PRESS_MAX_CHARS:
        return False
    told = f" {' '.join(spoken(text).folded)} "
    # Few write who do: whoever is none of them is told apart by a look at the letters.
    if not any(f" {named} " in told for named in phrases("heard-press").spelled):
        return False
    return mentions(text, "heard-press") and mentions(text, "heard-press-asks")


def mentions(text: str, key: str) -> bool:
    """Tell whether one of the phrases of `key` stands somewhere in the text."""
    return mentioned(spoken(text), phrases(key)) is not None


def speaks_of(text: str, key: str, *, without: str) -> bool:
    """Tell whether a phrase of `key` stands in the text with none of `without` among the few words before it."""
    typed, wanted, before = spoken(text), phrases(key), phrases(without)
    return not wanted.starts.isdisjoint(typed.folded) and any(
        longest(typed, place, wanted)
        and not any(longest(typed, near, before) for near in range(max(place - WORDS_BEFORE, 0), place))
        for place in range(len(typed.words))
    )


def corrects(text: str, labels: Sequence[Words | None]) -> list[int] | None:
    """
    Return which answers a message takes back ("à nhầm, sửa xã"), by their places among the labels.

    Empty when it takes something back and names none ("nhầm rồi"); None when it is no correction.
    """
    if len(text) > ASIDE_MAX_CHARS:
        return None
    typed, named = spoken(text), []
    wrong = phrases("heard-correct", "heard-correct-named")
    if not may_begin(typed, wrong):
        return None
    for place, label in enumerate(labels):
        if label is not None and parts(typed, wrong, phrases_of(label), beside="heard-correct-beside") == {0, 1}:
            named.append(place)
    return named or ([] if made_of(typed, phrases("heard-correct"), beside="heard-correct-beside") else None)


def begins(text: str, key: str) -> str | None:
    """Return what follows the longest phrase of `key` that the text begins with, None when it begins with none."""
    typed, wanted = spoken(text), phrases(key)
    for place in range(len(typed.words)):
        if length := longest(typed, place, wanted):
            return _from_word(text, place + length)
        if not is_beside(typed, place, "heard-polite"):
            break
    return None


def names_line(text: str, line: str) -> bool:
    """Tell whether a line has all the words of a text; polite ones do not count ("vụ chó đi")."""
    typed, told = spoken(text), spoken(line)
    if text.isascii():
        named = set(typed.folded) - folded_words("heard-polite")
        return bool(named) and named <= set(told.folded)
    polite = {word for spelled in phrases("heard-polite").spelled.values() for word in spelled}
    named = set(typed.words) - polite
    return bool(named) and named <= set(told.words)


def around(text: str, key: str) -> str | None:
    """Return the text without the first phrase of `key` in it, None when it has none of them."""
    found = mentioned(spoken(text), phrases(key))
    if found is None:
        return None
    text = nfc(text)
    spans = [match.span() for match in WORD.finditer(text)]
    return f"{text[: spans[found[0]][0]]}{text[spans[found[1] - 1][1] :]}".strip()


def after(text: str, key: str) -> str | None:
    """Return what stands behind the first phrase of `key` in the text, None when it has none of them."""
    found = mentioned(spoken(text), phrases(key))
    return _from_word(text, found[1]) if found is not None else None


def behind(text: str, key: str) -> str:
    """Return what stands behind the phrase of `key` that the text begins with, the text itself without one."""
    typed = spoken(text)
    length = longest(typed, 0, phrases(key)) if typed.words else 0
    return _from_word(text, length) if length else text


def without_end(text: str, key: str) -> str:
    """Return the text without words of `key` at its end ("ngõ 12 giúp với nhé"); never nothing at all."""
    typed = spoken(text)
    end = len(typed.words)
    while end > 1 and is_beside(typed, end - 1, key):
        end -= 1
    starts = [match.start() for match in itertools.islice(WORD.finditer(nfc(text)), end, end + 1)]
    return nfc(text)[: starts[0]] if starts else nfc(text)


def _from_word(text: str, place: int) -> str:
    """Return what stands behind so many words, as it was written."""
    ends = [match.end() for match in itertools.islice(WORD.finditer(nfc(text)), place)]
    return nfc(text)[ends[-1] :] if ends else nfc(text)


def is_the_case(text: str) -> bool:
    """Tell whether words only point at the case spoken of: "vụ này", "việc đó đi"."""
    return made_of(spoken(text), phrases("officer-typed-this"))


def corrected(text: str) -> str | None:
    """Return what follows the words that take something back ("à nhầm, " before "xã Phong Điền"), None without them."""
    typed, wrong = spoken(text), phrases("heard-correct")
    place, found = 0, False
    while place < len(typed.words):
        length = longest(typed, place, wrong)
        if not length and not is_beside(typed, place, "heard-polite", "heard-correct-beside"):
            break
        found = found or length > 0
        place += length or 1
    return _from_word(text, place).strip(" ,:;.") if found and place < len(typed.words) else None
