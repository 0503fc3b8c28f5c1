"""
What an operator may choose: every setting with its name, default and meaning, in groups.

`.env.example` says the same in a form to copy; a test keeps both alike. The time zone is no setting: days,
digests and due dates are those of Asia/Ho_Chi_Minh.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

from bot.environment import (
    BadSettingsError,
    Secret,
    declared_settings,
    read_env_file,
    read_group,
    setting,
    unknown_names,
)
from bot.parsers import (
    MEGABYTE,
    clock_time,
    database_address,
    decimal,
    folder,
    metrics_token,
    number,
    one_of,
    telegram_token,
    text,
    web_address,
    webhook_secret,
)
from bot.settings_email import Email
from bot.settings_email import contradictions as email_contradictions
from bot.settings_zalo import ZaloBot, ZaloMedia, ZaloOa
from bot.settings_zalo import contradictions as zalo_contradictions

ENV_FILE = Path(".env")


@dataclass(frozen=True, slots=True, kw_only=True)
class General:
    """Where data lies and what the log looks like."""

    data_folder: Path = setting(
        "NGHEDAN_DATA_FOLDER",
        Path("var"),
        folder,
        "The folder of the database (when it is SQLite), of files that people sent, and of the key file.",
    )
    log_level: str = setting(
        "NGHEDAN_LOG_LEVEL",
        "info",
        one_of("debug", "info", "warning", "error"),
        "How much is logged: debug, info, warning or error. Names, phones and petition text never are.",
    )
    log_format: str = setting(
        "NGHEDAN_LOG_FORMAT",
        "auto",
        one_of("auto", "text", "json"),
        "text to read, json (one object a line) for machines, auto: text in a terminal, else json.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The server of the web chat, the webhooks and the health pages."""

    host: str = setting(
        "NGHEDAN_WEB_HOST",
        "127.0.0.1",
        text,
        "Where to listen. 127.0.0.1: this machine only; 0.0.0.0: everybody, so put a TLS proxy before it.",
    )
    port: int = setting(
        "NGHEDAN_WEB_PORT",
        8080,
        number(0, 65_535),
        "The port to listen on; 0 takes a free one and says which.",
    )
    public_url: str = setting(
        "PUBLIC_URL",
        "",
        web_address,
        "How people reach this server, such as https://nghedan.example.vn. Links in messages begin with it;\n"
        "Telegram's webhook needs it, with https. Empty: the address that is listened on.",
    )
    metrics_token: Secret = setting(
        "NGHEDAN_METRICS_TOKEN",
        Secret(),
        metrics_token,
        "What Prometheus must send to read /metrics, as `Authorization: Bearer ...`. Empty: this machine alone may\n"
        "read it, and nobody once PUBLIC_URL is set, for a proxy makes everybody look like this machine.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """The database, and files that people send."""

    database_url: Secret = setting(
        "DATABASE_URL",
        Secret(),
        database_address,
        "sqlite:///path/to/file.db, or postgresql://user:password@host/database for a province or several\n"
        "processes. Empty: nghedan.db in the data folder.",
    )
    file_max_bytes: int = setting(
        "NGHEDAN_FILE_MAX_BYTES",
        20 * MEGABYTE,
        number(100_000, 50 * MEGABYTE),
        "The largest file that is taken, in bytes. Telegram hands out no more than 20 MB (20971520).",
    )
    files_per_petition: int = setting(
        "NGHEDAN_FILES_PER_PETITION",
        10,
        number(1, 30),
        "How many photos and files one petition may carry.",
    )
    photo_max_side: int = setting(
        "NGHEDAN_PHOTO_MAX_SIDE",
        2560,
        number(640, 8_000),
        "Photos are stored anew without their metadata; the longer side is at most so many pixels.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """Telegram; without a token it is left out and the web chat does everything."""

    token: Secret = setting(
        "TELEGRAM_TOKEN",
        Secret(),
        telegram_token,
        "The bot's token from @BotFather. Empty: no Telegram.",
    )
    api_url: str = setting(
        "TELEGRAM_API_URL",
        "https://api.telegram.org",
        web_address,
        "The Bot API server: Telegram's, or your own where Telegram is reached through another network.",
    )
    mode: str = setting(
        "NGHEDAN_TELEGRAM_MODE",
        "auto",
        one_of("auto", "polling", "webhook"),
        "webhook: Telegram calls PUBLIC_URL. polling: we ask Telegram, which needs no public address.\n"
        "auto: webhook when PUBLIC_URL is an https address, else polling.",
    )
    given_webhook_secret: Secret = setting(
        "NGHEDAN_TELEGRAM_WEBHOOK_SECRET",
        Secret(),
        webhook_secret,
        "What Telegram must repeat with every call of the webhook. Empty: made from the token.",
    )

    @property
    def enabled(self) -> bool:
        """Whether there is a bot to speak through."""
        return bool(self.token)

    @property
    def webhook_secret(self) -> Secret:
        """The given secret, or one that everybody who knows the token can compute and nobody else."""
        if self.given_webhook_secret or not self.token:
            return self.given_webhook_secret
        return Secret(hashlib.sha256(f"nghedan webhook {self.token.reveal()}".encode()).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """
    How fast we write to Telegram.

    Source: Telegram's FAQ for bots: about one message a second into one chat, 30 over all (read 2026-11).
    """

    per_chat: float = setting(
        "NGHEDAN_PACE_PER_CHAT",
        1.0,
        decimal(0, 1_000),
        "Messages a second into one chat; short bursts are let through. 0: no limit.",
    )
    overall: float = setting(
        "NGHEDAN_PACE_OVERALL",
        30.0,
        decimal(0, 100_000),
        "Messages a second over all chats of this process. With several processes divide it. 0: no limit.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """How long an unfinished conversation is kept."""

    expiry_hours: int = setting(
        "NGHEDAN_CONVERSATION_EXPIRY_HOURS",
        48,
        number(1, 720),
        "A petition that was begun and not sent is forgotten after so many hours without a word.",
    )
    purge_hours: int = setting(
        "NGHEDAN_CONVERSATION_PURGE_HOURS",
        24,
        number(1, 168),
        "What somebody wrote without agreeing that it is kept is deleted after so many hours.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The officers' daily work list."""

    at: time = setting(
        "NGHEDAN_DIGEST_AT",
        time(7, 30),
        clock_time,
        "When the daily digest of a new officer goes out on working days, Vietnam's time; each may choose another\n"
        "hour.",
    )

    @property
    def minute(self) -> int:
        """The same as minute of the local day."""
        return self.at.hour * 60 + self.at.minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the page and "gặp cán bộ" show where a body has no office of its own entered."""

    name: str = setting(
        "NGHEDAN_OFFICE_NAME",
        "",
        text,
        "Whose page the web chat is, such as the Front's committee of one commune. Empty: the Front of Viet Nam.",
    )
    address: str = setting(
        "NGHEDAN_OFFICE_ADDRESS",
        "",
        text,
        "Where people may come. Empty: they are told to come to the seat of their commune.",
    )
    phone: str = setting(
        "NGHEDAN_OFFICE_PHONE",
        "",
        text,
        "A phone that is answered in office hours. Empty: none is named.",
    )
    hours: str = setting(
        "NGHEDAN_OFFICE_HOURS",
        "",
        text,
        "When somebody is there, in words for people. Empty: ordinary office hours.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, read once at start and passed to whoever needs a part."""

    general: General = field(default_factory=General)
    web: Web = field(default_factory=Web)
    storage: Storage = field(default_factory=Storage)
    telegram: Telegram = field(default_factory=Telegram)
    zalo_oa: ZaloOa = field(default_factory=ZaloOa)
    zalo_bot: ZaloBot = field(default_factory=ZaloBot)
    zalo_media: ZaloMedia = field(default_factory=ZaloMedia)
    email: Email = field(default_factory=Email)
    pace: Pace = field(default_factory=Pace)
    conversation: Conversation = field(default_factory=Conversation)
    digest: Digest = field(default_factory=Digest)
    office: Office = field(default_factory=Office)

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, *, env_file: Path | None = ENV_FILE) -> Settings:
        """
        Read the environment and, below it, the file.

        Raises:
            BadSettingsError: with one sentence for each setting that cannot be used.
        """
        problems: list[str] = []
        values = read_env_file(env_file, problems) if env_file else {}
        values.update(os.environ if environ is None else environ)
        settings = cls(
            general=read_group(General, values, problems),
            web=read_group(Web, values, problems),
            storage=read_group(Storage, values, problems),
            telegram=read_group(Telegram, values, problems),
            zalo_oa=read_group(ZaloOa, values, problems),
            zalo_bot=read_group(ZaloBot, values, problems),
            zalo_media=read_group(ZaloMedia, values, problems),
            email=read_group(Email, values, problems),
            pace=read_group(Pace, values, problems),
            conversation=read_group(Conversation, values, problems),
            digest=read_group(Digest, values, problems),
            office=read_group(Office, values, problems),
        )
        problems += [*unknown_names(values, SETTING_NAMES), *_contradictions(settings)]
        if problems:
            raise BadSettingsError(problems)
        return settings

    @property
    def database_url(self) -> str:
        """The database's address with its driver; may hold a password."""
        file = self.general.data_folder / "nghedan.db"
        return self.storage.database_url.reveal() or f"sqlite+aiosqlite:///{file}"

    @property
    def files_folder(self) -> Path:
        """Where files that people sent are kept."""
        return self.general.data_folder / "files"

    @property
    def spool_folder(self) -> Path:
        """Where messages wait that arrived while the database was away."""
        return self.general.data_folder / "spool"

    @property
    def key_file(self) -> Path:
        """The installation's secret key: made at first start, never in the database or a backup."""
        return self.general.data_folder / "secret.key"

    @property
    def port_file(self) -> Path:
        """Where the running program says which port it took when any free one was asked for."""
        return self.general.data_folder / "port"

    @property
    def public_url(self) -> str:
        """
        What links in messages begin with, without a slash at the end.

        Where any free port is asked for, other commands learn from the running program which one it took.
        """
        if self.web.public_url:
            return self.web.public_url
        host = "127.0.0.1" if self.web.host in {"0.0.0.0", "::"} else self.web.host  # noqa: S104 - compared, not bound
        port = self.web.port or _number_in(self.port_file)
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    @property
    def telegram_by_webhook(self) -> bool:
        """Whether Telegram calls us; otherwise we ask it."""
        if self.telegram.mode == "auto":
            return self.web.public_url.startswith("https://")
        return self.telegram.mode == "webhook"

    @property
    def zalo_bot_by_webhook(self) -> bool:
        """Whether Zalo calls us for the Zalo Bot; otherwise we ask it."""
        if self.zalo_bot.mode == "auto":
            return self.web.public_url.startswith("https://")
        return self.zalo_bot.mode == "webhook"


GROUPS = (General, Web, Storage, Telegram, ZaloOa, ZaloBot, ZaloMedia, Email, Pace, Conversation, Digest, Office)
SETTING_NAMES = tuple(f.metadata["name"] for group in GROUPS for f in declared_settings(group))


def _number_in(file: Path) -> int:
    try:
        return int(file.read_text())
    except (OSError, ValueError):
        return 0


def _contradictions(settings: Settings) -> list[str]:
    """Settings that are fine alone and cannot be used together."""
    found = []
    # A Bot API server of one's own also calls plain http addresses. Source: core.telegram.org/bots/api, "Using a Local
    # Bot API Server" (read 2026-11).
    cloud = settings.telegram.api_url == Telegram().api_url
    secure = settings.web.public_url.startswith("https://")
    if settings.telegram.mode == "webhook" and not (secure or (settings.web.public_url and not cloud)):
        found.append("NGHEDAN_TELEGRAM_MODE: webhook needs PUBLIC_URL to be an https address.")
    found += zalo_contradictions(settings.zalo_bot, settings.zalo_oa, settings.web.public_url)
    found += email_contradictions(settings.email)
    return found
