"""`understand`: what a report says, as typed values with their places in the text."""

from __future__ import annotations

from collections.abc import Sequence

from matching.reading import Reading, read
from matching.understanding.accusation import accusation_points, guess_accusation
from matching.understanding.danger import danger_hits, danger_points, guess_urgency, is_urgent, numbers_to_call
from matching.understanding.judging import chances, judged_features
from matching.understanding.kinds import guess_kind, guess_organisation
from matching.understanding.persons import find_persons
from matching.understanding.phrases import Hit
from matching.understanding.places import find_places, not_about
from matching.understanding.spans import dictionary, find_spans
from matching.understanding.subjects import guess_subject
from matching.understanding.values import Guess, Understanding

_REQUESTS = frozenset({"xin", "de", "kien", "mong", "can", "nen", "dang", "kinh", "nho", "uoc"})
_NEGATIONS = frozenset({"chua", "khong", "chang", "dung"})
_JOINS = ("ngoai ra", "ben canh do", "dong thoi", "them nua", "thu hai la", "con nua", "voi lai", "ngoai ra con")
_FILLERS = frozenset(
    "a oi ban ad quan tri cho em chau toi co ai khong o day moi nguoi ca nha minh da vang u anh chi".split()
)


def _is_negated(reading: Reading, hit: Hit) -> bool:
    before = reading.tokens[max(0, hit.first - 2) : hit.first]
    return any(token.folded in _NEGATIONS for token in before) and not hit.entry.words[0].startswith("đã")


def _is_fixed(reading: Reading, hits: Sequence[Hit]) -> bool:
    fixed = [hit for hit in hits if hit.entry.what == "fixed" and not _is_negated(reading, hit)]
    return bool(fixed) and not any(hit.entry.what == "not_thanks" and hit.first > fixed[0].first for hit in hits)


def _is_thanks(hits: Sequence[Hit], *, is_fixed: bool, is_danger: bool) -> bool:
    if is_danger or not any(hit.entry.what == "thanks" for hit in hits):
        return False
    wants = any(hit.entry.what in ("trouble", "not_thanks") for hit in hits)
    return is_fixed or not wants


def _is_greeting(reading: Reading, hits: Sequence[Hit]) -> bool:
    if not reading.tokens or len(reading.tokens) > 8:
        return False
    greeted = {index for hit in hits if hit.entry.what == "greeting" for index in range(hit.first, hit.last + 1)}
    return bool(greeted) and all(
        index in greeted or token.folded in _FILLERS for index, token in enumerate(reading.tokens)
    )


def _several(reading: Reading, subject: Guess) -> bool:
    folded = f" {reading.folded} "
    joined = any(f" {words} " in folded for words in _JOINS)
    lines = [line.lstrip(" -+*") for line in reading.written.split("\n")]
    listed = sum(line[:1].isdigit() and line[1:2] in (".", ")", "/") for line in lines) >= 2
    second = subject.alternatives[1][1] if len(subject.alternatives) > 1 else 0.0
    return listed or (joined and second >= 0.1)


def understand(text: str | Reading) -> Understanding:
    """
    Return what a report says: suggestions with confidence, dangers, and spans that point into the text.

    Pure and deterministic; never raises for any string.
    """
    reading = read(text) if isinstance(text, str) else text
    hits = dictionary().find(reading.tokens)
    places = find_places(reading, hits)
    persons = find_persons(reading, places)
    dangers = danger_hits(hits)
    points, deeds = danger_points(hits, dangers), accusation_points(hits, persons)
    danger, accused = chances(
        judged_features(reading, hits, danger_points=points, accusation_points=deeds, persons=persons)
    )
    is_fixed = _is_fixed(reading, hits)
    if is_fixed:
        points = danger = 0.0
    is_danger = is_urgent(points, danger)
    is_thanks = _is_thanks(hits, is_fixed=is_fixed, is_danger=is_danger)
    subject = guess_subject(reading, not_about(places))
    accusation = guess_accusation(0.0, 0.0) if is_thanks else guess_accusation(deeds, accused)
    opens = bool(reading.tokens) and any(token.folded in _REQUESTS for token in reading.tokens[:2])
    return Understanding(
        reading=reading,
        kind=guess_kind(hits, accusation=accusation, is_thanks=is_thanks, opens_with_request=opens),
        subject=subject,
        organisation=guess_organisation(hits, subject),
        urgency=guess_urgency(points, danger),
        accusation=accusation,
        danger=numbers_to_call(hits, dangers) if is_danger else frozenset(),
        spans=find_spans(reading, hits, places=places, persons=persons, dangers=dangers if is_danger else []),
        is_thanks=is_thanks,
        is_fixed=is_fixed,
        is_greeting=_is_greeting(reading, hits),
        several_matters=_several(reading, subject),
    )
