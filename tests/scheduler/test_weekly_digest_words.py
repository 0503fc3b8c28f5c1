"""The weekly digest of leaders: what it says, and the picture that comes with it."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest

from conversation.messages import FileKind
from domain.subjects import Subject
from scheduler import leader_digests as job
from storage import schema
from storage.blobs import BlobStore
from tests.actions.world import NEIGHBOUR, World
from tests.scheduler.days import at
from tests.scheduler.weeks import a_world, filed, ring, up_to, words_of
from tests.support.units import load_units


@pytest.fixture
async def world(database) -> World:
    await load_units(database)
    return a_world(database)


async def test_it_counts_the_week_beside_the_one_before_and_names_hot_spots(world):
    leader = await world.leader()
    await filed(world, at(12), 2)
    await filed(world, at(17), 6)
    await filed(world, at(18), commune=NEIGHBOUR)  # not this leader's
    await up_to(world, 16)

    await ring(world.database, at(23))

    text = await words_of(world, leader)
    assert text.startswith("Bản tin tuần 16/11/2026 – 22/11/2026\nMặt trận xã Quảng Điền")
    assert "Tiếp nhận: 6 ý kiến, phản ánh (tuần trước 2, tăng 4)." in text
    assert "Quá hạn chưa trả lời: 0 việc (bằng cuối tuần trước)." in text
    assert "Điểm nóng:\n• Điện, nước, xã Quảng Điền: 6 người trong 1 ngày\n" in text


async def test_confidential_petitions_count_and_are_in_no_line(world):
    leader = await world.leader()
    await filed(world, at(17), 6, confidential=True, subject=Subject.LAND)
    await up_to(world, 16)

    await ring(world.database, at(23))

    text = await words_of(world, leader)
    assert "Tiếp nhận: 6 ý kiến" in text
    assert "Trong số tiếp nhận có 6 ý kiến bảo mật, chỉ tính số." in text
    assert "Đất đai" not in text
    assert "Không có điểm nóng" in text


async def test_the_picture_is_drawn_and_goes_out_with_the_words(world, tmp_path):
    leader = await world.leader()
    await filed(world, at(17), 3)
    await up_to(world, 16)
    blobs = BlobStore(tmp_path)

    (result,) = await ring(world.database, at(23), blobs=blobs)

    (file,) = await world.rows(schema.file)
    (chat,) = [row.id for row in await world.rows(schema.conversation) if row.officer_id == leader]
    (reply,) = await world.replies(chat)
    assert (result.count, result.notes["without_picture"]) == (1, 0)
    assert (file.mime, file.kind, file.name) == ("image/png", "photo", "tuan-2026-W48.png")
    assert [(one.file_id, one.kind) for one in reply.files] == [(file.id, FileKind.PHOTO)]
    image = await blobs.read(file.sha256)
    assert image.startswith(b"\x89PNG")
    assert len(image) == file.size < 100_000


async def test_a_week_of_noughts_is_said_in_words_alone(world, tmp_path):
    await world.leader()
    await up_to(world, 16)

    (result,) = await ring(world.database, at(23), blobs=BlobStore(tmp_path))

    assert (result.ok, result.count, result.notes["without_picture"]) == (True, 1, 0)
    assert await world.rows(schema.file) == []


async def test_words_go_out_without_a_picture_that_cannot_be_drawn(world, tmp_path, monkeypatch):
    await world.leader()
    await up_to(world, 16)
    await filed(world, at(17))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))

    (result,) = await ring(world.database, at(23), blobs=BlobStore(tmp_path))

    assert (result.ok, result.count, result.notes["without_picture"]) == (True, 1, 1)
    assert await world.rows(schema.file) == []


@pytest.mark.slow
async def test_an_old_picture_is_given_up_so_that_its_bytes_can_be_deleted(world, tmp_path, monkeypatch):
    monkeypatch.setattr(job, "KEPT", timedelta(days=13))  # not a quarter, for the sake of time
    await world.leader()
    blobs = BlobStore(tmp_path)
    await up_to(world, 16)
    for week in range(3):
        await filed(world, at(17) + timedelta(weeks=week))
        await ring(world.database, at(23) + timedelta(weeks=week), blobs=blobs)

    states = {row.name: row.state for row in await world.rows(schema.file)}
    assert states == {
        "tuan-2026-W48.png": "purged", "tuan-2026-W49.png": "stored", "tuan-2026-W50.png": "stored",
    }  # fmt: skip
