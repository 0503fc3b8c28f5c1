"""What is said of a petition beside the question asked: another answer, one taken back, something asked."""

from __future__ import annotations

import functools
from collections import Counter
from typing import Any, Final

from conversation.corrections import corrections_in
from conversation.engine import put
from conversation.forms import Question, State
from conversation.heard import (
    ASIDE_MAX_CHARS,
    MAX_CHARS,
    agrees,
    announces_photos,
    asks_for_news,
    asks_somebody_else,
    begins,
    behind,
    ends_as_question,
    goes_on,
    has_no_photos,
    meant,
    mentions,
    names_line,
    parts_of,
    says_hello,
    speaks_of_several,
    thanks,
    without,
)
from conversation.heard import aside as aside_heard
from conversation.messages import Inbound, Option, Words, words
from conversation.phrases import spoken
from conversation.questions import names_of
from domain.kinds import NameVisibility, OnBehalf, Organisation
from domain.subjects import Subject
from handlers.asides import in_form, why
from handlers.commune import province_named, province_of, read_answer
from handlers.danger import call_now
from handlers.hearing import hear
from handlers.labels import on_behalf_words, organisation_words, shortened, subject_words
from handlers.mending import mended
from handlers.names import named, wants_no_name, without_politeness
from handlers.phone import phone_in
from handlers.visit import Visit
from matching.text import fold
from matching.understanding import SpanKind, understand

SHOWN_CHARS = 200


async def aside(state: State, question: Question[Any], inbound: Inbound, visit: Visit) -> tuple[Words, ...] | None:
    """Hear what belongs to another question ("giấu tên", "à nhầm, xã Phong Điền"), or what is asked back."""
    text = inbound.text.strip()
    if question.name != "visibility" and wants_no_name(text):
        put(state, "visibility", NameVisibility.WITHOUT.value)
        return (words("aside-name-hidden"),)
    number = phone_in(text)
    if question.name != "phone" and number:
        put(state, "phone", number)
        name = next((name for part in parts_of(text) if (name := _name_in(question.name, part))), "")
        return (*(_named(state, name, visit) if name else ()), words("aside-phone-kept"))
    if asks_somebody_else(text):
        return (words("aside-not-ours"),)
    if (early := _early(state, question.name, text)) is not None:
        return early
    if (answered := _of_photos_and_matters(question.name, text)) is not None:
        return answered
    if (dropped := _dropped(state, text)) is not None:
        return (words("aside-dropped", text=shortened(dropped, SHOWN_CHARS)),)
    if (said := mended(state, text, visit, asked=question.name)) is not None:
        return said
    if name := _name_in(question.name, text):
        return _named(state, name, visit)
    if aside_heard(text, ("withdraw",)) is not None:
        return (words("aside-not-sent-yet"),)
    if aside_heard(text, ("how-long",)) is not None:
        heard = hear(visit.services.gazetteer(), str(state.answers.get("content", "")))
        return (call_now(heard) if heard.danger else words("aside-how-long"),)
    if asks_for_news(text):
        return (words("aside-not-sent-news"),)
    said = _polite(state, question.name, text, visit)
    said = await in_form(state, question, inbound, visit) if said is None else said
    return (words("aside-cannot-say"),) if said is None and _asks_us(question.name, text, visit) else said


def _of_photos_and_matters(question: str, text: str) -> tuple[Words, ...] | None:
    """Answer what is said of photos before they are asked for, and whether several matters may be told at once."""
    if speaks_of_several(text):
        return (words("aside-several"),)
    if aside_heard(text, ("why-photos",)) is not None:
        return (why("details"),)
    if question != "details" and has_no_photos(text):
        return (words("aside-no-photos"),)
    if announces_photos(text):
        return (words("aside-photos-coming"),)
    if question not in {"details", "commune"} and aside_heard(text, ("impatient",)) is not None:
        return (why(question),)
    return None


def _asks_us(question: str, text: str, visit: Visit) -> bool:
    """Tell whether a question is asked of us: of no trouble, and naming no place that was asked for."""
    if question == "content" or len(text) > ASIDE_MAX_CHARS or not (text.endswith("?") or ends_as_question(text)):
        return False
    told = {SpanKind.TROUBLE, SpanKind.SINCE, SpanKind.PLACE}
    return (
        told.isdisjoint(span.kind for span in understand(text).spans)
        and spoken(text).words != ()
        and not read_answer(visit.services.gazetteer(), text, None).candidates
    )


def _name_in(question: str, text: str) -> str:
    """Return the name that is said ("tôi tên là Hoa", "ghi tên Tuấn"), '' for none."""
    if len(text) > MAX_CHARS:
        return ""
    if name := named(text):
        return name
    name = (begins(text, "heard-name-follows") or "").strip(" ,.:") if question != "commune" else ""
    name = behind(without_politeness(name), "heard-name-title").strip()
    return name if name and all(word[:1].isupper() for word in name.split()) and not text.isupper() else ""


def _named(state: State, name: str, visit: Visit) -> tuple[Words, ...]:
    """Keep who sends it; whoever wished to send it without a name wishes so no more."""
    put(state, "name", name)
    hidden = hear(visit.services.gazetteer(), str(state.answers.get("content", ""))).wants_no_name
    if state.answers.get("visibility", NameVisibility.WITHOUT.value if hidden else "") == NameVisibility.WITHOUT.value:
        put(state, "visibility", NameVisibility.OFFICER_ONLY.value)
    return (words("aside-name-kept"),)


def _polite(state: State, question: str, text: str, visit: Visit) -> tuple[Words, ...] | None:
    """Answer what needs no more than a kind word: a call, thanks, the province behind the commune, which body."""
    if spoken(text).words and says_hello(text):
        return (words("aside-here"),)
    if question in {"confirmed", "commune"} and thanks(text) and not agrees(text):
        return (words("aside-welcome"),)
    if question == "organisation" and len(text) <= MAX_CHARS and mentions(text, "heard-which-body"):
        return (why("organisation"),)
    gazetteer, commune = visit.services.gazetteer(), state.answers.get("commune")
    if isinstance(commune, str) and province_named(gazetteer, text) == province_of(gazetteer, commune):
        return (words("aside-noted"),)
    return None


_EARLY: Final = {
    "organisation": tuple(Option(one.value, organisation_words(one)) for one in Organisation),
    "on-behalf": tuple(Option(one.value, on_behalf_words(one)) for one in OnBehalf if one is not OnBehalf.SELF),
}
"""Questions whose options people name before they are asked, and how they are labelled: `label-<name>`."""


def _early(state: State, question: str, text: str) -> tuple[Words, ...] | None:
    """
    Keep what answers another question than the one asked, by the name of an option and nothing else.

    What was kept so before its question came is changed as well: "mà đổi lại gửi hội phụ nữ đi".
    """
    for name, options in _EARLY.items():
        if name == question:
            continue
        option = meant(text, options)
        if option is not None and (not goes_on(text) or meant(without(text, "heard-send"), options) is option):
            return _kept(state, name, option)
        anew = [meant(one.said, options) for one in corrections_in(text)] if name in state.answers else []
        if len(anew) == 1 and anew[0] is not None:
            return _kept(state, name, anew[0])
    subject = subject_named(text) if question != "subject" else None
    return _kept(state, "subject", Option(subject.value, subject_words(subject))) if subject is not None else None


def _kept(state: State, name: str, option: Option) -> tuple[Words, ...]:
    said = "corrected-answer" if name in state.answers else "kept-answer"
    put(state, name, option.id)
    return (words(said, what=words(f"label-{name}"), new=option.label),)


def subject_named(text: str) -> Subject | None:
    """Return the subject whose name, or a part of it, the whole text is ("môi trường"); "chợ" may be a place."""
    return _subject_names().get(fold(text)) if len(text) <= MAX_CHARS else None


@functools.cache
def _subject_names() -> dict[str, Subject]:
    options = {one: Option(one.value, subject_words(one)) for one in Subject if one is not Subject.OTHER}
    named = [(name, one) for one, option in options.items() for name in names_of(option) if " " in name]
    counts = Counter(name for name, _ in named)
    bodies = _EARLY["organisation"]  # "mặt trận" is what receives it
    return {name: one for name, one in named if counts[name] == 1 and meant(name, bodies) is None}


def _dropped(state: State, text: str) -> str | None:
    """Take back a line that was added to the story: the last one, or the one with all the words that name it."""
    first, *added = str(state.answers.get("content", "")).split("\n")
    if not added:
        return None
    found: list[str] = []
    if aside_heard(text, ("drop-last",)) is not None:
        found = added[-1:]
    elif len(text) <= MAX_CHARS and (named := begins(text, "heard-drop")):
        found = [line for line in added if names_line(named, line)]
    if len(found) != 1:
        return None
    added.remove(found[0])
    put(state, "content", "\n".join((first, *added)))
    return found[0]
