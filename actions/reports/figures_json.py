"""A report's figures for programs: every one with its definition and the codes of its cases."""

from __future__ import annotations

import json
from typing import Any

from actions.reports.figures import not_traced
from reports.value import Figure, Report


def figures_json(report: Report) -> bytes:
    """Return `{"report", "first", "last", "taken_at", "figures": [...]}`; each figure as `entry` has it."""
    value = {
        "report": report.key,
        "first": report.period.first.isoformat(),
        "last": report.period.last.isoformat(),
        "taken_at": report.period.taken_at.isoformat(),
        "figures": [entry(figure) for figure in report.figures],
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def entry(figure: Figure) -> dict[str, Any]:
    """
    Return one figure as an object.

    `confidential` is how many of it have no code here; `changed` stands where an officer wrote another value.
    """
    found: dict[str, Any] = {
        "key": figure.key,
        "label": figure.label,
        "definition": figure.definition,
        "value": figure.value,
        "percent": figure.percent,
        "cases": list(figure.cases),
        "confidential": not_traced(figure),
    }
    if figure.previous is not None or figure.last_year is not None:
        found |= {"previous": figure.previous, "last_year": figure.last_year}
    if figure.change is not None:
        found["changed"] = {"source": figure.change.source_value, "reason": figure.change.reason}
    return found
