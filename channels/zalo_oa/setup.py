"""What Zalo says about an Official Account to `doctor`, and how much may still be said to one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from channels.zalo_oa.channel import ZaloOaChannel


@dataclass(frozen=True, slots=True)
class Account:
    """The account as Zalo knows it."""

    oa_id: str
    name: str
    type: int
    verified: bool
    package: str


async def account(channel: ZaloOaChannel) -> Account:
    """
    Return what Zalo says about this account.

    Raises:
        SendError: Zalo cannot be reached, or refuses the token.
    """
    data = await channel.api.get("/v2.0/oa/getoa")
    return Account(
        oa_id=str(data.get("oa_id", "")),
        name=str(data.get("name", "")),
        type=_whole(data.get("oa_type")),
        verified=bool(data.get("is_verified")),
        package=str(data.get("package_name") or ""),
    )


async def free_messages(channel: ZaloOaChannel, user_id: str) -> int:
    """Return how many free messages may still be sent to a person; raises as `account`. Source: zalo reference B6."""
    data = await channel.api.post("/v3.0/oa/quota/message", {"user_id": user_id})
    reply = data.get("cs_reply")
    return _whole(reply.get("remain")) if isinstance(reply, Mapping) else 0


def _whole(value: Any) -> int:
    """Return a number that comes as number or as text."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
