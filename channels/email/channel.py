"""The channel's contract, kept by a mail server: each message is one mail, and nothing comes back."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any, Final

from channels.contract import (
    BadConfig,
    FileGone,
    FileLinks,
    FileStore,
    NotFromPlatform,
    RawRequest,
    RecipientGone,
    Rejected,
    SendError,
    Sent,
    Unreachable,
)
from conversation.messages import Capabilities, Ignored, Inbound, IncomingFile, Outbound

NAME: Final = "email"

EMAIL: Final = Capabilities(
    buttons_max=100,
    buttons_per_row=1,
    label_max=100,
    text_max=100_000,
    choice_max_bytes=1_000,
    files=True,
)
"""Buttons are taken and not shown: nobody can tap in a mail, and numbers would ask for an answer that nobody reads."""

TIMEOUT_SECONDS: Final = 15.0
"""Below what the deliverer waits for a send."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server: `security` is starttls, tls or none; without `user` nobody logs in."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    security: str = "starttls"


ATTACHED_MAX_BYTES: Final = 10 * 1024 * 1024
"""Of the files of one mail: in base64 they are a third larger, and many servers stop at 20 MB. More go as links."""


class EmailChannel:
    """
    Mails through one server. `subject` stands over each mail without a title of its own, `foot` below each.

    The subject never says what is in a mail. Files are attached when `files` can read them, as long as there is room;
    the others go as links.
    """

    name = NAME
    capabilities = EMAIL

    def __init__(
        self,
        server: Server,
        *,
        subject: str,
        foot: str = "",
        links: FileLinks | None = None,
        files: FileStore | None = None,
    ) -> None:
        self._server, self._subject, self._foot, self._links, self._files = server, subject, foot, links, files

    def verify(self, request: RawRequest) -> None:
        raise NotFromPlatform("nothing comes by e-mail")

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        return ()

    async def send(self, message: Outbound) -> Sent:
        """
        Send one mail; its Message-ID is that of the outbox row, so that a mail sent twice is shown once.

        Raises:
            SendError: what to do; `FileGone` when a file is not kept any more.
        """
        attached = await self._attached(message)
        mail = self._mail(message, attached)
        await asyncio.to_thread(self._hand_over, mail)
        return Sent(str(mail["Message-ID"])[:80])

    async def _attached(self, message: Outbound) -> dict[int, tuple[bytes, str]]:
        """Return the bytes and types of the files that travel in the mail, by id."""
        attached: dict[int, tuple[bytes, str]] = {}
        room = ATTACHED_MAX_BYTES
        for file in message.files if self._files is not None else ():
            assert self._files is not None
            content, mime = await self._files.read(file.file_id)
            if len(content) <= room:
                attached[file.file_id] = content, mime
                room -= len(content)
        return attached

    def _mail(self, message: Outbound, attached: Mapping[int, tuple[bytes, str]]) -> EmailMessage:
        found = (
            (file.name, self._links.link(file.file_id, file.name) if self._links else "")
            for file in message.files
            if file.file_id not in attached
        )
        lines = [f"{name}: {url}" if name else url for name, url in found if url]
        text = "\n\n".join(filter(None, (message.text, "\n".join(lines), self._foot)))
        mail = EmailMessage()
        mail["From"], mail["To"] = self._server.sender, message.address
        mail["Subject"] = " ".join(message.title.split()) or self._subject
        mail["Date"] = formatdate(usegmt=True)
        domain = self._server.sender.rpartition("@")[2].rstrip(">") or "localhost"
        mail["Message-ID"] = f"<{message.id}@{domain}>" if message.id else make_msgid(domain=domain)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(text)
        for file in message.files:
            if file.file_id in attached:
                content, mime = attached[file.file_id]
                kind, _, subtype = mime.partition("/")
                mail.add_attachment(content, maintype=kind, subtype=subtype, filename=file.name or "file")
        return mail

    def _hand_over(self, mail: EmailMessage) -> None:
        handed = False
        try:
            with self._connected() as smtp:
                self._log_in(smtp)
                handed = True
                smtp.send_message(mail)
        except (smtplib.SMTPException, OSError) as error:
            raise send_error(error, handed=handed) from None

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if server.security == "tls":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
        return smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        if server.security == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        if server.user:
            smtp.login(server.user, server.password)

    async def ping(self) -> None:
        """
        Log in and out again.

        Raises:
            SendError: the server is away, or refuses us.
        """

        def look() -> None:
            try:
                with self._connected() as smtp:
                    self._log_in(smtp)
            except (smtplib.SMTPException, OSError) as error:
                raise send_error(error, handed=False) from None

        await asyncio.to_thread(look)

    def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        raise FileGone("nothing comes by e-mail")

    async def close(self) -> None:
        """Nothing is kept open."""


def send_error(error: Exception, *, handed: bool) -> SendError:
    """
    Return what the deliverer is to do. `handed`: the mail itself was on its way, an answer may be what is missing.

    Source: RFC 5321, 4.2.1: a reply that begins with 4 may be repeated, one with 5 may not.
    """
    match error:
        case smtplib.SMTPRecipientsRefused():
            code = next(iter(error.recipients.values()))[0]
            return RecipientGone(f"smtp {code}") if code >= 500 else Unreachable(f"smtp {code}")
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPSenderRefused() if error.smtp_code >= 500:
            return BadConfig(f"smtp {error.smtp_code}: user, password or sender is refused")
        case smtplib.SMTPResponseException() if error.smtp_code >= 500:
            return Rejected(f"smtp {error.smtp_code}")
        case smtplib.SMTPResponseException():
            return Unreachable(f"smtp {error.smtp_code}")
        case smtplib.SMTPNotSupportedError() | ssl.SSLError():
            return BadConfig("the server's encryption or log-in is not what the settings say")
    return Unreachable(type(error).__name__, doubtful=handed)
