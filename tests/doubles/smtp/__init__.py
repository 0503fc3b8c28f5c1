"""A local mail server that keeps what it takes, refuses on demand, and goes away on demand (RFC 5321, by hand)."""

from __future__ import annotations

import asyncio
import base64
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Self

MAIL_MAX_BYTES = 32 * 1024 * 1024


class SmtpServer:
    """`refusals` are answers by command, such as {"RCPT": "550 no such user"}; `cut` closes after the mail was taken."""

    def __init__(self, *, user: str = "", password: str = "") -> None:
        self.user, self.password = user, password
        self.refusals: dict[str, str] = {}
        self.cut = False
        self.mails: list[Message] = []
        self.recipients: list[str] = []
        self._arrived = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=MAIL_MAX_BYTES)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def mail(self, number: int = 1, within_seconds: float = 8.0) -> str:
        """Return the words of the mail of this number, counted from 1, once it is there."""
        async with asyncio.timeout(within_seconds):
            while len(self.mails) < number:
                self._arrived.clear()
                await self._arrived.wait()
        return str(self.mails[number - 1].get_content())  # type: ignore[attr-defined]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.test\r\n")
        while line := (await reader.readline()).decode().strip():
            verb, _, rest = line.partition(" ")
            verb = verb.upper()
            answer = self.refusals.get(verb) or self._answer(verb, rest)
            writer.write(answer.encode() + b"\r\n")
            if verb == "RCPT" and answer.startswith("250"):
                self.recipients.append(rest.partition("<")[2].partition(">")[0])
            if verb == "DATA" and answer.startswith("354"):
                content = (await reader.readuntil(b"\r\n.\r\n")).removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
                self.mails.append(message_from_bytes(content, policy=default))
                self._arrived.set()
                if self.cut:
                    return
                writer.write(b"250 taken\r\n")
            if verb == "QUIT":
                return

    def _answer(self, verb: str, rest: str) -> str:
        match verb:
            case "EHLO":
                return "250-mail.test\r\n250 AUTH PLAIN" if self.user else "250 mail.test"
            case "AUTH":
                given = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")[1:]
                return "235 welcome" if given == [self.user, self.password] else "535 who are you"
            case "DATA":
                return "354 go on"
            case "QUIT":
                return "221 bye"
        return "250 ok"
