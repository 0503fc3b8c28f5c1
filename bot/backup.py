"""A consistent copy of everything an installation cannot make again: one archive, checked by its manifest."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from bot import __version__
from bot.settings import Settings
from bot.spool_folders import name_elsewhere

MANIFEST = "manifest.json"
SQLITE_NAME = "database.sqlite3"
POSTGRES_NAME = "database.pgdump"
FILES_FOLDER = "files"
SPOOL_FOLDER = "spool"

Progress = Callable[[int], None]
"""Told how many bytes of people's files have been copied since it was last called."""


class BackupError(Exception):
    """The backup could not be written or read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    What an archive holds; it is the archive's last member, so an archive that has one is complete.

    `sha256` maps each member's name to its digest in hexadecimal; `counts` each table to its number of rows.
    """

    product: str
    version: str
    made_at: str
    database: str
    schema: str
    units_edition: str
    counts: Mapping[str, int]
    sha256: Mapping[str, str]

    def to_json(self) -> bytes:
        """Return the manifest as it stands in the archive."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()

    @classmethod
    def from_json(cls, written: bytes) -> Manifest:
        """
        Read what `to_json` wrote.

        Raises:
            BackupError: it is no manifest of ours.
        """
        try:
            manifest = cls(**json.loads(written))
        except (ValueError, TypeError):
            raise BackupError("The manifest cannot be read: this is not a backup of nghedan.") from None
        if manifest.product != "nghedan":
            raise BackupError("This is not a backup of nghedan.")
        return manifest


def files_to_copy(settings: Settings) -> list[Path]:
    """Every stored file, in the order of its name."""
    return sorted(path for path in settings.files_folder.rglob("*") if path.is_file())


async def write_backup(
    settings: Settings, target: Path, *, now: datetime, progress: Progress = lambda _: None
) -> Manifest:
    """
    Write the archive; it appears under its name only when it is complete, and only its owner can read it.

    The spool is copied before the database: a message that is handled in between is then in both, which does
    no harm, and not in neither. Files come last: they are never altered, so every file that the database's
    copy knows is there, unless the resident has had it erased meanwhile. The key file is left out on purpose:
    whoever finds the archive must not be able to open what is sealed.

    Raises:
        BackupError: there is nothing to copy, the target exists, or pg_dump is missing or refuses.
    """
    if target.exists():
        raise BackupError(f"{target} exists already and is not written over.")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        await asyncio.to_thread(_copy_spool, settings.spool_folder, Path(scratch) / SPOOL_FOLDER)
        if settings.database_url.startswith("sqlite"):
            name, facts = (
                SQLITE_NAME,
                await asyncio.to_thread(_copy_sqlite, settings, Path(scratch) / SQLITE_NAME),
            )
        else:
            name, facts = POSTGRES_NAME, await _dump_postgres(settings, Path(scratch) / POSTGRES_NAME)
        try:
            manifest = await asyncio.to_thread(
                _write_archive, settings, unfinished, Path(scratch) / name, facts, now, progress
            )
            unfinished.rename(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return manifest


def _copy_spool(source: Path, target: Path) -> None:
    target.mkdir()
    for path in sorted(source.rglob("*.jsonl")):  # each process has a folder of its own in it
        with suppress(FileNotFoundError):  # handled just now
            shutil.copyfile(path, target / (path.name if path.parent == source else name_elsewhere(path)))


@dataclass(frozen=True, slots=True)
class _Facts:
    schema: str
    units_edition: str
    counts: dict[str, int]


def sqlite_path(database_url: str) -> Path:
    """The file that a SQLite address names: everything after the third slash."""
    return Path(unquote(urlsplit(database_url).path[1:]))


def _copy_sqlite(settings: Settings, target: Path) -> _Facts:
    source = sqlite_path(settings.database_url)
    if not source.exists():
        raise BackupError(f"There is no database at {source} yet, so there is nothing to copy.")
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        # All pages in one step: one snapshot, while others go on writing to the log beside it.
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=delete")
        names = [row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return _Facts(
            schema=_first(copy, "SELECT version_num FROM alembic_version") if "alembic_version" in names else "",
            units_edition=_first(copy, "SELECT edition FROM unit LIMIT 1") if "unit" in names else "",
            counts={
                name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own tables
                for name in names
                if not name.startswith("sqlite_")
            },
        )


def _first(connection: sqlite3.Connection, statement: str) -> str:
    row = connection.execute(statement).fetchone()
    return str(row[0]) if row else ""


async def _dump_postgres(settings: Settings, target: Path) -> _Facts:
    import asyncpg

    address = plain_postgres_address(settings.database_url)
    connection = await asyncpg.connect(address)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            # pg_dump reads the very snapshot that is counted here.
            snapshot = await connection.fetchval("SELECT pg_export_snapshot()")
            await run_postgres_tool(
                "pg_dump",
                "--format=custom",
                "--no-owner",
                f"--snapshot={snapshot}",
                f"--file={target}",
                url=address,
            )
            rows = await connection.fetch(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
            )
            names = [row["tablename"] for row in rows]
            counts = {
                name: await connection.fetchval(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - our own tables
                for name in names
            }
            has_schema, has_units = "alembic_version" in names, "unit" in names
            return _Facts(
                schema=await connection.fetchval("SELECT version_num FROM alembic_version") if has_schema else "",
                units_edition=(await connection.fetchval("SELECT edition FROM unit LIMIT 1") or "")
                if has_units
                else "",
                counts=counts,
            )
    finally:
        await connection.close()


def plain_postgres_address(database_url: str) -> str:
    """The address without SQLAlchemy's driver, as PostgreSQL's own tools take it."""
    return database_url.replace("postgresql+asyncpg://", "postgresql://", 1)


async def run_postgres_tool(tool: str, *arguments: str, url: str) -> None:
    """
    Run pg_dump or pg_restore against the database.

    Raises:
        BackupError: it is not installed, or it refused; its own words are given.
    """
    bindir = os.environ.get("PG_BINDIR")
    program = shutil.which(tool, path=bindir) if bindir else shutil.which(tool)
    if program is None:
        raise BackupError(
            f"{tool} was not found: install PostgreSQL's client programs of the server's version, "
            "or name their folder in PG_BINDIR."
        )
    # The address goes into the environment: arguments can be read by every user of the machine.
    process = await asyncio.create_subprocess_exec(
        program,
        *arguments,
        "--dbname=" + _without_password(url),
        env={**os.environ, "PGPASSWORD": unquote(urlsplit(url).password or "")},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    if process.returncode:
        raise BackupError(f"{tool} refused: {' '.join(errors.decode(errors='replace').split())[:600]}")


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}").geturl()


class _Digesting:
    """A file that remembers the digest of what was read from it."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self.digest = hashlib.sha256()
        self._file = file
        self._progress = progress

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        self._progress(len(data))
        return data


def _write_archive(
    settings: Settings, target: Path, database: Path, facts: _Facts, now: datetime, progress: Progress
) -> Manifest:
    sha256: dict[str, str] = {}
    with _private_file(target) as raw, tarfile.open(fileobj=raw, mode="w:gz", compresslevel=3) as archive:
        _add(archive, database, database.name, sha256, lambda _: None)
        for path in sorted((database.parent / SPOOL_FOLDER).iterdir()):
            _add(archive, path, f"{SPOOL_FOLDER}/{path.name}", sha256, lambda _: None)
        for path in files_to_copy(settings):
            name = str(PurePosixPath(FILES_FOLDER, *path.relative_to(settings.files_folder).parts))
            try:
                _add(archive, path, name, sha256, progress)
            except FileNotFoundError:
                continue  # erased since the database was copied: a right of the person who sent it
        manifest = Manifest(
            product="nghedan",
            version=__version__,
            made_at=now.isoformat(timespec="seconds"),
            database="sqlite" if database.name == SQLITE_NAME else "postgresql",
            schema=facts.schema,
            units_edition=facts.units_edition,
            counts=facts.counts,
            sha256=sha256,
        )
        written = manifest.to_json()
        member = tarfile.TarInfo(MANIFEST)
        member.size, member.mtime, member.mode = len(written), int(now.timestamp()), 0o600
        archive.addfile(member, BytesIO(written))
    return manifest


def _add(archive: tarfile.TarFile, path: Path, name: str, sha256: dict[str, str], progress: Progress) -> None:
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = state.st_size, int(state.st_mtime), 0o600
        digesting: Any = _Digesting(file, progress)
        archive.addfile(member, digesting)
    sha256[name] = digesting.digest.hexdigest()


@contextmanager
def _private_file(path: Path) -> Iterator[BinaryIO]:
    """A new file that only its owner may read; on the disk when the block ends."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
