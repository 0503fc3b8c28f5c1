"""The kind of a report and the organisation it turns to: suggestions for a pre-chosen answer, seldom certain."""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence

from matching.data import rows
from matching.understanding.phrases import Hit, longest
from matching.understanding.values import Guess

KINDS = ("phan_anh", "kien_nghi", "khieu_nai", "to_cao", "gop_y", "cam_on")
ORGANISATIONS = ("mttq", "cong_doan", "nong_dan", "phu_nu", "cuu_chien_binh", "doan_thanh_nien")
SAID_FROM = 0.5
_FACT = 4.0  # what a plain statement weighs against the cues of the other kinds
_SIGNS = 0.3  # what signs without a word weigh: the usual kind stays the first among equals, and is not said
_CUE = 0.35  # how much a point of a cue for an organisation counts against what the subject says


def _points(hits: Sequence[Hit], what: str) -> dict[str, float]:
    points: dict[str, float] = {}
    kept = longest([hit for hit in hits if hit.entry.what == what])
    if not kept:
        return points
    for (value, _), weight in {(hit.entry.value, hit.entry.words): hit.entry.weight for hit in kept}.items():
        points[value] = points.get(value, 0.0) + weight
    return points


_SHARE = operator.itemgetter(1)


def _guess(weights: dict[str, float]) -> Guess:
    total = sum(weights.values())
    ranked = sorted(((code, round(weight / total, 4)) for code, weight in weights.items()), key=_SHARE, reverse=True)
    code, confidence = ranked[0]
    return Guess(code if confidence >= SAID_FROM else None, confidence, tuple(ranked))


def guess_kind(
    hits: Sequence[Hit], *, accusation: Guess, is_thanks: bool, opens_with_request: bool, has_words: bool
) -> Guess:
    """Return the kind with a confidence; an accusation counts as to_cao, thanks as cam_on, signs as nothing."""
    points = _points(hits, "kind")
    weights = dict.fromkeys(KINDS, 0.2)
    weights["phan_anh"] = (_FACT if has_words else _SIGNS) + points.get("phan_anh", 0.0)
    weights["kien_nghi"] += min(4.0, points.get("kien_nghi", 0.0)) * (1.4 if opens_with_request else 0.6)
    weights["khieu_nai"] += min(6.0, points.get("khieu_nai", 0.0)) * 0.7
    weights["gop_y"] += points.get("gop_y", 0.0) * 1.5
    if accusation.code is not None:
        weights["to_cao"] += 10.0 * accusation.confidence
    if is_thanks:
        weights["cam_on"] += 20.0
    return _guess(weights)


@functools.cache
def _by_subject() -> dict[str, list[float]]:
    """Return subject -> the share of each of `ORGANISATIONS`, in their order."""
    table: dict[str, list[float]] = {}
    for subject, counts in rows("organisation_by_subject.tsv"):
        found = dict.fromkeys(ORGANISATIONS, 0.0)
        for pair in counts.split():
            code, _, count = pair.partition(":")
            found[code] = float(count)
        total = sum(found.values())
        table[subject] = [count / total for count in found.values()]
    return table


def guess_organisation(hits: Sequence[Hit], subject: Guess) -> Guess:
    """Return the organisation that reports of this subject mostly turn to, unless the text names another."""
    by_subject = _by_subject()
    turned_to = [0.004] * len(ORGANISATIONS)
    rest = 1.0
    for code, chance in subject.alternatives:
        rest -= chance
        turned_to = [weight + chance * share for weight, share in zip(turned_to, by_subject[code], strict=True)]
    weights = dict(zip(ORGANISATIONS, turned_to, strict=True))
    weights["mttq"] += max(0.0, rest)
    for organisation, points in _points(hits, "organisation").items():
        weights[organisation] += _CUE * min(points, 6.0) if points >= 3 else _CUE * 0.3 * points
    return _guess(weights)
