"""What an operator may choose about Zalo: the Zalo Bot, the Official Account, and what they cost."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta

from bot.environment import Secret, setting
from bot.parsers import number, one_of, web_address
from domain.window import Rules


def zalo_bot_token(written: str) -> Secret:
    """
    A Zalo Bot's token as the Bot Creator gives it.

    Source: Zalo Bot Platform, create-bot (zalo reference A1).
    """
    if re.fullmatch(r"\d+:\S{3,200}", written) is None:
        raise ValueError("a token as Zalo Bot Creator gives it (digits, a colon, letters) is expected")
    return Secret(written)


def secret_word(written: str) -> Secret:
    """A key as a console shows it: letters without a space."""
    if re.fullmatch(r"[!-~]{8,256}", written) is None:
        raise ValueError("8 to 256 letters, digits and signs without a space are expected")
    return Secret(written)


def app_number(written: str) -> str:
    """An app's number in Zalo's developer console."""
    if re.fullmatch(r"\d{5,30}", written) is None:
        raise ValueError("the app's number (digits) is expected")
    return written


def host_names(written: str) -> str:
    """Names of hosts, parted by commas; one with a port is taken literally."""
    names = [name.strip() for name in written.split(",")]
    if not all(re.fullmatch(r"[a-z0-9.-]{3,100}(:\d{1,5})?", name) for name in names):
        raise ValueError("names such as zdn.vn,zadn.vn are expected")
    return ",".join(names)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloBot:
    """A Zalo Bot: for a pilot; its free plan cannot carry a province. See docs/zalo.md."""

    token: Secret = setting(
        "ZALO_BOT_TOKEN",
        Secret(),
        zalo_bot_token,
        "The bot's token from Zalo Bot Creator. Empty: no Zalo Bot.",
    )
    api_url: str = setting(
        "ZALO_BOT_API_URL",
        "https://bot-api.zaloplatforms.com",
        web_address,
        "The Zalo Bot server. An older one is https://bot-api.zapps.me.",
    )
    mode: str = setting(
        "NGHEDAN_ZALO_BOT_MODE",
        "auto",
        one_of("auto", "polling", "webhook"),
        "webhook: Zalo calls PUBLIC_URL. polling: we ask Zalo, which needs no public address and may lose messages\n"
        "that were sent while we were away. auto: webhook when PUBLIC_URL is an https address, else polling.",
    )
    given_webhook_secret: Secret = setting(
        "NGHEDAN_ZALO_BOT_WEBHOOK_SECRET",
        Secret(),
        secret_word,
        "What Zalo must repeat with every call of the webhook. Empty: made from the token.",
    )
    plan_users: int = setting(
        "NGHEDAN_ZALO_BOT_PLAN_USERS",
        50,
        number(0, 10_000_000),
        "Users that the bot's plan allows; administrators are warned at 80 %. 0: no limit.",
    )
    plan_messages: int = setting(
        "NGHEDAN_ZALO_BOT_PLAN_MESSAGES",
        3_000,
        number(0, 100_000_000),
        "Messages a month that the plan allows; warned at 80 %. 0: no limit.",
    )
    plan_counts: str = setting(
        "NGHEDAN_ZALO_BOT_PLAN_COUNTS",
        "both",
        one_of("both", "sent"),
        "Whether Zalo counts messages of both directions or sent ones alone: not documented, so both is the safe\n"
        "reading.",
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
        return Secret(hashlib.sha256(f"nghedan zalo webhook {self.token.reveal()}".encode()).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloOa:
    """
    A Zalo Official Account: the way for the public service. See docs/zalo.md.

    Numbers that the reference is not certain of are settings (zalo reference B3, B4, B10).
    """

    app_id: str = setting(
        "ZALO_OA_APP_ID",
        "",
        app_number,
        "The app's number on developers.zalo.me. Empty: no Official Account.",
    )
    app_secret: Secret = setting(
        "ZALO_OA_APP_SECRET",
        Secret(),
        secret_word,
        "The *app secret key* of the app's page: for consent and tokens.",
    )
    oa_secret: Secret = setting(
        "ZALO_OA_SECRET",
        Secret(),
        secret_word,
        "The *OA secret key* of the app's webhook page: for the signature of events. Not the one above.",
    )
    api_url: str = setting("ZALO_OA_API_URL", "https://openapi.zalo.me", web_address, "The OpenAPI server.")
    oauth_url: str = setting("ZALO_OA_OAUTH_URL", "https://oauth.zaloapp.com", web_address, "The token server.")
    window_days: int = setting(
        "NGHEDAN_ZALO_OA_WINDOW_DAYS",
        7,
        number(1, 365),
        "So many days after a resident last wrote or tapped they may be written to. Later news wait for their next\n"
        "word, or go to another messenger of theirs.",
    )
    free_hours: int = setting(
        "NGHEDAN_ZALO_OA_FREE_HOURS",
        48,
        number(0, 720),
        "Within so many hours after their last word the first messages are free.",
    )
    free_messages: int = setting(
        "NGHEDAN_ZALO_OA_FREE_MESSAGES",
        8,
        number(0, 1_000),
        "How many messages are free then.",
    )
    price: int = setting(
        "NGHEDAN_ZALO_OA_PRICE",
        55,
        number(0, 100_000),
        "What a further message costs, in dong. Check https://zalo.cloud/oa/pricing before going live.",
    )
    ceiling: int = setting(
        "NGHEDAN_ZALO_OA_CEILING",
        0,
        number(0, 2_000_000_000),
        "The most that messages may cost in a month, in dong; beyond it those that cost wait. 0: no ceiling.",
    )
    calls_per_minute: int = setting(
        "NGHEDAN_ZALO_OA_CALLS_PER_MINUTE",
        60,
        number(1, 100_000),
        "Calls a minute of this process until Zalo's own answers name its limit.",
    )
    quiet_minutes: int = setting(
        "NGHEDAN_ZALO_OA_QUIET_MINUTES",
        60,
        number(0, 10_080),
        "How long the bot is quiet in a chat after an administrator of the account wrote there by hand.",
    )
    strangers: str = setting(
        "NGHEDAN_ZALO_OA_STRANGERS",
        "answer",
        one_of("answer", "ignore"),
        "answer: visitors who are not logged in to Zalo are told, once, how to be heard. ignore: they hear nothing.",
    )
    info_image: str = setting(
        "NGHEDAN_ZALO_OA_INFO_IMAGE",
        "",
        web_address,
        "A public picture for Zalo's form that asks for a phone number. Empty: people type it.",
    )

    @property
    def enabled(self) -> bool:
        """Whether there is an account to speak through."""
        return bool(self.app_id)

    @property
    def rules(self) -> Rules:
        """The reply window as a budget."""
        return Rules(
            open_for=timedelta(days=self.window_days),
            free_for=timedelta(hours=self.free_hours),
            free=self.free_messages,
            price=self.price,
            ceiling=self.ceiling,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloMedia:
    """Where files lie that people send on Zalo."""

    hosts: str = setting(
        "NGHEDAN_ZALO_MEDIA_HOSTS",
        "zdn.vn,zadn.vn,dlfl.vn,dlmd.me,zalo.me",
        host_names,
        "Files are fetched from hosts with these endings and from nowhere else. Zalo documents no list.",
    )

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings, one by one."""
        return tuple(self.hosts.split(","))


def contradictions(bot: ZaloBot, account: ZaloOa, public_url: str) -> list[str]:
    """Settings that are fine alone and cannot be used together."""
    found = []
    secure = public_url.startswith("https://")
    loopback = public_url.startswith("http://127.0.0.1")  # a double of the platform; the real one takes no such address
    if bot.mode == "webhook" and not (secure or loopback):
        found.append("NGHEDAN_ZALO_BOT_MODE: webhook needs PUBLIC_URL to be an https address.")
    if account.enabled and not account.oa_secret:
        # Fail closed: without it anybody could speak as any resident.
        found.append("ZALO_OA_SECRET: it is needed with ZALO_OA_APP_ID, to know that events come from Zalo.")
    if account.enabled and not account.app_secret:
        found.append("ZALO_OA_APP_SECRET: it is needed with ZALO_OA_APP_ID, to get tokens.")
    if account.enabled and not public_url:
        found.append("PUBLIC_URL: it is needed with ZALO_OA_APP_ID, Zalo calls us there.")
    return found
