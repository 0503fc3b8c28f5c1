"""The house put together: one object holds every part of the running program, and starts and stops them in order."""

from __future__ import annotations

import asyncio
import logging
import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.deliverer import Deliverer
from bot.fetcher import Fetcher
from bot.gazetteers import LazyGazetteer
from bot.keys import secret_key
from bot.metrics import Metrics
from bot.pacer import Pacer
from bot.settings import Settings
from bot.spool import Spool
from bot.webports import WebPorts
from channels.contract import Channel, NotAccepted
from channels.webchat import WebChat
from conversation.messages import Inbound
from conversation.recognise import Vocabulary
from domain.calendar import Override, OverrideKind, WorkCalendar
from handlers.intake import Intake
from handlers.services import Limits, Office, Services
from handlers.wiring import build_table, spoken_commands
from handlers.router import Router
from scheduler.clock import Bell
from storage import units
from storage.blobs import BlobStore
from storage.database import Database

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class House:
    """Every part of the program. `open` makes one; `start` and `stop` are called once each."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.me = secrets.token_hex(8)
        self.database = Database(settings.database_url)
        self.secret = secret_key(settings.key_file)
        self.blobs = BlobStore(settings.files_folder)
        self.metrics = Metrics(self.database)
        self.spool = Spool(settings.general.data_folder / "spool")
        self.ports = WebPorts(self)
        self.webchat = WebChat(self.ports)
        self.channels: dict[str, Channel] = {"webchat": self.webchat}
        self.telegram: Any = None
        if settings.telegram.enabled:
            self._add_telegram()
        self.gazetteer = LazyGazetteer(self.database)
        self.ready = False

    def _add_telegram(self) -> None:
        from channels.telegram import TelegramChannel  # a second of imports that the web chat alone does not need

        telegram = self.settings.telegram
        self.telegram = TelegramChannel(
            telegram.token.reveal(),
            api_url=telegram.api_url,
            webhook_secret=telegram.webhook_secret.reveal(),
            files=self.ports,
        )
        self.channels["telegram"] = self.telegram
