"""What the pages are given by the running program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.database import Database


@dataclass(frozen=True, slots=True)
class Ports:
    """
    The database, the clock and chance; `asset` names the web chat's files, whose letters these pages share.

    `wake` tells the deliverer that messages were queued. `email` and `public` say whether reports can be mailed, and
    whether people outside can open links to files.
    """

    database: Database
    clock: Callable[[], datetime]
    draw: Callable[[int], bytes]
    asset: Callable[[str], str]
    wake: Callable[[], None]
    email: bool = False
    public: bool = False
