"""`nghedan weekly`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import date, datetime

    from actions.leader_digests import WeekDigest
    from bot.settings import Settings
    from storage.database import Database
    from storage.leaders import Leader


@click.command(
    epilog=example(
        "weekly --dry-run",
        "weekly --dry-run --officer 12 --date 2026-11-23 --out charts",
        "weekly --dry-run --json | jq '.digests[].text'",
        "weekly",
    )
)
@click.option("--dry-run", is_flag=True, help="Send nothing: print every leader's last week as it would read.")
@click.option("--officer", "officer_id", type=click.IntRange(min=1), help="Only this leader (an id).")
@click.option("--date", "day", type=DAY, help="The day that it goes out; the last one of each leader's.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write the charts into this folder too.")
@json_option
@in_loop
async def command(
    *, dry_run: bool, officer_id: int | None, day: datetime | None, out: Path | None, as_json: bool
) -> None:
    """
    Compile the leaders' weekly digests, or show what they would say.

    Without --dry-run, whatever is due by now and has not gone out is put into the outbox with its chart; the
    running program delivers it. It may be run at any time: a leader gets one in each week. With --dry-run the
    seven days before --date are shown, whether or not they went out.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    if not dry_run and (officer_id is not None or day is not None or out is not None):
        raise click.UsageError("--officer, --date and --out go with --dry-run: what is due goes out to everybody.")
    now = datetime.now(UTC)
    async with opened(settings) as database:
        if dry_run:
            await _show(database, now, officer_id, day.date() if day else None, out, as_json=as_json)
        else:
            await _send(database, settings, now, as_json=as_json)


async def _show(
    database: Database, now: datetime, officer_id: int | None, day: date | None, out: Path | None, *, as_json: bool
) -> None:
    from domain.weekly import Week, newest_week
    from storage import leaders, recipients

    async with database.read() as db:
        found = await leaders.leaders(db, officer_id=officer_id, off_too=True)
        if officer_id is not None and not found:
            raise fail(f"Officer {officer_id} gets no weekly digest: no active account of a leader or approver.")
        people = await recipients.names_and_languages(db)
        entries, digests = [], []
        for leader in found:
            week = Week(day) if day else newest_week(now, leader.choice.weekday)
            digest = await _compiled(db, leader, week)
            sent = await leaders.is_sent(db, leader.officer_id, week.name)
            name = people.get(leader.officer_id, ("", ""))[0]
            entries.append(_entry(leader, digest, name, sent=sent))
            digests.append((leader, digest))
    if out is not None:
        await _write(out, digests)
    if as_json:
        print_json({"digests": entries})
        return
    for entry in entries:
        head = f"--- officer {entry['officer']}, {entry['name']}, {entry['at']}: {entry['what']}"
        click.echo(click.style(head, bold=True))
        click.echo(f"{entry['text']}\n{' '.join(f'[{label}]' for label in entry['buttons'])}\n")
    click.echo(f"Weekly digests: {len(entries)}; nothing was sent.", err=True)


async def _compiled(db: Any, leader: Leader, week: Any) -> WeekDigest:
    from actions.leader_digests import compiled, count_for

    return compiled(await count_for(db, leader, week))


def _entry(leader: Leader, digest: WeekDigest, name: str, *, sent: bool) -> dict[str, Any]:
    from actions.leader_digest_words import message
    from conversation.recognise import label_of

    reply = message(digest)
    choice = leader.choice
    what = "went out already" if sent else "goes out"
    if choice.off:
        what = "they chose to get none"
    elif leader.conversation_id is None:
        what = "NO CHAT that can be reached"
    return {
        "officer": leader.officer_id,
        "name": name,
        "week": digest.week.name,
        "at": f"{_DAYS[choice.weekday]} {choice.minute // 60:02d}:{choice.minute % 60:02d}",
        "what": what,
        "reachable": leader.conversation_id is not None,
        "sent": sent,
        "text": "\n\n".join(label_of(paragraph, leader.language) for paragraph in reply.paragraphs),
        "buttons": [label_of(option.label, leader.language) for option in reply.options],
    }


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


async def _write(out: Path, digests: list[tuple[Leader, WeekDigest]]) -> None:
    """Draw the charts as the running program does, in a process of their own, some at a time."""
    from actions.leader_digest_words import picture
    from reports.apart import work_apart
    from reports.wire import PicturesJob
    from scheduler.leader_digests import AT_ONCE

    out.mkdir(parents=True, exist_ok=True)
    drawn = [(leader, digest, picture(digest, leader.language)) for leader, digest in digests]
    drawn = [one for one in drawn if one[2].shows_something]
    for start in range(0, len(drawn), AT_ONCE):
        some = drawn[start : start + AT_ONCE]
        done = await work_apart(PicturesJob(tuple(one for *_, one in some)))
        if done.error:
            raise fail(f"The charts could not be drawn: {done.error}.")
        for number, (leader, digest, _) in enumerate(some):
            name = f"{leader.officer_id}-{digest.week.name}.png"
            (out / name).write_bytes(done.documents[str(number)])


async def _send(database: Database, settings: Settings, now: datetime, *, as_json: bool) -> None:
    from scheduler.job import JobContext
    from scheduler.running import run_job
    from scheduler.schedule import job_named
    from storage.blobs import BlobStore

    context = JobContext(blobs=BlobStore(settings.files_folder))
    result = await run_job(job_named("weekly-digest"), database, context, now)
    assert result is not None, "a run by hand has a period of its own"
    if not result.ok:
        raise fail(f"Not all digests could be sent ({result.error}); the log says which.")
    if as_json:
        print_json({"queued": result.count, **result.notes})
        return
    click.echo(f"Weekly digests put into the outbox: {result.count}.")
    if result.notes.get("unreachable"):
        unreachable = result.notes["unreachable"]
        click.echo(f"Leaders without a chat that can be reached: {unreachable}; --dry-run names them.")
