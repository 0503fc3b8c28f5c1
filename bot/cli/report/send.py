"""`nghedan report submit | number | mail | link | paper | page`: a report on its way, as in chat and on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json, progress
from bot.cli.opened import opened
from bot.cli.report.common import actor_named, by_option, said, step_as, stored_report, why

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from actions.reports.life import ReportChange
    from storage.reports import ReportRow

_FORMATS = ("docx", "pdf", "xlsx")
"""As `reports.wire.Format`, which is not imported for --help; a test compares them."""

_report_id = click.argument("report_id", type=click.IntRange(min=1))


@click.command(epilog=example("report submit 12 --by 3"))
@_report_id
@by_option
@in_loop
async def submit(*, report_id: int, officer_id: int) -> None:
    """Submit a draft in an officer's name; its leaders and approvers are asked."""
    settings = load_settings()
    from actions.reports import deciding

    await step_as(settings, report_id, officer_id, deciding.submit)
    click.echo(f"Report {report_id} is submitted.")


@click.command(epilog=example("report number 12 --by 3 --number 45 --date 2026-11-20", "report number 12 --by 3"))
@_report_id
@by_option
@click.option("--number", type=click.IntRange(1, 99_999), help="The number; the register's next when left out.")
@click.option("--date", "dated", type=DAY, help="The day on the report; today when left out.")
@in_loop
async def number(*, report_id: int, officer_id: int, number: int | None, dated: datetime | None) -> None:
    """
    Enter an approved report in the register.

    Where numbers are written by hand on the paper, leave this out: the print has room for number and day.
    """
    settings = load_settings()
    from actions.reports import numbering

    day = dated.date() if dated is not None else None

    async def enter(db: AsyncConnection, row: ReportRow, change: ReportChange) -> ReportRow:
        return await numbering.enter(db, row, change, number=number, dated=day)

    row = await step_as(settings, report_id, officer_id, enter)
    click.echo(f"Report {report_id} is number {row.number}/{row.symbol} of {row.dated}.")


@click.command(
    epilog=example("report mail 12 --by 3 --to office@example.vn", "report mail 12 --by 3 --to a@example.vn --xlsx")
)
@_report_id
@by_option
@click.option("--to", "addresses", multiple=True, required=True, help="An e-mail address; may be given again.")
@click.option("--xlsx", is_flag=True, help="With the annex of cases, besides DOCX and PDF.")
@in_loop
async def mail(*, report_id: int, officer_id: int, addresses: tuple[str, ...], xlsx: bool) -> None:
    """Mail an approved report; the running program makes the files and sends them."""
    settings = load_settings()
    if not settings.email.enabled:
        raise fail("No mail server is set up; see the e-mail settings in .env.example.")
    from actions.reports import sending

    try:
        recipients = sending.addresses_in(" ".join(addresses))
    except ValueError:
        raise click.UsageError("--to takes e-mail addresses, ten at most.") from None
    formats = _FORMATS if xlsx else _FORMATS[:2]

    async def ask(db: AsyncConnection, row: ReportRow, change: ReportChange) -> int:
        way = sending.BY_EMAIL
        return await sending.ask_for(db, row, change, way=way, recipients=recipients, formats=formats)

    asked = await step_as(settings, report_id, officer_id, ask)
    click.echo(f"Report {report_id}: {asked} e-mails are asked for; the running program sends them.")


@click.command(
    epilog=example(
        "report link 12 --by 3 --to 'Van phong Dang uy xa'", "report link 12 --by 3 --to 'VP HDND' --format pdf --json"
    )
)
@_report_id
@by_option
@click.option("--to", "recipient", required=True, help="For whom the links are; it is recorded with the report.")
@click.option("--format", "formats", type=click.Choice(_FORMATS), multiple=True, help="Which document; all of them.")
@json_option
@in_loop
async def link(*, report_id: int, officer_id: int, recipient: str, formats: tuple[str, ...], as_json: bool) -> None:
    """
    Make links from which anybody can download an approved report for seven days, and record for whom.

    The documents are made now; the running program hands them out at its public https address.
    """
    settings = load_settings()
    if not settings.public_url.startswith("https://"):
        raise fail("Nobody outside could open a link: PUBLIC_URL is no https address.")
    from datetime import UTC, datetime

    from actions.reports import sending
    from bot.file_links import FileLinks
    from bot.keys import secret_key
    from bot.timing import SystemClock
    from domain.errors import Refused
    from reports.errors import ReportError
    from scheduler import report_sending
    from scheduler.job import JobContext
    from storage import officers
    from storage.blobs import BlobStore

    whom = " ".join(recipient.split())[: sending.RECIPIENT_MAX]
    if not whom:
        raise click.UsageError("--to names for whom the links are.")
    links = FileLinks(lambda: secret_key(settings.key_file), settings.public_url, SystemClock())
    context = JobContext(blobs=BlobStore(settings.files_folder), links=links, now=datetime.now(UTC))
    wanted = tuple(dict.fromkeys(formats)) or _FORMATS
    with progress(2, "Making the documents", quiet=as_json) as bar:
        async with opened(settings) as database:
            async with database.read() as db:
                actor = await actor_named(db, officer_id)
                row = await stored_report(db, report_id)
                chats = await officers.chats_of(db, [officer_id])
            bar.update(1)
            try:
                made = await report_sending.links_now(
                    database, context, row, whom=whom, formats=wanted, by=actor, chat=chats[0].id if chats else None
                )
            except (Refused, ReportError) as problem:
                reason = said(problem) if isinstance(problem, Refused) else why(problem)
                raise fail(f"Report {report_id}: {reason}") from None
            bar.update(1)
    if as_json:
        print_json({"report": report_id, "to": whom, "links": made, "days": report_sending.LINKS_LAST_DAYS})
        return
    for address in made:
        click.echo(address)
    click.echo(f"Good for {report_sending.LINKS_LAST_DAYS} days; recorded as sent to {whom}.", err=True)
    if not chats:
        told = f"Officer {officer_id} has no chat and was told nothing: pass the links on yourself."
        click.echo(f"{told} `nghedan officer invite {officer_id}` gives one.", err=True)


@click.command(epilog=example("report paper 12 --by 3 --to 'Standing committee' --date 2026-11-20"))
@_report_id
@by_option
@click.option("--to", "recipient", required=True, help="To whom the paper went.")
@click.option("--date", "day", type=DAY, help="When; today when left out.")
@in_loop
async def paper(*, report_id: int, officer_id: int, recipient: str, day: datetime | None) -> None:
    """Record that an approved report was sent on paper."""
    settings = load_settings()
    from actions.reports import sending
    from domain.calendar import local_date

    async def record(db: AsyncConnection, row: ReportRow, change: ReportChange) -> ReportRow:
        sent = day.date() if day is not None else local_date(change.now)
        return await sending.record_paper(db, row, change, recipient=recipient, day=sent)

    await step_as(settings, report_id, officer_id, record)
    click.echo(f"Report {report_id}: recorded as sent on paper to {recipient}.")


@click.command(epilog=example("report page 12 --by 3"))
@_report_id
@by_option
@in_loop
async def page(*, report_id: int, officer_id: int) -> None:
    """Print a link to a report's page for an officer: it opens once, on one device, within a day."""
    settings = load_settings()
    import secrets

    from actions.reports import pages

    async def link(db: AsyncConnection, row: ReportRow, change: ReportChange) -> str:
        draw = secrets.token_bytes
        return await pages.make(db, row, officer_id, conversation_id=None, draw=draw, now=change.now)

    token = await step_as(settings, report_id, officer_id, link)
    click.echo(f"{settings.public_url}/report/open/{token}")
