"""`nghedan digest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import DAY, example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import date, datetime

    from actions.digest_values import Digest
    from domain.calendar import WorkCalendar
    from storage.database import Database
    from storage.recipients import Recipient


@click.command(
    epilog=example(
        "digest --dry-run",
        "digest --date 2026-11-23 --dry-run --officer 12",
        "digest --dry-run --json | jq '.digests[].text'",
        "digest",
    )
)
@click.option("--date", "day", type=DAY, help="The day, in Vietnam; today when left out.")
@click.option("--dry-run", is_flag=True, help="Send nothing: print every digest of the day as it would read.")
@click.option("--officer", "officer_id", type=click.IntRange(min=1), help="Only this officer (an id).")
@json_option
@in_loop
async def command(*, day: datetime | None, dry_run: bool, officer_id: int | None, as_json: bool) -> None:
    """
    Compile a day's digests, or show what they would say.

    Without --dry-run, whatever is due by now and has not gone out is put into the outbox; the running program
    delivers it. It may be run at any time: an officer gets one digest a day. With --dry-run the digests of the
    whole day are printed in each officer's language, whether or not they went out, from the cases as they stand
    now. Each comes on its officer's own days, and never in quiet hours or over lunch; `nghedan officer digest`
    changes those, `nghedan officer away` says who stands in for whom.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from domain.calendar import local_date
    from storage.workdays import work_calendar

    now = datetime.now(UTC)
    wanted = day.date() if day else local_date(now)
    if officer_id is not None and not dry_run:
        raise click.UsageError("--officer goes with --dry-run: what is due goes out to everybody.")
    if not dry_run and wanted != local_date(now):
        raise click.UsageError("Only today's digests can be sent; another day can be looked at with --dry-run.")
    async with opened(settings) as database:
        async with database.read() as db:
            calendar = await work_calendar(db)
        if dry_run:
            moment = now if wanted == local_date(now) else None
            await _show(database, wanted, moment, calendar, officer_id, as_json=as_json)
        else:
            await _send(database, now, as_json=as_json)


def _day_off(day: str, name: str | None) -> None:
    click.echo(f"{day} is no day of digests{f' ({name})' if name else ''}: none goes out.")


# --- Showing --------------------------------------------------------------------------------------------------------


async def _show(
    database: Database,
    day: date,
    now: datetime | None,
    calendar: WorkCalendar,
    officer_id: int | None,
    *,
    as_json: bool,
) -> None:
    from actions.digest_values import opened
    from actions.digests import compiled
    from scheduler.digests import at_minute
    from storage import recipients

    async with database.read() as db:
        everybody = await recipients.recipients(db, day, officer_id=officer_id, sent_too=True, away_too=True)
        if officer_id is not None and not everybody:
            raise fail(f"Officer {officer_id} gets no digest: no active account of somebody who handles cases.")
        on = [one for one in everybody if one.hours.is_on(day, calendar)]
        moment = now or at_minute(day, max((one.hours.lands for one in on), default=0))
        unsent = {one.officer_id for one in await recipients.recipients(db, day, away_too=True)}
        found = []
        for sent in (False, True):
            # What went out is shown in full: nothing is new since the digest that told it.
            due = [one for one in on if (one.officer_id not in unsent) is sent]
            async for recipient, digest in compiled(db, due, now=moment, calendar=calendar, full=sent):
                found.append((recipient, opened(digest), sent))
        people = await recipients.names_and_languages(db)
    found.sort(key=lambda entry: entry[0].officer_id)
    entries = [_entry(r, digest, people[r.officer_id], sent=sent) for r, digest, sent in found]
    if as_json:
        print_json({"date": day.isoformat(), "working_day": calendar.is_working_day(day), "digests": entries})
        return
    if not entries:
        _day_off(day.isoformat(), calendar.name_of(day, "en"))
        return
    for entry in entries:
        head = f"--- officer {entry['officer']}, {entry['name']}, {entry['at']}: {entry['what']}"
        click.echo(click.style(head, bold=True))
        click.echo(f"{entry['text']}\n{' '.join(f'[{label}]' for label in entry['buttons'])}\n")
    off = len(everybody) - len(entries)
    others = f" Not on this day: {off}." if off else ""
    click.echo(f"Digests of {day.isoformat()}: {len(entries)}; nothing was sent.{others}", err=True)


def _entry(recipient: Recipient, digest: Digest, person: tuple[str, str], *, sent: bool) -> dict[str, Any]:
    from actions.digest_words import message
    from conversation.recognise import label_of

    name, language = person
    reply = message(digest)
    what = "went out already" if sent else "goes out"
    if recipient.away is not None:
        what = f"AWAY until {recipient.away.last_day.isoformat()}, " + (
            f"officer {recipient.away.substitute_id} stands in" if recipient.away.substitute_id else "nobody stands in"
        )
    elif recipient.conversation_id is None:
        what = "NO CHAT that can be reached"
    elif digest.is_empty and recipient.says_nothing:
        what = "nothing to say, and they chose to hear nothing"
    return {
        "officer": recipient.officer_id,
        "name": name,
        "at": f"{recipient.hours.lands // 60:02d}:{recipient.hours.lands % 60:02d}",
        "what": what,
        "reachable": recipient.conversation_id is not None,
        "sent": sent,
        "empty": digest.is_empty,
        "away_until": recipient.away.last_day.isoformat() if recipient.away else None,
        "in_stead_of": [stead.officer_id for stead in recipient.stands_in],
        "text": "\n\n".join(label_of(paragraph, language) for paragraph in reply.paragraphs),
        "buttons": [label_of(option.label, language) for option in reply.options],
    }


# --- Sending --------------------------------------------------------------------------------------------------------


async def _send(database: Database, now: datetime, *, as_json: bool) -> None:
    from scheduler.job import JobContext
    from scheduler.running import run_job
    from scheduler.schedule import job_named

    result = await run_job(job_named("daily-digest"), database, JobContext(), now)
    assert result is not None, "a run by hand has a period of its own"
    if not result.ok:
        raise fail(f"The digests could not be sent ({result.error}); NGHEDAN_LOG_LEVEL=debug shows where it happened.")
    if as_json:
        print_json({"date": now.date().isoformat(), "queued": result.count, **result.notes})
        return
    click.echo(f"Digests put into the outbox: {result.count}.")
    if result.notes.get("unreachable"):
        unreachable = result.notes["unreachable"]
        click.echo(f"Officers without a chat that can be reached: {unreachable}; --dry-run names them.")
