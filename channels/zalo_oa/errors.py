"""What an Official Account's error codes mean for the deliverer: one table. Source: zalo reference B9."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from channels.contract import (
    BadConfig,
    FileGone,
    Postponed,
    RecipientGone,
    Rejected,
    SendError,
    SendFailed,
    Throttled,
    WindowClosed,
)
from domain.calendar import LOCAL

BAD_TOKENS = frozenset({-216, -220})
"""The access token is invalid, expired or removed: refreshed once, then it is an administrator's matter."""


class Policy(Enum):
    """What to do about a code."""

    NEXT_MINUTE = "wait for the next minute"
    TWICE_MORE = "try twice more"
    UPLOAD_AGAIN = "upload the file again"
    BUG = "never try again; a defect of ours"
    ADMINISTRATOR = "nothing works until an administrator mends it"
    TOMORROW_ALL = "the account's quota is used up: no more today"
    TOMORROW_CHAT = "the quota towards this person is used up: no more today"
    GONE = "the person is not to be written to"
    WINDOW = "not before the person writes"
    MORNING = "not before six in the morning"
    HUMAN = "never try again; a person must look at it"


POLICIES: dict[int, tuple[Policy, str]] = {
    -32: (Policy.NEXT_MINUTE, "rate limit"),
    -100: (Policy.UPLOAD_AGAIN, "attachment id expired"),
    -200: (Policy.TWICE_MORE, "send failed"),
    -201: (Policy.BUG, "bad parameter"),
    -204: (Policy.ADMINISTRATOR, "the Official Account was deleted"),
    -205: (Policy.ADMINISTRATOR, "the Official Account is unknown"),
    -209: (Policy.ADMINISTRATOR, "the app is not activated"),
    -210: (Policy.BUG, "too long"),
    -211: (Policy.TOMORROW_ALL, "the account's quota is used up"),
    -212: (Policy.ADMINISTRATOR, "the app has not registered this API"),
    -213: (Policy.GONE, "the person does not follow"),
    -216: (Policy.ADMINISTRATOR, "the access token is invalid"),
    -217: (Policy.GONE, "the person refuses messages"),
    -218: (Policy.TOMORROW_CHAT, "the quota towards this person is used up"),
    -219: (Policy.ADMINISTRATOR, "the app was removed or disabled"),
    -220: (Policy.ADMINISTRATOR, "the access token expired or was removed"),
    -221: (Policy.ADMINISTRATOR, "the Official Account is not verified"),
    -223: (Policy.ADMINISTRATOR, "the Official Account has not authorised the app"),
    -224: (Policy.ADMINISTRATOR, "the package is too low for this API"),
    -227: (Policy.GONE, "the person is banned or inactive for more than 45 days"),
    -230: (Policy.WINDOW, "no interaction within 7 days"),
    -232: (Policy.WINDOW, "no interaction, or too long ago"),
    -233: (Policy.BUG, "message kind not supported"),
    -234: (Policy.MORNING, "not between 22:00 and 6:00"),
    -235: (Policy.ADMINISTRATOR, "not for this type of Official Account"),
    -240: (Policy.BUG, "this API was shut down"),
    -242: (Policy.ADMINISTRATOR, "appsecret_proof is switched on for the app and not supported"),
    -244: (Policy.GONE, "the person refuses this kind of message"),
    -248: (Policy.HUMAN, "violates the platform's standards"),
    -320: (Policy.ADMINISTRATOR, "no Zalo Cloud account is connected"),
    -321: (Policy.ADMINISTRATOR, "the Zalo Cloud account is out of money"),
}
"""Every documented code. One that stands not here is a permanent failure with an alarm, never a crash."""


def send_error(code: int, said: str, now: datetime) -> SendError:
    """Return what the deliverer is to do about a code; `said` is Zalo's own sentence, `now` aware."""
    policy, meaning = POLICIES.get(code, (Policy.HUMAN, "unknown code"))
    reason = f"{code} {meaning}" + (f" ({said[:120]})" if said else "")
    match policy:
        case Policy.NEXT_MINUTE:
            return Throttled(_seconds_to_next_minute(now), reason)
        case Policy.TOMORROW_ALL | Policy.TOMORROW_CHAT:
            return Postponed(_seconds_to(now, 0), reason)
        case Policy.MORNING:
            return Postponed(_seconds_to(now, 6), reason)
        case Policy.TWICE_MORE:
            return SendFailed(reason)
        case Policy.UPLOAD_AGAIN:
            return FileGone(reason)
        case Policy.ADMINISTRATOR:
            return BadConfig(reason)
        case Policy.GONE:
            return RecipientGone(reason)
        case Policy.WINDOW:
            return WindowClosed(reason)
    return Rejected(reason)


def _seconds_to_next_minute(now: datetime) -> float:
    return 60.5 - now.second - now.microsecond / 1_000_000


def _seconds_to(now: datetime, hour: int) -> float:
    """Return the seconds to the next time that it is so late in Vietnam."""
    local = now.astimezone(LOCAL)
    then = local.replace(hour=hour, minute=0, second=30, microsecond=0)
    if then <= local:
        then += timedelta(days=1)
    return (then - local).total_seconds()
