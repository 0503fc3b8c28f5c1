"""A job run by a process of its own that dies before or after the commit of one of its transactions."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Literal

from storage.database import Database

ROOT = Path(__file__).parents[2]

AROUND_COMMITS = [(1, "before"), (2, "before"), (2, "after"), (3, "before"), (4, "before"), (4, "after")]
"""The transactions of a job that sends two lots, and when in them the process dies."""

_SCRIPT = """
import asyncio, contextlib, importlib, os, sys
from datetime import datetime
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage.database import Database

url, job, now, transaction, moment, module, name, lot = sys.argv[1:]
held = getattr(importlib.import_module(module), name)
small = dict.fromkeys(held, int(lot)) if isinstance(held, dict) else int(lot)  # by engine
setattr(importlib.import_module(module), name, small)

class Killed(Database):
    '''Dies before the commit (or after it) of the transaction of this number.'''
    left, late = int(transaction), moment == "after"

    @contextlib.asynccontextmanager
    async def begin(self, *, durable=True):
        async with super().begin(durable=durable) as db:
            yield db
            Killed.left -= 1
            if Killed.left == 0 and not Killed.late:
                os._exit(9)
        if Killed.left == 0:
            os._exit(9)

asyncio.run(run_due(job_named(job), Killed(url), JobContext(), datetime.fromisoformat(now)))
"""


async def die_in(
    database: Database,
    job: str,
    now: datetime,
    transaction: int,
    moment: Literal["before", "after"],
    *,
    lots: tuple[str, str, int],
) -> None:
    """Run the job until the process dies; `lots` is the module and name of the size of its lots, and that size."""
    url = database.url.render_as_string(hide_password=False)
    module, name, lot = lots
    given = (url, job, now.isoformat(), str(transaction), moment, module, name, str(lot))
    arguments = [sys.executable, "-c", _SCRIPT, *given]
    ended = await asyncio.to_thread(subprocess.run, arguments, cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode == 9, ended.stderr.decode()
