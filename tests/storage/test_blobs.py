from __future__ import annotations

import hashlib

import pytest

from storage.blobs import BlobStore, NoSuchBlob

DATA = b"mot tep"
NAME = hashlib.sha256(DATA).hexdigest()


async def test_bytes_are_kept_under_the_name_of_their_own_hash(tmp_path):
    blobs = BlobStore(tmp_path)

    assert await blobs.put(DATA) == NAME
    assert await blobs.read(NAME) == DATA
    assert (tmp_path / NAME[:2] / NAME).stat().st_mode & 0o777 == 0o600


async def test_the_same_bytes_are_kept_once(tmp_path):
    blobs = BlobStore(tmp_path)
    await blobs.put(DATA)
    await blobs.put(DATA)

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [NAME]


async def test_a_local_file_is_taken_in(tmp_path):
    blobs = BlobStore(tmp_path / "files")
    path = blobs.waiting_room() / "download"
    path.write_bytes(DATA)

    assert await blobs.put_file(path) == NAME
    assert not path.exists()


async def test_bytes_that_are_not_here_are_told_so(tmp_path):
    blobs = BlobStore(tmp_path)
    await blobs.delete(NAME)

    for name in (NAME, "../../etc/passwd", ""):
        with pytest.raises(NoSuchBlob):
            await blobs.read(name)


async def test_deleted_bytes_are_gone(tmp_path):
    blobs = BlobStore(tmp_path)
    await blobs.put(DATA)
    await blobs.delete(NAME)

    with pytest.raises(NoSuchBlob):
        await blobs.read(NAME)


async def test_what_a_killed_process_left_is_swept_away_and_what_is_under_way_is_not(tmp_path):
    blobs = BlobStore(tmp_path)
    path = blobs.waiting_room() / "download"
    path.write_bytes(DATA)
    now = path.stat().st_mtime

    assert blobs.sweep(now=now + 60) == 0
    assert blobs.sweep(now=now + 2 * 3600) == 1
