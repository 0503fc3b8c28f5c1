"""A report of nothing, with one of everything in it: what a Word template is filled with before it is installed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from reports.value import (
    Annex,
    Column,
    ColumnChart,
    ColumnKind,
    Figure,
    Header,
    Layout,
    Paragraph,
    Period,
    Recipient,
    Report,
    Row,
    Run,
    Section,
    Series,
    Signature,
    SigningForm,
    Table,
)

_DAY = date(2026, 1, 1)


def trial_report(layout: Layout) -> Report:
    """Return the report."""
    table = Table("trial_table", "A", (Column("A"), Column("B", ColumnKind.COUNT)), (Row(("a", 1)),), True, "n")
    chart = ColumnChart("trial_chart", "A", "B", ("a", "b"), (Series("s", (1, 2)),))
    words = Paragraph("trial", (Run("a "), Run("1", figure="one")))
    return Report(
        key="trial",
        layout=layout,
        header=Header(("A", "B"), ("C",), "D", "E", "F", 2026, addressed_to="G", corrects="H"),
        period=Period(_DAY, _DAY, datetime(2026, 1, 2, tzinfo=UTC)),
        sections=(Section("trial_section", "A", (words, table, chart), (Section("trial_below", "B", ()),)),),
        signature=Signature(SigningForm.FOR_THE_HEAD, "A", "B", "", "C"),
        recipients=(Recipient("A", "b"), Recipient("C")),
        filing="D",
        figures=(Figure("one", "A", "B", 1),),
        annexes=(Annex("trial_annex", "A", (Paragraph("trial_annexed", (Run("a"),)),), landscape=True),),
        draft=True,
    )
