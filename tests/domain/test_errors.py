from __future__ import annotations

import pytest

from domain.errors import (
    Conflicted,
    NotAllowed,
    OutcomeNotAllowed,
    ReasonMissing,
    Refused,
    StaleVersion,
    StepNotAllowed,
    TooManyTries,
    UnknownCode,
)


def test_the_docstring_is_the_default_message():
    assert str(StaleVersion()) == "Somebody else changed this in the meantime; look at it again."


def test_a_refusal_takes_another_sentence_and_its_values():
    refusal = Refused("photo of 12 MB", key="files-too-large", megabytes=12)

    assert (str(refusal), refusal.key, refusal.values) == (
        "photo of 12 MB",
        "files-too-large",
        {"megabytes": 12},
    )


def test_a_refusal_has_the_sentence_of_its_class_otherwise():
    assert NotAllowed().key == "error-not-allowed"


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotAllowed(), 403),
        (Conflicted(), 403),
        (UnknownCode(), 404),
        (StepNotAllowed("closed", "ask"), 409),
        (ReasonMissing(), 422),
        (TooManyTries(retry_after_seconds=60), 429),
    ],
)
def test_a_refusal_has_a_status(refusal, status):
    assert refusal.status == status


def test_too_many_tries_says_how_long_to_wait_in_whole_minutes():
    refusal = TooManyTries(retry_after_seconds=61)

    assert (refusal.retry_after_seconds, refusal.values) == (61, {"minutes": 2})


def test_a_step_that_is_not_allowed_names_state_and_step():
    assert str(StepNotAllowed("closed", "ask")) == "step ask is not possible in state closed"


def test_an_outcome_that_is_not_allowed_names_all_three():
    refusal = OutcomeNotAllowed("received", "close", "resolved")

    assert str(refusal) == "a case in state received cannot be closed as resolved by close"
    assert refusal.status == 409
