"""
What `nghedan doctor` asks Telegram: who are we, where do you call, what time is it.

Source: Telegram Bot API, getMe, getWebhookInfo, WebhookInfo (read 2026-11).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from bot.finding import ANSWER_SECONDS, Clock, Finding, Level, words_of
from bot.settings import Settings

if TYPE_CHECKING:
    import aiohttp

CLOCK_MAY_DIFFER = timedelta(seconds=30)
"""Due dates and digests would not mind more; signed links and the platforms' own limits do."""

RECENT = timedelta(hours=1)
"""A failed call of the webhook that lies further back is history."""

T = TypeVar("T")


class Answer(msgspec.Struct, Generic[T]):
    """What every method answers."""

    ok: bool
    result: T | None = None
    description: str = "no reason given"


class Me(msgspec.Struct):
    """Our bot, as Telegram knows it."""

    id: int
    username: str = "?"


class Webhook(msgspec.Struct):
    """Where Telegram delivers; an empty address when we ask by ourselves."""

    url: str = ""
    pending_update_count: int = 0
    last_error_date: int = 0
    last_error_message: str = ""


async def check_telegram(settings: Settings, clock: Clock) -> list[Finding]:
    """The token is taken, updates reach us, and Telegram's clock agrees with ours."""
    if not settings.telegram.enabled:
        what = "No token: Telegram is left out; the web chat does everything."
        return [Finding("telegram", Level.OK, what)]
    import aiohttp

    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as session:
            me, their_clock = await _ask(session, settings, "getMe", Answer[Me])
            our_clock = clock()
            hook, _ = await _ask(session, settings, "getWebhookInfo", Answer[Webhook])
    except (OSError, TimeoutError, aiohttp.ClientError, msgspec.MsgspecError) as error:
        words = words_of(error, settings.telegram.token.reveal())
        what = f"{settings.telegram.api_url} does not answer as Telegram does: {words}"
        return [Finding("telegram", Level.BAD, what, "Check the network, or set TELEGRAM_API_URL.")]
    if me.result is None:
        do = "Ask @BotFather for the token and set TELEGRAM_TOKEN."
        return [Finding("telegram", Level.BAD, f"The token is refused: {me.description}.", do)]
    found = [Finding("telegram", Level.OK, f"The bot is @{me.result.username} ({me.result.id}).")]
    if hook.result is not None:
        found.append(_updates(settings, hook.result, our_clock))
    if their_clock is not None:
        found.append(_clock(their_clock - our_clock))
    return found


async def _ask(
    session: aiohttp.ClientSession, settings: Settings, method: str, shape: type[Answer[T]]
) -> tuple[Answer[T], datetime | None]:
    address = f"{settings.telegram.api_url}/bot{settings.telegram.token.reveal()}/{method}"
    async with session.get(address) as response:
        answer = msgspec.json.decode(await response.read(), type=shape)
        date = response.headers.get("Date")
    try:
        return answer, parsedate_to_datetime(date).astimezone(UTC) if date else None
    except ValueError:
        return answer, None


def _updates(settings: Settings, hook: Webhook, now: datetime) -> Finding:
    """Whether updates come the way that the settings say."""
    waiting = f"{hook.pending_update_count} updates wait"
    if not settings.telegram_by_webhook:
        if hook.url:
            do = "Start the program once: it takes the webhook away; or set PUBLIC_URL."
            what = f"Telegram delivers to {hook.url}, but we are set to ask for updates ourselves."
            return Finding("webhook", Level.WARNING, what, do)
        return Finding("webhook", Level.OK, f"We ask for updates ourselves; {waiting}.")
    if not hook.url.startswith(settings.public_url + "/"):
        what = f"Telegram delivers to {hook.url or 'nobody'}, not to {settings.public_url}."
        return Finding("webhook", Level.WARNING, what, "Start the program: it registers its address.")
    failed_at = datetime.fromtimestamp(hook.last_error_date, UTC)
    if hook.last_error_date and now - failed_at < RECENT:
        what = f"Telegram cannot deliver: {hook.last_error_message} ({failed_at:%H:%M} UTC); {waiting}."
        do = "Check that PUBLIC_URL reaches this program from outside, with a valid certificate."
        return Finding("webhook", Level.BAD, what, do)
    return Finding("webhook", Level.OK, f"Telegram delivers to {settings.public_url}; {waiting}.")


def _clock(difference: timedelta) -> Finding:
    """Whether our clock agrees with Telegram's, to the second that its header tells."""
    seconds = round(difference.total_seconds())
    if abs(difference) > CLOCK_MAY_DIFFER:
        what = f"The clock is {abs(seconds)} s {'behind' if seconds > 0 else 'ahead of'} Telegram's."
        return Finding("clock", Level.BAD, what, "Set the clock; let it be kept by NTP.")
    return Finding("clock", Level.OK, "The clock agrees with Telegram's.")
