"""`nghedan restore`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json, progress


@click.command(epilog=example("restore nghedan-20261122-073000.tar.gz", "restore --check tonight.tar.gz"))
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--check", is_flag=True, help="Only check that the backup is whole.")
@json_option
@in_loop
async def command(*, source: Path, check: bool, as_json: bool) -> None:
    """
    Put a backup into an empty installation.

    Everything is unpacked beside the data and compared with the manifest before anything is put in place. Put
    the key file (secret.key) back yourself. `nghedan run` then brings an older schema to the newest.
    """
    settings = load_settings()
    import tempfile

    from bot.backup import BackupError
    from bot.restore import restore_backup, unpack_checked

    try:
        with progress(source.stat().st_size, "Reading", quiet=as_json) as bar:
            if check:
                with tempfile.TemporaryDirectory() as scratch:
                    manifest = unpack_checked(source, Path(scratch), bar.update)
            else:
                manifest = await restore_backup(settings, source, progress=bar.update)
    except BackupError as error:
        raise fail(str(error)) from error
    if as_json:
        print_json({"made_at": manifest.made_at, "schema": manifest.schema, "counts": manifest.counts})
        return
    done = "is whole" if check else "is in place"
    click.echo(f"The backup of {manifest.made_at} {done}: {sum(manifest.counts.values())} rows.")
