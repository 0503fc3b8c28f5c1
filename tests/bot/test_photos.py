from __future__ import annotations

import asyncio
import contextlib
import io
import signal
import struct
import zlib

import psutil
import pytest
import pytest_asyncio
from PIL import Image

from bot import photo_worker
from bot.filetypes import FileRefused
from bot.photos import Photos
from tests.support.pictures import A_HEIC, a_jpeg, a_png, saved_as
from tests.support.waiting import until


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def drawer():
    """The process that draws for all tests which leave it as it is."""
    made = Photos()
    yield made
    await made.close()


@pytest.fixture
async def photos():
    """One that a test has for itself."""
    made = Photos()
    yield made
    await made.close()


shared = pytest.mark.asyncio(loop_scope="module")


def opened(data):
    return Image.open(io.BytesIO(data))


def near(pixel, colour):
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))


def a_bomb(side=20_000):
    """A PNG of 400 million pixels in a few kilobytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@shared
async def test_nothing_about_the_person_is_left_in_a_photo(drawer):
    drawn = await drawer.reencode(a_jpeg())

    for data in (drawn.data, drawn.thumbnail):
        image = opened(data)
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert not any(word in data for word in (b"Exif", b"Nguy", b"ngo 12", b"xmpmeta"))


@shared
async def test_a_photo_taken_sideways_is_turned_upright(drawer):
    drawn = await drawer.reencode(a_jpeg(64, 48, orientation=6))  # 6: turn 90 degrees clockwise

    image = opened(drawn.data)
    assert image.size == (drawn.width, drawn.height) == (48, 64)
    assert near(image.getpixel((43, 5)), (0, 0, 255))
    assert near(image.getpixel((5, 5)), (255, 0, 0))


@shared
async def test_a_large_photo_is_made_smaller_and_gets_a_thumbnail(drawer):
    drawn = await drawer.reencode(a_jpeg(4000, 3000))

    assert (drawn.width, drawn.height) == (2560, 1920)
    assert opened(drawn.data).size == (2560, 1920)
    assert opened(drawn.thumbnail).size == (480, 360)
    assert drawn.mime == "image/jpeg"


@shared
async def test_a_small_photo_is_not_made_larger(drawer):
    drawn = await drawer.reencode(a_jpeg(64, 48))

    assert (drawn.width, drawn.height) == (64, 48)


@shared
async def test_what_is_transparent_becomes_white(drawer):
    drawn = await drawer.reencode(a_png(mode="RGBA", color=(0, 0, 0, 0)))

    assert near(opened(drawn.data).getpixel((5, 5)), (255, 255, 255))


@shared
async def test_a_scan_of_sixteen_bits_keeps_its_greys(drawer):
    drawn = await drawer.reencode(a_png(mode="I;16", color=128 * 256))

    assert near(opened(drawn.data).getpixel((5, 5)), (128, 128, 128))


@shared
@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "JPEG"])
async def test_every_kind_of_picture_becomes_a_jpeg(drawer, kind):
    drawn = await drawer.reencode(saved_as(kind))

    assert opened(drawn.data).format == "JPEG"


@shared
@pytest.mark.parametrize(
    ("data", "key"),
    [
        (a_jpeg()[:200], "file-refused-unreadable"),
        (a_jpeg(400, 300)[:-2000], "file-refused-unreadable"),
        (b"\xff\xd8\xff" + bytes(500), "file-refused-unreadable"),
        (a_bomb(), "file-refused-too-many-pixels"),
        (A_HEIC, "file-refused-heic"),
        (b"", "file-refused-unreadable"),
    ],
    ids=["head", "torn", "magic", "bomb", "heic", "empty"],
)
async def test_a_picture_that_cannot_be_drawn_is_refused_and_the_next_one_is_drawn(drawer, data, key):
    with pytest.raises(FileRefused) as refused:
        await drawer.reencode(data)

    assert refused.value.text_key == key
    assert (await drawer.reencode(a_jpeg())).width == 64


async def test_a_picture_that_takes_too_long_is_refused_and_its_process_ended(photos):
    await photos.reencode(a_jpeg())
    photos._timeout_seconds = 0.01
    stuck = photos._process
    stuck.send_signal(signal.SIGSTOP)
    with pytest.raises(FileRefused):
        await photos.reencode(a_jpeg())

    assert not photos.running
    assert stuck.returncode == -signal.SIGKILL


async def test_a_process_that_died_is_replaced(photos):
    await photos.reencode(a_jpeg())
    photos._process.kill()
    await photos._process.wait()
    with pytest.raises(FileRefused):
        await photos.reencode(a_jpeg())

    assert (await photos.reencode(a_jpeg())).width == 64


async def test_one_process_draws_all_pictures_niced_and_ends_when_idle():
    photos = Photos(idle_seconds=0.0)
    assert not photos.running
    drawn = await asyncio.gather(*(photos.reencode(a_jpeg(60 + n, 40)) for n in range(4)))

    assert [picture.width for picture in drawn] == [60, 61, 62, 63]
    await until(lambda: not photos.running)
    await photos.close()


async def test_the_process_is_nice_to_the_chat(photos):
    import psutil

    await photos.reencode(a_jpeg())

    # Who runs the tests may be nice already; 19 is as nice as a process can be.
    assert psutil.Process(photos._process.pid).nice() == min(psutil.Process().nice() + photo_worker.NICENESS, 19)


def test_the_running_program_does_not_load_the_picture_library(modules_at_the_start):
    assert {"bot.photos", "bot.fetcher"} <= modules_at_the_start
    assert "PIL" not in modules_at_the_start


def drawing() -> set[int]:
    """Processes of ours that draw pictures."""
    found = set()
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.Error):  # it ended just now
            if any(part.endswith("photo_worker.py") for part in child.cmdline()):
                found.add(child.pid)
    return found


async def test_a_start_that_takes_too_long_leaves_no_process_behind():
    photos, others = Photos(timeout_seconds=0), drawing()

    with pytest.raises(FileRefused):
        await photos.reencode(a_jpeg())
    await photos.close()

    await until(lambda: drawing() <= others)
    assert not photos.running
