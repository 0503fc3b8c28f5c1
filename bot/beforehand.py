"""What a first start has to do before everything else, in a process of its own that takes its memory away with it."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TextIO

from storage import migrate, units


def bring_up(database_url: str, lock: TextIO) -> None:
    """
    Bring schema and units to the newest; call it before the first thread and the first loop.

    Alembic, SQLAlchemy's mapper and ten thousand rows would stay for as long as the program runs, 20 MB. `lock` is
    the program's alone: if that is killed meanwhile, the next one shall not have to wait for the process that is left.
    """
    if migrate.current(database_url) == migrate.head():
        return
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            lock.close()
            _do(database_url)
            status = 0
        finally:
            os._exit(status)  # neither the traceback nor what the parent would do at its end
    _, status = os.waitpid(child, 0)
    if status:
        _do(database_url)  # fails here as it did there, in its own words


def _do(database_url: str) -> None:
    migrate.ensure(database_url)
    asyncio.run(units.bring_up(database_url))
