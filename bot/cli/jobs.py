"""`nghedan jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from scheduler.job import Job, JobContext, JobResult
    from storage.database import Database
    from storage.jobs import Run


@click.group(invoke_without_command=True, epilog=example("jobs", "jobs --json", "jobs run daily-digest --dry-run"))
@json_option
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """
    List the clock's jobs and run one by hand.

    Shows of each when it ran last, how that went and when it is next. A run without an end is going on, or
    was cut off and will be taken up again.
    """
    if context.invoked_subcommand is None:
        in_loop(_list)(as_json=as_json)


async def _list(*, as_json: bool) -> None:
    settings = load_settings()
    from datetime import UTC, datetime

    from scheduler.schedule import SCHEDULE
    from storage import jobs

    now = datetime.now(UTC)
    async with opened(settings) as database:
        async with database.read() as db:
            last = await jobs.last_runs(db)
        entries = [_entry(job, last.get(job.name), now) for job in SCHEDULE]
        await _mend_next_digest(database, entries, now)
    if as_json:
        print_json(entries)
        return
    width = max(len(entry["name"]) for entry in entries)
    # These are looked at each time, and run for what is due: nothing due is no run.
    with_periods = {job.name for job in SCHEDULE if job.slots is not None}
    for entry in entries:
        name = click.style(entry["name"].ljust(width), bold=True)
        click.echo(f"{name}  {entry['purpose']}")
        went = _how_it_went(entry, only_when_due=entry["name"] in with_periods)
        click.echo(f"{'':{width}}  {entry['runs']}; {went}; next {entry['next'] or 'unknown'}")


def _entry(job: Job, run: Run | None, now: datetime) -> dict[str, Any]:
    from scheduler.job import next_time

    took = (run.finished_at - run.started_at).total_seconds() if run and run.finished_at else None
    return {
        "name": job.name,
        "purpose": job.purpose,
        "runs": _times(job),
        "everywhere": job.everywhere,
        "slot": run.slot if run else None,
        "started_at": _local(run.started_at) if run else None,
        "seconds": took,
        "result": run.result if run else None,
        "error": run.error if run else None,
        "ended": run is not None and run.finished_at is not None,
        "next": _local(next_time(job, now)),
    }


def _times(job: Job) -> str:
    if job.at is not None:
        return f"daily at {job.at:%H:%M}"
    assert job.every is not None
    seconds = int(job.every.total_seconds())
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds % size == 0:
            return f"every {seconds // size} {unit}"
    return f"every {seconds} s"


def _how_it_went(entry: dict[str, Any], *, only_when_due: bool) -> str:
    if entry["everywhere"]:
        return "in every process, not recorded"
    if entry["started_at"] is None:
        return click.style("never ran", fg="yellow")
    if not entry["ended"]:
        return click.style(f"began {entry['started_at']}, not ended", fg="yellow")
    if entry["error"]:
        return click.style(f"FAILED {entry['started_at']} ({entry['error']})", fg="red")
    last = "last had something due" if only_when_due else "last"
    return f"{last} {entry['started_at']}, {entry['result']} done in {entry['seconds']:.1f} s"


def _local(moment: datetime) -> str:
    from domain.calendar import LOCAL

    return f"{moment.astimezone(LOCAL):%Y-%m-%d %H:%M}"


async def _mend_next_digest(database: Database, entries: list[dict[str, Any]], now: datetime) -> None:
    """Digests are looked for every few minutes; the next time is the next hour that somebody chose."""
    from scheduler.digests import next_digest
    from scheduler.follower_digests import next_monthly
    from scheduler.leader_digests import next_weekly

    async with database.read() as db:
        mended = {
            "daily-digest": ("at each officer's hour on working days", await next_digest(db, now)),
            "weekly-digest": ("at each leader's day and hour, once a week", await next_weekly(db, now)),
            "monthly-news": ("on the month's first working day at 09:00", await next_monthly(db, now)),
        }
    for entry in entries:
        if entry["name"] in mended:
            entry["runs"], due = mended[entry["name"]]
            entry["next"] = _local(due) if due else None


# --- Running one ----------------------------------------------------------------------------------------------------


@command.command("run", epilog=example("jobs run daily-digest --dry-run", "jobs run clear-old-rows --json"))
@click.argument("name")
@click.option("--dry-run", is_flag=True, help="Change nothing; say what a run would do.")
@json_option
@in_loop
async def run_one(*, name: str, dry_run: bool, as_json: bool) -> None:
    """
    Run one job now.

    It does no harm beside the running program: what a job does is done once, however often it runs. Exit status 1
    when it failed.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from scheduler import running
    from scheduler.schedule import SCHEDULE

    job = {job.name: job for job in SCHEDULE}.get(name)
    if job is None:
        raise click.UsageError(f"There is no job {name}; `nghedan jobs` lists them.")
    context = _context(settings)
    if not job.possible(context):
        raise fail(f"{name} belongs to the running program, which does it by itself.")
    async with opened(settings) as database:
        run = running.dry_run if dry_run else running.run_job
        result = await run(job, database, context, datetime.now(UTC))
    assert result is not None, "a run by hand has a period of its own"
    _report(result, dry_run=dry_run, as_json=as_json)
    if not result.ok:
        click.get_current_context().exit(1)


def _context(settings: Settings) -> JobContext:
    """What a job may use outside the running program: the folders, but neither its spool nor its chats."""
    from bot.uploads import Uploads
    from scheduler.job import JobContext
    from storage.blobs import BlobStore

    uploads = Uploads(settings.general.data_folder / "uploads", max_bytes=settings.storage.file_max_bytes)
    return JobContext(blobs=BlobStore(settings.files_folder), uploads=uploads)


def _report(result: JobResult, *, dry_run: bool, as_json: bool) -> None:
    from dataclasses import asdict

    if as_json:
        print_json(asdict(result) | {"dry_run": dry_run})
        return
    if result.error:
        click.echo(f"{result.name} failed ({result.error}); the log says more.", err=True)
        return
    notes = "".join(f", {key} {value}" for key, value in result.notes.items())
    would = "would do" if dry_run else "done"
    click.echo(f"{result.name}: {result.count} {would}{notes}, {result.seconds:.1f} s.")
