"""What can keep a document from being made: each says what happened, to which thing, and what to do."""

from __future__ import annotations


class ReportError(Exception):
    """A document could not be made or read."""


class FontMissing(ReportError):
    """A font that documents embed is missing or changed; install the program again."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(f"font {name}: {what}; install the program again (its reports/fonts folder is incomplete)")


class BadValue(ReportError):
    """The report's value contradicts itself: an id twice, a figure that is not there. All problems are named."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


class BadTemplate(ReportError):
    """The Word template cannot govern a report. Each problem is a key of texts/ with its values."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


class RefusedByWorker(ReportError):
    """
    The job cannot be done, and not by trying again.

    `kind` is the name of the class above that says why: "BadValue", "BadTemplate", "NotADraft", "FontMissing".
    """

    def __init__(self, error: str) -> None:
        self.kind = error.partition(":")[0]
        super().__init__(error)


class NotADraft(ReportError):
    """The file sent back is no Word document, or not a draft of this report."""
