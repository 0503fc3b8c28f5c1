"""The tables that were learnt or written for duplicates hold together, and every reason has its words."""

from __future__ import annotations

import json

import pytest

from matching import data
from matching.duplicates import ReasonCode, Relation
from matching.duplicates.evidence import NAMES
from matching.duplicates.model import read_model, shipped_model
from matching.duplicates.relations import chance, table
from matching.duplicates.tables import text
from matching.duplicates.values import Reason
from matching.outcome import names, read_cues
from matching.reading import read
from texts import LANGUAGES, has

ONLY_AGREEING = {ReasonCode.WORDING, ReasonCode.PERSON, ReasonCode.FIXED, ReasonCode.AGAIN}


def test_a_model_that_weighs_unknown_evidence_is_refused() -> None:
    written = json.loads(text("weights.json"))
    written["adds"]["moonlight"] = 1.0

    with pytest.raises(KeyError):
        read_model(json.dumps(written))


def test_the_calibration_rises_and_stays_a_probability() -> None:
    curve = shipped_model().curve

    shares = [share for _, share in curve]
    assert curve == tuple(sorted(curve))
    assert shares == sorted(shares)
    assert 0.0 < shares[0] < shares[-1] < 1.0


def test_more_evidence_for_never_lowers_the_probability() -> None:
    model = shipped_model()
    low = dict.fromkeys(NAMES, 0.3)
    for name in (
        "told_small",
        "agree",
        "here_agree",
        "harm",
        "topic",
        "subject",
        "place_found",
        "month",
        "numbers_same",
    ):
        high = low | {name: 0.9}
        assert model.probability(list(high.values())) >= model.probability(list(low.values())), name


def test_more_evidence_against_never_raises_the_probability() -> None:
    model = shipped_model()
    low = dict.fromkeys(NAMES, 0.3)
    for name in (
        "disagree",
        "here_disagree",
        "harm_apart",
        "scene_apart",
        "where_missing",
        "guess_apart",
        "place_missing",
    ):
        high = low | {name: 0.9}
        assert model.probability(list(high.values())) <= model.probability(list(low.values())), name


def test_a_probability_below_the_curve_is_its_lowest_and_above_its_highest() -> None:
    model = shipped_model()

    assert model.calibrate(-1e9) == model.curve[0][1]
    assert model.calibrate(1e9) == model.curve[-1][1]


def test_every_wording_belongs_to_a_group_with_a_known_role() -> None:
    roles = {wording.meaning.role for wordings in table().values() for wording in wordings}

    assert roles == {"o", "t", "w", "c", "-"}


def test_no_group_says_one_wording_twice() -> None:
    for _, _, wordings in data.rows("relations.tsv"):
        said = wordings.split("|")
        assert len(said) == len(set(said)), said[0]


def test_a_syllable_without_marks_is_most_likely_its_commonest_spelling() -> None:
    assert chance("rac", "rac4") > 0.6 > chance("rac", "rac5")


def test_every_cue_has_a_weight() -> None:
    assert set(json.loads(data.text("outcome.json"))["weights"]) == set(names())


@pytest.mark.parametrize(
    ("words", "is_marked", "over"),
    [
        ("đèn đã sửa xong cảm ơn phường", True, True),
        ("den da sua xong cam on phuong", False, True),
        ("đèn hỏng chưa ai sửa xin cảm ơn", True, False),
        ("den hong chua ai sua em cam on anh", False, False),
        ("đề nghị sửa đèn", True, False),
    ],
)
def test_a_text_is_over_when_it_says_so(words: str, is_marked: bool, over: bool) -> None:
    reading = read(words)

    assert reading.is_marked is is_marked
    assert read_cues(reading).resolved is over


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_and_relation_has_words(language: str) -> None:
    reasons = [Reason(code, agrees) for code in ReasonCode for agrees in (True, False)]
    keys = [reason.key for reason in reasons if reason.agrees or reason.code not in ONLY_AGREEING]

    assert [key for key in (*keys, *(relation.key for relation in Relation)) if not has(key, language)] == []
