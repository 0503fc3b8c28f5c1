"""Builders for the tests of duplicates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from matching.duplicates import Match, Reason, ReasonCode, Report, Similar, find_similar, prepare

FIRST = datetime(2026, 5, 4, 1, 30, tzinfo=UTC)
LAMP = "Đèn đường ngõ 12 Lê Lợi hỏng hai tuần nay, tối om, đề nghị sửa."


def report(text: str = LAMP, *, id: str = "new", days: float = 2, commune: str = "01234", **more) -> Report:
    return Report(id, text, commune, "01", FIRST + timedelta(days=days), **more)


def earlier(text: str = LAMP, *, id: str = "old", days: float = 0, **more) -> Report:
    return report(text, id=id, days=days, **more)


def compare(new: Report, *olds: Report) -> Similar:
    return find_similar(new, [prepare(old) for old in olds])


def best(new: Report, *olds: Report) -> Match:
    return compare(new, *olds).candidates[0]


def said(match: Match, code: ReasonCode) -> list[Reason]:
    return [reason for reason in match.reasons if reason.code is code]
