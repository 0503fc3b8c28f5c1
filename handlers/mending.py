"""What changes a draft in words: "à nhầm, hẻm 7", "xã Phong Điền chứ không phải Quảng Điền"."""

from __future__ import annotations

from collections.abc import Sequence

from conversation.codec import Json
from conversation.corrections import Correction, corrections_in
from conversation.engine import put
from conversation.forms import State
from conversation.heard import begins, mentions
from conversation.messages import Words, words
from conversation.phrases import WORD
from handlers.commune import (
    SURE_SCORE,
    from_reading,
    is_name_of,
    province_of,
    read_answer,
    unit_inside,
    vietnamese_order,
    with_its_marks,
)
from handlers.hearing import hear
from handlers.repeats import forget_repeats
from handlers.spots import PLACE_MAX_CHARS, Range, beside, instead, of_its_kind, retold, spots, with_instead
from handlers.visit import Visit
from matching.places import Gazetteer, PlaceReading, Why, find_commune
from matching.text import fold, nfc
from matching.understanding import Span


def mended(state: State, text: str, visit: Visit, *, asked: str) -> tuple[Words, ...] | None:
    """
    Change what a message corrects and return what to say of it; () when it must be asked first, None for other words.

    `asked` is the present question. A place said where none is asked needs no word of correcting.
    """
    if "commune" not in state.answers:
        said = _in_story(state, text, visit, asked=asked)
        return _early(state, text, visit) if said is None and asked == "commune" else said
    for found in corrections_in(text):
        if found.is_plain and asked in {"details", "commune"}:
            continue  # that is what was asked
        said = _mended(state, found, visit, asked=asked)
        if said is not None:
            forget_repeats(state)
            return said
    return None


def _in_story(state: State, text: str, visit: Visit, *, asked: str) -> tuple[Words, ...] | None:
    """Right after the first message: change what was told in it ("à ngõ 9 chứ không phải ngõ 7")."""
    content = str(state.answers.get("content", ""))
    for found in corrections_in(text):
        if found.instead_of and replaced(content, found.instead_of, found.said) is not None:
            state.memo.pop("commune", None)
            return _mend_words(state, found, visit, asked)
    return None


def _early(state: State, text: str, visit: Visit) -> tuple[Words, ...] | None:
    """Asked for the commune, people say the alley: a place with a number is kept, and the commune asked again."""
    for found in corrections_in(text):
        new = spots(found.said)
        numbered = bool(new) and all(span.value[-1].isdigit() for span in new)
        numbered = numbered or begins(found.said, "heard-hamlet-type") is not None
        if numbered and _says_spot(Correction(found.said, is_plain=True), new) and not _is_commune(found.said, visit):
            return _mend_place(state, found, visit, "details")
    return None


def _is_commune(said: str, visit: Visit) -> bool:
    gazetteer = visit.services.gazetteer()
    return with_its_marks(gazetteer, said, read_answer(gazetteer, said, None)).decision is not None


def _mended(state: State, found: Correction, visit: Visit, *, asked: str) -> tuple[Words, ...] | None:
    if _is_about_unit(state, found, visit) and (asked == "confirmed" or not found.is_plain):
        return _mend_unit(state, found, visit, last_look=asked == "confirmed")
    said = _mend_words(state, found, visit, asked) if found.instead_of else _mend_place(state, found, visit, asked)
    if said is None and not found.is_plain and not found.instead_of:
        return _mend_unit(state, found, visit, last_look=asked == "confirmed")
    return said


# --- The commune ----------------------------------------------------------------------------------------------------


def _is_about_unit(state: State, found: Correction, visit: Visit) -> bool:
    if begins(found.said, "heard-unit-type"):
        return True
    if mentions(found.about, "label-commune-heard") and not mentions(found.about, "label-details-heard"):
        return True
    current = str(state.answers["commune"])
    if not found.is_plain and not found.instead_of and _is_beside(visit.services.gazetteer(), current, found.said):
        return True
    unit = _name_of(visit.services.gazetteer(), current)
    return bool(found.instead_of) and f" {fold(found.instead_of)} " in f" {fold(unit)} "


def _is_beside(gazetteer: Gazetteer, current: str, said: str) -> bool:
    """Tell whether words are the name of a commune of the same province: further away a hamlet is as likely meant."""
    province = province_of(gazetteer, current)
    near = find_commune(gazetteer, said, province_code=province or None).candidates
    return any(is_name_of(gazetteer, one.code, said) for one in near if province_of(gazetteer, one.code) == province)


def _name_of(gazetteer: Gazetteer, code: str) -> str:
    position = gazetteer.position(code)
    return gazetteer.communes[position].full_name if position is not None else ""


def _mend_unit(state: State, found: Correction, visit: Visit, *, last_look: bool) -> tuple[Words, ...] | None:
    """Take the commune that is clearly meant at the last look, where it is seen again; offer it otherwise."""
    gazetteer, current = visit.services.gazetteer(), str(state.answers["commune"])
    reading = _reading(gazetteer, current, found.said)
    if reading.decision == current or not (reading.decision or reading.ambiguous):
        return None
    if last_look and (named := _called(gazetteer, reading, found.said)) not in {None, current}:
        put(state, "commune", named)
        old, new = unit_inside(gazetteer, current), unit_inside(gazetteer, str(named))
        return (words("corrected-words", old=old, new=new),)
    del state.answers["commune"]
    state.memo["commune"] = from_reading(reading)
    return ()


def _called(gazetteer: Gazetteer, reading: PlaceReading, said: str) -> str | None:
    """Return the one commune that has this name now; "Quảng Điền" names the commune before the district of old."""
    best = reading.candidates[0]
    if reading.decision and best.why is Why.CURRENT_NAME and best.score >= SURE_SCORE:
        return reading.decision
    called = [one.code for one in reading.candidates if is_name_of(gazetteer, one.code, said)]
    return called[0] if len(called) == 1 else None


def _reading(gazetteer: Gazetteer, current: str, said: str) -> PlaceReading:
    """A name without a province is looked for in the province spoken of, then in all."""
    text, province = vietnamese_order(said), province_of(gazetteer, current)
    near = find_commune(gazetteer, text, province_code=province or None)
    return near if near.decision or near.ambiguous else find_commune(gazetteer, text)


# --- Words that were wrong ------------------------------------------------------------------------------------------


def _mend_words(state: State, found: Correction, visit: Visit, asked: str) -> tuple[Words, ...] | None:
    """Put what is meant in the place of what is not, in the story and in the spot; None when neither has it."""
    content, place = str(state.answers.get("content", "")), _place(state, visit, asked)
    story, spot = replaced(content, found.instead_of, found.said), replaced(place, found.instead_of, found.said)
    if story is None and spot is None:
        return _mend_place(state, found, visit, asked)
    _keep(state, visit, asked, story=story and story[0], spot=spot and spot[0])
    old = next(change[1] for change in (spot, story) if change)
    return (words("corrected-words", old=old, new=found.said),)


def replaced(text: str, old: str, new: str) -> tuple[str, str] | None:
    """
    Return the text with `new` for `old`, and what it replaced; None when `old` is not there, or is two things.

    "số nhà 12" for "21" takes the place of all that it says again: of "số nhà 21", or of "nhà 21".
    """
    text = nfc(text)
    ranges = set(_places_of(text, old))
    # "21" may be a day as well: where it is told apart by the words around it, that one is meant.
    ranges = {wider for place in ranges if (wider := _widened(text, place, new)) != place} or ranges
    several = len({fold(text[start:end]) for start, end in ranges}) > 1 or (len(ranges) > 1 and " " not in old)
    if several or not ranges:
        return None
    start, end = min(ranges)
    return with_instead(text, ranges, new), text[start:end]


def _places_of(text: str, old: str) -> list[Range]:
    found = [match.span() for match in WORD.finditer(text)]
    typed, wanted = [fold(text[start:end]) for start, end in found], fold(old).split()
    return [
        (found[first][0], found[first + len(wanted) - 1][1])
        for first in range(len(typed) - len(wanted) + 1)
        if wanted and typed[first : first + len(wanted)] == wanted
    ]


def _widened(text: str, place: Range, new: str) -> Range:
    """Return the place with the words before it that `new` says again, or all of the spot that it is a part of."""
    start, end = place
    if any(span.start == 0 for span in spots(new)):
        around = next((span for span in spots(text) if span.start <= start and end <= span.end), None)
        if around is not None:
            return around.start, around.end
    before, head = [match.span() for match in WORD.finditer(text[:start])], set(fold(new).split()[:-1])
    while before and (said := fold(text[before[-1][0] : before[-1][1]])) in head:
        head.remove(said)
        start = before.pop()[0]
    return start, end


# --- The spot -------------------------------------------------------------------------------------------------------


def _mend_place(state: State, found: Correction, visit: Visit, asked: str) -> tuple[Words, ...] | None:
    """Put a spot in the place of the one of its kind, beside those of another kind, or of all that was there."""
    said, place, new = found.said, nfc(_place(state, visit, asked)), spots(found.said)
    if len(said) > PLACE_MAX_CHARS or not _says_spot(found, new):
        return None
    old = of_its_kind(new, place)
    if mentions(found.about, "heard-spot") or not place:
        spot, told = said, words("corrected-place", new=said)
    elif old is not None:
        spot = with_instead(place, {(old.start, old.end)}, said)
        told = words("corrected-words", old=old.text, new=said)
    else:
        spot = beside(said, place, new) if found.is_plain else instead(place, said)
        told = words("corrected-place", new=spot)
    story = retold(str(state.answers.get("content", "")), place, spot, said)
    _keep(state, visit, asked, spot=spot, story=story)
    return (told,)


def _says_spot(found: Correction, new: Sequence[Span]) -> bool:
    """Tell whether words are a spot: by a word of place, or, where nothing says that they correct, from end to end."""
    if not found.is_plain:
        return bool(new) or mentions(found.said, "heard-where") or mentions(found.about, "heard-spot")
    rest = with_instead(nfc(found.said), {(span.start, span.end) for span in new}, " ")
    return bool(new) and all(mentions(word, "heard-where") for word in rest.split())


# --- Where the draft keeps it ---------------------------------------------------------------------------------------


def _is_answered(state: State, asked: str) -> bool:
    return asked != "details" and "details" in state.answers


def _place(state: State, visit: Visit, asked: str) -> str:
    """Return the place as it stands: as answered, as said so far, or as the story tells it."""
    if _is_answered(state, asked):
        return str(state.answers["details"].get("place", ""))
    said = (state.memo.get("details") or {}).get("place")
    return str(said or hear(visit.services.gazetteer(), str(state.answers.get("content", ""))).place)


def _keep(state: State, visit: Visit, asked: str, *, spot: str | None = None, story: str | None = None) -> None:
    keep_story(state, visit, story)
    if spot is None:
        return
    if not _is_answered(state, asked):
        state.memo["details"] = {**(state.memo.get("details") or {}), "place": spot}
        return
    kept: dict[str, Json] = {**(state.answers.get("details") or {}), "place": spot}
    put(state, "details", kept)


def keep_story(state: State, visit: Visit, story: str | None) -> None:
    """Keep a story in which a few words were put right, if there is one; what was shown beside it stays."""
    if story is None:
        return
    subject = hear(visit.services.gazetteer(), str(state.answers.get("content", ""))).subject
    if subject is not None:
        state.answers.setdefault("subject", subject.value)
    put(state, "content", story)
