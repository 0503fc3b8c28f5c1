"""Putting a backup into an empty installation, after every byte of it has been checked."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import tarfile
import tempfile
import zlib
from pathlib import Path, PurePosixPath

from bot.backup import (
    FILES_FOLDER,
    MANIFEST,
    POSTGRES_NAME,
    SPOOL_FOLDER,
    SQLITE_NAME,
    BackupError,
    Manifest,
    Progress,
    plain_postgres_address,
    run_postgres_tool,
    sqlite_path,
)
from bot.settings import Settings
from bot.spool_folders import LOCK


async def restore_backup(settings: Settings, source: Path, *, progress: Progress = lambda _: None) -> Manifest:
    """
    Put the archive's database and files where the settings say, after all of it was checked.

    Raises:
        BackupError: the archive is damaged or of the other kind of database, or there is data already.
    """
    await _refuse_unless_empty(settings)
    home = settings.general.data_folder
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as scratch:
        unpacked = Path(scratch)
        manifest = await asyncio.to_thread(unpack_checked, source, unpacked, progress)
        ours = "sqlite" if settings.database_url.startswith("sqlite") else "postgresql"
        if manifest.database != ours:
            raise BackupError(f"The backup is of {manifest.database}, but DATABASE_URL names {ours}.")
        if ours == "sqlite":
            target = sqlite_path(settings.database_url)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(unpacked / SQLITE_NAME, target)
        else:
            await run_postgres_tool(
                "pg_restore",
                "--no-owner",
                "--exit-on-error",
                "--single-transaction",
                str(unpacked / POSTGRES_NAME),
                url=plain_postgres_address(settings.database_url),
            )
        for name, place in ((FILES_FOLDER, settings.files_folder), (SPOOL_FOLDER, settings.spool_folder)):
            if (unpacked / name).is_dir():
                if place.exists():
                    shutil.rmtree(place)  # empty but for the locks of processes that ended
                (unpacked / name).rename(place)
    return manifest


async def _refuse_unless_empty(settings: Settings) -> None:
    url = settings.database_url
    if url.startswith("sqlite"):
        file = sqlite_path(url)
        log = file.with_name(file.name + "-wal")
        # SQLite would play the log of the former database into the one that is put there.
        if log.exists() and not file.exists():
            raise BackupError(f"{log} is left of another database: is the program stopped? Then move it away, too.")
        filled = file.exists()
    else:
        import asyncpg

        connection = await asyncpg.connect(plain_postgres_address(url))
        try:
            filled = await connection.fetchval("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        finally:
            await connection.close()
    if filled:
        raise BackupError("The database is not empty; a backup is only put into an empty installation.")
    for place in (settings.files_folder, settings.spool_folder):
        if any(path.is_file() and path.name != LOCK for path in place.rglob("*")):
            raise BackupError(f"{place} is not empty; a backup is only put into an empty installation.")


def unpack_checked(source: Path, target: Path, progress: Progress = lambda _: None) -> Manifest:
    """
    Unpack the archive into a folder and compare every member with the manifest.

    Raises:
        BackupError: it cannot be read, is incomplete, was changed, or holds what the manifest does not name.
    """
    found: dict[str, str] = {}
    manifest: Manifest | None = None
    try:
        with tarfile.open(source, mode="r:gz") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is None or not _is_ours(member.name):
                    raise BackupError(f"The archive holds {member.name!r}, which is not part of a backup.")
                if member.name == MANIFEST:
                    manifest = Manifest.from_json(content.read())
                    continue
                path = target / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                digest = hashlib.sha256()
                with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    while chunk := content.read(1 << 20):
                        digest.update(chunk)
                        file.write(chunk)
                        progress(len(chunk))
                found[member.name] = digest.hexdigest()
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise BackupError(f"{source} cannot be read as a backup: {error}.") from error
    if manifest is None:
        raise BackupError(f"{source} is incomplete: its manifest is missing.")
    if found != dict(manifest.sha256):
        wrong = sorted(name for name in {*found, *manifest.sha256} if found.get(name) != manifest.sha256.get(name))
        raise BackupError(f"{source} is damaged: {', '.join(wrong[:5])} is not what was saved.")
    return manifest


def _is_ours(name: str) -> bool:
    """Whether a member may be unpacked: an archive from elsewhere must not write outside our folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        return False
    return name in {MANIFEST, SQLITE_NAME, POSTGRES_NAME} or (
        len(path.parts) > 1 and path.parts[0] in {FILES_FOLDER, SPOOL_FOLDER}
    )
