"""
Expected refusals: ordinary answers to a request, never crashes.

    Refused                     422  understood, and cannot be granted
    ├── NotAllowed              403  the person lacks the right
    │   └── Conflicted          403  the person is concerned by the case
    ├── NotFound                404
    │   └── UnknownCode         404  no petition has this receipt code
    ├── StepNotAllowed          409  the state of the case does not permit the step
    │   ├── OutcomeNotAllowed   409
    │   └── ReportStepNotAllowed 409
    ├── StaleVersion            409  somebody else changed it first
    ├── AlreadyDone             409  done before; nothing was done twice
    ├── Expired                 410  a link, code or button whose time has passed
    ├── ReasonMissing           422
    └── TooManyTries            429  `retry_after_seconds`

A class's first docstring line is its default message, `text_key` finds the sentence for people
(`texts/*/domain.ftl`), `status` is for HTTP, `values` fill the sentence. Messages carry ids and codes,
never what a person wrote.
"""
# These are answers, named by what they say; "Error" would promise a fault.

from __future__ import annotations

from typing import ClassVar


class Refused(Exception):
    """The request was understood and cannot be granted."""

    text_key: ClassVar[str] = "error-refused"
    status: ClassVar[int] = 422

    def __init__(self, message: str | None = None, *, key: str | None = None, **values: object) -> None:
        """Take another sentence than the class's own by `key`, and what fills it as `values`."""
        super().__init__(message or (type(self).__doc__ or "").strip().splitlines()[0])
        self.key = key or self.text_key
        self.values = values


class NotAllowed(Refused):
    """The person may not do that."""

    text_key = "error-not-allowed"
    status = 403


class Conflicted(NotAllowed):
    """The officer is concerned by the case and may neither read nor handle it."""

    text_key = "error-conflicted"


class NotFound(Refused):
    """There is no such thing, or this person may not know of it."""

    text_key = "error-not-found"
    status = 404


class UnknownCode(NotFound):
    """No petition has this receipt code."""

    text_key = "error-unknown-code"


class StepNotAllowed(Refused):
    """The state of the case does not permit this step."""

    text_key = "error-step-not-allowed"
    status = 409

    def __init__(self, state: str, step: str) -> None:
        super().__init__(f"step {step!s} is not possible in state {state!s}", state=state, step=step)
        self.state = state
        self.step = step


class OutcomeNotAllowed(StepNotAllowed):
    """A case in this state cannot be closed with this outcome."""

    text_key = "error-outcome-not-allowed"

    def __init__(self, state: str, step: str, outcome: str | None) -> None:
        super().__init__(state, step)
        self.args = (f"a case in state {state!s} cannot be closed as {outcome!s} by {step!s}",)
        self.outcome = outcome


class ReportStepNotAllowed(StepNotAllowed):
    """The state of the report does not permit this step."""

    text_key = "error-report-step-not-allowed"


class StaleVersion(Refused):
    """Somebody else changed this in the meantime; look at it again."""

    text_key = "error-stale-version"
    status = 409


class AlreadyDone(Refused):
    """It was done before, and was not done a second time."""

    text_key = "error-already-done"
    status = 409


class Expired(Refused):
    """The time of this link, code or button has passed."""

    text_key = "error-expired"
    status = 410


class ReasonMissing(Refused):
    """The step needs a reason in words."""

    text_key = "error-reason-missing"


class TooManyTries(Refused):
    """Too many wrong tries; wait before the next."""

    text_key = "error-too-many-tries"
    status = 429

    def __init__(self, *, retry_after_seconds: int) -> None:
        minutes = max(1, -(-retry_after_seconds // 60))
        super().__init__(minutes=minutes)
        self.retry_after_seconds = retry_after_seconds
