"""`understand`: what a report says, as typed values with their places in the text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from matching.outcome import read_cues
from matching.reading import Reading, read
from matching.reading.terms import terms_of
from matching.understanding.accusation import accusation_points, guess_accusation
from matching.understanding.danger import danger_hits, danger_points, guess_urgency, is_urgent, numbers_to_call
from matching.understanding.judging import chances, judged_features
from matching.understanding.kinds import guess_kind, guess_organisation
from matching.understanding.persons import find_persons
from matching.understanding.phrases import Hit
from matching.understanding.places import find_places, words_aside
from matching.understanding.spans import Found, dictionary, find_spans, spans_of_places
from matching.understanding.subjects import guess_subject
from matching.understanding.values import Guess, Span

# The first six letters of what a hit stands for -> who asks for it.
_GROUPS = {
    "place:": "place", "danger": "danger", "accuse": "accuse", "concep": "concept", "kind": "choice",
    "organi": "choice",
}  # fmt: skip
_REQUESTS = frozenset({"xin", "de", "kien", "mong", "can", "nen", "dang", "kinh", "nho", "uoc"})
_JOINS = (" ngoai ra ", " ben canh do ", " dong thoi ", " them nua ", " thu hai la ", " con nua ", " voi lai ")


class Understanding(Struct, frozen=True):
    """
    What a report says.

    Attributes:
        reading: the text in its layers; positions of spans refer to `reading.written`.
        kind: kien_nghi, phan_anh, khieu_nai, to_cao, gop_y, cam_on.
        subject: a code of domain.md §4.4.
        organisation: mttq, cong_doan, nong_dan, phu_nu, cuu_chien_binh, doan_thanh_nien.
        urgency: khan or binh_thuong; khan exactly when `danger` is not empty.
        accusation: "accusation" when a person or a post is accused of breaking the law (to be kept confidential).
        danger: the numbers to be shown at once: 111, 112, 113, 114, 115.
        found: what `spans` are made of.
        is_thanks, is_fixed: the text thanks; says that the trouble is over.
        several_matters: the text may speak of several matters.
    """

    reading: Reading
    kind: Guess
    subject: Guess
    organisation: Guess
    urgency: Guess
    accusation: Guess
    danger: frozenset[str]
    found: Found
    is_thanks: bool
    is_fixed: bool
    several_matters: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the text says what, in order of position; made when they are asked for, which few do."""
        return find_spans(self.reading, self.found)

    @property
    def places(self) -> tuple[Span, ...]:
        """The spans of places inside the commune alone."""
        return spans_of_places(self.reading, self.found.places)


def _several(reading: Reading, subject: Guess) -> bool:
    lines = [line.lstrip(" -+*") for line in reading.written.split("\n")]
    listed = sum([line[:1].isdigit() and line[1:2] in (".", ")", "/") for line in lines]) >= 2
    second = subject.alternatives[1][1] if len(subject.alternatives) > 1 else 0.0
    folded = f" {reading.folded} "
    return listed or (second >= 0.1 and any(words in folded for words in _JOINS))


def _by_group(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Return the hits parted by who asks for them, so that nobody goes through all."""
    groups: dict[str, list[Hit]] = {"place": [], "danger": [], "accuse": [], "concept": [], "choice": [], "said": []}
    for hit in hits:
        groups[_GROUPS.get(hit.entry.what[:6], "said")].append(hit)
    return groups


def understand(text: str | Reading) -> Understanding:
    """
    Return what a report says: suggestions with confidence, dangers, and spans that point into the text.

    Pure and deterministic; never raises for any string.
    """
    reading = read(text) if isinstance(text, str) else text
    terms = terms_of(reading)
    hits = _by_group(dictionary().find(reading.tokens))
    places = find_places(reading, hits["place"])
    persons = find_persons(reading, places)
    dangers = danger_hits(hits["danger"])
    points, deeds = danger_points(hits["danger"], dangers), accusation_points(hits["accuse"], persons)
    danger, accused = chances(
        judged_features(reading, terms, hits["concept"], danger_points=points, accusation_points=deeds, persons=persons)
    )
    cues = read_cues(reading)
    is_fixed = cues.is_fixed
    if is_fixed:
        points = danger = 0.0
    is_danger = is_urgent(danger, hits["concept"], dangers)
    wants = any(hit.entry.what == "trouble" for hit in hits["said"])
    is_thanks = cues.is_thanks and not is_danger and (cues.resolved or not wants)
    aside = words_aside(reading, places)
    subject = guess_subject((terms_of(reading, aside) if aside else terms).known)
    accusation = guess_accusation(0.0, 0.0) if is_thanks else guess_accusation(deeds, accused)
    opens = bool(reading.tokens) and any(token.folded in _REQUESTS for token in reading.tokens[:2])
    return Understanding(
        reading=reading,
        kind=guess_kind(
            hits["choice"],
            accusation=accusation,
            is_thanks=is_thanks,
            opens_with_request=opens,
            has_words=any(token.folded[:1].isalpha() for token in reading.tokens),
        ),
        subject=subject,
        organisation=guess_organisation(hits["choice"], subject),
        urgency=guess_urgency(points, danger, urgent=is_danger),
        accusation=accusation,
        danger=numbers_to_call(reading.tokens, hits["concept"], dangers) if is_danger else frozenset(),
        found=Found(hits["said"] + hits["accuse"], places, persons, dangers if is_danger else [], cues),
        is_thanks=is_thanks,
        is_fixed=is_fixed,
        several_matters=_several(reading, subject),
    )
