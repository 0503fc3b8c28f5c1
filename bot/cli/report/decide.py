"""`nghedan report take | recompile | approve | return | resend | correct`: steps in the life of a stored report."""

from __future__ import annotations

import functools
from pathlib import Path

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import actor_named, by_option, said, step_as, stored_report, why


@click.command(epilog=example("report take 12 draft.docx --by 3 --reason 'two petitions on paper'"))
@click.argument("report_id", type=click.IntRange(min=1))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The officer (an id).")
@click.option("--reason", default="", help="Why figures were changed; needed when some were.")
@in_loop
async def take(*, report_id: int, file: Path, officer_id: int, reason: str) -> None:
    """Take over the sentences of a draft that was changed in Word; say what was and what was not taken."""
    settings = load_settings()
    import asyncio
    from datetime import UTC, datetime

    from actions.reports import drafts, life, returning
    from domain.errors import Refused
    from reports import documents
    from reports.errors import ReportError

    async with opened(settings) as database:
        content = await asyncio.to_thread(file.read_bytes)
        try:
            _, version = await documents.mark_of(content)
            async with database.read() as db:
                base = await drafts.value_at(db, await stored_report(db, report_id), version)
                actor = await actor_named(db, officer_id)
            if base is None:
                raise fail("Nothing was taken over: the figures were compiled again since this file was made.")
            read = await documents.read_back(base, content)
            change = life.ReportChange(actor, datetime.now(UTC))
            async with database.begin() as db:
                row = await life.access(db, report_id, actor)
                taken = await returning.take_over(db, row, change, read.changes, reason=reason, base=base)
        except (Refused, ReportError) as problem:
            reason = said(problem) if isinstance(problem, Refused) else why(problem)
            raise fail(f"Nothing was taken over: {reason}") from None
    for one in taken.edits:
        click.echo(f"  {one.paragraph}: {one.text}")
        for number in one.changes:
            click.echo(f"    {number.source or '-'} -> {number.value or '-'} {number.figure}")
    for disputed in taken.disputed:
        click.echo(f"  not taken over (somebody else changed it, {disputed.place}): {disputed.after}")
    for left in taken.left:
        click.echo(f"  not taken over ({left.kind}, {left.place}): {left.after}")
    click.echo(f"Report {report_id}: {len(taken.edits)} paragraphs changed.")


@click.command(epilog=example("report approve 12 --by 3"))
@click.argument("report_id", type=click.IntRange(min=1))
@click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The leader or approver (an id).")
@in_loop
async def approve(*, report_id: int, officer_id: int) -> None:
    """Approve a submitted report in a leader's name, who may do so; the officers are told."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import deciding, life
    from domain.errors import Refused

    now = datetime.now(UTC)
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                actor = await actor_named(db, officer_id)
                row = await stored_report(db, report_id)
                await deciding.approve(db, row, life.ReportChange(actor, now))
        except Refused as refusal:
            raise fail(f"Report {report_id} was not approved: {said(refusal)}") from None
    click.echo(f"Report {report_id} is approved.")


@click.command("return", epilog=example("report return 12 --by 3 --note 'Bo sung nguyen nhan o muc III'"))
@click.argument("report_id", type=click.IntRange(min=1))
@click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The leader or approver (an id).")
@click.option("--note", required=True, help="What is to be changed; its officers read it.")
@in_loop
async def give_back(*, report_id: int, officer_id: int, note: str) -> None:
    """Return a submitted or approved report in a leader's name; its officers are told why."""
    settings = load_settings()
    from actions.reports import deciding

    step = functools.partial(deciding.give_back, note=note)
    await step_as(settings, report_id, officer_id, step, otherwise=" was not returned")
    click.echo(f"Report {report_id} is returned.")


@click.command(epilog=example("report resend 12"))
@click.argument("report_id", type=click.IntRange(min=1))
@json_option
@in_loop
async def resend(*, report_id: int, as_json: bool) -> None:
    """Tell the recipients of an approved report in chat once more that it is there."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import sending
    from domain.errors import Refused

    now = datetime.now(UTC)
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                told = await sending.send_by_chat(db, await stored_report(db, report_id), sending.by_clock(now))
        except Refused as refusal:
            raise fail(f"Report {report_id} was not sent: {said(refusal)}") from None
    if as_json:
        print_json({"report": report_id, "told": told})
    else:
        who = "1 person is" if told == 1 else f"{told} people are"
        click.echo(f"Report {report_id}: {who} told; the running program delivers it.")


@click.command(epilog=example("report recompile 12 --by 3"))
@click.argument("report_id", type=click.IntRange(min=1))
@by_option
@in_loop
async def recompile(*, report_id: int, officer_id: int) -> None:
    """
    Take the figures of a draft again, as of its own cut-off.

    Sentences that officers changed stay, with the new figures in them. A report that was submitted is frozen.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import correcting, life
    from actions.reports.carrying import changed_figures
    from actions.reports.compiling import compile_report
    from domain.errors import Refused

    now = datetime.now(UTC)
    async with opened(settings) as database:
        try:
            async with database.read() as db:
                row = await stored_report(db, report_id)
                actor = await actor_named(db, officer_id)
                before = await life.value_of(db, row)
                compiled = await compile_report(db, await correcting.wish_of(db, row), now=now)
            async with database.begin() as db:
                row = await life.access(db, report_id, actor)
                life.allow(actor, life.WRITERS)
                after = await correcting.recompile(db, row, life.ReportChange(actor, now), compiled=compiled)
                value = await life.value_of(db, after)
        except Refused as refusal:
            raise fail(f"Report {report_id} was not compiled again: {said(refusal)}") from None
    for label, old, new in changed_figures(before, value):
        click.echo(f"  {label}: {old} -> {new}")
    click.echo(f"Report {report_id} has figures of now, as of {value.period.last.isoformat()}.")


@click.command(epilog=example("report correct 12 --by 3 --what 'Annex II lacked two cases'"))
@click.argument("report_id", type=click.IntRange(min=1))
@by_option
@click.option("--what", required=True, help="What is corrected, in words for the readers.")
@json_option
@in_loop
async def correct(*, report_id: int, officer_id: int, what: str, as_json: bool) -> None:
    """
    Begin a correction of a report that was sent.

    It is a new draft with the figures and sentences that were sent; `report recompile` takes its figures again. It
    names what changed and, once it is sent, takes the old one's place.
    """
    settings = load_settings()
    from actions.reports import correcting

    step = functools.partial(correcting.correct, what=what)
    new = await step_as(settings, report_id, officer_id, step, otherwise=" is not corrected")
    facts = {"report": new.id, "corrects": report_id, "revision": new.revision, "what_changed": new.what_changed}
    if as_json:
        print_json(facts)
    else:
        click.echo(f"Report {new.id} is the draft that corrects report {report_id}: {new.what_changed}")
