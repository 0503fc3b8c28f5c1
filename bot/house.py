"""The house put together: one object holds every part of the running program, and starts and stops them in order."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import collector, lean
from bot.books import Books
from bot.checkpoints import Checkpoints
from bot.collector import Collector
from bot.deliverer import Deliverer
from bot.fetcher import Fetcher
from bot.file_links import FileLinks
from bot.gazetteers import LazyGazetteer
from bot.keeping import Keeper
from bot.keys import secret_key
from bot.metrics import Metrics
from bot.observing import Observing
from bot.pacer import Pacer
from bot.photos import Photos
from bot.refreshing import Refresher
from bot.rounds import Rounds
from bot.settings import Settings
from bot.spool_folders import SpoolFolders
from bot.timing import Clock, SystemClock
from bot.uploads import Uploads
from bot.webports import WebPorts
from bot.windows import Gate, WindowGate
from bot.zalo import Parts, Zalo
from channels.contract import Channel
from channels.webchat import WebChat
from conversation.recognise import Vocabulary
from domain.offices import Office
from handlers.intake import Intake
from handlers.router import Router
from handlers.services import Limits, Services
from handlers.wiring import build_table, spoken_commands
from storage import units
from storage.blobs import BlobStore
from storage.database import Database
from storage.versions import Watched
from storage.workdays import work_calendar
from texts import say

if TYPE_CHECKING:
    from channels.telegram import Poller, TelegramChannel
    from scheduler.clock import Bell

log = structlog.get_logger(__name__)


class House:
    """Every part of the program. Made inside the loop; `start` and `stop` are awaited once each."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None) -> None:
        self.settings = settings
        self.me = secrets.token_hex(8)
        self.clock = clock or SystemClock()
        self.database = Database(settings.database_url)
        self.metrics = Metrics(self.database)
        self.observing = Observing(self.metrics)
        self.rounds = self._rounds()
        self.spools = SpoolFolders(settings.spool_folder, self.me)
        self.spool = self.spools.spool
        self.gazetteer = LazyGazetteer(self.database)
        self.ready = False
        self.blobs = blobs = BlobStore(settings.files_folder)
        max_bytes = settings.storage.file_max_bytes
        self.photos = Photos(max_side=settings.storage.photo_max_side)
        self.uploads = Uploads(settings.general.data_folder / "uploads", max_bytes=max_bytes)
        office = settings.office
        self.office = Office(office.address, office.phone, office.hours, office.name)
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
        self.file_links = FileLinks(self._secret, settings.public_url, self.clock)
        self.books = Books(self.database, self.metrics, self.clock, price=settings.zalo_oa.price)
        self.zalo = self._zalo()
        self.channels.update(self.zalo.channels)
        self._email()
        self.poller: Poller | None = None
        self.links: dict[str, Callable[[str], str]] = {}
        """By channel name: payload -> link that opens our chat there. Filled in when a messenger says our name."""
        pace = settings.pace
        pacers = {"telegram": Pacer(per_chat=pace.per_chat, overall=pace.overall), **self.zalo.pacers}
        self.deliverer = Deliverer(
            self.database,
            self.channels,
            me=self.me,
            clock=self.clock,
            pacers=pacers,
            metrics=self.books,
            gates=self._gates(),
        )
        self.fetcher = Fetcher(
            self.database,
            self.channels,
            Keeper(blobs, self.photos, max_bytes=max_bytes),
            clock=self.clock,
            metrics=self.metrics,
        )
        self.intake: Intake | None = None
        reloads = {Watched.WORK_DAYS: self._renew_calendar, Watched.POLYGONS: self.gazetteer.renew_polygons}
        self.refresher = Refresher(self.database, reloads)
        self.bell: Bell | None = None

    def _rounds(self) -> list[Rounds]:
        """Return what keeps the house in order every second, beside the messages."""
        steps = {"collector": Collector(self._handled).step}
        if self.database.dialect == "sqlite":
            steps["checkpoints"] = Checkpoints(self.database, self._handled).step
        return [Rounds(name, self.clock, step) for name, step in steps.items()]

    def _handled(self) -> int:
        return self.observing.messages

    def _secret(self) -> bytes:
        return secret_key(self.settings.key_file)

    def _zalo(self) -> Zalo:
        return Zalo(
            Parts(
                settings=self.settings,
                database=self.database,
                clock=self.clock,
                me=self.me,
                books=self.books,
                files=self.ports,
                links=self.file_links,
                receive=self.ports.receive,
                count=self.metrics.ignored,
            )
        )

    def _gates(self) -> dict[str, Gate]:
        """Return the budgets of messengers that do not take everything at any time."""
        if self.zalo.account is None:
            return {}
        rules, channels = self.settings.zalo_oa.rules, tuple(self.channels)
        gate = WindowGate(self.database, self.books, rules, channels=channels, clock=self.clock, me=self.me)
        return {self.zalo.account.name: gate}

    def _telegram(self) -> TelegramChannel | None:
        telegram = self.settings.telegram
        if not telegram.enabled:
            return None
        lean.without_telegrams_classes()
        from channels.telegram import TelegramChannel  # imports that the web chat does not need

        channel = TelegramChannel(
            telegram.token.reveal(),
            api_url=telegram.api_url,
            webhook_secret=telegram.webhook_secret.reveal(),
            files=self.ports,
        )
        self.channels[channel.name] = channel
        return channel

    def _email(self) -> None:
        """E-mail for officers, when there is a server."""
        email = self.settings.email
        if not email.enabled:
            return
        from channels.email import EmailChannel

        foot = say("email-foot", values={"url": self.settings.public_url})
        channel = EmailChannel(
            email.server, subject=say("email-subject"), foot=foot, links=self.file_links, files=self.ports
        )
        self.channels[channel.name] = channel

    async def start(self) -> None:
        """Open for messages: units loaded, intake, deliverer and fetcher running."""
        async with self.database.begin() as db:
            await units.load_shipped(db)
        await asyncio.to_thread(self.blobs.sweep, now=self.clock.now().timestamp())
        await self.refresher.begin()
        self.intake = await self._new_intake()
        self.ports.intake = self.intake
        self.intake.start()
        await self.deliverer.start()
        self.books.start()
        self.fetcher.start()
        for rounds in self.rounds:
            rounds.start()
        await self.intake.sweep()
        await self.zalo.recover()
        self.ready = True

    async def _new_intake(self) -> Intake:
        table = build_table()
        vocabulary = Vocabulary(spoken_commands(table))
        settings = self.settings
        limits = Limits(
            files_per_petition=settings.storage.files_per_petition,
            expires_after=timedelta(hours=settings.conversation.expiry_hours),
            purge_after=timedelta(hours=settings.conversation.purge_hours),
            quiet_for=timedelta(minutes=settings.zalo_oa.quiet_minutes),
        )
        async with self.database.read() as db:
            calendar = await work_calendar(db)
        services = Services(
            gazetteer=self.gazetteer,
            polygons=self.gazetteer.polygons,
            calendar=calendar,
            vocabulary=vocabulary,
            secret=await asyncio.to_thread(secret_key, settings.key_file),
            office=self.office,
            limits=limits,
            public_url=settings.public_url,
            digest_minute=settings.digest.minute,
            links=self.links,
            email=self.settings.email.enabled,
            numbered=frozenset(n for n, c in self.channels.items() if not c.capabilities.buttons_everywhere),
        )
        return Intake(
            self.database,
            services,
            Router(table),
            self.deliverer,
            self.spool,
            self.observing,
            me=self.me,
            clock=self.clock.now,
            files_wanted=self.fetcher.wake,
            prepare=lambda: self._prepare(vocabulary),
        )

    async def _prepare(self, vocabulary: Vocabulary) -> None:
        """Load what the first message needs, beside the loop."""
        await self.gazetteer.prepare()
        await asyncio.to_thread(vocabulary.command, "")
        collector.spare()

    async def _renew_calendar(self, db: AsyncConnection) -> bool:
        """Let messages from now on count the days that an administrator has entered since."""
        assert self.intake is not None
        self.intake.use_calendar(await work_calendar(db))
        return True

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
            take_over=self.spools.take_over,
            retry_messages=self.intake.sweep,
            refresh=self.refresher,
            keep_tokens=self.zalo.keep_tokens if self.zalo.tokens is not None else None,
            take_inbox=self.zalo.take_inbox if self.zalo.channels else None,
            watch_limits=self.zalo.watch_limits if self.zalo.channels else None,
            blobs=self.blobs,
            uploads=self.uploads,
            links=self.file_links,
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
        await self.zalo.stop()
        if self.intake is not None:
            await self.intake.stop()
        await self.deliverer.stop()
        await self.books.stop()
        for rounds in self.rounds:
            await rounds.stop()
        await self.fetcher.stop()
        await self.photos.close()
        for channel in self.channels.values():
            await channel.close()
        await self.database.close()
        self.spools.close()
