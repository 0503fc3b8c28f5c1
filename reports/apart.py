"""Gives a job to the process that makes documents and waits for its answer without holding anybody else up."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import Final

from reports.errors import ReportError
from reports.wire import Done, Job, decode_done, encode_job

TIMEOUT_SECONDS: Final = 120.0
"""A quarterly report of a province takes three seconds; a machine may be slow and busy."""

ROOT: Final = Path(__file__).parents[1]


class WorkerFailed(ReportError):
    """The process that makes documents ended or took too long; nothing was made and the job can be done again."""


async def work_apart(job: Job, *, timeout_seconds: float = TIMEOUT_SECONDS) -> Done:
    """
    Return the answer to the job, worked out by a process of its own.

    Raises:
        WorkerFailed: it ended without an answer, or took too long.
    """
    process = await asyncio.create_subprocess_exec(
        # -P: the folder where somebody stands must not lend its modules.
        sys.executable, "-P", "-m", "reports", stdin=PIPE, stdout=PIPE, stderr=PIPE, env=_environment(),
    )  # fmt: skip
    try:
        async with asyncio.timeout(timeout_seconds):
            answer, complaint = await process.communicate(encode_job(job))
    except TimeoutError:
        raise WorkerFailed(f"no answer after {timeout_seconds:.0f} s") from None
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        # The last line names the error; lines above could quote what the report says.
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise WorkerFailed(f"ended with {process.returncode}: {''.join(last)[:200].partition(':')[0]}")
    return decode_done(answer)


def _environment() -> dict[str, str]:
    """The caller's, with our root first: the program may run from its folder. No secret is passed on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "TEMP"}
    }
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
