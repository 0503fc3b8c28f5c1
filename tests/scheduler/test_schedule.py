from __future__ import annotations

from datetime import time, timedelta

import pytest

from scheduler.job import Job, next_time, slot_of
from scheduler.schedule import SCHEDULE, job_named
from tests.scheduler.days import at
from texts import LANGUAGES, has


def test_every_job_has_a_name_of_its_own_one_time_and_one_kind_of_work():
    assert len({job.name for job in SCHEDULE}) == len(SCHEDULE)
    for job in SCHEDULE:
        assert (job.every is None) != (job.at is None), job.name
        assert (job.work is None) != (job.long_work is None), job.name
        assert job.purpose.endswith("."), job.name


def test_what_runs_everywhere_needs_no_row_and_so_no_transaction_of_the_runner():
    assert [job.name for job in SCHEDULE if job.everywhere and job.work is not None] == []


@pytest.mark.parametrize("job", SCHEDULE, ids=lambda job: job.name)
def test_an_administrator_reads_of_every_job_in_words(job):
    assert [language for language in LANGUAGES if not has(job.text_key, language)] == []


def test_shared_jobs_ring_by_whole_minutes_for_their_periods_are_named_by_them():
    # A job with slots of its own is named by what waits for it, and may look for that more often.
    named = {"read-report-drafts", "send-reports"}
    often = [job.every for job in SCHEDULE if job.every and not job.everywhere and job.name not in named]

    assert all(job.slots is not None for job in SCHEDULE if job.name in named)
    assert all(every.total_seconds() % 60 == 0 and timedelta(days=1) % every == timedelta() for every in often)


@pytest.mark.parametrize(
    ("now", "slot", "following"),
    [
        (at(17, "8:03"), "2026-11-17T08:00", at(17, "8:05")),
        (at(17, "8:05"), "2026-11-17T08:05", at(17, "8:10")),
        (at(17, "23:59"), "2026-11-17T23:55", at(18, "0:00")),
        (at(18, "0:00"), "2026-11-18T00:00", at(18, "0:05")),
    ],
)
def test_periods_begin_at_local_midnight(now, slot, following):
    job = Job(name="x", purpose="Test.", every=timedelta(minutes=5))

    assert (slot_of(job, now), next_time(job, now)) == (slot, following)


@pytest.mark.parametrize(
    ("now", "slot", "following"),
    [(at(17, "3:09"), "2026-11-16", at(17, "3:10")), (at(17, "3:10"), "2026-11-17", at(18, "3:10"))],
)
def test_a_daily_period_begins_at_its_hour(now, slot, following):
    job = Job(name="x", purpose="Test.", at=time(3, 10))

    assert (slot_of(job, now), next_time(job, now)) == (slot, following)


def test_an_unknown_job_is_a_key_error():
    with pytest.raises(KeyError):
        job_named("nothing")
