"""The one table of everything that the clock does. A new job is a function and a line here, with a test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Final

from scheduler import jobs, pairing
from scheduler.digests import digest_slots, release_held, send_digests
from scheduler.follower_digests import monthly_slots, send_monthly_news
from scheduler.job import Job, JobContext
from scheduler.leader_digests import send_weekly_digests, weekly_slots
from scheduler.report_drafts import draft_slots, read_drafts
from scheduler.report_files import send_documents
from scheduler.report_sending import dispatch_slots, send_dispatches, tell_undelivered
from scheduler.reports import compile_reports, recompile_reports, remind_of_reports, report_slots


def _has(*parts: str) -> Callable[[JobContext], bool]:
    """Return whether the program gives these parts of the context; a job without them is left out."""
    return lambda context: all(getattr(context, part) is not None for part in parts)


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
        name="weekly-digest",
        purpose="Send every leader the figures of their week, with a chart, at their own day and hour.",
        every=timedelta(minutes=1),
        slots=weekly_slots,
        long_work=send_weekly_digests,
    ),
    Job(
        name="monthly-news",
        purpose="Tell residents who follow a place, once a month, what was raised and answered there.",
        every=timedelta(minutes=10),
        slots=monthly_slots,
        long_work=send_monthly_news,
    ),
    Job(
        name="release-digests",
        purpose="Let digests that were late go out at the end of their reader's quiet hours.",
        every=timedelta(minutes=1),
        work=release_held,
    ),
    Job(
        name="compile-reports",
        purpose="Compile the drafts of periodic reports whose figures are closed, once each.",
        every=timedelta(minutes=10),
        slots=report_slots,
        long_work=compile_reports,
    ),
    Job(
        name="recompile-reports",
        purpose="Take the figures of drafts again where an officer asked for it in chat.",
        every=timedelta(minutes=1),
        long_work=recompile_reports,
    ),
    Job(
        name="send-report-files",
        purpose="Make the documents of reports that were asked for in chats.",
        every=timedelta(minutes=1),
        long_work=send_documents,
        possible=_has("blobs"),
        lease=timedelta(minutes=5),
    ),
    Job(
        name="read-report-drafts",
        purpose="Read drafts that officers changed in Word and sent back in their chats.",
        every=timedelta(seconds=5),
        slots=draft_slots,
        long_work=read_drafts,
        possible=_has("blobs"),
        lease=timedelta(minutes=5),
    ),
    Job(
        name="send-reports",
        purpose="Mail reports, and make links to their files, where officers asked for it.",
        every=timedelta(seconds=15),
        slots=dispatch_slots,
        long_work=send_dispatches,
        possible=_has("blobs"),
        lease=timedelta(minutes=5),
    ),
    Job(
        name="tell-undelivered-reports",
        purpose="Tell officers of mailed reports that did not arrive.",
        every=timedelta(minutes=5),
        work=tell_undelivered,
    ),
    Job(
        name="remind-of-reports",
        purpose="Remind whoever must finish a report before it is due.",
        at=time(8, 0),
        work=remind_of_reports,
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
        possible=_has("retry_messages"),
    ),
    Job(
        name="tell-failures",
        purpose="Tell the administrators of messages that could not be handled, all of ten minutes at once.",
        every=timedelta(minutes=10),
        work=jobs.tell_failures,
    ),
    Job(
        name="take-over-spools",
        purpose="Take in messages that processes of this machine left on the disk when they ended.",
        every=timedelta(minutes=1),
        long_work=jobs.take_over_spools,
        everywhere=True,
        possible=_has("take_over"),
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
        name="notice-changes",
        purpose="Take up days off and polygons that an administrator entered since this process began.",
        every=timedelta(seconds=15),
        long_work=jobs.notice_changes,
        everywhere=True,
        possible=_has("refresh"),
    ),
    Job(
        name="zalo-tokens",
        purpose="Renew the Zalo Official Account's token ahead of time; alarms before its consent ends.",
        every=timedelta(minutes=10),
        long_work=jobs.keep_tokens,
        possible=_has("keep_tokens"),
    ),
    Job(
        name="zalo-inbox",
        purpose="Hand on messages of Zalo that an ended process of this machine had answered for.",
        every=timedelta(minutes=1),
        long_work=jobs.take_inbox,
        everywhere=True,
        possible=_has("take_inbox"),
    ),
    Job(
        name="zalo-limits",
        purpose="Warn administrators when Zalo's plan or the month's money is nearly used up.",
        every=timedelta(hours=1),
        long_work=jobs.watch_limits,
        possible=_has("watch_limits"),
    ),
    Job(
        name="clear-uploads",
        purpose="Clear away uploads that no message named, and what killed downloads left.",
        every=timedelta(hours=1),
        long_work=jobs.clear_uploads,
        everywhere=True,
        possible=_has("blobs", "uploads"),
    ),
    Job(
        name="delete-purged-files",
        purpose="Take names and bytes from files that are no longer kept.",
        every=timedelta(hours=1),
        long_work=jobs.delete_purged_files,
        possible=_has("blobs"),
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
        name="index-duplicates",
        purpose="Keep the index of the search for duplicates whole: drop what is too old, add what it lacks.",
        at=time(1, 50),
        long_work=pairing.index_duplicates,
        lease=timedelta(hours=4),
    ),
    Job(
        name="find-pairs",
        purpose="Look for cases that may be one and suggest each pair to officers, once.",
        at=time(2, 20),
        long_work=pairing.find_pairs,
        lease=timedelta(hours=4),
    ),
    Job(
        name="delete-unnamed-files",
        purpose="Delete bytes that no row names.",
        at=time(3, 10),
        long_work=jobs.delete_unnamed_blobs,
        possible=_has("blobs"),
        lease=timedelta(hours=2),
    ),
)

SCHEDULE: Final = (
    *_JOBS,
    Job(
        name="clear-old-rows",
        purpose="Forget runs of jobs after 90 days (frequent ones after 7), old wrong tries and links to pages.",
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
