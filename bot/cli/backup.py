"""`nghedan backup`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json, progress


@click.command(epilog=example("backup", "backup /mnt/usb/", "backup tonight.tar.gz --json"))
@click.argument("target", required=False, type=click.Path())
@json_option
@in_loop
async def command(*, target: str | None, as_json: bool) -> None:
    """
    Write a consistent copy of the database and the files.

    TARGET is a file to write, or a folder that receives a file named after the moment; without it, the folder
    `backups` in the data folder. The program may go on running. The key file (secret.key) is not part of it:
    keep a copy of it elsewhere, once, because what is sealed cannot be opened without it.
    """
    settings = load_settings()
    from datetime import UTC, datetime

    from bot.backup import BackupError, files_to_copy, write_backup

    now = datetime.now(UTC)
    place = Path(target) if target else settings.general.data_folder / "backups"
    if not target or target.endswith("/") or place.is_dir():
        place = place / f"nghedan-{now.astimezone():%Y%m%d-%H%M%S}.tar.gz"
    size = sum(path.stat().st_size for path in files_to_copy(settings))
    try:
        with progress(size, "Copying files", quiet=as_json) as bar:
            manifest = await write_backup(settings, place, now=now, progress=bar.update)
    except BackupError as error:
        raise fail(str(error)) from error
    files = sum(name.startswith("files/") for name in manifest.sha256)
    if as_json:
        print_json({"file": str(place), "bytes": place.stat().st_size, "files": files, "counts": manifest.counts})
        return
    rows = sum(manifest.counts.values())
    click.echo(f"{place}: {rows} rows, {files} files, {place.stat().st_size / 1e6:.1f} MB, schema {manifest.schema}.")
