"""The one table of everything that the clock does. A new job is a function and a line here, with a test."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Final

from scheduler import jobs
from scheduler.digests import digest_slots, send_digests
from scheduler.job import Job, JobContext


def _has_blobs(context: JobContext) -> bool:
    return context.blobs is not None


def _has_uploads(context: JobContext) -> bool:
    return context.blobs is not None and context.uploads is not None


def _has_intake(context: JobContext) -> bool:
    return context.retry_messages is not None


def _has_spooled(context: JobContext) -> bool:
    return context.replay is not None and context.spool is not None and context.spool.pending > 0


_JOBS: Final = (
    Job(
        name="daily-digest",
        purpose="Send every officer the day's work list at their own minute, on working days.",
        every=timedelta(minutes=1),
        slots=digest_slots,
        long_work=send_digests,
        # Short, so that a restart at half past seven delays nobody; two at a time do no harm.
        lease=timedelta(minutes=2),
    ),
    Job(
        name="expire-conversations",
        purpose="Leave forms that nobody went on with.",
        every=timedelta(minutes=5),
        work=jobs.expire_conversations,
    ),
    Job(
        name="purge-unagreed",
        purpose="Purge words that nobody agreed to our keeping, a day after they came.",
        every=timedelta(minutes=10),
        work=jobs.purge_unagreed,
    ),
    Job(
        name="retry-messages",
        purpose="Handle messages whose second try was cut off by the end of a process.",
        every=timedelta(minutes=1),
        long_work=jobs.retry_messages,
        possible=_has_intake,
    ),
    Job(
        name="replay-spool",
        purpose="Hand on messages that wait on this machine's disk for the database.",
        every=timedelta(seconds=1),
        long_work=jobs.replay_spool,
        everywhere=True,
        possible=_has_spooled,
    ),
    Job(
        name="clear-uploads",
        purpose="Clear away uploads that no message named, and what killed downloads left.",
        every=timedelta(hours=1),
        long_work=jobs.clear_uploads,
        everywhere=True,
        possible=_has_uploads,
    ),
    Job(
        name="delete-purged-files",
        purpose="Take names and bytes from files that are no longer kept.",
        every=timedelta(hours=1),
        long_work=jobs.delete_purged_files,
        possible=_has_blobs,
        lease=timedelta(hours=1),
    ),
    Job(
        name="purge-old-messages",
        purpose="Purge the words of chats after 24 months, unless the person has an open case.",
        at=time(2, 40),
        long_work=jobs.purge_old_messages,
        lease=timedelta(hours=2),
    ),
    Job(
        name="delete-unnamed-files",
        purpose="Delete bytes that no row names.",
        at=time(3, 10),
        long_work=jobs.delete_unnamed_blobs,
        possible=_has_blobs,
        lease=timedelta(hours=2),
    ),
)

SCHEDULE: Final = (
    *_JOBS,
    Job(
        name="clear-old-rows",
        purpose="Forget runs of jobs after 90 days (frequent ones after 7) and old wrong tries.",
        at=time(3, 40),
        work=jobs.clear_old_rows([job.name for job in _JOBS if job.every is not None and job.slots is None]),
    ),
)
"""Every job, in the order in which they are caught up at start."""


def job_named(name: str) -> Job:
    """
    Return a job of the schedule.

    Raises:
        KeyError: there is none of this name.
    """
    return {job.name: job for job in SCHEDULE}[name]
