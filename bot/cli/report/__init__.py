"""`nghedan report`."""

from __future__ import annotations

import click

from bot.cli.frame import example
from bot.cli.report import body, build, calendar, decide, look, send, template


@click.group(
    epilog=example(
        "report build --kind quy --unit 40 --out /tmp/report",
        "report build --kind nhanh --unit 19867 --from 2026-11-01 --to 2026-11-15 --out .",
        "report list --unit 19867",
        "report explain 12 overdue",
        "report approve 12 --by 3",
        "report number 12 --by 3 --number 45",
        "report resend 12",
        "report link 12 --by 3 --to 'Van phong Dang uy xa'",
        "report calendar list --unit 19867",
        "report body set --unit 19867 --signer 'Nguyen Van Chu'",
        "report template install front.docx --layout front",
    )
)
def command() -> None:
    """Build, list, explain and approve periodic reports; set their calendar, heads and templates."""


for part in (
    build.build, look.list_reports, look.explain, decide.take, decide.recompile, send.submit, decide.approve,
    decide.give_back, send.number, decide.resend, send.mail, send.link, send.paper, send.page, decide.correct,
    calendar.calendar, body.body, template.template,
):  # fmt: skip
    command.add_command(part)
