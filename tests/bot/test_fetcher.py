from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.fetcher import DELAYS, LEASE, PARALLEL, Fetcher
from bot.keeping import Keeper
from bot.photos import Photos
from channels.contract import BadConfig, FileGone, FileTooLarge, Throttled, Unreachable
from conversation.codec import reply_from_json
from conversation.messages import FileKind, IncomingFile
from conversation.voices import OFFICER
from storage import files
from storage.blobs import BlobStore
from storage.schema import conversation, outbox
from tests.actions.world import World
from tests.support.clock import FakeClock
from tests.support.logs import logged
from tests.support.pictures import A_DOCX, A_HEIC, A_PDF, A_VOICE, a_jpeg
from tests.support.recording_channel import RecordingChannel
from tests.support.rows import a_chat
from tests.support.waiting import until


class Counted:
    def __init__(self):
        self.results = []

    def file(self, channel, result):
        self.results.append((channel, result))


class Desk:
    """A fetcher with its channel, its blobs and a chat that files come from."""

    def __init__(self, database, folder, photos, chat, max_bytes=1_000_000):
        self.database, self.chat = database, chat
        self.channel, self.clock, self.counted = RecordingChannel(), FakeClock(), Counted()
        self.blobs = BlobStore(folder)
        self.folder = folder
        keeper = Keeper(self.blobs, photos, max_bytes=max_bytes)
        self.fetcher = Fetcher(database, {"telegram": self.channel}, keeper, clock=self.clock, metrics=self.counted)

    async def sent(self, content, *, kind=FileKind.DOCUMENT, name="tep", size=0):
        """A person sends a file, whose bytes (or failure) the channel will give."""
        source = f"F{len(self.channel.files)}"
        self.channel.files[source] = content
        incoming = IncomingFile(kind, source, name, "application/octet-stream", size)
        async with self.database.begin() as connection:
            return await files.want(connection, self.chat, "telegram", incoming, self.clock.now())

    async def step(self):
        count = await self.fetcher.step()
        await self.fetcher.idle()
        return count

    async def file(self, id):
        async with self.database.read() as connection:
            return await files.get(connection, id)

    async def told(self):
        """What the person is told, in keys of texts."""
        async with self.database.read() as connection:
            rows = await connection.execute(
                select(outbox.c.reply).where(outbox.c.state == "queued").order_by(outbox.c.id)
            )
        return [(said.key, said.values) for row in rows for said in reply_from_json(row.reply).paragraphs]


@pytest.fixture
async def desk(database, tmp_path):
    photos = Photos()
    yield Desk(database, tmp_path / "files", photos, await a_chat(database))
    await photos.close()


async def test_a_photo_is_fetched_drawn_anew_and_stored_with_a_thumbnail(desk):
    id = await desk.sent(a_jpeg(), kind=FileKind.PHOTO)

    assert await desk.step() == 1

    found = await desk.file(id)
    assert (found.state, found.kind, found.mime) == ("stored", FileKind.PHOTO, "image/jpeg")
    data = await desk.blobs.read(found.sha256)
    assert (len(data), b"Nguy" in data) == (found.size, False)
    assert await desk.blobs.read(found.thumbnail)
    assert (await desk.told(), desk.counted.results) == ([], [("telegram", "stored")])


async def test_a_photo_sent_as_a_document_loses_its_metadata_too(desk):
    id = await desk.sent(a_jpeg(), kind=FileKind.DOCUMENT, name="IMG_1.JPG")

    await desk.step()

    found = await desk.file(id)
    assert found.kind is FileKind.PHOTO
    assert b"Exif" not in await desk.blobs.read(found.sha256)


@pytest.mark.parametrize(
    ("content", "sent_as", "kind", "mime"),
    [
        (A_PDF, FileKind.DOCUMENT, FileKind.DOCUMENT, "application/pdf"),
        (A_DOCX, FileKind.DOCUMENT, FileKind.DOCUMENT, None),
        (A_VOICE, FileKind.VOICE, FileKind.VOICE, "audio/ogg"),
        (A_VOICE, FileKind.DOCUMENT, FileKind.DOCUMENT, "audio/ogg"),
    ],
)
async def test_other_files_are_stored_as_they_came(desk, content, sent_as, kind, mime):
    id = await desk.sent(content, kind=sent_as)

    await desk.step()

    found = await desk.file(id)
    assert (found.state, found.kind, found.mime) == ("stored", kind, mime or found.mime)
    assert await desk.blobs.read(found.sha256) == content


@pytest.mark.parametrize(
    ("content", "size", "key"),
    [
        (b"MZ a program", 0, "file-refused-type"),
        (b"", 0, "file-refused-empty"),
        (A_HEIC, 0, "file-refused-heic"),
        (A_PDF + bytes(1_000_001), 0, "file-refused-size"),
        (A_PDF, 1_000_001, "file-refused-size"),
        (FileTooLarge(), 0, "file-refused-size"),
    ],
    ids=["program", "empty", "heic", "longer", "announced", "messenger"],
)
async def test_a_file_that_is_not_taken_is_refused_in_plain_words(desk, content, size, key):
    id = await desk.sent(content, size=size)

    await desk.step()

    found = await desk.file(id)
    assert (found.state, found.reason) == ("refused", key)
    assert [said for said, _ in await desk.told()] == [key]
    assert [path for path in desk.folder.rglob("*") if path.is_file()] == []


async def test_an_album_of_wrong_files_is_answered_once(desk):
    for _ in range(3):
        await desk.sent(b"MZ a program")

    await desk.step()

    assert await desk.told() == [("file-refused-type", {})]


async def test_a_hiccup_is_tried_again_after_a_while(desk):
    id = await desk.sent(Unreachable())
    await desk.step()
    desk.channel.files["F0"] = A_PDF
    assert await desk.step() == 0
    desk.clock.advance(DELAYS[0].total_seconds())

    await desk.step()

    assert (await desk.file(id)).state == "stored"
    assert desk.counted.results == [("telegram", "later"), ("telegram", "stored")]


async def test_a_file_that_cannot_be_had_ends_as_failed_and_the_person_is_told_once(desk):
    id = await desk.sent(Unreachable())
    for delay in DELAYS:
        assert await desk.step() == 1
        assert (await desk.file(id)).state == "wanted"
        desk.clock.advance(delay.total_seconds())
    await desk.step()
    desk.clock.advance(10 * DELAYS[-1].total_seconds())

    assert await desk.step() == 0
    found = await desk.file(id)
    assert (found.state, found.reason) == ("failed", "unreachable")
    assert await desk.told() == [("file-failed", {})]


async def test_a_file_that_the_messenger_no_longer_has_is_failed_at_once(desk):
    id = await desk.sent(FileGone())

    await desk.step()

    assert ((await desk.file(id)).state, (await desk.file(id)).reason) == ("failed", "file_gone")


@pytest.mark.parametrize(("error", "seconds"), [(Throttled(30), 30), (BadConfig("Unauthorized"), 60)])
async def test_being_slowed_down_or_misconfigured_is_not_the_files_fault(desk, error, seconds):
    id = await desk.sent(error)
    for _ in range(len(DELAYS) + 3):
        assert await desk.step() == 1
        desk.clock.advance(seconds)

    assert (await desk.file(id)).state == "wanted"


async def test_a_file_whose_fetcher_was_killed_is_taken_up_again(desk):
    id = await desk.sent(A_PDF)
    async with desk.database.begin() as connection:
        now = desk.clock.now()
        await files.wanted(connection, now=now, until=now + LEASE, channels=["telegram"], limit=1)
    assert await desk.step() == 0
    desk.clock.advance(LEASE.total_seconds())

    await desk.step()

    assert (await desk.file(id)).state == "stored"


async def test_a_defect_is_tried_again_and_ends_on_the_ladder(desk):
    id = await desk.sent(RuntimeError("defect"))
    for _ in range(len(DELAYS) + 1):
        assert await desk.step() == 1
        desk.clock.advance(LEASE.total_seconds())

    assert (await desk.file(id)).reason == "unexpected"


async def test_only_a_few_files_are_fetched_at_the_same_time(desk):
    gates = [desk.channel.hold(f"F{number}") for number in range(PARALLEL + 2)]
    for _ in gates:
        await desk.sent(A_PDF)

    counts = [await desk.fetcher.step(), await desk.fetcher.step()]
    for gate in gates:
        gate.set()
    await desk.fetcher.idle()
    counts.append(await desk.step())

    assert counts == [PARALLEL, 0, 2]


async def test_a_running_fetcher_takes_what_it_is_woken_for_and_stops(desk):
    desk.fetcher.start()
    id = await desk.sent(A_PDF)
    desk.fetcher.wake()

    async def stored():
        return (await desk.file(id)).state == "stored"

    await until(stored)
    await desk.fetcher.stop()

    assert desk.counted.results == [("telegram", "stored")]


async def test_an_officer_is_addressed_as_officers_are(desk, database):
    officer = await World(database).officer("Lan", chat=False)
    async with database.begin() as db:
        await db.execute(update(conversation).where(conversation.c.id == desk.chat).values(officer_id=officer))
    await desk.sent(b"")

    await desk.step()

    async with database.read() as db:
        told = reply_from_json((await db.execute(select(outbox.c.reply))).scalar_one())
    assert told.paragraphs[0].key == "file-refused-empty"
    assert told.voice == OFFICER


class Away:
    """A database that is not there, and counts who asked."""

    def __init__(self):
        self.asked = 0

    def begin(self):
        self.asked += 1
        raise OSError("no database")


async def test_a_database_that_is_away_is_told_with_its_trace_once():
    database = Away()
    with logged() as log:
        fetcher = Fetcher(database, {}, None, clock=FakeClock())
        fetcher.start()
        for times in (1, 2, 3):
            await until(lambda times=times: database.asked >= times)
            fetcher.wake()
        await fetcher.stop()

    assert ["exception" in line for line in log.lines[:3]] == [True, False, False]
