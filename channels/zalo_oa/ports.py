"""What an Official Account's channel is given by the running program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Tokens(Protocol):
    """The access token: one for all processes, renewed by one of them."""

    async def current(self) -> str:
        """
        Return a token that should be good.

        Raises:
            BadConfig: nobody has connected the account yet, or the consent is lost.
        """
        ...

    async def renewed(self, spent: str) -> str:
        """
        Return another token than `spent`, which Zalo just refused.

        Raises:
            BadConfig: there is none; an administrator must consent again.
            Unreachable: Zalo did not answer; the consent is not lost yet.
        """
        ...


class Uploads(Protocol):
    """Ids that Zalo gave for files uploaded before, shared by all processes."""

    async def known(self, file_id: int) -> str:
        """Return the id under which Zalo still has the file, '' for none."""
        ...

    async def keep(self, file_id: int, token: str) -> None:
        """Remember it."""
        ...

    async def forget(self, file_id: int) -> None:
        """Zalo no longer knows it."""
        ...


@dataclass(frozen=True, slots=True)
class Quota:
    """
    What Zalo counted a sent message against.

    `kind` is reply (the free messages after a person's word), sub_quota, purchase_quota, reward_quota, or "charged"
    when the answer names none. Source: zalo reference B4.
    """

    kind: str = "charged"
    remain: int | None = None
    total: int | None = None


class Accounting(Protocol):
    """Who wants to hear what was sent."""

    def sent(self, address: str, quota: Quota) -> None:
        """Zalo took one message for this chat."""
        ...


class NoUploads:
    """Remembers nothing."""

    async def known(self, file_id: int) -> str:
        return ""

    async def keep(self, file_id: int, token: str) -> None:
        return

    async def forget(self, file_id: int) -> None:
        return


class NoAccounting:
    """Counts nothing."""

    def sent(self, address: str, quota: Quota) -> None:
        return
