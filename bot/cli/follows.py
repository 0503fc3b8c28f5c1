"""`nghedan follows`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import datetime

    from domain.following import Month
    from storage.database import Database


@click.command(epilog=example("follows --dry-run", "follows --dry-run --month 2026-10 --json", "follows"))
@click.option("--dry-run", is_flag=True, help="Send nothing: print what is said of each place that is followed.")
@click.option("--month", "name", help="The month told of, such as 2026-10; the last one when left out.")
@json_option
@in_loop
async def command(*, dry_run: bool, name: str | None, as_json: bool) -> None:
    """
    Send residents the month's news of what they follow, or show it.

    Without --dry-run the news of last month are put into the outbox for everybody who has not got them; the
    running program delivers them. It may be run at any time: each person gets one a month. With --dry-run the
    places are printed with how many people follow each, and nobody's name: it is about numbers.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from domain.following import last_month, month_named

    if name is not None and not dry_run:
        raise click.UsageError("--month goes with --dry-run: only last month's news can be sent.")
    now = datetime.now(UTC)
    try:
        month = month_named(name) if name is not None else last_month(now)
    except ValueError:
        raise click.UsageError(f"{name} is no month; write it like 2026-10.") from None
    async with opened(settings) as database:
        if dry_run:
            await _show(database, month, as_json=as_json)
        else:
            await _send(database, now, as_json=as_json)


async def _show(database: Database, month: Month, *, as_json: bool) -> None:
    from actions.following import month_facts, news_of
    from actions.following_words import message
    from conversation.recognise import label_of
    from domain.calendar import start_of_day
    from storage import following as store
    from storage.following import Follow
    from texts import LANGUAGES

    async with database.read() as db:
        facts = await month_facts(db, await store.followed_units(db), month)
        counts = await store.counts(db)
    entries: list[dict[str, Any]] = []
    for (unit, subject), followers in sorted(counts.items()):
        news = news_of(facts, [Follow(0, 0, unit, subject, start_of_day(month.first))])
        text = "\n\n".join(label_of(paragraph, LANGUAGES[0]) for paragraph in message(news).paragraphs)
        entries.append({"unit": unit, "subject": subject, "followers": followers, "empty": news.is_empty, "text": text})
    if as_json:
        print_json({"month": month.name, "places": entries})
        return
    for entry in entries:
        what = "nothing may be said: it goes out only beside another place" if entry["empty"] else "goes out"
        head = f"--- {entry['unit']} {entry['subject']}: {entry['followers']} follow it; {what}"
        click.echo(click.style(head, bold=True))
        click.echo(f"{entry['text']}\n")
    click.echo(f"Places followed: {len(entries)}; nothing was sent.", err=True)


async def _send(database: Database, now: datetime, *, as_json: bool) -> None:
    from scheduler.job import JobContext
    from scheduler.running import run_job
    from scheduler.schedule import job_named

    result = await run_job(job_named("monthly-news"), database, JobContext(), now)
    assert result is not None, "a run by hand has a period of its own"
    if not result.ok:
        raise fail(f"The news could not be sent ({result.error}); NGHEDAN_LOG_LEVEL=debug shows where it happened.")
    if as_json:
        print_json({"queued": result.count, **result.notes})
        return
    click.echo(f"News put into the outbox: {result.count}.")
