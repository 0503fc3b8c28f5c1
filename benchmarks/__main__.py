"""`python -m benchmarks`: everything, or one of `PARTS` with its own options (see --help)."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import digests, startup, weekly, zalo
from benchmarks.load import run, turns

PARTS: dict[str, Callable[[list[str]], int]] = {
    "load": run.main,
    "turns": turns.main,
    "startup": startup.main,
    "zalo": zalo.main,
    "digests": digests.main,
    "weekly": weekly.main,
}


def main() -> int:
    if len(sys.argv) > 1 and sys.argv[1] in PARTS:
        return PARTS[sys.argv[1]](sys.argv[2:])
    if len(sys.argv) > 1:
        print(f"usage: python -m benchmarks [{'|'.join(PARTS)}] [options]", file=sys.stderr)
        return 2
    outcomes = []
    for name, part in PARTS.items():
        print(f"\n## {name}", flush=True)
        outcomes.append(part([]))
    return max(outcomes)


if __name__ == "__main__":
    sys.exit(main())
