"""
The process that makes documents: one job (`reports.wire`, MessagePack) on standard input, its answer on the output.

Formats named on the command line (`python -m reports pdf`) are made ready for before the job is read.

A process of its own, niced, for each report: typst, lxml and the others stay out of the program that answers chats, and
a template that eats memory ends this process and no other.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys

from reports.wire import Done, Format, decode_job, encode_done

NICENESS = 10
MEMORY_MAX_BYTES = 2 * 1024**3
"""Address space. A report of 20,000 cases takes a fifth of it."""


def main() -> None:
    """Do the job and end."""
    _behave()
    from reports.worker import prepare, work

    if wanted := [Format(name) for name in sys.argv[1:]]:
        prepare(wanted)
    job = decode_job(sys.stdin.buffer.read())
    try:
        done = work(job)
    except MemoryError:
        done = Done(error="ReportError: not enough memory for this document")
    sys.stdout.buffer.write(encode_done(done))


def _behave() -> None:
    gc.disable()  # one job and the end: looking for cycles among a report's rows only takes time
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX_BYTES, MEMORY_MAX_BYTES))


if __name__ == "__main__":
    main()
