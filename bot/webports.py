"""What the web chat is given by the running program: the intake, the transcript, uploads, files, the office's name."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

from sqlalchemy import select, update

from bot.uploads import Uploads
from channels.contract import FileGone, NotAccepted
from channels.webchat import Line, LineFile, PageInfo, Said, Upload, client_id_of
from channels.webchat.capabilities import CAPABILITIES
from conversation.messages import FileKind, Inbound, OutgoingFile
from conversation.render import render
from domain.offices import Office
from handlers.intake import Intake
from storage import files, schema, transcript
from storage.blobs import Blobs, NoSuchBlob
from storage.database import Database
from storage.transcript import TranscriptLine
from texts import known

CHANNEL = "webchat"


class WebPorts:
    """Implements `channels.webchat.Ports`, and `channels.contract.FileStore` for every channel."""

    def __init__(
        self, database: Database, blobs: Blobs, uploads: Uploads, office: Office, *, files_max: int, file_max_bytes: int
    ) -> None:
        self._database, self._blobs, self._uploads = database, blobs, uploads
        self._info = PageInfo(
            office=office.name,
            postal_address=office.address,
            phone=office.phone,
            hours=office.hours,
            files_max=files_max,
            file_max_bytes=file_max_bytes,
        )
        self.intake: Intake | None = None
        """Given once the house is put together."""

    async def receive(self, inbound: Inbound) -> None:
        """Hand a message to the intake."""
        if self.intake is None:
            raise NotAccepted
        try:
            await self.intake.receive(inbound)
        except Exception as error:
            raise NotAccepted(type(error).__name__) from error

    async def lines(self, address: str, *, after: int, limit: int) -> Sequence[Line]:
        """Return the chat's lines above a number."""
        async with self._database.read() as db:
            chat = await transcript.chat_at(db, CHANNEL, address)
            if chat is None:
                return []
            rows = await transcript.lines_after(db, chat.id, after, limit)
            known_files = await self._files(db, chat.id, rows)
        return [_line(row, chat.language, known_files) for row in rows]

    async def earlier(self, address: str, *, before: int | None, limit: int) -> Sequence[Line]:
        """Return the chat's last lines below a number."""
        async with self._database.read() as db:
            chat = await transcript.chat_at(db, CHANNEL, address)
            if chat is None:
                return []
            rows = await transcript.lines_before(db, chat.id, before, limit)
            known_files = await self._files(db, chat.id, rows)
        return [_line(row, chat.language, known_files) for row in rows]

    async def _files(self, db: object, chat: int, rows: Sequence[TranscriptLine]) -> Mapping[str, LineFile]:
        """Return the files that the chat sent, by the upload's token, and those it was sent, by "#id"."""
        table = schema.file
        tokens = [file.source for row in rows if row.came for file in row.came.files]
        ids = [file.file_id for row in rows if row.went for file in row.went.files]
        if not tokens and not ids:
            return {}
        own = (table.c.conversation_id == chat) & table.c.source.in_(tokens)
        query = select(table).where((own | table.c.id.in_(ids)) & (table.c.state == "stored"))
        found: dict[str, LineFile] = {}
        for row in await db.execute(query):  # type: ignore[attr-defined]
            line_file = LineFile(row.id, FileKind(row.kind), row.name, row.mime, row.size)
            found[row.source] = found[f"#{row.id}"] = line_file
        return found

    async def newest(self, addresses: Sequence[str]) -> Mapping[str, int]:
        """Return each chat's newest line."""
        if not addresses:
            return {}
        async with self._database.read() as db:
            return await transcript.newest_lines(db, CHANNEL, addresses)

    async def store_upload(self, address: str, name: str, mime: str, chunks: AsyncIterator[bytes]) -> Upload:
        """Keep an upload."""
        return await self._uploads.store(address, name, chunks)

    async def uploads(self, address: str, tokens: Sequence[str]) -> Sequence[Upload]:
        """Return those uploads that are this chat's."""
        return await self._uploads.named(address, tokens)

    def read_upload(self, token: str) -> AsyncIterator[bytes]:
        """Yield an upload's bytes."""
        return self._uploads.read(token)

    async def open_file(self, address: str, file_id: int, *, thumbnail: bool) -> tuple[bytes, str] | None:
        """Return a file of this chat."""
        async with self._database.read() as db:
            chat = await transcript.chat_at(db, CHANNEL, address)
            if chat is None or not await transcript.file_of_chat(db, chat.id, file_id):
                return None
            stored = await files.get(db, file_id)
        if stored is None or stored.sha256 is None:
            return None
        name = stored.thumbnail if thumbnail and stored.thumbnail else stored.sha256
        try:
            return await self._blobs.read(name), "image/jpeg" if name == stored.thumbnail else stored.mime
        except NoSuchBlob:
            return None

    async def page_info(self, address: str) -> PageInfo:
        """Return whose page it is."""
        return self._info

    async def language(self, address: str) -> str:
        """Return the visitor's language."""
        async with self._database.read() as db:
            chat = await transcript.chat_at(db, CHANNEL, address)
        return chat.language if chat else ""

    async def set_language(self, address: str, language: str) -> None:
        """Remember the visitor's language."""
        table = schema.conversation
        here = select(table.c.person_id).where(table.c.channel == CHANNEL, table.c.address == address)
        async with self._database.begin() as db:
            await db.execute(update(schema.person).where(schema.person.c.id.in_(here)).values(language=known(language)))

    async def read(self, file_id: int) -> tuple[bytes, str]:
        """
        Return the bytes and type of a stored file that is to be sent.

        Raises:
            FileGone: it is not stored, or no longer.
        """
        async with self._database.read() as db:
            stored = await files.get(db, file_id)
        if stored is None or stored.sha256 is None or stored.state != "stored":
            raise FileGone
        try:
            return await self._blobs.read(stored.sha256), stored.mime
        except NoSuchBlob:
            raise FileGone from None


def _line(row: TranscriptLine, language: str, known_files: Mapping[str, LineFile]) -> Line:
    if row.came is not None:
        came = row.came
        sent = tuple(known_files.get(f.source, LineFile(0, f.kind, f.name, f.mime, f.size)) for f in came.files)
        return Line(
            row.number, Said.IN, row.at, came.text, files=sent, pin=came.pin,
            client_id=client_id_of(came.external_id), choice=came.choice,
        )  # fmt: skip
    assert row.went is not None
    parts = render(row.went, CAPABILITIES, language, id=str(row.number), address="")
    return Line(
        row.number,
        Said.OUT,
        row.at,
        "\n".join(part.text for part in parts),
        rows=parts[-1].rows,
        files=tuple(_outgoing(file, known_files) for file in parts[-1].files),
        asks_pin=parts[-1].asks_pin,
        erases=row.went.erases,
    )


def _outgoing(file: OutgoingFile, known_files: Mapping[str, LineFile]) -> LineFile:
    return known_files.get(f"#{file.file_id}", LineFile(file.file_id, file.kind, file.name))
