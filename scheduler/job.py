"""What a job is: what it does, when it is due, and what it may use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final, Protocol, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL
from storage.database import Database
from storage.jobs import Terms


class BlobFolder(Protocol):
    """The bytes of files, as far as jobs need it."""

    async def put(self, data: bytes) -> str:
        """Keep the bytes; return their name."""
        ...

    async def read(self, name: str) -> bytes:
        """Return the bytes of this name."""
        ...

    async def discard(self, name: str, *, written_before: float) -> bool:
        """Forget the bytes if they were written before a moment (Unix time); tell whether they were."""
        ...

    async def names(self, *, written_before: float) -> list[str]:
        """Return the names of all bytes that were written before a moment (Unix time)."""
        ...

    def sweep(self, *, now: float) -> int:
        """Clear away what killed processes left; return how many files."""
        ...


class UploadFolder(Protocol):
    """Uploads of the web chat that no message has named yet."""

    def sweep(self, *, now: float | None = None) -> int:
        """Clear away what is old; return how many uploads."""
        ...


class FileLinks(Protocol):
    """Files of ours as links that expire."""

    def link(self, file_id: int, name: str) -> str:
        """Return the address of a file, '' when nobody outside could open it."""
        ...


class WaitingMessages(Protocol):
    """Messages on this machine's disk that wait for the database."""

    @property
    def pending(self) -> int:
        """How many wait."""
        ...


_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class JobContext:
    """
    What jobs may use besides the database.

    The running program gives all of it; where a part is None, jobs that need it are left out.

    `now`, `slot` and `dry_run` are those of one run: a dry run changes nothing and tells what it would do.
    """

    spool: WaitingMessages | None = None
    replay: Callable[[], Awaitable[int]] | None = None
    """Hands on what the spool holds."""
    take_over: Callable[[], Awaitable[int]] | None = None
    """Takes in what processes that ended left on this machine's disk."""
    retry_messages: Callable[[], Awaitable[int]] | None = None
    """Handles messages whose second try was cut off."""
    refresh: Callable[[], Awaitable[int]] | None = None
    """Reads again what the program keeps in memory of tables that somebody changed."""
    keep_tokens: Callable[[], Awaitable[int]] | None = None
    """Renews the tokens of accounts ahead of time and gives alarms."""
    take_inbox: Callable[[], Awaitable[int]] | None = None
    """Hands on what processes that ended had answered for and not committed."""
    watch_limits: Callable[[datetime], Awaitable[int]] | None = None
    """Warns of plans and money that are nearly used up."""
    blobs: BlobFolder | None = None
    uploads: UploadFolder | None = None
    links: FileLinks | None = None
    """Makes links for those who have no chat of ours."""
    now: datetime = _LONG_AGO
    slot: str = ""
    dry_run: bool = False
    notes: dict[str, int] = field(default_factory=dict)
    """Further counts for the log line and the result: officers who could not be reached, ..."""


InTransaction: TypeAlias = Callable[[AsyncConnection, JobContext], Awaitable[int]]
"""`async (db, context) -> how many`: the row that says "done" is written in the same transaction."""

OverTransactions: TypeAlias = Callable[[Database, JobContext], Awaitable[int]]
"""`async (database, context) -> how many`: for long work; each part of it must be safe to do twice."""

SlotFinder: TypeAlias = Callable[[AsyncConnection, datetime], Awaitable[list[str]]]
"""`async (db, now)`: the periods that should have been run by now and are still worth it, oldest first."""

LEASE: Final = timedelta(minutes=10)
RETRY_AFTER: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    One line of the schedule, with one of `work` and `long_work`.

    It is rung for every so often (`every`), or daily at a local time (`at`). `slots` names the periods where
    they are not simply those. `everywhere`: every process runs it, for it tidies its own disk; no row decides.
    `possible` tells from the context whether there is anything to run it with. A run that was killed is taken up
    again after `lease`, one that failed after `retry_after`.
    """

    name: str
    purpose: str
    every: timedelta | None = None
    at: time | None = None
    work: InTransaction | None = None
    long_work: OverTransactions | None = None
    slots: SlotFinder | None = None
    everywhere: bool = False
    possible: Callable[[JobContext], bool] = lambda _: True
    lease: timedelta = LEASE
    retry_after: timedelta = RETRY_AFTER

    @property
    def terms(self) -> Terms:
        """When somebody else may take a run over."""
        return Terms(self.lease, self.retry_after)

    @property
    def text_key(self) -> str:
        """Key of what the job does, in words for an administrator."""
        return f"job-{self.name}"


def period(job: Job, now: datetime) -> datetime:
    """Return when the present period of a job began: the last of its times, local."""
    local = now.astimezone(LOCAL)
    if job.at is not None:
        today = local.replace(hour=job.at.hour, minute=job.at.minute, second=0, microsecond=0)
        return today if today <= local else today - timedelta(days=1)
    assert job.every is not None, f"{job.name} has no time"
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (local - midnight) // job.every * job.every


def next_time(job: Job, now: datetime) -> datetime:
    """Return when the bell rings for a job next, local."""
    began = period(job, now)
    if job.at is not None:
        return began + timedelta(days=1)
    assert job.every is not None
    return began + job.every


def slot_of(job: Job, now: datetime) -> str:
    """Return the name of the present period: '2026-11-22', or '2026-11-22T07:35' for what runs more than daily."""
    began = period(job, now)
    return began.date().isoformat() if job.at is not None else began.strftime("%Y-%m-%dT%H:%M")


@dataclass(frozen=True, slots=True)
class JobResult:
    """How one run ended: `count` things done, or `error`, the class of what went wrong."""

    name: str
    slot: str
    count: int = 0
    seconds: float = 0.0
    error: str = ""
    notes: Mapping[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether it went well."""
        return not self.error
