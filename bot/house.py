"""The house put together: one object holds every part of the running program, and starts and stops them in order."""

from __future__ import annotations

import asyncio
import gc
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.deliverer import Deliverer
from bot.fetcher import Fetcher
from bot.gazetteers import LazyGazetteer
from bot.keeping import Keeper
from bot.keys import secret_key
from bot.metrics import Metrics
from bot.observing import Observing
from bot.pacer import Pacer
from bot.photos import Photos
from bot.settings import Settings
from bot.spool import Spool
from bot.timing import SystemClock
from bot.uploads import Uploads
from bot.webports import WebPorts
from channels.contract import Channel
from channels.webchat import WebChat
from conversation.recognise import Vocabulary
from domain.calendar import Override, OverrideKind, WorkCalendar
from handlers.intake import Intake
from handlers.router import Router
from handlers.services import Limits, Office, Services
from handlers.wiring import build_table, spoken_commands
from storage import units
from storage.blobs import BlobStore
from storage.database import Database

if TYPE_CHECKING:
    from channels.telegram import Poller, TelegramChannel
    from scheduler.clock import Bell

log = structlog.get_logger(__name__)


class House:
    """Every part of the program. Made inside the loop; `start` and `stop` are awaited once each."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.me = secrets.token_hex(8)
        self.clock = SystemClock()
        self.database = Database(settings.database_url)
        self.metrics = Metrics(self.database)
        self.spool = Spool(settings.spool_folder)
        self.gazetteer = LazyGazetteer(self.database)
        self.ready = False
        self.blobs = blobs = BlobStore(settings.files_folder)
        max_bytes = settings.storage.file_max_bytes
        self.photos = Photos(max_side=settings.storage.photo_max_side)
        self.uploads = Uploads(settings.general.data_folder / "uploads", max_bytes=max_bytes)
        self.office = Office(settings.office.address, settings.office.phone, settings.office.hours)
        self.ports = WebPorts(
            self.database,
            blobs,
            self.uploads,
            self.office,
            files_max=settings.storage.files_per_petition,
            file_max_bytes=max_bytes,
        )
        self.channels: dict[str, Channel] = {"webchat": WebChat(self.ports)}
        self.telegram: TelegramChannel | None = self._telegram()
        self.poller: Poller | None = None
        pace = settings.pace
        pacers = {"telegram": Pacer(per_chat=pace.per_chat, overall=pace.overall)}
        self.deliverer = Deliverer(
            self.database, self.channels, me=self.me, clock=self.clock, pacers=pacers, metrics=self.metrics
        )
        self.fetcher = Fetcher(
            self.database,
            self.channels,
            Keeper(blobs, self.photos, max_bytes=max_bytes),
            clock=self.clock,
            metrics=self.metrics,
        )
        self.intake: Intake | None = None
        self.bell: Bell | None = None

    def _telegram(self) -> TelegramChannel | None:
        telegram = self.settings.telegram
        if not telegram.enabled:
            return None
        from channels.telegram import TelegramChannel  # half a second of imports that the web chat does not need

        channel = TelegramChannel(
            telegram.token.reveal(),
            api_url=telegram.api_url,
            webhook_secret=telegram.webhook_secret.reveal(),
            files=self.ports,
        )
        self.channels[channel.name] = channel
        return channel

    async def start(self) -> None:
        """Open for messages: units loaded, intake, deliverer and fetcher running."""
        async with self.database.begin() as db:
            await units.load_shipped(db)
        await asyncio.to_thread(self.blobs.sweep, now=self.clock.now().timestamp())
        self.intake = await self._new_intake()
        self.ports.intake = self.intake
        self.intake.start()
        await self.deliverer.start()
        self.fetcher.start()
        await self.intake.sweep()
        self.ready = True

    async def _new_intake(self) -> Intake:
        table = build_table()
        vocabulary = Vocabulary(spoken_commands(table))
        settings = self.settings
        limits = Limits(
            files_per_petition=settings.storage.files_per_petition,
            expires_after=timedelta(hours=settings.conversation.expiry_hours),
            purge_after=timedelta(hours=settings.conversation.purge_hours),
        )
        services = Services(
            gazetteer=self.gazetteer,
            polygons=self.gazetteer.polygons,
            calendar=await calendar_of(self.database),
            vocabulary=vocabulary,
            secret=await asyncio.to_thread(secret_key, settings.key_file),
            office=self.office,
            limits=limits,
            public_url=settings.public_url,
        )
        return Intake(
            self.database,
            services,
            Router(table),
            self.deliverer,
            self.spool,
            Observing(self.metrics),
            me=self.me,
            clock=self.clock.now,
            files_wanted=self.fetcher.wake,
            prepare=lambda: self._prepare(vocabulary),
        )

    async def _prepare(self, vocabulary: Vocabulary) -> None:
        """Load what the first message needs, beside the loop."""
        await self.gazetteer.prepare()
        await asyncio.to_thread(vocabulary.command, "")
        spare_the_collector()

    async def _replay(self) -> int:
        """Hand on what waits on disk; the count stands in the metrics while the database is away."""
        assert self.intake is not None
        self.metrics.spooled(self.spool.pending)
        try:
            return await self.spool.replay(self.intake.replay)
        finally:
            self.metrics.spooled(self.spool.pending)

    async def start_clock(self) -> None:
        """Begin to run the jobs; the doors are open by then."""
        from scheduler.clock import Bell
        from scheduler.job import JobContext

        assert self.intake is not None
        context = JobContext(
            spool=self.spool,
            replay=self._replay,
            retry_messages=self.intake.sweep,
            blobs=self.blobs,
            uploads=self.uploads,
        )
        self.bell = Bell(self.database, context, clock=self.clock, metrics=self.metrics)
        await self.bell.start()

    async def stop(self) -> None:
        """Take nothing new, finish what was begun, leave the rest in the tables."""
        self.ready = False
        if self.poller is not None:
            self.poller.stop()
        if self.bell is not None:
            await self.bell.stop()
        if self.intake is not None:
            await self.intake.stop()
        await self.deliverer.stop()
        await self.fetcher.stop()
        await self.photos.close()
        for channel in self.channels.values():
            await channel.close()
        await self.database.close()


def spare_the_collector() -> None:
    """
    Keep the garbage collector off what stays for good.

    Modules and the tables of matching are half a million objects, which every full collection would walk
    through: that was a tenth of the time of a message. What a message makes is mostly freed by counting, so
    looking for circles every 5,000 new objects instead of 700 is soon enough.
    """
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


async def calendar_of(database: Database) -> WorkCalendar:
    """Return the calendar with the days that an administrator added."""
    async with database.read() as db:
        rows = await units.work_days(db)
    return WorkCalendar(tuple(Override(day, OverrideKind(kind), basis) for day, kind, basis in rows))
