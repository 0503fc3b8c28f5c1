"""The program behind the web chat, in memory: takes messages, keeps lines, and lets a scripted bot answer."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from channels.contract import FileGone, NotAccepted
from channels.webchat import Line, LineFile, PageInfo, Said, Upload, UploadRefused, WebChat, client_id_of
from conversation.messages import Button, Event, FileKind, Inbound, Outbound, Pin

MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # Monday, 08:30 in Vietnam

Answers = Callable[[Inbound], Sequence[Line]]


def out(text: str, *rows: Sequence[Button | str], pictures: int = 0, asks_pin: str = "") -> Line:
    """A line of the bot; a button given as a word has that word as its choice."""
    made = tuple(tuple(b if isinstance(b, Button) else Button(b, f"tap:{b}"[:60]) for b in row) for row in rows)
    return Line(0, Said.OUT, MORNING, text, made, tuple(_picture(n) for n in range(pictures)), asks_pin=asks_pin)


def from_outbound(message: Outbound, at: datetime) -> Line:
    """The line that a delivered message becomes."""
    files = tuple(LineFile(file.file_id, file.kind, file.name) for file in message.files)
    return Line(0, Said.OUT, at, message.text, message.rows, files, asks_pin=message.asks_pin)


def _picture(number: int) -> LineFile:
    return LineFile(901 + number, FileKind.PHOTO, f"{number}.png", "image/png", 90)


@dataclass
class Kept:
    """An uploaded file."""

    upload: Upload
    address: str
    body: bytes
    file_id: int


@dataclass
class MemoryPorts:
    """`Ports` without a database. What was committed survives a new `WebChat`, as after a restart."""

    answers: Answers = lambda inbound: ()
    info: PageInfo = field(default_factory=PageInfo)
    answer_delay_seconds: float = 0.0
    now: Callable[[], datetime] = lambda: MORNING
    away: bool = False
    putting_away: bool = False
    """Files that were sent are not in their place yet."""
    erasing: str = ""
    """Words that are answered and not kept, as when somebody asks for it."""
    forgetting: bool = False
    """Those words take along all that was said before."""
    refusing: int = 0
    failing: int = 0
    inbounds: list[Inbound] = field(default_factory=list)
    arrivals: list[str] = field(default_factory=list)
    chats: dict[str, list[Line]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each chat's newest line, were it erased."""
    kept: dict[str, Kept] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    drawings: dict[int, tuple[bytes, str]] = field(default_factory=dict)
    chat: WebChat | None = None

    def __post_init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    # what tests do

    def put(self, address: str, *lines: Line) -> None:
        """Append lines as another process would: nobody here is told."""
        chat = self.chats.setdefault(address, [])
        for line in lines:
            self.numbers[address] = self.numbers.get(address, 0) + 1
            chat.append(replace(line, number=self.numbers[address]))

    async def tell(self, address: str, *lines: Line) -> None:
        """Append lines and deliver them as the deliverer does."""
        self.put(address, *lines)
        if self.chat is not None:
            await self.chat.send(Outbound("1.0", address, lines[-1].text))

    async def settled(self) -> None:
        while self._tasks:
            done, _ = await asyncio.wait(self._tasks)
            for task in done:
                task.result()

    def _must_be_there(self) -> None:
        if self.away:
            raise OSError("the database is away")

    # Ports

    async def receive(self, inbound: Inbound) -> None:
        self.arrivals.append(inbound.external_id)
        if self.refusing:
            self.refusing -= 1
            raise NotAccepted(retry_after_seconds=0.2)
        if self.failing:
            self.failing -= 1
            raise OSError("disk")
        if any(other.external_id == inbound.external_id for other in self.inbounds):
            return
        self.inbounds.append(inbound)
        if self.erasing and inbound.text == self.erasing and self.forgetting:
            self.chats[inbound.address].clear()
        if inbound.event is Event.MESSAGE and (not self.erasing or inbound.text != self.erasing):
            self.put(inbound.address, self._line_of(inbound))
        task = asyncio.ensure_future(self._answer(inbound))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, inbound: Inbound) -> None:
        for line in self.answers(inbound):
            if self.answer_delay_seconds:
                await asyncio.sleep(self.answer_delay_seconds)
            await self.tell(inbound.address, replace(line, at=self.now()))

    def _line_of(self, inbound: Inbound) -> Line:
        files = tuple(
            LineFile(self.kept[file.source].file_id, file.kind, file.name, file.mime, file.size)
            for file in inbound.files
        )
        client_id = client_id_of(inbound.external_id)
        return Line(
            0,
            Said.IN,
            self.now(),
            inbound.text,
            files=files,
            pin=inbound.pin,
            client_id=client_id,
            choice=inbound.choice,
        )

    async def lines(self, address: str, *, after: int, limit: int) -> Sequence[Line]:
        self._must_be_there()
        return [self._now(line) for line in self.chats.get(address, []) if line.number > after][:limit]

    def _now(self, line: Line) -> Line:
        if not self.putting_away or line.said is Said.OUT:
            return line
        return replace(line, files=tuple(replace(file, file_id=0) for file in line.files))

    async def earlier(self, address: str, *, before: int | None, limit: int) -> Sequence[Line]:
        self._must_be_there()
        return [self._now(line) for line in self.chats.get(address, []) if before is None or line.number < before][
            -limit:
        ]

    async def newest(self, addresses: Sequence[str]) -> Mapping[str, int]:
        self._must_be_there()
        return {address: self.chats[address][-1].number for address in addresses if self.chats.get(address)}

    async def store_upload(self, address: str, name: str, mime: str, chunks: AsyncIterator[bytes]) -> Upload:
        body = b"".join([chunk async for chunk in chunks])
        if mime == "application/x-msdownload":
            raise UploadRefused("webchat-not-understood")
        token = hashlib.sha256(body + name.encode() + address.encode()).hexdigest()[:32]
        kind = FileKind.PHOTO if mime.startswith("image/") else FileKind.DOCUMENT
        upload = Upload(token, kind, name, mime, len(body))
        self.kept[token] = Kept(upload, address, body, 1000 + len(self.kept))
        return upload

    async def uploads(self, address: str, tokens: Sequence[str]) -> Sequence[Upload]:
        kept = [self.kept[token] for token in tokens if token in self.kept]
        return [one.upload for one in kept if one.address == address]

    async def read_upload(self, token: str) -> AsyncIterator[bytes]:
        if token not in self.kept:
            raise FileGone
        yield self.kept[token].body

    async def open_file(self, address: str, file_id: int, *, thumbnail: bool) -> tuple[bytes, str] | None:
        if file_id in self.drawings:
            return self.drawings[file_id]
        for one in self.kept.values():
            if one.file_id == file_id and one.address == address:
                return one.body, one.upload.mime
        return None

    async def page_info(self, address: str) -> PageInfo:
        self._must_be_there()
        return self.info

    async def language(self, address: str) -> str:
        self._must_be_there()
        return self.languages.get(address, "")

    async def set_language(self, address: str, language: str) -> None:
        self.languages[address] = language


def a_line(number: int = 1, **changes: object) -> Line:
    return replace(Line(number, Said.OUT, MORNING + timedelta(minutes=number), f"Dòng {number}"), **changes)


def a_pin() -> Pin:
    return Pin(21.0285, 105.8542)
