from __future__ import annotations

import gzip
import io
import json
import os
import sqlite3
import stat
import tarfile
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from bot.backup import MANIFEST, SQLITE_NAME, BackupError, Manifest, plain_postgres_address, write_backup
from bot.environment import Secret
from bot.restore import restore_backup, unpack_checked
from bot.settings import General, Settings, Storage
from tests.support.postgres import execute, find_bindir, fresh_database
from tests.support.waiting import until

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def installed_at(folder: Path) -> Settings:
    return Settings(general=General(data_folder=folder))


@pytest.fixture
def settings(tmp_path) -> Settings:
    """An installation with two petitions, two files and a key."""
    home = tmp_path / "var"
    (home / "files" / "ab").mkdir(parents=True)
    (home / "files" / "ab" / "abc.jpg").write_bytes(b"photo" * 50_000)
    (home / "files" / "note.ogg").write_bytes(b"")
    (home / "secret.key").write_text("never copied")
    with closing(sqlite3.connect(home / "nghedan.db")) as live:
        live.execute("PRAGMA journal_mode=wal")
        live.execute("CREATE TABLE petition (text)")
        live.execute("CREATE TABLE alembic_version (version_num)")
        live.execute("CREATE TABLE unit (edition)")
        live.execute("INSERT INTO alembic_version VALUES ('0007')")
        live.execute("INSERT INTO unit VALUES ('2026-10')")
        live.executemany("INSERT INTO petition VALUES (?)", [("đường ngập",), ("đèn hỏng",)])
        live.commit()
    return installed_at(home)


async def test_a_backup_can_be_put_into_an_empty_installation(settings, tmp_path):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    elsewhere = installed_at(tmp_path / "elsewhere")

    await restore_backup(elsewhere, tmp_path / "b.tar.gz")

    with closing(sqlite3.connect(elsewhere.general.data_folder / "nghedan.db")) as restored:
        assert restored.execute("SELECT text FROM petition").fetchall() == [("đường ngập",), ("đèn hỏng",)]
    assert (elsewhere.files_folder / "ab" / "abc.jpg").read_bytes() == b"photo" * 50_000
    assert (elsewhere.files_folder / "note.ogg").read_bytes() == b""


async def test_the_manifest_says_what_the_archive_holds(settings, tmp_path):
    manifest = await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)

    assert (manifest.schema, manifest.units_edition, manifest.made_at) == (
        "0007",
        "2026-10",
        "2026-11-22T03:00:00+00:00",
    )
    assert manifest.counts == {"alembic_version": 1, "petition": 2, "unit": 1}
    assert set(manifest.sha256) == {SQLITE_NAME, "files/ab/abc.jpg", "files/note.ogg"}


async def test_the_key_file_is_never_part_of_a_backup(settings, tmp_path):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)

    assert b"never copied" not in gzip.decompress((tmp_path / "b.tar.gz").read_bytes())


async def test_messages_that_wait_for_the_database_are_part_of_a_backup(settings, tmp_path):
    (settings.spool_folder / "process").mkdir(parents=True)
    (settings.spool_folder / "process" / "lock").touch()
    (settings.spool_folder / "7.jsonl").write_text("{}\n")
    (settings.spool_folder / "process" / "8.jsonl").write_text("{}\n")
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    elsewhere = installed_at(tmp_path / "elsewhere")
    (elsewhere.spool_folder / "ended").mkdir(parents=True)
    (elsewhere.spool_folder / "ended" / "lock").touch()

    await restore_backup(elsewhere, tmp_path / "b.tar.gz")

    found = sorted(str(path.relative_to(elsewhere.spool_folder)) for path in elsewhere.spool_folder.rglob("*.*"))
    assert found == ["7.jsonl", "8-process.jsonl"]


async def test_only_its_owner_can_read_a_backup_and_nothing_else_is_left(settings, tmp_path):
    target = tmp_path / "backups" / "b.tar.gz"

    await write_backup(settings, target, now=NOW)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["b.tar.gz"]


async def test_an_existing_file_is_not_written_over(settings, tmp_path):
    (tmp_path / "b.tar.gz").write_text("precious")

    with pytest.raises(BackupError, match="exists already"):
        await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    assert (tmp_path / "b.tar.gz").read_text() == "precious"


async def test_a_copy_made_while_others_write_is_one_moment(settings, tmp_path):
    """Each transaction writes two rows; a copy that holds an odd number has seen half of one."""
    stop, committed = threading.Event(), threading.Event()

    def write():
        with closing(
            sqlite3.connect(settings.general.data_folder / "nghedan.db", isolation_level=None, timeout=10)
        ) as live:
            while not stop.is_set():
                live.execute("BEGIN IMMEDIATE")
                live.execute("INSERT INTO petition VALUES ('một')")
                live.execute("INSERT INTO petition VALUES ('hai')")
                live.execute("COMMIT")
                committed.set()

    async def a_copy(number):
        committed.clear()
        await until(committed.is_set)  # on a busy machine all copies would be made before the writer's turn
        return await write_backup(settings, tmp_path / f"{number}.tar.gz", now=NOW)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        manifests = [await a_copy(number) for number in range(5)]
    finally:
        stop.set()
        writer.join()

    counts = [manifest.counts["petition"] for manifest in manifests]
    assert [count % 2 for count in counts] == [0] * 5
    assert counts[-1] > counts[0]


async def test_without_a_database_there_is_nothing_to_copy(tmp_path):
    with pytest.raises(BackupError, match="nothing to copy"):
        await write_backup(installed_at(tmp_path / "none"), tmp_path / "b.tar.gz", now=NOW)
    assert list(tmp_path.iterdir()) == []


async def test_a_backup_is_not_put_over_existing_data(settings, tmp_path):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    only_files = installed_at(tmp_path / "files-only")
    (only_files.files_folder).mkdir(parents=True)
    (only_files.files_folder / "a").write_text("a")

    for taken in (settings, only_files):
        with pytest.raises(BackupError, match="not empty"):
            await restore_backup(taken, tmp_path / "b.tar.gz")


async def test_a_backup_is_not_put_beside_the_log_of_a_database_that_was_taken_away(settings, tmp_path):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    home = tmp_path / "elsewhere"
    home.mkdir()
    with closing(sqlite3.connect(home / "nghedan.db")) as former:  # as a killed program leaves it: the log is not empty
        former.execute("PRAGMA journal_mode=wal")
        former.execute("CREATE TABLE petition (text)")
        former.commit()
        (home / "nghedan.db").unlink()

        with pytest.raises(BackupError, match=r"nghedan\.db-wal is left of another database"):
            await restore_backup(installed_at(home), tmp_path / "b.tar.gz")

        assert not (home / "nghedan.db").exists()


async def test_a_truncated_or_changed_backup_is_refused_and_touches_nothing(settings, tmp_path):
    whole = tmp_path / "b.tar.gz"
    await write_backup(settings, whole, now=NOW)
    unpacked = gzip.decompress(whole.read_bytes())
    truncated, changed, unfinished = tmp_path / "t.tar.gz", tmp_path / "c.tar.gz", tmp_path / "u.tar.gz"
    truncated.write_bytes(whole.read_bytes()[:-2000])
    changed.write_bytes(gzip.compress(unpacked.replace(b"photophoto", b"phatophoto", 1)))
    with tarfile.open(unfinished, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("files/a"), io.BytesIO())
    elsewhere = installed_at(tmp_path / "elsewhere")

    for damaged, words in (
        (truncated, "cannot be read"),
        (changed, "damaged: files/ab/abc.jpg"),
        (unfinished, "incomplete"),
    ):
        with pytest.raises(BackupError, match=words):
            await restore_backup(elsewhere, damaged)
        assert list(elsewhere.general.data_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "files/../../evil", "secret.key", "files"])
def test_an_archive_from_elsewhere_cannot_write_outside(tmp_path, name):
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    (tmp_path / "in").mkdir()

    with pytest.raises(BackupError, match="not part of a backup"):
        unpack_checked(tmp_path / "evil.tar.gz", tmp_path / "in")
    assert list((tmp_path / "in").iterdir()) == []


def test_links_are_not_unpacked(tmp_path):
    link = tarfile.TarInfo("files/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        archive.addfile(link)

    with pytest.raises(BackupError, match="not part of a backup"):
        unpack_checked(tmp_path / "evil.tar.gz", tmp_path)


@pytest.mark.parametrize("written", [b"{", b"[]", b"{}", b'{"product": "other"}'])
def test_a_manifest_of_something_else_is_refused(written):
    with pytest.raises(BackupError, match="not a backup of nghedan"):
        Manifest.from_json(written)


async def test_the_manifest_is_the_last_member(settings, tmp_path):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)

    with tarfile.open(tmp_path / "b.tar.gz") as archive:
        assert archive.getnames()[-1] == MANIFEST
        assert json.load(archive.extractfile(MANIFEST) or io.BytesIO())["product"] == "nghedan"


async def test_postgresql_is_copied_and_restored_by_its_own_tools(settings, tmp_path, postgres_url, monkeypatch):
    if "TEST_DATABASE_URL" not in os.environ:
        monkeypatch.setenv("PG_BINDIR", str(find_bindir()))
    async with fresh_database(postgres_url) as source, fresh_database(postgres_url) as target:
        await execute(
            source,
            "CREATE TABLE petition (text text)",
            "INSERT INTO petition VALUES ('đường ngập')",
            "CREATE TABLE alembic_version (version_num text)",
            "INSERT INTO alembic_version VALUES ('0007')",
        )
        here = replace(settings, storage=Storage(database_url=Secret(source)))
        there = replace(installed_at(tmp_path / "there"), storage=Storage(database_url=Secret(target)))

        manifest = await write_backup(here, tmp_path / "b.tar.gz", now=NOW)
        await restore_backup(there, tmp_path / "b.tar.gz")

        connection = await asyncpg.connect(plain_postgres_address(target))
        assert await connection.fetchval("SELECT text FROM petition") == "đường ngập"
        await connection.close()
        assert (there.files_folder / "ab" / "abc.jpg").exists()
    assert (manifest.schema, manifest.counts) == ("0007", {"alembic_version": 1, "petition": 1})


async def test_a_backup_of_one_kind_of_database_is_not_put_into_the_other(settings, tmp_path, postgres_url):
    await write_backup(settings, tmp_path / "b.tar.gz", now=NOW)
    async with fresh_database(postgres_url) as target:
        there = replace(installed_at(tmp_path / "there"), storage=Storage(database_url=Secret(target)))

        with pytest.raises(BackupError, match="is of sqlite"):
            await restore_backup(there, tmp_path / "b.tar.gz")


async def test_missing_postgresql_tools_are_named_with_the_remedy(settings, tmp_path, postgres_url, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PG_BINDIR", raising=False)
    async with fresh_database(postgres_url) as source:
        here = replace(settings, storage=Storage(database_url=Secret(source)))

        with pytest.raises(BackupError, match="pg_dump was not found: install"):
            await write_backup(here, tmp_path / "b.tar.gz", now=NOW)
