"""The chat without a socket: JSON by POST and long polls, and plain forms for browsers without our script."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

import msgspec
from aiohttp import BodyPartReader, web

from channels.webchat.answers import Refused, json_answer, read_body, read_form
from channels.webchat.capabilities import SAID_MAX
from channels.webchat.desk import RETRY_AFTER_SECONDS, Desk, Visitor
from channels.webchat.hub import Listener
from channels.webchat.pages import Pages
from channels.webchat.payloads import LINE_MAX, Say
from channels.webchat.ports import Said
from channels.webchat.sockets import MESSAGE_MAX_BYTES
from channels.webchat.uploads import chunks_of, file_name, mime_of, parts
from channels.webchat.visitors import Door
from texts import LANGUAGES

log = logging.getLogger(__name__)

POLL_SECONDS: Final = 25.0
"""How long a poll waits for news at most: less than what proxies and carriers cut."""
ANSWER_SECONDS: Final = 2.5
"""How long a form waits for the reply, so that the page that follows already shows it."""
EARLIER_AT_ONCE: Final = 50
_FIELD_MAX_BYTES: Final = 128 * 1024


class Plain:
    """Handlers of `/chat/say` and `/chat/lines` for one door."""

    def __init__(self, desk: Desk, door: Door, pages: Pages) -> None:
        self._desk = desk
        self._door = door
        self._pages = pages

    async def say(self, request: web.Request) -> web.StreamResponse:
        """Take a message; answer after the commit."""
        if request.content_type == "application/json":
            return await self._say_json(request)
        return await self._say_form(request)

    async def _say_json(self, request: web.Request) -> web.StreamResponse:
        language, client_id = LANGUAGES[0], ""
        try:
            visitor = await self._desk.visitor_or_refuse(request, self._door)
            language = visitor.language
            try:
                say = msgspec.json.decode(await read_body(request, MESSAGE_MAX_BYTES), type=Say)
            except msgspec.DecodeError as error:
                raise Refused("webchat-not-understood", 400) from error
            client_id = say.id
            await self._taken(visitor, say)
        except Refused as refused:
            data = refused.data(language, client_id)
            return json_answer(data, status=refused.status, retry_after=refused.retry_after)
        return json_answer({"type": "ack", "id": say.id})

    async def _say_form(self, request: web.Request) -> web.StreamResponse:
        """Take a form and show the page again: with the answer, or with why not and what was typed."""
        visitor = await self._desk.visitor(request, self._door)
        fields: dict[str, str] = {}
        tokens: list[str] = []
        try:
            if request.content_type == "multipart/form-data":
                async for part in parts(request):
                    await self._field(visitor, part, fields, tokens)
            else:
                fields = await read_form(request, MESSAGE_MAX_BYTES)
            if visitor is None:
                raise Refused("webchat-no-cookie", 403)  # noqa: TRY301 - one place shows every refusal
            before = await self._newest(visitor)
            await self._taken(visitor, await self._said(visitor, fields, tokens))
        except Refused as refused:
            if refused.text_key != "webchat-empty":
                return await self._pages.show(request, refused=refused, draft=fields.get("text", ""))
        else:
            await self._reply_or_time(visitor, before)
        raise web.HTTPSeeOther(f"{self._door.home}#latest")

    async def _taken(self, visitor: Visitor, say: Say) -> None:
        try:
            await self._desk.take(visitor, say)
        except Refused:
            raise
        except Exception as error:
            log.exception("webchat: message %s was not taken", say.id)
            self._desk.chat.hub.typing(visitor.address, on=False)
            raise Refused("webchat-not-kept", 503, retry_after=RETRY_AFTER_SECONDS) from error

    async def _field(
        self, visitor: Visitor | None, part: BodyPartReader, fields: dict[str, str], tokens: list[str]
    ) -> None:
        if part.filename and visitor is not None:
            upload = await self._desk.keep(visitor, file_name(part), mime_of(part), chunks_of(part))
            tokens.append(upload.token)
        elif part.filename is None and part.name and len(fields) < 10:
            value = bytearray()
            async for chunk in chunks_of(part):
                value += chunk
                if len(value) > _FIELD_MAX_BYTES:
                    raise Refused("webchat-too-long", 413, most=SAID_MAX)
            fields[part.name] = value.decode("utf-8", "replace")

    async def _said(self, visitor: Visitor, fields: dict[str, str], tokens: list[str]) -> Say:
        data = {"type": fields.get("type", "say"), "files": tokens}
        data |= {name: fields[name] for name in ("id", "text", "choice", "payload") if name in fields}
        try:
            say = msgspec.convert(data, Say)
        except msgspec.ValidationError as error:
            raise Refused("webchat-not-understood", 400) from error
        # A textarea sends the line ends of the web's first days.
        say.text = say.text.replace("\r\n", "\n")
        if say.choice and not say.text:
            say.text = await self._label(visitor, fields.get("line", ""), say.choice)
        return say

    async def _label(self, visitor: Visitor, number: str, choice: str) -> str:
        """Return the words on a tapped button: a form sends only its payload."""
        if not number.isascii() or not number.isdecimal() or len(number) > 18 or int(number) > LINE_MAX:
            return ""
        lines = await self._desk.ports.lines(visitor.address, after=int(number) - 1, limit=1)
        buttons = (button for line in lines for row in line.rows for button in row)
        return next((button.label for button in buttons if button.choice == choice), "")

    async def _newest(self, visitor: Visitor) -> int:
        numbers = await self._desk.or_else({}, self._desk.ports.newest([visitor.address]))
        return numbers.get(visitor.address, 0)

    async def _reply_or_time(self, visitor: Visitor, before: int) -> None:
        """Return when the bot has said something after line `before`, when it takes too long, or on trouble."""
        listener = Listener(visitor.address, before)
        hub = self._desk.chat.hub
        hub.join(listener)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                while True:
                    asked = self._desk.ports.lines(visitor.address, after=listener.seen, limit=20)
                    lines = await self._desk.or_else(None, asked)
                    if lines is None or any(line.said is Said.OUT for line in lines) or hub.closing.is_set():
                        return
                    listener.seen = lines[-1].number if lines else listener.seen
                    await listener.news.wait()
                    listener.news.clear()
        except TimeoutError:
            return
        finally:
            hub.leave(listener)

    async def lines(self, request: web.Request) -> web.StreamResponse:
        """Answer with the lines after a number (waiting for some), or with those before one."""
        try:
            visitor = await self._desk.visitor_or_refuse(request, self._door)
        except Refused as refused:
            return json_answer(refused.data(LANGUAGES[0]), status=refused.status)
        if "before" in request.query:
            return await self._earlier(visitor, _number(request, "before"))
        after, wait = _number(request, "after"), min(_number(request, "wait"), POLL_SECONDS)
        return json_answer({"type": "lines", "lines": await self._waited(visitor, after, wait)})

    async def _earlier(self, visitor: Visitor, before: int) -> web.Response:
        lines = await self._desk.ports.earlier(visitor.address, before=before, limit=EARLIER_AT_ONCE + 1)
        shown = self._desk.shown(visitor, lines[-EARLIER_AT_ONCE:])
        return json_answer({"type": "lines", "lines": shown, "more": len(lines) > EARLIER_AT_ONCE})

    async def _waited(self, visitor: Visitor, after: int, wait: float) -> list[dict[str, object]]:
        listener = Listener(visitor.address, after)
        hub = self._desk.chat.hub
        hub.join(listener)
        try:
            lines = await self._desk.lines(visitor, after)
            while not lines and wait and not hub.closing.is_set():
                started = asyncio.get_running_loop().time()
                try:
                    async with asyncio.timeout(wait):
                        await listener.news.wait()
                except TimeoutError:
                    return []
                listener.news.clear()
                wait = max(0.0, wait - (asyncio.get_running_loop().time() - started))
                lines = await self._desk.lines(visitor, after)
            return lines
        finally:
            hub.leave(listener)


def _number(request: web.Request, name: str) -> int:
    text = request.query.get(name, "0")
    if not text.isascii() or not text.isdecimal() or len(text) > 18 or int(text) > LINE_MAX:
        raise web.HTTPBadRequest(text=f"{name} is a number.")
    return int(text)
