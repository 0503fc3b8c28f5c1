"""The weekly digest of leaders as a job: each leader's own day and hour, late rather than never, once a week."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.leader_digest_words import digest_from, digest_to_text, packed, picture
from actions.leader_digests import WeekDigest, compiled, counted
from actions.leader_material import material_of, planned
from actions.leader_traces import all_lines, to_text
from actions.notices import tell_officers
from conversation.messages import FileKind, words
from domain import weekly
from domain.calendar import WorkCalendar, local_date
from domain.roles import Scope
from domain.weekly import Week
from reports.apart import work_apart
from reports.errors import ReportError
from reports.week_picture import WeekPicture
from reports.wire import PicturesJob
from scheduler.job import BlobFolder, JobContext
from storage import absences, files, leaders, officers, outbox, recipients
from storage.database import Database
from storage.leaders import Leader, once
from storage.outbox import Notice
from storage.workdays import work_calendar

log = structlog.get_logger(__name__)

AT_ONCE: Final = 40
"""Digests that are queued in one transaction: chats wait milliseconds for it."""

DRAWN_AT_ONCE: Final = 10 * AT_ONCE
"""Digests whose pictures one process draws, while the next ones are compiled: starting it takes as long as fifty."""

KEPT: Final = timedelta(weeks=13)
"""A quarter: after that the figures are in reports, and twenty thousand pictures a week would fill a disk."""

_PNG: Final = "image/png"
_PERSONAL: Final = "o"
"""Begins the last part of a period that is about one leader alone: who chose another time after its period was run."""


class NotAllCompiled(Exception):
    """Some digests could not be compiled; the others went out, and the run is tried again for those."""


# --- When -----------------------------------------------------------------------------------------------------------


async def weekly_slots(db: AsyncConnection, now: datetime) -> list[str]:
    """
    Return the periods that should have been run by now: '2026-W48/0-07:30' for each day and hour that is chosen.

    Who chose another time in the last days has a period of their own: '2026-W48/o12'.
    """
    calendar = await work_calendar(db)
    found = [
        (week, f"{week.name}/{weekday}-{minute // 60:02d}:{minute % 60:02d}")
        for weekday, minute in await leaders.times(db)
        for week in weekly.weeks_due(weekday, minute, now, calendar)
    ]
    since = now - timedelta(days=weekly.CATCH_UP_DAYS)
    for officer_id, chosen in await leaders.changed_since(db, since):
        due = weekly.weeks_due(chosen.weekday, chosen.minute, now, calendar)
        for week in due[-1:]:
            assert chosen.changed_at is not None
            stamp = int(chosen.changed_at.timestamp())
            if chosen.changed_at >= weekly.due_at(week, chosen.minute, calendar):
                found.append((week, f"{week.name}/{_PERSONAL}{officer_id}-{stamp}"))
    return [slot for _, slot in sorted(found, key=lambda entry: (entry[0].until, entry[1]))]


async def next_weekly(db: AsyncConnection, now: datetime) -> datetime:
    """Return when the next weekly digest goes out, local."""
    calendar = await work_calendar(db)
    return min(weekly.next_due(weekday, minute, now, calendar) for weekday, minute in await leaders.times(db))


def _is_about(slot: str, leader: Leader, week: Week) -> bool:
    """Tell whether a period is about this leader's digest of this week; a run by hand is about all."""
    name, slash, rest = slot.partition("/")
    if not slash:
        return True
    if rest.startswith(_PERSONAL):
        return name == week.name and rest[1:].partition("-")[0] == str(leader.officer_id)
    minute = leader.choice.minute
    return slot == f"{week.name}/{leader.choice.weekday}-{minute // 60:02d}:{minute % 60:02d}"


async def due_digests(
    db: AsyncConnection, slot: str, now: datetime, calendar: WorkCalendar
) -> dict[Week, list[Leader]]:
    """Return whose digest of which week is to go out by a period of the job, oldest week first."""
    found: dict[Week, list[Leader]] = {}
    for leader in await leaders.leaders(db):
        for week in weekly.weeks_due(leader.choice.weekday, leader.choice.minute, now, calendar):
            if _is_about(slot, leader, week) and _was_there(leader, week, now, calendar):
                found.setdefault(week, []).append(leader)
    unsent: dict[Week, list[Leader]] = {}
    for week, those in sorted(found.items(), key=lambda entry: entry[0].until):
        ids = {leader.officer_id for leader in await leaders.leaders(db, not_sent=week.name)}
        unsent[week] = [leader for leader in those if leader.officer_id in ids]
    return unsent


def _was_there(leader: Leader, week: Week, now: datetime, calendar: WorkCalendar) -> bool:
    """Nobody hears of a week that ended before they had the account, nor of an earlier one by a new choice."""
    choice = leader.choice
    due = weekly.due_at(week, choice.minute, calendar)
    is_newest = week == weekly.newest_week(now, choice.weekday)
    return leader.created_at <= due and (is_newest or choice.changed_at is None or choice.changed_at <= due)


# --- Sending --------------------------------------------------------------------------------------------------------


async def send_weekly_digests(database: Database, context: JobContext) -> int:
    """
    Queue the digests of the run's period, or by hand all that are due by now; return how many were queued.

    The name in the outbox keeps each one single, whatever happens in between.

    Raises:
        NotAllCompiled: some could not be compiled; all others are queued.
    """
    async with database.read() as db:
        due = await due_digests(db, context.slot, context.now, await work_calendar(db))
        stands_in = await _standing_in(db, context.now)
    sending = _Sending(database, context, stands_in)
    try:
        for week, those in due.items():
            await _send_week(database, sending, week, sending.reachable(those, week))
        return await sending.finish()
    finally:
        await sending.stop()


async def _standing_in(db: AsyncConnection, now: datetime) -> dict[int, tuple[int, str]]:
    """Return by the account that is away in which chat somebody reads in its stead, and its name."""
    running = [one for one in await absences.running(db, local_date(now)) if one.substitute_id is not None]
    chats: dict[int, int] = {}
    for chat in await officers.chats_of(db, [one.substitute_id for one in running if one.substitute_id]):
        chats.setdefault(chat.officer_id, chat.id)
    return {one.officer_id: (chats[one.substitute_id], one.name) for one in running if one.substitute_id in chats}


async def _send_week(database: Database, sending: _Sending, week: Week, those: Sequence[Leader]) -> None:
    """Compile the digests of a week, area by area."""
    async with database.read() as db:
        plan = await planned(db, those)
    for area in plan.areas:
        async with database.read() as db:
            material = await material_of(db, plan, area, week)
        made: dict[tuple[Scope, ...], tuple[WeekDigest, str]] = {}
        for leader in area.leaders:
            try:
                if leader.scopes not in made:  # a body has several leaders: its week is counted once
                    found = counted(leader, material)
                    made[leader.scopes] = compiled(found), to_text(all_lines(found))
                digest, lines = made[leader.scopes]
                digest = replace(digest, officer_id=leader.officer_id)
            except Exception as error:
                sending.failed.append(leader.officer_id)
                log.exception("weekly_digest_failed", officer=leader.officer_id, error=type(error).__name__)
            else:
                await sending.take(leader, digest, lines)
            await asyncio.sleep(0)  # two milliseconds of work: chats get their turn


async def _forget_old(db: AsyncConnection, officer_ids: Sequence[int], now: datetime) -> None:
    """Forget what these leaders were sent long ago, and give up its pictures."""
    gone = await leaders.forget(db, officer_ids, before=local_date(now - KEPT))
    pictures = [file_id for text in gone if (file_id := digest_from(text).picture)]
    if pictures:
        await leaders.give_up_files(db, pictures)


class _Sending:
    """What becomes of each digest as it is compiled: drawn and queued some at a time, or counted."""

    def __init__(self, database: Database, context: JobContext, stands_in: Mapping[int, tuple[int, str]]) -> None:
        self._database, self._context, self._stands_in = database, context, stands_in
        self._waiting: list[tuple[Leader, WeekDigest, str]] = []
        self._queued = self._without_picture = 0
        self._unreachable: dict[int, None] = {}
        self._week = ""
        self._pictures: dict[WeekPicture, tuple[str, int] | None] = {}
        self._under_way: asyncio.Task[None] | None = None
        self.failed: list[int] = []

    def reachable(self, those: Sequence[Leader], week: Week) -> list[Leader]:
        """Return those who have a chat, and remember the others."""
        for leader in those:
            if leader.conversation_id is None:
                self._unreachable[leader.officer_id] = None
                self._week = week.name
        return [leader for leader in those if leader.conversation_id is not None]

    async def take(self, leader: Leader, digest: WeekDigest, lines: str) -> None:
        """Queue a digest, with those before it once there are enough for one process that draws."""
        self._waiting.append((leader, digest, lines))
        if len(self._waiting) >= DRAWN_AT_ONCE:
            await self._arrived()
            waiting, self._waiting = self._waiting, []
            self._under_way = asyncio.create_task(self._draw_and_queue(waiting), name="weekly-digests")

    async def _arrived(self) -> None:
        """Wait for those that are being drawn and queued; raise what went wrong with them."""
        if self._under_way is not None:
            await self._under_way

    async def stop(self) -> None:
        """Let nothing go on when the run has ended, however it ended."""
        if self._under_way is not None:
            self._under_way.cancel()
            await asyncio.gather(self._under_way, return_exceptions=True)

    async def _draw_and_queue(self, waiting: Sequence[tuple[Leader, WeekDigest, str]]) -> None:
        if self._context.dry_run:
            self._queued += len(waiting)
            return
        drawn = await self._drawn([picture(digest, leader.language) for leader, digest, _ in waiting])
        for start in range(0, len(waiting), AT_ONCE):
            await self._queue(waiting[start : start + AT_ONCE], drawn[start : start + AT_ONCE])

    async def _queue(
        self, waiting: Sequence[tuple[Leader, WeekDigest, str]], drawn: Sequence[tuple[str, int] | None]
    ) -> None:
        async with self._database.begin() as db:
            named = [once(leader.officer_id, digest.week.name) for leader, digest, _ in waiting]
            sent = await leaders.sent_names(db, named)
            notices, kept = [], []
            for name, (leader, digest, lines), image in zip(named, waiting, drawn, strict=True):
                if name not in sent:
                    assert leader.conversation_id is not None
                    chat, stead = self._stands_in.get(leader.officer_id, (leader.conversation_id, ""))
                    shown = replace(await self._pictured(db, chat, digest, image), stead=stead)
                    notices.append(Notice(chat, packed(shown), name))
                    own = digest if stead else shown  # the picture is a file of the other chat
                    value = leaders.Kept(own.until, leader.conversation_id, digest_to_text(own), lines)
                    kept.append((leader.officer_id, value))
            await leaders.keep(db, kept)
            self._queued += await outbox.queue_many(db, notices, now=self._context.now)
            await _forget_old(db, [leader.officer_id for leader, _, _ in waiting], self._context.now)

    async def _drawn(self, pictures: Sequence[WeekPicture]) -> list[tuple[str, int] | None]:
        """Return the stored picture (name of its bytes, size) of each that shows something; no other is made."""
        blobs, known = self._context.blobs, self._pictures
        if blobs is None:
            return [None] * len(pictures)
        new = [one for one in dict.fromkeys(pictures) if one not in known and one.shows_something]
        try:
            known.update(zip(new, await draw_apart(new, blobs) if new else (), strict=True))
            return [known.get(one) for one in pictures]
        except (ReportError, OSError) as error:  # the words say all of it: they go out as they are
            log.warning("weekly_pictures_not_made", count=len(pictures), error=type(error).__name__)
            self._without_picture += len(pictures)
            return [None] * len(pictures)

    async def _pictured(
        self, db: AsyncConnection, chat: int, digest: WeekDigest, image: tuple[str, int] | None
    ) -> WeekDigest:
        """Return the digest with its picture as a file of the chat that it goes to."""
        if image is None:
            return digest
        blob, size = image
        file_id = await files.put_made(
            db,
            chat,
            name=f"tuan-{digest.week.name}.png",
            mime=_PNG,
            size=size,
            sha256=blob,
            kind=FileKind.PHOTO,
            now=self._context.now,
        )
        return digest.with_picture(file_id)

    async def finish(self) -> int:
        """Queue the rest, say who could not be reached; return how many were queued."""
        await self._arrived()
        waiting, self._waiting = self._waiting, []
        await self._draw_and_queue(waiting)
        notes = {"unreachable": len(self._unreachable), "without_picture": self._without_picture}
        self._context.notes.update(notes, failed=len(self.failed))
        if self._unreachable and not self._context.dry_run:
            log.warning("weekly_digest_unreachable", week=self._week, officers=list(self._unreachable))
            async with self._database.begin() as db:
                await _tell_administrators(db, len(self._unreachable), self._week, self._context.now)
        if self.failed:
            raise NotAllCompiled
        return self._queued


async def draw_apart(pictures: Sequence[WeekPicture], blobs: BlobFolder) -> list[tuple[str, int] | None]:
    """
    Draw pictures in a process of its own and keep their bytes; return the name and size of each.

    Raises:
        ReportError: none could be made.
    """
    done = await work_apart(PicturesJob(tuple(pictures)))
    if done.error:
        raise ReportError(done.error)
    made = [done.documents[str(number)] for number in range(len(pictures))]
    return [(await blobs.put(image), len(image)) for image in made]


async def _tell_administrators(db: AsyncConnection, count: int, week: str, now: datetime) -> None:
    """Say once a week that some leaders get no digest: it is theirs to mend, and no matter of hours."""
    ids = await recipients.administrators(db)
    sentence = words("digest-week-unreachable", count=count)
    await tell_officers(db, ids, sentence, now=now, once=f"digest-week-unreachable/{week}")
