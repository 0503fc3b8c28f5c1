"""Gives a job to the process that makes documents and waits for its answer without holding anybody else up."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reports.errors import ReportError
from reports.wire import Done, Format, Job, decode_done, encode_job

TIMEOUT_SECONDS: Final = 120.0
"""A quarterly report of a province takes three seconds; a machine may be slow and busy."""

ROOT: Final = Path(__file__).parents[1]


class WorkerFailed(ReportError):
    """The process that makes documents ended or took too long; nothing was made and the job can be done again."""


class Apart:
    """A process that waits for its one job. Whoever starts it gives it one or ends it."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def started(cls, formats: Iterable[Format] = ()) -> Apart:
        """Start one; it makes itself ready for documents of these formats before its job comes."""
        return cls(
            await asyncio.create_subprocess_exec(
                # -P: the folder where somebody stands must not lend its modules.
                sys.executable, "-P", "-m", "reports", *formats, stdin=PIPE, stdout=PIPE, stderr=PIPE,
                env=_environment(),
            )
        )  # fmt: skip

    async def work(self, job: Job, *, timeout_seconds: float = TIMEOUT_SECONDS) -> Done:
        """
        Return the answer to the job.

        Raises:
            WorkerFailed: the process ended without an answer, or took too long.
        """
        process = self._process
        try:
            async with asyncio.timeout(timeout_seconds):
                answer, complaint = await process.communicate(encode_job(job))
        except TimeoutError:
            raise WorkerFailed(f"no answer after {timeout_seconds:.0f} s") from None
        except RuntimeError as error:  # of uvloop, where asyncio's loop would pass over a pipe that is closed
            raise WorkerFailed("ended before it got its job") from error
        finally:
            await self.end()
        if process.returncode != 0:
            # The last line names the error; lines above could quote what the report says.
            last = complaint.decode(errors="replace").strip().splitlines()[-1:]
            raise WorkerFailed(f"ended with {process.returncode}: {''.join(last)[:200].partition(':')[0]}")
        return decode_done(answer)

    async def end(self) -> None:
        """End the process, whatever it does."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()


async def work_apart(job: Job, *, timeout_seconds: float = TIMEOUT_SECONDS) -> Done:
    """
    Return the answer to the job, worked out by a process of its own.

    Raises:
        WorkerFailed: it ended without an answer, or took too long.
    """
    return await (await Apart.started()).work(job, timeout_seconds=timeout_seconds)


def _environment() -> dict[str, str]:
    """The caller's, with our root first: the program may run from its folder. No secret is passed on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "TEMP"}
    }
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
