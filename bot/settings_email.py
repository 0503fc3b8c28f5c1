"""What an operator may choose about e-mail to officers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.environment import Secret, setting
from bot.parsers import number, one_of, text

if TYPE_CHECKING:
    from channels.email import Server


def mail_sender(written: str) -> str:
    """An address, alone or behind a name: Nghe Dan <nghedan@example.vn>."""
    if re.fullmatch(r"(?:[^<>\r\n]{1,80} <)?[^\s<>@]+@[^\s<>@]+>?", written) is None:
        raise ValueError("an address such as nghedan@example.vn is expected")
    return written


def mail_password(written: str) -> Secret:
    """A password, kept as it is."""
    return Secret(written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """E-mail to officers where their messenger may not be written to, or they have none."""

    host: str = setting(
        "NGHEDAN_SMTP_HOST",
        "",
        text,
        "The mail server. Empty: nobody is written to by e-mail.",
    )
    port: int = setting("NGHEDAN_SMTP_PORT", 587, number(1, 65_535), "Its port: 587 with starttls, 465 with tls.")
    security: str = setting(
        "NGHEDAN_SMTP_SECURITY",
        "starttls",
        one_of("starttls", "tls", "none"),
        "starttls, tls, or none: only for a server on this machine.",
    )
    user: str = setting("NGHEDAN_SMTP_USER", "", text, "Who logs in there. Empty: nobody has to.")
    password: Secret = setting("NGHEDAN_SMTP_PASSWORD", Secret(), mail_password, "That user's password.")
    sender: str = setting(
        "NGHEDAN_SMTP_FROM",
        "",
        mail_sender,
        "Whom the mails are from, such as Nghe Dan <nghedan@example.vn>. Needed with NGHEDAN_SMTP_HOST.",
    )

    @property
    def enabled(self) -> bool:
        """Whether there is a server."""
        return bool(self.host)

    @property
    def server(self) -> Server:
        """The same for the channel."""
        from channels.email import Server

        return Server(self.host, self.port, self.sender, self.user, self.password.reveal(), self.security)


def contradictions(email: Email) -> list[str]:
    """Settings that are fine alone and cannot be used together."""
    if email.enabled and not email.sender:
        return ["NGHEDAN_SMTP_FROM: it is needed with NGHEDAN_SMTP_HOST."]
    return []
